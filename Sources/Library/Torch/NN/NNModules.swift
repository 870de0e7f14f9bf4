import Interpreter
import NN
import Tensors

/// The modules `torch.nn`, `torch.nn.functional`, `torch.nn.init`, `torch.nn.utils`.
enum NNModules {
  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("torch.nn", build)
    interpreter.registerModule("torch.nn.functional", functional)
    interpreter.registerModule("torch.nn.init", initialisers)
    interpreter.registerModule("torch.nn.utils", GradientUtilities.build)
    interpreter.registerModule("torch.nn.parameter") { _ throws(Raised) in
      let module = ModuleObject("torch.nn.parameter")
      module.set("Parameter", TensorType.parameter.asValue)
      return module.asValue
    }
    interpreter.registerModule("torch.nn.modules") { interpreter throws(Raised) in try interpreter.importModule("torch.nn") }
  }

  private static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let nn = ModuleObject("torch.nn", doc: "Modules: functions with state.")
    for (name, type) in LayerTypes.all { nn.set(name, type.asValue) }
    nn.set("Module", ModuleType.type.asValue)
    nn.set("Parameter", TensorType.parameter.asValue)
    nn.lazily(
      ["Transformer", "TransformerEncoder", "TransformerDecoder", "TransformerDecoderLayer"],
      from: "torch.nn.modules.transformer")
    nn.lazily(["DataParallel"], from: "torch.nn.parallel")
    return nn.asValue
  }

  private static func functional(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("torch.nn.functional", doc: "The functions that layers compute.")
    for op in OpRegistry.all where op.homes.contains(.functional) {
      let function = OpFunction.make(op, module: "torch.nn.functional").asValue
      for name in [op.name] + op.aliases { module.set(name, function) }
    }
    return module.asValue
  }

  private static func initialisers(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("torch.nn.init", doc: "Initial values of parameters.")
    for entry in InitialiserRegistry.entries {
      module.function(entry.signature.text) { call throws(Raised) in
        var values: [OpValue?] = []
        for slot in 0..<entry.signature.parameters.count {
          values.append(call[slot].isUnbound ? nil : try OpValue(call[slot]))
        }
        return Value(try converting { () throws(TensorError) in try entry.call(values) })
      }
      // The spellings without the underscore are deprecated and still work.
      if entry.name.hasSuffix("_"), let function = module.namespace.get(entry.name) {
        module.set(String(entry.name.dropLast()), function)
      }
    }
    return module.asValue
  }
}

/// `torch.nn.utils`: limits on gradients, parameters as one vector.
enum GradientUtilities {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("torch.nn.utils")
    for name in ["clip_grad_norm_", "clip_grad_norm"] {
      module.function(
        "\(name)(parameters, max_norm, norm_type=2.0, error_if_nonfinite: bool = False, foreach=None)",
        "Scales all gradients together so that their norm is at most `max_norm`; returns the norm they had."
      ) { call throws(Raised) in
        let grads = try tensors(call[0]).compactMap(\.grad)
        let (limit, kind, isStrict) = (try call.double(1), try call.double(2), try call.bool(3))
        return try converting { () throws(TensorError) in try clip(grads, limit, kind, isStrict).asValue }
      }
    }
    module.function("clip_grad_value_(parameters, clip_value, foreach=None)", "Limits each gradient's elements.") {
      call throws(Raised) in
      let limit = try call.double(1)
      for grad in try tensors(call[0]).compactMap(\.grad) {
        try converting { () throws(TensorError) in
          _ = try Ops.call("clamp_", [.tensor(grad), .float(-limit), .float(limit)])
        }
      }
      return .none
    }
    module.function("parameters_to_vector(parameters)", "All parameters as one vector.") { call throws(Raised) in
      let all = try tensors(call[0])
      return try converting { () throws(TensorError) in
        var parts: [OpValue] = []
        for x in all { parts.append(.tensor(try x.reshape([-1]))) }
        return Value(try Ops.call("cat", [.list(parts)]))
      }
    }
    module.function("vector_to_parameters(vec, parameters)", "Copies pieces of a vector into the parameters.") {
      call throws(Raised) in
      guard let vector = call[0].tensor else { throw .typeError("expected torch.Tensor, but got: \(call[0].type.displayName)") }
      let all = try tensors(call[1])
      try converting { () throws(TensorError) in
        var start = 0
        for x in all {
          let part = try vector.narrow(0, start, x.elementCount).reshape(x.shape)
          _ = try x.data.copyInPlace(part.detach())
          start += x.elementCount
        }
      }
      return .none
    }
    return module.asValue
  }

  private static func tensors(_ value: Value) throws(Raised) -> [Tensor] {
    if let one = value.tensor { return [one] }
    var found: [Tensor] = []
    for element in try Interpreter.current.elements(of: value) {
      if let x = element.tensor { found.append(x) }
    }
    return found
  }

  /// The norm of all gradients together; afterwards they are scaled down where it exceeds the limit.
  private static func clip(_ grads: [Tensor], _ limit: Double, _ kind: Double, _ isStrict: Bool) throws(TensorError) -> Tensor {
    guard !grads.isEmpty else { return try Tensor.scalar(0, dtype: .float32) }
    var norms: [OpValue] = []
    for grad in grads { norms.append(try Ops.call("norm", [.tensor(grad.detach()), .float(kind)])) }
    let stacked = try Ops.call("stack", [.list(norms)])
    guard case .tensor(let total) = try Ops.call("norm", [stacked, .float(kind)]) else { return grads[0] }
    if isStrict, try !total.item().doubleValue.isFinite {
      throw .runtime(
        "The total norm of order \(kind) for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error "
          + "and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`")
    }
    let factor = try total.add(.double(1e-6)).divided(into: .double(limit))
    guard case .tensor(let limited) = try Ops.call("clamp", [.tensor(factor)], [("max", .float(1))]) else { return total }
    for grad in grads { _ = try grad.detach().mulInPlace(limited) }
    return total
  }
}
