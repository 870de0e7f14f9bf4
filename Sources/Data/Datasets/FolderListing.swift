import Glibc
import Tensors

/// What lies in folders.
enum FolderListing {
  /// The names of the folders directly inside one, sorted by their bytes.
  static func folders(in path: String) throws(TensorError) -> [String] {
    try names(in: path).filter { isFolder("\(path)/\($0)") }
  }

  /// The paths of all files in a folder and the folders inside it: folder by folder in the order of their paths, sorted in each.
  static func files(below path: String) throws(TensorError) -> [String] {
    var found: [(folder: String, names: [String])] = []
    var pending = [(path, 0)]
    while let (folder, depth) = pending.popLast() {
      // Links may lead back up.
      guard depth < 32 else { throw TensorError(.os, "[Errno 40] Too many levels of symbolic links: '\(folder)'") }
      var files: [String] = []
      for name in try names(in: folder) {
        if isFolder("\(folder)/\(name)") { pending.append(("\(folder)/\(name)", depth + 1)) } else { files.append(name) }
      }
      found.append((folder, files))
    }
    found.sort { Array($0.folder.utf8).lexicographicallyPrecedes(Array($1.folder.utf8)) }
    return found.flatMap { folder, names in names.map { "\(folder)/\($0)" } }
  }

  private static func names(in path: String) throws(TensorError) -> [String] {
    guard let directory = opendir(path) else {
      let number = errno
      throw TensorError(
        number == ENOENT ? .fileNotFound : .os, "[Errno \(number)] \(String(cString: strerror(number))): '\(path)'")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { text in String(decoding: text.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
