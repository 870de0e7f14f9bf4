extension Axes {
  /// Draws everything; returns the outlines of what stands outside the box, for layouts that make room for it.
  @discardableResult
  func draw(on canvas: Canvas) throws(PlotError) -> Rect {
    let frame = frame(on: canvas)
    guard isVisible, frame.box.width > 0.5, frame.box.height > 0.5 else { return frame.box }
    if let colorbar { return try colorbar.draw(on: canvas, frame, self) }
    if isFrameVisible, let background { canvas.rectangle(snapped(frame.box), fill: background) }
    let ticks = (x: ticks(x, governingX, frame, canvas), y: ticks(y, governingY, frame, canvas))
    var gridIsDrawn = !isFrameVisible
    let ordered = artists.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
    for artist in ordered where artist.isVisible {
      if !gridIsDrawn, artist.order > gridOrder {
        drawGrid(frame, ticks.x.ticks, ticks.y.ticks, canvas)
        gridIsDrawn = true
      }
      if artist.isClipped {
        try canvas.clipped(to: frame.box) { () throws(PlotError) in try artist.draw(on: canvas, frame) }
      } else {
        try artist.draw(on: canvas, frame)
      }
    }
    if !gridIsDrawn { drawGrid(frame, ticks.x.ticks, ticks.y.ticks, canvas) }
    var outline = frame.box
    if isFrameVisible {
      drawSpines(frame.box, canvas)
      outline = try drawSides(frame, ticks, canvas)
    }
    outline = drawTitles(frame, outline, canvas)
    try legend?.draw(on: canvas, frame, self)
    return outline
  }

  private func snapped(_ box: Rect) -> Rect {
    let (left, top) = (box.x.rounded(), box.y.rounded())
    return Rect(left, top, box.right.rounded() - left, box.bottom.rounded() - top)
  }

  func ticks(_ axis: Axis, _ governing: Axis, _ frame: AxesFrame, _ canvas: Canvas) -> (ticks: [Axis.Tick], common: String) {
    let map = axis.direction == .x ? frame.x : frame.y
    let length = axis.direction == .x ? frame.box.width : frame.box.height
    // Ticks that were set on these axes count; else those of the axes that share the direction.
    let source = axis.fixedTicks != nil ? axis : governing
    return source.ticks(map.limits, points: length * 72 / canvas.dpi)
  }

  private func drawGrid(_ frame: AxesFrame, _ horizontal: [Axis.Tick], _ vertical: [Axis.Tick], _ canvas: Canvas) {
    if let stroke = x.grid {
      for tick in horizontal where tick.label != nil || x.gridHasMinor {
        let place = frame.x.pixel(tick.value)
        canvas.polyline(
          Snapping.line([Point(place, frame.box.bottom), Point(place, frame.box.y)], canvas.pixels(stroke.width)), stroke)
      }
    }
    if let stroke = y.grid {
      for tick in vertical where tick.label != nil || y.gridHasMinor {
        let place = frame.y.pixel(tick.value)
        canvas.polyline(
          Snapping.line([Point(frame.box.x, place), Point(frame.box.right, place)], canvas.pixels(stroke.width)), stroke)
      }
    }
  }

  func drawSpines(_ box: Rect, _ canvas: Canvas) {
    let corners = [
      "left": [Point(box.x, box.y), Point(box.x, box.bottom)],
      "right": [Point(box.right, box.y), Point(box.right, box.bottom)],
      "bottom": [Point(box.x, box.bottom), Point(box.right, box.bottom)],
      "top": [Point(box.x, box.y), Point(box.right, box.y)],
    ]
    for side in ["left", "right", "bottom", "top"] {
      guard let line = corners[side], case .some(.some(let stroke)) = spines[side] else { continue }
      canvas.polyline(Snapping.line(line, canvas.pixels(stroke.width)), stroke)
    }
  }

  /// Ticks, their labels and the axes' own labels; returns the outline of it all.
  private func drawSides(
    _ frame: AxesFrame, _ ticks: (x: (ticks: [Axis.Tick], common: String), y: (ticks: [Axis.Tick], common: String)),
    _ canvas: Canvas
  ) throws(PlotError) -> Rect {
    let box = frame.box
    var outline = box
    if x.isVisible {
      let edge = drawTicks(x, ticks.x.ticks, frame, canvas)
      (outline.y, outline.height) = (min(box.y, edge), max(box.bottom, edge) - min(box.y, edge))
      if !ticks.x.common.isEmpty, x.showsLabels {
        var style = x.tickStyle
        (style.horizontal, style.vertical) = (.right, x.isOpposite ? .bottom : .top)
        canvas.text(ticks.x.common, at: Point(box.right, edge + (x.isOpposite ? -1 : 1) * canvas.pixels(3)), style)
      }
      if !x.label.text.isEmpty {
        let place = Point(
          x.label.x == 0 ? box.center.x : box.x + x.label.x * box.width, edge + (x.isOpposite ? -1 : 1) * canvas.pixels(4))
        var style = x.label.style
        style.vertical = x.isOpposite ? .bottom : .top
        let text = canvas.text(x.label.text, at: place, style)
        outline = outline.union(Rect(outline.x, text.y, 0, text.height))
      }
    }
    if y.isVisible {
      let edge = drawTicks(y, ticks.y.ticks, frame, canvas)
      outline = outline.union(Rect(edge, box.y, 0, box.height))
      if !ticks.y.common.isEmpty, y.showsLabels {
        var style = y.tickStyle
        (style.horizontal, style.vertical) = (y.isOpposite ? .right : .left, .baseline)
        let text = canvas.text(ticks.y.common, at: Point(y.isOpposite ? box.right : box.x, box.y - canvas.pixels(3)), style)
        outline = outline.union(text)
      }
      if !y.label.text.isEmpty {
        let place = Point(edge + (y.isOpposite ? 1 : -1) * canvas.pixels(4), box.center.y)
        var style = y.label.style
        style.vertical = .center
        style.horizontal = y.isOpposite ? .left : .right
        outline = outline.union(canvas.text(y.label.text, at: place, style))
      }
    }
    return outline
  }

  /// Draws an axis's ticks and their labels; returns how far from the box they reach.
  func drawTicks(_ axis: Axis, _ ticks: [Axis.Tick], _ frame: AxesFrame, _ canvas: Canvas) -> Double {
    let box = frame.box
    let isX = axis.direction == .x
    let outward = axis.isOpposite == isX ? -1.0 : 1.0
    let base = isX ? (axis.isOpposite ? box.y : box.bottom) : (axis.isOpposite ? box.right : box.x)
    // Down for the lower axis, left for the left one.
    let sign = isX ? outward : (axis.isOpposite ? 1.0 : -1.0)
    var reach = base
    var style = axis.tickStyle
    if isX {
      style.vertical = axis.isOpposite ? .bottom : .top
      if style.rotation == 0 || style.horizontal == .left { style.horizontal = .center }
    } else {
      style.horizontal = axis.isOpposite ? .left : .right
      style.vertical = style.rotation == 0 ? .centerBaseline : .center
    }
    for tick in ticks {
      let place = isX ? frame.x.pixel(tick.value) : frame.y.pixel(tick.value)
      guard place.isFinite else { continue }
      let length = axis.showsTicks ? canvas.pixels(tick.label == nil ? min(2, axis.tickLength) : axis.tickLength) : 0
      if length != 0 {
        let ends =
          isX
          ? [Point(place, base), Point(place, base + sign * length)] : [Point(base, place), Point(base + sign * length, place)]
        let width = tick.label == nil ? 0.6 : 0.8
        canvas.polyline(Snapping.line(ends, canvas.pixels(width)), Stroke(axis.tickStyle.color, width: width))
        reach = sign > 0 ? max(reach, base + length) : min(reach, base - length)
      }
      guard axis.showsLabels, let label = tick.label, !label.isEmpty else { continue }
      let distance = base + sign * (max(length, 0) + canvas.pixels(3.5))
      let text = canvas.text(label, at: isX ? Point(place, distance) : Point(distance, place), style)
      let edge = isX ? (sign > 0 ? text.bottom : text.y) : (sign > 0 ? text.right : text.x)
      reach = sign > 0 ? max(reach, edge) : min(reach, edge)
    }
    return reach
  }

  private func drawTitles(_ frame: AxesFrame, _ outline: Rect, _ canvas: Canvas) -> Rect {
    var outline = outline
    let base = min(frame.box.y, x.isOpposite ? outline.y : frame.box.y) - canvas.pixels(6)
    for (title, place) in [(title, frame.box.center.x), (leftTitle, frame.box.x), (rightTitle, frame.box.right)]
    where !title.text.isEmpty && title.isVisible {
      outline = outline.union(
        canvas.text(
          title.text, at: Point(place, title.y == 0 ? base : frame.box.bottom - title.y * frame.box.height), title.style))
    }
    return outline
  }
}

extension Rect {
  /// The smallest rectangle around both.
  func union(_ other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(left, top, max(right, other.right) - left, max(bottom, other.bottom) - top)
  }
}
