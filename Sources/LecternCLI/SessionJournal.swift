import Glibc
import LineEditing
import Notebooks
import Sessions

/// Every cell of a session with its outputs, on disk before the next prompt: a percent script that grows by a cell.
///
/// A cell is written when it starts, its outputs when it ends: not even the cell in which a session dies is lost. The name ends
/// in `.open.py` while the session runs, and loses `.open` when it ends as it should.
final class SessionJournal {
  private var path: String
  private let descriptor: Int32
  /// The text of the cell that runs, which is on disk already.
  private var begun: [UInt8] = []
  private var isEmpty = true
  /// So many journals of earlier sessions are kept.
  private static let most = 30
  private static let openSuffix = ".open.py"

  /// Starts a journal in the state folder; nil, with the reason in `errno`, when none can be kept.
  init?(folder: String) {
    let folder = folder + "/sessions"
    mkdir(folder, 0o700)
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var stamp = [CChar](repeating: 0, count: 40)
    strftime(&stamp, stamp.count, "%Y-%m-%d-%H%M%S", &parts)
    path = "\(folder)/\(stamp.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })-\(getpid())\(Self.openSuffix)"
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    // A lock tells a live session's journal from a lost one's.
    flock(descriptor, LOCK_EX | LOCK_NB)
    for old in Self.journals(in: folder).dropLast(Self.most) where !Self.isLive(old) { unlink(old) }
  }

  /// Writes a cell that is about to run; false when it could not be written.
  func begin(_ source: String) -> Bool {
    isEmpty = false
    begun = Self.text(of: Cell(source: source))
    return write(begun[...])
  }

  /// Writes what came of the cell that `begin` wrote.
  func complete(_ cell: Cell) -> Bool {
    let whole = Self.text(of: cell)
    defer { begun = [] }
    // The outputs follow the source, unless the format puts something in front: then the cell stands there once more.
    return write((whole.starts(with: begun) ? whole.dropFirst(begun.count) : whole[...]) + [0x0A])
  }

  private static func text(of cell: Cell) -> [UInt8] {
    guard let format = FormatRegistry.format(forNewFile: "journal.py") else { return [] }
    var text = Array(format.write(Notebook(cells: [cell])).text.utf8)
    while text.last == 0x0A { text.removeLast() }
    return text + [0x0A]
  }

  private func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } == bytes.count && fdatasync(descriptor) == 0
  }

  /// Ends the session: a journal without cells goes.
  func finish() {
    if isEmpty { unlink(path) } else { Self.close(path) }
    Glibc.close(descriptor)
  }

  // MARK: Earlier sessions

  /// A session that ended earlier.
  struct Earlier {
    let path: String
    let notebook: Notebook
    /// Whether it did not end as it should have.
    var isLost: Bool { path.hasSuffix(SessionJournal.openSuffix) }
  }

  /// The latest session that is not running, with its cells; nil when there is none.
  static func latest(in folder: String) -> Earlier? {
    for path in journals(in: folder + "/sessions").reversed() where !isLive(path) {
      guard let notebook = try? NotebookFile.read(path), !notebook.cells.isEmpty else { continue }
      return Earlier(path: path, notebook: notebook)
    }
    return nil
  }

  /// Whether the latest session that is not running was lost.
  static func hasLostSession(in folder: String) -> Bool {
    guard let latest = journals(in: folder + "/sessions").last(where: { !isLive($0) }) else { return false }
    var status = stat()
    return latest.hasSuffix(openSuffix) && stat(latest, &status) == 0 && status.st_size > 0
  }

  /// A session that was shown counts as lost no more.
  static func close(_ path: String) {
    guard path.hasSuffix(openSuffix) else { return }
    rename(path, path.dropLast(openSuffix.count) + ".py")
  }

  /// Whether the session of a journal still runs.
  private static func isLive(_ path: String) -> Bool {
    guard path.hasSuffix(openSuffix) else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// The journals by age, oldest first: their names start with the time.
  private static func journals(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".py") { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }
}
