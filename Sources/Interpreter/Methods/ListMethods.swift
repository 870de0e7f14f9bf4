/// The methods of `list`.
enum ListMethods {
  static func add(to t: TypeBuilder<ListObject>) {
    t.method("__init__(self, iterable=(), /)") { list, call throws(Raised) -> Value in
      let elements = try call.interpreter.elements(of: call[1])
      list.replace(with: elements)
      return .none
    }
    t.method("append(self, object, /)", "Append object to the end of the list.") { list, call throws(Raised) -> Value in
      list.append(call[1])
      return .none
    }
    t.method("extend(self, iterable, /)", "Extend list by appending elements from the iterable.") {
      list, call throws(Raised) -> Value in
      try extend(list, call[1])
      return .none
    }
    t.method("insert(self, index, object, /)", "Insert object before index.") { list, call throws(Raised) -> Value in
      var index = try call.interpreter.clippedIndex(call[1])
      if index < 0 { index = Swift.max(index &+ list.used, 0) }
      list.insert(call[2], at: Swift.min(index, list.used))
      return .none
    }
    t.method("pop(self, index=-1, /)", "Remove and return item at index (default last).", pop)
    t.method("remove(self, value, /)", "Remove first occurrence of value.") { list, call throws(Raised) -> Value in
      var index = 0
      while index < list.used {
        if try call.interpreter.equal(list.storage[index], call[1]) {
          if index < list.used { list.remove(at: index) }
          return .none
        }
        index += 1
      }
      throw .valueError("list.remove(x): x not in list")
    }
    t.method("clear(self)", "Remove all items from list.") { list, call throws(Raised) -> Value in
      list.replace(with: [])
      return .none
    }
    t.method("copy(self)", "Return a shallow copy of the list.") { list, call throws(Raised) -> Value in
      .list(list.elements)
    }
    t.method("count(self, value, /)", "Return number of occurrences of value.") { list, call throws(Raised) -> Value in
      var count = 0
      var index = 0
      while index < list.used {
        if try call.interpreter.equal(list.storage[index], call[1]) { count += 1 }
        index += 1
      }
      return .int(count)
    }
    t.method("index(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value.") {
      list, call throws(Raised) -> Value in
      guard let index = try position(of: call[1], from: call[2], to: call[3], in: list.elements) else {
        throw .valueError("\(try call.interpreter.repr(call[1])) is not in list")
      }
      return .int(index)
    }
    t.method("reverse(self)", "Reverse *IN PLACE*.") { list, call throws(Raised) -> Value in
      var low = 0
      var high = list.used - 1
      while low < high {
        swap(&list.storage[low], &list.storage[high])
        low += 1
        high -= 1
      }
      return .none
    }
    t.method("sort(self, *, key=None, reverse=False)", "Sort the list in ascending order and return None.") {
      list, call throws(Raised) -> Value in
      try Sorting.sort(list, key: call[1], isReversed: try call.bool(2))
      return .none
    }
    t.method("__reversed__(self)", "Return a reverse iterator over the list.") { list, call throws(Raised) -> Value in
      .object(ReversedIterators.list(list))
    }
  }

  /// The first position of a value between two script-given bounds.
  static func position(of value: Value, from start: Value, to stop: Value, in elements: [Value]) throws(Raised) -> Int? {
    let interpreter = Interpreter.current
    func bound(_ value: Value) throws(Raised) -> Int {
      guard value.type.slots.index != nil else {
        throw .typeError("slice indices must be integers or have an __index__ method")
      }
      let index = try interpreter.clippedIndex(value)
      return Swift.min(index < 0 ? Swift.max(index &+ elements.count, 0) : index, elements.count)
    }
    let low = try bound(start)
    let high = try bound(stop)
    var index = low
    while index < high {
      if try interpreter.equal(elements[index], value) { return index }
      index += 1
    }
    return nil
  }

  static func extend(_ list: ListObject, _ iterable: Value) throws(Raised) {
    // The elements are copied before the list grows.
    let count = iterable.cast(to: ListObject.self)?.used ?? iterable.cast(to: TupleObject.self)?.count ?? 0
    try MemoryLimit.checked(list.used + 2 * count)
    if let elements = iterable.sequence, iterable.object?.type.isScriptDefined == false {
      list.append(contentsOf: elements)
    } else {
      try Interpreter.current.forEach(iterable) { (element) throws(Raised) in list.append(element) }
    }
  }

  private static func pop(_ list: ListObject, _ call: Arguments) throws(Raised) -> Value {
    if list.used == 0 {
      _ = try call.int(1)
      throw .indexError("pop from empty list")
    }
    var index = try call.int(1)
    if index < 0 { index &+= list.used }
    guard index >= 0, index < list.used else { throw .indexError("pop index out of range") }
    return list.remove(at: index)
  }
}

/// Stable sorting of lists.
enum Sorting {
  static func sort(_ list: ListObject, key: Value, isReversed: Bool) throws(Raised) {
    // The list is empty while it is sorted, so that code that looks at it meanwhile does no harm.
    let elements = list.elements
    list.replace(with: [])
    let storage = list.storage
    var sorted = elements
    var failure: Raised?
    do throws(Raised) { sorted = try self.sorted(elements, key: key, isReversed: isReversed) } catch { failure = error }
    let wasChanged = list.used != 0 || list.storage != storage
    list.replace(with: sorted)
    if let failure { throw failure }
    if wasChanged { throw .valueError("list modified during sort") }
  }

  /// The elements in ascending order, or descending, equal ones in their present order.
  static func sorted(_ elements: [Value], key: Value, isReversed: Bool) throws(Raised) -> [Value] {
    let interpreter = Interpreter.current
    if key.isNone, let fast = sortedIfUniform(elements, isReversed: isReversed) { return fast }
    var keys = elements
    if !key.isNone {
      for i in 0..<elements.count { keys[i] = try interpreter.call(key, [elements[i]]) }
      if let order = orderIfUniform(keys, isReversed: isReversed) { return order.map { elements[$0] } }
    }
    // Merge sort over positions. Reversed sorting keeps equal elements in order because the test is turned round.
    var order = Array(0..<elements.count)
    var buffer = order
    var width = 1
    let count = order.count
    func precedes(_ a: Int, _ b: Int) throws(Raised) -> Bool {
      let result =
        isReversed
        ? try interpreter.compare(.less, keys[b], keys[a]) : try interpreter.compare(.less, keys[a], keys[b])
      return try interpreter.isTrue(result)
    }
    // Short runs by insertion, as data is often nearly in order.
    let run = 16
    var start = 0
    while start < count {
      let end = Swift.min(start + run, count)
      var i = start + 1
      while i < end {
        let item = order[i]
        var j = i
        while j > start, try precedes(item, order[j - 1]) {
          order[j] = order[j - 1]
          j -= 1
        }
        order[j] = item
        i += 1
      }
      start = end
    }
    width = run
    while width < count {
      var low = 0
      while low < count {
        let middle = Swift.min(low + width, count)
        let high = Swift.min(low + 2 * width, count)
        var left = low
        var right = middle
        var out = low
        if middle < high, try !precedes(order[middle], order[middle - 1]) {
          for i in low..<high { buffer[i] = order[i] }
        } else {
          while left < middle || right < high {
            if right >= high {
              buffer[out] = order[left]
              left += 1
            } else if left >= middle {
              buffer[out] = order[right]
              right += 1
            } else if try precedes(order[right], order[left]) {
              buffer[out] = order[right]
              right += 1
            } else {
              buffer[out] = order[left]
              left += 1
            }
            out += 1
          }
        }
        low = high
      }
      swap(&order, &buffer)
      width *= 2
    }
    return order.map { elements[$0] }
  }

  private static func sortedIfUniform(_ elements: [Value], isReversed: Bool) -> [Value]? {
    orderIfUniform(elements, isReversed: isReversed)?.map { elements[$0] }
  }

  /// The sorted order of keys that are all plain integers, all plain floats or all plain strings; nil for others.
  private static func orderIfUniform(_ keys: [Value], isReversed: Bool) -> [Int]? {
    guard let first = keys.first else { return [] }
    switch first {
    case .int:
      var numbers: [Int] = []
      numbers.reserveCapacity(keys.count)
      for key in keys {
        guard case .int(let number) = key else { return nil }
        numbers.append(number)
      }
      return order(numbers.count) { isReversed ? numbers[$0] > numbers[$1] : numbers[$0] < numbers[$1] }
    case .float:
      var numbers: [Double] = []
      numbers.reserveCapacity(keys.count)
      for key in keys {
        guard case .float(let number) = key, !number.isNaN else { return nil }
        numbers.append(number)
      }
      return order(numbers.count) { isReversed ? numbers[$0] > numbers[$1] : numbers[$0] < numbers[$1] }
    case .object:
      var texts: [StrObject] = []
      texts.reserveCapacity(keys.count)
      for key in keys {
        guard case .object(let object) = key, object.tag == ObjectTag.str.rawValue else { return nil }
        texts.append(unsafeDowncast(object, to: StrObject.self))
      }
      return order(texts.count) { isReversed ? texts[$0].compare(texts[$1]) > 0 : texts[$0].compare(texts[$1]) < 0 }
    default: return nil
    }
  }

  /// Positions in order. (The standard library's sort is stable in every release so far, but does not promise it.)
  private static func order(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [Int] {
    (0..<count).sorted { a, b in
      if precedes(a, b) { return true }
      if precedes(b, a) { return false }
      return a < b
    }
  }
}
