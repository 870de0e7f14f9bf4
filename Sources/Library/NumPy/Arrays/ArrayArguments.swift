import Interpreter
import Tensors

/// Arguments that many functions share: shapes, axes, whole numbers.
enum ArrayArguments {
  /// Sizes given as a number or a sequence.
  static func shape(_ value: Value) throws(Raised) -> Shape {
    var sizes: [Int] = []
    let listed = try list(value)
    if let items = value.sequence ?? listed {
      for item in items { sizes.append(try size(item)) }
    } else {
      sizes.append(try size(value))
    }
    if sizes.count > 64 {
      throw .valueError("maximum supported dimension for an ndarray is currently 64, found \(sizes.count)")
    }
    return Shape(sizes)
  }

  private static func list(_ value: Value) throws(Raised) -> [Value]? {
    guard let array = value.cast(to: NDArrayObject.self), array.view.dim == 1 else { return nil }
    return ArrayConversion.elements(of: array)
  }

  /// A size, which must not be negative.
  static func size(_ value: Value) throws(Raised) -> Int {
    if case .float = value {
      throw .typeError("expected a sequence of integers or a single integer, got '\(try Interpreter.current.repr(value))'")
    }
    let size = try Interpreter.current.index(value)
    if size < 0 { throw .valueError("negative dimensions are not allowed") }
    return size
  }

  /// The dimension that an axis names; AxisError when there is none.
  static func axis(_ value: Value, _ rank: Int, name: String = "") throws(Raised) -> Int {
    let axis = try Interpreter.current.index(value)
    guard axis >= -rank, axis < rank else {
      throw Raised(ArrayErrors.axisError, "\(name)axis \(axis) is out of bounds for array of dimension \(rank)")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// The dimensions that an axis or a tuple of them names; nil for None.
  static func axes(_ value: Value, _ rank: Int) throws(Raised) -> [Int]? {
    if value.isNone || value.isUnbound { return nil }
    guard let items = value.sequence else { return [try axis(value, rank)] }
    var result: [Int] = []
    for item in items {
      let dim = try axis(item, rank)
      if result.contains(dim) { throw .valueError("duplicate value in 'axis'") }
      result.append(dim)
    }
    return result
  }

  /// A double's whole part, which has to fit 64 bits.
  static func whole(_ number: Double) throws(Raised) -> Int {
    if number.isNaN { throw .valueError("cannot convert float NaN to integer") }
    if number.isInfinite { throw .overflowError("cannot convert float infinity to integer") }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else {
      throw .overflowError("Python int too large to convert to C long")
    }
    return whole
  }

  /// `f(2, 3)` and `f((2, 3))` mean the same sizes.
  static func sizes(_ values: [Value]) -> [Value] {
    if values.count == 1, let items = values[0].sequence { return items }
    return values
  }
}

/// Exception classes of numpy's own.
enum ArrayErrors {
  static let ufuncTypeError = TypeObject.native("UFuncTypeError", module: "numpy._core._exceptions", bases: [.typeError]) { _ in
  }
  static let axisError = TypeObject.native("AxisError", module: "numpy.exceptions", bases: [.valueError, .indexError]) { _ in }
  static let linAlgError = TypeObject.native("LinAlgError", module: "numpy.linalg", bases: [.valueError]) { _ in }
}
