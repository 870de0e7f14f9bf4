/// Displays and unpacking.
extension Interpreter {
  // MARK: Containers

  @inline(never) func buildSet(_ i: Pointer, _ R: Register) throws(Raised) {
    let set = try SetObject()
    for k in 0..<Int(i.pointee.c) { try set.insert((R + Int(i.pointee.b) + k).takeOut()) }
    (R + Int(i.pointee.a)).pointee = .object(set)
  }

  @inline(never) func buildDict(_ i: Pointer, _ R: Register) throws(Raised) {
    let dict = DictObject()
    for k in 0..<Int(i.pointee.c) {
      let key = R + Int(i.pointee.b) + 2 * k
      try dict.set(key.pointee, (key + 1).pointee)
      key.clear()
      (key + 1).clear()
    }
    (R + Int(i.pointee.a)).pointee = .object(dict)
  }

  @inline(never) func setAdd(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    guard let set = R[Int(i.pointee.a)].cast(to: SetObject.self) else { return }
    try set.insert(R[Int(i.pointee.b)])
    if i.pointee.flags & 1 != 0 { (R + Int(i.pointee.b)).clear() }
  }

  @inline(never) func dictSet(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let value = R + Int(i.pointee.c)
    if i.pointee.d != 1, !value.isUnbound, try store(value, R + Int(i.pointee.b), R + Int(i.pointee.a)) {
      endOperands(i, R)
      return
    }
    try checkBoth(code, i, R)
    guard case .object(let object) = R[Int(i.pointee.a)] else { return }
    let dict = unsafeDowncast(object, to: DictObject.self)
    if i.pointee.d == 1, let key = R[Int(i.pointee.b)].cast(to: StrObject.self), dict.get(key) != nil {
      throw .typeError("\(calleeName(R + Int(i.pointee.a) - 2))got multiple values for keyword argument '\(key.string)'")
    }
    try dict.set(R[Int(i.pointee.b)], R[Int(i.pointee.c)])
    endOperands(i, R)
  }

  func calleeName(_ window: Register) -> String {
    guard window.isObject else { return "" }
    if let function = window.pointee.cast(to: FunctionObject.self) { return "__main__.\(function.qualifiedName)() " }
    if let function = window.pointee.cast(to: NativeFunction.self) { return "\(function.name)() " }
    if let type = window.pointee.cast(to: TypeObject.self) { return "\(type.displayName)() " }
    return "function() "
  }

  @inline(never) func listExtend(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let list = R[Int(i.pointee.a)].cast(to: ListObject.self) else { return }
    let source = R[Int(i.pointee.b)]
    if !isIterable(source) {
      if i.pointee.d == 1 {
        throw .typeError("\(calleeName(R + Int(i.pointee.a) - 1))argument after * must be an iterable, not \(source.type.name)")
      }
      throw .typeError("Value after * must be an iterable, not \(source.type.name)")
    }
    try forEach(source) { (value) throws(Raised) in list.append(value) }
  }

  @inline(never) func setUpdate(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let set = R[Int(i.pointee.a)].cast(to: SetObject.self) else { return }
    try forEach(R[Int(i.pointee.b)]) { (value) throws(Raised) in try set.insert(value) }
  }

  @inline(never) func dictUpdate(_ i: Pointer, _ R: Register) throws(Raised) {
    guard let dict = R[Int(i.pointee.a)].cast(to: DictObject.self) else { return }
    let source = R[Int(i.pointee.b)]
    let asKeywords = i.pointee.d == 1
    var pairs: [(key: Value, value: Value)] = []
    if let mapping = source.cast(to: DictObject.self) {
      pairs = mapping.pairs
    } else if let keys = try attributeIfPresent(source, "keys") {
      for key in try elements(of: try call(keys)) { pairs.append((key, try item(source, key))) }
    } else if asKeywords {
      throw .typeError("\(calleeName(R + Int(i.pointee.c)))argument after ** must be a mapping, not \(source.type.name)")
    } else {
      throw .typeError("'\(source.type.name)' object is not a mapping")
    }
    for (key, value) in pairs {
      if asKeywords {
        guard let name = key.stringValue else { throw .typeError("keywords must be strings") }
        if try dict.contains(key) {
          throw .typeError("\(calleeName(R + Int(i.pointee.c)))got multiple values for keyword argument '\(name)'")
        }
      }
      try dict.set(key, value)
    }
  }

  // MARK: Unpacking

  @inline(never) func unpack(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    let source = R[Int(i.pointee.b)]
    let wanted = Int(i.pointee.c)
    let target = R + Int(i.pointee.a)
    if source.type === TypeObject.list || source.type === TypeObject.tuple, let elements = source.sequence {
      if elements.count != wanted { throw wrongCount(elements.count, wanted) }
      for k in 0..<wanted { (target + k).pointee = elements[k] }
      return
    }
    guard isIterable(source) else { throw .typeError("cannot unpack non-iterable \(source.type.name) object") }
    let iterator = try self.iterator(of: source)
    for k in 0..<wanted {
      guard let value = try next(iterator) else {
        throw .valueError("not enough values to unpack (expected \(wanted), got \(k))")
      }
      (target + k).pointee = value
    }
    if try next(iterator) != nil { throw .valueError("too many values to unpack (expected \(wanted))") }
  }

  private func wrongCount(_ count: Int, _ wanted: Int) -> Raised {
    count < wanted
      ? .valueError("not enough values to unpack (expected \(wanted), got \(count))")
      : .valueError("too many values to unpack (expected \(wanted))")
  }

  @inline(never) func unpackStarred(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    try check(code, i, R)
    let source = R[Int(i.pointee.b)]
    guard isIterable(source) else { throw .typeError("cannot unpack non-iterable \(source.type.name) object") }
    let values = try elements(of: source)
    let before = Int(i.pointee.c)
    let after = Int(i.pointee.d)
    if values.count < before + after {
      throw .valueError("not enough values to unpack (expected at least \(before + after), got \(values.count))")
    }
    let target = R + Int(i.pointee.a)
    for k in 0..<before { (target + k).pointee = values[k] }
    (target + before).pointee = .list(Array(values[before..<(values.count - after)]))
    for k in 0..<after { (target + before + 1 + k).pointee = values[values.count - after + k] }
  }
}
