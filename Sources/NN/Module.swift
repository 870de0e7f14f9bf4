import Tensors

/// What stands behind a module on the script's side: an instance of a script class or the script's handle on a native layer.
package protocol ModuleHost: AnyObject {
  /// The name of the script's class, if the script has one for this module.
  var moduleClassName: String? { get }
  /// Whether the script defines `forward`.
  var definesForward: Bool { get }
  /// Runs the script's own `forward`; nil if the script does not define one.
  func forward(_ call: ModuleCall) throws(TensorError) -> OpValue?
  /// The script's own `extra_repr()`; nil if the script does not define one.
  func moduleExtraRepr() -> String?
}

/// Called before or after a module's `forward`; a result replaces the call's inputs or output.
package struct ModuleHook {
  package let identity: Int
  package let body: (Module, ModuleCall, OpValue?) throws(TensorError) -> OpValue?
}

/// A function with state: parameters that are trained, buffers that are kept, and further modules inside.
///
/// Layers are subclasses. A class written in a script is a plain `Module` (or a layer) whose `host` brings `forward`.
/// Reference: https://pytorch.org/docs/stable/generated/torch.nn.Module.html
package class Module: CustomStringConvertible {
  /// One module inside another. The host is held here, because it holds its module and must not be held by it.
  package struct Child {
    package let module: Module
    package let host: ModuleHost?
  }

  /// This module's own parameters; nil stands for one that was left out, such as a bias.
  package final var ownParameters = NamedList<Tensor?>()
  /// This module's own buffers.
  package final var ownBuffers = NamedList<Tensor?>()
  /// Buffers that are not part of the state dict.
  package final var transientBuffers: Set<String> = []
  /// The modules directly inside this one.
  package final var ownChildren = NamedList<Child?>()
  /// What the constructor was told, under the names of its parameters; scripts read and change these as attributes.
  package final var settings = NamedList<OpValue>()
  /// Whether the module is in training mode; dropout and batch normalisation look at it.
  package final var isTraining = true
  /// The script's side of the module, which takes itself out when it goes: a weak reference would slow down every use of the host.
  package final unowned(unsafe) var host: ModuleHost?
  package final var forwardPreHooks: [ModuleHook] = []
  package final var forwardHooks: [ModuleHook] = []
  /// Hooks on gradients; see Module+BackwardHooks.
  final var backwardHooks: [ModuleBackwardHook] = []
  final var lastHookIdentity = 0
  /// How the layer was made; nil for modules that no constructor of a layer made.
  final var origin: Origin?

  /// Whether a call of the module has more to do than `forward`.
  package final var hasHooks: Bool { !forwardHooks.isEmpty || !forwardPreHooks.isEmpty || !backwardHooks.isEmpty }

  package init() {}

  /// The class name of the layer itself.
  package var layerName: String { "Module" }
  /// The class name that texts show.
  package final var className: String { host?.moduleClassName ?? layerName }

  /// The arguments that the text shows in parentheses.
  package var extraRepr: String { "" }

  /// What the text shows of the modules inside; lists of modules show it in another way.
  var childTexts: [(label: String, text: String)] { namedChildTexts }

  /// A new module of this class where no constructor of a layer makes one: a plain module, or a part that only its owner makes.
  func partTwin() -> Module { Module() }

  /// Computes the output for one tensor; layers of one input override this.
  package func forward(_ input: Tensor) throws(TensorError) -> Tensor {
    throw .missingForward(className)
  }

  /// Computes the output for any arguments; layers of several inputs override this.
  package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    // The function comes before its arguments: a module without one says that.
    guard let value = call.argument(0, "input"), case .tensor(let input) = value else {
      return try forwardOfOther(call)
    }
    return .tensor(try forward(input))
  }

  private final func forwardOfOther(_ call: ModuleCall) throws(TensorError) -> OpValue {
    if type(of: self) == Module.self { throw .missingForward(className) }
    return .tensor(try forward(call.tensor(0, "input", of: functionName)))
  }

  /// The function that complains about an input that is no tensor.
  package var functionName: String { className + ".forward" }

  /// Calls the module: hooks, then the script's `forward` or the layer's own.
  package final func call(_ call: ModuleCall) throws(TensorError) -> OpValue {
    var call = call
    for hook in forwardPreHooks {
      switch try hook.body(self, call, nil) {
      case nil: break
      case .tuple(let inputs)?: call.inputs = inputs
      case let input?: call.inputs = [input]
      }
    }
    if !backwardHooks.isEmpty { return try callWithBackwardHooks(call) }
    return try callAfterPreHooks(call)
  }

  /// Calls the module with one argument.
  package final func call(_ input: OpValue) throws(TensorError) -> OpValue {
    // Most modules inside others are layers that nobody has changed.
    if type(of: self) == Layer.self, !hasHooks, host?.definesForward != true {
      return try unsafeDowncast(self, to: Layer.self).apply(input)
    }
    return try call(ModuleCall([input]))
  }

  /// The rest of a call: `forward` and the hooks after it.
  final func callAfterPreHooks(_ call: ModuleCall) throws(TensorError) -> OpValue {
    var output: OpValue
    if let host, let result = try host.forward(call) { output = result } else { output = try forward(call) }
    for hook in forwardHooks {
      if let replacement = try hook.body(self, call, output) { output = replacement }
    }
    return output
  }

  /// Calls the module with one tensor where one tensor is expected back.
  package final func callAsFunction(_ input: Tensor) throws(TensorError) -> Tensor {
    if host == nil && !hasHooks { return try forward(input) }
    guard case .tensor(let output) = try call(ModuleCall([.tensor(input)])) else {
      throw TensorError(.type, "\(className) did not return a tensor")
    }
    return output
  }

  /// Adds a hook that runs after `forward`, or before it, and returns what `removeHook` needs.
  package final func addHook(
    beforeForward: Bool, _ body: @escaping (Module, ModuleCall, OpValue?) throws(TensorError) -> OpValue?
  ) -> Int {
    lastHookIdentity += 1
    let hook = ModuleHook(identity: lastHookIdentity, body: body)
    if beforeForward { forwardPreHooks.append(hook) } else { forwardHooks.append(hook) }
    return lastHookIdentity
  }

  /// Removes a hook; one that is already gone is no error.
  package final func removeHook(_ identity: Int) {
    forwardPreHooks.removeAll { $0.identity == identity }
    forwardHooks.removeAll { $0.identity == identity }
    backwardHooks.removeAll { $0.identity == identity }
  }

  package final var description: String { text }
}

extension TensorError {
  static func missingForward(_ name: String) -> TensorError {
    TensorError(.notImplemented, "Module [\(name)] is missing the required \"forward\" function")
  }
}
