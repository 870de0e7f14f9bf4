import Glibc

/// Whole files, in and out.
package enum FileContents {
  /// The bytes of a file.
  package static func read(_ path: String) throws(SavingError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw SavingError(.system(EISDIR, path: path), String(cString: strerror(EISDIR))) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file that appears whole or not at all: the bytes go to a neighbour that takes the name when all is written.
  package static func write(_ bytes: [UInt8], to path: String) throws(SavingError) {
    var status = stat()
    // A device or a pipe cannot be replaced; a link is followed, so that what it names is.
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw SavingError(.system(EISDIR, path: path), String(cString: strerror(EISDIR)))
    }
    if exists, status.st_mode & S_IFMT != S_IFREG { return try fill(path, bytes, O_WRONLY, path) }
    let target = resolved(path)
    if exists, access(target, W_OK) != 0 { throw .system(path) }
    let neighbour = "\(target).\(getpid()).part"
    do throws(SavingError) {
      try fill(neighbour, bytes, O_WRONLY | O_CREAT | O_TRUNC, path)
      if exists { chmod(neighbour, status.st_mode & 0o7777) }
      guard rename(neighbour, target) == 0 else { throw SavingError.system(path) }
    } catch {
      unlink(neighbour)
      throw error
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func fill(_ path: String, _ bytes: [UInt8], _ flags: Int32, _ shown: String) throws(SavingError) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(shown) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }  // not empty
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = SavingError.system(shown)
        close(descriptor)
        throw failure
      }
      written += count
    }
    guard close(descriptor) == 0 else { throw .system(shown) }
  }
}

extension SavingError {
  /// What the last system call reported.
  static func system(_ path: String) -> SavingError {
    let number = errno
    return SavingError(.system(number, path: path), String(cString: strerror(number)))
  }
}
