import Tensors

/// A collection of items that can be asked for by number.
package protocol Dataset: AnyObject {
  /// How many items there are; a data set of a script may not know.
  func length() throws(TensorError) -> Int
  /// The item at a position that exists.
  func item(at index: Int) throws(TensorError) -> OpValue
  /// The collated items at these positions, where that is quicker than item by item; the result must be the same. nil: it is not.
  func batch(at indices: [Int]) throws(TensorError) -> OpValue?
}

extension Dataset {
  package func batch(at indices: [Int]) throws(TensorError) -> OpValue? { nil }

  /// The item at `index`, counted from the end if it is negative.
  package func item(atAnyIndex index: Int, named name: String = "index") throws(TensorError) -> OpValue {
    let count = try length()
    let position = index < 0 ? index &+ count : index
    guard position >= 0 && position < count else { throw .itemOutOfRange(index, count: count) }
    return try item(at: position)
  }
}

/// Items made of the rows of several tensors of equal length.
package final class TensorDataset: Dataset {
  package let tensors: [Tensor]

  package init(_ tensors: [Tensor]) throws(TensorError) {
    for tensor in tensors {
      guard let size = tensor.shape.first, size == tensors[0].shape.first else {
        throw TensorError(.assertion, "Size mismatch between tensors")
      }
    }
    self.tensors = tensors
  }

  package func length() throws(TensorError) -> Int {
    guard let first = tensors.first else { throw .index("tuple index out of range") }
    return first.shape[0]
  }

  package func item(at index: Int) throws(TensorError) -> OpValue {
    var items: [OpValue] = []
    for tensor in tensors { items.append(.tensor(try tensor.select(0, index))) }
    return .tuple(items)
  }

  package func batch(at indices: [Int]) throws(TensorError) -> OpValue? {
    let count = tensors[0].shape[0]
    guard indices.allSatisfy({ $0 >= 0 && $0 < count }) else { return nil }
    var columns: [OpValue] = []
    for tensor in tensors { columns.append(.tensor(try rows(of: tensor, at: indices))) }
    return .list(columns)
  }
}

/// Some of the items of another data set.
package final class Subset: Dataset {
  package let base: any Dataset
  package let indices: [Int]

  package init(_ base: any Dataset, indices: [Int]) {
    self.base = base
    self.indices = indices
  }

  package func length() throws(TensorError) -> Int { indices.count }
  package func item(at index: Int) throws(TensorError) -> OpValue { try base.item(atAnyIndex: indices[index]) }

  package func batch(at positions: [Int]) throws(TensorError) -> OpValue? {
    guard positions.allSatisfy({ indices.indices.contains($0) }) else { return nil }
    return try base.batch(at: positions.map { indices[$0] })
  }
}

/// Several data sets, one after the other.
package final class ConcatDataset: Dataset {
  package let parts: [any Dataset]
  /// The position after the last item of each part.
  package let cumulativeSizes: [Int]

  package init(_ parts: [any Dataset]) throws(TensorError) {
    if parts.isEmpty { throw TensorError(.assertion, "datasets should not be an empty iterable") }
    self.parts = parts
    var total = 0
    var sizes: [Int] = []
    for part in parts {
      total += try part.length()
      sizes.append(total)
    }
    cumulativeSizes = sizes
  }

  package func length() throws(TensorError) -> Int { cumulativeSizes.last ?? 0 }

  package func item(at index: Int) throws(TensorError) -> OpValue {
    var start = 0
    for (part, end) in zip(parts, cumulativeSizes) {
      if index < end { return try part.item(at: index - start) }
      start = end
    }
    throw .itemOutOfRange(index, count: start)
  }
}

extension TensorError {
  static func itemOutOfRange(_ index: Int, count: Int) -> TensorError {
    .index("index \(index) is out of bounds for dimension 0 with size \(count)")
  }
}
