import Glibc

/// The cells of all runs, kept in one append-only file.
///
/// The first line is `lectern history 1`; then a line an entry: `>`, the time in seconds, the process, the text with `\n`, `\t`
/// and `\\` escaped. `<` lines tell how the process's last entry went. Unknown lines are passed over, so that later versions may
/// add kinds. Each line is one write under a lock, so several prompts share the file.
package final class History {
  /// The entries of earlier runs, oldest first.
  package private(set) var entries: [String] = []
  /// What went wrong, in words for the user; taken once.
  package private(set) var notice: String?

  private let path: String
  private var descriptor: Int32 = -1
  private static let cookie = "lectern history 1"

  /// Opens the history in `folder`, which is made if it is missing. Failure leaves a notice and a history that forgets.
  package init(folder: String) {
    path = folder + "/history"
    guard Self.makeFolder(folder) else {
      fail("the folder \(folder) cannot be made")
      return
    }
    descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      fail("\(path) cannot be written")
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }
    if descriptor >= 0 { load() }
    if notice != nil { stop() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The folder that holds the history: `$XDG_STATE_HOME/lectern`, else `~/.local/state/lectern`; nil without a home.
  package static var standardFolder: String? {
    if let state = getenv("XDG_STATE_HOME").map({ String(cString: $0) }), state.hasPrefix("/") { return state + "/lectern" }
    guard let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/lectern"
  }

  /// Adds an entry to the file.
  package func append(_ entry: String) {
    appendLine(">\t\(time(nil))\t\(getpid())\t\(Self.escape(entry))")
  }

  /// Adds how the entry appended last went.
  package func appendOutcome(seconds: Double, succeeded: Bool) {
    let milliseconds = Int((seconds * 1000).rounded())
    appendLine("<\t\(milliseconds)\t\(getpid())\t\(succeeded ? "ok" : "error")")
  }

  /// The notice, once.
  package func takeNotice() -> String? {
    defer { notice = nil }
    return notice
  }

  private func appendLine(_ line: String) {
    guard descriptor >= 0 else { return }
    flock(descriptor, LOCK_EX)
    defer { flock(descriptor, LOCK_UN) }
    let size = lseek(descriptor, 0, SEEK_END)
    var text = line + "\n"
    if size == 0 {
      text = Self.cookie + "\n" + text
    } else {
      // A line that a crash or a full disk cut off must not swallow this one.
      var last: UInt8 = 0x0A
      if pread(descriptor, &last, 1, size - 1) == 1, last != 0x0A { text = "\n" + text }
    }
    let bytes = Array(text.utf8)
    let count = write(descriptor, bytes, bytes.count)
    if count != bytes.count {
      if count > 0 { errno = ENOSPC }
      fail("\(path) cannot be written")
    }
  }

  private func load() {
    flock(descriptor, LOCK_SH)
    var bytes = [UInt8](repeating: 0, count: Int(max(0, lseek(descriptor, 0, SEEK_END))))
    let count = pread(descriptor, &bytes, bytes.count, 0)
    flock(descriptor, LOCK_UN)
    guard count >= 0 else { return fail("\(path) cannot be read") }
    bytes.removeLast(bytes.count - count)
    guard !bytes.isEmpty else { return }
    var isDamaged = !bytes.starts(with: Array((Self.cookie + "\n").utf8))
    for line in bytes.split(separator: 0x0A) where line.first == UInt8(ascii: ">") {
      let fields = line.split(separator: 0x09, maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4 else { continue }
      if !fields[3].contains(0), let text = String(validating: fields[3], as: UTF8.self) {
        entries.append(Self.unescape(text))
      } else {
        isDamaged = true
      }
    }
    if isDamaged && notice == nil { moveAside() }
  }

  /// Keeps a damaged file under another name and goes on in a fresh one that holds what could be read.
  private func moveAside() {
    let aside = "\(path).damaged-\(time(nil))"
    guard rename(path, aside) == 0 else { return fail("\(path) is damaged and cannot be moved aside") }
    close(descriptor)
    descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    for entry in entries { append(entry) }
    notice = "History was damaged: kept as \(aside), \(entries.count) entries saved."
  }

  private func fail(_ what: String) {
    let reason = String(cString: strerror(errno))
    stop()
    notice = "History is not kept: \(what) (\(reason))."
  }

  private func stop() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  private static func makeFolder(_ folder: String) -> Bool {
    var status = stat()
    if stat(folder, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex, !makeFolder(String(folder[..<slash])) { return false }
    return mkdir(folder, 0o700) == 0 || errno == EEXIST
  }

  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\0": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "n": result += "\n"
        case "t": result += "\t"
        default: result.unicodeScalars.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
