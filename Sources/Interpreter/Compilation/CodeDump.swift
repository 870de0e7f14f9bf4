import Syntax

extension Interpreter {
  /// The register code of a source, one line an instruction, functions after the code that defines them: what
  /// `lectern inspect code` shows.
  package func codeDump(_ text: String, name: String, mode: Mode) throws(Raised) -> String {
    var lines: [String] = []
    try compile(SourceFile(name: name, text: text), mode: mode).dump(into: &lines)
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Code {
  fileprivate func dump(into lines: inout [String]) {
    lines.append("\(qualifiedName): \(registerCount) registers, \(localCount) locals")
    var line = 0
    for index in 0..<instructionCount {
      let instruction = instructions[index]
      var place = ""
      if index < spans.count {
        let current = source.line(of: spans[index].start)
        if current != line { place = String(current) }
        line = current
      }
      let operands = "\(instruction.a) \(instruction.b) \(instruction.c) \(instruction.d)"
      lines.append(Self.padded(place, 5) + Self.padded(String(index), 5) + Self.padded("\(instruction.op)", 22) + operands)
    }
    for (index, constant) in (0..<constantCount).map({ ($0, constants[$0]) }) {
      lines.append("     K\(index) = \((try? Interpreter.current.repr(constant)) ?? "")")
    }
    for (index, name) in names.enumerated() { lines.append("     N\(index) = \(name.string)") }
    for child in children {
      lines.append("")
      child.dump(into: &lines)
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
