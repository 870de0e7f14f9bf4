import Glibc
import Interpreter

extension Directive {
  /// `%cd`
  static let cd = Directive("cd", usage: "%cd [FOLDER]", "Changes the current folder; home without an argument.") {
    call throws(Raised) in
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    var folder = call.arguments.isEmpty ? home : call.arguments
    if folder == "~" || folder.hasPrefix("~/") { folder = home + folder.dropFirst() }
    guard chdir(folder) == 0 else {
      let error = errno
      let type: TypeObject = error == ENOENT ? .fileNotFoundError : error == ENOTDIR ? .notADirectoryError : .osError
      throw Raised(type, "[Errno \(error)] \(String(cString: strerror(error))): '\(folder)'")
    }
    call.print(WorkingFolder.path)
    return nil
  }
}

/// The folder that relative paths start from.
enum WorkingFolder {
  /// Its path; empty when it was deleted.
  static var path: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
