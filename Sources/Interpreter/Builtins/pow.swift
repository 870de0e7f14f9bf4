/// `abs`, `divmod` and `pow`.
enum ArithmeticFunctions {
  static func install(in module: ModuleObject) {
    module.function("abs(x, /)", "The absolute value.") { call throws(Raised) -> Value in
      switch call[0] {
      case .float(let number): return .float(number.magnitude)
      default: return try call.interpreter.prefix(.absolute, call[0])
      }
    }
    module.function("divmod(x, y, /)", "The tuple (x // y, x % y).") { call throws(Raised) -> Value in
      try call.interpreter.binary(.divmod, call[0], call[1])
    }
    module.function("pow(base, exp, mod=None)", "base ** exp, or base ** exp % mod.") { call throws(Raised) -> Value in
      if call[2].isNone { return try call.interpreter.binary(.power, call[0], call[1]) }
      guard let base = call[0].bigInt, let exponent = call[1].bigInt, let modulus = call[2].bigInt else {
        if call[0].type.lookup("__pow__") != nil, call[0].type.isScriptDefined {
          return try call.interpreter.callMethod(call[0], "__pow__", [call[1], call[2]])
        }
        if call[0].type === TypeObject.float, call[1].doubleValue != nil {
          throw .typeError("pow() 3rd argument not allowed unless all arguments are integers")
        }
        throw .typeError(
          "unsupported operand type(s) for ** or pow(): '\(call[0].type.name)', '\(call[1].type.name)', '\(call[2].type.name)'")
      }
      return try power(base, exponent, modulus)
    }
  }

  private static func power(_ base: BigInt, _ exponent: BigInt, _ modulus: BigInt) throws(Raised) -> Value {
    if modulus.isZero { throw .valueError("pow() 3rd argument cannot be 0") }
    let size = modulus.magnitude
    var base = IntArithmetic.floorDivide(base, size).remainder
    var exponent = exponent
    if exponent.sign == .minus {
      guard size != 1 else { return .int(0) }
      guard let inverse = base.inverse(size) else { throw .valueError("base is not invertible for the given modulus") }
      base = IntArithmetic.floorDivide(inverse, size).remainder
      exponent = -exponent
    }
    let result = base.power(exponent, modulus: size)
    return .integer(IntArithmetic.floorDivide(result, modulus).remainder)
  }
}
