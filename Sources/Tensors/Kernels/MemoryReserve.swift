import CKernels

/// Addresses set aside for contents that are computed later, when nobody can be told any more that there is no memory. They are used
/// only if ordinary memory cannot be had then, so that they cost nothing.
package final class MemoryReserve {
  /// The first address, aligned for vectors.
  let pointer: UnsafeMutableRawPointer
  private let byteCount: Int

  /// Nil when there is no memory.
  init?(byteCount: Int) {
    guard let memory = lk_reserve(Int64(byteCount)) else { return nil }
    pointer = memory
    self.byteCount = byteCount
  }

  deinit { lk_release(pointer, Int64(byteCount)) }
}
