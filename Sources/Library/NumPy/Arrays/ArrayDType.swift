import Interpreter
import Tensors

/// `numpy.dtype`: the type of an array's elements.
final class ArrayDTypeObject: Object {
  let elementType: ElementType

  private init(_ elementType: ElementType) {
    self.elementType = elementType
    super.init(ArrayDTypeObject.typeObject)
  }

  private static let numbers: [ArrayDTypeObject] = DType.allCases.sorted { $0.rawValue < $1.rawValue }.map {
    ArrayDTypeObject(.number($0))
  }

  static func of(_ type: ElementType) -> ArrayDTypeObject {
    if case .number(let dtype) = type { return numbers[Int(dtype.rawValue)] }
    return ArrayDTypeObject(type)
  }

  static let typeObject: TypeObject = TypeObject.native("dtype", module: "numpy", of: ArrayDTypeObject.self) { t in
    t.doc = "The type of an array's elements."
    t.construct("dtype(dtype)") { _, call throws(Raised) in ArrayDTypeObject.of(try elementType(call[0])).asValue }
    t.property("name", "The name.") { object throws(Raised) in .string(object.elementType.name) }
    t.property("itemsize", "Bytes per element.") { object throws(Raised) in .int(object.elementType.byteSize) }
    t.property("kind", "The kind's letter.") { object throws(Raised) in .string(object.elementType.kind) }
    t.property("char", "The type's letter.") { object throws(Raised) in .string(object.elementType.character) }
    t.property("str", "The type with its byte order.") { object throws(Raised) in .string(object.elementType.fileName) }
    t.property("type", "The class of its scalars.") { object throws(Raised) in
      switch object.elementType {
      case .number(let dtype): ArrayScalar.type(dtype).asValue
      case .text: TextScalar.type.asValue
      case .object: TypeObject.object.asValue
      }
    }
    t.slots.repr = { value throws(Raised) in "dtype('\(value.cast(to: ArrayDTypeObject.self)?.elementType.shortName ?? "")')" }
    t.slots.str = { value throws(Raised) in
      guard let type = value.cast(to: ArrayDTypeObject.self)?.elementType else { return "" }
      if case .text = type { return type.shortName }
      return type.name
    }
    t.slots.hash = { value throws(Raised) in value.cast(to: ArrayDTypeObject.self)?.elementType.name.utf8.count ?? 0 }
    t.slots.compare = { op, lhs, rhs throws(Raised) in
      guard op == .equal || op == .notEqual else { return nil }
      let a = try known(lhs)
      let b = try known(rhs)
      return .bool((a != nil && a == b) == (op == .equal))
    }
  }

  /// The type that a script means by a dtype object, a class or a name; TypeError otherwise.
  static func elementType(_ value: Value) throws(Raised) -> ElementType {
    if value.isNone { return .number(.float64) }
    if let found = try known(value) { return found }
    if let text = value.stringValue {
      if absent.contains(text) { throw missing(text) }
      throw .typeError("data type '\(text)' not understood")
    }
    throw .typeError("Cannot interpret '\(try Interpreter.current.repr(value))' as a data type")
  }

  /// The type, which has to be one of numbers.
  static func numeric(_ value: Value) throws(Raised) -> DType {
    let type = try elementType(value)
    guard case .number(let dtype) = type else { throw .typeError("dtype '\(type.name)' is not one of numbers") }
    return dtype
  }

  private static func known(_ value: Value) throws(Raised) -> ElementType? {
    guard case .object(let object) = value else { return nil }
    if let object = object as? ArrayDTypeObject { return object.elementType }
    if let type = object as? TypeObject {
      if type === TypeObject.float { return .number(.float64) }
      if type === TypeObject.int { return .number(.int64) }
      if type === TypeObject.bool { return .number(.bool) }
      if type === TypeObject.str || type === TextScalar.type { return .text(1) }
      if type === TypeObject.object { return .object }
      if let dtype = DType.allCases.first(where: { ArrayScalar.type($0) === type }) { return .number(dtype) }
      // Classes that numpy has and Lectern has not stand for themselves.
      return nil
    }
    guard let text = value.stringValue else { return nil }
    if let dtype = names[text] { return .number(dtype) }
    if text == "O" || text == "object" { return .object }
    if text == "str" || text == "U" { return .text(1) }
    let digits = text.drop { $0 == "<" || $0 == "=" || $0 == "|" }
    if digits.hasPrefix("U"), let width = Int(digits.dropFirst()), width > 0, width < 1 << 20 { return .text(width) }
    if text.utf8.count > 1, text.hasPrefix("<") || text.hasPrefix("=") || text.hasPrefix("|") {
      return names[String(digits)].map { .number($0) }
    }
    return nil
  }

  private static let names: [String: DType] = [
    "bool": .bool, "?": .bool, "b1": .bool, "uint8": .uint8, "u1": .uint8, "B": .uint8, "ubyte": .uint8, "int8": .int8,
    "i1": .int8,
    "b": .int8, "byte": .int8, "int16": .int16, "i2": .int16, "h": .int16, "short": .int16, "int32": .int32, "i4": .int32,
    "i": .int32,
    "intc": .int32, "int64": .int64, "i8": .int64, "int": .int64, "l": .int64, "long": .int64, "longlong": .int64, "q": .int64,
    "intp": .int64, "float16": .float16, "f2": .float16, "e": .float16, "half": .float16, "float32": .float32, "f4": .float32,
    "f": .float32, "single": .float32, "float64": .float64, "f8": .float64,
    "float": .float64, "d": .float64, "double": .float64,
  ]

  private static let absent: Set<String> = [
    "uint16", "uint32", "uint64", "u2", "u4", "u8", "uint", "float128", "longdouble", "complex", "complex64",
    "complex128", "c8", "c16", "datetime64", "timedelta64", "bytes", "S",
  ]

  /// The error for a dtype of numpy that Lectern's arrays do not have.
  static func missing(_ name: String) -> Raised {
    .typeError(
      "Lectern's arrays have no dtype '\(name)': there are bool, uint8, int8 to int64, float16 to float64, text and objects")
  }
}
