/// An `int` beyond 64 bits, or an instance of a class derived from `int`.
package final class IntObject: Object {
  /// The number.
  package let value: BigInt

  /// Makes an integer object; see `Value.integer` for the usual way.
  package init(_ value: BigInt, _ type: TypeObject = .int) {
    self.value = value
    super.init(type, .int)
  }

  /// The number when it fits 64 bits.
  package var smallValue: Int? { Int(exactly: value) }
  /// The number as a double, infinite when too large.
  package var doubleValue: Double { IntArithmetic.nearestDouble(value) }
}

/// An instance of a class derived from `float`.
package final class FloatObject: Object {
  /// The number.
  package let value: Double

  package init(_ value: Double, _ type: TypeObject = .float) {
    self.value = value
    super.init(type, .float)
  }
}

/// `complex`.
package final class ComplexObject: Object {
  /// The parts.
  package let real: Double
  package let imaginary: Double

  package init(_ real: Double, _ imaginary: Double, _ type: TypeObject = .complex) {
    self.real = real
    self.imaginary = imaginary
    super.init(type, .complex)
  }
}

extension Value {
  /// An `int`, inline when it fits 64 bits.
  package static func integer(_ value: BigInt) -> Value {
    if let small = Int(exactly: value) { return .int(small) }
    return .object(IntObject(value))
  }

  /// The number of an `int` or `bool` of any size.
  package var bigInt: BigInt? {
    switch self {
    case .int(let value): return BigInt(value)
    case .bool(let value): return BigInt(value ? 1 : 0)
    case .object(let object): return (object as? IntObject)?.value
    default: return nil
    }
  }
}
