/// Positions and sizes that scripts give to sequences.
extension Interpreter {
  /// The position of an element that `sequence[index]` names; nil for an index that is no integer (a slice, say).
  @inline(__always)
  func position(_ index: Value, in count: Int, _ error: @autoclosure () -> String) throws(Raised) -> Int? {
    var position: Int
    if case .int(let plain) = index {
      position = plain
    } else {
      guard let converted = try indexIfPossible(index) else { return nil }
      position = converted
    }
    if position < 0 { position &+= count }
    if position < 0 || position >= count { throw .indexError(error()) }
    return position
  }

  /// An integer by `__index__`, nil where the value has none; IndexError when it does not fit.
  @inline(never) func indexIfPossible(_ value: Value) throws(Raised) -> Int? {
    if let plain = value.intValue { return plain }
    guard let convert = value.type.slots.index else { return nil }
    let result = try convert(value)
    if let plain = result.intValue { return plain }
    if result.bigInt != nil { throw .indexError("cannot fit 'int' into an index-sized integer") }
    throw .typeError("__index__ returned non-int (type \(result.type.name))")
  }

  /// A position for `insert` and the like: clipped to the 64-bit range.
  func clippedIndex(_ value: Value) throws(Raised) -> Int {
    if case .int(let plain) = value { return plain }
    guard let convert = value.type.slots.index, let big = try convert(value).bigInt else {
      throw .typeError("'\(value.type.name)' object cannot be interpreted as an integer")
    }
    return Int(clamping: big)
  }

  /// How often `sequence * value` repeats: nil where the value is no integer.
  func repetition(_ value: Value) throws(Raised) -> Int? {
    if let plain = value.intValue { return Swift.max(plain, 0) }
    guard let convert = value.type.slots.index else { return nil }
    let result: Value
    do throws(Raised) { result = try convert(value) } catch {
      // Arrays are integers at times only; as operands they have their own say.
      if value.type.slots.binary != nil, error.exception.type.isSubtype(of: .typeError) { return nil }
      throw error
    }
    if let plain = result.intValue { return Swift.max(plain, 0) }
    if let big = result.bigInt {
      if big.sign == .minus { return 0 }
      throw .overflowError("cannot fit 'int' into an index-sized integer")
    }
    throw .typeError("__index__ returned non-int (type \(result.type.name))")
  }
}
