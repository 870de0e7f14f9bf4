import Interpreter

/// What scripts hold when they hold a `tqdm`: it counts, and the session's progress line shows the count.
final class TqdmObject: Object {
  var iterable: Value = .none
  var count = 0
  var total: Int?
  var description = ""
  var unit = ""
  var note = ""
  var isDisabled = false
  /// Whether a `for` loop turns it; then the loop tells of it.
  var isIterated = false
  private(set) var isClosed = false

  /// The bars that are counted up by `update`, in the order of their making.
  nonisolated(unsafe) private static var bars: [WeakBar] = []

  private struct WeakBar {
    weak var bar: TqdmObject?
  }

  override init(_ type: TypeObject) {
    super.init(type)
    Self.bars.removeAll { $0.bar == nil }
    Self.bars.append(WeakBar(bar: self))
  }

  /// The open bars that no loop turns.
  static var updatedByHand: [TqdmObject] {
    bars.compactMap(\.bar).filter { !$0.isIterated && !$0.isClosed && !$0.isDisabled && $0.count > 0 }
  }

  /// The bar is not shown any more.
  func close() {
    isClosed = true
    Self.bars.removeAll { $0.bar == nil || $0.bar === self }
  }

  /// Goes through the iterable and counts.
  func iterator(_ interpreter: Interpreter) throws(Raised) -> Value {
    guard !iterable.isNone else { throw .typeError("'NoneType' object is not iterable") }
    let source = try interpreter.iterator(of: iterable)
    isIterated = true
    let iterator = IteratorObject { [self] () throws(Raised) in
      guard let element = try interpreter.next(source) else {
        close()
        return nil
      }
      count &+= 1
      return element
    }
    iterator.progress = { [self] in
      guard !isDisabled, !isClosed else { return nil }
      return LoopProgress(
        done: count, total: total, unit: unit, label: description.isEmpty ? nil : description, note: note)
    }
    return .object(iterator)
  }
}
