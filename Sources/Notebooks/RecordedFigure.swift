import CMessageDigest

/// A picture that a cell drew: PNG data, and what is known of it where the data is missing.
package struct RecordedFigure: Equatable {
  /// The PNG file's bytes; empty where only the size and the hash are recorded.
  package let png: [UInt8]
  /// The picture's width in pixels.
  package let width: Int
  /// The picture's height in pixels.
  package let height: Int
  /// The first 16 hexadecimal digits of the SHA-256 hash of the PNG data: the picture's name.
  package let hash: String
  /// What stands for the picture where only text is shown, such as `<Figure size 640x480 with 1 Axes>`.
  package let text: String?
  /// What a notebook file says about the picture.
  package let metadata: JSONObject
  /// The same as an SVG text, right after a run: no file keeps it, but a page shows it sharper than the PNG.
  package var svg: [UInt8] = []

  /// Makes a figure of PNG data; nil when the data does not begin like a PNG file.
  package init?(png: [UInt8], text: String?, metadata: JSONObject = JSONObject()) {
    // Signature, length and type of the first block, then width and height.
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard png.count >= 24, png.starts(with: signature) else { return nil }
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    self.png = png
    width = number(16)
    height = number(20)
    hash = ContentHash.name(of: png)
    self.text = text
    self.metadata = metadata
  }

  /// Makes a figure of which only the size and the hash are known.
  init(width: Int, height: Int, hash: String, text: String?, metadata: JSONObject = JSONObject()) {
    png = []
    self.width = width
    self.height = height
    self.hash = hash
    self.text = text
    self.metadata = metadata
  }

  /// Whether both are the same picture, said to be the same.
  package static func == (lhs: RecordedFigure, rhs: RecordedFigure) -> Bool {
    lhs.hash == rhs.hash && lhs.width == rhs.width && lhs.height == rhs.height && lhs.text == rhs.text
      && lhs.metadata == rhs.metadata
  }

  // MARK: As text

  /// The line that records the figure: `<figure 640x480 sha256:0123456789abcdef>`, and `2 axes` in it where there are not just one.
  package var line: String {
    var axes = ""
    if let text, let count = Int(text.drop { $0 != "h" }.drop { !$0.isNumber }.prefix { $0.isNumber }), count != 1 {
      if text == Self.usualText(width: width, height: height, axes: count) { axes = " \(count) axes" }
    }
    return "<figure \(width)x\(height)\(axes) sha256:\(hash)>"
  }

  /// The text that a figure has when its line alone is recorded.
  private static func usualText(width: Int, height: Int, axes: Int) -> String {
    "<Figure size \(width)x\(height) with \(axes) Axes>"
  }

  /// Reads a line that records a figure; nil for any other text.
  package init?(line: some StringProtocol, file: (String) -> [UInt8]?) {
    guard line.hasPrefix("<figure "), line.hasSuffix(">") else { return nil }
    var words = line.dropFirst(8).dropLast().split(separator: " ", omittingEmptySubsequences: false)
    var axes = 1
    if words.count == 4, words[2] == "axes", let count = Int(words[1]) {
      axes = count
      words.removeSubrange(1...2)
    }
    let description = words.joined(separator: " ")
    guard let bare = RecordedFigure(description: description, text: nil, metadata: JSONObject(), file: { _ in nil }) else {
      return nil
    }
    let text = Self.usualText(width: bare.width, height: bare.height, axes: axes)
    self.init(description: description, text: text, metadata: JSONObject(), file: file)
  }

  /// Reads `640x480 sha256:0123456789abcdef`; the data comes from the side file of that name, if it is there.
  init?(
    description: some StringProtocol, text: String?, metadata: JSONObject, file: (String) -> [UInt8]?
  ) {
    let words = description.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[1].hasPrefix("sha256:") else { return nil }
    let sides = words[0].split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    let hash = String(words[1].dropFirst(7))
    guard sides.count == 2, let width = sides[0], let height = sides[1], (1...1 << 20).contains(width),
      (1...1 << 20).contains(height), hash.utf8.count == 16, hash.utf8.allSatisfy(ContentHash.isDigit)
    else { return nil }
    if let png = file(hash + ".png"), let whole = RecordedFigure(png: png, text: text, metadata: metadata),
      whole.hash == hash, whole.width == width, whole.height == height
    {
      self = whole
    } else {
      self.init(width: width, height: height, hash: hash, text: text, metadata: metadata)
    }
  }
}

/// Names made of what a file holds.
enum ContentHash {
  /// The first 16 hexadecimal digits of the data's SHA-256 hash.
  static func name(of bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBytes { SHA256Update(&context, $0.bindMemory(to: UInt8.self).baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    return digest.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Whether a byte is one of the digits of such a name.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

  /// Whether `name` is that of a side file: 16 hexadecimal digits, a point, and an ending of letters and digits.
  static func isFileName(_ name: some StringProtocol) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count > 17, bytes.count <= 24, bytes[..<16].allSatisfy(isDigit), bytes[16] == UInt8(ascii: ".") else {
      return false
    }
    return bytes[17...].allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }
}
