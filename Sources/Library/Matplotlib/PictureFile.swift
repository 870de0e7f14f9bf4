import Interpreter
import Plots
import Tensors

/// Saving figures, reading and writing pictures.
enum PictureFile {
  /// `savefig`: the format follows from the name, or from `format=`; the target is a path or something that can be written to.
  static func save(_ figure: Figure, _ target: Value, _ options: PlotOptions, _ interpreter: Interpreter) throws(Raised)
    -> Value
  {
    let isStream = target.stringValue == nil && target.type.lookup("__fspath__") == nil
    var path = isStream ? "" : try interpreter.str(target)
    let tail = path.split(separator: "/").last ?? ""
    var word = try options.text("format")?.lowercased()
    if word == nil, let dot = tail.lastIndex(of: "."), dot != tail.startIndex {
      word = String(tail[tail.index(after: dot)...]).lowercased()
    }
    guard let format = PictureFormat(rawValue: word ?? "png") else {
      throw .valueError("Format '\(word ?? "")' is not supported (supported formats: pdf, png, svg)")
    }
    if !isStream, !tail.contains(".") { path += ".\(format.rawValue)" }
    var picture = PictureOptions(format)
    if let dpi = options.take("dpi"), dpi.stringValue != "figure" { picture.dpi = try FigureObject.checkedDPI(dpi) }
    picture.isTransparent = try options.bool("transparent") ?? false
    if let color = options.take("facecolor"), color.stringValue != "auto" { picture.background = try PlotColors.one(color) }
    let padding = options.take("pad_inches")
    if try options.text("bbox_inches") == "tight" { picture.tightPadding = padding.flatMap(\.doubleValue) ?? 0.1 }
    for name in ["edgecolor", "metadata", "backend", "orientation", "bbox_extra_artists", "pil_kwargs", "papertype", "quality"]
    { _ = options.take(name) }
    try options.finish()
    let bytes = try plotting { () throws(PlotError) in try figure.fileBytes(picture) }
    try write(bytes, isStream ? target : .string(path), interpreter)
    return .none
  }

  /// Writes bytes to a path, as `open` would, or to an open file.
  static func write(_ bytes: [UInt8], _ target: Value, _ interpreter: Interpreter) throws(Raised) {
    let content = BytesObject(bytes).asValue
    guard target.stringValue != nil else {
      _ = try interpreter.callMethod(target, "write", [content])
      return
    }
    let open = try interpreter.attribute(.object(interpreter.builtins), "open")
    let file = try interpreter.call(open, [target, .string("wb")])
    _ = try interpreter.callMethod(file, "write", [content])
    _ = try interpreter.callMethod(file, "close")
  }
}

extension PictureFile {
  /// `imread`: the parts of a PNG file's pixels from 0 to 1, float32; without opacity where the file has none.
  static func read(_ target: Value, _ interpreter: Interpreter) throws(Raised) -> Value {
    var file = target
    if target.stringValue != nil || target.type.lookup("__fspath__") != nil {
      let open = try interpreter.attribute(.object(interpreter.builtins), "open")
      file = try interpreter.call(open, [target, .string("rb")])
    }
    guard let bytes = try interpreter.callMethod(file, "read").cast(to: BytesObject.self)?.bytes else {
      throw .typeError("imread() reads from a path or an open file of bytes")
    }
    _ = try? interpreter.callMethod(file, "close")
    guard bytes.count > 25, bytes[1] == 0x50, bytes[2] == 0x4E else {
      throw .notImplementedError("imread() reads PNG pictures only; torchvision's data sets and transforms read others")
    }
    let picture = try plotting { () throws(PlotError) in try PictureReader.picture(png: bytes) }
    let parts = [1: 1, 3: 3, 4: 4][[0: 1, 2: 3, 3: 3, 4: 4, 6: 4][Int(bytes[25])] ?? 4] ?? 4
    var values: [Float] = []
    values.reserveCapacity(picture.width * picture.height * parts)
    for pixel in 0..<picture.width * picture.height {
      for part in 0..<parts { values.append(Float(picture.rgba[pixel * 4 + part]) / 255) }
    }
    let shape = parts == 1 ? [picture.height, picture.width] : [picture.height, picture.width, parts]
    return NDArrayObject(Tensor(values, shape: Shape(shape))).asValue
  }

  /// `imsave`: numbers through a colour map, or colours, an element a pixel.
  static func write(_ target: Value, _ value: Value, _ cmap: Value, _ low: Value, _ high: Value, _ interpreter: Interpreter)
    throws(Raised)
  {
    let data = try PlotData(value)
    guard data.shape.count == 2 || data.shape.count == 3 && (3...4).contains(data.shape[2]) else {
      throw .typeError("Invalid shape \(PlotData.text(data.shape)) for image data")
    }
    let (rows, columns) = (data.shape[0], data.shape[1])
    guard rows > 0, columns > 0 else { throw .valueError("imsave(): the picture is empty") }
    let figure = try plotting { () throws(PlotError) in try Figure(width: Double(columns), height: Double(rows), dpi: 1) }
    let axes = figure.addAxes(in: Rect(0, 0, 1, 1))
    axes.isFrameVisible = false
    let image = try interpreter.attribute(AxesObject.of(axes).asValue, "imshow")
    _ = try interpreter.call(
      image, [value], keywords: [("cmap", cmap), ("vmin", low), ("vmax", high), ("aspect", .string("auto"))])
    _ = try save(figure, target, PlotOptions([(name: "dpi", value: .int(1))], of: "imsave"), interpreter)
  }
}
