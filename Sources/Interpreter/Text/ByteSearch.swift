import Glibc

/// Searching in bytes.
enum ByteSearch {
  /// The offset of the first occurrence of a needle between two offsets, −1 when there is none.
  static func find(
    _ needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    if needle.isEmpty { return start <= end ? start : -1 }
    guard let base = haystack.baseAddress, let pattern = needle.baseAddress else { return -1 }
    let last = end - needle.count
    var offset = start
    while offset <= last {
      // memchr and memcmp are vectorised; the first byte is rare enough in text for them to do the work.
      guard let hit = memchr(base + offset, Int32(pattern[0]), last - offset + 1) else { return -1 }
      offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if memcmp(base + offset, pattern, needle.count) == 0 { return offset }
      offset += 1
    }
    return -1
  }

  /// The offset of the last occurrence of a needle between two offsets, −1 when there is none.
  static func findLast(
    _ needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    if needle.isEmpty { return start <= end ? end : -1 }
    guard let base = haystack.baseAddress, let pattern = needle.baseAddress else { return -1 }
    var offset = end - needle.count
    while offset >= start {
      if base[offset] == pattern[0], memcmp(base + offset, pattern, needle.count) == 0 { return offset }
      offset -= 1
    }
    return -1
  }
}
