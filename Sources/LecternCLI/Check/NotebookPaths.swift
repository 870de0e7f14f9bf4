import Glibc
import Notebooks

/// The notebooks that paths name.
enum NotebookPaths {
  /// The files behind `paths`, folders searched through, sorted, none twice; and what could not be found.
  static func notebooks(in paths: [String]) -> (files: [String], problems: [String]) {
    var files: [String] = []
    var problems: [String] = []
    for path in paths {
      guard let isFolder = isFolder(path) else {
        problems.append("\(path): \(String(cString: strerror(errno)))")
        continue
      }
      guard isFolder else {
        files.append(path)
        continue
      }
      let found = search(path.hasSuffix("/") ? String(path.dropLast()) : path)
      if found.isEmpty { problems.append("\(path): no notebooks in this folder") }
      files += found
    }
    var seen: Set<String> = []
    return (files.filter { seen.insert($0).inserted }, problems)
  }

  private static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func search(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    var files: [String] = []
    for name in names.sorted() {
      let path = folder + "/" + name
      var status = stat()
      // Links to folders may lead in circles.
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        files += search(path)
      } else if isNotebook(path) {
        files.append(path)
      }
    }
    return files
  }

  /// Whether a file found in a folder is a notebook: plain scripts are not.
  private static func isNotebook(_ path: String) -> Bool {
    guard FormatRegistry.format(forNewFile: path) != nil, let text = try? NotebookFile.readText(path) else { return false }
    return FormatRegistry.format(ofFile: path, holding: text)?.echoesLastExpression ?? false
  }
}
