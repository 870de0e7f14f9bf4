/// Builds a zip archive whose entries are stored as they are.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// Contents begin at multiples of this, so that a reader may map them into memory.
  private let alignment: Int

  /// An empty archive.
  package init(alignment: Int = 1) { self.alignment = alignment }

  /// Adds a file.
  package mutating func add(_ name: String, _ contents: [UInt8]) throws(SavingError) {
    var failure: SavingError?
    contents.withUnsafeBytes { bytes in
      do throws(SavingError) { try add(name, bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Adds a file.
  package mutating func add(_ name: String, _ contents: UnsafeRawBufferPointer) throws(SavingError) {
    let title = Array(name.utf8)
    let offset = bytes.count
    guard offset + contents.count < Int(UInt32.max) - 1 << 20, count < 0xFFFE else {
      throw SavingError(.pickling, "files of 4 GiB and more are not supported")
    }
    let checksum = ZipArchive.checksum(contents)
    bytes.append(0x0403_4B50, width: 4)
    let common = ZipWriter.common(checksum, contents.count)
    bytes += common
    bytes.append(title.count, width: 2)
    // An extra field of the right length pads up to the alignment.
    let start = offset + 30 + title.count
    let padding = alignment > 1 ? (alignment - (start + 4) % alignment) % alignment : 0
    bytes.append(alignment > 1 ? padding + 4 : 0, width: 2)
    bytes += title
    if alignment > 1 {
      bytes += [0x46, 0x42]
      bytes.append(padding, width: 2)
      bytes += [UInt8](repeating: 0x5A, count: padding)
    }
    bytes += contents
    directory.append(0x0201_4B50, width: 4)
    directory.append(0, width: 2)
    directory += common
    directory.append(title.count, width: 2)
    directory += [UInt8](repeating: 0, count: 12)
    directory.append(offset, width: 4)
    directory += title
    count += 1
  }

  /// Version, flags, method, time, checksum and sizes, which both headers have.
  private static func common(_ checksum: UInt32, _ size: Int) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append(0, width: 2)
    fields.append(0x0800, width: 2)
    fields.append(0, width: 2)
    // Midnight of the first of January 1980, the earliest date there is.
    fields.append(0x0021_0000, width: 4)
    fields.append(checksum, width: 4)
    fields.append(size, width: 4)
    fields.append(size, width: 4)
    return fields
  }

  /// The whole archive.
  package consuming func finished() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(0x0605_4B50, width: 4)
    bytes.append(0, width: 4)
    bytes.append(count, width: 2)
    bytes.append(count, width: 2)
    bytes.append(directory.count, width: 4)
    bytes.append(start, width: 4)
    bytes.append(0, width: 2)
    return bytes
  }
}
