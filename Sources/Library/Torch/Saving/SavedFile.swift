import Glibc
import Interpreter
import Saving

/// What scripts name as a file to save to or load from: a path, a `pathlib.Path`, or anything with `read` or `write`.
enum SavedFile {
  case path(String)
  case stream(Value)

  init(_ value: Value) throws(Raised) {
    if let path = value.stringValue {
      self = .path(path)
    } else if let path = try? Interpreter.current.callMethod(value, "__fspath__").stringValue {
      self = .path(path)
    } else {
      self = .stream(value)
    }
  }

  /// The folder inside the archive, which PyTorch names after the file.
  var archiveName: String {
    guard case .path(let path) = self else { return "archive" }
    let file = path.split(separator: "/").last.map(String.init) ?? "archive"
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  func read() throws(Raised) -> [UInt8] {
    switch self {
    case .path(let path): return try saving { () throws(SavingError) in try FileContents.read(path) }
    case .stream(let stream):
      guard (try? Interpreter.current.attribute(stream, "read")) != nil else {
        throw .attributeError(
          "'\(stream.type.name)' object has no attribute 'seek'. You can only torch.load from a file that is seekable. Please "
            + "pre-load the data into a buffer like io.BytesIO and try to load from it instead.")
      }
      let value = try Interpreter.current.callMethod(stream, "read")
      guard let bytes = value.cast(to: BytesObject.self) else {
        throw .typeError("expected the file to give bytes, not \(value.type.name); open it with 'rb'")
      }
      return bytes.bytes
    }
  }

  func write(_ bytes: [UInt8]) throws(Raised) {
    switch self {
    case .path(let path):
      if let slash = path.lastIndex(of: "/"), slash > path.startIndex, access(String(path[..<slash]), F_OK) != 0 {
        throw .runtimeError("Parent directory \(path[..<slash]) does not exist.")
      }
      try saving { () throws(SavingError) in try FileContents.write(bytes, to: path) }
    case .stream(let stream):
      guard (try? Interpreter.current.attribute(stream, "write")) != nil else {
        throw .attributeError("'\(stream.type.name)' object has no attribute 'write'")
      }
      _ = try Interpreter.current.callMethod(stream, "write", [.object(BytesObject(bytes))])
    }
  }
}
