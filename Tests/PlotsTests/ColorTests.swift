import Plots
import Testing

/// Colours, colour maps and format strings.
@Suite struct ColorTests {
  /// The colours at 0, ¼, ½, ¾ and 1, recorded from matplotlib 3.11.2.
  static let maps: [(String, [Int])] = [
    ("jet", [0x000080, 0x0080ff, 0x7dff7a, 0xff9400, 0x800000]),
    ("gray", [0x000000, 0x404040, 0x808080, 0xc0c0c0, 0xffffff]),
    ("viridis", [0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725]),
    ("hot", [0x0b0000, 0xb30000, 0xff5c00, 0xffff07, 0xffffff]),
    ("Greys", [0xffffff, 0xd9d9d9, 0x959595, 0x515151, 0x000000]),
    ("Blues", [0xf7fbff, 0xc6dbef, 0x6aaed6, 0x2070b4, 0x08306b]),
    ("coolwarm", [0x3b4cc0, 0x8db0fe, 0xdddcdc, 0xf4987a, 0xb40426]),
    ("plasma", [0x0d0887, 0x7e03a8, 0xcc4778, 0xf89540, 0xf0f921]),
    ("magma", [0x000004, 0x51127c, 0xb73779, 0xfc8961, 0xfcfdbf]),
    ("inferno", [0x000004, 0x57106e, 0xbc3754, 0xf98e09, 0xfcffa4]),
    ("bone", [0x000000, 0x38384e, 0x707b90, 0xa9c8c8, 0xffffff]),
    ("cool", [0x00ffff, 0x40bfff, 0x807fff, 0xc03fff, 0xff00ff]),
    ("hsv", [0xff0000, 0x84ff00, 0x00fff6, 0x7200ff, 0xff0018]),
    ("RdBu", [0x67001f, 0xe58368, 0xf6f7f7, 0x68abd0, 0x053061]),
    ("Set1", [0xe41a1c, 0x4daf4a, 0xff7f00, 0xa65628, 0x999999]),
    ("spring", [0xff00ff, 0xff40bf, 0xff807f, 0xffc03f, 0xffff00]),
    ("bwr", [0x0000ff, 0x8080ff, 0xfffefe, 0xff7e7e, 0xff0000]),
    ("seismic", [0x00004c, 0x0101ff, 0xfffdfd, 0xfe0000, 0x800000]),
    ("copper", [0x000000, 0x4f3220, 0x9e6440, 0xed9660, 0xffc77f]),
    ("gnuplot", [0x000000, 0x8004ff, 0xb52000, 0xdd6d00, 0xffff00]),
    ("terrain", [0x333399, 0x01cc66, 0xfefe98, 0x815e56, 0xffffff]),
    ("turbo", [0x30123b, 0x28bceb, 0xa4fc3c, 0xfb7e21, 0x7a0403]),
    ("jet_r", [0x800000, 0xff9800, 0x7aff7d, 0x007dff, 0x000080]),
    ("viridis_r", [0xfde725, 0x5cc863, 0x21908d, 0x3b518b, 0x440154]),
  ]

  @Test(arguments: maps)
  func mapsHaveMatplotlibsColors(name: String, colors: [Int]) throws {
    let map = try Colormap.named(name)
    for (index, hex) in colors.enumerated() {
      let (made, expected) = (map.color(at: Double(index) / 4), Color(hex: hex))
      // Maps of few anchor points are a little off between them.
      for (a, b) in [(made.red, expected.red), (made.green, expected.green), (made.blue, expected.blue)] {
        #expect(abs(a - b) < 0.03, "\(name) at \(index)/4")
      }
    }
  }

  @Test func everyNameMakesAMap() throws {
    for name in Colormap.names {
      #expect(try Colormap.named(name).colors.first == Colormap.named(name + "_r").colors.last)
    }
    #expect(Set(Colormap.names).count == Colormap.names.count)
  }

  @Test func unknownMapsAreNamedWithTheNearest() {
    #expect(throws: PlotError(.value, "'virdis' is not a valid value for cmap. Did you mean: 'viridis'?")) {
      try Colormap.named("virdis")
    }
  }

  @Test func colorsAreReadAsMatplotlibWritesThem() throws {
    #expect(try Color("r") == Color(1, 0, 0))
    #expect(try Color("C1") == Color(hex: 0xff7f0e))
    #expect(try Color("tab:green") == Color(hex: 0x2ca02c))
    #expect(try Color("#f00") == Color(1, 0, 0))
    #expect(try Color("#ff000080").alpha == 128.0 / 255)
    #expect(try Color("0.5") == Color(0.5, 0.5, 0.5))
    #expect(try Color("SteelBlue") == Color(hex: 0x4682b4))
    #expect(try Color("none").alpha == 0)
    for text in ["", "foo", "#12", "C", "1.5", "#ggg"] { #expect(throws: PlotError.self) { try Color(text) } }
  }

  @Test func formatStringsMayHaveAnyOrder() throws {
    let format = try FormatString("ro--")
    #expect(format.color == Color(1, 0, 0) && format.marker == "o" && format.line == "--")
    #expect(try FormatString("--or") == format)
    #expect(try FormatString("k").line == nil)
    #expect(try FormatString("C2.").marker == ".")
    #expect(try FormatString("green").color == Color(hex: 0x008000))
    #expect(throws: PlotError(.value, "'zz' is not a valid format string (unrecognized character 'z')")) {
      try FormatString("zz")
    }
    #expect(throws: PlotError(.value, "'r--g' is not a valid format string (two color symbols)")) { try FormatString("r--g") }
  }
}
