import Goldens
import Tensors
import Testing

/// What holds for every op of the registry, tried on the op's own example.
@Suite struct OpConformanceTests {
  private struct Example {
    let op: Op
    let positional: [OpValue]
    let keywords: [(name: String, value: OpValue)]

    func call(replacing transform: (Tensor) throws -> Tensor = { $0 }) throws -> OpValue {
      try op(
        positional.map { try Example.map($0, transform) },
        keywords: keywords.map { ($0.name, try Example.map($0.value, transform)) })
    }

    private static func map(_ value: OpValue, _ transform: (Tensor) throws -> Tensor) throws -> OpValue {
      switch value {
      case .tensor(let t): .tensor(try transform(t))
      case .list(let items): .list(try items.map { try map($0, transform) })
      case .tuple(let items): .tuple(try items.map { try map($0, transform) })
      default: value
      }
    }
  }

  /// Ops that draw numbers: two calls differ by design.
  private static let drawing: Set<String> = [
    "rand", "randn", "randint", "randperm", "rand_like", "randn_like", "randint_like", "bernoulli", "normal", "multinomial", "dropout",
    "dropout1d",
    "dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout", "rrelu", "gumbel_softmax", "empty", "empty_like",
    "new_empty",
    "data_ptr", "poisson",
  ]

  private func examples() throws -> [Example] {
    var result: [Example] = []
    for op in OpRegistry.all where !op.example.isEmpty {
      do {
        if let call = try RecordedCode().outermostCall(op.example) {
          result.append(Example(op: call.op, positional: call.positional, keywords: call.keywords))
        }
      } catch is RecordedCode.Unsupported {
        // An example that needs the language is run by the library's tests.
      }
    }
    return result
  }

  private func tensors(_ value: OpValue) -> [Tensor] {
    if case .tensor(let t) = value { return [t] }
    return (value.items ?? []).flatMap { tensors($0) }
  }

  @Test func everyExampleRuns() throws {
    try withDefaultGenerator {
      for example in try examples() {
        do { _ = try example.call() } catch { Issue.record("\(example.op.name): \(example.op.example) raised \(error)") }
      }
    }
  }

  @Test func namesAreNotStatedTwice() {
    var seen: Set<String> = []
    for op in OpRegistry.all {
      for home in [Op.Home.function, .method, .functional, .property, .linalg] where op.homes.contains(home) {
        for name in [op.name] + op.aliases where !seen.insert("\(home.rawValue).\(name)").inserted {
          Issue.record("\(name) stands twice in home \(home.rawValue)")
        }
      }
    }
  }

  @Test func stridedInputsGiveTheSameResult() throws {
    for example in try examples() where !Self.drawing.contains(example.op.name) {
      if ["is_contiguous", "stride", "storage_offset", "as_strided", "view", "view_as", "equal"].contains(example.op.name) {
        continue
      }
      guard let plain = try? example.call() else { continue }
      do {
        let strided = try example.call { t in
          let wide = try Tensor.zeros(Shape(Array(t.shape) + [2]), dtype: t.dtype)
          let view = try wide.select(-1, 1)
          try view.copyInPlace(t)
          return view
        }
        for (a, b) in zip(tensors(plain), tensors(strided)) where try !(a.isEqual(to: b) || a.allclose(b, equalNaN: true)) {
          Issue.record("\(example.op.name) differs for strided input")
        }
      } catch { Issue.record("\(example.op.name) with strided input raised \(error)") }
    }
  }

  @Test func emptyAndZeroDimInputsDoNotTrap() throws {
    try withDefaultGenerator {
      for example in try examples() {
        _ = try? example.call { t in try Tensor.zeros([0], dtype: t.dtype) }
        _ = try? example.call { t in
          try Tensor.zeros(t.shape.count == 0 ? [] : Shape([0] + t.shape.dropFirst()), dtype: t.dtype)
        }
        _ = try? example.call { t in try Tensor.ones([], dtype: t.dtype) }
        _ = try? example.call { t in try Tensor.ones([1, 1, 1, 1, 1, 1, 1], dtype: t.dtype) }
        for type in DType.allCases { _ = try? example.call { try $0.to(type) } }
      }
    }
  }

  @Test func wrongArgumentsRaise() throws {
    try withDefaultGenerator {
      for example in try examples() where example.op.overloads[0].signature.varPositionalSlot == nil {
        let many = example.positional + [OpValue](repeating: .string("?"), count: 12)
        #expect(throws: TensorError.self, "\(example.op.name) takes too many arguments") { try example.op(many) }
        for slot in example.positional.indices {
          for odd in [OpValue.string("?"), .none, .int(-7), .int(Int.max), .float(.nan), .list([.none]), .bool(true)] {
            var changed = example.positional
            changed[slot] = odd
            // Whether it is an error depends on the parameter; a trap would end the test.
            if case .int(Int.max) = odd, ["repeat", "tile", "eye", "expand", "view", "chunk"].contains(example.op.name) {
              continue
            }
            _ = try? example.op(changed, keywords: example.keywords)
          }
        }
        #expect(throws: TensorError.self) { try example.op(example.positional, keywords: [("no_such_argument", .none)]) }
      }
    }
  }

  @Test func gradientsAgreeWithFiniteDifferences() throws {
    // The example of the triplet loss has three equal rows: a kink.
    for example in try examples() where !Self.drawing.contains(example.op.name) && example.op.name != "triplet_margin_loss" {
      do { try checkGradient(example) } catch let error as TensorError {
        if !error.message.contains("not implemented") { Issue.record("\(example.op.name): gradient check raised \(error)") }
      }
    }
  }

  /// A weighted sum of all floating-point results, so that every element counts differently.
  private func loss(_ value: OpValue) throws -> Tensor? {
    var total: Tensor?
    for t in tensors(value) where t.dtype == .float64 && t.requiresGrad {
      let weights = try Tensor.arange(t.elementCount).to(.float64).mul(0.37).add(0.61).view(t.shape)
      let part = try t.mul(weights).sum()
      total = try total?.add(part) ?? part
    }
    return total
  }

  /// What is done to an op's inputs in the gradient check, where its gradient is defined for such inputs only.
  private static let restrictions: [String: (Tensor) throws -> Tensor] = [
    "eigh": { try $0.add($0.transpose(-2, -1)).mul(0.5) }, "eigvalsh": { try $0.add($0.transpose(-2, -1)).mul(0.5) },
    "cholesky": { try $0.add($0.transpose(-2, -1)).mul(0.5) }, "cholesky_ex": { try $0.add($0.transpose(-2, -1)).mul(0.5) },
    "ctc_loss": { try $0.logSoftmax(dim: -1) },
  ]

  private func checkGradient(_ example: Example) throws {
    let restricted = Self.restrictions[example.op.name] ?? { $0 }
    var leaves: [Tensor] = []
    let result = try example.call { t in
      guard t.dtype.isFloatingPoint else { return t }
      // Slightly uneven values keep ties apart.
      let noise = try Tensor.arange(t.elementCount).to(.float64).mul(0.0137).add(0.0031).view(t.shape)
      let limited = try t.to(.float64).add(noise)
      let leaf = try limited.detach().requiringGrad()
      leaves.append(leaf)
      return try restricted(leaf)
    }
    guard !leaves.isEmpty, let total = try loss(result) else { return }
    try total.backward()
    let step = 1e-6
    for (number, leaf) in leaves.enumerated() {
      guard let grad = leaf.grad else { continue }
      let analytic = try grad.values(Double.self)
      for i in 0..<leaf.elementCount {
        var values: [Double] = []
        for sign in [1.0, -1.0] {
          var next = 0
          let moved = try example.call { t in
            guard t.dtype.isFloatingPoint else { return t }
            defer { next += 1 }
            let copy = try leaves[next].detach().clone()
            if next == number { copy.pointer(Double.self)[i] += sign * step }
            return try restricted(copy.requiringGrad())
          }
          values.append(try loss(moved)?.item().doubleValue ?? 0)
        }
        let numeric = (values[0] - values[1]) / (2 * step)
        if !(abs(numeric - analytic[i]) <= 1e-5 * max(1, abs(numeric))) {
          Issue.record("\(example.op.name): gradient of input \(number) element \(i) is \(analytic[i]) instead of \(numeric)")
        }
      }
    }
  }
}
