import Glibc

/// `OSError` and its classes: error number, text and file names.
package enum OSErrors {
  static func setUp() {
    TypeObject.osError.extend(of: ExceptionObject.self) { t in
      for name in ["errno", "strerror", "filename", "filename2"] { t.attribute(name, .none) }
      t.slots.construct = { (type, call) throws(Raised) -> Value in
        var arguments: [Value] = []
        for i in 0..<call.positionalCount { arguments.append(call[i]) }
        var type = type
        if type === TypeObject.osError, arguments.count >= 2, let number = arguments[0].intValue {
          type = classes[Int32(truncatingIfNeeded: number)] ?? type
        }
        let exception = ExceptionObject(type, arguments)
        initialise(exception, arguments)
        return .object(exception)
      }
      t.method("__init__(self, *args)") { exception, call throws(Raised) -> Value in
        initialise(exception, call.rest(1))
        return .none
      }
      t.slots.str = { (value) throws(Raised) -> String in
        let exception = ExceptionMethods.exception(value)
        let interpreter = Interpreter.current
        guard let number = exception.ownAttribute("errno"), let text = exception.ownAttribute("strerror") else {
          return try TypeObject.baseException.slots.str?(value) ?? ""
        }
        var result = "[Errno \(try interpreter.str(number))] \(try interpreter.str(text))"
        if let name = exception.ownAttribute("filename"), !name.isNone {
          result += ": \(try interpreter.repr(name))"
          if let other = exception.ownAttribute("filename2"), !other.isNone { result += " -> \(try interpreter.repr(other))" }
        }
        return result
      }
    }
  }

  private static func initialise(_ exception: ExceptionObject, _ arguments: [Value]) {
    exception.arguments = arguments
    guard (2...5).contains(arguments.count) else { return }
    exception.setOwnAttribute("errno", arguments[0])
    exception.setOwnAttribute("strerror", arguments[1])
    if arguments.count >= 3 {
      exception.setOwnAttribute("filename", arguments[2])
      exception.arguments = Array(arguments[..<2])
    }
    if arguments.count == 5 { exception.setOwnAttribute("filename2", arguments[4]) }
  }

  private static let classes: [Int32: TypeObject] = [
    ENOENT: .fileNotFoundError, EEXIST: .fileExistsError, EACCES: .permissionError, EPERM: .permissionError,
    EISDIR: .isADirectoryError, ENOTDIR: .notADirectoryError, EAGAIN: .blockingIoError, ECHILD: .childProcessError,
    EPIPE: .brokenPipeError, ESHUTDOWN: .brokenPipeError, ECONNABORTED: .connectionAbortedError,
    ECONNREFUSED: .connectionRefusedError, ECONNRESET: .connectionResetError, EINTR: .interruptedError,
    ESRCH: .processLookupError, ETIMEDOUT: .timeoutError,
  ]

  /// The exception of a failed system call on a file.
  package static func error(_ number: Int32, path: String) -> Raised {
    let text = String(cString: strerror(number))
    let exception = ExceptionObject(classes[number] ?? .osError, [])
    initialise(exception, [.int(Int(number)), .string(text), .string(path)])
    return Raised(exception)
  }
}
