/// The protocol slots of script classes: each calls the dunder method that the class defines.
extension TypeObject {
  /// Fills the slots for all dunder methods among the class's attributes.
  func installDunders() {
    for (key, _) in attributes.pairs { if let name = key.stringValue, name.hasPrefix("__") { assignSlot(name) } }
  }

  /// Fills the slots of a native class that states container methods (`__len__`, `__getitem__`, …) but no slots for them.
  func installContainerMethods() {
    let own = ownSlots
    let open: [(String, Bool)] = [
      ("__len__", own.length == nil), ("__getitem__", own.getItem == nil), ("__setitem__", own.setItem == nil),
      ("__delitem__", own.deleteItem == nil), ("__contains__", own.contains == nil), ("__iter__", own.iterate == nil),
      ("__next__", own.next == nil), ("__call__", own.call == nil), ("__add__", own.binary == nil),
    ]
    for (name, isOpen) in open where isOpen && attributes.get(StrObject.intern(name)) != nil { assignSlot(name) }
  }

  /// Fills the slot of a dunder method that was set on an existing class.
  func installDunder(_ name: String) {
    guard name.hasPrefix("__") else { return }
    assignSlot(name)
    changed()
  }

  private static var current: Interpreter { Interpreter.current }

  /// The method of a class for a value, bound.
  private static func method(_ value: Value, _ name: StrObject) throws(Raised) -> Value? {
    guard let found = value.type.lookup(name), !found.isNone else { return nil }
    return try current.bound(found, to: value)
  }

  /// Calls a dunder method of a value's class.
  static func dunder(_ value: Value, _ name: StrObject, _ arguments: Value...) throws(Raised) -> Value {
    guard let found = value.type.lookup(name) else { throw current.missing(value, name) }
    if case .object(let function) = found, function.tag == ObjectTag.function.rawValue {
      if arguments.isEmpty { return try current.call(found, value) }
      if arguments.count == 1 { return try current.call(found, value, arguments[0]) }
      return try current.call(found, [value] + arguments)
    }
    return try current.call(try current.bound(found, to: value), arguments)
  }

  private func assignSlot(_ name: String) {
    let stem = String(name.dropFirst(2).dropLast(2))
    if let slot = TypeObject.simpleSlots[stem] {
      slot(self)
      return
    }
    if Operator.stems.contains(stem) || (stem.hasPrefix("r") && Operator.stems.contains(String(stem.dropFirst()))) {
      ownSlots.binary = scriptBinary
    } else if stem.hasPrefix("i"), Operator.stems.contains(String(stem.dropFirst())) {
      ownSlots.inPlace = scriptInPlace
    } else if Names.prefix.contains(where: { $0.string == name }) {
      ownSlots.prefix = scriptPrefix
    } else if Names.compare.contains(where: { $0.string == name }) {
      ownSlots.compare = scriptCompare
    }
  }

  /// The slots as the bases have them, without this class's own.
  private func inherited<T>(_ path: KeyPath<TypeSlots, T?>) -> T? {
    for type in mro.dropFirst() { if let slot = type.ownSlots[keyPath: path] { return slot } }
    return nil
  }

  private static func text(_ value: Value, _ name: StrObject) throws(Raised) -> String {
    let result = try dunder(value, name)
    guard let text = result.stringValue else {
      throw .typeError("\(name.string) returned non-string (type \(result.type.name))")
    }
    return text
  }

  private static let simpleSlots: [String: (TypeObject) -> Void] = [
    "repr": { $0.ownSlots.repr = { (value) throws(Raised) in try text(value, StrObject.intern("__repr__")) } },
    "str": { $0.ownSlots.str = { (value) throws(Raised) in try text(value, StrObject.intern("__str__")) } },
    "format": {
      $0.ownSlots.format = { (value, spec) throws(Raised) in
        let result = try dunder(value, StrObject.intern("__format__"), .string(spec))
        guard let text = result.stringValue else {
          throw .typeError("__format__ must return a str, not \(result.type.name)")
        }
        return text
      }
    },
    "hash": {
      $0.ownSlots.hash = { (value) throws(Raised) in
        guard let method = try method(value, Names.hash) else { throw .typeError("unhashable type: '\(value.type.name)'") }
        let result = try current.call(method)
        guard let big = result.bigInt else { throw .typeError("__hash__ method should return an integer") }
        return try current.hash(.integer(big))
      }
    },
    "bool": {
      $0.ownSlots.bool = { (value) throws(Raised) in
        let result = try dunder(value, Names.bool)
        guard let truth = result.boolValue else {
          throw .typeError("__bool__ should return bool, returned \(result.type.name)")
        }
        return truth
      }
    },
    "len": {
      $0.ownSlots.length = { (value) throws(Raised) in
        let count = try current.index(try dunder(value, Names.len))
        if count < 0 { throw .valueError("__len__() should return >= 0") }
        return count
      }
    },
    "call": { type in
      type.ownSlots.call = { (value, call) throws(Raised) in
        guard let method = try method(value, Names.call) else { throw current.notCallable(value) }
        return try current.callCollected(method, (0..<call.count).map { call.base[$0] }, call.keywordNames)
      }
    },
    "getitem": { $0.ownSlots.getItem = { (value, index) throws(Raised) in try dunder(value, Names.getitem, index) } },
    "setitem": {
      $0.ownSlots.setItem = { (value, index, new) throws(Raised) in
        _ = try dunder(value, StrObject.intern("__setitem__"), index, new)
      }
    },
    "delitem": {
      $0.ownSlots.deleteItem = { (value, index) throws(Raised) in _ = try dunder(value, StrObject.intern("__delitem__"), index)
      }
    },
    "contains": {
      $0.ownSlots.contains = { (value, item) throws(Raised) in try current.isTrue(try dunder(value, Names.contains, item)) }
    },
    "iter": {
      $0.ownSlots.iterate = { (value) throws(Raised) in
        guard let method = try method(value, Names.iter) else {
          throw .typeError("'\(value.type.name)' object is not iterable")
        }
        return try current.call(method)
      }
    },
    "next": {
      $0.ownSlots.next = { (value) throws(Raised) -> Value? in
        do throws(Raised) {
          return try dunder(value, Names.next)
        } catch {
          if error.exception.type.isSubtype(of: .stopIteration) { return nil }
          throw error
        }
      }
    },
    "getattribute": {
      $0.ownSlots.getAttribute = { (value, name) throws(Raised) in try dunder(value, Names.getattribute, .object(name)) }
    },
    "getattr": {
      $0.ownSlots.missingAttribute = { (value, name) throws(Raised) in try dunder(value, Names.getattr, .object(name)) }
    },
    "setattr": {
      $0.ownSlots.setAttribute = { (value, name, new) throws(Raised) in
        _ = try dunder(value, Names.setattr, .object(name), new)
        return true
      }
    },
    "delattr": {
      $0.ownSlots.deleteAttribute = { (value, name) throws(Raised) in
        _ = try dunder(value, Names.delattr, .object(name))
        return true
      }
    },
    "dir": {
      $0.ownSlots.attributeNames = { value in
        guard let names = try? dunder(value, StrObject.intern("__dir__")), let all = try? current.elements(of: names) else {
          return []
        }
        return all.compactMap(\.stringValue)
      }
    },
    "get": {
      $0.ownSlots.descriptorGet = { (descriptor, instance, owner) throws(Raised) in
        try dunder(descriptor, Names.get, instance ?? .none, owner.asValue)
      }
    },
    "set": {
      $0.ownSlots.descriptorSet = { (descriptor, instance, value) throws(Raised) in
        _ = try dunder(descriptor, Names.set, instance, value)
      }
    },
    "delete": {
      $0.ownSlots.descriptorDelete = { (descriptor, instance) throws(Raised) in
        _ = try dunder(descriptor, Names.delete, instance)
      }
    },
    "index": { $0.ownSlots.index = { (value) throws(Raised) in try dunder(value, StrObject.intern("__index__")) } },
    "int": { $0.ownSlots.int = { (value) throws(Raised) in try dunder(value, StrObject.intern("__int__")) } },
    "float": {
      $0.ownSlots.float = { (value) throws(Raised) in
        let result = try dunder(value, StrObject.intern("__float__"))
        guard case .float(let number) = result else {
          throw .typeError("\(value.type.name).__float__ returned non-float (type \(result.type.name))")
        }
        return number
      }
    },
    "new": { type in
      type.ownSlots.construct = { (made, call) throws(Raised) in
        guard var function = made.lookup(Names.new) else { throw current.missing(made.asValue, Names.new) }
        if let wrapped = function.cast(to: StaticMethodObject.self) { function = wrapped.function }
        return try current.callCollected(function, [made.asValue] + (0..<call.count).map { call.base[$0] }, call.keywordNames)
      }
    },
  ]

  /// `__op__` of the left operand, then `__rop__` of the right one.
  private var scriptBinary: (Operator, Value, Value) throws(Raised) -> Value? {
    { [unowned(unsafe) self] (op, lhs, rhs) throws(Raised) -> Value? in
      let interpreter = Interpreter.current
      let k = Int(op.rawValue)
      if lhs.type.isSubtype(of: self) {
        if let found = lhs.type.lookup(Names.forward[k]), !found.isNone {
          let result = try interpreter.call(try interpreter.bound(found, to: lhs), rhs)
          if !result.isNotImplemented { return result }
        } else if let slot = self.inherited(\.binary), let result = try slot(op, lhs, rhs) {
          return result
        }
        if rhs.type === lhs.type || !rhs.type.isSubtype(of: self) { return nil }
      }
      if let found = rhs.type.lookup(Names.reflected[k]), !found.isNone {
        let result = try interpreter.call(try interpreter.bound(found, to: rhs), lhs)
        return result.isNotImplemented ? nil : result
      }
      return try self.inherited(\.binary)?(op, lhs, rhs)
    }
  }

  private var scriptInPlace: (Operator, Value, Value) throws(Raised) -> Value? {
    { [unowned(unsafe) self] (op, lhs, rhs) throws(Raised) -> Value? in
      let interpreter = Interpreter.current
      if let found = lhs.type.lookup(Names.inPlace[Int(op.rawValue)]), !found.isNone {
        let result = try interpreter.call(try interpreter.bound(found, to: lhs), rhs)
        return result.isNotImplemented ? nil : result
      }
      return try self.inherited(\.inPlace)?(op, lhs, rhs)
    }
  }

  private var scriptPrefix: (PrefixOperator, Value) throws(Raised) -> Value? {
    { [unowned(unsafe) self] (op, value) throws(Raised) -> Value? in
      if value.type.lookup(Names.prefix[Int(op.rawValue)]) != nil {
        return try TypeObject.dunder(value, Names.prefix[Int(op.rawValue)])
      }
      return try self.inherited(\.prefix)?(op, value)
    }
  }

  private var scriptCompare: (CompareOperator, Value, Value) throws(Raised) -> Value? {
    { [unowned(unsafe) self] (op, lhs, rhs) throws(Raised) -> Value? in
      let interpreter = Interpreter.current
      func ask(_ op: CompareOperator, _ value: Value, _ other: Value) throws(Raised) -> Value? {
        if let found = value.type.lookup(Names.compare[Int(op.rawValue)]), !found.isNone {
          let result = try interpreter.call(try interpreter.bound(found, to: value), other)
          return result.isNotImplemented ? nil : result
        }
        // `!=` is the opposite of `==` where only that is defined.
        if op == .notEqual, let found = value.type.lookup(Names.eq), !found.isNone, found.cast(to: FunctionObject.self) != nil {
          let result = try interpreter.call(try interpreter.bound(found, to: value), other)
          return result.isNotImplemented ? nil : .bool(!(try interpreter.isTrue(result)))
        }
        return nil
      }
      if lhs.type.isSubtype(of: self) {
        if let result = try ask(op, lhs, rhs) { return result }
        if let slot = self.inherited(\.compare), let result = try slot(op, lhs, rhs) { return result }
        if !rhs.type.isSubtype(of: self) { return nil }
      }
      return try ask(op.reflected, rhs, lhs)
    }
  }
}
