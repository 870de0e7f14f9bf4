/// Iterates over a list by position, so that a list that grows meanwhile is followed.
final class ListIteratorObject: Object {
  /// Nil once the end was reached: a list that grows later does not wake the iterator.
  final var list: ListObject?
  final var index = 0

  init(_ list: ListObject) {
    self.list = list
    super.init(.listIterator, .listIterator)
  }

  /// Where the next element is; nil at the end.
  @inline(__always) final func advance() -> UnsafeMutablePointer<Value>? {
    guard let list else { return nil }
    if index < list.used {
      index &+= 1
      return list.storage + (index &- 1)
    }
    self.list = nil
    return nil
  }

  @inline(__always) final func next() -> Value? {
    guard let list else { return nil }
    if index < list.used {
      let value = list.storage[index]
      index &+= 1
      return value
    }
    self.list = nil
    return nil
  }
}

/// Iterates over a range.
final class RangeIteratorObject: Object {
  final var upcoming: Int
  final let step: Int
  final var remaining: Int
  /// How many numbers there were at the start.
  final let count: Int

  init(_ range: RangeObject) {
    upcoming = range.start
    step = range.step
    remaining = range.count
    count = range.count
    super.init(.rangeIterator, .rangeIterator)
  }

  init(reversing range: RangeObject) {
    upcoming = range.start &+ (range.count &- 1) &* range.step
    step = 0 &- range.step
    remaining = range.count
    count = range.count
    super.init(.rangeIterator, .rangeIterator)
  }

  /// The next number; nil at the end.
  @inline(__always) final func advance() -> Int? {
    if remaining == 0 { return nil }
    remaining &-= 1
    let value = upcoming
    upcoming = upcoming &+ step
    return value
  }

  @inline(__always) final func next() -> Value? { advance().map { .int($0) } }
}

/// Where an iterator stands, as an object of its own: variables that a closure changes are checked at each access.
final class IterationState {
  final var index: Int
  private final var last: TupleObject?

  init(at index: Int = 0) { self.index = index }

  /// The present position; the next one is next.
  @inline(__always) final func advance() -> Int {
    index &+= 1
    return index &- 1
  }

  /// A pair. The tuple of the last one is filled again where nobody kept it, as when a loop takes pairs apart.
  @inline(__always) final func pair(_ first: Value, _ second: Value) -> Value {
    if isKnownUniquelyReferenced(&last), let pair = last {
      pair.storage.pointee = first
      (pair.storage + 1).pointee = second
      return .object(pair)
    }
    let pair = TupleObject(first, second)
    last = pair
    return .object(pair)
  }
}

/// Iterates over a dict or one of its views; RuntimeError when keys come or go meanwhile.
final class DictIteratorObject: Object {
  final var dict: DictObject?
  final let kind: DictViewObject.Kind
  final var index = 0
  private let count: Int
  private let version: Int
  private let state = IterationState()

  init(_ dict: DictObject, _ kind: DictViewObject.Kind) {
    self.dict = dict
    self.kind = kind
    count = dict.live
    version = dict.keysVersion
    super.init(kind == .keys ? .dictKeyIterator : kind == .values ? .dictValueIterator : .dictItemIterator, .dictIterator)
  }

  final func next() throws(Raised) -> Value? {
    guard let dict else { return nil }
    if dict.keysVersion != version {
      self.dict = nil
      throw .runtimeError(
        dict.live != count ? "dictionary changed size during iteration" : "dictionary keys changed during iteration")
    }
    guard let entry = dict.liveEntry(from: index) else {
      self.dict = nil
      return nil
    }
    index = entry &+ 1
    switch kind {
    case .keys: return dict.entries[entry].key
    case .values: return dict.entries[entry].value
    case .items: return state.pair(dict.entries[entry].key, dict.entries[entry].value)
    }
  }
}

extension TypeObject {
  private static func iteratorType(_ name: String) -> TypeObject {
    let type = TypeObject(name: name, module: "builtins", bases: [.object], mro: nil, isScriptDefined: false)
    type.instanceTag = .iterator
    type.isSubclassable = false
    return type
  }

  static let tupleIterator = iteratorType("tuple_iterator")
  static let setIterator = iteratorType("set_iterator")
  static let strIterator = iteratorType("str_iterator")
  static let asciiIterator = iteratorType("str_ascii_iterator")
  static let bytesIterator = iteratorType("bytes_iterator")
  static let dictKeyIterator = iteratorType("dict_keyiterator")
  static let dictValueIterator = iteratorType("dict_valueiterator")
  static let dictItemIterator = iteratorType("dict_itemiterator")
  static let listReverseIterator = iteratorType("list_reverseiterator")
  static let dictReverseIterator = iteratorType("dict_reversekeyiterator")
  static let callableIterator = iteratorType("callable_iterator")
  static let sequenceIterator = iteratorType("iterator")
}

/// Iterators over tuples.
enum TupleIterators {
  static func forward(_ tuple: TupleObject) -> IteratorObject {
    let state = IterationState()
    return IteratorObject(.tupleIterator) { () throws(Raised) -> Value? in
      state.index < tuple.count ? tuple.storage[state.advance()] : nil
    }
  }
}

/// Iterators over sets; RuntimeError when the set changes meanwhile.
enum SetIterators {
  static func forward(_ set: SetObject) -> IteratorObject {
    let storage = set.storage
    let count = storage.live
    let version = storage.keysVersion
    let positions = SetOrder.positions(set)
    var index = 0
    return IteratorObject(.setIterator) { () throws(Raised) -> Value? in
      if storage.keysVersion != version || storage.live != count {
        throw .runtimeError("Set changed size during iteration")
      }
      if let positions {
        guard index < positions.count else { return nil }
        defer { index &+= 1 }
        return storage.entries[positions[index]].key
      }
      guard let entry = storage.liveEntry(from: index) else { return nil }
      index = entry &+ 1
      return storage.entries[entry].key
    }
  }
}

/// Iterators over the characters of strings.
enum StrIterators {
  /// One-character strings below 128, made once.
  nonisolated(unsafe) private static let characters: [Value] = (0..<128).map { code in
    .object(StrObject.intern(String(Unicode.Scalar(UInt8(code)))))
  }

  /// The string without characters.
  nonisolated(unsafe) static let empty = StrObject.intern("")

  /// A string of one character.
  static func character(_ scalar: Unicode.Scalar) -> Value {
    scalar.value < 128 ? characters[Int(scalar.value)] : .string(String(scalar))
  }

  static func forward(_ text: StrObject) -> IteratorObject {
    let scalars = text.scalars
    let state = IterationState()
    return IteratorObject(text.isASCII ? .asciiIterator : .strIterator) { () throws(Raised) -> Value? in
      state.index < scalars.count ? character(scalars[state.advance()]) : nil
    }
  }
}

/// Iterators that run backwards.
enum ReversedIterators {
  static func list(_ list: ListObject) -> IteratorObject {
    var index = list.used - 1
    return IteratorObject(.listReverseIterator) { () throws(Raised) -> Value? in
      if index < 0 || index >= list.used { return nil }
      defer { index &-= 1 }
      return list.storage[index]
    }
  }

  static func dict(_ dict: DictObject, _ kind: DictViewObject.Kind) -> IteratorObject {
    let elements = DictViewObject(dict, kind).elements
    let version = dict.keysVersion
    var index = elements.count - 1
    return IteratorObject(.dictReverseIterator) { () throws(Raised) -> Value? in
      if dict.keysVersion != version { throw .runtimeError("dictionary changed size during iteration") }
      if index < 0 { return nil }
      defer { index &-= 1 }
      return elements[index]
    }
  }

  /// By length and `__getitem__`.
  static func sequence(_ value: Value, type: TypeObject) throws(Raised) -> IteratorObject {
    let interpreter = Interpreter.current
    var index = try interpreter.length(value) - 1
    return IteratorObject(type) { () throws(Raised) -> Value? in
      if index < 0 { return nil }
      defer { index &-= 1 }
      return try interpreter.itemUnlessPastEnd(value, index)
    }
  }
}

/// Iterators of objects that have `__getitem__` only, and of functions.
enum FallbackIterators {
  static func sequence(_ value: Value) -> IteratorObject {
    let interpreter = Interpreter.current
    var index = 0
    return IteratorObject(.sequenceIterator) { () throws(Raised) -> Value? in
      defer { index &+= 1 }
      return try interpreter.itemUnlessPastEnd(value, index)
    }
  }

  /// Calls a function until it returns the sentinel.
  static func callable(_ function: Value, until sentinel: Value) -> IteratorObject {
    let interpreter = Interpreter.current
    return IteratorObject(.callableIterator) { () throws(Raised) -> Value? in
      do throws(Raised) {
        let value = try interpreter.call(function)
        return try interpreter.equal(value, sentinel) ? nil : value
      } catch {
        if error.exception.type.isSubtype(of: .stopIteration) { return nil }
        throw error
      }
    }
  }
}

extension Interpreter {
  /// `value[index]`, nil where that raises IndexError or StopIteration.
  fileprivate func itemUnlessPastEnd(_ value: Value, _ index: Int) throws(Raised) -> Value? {
    do throws(Raised) { return try item(value, .int(index)) } catch {
      let type = error.exception.type
      if type.isSubtype(of: .indexError) || type.isSubtype(of: .stopIteration) { return nil }
      throw error
    }
  }
}
