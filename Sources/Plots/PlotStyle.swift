/// The settings that a script may change for all figures to come: what `rcParams` and `style.use` reach.
package struct PlotStyle {
  /// Colours of successive series.
  package var cycle = Color.cycle
  package var figureSize = (width: 6.4, height: 4.8)
  package var dpi = 100.0
  package var fontSize = 10.0
  package var titleSize: Double?
  package var labelSize: Double?
  package var lineWidth = 1.5
  package var markerSize = 6.0
  package var showsGrid = false
  package var grid = Stroke(Color(hex: 0xb0b0b0), width: 0.8, isSquare: true)
  package var colormap = "viridis"
  package var background = Color.white
  package var figureBackground = Color.white
  /// The colour of spines, ticks and texts.
  package var ink = Color.black
  package var spine: Color = .black
  /// Sides without a line.
  package var hiddenSpines: Set<String> = []
  package var tickLength = 3.5
  /// Whether images have their first row on top.
  package var imageIsUpright = true
  package var smoothImages = false

  /// The usual look.
  package init() {}

  /// The names that `style.use` knows.
  package static let names = [
    "default", "classic", "ggplot", "bmh", "dark_background", "fivethirtyeight", "grayscale", "seaborn-v0_8",
    "seaborn-v0_8-whitegrid",
    "seaborn-v0_8-darkgrid", "seaborn-v0_8-white", "seaborn-v0_8-ticks", "seaborn-v0_8-paper", "seaborn-v0_8-notebook",
    "seaborn-v0_8-talk",
    "seaborn-v0_8-poster", "seaborn-v0_8-deep", "seaborn-v0_8-muted", "seaborn-v0_8-pastel", "seaborn-v0_8-bright",
    "seaborn-v0_8-dark",
    "seaborn-v0_8-colorblind", "tableau-colorblind10", "fast", "_classic_test_patch",
  ]

  /// Takes on a named look; the less usual ones change background, grid and colours only.
  package mutating func use(_ name: String) throws(PlotError) {
    guard PlotStyle.names.contains(name) else {
      throw PlotError(
        .os,
        "'\(name)' is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in "
          + "`style.available`)")
    }
    func colors(_ hex: [Int]) -> [Color] { hex.map { Color(hex: $0) } }
    let seaborn = colors([0x4c72b0, 0x55a868, 0xc44e52, 0x8172b2, 0xccb974, 0x64b5cd])
    switch name {
    case "default": self = PlotStyle()
    case "ggplot":
      background = Color(hex: 0xe5e5e5)
      (spine, ink, showsGrid) = (.white, Color(hex: 0x555555), true)
      grid = Stroke(.white, width: 0.8, isSquare: true)
      cycle = colors([0xe24a33, 0x348abd, 0x988ed5, 0x777777, 0xfbc15e, 0x8eba42, 0xffb5b8])
    case "dark_background":
      (background, figureBackground, ink, spine) = (.black, .black, .white, .white)
      cycle = colors([0x8dd3c7, 0xfeffb3, 0xbfbbd9, 0xfa8174, 0x81b1d2, 0xfdb462, 0xb3de69, 0xbc82bd, 0xccebc4, 0xffed6f])
    case "bmh":
      (background, showsGrid, lineWidth) = (Color(hex: 0xeeeeee), true, 2)
      grid = Stroke(Color(hex: 0xb2b2b2), width: 0.5, dashes: [3.7, 1.6])
      cycle = colors([0x348abd, 0xa60628, 0x7a68a6, 0x467821, 0xd55e00, 0xcc79a7, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2])
    case "fivethirtyeight":
      (background, figureBackground, spine) = (Color(hex: 0xf0f0f0), Color(hex: 0xf0f0f0), Color(hex: 0xf0f0f0))
      (showsGrid, lineWidth, fontSize, tickLength) = (true, 4, 14, 0)
      grid = Stroke(Color(hex: 0xcbcbcb), width: 1, isSquare: true)
      cycle = colors([0x008fd5, 0xfc4f30, 0xe5ae38, 0x6d904f, 0x8b8b8b, 0x810f7c])
    case "grayscale": (cycle, colormap) = ([0, 0.4, 0.6, 0.7].map { Color($0, $0, $0) }, "gray")
    case "seaborn-v0_8", "seaborn-v0_8-darkgrid":
      (background, spine, showsGrid, tickLength, cycle) = (Color(hex: 0xeaeaf2), .white, true, 0, seaborn)
      grid = Stroke(.white, width: 1, isSquare: true)
    case "seaborn-v0_8-whitegrid":
      (spine, showsGrid, tickLength) = (Color(hex: 0xcccccc), true, 0)
      grid = Stroke(Color(hex: 0xcccccc), width: 0.8, isSquare: true)
    case "seaborn-v0_8-deep": cycle = seaborn
    case "seaborn-v0_8-colorblind", "tableau-colorblind10":
      cycle = colors([0x006ba4, 0xff800e, 0xababab, 0x595959, 0x5f9ed1, 0xc85200, 0x898989, 0xa2c8ec, 0xffbc79, 0xcfcfcf])
    default: break
    }
  }

  func apply(to axes: Axes) {
    axes.background = background
    for side in axes.spines.keys {
      axes.spines[side] = .some(hiddenSpines.contains(side) ? nil : Stroke(spine, width: 0.8, isSquare: true))
    }
    for axis in [axes.x, axes.y] {
      axis.tickStyle.font.size = fontSize
      axis.tickStyle.color = ink
      axis.label.style.font.size = labelSize ?? fontSize
      axis.label.style.color = ink
      axis.tickLength = tickLength
      if showsGrid { axis.grid = grid }
    }
    for title in [axes.title, axes.leftTitle, axes.rightTitle] {
      title.style.font.size = titleSize ?? fontSize * 1.2
      title.style.color = ink
    }
  }
}
