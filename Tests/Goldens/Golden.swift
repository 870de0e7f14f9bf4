import Foundation
import Tensors

/// Values recorded from PyTorch and CPython, read from the JSON files in `Reference`.
package struct Golden {
  /// The folder of the recorded files.
  package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Reference")

  /// The cases of `Reference/<name>.json`.
  package static func cases(_ name: String) throws -> [Golden] {
    let url = folder.appendingPathComponent("\(name).json")
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    return (whole?["cases"] as? [Any] ?? []).map { Golden($0) }
  }

  /// The value as JSON gives it.
  package let json: Any

  package init(_ json: Any) { self.json = json }

  /// The member of this name; an empty value if there is none.
  package subscript(name: String) -> Golden { Golden((json as? [String: Any])?[name] ?? NSNull()) }
  /// Whether there is a value.
  package var exists: Bool { !(json is NSNull) }
  /// The items of an array.
  package var items: [Golden] { (json as? [Any] ?? []).map { Golden($0) } }
  /// The text, empty if it is none.
  package var text: String { json as? String ?? "" }
  /// The whole number, 0 if it is none.
  package var int: Int { (json as? NSNumber)?.intValue ?? 0 }
  /// The number, 0 if it is none.
  package var double: Double { (json as? NSNumber)?.doubleValue ?? 0 }
  /// Nested arrays of whole numbers.
  package var ints: [Int] { items.map(\.int) }

  /// A recorded tensor that is stored whole.
  package func tensor() throws -> Tensor {
    let shape = Shape(self["shape"].ints)
    switch self["dtype"].text {
    case "float32":
      return Tensor(Self.words(self["bits"].text, digits: 8).map { Float(bitPattern: UInt32($0)) }, shape: shape)
    case "float64":
      return Tensor(Self.words(self["bits"].text, digits: 16).map { Double(bitPattern: $0) }, shape: shape)
    default:
      return Tensor(self["ints"].ints, shape: shape)
    }
  }

  /// How a tensor differs from the recorded one, or nil. With a tolerance, each element may be off by that much times max(1, |want|).
  package func difference(from tensor: Tensor, tolerance: Double = 0) throws -> String? {
    let shape = Shape(self["shape"].ints)
    if tensor.shape != shape { return "shape \(tensor.shape) instead of \(shape)" }
    if tensor.dtype.name != self["dtype"].text { return "dtype \(tensor.dtype.name) instead of \(self["dtype"].text)" }
    if self["fnv"].exists {
      let found = Self.hash(tensor)
      return found == self["fnv"].text ? nil : "hash \(found) instead of \(self["fnv"].text)"
    }
    let got = try tensor.to(.float64).values(Double.self)
    let want = try self.tensor().to(.float64).values(Double.self)
    for (index, (g, w)) in zip(got, want).enumerated() where !(g == w || g.isNaN && w.isNaN) {
      if !(abs(g - w) <= tolerance * max(1, abs(w))) { return "element \(index) is \(g) instead of \(w)" }
    }
    return nil
  }

  /// How far a tensor is from a recorded one.
  package enum Distance {
    /// 0 if all bits are equal, else the largest |got - want| / max(1, |want|).
    case value(Double)
    /// What else differs.
    case text(String)
  }

  /// How far a tensor is from the recorded one.
  package func distance(of tensor: Tensor) throws -> Distance {
    let shape = Shape(self["shape"].ints)
    if tensor.dtype.name != self["dtype"].text { return .text("dtype \(tensor.dtype.name) instead of \(self["dtype"].text)") }
    if tensor.shape != shape { return .text("shape \(tensor.shape) instead of \(shape)") }
    if self["fnv"].exists {
      let found = Self.hash(tensor)
      return found == self["fnv"].text ? .value(0) : .text("hash \(found) instead of \(self["fnv"].text)")
    }
    let got = try tensor.to(.float64).values(Double.self)
    let want = try self.tensor().to(.float64).values(Double.self)
    var largest = 0.0
    for (g, w) in zip(got, want) where g.bitPattern != w.bitPattern && !(g.isNaN && w.isNaN) {
      let distance = g == w ? Double.leastNonzeroMagnitude : abs(g - w) / max(1, abs(w))
      largest = max(largest, distance.isNaN ? .infinity : distance)
    }
    return .value(largest)
  }

  private static func words(_ hex: String, digits: Int) -> [UInt64] {
    let bytes = Array(hex.utf8)
    return stride(from: 0, to: bytes.count, by: digits).map { start in
      UInt64(String(decoding: bytes[start..<(start + digits)], as: UTF8.self), radix: 16) ?? 0
    }
  }

  /// FNV-1a, 64 bits, of the elements' little-endian bytes.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private static func hash(_ tensor: Tensor) -> String {
    guard let whole = try? tensor.contiguous() else { return "" }
    return hash(UnsafeRawBufferPointer(start: whole.rawPointer, count: whole.elementCount * whole.dtype.byteSize))
  }
}
