/// The type of a tensor's elements. Raw values order the types within a kind.
package enum DType: UInt8, CaseIterable {
  case bool = 0
  case uint8, int8, int16, int32, int64
  case float16, float32, float64

  /// Promotion looks at kinds first: bool below integer below floating point.
  package enum Kind: Int, Comparable {
    case bool, int, float
    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// The kind.
  package var kind: Kind {
    switch self {
    case .bool: .bool
    case .float16, .float32, .float64: .float
    default: .int
    }
  }

  /// Whether it is float16, float32 or float64.
  package var isFloatingPoint: Bool { rawValue >= DType.float16.rawValue }

  /// Bytes per element.
  package var byteSize: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .int16, .float16: 2
    case .int32, .float32: 4
    case .int64, .float64: 8
    }
  }

  /// PyTorch's short name, as in `torch.float32`.
  package var name: String {
    switch self {
    case .bool: "bool"
    case .uint8: "uint8"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .float16: "float16"
    case .float32: "float32"
    case .float64: "float64"
    }
  }

  /// The name in messages such as `result type Float`, and of the legacy constructors (`FloatTensor`).
  package var scalarName: String {
    switch self {
    case .bool: "Bool"
    case .uint8: "Byte"
    case .int8: "Char"
    case .int16: "Short"
    case .int32: "Int"
    case .int64: "Long"
    case .float16: "Half"
    case .float32: "Float"
    case .float64: "Double"
    }
  }

  /// The C name in messages of products and convolutions, such as `long int`.
  package var cName: String {
    switch self {
    case .bool: "bool"
    case .uint8: "unsigned char"
    case .int8: "signed char"
    case .int16: "short int"
    case .int32: "int"
    case .int64: "long int"
    case .float16: "c10::Half"
    case .float32: "float"
    case .float64: "double"
    }
  }

  /// The dtype of that name, aliases such as `long` and `double` included.
  package init?(named name: String) {
    switch name {
    case "bool": self = .bool
    case "uint8": self = .uint8
    case "int8": self = .int8
    case "int16", "short": self = .int16
    case "int32", "int": self = .int32
    case "int64", "long": self = .int64
    case "float16", "half": self = .float16
    case "float32", "float": self = .float32
    case "float64", "double": self = .float64
    default: return nil
    }
  }

  /// The widest of two dtypes of which neither is a lower rank (see `resultType`).
  package func promoted(with other: DType) -> DType {
    if self == other { return self }
    // The one lattice point that the order of raw values misses: uint8 with int8 needs int16.
    let pair = (min(rawValue, other.rawValue), max(rawValue, other.rawValue))
    if pair == (DType.uint8.rawValue, DType.int8.rawValue) { return .int16 }
    return rawValue > other.rawValue ? self : other
  }

  /// The dtype in which the less frequent dtypes are computed, so that most loops exist for three element types only: int64, wrapped
  /// back afterwards, gives the same bits for smaller integers, and float32, rounded afterwards, is what PyTorch takes for float16.
  package var wide: DType { self == .float16 ? .float32 : isFloatingPoint ? self : .int64 }

  /// The dtype of floating-point results: itself if floating, else float32.
  package var floating: DType { isFloatingPoint ? self : .float32 }
}

/// A Python number: the operand that promotes least.
package enum Scalar: Equatable {
  case bool(Bool)
  case int(Int)
  case double(Double)

  /// The dtype that the number alone would have as a tensor.
  package var dtype: DType {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .double: .float32
    }
  }

  /// The value as a double.
  package var doubleValue: Double {
    switch self {
    case .bool(let b): b ? 1 : 0
    case .int(let i): Double(i)
    case .double(let d): d
    }
  }

  /// The value as an integer, fractions cut off; values out of range become the smallest integer, as on x86.
  package var intValue: Int {
    switch self {
    case .bool(let b): b ? 1 : 0
    case .int(let i): i
    case .double(let d): Int(truncatingDouble: d)
    }
  }

  /// Whether the value differs from zero.
  package var boolValue: Bool {
    switch self {
    case .bool(let b): b
    case .int(let i): i != 0
    case .double(let d): d != 0
    }
  }
}

extension Scalar: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral {
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Int {
  /// The integer part; not-a-number and values out of range give the smallest integer, as the processor's conversion does.
  @inline(__always)
  init(truncatingDouble value: Double) {
    self = value > -9.3e18 && value < 9.2233720368547e18 ? Int(value) : Int.min
  }
}

/// Finds the dtype of a result from its operands' ranks: tensors with dimensions, zero-dim tensors, numbers.
package struct TypePromotion {
  private var dimensioned: DType?
  private var zeroDim: DType?
  private var number: DType?

  /// Nothing added yet.
  package init() {}

  /// Takes a tensor operand into account.
  package mutating func add(_ tensor: Tensor) {
    if tensor.shape.count > 0 {
      dimensioned = dimensioned?.promoted(with: tensor.dtype) ?? tensor.dtype
    } else {
      zeroDim = zeroDim?.promoted(with: tensor.dtype) ?? tensor.dtype
    }
  }

  /// Takes a number into account.
  package mutating func add(_ scalar: Scalar) {
    number = number?.promoted(with: scalar.dtype) ?? scalar.dtype
  }

  /// The result's dtype.
  package var dtype: DType {
    var result: DType? = dimensioned
    for lower in [zeroDim, number] {
      guard let lower else { continue }
      guard let higher = result else {
        result = lower
        continue
      }
      if lower.kind > higher.kind { result = lower }
    }
    return result ?? .float32
  }

  /// The dtype of an operation on two tensors.
  @inline(__always)
  package static func of(_ a: Tensor, _ b: Tensor) -> DType {
    if a.dtype == b.dtype { return a.dtype }
    var p = TypePromotion()
    p.add(a)
    p.add(b)
    return p.dtype
  }

  /// The dtype of an operation on a tensor and a number.
  @inline(__always)
  package static func of(_ a: Tensor, _ b: Scalar) -> DType {
    b.dtype.kind <= a.dtype.kind ? a.dtype : b.dtype
  }
}
