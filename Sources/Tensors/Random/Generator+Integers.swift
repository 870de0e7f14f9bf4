import CKernels

/// Integers and permutations.
extension Generator {
  /// A whole number in low ..< high, drawn as PyTorch does for every dtype; the range must not be empty.
  package func nextInteger(low: Int64, high: Int64) -> Int64 {
    let range = UInt64(bitPattern: high &- low)
    precondition(range != 0)
    let draw: UInt64 = range >= 1 << 28 ? next64() % range : UInt64(next32()) % range
    return Int64(bitPattern: draw) &+ low
  }

  /// Fills with whole numbers in low ..< high.
  package func fillIntegers(_ target: UnsafeMutableBufferPointer<Int64>, low: Int64, high: Int64) {
    let range = UInt64(bitPattern: high &- low)
    precondition(range != 0)
    if range >= 1 << 28 {
      for i in target.indices { target[i] = Int64(bitPattern: next64() % range) &+ low }
      return
    }
    let small = UInt32(range)
    var draws = [UInt32](repeating: 0, count: min(target.count, 624))
    var done = 0
    while done < target.count {
      let part = min(draws.count, target.count - done)
      lk_twister_draw32(twister, &draws, Int64(part))
      lk_reduce_draws(&draws, small, low, target.baseAddress! + done, Int64(part))  // not empty
      done += part
    }
  }

  /// A non-negative 63-bit number: what `random_()` draws for int64, and loaders for their seeds.
  package func nextSeed() -> Int64 { Int64(next64() & (1 << 63 - 1)) }

  /// A random order of 0 ..< count.
  package func permutation(_ count: Int) -> [Int64] {
    guard count > 0 else { return [] }
    return [Int64](unsafeUninitializedCapacity: count) { buffer, initialized in
      fillPermutation(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }

  /// Fills with a random order of 0 ..< count.
  func fillPermutation(_ target: UnsafeMutableBufferPointer<Int64>) {
    if target.count < 214_748_364 {
      lk_twister_permutation(twister, target.baseAddress, Int64(target.count))
      return
    }
    for i in target.indices {
      let j = Int(next64() % UInt64(i + 1))
      target[i] = target[j]
      target[j] = Int64(i)
    }
  }
}
