import Data
import Interpreter
import Plots
import Tensors

/// What a program shows besides text and figures, through `IPython.display`.
package enum DisplayedData {
  /// The bytes of a PNG file, the line that stands for it in text, and the same as a figure.
  case picture([UInt8], text: String, Figure)
  /// A text of another kind, such as `image/svg+xml` or `text/html`, and the line that stands for it.
  case markup(kind: String, String, text: String)
  /// What the cell has shown so far goes away; if `waits`, when the next output comes.
  case nothing(waits: Bool)
}

/// `_display`: the part of `IPython.display` that reaches the session.
enum DisplayModule {
  static func register(in interpreter: Interpreter, _ stage: FigureStage) {
    interpreter.registerModule("_display") { _ throws(Raised) in
      let module = ModuleObject("_display")
      module.function("picture(data, text)", "Shows the bytes of a PNG or JPEG file.") { call throws(Raised) in
        let bytes: [UInt8]
        if let image = call[0].cast(to: ImageObject.self)?.image {
          bytes = try converting { () throws(TensorError) in try ImageFile.encode(image, .png) }
        } else if let data = call[0].cast(to: BytesObject.self)?.bytes {
          bytes = data
        } else {
          throw .typeError("a picture is shown from bytes, not from \(call[0].type.name)")
        }
        try show(bytes, text: try call.string(1), stage)
        return .none
      }
      module.function("markup(kind, data, text)", "Shows a text of another kind.") { call throws(Raised) in
        stage.display(.markup(kind: try call.string(0), try call.string(1), text: try call.string(2)))
        return .none
      }
      module.function("clear(waits)", "Takes back what the cell has shown.") { call throws(Raised) in
        stage.display(.nothing(waits: try call.bool(0)))
        return .none
      }
      module.function("figure(value)", "Shows a figure; whether the value is one.") { call throws(Raised) in
        guard let figure = call[0].cast(to: FigureObject.self)?.figure else { return false }
        stage.present(figure)
        return true
      }
      return module.asValue
    }
  }

  /// Decodes a picture, so that what is damaged is told at once, and shows it.
  private static func show(_ bytes: [UInt8], text: String, _ stage: FigureStage) throws(Raised) {
    let (image, format) = try converting { () throws(TensorError) in try ImageFile.decode(bytes, name: text) }
    let png = try converting { () throws(TensorError) in format == .png ? bytes : try ImageFile.encode(image, .png) }
    let figure = try plotting { () throws(PlotError) in
      let figure = try Figure(width: Double(image.width), height: Double(image.height), dpi: 1)
      let axes = figure.addAxes(in: Rect(0, 0, 1, 1))
      figure.caption = text
      axes.isFrameVisible = false
      axes.y.isInverted = true
      axes.add(
        ImageArtist(colors: colors(of: image), rows: image.height, columns: image.width, map: try .named("gray")))
      return figure
    }
    stage.display(.picture(png, text: text, figure))
  }

  private static func colors(of image: Image) -> [Float] {
    var parts: [Float] = []
    parts.reserveCapacity(image.width * image.height * 4)
    for pixel in 0..<image.width * image.height {
      let start = pixel * image.channels
      let hasColor = image.channels > 2
      for part in 0..<3 { parts.append(Float(image.bytes[start + (hasColor ? part : 0)]) / 255) }
      parts.append(image.channels % 2 == 0 ? Float(image.bytes[start + image.channels - 1]) / 255 : 1)
    }
    return parts
  }
}
