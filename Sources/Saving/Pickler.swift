import Tensors

/// Writes values as pickles of protocol 2, instruction by instruction as CPython does.
struct Pickler {
  private(set) var bytes: [UInt8] = [0x80, 2]
  /// The memory of the tensors met, in the order of their keys.
  private(set) var storages: [(storage: Storage, dtype: DType)] = []
  private var storageKeys: [ObjectIdentifier: Int] = [:]
  private var memoCount = 0
  private var strings: [String: Int] = [:]
  private var globals: [String: Int] = [:]
  private var containers: [ObjectIdentifier: Int] = [:]
  /// Keeps what the identities in `containers` stand for alive.
  private var held: [AnyObject] = []

  /// The pickle of a value.
  mutating func write(_ value: SavedValue) throws(SavingError) {
    try save(value)
    bytes.append(0x2E)
  }

  private mutating func save(_ value: SavedValue) throws(SavingError) {
    switch value {
    case .none: bytes.append(0x4E)
    case .bool(let flag): bytes.append(flag ? 0x88 : 0x89)
    case .int(let number): save(number)
    case .large(let digits):
      guard digits.count < 256 else { throw SavingError(.pickling, "integers of more than 255 bytes are not supported") }
      bytes += [0x8A, UInt8(digits.count)] + digits
    case .float(let number): save(number)
    case .complex(let real, let imaginary):
      save(global: "__builtin__", "complex")
      save(real)
      save(imaginary)
      close(0x86)
      call()
    case .string(let text): try save(text)
    case .bytes(let contents): try save(contents)
    case .list(let list): try save(list)
    case .tuple(let tuple): try save(tuple)
    case .dict(let dict): try save(dict)
    case .set(let list, let isFrozen):
      save(global: "__builtin__", isFrozen ? "frozenset" : "set")
      try save(SavedList(list.items))
      close(0x85)
      call()
    case .tensor(let tensor): try save(tensor)
    case .size(let sizes):
      save(global: "torch", "Size")
      save(integers: sizes)
      close(0x85)
      call()
    case .dtype(let dtype): save(global: "torch", dtype.name)
    case .device(let text):
      save(global: "torch", "device")
      try save(text)
      close(0x85)
      call()
    case .array, .global, .storage, .arrayType: throw SavingError(.pickling, "cannot pickle \(value.typeName)")
    }
  }

  // MARK: Small things

  private mutating func put() -> Int {
    if memoCount < 256 {
      bytes += [0x71, UInt8(memoCount)]
    } else {
      bytes.append(0x72)
      bytes.append(memoCount, width: 4)
    }
    memoCount += 1
    return memoCount - 1
  }

  private mutating func get(_ index: Int) {
    if index < 256 {
      bytes += [0x68, UInt8(index)]
    } else {
      bytes.append(0x6A)
      bytes.append(index, width: 4)
    }
  }

  private mutating func close(_ code: UInt8) {
    bytes.append(code)
    _ = put()
  }

  private mutating func call() { close(0x52) }

  private mutating func save(_ number: Int) {
    if (0..<256).contains(number) {
      bytes += [0x4B, UInt8(number)]
    } else if (0..<65536).contains(number) {
      bytes.append(0x4D)
      bytes.append(number, width: 2)
    } else if let small = Int32(exactly: number) {
      bytes.append(0x4A)
      bytes.append(small, width: 4)
    } else {
      // As few bytes as keep the sign.
      var width = 5
      while width < 8, number >> (width * 8 - 1) != 0, number >> (width * 8 - 1) != -1 { width += 1 }
      bytes += [0x8A, UInt8(width)]
      bytes.append(number, width: width)
    }
  }

  private mutating func save(_ number: Double) {
    bytes.append(0x47)
    var rest = number.bitPattern.bigEndian
    withUnsafeBytes(of: &rest) { bytes += $0 }
  }

  private mutating func save(_ text: String) throws(SavingError) {
    if let index = strings[text] { return get(index) }
    bytes.append(0x58)
    let utf8 = Array(text.utf8)
    guard utf8.count < Int(UInt32.max) else { throw SavingError(.pickling, "a string is longer than 4 GiB") }
    bytes.append(utf8.count, width: 4)
    bytes += utf8
    strings[text] = put()
  }

  private mutating func save(_ contents: [UInt8]) throws(SavingError) {
    guard !contents.isEmpty else {
      save(global: "__builtin__", "bytes")
      bytes.append(0x29)
      return call()
    }
    save(global: "_codecs", "encode")
    var text = String.UnicodeScalarView()
    for byte in contents { text.append(Unicode.Scalar(byte)) }
    try save(String(text))
    try save("latin1")
    close(0x86)
    call()
  }

  private mutating func save(global module: String, _ name: String) {
    let path = "\(module)\n\(name)\n"
    if let index = globals[path] { return get(index) }
    bytes.append(0x63)
    bytes += path.utf8
    globals[path] = put()
  }

  // MARK: Containers

  private mutating func isKnown(_ object: AnyObject) -> Bool {
    guard let index = containers[ObjectIdentifier(object)] else { return false }
    get(index)
    return true
  }

  private mutating func remember(_ object: AnyObject) {
    containers[ObjectIdentifier(object)] = put()
    held.append(object)
  }

  private static let batch = 1000

  private mutating func save(_ list: SavedList) throws(SavingError) {
    if isKnown(list) { return }
    bytes.append(0x5D)
    remember(list)
    var start = 0
    while start < list.items.count {
      let end = min(start + Pickler.batch, list.items.count)
      let isSingle = end - start == 1
      if !isSingle { bytes.append(0x28) }
      for item in list.items[start..<end] { try save(item) }
      bytes.append(isSingle ? 0x61 : 0x65)
      start = end
    }
  }

  private mutating func save(_ tuple: SavedTuple) throws(SavingError) {
    if tuple.items.isEmpty { return bytes.append(0x29) }
    if isKnown(tuple) { return }
    if tuple.items.count > 3 { bytes.append(0x28) }
    for item in tuple.items { try save(item) }
    // A tuple that contains itself, through a list, has been written meanwhile.
    if let index = containers[ObjectIdentifier(tuple)] {
      if tuple.items.count > 3 {
        bytes.append(0x31)
      } else {
        bytes += [UInt8](repeating: 0x30, count: tuple.items.count)
      }
      return get(index)
    }
    bytes.append(tuple.items.count > 3 ? 0x74 : 0x84 + UInt8(tuple.items.count))
    remember(tuple)
  }

  private mutating func save(_ dict: SavedDict) throws(SavingError) {
    if isKnown(dict) { return }
    switch dict.kind {
    case .plain: bytes.append(0x7D)
    case .ordered:
      save(global: "collections", "OrderedDict")
      bytes += [0x29, 0x52]
    case .counter:
      save(global: "collections", "Counter")
      let contents = SavedDict(.plain)
      contents.pairs = dict.pairs
      try save(contents)
      close(0x85)
      bytes.append(0x52)
      return remember(dict)
    }
    remember(dict)
    var start = 0
    while start < dict.pairs.count {
      let end = min(start + Pickler.batch, dict.pairs.count)
      let isSingle = end - start == 1
      if !isSingle { bytes.append(0x28) }
      for (key, value) in dict.pairs[start..<end] {
        try save(key)
        try save(value)
      }
      bytes.append(isSingle ? 0x73 : 0x75)
      start = end
    }
    if let attributes = dict.attributes {
      try save(attributes)
      bytes.append(0x62)
    }
  }

  // MARK: Tensors

  private mutating func save(integers: [Int]) {
    if integers.isEmpty { return bytes.append(0x29) }
    if integers.count > 3 { bytes.append(0x28) }
    for number in integers { save(number) }
    close(integers.count > 3 ? 0x74 : 0x84 + UInt8(integers.count))
  }

  private mutating func save(_ tensor: Tensor) throws(SavingError) {
    if isKnown(tensor) { return }
    if tensor.isParameter {
      save(global: "torch._utils", "_rebuild_parameter")
      try saveData(tensor.detach())
      bytes.append(tensor.requiresGrad ? 0x88 : 0x89)
      saveHooks()
      close(0x87)
      bytes.append(0x52)
    } else {
      try saveData(tensor, ending: false)
    }
    remember(tensor)
  }

  private mutating func saveHooks() {
    save(global: "collections", "OrderedDict")
    bytes += [0x29]
    call()
  }

  /// The call that rebuilds a tensor without its being a parameter.
  private mutating func saveData(_ tensor: Tensor, ending: Bool = true) throws(SavingError) {
    let storage = tensor.storage
    let identity = ObjectIdentifier(storage)
    let key = storageKeys[identity] ?? storages.count
    if key == storages.count {
      storageKeys[identity] = key
      storages.append((storage, tensor.dtype))
    } else if storages[key].dtype != tensor.dtype {
      throw SavingError(
        .damaged,
        "Cannot save multiple tensors or storages that view the same data as different types")
    }
    save(global: "torch._utils", "_rebuild_tensor_v2")
    bytes += [0x28, 0x28]
    try save("storage")
    save(global: "torch", "\(tensor.dtype.scalarName)Storage")
    try save(String(key))
    try save("cpu")
    save(storage.byteCount / tensor.dtype.byteSize)
    close(0x74)
    bytes.append(0x51)
    save(tensor.elementOffset)
    save(integers: Array(tensor.shape))
    save(integers: Array(tensor.strides))
    bytes.append(ending ? 0x89 : (tensor.requiresGrad ? 0x88 : 0x89))
    saveHooks()
    close(0x74)
    bytes.append(0x52)
    if ending { _ = put() }
  }
}
