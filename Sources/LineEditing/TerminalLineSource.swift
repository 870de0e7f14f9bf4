import Glibc

/// Cells typed at a terminal, behind an `In [n]:` prompt.
package final class TerminalLineSource: LineSource {
  private let editor: Editor
  private let history: History?

  /// Makes the editor; nil when libedit refuses the terminal. `history` gives earlier runs' cells and takes new ones.
  package init?(hooks: LineSourceHooks, history: History?) {
    // libedit reads the locale when it starts, and drops whatever that cannot print.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    TerminalGuard.install()
    SignalPipe.catchTerminalSignals()
    guard let editor = Editor(hooks: hooks) else { return nil }
    self.editor = editor
    self.history = history
    if let history { editor.earlierEntries = { history.entries } }
  }

  /// The next line for a program: typed ahead, or read now.
  package func programLine() -> String? {
    if let line = editor.takeTypedLine() {
      fputs(line + "\n", stdout)
      return line
    }
    return ProgramInput.line()
  }

  /// The next cell, edited behind its prompt.
  package func next(_ prompt: LinePrompt) -> LineEvent {
    let dots = String(repeating: " ", count: max(0, prompt.title.count - 4)) + "...: "
    _ = SignalPipe.take()
    switch editor.readCell(
      prompt: Terminal.promptText(prompt.title, colour: prompt.colour), continuationPrompt: dots, initialText: prompt.text)
    {
    case .text(let text):
      let entry = text.withoutTrailingBlanks
      if !entry.isEmpty {
        editor.remember(entry)
        if prompt.keepsHistory { history?.append(entry) }
      }
      return .text(text)
    case .end:
      fputs("\n", stdout)
      return .end
    case .interrupted:
      fputs("\n", stdout)
      return .interrupted
    }
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    var bytes = Substring(self).utf8
    while let last = bytes.last, last == 0x20 || last == 0x0A || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
