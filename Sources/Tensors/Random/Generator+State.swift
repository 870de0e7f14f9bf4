/// The state vector that `get_rng_state` returns, byte for byte as PyTorch lays it out: u64 seed, i32 left, i32 seeded, u64 next,
/// 624 words of 64 bits, three doubles of the normal cache, i32 validity, padding.
extension Generator {
  /// Length of the state vector in bytes.
  package static let stateLength = 5056
  private static let wordsOffset = 24
  private static let cacheOffset = 24 + 624 * 8

  /// The whole state as bytes.
  package var state: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Generator.stateLength)
    let fresh = !twister.pointee.started
    let position = Int(twister.pointee.position)
    bytes.withUnsafeMutableBytes { raw in
      raw.storeBytes(of: initialSeed.littleEndian, toByteOffset: 0, as: UInt64.self)
      raw.storeBytes(of: Int32(fresh ? 1 : 625 - position).littleEndian, toByteOffset: 8, as: Int32.self)
      raw.storeBytes(of: Int32(1).littleEndian, toByteOffset: 12, as: Int32.self)
      raw.storeBytes(of: UInt64(fresh ? 0 : position).littleEndian, toByteOffset: 16, as: UInt64.self)
      withUnsafePointer(to: &twister.pointee.words) { words in
        words.withMemoryRebound(to: UInt32.self, capacity: 624) { word in
          for i in 0..<624 {
            raw.storeBytes(of: UInt64(word[i]).littleEndian, toByteOffset: Generator.wordsOffset + 8 * i, as: UInt64.self)
          }
        }
      }
      if let cachedNormal {
        let bits = cachedNormal.bitPattern.littleEndian
        raw.storeBytes(of: bits, toByteOffset: Generator.cacheOffset + 8, as: UInt64.self)
        raw.storeBytes(of: Int32(1).littleEndian, toByteOffset: Generator.cacheOffset + 24, as: Int32.self)
      }
    }
    return bytes
  }

  /// Takes over a state vector; false, and no change, when it cannot be one.
  package func restore(state bytes: [UInt8]) -> Bool {
    guard bytes.count == Generator.stateLength else { return false }
    return bytes.withUnsafeBytes { raw in
      let left = Int32(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      let seeded = Int32(littleEndian: raw.loadUnaligned(fromByteOffset: 12, as: Int32.self))
      let next = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
      guard seeded == 1, left >= 1, left <= 624, next <= 624 else { return false }
      setInitialSeed(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)))
      withUnsafeMutablePointer(to: &twister.pointee.words) { words in
        words.withMemoryRebound(to: UInt32.self, capacity: 624) { word in
          for i in 0..<624 {
            let offset = Generator.wordsOffset + 8 * i
            word[i] = UInt32(
              truncatingIfNeeded: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
          }
        }
      }
      twister.pointee.started = !(left == 1 && next == 0)
      twister.pointee.position = left == 1 ? 624 : Int32(next)
      let valid = Int32(littleEndian: raw.loadUnaligned(fromByteOffset: Generator.cacheOffset + 24, as: Int32.self))
      let bits = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: Generator.cacheOffset + 8, as: UInt64.self))
      cachedNormal = valid != 0 ? Double(bitPattern: bits) : nil
      return true
    }
  }
}
