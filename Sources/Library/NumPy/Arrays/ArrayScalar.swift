import Interpreter
import Tensors

/// A numpy scalar other than float64: `np.float32(1.0)`. A float64 scalar is a Python float of class `numpy.float64`.
final class ArrayScalar: Object {
  let scalar: Scalar
  let dtype: DType

  private init(_ scalar: Scalar, _ dtype: DType) {
    self.scalar = scalar
    self.dtype = dtype
    super.init(ArrayScalar.type(dtype))
  }

  static func make(_ scalar: Scalar, _ dtype: DType) -> Value {
    if dtype == .float64 { return .object(FloatObject(scalar.doubleValue, type(.float64))) }
    return .object(ArrayScalar(scalar, dtype))
  }

  /// The element of a view without dimensions, or of size one.
  static func element(_ x: Tensor, _ pool: ElementPool?) -> Value {
    guard let pool else { return make(read(x), x.dtype) }
    return pool.values[read(x).intValue]
  }

  /// The first number of a view.
  static func read(_ x: Tensor) -> Scalar {
    switch x.dtype {
    case .bool: x.pointer(Bool.self)[0].scalar
    case .uint8: x.pointer(UInt8.self)[0].scalar
    case .int8: x.pointer(Int8.self)[0].scalar
    case .int16: x.pointer(Int16.self)[0].scalar
    case .int32: x.pointer(Int32.self)[0].scalar
    case .int64: x.pointer(Int.self)[0].scalar
    case .float16: x.pointer(Float16.self)[0].scalar
    case .float32: x.pointer(Float.self)[0].scalar
    case .float64: x.pointer(Double.self)[0].scalar
    }
  }

  /// Number and dtype of a numpy scalar; nil for anything else.
  static func parts(_ value: Value) -> (scalar: Scalar, dtype: DType)? {
    guard case .object(let object) = value else { return nil }
    if let scalar = object as? ArrayScalar { return (scalar.scalar, scalar.dtype) }
    if let float = object as? FloatObject, float.type.isSubtype(of: type(.float64)) { return (.double(float.value), .float64) }
    return nil
  }

  /// `str` of a number of a dtype.
  static func text(_ scalar: Scalar, _ dtype: DType) -> String {
    switch scalar {
    case .bool(let flag): return flag ? "True" : "False"
    case .int(let number): return String(number)
    case .double(let value):
      guard dtype != .float64, value.isFinite else { return FloatText.repr(value) }
      let shown = dtype.shortest(value)
      // float32 has six certain digits, float16 three: beyond them the exponent is shown, as below 1e-4.
      if shown.magnitude >= dtype.plainLimit || shown != 0 && value.magnitude < 1e-4 { return FloatCells.scientific(shown) }
      return FloatText.repr(shown)
    }
  }

  // MARK: Classes

  /// The class of a dtype's scalars.
  static func type(_ dtype: DType) -> TypeObject { types[Int(dtype.rawValue)] }

  static let generic = TypeObject.native("generic", module: "numpy") { t in t.doc = "The base of numpy's scalars." }
  static let number = TypeObject.native("number", module: "numpy", bases: [generic]) { _ in }
  static let integer = TypeObject.native("integer", module: "numpy", bases: [number]) { _ in }
  static let signedInteger = TypeObject.native("signedinteger", module: "numpy", bases: [integer]) { _ in }
  static let unsignedInteger = TypeObject.native("unsignedinteger", module: "numpy", bases: [integer]) { _ in }
  static let inexact = TypeObject.native("inexact", module: "numpy", bases: [number]) { _ in }
  static let floating = TypeObject.native("floating", module: "numpy", bases: [inexact]) { _ in }

  private static let types: [TypeObject] = DType.allCases.sorted { $0.rawValue < $1.rawValue }.map { makeType($0) }

  private static func makeType(_ dtype: DType) -> TypeObject {
    if dtype == .float64 {
      return TypeObject.native("float64", module: "numpy", bases: [floating, .float], of: FloatObject.self) { t in
        setUp(t, dtype)
      }
    }
    let base = dtype == .bool ? generic : dtype.isFloatingPoint ? floating : dtype == .uint8 ? unsignedInteger : signedInteger
    return TypeObject.native(dtype.name, module: "numpy", bases: [base], of: ArrayScalar.self) { t in setUp(t, dtype) }
  }

  private static func setUp<T: Object>(_ t: TypeBuilder<T>, _ dtype: DType) {
    t.doc = "A scalar of dtype \(dtype.name)."
    t.construct("\(dtype.name)(value=0, /)") { _, call throws(Raised) in try construct(call[0], dtype) }
    for name in ["item", "tolist"] {
      t.method("\(name)(self)", "The value as a Python number.") { object, _ throws(Raised) in plain(object.asValue) }
    }
    t.method("astype(self, dtype, **kw)", "The value as another type.") { object, call throws(Raised) in
      let type = try ArrayDTypeObject.elementType(call[1])
      let array = try ArrayConversion.array(object.asValue, type: type)
      return ArrayScalar.element(array.view, array.pool)
    }
    for signature in [
      "copy(self)", "__copy__(self)", "__deepcopy__(self, memo=None)", "squeeze(self, axis=None)", "conjugate(self)",
    ] {
      t.method(signature, "The scalar itself.") { object, _ throws(Raised) in object.asValue }
    }
    t.method("__round__(self, ndigits=None)") { object, call throws(Raised) in
      let interpreter = call.interpreter
      guard call.has(1) else {
        return try interpreter.call(
          try interpreter.attribute(interpreter.importModule("builtins"), "round"), [plain(object.asValue)])
      }
      return try interpreter.callMethod(object.asValue, "round", [call[1]])
    }
    t.property("dtype", "The dtype.") { _ throws(Raised) in ArrayDTypeObject.of(.number(dtype)).asValue }
    t.property("shape", "No sizes.") { _ throws(Raised) in .tuple([]) }
    t.property("ndim", "No dimensions.") { _ throws(Raised) in 0 }
    t.property("size", "One element.") { _ throws(Raised) in 1 }
    t.property("itemsize", "Bytes of the element.") { _ throws(Raised) in .int(dtype.byteSize) }
    t.property("nbytes", "Bytes of the element.") { _ throws(Raised) in .int(dtype.byteSize) }
    t.property("T", "The scalar itself.") { object throws(Raised) in object.asValue }
    // Whatever else arrays can do, scalars can: as arrays without dimensions.
    t.slots.missingAttribute = { value, name throws(Raised) in
      guard let (scalar, dtype) = parts(value), NDArrayType.type.lookup(name) != nil else { return nil }
      let array = NDArrayObject(try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) }).asValue
      return try Interpreter.current.attribute(array, name.string)
    }
    t.slots = protocolSlots(t.slots, dtype)
  }

  private static func construct(_ value: Value, _ dtype: DType) throws(Raised) -> Value {
    if let scalar = value.scalar ?? parts(value)?.scalar {
      if case .int(let number) = scalar { try ArrayOperators.checkRange(number, dtype) }
      if case .double(let number) = scalar, dtype.kind == .int, parts(value) == nil {
        return make(.int(try ArrayArguments.whole(number)), dtype)
      }
      return NDArrayType.wrap(try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) })
    }
    if value.stringValue != nil, dtype != .bool {
      let number = try Interpreter.current.call(.object(dtype.isFloatingPoint ? TypeObject.float : TypeObject.int), [value])
      return try construct(number, dtype)
    }
    return NDArrayType.wrap(try ArrayConversion.tensor(value, dtype: dtype))
  }

  private static func protocolSlots(_ start: TypeSlots, _ dtype: DType) -> TypeSlots {
    var slots = start
    slots.repr = { value throws(Raised) in
      guard let (scalar, dtype) = parts(value) else { return "" }
      let text = text(scalar, dtype)
      return dtype == .bool ? "np.\(text)_" : "np.\(dtype.name)(\(text))"
    }
    slots.str = { value throws(Raised) in
      guard let (scalar, dtype) = parts(value) else { return "" }
      return text(scalar, dtype)
    }
    slots.format = { value, spec throws(Raised) in
      // As numpy does it: the Python number is formatted, so that a float32 shows all its digits.
      try Interpreter.current.format(plain(value), spec)
    }
    slots.hash = { value throws(Raised) in try Interpreter.current.hash(plain(value)) }
    slots.bool = { value throws(Raised) in parts(value)?.scalar.boolValue ?? false }
    slots.float = { value throws(Raised) in parts(value)?.scalar.doubleValue ?? 0 }
    slots.int = { value throws(Raised) in try Interpreter.current.call(.object(TypeObject.int), [plain(value)]) }
    if dtype.kind == .int { slots.index = { value throws(Raised) in plain(value) } }
    slots.getItem = { value, index throws(Raised) in
      if let tuple = index.sequence, tuple.isEmpty { return value }
      guard let (scalar, dtype) = parts(value), index.isNone || index.isEllipsis else {
        throw .indexError("invalid index to scalar variable.")
      }
      let x = try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) }
      return try ArrayIndexing.get(NDArrayObject(x).asValue, index)
    }
    slots.binary = ArrayOperators.binary
    slots.prefix = ArrayOperators.prefix
    slots.compare = ArrayOperators.compare
    return slots
  }

  /// The Python number.
  static func plain(_ value: Value) -> Value { parts(value).map { Value($0.scalar) } ?? .none }
}

/// `numpy.str_`: the elements of arrays of text.
enum TextScalar {
  static let type: TypeObject = TypeObject.native(
    "str_", module: "numpy", bases: [.str, ArrayScalar.generic], of: StrObject.self
  ) { t in
    t.doc = "A text in an array."
    t.slots.repr = { value throws(Raised) in "np.str_(\(try Interpreter.current.repr(.string(value.stringValue ?? ""))))" }
    t.slots.str = { value throws(Raised) in value.stringValue ?? "" }
    t.method("item(self)", "The text as a Python str.") { text, _ throws(Raised) in .string(text.string) }
    t.method("tolist(self)", "The text as a Python str.") { text, _ throws(Raised) in .string(text.string) }
  }

  static func make(_ text: String) -> Value { .object(StrObject(text, type)) }
}
