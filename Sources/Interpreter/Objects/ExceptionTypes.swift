/// The built-in exception classes, as Python orders them.
extension TypeObject {
  private static func exceptionClass(_ name: String, _ base: TypeObject) -> TypeObject {
    let type = TypeObject(name: name, module: "builtins", bases: [base], mro: nil, isScriptDefined: false)
    type.instanceTag = .exception
    type.hasAttributes = true
    return type
  }

  package static let baseException: TypeObject = exceptionClass("BaseException", .object)
  package static let exception: TypeObject = exceptionClass("Exception", .baseException)
  package static let arithmeticError: TypeObject = exceptionClass("ArithmeticError", .exception)
  package static let floatingPointError: TypeObject = exceptionClass("FloatingPointError", .arithmeticError)
  package static let overflowError: TypeObject = exceptionClass("OverflowError", .arithmeticError)
  package static let zeroDivisionError: TypeObject = exceptionClass("ZeroDivisionError", .arithmeticError)
  package static let assertionError: TypeObject = exceptionClass("AssertionError", .exception)
  package static let attributeError: TypeObject = exceptionClass("AttributeError", .exception)
  package static let bufferError: TypeObject = exceptionClass("BufferError", .exception)
  package static let eofError: TypeObject = exceptionClass("EOFError", .exception)
  package static let importError: TypeObject = exceptionClass("ImportError", .exception)
  package static let moduleNotFoundError: TypeObject = exceptionClass("ModuleNotFoundError", .importError)
  package static let lookupError: TypeObject = exceptionClass("LookupError", .exception)
  package static let indexError: TypeObject = exceptionClass("IndexError", .lookupError)
  package static let keyError: TypeObject = exceptionClass("KeyError", .lookupError)
  package static let memoryError: TypeObject = exceptionClass("MemoryError", .exception)
  package static let nameError: TypeObject = exceptionClass("NameError", .exception)
  package static let unboundLocalError: TypeObject = exceptionClass("UnboundLocalError", .nameError)
  package static let osError: TypeObject = exceptionClass("OSError", .exception)
  package static let blockingIoError: TypeObject = exceptionClass("BlockingIOError", .osError)
  package static let childProcessError: TypeObject = exceptionClass("ChildProcessError", .osError)
  package static let connectionError: TypeObject = exceptionClass("ConnectionError", .osError)
  package static let brokenPipeError: TypeObject = exceptionClass("BrokenPipeError", .connectionError)
  package static let connectionAbortedError: TypeObject = exceptionClass("ConnectionAbortedError", .connectionError)
  package static let connectionRefusedError: TypeObject = exceptionClass("ConnectionRefusedError", .connectionError)
  package static let connectionResetError: TypeObject = exceptionClass("ConnectionResetError", .connectionError)
  package static let fileExistsError: TypeObject = exceptionClass("FileExistsError", .osError)
  package static let fileNotFoundError: TypeObject = exceptionClass("FileNotFoundError", .osError)
  package static let interruptedError: TypeObject = exceptionClass("InterruptedError", .osError)
  package static let isADirectoryError: TypeObject = exceptionClass("IsADirectoryError", .osError)
  package static let notADirectoryError: TypeObject = exceptionClass("NotADirectoryError", .osError)
  package static let permissionError: TypeObject = exceptionClass("PermissionError", .osError)
  package static let processLookupError: TypeObject = exceptionClass("ProcessLookupError", .osError)
  package static let timeoutError: TypeObject = exceptionClass("TimeoutError", .osError)
  package static let referenceError: TypeObject = exceptionClass("ReferenceError", .exception)
  package static let runtimeError: TypeObject = exceptionClass("RuntimeError", .exception)
  package static let notImplementedError: TypeObject = exceptionClass("NotImplementedError", .runtimeError)
  package static let recursionError: TypeObject = exceptionClass("RecursionError", .runtimeError)
  package static let stopAsyncIteration: TypeObject = exceptionClass("StopAsyncIteration", .exception)
  package static let stopIteration: TypeObject = exceptionClass("StopIteration", .exception)
  package static let syntaxError: TypeObject = exceptionClass("SyntaxError", .exception)
  package static let indentationError: TypeObject = exceptionClass("IndentationError", .syntaxError)
  package static let tabError: TypeObject = exceptionClass("TabError", .indentationError)
  package static let systemError: TypeObject = exceptionClass("SystemError", .exception)
  package static let typeError: TypeObject = exceptionClass("TypeError", .exception)
  package static let valueError: TypeObject = exceptionClass("ValueError", .exception)
  package static let unicodeError: TypeObject = exceptionClass("UnicodeError", .valueError)
  package static let unicodeDecodeError: TypeObject = exceptionClass("UnicodeDecodeError", .unicodeError)
  package static let unicodeEncodeError: TypeObject = exceptionClass("UnicodeEncodeError", .unicodeError)
  package static let unicodeTranslateError: TypeObject = exceptionClass("UnicodeTranslateError", .unicodeError)
  package static let warning: TypeObject = exceptionClass("Warning", .exception)
  package static let bytesWarning: TypeObject = exceptionClass("BytesWarning", .warning)
  package static let deprecationWarning: TypeObject = exceptionClass("DeprecationWarning", .warning)
  package static let encodingWarning: TypeObject = exceptionClass("EncodingWarning", .warning)
  package static let futureWarning: TypeObject = exceptionClass("FutureWarning", .warning)
  package static let importWarning: TypeObject = exceptionClass("ImportWarning", .warning)
  package static let pendingDeprecationWarning: TypeObject = exceptionClass("PendingDeprecationWarning", .warning)
  package static let resourceWarning: TypeObject = exceptionClass("ResourceWarning", .warning)
  package static let runtimeWarning: TypeObject = exceptionClass("RuntimeWarning", .warning)
  package static let syntaxWarning: TypeObject = exceptionClass("SyntaxWarning", .warning)
  package static let unicodeWarning: TypeObject = exceptionClass("UnicodeWarning", .warning)
  package static let userWarning: TypeObject = exceptionClass("UserWarning", .warning)
  package static let generatorExit: TypeObject = exceptionClass("GeneratorExit", .baseException)
  package static let keyboardInterrupt: TypeObject = exceptionClass("KeyboardInterrupt", .baseException)
  package static let systemExit: TypeObject = exceptionClass("SystemExit", .baseException)

  package static let baseExceptionGroup: TypeObject = exceptionClass("BaseExceptionGroup", .baseException)
  package static let exceptionGroup: TypeObject = {
    let type = TypeObject(
      name: "ExceptionGroup", module: "builtins", bases: [.baseExceptionGroup, .exception], mro: nil, isScriptDefined: false)
    if let order = type.linearised() { type.setMRO(order) }
    type.instanceTag = .exception
    type.hasAttributes = true
    return type
  }()

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
    .userWarning, .generatorExit, .keyboardInterrupt, .systemExit, .baseExceptionGroup,
    .exceptionGroup,
  ]
}
