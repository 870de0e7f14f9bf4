import Glibc
import Tensors

/// Finds a data set's files: in the folder that the code names, then in `$LECTERN_DATA`, then in the user's cache.
package final class DatasetLocator {
  /// Whether synthetic digits may stand in for MNIST; `--no-synthetic` turns that off.
  package var allowsSynthetic = true
  /// Receives what the user must be told although nothing failed.
  package var report: (String) -> Void
  /// A downloader that failed once is not asked again: without a network every attempt costs seconds.
  private var unreachable: Set<String> = []
  private let environment: (String) -> String?

  package init(environment: @escaping (String) -> String? = variable, report: @escaping (String) -> Void = { _ in }) {
    self.environment = environment
    self.report = report
  }

  /// The value of an environment variable of this process.
  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Where Lectern keeps what it can make or fetch again: `$XDG_CACHE_HOME/lectern`, else `~/.cache/lectern`.
  package var cacheFolder: String? {
    if let base = environment("XDG_CACHE_HOME"), base.hasPrefix("/") { return base + "/lectern" }
    guard let home = environment("HOME"), !home.isEmpty else { return nil }
    return home + "/.cache/lectern"
  }

  /// The folders in which data set `name` may lie, in order of preference. MNIST and FashionMNIST use the same file names, so the
  /// looser forms are tolerated only where the code or the user points, never in the cache.
  private func folders(for name: String, root: String) -> [String] {
    var folders = bases(root).flatMap { base in ["\(base)/\(name)/raw", "\(base)/raw", base] }
    if let cacheFolder { folders.append("\(cacheFolder)/\(name)/raw") }
    return folders
  }

  /// The folders where data sets lie: the one that the code names, then the user's own.
  func bases(_ root: String) -> [String] {
    let shared = environment("LECTERN_DATA") ?? ""
    return [root.isEmpty ? "." : root] + (shared.isEmpty ? [] : [shared])
  }

  /// The paths of `files` (compressed or not) in the first folder that has them all; nil if no folder has.
  package func locate(_ files: [String], of name: String, root: String) -> [String]? {
    for folder in folders(for: name, root: root) {
      let paths = files.compactMap { file -> String? in
        let path = "\(folder)/\(file)"
        return isFile(path) ? path : isFile(path + ".gz") ? path + ".gz" : nil
      }
      if paths.count == files.count { return paths }
    }
    return nil
  }

  /// Downloads those of `files` that `<root>/<name>/raw` lacks.
  package func download(_ files: [RemoteFile], of name: String, from mirrors: [String], root: String) throws(TensorError) {
    let key = mirrors.joined(separator: " ")
    if unreachable.contains(key) { throw TensorError(.runtime, "\(name) cannot be downloaded: its servers were not reached") }
    let folder = "\(root.isEmpty ? "." : root)/\(name)/raw"
    for file in files where !isFile("\(folder)/\(file.name)") {
      do {
        try file.download(from: mirrors, into: folder)
      } catch {
        unreachable.insert(key)
        throw error
      }
    }
  }

  private func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
