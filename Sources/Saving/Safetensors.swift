import Tensors

/// The safetensors format: the header's length, a JSON header that names each tensor's type, shape and place, then the bytes.
/// Reference: https://github.com/huggingface/safetensors#format
package enum Safetensors {
  /// One tensor of the header.
  package struct Entry {
    package let name: String
    package let type: String
    package let shape: [Int]
    package let start: Int
    package let end: Int

    package init(name: String, type: String, shape: [Int], start: Int, end: Int) {
      self.name = name
      self.type = type
      self.shape = shape
      self.start = start
      self.end = end
    }
  }

  /// The names of the element types, in the order in which files are sorted (the last come first).
  private static let types: [(name: String, dtype: String)] = [
    ("BOOL", "bool"), ("U8", "uint8"), ("I8", "int8"), ("I16", "int16"), ("F16", "float16"), ("BF16", "bfloat16"),
    ("I32", "int32"),
    ("F32", "float32"), ("F64", "float64"), ("I64", "int64"),
  ]

  private static let largestHeader = 100_000_000

  /// The header's text and the bytes after it.
  package static func split(_ bytes: [UInt8]) throws(SavingError) -> (header: String, contents: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes[...])
    guard bytes.count >= 8, let length = reader.unsigned(8) else { throw invalid("HeaderTooSmall") }
    guard length <= UInt64(largestHeader) else { throw invalid("HeaderTooLarge") }
    guard let header = reader.take(Int(length)) else { throw invalid("InvalidHeaderLength") }
    guard let text = String(validating: header, as: UTF8.self) else { throw invalid("InvalidHeader") }
    guard text.hasPrefix("{") else { throw invalid("InvalidHeaderStart") }
    return (text, bytes[reader.position...])
  }

  /// The tensors that entries describe. Their places must follow each other from the first byte to the last.
  package static func tensors(
    _ entries: [Entry], _ contents: ArraySlice<UInt8>
  ) throws(SavingError) -> [(name: String, tensor: Tensor)] {
    var next = 0
    for entry in entries.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      guard entry.start == next, entry.end >= entry.start else { throw invalid("InvalidOffset(\"\(entry.name)\")") }
      next = entry.end
    }
    guard next == contents.count else { throw invalid("MetadataIncompleteBuffer") }
    var tensors: [(name: String, tensor: Tensor)] = []
    for entry in entries {
      guard let dtype = dtype(entry.type) else { throw invalid("the type \(entry.type) is not supported") }
      var size = dtype.byteSize
      for length in entry.shape {
        let (product, overflow) = size.multipliedReportingOverflow(by: length)
        guard length >= 0, !overflow else { throw invalid("ValidationOverflow") }
        size = product
      }
      guard size == entry.end - entry.start, entry.shape.count <= 64 else { throw invalid("TensorInvalidInfo") }
      let first = contents.startIndex + entry.start
      let storage = try TorchFile.storage(of: Array(contents[first..<(first + size)]))
      let shape = Shape(entry.shape)
      tensors.append(
        (entry.name, Tensor(storage: storage, shape: shape, strides: shape.contiguousStrides, elementOffset: 0, dtype: dtype)))
    }
    return tensors
  }

  /// Tensors in the order of a file, with the places they get, and their bytes.
  package static func laidOut(_ tensors: [(name: String, tensor: Tensor)]) -> (entries: [Entry], contents: [UInt8]) {
    let sorted = tensors.sorted { a, b in
      let (first, second) = (rank(a.tensor.dtype), rank(b.tensor.dtype))
      return first == second ? Array(a.name.utf8).lexicographicallyPrecedes(b.name.utf8) : first > second
    }
    var entries: [Entry] = []
    var contents: [UInt8] = []
    for (name, tensor) in sorted {
      let size = tensor.elementCount * tensor.dtype.byteSize
      entries.append(
        Entry(
          name: name, type: types[rank(tensor.dtype)].name, shape: Array(tensor.shape), start: contents.count,
          end: contents.count + size))
      contents += UnsafeRawBufferPointer(start: tensor.rawPointer, count: size)
    }
    return (entries, contents)
  }

  /// A file of a header, padded to a multiple of eight, and contents.
  package static func file(header: String, contents: [UInt8]) -> [UInt8] {
    var text = Array(header.utf8)
    while text.count % 8 != 0 { text.append(0x20) }
    var bytes: [UInt8] = []
    bytes.append(text.count, width: 8)
    return bytes + text + contents
  }

  private static func rank(_ dtype: DType) -> Int { types.firstIndex { $0.dtype == dtype.name } ?? 0 }

  private static func dtype(_ type: String) -> DType? { types.first { $0.name == type }.flatMap { DType(named: $0.dtype) } }

  /// The error for a file that is none.
  package static func invalid(_ reason: String) -> SavingError {
    SavingError(.safetensors, "Error while deserializing header: \(reason)")
  }
}
