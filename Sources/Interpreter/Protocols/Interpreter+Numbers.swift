/// Numbers that natives ask of any values.
extension Interpreter {
  /// An integer from `int`, `bool` or `__index__`; TypeError "… object cannot be interpreted as an integer" otherwise.
  package func index(_ value: Value) throws(Raised) -> Int {
    if let small = value.intValue { return small }
    guard let big = try bigIndex(value) else { throw .notAnIndex(value) }
    guard let small = Int(exactly: big) else { throw .overflowError("Python int too large to convert to C ssize_t") }
    return small
  }

  /// A slice bound: like `index`, but clipped to 64 bits and with its own message.
  package func sliceIndex(_ value: Value) throws(Raised) -> Int {
    if let small = value.intValue { return small }
    guard let big = try bigIndex(value) else {
      throw .typeError("slice indices must be integers or None or have an __index__ method")
    }
    return Int(clamping: big)
  }

  /// An integer of any size by `__index__`; nil where the value is none.
  func bigIndex(_ value: Value) throws(Raised) -> BigInt? {
    if let big = value.bigInt { return big }
    guard let slot = value.type.slots.index else { return nil }
    let result = try slot(value)
    guard let big = result.bigInt else { throw .typeError("__index__ returned non-int (type \(result.type.name))") }
    return big
  }

  /// A float from `float`, `int`, `bool`, `__float__` or `__index__`; TypeError otherwise.
  package func double(_ value: Value) throws(Raised) -> Double {
    guard let number = try NumberConversion.real(value) else {
      throw .typeError("must be real number, not \(value.type.name)")
    }
    return number
  }
}
