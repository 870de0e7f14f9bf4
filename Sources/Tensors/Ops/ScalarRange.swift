/// Numbers that the elements of a narrow integer dtype cannot hold.
extension Scalar {
  /// Complains about a number beyond the dtype; down to its largest number's negative, an unsigned dtype takes it modulo its range.
  package func checkFits(_ dtype: DType, named name: String) throws(TensorError) {
    guard dtype.kind == .int else { return }
    let limits = dtype.wholeNumbers
    switch self {
    case .bool: return
    case .int(let number):
      let least = dtype == .uint8 ? -limits.upperBound : limits.lowerBound
      if number >= least && number <= limits.upperBound { return }
    case .double(let number):
      let least = dtype == .uint8 ? -Double(limits.upperBound) : Double(limits.lowerBound)
      if number >= least && (dtype == .int64 ? number < 0x1p63 : number <= Double(limits.upperBound)) { return }
    }
    throw .runtime("value cannot be converted to type \(name) without overflow")
  }
}

extension DType {
  /// The numbers that an integer dtype holds.
  package var wholeNumbers: ClosedRange<Int> {
    switch self {
    case .uint8: 0...255
    case .int8: -128...127
    case .int16: -32768...32767
    case .int32: Int(Int32.min)...Int(Int32.max)
    default: Int.min...Int.max
    }
  }

  /// The name in complaints about a number that all elements are to take.
  var filledName: String {
    switch self {
    case .uint8: "uint8_t"
    case .int8: "int8_t"
    case .int16: "int16_t"
    case .int32: "int"
    default: "int64_t"
    }
  }
}
