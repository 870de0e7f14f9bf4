/// An exception: its arguments, where it passed, and what led to it.
package final class ExceptionObject: Object {
  /// The arguments (`args`).
  package var arguments: [Value]
  /// `__cause__`, set by `raise … from`.
  package var cause: ExceptionObject?
  /// `__context__`: the exception that was being handled when this one was raised.
  package var context: ExceptionObject?
  /// `__suppress_context__`.
  package var suppressesContext = false
  /// Where the exception passed, innermost first: code and instruction.
  var passed: [(code: Code, index: Int32)] = []
  /// The frames that the exception passed, innermost first.
  package var frames: [TracebackFrame] { passed.flatMap { $0.code.tracebackFrames(at: $0.index) } }
  /// What the traceback shows in place of "Type: message" where it has more to say (syntax errors).
  package var display: String?
  /// Whether the attribute of a method call raised it, so that the traceback marks the attribute only.
  var isAttributeOfCall = false
  /// "Did you mean" and the like, appended to the message in tracebacks.
  package var suggestion: String?
  /// A Swift error that travels inside, for hosts that convert errors both ways.
  package var payload: (any Error)?

  package init(_ type: TypeObject, _ arguments: [Value] = []) {
    self.arguments = arguments
    super.init(type, .exception)
  }

  /// What `str(exception)` gives for arguments that are strings or numbers.
  package var messageText: String {
    if type.isSubtype(of: .keyError), arguments.count == 1 { return (try? Interpreter.current.repr(arguments[0])) ?? "" }
    switch arguments.count {
    case 0: return ""
    case 1: return (try? Interpreter.current.str(arguments[0])) ?? "<exception str() failed>"
    default: return (try? Interpreter.current.repr(.tuple(arguments))) ?? ""
    }
  }
}
