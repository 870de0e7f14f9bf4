/// Native functions and classes so frequent that the evaluator does their usual cases on the registers themselves. Each does what the
/// general body does, which gets all other cases.
enum QuickCall: UInt8 {
  case none
  case length, isInstance, absolute, smallest, largest, character, ordinal
  case listAppend, dictGet, strFormat
  case range, int, float, string

  /// Marks the functions and classes that have a short cut.
  static func mark(_ builtins: ModuleObject) {
    let functions: [(String, QuickCall)] = [
      ("len", .length), ("isinstance", .isInstance), ("abs", .absolute), ("min", .smallest), ("max", .largest),
      ("chr", .character), ("ord", .ordinal),
    ]
    for (name, quick) in functions { builtins.namespace.get(name)?.cast(to: NativeFunction.self)?.quick = quick }
    let methods: [(TypeObject, String, QuickCall)] = [
      (.list, "append", .listAppend), (.dict, "get", .dictGet), (.str, "format", .strFormat),
    ]
    for (type, name, quick) in methods { type.attributes.get(name)?.cast(to: NativeFunction.self)?.quick = quick }
    TypeObject.range.quick = .range
    TypeObject.int.quick = .int
    TypeObject.float.quick = .float
    TypeObject.str.quick = .string
  }
}

extension Interpreter {
  /// Does a call whose positional arguments, receiver included, lie from `first` on; they are released and `target` gets the result.
  /// False, and nothing done, where the general way is needed. No code of a script runs before the result is known.
  @inline(never) func quickCall(_ quick: QuickCall, _ first: Register, _ count: Int, _ target: Register) -> Bool {
    switch quick {
    case .none: return false
    case .listAppend:
      guard count == 2, first.holds(.list) else { return false }
      first.with(ListObject.self) { $0.append(taking: first + 1) }
      first.clear()
      target.setNone()
      return true
    case .dictGet: return getFromDict(first, count, target)
    case .strFormat:
      guard first.holds(.str), let text = first.with(StrObject.self, { PlainTemplate.render($0, first + 1, count &- 1) }) else {
        return false
      }
      releaseRegisters(first, count)
      target.setObject(text)
      return true
    case .length:
      guard count == 1, let length = quickLength(first) else { return false }
      first.clear()
      target.setInt(length)
      return true
    case .isInstance:
      guard count == 2, (first + 1).holds(.type) else { return false }
      let verdict = (first + 1).with(TypeObject.self) { class_ -> Bool? in
        let type = first.pointee.type
        return class_.storedType === TypeObject.type && type !== TypeObject.instanceDict ? type.isSubtype(of: class_) : nil
      }
      guard let verdict else { return false }
      releaseRegisters(first, 2)
      target.setBool(verdict)
      return true
    case .smallest, .largest: return chooseNumber(first, count, target, largest: quick == .largest)
    case .absolute:
      guard count == 1 else { return false }
      if first.tag == ValueTag.float {
        target.setFloat(first.double.magnitude)
      } else if first.tag == ValueTag.int, first.bits != Int.min {
        target.setInt(abs(first.bits))
      } else {
        return false
      }
      return true
    case .character:
      guard count == 1, first.tag == ValueTag.int, first.bits >= 0, first.bits < 128 else { return false }
      target.pointee = StrIterators.character(Unicode.Scalar(UInt8(truncatingIfNeeded: first.bits)))
      return true
    case .ordinal:
      guard count == 1, first.holds(.str) else { return false }
      let code = first.with(StrObject.self) { text in text.isASCII && text.count == 1 ? text.scalar(at: 0).value : nil }
      guard let code else { return false }
      first.clear()
      target.setInt(Int(code))
      return true
    case .range: return makeRange(first, count, target)
    case .int: return convertToInt(first, count, target)
    case .float:
      guard count == 1 else { return false }
      switch first.tag {
      case ValueTag.float: target.setFloat(first.double)
      case ValueTag.int: target.setFloat(Double(first.bits))
      case ValueTag.bool: target.setFloat(first.bits & 1 != 0 ? 1 : 0)
      default: return false
      }
      return true
    case .string:
      guard count == 1 else { return false }
      if first.holds(.str) {
        target.takeFrom(first)
        return true
      }
      guard first.tag == ValueTag.int else { return false }
      target.setObject(StrObject(number: first.bits))
      return true
    }
  }

  private func getFromDict(_ first: Register, _ count: Int, _ target: Register) -> Bool {
    guard count == 2 || count == 3, first.holds(.dict) else { return false }
    let (entries, index) = first.with(DictObject.self) { ($0.entries, $0.lookUp(first + 1)) }
    if index == DictObject.undecided { return false }
    if index >= 0 {
      let found = (entries + index).value
      let payload = found.bits
      let kind = found.tag
      if kind == ValueTag.object { _ = Unmanaged<Object>.fromOpaque(found.reference).retain() }
      releaseRegisters(first, count)
      target.overwrite(payload, kind)
    } else if count == 3 {
      releaseRegisters(first, 2)
      target.takeFrom(first + 2)
    } else {
      releaseRegisters(first, 2)
      target.setNone()
    }
    return true
  }

  @inline(__always) private func quickLength(_ value: Register) -> Int? {
    guard value.isObject else { return nil }
    switch value.objectTag {
    case ObjectTag.list.rawValue: return value.with(ListObject.self) { $0.used }
    case ObjectTag.tuple.rawValue: return value.with(TupleObject.self) { $0.count }
    case ObjectTag.dict.rawValue: return value.with(DictObject.self) { $0.live }
    case ObjectTag.str.rawValue: return value.with(StrObject.self) { $0.count }
    default: return nil
    }
  }

  /// `min(a, b)` or `max(a, b)`: the first argument unless the second one goes before it.
  private func chooseNumber(_ first: Register, _ count: Int, _ target: Register, largest: Bool) -> Bool {
    guard count == 2 else { return false }
    let x = first
    let y = first + 1
    if x.tag == ValueTag.int, y.tag == ValueTag.int {
      target.setInt(largest ? Swift.max(x.bits, y.bits) : Swift.min(x.bits, y.bits))
    } else if x.tag == ValueTag.float, y.tag == ValueTag.float {
      let (a, b) = (x.double, y.double)
      target.setFloat((largest ? b > a : b < a) ? b : a)
    } else {
      return false
    }
    return true
  }

  private func makeRange(_ first: Register, _ count: Int, _ target: Register) -> Bool {
    guard count >= 1, count <= 3 else { return false }
    // Bounds so small that nothing overflows.
    for k in 0..<count where (first + k).tag != ValueTag.int || (first + k).bits.magnitude >= 1 << 60 { return false }
    let step = count == 3 ? (first + 2).bits : 1
    if step == 0 { return false }
    let range = count == 1 ? RangeObject(0, first.bits) : RangeObject(first.bits, (first + 1).bits, step)
    target.setObject(range)
    return true
  }

  private func convertToInt(_ first: Register, _ count: Int, _ target: Register) -> Bool {
    guard count == 1 else { return false }
    switch first.tag {
    case ValueTag.int: target.setInt(first.bits)
    case ValueTag.bool: target.setInt(first.bits & 1)
    case ValueTag.float:
      guard first.double.magnitude < 0x1p62 else { return false }
      target.setInt(Int(first.double))
    default: return false
    }
    return true
  }
}
