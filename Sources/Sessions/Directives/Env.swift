import Glibc
import Interpreter

extension Directive {
  /// `%env`
  static let env = Directive("env", usage: "%env [NAME[=VALUE]]", "Shows or sets environment variables.") {
    call throws(Raised) in
    let text = call.arguments
    if let equals = text.firstIndex(of: "=") {
      let name = String(text[..<equals])
      let value = String(text[text.index(after: equals)...])
      guard !name.isEmpty, setenv(name, value, 1) == 0 else { throw .valueError("%env wants NAME=VALUE") }
      call.print("env: \(name)=\(value)")
      return nil
    }
    guard text.isEmpty else {
      guard let value = getenv(text) else { throw .keyError(.string(text)) }
      return .string(String(cString: value))
    }
    var entry = environ
    while let line = entry.pointee {
      call.print(String(cString: line))
      entry += 1
    }
    return nil
  }
}
