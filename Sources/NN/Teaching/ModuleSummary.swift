import Tensors

/// What a model does to an input, layer by layer: shapes, parameters, multiply-adds, and what part of the input an output sees.
package struct ModuleSummary {
  /// One call of a layer.
  package struct Row {
    /// The path of names to the layer; empty for the model itself.
    package let name: String
    /// The layer's class.
    package let kind: String
    /// The shape of its output.
    package let shape: [Int]
    /// How many parameters it has of its own; 0 at the second and later calls of the same layer.
    package let parameterCount: Int
    /// How many multiplications with addition it takes.
    package let multiplyAdds: Int
    /// How many rows of the model's input an element of its output sees, and by how many the next one's view is moved; nil where
    /// rows have no meaning any more.
    package let view: View?
  }

  /// The part of the input behind one output element, along the last dimension but one (the height).
  package struct View: Equatable {
    /// Rows of the input seen.
    package var field: Int
    /// Rows of the input between the views of neighbours.
    package var stride: Int
  }

  /// The calls, in order.
  package let rows: [Row]
  /// All parameters of the model, and those of them that are trained.
  package let parameterCount, trainableCount: Int

  /// Runs the model once on an input, without training and without recording, and notes what its layers do.
  ///
  /// **Receptive field**: behind a convolution or pooling of kernel k, stride s and dilation d an element sees
  /// `field + dilation * (k - 1) * stride` rows, and neighbours are `stride * s` apart. Where ways branch, a layer starts from the view of
  /// its own input; where they meet, from the widest one.
  package init(_ model: Module, on input: Tensor) throws(TensorError) {
    let recorder = Recorder()
    var hooks: [(Module, Int)] = []
    let modes = model.modules().map { ($0, $0.isTraining) }
    for (name, module) in model.namedModules() where module.namedChildren().isEmpty {
      let identity = module.addHook(beforeForward: false) { (module, call, output) throws(TensorError) -> OpValue? in
        recorder.note(name, module, call, output)
        return nil
      }
      hooks.append((module, identity))
      module.isTraining = false
    }
    for module in modes { module.0.isTraining = false }
    defer {
      for (module, identity) in hooks { module.removeHook(identity) }
      for (module, mode) in modes { module.isTraining = mode }
    }
    _ = try GradMode.off { try model.call(ModuleCall([.tensor(input)])) }
    rows = recorder.rows
    let all = model.parameters()
    parameterCount = all.reduce(0) { $0 + $1.elementCount }
    trainableCount = all.reduce(0) { $0 + ($1.requiresGrad ? $1.elementCount : 0) }
  }

  /// All multiplications with addition.
  package var multiplyAdds: Int { rows.reduce(0) { $0 &+ $1.multiplyAdds } }

  /// The table.
  package var text: String {
    let head = ["Layer", "Output shape", "Parameters", "Multiply-adds", "Field", "Stride"]
    let lines = rows.map { row in
      [
        row.name.isEmpty ? row.kind : "\(row.name) (\(row.kind))",
        "[" + row.shape.map { "\($0)" }.joined(separator: ", ") + "]",
        Grouped.text(row.parameterCount), Grouped.text(row.multiplyAdds), row.view.map { Grouped.text($0.field) } ?? "-",
        row.view.map { Grouped.text($0.stride) } ?? "-",
      ]
    }
    let widths = head.indices.map { column in ([head] + lines).map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        // Names to the left, numbers to the right.
        return column < 2 ? cell + blanks : blanks + cell
      }
      return padded.joined(separator: "  ")
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    var text = ([line(head), rule] + lines.map(line) + [rule]).joined(separator: "\n")
    text += "\nParameters: \(Grouped.text(parameterCount))"
    if trainableCount != parameterCount { text += " (\(Grouped.text(trainableCount)) of them trained)" }
    return text + "\nMultiply-adds: \(Grouped.text(multiplyAdds))"
  }
}

/// Collects the rows while the model runs.
private final class Recorder {
  private(set) var rows: [ModuleSummary.Row] = []
  private var counted: Set<ObjectIdentifier> = []
  private var views: [(tensor: Tensor, view: ModuleSummary.View?)] = []

  func note(_ name: String, _ module: Module, _ call: ModuleCall, _ output: OpValue?) {
    guard let result = Self.tensor(output), let input = call.inputs.first.flatMap({ Self.tensor($0) }) else { return }
    let isFirst = counted.insert(ObjectIdentifier(module)).inserted
    let own = module.ownParameters.pairs.compactMap { $0.1?.elementCount }.reduce(0, +)
    let view =
      Window(module)?.applied(to: start(for: input), input: input, module) ?? Self.kept(start(for: input), module, result)
    if views.count < 10_000 { views.append((result, view)) }
    rows.append(
      ModuleSummary.Row(
        name: name, kind: module.className, shape: Array(result.shape), parameterCount: isFirst ? own : 0,
        multiplyAdds: Self.multiplyAdds(module, input, result), view: view))
  }

  private static func tensor(_ value: OpValue?) -> Tensor? {
    if case .tensor(let tensor)? = value { return tensor }
    return value?.items?.first.flatMap { tensor($0) }
  }

  /// The view that an input's elements have: known when a layer made it; else the widest of those of the same shape, else the last.
  private func start(for input: Tensor) -> ModuleSummary.View? {
    if views.isEmpty { return input.dim >= 3 ? ModuleSummary.View(field: 1, stride: 1) : nil }
    if let known = views.last(where: { $0.tensor === input }) { return known.view }
    let alike = views.filter { Array($0.tensor.shape) == Array(input.shape) }
    if let widest = alike.max(by: { ($0.view?.field ?? 0) < ($1.view?.field ?? 0) }) { return widest.view }
    return input.dim >= 3 ? views.last?.view : nil
  }

  /// What becomes of the view in a layer that is no window: it stays, unless rows have no meaning any more.
  private static func kept(_ view: ModuleSummary.View?, _ module: Module, _ output: Tensor) -> ModuleSummary.View? {
    let mixes = ["Linear", "Flatten", "RNN", "LSTM", "GRU", "Embedding"]
    return output.dim < 3 || mixes.contains(module.layerName) || module.layerName.hasPrefix("ConvTranspose") ? nil : view
  }

  private static func multiplyAdds(_ module: Module, _ input: Tensor, _ output: Tensor) -> Int {
    let kind = module.layerName
    guard let weight = module.parameter("weight") ?? module.parameter("weight_ih_l0") else { return 0 }
    func times(_ a: Int, _ b: Int) -> Int {
      let (value, isTooLarge) = a.multipliedReportingOverflow(by: b)
      return isTooLarge ? Int.max : value
    }
    if kind == "Linear" { return times(output.elementCount, weight.shape.last ?? 0) }
    if kind.hasPrefix("ConvTranspose") { return times(input.elementCount, weight.shape.dropFirst().reduce(1, *)) }
    if kind.hasPrefix("Conv") { return times(output.elementCount, weight.shape.dropFirst().reduce(1, *)) }
    if ["RNN", "LSTM", "GRU"].contains(kind) {
      let weights = module.ownParameters.pairs.filter { $0.0.hasPrefix("weight") }.compactMap { $0.1?.elementCount }.reduce(
        0, +)
      return times(weights, input.dim == 3 ? input.shape[0] * input.shape[1] : input.shape.first ?? 1)
    }
    return 0
  }
}

/// The sliding window of a convolution or pooling, along the height.
private struct Window {
  let kernel, stride, dilation: Int

  /// The window of a layer; nil when it has none.
  init?(_ module: Module) {
    let kind = module.layerName
    guard
      kind.hasPrefix("Conv") && !kind.hasPrefix("ConvTranspose") || kind.hasPrefix("MaxPool") || kind.hasPrefix("AvgPool")
        || kind.hasPrefix("LPPool")
    else {
      guard kind.hasPrefix("Adaptive") else { return nil }
      (kernel, stride, dilation) = (0, 0, 1)
      return
    }
    kernel = LayerSizes.size(module, "kernel_size", 0) ?? 1
    stride = LayerSizes.size(module, "stride", 0) ?? kernel
    dilation = LayerSizes.size(module, "dilation", 0) ?? 1
  }

  /// The view behind the window.
  func applied(to view: ModuleSummary.View?, input: Tensor, _ module: Module) -> ModuleSummary.View? {
    guard var view else { return nil }
    var (kernel, stride) = (self.kernel, self.stride)
    if kernel == 0 {
      // An adaptive pooling divides what there is.
      let dims = LayerSizes.dims(module)
      guard input.dim > dims, let size = LayerSizes.size(module, "output_size", 0), size > 0 else { return nil }
      let rows = input.shape[input.dim - dims]
      (kernel, stride) = ((rows + size - 1) / size, max(1, rows / size))
    }
    view.field = view.field &+ (dilation &* (kernel &- 1)) &* view.stride
    view.stride = view.stride &* max(1, stride)
    return view
  }
}

/// The sizes among a layer's settings.
enum LayerSizes {
  /// A size along a dimension; layers may have one number for all.
  static func size(_ module: Module, _ name: String, _ dim: Int) -> Int? {
    guard let value = module.settings[name] else { return nil }
    if let items = value.items {
      guard dim < items.count, case .int(let size) = items[dim] else { return items.count == 1 ? items[0].wholeNumber : nil }
      return size
    }
    return value.wholeNumber
  }

  /// For how many dimensions a layer such as Conv2d is made.
  static func dims(_ module: Module) -> Int { module.layerName.compactMap(\.wholeNumberValue).last ?? 0 }
}

extension OpValue {
  fileprivate var wholeNumber: Int? { if case .int(let value) = self { value } else { nil } }
}

/// Numbers with a comma after each three digits.
enum Grouped {
  static func text(_ number: Int) -> String {
    let digits = Array("\(number)")
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits[index - 1] != "-" { text += "," }
      text.append(digit)
    }
    return text
  }
}
