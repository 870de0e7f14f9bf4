/// `sum`, `any` and `all`.
enum SumFunction {
  static func install(in module: ModuleObject) {
    module.function("sum(iterable, /, start=0)", "The sum of the elements, from left to right.") {
      call throws(Raised) -> Value in
      var total = call[1]
      if total.stringValue != nil { throw .typeError("sum() can't sum strings [use ''.join(seq) instead]") }
      if let bytes = total.cast(to: BytesObject.self) {
        throw .typeError("sum() can't sum \(bytes.type.name) [use b''.join(seq) instead]")
      }
      let interpreter = call.interpreter
      try interpreter.forEach(call[0]) { (element) throws(Raised) in
        switch (total, element) {
        case (.float(let sum), .float(let term)): total = .float(sum + term)
        case (.int(let sum), .int(let term)):
          let (next, overflow) = sum.addingReportingOverflow(term)
          total = overflow ? try interpreter.binary(.add, total, element) : .int(next)
        case (.int(let sum), .bool(let term)) where sum < Int.max: total = .int(sum + (term ? 1 : 0))
        case (.float(let sum), .int(let term)): total = .float(sum + Double(term))
        default: total = try interpreter.binary(.add, total, element)
        }
      }
      return total
    }
    module.function("any(iterable, /)", "Whether any element is true.") { call throws(Raised) -> Value in
      let source = try call.interpreter.iterator(of: call[0])
      while let element = try call.interpreter.next(source) {
        if try call.interpreter.isTrue(element) { return .bool(true) }
        try call.interpreter.safePoint()
      }
      return .bool(false)
    }
    module.function("all(iterable, /)", "Whether all elements are true.") { call throws(Raised) -> Value in
      let source = try call.interpreter.iterator(of: call[0])
      while let element = try call.interpreter.next(source) {
        if try !call.interpreter.isTrue(element) { return .bool(false) }
        try call.interpreter.safePoint()
      }
      return .bool(true)
    }
  }
}
