import Glibc
import Interpreter
import NN
import Plots
import Tensors

/// `lectern`: what a lecture asks for and PyTorch does not have. The functions need no import at the prompt.
enum TeachingModule {
  /// The names that need no import.
  static let names = ["summary", "explain", "show_filters", "graph"]

  static func register(in interpreter: Interpreter, _ stage: FigureStage, prelude: Bool) {
    interpreter.registerModule("lectern") { _ throws(Raised) in
      let module = ModuleObject("lectern", doc: "Teaching aids: summary, explain, show_filters, graph.")
      module.function(
        "summary(model, input_size)",
        "A table of the model's layers for an input of that shape (batch included) or a tensor: output shapes, parameters, multiply-adds, receptive field and its stride."
      ) {
        call throws(Raised) in try summary(call)
      }
      module.function(
        "explain(layer, x)",
        "How the output's size follows from that of x (a tensor or its shape): the formula with the numbers put in, for convolutions, poolings and linear layers."
      ) {
        call throws(Raised) in
        let model = try self.module(call[0], "explain")
        let shape = try self.shape(call[1], "explain")
        let text = try converting { () throws(TensorError) in try LayerExplanation(model, inputShape: shape).text }
        return ExplanationObject(text).asValue
      }
      module.function(
        "show_filters(layer, *, cmap='gray', save=None)", "Shows the weights of a convolution as pictures, or saves them."
      ) {
        call throws(Raised) in try showFilters(call, stage)
      }
      module.function(
        "graph(tensor, model=None)",
        "The operations that the tensor's gradient goes through, as text; `.svg` is the same as a picture, `.save(path)` writes it. With `model` the leaves have their names."
      ) {
        call throws(Raised) in
        guard let tensor = call[0].tensor else { throw .typeError("graph() takes a tensor, not \(call[0].type.name)") }
        var names: [ObjectIdentifier: String] = [:]
        if call.has(1) {
          for (name, parameter) in try self.module(call[1], "graph").namedParameters() {
            names[ObjectIdentifier(parameter)] = name
          }
        }
        let drawing = try converting { () throws(TensorError) in try GraphDrawing(of: tensor, names: names) }
        return ExplanationObject(drawing.text, svg: drawing.svg).asValue
      }
      return module.asValue
    }
    for name in names where prelude {
      interpreter.registerPreludeName(name) { interpreter throws(Raised) in
        try interpreter.attribute(try interpreter.importModule("lectern"), name)
      }
    }
  }

  private static func module(_ value: Value, _ function: String) throws(Raised) -> Module {
    guard let instance = value.cast(to: ModuleInstance.self) else {
      throw .typeError(
        "\(function)() takes a module such as nn.Conv2d(1, 6, 5), not \(value.isInstance(of: .type) ? "a class" : value.type.name)"
      )
    }
    return try instance.initialised()
  }

  /// The sizes of a tensor, or sizes themselves.
  private static func shape(_ value: Value, _ function: String) throws(Raised) -> [Int] {
    if let tensor = value.tensor ?? value.array { return Array(tensor.shape) }
    let items = value.sequence ?? (value.intValue != nil ? [value] : [])
    let sizes = items.compactMap(\.intValue)
    guard !sizes.isEmpty, sizes.count == items.count, sizes.count <= 8 else {
      throw .typeError(
        "\(function)() takes a tensor or its shape, such as (1, 1, 28, 28), not \(try Interpreter.current.repr(value))")
    }
    guard sizes.allSatisfy({ $0 > 0 }) else {
      throw .valueError("\(function)(): the sizes \(PlotData.text(sizes)) must all be greater than zero")
    }
    return sizes
  }

  private static func summary(_ call: Arguments) throws(Raised) -> Value {
    let model = try module(call[0], "summary")
    let input: Tensor
    if let tensor = call[1].tensor {
      input = tensor
    } else {
      let shape = try shape(call[1], "summary")
      var count = 1
      for size in shape {
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: size)
        guard !isTooLarge, product <= 1 << 28 else {
          throw .valueError("summary(): an input of shape \(PlotData.text(shape)) is too large to try out")
        }
        count = product
      }
      // Models of whole numbers (word indices) begin with an embedding.
      let isOfWords = model.modules().first { $0.namedChildren().isEmpty }?.layerName == "Embedding"
      input = try converting { () throws(TensorError) in
        try Tensor.full(Shape(shape), .int(0), dtype: isOfWords ? .int64 : .float32)
      }
    }
    let made = try converting { () throws(TensorError) in try ModuleSummary(model, on: input) }
    return ExplanationObject(made.text).asValue
  }

  private static func showFilters(_ call: Arguments, _ stage: FigureStage) throws(Raised) -> Value {
    let layer = try module(call[0], "show_filters")
    guard let weight = layer.parameter("weight"), (3...4).contains(weight.dim) else {
      throw .typeError("show_filters() takes a convolution with filters of one or two dimensions, not \(layer.className)")
    }
    let map = try PlotColors.map(call[1], stage.style)
    let values = try converting { () throws(TensorError) in try weight.detach().to(.float64).values(Double.self) }
    let (outputs, inputs) = (weight.shape[0], weight.shape[1])
    let height = weight.dim == 4 ? weight.shape[2] : 1
    let width = weight.shape[weight.dim - 1]
    guard outputs > 0, inputs > 0, height > 0, width > 0 else {
      throw .valueError("show_filters(): the filters are empty: \(PlotData.text(Array(weight.shape)))")
    }
    // Filters over three channels are colours; others are a picture for each pair of channels, or for each filter where there is but one.
    let isColored = inputs == 3 && weight.dim == 4
    let perFilter = isColored ? 1 : inputs
    let columns = perFilter > 1 ? min(perFilter, 12) : min(outputs, max(1, Int(Double(outputs).squareRoot().rounded(.up))))
    let pictures = min(outputs * perFilter, perFilter > 1 ? 12 * columns : 256)
    let rows = (pictures + columns - 1) / columns
    let figure = try plotting { () throws(PlotError) in
      try Figure(
        stage.style, width: max(2, min(12, Double(columns) * 0.9)), height: max(1.2, min(12, Double(rows) * 0.9 + 0.5)))
    }
    let finite = values.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let grid = SubplotGrid(rows: rows, columns: columns)
    (grid.columnGap, grid.rowGap) = (0.15, 0.15)
    (figure.margins.left, figure.margins.right, figure.margins.bottom, figure.margins.top) = (
      0.03, 0.97, 0.03, 1 - 0.45 / figure.height
    )
    let size = height * width
    for picture in 0..<pictures {
      let (row, column) = (picture / columns, picture % columns)
      let (output, input) = perFilter > 1 ? (row, column) : (picture, 0)
      guard output < outputs else { break }
      let axes = figure.addAxes(at: GridPlace(grid, rows: row..<(row + 1), columns: column..<(column + 1)))
      axes.isFrameVisible = false
      axes.aspect = 1
      axes.y.isInverted = true
      let start = (output * inputs + input) * size
      if isColored {
        let span = high > low ? high - low : 1
        var parts = [Float](repeating: 1, count: size * 4)
        for place in 0..<size {
          for part in 0..<3 { parts[place * 4 + part] = Float((values[start + part * size + place] - low) / span) }
        }
        axes.add(ImageArtist(colors: parts, rows: height, columns: width, map: map))
      } else {
        // One scale for all, so that they can be compared.
        let mapping = ColorMapping(Array(values[start..<start + size]), map: map, scale: Normalization(low: low, high: high))
        axes.add(ImageArtist(mapping, rows: height, columns: width))
      }
    }
    let left = outputs * perFilter - pictures
    figure.title.text =
      "\(layer.className) weight \(PlotData.text(Array(weight.shape)))\(left > 0 ? ", the first \(pictures)" : "")"
    figure.title.style.font.size = 9
    if call.has(2) {
      return try PictureFile.save(figure, call[2], PlotOptions([], of: "show_filters"), call.interpreter)
    }
    stage.present(figure)
    return .none
  }
}

/// The result of a teaching aid: a text that shows itself, with a picture where there is one.
final class ExplanationObject: Object {
  let text: String
  let svg: String?

  init(_ text: String, svg: String? = nil) {
    self.text = text
    self.svg = svg
    super.init(ExplanationObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("Explanation", module: "lectern", of: ExplanationObject.self) { t in
    t.doc = "A text that shows itself."
    t.property("svg", "The same as a picture, where there is one.") { object throws(Raised) in
      object.svg.map { .string($0) } ?? .none
    }
    t.method("save(self, path)", "Writes the picture.") { object, call throws(Raised) in
      guard let svg = object.svg else { throw .valueError("save(): this explanation is a text without a picture") }
      try PictureFile.write(Array(svg.utf8), call[1], call.interpreter)
      return .none
    }
    t.method("_repr_svg_(self)", "The picture for notebooks.") { object, _ throws(Raised) in
      object.svg.map { .string($0) } ?? .none
    }
    t.slots.repr = { value throws(Raised) in value.cast(to: ExplanationObject.self)?.text ?? "" }
  }
}
