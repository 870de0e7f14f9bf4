/// `slice`.
package final class SliceObject: Object {
  /// The bounds and step as given; None where left out.
  package let start: Value
  package let stop: Value
  package let step: Value

  package init(_ start: Value, _ stop: Value, _ step: Value) {
    self.start = start
    self.stop = stop
    self.step = step
    super.init(.slice, .slice)
  }

  /// The bounds as integers, nil where left out; TypeError when one is no integer.
  package func integers() throws(Raised) -> (start: Int?, stop: Int?, step: Int?) {
    let interpreter = Interpreter.current
    func read(_ value: Value) throws(Raised) -> Int? { value.isNone ? nil : try interpreter.sliceIndex(value) }
    return (try read(start), try read(stop), try read(step))
  }

  /// First position, step and number of elements for a sequence of a length, as Python clips them.
  package func resolved(length: Int) throws(Raised) -> (start: Int, step: Int, count: Int) {
    let (givenStart, givenStop, givenStep) = try integers()
    let step = givenStep ?? 1
    if step == 0 { throw .valueError("slice step cannot be zero") }
    let lowest = step > 0 ? 0 : -1
    let highest = step > 0 ? length : length - 1
    func clip(_ index: Int?, _ fallback: Int) -> Int {
      guard var index else { return fallback }
      if index < 0 { index += length }
      return Swift.min(Swift.max(index, lowest), highest)
    }
    let start = clip(givenStart, step > 0 ? 0 : length - 1)
    let stop = clip(givenStop, step > 0 ? length : -1)
    let distance = step > 0 ? stop - start : start - stop
    if distance <= 0 { return (start, step, 0) }
    let width = step == Int.min ? Int.max : abs(step)
    return (start, step, (distance - 1) / width + 1)
  }
}

/// `range` whose bounds fit 64 bits.
package final class RangeObject: Object {
  package let start: Int
  package let stop: Int
  package let step: Int
  /// The number of elements.
  package let count: Int

  /// Makes a range; the step must not be 0.
  package init(_ start: Int, _ stop: Int, _ step: Int = 1) {
    self.start = start
    self.stop = stop
    self.step = step
    count = RangeObject.count(start, stop, step)
    super.init(.range, .range)
  }

  static func count(_ start: Int, _ stop: Int, _ step: Int) -> Int {
    if step > 0 ? start >= stop : start <= stop { return 0 }
    let (distance, overflow) = step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    if overflow { return Int.max }
    let width = step == Int.min ? Int.max : abs(step)
    return (distance - 1) / width + 1
  }
}

/// `NotImplemented` and `Ellipsis`.
package final class SingletonObject: Object {
  nonisolated(unsafe) static let notImplemented = SingletonObject(.notImplementedType)
  nonisolated(unsafe) static let ellipsis = SingletonObject(.ellipsisType)
}

/// `bytes` or `bytearray`.
package final class BytesObject: Object {
  /// The bytes; only a bytearray changes them.
  package var bytes: [UInt8]

  package init(_ bytes: [UInt8], _ type: TypeObject = .bytes) {
    self.bytes = bytes
    super.init(type, type.isSubtype(of: .bytearray) ? .bytearray : .bytes)
  }
}

/// A variable shared between a function and the functions inside it.
final class CellObject: Object {
  var content: Value

  init(holding content: Value) {
    self.content = content
    super.init(.cell, .cell)
  }
}

/// A module.
package final class ModuleObject: Object {
  /// The dotted name.
  package let name: String
  /// The module's names.
  package let namespace: DictObject

  /// Names that are found in another module when they are first asked for.
  private(set) var lazyNames: [String: String] = [:]

  package init(_ name: String, _ namespace: DictObject = DictObject(), doc: String? = nil) {
    self.name = name
    self.namespace = namespace
    super.init(.module, .module)
    namespace.set("__name__", .string(name))
    namespace.set("__doc__", doc.map { .string($0) } ?? .none)
  }

  /// Gives the module names of another module, which is imported only when one of them is used.
  package func lazily(_ names: [String], from source: String) {
    for name in names { lazyNames[name] = source }
  }

  /// Sets a name of the module.
  package func set(_ name: String, _ value: Value) { namespace.set(StrObject.intern(name), value) }

  /// Adds a native function.
  package func function(_ signature: String, _ doc: String = "", _ body: @escaping (Arguments) throws(Raised) -> Value) {
    let function = NativeFunction(signature, doc: doc, body)
    function.module = name
    set(function.name, function.asValue)
  }
}

/// A native iterator: a closure that gives the next element or nil at the end.
package final class IteratorObject: Object {
  private var advance: (() throws(Raised) -> Value?)?
  /// Tells how far it has come, for iterators that know.
  package var progress: (() -> LoopProgress?)?

  /// What its repr shows, where that is more than its class.
  var shown: ItertoolsModule.Shown?

  /// Makes an iterator that scripts see under a type name such as `zip`.
  package init(_ type: TypeObject = .iterator, _ advance: @escaping () throws(Raised) -> Value?) {
    self.advance = advance
    super.init(type, .iterator)
  }

  func next() throws(Raised) -> Value? {
    guard let advance else { return nil }
    // Iterators over iterators over iterators …: the only depth that nothing else counts.
    if Interpreter.current.isStackLow { throw Interpreter.current.recursionError() }
    do throws(Raised) {
      if let value = try advance() { return value }
    } catch {
      // A StopIteration from a function that the iterator calls ends the iterator too.
      guard error.exception.type.isSubtype(of: .stopIteration) else { throw error }
    }
    self.advance = nil
    return nil
  }
}
