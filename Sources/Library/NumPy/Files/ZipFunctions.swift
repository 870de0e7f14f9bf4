import Interpreter

/// Archives of arrays (`.npz`): zip files whose entries are stored as they are.
enum ZipFunctions {
  static func add(to module: ModuleObject) {
    module.function("_zip_bytes(entries)", "A zip archive of named contents, not compressed.") { call throws(Raised) in
      var writer = StoredZip()
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
      return .list(
        try StoredZip.entries(data.bytes, name).map { .tuple([.string($0.name), .object(BytesObject($0.contents))]) })
    }
  }
}

/// Writes and reads zip archives without compression. Every offset and size is checked against the archive.
private struct StoredZip {
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
    // Version, flags, no compression, a fixed date, the checksum and both sizes.
    let common =
      StoredZip.word16(20) + StoredZip.word16(0) + StoredZip.word16(0) + StoredZip.word16(0) + StoredZip.word16(33)
      + StoredZip.word32(StoredZip.checksum(contents)) + StoredZip.word32(size) + StoredZip.word32(size)
      + StoredZip.word16(UInt16(name.utf8.count)) + StoredZip.word16(0)
    bytes += StoredZip.localMark + common + Array(name.utf8) + contents
    directory +=
      StoredZip.entryMark + StoredZip.word16(20) + common + StoredZip.word16(0) + StoredZip.word16(0) + StoredZip.word16(0)
    directory += StoredZip.word32(0) + StoredZip.word32(UInt32(place)) + Array(name.utf8)
    count += 1
  }

  func finished() -> [UInt8] {
    let end = StoredZip.word32(UInt32(directory.count)) + StoredZip.word32(UInt32(bytes.count)) + StoredZip.word16(0)
    let counts = StoredZip.word16(UInt16(count)) + StoredZip.word16(UInt16(count))
    return bytes + directory + StoredZip.endMark + StoredZip.word32(0) + counts + end
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

  // MARK: Reading

  static func entries(_ bytes: [UInt8], _ archive: String) throws(Raised) -> [(name: String, contents: [UInt8])] {
    let damaged = Raised.valueError("\(archive): the zip archive is cut off or damaged")
    func number(_ place: Int, _ size: Int) throws(Raised) -> Int {
      guard place >= 0, place + size <= bytes.count else { throw damaged }
      return (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    }
    func isMarked(_ place: Int, _ mark: [UInt8]) -> Bool {
      place >= 0 && place + 4 <= bytes.count && Array(bytes[place..<place + 4]) == mark
    }
    var end = bytes.count - 22
    while end >= max(0, bytes.count - 65_557), !isMarked(end, endMark) { end -= 1 }
    guard isMarked(end, endMark) else { throw damaged }
    var place = try number(end + 16, 4)
    var result: [(name: String, contents: [UInt8])] = []
    var total = 0
    for _ in 0..<(try number(end + 10, 2)) {
      guard isMarked(place, entryMark) else { throw damaged }
      let (method, sum, stored) = (try number(place + 10, 2), try number(place + 16, 4), try number(place + 20, 4))
      let (nameLength, extra, comment) = (try number(place + 28, 2), try number(place + 30, 2), try number(place + 32, 2))
      let local = try number(place + 42, 4)
      guard place + 46 + nameLength <= bytes.count, isMarked(local, localMark) else { throw damaged }
      let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      guard method == 0 else {
        throw .notImplementedError(
          "\(archive): '\(name)' is compressed; Lectern reads archives that numpy.savez writes, not savez_compressed")
      }
      let start = local + 30 + (try number(local + 26, 2)) + (try number(local + 28, 2))
      total += stored
      guard start + stored <= bytes.count, total <= bytes.count else { throw damaged }
      let contents = Array(bytes[start..<start + stored])
      guard Int(checksum(contents)) == sum else {
        throw .valueError("\(archive): '\(name)' is damaged (its checksum is wrong)")
      }
      result.append((name, contents))
      place += 46 + nameLength + extra + comment
    }
    return result
  }
}
