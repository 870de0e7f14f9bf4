/// The methods and protocol slots of `bytes` and `bytearray`.
enum BytesMethods {
  static func setUp() {
    for type in [TypeObject.bytes, .bytearray] {
      type.extend(of: BytesObject.self) { t in
        setUpConstruction(t)
        setUpSlots(t)
        setUpMethods(t)
        setUpSearch(t)
        setUpSplitting(t)
      }
    }
    TypeObject.bytearray.extend(of: BytesObject.self) { t in setUpMutation(t) }
  }

  /// The bytes of a `bytes` or `bytearray`; TypeError otherwise.
  static func bytes(of value: Value) throws(Raised) -> [UInt8] {
    if let object = value.cast(to: BytesObject.self) { return object.bytes }
    throw .typeError("a bytes-like object is required, not '\(value.type.name)'")
  }

  private static func byte(_ value: Value, _ message: String) throws(Raised) -> UInt8 {
    guard let byte = UInt8(exactly: try Interpreter.current.index(value)) else { throw .valueError(message) }
    return byte
  }

  private static func setUpConstruction(_ t: TypeBuilder<BytesObject>) {
    let name = t.type.name
    t.construct("\(name)(source=None, encoding=None, errors=None)") { type, call throws(Raised) -> Value in
      if let text = call[0].stringValue {
        guard call.has(1) else { throw .typeError("string argument without an encoding") }
        let errors = call.has(2) ? try call.string(2) : "strict"
        return .object(BytesObject(try TextEncoding.encode(text, try call.string(1), errors: errors), type))
      }
      if !call.has(0) { return .object(BytesObject([], type)) }
      if call[0].type.isScriptDefined, call[0].type.lookup("__bytes__") != nil {
        let made = try call.interpreter.callMethod(call[0], "__bytes__")
        guard let bytes = made.cast(to: BytesObject.self) else {
          throw .typeError("__bytes__ returned non-bytes (type \(made.type.name))")
        }
        return .object(BytesObject(bytes.bytes, type))
      }
      if let other = call[0].cast(to: BytesObject.self) { return .object(BytesObject(other.bytes, type)) }
      if call[0].intValue == nil, call[0].bigInt != nil {
        throw .overflowError("cannot fit 'int' into an index-sized integer")
      }
      if call[0].type === TypeObject.float { throw .typeError("cannot convert 'float' object to \(name)") }
      if let count = try call.interpreter.indexIfPossible(call[0]) {
        if count < 0 { throw .valueError("negative count") }
        try MemoryLimit.checked(count, stride: 1)
        return .object(BytesObject([UInt8](repeating: 0, count: count), type))
      }
      var bytes: [UInt8] = []
      try call.interpreter.forEach(call[0]) { (element) throws(Raised) in
        bytes.append(try byte(element, name == "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)"))
      }
      return .object(BytesObject(bytes, type))
    }
    t.staticMethod("maketrans(frm, to, /)", "A table for translate.") { call throws(Raised) in
      let (from, to) = (try bytes(of: call[0]), try bytes(of: call[1]))
      if from.count != to.count { throw .valueError("maketrans arguments must have same length") }
      var table = (0...255).map { UInt8($0) }
      for (old, new) in zip(from, to) { table[Int(old)] = new }
      return .object(BytesObject(table))
    }
    t.method("translate(self, table, /, delete=None)", "Replaces each byte by that of a table.") {
      object, call throws(Raised) in
      let table = call[1].isNone ? (0...255).map { UInt8($0) } : try bytes(of: call[1])
      if table.count != 256 { throw .valueError("translation table must be 256 characters long") }
      let deleted = Set(call.has(2) ? try bytes(of: call[2]) : [])
      return .object(BytesObject(object.bytes.filter { !deleted.contains($0) }.map { table[Int($0)] }, t.type))
    }
    t.classMethod("fromhex(type, string, /)") { call throws(Raised) in
      .object(BytesObject(try fromHex(try call.string(1)), t.type))
    }
  }

  private static func fromHex(_ text: String) throws(Raised) -> [UInt8] {
    var bytes: [UInt8] = []
    var half: UInt8?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if half == nil, StrMethods.isSpace(scalar) { continue }
      guard scalar.value < 128, let digit = Character(scalar).hexDigitValue else {
        throw .valueError("non-hexadecimal number found in fromhex() arg at position \(index)")
      }
      if let high = half {
        bytes.append(high << 4 | UInt8(digit))
        half = nil
      } else {
        half = UInt8(digit)
      }
    }
    if half != nil {
      throw .valueError("non-hexadecimal number found in fromhex() arg at position \(text.unicodeScalars.count)")
    }
    return bytes
  }

  private static func object(_ value: Value) -> BytesObject {
    guard let object = value.cast(to: BytesObject.self) else { preconditionFailure("slots of bytes are asked of bytes only") }
    return object
  }

  private static func setUpSlots(_ t: TypeBuilder<BytesObject>) {
    let isMutable = t.type === TypeObject.bytearray
    t.slots.repr = { value throws(Raised) in
      let text = TextEscapes.repr(object(value).bytes)
      return isMutable ? "\(value.type.name)(\(text))" : text
    }
    t.slots.hash = { value throws(Raised) in
      if isMutable { throw .unhashable(value) }
      return object(value).bytes.withUnsafeBufferPointer { StrObject.hash(bytes: $0) }
    }
    t.slots.bool = { value throws(Raised) in !object(value).bytes.isEmpty }
    t.slots.length = { value throws(Raised) in object(value).bytes.count }
    t.slots.contains = { container, item throws(Raised) in
      if let part = item.cast(to: BytesObject.self) {
        return find(part.bytes, in: object(container).bytes, 0, object(container).bytes.count) >= 0
      }
      guard item.bigInt != nil else { throw .typeError("a bytes-like object is required, not '\(item.type.name)'") }
      return object(container).bytes.contains(try byte(item, "byte must be in range(0, 256)"))
    }
    t.slots.getItem = { container, index throws(Raised) in
      let bytes = object(container).bytes
      if let slice = index.cast(to: SliceObject.self) {
        let (start, step, count) = try slice.resolved(length: bytes.count)
        return .object(BytesObject((0..<count).map { bytes[start + $0 * step] }, t.type))
      }
      let message = isMutable ? "bytearray index out of range" : "index out of range"
      guard let position = try Interpreter.current.position(index, in: bytes.count, message) else {
        throw .typeError("\(isMutable ? "bytearray" : "byte") indices must be integers or slices, not \(index.type.name)")
      }
      return .int(Int(bytes[position]))
    }
    t.slots.iterate = { value throws(Raised) in
      let source = object(value)
      var index = 0
      return .object(
        IteratorObject(.bytesIterator) { () throws(Raised) -> Value? in
          guard index < source.bytes.count else { return nil }
          index += 1
          return .int(Int(source.bytes[index - 1]))
        })
    }
    t.slots.compare = { op, lhs, rhs throws(Raised) in
      guard let a = lhs.cast(to: BytesObject.self)?.bytes, let b = rhs.cast(to: BytesObject.self)?.bytes else { return nil }
      switch op {
      case .equal: return .bool(a == b)
      case .notEqual: return .bool(a != b)
      case .less: return .bool(a.lexicographicallyPrecedes(b))
      case .lessEqual: return .bool(!b.lexicographicallyPrecedes(a))
      case .greater: return .bool(b.lexicographicallyPrecedes(a))
      case .greaterEqual: return .bool(!a.lexicographicallyPrecedes(b))
      }
    }
    t.slots.binary = { op, lhs, rhs throws(Raised) in
      switch op {
      case .add:
        guard let a = lhs.cast(to: BytesObject.self), let b = rhs.cast(to: BytesObject.self) else { return nil }
        try MemoryLimit.checked(a.bytes.count + b.bytes.count, stride: 1)
        return .object(BytesObject(a.bytes + b.bytes, a.type.isSubtype(of: .bytearray) ? .bytearray : .bytes))
      case .multiply:
        guard let bytes = lhs.cast(to: BytesObject.self) ?? rhs.cast(to: BytesObject.self),
          let count = try Interpreter.current.repetition(lhs.cast(to: BytesObject.self) == nil ? lhs : rhs)
        else { return nil }
        try MemoryLimit.checked(bytes.bytes.count, times: count, stride: 1)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.bytes.count * count)
        for _ in 0..<count { result += bytes.bytes }
        return .object(BytesObject(result, bytes.type.isSubtype(of: .bytearray) ? .bytearray : .bytes))
      case .modulo:
        guard let template = lhs.cast(to: BytesObject.self) else { return nil }
        let text = try TextEncoding.decode(template.bytes, "latin-1")
        var format = PercentFormat(Interpreter.current, rhs)
        format.formatsBytes = true
        return .object(BytesObject(try TextEncoding.encode(try format.render(text), "latin-1"), t.type))
      default: return nil
      }
    }
  }

  private static func setUpMethods(_ t: TypeBuilder<BytesObject>) {
    let type = t.type
    t.method("decode(self, encoding='utf-8', errors='strict')") { bytes, call throws(Raised) in
      .string(try TextEncoding.decode(bytes.bytes, try call.string(1), errors: try call.string(2)))
    }
    t.method("hex(self, sep=None, bytes_per_sep=1)") { bytes, call throws(Raised) in
      let separator = call.has(1) ? try call.string(1) : ""
      let group = try call.int(2)
      var result = ""
      for (index, byte) in bytes.bytes.enumerated() {
        let position = group >= 0 ? bytes.bytes.count - index : index
        if index > 0, !separator.isEmpty, group != 0, position % max(abs(max(group, -Int.max)), 1) == 0 { result += separator }
        let digits = String(byte, radix: 16)
        result += byte < 16 ? "0" + digits : digits
      }
      return .string(result)
    }
    func mapped(_ name: String, _ change: @escaping ([UInt8]) -> [UInt8]) {
      t.method("\(name)(self, /)") { bytes, call throws(Raised) in .object(BytesObject(change(bytes.bytes), type)) }
    }
    func upper(_ byte: UInt8) -> UInt8 { byte >= 97 && byte <= 122 ? byte - 32 : byte }
    func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
    func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }
    mapped("upper") { $0.map(upper) }
    mapped("lower") { $0.map(lower) }
    mapped("swapcase") { $0.map { $0 >= 97 ? upper($0) : lower($0) } }
    mapped("capitalize") { $0.enumerated().map { $0.offset == 0 ? upper($0.element) : lower($0.element) } }
    mapped("title") { bytes in
      bytes.indices.map { index in
        index > 0 && isLetter(bytes[index - 1]) ? lower(bytes[index]) : upper(bytes[index])
      }
    }
    mapped("copy") { $0 }
    func every(_ name: String, _ test: @escaping (UInt8) -> Bool) {
      t.method("\(name)(self, /)") { bytes, call throws(Raised) in .bool(!bytes.bytes.isEmpty && bytes.bytes.allSatisfy(test)) }
    }
    every("isalpha", isLetter)
    every("isdigit") { $0 >= 48 && $0 <= 57 }
    every("isalnum") { isLetter($0) || $0 >= 48 && $0 <= 57 }
    every("isspace", isBlank)
    t.method("isascii(self, /)") { bytes, call throws(Raised) in .bool(bytes.bytes.allSatisfy { $0 < 128 }) }
    t.method("islower(self, /)") { bytes, call throws(Raised) in
      .bool(bytes.bytes.contains { $0 >= 97 && $0 <= 122 } && !bytes.bytes.contains { $0 >= 65 && $0 <= 90 })
    }
    t.method("isupper(self, /)") { bytes, call throws(Raised) in
      .bool(bytes.bytes.contains { $0 >= 65 && $0 <= 90 } && !bytes.bytes.contains { $0 >= 97 && $0 <= 122 })
    }
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      t.method("\(name)(self, bytes=None, /)") { bytes, call throws(Raised) in
        let set = call.has(1) ? Set(try BytesMethods.bytes(of: call[1])) : nil
        var rest = bytes.bytes[...]
        func drops(_ byte: UInt8) -> Bool { set?.contains(byte) ?? isBlank(byte) }
        if left { while let first = rest.first, drops(first) { rest.removeFirst() } }
        if right { while let last = rest.last, drops(last) { rest.removeLast() } }
        return .object(BytesObject(Array(rest), type))
      }
    }
    for name in ["ljust", "rjust", "center"] {
      t.method("\(name)(self, width, fillchar=None, /)") { bytes, call throws(Raised) in
        let fill = call.has(2) ? try BytesMethods.bytes(of: call[2]) : [32]
        let missing = max(0, try call.int(1) - bytes.bytes.count)
        try MemoryLimit.checked(missing, stride: 1)
        let left = name == "ljust" ? 0 : name == "rjust" ? missing : missing / 2 + (missing & (try call.int(1)) & 1)
        func padding(_ count: Int) -> [UInt8] { [UInt8](repeating: fill.first ?? 32, count: count) }
        return .object(BytesObject(padding(left) + bytes.bytes + padding(missing - left), type))
      }
    }
    t.method("expandtabs(self, tabsize=8)", "Replaces tabs by blanks up to the next multiple of a width.") {
      bytes, call throws(Raised) in
      let width = try call.int(1)
      var result: [UInt8] = []
      var column = 0
      for byte in bytes.bytes {
        if byte == 9 {
          let blanks = width > 0 ? width - column % width : 0
          try MemoryLimit.checked(result.count &+ blanks, stride: 1)
          result += [UInt8](repeating: 32, count: blanks)
          column &+= blanks
        } else {
          result.append(byte)
          column = byte == 10 || byte == 13 ? 0 : column &+ 1
        }
      }
      return .object(BytesObject(result, type))
    }
    t.method("istitle(self)", "Whether words begin with a capital and go on in small letters.") { bytes, call throws(Raised) in
      try call.interpreter.callMethod(try call.interpreter.callMethod(bytes.asValue, "decode", ["latin-1"]), "istitle")
    }
    t.method("zfill(self, width, /)") { bytes, call throws(Raised) in
      let missing = max(0, try call.int(1) - bytes.bytes.count)
      try MemoryLimit.checked(missing, stride: 1)
      let isSigned = bytes.bytes.first == 43 || bytes.bytes.first == 45
      let sign = isSigned ? Array(bytes.bytes.prefix(1)) : []
      return .object(BytesObject(sign + [UInt8](repeating: 48, count: missing) + bytes.bytes.dropFirst(sign.count), type))
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }

  private static func setUpMutation(_ t: TypeBuilder<BytesObject>) {
    let range = "byte must be in range(0, 256)"
    t.attribute("__hash__", .none)
    t.slots.setItem = { container, index, value throws(Raised) in
      let target = object(container)
      if let slice = index.cast(to: SliceObject.self) {
        let new = try bytes(of: value)
        let (start, step, count) = try slice.resolved(length: target.bytes.count)
        if step == 1 {
          target.bytes.replaceSubrange(start..<(start + count), with: new)
        } else {
          if new.count != count {
            throw .valueError("attempt to assign bytes of size \(new.count) to extended slice of size \(count)")
          }
          for (offset, byte) in new.enumerated() { target.bytes[start + offset * step] = byte }
        }
        return
      }
      let found = try Interpreter.current.position(index, in: target.bytes.count, "bytearray index out of range")
      guard let position = found else {
        throw .typeError("bytearray indices must be integers or slices, not \(index.type.name)")
      }
      let new = try byte(value, range)
      // Evaluating `value` may have shortened the array.
      if position < target.bytes.count { target.bytes[position] = new }
    }
    t.slots.deleteItem = { container, index throws(Raised) in
      let target = object(container)
      if let slice = index.cast(to: SliceObject.self) {
        let (start, step, count) = try slice.resolved(length: target.bytes.count)
        let gone = Set((0..<count).map { start + $0 * step })
        target.bytes = target.bytes.indices.filter { !gone.contains($0) }.map { target.bytes[$0] }
        return
      }
      if let position = try Interpreter.current.position(index, in: target.bytes.count, "bytearray index out of range") {
        target.bytes.remove(at: position)
      }
    }
    t.slots.inPlace = { op, lhs, rhs throws(Raised) in
      guard op == .add, let target = lhs.cast(to: BytesObject.self), let new = rhs.cast(to: BytesObject.self) else {
        return nil
      }
      try MemoryLimit.checked(target.bytes.count &+ new.bytes.count, stride: 1)
      target.bytes += new.bytes
      return lhs
    }
    t.method("append(self, item, /)") { target, call throws(Raised) in
      target.bytes.append(try byte(call[1], range))
      return .none
    }
    t.method("extend(self, iterable, /)") { target, call throws(Raised) in
      var new: [UInt8] = []
      if let other = call[1].cast(to: BytesObject.self) {
        new = other.bytes
      } else {
        try call.interpreter.forEach(call[1]) { (element) throws(Raised) in new.append(try byte(element, range)) }
      }
      try MemoryLimit.checked(target.bytes.count &+ new.count, stride: 1)
      target.bytes += new
      return .none
    }
    t.method("pop(self, index=-1, /)") { target, call throws(Raised) in
      if target.bytes.isEmpty { throw .indexError("pop from empty bytearray") }
      guard let position = try call.interpreter.position(call[1], in: target.bytes.count, "pop index out of range") else {
        throw .notAnIndex(call[1])
      }
      return .int(Int(target.bytes.remove(at: position)))
    }
    t.method("insert(self, index, item, /)") { target, call throws(Raised) in
      let new = try byte(call[2], range)
      var position = try call.interpreter.clippedIndex(call[1])
      if position < 0 { position = max(position &+ target.bytes.count, 0) }
      target.bytes.insert(new, at: min(position, target.bytes.count))
      return .none
    }
    t.method("remove(self, value, /)") { target, call throws(Raised) in
      guard let position = target.bytes.firstIndex(of: try byte(call[1], range)) else {
        throw .valueError("value not found in bytearray")
      }
      target.bytes.remove(at: position)
      return .none
    }
    t.method("clear(self, /)") { target, call throws(Raised) in
      target.bytes = []
      return .none
    }
    t.method("reverse(self, /)") { target, call throws(Raised) in
      target.bytes.reverse()
      return .none
    }
  }
}
