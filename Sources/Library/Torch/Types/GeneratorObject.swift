import Interpreter
import Tensors

/// `torch.Generator`.
final class GeneratorObject: Object {
  let generator: Generator

  init(_ generator: Generator) {
    self.generator = generator
    super.init(GeneratorObject.typeObject)
  }

  /// `torch.default_generator`.
  static let standard = GeneratorObject(.standard)

  static let typeObject: TypeObject = TypeObject.native("Generator", module: "torch._C", of: GeneratorObject.self) { t in
    t.doc = "A source of random numbers with a state of its own."
    t.construct("Generator(device='cpu')") { _, call throws(Raised) in
      try DeviceObject.checkCPU(call[0])
      return GeneratorObject(Generator()).asValue
    }
    t.method("manual_seed(self, seed)", "Restarts the stream from a seed.") { object, call throws(Raised) in
      if call[1].stringValue != nil { throw .runtimeError("manual_seed expected a long, but got str") }
      object.generator.manualSeed(try RandomState.seed(call[1]))
      return object.asValue
    }
    t.method("seed(self)", "Restarts the stream from an unpredictable seed.") { object, _ throws(Raised) in
      RandomState.value(of: object.generator.seed())
    }
    t.method("initial_seed(self)", "The seed last set.") { object, _ throws(Raised) in
      RandomState.value(of: object.generator.initialSeed)
    }
    t.method("get_state(self)", "The state as a tensor of bytes.") { object, _ throws(Raised) in
      Tensor(object.generator.state).asValue
    }
    t.method("set_state(self, new_state)", "Takes a state over.") { object, call throws(Raised) in
      try RandomState.restore(object.generator, call[1])
      return object.asValue
    }
    t.property("device", "Always the CPU.") { _ throws(Raised) in DeviceObject.cpu.asValue }
  }
}

/// Seeds and states as scripts give them.
enum RandomState {
  /// Any integer of 64 bits, signed or unsigned, is a seed.
  static func seed(_ value: Value) throws(Raised) -> UInt64 {
    if let small = value.intValue { return UInt64(bitPattern: Int64(small)) }
    if case .float(let number) = value, let whole = Int(exactly: number.rounded(.towardZero)) {
      return UInt64(bitPattern: Int64(whole))
    }
    if let tensor = value.tensor, let whole = OpValue.asInt(.tensor(tensor)) { return UInt64(bitPattern: Int64(whole)) }
    if value.isInstance(of: .int) {
      if let large = UInt64(try Interpreter.current.str(value)) { return large }
      throw .valueError("Overflow when unpacking long long")
    }
    if value.stringValue != nil {
      return try seed(Interpreter.current.call(.object(TypeObject.int), [value]))
    }
    throw .typeError(
      "int() argument must be a string, a bytes-like object or a real number, not '\(value.type.name)'")
  }

  static func value(of seed: UInt64) -> Value {
    if let small = Int(exactly: seed) { return .int(small) }
    return (try? Interpreter.current.execute(String(seed), name: "<seed>", mode: .expression)) ?? .float(Double(seed))
  }

  static func restore(_ generator: Generator, _ state: Value) throws(Raised) {
    guard let tensor = state.tensor else {
      throw .typeError("expected a torch.ByteTensor, but got \(state.type.name)")
    }
    guard tensor.dtype == .uint8 else { throw .typeError("RNG state must be a torch.ByteTensor") }
    let bytes = try converting { () throws(TensorError) in try tensor.values(UInt8.self) }
    if !generator.restore(state: bytes) {
      let size = Generator.standard.state.count
      throw .runtimeError("Expected a CPUGeneratorImplState of size \(size) but found the input RNG state size to be \(bytes.count)")
    }
  }
}
