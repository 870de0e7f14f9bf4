/// Operators, comparison, hashing and construction of `int`, `bool`, `float` and `complex`.
enum NumberTypes {
  static func setUp() {
    TypeObject.int.extend(of: IntObject.self) { t in
      t.doc = "int([x]) -> integer\nint(x, base=10) -> integer"
      t.slots.binary = IntArithmetic.binary
      t.slots.prefix = IntArithmetic.prefix
      t.slots.compare = IntArithmetic.compare
      t.slots.hash = { (value) throws(Raised) -> Int in
        if let small = value.intValue { return NumberHash.hash(small) }
        return NumberHash.hash(value.bigInt ?? 0)
      }
      t.slots.bool = { (value) throws(Raised) -> Bool in value.intValue != 0 }
      t.slots.index = { (value) throws(Raised) -> Value in .integer(value.bigInt ?? 0) }
      t.slots.int = { (value) throws(Raised) -> Value in .integer(value.bigInt ?? 0) }
      t.slots.float = { (value) throws(Raised) -> Double in try IntArithmetic.double(value.bigInt ?? 0) }
      t.construct("int(x=0, /, base=None)", "Convert a number or string to an integer.", NumberConversion.int)
    }
    TypeObject.bool.extend(of: IntObject.self) { t in
      t.doc = "bool(x) -> bool"
      t.construct("bool(x=False, /)", "The truth value of an object.") { type, call throws(Raised) -> Value in
        .bool(try call.bool(0))
      }
    }
    TypeObject.float.extend(of: FloatObject.self) { t in
      t.doc = "Convert a string or number to a floating point number, if possible."
      t.slots.binary = FloatArithmetic.binary
      t.slots.prefix = FloatArithmetic.prefix
      t.slots.compare = FloatArithmetic.compare
      t.slots.hash = { (value) throws(Raised) -> Int in NumberHash.hash(value.doubleValue ?? 0) }
      t.slots.bool = { (value) throws(Raised) -> Bool in value.doubleValue != 0 }
      t.slots.float = { (value) throws(Raised) -> Double in value.doubleValue ?? 0 }
      t.slots.int = { (value) throws(Raised) -> Value in try NumberConversion.truncate(value.doubleValue ?? 0) }
      t.construct("float(x=0.0, /)", "Convert a string or number to a float.", NumberConversion.float)
    }
    TypeObject.complex.extend(of: ComplexObject.self) { t in
      t.doc = "Create a complex number from a real part and an optional imaginary part."
      t.slots.binary = ComplexArithmetic.binary
      t.slots.prefix = ComplexArithmetic.prefix
      t.slots.compare = ComplexArithmetic.compare
      t.slots.hash = { (value) throws(Raised) -> Int in
        guard let number = value.cast(to: ComplexObject.self) else { return 0 }
        return NumberHash.hash(number.real, number.imaginary)
      }
      t.slots.bool = { (value) throws(Raised) -> Bool in
        guard let number = value.cast(to: ComplexObject.self) else { return false }
        return number.real != 0 || number.imaginary != 0
      }
      t.property("real", "The real part.") { number throws(Raised) -> Value in .float(number.real) }
      t.property("imag", "The imaginary part.") { number throws(Raised) -> Value in .float(number.imaginary) }
      t.method("conjugate(self)", "The complex conjugate.") { number, call throws(Raised) -> Value in
        .object(ComplexObject(number.real, -number.imaginary))
      }
      t.construct("complex(real=0, imag=None)", "Create a complex number.", NumberConversion.complex)
    }
  }
}
