/// What slice objects do.
enum SliceType {
  static func setUp() {
    TypeObject.slice.isSubclassable = false
    TypeObject.slice.extend(of: SliceObject.self) { t in
      t.doc = "slice(stop)\nslice(start, stop[, step])"
      t.slots.repr = { (value) throws(Raised) -> String in
        let slice = slice(value)
        let interpreter = Interpreter.current
        let texts = (try interpreter.repr(slice.start), try interpreter.repr(slice.stop), try interpreter.repr(slice.step))
        return "slice(\(texts.0), \(texts.1), \(texts.2))"
      }
      t.slots.hash = { (value) throws(Raised) -> Int in throw .unhashable(value) }
      t.slots.compare = { (op, lhs, rhs) throws(Raised) -> Value? in
        guard let a = lhs.cast(to: SliceObject.self), let b = rhs.cast(to: SliceObject.self) else { return nil }
        return try Interpreter.current.compare(
          op, .tuple([a.start, a.stop, a.step]), .tuple([b.start, b.stop, b.step]))
      }
      t.construct("slice(start=unset, stop=unset, step=None, /)", "A slice object.") { type, call throws(Raised) -> Value in
        guard call.isGiven(0) else { throw .typeError("slice expected at least 1 argument, got 0") }
        if call.isGiven(1) { return .object(SliceObject(call[0], call[1], call[2])) }
        return .object(SliceObject(.none, call[0], .none))
      }
      t.property("start") { slice throws(Raised) -> Value in slice.start }
      t.property("stop") { slice throws(Raised) -> Value in slice.stop }
      t.property("step") { slice throws(Raised) -> Value in slice.step }
      t.method("indices(self, len, /)", "Start, stop and step for a sequence of a length.") {
        slice, call throws(Raised) -> Value in
        let length = try call.int(1)
        if length < 0 { throw .valueError("length should not be negative") }
        let (givenStart, givenStop, givenStep) = try slice.integers()
        let step = givenStep ?? 1
        if step == 0 { throw .valueError("slice step cannot be zero") }
        let lowest = step > 0 ? 0 : -1
        let highest = step > 0 ? length : length - 1
        func clip(_ index: Int?, _ fallback: Int) -> Value {
          guard var index else { return .int(fallback) }
          if index < 0 { index &+= length }
          return .int(Swift.min(Swift.max(index, lowest), highest))
        }
        return .tuple([clip(givenStart, step > 0 ? 0 : length - 1), clip(givenStop, step > 0 ? length : -1), .int(step)])
      }
    }
  }

  private static func slice(_ value: Value) -> SliceObject {
    guard let slice = value.cast(to: SliceObject.self) else { preconditionFailure("slots of slice are asked of slices only") }
    return slice
  }
}
