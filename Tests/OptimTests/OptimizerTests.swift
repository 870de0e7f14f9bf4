import Goldens
import Optim
import Tensors
import Testing

@Suite struct OptimizerTests {
  /// The optimiser that `code` makes for `parameter`.
  static func optimizer(_ code: String, _ parameter: Tensor) throws -> Optimizer {
    guard case .call(let name, _, let named)? = CallText(code),
      let entry = OptimizerRegistry.entry(String(name.split(separator: ".").last ?? ""))
    else { throw TensorError(.value, "cannot read \(code)") }
    let options = named.compactMap { name, value in plain(value).map { (name: name, value: $0) } }
    return try entry.make([ParameterGroup(parameters: [parameter])], options: options)
  }

  private static func plain(_ text: CallText) -> OpValue? {
    switch text {
    case .value(let value): value
    case .tuple(let items): .tuple(items.compactMap(plain))
    default: nil
    }
  }

  @Test func stepsAreThoseOfPyTorch() throws {
    for golden in try Golden.cases("ops/optimizers") {
      let code = golden["code"].text
      let weights = try golden["w0"].tensor().requiringGrad()
      let optimizer = try Self.optimizer(code, weights)
      for (step, (gradient, want)) in zip(golden["grads"].items, golden["after_step"].items).enumerated() {
        weights.grad = try gradient.tensor()
        try optimizer.step()
        let difference = try want.difference(from: weights.detach(), tolerance: golden["tol"].double)
        #expect(difference == nil, "\(code) after step \(step + 1)")
      }
    }
  }

  @Test func doublePrecisionFollowsTheSameRules() throws {
    for golden in try Golden.cases("ops/optimizers") {
      let code = golden["code"].text
      let weights = try golden["w0"].tensor().to(.float64).requiringGrad()
      let optimizer = try Self.optimizer(code, weights)
      for (gradient, want) in zip(golden["grads"].items, golden["after_step"].items) {
        weights.grad = try gradient.tensor().to(.float64)
        try optimizer.step()
        let got = try weights.detach().to(.float32)
        let difference = try want.difference(from: got, tolerance: 1e-4)
        #expect(difference == nil, "\(code)")
      }
    }
  }

  @Test func textListsSettingsByName() throws {
    let weights = try Tensor.zeros([1]).requiringGrad()
    let sgd = try Self.optimizer("torch.optim.SGD([w], lr=0.01)", weights)
    #expect(
      sgd.text == """
        SGD (
        Parameter Group 0
            dampening: 0
            differentiable: False
            foreach: None
            fused: None
            lr: 0.01
            maximize: False
            momentum: 0
            nesterov: False
            weight_decay: 0
        )
        """)
  }

  @Test func aViewOfAParameterIsSteppedInPlace() throws {
    let base = Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])
    let weights = try base.t().detach().requiringGrad()
    weights.grad = Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])
    try Self.optimizer("torch.optim.SGD([w], lr=1)", weights).step()
    #expect(try base.values(Float.self) == [0, -1, 1, 0])
  }

  @Test(arguments: [
    ("SGD([w], lr=-0.1)", "Invalid learning rate: -0.1"),
    ("SGD([w], lr=0.1, momentum=-1)", "Invalid momentum value: -1"),
    ("SGD([w], lr=0.1, nesterov=True)", "Nesterov momentum requires a momentum and zero dampening"),
    ("Adam([w], betas=(1.0, 0.9))", "Invalid beta parameter at index 0: 1.0"),
  ])
  func badSettingsAreRefused(code: String, message: String) throws {
    let weights = try Tensor.zeros([1]).requiringGrad()
    #expect { try Self.optimizer(code, weights) } throws: { ($0 as? TensorError)?.message == message }
  }

  @Test func badParametersAreRefused() throws {
    let entry = try #require(OptimizerRegistry.entry("SGD"))
    let weights = try Tensor.zeros([1]).requiringGrad()
    #expect { try entry.make([ParameterGroup(parameters: [])]) } throws: {
      ($0 as? TensorError)?.message == "optimizer got an empty parameter list"
    }
    let product = try weights.mul(2)
    #expect { try entry.make([ParameterGroup(parameters: [product])]) } throws: {
      ($0 as? TensorError)?.message == "can't optimize a non-leaf Tensor"
    }
    let twice = [ParameterGroup(parameters: [weights]), ParameterGroup(parameters: [weights])]
    #expect { try entry.make(twice) } throws: {
      ($0 as? TensorError)?.message == "some parameters appear in more than one parameter group"
    }
  }
}
