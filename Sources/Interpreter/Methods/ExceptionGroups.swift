/// `BaseExceptionGroup` and `ExceptionGroup`: a message and exceptions. `except*` is not part of the language.
enum ExceptionGroups {
  static func setUp() {
    TypeObject.baseExceptionGroup.extend(of: ExceptionObject.self) { t in
      t.method("__init__(self, message, exceptions, /)") { group, call throws(Raised) -> Value in
        guard call[1].stringValue != nil else {
          throw .typeError("argument 1 must be str, not \(call[1].type.name)")
        }
        guard let members = call[2].sequence else { throw .typeError("second argument (exceptions) must be a sequence") }
        if members.isEmpty { throw .valueError("second argument (exceptions) must be a non-empty sequence") }
        for (i, member) in members.enumerated() where member.cast(to: ExceptionObject.self) == nil {
          throw .valueError("Item \(i) of second argument (exceptions) is not an exception")
        }
        group.arguments = [call[1], call[2]]
        return .none
      }
      t.slots.str = { (value) throws(Raised) -> String in
        let group = ExceptionMethods.exception(value)
        let count = members(group).count
        let message = try Interpreter.current.str(group.arguments.first ?? .none)
        return "\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))"
      }
      t.property("message", "The message.") { group throws(Raised) -> Value in group.arguments.first ?? .none }
      t.property("exceptions", "The exceptions.") { group throws(Raised) -> Value in .tuple(members(group)) }
    }
  }

  private static func members(_ group: ExceptionObject) -> [Value] {
    group.arguments.count > 1 ? group.arguments[1].sequence ?? [] : []
  }
}
