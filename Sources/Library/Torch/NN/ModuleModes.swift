import Interpreter
import NN
import Tensors

/// `train()`, `eval()`, `to()`, `zero_grad()` and their like.
enum ModuleModes {
  static func add(to t: TypeBuilder<ModuleInstance>) {
    t.property(
      "training", "Whether the module is in training mode.",
      { instance throws(Raised) in .bool(instance.module?.isTraining ?? true) },
      set: { instance, value throws(Raised) in
        try instance.initialised().isTraining = try Interpreter.current.isTrue(value)
      })
    t.method("train(self, mode: bool = True)", "Switches to training mode, or out of it.") { instance, call throws(Raised) in
      guard let mode = call[1].boolValue else { throw .valueError("training mode is expected to be boolean") }
      try setMode(instance, mode)
      return instance.asValue
    }
    t.method("eval(self)", "Switches to evaluation mode.") { instance, call throws(Raised) in
      // As in PyTorch, a class that overrides `train` decides what `eval` does.
      try call.interpreter.callMethod(instance.asValue, "train", [.bool(false)])
    }
    t.method("zero_grad(self, set_to_none: bool = True)", "Forgets the gradients of all parameters.") { instance, call throws(Raised) in
      let (module, flag) = (try instance.initialised(), try call.bool(1))
      try converting { () throws(TensorError) in try module.zeroGrad(setToNone: flag) }
      return .none
    }
    t.method("requires_grad_(self, requires_grad: bool = True)", "Whether gradients are recorded for all parameters.") {
      instance, call throws(Raised) in
      let (module, flag) = (try instance.initialised(), try call.bool(1))
      try converting { () throws(TensorError) in try module.setRequiresGrad(flag) }
      return instance.asValue
    }
    addConversions(to: t)
  }

  private static func setMode(_ instance: ModuleInstance, _ mode: Bool) throws(Raised) {
    let module = try instance.initialised()
    module.isTraining = mode
    for (_, child) in module.namedChildren() {
      let inner = ModuleInstance.of(child)
      if inner.type.isScriptDefined {
        _ = try Interpreter.current.callMethod(inner.asValue, "train", [.bool(mode)])
      } else {
        try setMode(inner, mode)
      }
    }
  }

  private static func addConversions(to t: TypeBuilder<ModuleInstance>) {
    t.method("to(self, *args, dtype=None, device=None, copy: bool = False, non_blocking=False, memory_format=None)",
      "Converts floating-point parameters and buffers, in place.") { instance, call throws(Raised) in
      let (dtype, _) = try Placement.read(call)
      if let dtype {
        guard dtype.isFloatingPoint else {
          throw .typeError("nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.\(dtype.name)")
        }
        try convert(instance, dtype)
      }
      return instance.asValue
    }
    for (name, dtype) in [("half", DType.float16), ("float", .float32), ("double", .float64)] {
      t.method("\(name)(self)", "Converts floating-point parameters and buffers, in place.") { instance, _ throws(Raised) in
        try convert(instance, dtype)
        return instance.asValue
      }
    }
    t.method("type(self, dst_type)") { instance, call throws(Raised) in
      guard let dtype = call[1].dtype ?? LegacyConstructor.dtype(of: call[1]) else { throw .runtimeError("invalid type") }
      try convert(instance, dtype)
      return instance.asValue
    }
    t.method("cpu(self)", "The module itself.") { instance, _ throws(Raised) in instance.asValue }
    t.method("cuda(self, device=None)", "Always an error: there is no GPU here.") { _, _ throws(Raised) in throw Cuda.missing }
    t.method("share_memory(self)") { instance, _ throws(Raised) in instance.asValue }
    t.method("compile(self, *args, **kwargs)", "Nothing to do.") { _, _ throws(Raised) in .none }
  }

  private static func convert(_ instance: ModuleInstance, _ dtype: DType) throws(Raised) {
    if dtype == .float16 {
      throw .notImplementedError("modules in float16 are not supported by Lectern, which computes in float32 and float64")
    }
    let module = try instance.initialised()
    try converting { () throws(TensorError) in try module.convert(to: dtype) }
  }
}
