import Data
import Tensors
import Testing

/// Picture files, whole and damaged.
@Suite struct ImageFileTests {
  private let image = Image(width: 9, height: 7, channels: 3, bytes: (0..<189).map { UInt8(truncatingIfNeeded: $0 * 7) })

  @Test(arguments: [1, 2, 3, 4]) func pngKeepsEveryByte(_ channels: Int) throws {
    let image = Image(
      width: 5, height: 4, channels: channels, bytes: (0..<(20 * channels)).map { UInt8(truncatingIfNeeded: $0 * 11) })
    let (back, format) = try ImageFile.decode(try ImageFile.encode(image, .png), name: "x")
    #expect(format == .png && back.channels == channels && back.bytes == image.bytes)
  }

  @Test func jpegComesBackNearly() throws {
    let flat = Image(width: 16, height: 16, channels: 3, bytes: [UInt8](repeating: 120, count: 768))
    let back = try ImageFile.decode(try ImageFile.encode(flat, .jpeg, quality: 95), name: "x").image
    #expect(back.width == 16 && back.bytes.allSatisfy { abs(Int($0) - 120) <= 2 })
  }

  @Test(arguments: [ImageFile.Format.png, .jpeg]) func damageIsAnErrorOrHarmless(_ format: ImageFile.Format) throws {
    let whole = try ImageFile.encode(image, format)
    for count in 0..<(whole.count - 16) {
      #expect(throws: TensorError.self) { try ImageFile.decode(Array(whole[..<count]), name: "x") }
    }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0xA5
      _ = try? ImageFile.decode(bytes, name: "x")
    }
    #expect(throws: TensorError.self) { try ImageFile.decode([1, 2, 3], name: "x") }
  }

  /// A header that promises more pixels than there may be.
  @Test func hugeSizesAreRefusedBeforeMemoryIsTaken() throws {
    var bytes = try ImageFile.encode(image, .jpeg)
    let frame = try #require((0..<(bytes.count - 8)).first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
    for offset in 5...8 { bytes[frame + offset] = 0xFF }
    #expect(throws: TensorError.self) { try ImageFile.decode(bytes, name: "x") }
  }
}
