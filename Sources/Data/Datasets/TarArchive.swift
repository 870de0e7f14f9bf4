import CZlib
import Glibc
import Tensors

/// Takes wanted files out of a `.tar.gz`, into a folder that appears whole or not at all.
///
/// Nothing but the wanted names is written, wherever else the archive's names point; sizes are checked before memory is asked for, and the
/// archive is read to an end that is fixed in advance. Format: POSIX.1-1988 ustar, https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
enum TarArchive {
  /// The most bytes of one file, and of all that is read.
  private static let largestFile = 1 << 28
  private static let largestArchive = 1 << 31
  private static let block = 512

  /// Unpacks `names`, which stand in folder `folder` of the archive at `path`, into `base/folder`.
  static func unpack(_ path: String, folder: String, _ names: [String], into base: String) throws(TensorError) {
    guard let file = gzopen(path, "rb") else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
    defer { gzclose(file) }
    let part = "\(base)/\(folder).\(getpid()).part"
    guard mkdir(part, 0o777) == 0 || errno == EEXIST else { throw .unwritable(part, reason: String(cString: strerror(errno))) }
    var written: [String] = []
    do throws(TensorError) {
      var missing = Set(names)
      var (position, header) = (0, [UInt8](repeating: 0, count: block))
      while !missing.isEmpty, try fill(&header, file, path) {
        position += block
        if header.allSatisfy({ $0 == 0 }) { break }
        let entry = try Entry(header, path)
        let padded = (entry.size + block - 1) / block * block
        guard position + padded <= largestArchive else { throw .overlongArchive(path) }
        guard entry.isFile, entry.name.hasPrefix(folder + "/"),
          missing.remove(String(entry.name.dropFirst(folder.count + 1))) != nil
        else {
          try skip(padded, file, path)
          position += padded
          continue
        }
        guard entry.size <= largestFile else { throw .overlongArchive(path) }
        var bytes = [UInt8](repeating: 0, count: padded)
        guard try fill(&bytes, file, path) else { throw .undecodable(path, reason: "it ends inside of \(entry.name)") }
        position += padded
        let target = "\(part)/\(entry.name.dropFirst(folder.count + 1))"
        written.append(target)
        try write(bytes[..<entry.size], to: target)
      }
      if let name = missing.sorted().first { throw .undecodable(path, reason: "\(folder)/\(name) is not in it") }
      guard rename(part, "\(base)/\(folder)") == 0 else {
        throw .unwritable("\(base)/\(folder)", reason: String(cString: strerror(errno)))
      }
    } catch {
      for target in written { unlink(target) }
      rmdir(part)
      throw error
    }
  }

  /// One file's header.
  private struct Entry {
    let name: String
    let size: Int
    let isFile: Bool

    init(_ header: [UInt8], _ path: String) throws(TensorError) {
      func text(_ range: Range<Int>) -> String { String(decoding: header[range].prefix { $0 != 0 }, as: UTF8.self) }
      func octal(_ range: Range<Int>) -> Int? {
        let digits = header[range].filter { $0 != 0 && $0 != UInt8(ascii: " ") }
        return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
      }
      // The checksum counts its own place as spaces.
      let sum = header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(header[$1])) }
      guard let stated = octal(148..<156), stated == sum, let size = octal(124..<136), size >= 0,
        size <= TarArchive.largestArchive
      else { throw .undecodable(path, reason: "it is no tar archive, or damaged") }
      let prefix = text(257..<262) == "ustar" ? text(345..<500) : ""
      name = prefix.isEmpty ? text(0..<100) : "\(prefix)/\(text(0..<100))"
      isFile = header[156] == 0 || header[156] == UInt8(ascii: "0")
      self.size = size
    }
  }

  /// Fills the buffer; false at the archive's end.
  private static func fill(_ bytes: inout [UInt8], _ file: gzFile, _ path: String) throws(TensorError) -> Bool {
    var done = 0
    while done < bytes.count {
      let wanted = UInt32(min(bytes.count - done, 1 << 24))
      let got = bytes.withUnsafeMutableBytes { gzread(file, $0.baseAddress! + done, wanted) }  // not empty
      if got < 0 {
        var code: Int32 = 0
        throw .undecodable(path, reason: gzerror(file, &code).map { String(cString: $0) } ?? "unknown error")
      }
      if got == 0 {
        if done > 0 || gzeof(file) == 0 { throw .undecodable(path, reason: "it ends in the middle") }
        return false
      }
      done += Int(got)
    }
    return true
  }

  private static func skip(_ count: Int, _ file: gzFile, _ path: String) throws(TensorError) {
    var (rest, buffer) = (count, [UInt8](repeating: 0, count: min(max(count, 1), 1 << 16)))
    while rest > 0 {
      if rest < buffer.count { buffer = [UInt8](repeating: 0, count: rest) }
      guard try fill(&buffer, file, path) else { throw .undecodable(path, reason: "it ends in the middle") }
      rest -= buffer.count
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to path: String) throws(TensorError) {
    guard let file = fopen(path, "wb") else { throw .unwritable(path, reason: String(cString: strerror(errno))) }
    let count = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == bytes.count else { throw .unwritable(path, reason: String(cString: strerror(errno))) }
  }
}

extension TensorError {
  fileprivate static func overlongArchive(_ path: String) -> TensorError {
    .runtime("\(path) claims to hold more than is read from an archive")
  }
}
