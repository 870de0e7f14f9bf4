import Tensors

/// Reads pickles of data: a stack machine with a fixed list of instructions and of names, which imports and calls nothing.
///
/// Sizes are checked against the bytes that are left, nesting against a limit. The format is that of protocol 2 (and older, as far as
/// binary), which `torch.save` writes: https://docs.python.org/3/library/pickletools.html
package struct Unpickler {
  /// What to do with a reference to a tensor's memory.
  package typealias StorageLookup = (_ key: String, _ dtype: DType, _ count: Int, _ location: String) throws(SavingError) ->
    Storage

  /// How deep containers may stand in each other.
  package static let depthLimit = 500

  private var reader: ByteReader
  private let lookup: StorageLookup?
  private let allowsArrays: Bool
  /// Whether the strings of Python 2 come as bytes; else they are UTF-8.
  private let keepsByteStrings: Bool
  private var stack: [SavedValue] = []
  private var marks: [Int] = []
  private var memo: [Int: SavedValue] = [:]
  /// Every list and dictionary made: emptied one after the other in the end if reading fails, because a long chain would be released
  /// recursively.
  private var lists: [SavedList] = []
  private var dicts: [SavedDict] = []

  private init(_ bytes: ArraySlice<UInt8>, arrays: Bool, byteStrings: Bool, _ lookup: StorageLookup?) {
    reader = ByteReader(bytes)
    allowsArrays = arrays
    keepsByteStrings = byteStrings
    self.lookup = lookup
  }

  /// The value that a pickle describes.
  package static func read(
    _ bytes: ArraySlice<UInt8>, allowingArrays: Bool = false, keepingByteStrings: Bool = false, storage: StorageLookup? = nil
  ) throws(SavingError) -> SavedValue {
    var machine = Unpickler(bytes, arrays: allowingArrays, byteStrings: keepingByteStrings, storage)
    do throws(SavingError) {
      let value = try machine.run()
      var depth = SavedDepth()
      guard depth.isWithin(depthLimit, value) else {
        throw .unpickling("containers are nested more than \(depthLimit) deep")
      }
      return value
    } catch {
      machine.dismantle()
      throw error
    }
  }

  private mutating func dismantle() {
    stack = []
    memo = [:]
    for list in lists { list.items = [] }
    for dict in dicts { (dict.pairs, dict.attributes) = ([], nil) }
  }

  private mutating func run() throws(SavingError) -> SavedValue {
    guard reader.remaining > 0 else { throw SavingError(.endOfFile, "") }
    var isFirst = true
    while true {
      guard let code = reader.unsigned(1) else { throw SavingError(.endOfFile, "") }
      if code == 0x2E {
        guard marks.isEmpty, stack.count == 1 else {
          throw .unpickling("the pickle ends with \(stack.count) values on its stack")
        }
        return stack[0]
      }
      if isFirst, code != 0x80 { throw .unpickling("\n\nUnsupported operand \(code)") }
      isFirst = false
      try step(UInt8(code))
    }
  }

  // MARK: Instructions

  private mutating func step(_ code: UInt8) throws(SavingError) {
    switch code {
    case 0x80:  // PROTO
      let version = try number(1)
      guard version == 2 else {
        throw .unpickling("pickle protocol \(version) is not supported; protocol 2 is what torch.save writes")
      }
    case 0x28: marks.append(stack.count)  // MARK
    case 0x30: _ = try pop()  // POP
    case 0x4E: push(.none)
    case 0x88: push(.bool(true))
    case 0x89: push(.bool(false))
    case 0x4B: push(.int(try number(1)))  // BININT1
    case 0x4D: push(.int(try number(2)))  // BININT2
    case 0x4A: push(.int(Int(Int32(truncatingIfNeeded: try number(4)))))  // BININT
    case 0x8A: push(try long(try number(1)))  // LONG1
    case 0x8B: push(try long(try number(4)))  // LONG4
    case 0x47:  // BINFLOAT, big-endian
      push(.float(Double(bitPattern: try bytes(8).reduce(0) { $0 << 8 | UInt64($1) })))
    case 0x58: push(.string(try text(try bytes(try number(4)))))  // BINUNICODE
    case 0x55: push(try byteString(try number(1)))  // SHORT_BINSTRING
    case 0x54: push(try byteString(try number(4)))  // BINSTRING
    case 0x5D: push(.list(newList([])))  // EMPTY_LIST
    case 0x7D: push(.dict(newDict(.plain)))  // EMPTY_DICT
    case 0x29: push(.tuple(SavedTuple([])))  // EMPTY_TUPLE
    case 0x85: try tuple(1)
    case 0x86: try tuple(2)
    case 0x87: try tuple(3)
    case 0x74:  // TUPLE
      let items = try popMark()
      push(try newTuple(items))
    // Arguments come first: a call on the machine as it was before they were popped would see the old stack.
    case 0x61:  // APPEND
      let item = try pop()
      try append([item])
    case 0x65:  // APPENDS
      let items = try popMark()
      try append(items)
    case 0x73:  // SETITEM
      let (value, key) = (try pop(), try pop())
      try setItems([key, value])
    case 0x75:  // SETITEMS
      let items = try popMark()
      try setItems(items)
    case 0x71: memo[try number(1)] = try top()  // BINPUT
    case 0x72: memo[try number(4)] = try top()  // LONG_BINPUT
    case 0x68:  // BINGET
      let index = try number(1)
      push(try remembered(index))
    case 0x6A:  // LONG_BINGET
      let index = try number(4)
      push(try remembered(index))
    case 0x63:  // GLOBAL
      let name = try global()
      if case .dtype(let dtype) = name { push(.dtype(dtype)) } else { push(.global(name)) }
    case 0x52:  // REDUCE
      let (arguments, function) = (try pop(), try pop())
      push(try apply(function, arguments))
    case 0x81:  // NEWOBJ
      let (arguments, function) = (try pop(), try pop())
      guard case .global(let name) = function, name == .orderedDict || name == .counter else {
        throw .unpickling("Can only create new object for nn.Parameter or classes allowlisted via `add_safe_globals`")
      }
      push(try apply(function, arguments))
    case 0x62:  // BUILD
      let state = try pop()
      try build(state)
    case 0x51:  // BINPERSID
      let identity = try pop()
      push(try persistent(identity))
    default: throw .unpickling("Unsupported operand \(code)")
    }
  }

  private mutating func push(_ value: SavedValue) { stack.append(value) }

  private mutating func pop() throws(SavingError) -> SavedValue {
    guard stack.count > (marks.last ?? 0), let value = stack.popLast() else {
      throw .unpickling("the pickle takes more than it has put")
    }
    return value
  }

  private func top() throws(SavingError) -> SavedValue {
    guard let value = stack.last else { throw .unpickling("the pickle takes more than it has put") }
    return value
  }

  private mutating func popMark() throws(SavingError) -> [SavedValue] {
    guard let mark = marks.popLast(), mark <= stack.count else {
      throw .unpickling("the pickle has no mark where one is needed")
    }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  private func remembered(_ index: Int) throws(SavingError) -> SavedValue {
    guard let value = memo[index] else { throw .unpickling("Memo value not found at index \(index)") }
    return value
  }

  private mutating func number(_ width: Int) throws(SavingError) -> Int {
    guard let number = reader.count(width) else { throw SavingError(.endOfFile, "") }
    return number
  }

  private mutating func bytes(_ count: Int) throws(SavingError) -> ArraySlice<UInt8> {
    guard let taken = reader.take(count) else { throw .unpickling("String is too long") }
    return taken
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(SavingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .unpickling("a string is not valid UTF-8") }
    return text
  }

  private mutating func byteString(_ count: Int) throws(SavingError) -> SavedValue {
    let taken = try bytes(count)
    return keepsByteStrings ? .bytes(Array(taken)) : .string(try text(taken))
  }

  private mutating func long(_ count: Int) throws(SavingError) -> SavedValue {
    let taken = Array(try bytes(count))
    guard taken.count > 8 else {
      var number: UInt64 = (taken.last ?? 0) >= 0x80 ? .max : 0
      for byte in taken.reversed() { number = number << 8 | UInt64(byte) }
      return .int(Int(bitPattern: UInt(number)))
    }
    guard taken.count <= 4096 else { throw .unpickling("an integer of \(taken.count) bytes is too long") }
    return .large(taken)
  }

  private mutating func newList(_ items: [SavedValue]) -> SavedList {
    let list = SavedList(items)
    lists.append(list)
    return list
  }

  private mutating func newDict(_ kind: SavedDict.Kind) -> SavedDict {
    let dict = SavedDict(kind)
    dicts.append(dict)
    return dict
  }

  private func newTuple(_ items: [SavedValue]) throws(SavingError) -> SavedValue {
    let tuple = SavedTuple(items)
    guard tuple.depth <= Unpickler.depthLimit else {
      throw .unpickling("containers are nested more than \(Unpickler.depthLimit) deep")
    }
    return .tuple(tuple)
  }

  private mutating func tuple(_ count: Int) throws(SavingError) {
    var items: [SavedValue] = []
    for _ in 0..<count { items.append(try pop()) }
    let tuple = try newTuple(items.reversed())
    push(tuple)
  }

  private func append(_ items: [SavedValue]) throws(SavingError) {
    guard case .list(let list) = try top() else { throw .unpickling("Can only append to lists, but got \(try top().typeName)") }
    list.items += items
  }

  private func setItems(_ items: [SavedValue]) throws(SavingError) {
    guard case .dict(let dict) = try top() else {
      throw .unpickling(
        "Can only SETITEMS for dict, collections.OrderedDict, collections.Counter, but got \(try top().typeName)")
    }
    guard items.count % 2 == 0 else { throw .unpickling("a dictionary has a key without a value") }
    for i in stride(from: 0, to: items.count, by: 2) { dict.pairs.append((items[i], items[i + 1])) }
  }

  private mutating func global() throws(SavingError) -> Global {
    guard let first = reader.line(), let second = reader.line() else { throw SavingError(.endOfFile, "") }
    let (module, name) = (try text(first), try text(second))
    if let known = Global.named(module, name, allowsArrays: allowsArrays) { return known }
    let path = "\(module).\(name)"
    if ["sys", "os", "posix", "nt"].contains(module) {
      throw .unpickling("\n\nTrying to load unsupported GLOBAL \(path) whose module \(module) is blocked.")
    }
    throw SavingError(
      .unpickling,
      "Unsupported global: GLOBAL \(path) was not an allowed global by default. Please use "
        + "`torch.serialization.add_safe_globals([\(path)])` or the `torch.serialization.safe_globals([\(path)])` context manager to "
        + "allowlist this global if you trust this class/function.")
  }

  // MARK: Names in use

  private mutating func apply(_ function: SavedValue, _ arguments: SavedValue) throws(SavingError) -> SavedValue {
    guard case .global(let name) = function, case .tuple(let tuple) = arguments else {
      throw .unpickling("Trying to call reduce for unrecognized function \(function.typeName)")
    }
    let given = tuple.items
    switch (name, given.count) {
    case (.orderedDict, 0): return .dict(newDict(.ordered))
    case (.orderedDict, 1), (.counter, 1):
      // Python 2 wrote a list of pairs; a counter comes with its dictionary.
      let dict = newDict(name == .counter ? .counter : .ordered)
      switch given[0] {
      case .list(let list):
        for case .list(let pair) in list.items where pair.items.count == 2 { dict.pairs.append((pair.items[0], pair.items[1])) }
      case .dict(let source): dict.pairs = source.pairs
      default: throw .unpickling("a dictionary cannot be made of \(given[0].typeName)")
      }
      return .dict(dict)
    case (.counter, 0): return .dict(newDict(.counter))
    case (.set, 1), (.frozenset, 1):
      guard case .list(let list) = given[0] else { break }
      return .set(newList(list.items), isFrozen: name == .frozenset)
    case (.complex, 2):
      guard case .float(let real) = given[0], case .float(let imaginary) = given[1] else { break }
      return .complex(real, imaginary)
    case (.bytes, 0): return .bytes([])
    case (.encode, 2):
      guard case .string(let text) = given[0], case .string(let encoding) = given[1], encoding == "latin1" else { break }
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = UInt8(exactly: scalar.value) else { throw .unpickling("bytes contain the character \(scalar)") }
        bytes.append(byte)
      }
      return .bytes(bytes)
    case (.size, 1):
      guard let sizes = given[0].integers else { break }
      return .size(sizes)
    case (.device, 1...2):
      guard case .string(let text) = given[0] else { break }
      return .device(text)
    case (.rebuildTensor, 6...7): return try RebuiltTensor.make(given)
    case (.rebuildParameter, 3):
      guard case .tensor(let data) = given[0], case .bool(let flag) = given[1] else { break }
      return try RebuiltTensor.parameter(data, requiresGrad: flag)
    case (.reconstructArray, 3): return .array(SavedArray())
    case (.arrayType, 1...3):
      guard let text = given[0].textOrBytes else { break }
      return .arrayType(text)
    default: break
    }
    throw .unpickling("\(name) cannot be called with \(given.count) arguments of these types")
  }

  private mutating func build(_ state: SavedValue) throws(SavingError) {
    switch try top() {
    case .dict(let dict) where dict.kind == .ordered:
      guard case .dict(let attributes) = state else { throw .unpickling("the state of an OrderedDict is \(state.typeName)") }
      dict.attributes = attributes
    case .array(let array): try array.take(state)
    case .arrayType(let name):
      // (version, byte order, …): only the order matters, and ours is little-endian.
      guard case .tuple(let fields) = state, fields.items.count >= 2, let order = fields.items[1].textOrBytes, order != ">"
      else {
        throw .unpickling("elements of type \(name) in this byte order are not supported")
      }
    case .tensor: break
    default:
      throw .unpickling(
        "Can only build Tensor, Parameter, OrderedDict or types allowlisted via `add_safe_globals`, but got \(try top().typeName)"
      )
    }
  }

  private func persistent(_ value: SavedValue) throws(SavingError) -> SavedValue {
    guard case .tuple(let tuple) = value else {
      throw .unpickling("persistent_load id must be tuple or int, but got \(value.typeName)")
    }
    let fields = tuple.items
    guard fields.count == 5, case .string("storage") = fields[0], case .global(.storageType(let dtype)) = fields[1],
      case .string(let key) = fields[2], case .string(let location) = fields[3], case .int(let count) = fields[4], let lookup
    else { throw .unpickling("Only persistent_load of storage is allowed") }
    return .storage(try lookup(key, dtype, count, location), dtype)
  }
}

extension SavedValue {
  /// The Python class's name, for messages.
  var typeName: String {
    switch self {
    case .none: "<class 'NoneType'>"
    case .bool: "<class 'bool'>"
    case .int, .large: "<class 'int'>"
    case .float: "<class 'float'>"
    case .complex: "<class 'complex'>"
    case .string: "<class 'str'>"
    case .bytes: "<class 'bytes'>"
    case .list: "<class 'list'>"
    case .tuple: "<class 'tuple'>"
    case .dict: "<class 'dict'>"
    case .set: "<class 'set'>"
    case .tensor: "<class 'torch.Tensor'>"
    case .size: "<class 'torch.Size'>"
    case .dtype: "<class 'torch.dtype'>"
    case .device: "<class 'torch.device'>"
    case .array: "<class 'numpy.ndarray'>"
    case .global(let name): "\(name)"
    case .storage: "<class 'torch.storage.TypedStorage'>"
    case .arrayType: "<class 'numpy.dtype'>"
    }
  }

  /// The numbers of a tuple or list of integers.
  package var integers: [Int]? {
    let items: [SavedValue]
    switch self {
    case .tuple(let tuple): items = tuple.items
    case .list(let list): items = list.items
    case .size(let sizes): return sizes
    default: return nil
    }
    var numbers: [Int] = []
    for item in items {
      guard case .int(let number) = item else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The text of a string, or of bytes that are ASCII.
  package var textOrBytes: String? {
    switch self {
    case .string(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }
}
