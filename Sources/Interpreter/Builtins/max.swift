/// `min`, `max` and `sorted`.
enum OrderFunctions {
  static func install(in module: ModuleObject) {
    for (name, word, op) in [("min", "smallest", CompareOperator.less), ("max", "largest", .greater)] {
      module.function("\(name)(*args, key=None, default=unset)", "The \(word) element of an iterable or of the arguments.") {
        call throws(Raised) -> Value in
        try best(call, name, op)
      }
    }
    module.function("sorted(iterable, /, *, key=None, reverse=False)", "A new sorted list of the elements.") {
      call throws(Raised) -> Value in
      let elements = try call.interpreter.elements(of: call[0])
      return .list(try Sorting.sorted(elements, key: call[1], isReversed: try call.bool(2)))
    }
  }

  private static func best(_ call: Arguments, _ name: String, _ op: CompareOperator) throws(Raised) -> Value {
    let interpreter = call.interpreter
    let positional = call.rest(0)
    let key = call[1]
    if positional.isEmpty { throw .typeError("\(name) expected at least 1 argument, got 0") }
    if positional.count > 1, call.isGiven(2) {
      throw .typeError("Cannot specify a default for \(name)() with multiple positional arguments")
    }
    var best: Value?
    var bestKey = Value.none
    func consider(_ element: Value) throws(Raised) {
      let elementKey = key.isNone ? element : try interpreter.call(key, [element])
      if best == nil {
        best = element
        bestKey = elementKey
      } else if try interpreter.isTrue(try interpreter.compare(op, elementKey, bestKey)) {
        best = element
        bestKey = elementKey
      }
    }
    if positional.count > 1 {
      for element in positional { try consider(element) }
    } else {
      try interpreter.forEach(positional[0], consider)
    }
    if let best { return best }
    if call.isGiven(2) { return call[2] }
    throw .valueError("\(name)() arg is an empty sequence")
  }
}
