import Tensors

/// The files of `torch.save` since PyTorch 1.6: a zip archive with the pickle `data.pkl` and each tensor's memory beside it.
/// Reference: https://pytorch.org/docs/stable/notes/serialization.html
package enum TorchFile {
  /// The bytes of a file that holds a value; `name` is the folder inside the archive.
  package static func bytes(of value: SavedValue, name: String = "archive") throws(SavingError) -> [UInt8] {
    var pickler = Pickler()
    try pickler.write(value)
    var archive = ZipWriter(alignment: 64)
    try archive.add("\(name)/data.pkl", pickler.bytes)
    try archive.add("\(name)/.format_version", Array("1".utf8))
    try archive.add("\(name)/.storage_alignment", Array("64".utf8))
    try archive.add("\(name)/byteorder", Array("little".utf8))
    for (key, (storage, _)) in pickler.storages.enumerated() {
      try archive.add("\(name)/data/\(key)", UnsafeRawBufferPointer(start: storage.bytes, count: storage.byteCount))
    }
    try archive.add("\(name)/version", Array("3\n".utf8))
    return archive.finished()
  }

  /// The value that a file holds. `place` is asked for each location that its tensors were saved from and refuses what cannot be had.
  package static func value(
    of bytes: [UInt8], place: (String) throws(SavingError) -> Void
  ) throws(SavingError) -> SavedValue {
    guard !bytes.isEmpty else { throw SavingError(.endOfFile, "") }
    guard ZipArchive.looksLikeArchive(bytes) else { throw foreignFormat(bytes) }
    let archive = try ZipArchive(bytes)
    guard let first = archive.entries.first(where: { $0.name.hasSuffix("/data.pkl") }) else {
      throw .damaged("PytorchStreamReader failed locating file data.pkl: file not found")
    }
    let folder = String(first.name.dropLast("data.pkl".count))
    if archive[folder + "constants.pkl"] != nil {
      throw .damaged("this file is a TorchScript archive; Lectern loads what torch.save has written")
    }
    if let order = archive[folder + "byteorder"] {
      let text = String(decoding: try contents(archive, order), as: UTF8.self)
      guard text == "little" else { throw .damaged("files of byte order '\(text)' are not supported") }
    }
    var storages: [String: Storage] = [:]
    return try withoutActuallyEscaping(place) { (place) throws(SavingError) -> SavedValue in
      let pickle = try contents(archive, first)
      return try Unpickler.read(pickle[...]) { (key, dtype, count, location) throws(SavingError) in
        if let known = storages[key] { return known }
        try place(location)
        let name = "\(folder)data/\(key)"
        guard let entry = archive[name] else {
          throw .damaged("PytorchStreamReader failed locating file data/\(key): file not found")
        }
        let (wanted, overflow) = count.multipliedReportingOverflow(by: dtype.byteSize)
        guard !overflow, wanted == entry.byteCount else {
          throw .damaged("the tensor data/\(key) of \(count) elements has \(entry.byteCount) bytes")
        }
        let storage = try TorchFile.storage(of: try contents(archive, entry))
        storages[key] = storage
        return storage
      }
    }
  }

  /// Memory that holds a copy of bytes.
  static func storage(of bytes: [UInt8]) throws(SavingError) -> Storage {
    let storage: Storage
    do { storage = try Storage(byteCount: bytes.count) } catch { throw .damaged(error.message) }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { storage.bytes.copyMemory(from: base, byteCount: $0.count) } }
    return storage
  }

  private static func contents(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws(SavingError) -> [UInt8] {
    // PyTorch stores entries as they are, so that compressed ones, which can unpack to a thousand times their size, are not its own.
    if entry.isCompressed { throw .damaged("the entry '\(entry.name)' is compressed, which torch.save never does") }
    return try archive.contents(of: entry)
  }

  /// The error for files in one of the formats before 1.6, or in none.
  private static func foreignFormat(_ bytes: [UInt8]) -> SavingError {
    // The old format is a row of pickles, of which the first is this number.
    let magic: [UInt8] = [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]
    if bytes.starts(with: magic) {
      return .damaged(
        "this file is in the format that torch.save wrote before PyTorch 1.6 (or with _use_new_zipfile_serialization=False), which "
          + "Lectern does not read; load and save it again with a current PyTorch")
    }
    if bytes.count > 262, Array(bytes[257..<262]) == Array("ustar".utf8) {
      return .damaged("this file is a tar archive as torch.save wrote before PyTorch 0.4, which Lectern does not read")
    }
    return .unpickling("\n\nUnsupported operand \(bytes[0] == 0x80 && bytes.count > 1 && bytes[1] == 2 ? 0x80 : bytes[0])")
  }
}
