/// What ranges do.
enum RangeType {
  static func setUp() {
    TypeObject.range.isSubclassable = false
    TypeObject.range.extend(of: RangeObject.self) { t in
      t.doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object"
      t.slots.repr = { (value) throws(Raised) -> String in
        let range = range(value)
        return range.step == 1 ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
      }
      t.slots.bool = { (value) throws(Raised) -> Bool in range(value).count != 0 }
      t.slots.length = { (value) throws(Raised) -> Int in range(value).count }
      t.slots.hash = { (value) throws(Raised) -> Int in
        let range = range(value)
        let start: Value = range.count == 0 ? .none : .int(range.start)
        let step: Value = range.count <= 1 ? .none : .int(range.step)
        return try Interpreter.current.hash(.tuple([.int(range.count), start, step]))
      }
      t.slots.compare = { (op, lhs, rhs) throws(Raised) -> Value? in
        guard op == .equal || op == .notEqual else { return nil }
        guard let a = lhs.cast(to: RangeObject.self), let b = rhs.cast(to: RangeObject.self) else { return nil }
        let isEqual =
          a.count == b.count && (a.count == 0 || a.start == b.start) && (a.count <= 1 || a.step == b.step)
        return .bool(isEqual == (op == .equal))
      }
      t.slots.getItem = getItem
      t.slots.contains = { (container, item) throws(Raised) -> Bool in
        if let number = item.intValue { return position(of: number, in: range(container)) != nil }
        for i in 0..<range(container).count where try Interpreter.current.equal(.int(range(container)[i]), item) { return true }
        return false
      }
      t.slots.iterate = { (value) throws(Raised) -> Value in .object(RangeIteratorObject(range(value))) }
      t.construct("range(start=unset, stop=unset, step=unset, /)", "A range of integers.", construct)
      t.property("start") { range throws(Raised) -> Value in .int(range.start) }
      t.property("stop") { range throws(Raised) -> Value in .int(range.stop) }
      t.property("step") { range throws(Raised) -> Value in .int(range.step) }
      t.method("count(self, value, /)", "Return number of occurrences of value.") { range, call throws(Raised) -> Value in
        if let number = call[1].intValue { return .int(position(of: number, in: range) == nil ? 0 : 1) }
        return .int(try call.interpreter.contains(range.asValue, call[1]) ? 1 : 0)
      }
      t.method("index(self, value, /)", "Return index of value.") { range, call throws(Raised) -> Value in
        if let number = call[1].intValue, let position = position(of: number, in: range) { return .int(position) }
        if call[1].intValue == nil {
          for i in 0..<range.count where try call.interpreter.equal(.int(range[i]), call[1]) { return .int(i) }
          throw .valueError("sequence.index(x): x not in sequence")
        }
        throw .valueError("\(try call.interpreter.repr(call[1])) is not in range")
      }
      t.method("__reversed__(self)", "A reverse iterator over the range.") { range, _ throws(Raised) -> Value in
        .object(RangeIteratorObject(reversing: range))
      }
    }
  }

  private static func range(_ value: Value) -> RangeObject {
    guard let range = value.cast(to: RangeObject.self) else { preconditionFailure("slots of range are asked of ranges only") }
    return range
  }

  private static func construct(_ type: TypeObject, _ call: Arguments) throws(Raised) -> Value {
    guard call.isGiven(0) else { throw .typeError("range expected at least 1 argument, got 0") }
    func bound(_ index: Int) throws(Raised) -> Int {
      if case .int(let number) = call[index] { return number }
      return try call.interpreter.index(call[index])
    }
    guard call.isGiven(1) else { return .object(RangeObject(0, try bound(0))) }
    let (start, stop) = (try bound(0), try bound(1))
    let step = call.isGiven(2) ? try bound(2) : 1
    if step == 0 { throw .valueError("range() arg 3 must not be zero") }
    return .object(RangeObject(start, stop, step))
  }

  private static func getItem(_ container: Value, _ index: Value) throws(Raised) -> Value {
    let range = range(container)
    if index.intValue == nil, index.bigInt != nil { throw .indexError("range object index out of range") }
    if let position = try Interpreter.current.position(index, in: range.count, "range object index out of range") {
      return .int(range[position])
    }
    guard let slice = index.cast(to: SliceObject.self) else {
      throw .typeError("range indices must be integers or slices, not \(index.type.name)")
    }
    let (start, step, count) = try slice.resolved(length: range.count)
    let newStep = range.step &* step
    let newStart = range.start &+ start &* range.step
    return .object(RangeObject(newStart, newStart &+ count &* newStep, newStep))
  }

  /// Where a number stands in a range.
  private static func position(of number: Int, in range: RangeObject) -> Int? {
    guard range.count > 0 else { return nil }
    let last = range[range.count - 1]
    guard range.step > 0 ? number >= range.start && number <= last : number <= range.start && number >= last else { return nil }
    let distance = UInt(bitPattern: range.step > 0 ? number &- range.start : range.start &- number)
    let width = range.step.magnitude
    return distance % width == 0 ? Int(distance / width) : nil
  }
}

extension RangeObject {
  /// The number at a position in range.
  subscript(index: Int) -> Int { start &+ index &* step }
}
