/// The names of the special methods of operators, interned once.
enum SpecialNames {
  static let add = Operator.stems.map { StrObject.intern("__\($0)__") }
  static let reflected = Operator.stems.map { StrObject.intern("__r\($0)__") }
  static let inPlace = Operator.stems.map { StrObject.intern("__i\($0)__") }
  static let prefix = ["neg", "pos", "invert", "abs"].map { StrObject.intern("__\($0)__") }
  static let compare = ["lt", "le", "eq", "ne", "gt", "ge"].map { StrObject.intern("__\($0)__") }
}

/// The special methods of native classes (`list.__len__`, `int.__add__`): each asks the slot of the class it belongs to, so that
/// script classes can call the method that they override.
extension TypeObject {
  /// Adds special methods for the slots that the class sets itself, where it has no attribute of that name.
  package func exposeSlots(operators: [Operator] = Operator.allCases) {
    let slots = ownSlots
    exposeTextSlots(slots)
    exposeContainerSlots(slots)
    exposeNumberSlots(slots, operators)
    if let slot = slots.compare {
      for op in CompareOperator.allCases {
        expose(SpecialNames.compare[Int(op.rawValue)].string, "value, /") { (call) throws(Raised) -> Value in
          try slot(op, call[0], call[1]) ?? .notImplemented
        }
      }
    }
    if let slot = slots.call {
      let function = NativeFunction(unbound: "__call__(self, *args, **kwargs)", name: "__call__") {
        (call) throws(Raised) -> Value in try slot(call[0], call.droppingFirst)
      }
      add(function)
    }
    changed()
  }

  private func add(_ function: NativeFunction) {
    let name = StrObject.intern(function.name)
    if attributes.get(name) != nil { return }
    function.kind = .method
    function.owner = self
    attributes.set(name, function.asValue)
  }

  private func expose(
    _ name: String, _ parameters: String, _ body: @escaping (Arguments) throws(Raised) -> Value
  ) {
    if attributes.get(StrObject.intern(name)) != nil { return }
    let owner = self
    add(
      NativeFunction(parameters.isEmpty ? "\(name)(self, /)" : "\(name)(self, \(parameters))") {
        (call) throws(Raised) -> Value in
        guard call[0].isInstance(of: owner) else {
          throw .typeError(
            "descriptor '\(name)' requires a '\(owner.name)' object but received a '\(call[0].type.name)'")
        }
        return try body(call)
      })
  }

  private func exposeTextSlots(_ slots: TypeSlots) {
    if let slot = slots.repr {
      expose("__repr__", "") { (call) throws(Raised) -> Value in .string(try slot(call[0])) }
    }
    if let slot = slots.str {
      expose("__str__", "") { (call) throws(Raised) -> Value in .string(try slot(call[0])) }
    }
    if let slot = slots.format {
      expose("__format__", "format_spec, /") { (call) throws(Raised) -> Value in
        .string(try slot(call[0], try call.string(1)))
      }
    }
    if let slot = slots.hash {
      expose("__hash__", "") { (call) throws(Raised) -> Value in .int(try slot(call[0])) }
    }
  }

  private func exposeContainerSlots(_ slots: TypeSlots) {
    if let slot = slots.length {
      expose("__len__", "") { (call) throws(Raised) -> Value in .int(try slot(call[0])) }
    } else if let slot = slots.bool {
      expose("__bool__", "") { (call) throws(Raised) -> Value in .bool(try slot(call[0])) }
    }
    if let slot = slots.getItem {
      expose("__getitem__", "key, /") { (call) throws(Raised) -> Value in try slot(call[0], call[1]) }
    }
    if let slot = slots.setItem {
      expose("__setitem__", "key, value, /") { (call) throws(Raised) -> Value in
        try slot(call[0], call[1], call[2])
        return .none
      }
    }
    if let slot = slots.deleteItem {
      expose("__delitem__", "key, /") { (call) throws(Raised) -> Value in
        try slot(call[0], call[1])
        return .none
      }
    }
    if let slot = slots.contains {
      expose("__contains__", "key, /") { (call) throws(Raised) -> Value in .bool(try slot(call[0], call[1])) }
    }
    if let slot = slots.iterate {
      expose("__iter__", "") { (call) throws(Raised) -> Value in try slot(call[0]) }
    }
    if let slot = slots.next {
      expose("__next__", "") { (call) throws(Raised) -> Value in
        guard let value = try slot(call[0]) else { throw .stopIteration() }
        return value
      }
    }
  }

  private func exposeNumberSlots(_ slots: TypeSlots, _ operators: [Operator]) {
    if let slot = slots.binary {
      for op in operators {
        expose(SpecialNames.add[Int(op.rawValue)].string, "value, /") { (call) throws(Raised) -> Value in
          try slot(op, call[0], call[1]) ?? .notImplemented
        }
        expose(SpecialNames.reflected[Int(op.rawValue)].string, "value, /") { (call) throws(Raised) -> Value in
          try slot(op, call[1], call[0]) ?? .notImplemented
        }
      }
    }
    if let slot = slots.inPlace {
      for op in operators where op != .divmod {
        expose(SpecialNames.inPlace[Int(op.rawValue)].string, "value, /") { (call) throws(Raised) -> Value in
          try slot(op, call[0], call[1]) ?? .notImplemented
        }
      }
    }
    if let slot = slots.prefix {
      for op in PrefixOperator.allCases where self !== TypeObject.float || op != .invert {
        expose(SpecialNames.prefix[Int(op.rawValue)].string, "") { (call) throws(Raised) -> Value in
          guard let result = try slot(op, call[0]) else { throw .badOperand(op, call[0]) }
          return result
        }
      }
    }
    if let slot = slots.index { expose("__index__", "") { (call) throws(Raised) -> Value in try slot(call[0]) } }
    if let slot = slots.int { expose("__int__", "") { (call) throws(Raised) -> Value in try slot(call[0]) } }
    if let slot = slots.float { expose("__float__", "") { (call) throws(Raised) -> Value in .float(try slot(call[0])) } }
  }

  /// Adds the special methods of the built-in classes.
  static func exposeBuiltinSlots() {
    let arithmetic: [Operator] = [.add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .divmod]
    let sets: [Operator] = [.bitAnd, .bitOr, .bitXor, .subtract]
    let plain: [(TypeObject, [Operator])] = [
      (.int, Operator.allCases.filter { $0 != .matrixMultiply }), (.bool, [.bitAnd, .bitOr, .bitXor]), (.float, arithmetic),
      (.complex, [.add, .subtract, .multiply, .divide, .power]), (.list, [.add, .multiply]), (.tuple, [.add, .multiply]),
      (.str, [.add, .multiply, .modulo]), (.bytes, [.add, .multiply, .modulo]), (.bytearray, [.add, .multiply, .modulo]),
      (.dict, [.bitOr]), (.set, sets), (.frozenset, sets), (.dictKeys, sets), (.dictItems, sets), (.dictValues, []),
      (.range, []), (.slice, []), (.noneType, []), (.baseException, []), (.enumerate, []), (.zip, []), (.map, []),
      (.filter, []), (.reversed, []), (.listIterator, []), (.rangeIterator, []), (.tupleIterator, []), (.setIterator, []),
      (.strIterator, []), (.dictKeyIterator, []), (.dictValueIterator, []), (.dictItemIterator, []), (.iterator, []),
    ]
    for (type, operators) in plain { type.exposeSlots(operators: operators) }
  }
}
