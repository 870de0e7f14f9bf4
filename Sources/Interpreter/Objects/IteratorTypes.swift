/// The classes of the iterators, with `enumerate`, `zip`, `map`, `filter` and `reversed`.
enum IteratorTypes {
  static func setUp() {
    for type in plainTypes {
      type.extend(of: IteratorObject.self) { t in
        t.slots.iterate = { (value) throws(Raised) -> Value in value }
        t.slots.next = { (value) throws(Raised) -> Value? in
          guard case .object(let object) = value else { return nil }
          return try unsafeDowncast(object, to: IteratorObject.self).next()
        }
      }
    }
    TypeObject.listIterator.extend(of: ListIteratorObject.self) { t in
      t.slots.iterate = { (value) throws(Raised) -> Value in value }
      t.slots.next = { (value) throws(Raised) -> Value? in value.cast(to: ListIteratorObject.self)?.next() }
      t.method("__length_hint__(self)") { iterator, _ throws(Raised) -> Value in
        .int(Swift.max((iterator.list?.used ?? 0) - iterator.index, 0))
      }
    }
    TypeObject.rangeIterator.extend(of: RangeIteratorObject.self) { t in
      t.slots.iterate = { (value) throws(Raised) -> Value in value }
      t.slots.next = { (value) throws(Raised) -> Value? in value.cast(to: RangeIteratorObject.self)?.next() }
      t.method("__length_hint__(self)") { iterator, _ throws(Raised) -> Value in .int(iterator.remaining) }
    }
    for type in [TypeObject.dictKeyIterator, .dictValueIterator, .dictItemIterator] {
      type.extend(of: DictIteratorObject.self) { t in
        t.slots.iterate = { (value) throws(Raised) -> Value in value }
        t.slots.next = { (value) throws(Raised) -> Value? in try value.cast(to: DictIteratorObject.self)?.next() }
      }
    }
    GenericAliases.setUp()
    enumerate()
    zip()
    mapAndFilter()
    reversed()
  }

  private static let plainTypes: [TypeObject] = [
    .iterator, .tupleIterator, .setIterator, .strIterator, .asciiIterator, .bytesIterator, .listReverseIterator,
    .dictReverseIterator,
    .callableIterator, .sequenceIterator, .enumerate, .zip, .map, .filter, .reversed,
  ]

  private static func enumerate() {
    TypeObject.enumerate.extend(of: IteratorObject.self) { t in
      t.doc = "An iterator over (index, element) pairs."
      t.construct("enumerate(iterable, start=0)", "Pairs of index and element.") { type, call throws(Raised) -> Value in
        let interpreter = call.interpreter
        let source = try interpreter.iterator(of: call[0])
        let state = IterationState(at: try call.int(1))
        let iterator = IteratorObject(type) { () throws(Raised) -> Value? in
          guard let element = try interpreter.next(source) else { return nil }
          return state.pair(.int(state.advance()), element)
        }
        iterator.progress = { interpreter.progress(of: source) }
        return .object(iterator)
      }
    }
  }

  private static func zip() {
    TypeObject.zip.extend(of: IteratorObject.self) { t in
      t.doc = "An iterator over tuples of the iterables' elements, as long as the shortest."
      t.construct("zip(*iterables, strict=False)", "Tuples of elements of several iterables.") {
        type, call throws(Raised) -> Value in
        let interpreter = call.interpreter
        var sources: [Value] = []
        for iterable in call.rest(0) { sources.append(try interpreter.iterator(of: iterable)) }
        let isStrict = try call.bool(1)
        let iterators = sources
        if iterators.count == 2, !isStrict {
          // The common case without an array for each pair.
          let (first, second) = (iterators[0], iterators[1])
          let state = IterationState()
          return .object(
            IteratorObject(type) { () throws(Raised) -> Value? in
              guard let a = try interpreter.next(first), let b = try interpreter.next(second) else { return nil }
              return state.pair(a, b)
            })
        }
        return .object(
          IteratorObject(type) { () throws(Raised) -> Value? in
            if iterators.isEmpty { return nil }
            var elements: [Value] = []
            elements.reserveCapacity(iterators.count)
            for iterator in iterators {
              guard let element = try interpreter.next(iterator) else {
                if isStrict { try checkLengths(iterators, elements.count) }
                return nil
              }
              elements.append(element)
            }
            return .tuple(elements)
          })
      }
    }
  }

  /// Raises unless all iterators of a strict `zip` ended together; the one at `ended` has ended.
  private static func checkLengths(_ iterators: [Value], _ ended: Int) throws(Raised) {
    func others(_ count: Int) -> String { count == 1 ? "argument 1" : "arguments 1-\(count)" }
    if ended > 0 {
      throw .valueError("zip() argument \(ended + 1) is shorter than \(others(ended))")
    }
    for i in 1..<Swift.max(iterators.count, 1) where try Interpreter.current.next(iterators[i]) != nil {
      throw .valueError("zip() argument \(i + 1) is longer than \(others(i))")
    }
  }

  private static func mapAndFilter() {
    TypeObject.map.extend(of: IteratorObject.self) { t in
      t.doc = "An iterator over a function's results for the elements of the iterables."
      t.construct("map(func=unset, /, *iterables)", "Calls a function for each element.") {
        type, call throws(Raised) -> Value in
        let interpreter = call.interpreter
        let function = call[0]
        let iterables = call.rest(1)
        guard call.isGiven(0), !iterables.isEmpty else { throw .typeError("map() must have at least two arguments.") }
        var sources: [Value] = []
        for iterable in iterables { sources.append(try interpreter.iterator(of: iterable)) }
        let iterators = sources
        return .object(
          IteratorObject(type) { () throws(Raised) -> Value? in
            var elements: [Value] = []
            elements.reserveCapacity(iterators.count)
            for iterator in iterators {
              guard let element = try interpreter.next(iterator) else { return nil }
              elements.append(element)
            }
            return try interpreter.call(function, elements)
          })
      }
    }
    TypeObject.filter.extend(of: IteratorObject.self) { t in
      t.doc = "An iterator over the elements for which a function is true."
      t.construct("filter(function, iterable, /)", "Keeps the elements for which a function is true.") {
        type, call throws(Raised) -> Value in
        let interpreter = call.interpreter
        let function = call[0]
        let source = try interpreter.iterator(of: call[1])
        let isIdentity = function.isNone || function.object === TypeObject.bool
        return .object(
          IteratorObject(type) { () throws(Raised) -> Value? in
            while let element = try interpreter.next(source) {
              let verdict = isIdentity ? element : try interpreter.call(function, [element])
              if try interpreter.isTrue(verdict) { return element }
            }
            return nil
          })
      }
    }
  }

  private static func reversed() {
    TypeObject.reversed.extend(of: IteratorObject.self) { t in
      t.doc = "A reverse iterator over the elements of a sequence."
      t.construct("reversed(sequence, /)", "Iterates backwards.") { type, call throws(Raised) -> Value in
        let value = call[0]
        if let method = value.type.lookup("__reversed__") {
          if method.isNone { throw .typeError("'\(value.type.name)' object is not reversible") }
          return try call.interpreter.callMethod(value, "__reversed__")
        }
        guard value.type.slots.length != nil, value.type.slots.getItem != nil, !value.isInstance(of: .dict) else {
          throw .typeError("'\(value.type.name)' object is not reversible")
        }
        return .object(try ReversedIterators.sequence(value, type: type))
      }
    }
  }
}
