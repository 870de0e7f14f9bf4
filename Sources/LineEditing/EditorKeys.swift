import CLibedit
import Glibc

extension Editor {
  // libedit exchanges carriage return and line feed on input: Enter arrives as ^J, a line feed as ^M.

  /// Binds every key that must know about cells of several lines, and those that libedit leaves unbound.
  func bindKeys(of handle: OpaquePointer) {
    for command in Self.commands {
      lectern_el_add_function(handle, command.name, command.help, command.function)
      for key in command.keys { lectern_el_bind(handle, key, command.name) }
    }
    lectern_el_bind(handle, "\\201", "ed-prev-history")
    lectern_el_bind(handle, "\\202", "ed-next-history")
    lectern_el_bind(handle, "\\204", "ed-newline")
    lectern_el_bind(handle, "^R", "em-inc-search-prev")
  }

  /// A key function: its name for `.editrc`, what it does, the keys it is bound to.
  private struct Command {
    let name: String
    let help: String
    let keys: [String]
    let function: lectern_key_function

    init(_ name: String, _ help: String, _ keys: [String], _ function: @escaping lectern_key_function) {
      self.name = name
      self.help = help
      self.keys = keys
      self.function = function
    }
  }

  private static let refresh = UInt8(CC_REFRESH)

  /// Runs a change of the text that a key stands for.
  private static func edit(_ handle: OpaquePointer?, _ change: (Editor, inout EditorText) -> Void) -> UInt8 {
    guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
    let before = editor.text
    var after = before
    change(editor, &after)
    if after == before { return UInt8(CC_NORM) }
    editor.text = after
    return refresh
  }

  /// Removes up to a place and keeps what was removed for Ctrl-Y.
  private static func kill(_ handle: OpaquePointer?, to place: (EditorText) -> Int) -> UInt8 {
    edit(handle) { editor, text in
      let target = place(text)
      if target != text.cursor { editor.killed = text.remove(to: target) }
    }
  }

  private static let commands: [Command] = [
    Command("lectern-redecorate", "Put the continuation prompts back", ["\\200"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      let text = editor.text
      editor.text = text
      return refresh
    },
    Command("lectern-end", "Move to the end of the cell", ["\\203", "\\e>"]) { handle, _ in
      edit(handle) { _, text in text.cursor = text.scalars.count }
    },
    Command("lectern-initial-text", "Insert the text that stands there already", ["\\205"]) { handle, _ in
      edit(handle) { editor, text in text.insert(editor.takeInitialText() ?? "") }
    },
    Command("lectern-edit", "Edit the cell in $VISUAL or $EDITOR", ["^X^E"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      var text = editor.text
      text.cursor = text.scalars.count
      editor.text = text
      let edited = editor.lendTerminal { editor.hooks.edit(text.string) }
      if let edited { editor.text = EditorText(edited) }
      return UInt8(CC_REDISPLAY)
    },
    Command("lectern-enter", "Run the cell, or start its next line", ["^J", "^M"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      return editor.enter()
    },
    Command("lectern-run", "Run the cell as it is", ["\\e^J", "\\e^M"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      return editor.accept()
    },
    Command("lectern-newline", "Start a new line here", ["^O"]) { handle, _ in
      edit(handle) { _, text in text.insert("\n") }
    },
    Command("lectern-backspace", "Remove the character left of the cursor", ["^?", "^H"]) { handle, _ in
      edit(handle) { _, text in if text.cursor > 0 { text.removeBackwards() } }
    },
    Command("lectern-delete", "Remove the character at the cursor", ["\\e[3~"]) { handle, _ in
      edit(handle) { _, text in text.remove(to: text.nextCharacter) }
    },
    Command("lectern-delete-or-end", "Remove the character at the cursor; end the input if there is no text", ["^D"]) {
      handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      if editor.text.scalars.isEmpty { return UInt8(CC_EOF) }
      return edit(handle) { _, text in text.remove(to: text.nextCharacter) }
    },
    Command("lectern-left", "Move left", ["^B", "\\e[D", "\\eOD"]) { handle, _ in
      edit(handle) { _, text in text.cursor = text.previousCharacter }
    },
    Command("lectern-right", "Move right", ["^F", "\\e[C", "\\eOC"]) { handle, _ in
      edit(handle) { _, text in text.cursor = text.nextCharacter }
    },
    Command("lectern-word-left", "Move to the word on the left", ["\\eb", "\\e[1;5D", "\\e[1;3D", "\\e[5D"]) { handle, _ in
      edit(handle) { _, text in text.cursor = text.previousWord }
    },
    Command("lectern-word-right", "Move to the word on the right", ["\\ef", "\\e[1;5C", "\\e[1;3C", "\\e[5C"]) { handle, _ in
      edit(handle) { _, text in text.cursor = text.nextWord }
    },
    Command("lectern-line-start", "Move to the start of the line", ["^A", "\\e[H", "\\eOH", "\\e[1~", "\\e[7~"]) { handle, _ in
      edit(handle) { _, text in text.moveToLineStart() }
    },
    Command("lectern-line-end", "Move to the end of the line", ["^E", "\\e[F", "\\eOF", "\\e[4~", "\\e[8~"]) { handle, _ in
      edit(handle) { _, text in text.moveToLineEnd() }
    },
    Command("lectern-up", "Move up a line; on the first, go back in history", ["^P", "\\e[A", "\\eOA"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      guard editor.text.isOnFirstLine else { return edit(handle) { _, text in text.moveUp() } }
      editor.push(PrivateKey.previousHistory)
      return UInt8(CC_NORM)
    },
    Command("lectern-down", "Move down a line; on the last, go forward in history", ["^N", "\\e[B", "\\eOB"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      guard editor.text.isOnLastLine else { return edit(handle) { _, text in text.moveDown() } }
      editor.push(PrivateKey.nextHistory)
      return UInt8(CC_NORM)
    },
    Command("lectern-kill-line", "Remove the rest of the line", ["^K"]) { handle, _ in
      kill(handle) { $0.cursor == $0.lineEnd ? min($0.cursor + 1, $0.scalars.count) : $0.lineEnd }
    },
    Command("lectern-kill-line-start", "Remove the line left of the cursor", ["^U"]) { handle, _ in
      kill(handle) { $0.lineStart }
    },
    Command("lectern-kill-blank-word", "Remove back to a blank", ["^W"]) { handle, _ in
      kill(handle) { $0.previousBlank }
    },
    Command("lectern-kill-word", "Remove the word on the right", ["\\ed", "\\e[3;5~"]) { handle, _ in
      kill(handle) { $0.nextWord }
    },
    Command("lectern-kill-previous-word", "Remove the word on the left", ["\\e^?", "\\e^H"]) { handle, _ in
      kill(handle) { $0.previousWord }
    },
    Command("lectern-yank", "Insert what was removed last", ["^Y"]) { handle, _ in
      edit(handle) { editor, text in text.insert(editor.killed) }
    },
    Command("lectern-tab", "Indent, or complete the name", ["^I"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }) else { return UInt8(CC_ERROR) }
      return editor.tab()
    },
    Command("lectern-unindent", "Take one step of indentation away", ["\\e[Z"]) { handle, _ in
      edit(handle) { _, text in
        let place = text.cursor
        let start = text.lineStart
        let indent = text.scalars[start..<text.lineEnd].prefix { $0 == EditorText.space }.count
        text.cursor = start
        text.remove(to: start + min(4, indent))
        text.cursor = max(start, place - min(4, indent))
      }
    },
    Command("lectern-paste", "Insert pasted text", ["\\e[200~"]) { handle, _ in
      guard let editor = handle.flatMap({ Editor.from($0) }), let pasted = editor.readPaste() else {
        return UInt8(CC_REDISPLAY)
      }
      return edit(handle) { _, text in text.insert(pasted) }
    },
  ]

  // MARK: Enter

  private func enter() -> UInt8 {
    var text = self.text
    // In the middle of a block Enter splits the line, as in an editor.
    if text.hasSeveralLines, !text.isOnLastLine {
      text.insert("\n")
      self.text = text
      return Self.refresh
    }
    guard case .goOn(let indent) = hooks.continuation(text.string) else { return accept() }
    text.insert("\n" + String(repeating: " ", count: min(indent, 200)))
    self.text = text
    return Self.refresh
  }

  /// Has libedit itself accept the line: a key function that did would leave it without its newline.
  private func accept() -> UInt8 {
    var text = self.text
    text.cursor = text.scalars.count
    self.text = text
    push(PrivateKey.accept)
    return Self.refresh
  }

  // MARK: Tab

  private func tab() -> UInt8 {
    var text = self.text
    if text.isInIndentation {
      let column = text.cursor - text.lineStart
      text.insert(String(repeating: " ", count: 4 - column % 4))
      self.text = text
      return Self.refresh
    }
    let head = text.head
    let found = hooks.complete(head)
    guard !found.candidates.isEmpty else {
      guard let hint = found.hint else { return UInt8(CC_REFRESH_BEEP) }
      CandidateList.print([hint])
      return UInt8(CC_REDISPLAY)
    }
    let typed = String(decoding: head.utf8.suffix(found.replacedByteCount), as: UTF8.self)
    let common = found.candidates.dropFirst().reduce(found.candidates[0]) { $0.commonPrefix(with: $1) }
    if !common.utf8.elementsEqual(typed.utf8), common.hasPrefix(typed) || found.candidates.count == 1 {
      text.remove(to: text.cursor - typed.unicodeScalars.count)
      text.insert(common)
      self.text = text
      return Self.refresh
    }
    if found.candidates.count > 1 {
      CandidateList.print(found.candidates)
      return UInt8(CC_REDISPLAY)
    }
    return UInt8(CC_NORM)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
