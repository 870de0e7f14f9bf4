import CKernels
import Glibc

// Tensors made from sizes, numbers and nested lists, as scripts see them.

extension Tensor {
  /// A tensor from nested lists, a number or another tensor: `torch.tensor`.
  package static func make(_ data: OpValue, dtype: DType? = nil, requiresGrad: Bool = false) throws(TensorError) -> Tensor {
    let result: Tensor
    if case .tensor(let source) = data {
      let fresh = try Tensor(uninitialised: source.shape, dtype: dtype ?? source.dtype)
      fresh.copyElements(from: source)
      result = fresh
    } else {
      result = try fromNested(data, dtype: dtype)
    }
    if requiresGrad, !result.dtype.isFloatingPoint {
      throw .runtime("Only Tensors of floating point and complex dtype can require gradients")
    }
    return requiresGrad ? try result.requiringGrad() : result
  }

  /// `torch.Tensor(…)`, `torch.LongTensor(…)` and their like: sizes, or one list of elements, or nothing.
  package static func legacy(_ arguments: [OpValue], dtype: DType) throws(TensorError) -> Tensor {
    if arguments.isEmpty { return try zeros([0], dtype: dtype) }
    if arguments.count == 1 {
      switch arguments[0] {
      case .tensor(let source): return try source.detach().to(dtype)
      case .size(let shape): return try zeros(shape, dtype: dtype)
      case .list, .tuple, .named: return try fromNested(arguments[0], dtype: dtype)
      default: break
      }
    }
    var sizes = Shape()
    for argument in arguments {
      guard let size = OpValue.asInt(argument) else { throw .type("new(): invalid data type '\(argument.typeName)'") }
      if size < 0 { throw .runtime("Trying to create tensor with negative dimension \(size): \(Shape([size]))") }
      sizes.append(size)
    }
    return try zeros(sizes, dtype: dtype)
  }

  /// Numbers evenly spaced from start to end, both included.
  package static func linspace(_ start: Double, _ end: Double, _ steps: Int, dtype: DType = .float32) throws(TensorError)
    -> Tensor
  {
    guard steps >= 0 else { throw .runtime("number of steps must be non-negative") }
    let result = try Tensor(uninitialised: [steps], dtype: dtype)
    if dtype == .float64 || !dtype.isFloatingPoint {
      let step = steps > 1 ? (end - start) / Double(steps - 1) : 0
      var values = [Double](repeating: start, count: steps)
      for i in 0..<steps where steps > 1 {
        values[i] = i < steps / 2 ? start + step * Double(i) : end - step * Double(steps - 1 - i)
      }
      result.copyElements(from: Tensor(values))
      return result
    }
    // Counted from the nearer end, in float32 throughout.
    let (first, last) = (Float(start), Float(end))
    let step = steps > 1 ? (last - first) / Float(steps - 1) : 0
    lk_steps_f32(first, step, steps == 1 ? first : last, result.pointer(Float.self), Int64(steps))
    return result
  }

  /// ½ − ½ cos(2πi / period) for i below n.
  fileprivate static func raisedCosine(_ n: Int, period: Int) throws(TensorError) -> Tensor {
    _ = try Shape([n]).checkedElementCount(byteSize: 8)
    let places = Tensor((0..<n).map { Float($0) })
    return try places.mul(.double(2 * Double.pi / Double(Swift.max(period, 1)))).cos().mul(-0.5).add(0.5)
  }

  /// The identity matrix.
  package static func eye(_ rows: Int, _ columns: Int? = nil, dtype: DType = .float32) throws(TensorError) -> Tensor {
    let m = columns ?? rows
    guard rows >= 0 else { throw .runtime("n must be greater or equal to 0, got \(rows)") }
    guard m >= 0 else { throw .runtime("m must be greater or equal to 0, got \(m)") }
    let result = try zeros([rows, m], dtype: dtype)
    let n = Swift.min(rows, m)
    if n > 0 { result.alias(shape: [n], strides: [m + 1], elementOffset: 0).fillElements(1) }
    return result
  }
}

extension OpCall {
  /// Sizes given as `f(2, 3)` or `f((2, 3))`, none negative.
  fileprivate func sizes(_ slot: Int) throws(TensorError) -> Shape {
    let sizes = try shape(slot)
    for size in sizes where size < 0 {
      throw .runtime(
        op.name == "zeros"
          ? "zeros: Dimension size must be non-negative." : "Trying to create tensor with negative dimension \(size): \(sizes)")
    }
    return sizes
  }
}

extension Op {
  /// What every creation function takes after its own parameters; only dtype and requires_grad matter here.
  private static let options =
    "*, out: any = None, dtype: dtype? = None, layout: any = None, device: any = None, pin_memory: any = False, requires_grad: bool = False"

  private static func filled(_ name: String, _ value: Scalar, _ summary: String) -> Op {
    Op("\(name)(*size: ints, \(options.dropFirst(3)))", .function, summary, example: "torch.\(name)(2, 3)") { call in
      .tensor(try Tensor.full(call.sizes(0), value, dtype: call.dtype(2) ?? .float32).requiringGrad(call.bool(6)))
    }.or("\(name)(size: ints, \(options))") { call in
      .tensor(try Tensor.full(call.sizes(0), value, dtype: call.dtype(2) ?? .float32).requiringGrad(call.bool(6)))
    }
  }

  private static func like(_ name: String, _ value: Scalar, _ summary: String) -> Op {
    Op(
      "\(name)(input: Tensor, *, dtype: dtype? = None, layout: any = None, device: any = None, requires_grad: bool = False, "
        + "memory_format: any = None)", .function, summary, example: "torch.\(name)(torch.ones(2))"
    ) { call in
      let x = try call.tensor(0)
      let result = try x.emptyLike(dtype: call.dtype(1))
      result.fillElements(value)
      return .tensor(try result.requiringGrad(call.bool(4)))
    }
  }

  private static func new(_ name: String, _ value: Scalar, _ summary: String) -> Op {
    Op(
      "\(name)(input: Tensor, *size: ints, dtype: dtype? = None, device: any = None, requires_grad: bool = False)", .method,
      summary,
      example: "torch.ones(2).\(name)(3)"
    ) { call in
      let x = try call.tensor(0)
      return .tensor(try Tensor.full(call.sizes(1), value, dtype: call.dtype(2) ?? x.dtype).requiringGrad(call.bool(4)))
    }
  }

  static let creation: [Op] = [
    filled("zeros", 0, "A tensor of zeros."),
    filled("ones", 1, "A tensor of ones."),
    filled("empty", 0, "A tensor whose elements are yet to be set; they are zero here."),
    like("zeros_like", 0, "Zeros of a tensor's shape."),
    like("ones_like", 1, "Ones of a tensor's shape."),
    like("empty_like", 0, "A tensor of another's shape, yet to be set."),
    new("new_zeros", 0, "Zeros of this dtype."),
    new("new_ones", 1, "Ones of this dtype."),
    new("new_empty", 0, "A tensor of this dtype, yet to be set."),
    Op(
      "full(size: sizes, fill_value: Number, \(options))", .function, "A tensor of equal numbers.",
      example: "torch.full((2, 3), 7)"
    ) { call in
      .tensor(try Tensor.full(call.sizes(0), call.scalar(1), dtype: call.dtype(3)).requiringGrad(call.bool(7)))
    },
    Op(
      "full_like(input: Tensor, fill_value: Number, *, dtype: dtype? = None, layout: any = None, device: any = None, "
        + "requires_grad: bool = False, memory_format: any = None)", .function, "Equal numbers in a tensor's shape.",
      example: "torch.full_like(torch.ones(2), 3)"
    ) { call in
      let x = try call.tensor(0)
      return .tensor(try Tensor.full(x.shape, call.scalar(1), dtype: call.dtype(2) ?? x.dtype).requiringGrad(call.bool(5)))
    },
    Op(
      "new_full(input: Tensor, size: ints, fill_value: Number, *, dtype: dtype? = None, device: any = None, "
        + "requires_grad: bool = False)", .method, "Equal numbers of this dtype.", example: "torch.ones(2).new_full((2,), 3)"
    ) { call in
      let x = try call.tensor(0)
      return .tensor(
        try Tensor.full(call.sizes(1), call.scalar(2), dtype: call.dtype(3) ?? x.dtype).requiringGrad(call.bool(5)))
    },
    Op(
      "new_tensor(input: Tensor, data: any, *, dtype: dtype? = None, device: any = None, requires_grad: bool = False)", .method,
      "A tensor of this dtype from lists.", example: "torch.ones(2).new_tensor([1, 2])"
    ) { call in .tensor(try Tensor.make(call[1], dtype: call.dtype(2) ?? call.tensor(0).dtype, requiresGrad: call.bool(4))) },
    Op(
      "tensor(data: any, *, dtype: dtype? = None, device: any = None, requires_grad: bool = False, pin_memory: any = False)",
      .function,
      "A tensor from numbers or nested lists.", example: "torch.tensor([[1, 2], [3, 4]])"
    ) { call in .tensor(try Tensor.make(call[0], dtype: call.dtype(1), requiresGrad: call.bool(3))) },
    Op(
      "as_tensor(data: any, dtype: dtype? = None, device: any = None)", .function, "A tensor from data, itself if it is one.",
      example: "torch.as_tensor([1, 2])", aliases: ["asarray"]
    ) { call in
      if case .tensor(let t) = call[0] { return .tensor(try t.to(call.dtype(1) ?? t.dtype)) }
      return .tensor(try Tensor.make(call[0], dtype: call.dtype(1)))
    },
    Op("arange(end: Number, \(options))", .function, "Numbers in steps.", example: "torch.arange(5)") { call in
      .tensor(try Tensor.arange(0, call.scalar(0), dtype: call.dtype(2)).requiringGrad(call.bool(6)))
    }.or("arange(start: Number, end: Number, step: Number = 1, \(options))") { call in
      .tensor(
        try Tensor.arange(call.scalar(0), call.scalar(1), step: call.scalar(2), dtype: call.dtype(4)).requiringGrad(
          call.bool(8)))
    },
    Op(
      "linspace(start: Number, end: Number, steps: int, \(options))", .function, "Evenly spaced numbers.",
      example: "torch.linspace(0, 1, 5)"
    ) {
      call in
      .tensor(
        try Tensor.linspace(call.double(0), call.double(1), call.int(2), dtype: call.dtype(4) ?? .float32).requiringGrad(
          call.bool(8)))
    },
    Op(
      "logspace(start: Number, end: Number, steps: int, base: float = 10.0, \(options))", .function,
      "Numbers whose logarithms are evenly spaced.", example: "torch.logspace(0, 2, 3)"
    ) { call in
      let exponents = try Tensor.linspace(call.double(0), call.double(1), call.int(2), dtype: .float64)
      return .tensor(
        try exponents.powered(of: .double(call.double(3))).to(call.dtype(5) ?? .float32).requiringGrad(call.bool(9)))
    },
    Op("eye(n: int, m: int? = None, \(options))", .function, "The identity matrix.", example: "torch.eye(2)") { call in
      .tensor(try Tensor.eye(call.int(0), call.optionalInt(1), dtype: call.dtype(3) ?? .float32).requiringGrad(call.bool(7)))
    },
    Op(
      "hann_window(window_length: int, periodic: bool = True, *, dtype: dtype? = None, layout: any = None, device: any = None, "
        + "pin_memory: any = False, requires_grad: bool = False)", .function, "A raised cosine, for spectra.",
      example: "torch.hann_window(5)"
    ) { call in
      let n = try call.int(0)
      guard n >= 0 else {
        throw TensorError.runtime("hann_window requires non-negative window_length, got window_length=\(n)")
      }
      let window = n == 1 ? try Tensor.ones([1]) : try Tensor.raisedCosine(n, period: try call.bool(1) ? n : n - 1)
      return .tensor(try window.to(call.dtype(2) ?? .float32).requiringGrad(call.bool(6)))
    },
    Op(
      "tril_indices(row: int, col: int, offset: int = 0, *, dtype: dtype? = None, device: any = None, layout: any = None)",
      .function,
      "The positions of a lower triangle.", example: "torch.tril_indices(3, 3)"
    ) { call in .tensor(try Tensor.ones([call.int(0), call.int(1)]).tril(call.int(2)).nonzero().t().contiguous()) },
    Op(
      "triu_indices(row: int, col: int, offset: int = 0, *, dtype: dtype? = None, device: any = None, layout: any = None)",
      .function,
      "The positions of an upper triangle.", example: "torch.triu_indices(3, 3)"
    ) { call in .tensor(try Tensor.ones([call.int(0), call.int(1)]).triu(call.int(2)).nonzero().t().contiguous()) },
    Op(
      "meshgrid(*tensors: Tensors, indexing: str? = None)", .function, "Coordinate matrices of vectors.",
      example: "torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')"
    ) { call in
      let list = try call.tensors(0)
      if try call.isNone(1) {
        TensorWarning.emitOnce("torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.")
      } else if try !["ij", "xy"].contains(call.string(1)) {
        throw try TensorError.runtime(
          "torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: \(call.string(1))")
      }
      for tensor in list where tensor.dim > 1 {
        throw TensorError.runtime("torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: \(tensor.dim)D")
      }
      let swapped = try !call.isNone(1) && call.string(1) == "xy" && list.count >= 2
      let ordered = swapped ? [list[1], list[0]] + list.dropFirst(2) : list
      let shape = Shape(ordered.map { $0.elementCount })
      var grids: [Tensor] = []
      for (i, tensor) in ordered.enumerated() {
        var sizes = Shape(repeating: 1, count: ordered.count)
        sizes[i] = tensor.elementCount
        grids.append(try tensor.reshape(sizes).expand(shape))
      }
      if swapped { grids = [grids[1], grids[0]] + grids.dropFirst(2) }
      return .tuple(grids.map { .tensor($0) })
    },
    Op(
      "one_hot(input: Tensor, num_classes: int = -1)", .functional, "A 1 at each class's place.",
      example: "F.one_hot(torch.tensor([0, 2, 1]))"
    ) { call in .tensor(try call.tensor(0).oneHot(call.int(1))) },
    Op(
      "bincount(input: Tensor, weights: Tensor? = None, minlength: int = 0)", .both, "How often each number occurs.",
      example: "torch.bincount(torch.tensor([0, 1, 1]))"
    ) { call in .tensor(try call.tensor(0).bincount(weights: call.optionalTensor(1), minlength: call.int(2))) },
  ]
}

extension Tensor {
  /// A 1 at each class's place, zeros elsewhere, along a new last dimension.
  package func oneHot(_ classes: Int = -1) throws(TensorError) -> Tensor {
    guard dtype == .int64 else { throw .runtime("one_hot is only applicable to index tensor of type LongTensor.") }
    if elementCount == 0 {
      guard classes > 0 else { throw .runtime("Can not infer total number of classes from empty tensor.") }
      return try Tensor.zeros(Shape(Array(shape) + [classes]), dtype: .int64)
    }
    let low = try min().item().intValue
    let high = try max().item().intValue
    guard low >= 0 else { throw .runtime("Class values must be non-negative.") }
    guard classes != 0, classes >= -1 else { throw .runtime("num_classes should be positive") }
    guard classes == -1 || high < classes else { throw .runtime("Class values must be smaller than num_classes.") }
    let (count, overflow) = classes == -1 ? high.addingReportingOverflow(1) : (classes, false)
    guard !overflow else { throw .notEnoughMemory(high) }
    let result = try Tensor.zeros(Shape(Array(shape) + [count]), dtype: .int64)
    let classes = try contiguous()
    let (p, o) = (classes.pointer(Int.self), result.pointer(Int.self))
    for i in 0..<elementCount { o[i &* count &+ p[i]] = 1 }
    return result
  }

  /// How often each of 0, 1, 2, … occurs, or the sum of the weights there.
  package func bincount(weights: Tensor? = nil, minlength: Int = 0) throws(TensorError) -> Tensor {
    guard shape.count == 1, !dtype.isFloatingPoint, dtype != .bool else {
      throw .runtime("bincount only supports 1-d non-negative integral inputs.")
    }
    guard minlength >= 0 else { throw .runtime("minlength should be >= 0") }
    let places = try converted(.int64).contiguous()
    let (top, low) = elementCount == 0 ? (-1, 0) : (try places.max().item().intValue, try places.min().item().intValue)
    guard low >= 0 else { throw .runtime("bincount only supports 1-d non-negative integral inputs.") }
    guard top < 1 << 40 else { throw .notEnoughMemory(top) }
    let count = Swift.max(top + 1, minlength)
    let result = try Tensor.zeros([count], dtype: weights.map { $0.dtype == .float32 ? .float32 : .float64 } ?? .int64)
    guard let weights else {
      let (p, o) = (places.pointer(Int.self), result.pointer(Int.self))
      for i in 0..<elementCount { o[p[i]] &+= 1 }
      return result
    }
    let source = try weights.to(result.dtype)
    guard source.shape == shape else { throw .runtime("weights should be 1-d and have the same length as input") }
    return try result.scatterAdd(0, places, source)
  }
}
