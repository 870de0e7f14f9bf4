import Glibc

/// The cells of all runs, kept in one append-only file.
///
/// The first line is `lectern history 1`; then a line an entry: `>`, the time in seconds, the process, the text with `\n`, `\t`
/// and `\\` escaped. `<` lines tell how the process's last entry went. Unknown lines are passed over, so that later versions may
/// add kinds. Each line is one write under a lock, so several prompts share the file.
package final class History {
  /// The entries of earlier runs, oldest first; made when they are first asked for, after the prompt has been shown.
  package var entries: [String] {
    if let bytes = unread {
      unread = nil
      read = decoded(bytes).entries
    }
    return read
  }
  /// What went wrong, in words for the user; taken once.
  package private(set) var notice: String?

  /// The file's bytes until somebody wants the entries.
  private var unread: [UInt8]?
  private var read: [String] = []
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
      let error = count > 0 ? ENOSPC : errno
      // Half an entry would come back as a whole one.
      if count > 0 { _ = ftruncate(descriptor, size) }
      errno = error
      fail("\(path) cannot be written")
    }
  }

  private func load() {
    guard let bytes = contents() else { return fail("\(path) cannot be read") }
    guard !bytes.isEmpty else { return }
    // A file that is text as a whole has no damaged entries.
    let isText = String(validating: bytes, as: UTF8.self) != nil && memchr(bytes, 0, bytes.count) == nil
    if isText, bytes.starts(with: Array((Self.cookie + "\n").utf8)) {
      unread = bytes
      return
    }
    let isDamaged: Bool
    (read, isDamaged) = decoded(bytes)
    let hasCookie = bytes.starts(with: Array((Self.cookie + "\n").utf8))
    if isDamaged || !hasCookie, notice == nil { moveAside(bytes) }
  }

  /// The entries of a file's bytes, and whether some could not be read.
  private func decoded(_ bytes: [UInt8]) -> (entries: [String], isDamaged: Bool) {
    var entries: [String] = []
    var isDamaged = false
    entries.reserveCapacity(bytes.count / 40)
    forEachLine(of: bytes) { line in
      guard line.first == UInt8(ascii: ">"), let text = Self.fourthField(of: line) else { return }
      if let entry = Self.entry(text) { entries.append(entry) } else { isDamaged = true }
    }
    return (entries, isDamaged)
  }

  /// The file's bytes, as one moment has them.
  private func contents() -> [UInt8]? {
    flock(descriptor, LOCK_SH)
    defer { flock(descriptor, LOCK_UN) }
    let size = Int(max(0, lseek(descriptor, 0, SEEK_END)))
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let read = size == 0 ? 0 : pread(descriptor, buffer.baseAddress, size, 0)
      isRead = read >= 0
      count = max(0, read)
    }
    return isRead ? bytes : nil
  }

  private func forEachLine(of bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      var start = 0
      while start < all.count {
        let found = memchr(base + start, 0x0A, all.count - start)
        let end = found.map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? all.count
        if end > start { body(UnsafeBufferPointer(start: base + start, count: end - start)) }
        start = end + 1
      }
    }
  }

  /// What stands behind the third tab.
  private static func fourthField(of line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    var tabs = 0
    for (index, byte) in line.enumerated() where byte == 0x09 {
      tabs += 1
      if tabs == 3 { return UnsafeBufferPointer(rebasing: line[(index + 1)...]) }
    }
    return nil
  }

  /// The text of an entry; nil where it is damaged.
  private static func entry(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return bytes.contains(UInt8(ascii: "\\")) ? unescape(text) : text
  }

  /// All entries of all runs with what is known of them, oldest first, whose text `isWanted` accepts.
  package func records(where isWanted: (String) -> Bool) -> [HistoryRecord] {
    guard descriptor >= 0, let bytes = contents() else { return [] }
    var records: [HistoryRecord] = []
    // The entry of each process whose outcome is still to come; nil for one that is not wanted.
    var latest: [Int: Int] = [:]
    forEachLine(of: bytes) { line in
      let fields = line.prefix(80).split(separator: 0x09, maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count >= 4, let process = Int(String(decoding: fields[2], as: UTF8.self)),
        let number = Int(String(decoding: fields[1], as: UTF8.self)), let text = Self.fourthField(of: line)
      else { return }
      if line.first == UInt8(ascii: ">") {
        latest[process] = nil
        guard let entry = Self.entry(text), isWanted(entry) else { return }
        latest[process] = records.count
        records.append(HistoryRecord(time: number, text: entry))
      } else if line.first == UInt8(ascii: "<"), let index = latest.removeValue(forKey: process) {
        records[index].seconds = Double(number) / 1000
        records[index].succeeded = text.elementsEqual("ok".utf8)
      }
    }
    return records
  }

  /// Keeps a damaged file under another name and goes on in a fresh one that holds what could be read.
  private func moveAside(_ bytes: [UInt8]) {
    let aside = "\(path).damaged-\(time(nil))"
    guard rename(path, aside) == 0 else { return fail("\(path) is damaged and cannot be moved aside") }
    close(descriptor)
    descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return fail("\(path) cannot be written") }
    var good = Array((Self.cookie + "\n").utf8)
    forEachLine(of: bytes) { line in
      let isEntry = line.first == UInt8(ascii: ">")
      let isOutcome = line.first == UInt8(ascii: "<")
      guard isEntry || isOutcome, let text = Self.fourthField(of: line), Self.entry(text) != nil else { return }
      good += line
      good.append(0x0A)
    }
    flock(descriptor, LOCK_EX)
    let count = write(descriptor, good, good.count)
    flock(descriptor, LOCK_UN)
    guard count == good.count else { return fail("\(path) cannot be written") }
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
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        result.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "t") ? 0x09 : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// An entry of the history with what is known of it.
package struct HistoryRecord {
  /// When it was typed, in seconds since 1970.
  package let time: Int
  /// The cell.
  package let text: String
  /// How long it ran; nil for one that never ended.
  package var seconds: Double?
  /// Whether it ended without an error.
  package var succeeded: Bool?
}
