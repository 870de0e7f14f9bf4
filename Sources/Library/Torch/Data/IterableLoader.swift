import Data
import Interpreter
import Tensors

/// Goes in batches through a data set that only gives its items one after the other.
final class IterableLoader {
  private let dataset: Value
  private let options: DataLoader.Options

  init(_ dataset: Value, _ options: DataLoader.Options) throws(Raised) {
    func refuse(_ what: String) -> Raised {
      .valueError("DataLoader with IterableDataset: expected unspecified \(what)")
    }
    if options.shuffle { throw refuse("shuffle option, but got shuffle=True") }
    if options.sampler != nil { throw refuse("sampler option") }
    if options.batchSampler != nil { throw refuse("batch_sampler option") }
    if let size = options.batchSize, size <= 0 {
      throw .valueError("batch_size should be a positive integer value, but got batch_size=\(size)")
    }
    self.dataset = dataset
    self.options = options
  }

  /// The number of batches, where the data set knows how many items it gives.
  func length() throws(Raised) -> Int {
    let count = try Interpreter.current.length(dataset)
    guard let size = options.batchSize else { return count }
    return options.dropLast ? count / size : (count + size - 1) / size
  }

  /// One pass.
  func iterator(_ type: TypeObject) throws(Raised) -> Value {
    _ = (options.generator ?? .standard).nextSeed()
    let items = try Interpreter.current.iterator(of: dataset)
    let advance: () throws(Raised) -> Value? = { [self] () throws(Raised) in
      try Interpreter.current.safePoint()
      guard let size = options.batchSize else {
        guard let item = try Interpreter.current.next(items) else { return nil }
        return try collated([OpValue(sample: item)], alone: true)
      }
      var batch: [OpValue] = []
      while batch.count < size, let item = try Interpreter.current.next(items) { batch.append(try OpValue(sample: item)) }
      if batch.isEmpty || options.dropLast && batch.count < size { return nil }
      return try collated(batch, alone: false)
    }
    return IteratorObject(type, advance).asValue
  }

  private func collated(_ items: [OpValue], alone: Bool) throws(Raised) -> Value {
    let collate = options.collate
    return Value(
      try converting { () throws(TensorError) in
        if let collate { return try collate(items) }
        return alone ? items[0] : try defaultCollate(items)
      })
  }
}
