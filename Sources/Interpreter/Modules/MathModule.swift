import Glibc

/// `math`.
enum MathModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("math", doc: "Mathematical functions.")
    module.set("pi", .float(Double.pi))
    module.set("e", .float(M_E))
    module.set("tau", .float(2 * Double.pi))
    module.set("inf", .float(.infinity))
    module.set("nan", .float(.nan))
    addFunctions(to: module)
    addRounding(to: module)
    addIntegers(to: module)
    addSums(to: module)
    return module.asValue
  }

  /// A function of one number whose result is nan only for arguments outside its domain.
  private static func add(
    _ name: String, to module: ModuleObject, mayOverflow: Bool = false, _ body: @escaping (Double) -> Double
  ) {
    module.function("\(name)(x, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      let result = body(x)
      if result.isNaN, !x.isNaN { throw .valueError("math domain error") }
      if result.isInfinite, x.isFinite {
        throw mayOverflow ? .overflowError("math range error") : .valueError("math domain error")
      }
      return .float(result)
    }
  }

  private static func addFunctions(to module: ModuleObject) {
    let plain: [(String, (Double) -> Double)] = [
      ("sqrt", { $0.squareRoot() }), ("sin", sin), ("cos", cos), ("tan", tan), ("asin", asin), ("acos", acos), ("atan", atan),
      ("tanh", tanh), ("asinh", asinh), ("acosh", acosh), ("atanh", atanh), ("log1p", log1p), ("erf", erf), ("erfc", erfc),
      ("cbrt", cbrt), ("fabs", { $0.magnitude }),
    ]
    for (name, body) in plain { add(name, to: module, body) }
    let growing: [(String, (Double) -> Double)] = [
      ("exp", exp), ("exp2", exp2), ("expm1", expm1), ("sinh", sinh), ("cosh", cosh),
    ]
    for (name, body) in growing { add(name, to: module, mayOverflow: true, body) }
    add("degrees", to: module, mayOverflow: true) { $0 * (180 / Double.pi) }
    add("radians", to: module) { $0 * (Double.pi / 180) }
    module.function("gamma(x, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      if x == -.infinity || x <= 0 && x == x.rounded(.down) { throw .valueError("math domain error") }
      let result = tgamma(x)
      if result.isInfinite, x.isFinite { throw .overflowError("math range error") }
      return .float(result)
    }
    module.function("lgamma(x, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      if x <= 0, x == x.rounded(.down), x.isFinite { throw .valueError("math domain error") }
      return .float(Glibc.lgamma(x))
    }
    addLogarithms(to: module)
    module.function("atan2(y, x, /)") { call throws(Raised) -> Value in .float(atan2(try call.double(0), try call.double(1))) }
    module.function("copysign(x, y, /)") { call throws(Raised) -> Value in
      .float(copysign(try call.double(0), try call.double(1)))
    }
    module.function("pow(x, y, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      let y = try call.double(1)
      let result = Glibc.pow(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN { throw .valueError("math domain error") }
      if result.isInfinite, x.isFinite, y.isFinite {
        throw x == 0 ? .valueError("math domain error") : .overflowError("math range error")
      }
      return .float(result)
    }
    module.function("fmod(x, y, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      let y = try call.double(1)
      if y.isInfinite, x.isFinite { return .float(x) }
      let result = fmod(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN { throw .valueError("math domain error") }
      return .float(result)
    }
    module.function("remainder(x, y, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      let y = try call.double(1)
      let result = remainder(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN { throw .valueError("math domain error") }
      return .float(result)
    }
    module.function("nextafter(x, y, /)") { call throws(Raised) -> Value in
      .float(nextafter(try call.double(0), try call.double(1)))
    }
    module.function("ulp(x, /)") { call throws(Raised) -> Value in
      let x = try call.double(0).magnitude
      return .float(x.isInfinite ? x : x == .greatestFiniteMagnitude ? x - x.nextDown : x.ulp)
    }
    module.function("ldexp(x, i, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      guard call[1].bigInt != nil else { throw .typeError("Expected an int as second argument to ldexp.") }
      let exponent = call[1].intValue ?? (call[1].bigInt?.sign == .minus ? Int.min : Int.max)
      let result = ldexp(x, Int32(clamping: exponent))
      if result.isInfinite, x.isFinite { throw .overflowError("math range error") }
      return .float(result)
    }
    module.function("frexp(x, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      if x == 0 || !x.isFinite { return .tuple([.float(x), .int(0)]) }
      var exponent: Int32 = 0
      let fraction = Glibc.frexp(x, &exponent)
      return .tuple([.float(fraction), .int(Int(exponent))])
    }
    module.function("modf(x, /)") { call throws(Raised) -> Value in
      let x = try call.double(0)
      if x.isInfinite { return .tuple([.float(copysign(0, x)), .float(x)]) }
      let whole = x.rounded(.towardZero)
      return .tuple([.float(copysign(x - whole, x)), .float(whole)])
    }
    module.function("isnan(x, /)") { call throws(Raised) -> Value in .bool(try call.double(0).isNaN) }
    module.function("isinf(x, /)") { call throws(Raised) -> Value in .bool(try call.double(0).isInfinite) }
    module.function("isfinite(x, /)") { call throws(Raised) -> Value in .bool(try call.double(0).isFinite) }
    module.function("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)") { call throws(Raised) -> Value in
      let a = try call.double(0)
      let b = try call.double(1)
      let relative = try call.double(2)
      let absolute = try call.double(3)
      if relative < 0 || absolute < 0 { throw .valueError("tolerances must be non-negative") }
      if a == b { return true }
      if a.isInfinite || b.isInfinite { return false }
      let difference = (a - b).magnitude
      return .bool(difference <= (relative * b).magnitude || difference <= (relative * a).magnitude || difference <= absolute)
    }
  }

  /// The logarithm of a positive number of any size.
  private static func logarithm(_ value: Value, _ body: (Double) -> Double) throws(Raised) -> Double {
    if let big = value.bigInt {
      if big <= 0 { throw .valueError("math domain error") }
      let bits = big.magnitude.bitWidth
      if bits > 1000 {
        // Beyond the range of floats: the leading bits and the count of those cut off.
        let shift = bits - 64
        return body(IntArithmetic.nearestDouble(big >> shift)) + Double(shift) * body(2)
      }
      return body(IntArithmetic.nearestDouble(big))
    }
    let x = try Interpreter.current.double(value)
    if x.isNaN || x == .infinity { return x }
    if x <= 0 { throw .valueError("math domain error") }
    return body(x)
  }

  private static func addLogarithms(to module: ModuleObject) {
    module.function("log(x, base=None, /)") { call throws(Raised) -> Value in
      let numerator = try logarithm(call[0], Glibc.log)
      if !call.has(1) { return .float(numerator) }
      let denominator = try logarithm(call[1], Glibc.log)
      if denominator == 0 { throw .zeroDivisionError("float division by zero") }
      return .float(numerator / denominator)
    }
    module.function("log2(x, /)") { call throws(Raised) -> Value in .float(try logarithm(call[0], Glibc.log2)) }
    module.function("log10(x, /)") { call throws(Raised) -> Value in .float(try logarithm(call[0], Glibc.log10)) }
  }

  private static func addRounding(to module: ModuleObject) {
    for (name, rule) in [("floor", FloatingPointRoundingRule.down), ("ceil", .up), ("trunc", .towardZero)] {
      module.function("\(name)(x, /)") { call throws(Raised) -> Value in
        if case .float(let x) = call[0] {
          if let small = Int(exactly: x.rounded(rule)) { return .int(small) }
          return try NumberConversion.truncate(x.rounded(rule))
        }
        if case .int = call[0] { return call[0] }
        if call[0].type.lookup("__\(name)__") != nil { return try call.interpreter.callMethod(call[0], "__\(name)__") }
        if name == "trunc" { throw .typeError("type \(call[0].type.name) doesn't define __trunc__ method") }
        return try NumberConversion.truncate(try call.double(0).rounded(rule))
      }
    }
  }

  // MARK: Integers

  private static func integer(_ value: Value) throws(Raised) -> BigInt {
    if let big = value.bigInt { return big }
    guard let convert = value.type.slots.index, let big = try convert(value).bigInt else { throw .notAnIndex(value) }
    return big
  }

  private static func addIntegers(to module: ModuleObject) {
    module.function("gcd(*integers)") { call throws(Raised) -> Value in
      var result = BigInt(0)
      for value in call.rest(0) { result = result.greatestCommonDivisor(with: try integer(value)) }
      return .integer(result.magnitude)
    }
    module.function("lcm(*integers)") { call throws(Raised) -> Value in
      var result = BigInt(1)
      for value in call.rest(0) {
        let next = try integer(value)
        if next == 0 { return .int(0) }
        result = result / result.greatestCommonDivisor(with: next) * next
      }
      return .integer(result.magnitude)
    }
    module.function("factorial(x, /)") { call throws(Raised) -> Value in
      if case .float = call[0] { throw .typeError("'float' object cannot be interpreted as an integer") }
      let n = try call.int(0)
      if n < 0 { throw .valueError("factorial() not defined for negative values") }
      if n > 200_000 { throw .memoryError("factorial of \(n) is too large") }
      return .integer(product(1, n))
    }
    module.function("isqrt(n, /)") { call throws(Raised) -> Value in
      let n = try integer(call[0])
      if n < 0 { throw .valueError("isqrt() argument must be nonnegative") }
      return .integer(n.squareRoot())
    }
    module.function("comb(n, k, /)") { call throws(Raised) -> Value in
      let (n, k) = try selection(call)
      if k > n { return .int(0) }
      let smaller = min(k, n - k)
      if smaller > 100_000 { throw .memoryError("comb() of these arguments is too large") }
      var result = BigInt(1)
      for i in 0..<smaller { result = result * BigInt(n - i) / BigInt(i + 1) }
      return .integer(result)
    }
    module.function("perm(n, k=None, /)") { call throws(Raised) -> Value in
      let (n, k) = try selection(call)
      if k > n { return .int(0) }
      if k > 200_000 { throw .memoryError("perm() of these arguments is too large") }
      return .integer(product(n - k + 1, n))
    }
  }

  private static func selection(_ call: Arguments) throws(Raised) -> (Int, Int) {
    let n = try call.int(0)
    let k = call.has(1) ? try call.int(1) : n
    if n < 0 { throw .valueError("n must be a non-negative integer") }
    if k < 0 { throw .valueError("k must be a non-negative integer") }
    return (n, k)
  }

  /// The product of a range of integers, halved repeatedly so that the factors stay of similar size.
  private static func product(_ first: Int, _ last: Int) -> BigInt {
    if first > last { return 1 }
    if last - first < 8 { return (first...last).reduce(BigInt(1)) { $0 * BigInt($1) } }
    let middle = first + (last - first) / 2
    return product(first, middle) * product(middle + 1, last)
  }

  // MARK: Sums

  private static func addSums(to module: ModuleObject) {
    module.function("fsum(seq, /)") { call throws(Raised) -> Value in .float(try exactSum(try doubles(call[0]))) }
    module.function("prod(iterable, /, *, start=1)") { call throws(Raised) -> Value in
      var result = call[1]
      let interpreter = call.interpreter
      try interpreter.forEach(call[0]) { (element) throws(Raised) in result = try interpreter.binary(.multiply, result, element)
      }
      return result
    }
    module.function("hypot(*coordinates)") { call throws(Raised) -> Value in
      var values: [Double] = []
      for value in call.rest(0) { values.append(try call.interpreter.double(value)) }
      return .float(norm(values))
    }
    module.function("dist(p, q, /)") { call throws(Raised) -> Value in
      let p = try doubles(call[0])
      let q = try doubles(call[1])
      if p.count != q.count { throw .valueError("both points must have the same number of dimensions") }
      return .float(norm(zip(p, q).map { $0 - $1 }))
    }
  }

  private static func doubles(_ iterable: Value) throws(Raised) -> [Double] {
    var values: [Double] = []
    for value in try Interpreter.current.elements(of: iterable) { values.append(try Interpreter.current.double(value)) }
    return values
  }

  /// The Euclidean norm, scaled against overflow and summed with compensation.
  private static func norm(_ values: [Double]) -> Double {
    if values.count == 2 { return hypot(values[0], values[1]) }
    var largest = 0.0
    for value in values {
      if value.isInfinite { return .infinity }
      if value.magnitude > largest { largest = value.magnitude }
    }
    if values.contains(where: { $0.isNaN }) { return .nan }
    if largest == 0 { return 0 }
    var sum = 0.0
    var rest = 0.0
    // A power of two scales without rounding.
    let scale = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    for value in values {
      let x = value / scale
      let square = x * x
      let low = (-square).addingProduct(x, x)
      let total = sum + square
      rest += (sum > square ? (sum - total) + square : (square - total) + sum) + low
      sum = total
    }
    let root = (sum + rest).squareRoot()
    let square = root * root
    let low = (-square).addingProduct(root, root)
    // One Newton step with the exact residual.
    let residual = ((sum - square) - low) + rest
    return scale * (root + residual / (2 * root))
  }

  /// The correctly rounded sum (Shewchuk's exact partial sums).
  private static func exactSum(_ values: [Double]) throws(Raised) -> Double {
    var partials: [Double] = []
    var special = 0.0
    var hasSpecial = false
    for value in values {
      if !value.isFinite {
        special += value
        hasSpecial = true
        continue
      }
      var x = value
      var kept = 0
      for partial in partials {
        var y = partial
        if x.magnitude < y.magnitude { swap(&x, &y) }
        let high = x + y
        let low = y - (high - x)
        if low != 0 {
          partials[kept] = low
          kept += 1
        }
        x = high
      }
      if x.isInfinite { throw .overflowError("intermediate overflow in fsum") }
      partials.removeSubrange(kept...)
      partials.append(x)
    }
    if hasSpecial {
      if special.isNaN, !values.contains(where: { $0.isNaN }) { throw .valueError("-inf + inf in fsum") }
      return special
    }
    guard var sum = partials.popLast() else { return 0 }
    var low = 0.0
    while let next = partials.popLast() {
      let x = sum
      sum = x + next
      low = next - (sum - x)
      if low != 0 { break }
    }
    // Half-way cases are decided by the partial sum below.
    if let next = partials.last, low < 0 && next < 0 || low > 0 && next > 0 {
      let twice = low * 2
      let adjusted = sum + twice
      if twice == adjusted - sum { sum = adjusted }
    }
    return sum
  }
}
