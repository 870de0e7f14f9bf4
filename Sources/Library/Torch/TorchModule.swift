import Interpreter
import Tensors

/// The module `torch`.
enum TorchModule {
  /// The version of PyTorch whose behaviour this is.
  static let version = "2.15.0"

  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let torch = ModuleObject("torch", doc: "Tensors and automatic differentiation, as PyTorch has them.")
    torch.set("__version__", .string(version))
    for op in OpRegistry.all where op.homes.contains(.function) {
      let function = OpFunction.make(op).asValue
      for name in [op.name] + op.aliases { torch.set(name, function) }
    }
    for op in OpRegistry.all where op.homes.contains(.method) && inPlaceFunctions.contains(op.name) {
      torch.set(op.name, OpFunction.make(op).asValue)
    }
    addTypes(to: torch)
    addConstants(to: torch)
    Creation.add(to: torch)
    Settings.add(to: torch)
    RandomFunctions.add(to: torch)
    Predicates.add(to: torch)
    SaveAndLoad.add(to: torch)
    return torch.asValue
  }

  /// The methods that change their receiver and are functions of `torch` too.
  private static let inPlaceFunctions: Set<String> = Set(
    ("abs_ acos_ acosh_ alpha_dropout_ arccos_ arccosh_ arcsin_ arcsinh_ arctan_ arctanh_ asin_ asinh_ atan_ atanh_ ceil_ celu_ clamp_ "
      + "clamp_max_ clamp_min_ clip_ cos_ cosh_ deg2rad_ detach_ dropout_ elu_ erf_ erfc_ exp2_ exp_ expm1_ fill_ fix_ floor_ frac_ "
      + "i0_ index_put_ ldexp_ log10_ log1p_ log2_ log_ logit_ nan_to_num_ neg_ negative_ rad2deg_ reciprocal_ relu_ "
      + "resize_as_ round_ rsqrt_ selu_ sigmoid_ sin_ sinc_ sinh_ sqrt_ square_ tan_ tanh_ trunc_ xlogy_ zero_")
      .split(separator: " ").map(String.init))

  private static func addTypes(to torch: ModuleObject) {
    let types: [TypeObject] = [
      TensorType.tensor, SizeType.type, DTypeObject.typeObject, DeviceObject.typeObject, GeneratorObject.typeObject,
      LayoutObject.typeObject,
      GradModeObject.noGrad, GradModeObject.enableGrad, GradModeObject.setGradEnabled, GradModeObject.inferenceMode,
      FloatInfo.type, IntInfo.type,
    ]
    for type in types { torch.set(type.name, type.asValue) }
    for (_, type) in LegacyConstructor.types { torch.set(type.name, type.asValue) }
    for dtype in DType.allCases {
      for name in dtype.scriptNames { torch.set(name, dtype.asValue) }
    }
  }

  private static func addConstants(to torch: ModuleObject) {
    torch.set("pi", .float(.pi))
    torch.set("e", .float(2.718281828459045))
    torch.set("inf", .float(.infinity))
    torch.set("nan", .float(.nan))
    torch.set("newaxis", .none)
    torch.set("strided", LayoutObject.strided.asValue)
    torch.set("default_generator", GeneratorObject.standard.asValue)
    for name in ["contiguous_format", "preserve_format", "channels_last", "channels_last_3d"] {
      torch.set(name, MemoryFormat(name).asValue)
    }
  }
}

/// `torch.contiguous_format` and its like: accepted where PyTorch takes them, without effect.
final class MemoryFormat: Object {
  let name: String
  init(_ name: String) {
    self.name = name
    super.init(MemoryFormat.typeObject)
  }
  static let typeObject: TypeObject = TypeObject.native("memory_format", module: "torch", of: MemoryFormat.self) { t in
    t.slots.repr = { value throws(Raised) in "torch.\(value.cast(to: MemoryFormat.self)?.name ?? "")" }
  }
}

/// Tensors from data.
enum Creation {
  static func add(to torch: ModuleObject) {
    torch.function(
      "tensor(data, *, dtype=None, device=None, requires_grad: bool = False, pin_memory=False)",
      "A new tensor of data: a number, nested lists or tuples, an array or a tensor, which is copied."
    ) { call throws(Raised) in
      try DeviceObject.checkCPU(call[2])
      if call[0].tensor != nil {
        try call.interpreter.warn(
          "To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or "
            + "sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).")
      }
      if let items = call[0].sequence, items.first?.cast(to: NDArrayObject.self) != nil,
        items.allSatisfy({ ($0.cast(to: NDArrayObject.self)?.tensor.dim ?? 0) > 0 })
      {
        try call.interpreter.warn(
          "Creating a tensor from a list of numpy.ndarrays is extremely slow. Please consider converting the list to a single "
            + "numpy.ndarray with numpy.array() before converting to a tensor.")
      }
      let x = try NestedData.tensor(call[0], dtype: try dtype(call, 1))
      let flag = try call.bool(3)
      return try converting { () throws(TensorError) in try x.requiringGrad(flag).asValue }
    }
    for name in ["as_tensor", "asarray"] {
      torch.function("\(name)(data, dtype=None, device=None)", "A tensor of data that shares memory where it can.") {
        call throws(Raised) in
        try DeviceObject.checkCPU(call[2])
        let wanted = try dtype(call, 1)
        if let x = call[0].tensor ?? call[0].array {
          guard let wanted, wanted != x.dtype else { return x.asValue }
          return try converting { () throws(TensorError) in try x.to(wanted).asValue }
        }
        return try NestedData.tensor(call[0], dtype: wanted).asValue
      }
    }
    torch.function("from_numpy(ndarray)", "A tensor that shares the elements of a numpy array.") { call throws(Raised) in
      guard let array = call[0].cast(to: NDArrayObject.self) else {
        throw .typeError("expected np.ndarray (got \(call[0].type.name))")
      }
      return try array.shared().asValue
    }
  }

  private static func dtype(_ call: Arguments, _ slot: Int) throws(Raised) -> DType? {
    guard call.has(slot) else { return nil }
    guard let dtype = call[slot].dtype else {
      throw .typeError("\(call.functionName)(): argument 'dtype' must be torch.dtype, not \(call[slot].type.name)")
    }
    return dtype
  }
}

extension Tensor {
  /// Another tensor object over the same elements, without history.
  var aliased: Tensor { detach() }
}

/// Settings of the runtime.
enum Settings {
  nonisolated(unsafe) private static var threads: Int = 0

  static func add(to torch: ModuleObject) {
    addPrinting(to: torch)
    torch.function("set_default_dtype(d)", "The dtype of tensors made from Python floats.") { call throws(Raised) in
      if call[0].dtype == .float16 {
        throw .notImplementedError("float16 as the default dtype is not supported by Lectern")
      }
      guard let dtype = call[0].dtype, dtype.isFloatingPoint else {
        throw .typeError(
          (call[0].dtype == nil ? "invalid dtype object: " : "") + "only floating-point types are supported as the default type"
        )
      }
      Defaults.dtype = dtype
      return .none
    }
    torch.function("get_default_dtype()", "The dtype of tensors made from Python floats.") { _ throws(Raised) in
      Defaults.dtype.asValue
    }
    torch.function("set_default_device(device)") { call throws(Raised) in
      try DeviceObject.checkCPU(call[0])
      return .none
    }
    torch.function("get_default_device()") { _ throws(Raised) in DeviceObject.cpu.asValue }
    torch.function("is_grad_enabled()", "Whether operations are recorded.") { _ throws(Raised) in .bool(GradMode.isEnabled) }
    torch.function("is_inference_mode_enabled()") { _ throws(Raised) in .bool(false) }
    torch.function("set_num_threads(int)", "How many threads computations use.") { call throws(Raised) in
      let count = try call.int(0)
      guard count > 0 else { throw .runtimeError("set_num_threads expects a positive integer") }
      ThreadPool.setThreadCount(count)
      return .none
    }
    torch.function("get_num_threads()", "How many threads computations use.") { _ throws(Raised) in .int(ThreadPool.threadCount)
    }
    torch.function("get_num_interop_threads()") { _ throws(Raised) in .int(1) }
    torch.function("set_num_interop_threads(int)") { _ throws(Raised) in .none }
    torch.function("use_deterministic_algorithms(mode, *, warn_only=False)") { _ throws(Raised) in .none }
    torch.function("are_deterministic_algorithms_enabled()") { _ throws(Raised) in .bool(true) }
    torch.function("set_float32_matmul_precision(precision)") { _ throws(Raised) in .none }
    torch.function("get_float32_matmul_precision()") { _ throws(Raised) in "highest" }
    torch.function("set_warn_always(b)") { _ throws(Raised) in .none }
    torch.function("compile(model=None, **kwargs)", "The model itself: everything is compiled already.") {
      call throws(Raised) in call[0]
    }
  }

  private static func addPrinting(to torch: ModuleObject) {
    torch.function(
      "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None)",
      "How tensors are printed."
    ) { call throws(Raised) in
      var options = PrintOptions.current
      if call.has(4) {
        if let named = PrintOptions(profile: try call.string(4)) { options = named }
      }
      if call.has(0) { options.precision = try call.int(0) }
      if call.has(1) {
        let threshold = try call.double(1)
        // Nothing is more than not-a-number.
        options.threshold = threshold < 9.2e18 ? Int(max(threshold, -1)) : .max
      }
      if call.has(2) { options.edgeItems = try call.int(2) }
      if call.has(3) { options.lineWidth = try call.int(3) }
      // As in PyTorch, every call sets this one, left out or not.
      options.scientific = call.has(5) ? try call.bool(5) : nil
      PrintOptions.current = options
      return .none
    }
  }
}

/// Seeds of the default generator.
enum RandomFunctions {
  static func add(to torch: ModuleObject) {
    torch.function("manual_seed(seed)", "Restarts the default generator from a seed and returns it.") { call throws(Raised) in
      Generator.standard.manualSeed(try RandomState.seed(call[0]))
      return GeneratorObject.standard.asValue
    }
    torch.function("seed()", "Restarts the default generator from an unpredictable seed.") { _ throws(Raised) in
      RandomState.value(of: Generator.standard.seed())
    }
    torch.function("initial_seed()", "The seed last set.") { _ throws(Raised) in
      RandomState.value(of: Generator.standard.initialSeed)
    }
    torch.function("get_rng_state()", "The default generator's state as a tensor of bytes.") { _ throws(Raised) in
      Tensor(Generator.standard.state).asValue
    }
    torch.function("set_rng_state(new_state)", "Takes a state over.") { call throws(Raised) in
      try RandomState.restore(.standard, call[0])
      return .none
    }
  }
}

/// Questions about values.
enum Predicates {
  static func add(to torch: ModuleObject) {
    torch.function("is_tensor(obj)", "Whether the value is a tensor.") { call throws(Raised) in .bool(call[0].tensor != nil) }
    torch.function("is_storage(obj)") { _ throws(Raised) in .bool(false) }
    torch.function("is_floating_point(input)", "Whether the elements are floating-point numbers.") { call throws(Raised) in
      .bool(try tensor(call).dtype.isFloatingPoint)
    }
    torch.function("is_complex(input)") { call throws(Raised) in
      _ = try tensor(call)
      return .bool(false)
    }
    torch.function("result_type(tensor1, tensor2)", "The dtype of an operation on both.") { call throws(Raised) in
      var promotion = TypePromotion()
      for value in [call[0], call[1]] {
        if let x = value.tensor {
          promotion.add(x)
        } else if let number = value.scalar {
          promotion.add(number)
        } else {
          throw .typeError(
            "result_type() received an invalid combination of arguments - got (\(call[0].type.name), \(call[1].type.name))")
        }
      }
      return .object(DTypeObject.of(promotion.dtype))
    }
    torch.function("promote_types(type1, type2)", "The smallest dtype that holds what both hold.") { call throws(Raised) in
      .object(DTypeObject.of(try dtype(call, 0, "type1").promoted(with: dtype(call, 1, "type2"))))
    }
    torch.function("can_cast(from_, to)", "Whether a conversion keeps the kind of number.") { call throws(Raised) in
      .bool(try dtype(call, 0, "from_").kind <= dtype(call, 1, "to").kind)
    }
    torch.function("is_nonzero(input)", "Whether the only element differs from zero.") { call throws(Raised) in
      .bool(try TensorNumber.bool(tensor(call).asValue))
    }
    torch.function("broadcast_shapes(*shapes)", "The shape that tensors of these shapes have together.") {
      call throws(Raised) in
      var common = Shape([])
      for shape in call[0].sequence ?? [] {
        var sizes: [Int] = []
        for size in shape.intValue != nil ? [shape] : try call.interpreter.elements(of: shape) {
          guard let size = size.intValue else {
            throw .typeError("broadcast_shapes(): shapes must be ints, not \(size.type.name)")
          }
          if size < 0 { throw .runtimeError("Trying to create tensor with negative dimension (\(size)): (\(size))") }
          sizes.append(size)
        }
        let (all, next) = (common, Shape(sizes))
        do throws(TensorError) { common = try Shape.broadcast(all, next) } catch {
          throw .runtimeError("Shape mismatch: objects cannot be broadcast to a single shape")
        }
      }
      return common.asValue
    }
    torch.function("numel(input)", "The number of elements.") { call throws(Raised) in .int(try tensor(call).elementCount) }
  }

  private static func dtype(_ call: Arguments, _ index: Int, _ name: String) throws(Raised) -> DType {
    if let dtype = call[index].dtype { return dtype }
    throw .typeError(
      "\(call.functionName)(): argument '\(name)' (position \(index + 1)) must be torch.dtype, not \(call[index].type.name)")
  }

  private static func tensor(_ call: Arguments) throws(Raised) -> Tensor {
    guard let x = call[0].tensor else {
      throw .typeError("\(call.functionName)(): argument 'input' (position 1) must be Tensor, not \(call[0].type.name)")
    }
    return x
  }
}
