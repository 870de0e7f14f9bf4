/// How far an iteration has come.
package struct LoopProgress {
  /// The elements handed out.
  package var done: Int
  /// All elements, where that is known.
  package var total: Int?
  /// What an element is called: `batches`; empty for mere turns.
  package var unit = ""
  /// What the loop is called, where somebody gave it a name.
  package var label: String?
  /// What is to be shown with it.
  package var note = ""

  /// Makes a state of an iteration.
  package init(done: Int, total: Int?, unit: String = "", label: String? = nil, note: String = "") {
    self.done = done
    self.total = total
    self.unit = unit
    self.label = label
    self.note = note
  }
}

/// A `for` loop of the running script.
package struct LoopUnderWay {
  /// The iterator, to know the loop again by.
  package let iterator: ObjectIdentifier
  /// The place of its frame on the stack.
  package let frame: Int
  /// How far it has come.
  package let progress: LoopProgress
}

extension Interpreter {
  /// How far an iterator has come; nil for those that do not know.
  func progress(of iterator: Value) -> LoopProgress? {
    guard case .object(let object) = iterator else { return nil }
    switch object {
    case let range as RangeIteratorObject: return LoopProgress(done: range.count &- range.remaining, total: range.count)
    case let list as ListIteratorObject:
      guard let elements = list.list else { return nil }
      return LoopProgress(done: list.index, total: elements.used)
    case let iterator as IteratorObject: return iterator.progress?()
    default: return nil
    }
  }

  /// The loops of the running script whose progress is known, outermost first. Nothing is counted while they run: iterators know
  /// where they are.
  package var loopsUnderWay: [LoopUnderWay] {
    var loops: [LoopUnderWay] = []
    for index in 0..<frameCount {
      let frame = frames[index]
      let code = frame.code.takeUnretainedValue()
      // Behind the variables stand the temporaries, among them the iterators of loops, in the order of nesting.
      let first = min(code.parameterCount + code.localCount + 1, code.registerCount)
      for register in first..<code.registerCount {
        guard (frame.base + register).isObject, case .object(let object) = frame.base[register] else { continue }
        if let progress = progress(of: .object(object)) {
          loops.append(LoopUnderWay(iterator: ObjectIdentifier(object), frame: index, progress: progress))
        }
      }
    }
    return loops
  }
}
