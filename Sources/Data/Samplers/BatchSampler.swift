import Tensors

/// Groups of indices, one for each batch.
package protocol BatchSource: AnyObject {
  /// How many batches one pass gives, if that is known.
  func length() throws(TensorError) -> Int?
  /// Starts a pass.
  func start() throws(TensorError) -> any BatchPass
}

/// One pass through the batches.
package protocol BatchPass: AnyObject {
  /// The next batch's indices; nil at the end.
  func next() throws(TensorError) -> [Int]?
}

/// Consecutive groups of another sampler's indices.
package final class BatchSampler: BatchSource {
  package let sampler: any Sampler
  package let batchSize: Int
  package let dropLast: Bool

  package init(_ sampler: any Sampler, batchSize: Int, dropLast: Bool) throws(TensorError) {
    if batchSize <= 0 { throw .badBatchSize("\(batchSize)") }
    self.sampler = sampler
    self.batchSize = batchSize
    self.dropLast = dropLast
  }

  package func length() throws(TensorError) -> Int? {
    guard let count = try sampler.length() else { return nil }
    return dropLast ? count / batchSize : count / batchSize + (count % batchSize == 0 ? 0 : 1)
  }

  package func start() throws(TensorError) -> any BatchPass {
    Pass(try sampler.start(), batchSize: batchSize, dropLast: dropLast)
  }

  private final class Pass: BatchPass {
    private let indices: any SamplerPass
    private let batchSize: Int
    private let dropLast: Bool

    init(_ indices: any SamplerPass, batchSize: Int, dropLast: Bool) {
      self.indices = indices
      self.batchSize = batchSize
      self.dropLast = dropLast
    }

    func next() throws(TensorError) -> [Int]? {
      var batch: [Int] = []
      while batch.count < batchSize, let index = try indices.next() { batch.append(index) }
      return batch.isEmpty || (dropLast && batch.count < batchSize) ? nil : batch
    }
  }
}

extension TensorError {
  static func badBatchSize(_ found: String) -> TensorError {
    .value("batch_size should be a positive integer value, but got batch_size=\(found)")
  }
}
