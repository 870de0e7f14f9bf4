import Data
import Interpreter
import Tensors

/// The small modules below `torch`: devices that are not there, switches without effect, gradients by hand.
enum TorchSubmodules {
  /// The functions that PyTorch has in `torch.functional` too.
  private static let functionalNames: Set<String> = [
    "atleast_1d", "atleast_2d", "atleast_3d", "block_diag", "broadcast_shapes", "broadcast_tensors", "cartesian_prod", "cdist",
    "chain_matmul", "einsum", "meshgrid", "norm", "split", "tensordot", "unique", "unique_consecutive", "unravel_index",
  ]

  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("torch.cuda") { _ throws(Raised) in Cuda.build() }
    interpreter.registerModule("torch.backends") { _ throws(Raised) in ModuleObject("torch.backends").asValue }
    interpreter.registerModule("torch.backends.cudnn") { _ throws(Raised) in
      let module = ModuleObject("torch.backends.cudnn", doc: "Switches of a library for GPUs: kept, without effect.")
      for (name, value) in [("deterministic", false), ("benchmark", false), ("enabled", true)] {
        module.set(name, .bool(value))
      }
      module.function("is_available()") { _ throws(Raised) in false }
      module.function("version()") { _ throws(Raised) in .none }
      return module.asValue
    }
    interpreter.registerModule("torch.backends.mps") { _ throws(Raised) in
      let module = ModuleObject("torch.backends.mps")
      for name in ["is_available", "is_built"] { module.function("\(name)()") { _ throws(Raised) in false } }
      return module.asValue
    }
    interpreter.registerModule("torch.accelerator") { _ throws(Raised) in
      let module = ModuleObject("torch.accelerator", doc: "The accelerator: there is none.")
      module.function("is_available()") { _ throws(Raised) in false }
      module.function("current_accelerator(check_available: bool = False)") { _ throws(Raised) in .none }
      module.function("device_count()") { _ throws(Raised) in 0 }
      return module.asValue
    }
    interpreter.registerModule("torch.random") { interpreter throws(Raised) in
      let module = ModuleObject("torch.random", doc: "Seeds and state of the default generator.")
      let torch = try interpreter.importModule("torch")
      for name in ["manual_seed", "seed", "initial_seed", "get_rng_state", "set_rng_state", "default_generator"] {
        module.set(name, try interpreter.attribute(torch, name))
      }
      module.set("fork_rng", ForkedGenerator.type.asValue)
      return module.asValue
    }
    interpreter.registerModule("urllib") { _ throws(Raised) in ModuleObject("urllib").asValue }
    interpreter.registerModule("matplotlib_inline") { _ throws(Raised) in ModuleObject("matplotlib_inline").asValue }
    interpreter.registerModule("IPython.core") { _ throws(Raised) in ModuleObject("IPython.core").asValue }
    interpreter.registerModule("_transfer") { _ throws(Raised) in
      let module = ModuleObject("_transfer")
      module.function("fetch(url, path, headers)", "Fetches a file; what went wrong, or None.") { call throws(Raised) in
        var headers: [String] = []
        for header in try call.interpreter.elements(of: call[2]) { headers.append(try call.interpreter.str(header)) }
        return RemoteFile.fetch(try call.string(0), to: try call.string(1), headers: headers).map { .string($0) } ?? .none
      }
      return module.asValue
    }
    interpreter.registerModule("torch.functional") { interpreter throws(Raised) in
      let module = ModuleObject(
        "torch.functional", doc: "Functions on tensors, and those of torch.nn.functional that old notebooks look for here.")
      for op in OpRegistry.all where op.homes.contains(.functional) {
        let function = OpFunction.make(op, module: "torch.nn.functional").asValue
        for name in [op.name] + op.aliases { module.set(name, function) }
      }
      for op in OpRegistry.all where op.homes.contains(.function) && functionalNames.contains(op.name) {
        module.set(op.name, OpFunction.make(op).asValue)
      }
      module.set("F", try interpreter.importModule("torch.nn.functional"))
      return module.asValue
    }
    interpreter.registerModule("torch.linalg") { _ throws(Raised) in
      let module = ModuleObject("torch.linalg", doc: "Linear algebra.")
      for op in OpRegistry.all where op.homes.contains(.linalg) {
        let function = OpFunction.make(op, module: "torch.linalg").asValue
        for name in [op.name] + op.aliases { module.set(name, function) }
      }
      module.set("LinAlgError", LinAlgError.type.asValue)
      return module.asValue
    }
    interpreter.registerModule("torch.autograd.function") { _ throws(Raised) in
      let module = ModuleObject("torch.autograd.function")
      module.set("Function", FunctionType.type.asValue)
      module.set("FunctionCtx", FunctionContext.typeObject.asValue)
      return module.asValue
    }
    interpreter.registerModule("torch.autograd") { interpreter throws(Raised) in try AutogradModule.build(interpreter) }
  }
}

/// `torch.autograd`.
enum AutogradModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("torch.autograd", doc: "Gradients of recorded operations.")
    for type in [
      GradModeObject.noGrad, GradModeObject.enableGrad, GradModeObject.setGradEnabled, GradModeObject.inferenceMode,
    ] { module.set(type.name, type.asValue) }
    for type in [AnomalyMode.detect, AnomalyMode.set] { module.set(type.name, type.asValue) }
    module.function("is_anomaly_enabled()") { _ throws(Raised) in .bool(Autograd.detectsAnomalies) }
    module.set("Function", FunctionType.type.asValue)
    let checks = try interpreter.importModule("_gradcheck")
    for name in ["gradcheck", "gradgradcheck"] { module.set(name, try interpreter.attribute(checks, name)) }
    module.function(
      "Variable(data, requires_grad: bool = False, volatile=None)", "The tensor itself: variables and tensors are one."
    ) { call throws(Raised) in
      guard let x = call[0].tensor else {
        throw .typeError("Variable data has to be a tensor, but got \(call[0].type.name)")
      }
      let flag = try call.bool(1)
      return try converting { () throws(TensorError) in try x.detach().requiringGrad(flag).asValue }
    }
    module.function(
      "grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph: bool = False, allow_unused=None)",
      "The gradients of outputs with respect to inputs, as a tuple; `.grad` stays untouched."
    ) { call throws(Raised) in
      let outputs = try tensors(call[0])
      let inputs = try tensors(call[1])
      let seeds: [Tensor?]? = call.has(2) ? try optionalTensors(call[2]) : nil
      let creates = try call.bool(4)
      let retains: Bool? = call.has(3) ? try call.bool(3) : nil
      let allowsUnused = call.has(5) ? try call.bool(5) : false
      let grads = try converting { () throws(TensorError) in
        try Autograd.grad(
          outputs, inputs, gradOutputs: seeds, retainGraph: retains, createGraph: creates, allowUnused: allowsUnused)
      }
      return .tuple(grads.map { $0?.asValue ?? .none })
    }
    module.function(
      "backward(tensors, grad_tensors=None, retain_graph=None, create_graph: bool = False)",
      "Adds the gradients of tensors to the leaves' `.grad`."
    ) { call throws(Raised) in
      let outputs = try tensors(call[0])
      let seeds: [Tensor?] = call.has(1) ? try optionalTensors(call[1]) : []
      let creates = try call.bool(3)
      if creates { try call.interpreter.warn(cycleWarning) }
      let retains: Bool? = call.has(2) ? try call.bool(2) : nil
      try converting { () throws(TensorError) in
        try Autograd.backward(outputs, gradients: seeds, retainGraph: retains, createGraph: creates)
      }
      return .none
    }
    return module.asValue
  }

  /// What PyTorch says of `backward(create_graph=True)`.
  static let cycleWarning =
    "Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause a "
    + "memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, make sure "
    + "to reset the .grad fields of your parameters to None after use to break the cycle and avoid the leak."

  private static func optionalTensors(_ value: Value) throws(Raised) -> [Tensor?] {
    if let one = value.tensor { return [one] }
    var found: [Tensor?] = []
    for element in try Interpreter.current.elements(of: value) { found.append(element.tensor) }
    return found
  }

  private static func tensors(_ value: Value) throws(Raised) -> [Tensor] {
    if let one = value.tensor { return [one] }
    var found: [Tensor] = []
    for element in try Interpreter.current.elements(of: value) {
      guard let x = element.tensor else { throw .typeError("expected Tensor, but got \(element.type.name)") }
      found.append(x)
    }
    return found
  }
}
