import Glibc
import LineEditing
import Notebooks
import Sessions

/// Every cell of a session with its outputs, on disk before the next prompt: a percent script that grows by a cell.
struct SessionJournal {
  private let path: String
  private let descriptor: Int32
  /// So many journals of earlier sessions are kept.
  private static let most = 30

  /// Starts a journal in the state folder; nil when none can be kept.
  init?(folder: String) {
    let folder = folder + "/sessions"
    mkdir(folder, 0o700)
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var stamp = [CChar](repeating: 0, count: 40)
    strftime(&stamp, stamp.count, "%Y-%m-%d-%H%M%S", &parts)
    path = "\(folder)/\(String(cString: stamp))-\(getpid()).py"
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    // A lock tells a live session's journal from a lost one's.
    flock(descriptor, LOCK_EX | LOCK_NB)
    for old in Self.journals(in: folder).dropLast(Self.most) { unlink(old) }
  }

  /// Adds a cell; false when it could not be written.
  func append(_ cell: Cell) -> Bool {
    guard let format = FormatRegistry.format(forNewFile: path) else { return false }
    let bytes = Array((format.write(Notebook(cells: [cell])).text + "\n").utf8)
    return write(descriptor, bytes, bytes.count) == bytes.count && fdatasync(descriptor) == 0
  }

  /// Ends the session: a journal without cells goes.
  func finish(isEmpty: Bool) {
    if isEmpty { unlink(path) }
    close(descriptor)
  }

  /// The journal of the latest session that is not running, with its cells; nil when there is none.
  static func latest(in folder: String) -> (path: String, notebook: Notebook)? {
    for path in journals(in: folder + "/sessions").reversed() {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_SH | LOCK_NB) == 0, let notebook = try? NotebookFile.read(path), !notebook.cells.isEmpty
      else {
        continue
      }
      return (path, notebook)
    }
    return nil
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
