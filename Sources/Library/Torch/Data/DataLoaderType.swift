import Data
import Interpreter
import Tensors

/// What scripts hold when they hold a data loader.
final class DataLoaderInstance: Object {
  var loader: DataLoader?
  /// What goes through a data set that has no positions.
  var stream: IterableLoader?
  var arguments: [String: Value] = [:]

  override init(_ type: TypeObject) { super.init(type) }

  func initialised() throws(Raised) -> DataLoader {
    guard let loader else { throw .attributeError("'\(type.name)' object has no attribute 'dataset'") }
    return loader
  }
}

/// The class `torch.utils.data.DataLoader`.
enum DataLoaderType {
  private static let parameters = [
    "dataset", "batch_size", "shuffle", "sampler", "batch_sampler", "num_workers", "collate_fn", "pin_memory", "drop_last",
    "timeout",
    "worker_init_fn", "multiprocessing_context", "generator", "prefetch_factor", "persistent_workers", "pin_memory_device",
  ]

  static let type: TypeObject = TypeObject.native(
    "DataLoader", module: "torch.utils.data.dataloader", of: DataLoaderInstance.self
  ) { t in
    t.doc = "Goes through a data set in batches."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in DataLoaderInstance(type) }
    t.method(
      "__init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0, collate_fn=None, "
        + "pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None, multiprocessing_context=None, generator=None, *, "
        + "prefetch_factor=None, persistent_workers=False, pin_memory_device='', in_order=True)"
    ) { instance, call throws(Raised) in
      for (position, name) in parameters.enumerated() { instance.arguments[name] = call[position + 1] }
      let options = try options(call)
      if call[1].isInstance(of: DatasetTypes.iterable) {
        instance.stream = try IterableLoader(call[1], options)
        return .none
      }
      let dataset = ScriptDataset.of(call[1])
      instance.loader = try converting { () throws(TensorError) in try DataLoader(dataset, options) }
      return .none
    }
    t.method("__len__(self)", "The number of batches.") { instance, _ throws(Raised) in
      if let stream = instance.stream { return .int(try stream.length()) }
      let loader = try instance.initialised()
      return .int(try converting { () throws(TensorError) in try loader.length() })
    }
    t.method("__iter__(self)", "Starts a pass.") { instance, _ throws(Raised) in
      if let stream = instance.stream { return try stream.iterator(iteratorType) }
      return try iterator(try instance.initialised())
    }
    for name in parameters where name != "sampler" && name != "batch_sampler" && name != "shuffle" {
      t.property(name) { instance throws(Raised) in instance.arguments[name] ?? .none }
    }
  }

  private static let iteratorType: TypeObject = TypeObject.native(
    "_SingleProcessDataLoaderIter", module: "torch.utils.data.dataloader", bases: [.iterator], of: IteratorObject.self
  ) { _ in }

  private static func iterator(_ loader: DataLoader) throws(Raised) -> Value {
    let pass = try converting { () throws(TensorError) in try loader.start() }
    var batches = 0
    let advance: () throws(Raised) -> Value? = { () throws(Raised) in
      try Interpreter.current.safePoint()
      guard let batch = try converting({ () throws(TensorError) in try pass.next() }) else { return nil }
      batches += 1
      return Value(batch)
    }
    let iterator = IteratorObject(iteratorType, advance)
    var total: Int??
    iterator.progress = {
      if total == nil { total = .some(try? loader.length()) }
      return LoopProgress(done: batches, total: total ?? nil, unit: "batches")
    }
    return iterator.asValue
  }

  private static func options(_ call: ScriptCall) throws(Raised) -> DataLoader.Options {
    var options = DataLoader.Options()
    if call[2].isNone {
      options.batchSize = nil
    } else if let size = call[2].intValue, call[2].boolValue == nil {
      options.batchSize = size
    } else {
      throw .valueError(
        "batch_size should be a positive integer value, but got batch_size=\(try call.interpreter.str(call[2]))")
    }
    options.shuffle = call.has(3) ? try call.bool(3) : false
    if call.has(4) { options.sampler = SamplerTypes.sampler(of: call[4]) }
    if call.has(5) { options.batchSampler = SamplerTypes.batches(of: call[5]) }
    options.workerCount = try call.int(6)
    if call.has(7) { options.collate = collation(call[7]) }
    options.dropLast = try call.bool(9)
    options.timeout = try call.double(10)
    options.generator = SamplerTypes.generator(call[13])
    return options
  }

  private static func collation(_ function: Value) -> ([OpValue]) throws(TensorError) -> OpValue {
    { items throws(TensorError) in
      try foreign { () throws(Raised) in
        try OpValue(Interpreter.current.call(function, [.list(items.map { Value($0) })]))
      }
    }
  }
}

/// The modules `torch.utils` and `torch.utils.data`.
enum DataModules {
  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("torch.utils") { _ throws(Raised) in ModuleObject("torch.utils").asValue }
    interpreter.registerModule("torch.utils.data", build)
    for name in ["torch.utils.model_zoo", "torch.hub"] {
      interpreter.registerModule(name) { _ throws(Raised) in
        let module = ModuleObject(name, doc: "Weights from the network, which Lectern does not fetch.")
        for function in ["load_url", "load_state_dict_from_url"] {
          module.function(
            "\(function)(url, model_dir=None, map_location=None, progress=True, check_hash=False, file_name=None)"
          ) {
            call throws(Raised) in
            throw .notImplementedError(
              "\(name).\(call.functionName): Lectern does not download weights; fetch \(try call.interpreter.str(call[0])) yourself and "
                + "use torch.load")
          }
        }
        return module.asValue
      }
    }
    for name in ["dataset", "dataloader", "sampler"] {
      interpreter.registerModule("torch.utils.data.\(name)") { interpreter throws(Raised) in
        try interpreter.importModule("torch.utils.data")
      }
    }
  }

  private static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let data = ModuleObject("torch.utils.data", doc: "Data sets, samplers and loaders.")
    let types = [
      DatasetTypes.base, DatasetTypes.iterable, DatasetTypes.tensorDataset, DatasetTypes.subset, DatasetTypes.concat,
      DataLoaderType.type, SamplerTypes.base,
    ]
    for type in types + SamplerTypes.all { data.set(type.name, type.asValue) }
    data.function("random_split(dataset, lengths, generator=None)", "Deals a data set out at random into parts.") {
      call throws(Raised) in
      let whole = call[0]
      let source = SamplerTypes.generator(call[2]) ?? .standard
      let lengths = try call.interpreter.elements(of: call[1])
      let dataset = ScriptDataset.of(whole)
      let sizes = lengths.compactMap { value -> Int? in if case .int(let size) = value { size } else { nil } }
      let parts: [Subset] = try converting { () throws(TensorError) in
        let length = try dataset.length()
        if sizes.count == lengths.count, !sizes.isEmpty, sizes.reduce(0, &+) != 1 || length == 1 {
          return try randomSplit(dataset, lengths: sizes, generator: source)
        }
        return try randomSplit(dataset, fractions: lengths.map { $0.doubleValue ?? -1 }, generator: source)
      }
      return .list(parts.map { DatasetTypes.subset($0, of: whole) })
    }
    data.function("get_worker_info()", "Always None: there are no worker processes.") { _ throws(Raised) in .none }
    data.function("default_collate(batch)", "Makes one batch of a list of items.") { call throws(Raised) in
      var items: [OpValue] = []
      for value in try call.interpreter.elements(of: call[0]) { items.append(try OpValue(sample: value)) }
      return Value(try converting { () throws(TensorError) in try defaultCollate(items) })
    }
    return data.asValue
  }
}
