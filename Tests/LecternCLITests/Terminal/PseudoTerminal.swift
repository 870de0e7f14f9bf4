import Foundation

/// A program at a pseudo-terminal: keys go in, the screen comes out.
final class PseudoTerminal {
  private(set) var screen: Screen
  private(set) var bytes: [UInt8] = []
  private let master: Int32
  private let device: String
  private let process: pid_t
  /// The exit status once the program has ended: its code, or 128 and the signal.
  private(set) var status: Int32?
  private var isClosed = false

  /// The program that the tests drive; it lies beside the test bundle.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("lectern").path

  /// The value of an environment variable that is not to be there.
  static let unset = "\u{1}"

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Starts `lectern` with these arguments, in a state folder of its own.
  init(
    _ arguments: [String] = [], program: String = PseudoTerminal.program, width: Int = 60, height: Int = 24,
    environment: [String: String] = [:], state: String? = nil
  ) throws {
    screen = Screen(width: width, height: height)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // What grantpt, unlockpt and ptsname do, which Swift does not see.
    var locked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431 /* TIOCSPTLCK */, &locked) == 0,
      ioctl(master, 0x8004_5430 /* TIOCGPTN */, &number) == 0
    else { throw Failure(description: "no pseudo-terminal") }
    device = "/dev/pts/\(number)"
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var variables = [
      "TERM": "xterm", "HOME": NSTemporaryDirectory(), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
    ]
    let name = URL(fileURLWithPath: program).lastPathComponent
    variables["XDG_STATE_HOME"] = state ?? NSTemporaryDirectory() + "lectern-state-\(UUID().uuidString)"
    variables.merge(environment) { $1 }
    // Nothing is not the same as an empty text.
    variables = variables.filter { $0.value != Self.unset }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner may ignore or block signals that the program must get.
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | 0x80 /* POSIX_SPAWN_SETSID */)
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, &attributes, &words, &settings) == 0 else {
      throw Failure(description: "\(program) cannot be started")
    }
    self.process = process
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    if !isClosed { close(master) }
  }

  /// Types text and keys.
  func type(_ text: String) {
    let keys = Array(text.utf8)
    var sent = 0
    while sent < keys.count {
      let count = keys[sent...].withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      guard count > 0 else { return }
      sent += count
      // Both directions have small buffers: take what comes back meanwhile.
      receive(milliseconds: 0)
    }
  }

  /// Changes the size of the window.
  func resize(width: Int, height: Int) {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    kill(process, SIGWINCH)
  }

  /// Sends the program a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Waits until the screen contains `text`.
  func wait(for text: String, seconds: Double = 10) throws {
    try wait(for: "'\(text)'", seconds: seconds) { $0.screen.text.contains(text) }
  }

  /// Waits until a condition holds; shows the screen when it does not come to hold.
  func wait(for what: String, seconds: Double = 10, until condition: (PseudoTerminal) -> Bool) throws {
    let end = Date().addingTimeInterval(seconds)
    while !condition(self) {
      guard Date() < end else { throw Failure(description: "no \(what) on the screen:\n\(screen.text)") }
      if !receive(milliseconds: 20), condition(self) { return }
    }
  }

  /// Waits for the program's end.
  func waitForEnd(seconds: Double = 10) throws -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      receive(milliseconds: 10)
      var code: Int32 = 0
      guard waitpid(process, &code, WNOHANG) == process else { continue }
      receive(milliseconds: 10)
      let status = code & 0x7F == 0 ? code >> 8 & 0xFF : 128 + code & 0x7F
      self.status = status
      return status
    }
    throw Failure(description: "the program did not end:\n\(screen.text)")
  }

  /// Closes the terminal, as a window manager does.
  func hangUp() {
    close(master)
    isClosed = true
  }

  /// Whether the terminal reads line by line and echoes, as a shell wants it.
  var isSane: Bool {
    var state = termios()
    let descriptor = open(device, O_RDWR | O_NOCTTY)
    defer { close(descriptor) }
    guard tcgetattr(descriptor, &state) == 0 else { return false }
    return state.c_lflag & tcflag_t(ICANON) != 0 && state.c_lflag & tcflag_t(ECHO) != 0
  }

  @discardableResult
  private func receive(milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0, polled.revents & Int16(POLLIN) != 0 else { return false }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &piece, piece.count)
    guard count > 0 else { return false }
    bytes += piece[0..<count]
    screen.feed(piece[0..<count])
    return true
  }
}
