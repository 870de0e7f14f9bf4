import CLibedit
import Glibc

/// libedit, set up for cells of several lines.
///
/// Keys are read by our own reader (`EL_SIGNAL` 0), which also sees signals: libedit's own handling re-sends them to the whole
/// process group. Every key that must know about lines is bound to one of our functions; the rest is libedit's, and what these
/// do to the continuation prompts inside the buffer is repaired before the next key is read.
final class Editor {
  private let handle: OpaquePointer
  private let list: OpaquePointer
  private var keys = KeyReader()
  /// The prompt as libedit wants it; asked for at every redraw, so made once a cell.
  private var prompt: UnsafeMutablePointer<CChar>
  /// What follows each newline in libedit's buffer.
  private(set) var decoration: [UInt32] = []
  /// Text taken out by a kill key, for Ctrl-Y.
  var killed = ""
  /// Whether the key function at work reads keys itself.
  var isReadingRaw = false
  var hooks: LineSourceHooks
  /// Whether Ctrl-C was pressed in this cell: the next read gives up.
  private var isInterrupted = false
  /// What is to stand behind the prompt before the first key.
  private var initialText: String?

  /// Typed internally to run a libedit function from ours: C1 control characters, which no keyboard sends.
  enum PrivateKey {
    static let redecorate: UInt32 = 0x80
    static let moveToEnd: UInt32 = 0x83
    static let initialText: UInt32 = 0x85
    static let previousHistory = "\u{81}"
    static let nextHistory = "\u{82}"
    static let accept = "\u{84}"
  }

  /// Makes the editor; nil when libedit refuses the terminal.
  init?(hooks: LineSourceHooks) {
    guard let handle = lectern_el_init("lectern") else { return nil }
    guard let list = history_init() else {
      el_end(handle)
      return nil
    }
    self.handle = handle
    self.list = list
    self.hooks = hooks
    prompt = strdup("")
    lectern_el_set_signal(handle, 0)
    lectern_el_set_client_data(handle, Unmanaged.passUnretained(self).toOpaque())
    lectern_el_set_reader(handle) { handle, character in
      guard let handle, let character, let editor = Editor.from(handle) else { return -1 }
      return editor.read(into: character)
    }
    lectern_el_set_prompt(handle, { handle in handle.flatMap { Editor.from($0) }?.prompt }, 1)
    // A fresh list keeps nothing: its size is 0.
    lectern_history_set_size(list, 100_000)
    lectern_history_set_unique(list, 1)
    lectern_el_set_history(handle, list)
    bindKeys(of: handle)
    // Last, so that the person's own .editrc wins.
    el_source(handle, nil)
  }

  deinit {
    el_end(handle)
    history_end(list)
    free(prompt)
  }

  /// The editor behind a libedit handle.
  static func from(_ handle: OpaquePointer) -> Editor? {
    lectern_el_client_data(handle).map { Unmanaged<Editor>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: A cell

  /// What came of reading a cell.
  enum Reading {
    case text(String)
    case end
    case interrupted
  }

  /// Reads a cell behind `prompt`, whose escapes stand between bytes of value 1; further lines get `continuationPrompt`.
  func readCell(prompt text: String, continuationPrompt: String, initialText: String = "") -> Reading {
    self.initialText = initialText.isEmpty ? nil : initialText
    free(prompt)
    prompt = strdup(text)
    decoration = continuationPrompt.unicodeScalars.map(\.value)
    isInterrupted = false
    // libedit itself would do this only after showing the prompt: a Ctrl-D typed in between would be lost.
    takeTerminal()
    defer { Terminal.setBracketedPaste(false) }
    var count: Int32 = 0
    guard let line = el_wgets(handle, &count), count > 0 else {
      if count < 0 || isInterrupted {
        keys.discard()
        return .interrupted
      }
      return .end
    }
    // By count, never to a NUL: the buffer beyond is stale.
    let buffer = (0..<Int(count)).map { UInt32(bitPattern: line[$0]) }
    let content = buffer.last == EditorText.newline ? Array(buffer.dropLast()) : buffer
    return .text(EditorText(decorated: content, cursor: content.count, decoration: decoration).string)
  }

  /// Takes the text that is to stand behind the prompt.
  func takeInitialText() -> String? {
    defer { initialText = nil }
    return initialText
  }

  /// A line that was typed ahead and not read yet, for a program that asks for one.
  func takeTypedLine() -> String? { keys.takeLine() }

  /// Has another program use the terminal for a while.
  func lendTerminal<R>(_ body: () -> R) -> R {
    Terminal.setBracketedPaste(false)
    lectern_el_prepare_terminal(handle, 0)
    defer { takeTerminal() }
    return body()
  }

  /// Sets the terminal up for editing. Ctrl-\ and Ctrl-S are keys without a meaning then: pasted bytes must not end or stop the
  /// session.
  private func takeTerminal() {
    lectern_el_prepare_terminal(handle, 1)
    var state = termios()
    if tcgetattr(STDIN_FILENO, &state) == 0 {
      state.c_iflag &= ~tcflag_t(IXON)
      withUnsafeMutableBytes(of: &state.c_cc) { $0[Int(VQUIT)] = 0 }
      tcsetattr(STDIN_FILENO, TCSADRAIN, &state)
    }
    Terminal.setBracketedPaste(true)
  }

  /// Gives the entries of earlier runs, before the first key is read: by then the prompt is on the screen.
  var earlierEntries: (() -> [String])?

  /// Adds an entry to the list that Up walks through.
  func remember(_ entry: String) { lectern_history_enter(list, entry) }

  // MARK: The buffer

  /// The text being edited.
  var text: EditorText {
    get {
      let (buffer, cursor) = rawBuffer
      return EditorText(decorated: buffer, cursor: cursor, decoration: decoration)
    }
    set {
      let (buffer, cursor) = newValue.decorated(decoration)
      guard !buffer.isEmpty else {
        // libedit refuses to replace by nothing.
        let length = Int32(truncatingIfNeeded: rawBuffer.scalars.count)
        el_cursor(handle, length)
        el_deletestr(handle, length)
        return
      }
      var wide = buffer.map { wchar_t(bitPattern: $0) }
      wide.append(0)
      el_wreplacestr(handle, wide)
      el_cursor(handle, Int32(truncatingIfNeeded: cursor - rawBuffer.cursor))
    }
  }

  private var rawBuffer: (scalars: [UInt32], cursor: Int) {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer, let end = line.lastchar, let cursor = line.cursor
    else {
      return ([], 0)
    }
    return ((0..<(end - start)).map { UInt32(bitPattern: start[$0]) }, cursor - start)
  }

  /// Makes libedit see `keys` as typed next.
  func push(_ keys: String) { el_push(handle, keys) }

  /// Reads one key inside a key function; nil at the end of the input or on Ctrl-C.
  func readKey() -> UInt32? {
    isReadingRaw = true
    defer { isReadingRaw = false }
    var character: wchar_t = 0
    return el_wgetc(handle, &character) == 1 ? UInt32(bitPattern: character) : nil
  }

  // MARK: Reading keys

  private func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if let entries = earlierEntries {
      earlierEntries = nil
      for entry in entries() { remember(entry) }
    }
    if isInterrupted {
      errno = EINTR
      return -1
    }
    if !isReadingRaw, initialText != nil {
      character.pointee = wchar_t(bitPattern: PrivateKey.initialText)
      return 1
    }
    if !isReadingRaw, needsRedecoration {
      character.pointee = wchar_t(bitPattern: PrivateKey.redecorate)
      return 1
    }
    while true {
      switch keys.next() {
      case .scalar(let scalar):
        character.pointee = wchar_t(bitPattern: scalar)
        return 1
      case .end: return 0
      case .signal(SIGWINCH): el_resize(handle)
      case .signal(SIGCONT):
        // The shell has put the terminal into its own state: set ours again, and draw the line anew.
        lectern_el_prepare_terminal(handle, 0)
        takeTerminal()
        lectern_el_refresh(handle)
      case .signal:
        isInterrupted = true
        guard !isReadingRaw, text.hasSeveralLines else {
          errno = EINTR
          return -1
        }
        // What is printed next must stand below the block, not in it.
        character.pointee = wchar_t(bitPattern: PrivateKey.moveToEnd)
        return 1
      }
    }
  }

  /// Whether the buffer holds several lines, seen without copying it: this is asked at every key.
  private var hasNewline: Bool {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer, let end = line.lastchar, end > start else {
      return false
    }
    return wmemchr(start, wchar_t(bitPattern: EditorText.newline), end - start) != nil
  }

  /// Whether the last key, one of libedit's own, left the buffer without its continuation prompts or the cursor inside one.
  private var needsRedecoration: Bool {
    guard hasNewline else { return false }
    let (buffer, cursor) = rawBuffer
    // During incremental search libedit keeps its own line, "bck:" or "fwd:", at the buffer's end.
    let last = (buffer.lastIndex(of: EditorText.newline) ?? -1) + 1
    for mark in ["bck", "fwd"] where buffer[last...].starts(with: mark.unicodeScalars.map(\.value)) { return false }
    return EditorText.needsDecoration(buffer, cursor: cursor, decoration: decoration)
  }
}
