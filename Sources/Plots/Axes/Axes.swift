/// A coordinate system on a figure, and all that is drawn in it.
package final class Axes {
  /// What a script holds for it.
  package weak var host: AnyObject?
  private weak var owner: Figure?
  private var stand: Figure?
  /// The figure; an empty one once a script has let go of it and kept the axes.
  package var figure: Figure {
    if let figure = owner ?? stand { return figure }
    guard let figure = try? Figure() else { preconditionFailure("a figure of the usual size can be made") }
    stand = figure
    return figure
  }
  /// Where it lies: in a grid, or at a fixed rectangle (fractions from the left lower corner).
  package var place: GridPlace? { didSet { fixedRect = nil } }
  package var fixedRect: Rect?
  /// The cells by which `subplot` finds these axes again: rows, columns, first and last, from 1.
  package var cells: (rows: Int, columns: Int, first: Int, last: Int)?
  /// The axes' two directions.
  package var x = Axis(.x), y = Axis(.y)
  /// What is drawn, in the order of its making.
  package private(set) var artists: [Artist] = []
  /// The texts above: in the middle, at the left, at the right.
  package let title = TextArtist("", style: TextStyle(Font(size: 12), horizontal: .center))
  package let leftTitle = TextArtist("", style: TextStyle(Font(size: 12), horizontal: .left))
  package let rightTitle = TextArtist("", style: TextStyle(Font(size: 12), horizontal: .right))
  package var legend: Legend?
  /// Set when these axes are a colour bar.
  package var colorbar: Colorbar?
  /// The background; nil for none.
  package var background: Color? = .white
  /// Whether spines, ticks and labels are drawn.
  package var isFrameVisible = true
  /// Whether anything is drawn.
  package var isVisible = true
  /// The sides that have a line: left, right, bottom, top.
  package var spines: [String: Stroke?] = Dictionary(
    uniqueKeysWithValues: ["left", "right", "bottom", "top"].map { ($0, Stroke(.black, width: 0.8, isSquare: true)) })
  /// Pixels per unit upwards for one across; nil for axes that fill their place.
  package var aspect: Double?
  /// Height for width of the box itself.
  package var boxAspect: Double?
  /// Whether an aspect is kept by showing more data instead of shrinking the box.
  package var adjustsData = false
  /// Where a shrunken box stands in its place, from 0 (left, bottom) to 1.
  package var anchor = (x: 0.5, y: 0.5)
  /// Axes whose direction these share.
  package weak var sharedX: Axes?, sharedY: Axes?
  /// Whether grid lines lie under everything else, or between areas and lines.
  package var gridOrder = 1.5
  private var colorIndex = 0
  private var patchIndex = 0

  init(on figure: Figure) {
    owner = figure
    y.label.style.rotation = 90
    style = figure.style
    style.apply(to: self)
  }

  /// The look that was in force when the axes were made.
  package let style: PlotStyle

  /// Adds something to draw.
  @discardableResult
  package func add<A: Artist>(_ artist: A) -> A {
    artist.axes = self
    artists.append(artist)
    return artist
  }

  /// Takes something off.
  package func remove(_ artist: Artist) { artists.removeAll { $0 === artist } }

  /// Takes everything off and forgets all settings.
  package func clear() {
    artists = []
    (x, y) = (Axis(.x), Axis(.y))
    y.label.style.rotation = 90
    for text in [title, leftTitle, rightTitle] { text.text = "" }
    legend = nil
    aspect = nil
    isFrameVisible = true
    (colorIndex, patchIndex) = (0, 0)
    style.apply(to: self)
  }

  /// The colour of the next series.
  package func nextColor() -> Color {
    defer { colorIndex += 1 }
    return style.cycle[colorIndex % style.cycle.count]
  }

  /// The colour of the next set of bars or points.
  package func nextPatchColor() -> Color {
    defer { patchIndex += 1 }
    return style.cycle[patchIndex % style.cycle.count]
  }

  // MARK: Limits

  /// What the things on the axes reach from and to, those that share a direction included.
  package func spans() -> (x: DataSpan, y: DataSpan) {
    var result = ownSpans()
    for other in figure.axes where other !== self {
      if shares(other, \.sharedX) { result.x.formUnion(other.ownSpans().x) }
      if shares(other, \.sharedY) { result.y.formUnion(other.ownSpans().y) }
    }
    // A series without a number is drawn around zero.
    if artists.contains(where: { $0 is LineArtist || $0 is PointsArtist }) {
      if result.x.isEmpty { result.x.add(0) }
      if result.y.isEmpty { result.y.add(0) }
    }
    return result
  }

  private func shares(_ other: Axes, _ link: KeyPath<Axes, Axes?>) -> Bool {
    let mine = self[keyPath: link] ?? self
    let theirs = other[keyPath: link] ?? other
    return mine === theirs
  }

  private func ownSpans() -> (x: DataSpan, y: DataSpan) {
    var x = DataSpan()
    var y = DataSpan()
    for artist in artists where artist.isVisible { artist.addSpan(x: &x, y: &y) }
    return (x, y)
  }

  /// The numbers shown across.
  package var xLimits: Limits { (sharedX?.x ?? x).limits(for: spans().x) }
  /// The numbers shown upwards.
  package var yLimits: Limits { (sharedY?.y ?? y).limits(for: spans().y) }

  /// The axis that decides about a direction: the own one or the shared one.
  package var governingX: Axis { sharedX?.x ?? x }
  package var governingY: Axis { sharedY?.y ?? y }

  // MARK: Layout

  /// The rectangle between the spines on a canvas of that size.
  package func box(width: Double, height: Double) -> Rect {
    let part = place?.rect(figure.margins) ?? fixedRect ?? Rect(0.125, 0.11, 0.775, 0.77)
    var box = Rect(part.x * width, (1 - part.y - part.height) * height, part.width * width, part.height * height)
    var ratio = boxAspect
    if let aspect, !adjustsData {
      let (h, v) = (xLimits, yLimits)
      let across = abs(governingX.scale.forward(h.last) - governingX.scale.forward(h.first))
      let upwards = abs(governingY.scale.forward(v.last) - governingY.scale.forward(v.first))
      if across > 0, upwards > 0 { ratio = aspect * upwards / across }
    }
    if let ratio, ratio > 0, ratio.isFinite, box.width > 0, box.height > 0 {
      let shrunk = box.height / box.width > ratio ? (box.width, box.width * ratio) : (box.height / ratio, box.height)
      box.x += (box.width - shrunk.0) * anchor.x
      box.y += (box.height - shrunk.1) * (1 - anchor.y)
      (box.width, box.height) = shrunk
    }
    return box
  }

  func frame(on canvas: Canvas) -> AxesFrame {
    let box = box(width: Double(canvas.width), height: Double(canvas.height))
    var (h, v) = (xLimits, yLimits)
    if let aspect, adjustsData, box.width > 0, box.height > 0 {
      // More data are shown on the axis that has room to spare.
      let across = abs(h.last - h.first)
      let upwards = abs(v.last - v.first) * aspect
      let unit = max(across / box.width, upwards / box.height)
      func widen(_ limits: Limits, to span: Double) -> Limits {
        let half = span / 2
        let middle = (limits.first + limits.last) / 2
        return limits.first < limits.last ? Limits(middle - half, middle + half) : Limits(middle + half, middle - half)
      }
      h = widen(h, to: unit * box.width)
      v = widen(v, to: unit * box.height / aspect)
    }
    return AxesFrame(
      box: box, x: AxisMap(governingX.scale, h, from: box.x, to: box.right),
      y: AxisMap(governingY.scale, v, from: box.bottom, to: box.y))
  }
}
