import Glibc

/// Float and Double with the functions that pointwise ops need.
///
/// Float results are computed in double precision and rounded, which is within one unit in the last place of PyTorch's.
package protocol FloatElement: Element, BinaryFloatingPoint {
  /// Applies a function of doubles.
  static func viaDouble(_ x: Self, _ f: (Double) -> Double) -> Self
  /// Applies a function of two doubles.
  static func viaDouble(_ x: Self, _ y: Self, _ f: (Double, Double) -> Double) -> Self
}

extension FloatElement {
  @inline(__always) package static func viaDouble(_ x: Self, _ f: (Double) -> Double) -> Self { Self(double: f(x.double)) }
  @inline(__always) package static func viaDouble(_ x: Self, _ y: Self, _ f: (Double, Double) -> Double) -> Self {
    Self(double: f(x.double, y.double))
  }
}

extension Float: FloatElement {}
extension Double: FloatElement {}

/// Work on floating-point dtypes.
package protocol FloatWork {
  /// What the work gives back.
  associatedtype Result
  /// Does the work for one element type.
  mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Result
}

extension DType {
  /// Runs `work` for float32 or float64; other dtypes are an error that names `kernel`.
  @inline(__always)
  package func dispatch<W: FloatWork>(_ work: inout W, _ kernel: @autoclosure () -> String) throws(TensorError) -> W.Result {
    switch self {
    case .float32: try work.run(Float.self)
    case .float64: try work.run(Double.self)
    default: throw .notImplemented(kernel(), for: self)
    }
  }
}
