/// An exception: its arguments, where it passed, and what led to it.
package final class ExceptionObject: Object {
  /// The arguments (`args`).
  package var arguments: [Value]
  /// The exceptions of a group; nil for other exceptions.
  var memberTuple: TupleObject?
  var members: [ExceptionObject]? { memberTuple?.elements.compactMap { $0.cast(to: ExceptionObject.self) } }
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
  /// The frames that it ended, innermost first, while the interpreter keeps them.
  package var keptFrames: [ScriptFrame] = []
  /// The traceback that a script gave by `with_traceback`; nil where none was given.
  var givenTraceback: Value?
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

  /// What `str(exception)` gives.
  package var messageText: String { (try? Interpreter.current.str(asValue)) ?? "<exception str() failed>" }
}
