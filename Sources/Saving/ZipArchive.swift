import CZlib

/// The entries of a zip archive that lies in memory.
///
/// Every offset and size is checked against the archive, entries may not share bytes, and a compressed entry is unpacked to the size
/// that the directory declares and no further, so that a small file cannot ask for much memory.
package struct ZipArchive {
  /// One file inside.
  package struct Entry {
    package let name: String
    /// The size of the contents.
    package let byteCount: Int
    let isCompressed: Bool
    let checksum: UInt32
    let stored: Range<Int>
  }

  private let bytes: [UInt8]
  /// The files inside, in the directory's order.
  package let entries: [Entry]
  private let places: [String: Int]

  /// Whether bytes begin as a zip archive does.
  package static func looksLikeArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads the directory of an archive.
  package init(_ bytes: [UInt8]) throws(SavingError) {
    self.bytes = bytes
    let (start, size, count) = try ZipArchive.directory(bytes)
    var reader = ByteReader(bytes[start..<(start + size)])
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    var total = 0
    for _ in 0..<count {
      let entry = try ZipArchive.entry(&reader, bytes)
      total += entry.stored.count
      // Honest entries lie side by side.
      guard total <= bytes.count else { throw .damaged("zip archive: entries overlap") }
      guard places.updateValue(entries.count, forKey: entry.name) == nil else {
        throw .damaged("zip archive: two entries are called '\(entry.name)'")
      }
      entries.append(entry)
    }
    self.entries = entries
    self.places = places
  }

  /// The entry of that name.
  package subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

  /// The contents of an entry, unpacked if need be.
  package func contents(of entry: Entry) throws(SavingError) -> [UInt8] {
    let stored = bytes[entry.stored]
    let contents = entry.isCompressed ? try ZipArchive.inflated(stored, to: entry.byteCount, entry.name) : Array(stored)
    let checksum = contents.withUnsafeBytes { ZipArchive.checksum($0) }
    guard checksum == entry.checksum else { throw .damaged("zip archive: '\(entry.name)' is damaged (its checksum is wrong)") }
    return contents
  }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
  }

  // MARK: Directory

  private static let missingDirectory = SavingError.damaged(
    "PytorchStreamReader failed reading zip archive: failed finding central directory. This is an internal miniz error. If you are "
      + "seeing this error, there is a high likelihood that your checkpoint file is corrupted. This can happen if the checkpoint was "
      + "not saved properly, was transferred incorrectly, or the file was modified after saving.")

  /// Where the central directory lies and how many entries it has.
  private static func directory(_ bytes: [UInt8]) throws(SavingError) -> (start: Int, size: Int, count: Int) {
    guard bytes.count >= 22 else { throw missingDirectory }
    var end = bytes.count - 22
    let lowest = max(0, end - 0xFFFF)
    while !bytes[end...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      end -= 1
      if end < lowest { throw missingDirectory }
    }
    var reader = ByteReader(bytes[(end + 10)...])
    guard var count = reader.count(2), var size = reader.count(4), var start = reader.count(4) else { throw missingDirectory }
    if end >= 20, bytes[(end - 20)...].starts(with: [0x50, 0x4B, 0x06, 0x07]) {
      // The 64-bit variant repeats the figures elsewhere, and PyTorch always writes it.
      var locator = ByteReader(bytes[(end - 12)...])
      guard let place = locator.count(8), place <= bytes.count - 56, bytes[place...].starts(with: [0x50, 0x4B, 0x06, 0x06])
      else {
        throw missingDirectory
      }
      var wide = ByteReader(bytes[(place + 32)...])
      guard let wideCount = wide.count(8), let wideSize = wide.count(8), let wideStart = wide.count(8) else {
        throw missingDirectory
      }
      (count, size, start) = (wideCount, wideSize, wideStart)
    }
    guard start <= bytes.count, size <= bytes.count - start, count <= size / 46 else { throw missingDirectory }
    return (start, size, count)
  }

  private static func entry(_ reader: inout ByteReader, _ bytes: [UInt8]) throws(SavingError) -> Entry {
    let broken = SavingError.damaged("zip archive: the directory is damaged")
    guard reader.unsigned(4) == 0x0201_4B50, reader.take(4) != nil, let flags = reader.unsigned(2),
      let method = reader.unsigned(2),
      reader.take(4) != nil, let checksum = reader.unsigned(4), var packed = reader.count(4), var size = reader.count(4),
      let nameLength = reader.count(2), let extraLength = reader.count(2), let commentLength = reader.count(2),
      reader.take(8) != nil,
      var offset = reader.count(4), let nameBytes = reader.take(nameLength), let extra = reader.take(extraLength),
      reader.take(commentLength) != nil
    else { throw broken }
    let name = String(decoding: nameBytes, as: UTF8.self)
    var fields = ByteReader(extra)
    while let kind = fields.unsigned(2), let length = fields.count(2), let body = fields.take(length) {
      guard kind == 1 else { continue }
      var wide = ByteReader(body)
      if size == 0xFFFF_FFFF { size = wide.count(8) ?? -1 }
      if packed == 0xFFFF_FFFF { packed = wide.count(8) ?? -1 }
      if offset == 0xFFFF_FFFF { offset = wide.count(8) ?? -1 }
    }
    guard flags & 1 == 0 else { throw .damaged("zip archive: '\(name)' is encrypted") }
    guard method == 0 || method == 8 else { throw .damaged("zip archive: '\(name)' is compressed by method \(method)") }
    guard size >= 0, packed >= 0, offset >= 0, offset <= bytes.count - 30 else { throw broken }
    var header = ByteReader(bytes[offset...])
    guard header.unsigned(4) == 0x0403_4B50, header.take(22) != nil, let localName = header.count(2),
      let localExtra = header.count(2),
      header.take(localName) != nil, header.take(localExtra) != nil, header.remaining >= packed
    else { throw broken }
    if method == 0, packed != size { throw broken }
    return Entry(
      name: name, byteCount: size, isCompressed: method == 8, checksum: UInt32(truncatingIfNeeded: checksum),
      stored: header.position..<(header.position + packed))
  }

  // MARK: Compression

  /// Deflate shrinks nothing by more than this factor.
  private static let largestRatio = 1032

  /// Bytes made smaller; nil where that cannot be done.
  package static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count < 1 << 32 - 1 << 20 else { return nil }
    var stream = z_stream()
    // Raw deflate, as zip archives hold it, at the usual level.
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)
      )
        == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    var status = Z_OK
    let packed = [UInt8](unsafeUninitializedCapacity: room) { target, initialized in
      bytes.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(room)
        status = deflate(&stream, Z_FINISH)
      }
      initialized = room - Int(stream.avail_out)
    }
    return status == Z_STREAM_END ? packed : nil
  }

  private static func inflated(_ packed: ArraySlice<UInt8>, to count: Int, _ name: String) throws(SavingError) -> [UInt8] {
    let broken = SavingError.damaged("zip archive: '\(name)' is damaged (it does not unpack to \(count) bytes)")
    guard count / largestRatio <= packed.count, packed.count <= Int(UInt32.max), count < Int(UInt32.max) else { throw broken }
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw broken }
    defer { inflateEnd(&stream) }
    var status = Z_OK
    let contents = [UInt8](unsafeUninitializedCapacity: count + 1) { target, initialized in
      packed.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        // One byte more than declared, so that too much is noticed.
        stream.avail_out = UInt32(count + 1)
        status = inflate(&stream, Z_FINISH)
      }
      initialized = count + 1 - Int(stream.avail_out)
    }
    guard status == Z_STREAM_END, contents.count == count else { throw broken }
    return contents
  }
}
