import Interpreter
import Tensors

/// `numpy`: arrays over tensors. What is missing is refused by name.
enum NumPyModule {
  static let reductions = [
    "sum", "mean", "std", "var", "prod", "max", "min", "argmax", "argmin", "all", "any", "cumsum", "argsort",
  ]
  private static let functions = [
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "sin", "cos", "tan", "tanh", "sinh", "cosh", "floor", "ceil",
  ]

  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("numpy") { _ throws(Raised) in
      let module = ModuleObject("numpy", doc: "Arrays.")
      module.set("ndarray", NDArrayType.type.asValue)
      module.set("dtype", NumPyDType.typeObject.asValue)
      for dtype in DType.allCases { module.set(dtype.name, NumPyDType.of(dtype).asValue) }
      module.set("bool_", NumPyDType.of(.bool).asValue)
      for (name, value) in [("pi", Double.pi), ("e", 2.718281828459045), ("inf", .infinity), ("nan", .nan)] {
        module.set(name, .float(value))
      }
      module.set("newaxis", .none)
      addCreation(to: module)
      addComputation(to: module)
      return module.asValue
    }
  }

  /// An array of nested data: float64 where a number has a point.
  static func array(_ data: Value, _ dtype: DType?) throws(Raised) -> Tensor {
    if let x = data.array ?? data.tensor {
      guard let dtype else { return x.detach() }
      return try converting { () throws(TensorError) in try x.detach().to(dtype) }
    }
    let first = try NestedData.tensor(data, dtype: dtype)
    if dtype == nil, first.dtype == .float32 { return try NestedData.tensor(data, dtype: .float64) }
    return first
  }

  /// Sizes given as a number, a sequence, or several numbers.
  static func sizes(_ value: Value) throws(Raised) -> Shape {
    if value.isNone { return [] }
    if let size = value.intValue { return [size] }
    var items = try Interpreter.current.elements(of: value)
    if items.count == 1, items[0].intValue == nil { items = try Interpreter.current.elements(of: items[0]) }
    var result = Shape()
    for item in items {
      guard let size = item.intValue else { throw .typeError("'\(item.type.name)' object cannot be interpreted as an integer") }
      result.append(size)
    }
    return result
  }

  /// A reduction by name over an axis.
  static func reduce(_ name: String, _ x: Tensor, axis: Value, keepdims: Bool, ddof: Int = 0) throws(Raised) -> Value {
    let dims = axis.isNone ? nil : Array(try sizes(axis))
    return try converting { () throws(TensorError) in
      let wide = x.dtype.isFloatingPoint ? x : try x.to(.float64)
      let one = dims?.first
      switch name {
      case "sum": return try x.sum(dims, keepdim: keepdims).asArrayResult
      case "mean": return try wide.mean(dims, keepdim: keepdims).asArrayResult
      case "std": return try wide.std(dims, correction: Double(ddof), keepdim: keepdims).asArrayResult
      case "var": return try wide.variance(dims, correction: Double(ddof), keepdim: keepdims).asArrayResult
      case "prod": return try x.prod(one, keepdim: keepdims).asArrayResult
      case "max": return try x.amax(dims, keepdim: keepdims).asArrayResult
      case "min": return try x.amin(dims, keepdim: keepdims).asArrayResult
      case "argmax": return try x.argmax(one, keepdim: keepdims).asArrayResult
      case "argmin": return try x.argmin(one, keepdim: keepdims).asArrayResult
      case "all": return try x.all(dims, keepdim: keepdims).asArrayResult
      case "any": return try x.any(dims, keepdim: keepdims).asArrayResult
      case "argsort": return try x.argsort(one ?? -1).asArrayResult
      default: return try (one == nil ? x.reshape([-1]).cumsum(0) : x.cumsum(one ?? 0)).asArrayResult
      }
    }
  }

  private static func addCreation(to module: ModuleObject) {
    for name in ["array", "asarray"] {
      module.function("\(name)(object, dtype=None, copy=True)", "An array of nested lists.") { call throws(Raised) in
        let x = try array(call[0], try NumPyDType.dtype(call[1]))
        return NDArrayObject(try converting { () throws(TensorError) in name == "array" ? try x.clone() : x }).asValue
      }
    }
    for (name, value) in [("zeros", 0), ("ones", 1), ("empty", 0)] {
      module.function("\(name)(shape, dtype=None)", "An array of equal numbers.") { call throws(Raised) in
        let (shape, dtype) = (try sizes(call[0]), try NumPyDType.dtype(call[1]) ?? .float64)
        return NDArrayObject(try converting { () throws(TensorError) in try Tensor.full(shape, .int(value), dtype: dtype) })
          .asValue
      }
      module.function("\(name)_like(a, dtype=None)", "An array of equal numbers in another's shape.") { call throws(Raised) in
        let x = try array(call[0], nil)
        let dtype = try NumPyDType.dtype(call[1]) ?? x.dtype
        return NDArrayObject(try converting { () throws(TensorError) in try Tensor.full(x.shape, .int(value), dtype: dtype) })
          .asValue
      }
    }
    module.function("full(shape, fill_value, dtype=None)", "An array of equal numbers.") { call throws(Raised) in
      let value = call[1].scalar ?? .int(0)
      let dtype = try NumPyDType.dtype(call[2]) ?? (value.dtype == .float32 ? .float64 : value.dtype)
      let shape = try sizes(call[0])
      return NDArrayObject(try converting { () throws(TensorError) in try Tensor.full(shape, value, dtype: dtype) }).asValue
    }
    module.function("arange(start, stop=None, step=1, dtype=None)", "Numbers in steps.") { call throws(Raised) in
      guard let first = call[0].scalar, let step = call[2].scalar else { throw .typeError("arange() requires numbers") }
      let (from, to) = call.has(1) ? (first, call[1].scalar ?? first) : (.int(0), first)
      let isWhole = [from, to, step].allSatisfy { if case .double = $0 { false } else { true } }
      let dtype = try NumPyDType.dtype(call[3]) ?? (isWhole ? .int64 : .float64)
      return NDArrayObject(try converting { () throws(TensorError) in try Tensor.arange(from, to, step: step, dtype: dtype) })
        .asValue
    }
    module.function("linspace(start, stop, num=50)", "Evenly spaced numbers.") { call throws(Raised) in
      let (a, b, n) = (try call.double(0), try call.double(1), try call.int(2))
      return NDArrayObject(try converting { () throws(TensorError) in try Tensor.linspace(a, b, n, dtype: .float64) }).asValue
    }
    module.function("eye(N, M=None)", "The identity matrix.") { call throws(Raised) in
      let (n, m) = (try call.int(0), call.has(1) ? try call.int(1) : nil)
      return NDArrayObject(try converting { () throws(TensorError) in try Tensor.eye(n, m, dtype: .float64) }).asValue
    }
  }

  private static func addComputation(to module: ModuleObject) {
    for name in functions + ["abs", "sign", "square", "round"] {
      module.function("\(name)(x)", "Element by element.") { call throws(Raised) in
        var x = try array(call[0], nil)
        return try converting { () throws(TensorError) in
          if functions.contains(name), !x.dtype.isFloatingPoint { x = try x.to(.float64) }
          guard case .tensor(let result) = try Ops.call(name, [.tensor(x)]) else { return .none }
          return result.asArrayResult
        }
      }
    }
    for name in reductions {
      module.function("\(name)(a, axis=None, keepdims=False, ddof=0)", "A reduction over an axis.") { call throws(Raised) in
        try reduce(name, array(call[0], nil), axis: call[1], keepdims: try call.bool(2), ddof: try call.int(3))
      }
    }
    for name in ["maximum", "minimum", "matmul", "dot"] {
      module.function("\(name)(a, b)", "Of two arrays.") { call throws(Raised) in
        let (a, b) = (try array(call[0], nil), try array(call[1], nil))
        return try converting { () throws(TensorError) in
          switch name {
          case "maximum": return try a.maximum(b).asArrayResult
          case "minimum": return try a.minimum(b).asArrayResult
          default: return try a.matmul(b).asArrayResult
          }
        }
      }
    }
    module.function("where(condition, x, y)", "One or the other.") { call throws(Raised) in
      let (mask, a, b) = (try array(call[0], nil), try array(call[1], nil), try array(call[2], nil))
      return try converting { () throws(TensorError) in try Tensor.select(mask, a, b).asArrayResult }
    }
    module.function("transpose(a, axes=None)", "The dimensions in another order.") { call throws(Raised) in
      let x = try array(call[0], nil)
      let order = call.has(1) ? try Array(sizes(call[1])) : Array((0..<x.dim).reversed())
      return try converting { () throws(TensorError) in try x.permute(order).asArrayResult }
    }
    module.function("squeeze(a, axis=None)", "Without dimensions of size 1.") { call throws(Raised) in
      let (x, dims) = (try array(call[0], nil), call.has(1) ? try Array(sizes(call[1])) : nil)
      return try converting { () throws(TensorError) in try x.squeeze(dims).asArrayResult }
    }
    module.function("expand_dims(a, axis)", "With a dimension of size 1.") { call throws(Raised) in
      let (x, dim) = (try array(call[0], nil), try call.int(1))
      return try converting { () throws(TensorError) in try x.unsqueeze(dim).asArrayResult }
    }
    module.function("reshape(a, shape)", "Another shape.") { call throws(Raised) in
      let (x, shape) = (try array(call[0], nil), try sizes(call[1]))
      return try converting { () throws(TensorError) in try x.reshape(shape).asArrayResult }
    }
    for name in ["concatenate", "stack"] {
      module.function("\(name)(arrays, axis=0)", "Arrays joined.") { call throws(Raised) in
        var parts: [Tensor] = []
        for item in try call.interpreter.elements(of: call[0]) { parts.append(try array(item, nil)) }
        let dim = try call.int(1)
        return try converting { () throws(TensorError) in
          name == "stack" ? try Tensor.stack(parts, dim).asArrayResult : try Tensor.cat(parts, dim).asArrayResult
        }
      }
    }
    module.function("allclose(a, b, rtol=1e-05, atol=1e-08)", "Whether all elements are nearly equal.") { call throws(Raised) in
      let (a, b) = (try array(call[0], .float64), try array(call[1], .float64))
      let (rtol, atol) = (try call.double(2), try call.double(3))
      return .bool(try converting { () throws(TensorError) in try a.allclose(b, rtol: rtol, atol: atol) })
    }
    module.function("array_equal(a, b)", "Whether two arrays have the same shape and elements.") { call throws(Raised) in
      let (a, b) = (try array(call[0], nil), try array(call[1], nil))
      return .bool(try converting { () throws(TensorError) in try a.isEqual(to: b) })
    }
  }
}
