import Interpreter
import Tensors

/// `torch.float32` and its like; one object for each dtype.
final class DTypeObject: Object {
  let dtype: DType

  private init(_ dtype: DType) {
    self.dtype = dtype
    super.init(DTypeObject.typeObject)
  }

  /// The object of each dtype, by raw value.
  private static let all: [DTypeObject] = DType.allCases.sorted { $0.rawValue < $1.rawValue }.map { DTypeObject($0) }

  static func of(_ dtype: DType) -> DTypeObject { all[Int(dtype.rawValue)] }

  static let typeObject: TypeObject = TypeObject.native("dtype", module: "torch", of: DTypeObject.self) { t in
    t.doc = "The type of a tensor's elements."
    t.property("itemsize", "Bytes per element.") { dtype throws(Raised) in .int(dtype.dtype.byteSize) }
    t.property("is_floating_point", "Whether it is a floating-point type.") { dtype throws(Raised) in
      .bool(dtype.dtype.isFloatingPoint)
    }
    t.property("is_complex", "Whether it is a complex type.") { _ throws(Raised) in .bool(false) }
    t.property("is_signed", "Whether it holds negative numbers.") { dtype throws(Raised) in
      .bool(dtype.dtype != .bool && dtype.dtype != .uint8)
    }
    t.method("to_real(self)", "The real type of the same width.") { dtype, _ throws(Raised) in dtype.asValue }
    t.slots.repr = { value throws(Raised) in "torch.\(value.cast(to: DTypeObject.self)?.dtype.name ?? "")" }
  }
}

extension DType {
  /// The script object of this dtype.
  var asValue: Value { .object(DTypeObject.of(self)) }

  /// The Python names of the dtype.
  var scriptNames: [String] {
    switch self {
    case .float16: ["float16", "half"]
    case .float32: ["float32", "float"]
    case .float64: ["float64", "double"]
    case .int64: ["int64", "long"]
    case .int32: ["int32", "int"]
    case .int16: ["int16", "short"]
    default: [name]
    }
  }
}

extension Value {
  /// The dtype, if the value is one; `float`, `int` and `bool` stand for the dtypes of Python's numbers.
  var dtype: DType? {
    guard case .object(let object) = self else { return nil }
    if let dtype = object as? DTypeObject { return dtype.dtype }
    if object === TypeObject.float { return .float64 }
    if object === TypeObject.int { return .int64 }
    if object === TypeObject.bool { return .bool }
    return nil
  }
}
