import Data
import Tensors

/// The numbers 0 ..< count as a data set: what `range(n)` is to the recorded cases.
final class NumberDataset: Dataset {
  private let count: Int
  init(_ count: Int) { self.count = count }
  func length() throws(TensorError) -> Int { count }
  func item(at index: Int) throws(TensorError) -> OpValue { .int(index) }
}
