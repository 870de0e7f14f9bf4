import Interpreter
import Tensors

/// What an `autograd.Function` hands from its `forward` to its `backward`.
final class FunctionContext: Object {
  let function = CustomFunction()
  /// What `save_for_backward` was given, until the results are known.
  var pending: [Tensor?] = []
  var needsGrad: [Bool] = []
  var dirty: [Tensor] = []
  var constant: [Tensor] = []
  var materialises = true

  init() { super.init(FunctionContext.typeObject) }

  static let typeObject: TypeObject = TypeObject.native(
    "FunctionCtx", module: "torch.autograd.function", of: FunctionContext.self
  ) { t in
    t.hasAttributes = true
    t.method("save_for_backward(self, *tensors)", "Keeps tensors for `backward`.") { context, call throws(Raised) in
      var tensors: [Tensor?] = []
      for value in call.rest(1) {
        guard value.tensor != nil || value.isNone else {
          throw .typeError(
            "save_for_backward can only save variables, but argument \(tensors.count) is of type \(value.type.name)")
        }
        tensors.append(value.tensor)
      }
      context.pending = tensors
      return .none
    }
    t.method("save_for_forward(self, *tensors)") { _, _ throws(Raised) in .none }
    for name in ["saved_tensors", "saved_variables"] {
      t.property(name, "What `save_for_backward` kept.") { context throws(Raised) in
        let tensors = try converting { () throws(TensorError) in try context.function.savedTensors() }
        return .tuple(tensors.map { $0?.asValue ?? .none })
      }
    }
    t.property("needs_input_grad", "For each argument of `forward`, whether anybody wants its gradient.") {
      context throws(Raised) in
      .tuple(context.needsGrad.map { .bool($0) })
    }
    t.method("mark_dirty(self, *args)", "Names inputs that were changed in place.") { context, call throws(Raised) in
      context.dirty = call.rest(1).compactMap(\.tensor)
      return .none
    }
    t.method("mark_non_differentiable(self, *args)", "Names results that have no gradient.") { context, call throws(Raised) in
      context.constant = call.rest(1).compactMap(\.tensor)
      return .none
    }
    t.method("set_materialize_grads(self, value)", "Whether absent gradients come as zeros.") { context, call throws(Raised) in
      context.materialises = try call.bool(1)
      return .none
    }
  }
}

/// The class `torch.autograd.Function`.
enum FunctionType {
  static let type: TypeObject = TypeObject.native("Function", module: "torch.autograd.function") { t in
    t.doc = "An operation with a gradient formula of its own: classes define `forward` and `backward` and are used by `apply`."
    t.hasAttributes = true
    t.staticMethod("forward(*args, **kwargs)") { _ throws(Raised) in
      throw .notImplementedError("You must implement the forward function for custom autograd.Function.")
    }
    t.staticMethod("backward(ctx, *grad_outputs)") { _ throws(Raised) in
      throw .notImplementedError(
        "You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD."
      )
    }
    t.classMethod("apply(cls, *args)", "Runs `forward` and records `backward`.") { call throws(Raised) in
      try apply(call[0], call.rest(1))
    }
  }

  private static func apply(_ owner: Value, _ arguments: [Value]) throws(Raised) -> Value {
    let interpreter = Interpreter.current
    let context = FunctionContext()
    let inputs = arguments.map(\.tensor)
    context.needsGrad = inputs.map { $0?.requiresGrad ?? false }
    let made: Value
    let before = GradMode.isEnabled
    GradMode.isEnabled = false
    do {
      defer { GradMode.isEnabled = before }
      let forward = try interpreter.attribute(owner, "forward")
      if let setUp = try interpreter.attributeIfPresent(owner, "setup_context") {
        made = try interpreter.call(forward, arguments)
        _ = try interpreter.call(setUp, [context.asValue, .tuple(arguments), made])
      } else {
        made = try interpreter.call(forward, [context.asValue] + arguments)
      }
    }
    // A result that is an input is a new tensor over the same elements, unless it was changed in place.
    var originals: [Tensor] = []
    var results: [Tensor] = []
    let outputs = (made.sequence ?? [made]).map { value -> Value in
      guard let tensor = value.tensor else { return value }
      let isInput = inputs.contains { $0 === tensor } && !context.dirty.contains { $0 === tensor }
      let result = isInput ? tensor.alias() : tensor
      originals.append(tensor)
      results.append(result)
      return result.asValue
    }
    let saved = context.pending.map { tensor in
      tensor.map { kept in
        inputs.contains { $0 === kept } ? kept : originals.firstIndex { $0 === kept }.map { results[$0] } ?? kept
      }
    }
    context.pending = []
    context.function.save(saved, results: results)
    let tracked = results.filter { result in !context.constant.contains { $0 === result } }
    record(owner, context, tracked, inputs)
    if made.cast(to: TupleObject.self) != nil { return .tuple(outputs) }
    return made.sequence == nil ? outputs[0] : .list(outputs)
  }

  private static func record(_ owner: Value, _ context: FunctionContext, _ results: [Tensor], _ inputs: [Tensor?]) {
    guard let first = results.first, !results.isEmpty else { return }
    _ = first
    let shapes = results.map { ($0.shape, $0.dtype) }
    let name = "\(owner.cast(to: TypeObject.self)?.name ?? "Function")Backward"
    context.function.record(results, name: name, inputs: inputs) { grads throws(TensorError) in
      var given: [Value] = []
      for (grad, (shape, dtype)) in zip(grads, shapes) {
        if grad == nil, context.materialises {
          given.append(try Tensor.zeros(shape, dtype: dtype).asValue)
        } else {
          given.append(grad?.asValue ?? .none)
        }
      }
      let answer = try foreign { () throws(Raised) in
        let interpreter = Interpreter.current
        return try interpreter.call(try interpreter.attribute(owner, "backward"), [context.asValue] + given)
      }
      var answers = answer.sequence ?? [answer]
      // More answers than inputs are allowed when the rest are None.
      while answers.count > inputs.count, answers.last?.isNone == true { answers.removeLast() }
      guard answers.count == inputs.count else {
        throw .runtime(
          "function \(name) returned an incorrect number of gradients (expected \(inputs.count), got \(answers.count))")
      }
      return answers.map(\.tensor)
    }
  }
}
