/// `operator`.
enum OperatorModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("operator", doc: "Operators as functions.")
    addOperators(to: module)
    addContainers(to: module)
    module.set("itemgetter", itemGetter.asValue)
    module.set("attrgetter", attributeGetter.asValue)
    module.set("methodcaller", methodCaller.asValue)
    return module.asValue
  }

  private static let binaries: [(String, Operator)] = [
    ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("floordiv", .floorDivide), ("mod", .modulo),
    ("pow", .power), ("matmul", .matrixMultiply), ("lshift", .leftShift), ("rshift", .rightShift), ("and_", .bitAnd),
    ("or_", .bitOr), ("xor", .bitXor), ("concat", .add),
  ]
  private static let comparisons: [(String, CompareOperator)] = [
    ("lt", .less), ("le", .lessEqual), ("eq", .equal), ("ne", .notEqual), ("gt", .greater), ("ge", .greaterEqual),
  ]
  private static let prefixes: [(String, PrefixOperator)] = [
    ("neg", .negate), ("pos", .plus), ("invert", .invert), ("inv", .invert), ("abs", .absolute),
  ]

  private static func addOperators(to module: ModuleObject) {
    for (name, op) in binaries {
      let stem = name.hasSuffix("_") ? String(name.dropLast()) : name
      for spelling in [name, "__\(stem)__"] {
        module.function("\(spelling)(a, b, /)") { call throws(Raised) -> Value in
          if stem == "concat", call[0].type.slots.getItem == nil {
            throw .typeError("'\(call[0].type.name)' object can't be concatenated")
          }
          return try call.interpreter.binary(op, call[0], call[1])
        }
      }
      for spelling in ["i\(stem)", "__i\(stem)__"] {
        module.function("\(spelling)(a, b, /)") { call throws(Raised) -> Value in
          try call.interpreter.inPlace(op, call[0], call[1])
        }
      }
    }
    for (name, op) in comparisons {
      for spelling in [name, "__\(name)__"] {
        module.function("\(spelling)(a, b, /)") { call throws(Raised) -> Value in
          try call.interpreter.compare(op, call[0], call[1])
        }
      }
    }
    for (name, op) in prefixes {
      module.function("\(name)(a, /)") { call throws(Raised) -> Value in try call.interpreter.prefix(op, call[0]) }
    }
    module.function("not_(a, /)") { call throws(Raised) -> Value in .bool(!(try call.interpreter.isTrue(call[0]))) }
    module.function("truth(a, /)") { call throws(Raised) -> Value in .bool(try call.interpreter.isTrue(call[0])) }
    module.function("is_(a, b, /)") { call throws(Raised) -> Value in .bool(call[0].isIdentical(to: call[1])) }
    module.function("is_not(a, b, /)") { call throws(Raised) -> Value in .bool(!call[0].isIdentical(to: call[1])) }
    module.function("index(a, /)") { call throws(Raised) -> Value in
      guard let number = try call.interpreter.bigIndex(call[0]) else { throw .notAnIndex(call[0]) }
      return .integer(number)
    }
  }

  private static func addContainers(to module: ModuleObject) {
    module.function("getitem(a, b, /)") { call throws(Raised) -> Value in try call.interpreter.item(call[0], call[1]) }
    module.function("setitem(a, b, c, /)") { call throws(Raised) -> Value in
      try call.interpreter.setItem(call[0], call[1], call[2])
      return .none
    }
    module.function("delitem(a, b, /)") { call throws(Raised) -> Value in
      try call.interpreter.deleteItem(call[0], call[1])
      return .none
    }
    module.function("contains(a, b, /)") { call throws(Raised) -> Value in
      .bool(try call.interpreter.contains(call[0], call[1]))
    }
    module.function("countOf(a, b, /)") { call throws(Raised) -> Value in
      var count = 0
      for element in try call.interpreter.elements(of: call[0]) where try call.interpreter.equal(element, call[1]) {
        count += 1
      }
      return .int(count)
    }
    module.function("indexOf(a, b, /)") { call throws(Raised) -> Value in
      for (index, element) in try call.interpreter.elements(of: call[0]).enumerated() {
        if try call.interpreter.equal(element, call[1]) { return .int(index) }
      }
      throw .valueError("sequence.index(x): x not in sequence")
    }
    module.function("length_hint(obj, default=0, /)") { call throws(Raised) -> Value in
      if call[0].type.slots.length != nil { return .int(try call.interpreter.length(call[0])) }
      if call[0].type.lookup("__length_hint__") != nil { return try call.interpreter.callMethod(call[0], "__length_hint__") }
      return call[1]
    }
  }

  /// A class whose instances keep what they were made with and are called with one object.
  private static func getter(
    _ name: String, _ signature: String, _ apply: @escaping (GetterObject, Value) throws(Raised) -> Value
  ) -> TypeObject {
    TypeObject.native(name, module: "operator", of: GetterObject.self) { t in
      t.construct(signature) { type, call throws(Raised) -> Value in
        if name == "attrgetter", !([call[0]] + call.rest(1)).allSatisfy({ $0.stringValue != nil }) {
          throw .typeError("attribute name must be a string")
        }
        let getter = GetterObject(type)
        getter.items = [call[0]] + call.rest(1)
        if call.count > 2 { getter.keywords = call.keywords(2) }
        return .object(getter)
      }
      t.slots.call = { value, call throws(Raised) -> Value in
        guard let getter = value.cast(to: GetterObject.self) else { return .none }
        guard call.count == 1 else { throw .typeError("\(name) expected 1 argument, got \(call.count)") }
        return try apply(getter, call[0])
      }
      t.slots.repr = { value throws(Raised) -> String in
        var shown: [String] = []
        for item in value.cast(to: GetterObject.self)?.items ?? [] { shown.append(try Interpreter.current.repr(item)) }
        for (key, item) in value.cast(to: GetterObject.self)?.keywords ?? [] {
          shown.append("\(key)=\(try Interpreter.current.repr(item))")
        }
        return "operator.\(name)(\(shown.joined(separator: ", ")))"
      }
    }
  }

  private static let itemGetter = getter("itemgetter", "itemgetter(item, /, *items)") { getter, object throws(Raised) in
    let interpreter = Interpreter.current
    if getter.items.count == 1 { return try interpreter.item(object, getter.items[0]) }
    var found: [Value] = []
    for item in getter.items { found.append(try interpreter.item(object, item)) }
    return .tuple(found)
  }

  private static let attributeGetter = getter("attrgetter", "attrgetter(attr, /, *attrs)") { getter, object throws(Raised) in
    var found: [Value] = []
    for item in getter.items {
      guard let path = item.stringValue else { throw .typeError("attribute name must be a string") }
      var value = object
      for name in path.split(separator: ".") { value = try Interpreter.current.attribute(value, String(name)) }
      found.append(value)
    }
    return found.count == 1 ? found[0] : .tuple(found)
  }

  private static let methodCaller = getter("methodcaller", "methodcaller(name, /, *args, **kwargs)") {
    getter, object throws(Raised) in
    guard let name = getter.items[0].stringValue else { throw .typeError("method name must be a string") }
    let method = try Interpreter.current.attribute(object, name)
    return try Interpreter.current.call(method, Array(getter.items.dropFirst()), keywords: getter.keywords)
  }
}

/// An instance of `itemgetter`, `attrgetter` or `methodcaller`.
private final class GetterObject: Object {
  var items: [Value] = []
  var keywords: [(String, Value)] = []
}
