import Glibc
import Notebooks

/// The notebooks that paths name: files, folders, and patterns such as `lectures/*.ipynb` or `lectures/**/*.py`.
enum NotebookPaths {
  /// What paths name, none twice, folders and patterns searched in order; and what could not be found or looked into.
  static func notebooks(in paths: [String]) -> (files: [String], problems: [String]) {
    var search = Search()
    for path in paths {
      let before = search.files.count + search.problems.count
      switch isFolder(path) {
      case true?:
        search.folder(path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path)
        if search.files.count + search.problems.count == before {
          search.problems.append("\(path): no notebooks in this folder")
        }
      case false?: search.files.append(path)
      case nil:
        let reason = String(cString: strerror(errno))
        guard path.contains(where: { "*?[".contains($0) }) else {
          search.problems.append("\(path): \(reason)")
          continue
        }
        if !search.pattern(path) {
          search.problems.append("\(path): no notebook matches this pattern")
        }
      }
    }
    var seen: Set<String> = []
    return (search.files.filter { seen.insert($0).inserted }, search.problems)
  }

  private static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// A walk through folders.
  private struct Search {
    var files: [String] = []
    var problems: [String] = []

    /// Takes the notebooks below a folder.
    mutating func folder(_ folder: String) {
      for path in entries(of: folder) {
        if isRealFolder(path) { self.folder(path) } else if isNotebook(path) { files.append(path) }
      }
    }

    /// Takes the notebooks whose paths match; `**` stands for any number of folders.
    mutating func pattern(_ pattern: String) -> Bool {
      var isMatched = false
      if let range = pattern.firstRange(of: "**/") {
        let base = String(pattern[..<range.lowerBound])
        let rest = String(pattern[range.upperBound...])
        isMatched = self.pattern(base + rest)
        for path in entries(of: base.isEmpty ? "." : base) where isRealFolder(path) {
          isMatched = self.pattern(path + "/**/" + rest) || isMatched
        }
        return isMatched
      }
      var found = glob_t()
      defer { globfree(&found) }
      guard glob(pattern, 0, nil, &found) == 0 else { return false }
      for index in 0..<Int(found.gl_pathc) {
        guard let path = found.gl_pathv[index].map({ String(cString: $0) }) else { continue }
        let before = files.count
        if isRealFolder(path) { folder(path) } else if isNotebook(path) { files.append(path) }
        isMatched = isMatched || files.count > before
      }
      return isMatched
    }

    /// The paths inside a folder, in order, hidden ones left out.
    private mutating func entries(of folder: String) -> [String] {
      guard let directory = opendir(folder) else {
        problems.append("\(folder): \(String(cString: strerror(errno)))")
        return []
      }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names.sorted().map { folder == "." ? $0 : folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    }

    /// Whether the path is a folder and no link: links to folders may lead in circles.
    private func isRealFolder(_ path: String) -> Bool {
      var status = stat()
      return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a file that was found is a notebook: plain scripts and texts without code are not. One that cannot be read counts, so
    /// that its check says so.
    private func isNotebook(_ path: String) -> Bool {
      guard FormatRegistry.format(forNewFile: path) != nil else { return false }
      guard let text = try? NotebookFile.readText(path), let format = FormatRegistry.format(ofFile: path, holding: text) else {
        return true
      }
      guard format.echoesLastExpression, let notebook = try? format.read(text, file: path) else {
        return format.echoesLastExpression
      }
      return notebook.cells.contains { $0.kind == .code } || path.lowercased().hasSuffix(".ipynb")
    }
  }
}
