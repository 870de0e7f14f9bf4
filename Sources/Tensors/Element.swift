/// A Swift type that stands for a dtype: what generic kernels are specialised over.
package protocol Element: Comparable {
  /// The dtype it stands for.
  static var dtype: DType { get }
  /// Converts from a number as PyTorch does: fractions cut off, integers wrapped, anything but zero is true.
  init(scalar: Scalar)
  /// Converts from a double likewise.
  init(double: Double)
  /// Converts from an integer likewise.
  init(int: Int)
  /// The value as a double.
  var double: Double { get }
  /// The value as an integer.
  var int: Int { get }
  /// The value as a number.
  var scalar: Scalar { get }
  /// Zero or false.
  static var zero: Self { get }
  /// Whether it is not a number.
  var isNotANumber: Bool { get }
  /// The sum, wrapped around for integers, `or` for booleans.
  func adding(_ other: Self) -> Self
  /// The difference, wrapped around for integers.
  func subtracting(_ other: Self) -> Self
  /// The product, wrapped around for integers, `and` for booleans.
  func multiplying(_ other: Self) -> Self
}

extension Element {
  @inline(__always) package init(scalar: Scalar) {
    switch scalar {
    case .bool(let b): self.init(int: b ? 1 : 0)
    case .int(let i): self.init(int: i)
    case .double(let d): self.init(double: d)
    }
  }
  @inline(__always) package var isNotANumber: Bool { false }
}

extension Float: Element {
  @inline(__always) package static var dtype: DType { .float32 }
  @inline(__always) package init(double: Double) { self = Float(double) }
  @inline(__always) package init(int: Int) { self = Float(int) }
  @inline(__always) package var double: Double { Double(self) }
  @inline(__always) package var int: Int { Int(truncatingDouble: Double(self)) }
  @inline(__always) package var scalar: Scalar { .double(Double(self)) }
  @inline(__always) package var isNotANumber: Bool { isNaN }
  @inline(__always) package func adding(_ other: Float) -> Float { self + other }
  @inline(__always) package func subtracting(_ other: Float) -> Float { self - other }
  @inline(__always) package func multiplying(_ other: Float) -> Float { self * other }
}

extension Float16: Element {
  @inline(__always) package static var dtype: DType { .float16 }
  @inline(__always) package init(double: Double) { self = Float16(Float(double)) }
  @inline(__always) package init(int: Int) { self = Float16(Float(int)) }
  @inline(__always) package var double: Double { Double(self) }
  @inline(__always) package var int: Int { Int(truncatingDouble: Double(self)) }
  @inline(__always) package var scalar: Scalar { .double(Double(self)) }
  @inline(__always) package var isNotANumber: Bool { isNaN }
  @inline(__always) package func adding(_ other: Float16) -> Float16 { self + other }
  @inline(__always) package func subtracting(_ other: Float16) -> Float16 { self - other }
  @inline(__always) package func multiplying(_ other: Float16) -> Float16 { self * other }
}

extension Double: Element {
  @inline(__always) package static var dtype: DType { .float64 }
  @inline(__always) package init(double: Double) { self = double }
  @inline(__always) package init(int: Int) { self = Double(int) }
  @inline(__always) package var double: Double { self }
  @inline(__always) package var int: Int { Int(truncatingDouble: self) }
  @inline(__always) package var scalar: Scalar { .double(self) }
  @inline(__always) package var isNotANumber: Bool { isNaN }
  @inline(__always) package func adding(_ other: Double) -> Double { self + other }
  @inline(__always) package func subtracting(_ other: Double) -> Double { self - other }
  @inline(__always) package func multiplying(_ other: Double) -> Double { self * other }
}

/// What the integer types share.
package protocol IntegerElement: Element, FixedWidthInteger {}

extension IntegerElement {
  @inline(__always) package init(double: Double) { self.init(truncatingIfNeeded: Int(truncatingDouble: double)) }
  @inline(__always) package init(int: Int) { self.init(truncatingIfNeeded: int) }
  @inline(__always) package var double: Double { Double(self) }
  @inline(__always) package var int: Int { Int(truncatingIfNeeded: self) }
  @inline(__always) package var scalar: Scalar { .int(Int(truncatingIfNeeded: self)) }
  @inline(__always) package func adding(_ other: Self) -> Self { self &+ other }
  @inline(__always) package func subtracting(_ other: Self) -> Self { self &- other }
  @inline(__always) package func multiplying(_ other: Self) -> Self { self &* other }
}

extension Int: IntegerElement { @inline(__always) package static var dtype: DType { .int64 } }
extension Int32: IntegerElement { @inline(__always) package static var dtype: DType { .int32 } }
extension Int16: IntegerElement { @inline(__always) package static var dtype: DType { .int16 } }
extension Int8: IntegerElement { @inline(__always) package static var dtype: DType { .int8 } }
extension UInt8: IntegerElement { @inline(__always) package static var dtype: DType { .uint8 } }

extension Bool: @retroactive Comparable {
  @inline(__always) public static func < (a: Bool, b: Bool) -> Bool { !a && b }
}

extension Bool: Element {
  @inline(__always) package static var dtype: DType { .bool }
  @inline(__always) package static var zero: Bool { false }
  @inline(__always) package init(double: Double) { self = double != 0 }
  @inline(__always) package init(int: Int) { self = int != 0 }
  @inline(__always) package var double: Double { self ? 1 : 0 }
  @inline(__always) package var int: Int { self ? 1 : 0 }
  @inline(__always) package var scalar: Scalar { .bool(self) }
  @inline(__always) package func adding(_ other: Bool) -> Bool { self || other }
  @inline(__always) package func subtracting(_ other: Bool) -> Bool { self != other }
  @inline(__always) package func multiplying(_ other: Bool) -> Bool { self && other }
}

extension DType {
  /// Runs `work` for a dtype that is its own `wide` one.
  @inline(__always)
  package func dispatchWide<W: ElementWork>(_ work: inout W) throws(TensorError) -> W.Result {
    switch self {
    case .float32: return try work.run(Float.self)
    case .float64: return try work.run(Double.self)
    case .int64: return try work.run(Int.self)
    case .float16: throw .notImplemented("operation", for: self)
    default: preconditionFailure("operands of \(self) have to be widened first")
    }
  }
}

/// Work that is done once for each dtype; see `DType.dispatch`.
package protocol ElementWork {
  /// What the work gives back.
  associatedtype Result
  /// Does the work for one element type.
  mutating func run<T: Element>(_ type: T.Type) throws(TensorError) -> Result
}

extension DType {
  /// Runs `work` for the Swift type of this dtype: the one switch per operation.
  @inline(__always)
  package func dispatch<W: ElementWork>(_ work: inout W) throws(TensorError) -> W.Result {
    switch self {
    case .float32: try work.run(Float.self)
    case .float64: try work.run(Double.self)
    case .int64: try work.run(Int.self)
    case .int32: try work.run(Int32.self)
    case .int16: try work.run(Int16.self)
    case .int8: try work.run(Int8.self)
    case .uint8: try work.run(UInt8.self)
    case .bool: try work.run(Bool.self)
    case .float16: try work.run(Float16.self)
    }
  }
}
