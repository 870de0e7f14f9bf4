import Foundation

/// Cases recorded from PyTorch 2.15, as `Reference/README.md` describes their notation.
struct Golden {
  let cases: [[String: Any]]

  init(_ path: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Reference")
    let data = try Data(contentsOf: folder.appendingPathComponent(path))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    cases = object?["cases"] as? [[String: Any]] ?? []
  }
}

/// One recorded tensor.
struct GoldenTensor {
  let dtype: String
  let shape: [Int]
  let bits: String?
  let ints: [Int64]?
  /// FNV-1a 64 of all bytes, for long tensors.
  let hash: String?

  init?(_ object: Any?) {
    guard let fields = object as? [String: Any], let dtype = fields["dtype"] as? String,
      let shape = fields["shape"] as? [Int]
    else { return nil }
    self.dtype = dtype
    self.shape = shape
    bits = fields["bits"] as? String
    ints = (fields["ints"] as? [NSNumber])?.map(\.int64Value)
    hash = fields["fnv"] as? String
  }

  var floats: [Float]? { bits.map { words($0, width: 8).map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) } } }

  /// The elements widened to double, whatever the dtype.
  var doubles: [Double]? {
    if let ints { return ints.map(Double.init) }
    guard let bits else { return nil }
    return dtype == "float64" ? words(bits, width: 16).map { Double(bitPattern: $0) } : floats?.map(Double.init)
  }

  private func words(_ text: String, width: Int) -> [UInt64] {
    let digits = Array(text.utf8)
    return stride(from: 0, to: digits.count, by: width).map { start in
      digits[start..<start + width].reduce(0) { value, digit in
        value << 4 | UInt64(digit >= 97 ? digit - 87 : digit - 48)
      }
    }
  }
}

/// FNV-1a 64 over the little-endian bytes, in the notation of the goldens.
func fnv<Element>(_ values: [Element]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  values.withUnsafeBytes { bytes in
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
  let text = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - text.count) + text
}
