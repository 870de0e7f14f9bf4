import Interpreter
import Tensors

/// `numpy.float32` and its like: a type name that is also called to make a scalar.
final class NumPyDType: Object {
  let dtype: DType

  private init(_ dtype: DType) {
    self.dtype = dtype
    super.init(NumPyDType.typeObject)
  }

  private static let all: [NumPyDType] = DType.allCases.sorted { $0.rawValue < $1.rawValue }.map { NumPyDType($0) }

  static func of(_ dtype: DType) -> NumPyDType { all[Int(dtype.rawValue)] }

  static let typeObject: TypeObject = TypeObject.native("dtype", module: "numpy", of: NumPyDType.self) { t in
    t.doc = "The type of an array's elements."
    t.property("name", "The name.") { type throws(Raised) in .string(type.dtype.numpyName) }
    t.property("itemsize", "Bytes per element.") { type throws(Raised) in .int(type.dtype.byteSize) }
    t.slots.repr = { value throws(Raised) in "dtype('\(value.cast(to: NumPyDType.self)?.dtype.numpyName ?? "")')" }
    t.slots.str = { value throws(Raised) in value.cast(to: NumPyDType.self)?.dtype.numpyName ?? "" }
    t.slots.call = { value, call throws(Raised) in
      let dtype = value.cast(to: NumPyDType.self)?.dtype ?? .float64
      return NDArrayObject(try NumPyModule.array(call.count > 0 ? call[0] : .int(0), dtype), isScalar: true).asValue
    }
    t.slots.compare = { op, lhs, rhs throws(Raised) in
      guard let a = lhs.cast(to: NumPyDType.self)?.dtype, let b = try? dtype(rhs) else { return nil }
      switch op {
      case .equal: return .bool(a == b)
      case .notEqual: return .bool(a != b)
      default: return nil
      }
    }
  }

  /// The dtype that an argument names; nil for None.
  static func dtype(_ value: Value) throws(Raised) -> DType? {
    if value.isNone { return nil }
    if let type = value.cast(to: NumPyDType.self) { return type.dtype }
    if let type = value.dtype { return type }
    if let type = value.cast(to: TypeObject.self) {
      if type === TypeObject.float { return .float64 }
      if type === TypeObject.int { return .int64 }
      if type === TypeObject.bool { return .bool }
    }
    if let name = value.stringValue {
      if name == "float" { return .float64 }
      if name == "int" { return .int64 }
      if let type = DType(named: name) { return type }
    }
    throw .typeError("Cannot interpret '\(try Interpreter.current.str(value))' as a data type")
  }
}
