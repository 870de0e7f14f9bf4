/// `sum`, `any` and `all`.
enum SumFunction {
  /// Adds integers and truth values from the front of a list while the sum is an integer of 64 bits; where it stopped.
  private static func addNumbers(of list: ListObject, to total: inout Value) -> Int {
    guard case .int(var sum) = total else { return 0 }
    var index = 0
    while index < list.used {
      let element = list.storage + index
      guard element.tag == ValueTag.int || element.tag == ValueTag.bool else { break }
      let (next, overflow) = sum.addingReportingOverflow(element.tag == ValueTag.int ? element.bits : element.bits & 1)
      if overflow { break }
      sum = next
      index += 1
    }
    total = .int(sum)
    return index
  }

  @inline(__always) private static func plus(_ total: Value, _ element: Value, _ interpreter: Interpreter) throws(Raised) -> Value {
    switch (total, element) {
    case (.float(let sum), .float(let term)): return .float(sum + term)
    case (.int(let sum), .int(let term)):
      let (next, overflow) = sum.addingReportingOverflow(term)
      return overflow ? try interpreter.binary(.add, total, element) : .int(next)
    case (.int(let sum), .bool(let term)) where sum < Int.max: return .int(sum + (term ? 1 : 0))
    case (.float(let sum), .int(let term)): return .float(sum + Double(term))
    default: return try interpreter.binary(.add, total, element)
    }
  }

  static func install(in module: ModuleObject) {
    module.function("sum(iterable, /, start=0)", "The sum of the elements, from left to right.") {
      call throws(Raised) -> Value in
      var total = call[1]
      if total.stringValue != nil { throw .typeError("sum() can't sum strings [use ''.join(seq) instead]") }
      if let bytes = total.cast(to: BytesObject.self) {
        throw .typeError("sum() can't sum \(bytes.type.name) [use b''.join(seq) instead]")
      }
      let interpreter = call.interpreter
      var list: ListObject?
      var index = 0
      if case .object(let object) = call[0], object.tag == ObjectTag.list.rawValue {
        let elements = unsafeDowncast(object, to: ListObject.self)
        list = elements
        index = addNumbers(of: elements, to: &total)
        if index == elements.used { return total }
      }
      if let list {
        while index < list.used {
          total = try plus(total, list.storage[index], interpreter)
          index += 1
          try interpreter.safePoint()
        }
      } else {
        let source = try interpreter.iterator(of: call[0])
        while let element = try interpreter.next(source) {
          total = try plus(total, element, interpreter)
          try interpreter.safePoint()
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
