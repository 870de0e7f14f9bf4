import Glibc
import Interpreter

extension Directive {
  /// `!command`
  static let shell = Directive("!", usage: "!COMMAND", "Runs a shell command; only at the interactive prompt.") {
    call throws(Raised) in
    guard call.session.isInteractive else {
      throw .runtimeError("shell commands (!\(call.arguments)) run only at the interactive prompt")
    }
    guard let pipe = popen("{ \(call.arguments)\n} 2>&1", "r") else { throw Raised(.osError, String(cString: strerror(errno))) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&piece, 1, piece.count, pipe)
      if count == 0 { break }
      bytes += piece[0..<count]
      // Whole lines are shown as they come; the rest waits for its end.
      if let end = bytes.lastIndex(of: 0x0A) {
        call.interpreter.output(String(decoding: bytes[...end], as: UTF8.self))
        bytes.removeFirst(end + 1)
      }
    }
    if !bytes.isEmpty { call.interpreter.output(String(decoding: bytes, as: UTF8.self)) }
    pclose(pipe)
    return nil
  }
}
