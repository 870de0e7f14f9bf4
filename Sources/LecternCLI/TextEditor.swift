import Glibc

/// The person's own editor, for a cell.
enum TextEditor {
  /// Has a text edited in a file of its own; nil when the editor failed.
  static func edit(_ text: String) -> String? {
    var path = Array(((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/lectern-XXXXXX.py").utf8CString)
    let descriptor = mkstemps(&path, 3)
    guard descriptor >= 0 else { return nil }
    let name = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(name) }
    let bytes = Array((text + (text.isEmpty ? "" : "\n")).utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
    close(descriptor)
    // The shell splits what the variable holds, as it does for other programs: EDITOR="code --wait".
    guard isWritten, system("${VISUAL:-${EDITOR:-$(command -v editor || command -v nano || echo vi)}} '\(name)'") == 0 else {
      return nil
    }
    return contents(of: name)
  }

  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece[0..<count]
    }
    while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
    return String(validating: bytes, as: UTF8.self)
  }
}
