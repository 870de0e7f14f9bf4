import Foundation
import Plots
import Testing

/// Small figures without letters, compared by pixels with pictures of this folder.
///
/// The pictures are recorded by Lectern itself (LECTERN_RECORD=1 writes them, and that run fails); each was looked at beside what matplotlib
/// draws from the same commands. Letters are left out because machines have different fonts.
@Suite struct PictureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pictures")

  static func blank() throws -> (Figure, Axes) {
    let figure = try Figure(width: 1.6, height: 1.2)
    let axes = figure.addAxes(in: Rect(0.1, 0.1, 0.8, 0.8))
    for axis in [axes.x, axes.y] { axis.showsLabels = false }
    return (figure, axes)
  }

  static let cases: [String: (Axes) throws -> Void] = [
    "lines": { axes in
      let x = (0..<50).map { Double($0) / 5 }
      axes.add(LineArtist(x, x.map { Foundation.sin($0) }, Stroke(Color.cycle[0], width: 1.5)))
      let dashed = axes.add(
        LineArtist(x, x.map { Foundation.cos($0) }, Stroke(Color.cycle[3], width: 1.5, dashes: [3.7, 1.6])))
      dashed.marker = try Marker("o")
      dashed.markEvery = 10
      axes.x.grid = Stroke(Color(hex: 0xb0b0b0), width: 0.8)
    },
    "image": { axes in
      let mapping = ColorMapping((0..<9).map { Double($0) }, map: try Colormap.named("jet"), scale: Normalization())
      axes.add(ImageArtist(mapping, rows: 3, columns: 3))
      axes.aspect = 1
      axes.y.isInverted = true
      axes.place = GridPlace(SubplotGrid(rows: 1, columns: 1), rows: 0..<1, columns: 0..<1)
      axes.addColorbar(mapping).axis.showsLabels = false
    },
    "bars": { axes in
      axes.add(
        RectanglesArtist(
          (0..<3).map { RectanglesArtist.Bar(Double($0) - 0.4, 0, Double($0) + 0.4, Double($0 + 1)) },
          fills: Array(Color.cycle.prefix(3)), foot: .y))
    },
    "contours": { axes in
      let x = (0..<20).map { Double($0) / 5 - 1.9 }
      let z = x.flatMap { b in x.map { a in Foundation.exp(-a * a - b * b) } }
      let map = try Colormap.named("viridis")
      axes.add(ContourArtist(x, x, z, levels: [0, 0.2, 0.4, 0.6, 0.8, 1], isFilled: true, map: map, scale: Normalization()))
      let lines = axes.add(ContourArtist(x, x, z, levels: [0.1, 0.5], isFilled: false, map: map, scale: Normalization()))
      lines.colors = [.black]
    },
    "points": { axes in
      for (index, symbol) in ["o", "s", "^", "D", "*", "+", "x", "P", "p"].enumerated() {
        guard let marker = try Marker(symbol) else { continue }
        axes.add(
          PointsArtist([Double(index % 3)], [Double(index / 3)], areas: [60], colors: [Color.cycle[index]], marker: marker))
      }
    },
    "area": { axes in
      axes.add(
        AreaArtist(
          between: [0, 1, 2, 3], [0, 1, 0, 1], [2, 3, 2, 2], isVertical: true, where: nil, fill: Color.cycle[1].faded(0.5)))
      let error = axes.add(SegmentsArtist([SegmentsArtist.Segment(1, 1, 1, 2)], Stroke(.black, width: 1.5)))
      error.capSize = 4
      axes.add(SegmentsArtist([SegmentsArtist.Segment(0, 1.5, 1, 1.5)], Stroke(Color.cycle[2], width: 1), spans: .x))
    },
    "log": { axes in
      axes.y.scale = .logarithmic(base: 10)
      axes.add(LineArtist([0, 1, 2, 3], [1, 10, 100, 2000], Stroke(Color.cycle[0], width: 1.5)))
    },
  ]

  @Test(arguments: cases.keys.sorted())
  func looksAsRecorded(name: String) throws {
    let (figure, axes) = try Self.blank()
    let draw = try #require(Self.cases[name])
    try draw(axes)
    let made = try figure.png()
    let file = Self.folder.appendingPathComponent(name + ".png")
    if ProcessInfo.processInfo.environment["LECTERN_RECORD"] == "1" {
      try Data(made).write(to: file)
      Issue.record("recorded \(name).png")
      return
    }
    let expected = try PictureReader.picture(png: Array(try Data(contentsOf: file)))
    let picture = try PictureReader.picture(png: made)
    #expect(picture.width == expected.width && picture.height == expected.height)
    let differing = stride(from: 0, to: min(picture.rgba.count, expected.rgba.count), by: 4).count { place in
      (0..<4).contains { abs(Int(picture.rgba[place + $0]) - Int(expected.rgba[place + $0])) > 24 }
    }
    // Cairo's versions differ in the smoothing of edges.
    #expect(differing <= picture.width * picture.height / 100, "\(differing) pixels differ")
  }

  @Test func svgAndPdfAreWhatTheySay() throws {
    let (figure, axes) = try Self.blank()
    axes.title.text = "title"
    #expect(String(decoding: try figure.svg(), as: UTF8.self).contains("<svg"))
    #expect(try figure.fileBytes(PictureOptions(.pdf)).starts(with: Array("%PDF".utf8)))
  }

  @Test func aTightPictureLosesItsBorder() throws {
    let (figure, _) = try Self.blank()
    var options = PictureOptions(.png)
    options.tightPadding = 0
    let whole = try PictureReader.picture(png: try figure.png())
    let tight = try PictureReader.picture(png: try figure.fileBytes(options))
    #expect(tight.width < whole.width && tight.height < whole.height)
  }

  @Test func nonsenseSizesAreRefused() throws {
    #expect(throws: PlotError(.value, "figure size must be positive finite not (-1, 2)")) { try Figure(width: -1, height: 2) }
    #expect(throws: PlotError.self) { try Figure(width: .nan, height: 2) }
    #expect(
      throws: PlotError(.value, "Image size of 100000000x200 pixels is too large. It must be less than 2^23 in each direction.")
    ) {
      try Figure(width: 1e6, height: 2).png()
    }
    #expect(throws: PlotError.self) { try Figure(width: 300, height: 300).png() }
    // A figure without room is a picture all the same.
    #expect(try Figure(width: 0, height: 0).png().count > 50)
  }

  @Test func hugeImagesAreDrawnInBoundedMemory() throws {
    let (figure, axes) = try Self.blank()
    let mapping = ColorMapping(
      [Double](repeating: 1, count: 4_000_000), map: try Colormap.named("gray"), scale: Normalization(low: 0, high: 2))
    axes.add(ImageArtist(mapping, rows: 2000, columns: 2000))
    let picture = try PictureReader.picture(png: try figure.png())
    let middle = (picture.height / 2 * picture.width + picture.width / 2) * 4
    #expect(picture.rgba[middle] == 128)
  }

  @Test func damagedPicturesAreRefused() throws {
    let (figure, _) = try Self.blank()
    let png = try figure.png()
    for bytes in [[], Array(png.prefix(40)), Array(png.prefix(png.count / 2)), [UInt8](repeating: 7, count: 100)] {
      #expect(throws: PlotError.self) { try PictureReader.picture(png: bytes) }
    }
  }
}
