/// The built-in exception classes, as Python orders them.
extension TypeObject {
  private static func exception(_ name: String, _ base: TypeObject) -> TypeObject {
    let type = TypeObject(name: name, module: "builtins", bases: [base], mro: nil, isScriptDefined: false)
    type.instanceTag = .exception
    type.hasAttributes = true
    return type
  }

  package static let baseException = exception("BaseException", .object)
  package static let exception = exception("Exception", .baseException)
  package static let arithmeticError = exception("ArithmeticError", .exception)
  package static let floatingPointError = exception("FloatingPointError", .arithmeticError)
  package static let overflowError = exception("OverflowError", .arithmeticError)
  package static let zeroDivisionError = exception("ZeroDivisionError", .arithmeticError)
  package static let assertionError = exception("AssertionError", .exception)
  package static let attributeError = exception("AttributeError", .exception)
  package static let bufferError = exception("BufferError", .exception)
  package static let eofError = exception("EOFError", .exception)
  package static let importError = exception("ImportError", .exception)
  package static let moduleNotFoundError = exception("ModuleNotFoundError", .importError)
  package static let lookupError = exception("LookupError", .exception)
  package static let indexError = exception("IndexError", .lookupError)
  package static let keyError = exception("KeyError", .lookupError)
  package static let memoryError = exception("MemoryError", .exception)
  package static let nameError = exception("NameError", .exception)
  package static let unboundLocalError = exception("UnboundLocalError", .nameError)
  package static let osError = exception("OSError", .exception)
  package static let blockingIoError = exception("BlockingIOError", .osError)
  package static let childProcessError = exception("ChildProcessError", .osError)
  package static let connectionError = exception("ConnectionError", .osError)
  package static let brokenPipeError = exception("BrokenPipeError", .connectionError)
  package static let connectionAbortedError = exception("ConnectionAbortedError", .connectionError)
  package static let connectionRefusedError = exception("ConnectionRefusedError", .connectionError)
  package static let connectionResetError = exception("ConnectionResetError", .connectionError)
  package static let fileExistsError = exception("FileExistsError", .osError)
  package static let fileNotFoundError = exception("FileNotFoundError", .osError)
  package static let interruptedError = exception("InterruptedError", .osError)
  package static let isADirectoryError = exception("IsADirectoryError", .osError)
  package static let notADirectoryError = exception("NotADirectoryError", .osError)
  package static let permissionError = exception("PermissionError", .osError)
  package static let processLookupError = exception("ProcessLookupError", .osError)
  package static let timeoutError = exception("TimeoutError", .osError)
  package static let referenceError = exception("ReferenceError", .exception)
  package static let runtimeError = exception("RuntimeError", .exception)
  package static let notImplementedError = exception("NotImplementedError", .runtimeError)
  package static let recursionError = exception("RecursionError", .runtimeError)
  package static let stopAsyncIteration = exception("StopAsyncIteration", .exception)
  package static let stopIteration = exception("StopIteration", .exception)
  package static let syntaxError = exception("SyntaxError", .exception)
  package static let indentationError = exception("IndentationError", .syntaxError)
  package static let tabError = exception("TabError", .indentationError)
  package static let systemError = exception("SystemError", .exception)
  package static let typeError = exception("TypeError", .exception)
  package static let valueError = exception("ValueError", .exception)
  package static let unicodeError = exception("UnicodeError", .valueError)
  package static let unicodeDecodeError = exception("UnicodeDecodeError", .unicodeError)
  package static let unicodeEncodeError = exception("UnicodeEncodeError", .unicodeError)
  package static let unicodeTranslateError = exception("UnicodeTranslateError", .unicodeError)
  package static let warning = exception("Warning", .exception)
  package static let bytesWarning = exception("BytesWarning", .warning)
  package static let deprecationWarning = exception("DeprecationWarning", .warning)
  package static let encodingWarning = exception("EncodingWarning", .warning)
  package static let futureWarning = exception("FutureWarning", .warning)
  package static let importWarning = exception("ImportWarning", .warning)
  package static let pendingDeprecationWarning = exception("PendingDeprecationWarning", .warning)
  package static let resourceWarning = exception("ResourceWarning", .warning)
  package static let runtimeWarning = exception("RuntimeWarning", .warning)
  package static let syntaxWarning = exception("SyntaxWarning", .warning)
  package static let unicodeWarning = exception("UnicodeWarning", .warning)
  package static let userWarning = exception("UserWarning", .warning)
  package static let generatorExit = exception("GeneratorExit", .baseException)
  package static let keyboardInterrupt = exception("KeyboardInterrupt", .baseException)
  package static let systemExit = exception("SystemExit", .baseException)

  /// All exception classes, for the builtins.
  static let exceptions: [TypeObject] = [
    .baseException, .exception, .arithmeticError, .floatingPointError, .overflowError, .zeroDivisionError,
    .assertionError, .attributeError, .bufferError, .eofError, .importError, .moduleNotFoundError, .lookupError,
    .indexError, .keyError, .memoryError, .nameError, .unboundLocalError, .osError, .blockingIoError,
    .childProcessError, .connectionError, .brokenPipeError, .connectionAbortedError, .connectionRefusedError,
    .connectionResetError, .fileExistsError, .fileNotFoundError, .interruptedError, .isADirectoryError,
    .notADirectoryError, .permissionError, .processLookupError, .timeoutError, .referenceError, .runtimeError,
    .notImplementedError, .recursionError, .stopAsyncIteration, .stopIteration, .syntaxError, .indentationError,
    .tabError, .systemError, .typeError, .valueError, .unicodeError, .unicodeDecodeError, .unicodeEncodeError,
    .unicodeTranslateError, .warning, .bytesWarning, .deprecationWarning, .encodingWarning, .futureWarning,
    .importWarning, .pendingDeprecationWarning, .resourceWarning, .runtimeWarning, .syntaxWarning, .unicodeWarning,
    .userWarning, .generatorExit, .keyboardInterrupt, .systemExit,
  ]
}
