import Glibc
import Interpreter
import Tensors

/// Loops over the elements of one or two arrays for the functions that tensors have no op for, or one with other results.
enum ElementwiseLoops {
  /// A function of doubles; float32 elements are computed in double precision and rounded.
  static func map(_ x: Tensor, _ function: (Double) -> Double) throws(Raised) -> Tensor {
    if x.dtype == .float16 { return try half(try map(try single(x), function)) }
    let source = try StridedElements.contiguous(x)
    let result = try ArrayMemory.make(source.shape, source.dtype)
    let n = source.elementCount
    if x.dtype == .float32 {
      let p = source.pointer(Float.self)
      let r = result.pointer(Float.self)
      for i in 0..<n { r[i] = Float(function(Double(p[i]))) }
    } else {
      let p = source.pointer(Double.self)
      let r = result.pointer(Double.self)
      for i in 0..<n { r[i] = function(p[i]) }
    }
    return result
  }

  // float16 takes the way over float32.
  private static func single(_ x: Tensor) throws(Raised) -> Tensor {
    try converting { () throws(TensorError) in try x.to(.float32) }
  }
  private static func half(_ x: Tensor) throws(Raised) -> Tensor {
    try converting { () throws(TensorError) in try x.to(.float16) }
  }

  /// A test of doubles.
  static func test(_ x: Tensor, _ function: (Double) -> Bool) throws(Raised) -> Tensor {
    if x.dtype == .float16 { return try test(try single(x), function) }
    let source = try StridedElements.contiguous(x)
    let result = try ArrayMemory.make(source.shape, .bool)
    let r = result.pointer(Bool.self)
    let n = source.elementCount
    if x.dtype == .float32 {
      let p = source.pointer(Float.self)
      for i in 0..<n { r[i] = function(Double(p[i])) }
    } else {
      let p = source.pointer(Double.self)
      for i in 0..<n { r[i] = function(p[i]) }
    }
    return result
  }

  /// A function of two doubles, broadcast; both arrays are float32 or float64.
  static func map(_ a: Tensor, _ b: Tensor, _ function: (Double, Double) -> Double) throws(Raised) -> Tensor {
    if a.dtype == .float16 { return try half(try map(try single(a), try single(b), function)) }
    let (x, y, result) = try operands(a, b)
    let n = result.elementCount
    if a.dtype == .float32 {
      let p = x.pointer(Float.self)
      let q = y.pointer(Float.self)
      let r = result.pointer(Float.self)
      for i in 0..<n { r[i] = Float(function(Double(p[i]), Double(q[i]))) }
    } else {
      let p = x.pointer(Double.self)
      let q = y.pointer(Double.self)
      let r = result.pointer(Double.self)
      for i in 0..<n { r[i] = function(p[i], q[i]) }
    }
    return result
  }

  /// A function of two integers, broadcast, in 64 bits; the result has the first array's dtype.
  static func mapIntegers(_ a: Tensor, _ b: Tensor, _ function: (Int, Int) -> Int) throws(Raised) -> Tensor {
    let dtype = a.dtype
    let (wideA, wideB) = try converting { () throws(TensorError) in (try a.to(.int64), try b.to(.int64)) }
    let (x, y, result) = try operands(wideA, wideB)
    let p = x.pointer(Int.self)
    let q = y.pointer(Int.self)
    let r = result.pointer(Int.self)
    for i in 0..<result.elementCount { r[i] = function(p[i], q[i]) }
    return try converting { () throws(TensorError) in try result.to(dtype) }
  }

  /// Both operands as contiguous arrays of the common shape, and memory for the result.
  private static func operands(_ a: Tensor, _ b: Tensor) throws(Raised) -> (Tensor, Tensor, Tensor) {
    let shape = try ArrayOperators.broadcastShape(a, b)
    guard let x = StridedElements.broadcast(a, to: shape), let y = StridedElements.broadcast(b, to: shape) else {
      return (a, b, a)
    }
    let result = try ArrayMemory.make(shape, a.dtype)
    return (try StridedElements.contiguous(x), try StridedElements.contiguous(y), result)
  }
}

/// Division and powers of single numbers as numpy defines them.
enum NumberMath {
  /// The quotient rounded down and the remainder with the divisor's sign.
  static func divmod(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(a, b)
    if b == 0 { return (a / b, remainder) }
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if (b < 0) != (remainder < 0) {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = copysign(0, b)
    }
    if quotient == 0 { return (copysign(0, a / b), remainder) }
    var whole = quotient.rounded(.down)
    if quotient - whole > 0.5 { whole += 1 }
    return (whole, remainder)
  }

  static func floorDivide(_ a: Int, _ b: Int) -> Int {
    if b == 0 { return 0 }
    if b == -1 { return 0 &- a }
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder != 0 && (remainder < 0) != (b < 0) ? quotient - 1 : quotient
  }

  static func remainder(_ a: Int, _ b: Int) -> Int {
    if b == 0 || b == -1 { return 0 }
    let remainder = a % b
    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder
  }

  static func power(_ base: Double, _ exponent: Double) -> Double {
    switch exponent {
    case 2: base * base
    case 1: base
    case 0.5: base == -.infinity ? .infinity : base.squareRoot()
    case -1: 1 / base
    default: pow(base, exponent)
    }
  }

  /// A power with a non-negative exponent, wrapped around.
  static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, square, rest) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result &* square }
      square = square &* square
      rest >>= 1
    }
    return result
  }

  static func shiftLeft(_ a: Int, _ b: Int) -> Int { b < 0 || b > 63 ? 0 : a << b }

  static func shiftRight(_ a: Int, _ b: Int) -> Int { b < 0 || b > 63 ? (a < 0 ? -1 : 0) : a >> b }
}
