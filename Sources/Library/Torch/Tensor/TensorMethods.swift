import Interpreter
import Tensors

/// Methods of tensors that are no operations: conversions to Python, autograd, devices.
enum TensorMethods {
  static func add(to t: TypeBuilder<TensorObject>) {
    addConversions(to: t)
    addGeometry(to: t)
    addPlacement(to: t)
    addAutograd(to: t)
    addHooks(to: t)
  }

  private static func addConversions(to t: TypeBuilder<TensorObject>) {
    t.method("item(self)", "The only element as a Python number.") { object, _ throws(Raised) in
      Value(try converting { () throws(TensorError) in try object.tensor.item() })
    }
    t.method("tolist(self)", "The elements as nested lists of Python numbers.") { object, _ throws(Raised) in
      try NestedData.list(of: object.tensor)
    }
    t.method("numpy(self, *, force: bool = False)", "The elements as a numpy array that shares them.") {
      object, call throws(Raised) in
      let x = object.tensor
      if x.requiresGrad, !(try call.bool(1)) {
        throw .runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
      }
      try checkNumPy(x)
      return NDArrayObject(x.detach()).asValue
    }
    t.method("__array__(self, dtype=None)") { object, call throws(Raised) in
      try checkNumPy(object.tensor)
      return NDArrayObject(object.tensor.detach()).asValue
    }
    t.method("__reversed__(self)", "The tensor flipped along its first dimension.") { object, _ throws(Raised) in
      try converting { () throws(TensorError) in
        if object.tensor.dim == 0 { return object.asValue }
        return Value(try Ops.call("flip", [.tensor(object.tensor), .int(0)]))
      }
    }
    t.method("__deepcopy__(self, memo=None)") { object, _ throws(Raised) in try TensorMethods.deepCopy(object.tensor).asValue }
  }

  private static func checkNumPy(_ x: Tensor) throws(Raised) {
    if x.dtype == .float16 {
      throw .notImplementedError("numpy arrays of float16 are not supported by Lectern; write x.float().numpy()")
    }
  }

  /// A copy with memory of its own; only leaves can be copied so.
  static func deepCopy(_ x: Tensor) throws(Raised) -> Tensor {
    guard x.isLeaf else {
      throw .runtimeError(
        "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were "
          + "attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see "
          + "https://github.com/pytorch/pytorch/pull/103001")
    }
    return try converting { () throws(TensorError) in
      let copy = try x.detach().clone()
      copy.isParameter = x.isParameter
      if x.requiresGrad { try copy.setRequiresGrad(true) }
      if let grad = x.grad { copy.grad = try grad.detach().clone() }
      return copy
    }
  }

  private static func addGeometry(to t: TypeBuilder<TensorObject>) {
    t.method("size(self, dim=None)", "The sizes of the dimensions, or of one.") { object, call throws(Raised) in
      let x = object.tensor
      guard call.has(1) else { return x.shape.asValue }
      let dim = try call.int(1)
      return .int(x.shape[try converting { () throws(TensorError) in try x.dimension(dim) }])
    }
    t.method("stride(self, dim=None)", "The distances between neighbours, in elements.") { object, call throws(Raised) in
      let x = object.tensor
      guard call.has(1) else { return .tuple(x.strides.map { .int($0) }) }
      let dim = try call.int(1)
      return .int(x.strides[try converting { () throws(TensorError) in try x.dimension(dim) }])
    }
    let counts: [(String, (Tensor) -> Int)] = [
      ("numel", { $0.elementCount }), ("nelement", { $0.elementCount }), ("dim", { $0.dim }), ("ndimension", { $0.dim }),
      ("storage_offset", { $0.elementOffset }), ("element_size", { $0.dtype.byteSize }), ("get_device", { _ in -1 }),
      ("data_ptr", { Int(bitPattern: $0.rawPointer) }),
    ]
    for (name, count) in counts {
      t.method("\(name)(self)") { object, _ throws(Raised) in .int(count(object.tensor)) }
    }
    t.method("is_contiguous(self, memory_format=None)", "Whether the elements stand in row-major order without gaps.") {
      object, _ throws(Raised) in .bool(object.tensor.isContiguous)
    }
    // Sparse tensors are not there; their questions are answered as PyTorch answers them for dense ones.
    for (name, kind) in [
      ("indices", "sparse coordinate tensor"), ("values", "sparse tensor"), ("is_coalesced", "sparse coordinate tensor"),
    ] {
      t.method("\(name)(self)", "An error: the tensor is dense.") { _, _ throws(Raised) in
        throw .runtimeError("\(name) expected \(kind) layout but got Strided")
      }
    }
    t.method("to_sparse(self, *args, **kwargs)", "An error: sparse tensors are not supported.") { _, _ throws(Raised) in
      throw .notImplementedError("to_sparse: sparse tensors are not supported by Lectern")
    }
    t.method("is_floating_point(self)") { object, _ throws(Raised) in .bool(object.tensor.dtype.isFloatingPoint) }
    t.method("is_complex(self)") { _, _ throws(Raised) in .bool(false) }
    t.method("is_signed(self)") { object, _ throws(Raised) in
      .bool(object.tensor.dtype != .bool && object.tensor.dtype != .uint8)
    }
    t.method("is_pinned(self, device=None)") { _, _ throws(Raised) in .bool(false) }
    t.method("is_shared(self)") { _, _ throws(Raised) in .bool(false) }
    t.method("share_memory_(self)") { object, _ throws(Raised) in object.asValue }
    t.method("pin_memory(self, device=None)") { object, _ throws(Raised) in object.asValue }
    t.method("is_set_to(self, tensor)") { object, call throws(Raised) in
      let a = object.tensor
      guard let b = call[1].tensor else { return .bool(false) }
      return .bool(
        a.storage === b.storage && a.shape == b.shape && a.strides == b.strides && a.elementOffset == b.elementOffset)
    }
  }

  private static func addPlacement(to t: TypeBuilder<TensorObject>) {
    t.method("cpu(self, memory_format=None)", "The tensor on the CPU: itself.") { object, _ throws(Raised) in object.asValue }
    t.method("cuda(self, device=None, non_blocking=False, memory_format=None)", "Always an error: there is no GPU here.") {
      _, _ throws(Raised) in throw Cuda.missing
    }
    t.method(
      "to(self, *args, dtype=None, device=None, copy: bool = False, non_blocking=False, memory_format=None)",
      "The tensor with another dtype or on another device."
    ) { object, call throws(Raised) in
      let (dtype, copy) = try Placement.read(call)
      let x = object.tensor
      return try converting { () throws(TensorError) in
        if let dtype, dtype != x.dtype { return try x.to(dtype).asValue }
        return copy ? try x.clone().asValue : object.asValue
      }
    }
    t.method("type(self, dtype=None, non_blocking=False)", "The name of the tensor's class, or the tensor converted.") {
      object, call throws(Raised) in
      let x = object.tensor
      guard call.has(1) else { return .string("torch.\(x.dtype.scalarName)Tensor") }
      guard let dtype = call[1].dtype ?? LegacyConstructor.dtype(of: call[1]) else {
        if call[1].stringValue == nil && call[1].object as? TypeObject == nil {
          throw .typeError("dtype must be a type, str, or dtype object")
        }
        throw .valueError("invalid type: '\(try call.interpreter.str(call[1]))'")
      }
      return try converting { () throws(TensorError) in try x.to(dtype).asValue }
    }
  }

  private static func addAutograd(to t: TypeBuilder<TensorObject>) {
    t.method(
      "backward(self, gradient=None, retain_graph=None, create_graph: bool = False, inputs=None)",
      "Computes the gradients of the leaves that the tensor depends on and adds them to their `grad`."
    ) {
      object, call throws(Raised) in
      if !call[1].isNone && call[1].tensor == nil {
        throw .typeError("gradients can be either Tensors or None, but got \(call[1].type.name)")
      }
      let retain = call[2].isNone ? nil : try call.bool(2)
      let create = try call.bool(3)
      if create { try Interpreter.current.warn(AutogradModule.cycleWarning) }
      try converting { () throws(TensorError) in
        try object.tensor.backward(gradient: call[1].tensor, retainGraph: retain, createGraph: create)
      }
      return .none
    }
    t.method("requires_grad_(self, requires_grad: bool = True)", "Switches recording on or off, in place.") {
      object, call throws(Raised) in
      let flag = try call.bool(1)
      _ = try converting { () throws(TensorError) in try object.tensor.setRequiresGrad(flag) }
      return object.asValue
    }
    t.method("detach(self)", "The same elements without history.") { object, _ throws(Raised) in object.tensor.detach().asValue
    }
    t.method("retain_grad(self)", "Keeps the gradient of a tensor that is not a leaf.") { object, _ throws(Raised) in
      try converting { () throws(TensorError) in try object.tensor.retainGrad() }
      return .none
    }
  }

  private static func addHooks(to t: TypeBuilder<TensorObject>) {
    t.method("register_hook(self, hook)", "Calls a function with the gradient each time it is computed.") {
      object, call throws(Raised) in
      let function = call[1]
      let run: (Tensor) throws(TensorError) -> Tensor? = { grad throws(TensorError) in
        try foreign { () throws(Raised) in try Interpreter.current.call(function, [grad.asValue]).tensor }
      }
      let hook = try converting { () throws(TensorError) in try object.tensor.registerHook(run) }
      return HookHandle { hook.remove() }.asValue
    }
  }
}

extension Tensor {
  /// The dimension meant by `dim`, which a zero-dim tensor does not have.
  func dimension(_ dim: Int) throws(TensorError) -> Int {
    if shape.count == 0 {
      throw .index("Dimension specified as \(dim) but tensor has no dimensions")
    }
    return try normalised(dim)
  }
}

/// What `register_hook` and its like return: takes the hook off again.
final class HookHandle: Object {
  private var detach: (() -> Void)?

  init(_ detach: @escaping () -> Void) {
    self.detach = detach
    super.init(HookHandle.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("RemovableHandle", module: "torch.utils.hooks", of: HookHandle.self) {
    t in
    t.method("remove(self)", "Takes the hook off.") { handle, _ throws(Raised) in
      handle.remove()
      return .none
    }
    t.method("__enter__(self)") { handle, _ throws(Raised) in handle.asValue }
    t.method("__exit__(self, type, value, traceback)") { handle, _ throws(Raised) in
      handle.remove()
      return .bool(false)
    }
  }

  private func remove() {
    detach?()
    detach = nil
  }
}

/// The arguments of `to(…)` of tensors and modules.
enum Placement {
  /// Reads device, dtype and copy from `to(…)`'s slots: `*args` in 1, then `dtype`, `device`, `copy`.
  static func read(_ call: Arguments) throws(Raised) -> (dtype: DType?, copy: Bool) {
    var dtype = call.has(2) ? try Placement.dtype(call[2]) : nil
    var copy = try call.bool(4)
    try DeviceObject.checkCPU(call[3])
    let rest = call.rest(1)
    if rest.isEmpty && !call.has(2) && !call.has(3) && call.keywordsOnly {
      throw .typeError(
        "to() received an invalid combination of arguments - got (), but expected one of:\n * (torch.device device = None, "
          + "torch.dtype dtype = None, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)\n"
          + " * (torch.dtype dtype, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)\n"
          + " * (Tensor tensor, bool non_blocking = False, bool copy = False, *, torch.memory_format memory_format = None)\n")
    }
    for (position, argument) in rest.enumerated() {
      if let given = argument.cast(to: DTypeObject.self) {
        dtype = given.dtype
      } else if let tensor = argument.tensor {
        dtype = tensor.dtype
      } else if let flag = argument.boolValue {
        if position == rest.count - 1 && position >= 2 { copy = flag }
      } else if let given = argument.dtype {
        dtype = given
      } else {
        try DeviceObject.checkCPU(argument)
      }
    }
    return (dtype, copy)
  }

  private static func dtype(_ value: Value) throws(Raised) -> DType {
    guard let dtype = value.dtype else {
      throw .typeError("to(): argument 'dtype' must be torch.dtype, not \(value.type.name)")
    }
    return dtype
  }
}

extension Arguments {
  fileprivate var keywordsOnly: Bool { rest(1).isEmpty }
}
