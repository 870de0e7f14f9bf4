import Data
import Interpreter
import Tensors

/// What scripts hold when they hold a sampler.
final class SamplerInstance: Object {
  var sampler: (any Sampler)?
  var batches: (any BatchSource)?

  override init(_ type: TypeObject) { super.init(type) }
}

/// A sampler written in a script: `__iter__` gives indices.
private final class ScriptSampler: Sampler {
  let value: Value
  init(_ value: Value) { self.value = value }

  func length() throws(TensorError) -> Int? {
    try foreign { () throws(Raised) in
      do throws(Raised) { return try Interpreter.current.length(value) } catch {
        if error.typeName == "TypeError" { return nil }
        throw error
      }
    }
  }

  func start() throws(TensorError) -> any SamplerPass {
    let iterator = try foreign { () throws(Raised) in try Interpreter.current.iterator(of: value) }
    return PiecewisePass { () throws(TensorError) in
      try foreign { () throws(Raised) in
        guard let next = try Interpreter.current.next(iterator) else { return nil }
        return [try Interpreter.current.index(next)]
      }
    }
  }
}

/// A batch sampler written in a script: `__iter__` gives lists of indices.
private final class ScriptBatches: BatchSource {
  let value: Value
  init(_ value: Value) { self.value = value }

  func length() throws(TensorError) -> Int? { try ScriptSampler(value).length() }

  func start() throws(TensorError) -> any BatchPass {
    Pass(try foreign { () throws(Raised) in try Interpreter.current.iterator(of: value) })
  }

  private final class Pass: BatchPass {
    let iterator: Value
    init(_ iterator: Value) { self.iterator = iterator }

    func next() throws(TensorError) -> [Int]? {
      try foreign { () throws(Raised) in
        guard let next = try Interpreter.current.next(iterator) else { return nil }
        var indices: [Int] = []
        for element in try Interpreter.current.elements(of: next) { indices.append(try Interpreter.current.index(element)) }
        return indices
      }
    }
  }
}

/// The classes of samplers.
enum SamplerTypes {
  static func sampler(of value: Value) -> any Sampler {
    if let instance = value.object as? SamplerInstance, let native = instance.sampler, !instance.type.isScriptDefined {
      return native
    }
    return ScriptSampler(value)
  }

  static func batches(of value: Value) -> any BatchSource {
    if let instance = value.object as? SamplerInstance, let native = instance.batches, !instance.type.isScriptDefined {
      return native
    }
    return ScriptBatches(value)
  }

  static let base: TypeObject = TypeObject.native("Sampler", module: "torch.utils.data.sampler", of: SamplerInstance.self) {
    t in
    t.doc = "An order in which the items of a data set are taken; scripts derive from it."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in SamplerInstance(type) }
    t.method("__init__(self, *args, **kwargs)") { _, _ throws(Raised) in .none }
  }

  private static func make(
    _ signature: String, _ build: @escaping (SamplerInstance, ScriptCall) throws(Raised) -> Void
  ) -> TypeObject {
    let open = signature.firstIndex(of: "(") ?? signature.endIndex
    let parameters = signature[open...].dropFirst()
    return TypeObject.native(
      String(signature[..<open]), module: "torch.utils.data.sampler", bases: [base], of: SamplerInstance.self
    ) { t in
      t.method("__init__(self, \(parameters)") { instance, call throws(Raised) in
        try build(instance, call)
        return .none
      }
      t.method("__len__(self)") { instance, _ throws(Raised) in
        let (sampler, batches) = (instance.sampler, instance.batches)
        let count = try converting { () throws(TensorError) -> Int? in
          if let sampler { return try sampler.length() }
          return try batches?.length()
        }
        guard let count else { throw .typeError("object of type '\(instance.type.name)' has no len()") }
        return .int(count)
      }
      t.method("__iter__(self)") { instance, _ throws(Raised) in try iterator(instance) }
    }
  }

  private static func iterator(_ instance: SamplerInstance) throws(Raised) -> Value {
    if let batches = instance.batches {
      let pass = try converting { () throws(TensorError) in try batches.start() }
      let advance: () throws(Raised) -> Value? = { () throws(Raised) in
        let next = try converting { () throws(TensorError) in try pass.next() }
        return next.map { indices in .list(indices.map { .int($0) }) }
      }
      return IteratorObject(.iterator, advance).asValue
    }
    guard let sampler = instance.sampler else { throw .notImplementedError("Sampler.__iter__") }
    let pass = try converting { () throws(TensorError) in try sampler.start() }
    let advance: () throws(Raised) -> Value? = { () throws(Raised) in
      let next = try converting { () throws(TensorError) in try pass.next() }
      return next.map { .int($0) }
    }
    return IteratorObject(.iterator, advance).asValue
  }

  static let all: [TypeObject] = [
    make("SequentialSampler(data_source)") { instance, call throws(Raised) in
      let dataset = ScriptDataset.of(call[1])
      instance.sampler = SequentialSampler { () throws(TensorError) in try dataset.length() }
    },
    make("RandomSampler(data_source, replacement=False, num_samples=None, generator=None)") { instance, call throws(Raised) in
      let dataset = ScriptDataset.of(call[1])
      guard let replacement = call[2].boolValue else {
        throw .typeError("replacement should be a boolean value, but got replacement=\(try call.interpreter.repr(call[2]))")
      }
      let count = call.has(3) ? try sampleCount(call[3]) : nil
      let source = generator(call[4])
      instance.sampler = try converting { () throws(TensorError) in
        try RandomSampler(
          count: { () throws(TensorError) in try dataset.length() }, replacement: replacement, sampleCount: count,
          generator: source)
      }
    },
    make("SubsetRandomSampler(indices, generator=None)") { instance, call throws(Raised) in
      instance.sampler = SubsetRandomSampler(try indices(call[1]), generator: generator(call[2]))
    },
    make("WeightedRandomSampler(weights, num_samples, replacement=True, generator=None)") { instance, call throws(Raised) in
      var weights: [Double] = []
      for value in try call.interpreter.elements(of: call[1]) { weights.append(try call.interpreter.double(value)) }
      let (count, replacement, source) = (try sampleCount(call[2]), try call.bool(3), generator(call[4]))
      instance.sampler = try converting { () throws(TensorError) in
        try WeightedRandomSampler(weights: weights, sampleCount: count, replacement: replacement, generator: source)
      }
    },
    make("BatchSampler(sampler, batch_size, drop_last)") { instance, call throws(Raised) in
      let sampler = SamplerTypes.sampler(of: call[1])
      guard let size = call[2].intValue, call[2].boolValue == nil else {
        throw .valueError(
          "batch_size should be a positive integer value, but got batch_size=\(try call.interpreter.str(call[2]))")
      }
      guard let drop = call[3].boolValue else {
        throw .valueError("drop_last should be a boolean value, but got drop_last=\(try call.interpreter.str(call[3]))")
      }
      instance.batches = try converting { () throws(TensorError) in try BatchSampler(sampler, batchSize: size, dropLast: drop) }
    },
  ]

  static func generator(_ value: Value) -> Generator? { (value.object as? GeneratorObject)?.generator }

  private static func indices(_ value: Value) throws(Raised) -> [Int] {
    var indices: [Int] = []
    for element in try Interpreter.current.elements(of: value) { indices.append(try Interpreter.current.index(element)) }
    return indices
  }

  private static func sampleCount(_ value: Value) throws(Raised) -> Int {
    guard let count = value.intValue, value.boolValue == nil else {
      throw .valueError(
        "num_samples should be a positive integer value, but got num_samples=\(try Interpreter.current.repr(value))")
    }
    return count
  }
}
