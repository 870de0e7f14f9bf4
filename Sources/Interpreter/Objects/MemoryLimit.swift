import Glibc

/// Refuses sizes that cannot be had before anything is allocated, because a failed allocation would end the process.
enum MemoryLimit {
  /// The machine's memory in bytes.
  static let bytes: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES)), size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? pages &* size : 1 << 34
  }()

  /// The size of `count` elements repeated `times` over; MemoryError when that is more than the machine has.
  @discardableResult
  static func checked(_ count: Int, times: Int = 1, stride: Int = MemoryLayout<Value>.stride) throws(Raised) -> Int {
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    if overflow || total > bytes / stride { throw .memoryError("") }
    return total
  }
}
