import Syntax

extension FunctionObject {
  /// The text that defines it and the line on which it starts there.
  package var definition: (source: SourceFile, line: Int) { (code.source, code.firstLine) }

  /// The parentheses of its signature, defaults included; `skipping` leaves out the first parameters (`self` of a bound method).
  package func signatureText(_ interpreter: Interpreter, skipping: Int = 0) -> String {
    let layout = code.parameters
    var parts: [String] = []
    func add(_ index: Int, default value: Value?) {
      guard index >= skipping, index < layout.names.count else { return }
      let name = layout.names[index].string
      guard let value, !value.isUnbound else { return parts.append(name) }
      let text = (try? interpreter.repr(value)) ?? "..."
      parts.append(name + "=" + (text.count > 40 || text.contains("\n") ? "..." : text))
    }
    for index in 0..<layout.positional {
      let place = index - (layout.positional - defaults.count)
      add(index, default: place >= 0 && place < defaults.count ? defaults[place] : nil)
    }
    let varPositional = layout.positional + layout.keywordOnly
    if layout.hasVarPositional, varPositional < layout.names.count {
      parts.append("*" + layout.names[varPositional].string)
    } else if layout.keywordOnly > 0 {
      parts.append("*")
    }
    for index in 0..<layout.keywordOnly {
      add(layout.positional + index, default: index < keywordDefaults.count ? keywordDefaults[index] : nil)
    }
    if layout.hasVarKeyword, let last = layout.names.last { parts.append("**" + last.string) }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}
