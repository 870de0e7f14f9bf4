import Glibc
import Notebooks

/// A process that checks one notebook and sends its report through a pipe.
struct CheckProcess {
  let file: String
  private let process: pid_t
  /// Where the report comes from.
  let pipeEnd: Int32
  private var received: [UInt8] = []

  /// The descriptor on which the worker writes.
  static let reportDescriptor: Int32 = 3

  /// Starts `lectern check --worker FILE` with more options; nil when the system refuses.
  init?(file: String, options: [String]) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    // Not inherited by the workers started after this one: their ends would keep the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], Self.reportDescriptor)
    let words = ["lectern", "check", "--worker"] + options + ["--", file]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let status = posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ)
    close(ends[1])
    guard status == 0 else {
      close(ends[0])
      return nil
    }
    self.file = file
    self.process = process
    pipeEnd = ends[0]
  }

  /// Takes what has arrived; true when the worker has closed its end.
  mutating func receive() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(pipeEnd, &piece, piece.count)
    if count > 0 { received.append(contentsOf: piece[0..<count]) }
    return count == 0 || count < 0 && errno != EINTR && errno != EAGAIN
  }

  /// The report, once the worker has ended.
  func finish() -> NotebookReport {
    close(pipeEnd)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    if signal != 0 {
      return NotebookReport(
        file: file, problem: "\(file): the run was ended by signal \(signal) (\(String(cString: strsignal(signal))))")
    }
    let text = String(decoding: received, as: UTF8.self)
    if let value = try? JSONParser.parse(text, file: file), let report = NotebookReport(value) { return report }
    return NotebookReport(file: file, problem: "\(file): the run ended without a report (status \(status >> 8 & 0xFF))")
  }

  /// Asks the worker to stop.
  func interrupt() { kill(process, SIGINT) }
}
