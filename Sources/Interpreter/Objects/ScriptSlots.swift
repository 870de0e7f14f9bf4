/// The names of the special methods, interned once.
enum SpecialNames {
  static let add = Operator.stems.map { StrObject.intern("__\($0)__") }
  static let reflected = Operator.stems.map { StrObject.intern("__r\($0)__") }
  static let inPlace = Operator.stems.map { StrObject.intern("__i\($0)__") }
  static let prefix = ["neg", "pos", "invert", "abs"].map { StrObject.intern("__\($0)__") }
  static let compare = ["lt", "le", "eq", "ne", "gt", "ge"].map { StrObject.intern("__\($0)__") }
  static let hash = StrObject.intern("__hash__")
  static let bool = StrObject.intern("__bool__")
}

/// The slots of classes that scripts define: each calls the special method of that name.
extension TypeObject {
  /// Gives a script class the slots that its own special methods make up. To be called when the class is complete and whenever
  /// one of its special methods is set or removed.
  package func updateScriptSlots() {
    guard isScriptDefined else { return }
    let kept = ownSlots
    var slots = TypeSlots()
    slots.allocate = kept.allocate
    slots.construct = kept.construct
    slots.attributeNames = kept.attributeNames
    if own("__eq__") != nil, own("__hash__") == nil { attributes.set(SpecialNames.hash, .none) }
    setTextSlots(&slots)
    setOperatorSlots(&slots)
    setContainerSlots(&slots)
    setAttributeSlots(&slots)
    setNumberSlots(&slots)
    ownSlots = slots
    changed()
  }

  private func own(_ name: String) -> Value? { attributes.get(StrObject.intern(name)) }

  /// Runs a body for a special method that this class defines itself.
  private func whenOwn(_ name: String, _ body: (StrObject) -> Void) {
    let name = StrObject.intern(name)
    if attributes.get(name) != nil { body(name) }
  }

  private func setTextSlots(_ slots: inout TypeSlots) {
    if let slot = textSlot("__repr__") { slots.repr = slot }
    if let slot = textSlot("__str__") { slots.str = slot }
    whenOwn("__format__") { name in
      slots.format = { (value, spec) throws(Raised) -> String in
        let result = try Interpreter.current.callSpecial(name, value, [.string(spec)])
        guard let text = result.stringValue else { throw .typeError("__format__ must return a str, not \(result.type.name)") }
        return text
      }
    }
    whenOwn("__hash__") { name in
      slots.hash = { (value) throws(Raised) -> Int in
        if value.type.lookup(name)?.isNone ?? true { throw .unhashable(value) }
        let result = try Interpreter.current.callSpecial(name, value)
        if case .int(let number) = result { return number == -1 ? -2 : number }
        guard let big = result.bigInt else { throw .typeError("__hash__ method should return an integer") }
        return NumberHash.hash(big)
      }
    }
    whenOwn("__call__") { name in
      slots.call = { (value, call) throws(Raised) -> Value in
        var positional: [Value] = []
        for i in 0..<call.positionalCount { positional.append(call[i]) }
        var keywords: [(String, Value)] = []
        for i in call.positionalCount..<call.count { keywords.append((call.keywordName(i), call[i])) }
        return try call.interpreter.callSpecial(name, value, positional, keywords: keywords)
      }
    }
  }

  private func textSlot(_ text: String) -> ((Value) throws(Raised) -> String)? {
    let name = StrObject.intern(text)
    guard attributes.get(name) != nil else { return nil }
    return { (value) throws(Raised) -> String in
      let result = try Interpreter.current.callSpecial(name, value)
      guard let text = result.stringValue else {
        throw .typeError("\(name.string) returned non-string (type \(result.type.name))")
      }
      return text
    }
  }

  private func setOperatorSlots(_ slots: inout TypeSlots) {
    let hasBinary = SpecialNames.add.contains { attributes.get($0) != nil } || SpecialNames.reflected.contains { attributes.get($0) != nil }
    if hasBinary {
      slots.binary = { [unowned self] (op, lhs, rhs) throws(Raised) -> Value? in try scriptBinary(op, lhs, rhs) }
    }
    if SpecialNames.inPlace.contains(where: { attributes.get($0) != nil }) {
      slots.inPlace = { (op, lhs, rhs) throws(Raised) -> Value? in
        let name = SpecialNames.inPlace[Int(op.rawValue)]
        guard let method = lhs.type.lookup(name), !method.isNone else { return nil }
        let result = try Interpreter.current.callSpecial(name, lhs, [rhs])
        return result.isNotImplemented ? nil : result
      }
    }
    if SpecialNames.prefix.contains(where: { attributes.get($0) != nil }) {
      slots.prefix = { (op, value) throws(Raised) -> Value? in
        let name = SpecialNames.prefix[Int(op.rawValue)]
        guard let method = value.type.lookup(name), !method.isNone else { return nil }
        return try Interpreter.current.callSpecial(name, value)
      }
    }
    if SpecialNames.compare.contains(where: { attributes.get($0) != nil }) {
      slots.compare = { [unowned self] (op, lhs, rhs) throws(Raised) -> Value? in try scriptCompare(op, lhs, rhs) }
    }
  }

  /// A binary operator of this class: the left operand's method, else the right one's reflected method.
  private func scriptBinary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    let interpreter = Interpreter.current
    let name = SpecialNames.add[Int(op.rawValue)], reflected = SpecialNames.reflected[Int(op.rawValue)]
    let left = lhs.type, right = rhs.type
    let rightIsAskedFirst = left !== right && right.isSubtype(of: left)
    if left.isSubtype(of: self), let method = left.lookup(name), !method.isNone {
      // A right operand of a derived class goes first only where it has a reflected method of its own.
      let result = try interpreter.callSpecial(name, lhs, [rhs])
      if !result.isNotImplemented { return result }
    }
    guard left !== right, right.isSubtype(of: self), let method = right.lookup(reflected), !method.isNone else { return nil }
    if rightIsAskedFirst, !left.isSubtype(of: self), let inherited = left.lookup(reflected), inherited.isIdentical(to: method) {
      return nil
    }
    let result = try interpreter.callSpecial(reflected, rhs, [lhs])
    return result.isNotImplemented ? nil : result
  }

  /// A comparison of this class: the left operand's method, else the right one's with the comparison turned round.
  private func scriptCompare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    if lhs.type.isSubtype(of: self), let result = try TypeObject.half(op, lhs, rhs) { return result }
    if rhs.type.isSubtype(of: self), let result = try TypeObject.half(op.reflected, rhs, lhs) { return result }
    return nil
  }

  private static func half(_ op: CompareOperator, _ receiver: Value, _ other: Value) throws(Raised) -> Value? {
    let interpreter = Interpreter.current
    let name = SpecialNames.compare[Int(op.rawValue)]
    guard let method = receiver.type.lookup(name), !method.isNone else { return nil }
    if let native = method.cast(to: NativeFunction.self), native.owner === TypeObject.object {
      // `object` knows identity only; its `__ne__` is the opposite of what `__eq__` says.
      guard op == .notEqual else { return nil }
      guard let equal = try half(.equal, receiver, other) else { return nil }
      return .bool(try !interpreter.isTrue(equal))
    }
    let result = try interpreter.callSpecial(name, receiver, [other])
    return result.isNotImplemented ? nil : result
  }

  private func setContainerSlots(_ slots: inout TypeSlots) {
    whenOwn("__len__") { name in
      slots.length = { (value) throws(Raised) -> Int in
        let interpreter = Interpreter.current
        let count = try interpreter.index(try interpreter.callSpecial(name, value))
        if count < 0 { throw .valueError("__len__() should return >= 0") }
        return count
      }
      if self.lookup(SpecialNames.bool) == nil {
        slots.bool = { (value) throws(Raised) -> Bool in try Interpreter.current.length(value) != 0 }
      }
    }
    whenOwn("__bool__") { name in
      slots.bool = { (value) throws(Raised) -> Bool in
        let result = try Interpreter.current.callSpecial(name, value)
        guard case .bool(let truth) = result else {
          throw .typeError("__bool__ should return bool, returned \(result.type.name)")
        }
        return truth
      }
    }
    whenOwn("__getitem__") { name in
      slots.getItem = { (value, index) throws(Raised) -> Value in try Interpreter.current.callSpecial(name, value, [index]) }
    }
    whenOwn("__setitem__") { name in
      slots.setItem = { (value, index, new) throws(Raised) in
        _ = try Interpreter.current.callSpecial(name, value, [index, new])
      }
    }
    whenOwn("__delitem__") { name in
      slots.deleteItem = { (value, index) throws(Raised) in _ = try Interpreter.current.callSpecial(name, value, [index]) }
    }
    whenOwn("__contains__") { name in
      slots.contains = { (value, item) throws(Raised) -> Bool in
        let interpreter = Interpreter.current
        if value.type.lookup(name)?.isNone ?? true {
          throw .typeError("'\(value.type.name)' object is not a container")
        }
        return try interpreter.isTrue(try interpreter.callSpecial(name, value, [item]))
      }
    }
    whenOwn("__iter__") { name in
      slots.iterate = { (value) throws(Raised) -> Value in
        if value.type.lookup(name)?.isNone ?? true { throw .notIterable(value) }
        return try Interpreter.current.callSpecial(name, value)
      }
    }
    whenOwn("__next__") { name in
      slots.next = { (value) throws(Raised) -> Value? in
        do throws(Raised) { return try Interpreter.current.callSpecial(name, value) } catch {
          if error.exception.type.isSubtype(of: .stopIteration) { return nil }
          throw error
        }
      }
    }
  }

  private func setAttributeSlots(_ slots: inout TypeSlots) {
    whenOwn("__getattribute__") { name in
      slots.getAttribute = { (value, attribute) throws(Raised) -> Value? in
        try Interpreter.current.callSpecial(name, value, [.object(attribute)])
      }
    }
    whenOwn("__getattr__") { name in
      slots.missingAttribute = { (value, attribute) throws(Raised) -> Value? in
        try Interpreter.current.callSpecial(name, value, [.object(attribute)])
      }
    }
    whenOwn("__setattr__") { name in
      slots.setAttribute = { (value, attribute, new) throws(Raised) -> Bool in
        _ = try Interpreter.current.callSpecial(name, value, [.object(attribute), new])
        return true
      }
    }
    whenOwn("__delattr__") { name in
      slots.deleteAttribute = { (value, attribute) throws(Raised) -> Bool in
        _ = try Interpreter.current.callSpecial(name, value, [.object(attribute)])
        return true
      }
    }
    whenOwn("__get__") { name in
      slots.descriptorGet = { (descriptor, instance, owner) throws(Raised) -> Value in
        try Interpreter.current.callSpecial(name, descriptor, [instance ?? .none, owner.asValue])
      }
    }
    whenOwn("__set__") { name in
      slots.descriptorSet = { (descriptor, instance, value) throws(Raised) in
        _ = try Interpreter.current.callSpecial(name, descriptor, [instance, value])
      }
    }
    whenOwn("__delete__") { name in
      slots.descriptorDelete = { (descriptor, instance) throws(Raised) in
        _ = try Interpreter.current.callSpecial(name, descriptor, [instance])
      }
    }
  }

  private func setNumberSlots(_ slots: inout TypeSlots) {
    whenOwn("__index__") { name in
      slots.index = { (value) throws(Raised) -> Value in try Interpreter.current.callSpecial(name, value) }
    }
    whenOwn("__int__") { name in
      slots.int = { (value) throws(Raised) -> Value in try Interpreter.current.callSpecial(name, value) }
    }
    whenOwn("__float__") { name in
      slots.float = { (value) throws(Raised) -> Double in
        let result = try Interpreter.current.callSpecial(name, value)
        if case .float(let number) = result { return number }
        guard let float = result.cast(to: FloatObject.self) else {
          throw .typeError("\(value.type.name).__float__ returned non-float (type \(result.type.name))")
        }
        return float.value
      }
    }
  }
}

extension Interpreter {
  /// Calls a special method, which is looked up on the class only.
  func callSpecial(
    _ name: StrObject, _ receiver: Value, _ arguments: [Value] = [], keywords: [(String, Value)] = []
  ) throws(Raised) -> Value {
    let type = receiver.type
    guard let method = type.lookup(name) else {
      throw .attributeError("'\(type.name)' object has no attribute '\(name.string)'")
    }
    if case .object(let object) = method {
      let tag = object.tag & 0x7F
      if tag == ObjectTag.function.rawValue || tag == ObjectTag.native.rawValue {
        return try call(method, [receiver] + arguments, keywords: keywords)
      }
      if let get = object.type.slots.descriptorGet {
        return try call(try get(method, receiver, type), arguments, keywords: keywords)
      }
    }
    return try call(method, arguments, keywords: keywords)
  }
}
