/// What lists do: indexing, operators, comparison, iteration.
enum ListType {
  static func setUp() {
    TypeObject.list.extend(of: ListObject.self) { t in
      t.doc = "Built-in mutable sequence."
      t.slots.repr = repr
      t.slots.bool = { (value) throws(Raised) -> Bool in list(value).used != 0 }
      t.slots.length = { (value) throws(Raised) -> Int in list(value).used }
      t.slots.hash = { (value) throws(Raised) -> Int in throw .unhashable(value) }
      t.slots.binary = binary
      t.slots.inPlace = inPlace
      t.slots.compare = compare
      t.slots.getItem = getItem
      t.slots.setItem = setItem
      t.slots.deleteItem = deleteItem
      t.slots.contains = contains
      t.slots.iterate = { (value) throws(Raised) -> Value in .object(ListIteratorObject(list(value))) }
      t.slots.allocate = { (type) throws(Raised) -> Value in .object(ListObject([], type)) }
      t.attribute("__hash__", .none)
      t.attribute("__class_getitem__", .object(GenericAliases.classGetItem))
      ListMethods.add(to: t)
    }
  }

  /// The list of a value that the slot's type promises to be one.
  @inline(__always) static func list(_ value: Value) -> ListObject {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.list.rawValue else {
      preconditionFailure("slots of list are asked of lists only")
    }
    return unsafeDowncast(object, to: ListObject.self)
  }

  /// The list that a value is, if it is one.
  @inline(__always) static func listIfAny(_ value: Value) -> ListObject? {
    guard case .object(let object) = value, object.tag & 0x7F == ObjectTag.list.rawValue else { return nil }
    return unsafeDowncast(object, to: ListObject.self)
  }

  private static func repr(_ value: Value) throws(Raised) -> String {
    let list = list(value)
    return try ReprGuard.repr(list, inside: "[...]") { () throws(Raised) -> String in
      var text = "["
      var index = 0
      while index < list.used {
        if index > 0 { text += ", " }
        text += try Interpreter.current.repr(list.storage[index])
        index += 1
      }
      return text + "]"
    }
  }

  private static func binary(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let a = listIfAny(lhs), let b = listIfAny(rhs) else { return nil }
      let result = ListObject(capacity: try MemoryLimit.checked(a.used + b.used))
      copy(a, to: result)
      copy(b, to: result)
      return .object(result)
    case .multiply:
      let (source, times) = listIfAny(lhs).map { ($0, rhs) } ?? (list(rhs), lhs)
      guard let count = try Interpreter.current.repetition(times) else { return nil }
      let total = try MemoryLimit.checked(source.used, times: count)
      let result = ListObject(capacity: total)
      if source.used == 1 {
        for k in 0..<count { (result.storage + k).initializeCopy(of: source.storage) }
        result.used = count
      } else {
        for _ in 0..<(source.used == 0 ? 0 : count) { copy(source, to: result) }
      }
      return .object(result)
    default: return nil
    }
  }

  private static func inPlace(_ op: Operator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    let list = list(lhs)
    switch op {
    case .add:
      try ListMethods.extend(list, rhs)
      return lhs
    case .multiply:
      guard let count = try Interpreter.current.repetition(rhs) else { return nil }
      try MemoryLimit.checked(list.used, times: count)
      let once = list.elements
      if count == 0 { list.replace(with: []) }
      for _ in 1..<Swift.max(once.isEmpty ? 1 : count, 1) { list.append(contentsOf: once) }
      return lhs
    default: return nil
    }
  }

  private static func copy(_ source: ListObject, to target: ListObject) {
    target.reserve(target.used + source.used)
    (target.storage + target.used).initializeCopies(of: source.storage, count: source.used)
    target.used += source.used
  }

  private static func compare(_ op: CompareOperator, _ lhs: Value, _ rhs: Value) throws(Raised) -> Value? {
    guard let a = listIfAny(lhs), let b = listIfAny(rhs) else { return nil }
    if op == .equal || op == .notEqual, a.used != b.used { return .bool(op == .notEqual) }
    let interpreter = Interpreter.current
    var index = 0
    // The lengths are read anew each time: comparing may run code that changes the lists.
    while index < a.used, index < b.used {
      let x = a.storage[index]
      let y = b.storage[index]
      if !(try interpreter.equal(x, y)) {
        if op == .equal || op == .notEqual { return .bool(op == .notEqual) }
        return try interpreter.compare(op, x, y)
      }
      index += 1
    }
    return .bool(op.holds(a.used - b.used))
  }

  private static func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool {
    let list = list(container)
    let interpreter = Interpreter.current
    var index = 0
    while index < list.used {
      if try interpreter.equal(list.storage[index], item) { return true }
      index += 1
    }
    return false
  }

  private static func getItem(_ container: Value, _ index: Value) throws(Raised) -> Value {
    let list = list(container)
    if let position = try Interpreter.current.position(index, in: list.used, "list index out of range") {
      // An `__index__` may have changed the list.
      guard position < list.used else { throw .indexError("list index out of range") }
      return list.storage[position]
    }
    guard let slice = index.cast(to: SliceObject.self) else {
      throw .typeError("list indices must be integers or slices, not \(index.type.name)")
    }
    let (start, step, count) = try slice.resolved(length: list.used)
    let result = ListObject(capacity: count)
    if step == 1 {
      result.storage.initializeCopies(of: list.storage + start, count: count)
      result.used = count
    } else {
      for i in 0..<count { result.append(list.storage[start + i * step]) }
    }
    return .object(result)
  }

  private static func setItem(_ container: Value, _ index: Value, _ value: Value) throws(Raised) {
    let list = list(container)
    if let position = try Interpreter.current.position(index, in: list.used, "list assignment index out of range") {
      guard position < list.used else { throw .indexError("list assignment index out of range") }
      list.storage[position] = value
      return
    }
    guard let slice = index.cast(to: SliceObject.self) else {
      throw .typeError("list indices must be integers or slices, not \(index.type.name)")
    }
    guard value.sequence != nil || value.type.slots.iterate != nil || value.type.lookup("__getitem__") != nil else {
      let isExtended = try slice.integers().step.map { $0 != 1 } ?? false
      throw .typeError(isExtended ? "must assign iterable to extended slice" : "can only assign an iterable")
    }
    let new = try Interpreter.current.elements(of: value)
    let (start, step, count) = try slice.resolved(length: list.used)
    if step == 1 {
      var all = list.elements
      all.replaceSubrange(start..<(start + count), with: new)
      list.replace(with: all)
      return
    }
    guard new.count == count else {
      throw .valueError("attempt to assign sequence of size \(new.count) to extended slice of size \(count)")
    }
    for i in 0..<count { list.storage[start + i * step] = new[i] }
  }

  private static func deleteItem(_ container: Value, _ index: Value) throws(Raised) {
    let list = list(container)
    if let position = try Interpreter.current.position(index, in: list.used, "list assignment index out of range") {
      guard position < list.used else { throw .indexError("list assignment index out of range") }
      list.remove(at: position)
      return
    }
    guard let slice = index.cast(to: SliceObject.self) else {
      throw .typeError("list indices must be integers or slices, not \(index.type.name)")
    }
    let (start, step, count) = try slice.resolved(length: list.used)
    if count == 0 { return }
    let lowest = step > 0 ? start : start + (count - 1) * step
    let width = step == Int.min ? Int.max : abs(step)
    var kept: [Value] = []
    kept.reserveCapacity(list.used - count)
    for i in 0..<list.used where i < lowest || (i - lowest) % width != 0 || (i - lowest) / width >= count {
      kept.append(list.storage[i])
    }
    list.replace(with: kept)
  }
}
