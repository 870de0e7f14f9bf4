import Tensors

/// Goes through a data set in batches.
///
/// Random numbers are drawn as PyTorch's loader without worker processes draws them: a base seed at the start of every pass, the
/// shuffle's seed at the first batch. `num_workers` is accepted and changes nothing.
/// Reference: https://pytorch.org/docs/stable/data.html
package final class DataLoader {
  package let dataset: any Dataset
  /// nil: items are given one by one, as they are.
  package let batchSize: Int?
  package let dropLast: Bool
  package let sampler: any Sampler
  package let batches: (any BatchSource)?
  private let collate: (([OpValue]) throws(TensorError) -> OpValue)?
  private let generator: Generator?

  /// How the items are put in order and in batches; the names are those of the constructor's parameters.
  package struct Options {
    package var batchSize: Int? = 1
    package var shuffle = false
    package var sampler: (any Sampler)?
    package var batchSampler: (any BatchSource)?
    package var workerCount = 0
    /// Makes one batch of a list of items; nil stands for the usual way.
    package var collate: (([OpValue]) throws(TensorError) -> OpValue)?
    package var dropLast = false
    package var timeout = 0.0
    package var generator: Generator?

    package init() {}
  }

  package init(_ dataset: any Dataset, _ options: Options = Options()) throws(TensorError) {
    if options.workerCount < 0 { throw .negativeWorkerCount() }
    if options.timeout < 0 { throw .value("timeout option should be non-negative") }
    if options.sampler != nil && options.shuffle { throw .value("sampler option is mutually exclusive with shuffle") }
    if options.batchSampler != nil {
      if options.batchSize != 1 || options.shuffle || options.sampler != nil || options.dropLast {
        throw .value("batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last")
      }
    } else if options.batchSize == nil && options.dropLast {
      throw .value(
        "batch_size=None option disables auto-batching and is mutually exclusive with drop_last")
    }
    self.dataset = dataset
    collate = options.collate
    generator = options.generator
    dropLast = options.dropLast
    let count = { () throws(TensorError) in try dataset.length() }
    if let given = options.sampler {
      sampler = given
    } else if options.shuffle {
      sampler = try RandomSampler(count: count, generator: options.generator)
    } else {
      sampler = SequentialSampler(count: count)
    }
    if let given = options.batchSampler {
      batches = given
      batchSize = nil
    } else if let size = options.batchSize {
      batches = try BatchSampler(sampler, batchSize: size, dropLast: options.dropLast)
      batchSize = size
    } else {
      batches = nil
      batchSize = nil
    }
  }

  /// How many batches one pass gives.
  package func length() throws(TensorError) -> Int {
    if let count = try batches?.length() { return count }
    if batches == nil, let count = try sampler.length() { return count }
    throw .type("object of type 'DataLoader' has no len()")
  }

  /// Starts a pass.
  package func start() throws(TensorError) -> Pass {
    // The base seed is for worker processes; it is drawn all the same, and later random numbers depend on that.
    _ = (generator ?? .standard).nextSeed()
    return Pass(self, try batches?.start(), batches == nil ? try sampler.start() : nil)
  }

  /// One pass through the data set.
  package final class Pass {
    private let loader: DataLoader
    private let batches: (any BatchPass)?
    private let items: (any SamplerPass)?

    init(_ loader: DataLoader, _ batches: (any BatchPass)?, _ items: (any SamplerPass)?) {
      self.loader = loader
      self.batches = batches
      self.items = items
    }

    /// The next batch; nil at the end.
    package func next() throws(TensorError) -> OpValue? {
      if let batches { return try batches.next().map { indices throws(TensorError) in try loader.batch(at: indices) } }
      guard let index = try items?.next() else { return nil }
      let item = try loader.dataset.item(atAnyIndex: index)
      if let collate = loader.collate { return try collate([item]) }
      return item
    }
  }

  private func batch(at indices: [Int]) throws(TensorError) -> OpValue {
    if collate == nil, let batch = try dataset.batch(at: indices) { return batch }
    var items: [OpValue] = []
    items.reserveCapacity(indices.count)
    for index in indices { items.append(try dataset.item(at: index)) }
    if let collate { return try collate(items) }
    return try defaultCollate(items)
  }
}

extension TensorError {
  static func negativeWorkerCount() -> TensorError {
    .value("num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.")
  }
}
