/// `itertools`; the combinatoric iterators are in ItertoolsModule+Combinatorics.swift.
enum ItertoolsModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("itertools", doc: "Functional tools for creating and using iterators.")
    for type in types { module.set(type.name, type.asValue) }
    module.function("tee(iterable, n=2, /)") { call throws(Raised) -> Value in try tee(call) }
    return module.asValue
  }

  private static let types: [TypeObject] =
    [
      chain, count, cycle, repeated, accumulate, islice, takewhile, dropwhile, filterfalse, starmap, compress, zipLongest,
      groupby, pairwise,
    ] + combinatorics

  /// A class whose instances are closures that give the next element.
  static func iterator(
    _ signature: String, _ make: @escaping (Arguments) throws(Raised) -> () throws(Raised) -> Value?
  ) -> TypeObject {
    let name = String(signature.prefix { $0 != "(" })
    return TypeObject.native(name, module: "itertools", bases: [.iterator], of: IteratorObject.self) { t in
      t.construct(signature) { type, call throws(Raised) -> Value in .object(IteratorObject(type, try make(call))) }
    }
  }

  /// What the repr of an iterator shows.
  final class Shown {
    var values: [Value]
    init(_ values: [Value]) { self.values = values }
  }

  /// The same for iterators whose repr shows where they stand.
  private static func shownIterator(
    _ signature: String, _ make: @escaping (Arguments, (Shown) -> Void) throws(Raised) -> () throws(Raised) -> Value?
  ) -> TypeObject {
    let name = String(signature.prefix { $0 != "(" })
    return TypeObject.native(name, module: "itertools", bases: [.iterator], of: IteratorObject.self) { t in
      t.construct(signature) { type, call throws(Raised) -> Value in
        var shown: Shown?
        let iterator = IteratorObject(type, try make(call) { shown = $0 })
        iterator.shown = shown
        return .object(iterator)
      }
      t.slots.repr = { value throws(Raised) -> String in
        var parts: [String] = []
        for part in value.cast(to: IteratorObject.self)?.shown?.values ?? [] { parts.append(try Interpreter.current.repr(part)) }
        return "\(name)(\(parts.joined(separator: ", ")))"
      }
    }
  }

  /// Elements of the iterators that a function gives one after another.
  private static func chained(
    _ interpreter: Interpreter, _ nextSource: @escaping () throws(Raised) -> Value?
  ) -> () throws(Raised) -> Value? {
    var current: Value?
    return { () throws(Raised) -> Value? in
      while true {
        if let source = current {
          if let element = try interpreter.next(source) { return element }
          current = nil
        }
        guard let source = try nextSource() else { return nil }
        current = try interpreter.iterator(of: source)
      }
    }
  }

  private static let chain: TypeObject = {
    let type = iterator("chain(*iterables)") { call throws(Raised) in
      var sources = call.rest(0).makeIterator()
      return chained(call.interpreter) { () throws(Raised) -> Value? in sources.next() }
    }
    type.extend(of: IteratorObject.self) { t in
      t.classMethod("from_iterable(type, iterable, /)") { call throws(Raised) -> Value in
        let interpreter = call.interpreter
        let sources = try interpreter.iterator(of: call[1])
        return .object(
          IteratorObject(type, chained(interpreter) { () throws(Raised) -> Value? in try interpreter.next(sources) }))
      }
    }
    return type
  }()

  private static let count = shownIterator("count(start=0, step=1)") { call, show throws(Raised) in
    let interpreter = call.interpreter
    let state = Shown([call[0]])
    let step = call[1]
    if call[0].doubleValue == nil, !call[0].type.isScriptDefined { throw .typeError("a number is required") }
    if case .int(1) = step {} else { state.values.append(step) }
    show(state)
    return { () throws(Raised) -> Value? in
      let current = state.values[0]
      state.values[0] = try interpreter.binary(.add, current, step)
      return current
    }
  }

  private static let cycle = iterator("cycle(iterable, /)") { call throws(Raised) in
    let interpreter = call.interpreter
    var source: Value? = try interpreter.iterator(of: call[0])
    var saved: [Value] = []
    var index = 0
    return { () throws(Raised) -> Value? in
      if let iterator = source {
        if let element = try interpreter.next(iterator) {
          saved.append(element)
          return element
        }
        source = nil
      }
      if saved.isEmpty { return nil }
      defer { index = (index + 1) % saved.count }
      return saved[index]
    }
  }

  private static let repeated = shownIterator("repeat(object, times=unset)") { call, show throws(Raised) in
    let value = call[0]
    let state = Shown([value])
    var left = Int.max
    let isEndless = !call.isGiven(1)
    if !isEndless {
      left = max(try call.int(1), 0)
      state.values.append(.int(left))
    }
    show(state)
    return { () throws(Raised) -> Value? in
      if isEndless { return value }
      if left <= 0 { return nil }
      left -= 1
      state.values[1] = .int(left)
      return value
    }
  }

  private static let accumulate = iterator("accumulate(iterable, func=None, *, initial=None)") { call throws(Raised) in
    let interpreter = call.interpreter
    let source = try interpreter.iterator(of: call[0])
    let function: Value? = call.has(1) ? call[1] : nil
    var pending: Value? = call.has(2) ? call[2] : nil
    var total: Value?
    return { () throws(Raised) -> Value? in
      if let first = pending {
        pending = nil
        total = first
        return first
      }
      guard let element = try interpreter.next(source) else { return nil }
      if let before = total {
        if let function {
          total = try interpreter.call(function, [before, element])
        } else {
          total = try interpreter.binary(.add, before, element)
        }
      } else {
        total = element
      }
      return total
    }
  }

  private static let islice = iterator("islice(iterable, *args)") { call throws(Raised) in
    let interpreter = call.interpreter
    let source = try interpreter.iterator(of: call[0])
    let bounds = call.rest(1)
    if bounds.isEmpty || bounds.count > 3 {
      throw .typeError("islice expected \(bounds.isEmpty ? "at least 2" : "at most 4") arguments, got \(bounds.count + 1)")
    }
    func bound(_ value: Value, _ message: String) throws(Raised) -> Int? {
      if value.isNone { return nil }
      guard let number = value.intValue, number >= 0 else { throw .valueError(message) }
      return number
    }
    let indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    let stop = try bound(
      bounds.count == 1 ? bounds[0] : bounds[1],
      bounds.count == 1 ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize." : indices)
    var upcoming = bounds.count > 1 ? try bound(bounds[0], indices) ?? 0 : 0
    var step = 1
    if bounds.count == 3, !bounds[2].isNone {
      guard let given = bounds[2].intValue, given > 0 else {
        throw .valueError("Step for islice() must be a positive integer or None.")
      }
      step = given
    }
    var position = 0
    return { () throws(Raised) -> Value? in
      if let stop, upcoming >= stop {
        while position < stop {
          guard try interpreter.next(source) != nil else { return nil }
          position += 1
        }
        return nil
      }
      while let element = try interpreter.next(source) {
        position += 1
        if position > upcoming {
          let (next, overflow) = upcoming.addingReportingOverflow(step)
          upcoming = overflow ? Int.max : next
          return element
        }
      }
      return nil
    }
  }

  private static let takewhile = iterator("takewhile(predicate, iterable, /)") { call throws(Raised) in
    let interpreter = call.interpreter
    let predicate = call[0]
    let source = try interpreter.iterator(of: call[1])
    return { () throws(Raised) -> Value? in
      guard let element = try interpreter.next(source) else { return nil }
      return try interpreter.isTrue(try interpreter.call(predicate, [element])) ? element : nil
    }
  }

  private static let dropwhile = iterator("dropwhile(predicate, iterable, /)") { call throws(Raised) in
    let interpreter = call.interpreter
    let predicate = call[0]
    let source = try interpreter.iterator(of: call[1])
    var isDropping = true
    return { () throws(Raised) -> Value? in
      while let element = try interpreter.next(source) {
        if isDropping, try interpreter.isTrue(try interpreter.call(predicate, [element])) { continue }
        isDropping = false
        return element
      }
      return nil
    }
  }

  private static let filterfalse = iterator("filterfalse(predicate, iterable, /)") { call throws(Raised) in
    let interpreter = call.interpreter
    let predicate = call[0]
    let source = try interpreter.iterator(of: call[1])
    return { () throws(Raised) -> Value? in
      while let element = try interpreter.next(source) {
        let verdict = predicate.isNone ? element : try interpreter.call(predicate, [element])
        if !(try interpreter.isTrue(verdict)) { return element }
      }
      return nil
    }
  }

  private static let starmap = iterator("starmap(function, iterable, /)") { call throws(Raised) in
    let interpreter = call.interpreter
    let function = call[0]
    let source = try interpreter.iterator(of: call[1])
    return { () throws(Raised) -> Value? in
      guard let element = try interpreter.next(source) else { return nil }
      return try interpreter.call(function, try interpreter.elements(of: element))
    }
  }

  private static let compress = iterator("compress(data, selectors)") { call throws(Raised) in
    let interpreter = call.interpreter
    let data = try interpreter.iterator(of: call[0])
    let selectors = try interpreter.iterator(of: call[1])
    return { () throws(Raised) -> Value? in
      while let element = try interpreter.next(data), let selector = try interpreter.next(selectors) {
        if try interpreter.isTrue(selector) { return element }
      }
      return nil
    }
  }

  private static let pairwise = iterator("pairwise(iterable, /)") { call throws(Raised) in
    let interpreter = call.interpreter
    let source = try interpreter.iterator(of: call[0])
    var before: Value?
    return { () throws(Raised) -> Value? in
      if before == nil { before = try interpreter.next(source) }
      guard let first = before, let second = try interpreter.next(source) else { return nil }
      before = second
      return .tuple([first, second])
    }
  }

  private static let zipLongest = iterator("zip_longest(*iterables, fillvalue=None)") { call throws(Raised) in
    let interpreter = call.interpreter
    var sources: [Value?] = []
    for source in call.rest(0) { sources.append(try interpreter.iterator(of: source)) }
    let fill = call[1]
    return { () throws(Raised) -> Value? in
      var row: [Value] = []
      var isLive = false
      for index in sources.indices {
        if let source = sources[index], let element = try interpreter.next(source) {
          row.append(element)
          isLive = true
        } else {
          sources[index] = nil
          row.append(fill)
        }
      }
      return isLive ? .tuple(row) : nil
    }
  }

  private static let groupby = iterator("groupby(iterable, key=None)") { call throws(Raised) in
    let interpreter = call.interpreter
    let source = try interpreter.iterator(of: call[0])
    let key: Value? = call.has(1) ? call[1] : nil
    var element: Value?
    var currentKey: Value?
    var groupKey: Value?
    var generation = 0
    func advance() throws(Raised) -> Bool {
      element = try interpreter.next(source)
      guard let element else {
        currentKey = nil
        return false
      }
      if let key { currentKey = try interpreter.call(key, [element]) } else { currentKey = element }
      return true
    }
    return { () throws(Raised) -> Value? in
      generation += 1
      let mine = generation
      if currentKey == nil {
        guard try advance() else { return nil }
      } else if let groupKey {
        // Skips what the group before did not read.
        while let found = currentKey, try interpreter.equal(found, groupKey) {
          guard try advance() else { return nil }
        }
      }
      guard let shownKey = currentKey else { return nil }
      groupKey = shownKey
      let group = IteratorObject { () throws(Raised) -> Value? in
        guard mine == generation, let found = currentKey, let value = element, try interpreter.equal(found, shownKey) else {
          return nil
        }
        _ = try advance()
        return value
      }
      return .tuple([shownKey, .object(group)])
    }
  }

  private static func tee(_ call: Arguments) throws(Raised) -> Value {
    let interpreter = call.interpreter
    let count = try call.int(1)
    if count < 0 { throw .valueError("n must be >= 0") }
    let source = try interpreter.iterator(of: call[0])
    // One queue for each copy: what one has read, the others still have to.
    var queues = [[Value]](repeating: [], count: count)
    var iterators: [Value] = []
    for index in 0..<count {
      var head = 0
      iterators.append(
        .object(
          IteratorObject { () throws(Raised) -> Value? in
            if head < queues[index].count {
              let value = queues[index][head]
              head += 1
              if head > 256 {
                queues[index].removeFirst(head)
                head = 0
              }
              return value
            }
            guard let value = try interpreter.next(source) else { return nil }
            for other in 0..<count where other != index { queues[other].append(value) }
            return value
          }))
    }
    return .tuple(iterators)
  }
}
