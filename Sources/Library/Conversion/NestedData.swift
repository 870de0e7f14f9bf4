import Interpreter
import Tensors

/// Nested lists of numbers, both ways.
enum NestedData {
  /// The elements of a tensor as nested lists, or a number for a zero-dim tensor.
  static func list(of x: Tensor) throws(Raised) -> Value {
    let flat = try converting { () throws(TensorError) in try numbers(x) }
    var position = 0
    return nest(x.shape, 0, flat, &position)
  }

  private static func numbers(_ x: Tensor) throws(TensorError) -> [Value] {
    switch x.dtype {
    case .bool: try x.values(Bool.self).map { .bool($0) }
    case .float16, .float32, .float64: try x.detach().to(.float64).values(Double.self).map { .float($0) }
    default: try x.to(.int64).values(Int.self).map { .int($0) }
    }
  }

  private static func nest(_ shape: Shape, _ dim: Int, _ flat: [Value], _ position: inout Int) -> Value {
    guard dim < shape.count else {
      position += 1
      return flat[position - 1]
    }
    var items: [Value] = []
    for _ in 0..<shape[dim] { items.append(nest(shape, dim + 1, flat, &position)) }
    return .list(items)
  }

  /// A new tensor of nested data: numbers, lists, tuples, tensors, arrays.
  static func tensor(_ data: Value, dtype: DType?) throws(Raised) -> Tensor {
    if let image = data.cast(to: ImageObject.self)?.image {
      return try converting { () throws(TensorError) in
        let pixels = image.channels == 1 ? try image.pixels.squeeze([2]) : image.pixels
        return try pixels.to(dtype ?? .uint8)
      }
    }
    if let x = data.tensor ?? data.array {
      return try converting { () throws(TensorError) in
        let detached = x.detach()
        if let dtype, dtype != x.dtype { return try detached.to(dtype) }
        return try detached.clone()
      }
    }
    var reader = Reader()
    try reader.measure(data)
    try reader.read(data, 0)
    return try converting { () throws(TensorError) in try reader.result(dtype) }
  }

  /// Collects numbers in row-major order, checking that all rows are equally long.
  private struct Reader {
    private var shape: [Int] = []
    private var floats: [Double] = []
    private var ints: [Int] = []
    private var hasFloat = false
    private var hasInt = false
    private var hasDouble = false

    /// The shape follows the first element of each level.
    mutating func measure(_ data: Value) throws(Raised) {
      var level = data
      while true {
        if let items = try Reader.items(of: level) {
          shape.append(items.count)
          guard let first = items.first else { return }
          if shape.count > 64 { throw .valueError("too many dimensions '\(level.type.name)'") }
          level = first
        } else {
          if let array = level.cast(to: NDArrayObject.self) {
            shape += Array(array.tensor.shape)
          } else if let x = level.tensor {
            // A tensor counts as a number, and has to be one.
            if x.elementCount != 1 { throw .valueError("only one element tensors can be converted to Python scalars") }
          } else if level.scalar == nil {
            if level.stringValue != nil, !shape.isEmpty { throw .valueError("too many dimensions 'str'") }
            throw Reader.invalid(level)
          }
          return
        }
      }
    }

    private static func items(of value: Value) throws(Raised) -> [Value]? {
      if let items = value.sequence { return items }
      if let range = value.cast(to: RangeObject.self) { return try Interpreter.current.elements(of: range.asValue) }
      // Whatever has a length and items counts as a sequence, such as a deque; no dict, set or text does.
      if value.tensor == nil, value.array == nil, value.stringValue == nil, value.scalar == nil,
        value.cast(to: NDArrayObject.self) == nil, value.type.name == "deque"
      {
        return try Interpreter.current.elements(of: value)
      }
      return nil
    }

    private static func tensor(_ value: Value) -> Tensor? { value.tensor ?? value.array }

    private static func invalid(_ value: Value) -> Raised {
      if value.stringValue != nil { return .typeError("new(): invalid data type 'str'") }
      if value.isNone { return .runtimeError("Could not infer dtype of NoneType") }
      if value.isInstance(of: .int) { return .valueError("Overflow when unpacking long long") }
      return .runtimeError("Could not infer dtype of \(value.type.name)")
    }

    mutating func read(_ data: Value, _ dim: Int) throws(Raised) {
      if let x = data.tensor {
        if x.elementCount != 1 { throw .valueError("only one element tensors can be converted to Python scalars") }
        if dim != shape.count { throw Reader.uneven(shape[dim], 1, dim) }
        return try append(x)
      }
      if let x = Reader.tensor(data) {
        guard Array(x.shape) == Array(shape[min(dim, shape.count)...]) else {
          if x.elementCount != 1 {
            throw .valueError("only one element tensors can be converted to Python scalars")
          }
          throw Reader.uneven(shape[min(dim, shape.count - 1)], 1, dim)
        }
        return try append(x)
      }
      if dim == shape.count {
        // A numpy float64 keeps its precision, unlike Python's floats.
        if ArrayScalar.parts(data)?.dtype == .float64 { hasDouble = true }
        guard let scalar = data.scalar else {
          if try Reader.items(of: data) != nil {
            throw .typeError("must be real number, not \(data.type.name)")
          }
          throw Reader.invalid(data)
        }
        return append(scalar)
      }
      guard let items = try Reader.items(of: data) else {
        throw .typeError("not a sequence")
      }
      if items.count != shape[dim] { throw Reader.uneven(shape[dim], items.count, dim) }
      for item in items { try read(item, dim + 1) }
    }

    private static func uneven(_ expected: Int, _ found: Int, _ dim: Int) -> Raised {
      .valueError("expected sequence of length \(expected) at dim \(dim) (got \(found))")
    }

    private mutating func append(_ scalar: Scalar) {
      switch scalar {
      case .bool(let flag):
        ints.append(flag ? 1 : 0)
      case .int(let number):
        hasInt = true
        ints.append(number)
      case .double(let number):
        if !hasFloat {
          hasFloat = true
          floats = ints.map { Double($0) }
        }
        floats.append(number)
        ints.append(0)
        return
      }
      if hasFloat { floats.append(scalar.doubleValue) }
    }

    private mutating func append(_ x: Tensor) throws(Raised) {
      let flat = try converting { () throws(TensorError) in try NestedData.numbers(x) }
      if x.dtype == .float64 { hasDouble = true }
      for value in flat { if let scalar = value.scalar { append(scalar) } }
    }

    func result(_ dtype: DType?) throws(TensorError) -> Tensor {
      let sizes = Shape(shape)
      if let dtype, dtype.kind == .int, dtype != .int64 || hasFloat {
        if hasFloat {
          for value in floats { try Scalar.double(value).checkFits(dtype, named: dtype.name) }
        } else {
          for value in ints { try Scalar.int(value).checkFits(dtype, named: dtype.name) }
        }
      }
      let inferred: DType =
        ints.isEmpty ? Defaults.dtype : hasFloat ? (hasDouble ? .float64 : Defaults.dtype) : hasInt ? .int64 : .bool
      let source = hasFloat ? Tensor(floats, shape: sizes) : Tensor(ints, shape: sizes)
      return try source.to(dtype ?? inferred)
    }
  }
}

/// What `torch.set_default_dtype` changes.
enum Defaults {
  nonisolated(unsafe) static var dtype = DType.float32
}
