import Glibc

/// Has MemoryError raised before the address space that `ulimit -v` allows is used up: an allocation that fails in the middle of
/// releasing or creating an object would end the process. Without such a limit there is nothing to watch, and no thread.
final class MemoryWatch {
  /// What is left when MemoryError is raised: once at each of these, until there is room again.
  private static let levels = [24, 12, 6].map { $0 << 20 }
  private static let calm = 48 << 20
  private static let microseconds: UInt32 = 2000

  private let limit: Int
  private let shortage, interrupt: InterruptFlag
  private let file: Int32

  /// Starts watching, once for each interpreter in a limited process.
  static func start(for interpreter: Interpreter) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt.max / 4 else { return }
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    let watch = MemoryWatch(Int(limit.rlim_cur), interpreter, file)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 1 << 17)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let context = Unmanaged.passRetained(watch)
    let status = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<MemoryWatch>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    if status != 0 { context.release() }
    pthread_attr_destroy(&attributes)
  }

  private init(_ limit: Int, _ interpreter: Interpreter, _ file: Int32) {
    (self.limit, shortage, interrupt, self.file) = (limit, interpreter.memoryShortage, interpreter.interrupt, file)
  }

  /// Looks every two milliseconds; new memory is filled at a few megabytes in that time.
  private func run() {
    var passed = 0
    while true {
      let left = limit - used()
      if left > MemoryWatch.calm { passed = 0 }
      if passed < MemoryWatch.levels.count, left < MemoryWatch.levels[passed] {
        passed += 1
        shortage.set()
        interrupt.set()
      }
      usleep(MemoryWatch.microseconds)
    }
  }

  /// The size of the address space, as the system counts it for the limit.
  private func used() -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { text in
      let count = pread(file, text.baseAddress, text.count, 0)
      var pages = 0
      for byte in text.prefix(max(count, 0)) {
        guard byte >= 0x30, byte <= 0x39 else { break }
        pages = pages &* 10 &+ Int(byte &- 0x30)
      }
      return pages &* 4096
    }
  }
}
