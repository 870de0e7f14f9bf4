import CMessageDigest
import Glibc
import Tensors

/// A file to be had from the network: what it is called and how to know that it arrived whole.
package struct RemoteFile {
  package let name: String
  package let byteCount: Int
  package let md5: String

  package init(name: String, byteCount: Int, md5: String) {
    self.name = name
    self.byteCount = byteCount
    self.md5 = md5
  }

  /// Fetches the file from the first mirror that has it, whole and unchanged, into `folder`.
  ///
  /// `curl` or `wget` does the transfer, so the system's certificates, proxies and settings apply. The file gets its name only
  /// after length and checksum were found right.
  package func download(from mirrors: [String], into folder: String) throws(TensorError) {
    guard makeFolders(folder) else { throw .unwritable(folder, reason: String(cString: strerror(errno))) }
    let temporary = "\(folder)/\(name).\(getpid()).part"
    defer { unlink(temporary) }
    var attempts = ""
    for mirror in mirrors {
      let url = mirror + name
      let problem = Self.transfer(url, to: temporary) ?? check(temporary)
      guard let problem else {
        if rename(temporary, "\(folder)/\(name)") == 0 { return }
        throw .unwritable("\(folder)/\(name)", reason: String(cString: strerror(errno)))
      }
      attempts += "Tried \(mirror), got:\n\(problem)\n"
    }
    throw TensorError(.runtime, "Error downloading \(name):\n\(attempts)")
  }

  /// What is wrong with the file at `path`, or nil.
  func check(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return "nothing arrived" }
    if status.st_size != byteCount { return "expected \(byteCount) bytes, found \(status.st_size)" }
    guard let text = MD5File(path, nil) else { return String(cString: strerror(errno)) }
    defer { free(text) }
    let found = String(cString: text)
    return found == md5 ? nil : "expected checksum \(md5), found \(found)"
  }

  /// Fetches a file without knowing it; returns what went wrong, or nil.
  package static func fetch(_ url: String, to path: String, headers: [String] = []) -> String? {
    // A line break in a header would be another header.
    let safe = headers.filter { !$0.utf8.contains { $0 == 10 || $0 == 13 } }
    return transfer(url, to: path, headers: safe)
  }

  /// Runs the first transfer program there is; returns what went wrong, or nil.
  private static func transfer(_ url: String, to path: String, headers: [String] = []) -> String? {
    let commands: [[String]] = [
      ["curl", "--fail", "--silent", "--show-error", "--location", "--connect-timeout", "5", "--output", path]
        + headers.flatMap { ["--header", $0] } + ["--", url],
      ["wget", "--quiet", "--tries=1", "--connect-timeout=5", "--dns-timeout=5", "-O", path] + headers.map { "--header=\($0)" }
        + ["--", url],
    ]
    for command in commands {
      guard let status = run(command) else { continue }
      return status == 0 ? nil : "\(command[0]) failed for \(url) (exit status \(status))"
    }
    return "neither curl nor wget is installed"
  }

  /// Runs `command` without output and returns its exit status, or nil if there is no such program.
  private static func run(_ command: [String]) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawnp(&child, command[0], &actions, nil, arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
