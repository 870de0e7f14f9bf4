import Tensors

/// An order in which the items of a data set are taken.
package protocol Sampler: AnyObject {
  /// How many indices one pass gives, if that is known.
  func length() throws(TensorError) -> Int?
  /// Starts a pass. Random numbers are drawn at the first index, not before.
  func start() throws(TensorError) -> any SamplerPass
}

/// One pass through a sampler.
package protocol SamplerPass: AnyObject {
  /// The next index; nil at the end, and from then on.
  func next() throws(TensorError) -> Int?
}

/// A pass that computes its indices piece by piece, each piece when it is first needed.
package final class PiecewisePass: SamplerPass {
  private var piece: ArraySlice<Int> = []
  private var nextPiece: (() throws(TensorError) -> [Int]?)?

  /// `nextPiece` gives nil at the end; it is not asked again then. A piece may be empty.
  package init(_ nextPiece: @escaping () throws(TensorError) -> [Int]?) { self.nextPiece = nextPiece }

  package func next() throws(TensorError) -> Int? {
    while piece.isEmpty {
      guard let more = try nextPiece?() else {
        nextPiece = nil
        return nil
      }
      piece = more[...]
    }
    return piece.removeFirst()
  }
}

/// The items in their own order.
package final class SequentialSampler: Sampler {
  private let source: () throws(TensorError) -> Int

  package init(count source: @escaping () throws(TensorError) -> Int) { self.source = source }

  package func length() throws(TensorError) -> Int? { try source() }

  package func start() throws(TensorError) -> any SamplerPass {
    let count = try source()
    var given = false
    return PiecewisePass { () throws(TensorError) in
      if given { return nil }
      given = true
      return Array(0..<count)
    }
  }
}

/// Fixed indices; what a list given as sampler stands for.
package final class ListSampler: Sampler {
  private let indices: [Int]

  package init(_ indices: [Int]) { self.indices = indices }

  package func length() throws(TensorError) -> Int? { indices.count }

  package func start() throws(TensorError) -> any SamplerPass {
    var given = false
    let indices = self.indices
    return PiecewisePass { () throws(TensorError) in
      if given { return nil }
      given = true
      return indices
    }
  }
}
