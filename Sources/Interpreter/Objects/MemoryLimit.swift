import Glibc

/// Refuses sizes that cannot be had before anything is allocated, because a failed allocation would end the process.
enum MemoryLimit {
  /// Sizes up to this many bytes are not looked into.
  private static let freeBytes = 1 << 20

  /// The size of `count` elements repeated `times` over; MemoryError when that is more than the machine has to give.
  @discardableResult
  static func checked(_ count: Int, times: Int = 1, stride: Int = MemoryLayout<Value>.stride) throws(Raised) -> Int {
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    if overflow { throw .memoryError("") }
    let (bytes, bytesOverflow) = total.multipliedReportingOverflow(by: stride)
    if bytesOverflow { throw .memoryError("") }
    if bytes > freeBytes, bytes > available() { throw .memoryError("") }
    return total
  }

  /// The number of elements that a container grows to: `wanted`, or hardly more than the least when the machine cannot give that much;
  /// then the next safe point raises MemoryError.
  static func grown(_ wanted: Int, atLeast least: Int, stride: Int) -> Int {
    let bytes = wanted &* stride
    if bytes <= freeBytes || bytes <= available() { return wanted }
    Interpreter.current.raiseMemoryErrorSoon()
    return min(wanted, least + 4096)
  }

  /// A block that elements lie in, made larger. The system moves the pages of a large one, so that no second block of its size is needed.
  static func resized<T>(_ block: UnsafeMutablePointer<T>, capacity: Int) -> UnsafeMutablePointer<T> {
    guard let moved = realloc(block, capacity &* MemoryLayout<T>.stride) else {
      preconditionFailure("out of memory for \(capacity) elements")
    }
    return moved.assumingMemoryBound(to: T.self)
  }

  /// So many bytes of address space, of which only what is used costs anything, or an eighth of what `ulimit -v` allows.
  static func addresses(_ bytes: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt.max / 4 else { return bytes }
    return min(bytes, max(Int(limit.rlim_cur) / 8, 8 << 20) & ~0xffff)
  }

  /// The bytes that the system, or the container the process runs in, would give now.
  private static func available() -> Int {
    var bytes = Int.max
    var limit = rlimit()
    // What `ulimit -v` leaves.
    if getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt.max / 4,
      let kilobytes = number(after: "VmSize:\t", in: "/proc/self/status")
    {
      // Text and arrays may take twice what they need.
      bytes = max(Int(limit.rlim_cur) - kilobytes &* 1024, 0) / 2
    }
    if let kilobytes = number(after: "MemAvailable:", in: "/proc/meminfo") { bytes = min(bytes, kilobytes &* 1024 / 8 * 7) }
    if let limit = number(after: "", in: "/sys/fs/cgroup/memory.max") {
      bytes = min(bytes, max(limit - (number(after: "", in: "/sys/fs/cgroup/memory.current") ?? 0), 0) / 8 * 7)
    }
    if bytes < Int.max { return bytes }
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? pages &* size : 1 << 34
  }

  /// The number behind a word in one of the system's own files; nil where there is none.
  private static func number(after word: String, in path: String) -> Int? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard line.hasPrefix(word) else { continue }
      let digits = line.dropFirst(word.utf8.count).drop { $0 == " " }.prefix { $0 >= "0" && $0 <= "9" }
      if let number = Int(digits) { return number }
    }
    return nil
  }
}
