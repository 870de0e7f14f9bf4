/// `UnicodeDecodeError`, `UnicodeEncodeError` and `UnicodeTranslateError`: what could not be converted, and where.
enum UnicodeErrors {
  private static let fields = ["encoding", "object", "start", "end", "reason"]

  static func setUp() {
    for (type, names) in [
      (TypeObject.unicodeDecodeError, fields), (.unicodeEncodeError, fields),
      (.unicodeTranslateError, Array(fields.dropFirst())),
    ] {
      type.extend(of: ExceptionObject.self) { t in
        for (i, name) in names.enumerated() {
          t.property(name) { exception throws(Raised) -> Value in
            i < exception.arguments.count ? exception.arguments[i] : .none
          }
        }
        t.method("__init__(self, *args)") { exception, call throws(Raised) -> Value in
          let arguments = call.rest(1)
          guard arguments.count == names.count else {
            throw .typeError("function takes exactly \(names.count) arguments (\(arguments.count) given)")
          }
          exception.arguments = arguments
          return .none
        }
        t.slots.str = { (value) throws(Raised) -> String in try text(ExceptionMethods.exception(value), names.count) }
      }
    }
  }

  private static func text(_ exception: ExceptionObject, _ fieldCount: Int) throws(Raised) -> String {
    let arguments = exception.arguments
    let interpreter = Interpreter.current
    guard arguments.count == fieldCount else { return try interpreter.str(arguments.first ?? .string("")) }
    let hasEncoding = fieldCount == 5
    let source = arguments[hasEncoding ? 1 : 0]
    let start = arguments[fieldCount - 3].intValue ?? 0
    let end = arguments[fieldCount - 2].intValue ?? 0
    let reason = try interpreter.str(arguments[fieldCount - 1])
    let codec = hasEncoding ? "'\(try interpreter.str(arguments[0]))' codec " : ""
    if let bytes = source.cast(to: BytesObject.self) {
      if end == start + 1, start >= 0, start < bytes.bytes.count {
        let digits = String(bytes.bytes[start], radix: 16)
        return "\(codec)can't decode byte 0x\(digits.count == 1 ? "0" : "")\(digits) in position \(start): \(reason)"
      }
      return "\(codec)can't decode bytes in position \(start)-\(end - 1): \(reason)"
    }
    let verb = hasEncoding ? "encode" : "translate"
    if let text = source.cast(to: StrObject.self), end == start + 1, start >= 0, start < text.count {
      return
        "\(codec)can't \(verb) character '\(CharacterFunctions.escaped(String(text.scalar(at: start))))' in position \(start): \(reason)"
    }
    return "\(codec)can't \(verb) characters in position \(start)-\(end - 1): \(reason)"
  }
}
