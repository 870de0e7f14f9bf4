import Interpreter
import Saving

/// Archives of arrays (`.npz`): zip files, compressed or not.
enum ZipFunctions {
  /// The most bytes that all arrays of an archive may take.
  private static let largestTotal = 2 << 30

  static func add(to module: ModuleObject) {
    module.function("_zip_bytes(entries, compressed=False)", "A zip archive of named contents.") { call throws(Raised) in
      var writer = ArrayZip(isCompressed: try call.bool(1))
      for pair in try call.interpreter.elements(of: call[0]) {
        guard let items = pair.sequence, items.count == 2, let name = items[0].stringValue,
          let data = items[1].cast(to: BytesObject.self)
        else {
          throw .typeError("entries are pairs of a name and bytes")
        }
        try writer.add(name, data.bytes)
      }
      return .object(BytesObject(writer.finished()))
    }
    module.function("_zip_entries(data, name)", "The named contents of a zip archive.") { call throws(Raised) in
      guard let data = call[0].cast(to: BytesObject.self) else { throw .typeError("a bytes-like object is required") }
      let name = try call.string(1)
      let archive = try reading(name) { () throws(SavingError) in try ZipArchive(data.bytes) }
      guard archive.entries.reduce(0, { $0 &+ min($1.byteCount, largestTotal) }) <= largestTotal else {
        throw .valueError("\(name): its arrays would take more than \(largestTotal >> 30) GiB")
      }
      var pairs: [Value] = []
      for entry in archive.entries {
        let contents = try reading(name) { () throws(SavingError) in try archive.contents(of: entry) }
        pairs.append(.tuple([.string(entry.name), .object(BytesObject(contents))]))
      }
      return .list(pairs)
    }
  }
}

extension ZipFunctions {
  /// Reads from an archive; what is wrong with it is told with its name.
  private static func reading<T>(_ name: String, _ body: () throws(SavingError) -> T) throws(Raised) -> T {
    do throws(SavingError) { return try body() } catch {
      // The long text of a missing directory is about PyTorch's own files.
      let isCut = error.message.hasPrefix("PytorchStreamReader")
      throw .valueError("\(name): \(isCut ? "the zip archive is cut off or damaged" : error.message)")
    }
  }
}

/// Writes zip archives of less than 4 GB.
private struct ArrayZip {
  let isCompressed: Bool

  init(isCompressed: Bool) { self.isCompressed = isCompressed }

  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  private static let localMark: [UInt8] = [0x50, 0x4b, 3, 4]
  private static let entryMark: [UInt8] = [0x50, 0x4b, 1, 2]
  private static let endMark: [UInt8] = [0x50, 0x4b, 5, 6]

  mutating func add(_ name: String, _ contents: [UInt8]) throws(Raised) {
    let place = bytes.count
    guard place + contents.count < 1 << 32 - 1 << 20, name.utf8.count < 1 << 16, count < 65535 else {
      throw .valueError("archives of 4 GB and more are not written")
    }
    let size = UInt32(contents.count)
    let packed = isCompressed ? ZipArchive.deflated(contents) : nil
    let stored = packed ?? contents
    // Version, flags, the way of compression, a fixed date, the checksum and both sizes.
    let common =
      ArrayZip.word16(20) + ArrayZip.word16(0) + ArrayZip.word16(packed == nil ? 0 : 8) + ArrayZip.word16(0)
      + ArrayZip.word16(33)
      + ArrayZip.word32(ArrayZip.checksum(contents)) + ArrayZip.word32(UInt32(stored.count)) + ArrayZip.word32(size)
      + ArrayZip.word16(UInt16(name.utf8.count)) + ArrayZip.word16(0)
    bytes += ArrayZip.localMark + common + Array(name.utf8) + stored
    directory +=
      ArrayZip.entryMark + ArrayZip.word16(20) + common + ArrayZip.word16(0) + ArrayZip.word16(0) + ArrayZip.word16(0)
    directory += ArrayZip.word32(0) + ArrayZip.word32(UInt32(place)) + Array(name.utf8)
    count += 1
  }

  func finished() -> [UInt8] {
    let end = ArrayZip.word32(UInt32(directory.count)) + ArrayZip.word32(UInt32(bytes.count)) + ArrayZip.word16(0)
    let counts = ArrayZip.word16(UInt16(count)) + ArrayZip.word16(UInt16(count))
    return bytes + directory + ArrayZip.endMark + ArrayZip.word32(0) + counts + end
  }

  private static func word16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8)] }
  private static func word32(_ value: UInt32) -> [UInt8] { word16(UInt16(value & 0xffff)) + word16(UInt16(value >> 16)) }

  private static let table: [UInt32] = (0..<256).map { i in
    (0..<8).reduce(UInt32(i)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xff)] ^ (sum >> 8) }
    return ~sum
  }
}
