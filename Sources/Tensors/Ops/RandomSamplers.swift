extension Tensor {
  /// Fills in place with whole numbers over the range that the dtype holds exactly.
  @discardableResult
  package func randomInPlace(generator: Generator = .standard) throws(TensorError) -> Tensor {
    let type = dtype
    try fillOneByOne {
      switch type {
      case .int64: .int(Int(generator.nextSeed()))
      case .float64: .double(Double(generator.next64() % (1 << 53 + 1)))
      case .float32: .int(Int(generator.next32() % (1 << 24 + 1)))
      case .float16: .int(Int(generator.next32() % (1 << 11 + 1)))
      case .int32: .int(Int(generator.next32() & 0x7FFF_FFFF))
      case .int16: .int(Int(generator.next32() & 0x7FFF))
      case .uint8: .int(Int(generator.next32() & 0xFF))
      case .int8: .int(Int(generator.next32() & 0x7F))
      case .bool: .int(Int(generator.next32() & 1))
      }
    }
    return self
  }
}

extension Op {
  /// Distributions that are drawn one element after the other, in memory order.
  static let samplers: [Op] = [
    sampler("log_normal_", "mean: Number = 1, std: Number = 2", "Exponentials of normal numbers.") { generator, mean, std in
      guard std > 0 else { throw TensorError.runtime("log_normal_ expects std > 0.0, but found std=\(shortText(std))") }
      return { generator.nextLogNormal(mean: mean, std: std) }
    },
    sampler("cauchy_", "median: Number = 0, sigma: Number = 1", "Cauchy numbers.") { generator, median, sigma in
      guard sigma > 0 else { throw TensorError.runtime("cauchy_ expects sigma > 0.0, but found sigma=\(shortText(sigma))") }
      return { generator.nextCauchy(median: median, sigma: sigma) }
    },
    Op(
      "geometric_(input: Tensor, p: Number, *, generator: any = None)", .method, "Trials up to the first success.", example: ""
    ) { call in
      let (generator, p) = (try call.generator(2), try call.double(1))
      guard p > 0 && p < 1 else { throw TensorError.runtime("geometric_ expects p to be in (0, 1), but got p=\(shortText(p))") }
      try call.tensor(0).fillOneByOne("GeometricBackward0") { .double(generator.nextGeometric(probability: p)) }
      return call[0]
    },
    Op("poisson(input: Tensor, generator: any = None)", .function, "Poisson counts.", example: "torch.poisson(torch.ones(3))") {
      call in
      let rates = try call.tensor(0)
      let generator = try call.generator(1)
      guard rates.dtype.isFloatingPoint else { throw TensorError.notImplemented("poisson_cpu", for: rates.dtype) }
      let values = try rates.to(.float64).values(Double.self)
      guard values.allSatisfy({ $0 >= 0 }) else {
        throw TensorError.runtime("invalid Poisson rate, expected rate to be non-negative")
      }
      var next = 0
      let out = try Tensor(uninitialised: rates.shape, dtype: rates.dtype)
      try out.fillOneByOne {
        next += 1
        return .double(generator.nextPoisson(rate: values[next - 1]))
      }
      return .tensor(out.drawn("PoissonBackward0", from: rates))
    },
    Op(
      "randint_like(input: Tensor, low: int, high: int, *, dtype: dtype? = None, layout: any = None, device: any = None, "
        + "requires_grad: bool = False, memory_format: any = None)", .function, "Whole numbers in a tensor's shape.",
      example: "torch.randint_like(torch.ones(2), 0, 5)"
    ) { call in
      .tensor(
        try call.tensor(0).emptyLike(dtype: call.dtype(3)).randomInPlace(call.int(1), call.int(2)).requiringGrad(call.bool(6)))
    }.or(
      "randint_like(input: Tensor, high: int, *, dtype: dtype? = None, layout: any = None, device: any = None, "
        + "requires_grad: bool = False, memory_format: any = None)"
    ) { call in
      .tensor(try call.tensor(0).emptyLike(dtype: call.dtype(2)).randomInPlace(0, call.int(1)).requiringGrad(call.bool(5)))
    },
  ]

  private static func sampler(
    _ name: String, _ parameters: String, _ summary: String,
    _ prepare: @escaping (Generator, Double, Double) throws -> () -> Double
  ) -> Op {
    Op("\(name)(input: Tensor, \(parameters), *, generator: any = None)", .method, summary, example: "") { call in
      let x = try call.tensor(0)
      guard x.dtype.isFloatingPoint else { throw TensorError.notImplemented("\(name)kernel_cpu", for: x.dtype) }
      let draw = try prepare(call.generator(3), call.double(1), call.double(2))
      try x.fillOneByOne(name == "cauchy_" ? "CauchyBackward0" : "LogNormalBackward0") { .double(draw()) }
      return call[0]
    }
  }
}
