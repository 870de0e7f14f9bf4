/// A picture: its size, its axes, its title. Drawn anew each time it is asked for.
package final class Figure {
  /// What a script holds for it.
  package weak var host: AnyObject?
  /// The size in inches.
  package var width, height: Double
  /// Pixels per inch.
  package var dpi: Double
  package var background: Color
  package private(set) var axes: [Axes] = []
  /// The axes that the next command is about.
  package var currentAxes: Axes?
  package var margins = FigureMargins()
  /// The text above all axes.
  package let title = TextArtist(
    "", at: 0.5, 0.98, style: TextStyle(Font(size: 12), horizontal: .center, vertical: .top), space: .figure)
  /// Texts and lines on the figure itself.
  package var texts: [TextArtist] = []
  package var legend: Legend?
  /// Whether the margins follow from what stands around the axes, with so many font sizes of room.
  package var tightPadding: Double?
  package let style: PlotStyle
  /// The number under which `pyplot` knows it.
  package var number = 0
  /// The name under which `pyplot` knows it, where it has one.
  package var name: String?
  /// The last image or other thing with a colour map, which a colour bar is for.
  package var lastMapped: (mapping: ColorMapping, axes: Axes, artist: Artist)?

  /// What stands for the figure instead of its size, for pictures that the program has from elsewhere.
  package var caption: String?

  /// A figure of so many inches.
  package init(_ style: PlotStyle = PlotStyle(), width: Double? = nil, height: Double? = nil, dpi: Double? = nil)
    throws(PlotError)
  {
    let size = (width ?? style.figureSize.width, height ?? style.figureSize.height)
    guard size.0.isFinite, size.1.isFinite, size.0 >= 0, size.1 >= 0 else {
      throw .value("figure size must be positive finite not (\(TickText.plain(size.0)), \(TickText.plain(size.1)))")
    }
    let dpi = dpi ?? style.dpi
    guard dpi.isFinite, dpi > 0, dpi <= 100_000 else { throw .value("dpi must be positive") }
    (self.width, self.height) = size
    self.dpi = dpi
    self.style = style
    background = style.figureBackground
    title.style.font.size = style.fontSize * 1.2
    title.style.color = style.ink
  }

  /// Adds axes that were made for this figure.
  package func add(_ axes: Axes) { self.axes.append(axes) }

  /// New axes in a place of a grid.
  package func addAxes(at place: GridPlace) -> Axes {
    let new = Axes(on: self)
    new.place = place
    axes.append(new)
    currentAxes = new
    return new
  }

  /// New axes in a rectangle (fractions from the left lower corner).
  package func addAxes(in rect: Rect) -> Axes {
    let new = Axes(on: self)
    new.fixedRect = rect
    axes.append(new)
    currentAxes = new
    return new
  }

  /// New axes over others, with a vertical axis of their own (or a horizontal one).
  package func addTwin(of other: Axes, sharingX: Bool) -> Axes {
    let new = Axes(on: self)
    new.place = other.place
    new.fixedRect = other.fixedRect
    new.aspect = other.aspect
    new.background = nil
    if sharingX {
      new.sharedX = other.sharedX ?? other
      new.y.isOpposite = true
      new.x.isVisible = false
    } else {
      new.sharedY = other.sharedY ?? other
      new.x.isOpposite = true
      new.y.isVisible = false
    }
    axes.append(new)
    currentAxes = new
    return new
  }

  /// Takes axes off.
  package func remove(_ old: Axes) {
    axes.removeAll { $0 === old }
    if currentAxes === old { currentAxes = axes.last }
    if lastMapped?.axes === old { lastMapped = nil }
  }

  /// Takes everything off.
  package func clear() {
    axes = []
    texts = []
    currentAxes = nil
    lastMapped = nil
    legend = nil
    title.text = ""
    margins = FigureMargins()
    tightPadding = nil
  }

  /// The size in pixels.
  package func pixelSize(dpi: Double? = nil) -> (width: Int, height: Int) {
    func whole(_ inches: Double) -> Int { Int(min(1e12, (inches * (dpi ?? self.dpi) + 1e-9).rounded(.down))) }
    return (whole(width), whole(height))
  }

  /// The one line that stands for the figure where no picture can be shown.
  package var summary: String {
    if let caption { return caption }
    let size = pixelSize()
    return "<Figure size \(size.width)x\(size.height) with \(axes.count) Axes>"
  }
}

extension TickText {
  /// A number as a script prints it.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
