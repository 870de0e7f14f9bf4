import Saving
import Testing

/// Archives, whole and damaged.
@Suite struct ZipArchiveTests {
  private func archive() throws(SavingError) -> [UInt8] {
    var writer = ZipWriter(alignment: 64)
    try writer.add("a/one", Array("first".utf8))
    try writer.add("a/two", [UInt8](repeating: 7, count: 300))
    return writer.finished()
  }

  @Test func entriesComeBack() throws {
    let bytes = try archive()
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.map(\.name) == ["a/one", "a/two"])
    let two = try #require(archive["a/two"])
    #expect(try archive.contents(of: two) == [UInt8](repeating: 7, count: 300))
    #expect(archive["a/three"] == nil)
  }

  /// Every single wrong byte is noticed or harmless; none traps, and contents are either right or refused.
  @Test func damageIsNoticed() throws {
    let whole = try archive()
    for place in whole.indices {
      for flip: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = whole
        bytes[place] ^= flip
        do throws(SavingError) {
          let archive = try ZipArchive(bytes)
          for entry in archive.entries {
            let contents = try archive.contents(of: entry)
            #expect(contents == Array("first".utf8) || contents == [UInt8](repeating: 7, count: 300))
          }
        } catch {}
      }
    }
    for count in whole.indices {
      #expect(throws: SavingError.self) { try ZipArchive(Array(whole[..<count])) }
    }
  }

  /// A compressed entry that says that it unpacks to 4 GB, and one that unpacks to more than it says.
  @Test func zipBombsAreRefused() throws {
    // "x" a thousand times, deflated.
    let deflated: [UInt8] = [0xAB, 0xA8, 0x18, 0x05, 0xA3, 0x60, 0x14, 0x0C, 0x77, 0x00, 0x00]
    for (declared, message) in [(UInt32(4_000_000_000), "does not unpack"), (10, "does not unpack"), (1000, "")] {
      let bytes = compressed(deflated, declared: declared)
      do throws(SavingError) {
        let archive = try ZipArchive(bytes)
        let entry = archive.entries[0]
        let contents = try archive.contents(of: entry)
        #expect(message.isEmpty && contents == [UInt8](repeating: 0x78, count: 1000))
      } catch {
        #expect(!message.isEmpty && error.message.contains(message), "\(error.message)")
      }
    }
  }

  @Test func entriesThatShareBytesAreRefused() throws {
    // The directory names the same contents many times.
    let one = compressed([UInt8](repeating: 1, count: 200), declared: 200, method: 0, copies: 50)
    #expect(throws: SavingError.self) { try ZipArchive(one) }
  }

  private func compressed(_ packed: [UInt8], declared: UInt32, method: UInt8 = 8, copies: Int = 1) -> [UInt8] {
    func number(_ value: UInt32, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    // The checksum of a thousand times "x".
    let checksum: UInt32 = 0x3B41_C9E6
    let common =
      number(20, 2) + [0, 0, method, 0, 0, 0, 0, 0] + number(checksum, 4) + number(UInt32(packed.count), 4)
      + number(declared, 4)
    var bytes = number(0x0403_4B50, 4) + common + [1, 0, 0, 0, 0x61] + packed
    let start = bytes.count
    for copy in 0..<copies {
      bytes +=
        number(0x0201_4B50, 4) + [0, 0] + common + [2, 0] + [UInt8](repeating: 0, count: 16) + [0x61, UInt8(48 + copy)]
    }
    let size = bytes.count - start
    bytes +=
      number(0x0605_4B50, 4) + [0, 0, 0, 0] + number(UInt32(copies), 2) + number(UInt32(copies), 2) + number(UInt32(size), 4)
    return bytes + number(UInt32(start), 4) + [0, 0]
  }
}
