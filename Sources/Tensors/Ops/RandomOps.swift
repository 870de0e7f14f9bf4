import Glibc

extension Tensor {
  /// Fills in place with uniform numbers; strided tensors are visited as they lie in memory.
  @discardableResult
  package func uniformInPlace(_ low: Double = 0, _ high: Double = 1, generator: Generator = .standard) throws(TensorError)
    -> Tensor
  {
    if dtype.isFloatingPoint {
      let (limit, name) =
        dtype == .float32 ? (Double(Float.greatestFiniteMagnitude), "float") : (Double.greatestFiniteMagnitude, "double")
      if !(-limit...limit).contains(low) { throw .runtime("from is out of bounds for \(name)") }
      if !(-limit...limit).contains(high) { throw .runtime("to is out of bounds for \(name)") }
    }
    guard low <= high else {
      throw .runtime("uniform_ expects to return a [from, to) range, but found from=\(low.shortText) > to=\(high.shortText)")
    }
    guard dtype.isFloatingPoint else { throw .notImplemented("check_uniform_bounds", for: dtype) }
    try fillRandom("uniform") { (p: UnsafeMutableBufferPointer<Float>, _) in
      generator.fillUniform(p, low: low, high: high)
    } double: { p, _ in
      generator.fillUniform(p, low: low, high: high)
    }
    return self
  }

  /// Fills in place with normal numbers.
  @discardableResult
  package func normalInPlace(_ mean: Double = 0, _ std: Double = 1, generator: Generator = .standard) throws(TensorError)
    -> Tensor
  {
    guard std >= 0 else { throw .runtime("normal expects std >= 0.0, but found std \(std.shortText)") }
    try fillRandom("normal") { (p: UnsafeMutableBufferPointer<Float>, strided) in
      generator.fillNormal(p, mean: mean, std: std, oneByOne: strided)
    } double: { p, strided in
      generator.fillNormal(p, mean: mean, std: std, oneByOne: strided)
    }
    return self
  }

  /// Fills in place with 1 at a probability, else 0.
  @discardableResult
  package func bernoulliInPlace(_ probability: Double, generator: Generator = .standard) throws(TensorError) -> Tensor {
    guard probability >= 0 && probability <= 1 else {
      throw .runtime("bernoulli_ expects p to be in [0, 1], but got p=\(probability.shortText)")
    }
    try fillOneByOne("BernoulliBackward1") { generator.nextUniform() < probability ? .int(1) : .int(0) }
    return self
  }

  /// Fills in place with whole numbers from `low` up to but not including `high`.
  @discardableResult
  package func randomInPlace(_ low: Int, _ high: Int, generator: Generator = .standard) throws(TensorError) -> Tensor {
    guard low < high else { throw .runtime("random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)") }
    if let (range, name) = dtype.smallRange {
      if !range.contains(low) { throw .runtime("from is out of bounds for \(name)") }
      if !range.contains(high - 1) { throw .runtime("to - 1 is out of bounds for \(name)") }
    }
    if dtype == .int64, isContiguous, !isRecorded {
      generator.fillIntegers(
        UnsafeMutableBufferPointer(start: int64Pointer, count: elementCount), low: Int64(low), high: Int64(high))
      didMutate()
      return self
    }
    try fillOneByOne { .int(Int(generator.nextInteger(low: Int64(low), high: Int64(high)))) }
    return self
  }

  /// Fills one element after the other, in memory order.
  package func fillOneByOne(_ node: String = "RandomBackward0", _ draw: () -> Scalar) throws(TensorError) {
    try checkInPlace()
    let target = memoryOrdered()
    var values: [Scalar] = []
    values.reserveCapacity(elementCount)
    for _ in 0..<elementCount { values.append(draw()) }
    var work = WriteScalars(target: target, values: values)
    try dtype.dispatch(&work)
    didMutate()
    endHistory(node)
  }

  /// This tensor's elements as a view whose row-major order is their order in memory.
  private func memoryOrdered() -> Tensor {
    if isContiguous { return self }
    let order = (0..<shape.count).sorted { strides[$0] != strides[$1] ? strides[$0] > strides[$1] : $0 < $1 }
    return alias(shape: Shape(order.map { shape[$0] }), strides: Shape(order.map { strides[$0] }), elementOffset: elementOffset)
  }

  private struct WriteScalars: ElementWork {
    let target: Tensor
    let values: [Scalar]
    mutating func run<T: Element>(_ type: T.Type) {
      let p = target.pointer(T.self)
      var next = 0
      let runs = StridedRuns(target.shape, target.strides)
      let (n, step) = (runs.count, runs.steps.0)
      runs.forEach { o, _, _, _ in
        for k in 0..<n {
          p[o &+ k &* step] = T(scalar: values[next])
          next += 1
        }
      }
    }
  }

  private func fillRandom(
    _ op: String, _ float: (UnsafeMutableBufferPointer<Float>, Bool) -> Void,
    double: (UnsafeMutableBufferPointer<Double>, Bool) -> Void
  ) throws(TensorError) {
    try checkInPlace()
    guard dtype.isFloatingPoint else { throw .notImplemented("\(op)_kernel_cpu", for: dtype) }
    let buffer = isContiguous ? self : try Tensor(uninitialised: [elementCount], dtype: dtype)
    let strided = !isContiguous
    if dtype == .float32 {
      float(UnsafeMutableBufferPointer(start: buffer.pointer(Float.self), count: elementCount), strided)
    } else {
      double(UnsafeMutableBufferPointer(start: buffer.pointer(Double.self), count: elementCount), strided)
    }
    if strided {
      let target = memoryOrdered()
      target.copyElements(from: buffer.alias(shape: target.shape, strides: target.shape.contiguousStrides, elementOffset: 0))
    }
    didMutate()
    endHistory(op == "normal" ? "NormalBackward0" : "UniformBackward0")
  }

  /// Uniform numbers in [0, 1).
  package static func rand(_ shape: Shape, dtype: DType = .float32, generator: Generator = .standard) throws(TensorError)
    -> Tensor
  {
    try Tensor(uninitialised: shape, dtype: dtype).uniformInPlace(generator: generator)
  }

  /// Standard normal numbers.
  package static func randn(_ shape: Shape, dtype: DType = .float32, generator: Generator = .standard) throws(TensorError)
    -> Tensor
  {
    try Tensor(uninitialised: shape, dtype: dtype).normalInPlace(generator: generator)
  }

  /// Whole numbers from `low` up to but not including `high`.
  package static func randint(
    _ low: Int, _ high: Int, _ shape: Shape, dtype: DType = .int64, generator: Generator = .standard
  ) throws(TensorError) -> Tensor {
    try Tensor(uninitialised: shape, dtype: dtype).randomInPlace(low, high, generator: generator)
  }

  /// The numbers 0 ..< count in random order.
  package static func randperm(_ count: Int, generator: Generator = .standard) throws(TensorError) -> Tensor {
    guard count >= 0 else { throw .runtime("Trying to create tensor with negative dimension \(count): [\(count)]") }
    let order = try Tensor(uninitialised: [count], dtype: .int64)
    generator.fillPermutation(UnsafeMutableBufferPointer(start: order.int64Pointer, count: count))
    return order
  }
}

extension Tensor {
  /// Marks drawn numbers as depending on parameters through which no gradient flows: theirs is zero.
  @discardableResult
  func drawn(_ name: String, from parameters: Tensor...) -> Tensor {
    let shapes = parameters.map { ($0.shape, $0.dtype) }
    return record(name, parameters) { _ in try shapes.map { try Tensor.zeros($0.0, dtype: $0.1) } }
  }
}

extension DType {
  /// The numbers that a small integer dtype holds, and the name that messages have for it.
  fileprivate var smallRange: (ClosedRange<Int>, String)? {
    switch self {
    case .bool: (0...1, "bool")
    case .uint8: (0...255, "unsigned char")
    case .int8: (-128...127, "signed char")
    case .int16: (-32768...32767, "short int")
    case .int32: (-2_147_483_648...2_147_483_647, "int")
    default: nil
    }
  }
}

extension Double {
  /// The number as messages show it: without a point where it is whole.
  fileprivate var shortText: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(describing: self)
  }
}

extension OpCall {
  /// The generator given, or the standard one.
  package func generator(_ slot: Int) throws(TensorError) -> Generator {
    switch self[slot] {
    case .none: return .standard
    case .object(let object, let typeName):
      guard let generator = object as? Generator else {
        throw .type("\(op.name)(): argument 'generator' must be torch.Generator, not \(typeName)")
      }
      return generator
    default: throw .type("\(op.name)(): argument 'generator' must be torch.Generator, not \(self[slot].typeName)")
    }
  }
}

extension Op {
  private static let options =
    "generator: Generator? = None, out: any = None, dtype: dtype? = None, layout: any = None, device: any = None, "
    + "pin_memory: any = False, requires_grad: bool = False"

  private static func drawn(
    _ name: String, _ summary: String, _ draw: @escaping (Shape, DType, Generator) throws -> Tensor
  ) -> Op {
    Op("\(name)(*size: ints, \(options))", .function, summary, example: "torch.\(name)(2, 3)") { call in
      .tensor(try draw(call.shape(0), call.dtype(3) ?? .float32, call.generator(1)).requiringGrad(call.bool(7)))
    }.or("\(name)(size: ints, *, \(options))") { call in
      .tensor(try draw(call.shape(0), call.dtype(3) ?? .float32, call.generator(1)).requiringGrad(call.bool(7)))
    }
  }

  private static func drawnLike(_ name: String, _ summary: String, _ draw: @escaping (Tensor) throws -> Tensor) -> Op {
    Op(
      "\(name)(input: Tensor, *, dtype: dtype? = None, layout: any = None, device: any = None, requires_grad: bool = False, "
        + "memory_format: any = None)", .function, summary, example: "torch.\(name)(torch.ones(2))"
    ) { call in .tensor(try draw(call.tensor(0).emptyLike(dtype: call.dtype(1))).requiringGrad(call.bool(4))) }
  }

  private static func checkSpread(_ std: Tensor) throws(TensorError) {
    if try std.values(Double.self).contains(where: { $0 < 0 }) {
      throw .runtime("normal expects all elements of std >= 0.0")
    }
  }

  /// Elements that are 1 at the probability standing there.
  private static func bernoulli(_ probabilities: Tensor, _ generator: Generator) throws(TensorError) -> Tensor {
    let x = try probabilities.contiguous()
    guard x.dtype.isFloatingPoint else { throw TensorError.notImplemented("bernoulli_tensor_cpu_p_", for: x.dtype) }
    guard try x.ge(0).logicalAnd(x.le(1)).all().item().boolValue else {
      throw TensorError.runtime(
        "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an "
          + "enhancement request to PyTorch.)")
    }
    let out = try Tensor(uninitialised: x.shape, dtype: x.dtype)
    let n = x.elementCount
    if x.dtype == .float32 {
      generator.fillBernoulli(
        UnsafeMutableBufferPointer(start: out.pointer(Float.self), count: n),
        probabilities: UnsafeBufferPointer(start: x.pointer(Float.self), count: n))
    } else {
      generator.fillBernoulli(
        UnsafeMutableBufferPointer(start: out.pointer(Double.self), count: n),
        probabilities: UnsafeBufferPointer(start: x.pointer(Double.self), count: n))
    }
    return out
  }

  static let random: [Op] = [
    drawn("rand", "Uniform numbers in [0, 1).") { try Tensor.rand($0, dtype: $1, generator: $2) },
    drawn("randn", "Standard normal numbers.") { try Tensor.randn($0, dtype: $1, generator: $2) },
    drawnLike("rand_like", "Uniform numbers in a tensor's shape.") { try $0.uniformInPlace() },
    drawnLike("randn_like", "Normal numbers in a tensor's shape.") { try $0.normalInPlace() },
    Op("randint(high: int, size: sizes, *, \(options))", .function, "Whole numbers.", example: "torch.randint(10, (2, 3))") {
      call in
      .tensor(
        try Tensor.randint(0, call.int(0), call.shape(1), dtype: call.dtype(4) ?? .int64, generator: call.generator(2))
          .requiringGrad(call.bool(8)))
    }.or("randint(low: int, high: int, size: sizes, *, \(options))") { call in
      .tensor(
        try Tensor.randint(
          call.int(0), call.int(1), call.shape(2), dtype: call.dtype(5) ?? .int64, generator: call.generator(3)
        ).requiringGrad(call.bool(9)))
    },
    Op("randperm(n: int, *, \(options))", .function, "The numbers below n in random order.", example: "torch.randperm(4)") {
      call in
      let (count, dtype) = (try call.int(0), try call.dtype(3) ?? .int64)
      if dtype == .bool { throw TensorError.notImplemented("randperm", for: .bool) }
      if let (range, _) = dtype.smallRange, dtype != .int32, count > range.upperBound {
        throw TensorError.runtime("value cannot be converted to type \(dtype.name)_t without overflow")
      }
      return .tensor(try Tensor.randperm(count, generator: call.generator(1)).to(dtype))
    },
    Op(
      "uniform_(input: Tensor, a: Number = 0, b: Number = 1, *, generator: any = None)", .method, "Uniform numbers.",
      example: ""
    ) { call in
      .tensor(try call.tensor(0).uniformInPlace(call.double(1), call.double(2), generator: call.generator(3)))
    }.or("uniform_(input: Tensor, from_: Number = 0, to: Number = 1, *, generator: any = None)") { call in
      .tensor(try call.tensor(0).uniformInPlace(call.double(1), call.double(2), generator: call.generator(3)))
    },
    Op(
      "normal_(input: Tensor, mean: Number = 0, std: Number = 1, *, generator: any = None)", .method, "Normal numbers.",
      example: ""
    ) { call in
      .tensor(try call.tensor(0).normalInPlace(call.double(1), call.double(2), generator: call.generator(3)))
    },
    Op("random_(input: Tensor, low: int, high: int, *, generator: any = None)", .method, "Whole numbers.", example: "") {
      call in
      .tensor(try call.tensor(0).randomInPlace(call.int(1), call.int(2), generator: call.generator(3)))
    }.or("random_(input: Tensor, high: int, *, generator: any = None)") { call in
      .tensor(try call.tensor(0).randomInPlace(0, call.int(1), generator: call.generator(2)))
    }.or("random_(input: Tensor, *, generator: any = None)") { call in
      .tensor(try call.tensor(0).randomInPlace(generator: call.generator(1)))
    },
    Op(
      "bernoulli_(input: Tensor, p: Number = 0.5, *, generator: any = None)", .method, "1 at a probability, else 0.",
      example: ""
    ) { call in
      .tensor(try call.tensor(0).bernoulliInPlace(call.double(1), generator: call.generator(2)))
    }.or("bernoulli_(input: Tensor, p: Tensor, *, generator: any = None)") { call in
      let x = try call.tensor(0)
      let drawn = try bernoulli(call.tensor(1).expand(x.shape), call.generator(2))
      return .tensor(try x.copyInPlace(drawn))
    },
    Op("exponential_(input: Tensor, lambd: Number = 1, *, generator: any = None)", .method, "Exponential numbers.", example: "")
    { call in
      let (generator, rate) = (try call.generator(2), try call.double(1))
      guard rate > 0 else {
        throw TensorError.runtime("exponential_ expects lambda > 0.0, but found lambda=\(shortText(rate))")
      }
      try call.tensor(0).fillOneByOne { .double(generator.nextExponential(rate: rate)) }
      return call[0]
    },
    Op(
      "bernoulli(input: Tensor, *, generator: any = None)", .both, "1 at the probability standing there.",
      example: "torch.bernoulli(torch.full((3,), 0.5))"
    ) { call in
      .tensor(try bernoulli(call.tensor(0), call.generator(1)).drawn("BernoulliBackward0", from: call.tensor(0)))
    }.or("bernoulli(input: Tensor, p: float, *, generator: any = None)") { call in
      let x = try call.tensor(0)
      return .tensor(
        try x.emptyLike().bernoulliInPlace(call.double(1), generator: call.generator(2)).drawn("BernoulliBackward2", from: x))
    },
    Op(
      "normal(mean: Tensor, std: Operand = 1.0, *, generator: any = None)", .function, "Normal numbers.",
      example: "torch.normal(torch.zeros(2), 1.)"
    ) { call in
      let mean = try call.tensor(0)
      switch try call.operand(1) {
      case .scalar(let s):
        let made = try mean.emptyLike().normalInPlace(0, s.doubleValue, generator: call.generator(2)).add(mean.detach())
        return .tensor(made.drawn("NormalBackward1", from: mean))
      case .tensor(let s):
        let shape = try Shape.broadcast(mean.shape, s.shape)
        try checkSpread(s)
        let made = try Tensor.randn(shape, dtype: mean.dtype, generator: call.generator(2)).mul(s.detach()).add(mean.detach())
        return .tensor(made.drawn("NormalBackward3", from: mean, s))
      }
    }.or("normal(mean: Number, std: Tensor, *, generator: any = None)") { call in
      let std = try call.tensor(1)
      try checkSpread(std)
      let made = try Tensor.randn(std.shape, dtype: std.dtype, generator: call.generator(2)).mul(std.detach()).add(
        call.scalar(0))
      return .tensor(made.drawn("NormalBackward2", from: std))
    }.or("normal(mean: Number, std: Number, size: ints, *, \(options))") { call in
      .tensor(
        try Tensor(uninitialised: call.shape(2), dtype: call.dtype(5) ?? .float32)
          .normalInPlace(call.double(0), call.double(1), generator: call.generator(3)))
    },
    Op(
      "multinomial(input: Tensor, num_samples: int, replacement: bool = False, *, generator: any = None)", .both,
      "Positions drawn by weight.", example: "torch.multinomial(torch.ones(4), 2)"
    ) { call in .tensor(try call.tensor(0).multinomial(call.int(1), replacement: call.bool(2), generator: call.generator(3))) },
  ]
}

extension Tensor {
  /// Positions drawn with the probabilities that the rows give.
  package func multinomial(_ count: Int, replacement: Bool = false, generator: Generator = .standard) throws(TensorError)
    -> Tensor
  {
    guard dtype.isFloatingPoint else {
      throw .runtime("multinomial only supports floating-point dtypes for input, got: \(dtype.scalarName)")
    }
    guard shape.count == 1 || shape.count == 2 else { throw .runtime("prob_dist must be 1 or 2 dim") }
    guard count > 0 else { throw .runtime("cannot sample n_sample <= 0 samples") }
    let n = shape[shape.count - 1]
    guard replacement || count <= n else {
      throw .runtime("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    }
    let weights = try values(Double.self)
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw .runtime("probability tensor contains either `inf`, `nan` or element < 0")
    }
    let rows = n == 0 ? 0 : weights.count / n
    for r in 0..<rows where weights[(r * n)..<(r * n + n)].allSatisfy({ $0 == 0 }) {
      throw .runtime("invalid multinomial distribution (sum of probabilities <= 0)")
    }
    var drawn: [Int] = []
    if !replacement || count == 1 {
      if dtype == .float32 {
        let table = (0..<rows).map { r in weights[(r * n)..<(r * n + n)].map { Float($0) } }
        for row in generator.sampleWithoutReplacement(rows: table, count: count) { drawn += row.map { Int($0) } }
      } else {
        let table = (0..<rows).map { r in Array(weights[(r * n)..<(r * n + n)]) }
        for row in generator.sampleWithoutReplacement(rows: table, count: count) { drawn += row.map { Int($0) } }
      }
    } else {
      for r in 0..<rows {
        let row = Array(weights[(r * n)..<(r * n + n)])
        let picks =
          dtype == .float32
          ? generator.sampleWithReplacement(weights: row.map { Float($0) }, count: count)
          : generator.sampleWithReplacement(weights: row, count: count)
        drawn += picks.map { Int($0) }
      }
    }
    return Tensor(drawn, shape: shape.count == 1 ? [count] : [rows, count])
  }
}
