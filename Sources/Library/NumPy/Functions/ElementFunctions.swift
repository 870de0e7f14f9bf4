import Glibc
import Interpreter
import Tensors

/// The functions that are applied element by element.
enum ElementFunctions {
  /// Functions of floating-point numbers.
  private static let floating: [(String, (Double) -> Double)] = [
    ("sin", { Glibc.sin($0) }), ("cos", { Glibc.cos($0) }), ("tan", { Glibc.tan($0) }), ("arcsin", { Glibc.asin($0) }),
    ("arccos", { Glibc.acos($0) }), ("arctan", { Glibc.atan($0) }), ("sinh", { Glibc.sinh($0) }), ("cosh", { Glibc.cosh($0) }),
    ("tanh", { Glibc.tanh($0) }), ("arcsinh", { Glibc.asinh($0) }), ("arccosh", { Glibc.acosh($0) }),
    ("arctanh", { Glibc.atanh($0) }),
    ("exp", { Glibc.exp($0) }), ("exp2", { Glibc.exp2($0) }), ("expm1", { Glibc.expm1($0) }), ("log", { Glibc.log($0) }),
    ("log2", { Glibc.log2($0) }), ("log10", { Glibc.log10($0) }), ("log1p", { Glibc.log1p($0) }), ("sqrt", { $0.squareRoot() }),
    ("cbrt", { cubeRoot($0) }), ("deg2rad", { $0 * (.pi / 180) }), ("rad2deg", { $0 * (180 / .pi) }),
    ("radians", { $0 * (.pi / 180) }),
    ("degrees", { $0 * (180 / .pi) }), ("rint", { $0.rounded(.toNearestOrEven) }), ("fabs", { $0.magnitude }),
  ]

  /// Functions that leave integers as they are.
  private static let rounding: [(String, (Double) -> Double)] = [
    ("floor", { $0.rounded(.down) }), ("ceil", { $0.rounded(.up) }), ("trunc", { $0.rounded(.towardZero) }),
  ]

  /// Tests of floating-point numbers; integers are never special.
  private static let tests: [(String, Bool, (Double) -> Bool)] = [
    ("isnan", false, { $0.isNaN }), ("isinf", false, { $0.isInfinite }), ("isfinite", true, { $0.isFinite }),
    ("signbit", false, { $0.sign == .minus }),
  ]

  private static let pairs: [(String, (Double, Double) -> Double)] = [
    ("arctan2", { Glibc.atan2($0, $1) }), ("hypot", { Glibc.hypot($0, $1) }), ("copysign", { Glibc.copysign($0, $1) }),
    ("logaddexp", { logAddExp($0, $1) }), ("nextafter", { Glibc.nextafter($0, $1) }), ("float_power", { Glibc.pow($0, $1) }),
    ("heaviside", { $0.isNaN ? $0 : $0 < 0 ? 0 : $0 > 0 ? 1 : $1 }),
  ]

  private static let operators: [(String, Operator)] = [
    ("add", .add), ("subtract", .subtract), ("multiply", .multiply), ("divide", .divide), ("true_divide", .divide),
    ("power", .power),
    ("pow", .power), ("mod", .modulo), ("remainder", .modulo), ("floor_divide", .floorDivide), ("bitwise_and", .bitAnd),
    ("bitwise_or", .bitOr), ("bitwise_xor", .bitXor), ("left_shift", .leftShift), ("right_shift", .rightShift),
    ("divmod", .divmod),
    ("matmul", .matrixMultiply),
  ]

  private static let comparisons: [(String, CompareOperator)] = [
    ("equal", .equal), ("not_equal", .notEqual), ("less", .less), ("less_equal", .lessEqual), ("greater", .greater),
    ("greater_equal", .greaterEqual),
  ]

  /// The C library's root is one unit off now and then: a step of Newton's method settles it.
  private static func cubeRoot(_ x: Double) -> Double {
    let root = Glibc.cbrt(x)
    guard root.isFinite, root != 0 else { return root }
    let square = root * root
    return root - (fma(square, root, -x) / (3 * square))
  }

  private static func logAddExp(_ a: Double, _ b: Double) -> Double {
    if a == b { return a + Glibc.log(2) }
    let difference = a - b
    if difference > 0 { return a + Glibc.log1p(Glibc.exp(-difference)) }
    return difference <= 0 ? b + Glibc.log1p(Glibc.exp(difference)) : difference
  }

  static func add(to module: ModuleObject) {
    func define(_ name: String, _ count: Int, _ body: @escaping ([Value]) throws(Raised) -> Value) {
      module.set(name, UFuncObject(canonical[name] ?? name, count, body).asValue)
    }
    for (name, function) in floating { define(name, 1) { values throws(Raised) in try float(name, values[0], function) } }
    for (name, function) in rounding {
      define(name, 1) { values throws(Raised) in
        let x = try numbers(values[0], name)
        return NDArrayType.wrap(x.dtype.isFloatingPoint ? try ElementwiseLoops.map(x, function) : x)
      }
    }
    for (name, whole, test) in tests {
      define(name, 1) { values throws(Raised) in
        let x = try numbers(values[0], name)
        if x.dtype.isFloatingPoint { return NDArrayType.wrap(try ElementwiseLoops.test(x, test)) }
        if name == "signbit" { return try ArrayOperators.compare(.less, NDArrayType.wrap(x), .int(0)) ?? .none }
        return NDArrayType.wrap(try converting { () throws(TensorError) in try Tensor.full(x.shape, .bool(whole)) })
      }
    }
    for (name, function) in pairs {
      define(name, 2) { values throws(Raised) in
        let (a, b) = try ArrayOperators.common(values[0], values[1], floating: true)
        return NDArrayType.wrap(try ElementwiseLoops.map(a, b, function))
      }
    }
    for (name, op) in operators {
      define(name, 2) { values throws(Raised) in
        // Python numbers alone would be computed by Python's rules.
        let first =
          ArrayScalar.parts(values[0]) == nil && values[0].scalar != nil
          ? NDArrayType.wrap(try numbers(values[0], name)) : values[0]
        if let result = try ArrayOperators.binary(op, first, values[1]) { return result }
        return try Interpreter.current.binary(op, try array(first), values[1])
      }
    }
    for (name, op) in comparisons {
      define(name, 2) { values throws(Raised) in
        let first = values[0].scalar != nil ? NDArrayType.wrap(try numbers(values[0], name)) : values[0]
        if let result = try ArrayOperators.compare(op, first, values[1]) { return result }
        return try ArrayOperators.compare(op, array(first), array(values[1])) ?? .none
      }
    }
    addSigns(define)
    addChoices(define)
  }

  /// Names that show as another one.
  private static let canonical = [
    "abs": "absolute", "true_divide": "divide", "mod": "remainder", "pow": "power", "bitwise_not": "invert",
  ]

  private static func array(_ value: Value) throws(Raised) -> Value { try ArrayConversion.array(value).asValue }

  private static func numbers(_ value: Value, _ name: String) throws(Raised) -> Tensor {
    let array = try ArrayConversion.array(value)
    guard array.pool == nil else { throw ArrayOperators.notSupported(name) }
    return array.tensor
  }

  private static func float(_ name: String, _ value: Value, _ function: (Double) -> Double) throws(Raised) -> Value {
    let x = try numbers(value, name)
    let wanted: DType = x.dtype.byteSize == 1 ? .float16 : x.dtype == .int16 ? .float32 : .float64
    let source = x.dtype.isFloatingPoint ? x : try converting { () throws(TensorError) in try x.to(wanted) }
    let result = try ElementwiseLoops.map(source, function)
    try ArrayWarnings.check(name, result, source)
    return NDArrayType.wrap(result)
  }

  private static func addSigns(_ define: (String, Int, @escaping ([Value]) throws(Raised) -> Value) -> Void) {
    for (name, op) in [
      ("negative", PrefixOperator.negate), ("positive", .plus), ("invert", .invert), ("bitwise_not", .invert),
      ("abs", .absolute),
      ("absolute", .absolute),
    ] {
      define(name, 1) { values throws(Raised) in
        let value = values[0].scalar != nil ? NDArrayType.wrap(try numbers(values[0], name)) : values[0]
        if let result = try ArrayOperators.prefix(op, value) { return result }
        return try ArrayOperators.prefix(op, array(value)) ?? .none
      }
    }
    define("square", 1) { values throws(Raised) in
      let x = try numbers(values[0], "square")
      return NDArrayType.wrap(try ArrayOperators.apply(.multiply, .init(tensor: x), .init(tensor: x)))
    }
    define("reciprocal", 1) { values throws(Raised) in
      let x = try numbers(values[0], "reciprocal")
      guard x.dtype.isFloatingPoint else {
        return try ArrayOperators.binary(
          .floorDivide, NDArrayType.wrap(try ArrayShapes.op("ones_like", .tensor(x))), NDArrayType.wrap(x)) ?? .none
      }
      let result = try ElementwiseLoops.map(x) { 1 / $0 }
      try ArrayWarnings.check("reciprocal", result, x)
      return NDArrayType.wrap(result)
    }
    define("sign", 1) { values throws(Raised) in
      let x = try numbers(values[0], "sign")
      if x.dtype.isFloatingPoint {
        return NDArrayType.wrap(try ElementwiseLoops.map(x) { $0.isNaN ? $0 : $0 > 0 ? 1 : $0 < 0 ? -1 : 0 })
      }
      return NDArrayType.wrap(try ElementwiseLoops.mapIntegers(x, x) { a, _ in a.signum() })
    }
    define("logical_not", 1) { values throws(Raised) in
      let x = try numbers(values[0], "logical_not")
      return NDArrayType.wrap(try ArrayShapes.op("logical_not", .tensor(x)))
    }
  }

  private static func addChoices(_ define: (String, Int, @escaping ([Value]) throws(Raised) -> Value) -> Void) {
    for name in ["maximum", "minimum", "fmax", "fmin"] {
      define(name, 2) { values throws(Raised) in
        let (a, b) = try ArrayOperators.common(values[0], values[1])
        let isMaximum = name == "maximum" || name == "fmax"
        guard name.hasPrefix("f"), a.dtype.isFloatingPoint else {
          return NDArrayType.wrap(try ArrayOperators.call(isMaximum ? "maximum" : "minimum", a, b, a.dtype))
        }
        return NDArrayType.wrap(
          try ElementwiseLoops.map(a, b) { x, y in x.isNaN ? y : y.isNaN ? x : isMaximum ? max(x, y) : min(x, y) })
      }
    }
    for name in ["logical_and", "logical_or", "logical_xor"] {
      define(name, 2) { values throws(Raised) in
        let (a, b) = (try numbers(values[0], name), try numbers(values[1], name))
        return NDArrayType.wrap(try ArrayOperators.call(name, a, b, .bool))
      }
    }
    define("fmod", 2) { values throws(Raised) in
      let (a, b) = try ArrayOperators.common(values[0], values[1])
      if a.dtype.isFloatingPoint { return NDArrayType.wrap(try ElementwiseLoops.map(a, b) { Glibc.fmod($0, $1) }) }
      return NDArrayType.wrap(try ElementwiseLoops.mapIntegers(a, b) { $1 == 0 || $1 == -1 ? 0 : $0 % $1 })
    }
    for name in ["gcd", "lcm"] {
      define(name, 2) { values throws(Raised) in
        let (a, b) = try ArrayOperators.common(values[0], values[1])
        guard a.dtype.kind == .int else { throw ArrayOperators.notSupported(name) }
        return NDArrayType.wrap(
          try ElementwiseLoops.mapIntegers(a, b) { x, y in
            var (p, q) = (x.magnitude, y.magnitude)
            while q != 0 { (p, q) = (q, p % q) }
            if name == "gcd" { return Int(truncatingIfNeeded: p) }
            return p == 0 ? 0 : Int(truncatingIfNeeded: (x.magnitude / p) &* y.magnitude)
          })
      }
    }
  }
}
