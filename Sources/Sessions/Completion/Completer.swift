import Glibc
import Interpreter

/// Finds what could stand at the cursor. Looks names up, and never runs what the person wrote: no property, no `__getattr__`.
package struct Completer {
  private let session: Session
  private var interpreter: Interpreter { session.interpreter }

  /// What was found.
  package struct Result {
    /// How many UTF-8 bytes left of the cursor the candidates replace.
    package var replacedByteCount = 0
    /// The candidates, sorted.
    package var candidates: [String] = []
    /// The signature of the function in whose empty parentheses the cursor stands.
    package var hint: String?
  }

  /// Makes a completer for a session's names.
  package init(_ session: Session) { self.session = session }

  /// The candidates for the text left of the cursor.
  package func complete(_ head: String) -> Result { session.perform { find(head) } }

  private func find(_ head: String) -> Result {
    let place = CompletionPlace(head)
    var result = Result(replacedByteCount: place.typed.utf8.count)
    var names: [String]
    switch place.kind {
    case .none: return result
    case .name:
      names = globalNames()
      if let callee = place.callee {
        let signature = ObjectFacts(of: value(of: callee), interpreter)
        if place.isAtOpenParenthesis, let text = signature.signatureText {
          result.hint = (callee.last ?? "") + text
          return result
        }
        names += signature.parameterNames.filter { !$0.hasPrefix("*") }.map { $0 + "=" }
      }
      if place.typed.isEmpty { return result }
    case .attribute(let path): names = value(of: path).map { ObjectFacts(of: $0, interpreter).attributeNames } ?? []
    case .directive: names = DirectiveRegistry.all.map(\.name)
    case .module: names = interpreter.importableModuleNames
    case .imported(let module):
      names = (try? interpreter.importModule(module)).map { ObjectFacts(of: $0, interpreter).attributeNames } ?? []
    case .text(let container):
      if let dict = value(of: container)?.cast(to: DictObject.self) {
        names = dict.keys.compactMap(\.stringValue)
      } else {
        return paths(place.typed)
      }
    }
    // Names that start with an underscore are shown to those who type it.
    let showsPrivate = place.typed.hasPrefix("_")
    result.candidates = Set(names.filter { $0.hasPrefix(place.typed) && (showsPrivate || !$0.hasPrefix("_")) }).sorted()
    return result
  }

  private func globalNames() -> [String] {
    // While the program waits, the names of the frame that the person looks into come first.
    let names = session.inspectedFrame.map { $0.locals.keys + $0.globals.keys } ?? interpreter.globals.keys
    let own = names.compactMap(\.stringValue)
    let builtin = interpreter.builtins.namespace.keys.compactMap(\.stringValue)
    return own + builtin + Array(interpreter.preludeNames.keys) + Self.keywords
  }

  private static let keywords = [
    "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
    "global",
    "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    "True", "False", "None",
  ]

  /// The value behind a chain of names; nil where it cannot be had without running something.
  private func value(of path: [String]) -> Value? {
    guard let first = path.first else { return nil }
    let own = session.inspectedFrame.flatMap { $0.locals.get(first) ?? $0.globals.get(first) }
    var value = own ?? interpreter.globals.get(first) ?? interpreter.builtins.namespace.get(first)
    if value == nil, let make = interpreter.preludeNames[first] { value = try? make(interpreter) }
    for name in path.dropFirst() {
      guard let known = value else { return nil }
      value = ObjectFacts(of: known, interpreter).attribute(name)
    }
    return value
  }

  // MARK: Paths

  private func paths(_ typed: String) -> Result {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = typed[..<slash].isEmpty ? "." : String(typed[..<slash])
    let start = typed[slash...]
    var result = Result(replacedByteCount: start.utf8.count)
    guard let directory = opendir(folder) else { return result }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name != ".", name != "..", !name.hasPrefix(".") || start.hasPrefix(".") else { continue }
      result.candidates.append(entry.pointee.d_type == UInt8(DT_DIR) ? name + "/" : name)
    }
    result.candidates.sort()
    return result
  }
}
