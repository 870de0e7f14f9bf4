/// An exception in flight: what every failing operation throws.
package struct Raised: Error {
  /// The exception object, with its traceback, cause and context.
  package let exception: ExceptionObject

  /// Puts an exception object in flight.
  package init(_ exception: ExceptionObject) { self.exception = exception }

  /// Makes an exception of a class with a message.
  package init(_ type: TypeObject, _ message: String) {
    exception = ExceptionObject(type, [.string(message)])
  }

  /// The name of the exception's class.
  package var typeName: String { exception.type.name }

  /// What `str(exception)` gives.
  package var message: String { exception.messageText }

  package static func typeError(_ message: String) -> Raised { Raised(.typeError, message) }
  package static func valueError(_ message: String) -> Raised { Raised(.valueError, message) }
  package static func indexError(_ message: String) -> Raised { Raised(.indexError, message) }
  package static func keyError(_ key: Value) -> Raised { Raised(ExceptionObject(.keyError, [key])) }
  package static func attributeError(_ message: String) -> Raised { Raised(.attributeError, message) }
  package static func runtimeError(_ message: String) -> Raised { Raised(.runtimeError, message) }
  package static func notImplementedError(_ message: String) -> Raised { Raised(.notImplementedError, message) }
  package static func overflowError(_ message: String) -> Raised { Raised(.overflowError, message) }
  package static func zeroDivisionError(_ message: String) -> Raised { Raised(.zeroDivisionError, message) }
  package static func nameError(_ message: String) -> Raised { Raised(.nameError, message) }
  package static func memoryError(_ message: String) -> Raised {
    Raised(ExceptionObject(.memoryError, message.isEmpty ? [] : [.string(message)]))
  }

  /// StopIteration, optionally with a generator's return value.
  static func stopIteration(_ value: Value = .none) -> Raised {
    Raised(ExceptionObject(.stopIteration, value.isNone ? [] : [value]))
  }

  static func wrongReceiver(_ call: Arguments) -> Raised {
    let function = call.function
    let owner = function?.owner?.name ?? "object"
    return .typeError(
      "descriptor '\(function?.name ?? "")' for '\(owner)' objects doesn't apply to a '\(call[0].type.name)' object")
  }

  static func wrongDescriptorReceiver(_ name: String, _ owner: TypeObject, _ value: Value) -> Raised {
    .typeError("descriptor '\(name)' for '\(owner.name)' objects doesn't apply to a '\(value.type.name)' object")
  }
}

/// One frame of a traceback.
package struct TracebackFrame {
  /// The source that was running.
  package let source: String
  /// The line, from 1.
  package let line: Int
  /// The function, `<module>` at top level.
  package let function: String
  /// The line's text without indentation and the caret line under it, where known.
  package let text: String
  package let carets: String
}
