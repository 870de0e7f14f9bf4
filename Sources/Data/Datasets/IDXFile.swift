import CZlib
import Glibc
import Tensors

/// An array of bytes as MNIST's IDX files hold it: a header with the sizes, then the elements in row-major order.
package struct IDXFile {
  /// The size of each dimension, slowest first.
  package let shape: [Int]
  /// The elements.
  package let bytes: [UInt8]

  package init(shape: [Int], bytes: [UInt8]) {
    self.shape = shape
    self.bytes = bytes
  }

  /// The longest file that is read; a foreign header must not make us reserve more.
  private static let largestByteCount = 1 << 31

  /// Reads the file at `path`, compressed by gzip or not, which must have `dimensions` dimensions of unsigned bytes.
  package static func read(_ path: String, dimensions: Int) throws(TensorError) -> IDXFile {
    errno = 0
    guard let file = gzopen(path, "rb") else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 18)

    let headerCount = 4 + 4 * dimensions
    var header = [UInt8](repeating: 0, count: headerCount)
    let found = try fill(&header, from: file, path: path)
    if found < 4 { throw .truncatedFile(path, expected: headerCount, found: found) }
    let magic = bigEndian(header, 0)
    let expectedMagic = 0x0800 + dimensions
    if magic != expectedMagic { throw .foreignFile(path, dimensions: dimensions, expected: expectedMagic, found: magic) }
    if found < headerCount { throw .truncatedFile(path, expected: headerCount, found: found) }

    var shape: [Int] = []
    var count = 1
    for dim in 0..<dimensions {
      let size = bigEndian(header, 4 + 4 * dim)
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow || product > largestByteCount { throw .oversizedFile(path, limit: largestByteCount) }
      count = product
      shape.append(size)
    }
    let bytes = try readElements(count: count, after: headerCount, from: file, path: path)
    return IDXFile(shape: shape, bytes: bytes)
  }

  /// Grows with what is really there, so that a header that promises too much costs nothing.
  private static func readElements(
    count: Int, after headerCount: Int, from file: gzFile, path: String
  ) throws(TensorError) -> [UInt8] {
    let step = 1 << 24
    var bytes: [UInt8] = []
    var filled = 0
    while filled < count {
      let wanted = min(step, count - filled)
      var failure: TensorError?
      let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
        let got = gzread(file, buffer.baseAddress, UInt32(wanted))
        if got < 0 { failure = .undecodable(path, reason: message(of: file)) }
        initialized = max(0, Int(got))
      }
      if let failure { throw failure }
      if filled == 0, piece.count == count { bytes = piece } else { bytes += piece }
      filled += piece.count
      if piece.count < wanted { break }
    }
    if filled < count { throw .truncatedFile(path, expected: headerCount + count, found: headerCount + filled) }
    var extra = [UInt8](repeating: 0, count: 1)
    if try fill(&extra, from: file, path: path) > 0 { throw .overlongFile(path, expected: headerCount + count) }
    return bytes
  }

  private static func fill(_ bytes: inout [UInt8], from file: gzFile, path: String) throws(TensorError) -> Int {
    let wanted = UInt32(bytes.count)
    let got = bytes.withUnsafeMutableBytes { gzread(file, $0.baseAddress, wanted) }
    if got < 0 { throw .undecodable(path, reason: message(of: file)) }
    return Int(got)
  }

  private static func message(of file: gzFile) -> String {
    var code: Int32 = 0
    guard let text = gzerror(file, &code) else { return "unknown error" }
    return String(cString: text)
  }

  private static func bigEndian(_ bytes: [UInt8], _ index: Int) -> Int {
    Int(bytes[index]) << 24 | Int(bytes[index + 1]) << 16 | Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
  }

  /// Writes the array, uncompressed, to `path`: to a temporary name beside it first, so that no half-written file is ever seen.
  package func write(to path: String) throws(TensorError) {
    let temporary = "\(path).\(getpid()).part"
    guard let file = fopen(temporary, "wb") else { throw .unwritable(path, reason: String(cString: strerror(errno))) }
    var header: [UInt8] = [0, 0, 8, UInt8(shape.count)]
    for size in shape { for shift in [24, 16, 8, 0] { header.append(UInt8(truncatingIfNeeded: size >> shift)) } }
    var complete = fwrite(header, 1, header.count, file) == header.count
    complete = complete && fwrite(bytes, 1, bytes.count, file) == bytes.count
    complete = fclose(file) == 0 && complete
    if !complete || rename(temporary, path) != 0 {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw .unwritable(path, reason: reason)
    }
  }
}

extension TensorError {
  static func unreadable(_ path: String, reason: String) -> TensorError {
    TensorError(.runtime, "cannot read \(path): \(reason)")
  }
  static func unwritable(_ path: String, reason: String) -> TensorError {
    TensorError(.runtime, "cannot write \(path): \(reason)")
  }
  static func undecodable(_ path: String, reason: String) -> TensorError {
    TensorError(.runtime, "\(path) is damaged: \(reason)")
  }
  static func truncatedFile(_ path: String, expected: Int, found: Int) -> TensorError {
    TensorError(.runtime, "\(path) is truncated: expected \(expected) bytes, found \(found)")
  }
  static func overlongFile(_ path: String, expected: Int) -> TensorError {
    TensorError(.runtime, "\(path) is too long: expected \(expected) bytes, found more")
  }
  static func oversizedFile(_ path: String, limit: Int) -> TensorError {
    TensorError(.runtime, "\(path) claims more than \(limit) elements, the most that is read")
  }
  static func foreignFile(_ path: String, dimensions: Int, expected: Int, found: Int) -> TensorError {
    let text = "expected an IDX file of bytes with \(dimensions) dimensions (magic number \(expected))"
    return TensorError(.runtime, "\(path): \(text), found magic number \(found)")
  }
}
