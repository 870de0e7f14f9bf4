import Glibc

/// Reading and writing notebook files.
package enum NotebookFile {
  /// Reads the notebook in the file at `path`, in the format that its extension and text call for.
  package static func read(_ path: String) throws(NotebookError) -> Notebook {
    let text = try readText(path)
    guard let format = FormatRegistry.format(ofFile: path, holding: text) else { throw unknownExtension(path) }
    return try format.read(text, file: path) { name in
      ContentHash.isFileName(name) ? try? readBytes(folder(beside: path) + "/" + name) : nil
    }
  }

  /// The folder beside the file at `path` that holds its side files: the file's name without its extension.
  private static func folder(beside path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + ".files" }
    return String(path[..<dot])
  }

  /// Writes `notebook` to the file at `path`, in the format of what the file held, else of its extension; returns what was lost.
  ///
  /// The file is replaced as a whole: a killed program leaves it old or new.
  @discardableResult
  package static func write(_ notebook: Notebook, to path: String) throws(NotebookError) -> [String] {
    guard let format = FormatRegistry.format(forNewFile: path) else { throw unknownExtension(path) }
    let written = format.write(notebook)
    try put(written, at: path)
    return written.dropped
  }

  /// Writes side files, then the text that names them, then removes those that only the old text named.
  private static func put(_ written: WrittenNotebook, at path: String) throws(NotebookError) {
    let folder = folder(beside: path)
    if !written.sideFiles.isEmpty, mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw failure(folder, "the folder for pictures cannot be made")
    }
    for file in written.sideFiles {
      var status = stat()
      let target = folder + "/" + file.name
      // The name tells the contents: a file that is there is right.
      if stat(target, &status) == 0, Int(status.st_size) == file.bytes.count { continue }
      try writeBytes(file.bytes, to: target)
    }
    let old = (try? readText(path)).map(sideFileNames) ?? []
    try writeText(written.text, to: path)
    let stale = old.subtracting(sideFileNames(in: written.text))
    for name in stale { unlink(folder + "/" + name) }
    if !stale.isEmpty { rmdir(folder) }
  }

  /// The side files that a text names: hashes after `sha256:`, and whole names in quotes.
  private static func sideFileNames(in text: String) -> Set<String> {
    var names: Set<String> = []
    for line in TextLines.split(text) where line.hasPrefix("#") {
      for word in line.split(whereSeparator: { " \">\n".contains($0) }) {
        if word.hasPrefix("sha256:") { names.insert(word.dropFirst(7) + ".png") }
        if ContentHash.isFileName(word) { names.insert(String(word)) }
      }
    }
    return names.filter { ContentHash.isFileName($0) }
  }

  /// The text of the file at `path`.
  package static func readText(_ path: String) throws(NotebookError) -> String {
    let bytes = try readBytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw NotebookError(file: path, line: lineOfBadUTF8(bytes), message: "the file is not UTF-8 text")
    }
    return text
  }

  private static func readBytes(_ path: String) throws(NotebookError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, "cannot be read") }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw NotebookError(file: path, message: "is a folder") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, "cannot be read") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[0..<count])
    }
  }

  /// Replaces the file at `path` by one that holds `text`, through a temporary file beside it.
  package static func writeText(_ text: String, to path: String) throws(NotebookError) {
    try writeBytes(Array(text.utf8), to: path)
  }

  private static func writeBytes(_ bytes: [UInt8], to path: String) throws(NotebookError) {
    var target = path
    // A link stays a link: its target is replaced.
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    var status = stat()
    // Renaming would replace even a file that its owner has locked.
    if stat(target, &status) == 0, status.st_mode & 0o222 == 0 {
      throw NotebookError(file: path, message: "cannot be written: the file is read-only")
    }
    let mode: mode_t = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o666 & ~currentMask()
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw failure(path, "cannot be written") }
    var whole = fchmod(descriptor, mode) == 0
    var rest = bytes[...]
    while whole, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { whole = false }
    }
    whole = whole && fsync(descriptor) == 0
    let cause = errno
    whole = close(descriptor) == 0 && whole
    guard whole, rename(temporary, target) == 0 else {
      let reason = whole ? errno : cause
      unlink(temporary)
      errno = reason
      throw failure(path, "cannot be written")
    }
  }

  private static func currentMask() -> mode_t {
    let mask = umask(0o022)
    umask(mask)
    return mask
  }

  private static func lineOfBadUTF8(_ bytes: [UInt8]) -> Int {
    var line = 1
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: piece, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  private static func failure(_ path: String, _ what: String) -> NotebookError {
    NotebookError(file: path, message: "\(what): \(String(cString: strerror(errno)))")
  }

  private static func unknownExtension(_ path: String) -> NotebookError {
    let known = FormatRegistry.extensions.map { ".\($0)" }.joined(separator: ", ")
    return NotebookError(file: path, message: "not a notebook by its name (known: \(known))")
  }
}

extension NotebookFile {
  /// Throws when no format writes a file of this name.
  package static func checkFormat(ofNewFile path: String) throws(NotebookError) {
    guard FormatRegistry.format(forNewFile: path) == nil else { return }
    throw unknownExtension(path)
  }
}

extension NotebookFile {
  /// Writes `notebook` back to the file it was read from, in the format that the file has.
  package static func rewrite(_ path: String, with notebook: Notebook) throws(NotebookError) {
    guard let format = FormatRegistry.format(ofFile: path, holding: try readText(path)) else { throw unknownExtension(path) }
    try put(format.write(notebook), at: path)
  }
}
