import Goldens
import NN
import Tensors
import Testing

/// Expects `body` to throw an error with this message.
func expectMessage(_ wanted: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
  do {
    try body()
    Issue.record("nothing was thrown instead of: \(wanted)", sourceLocation: sourceLocation)
  } catch {
    let found = (error as? TensorError)?.message ?? "\(error)"
    #expect(found == wanted, sourceLocation: sourceLocation)
  }
}

extension NNSuite {
  @Suite struct ModuleTests {
    private func perceptron() throws -> Module {
      try withDefaultGenerator { try ModuleBuilder.module("nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))") }
    }

    @Test func membersAreNamedByTheirPath() throws {
      let module = try perceptron()
      #expect(module.namedParameters().map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias"])
      #expect(module.namedModules().map(\.name) == ["", "0", "1", "2"])
      #expect(module.namedChildren().map(\.name) == ["0", "1", "2"])
      #expect(module.parameters().map { Array($0.shape) } == [[3, 2], [3], [1, 3], [1]])
      #expect(module.parameters().allSatisfy { $0.requiresGrad && $0.isParameter })
      let norm = try ModuleBuilder.module("nn.BatchNorm2d(2)")
      #expect(norm.stateDict().map(\.name) == ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"])
      #expect(norm.namedBuffers().map(\.name) == ["running_mean", "running_var", "num_batches_tracked"])
    }

    @Test func sharedMembersAppearOnce() throws {
      let linear = try ModuleBuilder.module("nn.Linear(2, 2)")
      let list = ModuleList()
      try list.appendModule(.module(linear))
      try list.appendModule(.module(linear))
      #expect(list.namedParameters().map(\.name) == ["0.weight", "0.bias"])
      #expect(list.namedParameters(removeDuplicates: false).count == 4)
      #expect(list.stateDict().count == 4)
      #expect(list.namedModules().count == 2)
    }

    @Test func aModuleInsideItselfEnds() throws {
      let module = Module()
      module.setChild("self", module)
      #expect(module.namedModules().count == 1)
      #expect(module.namedModules(removeDuplicates: false).count == 1)
      #expect(module.parameters().isEmpty)
    }

    @Test func modesReachEveryModule() throws {
      let module = try perceptron()
      module.eval()
      #expect(module.modules().allSatisfy { !$0.isTraining })
      module.train()
      #expect(module.modules().allSatisfy { $0.isTraining })
      try module.setRequiresGrad(false)
      #expect(module.parameters().allSatisfy { !$0.requiresGrad })
      try module.convert(to: .float64)
      #expect(module.parameters().allSatisfy { $0.dtype == .float64 })
    }

    @Test func stateIsCopiedByName() throws {
      let (source, target) = (try perceptron(), try perceptron())
      for (index, parameter) in source.parameters().enumerated() { try Initialisers.constant(parameter, Double(index)) }
      try target.loadStateDict(source.stateDict().map { ($0.name, .tensor($0.value)) })
      for (index, parameter) in target.parameters().enumerated() {
        #expect(try parameter.detach().values(Float.self).allSatisfy { $0 == Float(index) })
      }
    }

    @Test func statesThatDoNotFitAreRefusedInPyTorchsWords() throws {
      func expectLoading(_ code: String, _ state: [(name: String, value: OpValue)], says wanted: String) {
        expectMessage(wanted) { try ModuleBuilder.module(code).loadStateDict(state) }
      }
      let (one, ones) = (OpValue.tensor(try Tensor.ones([1])), OpValue.tensor(try Tensor.ones([1, 1])))
      expectLoading(
        "nn.Linear(2, 2)", [],
        says: "Error(s) in loading state_dict for Linear:\n\tMissing key(s) in state_dict: \"weight\", \"bias\". ")
      expectLoading(
        "nn.Linear(1, 1)", [("weight", ones), ("bias", one), ("foo", one)],
        says: "Error(s) in loading state_dict for Linear:\n\tUnexpected key(s) in state_dict: \"foo\". ")
      let other = try ModuleBuilder.module("nn.Linear(3, 2)").stateDict().map {
        (name: $0.name, value: OpValue.tensor($0.value))
      }
      expectLoading(
        "nn.Linear(2, 2)", other,
        says: "Error(s) in loading state_dict for Linear:\n\tsize mismatch for weight: copying a param with shape "
          + "torch.Size([2, 3]) from checkpoint, the shape in current model is torch.Size([2, 2]).")
      expectLoading(
        "nn.Sequential(nn.Linear(1, 1))", [("1.weight", ones)],
        says: "Error(s) in loading state_dict for Sequential:\n\tMissing key(s) in state_dict: \"0.weight\", \"0.bias\". "
          + "\n\tUnexpected key(s) in state_dict: \"1.weight\". ")
    }

    @Test func namesAndKindsOfMembersAreChecked() throws {
      let tensor = OpValue.tensor(try Tensor.ones([1]))
      let module = try ModuleBuilder.module("nn.Linear(1, 1)")
      let wanted = "cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)"
      expectMessage(wanted) { _ = try module.assign("weight", tensor) }
      expectMessage("cannot assign 'int' as parameter 'weight' (torch.nn.Parameter or None expected)") {
        _ = try module.assign("weight", .int(3))
      }
      let takes = try module.assign("other", tensor)
      #expect(!takes)
      expectMessage("int is not a Module subclass") { try module.addModule("x", .int(3)) }
      expectMessage("cannot assign 'torch.FloatTensor' object to parameter 'w' (torch.nn.Parameter or None required)") {
        try module.registerParameter("w", tensor)
      }
      expectMessage("cannot assign 'int' object to buffer 'b' (torch Tensor or None required)") {
        try module.registerBuffer("b", .int(3), persistent: true)
      }
    }

    @Test(arguments: [
      ("nn.Conv2d(3, 4, 3, groups=2)", "in_channels must be divisible by groups"),
      ("nn.Conv2d(1, 1, 3, stride=2, padding='same')", "padding='same' is not supported for strided convolutions"),
      ("nn.Dropout(1.5)", "dropout probability has to be between 0 and 1, but got 1.5"),
      ("nn.Linear(3)", "Linear.__init__() missing 1 required positional argument: 'out_features'"),
      ("nn.Linear(3, 4, biass=True)", "Linear.__init__() got an unexpected keyword argument 'biass'"),
      ("nn.Conv2d(1, 2)", "Conv2d.__init__() missing 1 required positional argument: 'kernel_size'"),
      ("nn.Sequential(3)", "int is not a Module subclass"),
      ("nn.ModuleList([3])", "int is not a Module subclass"),
    ])
    func badConstructorsAreRefused(code: String, wanted: String) {
      expectMessage(wanted) { _ = try ModuleBuilder.module(code) }
    }

    @Test func listsOfModulesAreIndexed() throws {
      let module = try perceptron()
      #expect(try module.module(at: -1).description == "Linear(in_features=3, out_features=1, bias=True)")
      expectMessage("index 3 is out of range") { _ = try module.module(at: 3) }
      expectMessage("index \(Int.min) is out of range") { _ = try module.module(at: Int.min) }
      #expect(module.slice([1, 2]).namedChildren().map(\.name) == ["1", "2"])
      try module.removeModule(at: 0)
      #expect(module.namedChildren().map(\.name) == ["0", "1"])
    }

    @Test func aModuleWithoutForwardSaysSo() throws {
      let list = try ModuleBuilder.module("nn.ModuleList([nn.ReLU()])")
      let input = ModuleCall([.tensor(try Tensor.ones([1]))])
      expectMessage("Module [ModuleList] is missing the required \"forward\" function") { _ = try list.call(input) }
    }

    @Test func hooksSeeAndReplace() throws {
      let module = Identity()
      let first = module.addHook(beforeForward: true) { _, call, _ in .tuple([.int(2)]) }
      let second = module.addHook(beforeForward: false) { _, call, output throws(TensorError) in
        guard case .int(let number)? = output else { return nil }
        return .int(number * 10)
      }
      func run() throws -> Int? { if case .int(let number) = try module.call(ModuleCall([.int(1)])) { number } else { nil } }
      #expect(try run() == 20)
      module.removeHook(second)
      #expect(try run() == 2)
      module.removeHook(first)
      #expect(try run() == 1)
    }
  }
}
