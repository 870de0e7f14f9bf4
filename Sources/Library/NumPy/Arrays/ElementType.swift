import Tensors

/// What an array's elements are: numbers of a dtype, text of a width, or any objects.
enum ElementType: Equatable {
  case number(DType)
  case text(Int)
  case object

  /// numpy's name of the dtype, as `dtype.name` gives it.
  var name: String {
    switch self {
    case .number(let dtype): dtype.name
    case .text(let width): "str\(width &* 32)"
    case .object: "object"
    }
  }

  /// The name in reprs of dtypes: `'float32'`, `'<U2'`, `'O'`.
  var shortName: String {
    switch self {
    case .number(let dtype): dtype.name
    case .text(let width): "<U\(width)"
    case .object: "O"
    }
  }

  /// The name in reprs of arrays.
  var arrayName: String { if case .text = self { "'\(shortName)'" } else { name } }

  /// Bytes per element.
  var byteSize: Int {
    switch self {
    case .number(let dtype): dtype.byteSize
    case .text(let width): width &* 4
    case .object: 8
    }
  }

  /// The letter of the kind.
  var kind: String {
    switch self {
    case .number(.bool): "b"
    case .number(.uint8): "u"
    case .number(let dtype): dtype.isFloatingPoint ? "f" : "i"
    case .text: "U"
    case .object: "O"
    }
  }

  /// The letter of the type.
  var character: String {
    switch self {
    case .number(let dtype):
      switch dtype {
      case .bool: "?"
      case .uint8: "B"
      case .int8: "b"
      case .int16: "h"
      case .int32: "i"
      case .int64: "l"
      case .float16: "e"
      case .float32: "f"
      case .float64: "d"
      }
    case .text: "U"
    case .object: "O"
    }
  }

  /// The type with byte order, as files name it: `<f8`.
  var fileName: String {
    guard case .number(let dtype) = self else { return self == .object ? "|O" : shortName }
    return (dtype.byteSize == 1 ? "|" : "<") + kind + "\(dtype.byteSize)"
  }
}

extension DType {
  /// The dtype that holds the values of both, by numpy's table.
  func arrayPromoted(with other: DType) -> DType {
    if kind == other.kind || kind == .bool || other.kind == .bool { return promoted(with: other) }
    let (float, int) = kind == .float ? (self, other) : (other, self)
    if float == .float16 { return int.byteSize == 1 ? .float16 : int.byteSize == 2 ? .float32 : .float64 }
    return float == .float32 && int.byteSize >= 4 ? .float64 : float
  }
}
