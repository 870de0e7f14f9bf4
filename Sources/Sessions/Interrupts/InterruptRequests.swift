import Interpreter

/// How often Ctrl-C was pressed since the program last looked.
package final class InterruptRequests: @unchecked Sendable {
  private let count = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private let flag: InterruptFlag

  init(_ flag: InterruptFlag) {
    self.flag = flag
    count.initialize(to: 0)
  }

  deinit { count.deallocate() }

  /// Adds one; safe in a signal handler.
  package func add() {
    count.pointee &+= 1
    flag.set()
  }

  /// How many there were, which are met now.
  func take() -> Int {
    defer { count.pointee = 0 }
    return Int(count.pointee)
  }

  /// Forgets those that nobody has met.
  func clear() {
    count.pointee = 0
    flag.clear()
  }
}
