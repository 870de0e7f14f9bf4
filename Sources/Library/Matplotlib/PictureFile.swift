import Interpreter
import Plots

/// Saving figures, reading and writing pictures.
enum PictureFile {
  /// `savefig`: the format follows from the name, or from `format=`; the target is a path or something that can be written to.
  static func save(_ figure: Figure, _ target: Value, _ options: PlotOptions, _ interpreter: Interpreter) throws(Raised) -> Value {
    let isStream = target.stringValue == nil && target.type.lookup("__fspath__") == nil
    var path = isStream ? "" : try interpreter.str(target)
    let tail = path.split(separator: "/").last ?? ""
    var word = try options.text("format")?.lowercased()
    if word == nil, let dot = tail.lastIndex(of: "."), dot != tail.startIndex { word = String(tail[tail.index(after: dot)...]).lowercased() }
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
    for name in ["edgecolor", "metadata", "backend", "orientation", "bbox_extra_artists", "pil_kwargs", "papertype", "quality"] { _ = options.take(name) }
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
