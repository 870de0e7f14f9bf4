import Notebooks
import Testing

@testable import Sessions

/// Pictures are unpacked and compared pixel by pixel. The samples were packed by Python's zlib.
@Suite struct FigureComparisonTests {
  static func png(_ base64: String) -> [UInt8] { Base64.decode(base64)! }

  static func figure(_ base64: String) -> RecordedFigure { RecordedFigure(png: png(base64), text: nil)! }

  static let white =
    "iVBORw0KGgoAAAANSUhEUgAAABQAAAAKCAAAAACRPiE6AAAAD0lEQVR4nGP4jwUwDGVBALuJxzlQugpEAAAAAElFTkSuQmCC"

  @Test func everyRowFilterIsUndone() throws {
    let pixels = try #require(
      PNGPixels(
        Self.png(
          "iVBORw0KGgoAAAANSUhEUgAAAAMAAAAFCAIAAAAPE8H1AAAAJ0lEQVR4nGNgYOcTkVbS0DdjNLJ0EAEDJiMYYE7JyFYGAxYgDyILAKZXBvrkPizGAAAAAElFTkSuQmCC"
        )))
    #expect(pixels.width == 3 && pixels.height == 5)
    var expected: [UInt8] = []
    for row in 0..<5 {
      for column in 0..<3 { expected += (0..<3).map { UInt8((row * 50 + column * 20 + $0 * 7) % 256) } + [255] }
    }
    #expect(pixels.values == expected)
  }

  @Test(arguments: [
    ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgZGJmAQAAGQAL51pGpAAAAABJRU5ErkJggg==", [1, 2, 3, 4]),
    ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNg5wQAABoAEWDNJJIAAAAASUVORK5CYII=", [7, 7, 7, 9]),
    (
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAMAAADD/I+4AAAABlBMVEUBAgMEBQaVU29IAAAAAXRSTlMJOTpgwgAAAAtJREFUeJxjYGQAAAAFAALRZjN4AAAAAElFTkSuQmCC",
      [4, 5, 6, 255, 1, 2, 3, 9]
    ),
  ]) func coloursGreysAndPalettesAreRead(base64: String, values: [UInt8]) {
    #expect(PNGPixels(Self.png(base64))?.values == values)
  }

  @Test func brokenAndInterlacedPicturesAreNotRead() {
    let interlaced = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAFNeavDAAAACklEQVR4nGNgBwAACQAIICPDjAAAAABJRU5ErkJggg=="
    #expect(PNGPixels(Self.png(interlaced)) == nil)
    let whole = Self.png(Self.white)
    for count in 0..<whole.count { _ = PNGPixels(Array(whole.prefix(count))) }
    for index in whole.indices {
      var broken = whole
      broken[index] ^= 0xFF
      _ = PNGPixels(broken)
    }
    #expect(RecordedFigure(png: Array("no picture at all, but long enough".utf8), text: nil) == nil)
  }

  @Test func faintAndRareDifferencesAgree() {
    let faint = "iVBORw0KGgoAAAANSUhEUgAAABQAAAAKCAAAAACRPiE6AAAAD0lEQVR4nGP4jAUwDGVBAOLtvdlFWTyVAAAAAElFTkSuQmCC"
    let onePixel = "iVBORw0KGgoAAAANSUhEUgAAABQAAAAKCAAAAACRPiE6AAAAEUlEQVR4nGNg+I8JsIkNGUEA60vGOtevno8AAAAASUVORK5CYII="
    for other in [Self.white, faint, onePixel] {
      #expect(FigureComparison.difference(recorded: Self.figure(Self.white), found: Self.figure(other)) == nil)
    }
  }

  @Test func otherDifferencesAreTold() throws {
    let fivePixels =
      "iVBORw0KGgoAAAANSUhEUgAAABQAAAAKCAAAAACRPiE6AAAAFElEQVR4nGNg+I8JGGghiEWMJoIAe5/CPs0BlX0AAAAASUVORK5CYII="
    #expect(
      FigureComparison.difference(recorded: Self.figure(Self.white), found: Self.figure(fivePixels))
        == "2.5 % of the pixels differ by more than 16, the farthest by 255 of 255; allowed 1 %")
    let line = "<figure 20x10 sha256:0123456789abcdef>"
    let missing = try #require(RecordedFigure(line: line) { _ in nil })
    #expect(
      FigureComparison.difference(recorded: missing, found: Self.figure(Self.white))
        == "the picture has another hash, and 0123456789abcdef.png is not there to compare its pixels")
    #expect(
      FigureComparison.differences(recorded: [], found: [Self.figure(Self.white)])
        == "The cell showed 1 picture, recorded: 0.\n")
  }
}
