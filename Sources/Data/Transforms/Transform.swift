import Tensors

/// A change made to each item of a data set when it is asked for.
package protocol Transform: AnyObject {
  /// The changed item.
  func apply(_ value: OpValue) throws(TensorError) -> OpValue
  /// The transform's text.
  var text: String { get }
  /// Carries on from what earlier transforms make of a grey byte; nil if this one cannot be done byte by byte.
  func table(after table: ByteTable?) -> ByteTable?
}

extension Transform {
  package func table(after table: ByteTable?) -> ByteTable? { nil }
}

/// What transforms that work on each pixel alone make of each byte: with it a batch is gathered in one pass, and every value is
/// the one that the transforms compute one by one.
package struct ByteTable {
  /// The result for each byte.
  package var values: [Float]
}

/// A function of the script's as a transform.
package final class FunctionTransform: Transform {
  private let function: HostFunction

  package init(_ function: HostFunction) { self.function = function }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue { try function([value]) }
  package var text: String { function.text }
}

extension OpValue {
  /// The transform that a value stands for: one of ours, or anything that can be called.
  package func transform() throws(TensorError) -> (any Transform)? {
    switch self {
    case .none: return nil
    case .object(let transform as any Transform, _): return transform
    case .object(let function as HostFunction, _): return FunctionTransform(function)
    default: throw .type("'\(typeName)' object is not callable")
    }
  }
}
