import Glibc

extension Double {
  /// eˣ. Named in full because `exp` inside a tensor method means the method.
  static func exponential(_ x: Double) -> Double { Glibc.exp(x) }
  /// The natural logarithm.
  static func logarithm(_ x: Double) -> Double { Glibc.log(x) }
}
