/// Whether the lines typed at a prompt so far can run.
package enum InputState {
  /// The text is a program; it may also be empty.
  case complete
  /// More lines are needed. The indentation is what the next line most likely starts with.
  case incomplete(indentation: String)
  /// No continuation can make it a program.
  case invalid(SyntaxError)
}

extension Parser {
  /// Judges the lines typed at a prompt, as the Python prompt does: a block is finished by an empty line.
  package static func inputState(of source: SourceFile) -> InputState {
    let module: Module
    do throws(SyntaxError) {
      module = try parse(source, mode: .cell)
    } catch {
      let goesOn = error.isIncomplete || error.opensBlock && !endsWithEmptyLine(source.bytes)
      return goesOn ? .incomplete(indentation: suggestedIndentation(source)) : .invalid(error)
    }
    guard let last = module.body.last, last.opensBlock, !endsWithEmptyLine(source.bytes) else { return .complete }
    return .incomplete(indentation: suggestedIndentation(source))
  }

  /// Whether the last line is blank.
  private static func endsWithEmptyLine(_ bytes: [UInt8]) -> Bool {
    var breaks = 0
    for byte in bytes.reversed() {
      if byte == 10 {
        breaks += 1
        if breaks == 2 { return true }
      } else if byte != 32, byte != 9, byte != 13 {
        return false
      }
    }
    return false
  }

  /// The blanks of the last line that holds something, four more after a colon, four fewer after a statement that leaves its block.
  private static func suggestedIndentation(_ source: SourceFile) -> String {
    var lexer = Lexer(source)
    lexer.lexAll()
    if let open = lexer.brackets.last {
      let line = source.text(ofLine: source.line(of: open))
      return String(line.prefix { $0 == " " || $0 == "\t" }) + "    "
    }
    let tokens = lexer.tokens.filter { $0.kind != .newline && $0.kind != .dedent && $0.kind != .end && $0.kind != .error }
    guard let last = tokens.last, lexer.error == nil else { return "" }
    let line = source.line(of: last.start)
    var blanks = String(source.text(ofLine: line).prefix { $0 == " " || $0 == "\t" })
    let first = tokens.first { source.line(of: $0.start) == line && $0.kind != .indent }
    if last.kind == .colon { return blanks + "    " }
    switch first?.kind {
    case .kwReturn, .kwPass, .kwBreak, .kwContinue, .kwRaise: if blanks.hasSuffix("    ") { blanks.removeLast(4) }
    default: break
    }
    return blanks
  }
}

extension Statement {
  /// Whether it is a compound statement, which a prompt reads up to an empty line.
  var opensBlock: Bool {
    switch kind {
    case .if, .while, .for, .with, .try, .function, .class: return true
    default: return false
    }
  }
}
