/// `BaseExceptionGroup` and `ExceptionGroup`: a message and exceptions, which may be groups again.
enum ExceptionGroups {
  static func setUp() {
    TypeObject.baseExceptionGroup.extend(of: ExceptionObject.self) { t in
      t.doc = "A combination of multiple unrelated exceptions."
      t.slots.construct = { (type, call) throws(Raised) -> Value in .object(try make(type, call)) }
      t.slots.str = { (value) throws(Raised) -> String in
        let group = ExceptionMethods.exception(value)
        let count = group.memberTuple?.count ?? 0
        let message = try Interpreter.current.str(group.arguments.first ?? .none)
        return "\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))"
      }
      t.attribute("__class_getitem__", .object(GenericAliases.classGetItem))
      t.property("message", "The message.") { group throws(Raised) -> Value in
        group.arguments.first ?? .none
      } set: { _, _ throws(Raised) in
        throw .attributeError("readonly attribute")
      }
      t.property("exceptions", "The exceptions.") { group throws(Raised) -> Value in
        group.memberTuple.map { .object($0) } ?? .tuple([])
      } set: { _, _ throws(Raised) in
        throw .attributeError("readonly attribute")
      }
      t.method("derive(self, excs, /)", "A group of other exceptions with the same message.") {
        group, call throws(Raised) -> Value in
        try call.interpreter.call(TypeObject.baseExceptionGroup.asValue, [group.arguments.first ?? .none, call[1]])
      }
      t.method("split(self, condition, /)", "The parts for which a condition holds and does not hold.") {
        group, call throws(Raised) -> Value in
        let parts = try split(group, Condition(call[1]))
        return .tuple([value(parts.match), value(parts.rest)])
      }
      t.method("subgroup(self, condition, /)", "The part for which a condition holds.") {
        group, call throws(Raised) -> Value in value(try split(group, Condition(call[1])).match)
      }
    }
  }

  static func value(_ exception: ExceptionObject?) -> Value { exception.map { .object($0) } ?? .none }

  private static func make(_ type: TypeObject, _ call: Arguments) throws(Raised) -> ExceptionObject {
    let name = "BaseExceptionGroup.__new__()"
    if call.positionalCount != 2 { throw .typeError("\(name) takes exactly 2 arguments (\(call.positionalCount) given)") }
    if call[0].stringValue == nil { throw .typeError("\(name) argument 1 must be str, not \(call[0].type.name)") }
    guard let values = call[1].sequence else { throw .typeError("second argument (exceptions) must be a sequence") }
    if values.isEmpty { throw .valueError("second argument (exceptions) must be a non-empty sequence") }
    var members: [ExceptionObject] = []
    for (i, value) in values.enumerated() {
      guard let member = value.cast(to: ExceptionObject.self) else {
        throw .valueError("Item \(i) of second argument (exceptions) is not an exception")
      }
      members.append(member)
    }
    var made = type
    let isPlain = members.allSatisfy { $0.type.isSubtype(of: .exception) }
    if type === TypeObject.baseExceptionGroup, isPlain {
      made = .exceptionGroup
    } else if type.isSubtype(of: .exception), !isPlain {
      throw .typeError(
        "Cannot nest BaseExceptions in \(type === TypeObject.exceptionGroup ? "an ExceptionGroup" : "'\(type.name)'")")
    }
    return group(made, call[0], call[1], members)
  }

  private static func group(
    _ type: TypeObject, _ message: Value, _ values: Value, _ members: [ExceptionObject]
  ) -> ExceptionObject {
    let group = ExceptionObject(type, [message, values])
    group.memberTuple = TupleObject(members.map { .object($0) })
    return group
  }

  /// A group without a message, as `except*` makes them.
  private static func unnamedGroup(_ members: [ExceptionObject], asList: Bool) -> ExceptionObject {
    let isPlain = members.allSatisfy { $0.type.isSubtype(of: .exception) }
    let values = members.map { Value.object($0) }
    return group(isPlain ? .exceptionGroup : .baseExceptionGroup, .string(""), asList ? .list(values) : .tuple(values), members)
  }

  // MARK: Parts

  /// What decides which exceptions belong to a part.
  private enum Condition {
    case classes([TypeObject])
    case function(Value)
    case objects(Set<ObjectIdentifier>)

    init(classes: [TypeObject]) { self = .classes(classes) }

    init(_ value: Value) throws(Raised) {
      if let class_ = value.cast(to: TypeObject.self), class_.isSubtype(of: .baseException) {
        self = .classes([class_])
        return
      }
      if let tuple = value.cast(to: TupleObject.self) {
        let classes = tuple.elements.compactMap { $0.cast(to: TypeObject.self) }
        if classes.count == tuple.count, classes.allSatisfy({ $0.isSubtype(of: .baseException) }) {
          self = .classes(classes)
          return
        }
      } else if Interpreter.current.isCallable(value), value.cast(to: TypeObject.self) == nil {
        self = .function(value)
        return
      }
      throw .typeError("expected a function, exception type or tuple of exception types")
    }

    func holds(for exception: ExceptionObject) throws(Raised) -> Bool {
      switch self {
      case .classes(let classes): return classes.contains { exception.type.isSubtype(of: $0) }
      case .objects(let objects): return objects.contains(ObjectIdentifier(exception))
      case .function(let function):
        let interpreter = Interpreter.current
        return try interpreter.isTrue(try interpreter.call(function, [.object(exception)]))
      }
    }
  }

  private typealias Parts = (match: ExceptionObject?, rest: ExceptionObject?)

  private static func split(_ exception: ExceptionObject, _ condition: Condition) throws(Raised) -> Parts {
    let interpreter = Interpreter.current
    if interpreter.isStackLow { throw interpreter.recursionError() }
    if try condition.holds(for: exception) { return (exception, nil) }
    guard let members = exception.members else { return (nil, exception) }
    var matches: [ExceptionObject] = []
    var others: [ExceptionObject] = []
    for member in members {
      let parts = try split(member, condition)
      if let match = parts.match { matches.append(match) }
      if let rest = parts.rest { others.append(rest) }
    }
    return (try part(of: exception, matches), try part(of: exception, others))
  }

  /// A group of some members that has passed where the whole has.
  private static func part(of group: ExceptionObject, _ members: [ExceptionObject]) throws(Raised) -> ExceptionObject? {
    if members.isEmpty { return nil }
    let made = try Interpreter.current.callMethod(group.asValue, "derive", [.list(members.map { .object($0) })])
    guard let part = made.cast(to: ExceptionObject.self), part.type.isSubtype(of: .baseExceptionGroup) else {
      throw .typeError("derive must return an instance of BaseExceptionGroup")
    }
    part.passed = group.passed
    part.givenTraceback = group.givenTraceback
    part.cause = group.cause
    part.context = group.context
    part.suppressesContext = group.suppressesContext
    if let notes = group.ownAttribute("__notes__")?.sequence { part.setOwnAttribute("__notes__", .list(notes)) }
    return part
  }

  // MARK: except*

  /// The part of an exception that an `except*` clause takes, and what is left for the next one.
  static func take(_ rest: Value, _ classes: Value, _ interpreter: Interpreter) throws(Raised) -> (match: Value, rest: Value) {
    let types = classes.cast(to: TupleObject.self)?.elements ?? [classes]
    var wanted: [TypeObject] = []
    for type in types {
      guard let class_ = type.cast(to: TypeObject.self), class_.isSubtype(of: .baseException) else {
        throw .typeError("catching classes that do not inherit from BaseException is not allowed")
      }
      if class_.isSubtype(of: .baseExceptionGroup) {
        throw .typeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
      }
      wanted.append(class_)
    }
    guard let exception = rest.cast(to: ExceptionObject.self) else { return (.none, .none) }
    if wanted.contains(where: { exception.type.isSubtype(of: $0) }) {
      if exception.memberTuple != nil { return (rest, .none) }
      return (.object(unnamedGroup([exception], asList: false)), .none)
    }
    if exception.memberTuple == nil { return (.none, rest) }
    let parts = try interpreter.callMethod(rest, "split", [classes])
    guard let pair = parts.cast(to: TupleObject.self) else {
      throw .typeError("\(exception.type.name).split must return a tuple, not \(parts.type.name)")
    }
    if pair.count != 2 {
      throw .typeError("\(exception.type.name).split must return a 2-tuple, got tuple of size \(pair.count)")
    }
    for part in pair.elements where !part.isNone && part.cast(to: ExceptionObject.self) == nil {
      throw .typeError("\(exception.type.name).split must return exceptions, not \(part.type.name)")
    }
    return (pair.elements[0], pair.elements[1])
  }

  /// What goes on after the clauses of a `try … except*`: what they raised, and what none of them took or what they raised again, which
  /// keeps the shape of the original; nil when nothing is left.
  static func remaining(_ original: ExceptionObject, _ raised: [ExceptionObject]) throws(Raised) -> ExceptionObject? {
    if original.memberTuple == nil { return raised.first }
    var new: [ExceptionObject] = []
    var kept: Set<ObjectIdentifier> = []
    for exception in raised {
      if hasPassed(exception, like: original) { collectLeaves(exception, into: &kept) } else { new.append(exception) }
    }
    if let again = try split(original, .objects(kept)).match { new.append(again) }
    return new.count > 1 ? unnamedGroup(new, asList: true) : new.first
  }

  private static func hasPassed(_ exception: ExceptionObject, like other: ExceptionObject) -> Bool {
    exception.passed.count == other.passed.count && exception.passed.last?.code === other.passed.last?.code
      && exception.passed.last?.index == other.passed.last?.index && exception.cause === other.cause
      && exception.context === other.context
  }

  private static func collectLeaves(_ exception: ExceptionObject, into leaves: inout Set<ObjectIdentifier>) {
    var open = [exception]
    while let next = open.popLast() {
      if let members = next.members { open += members } else { leaves.insert(ObjectIdentifier(next)) }
    }
  }
}
