import Tensors

/// How the shape of a layer's output follows from its input's, with the numbers put into the formula.
package struct LayerExplanation {
  /// The text, several lines.
  package let text: String
  /// The shape of the output.
  package let outputShape: [Int]

  /// Explains a convolution, a transposed convolution, a pooling or a linear layer for an input of a shape, batch dimension optional.
  package init(_ layer: Module, inputShape: [Int]) throws(TensorError) {
    let kind = layer.layerName
    guard inputShape.allSatisfy({ $0 > 0 }) else {
      throw .value("explain(): the input has an empty dimension: \(Shape(inputShape))")
    }
    if kind == "Linear" {
      (text, outputShape) = try Self.linear(layer, inputShape)
    } else if ["Conv", "MaxPool", "AvgPool", "LPPool"].contains(where: { kind.hasPrefix($0) }) {
      (text, outputShape) = try Self.window(layer, inputShape)
    } else {
      throw .type("explain() knows Conv1d to Conv3d, ConvTranspose, MaxPool, AvgPool and Linear layers, not \(layer.className)")
    }
  }

  private static func linear(_ layer: Module, _ shape: [Int]) throws(TensorError) -> (String, [Int]) {
    guard let weight = layer.parameter("weight"), let last = shape.last else {
      throw .value("explain(): the layer has no weight")
    }
    let (outputs, inputs) = (weight.shape[0], weight.shape[1])
    guard last == inputs else {
      throw .value("explain(): \(layer.text) takes inputs whose last dimension is \(inputs), not \(last)")
    }
    let result = Array(shape.dropLast()) + [outputs]
    let hasBias = layer.parameter("bias") != nil
    let lines = [
      layer.text, "Input \(brackets(shape)) -> output \(brackets(result))", "",
      "Each of the \(outputs) outputs is a sum over the \(inputs) inputs\(hasBias ? ", and a bias" : "").",
      "Parameters = \(inputs) * \(outputs)\(hasBias ? " + \(outputs)" : "") = \(Grouped.text(inputs * outputs + (hasBias ? outputs : 0)))",
    ]
    return (lines.joined(separator: "\n"), result)
  }

  // MARK: Convolution and pooling

  private static func window(_ layer: Module, _ shape: [Int]) throws(TensorError) -> (String, [Int]) {
    let dims = LayerSizes.dims(layer)
    let kind = layer.layerName
    guard shape.count == dims + 1 || shape.count == dims + 2 else {
      throw .value(
        "explain(): \(layer.className) takes an input of \(dims + 1) dimensions (C\(letters(dims))) or \(dims + 2) (NC\(letters(dims))), not of \(shape.count): \(Shape(shape))"
      )
    }
    let isTransposed = kind.hasPrefix("ConvTranspose")
    let isConvolution = kind.hasPrefix("Conv")
    var result = Array(shape.dropLast(dims))
    var lines: [String] = []
    if isConvolution {
      guard case .int(let inputs)? = layer.settings["in_channels"], case .int(let outputs)? = layer.settings["out_channels"]
      else {
        throw .value("explain(): the layer does not say its channels")
      }
      guard shape[shape.count - dims - 1] == inputs else {
        throw .value(
          "explain(): \(layer.text) takes \(inputs) channels, but the input \(brackets(shape)) has \(shape[shape.count - dims - 1])"
        )
      }
      result[result.count - 1] = outputs
    }
    lines.append(formula(isTransposed, isPooling: !isConvolution))
    let names = dims == 1 ? ["Length"] : dims == 2 ? ["Height", "Width"] : ["Depth", "Height", "Width"]
    for dim in 0..<dims {
      let (line, size) = try self.line(layer, dim, shape[shape.count - dims + dim], isTransposed)
      lines.append("\(names[dim].padded(to: 6)) = \(line)")
      result.append(size)
    }
    if isConvolution { lines += ["", channels(layer, isTransposed), parameters(layer, result, dims)] }
    let head = [layer.text, "Input \(brackets(shape)) -> output \(brackets(result))", ""]
    return ((head + lines).joined(separator: "\n"), result)
  }

  private static func formula(_ isTransposed: Bool, isPooling: Bool) -> String {
    isTransposed
      ? "Output size = (input size - 1) * stride - 2 * padding + filter size + output padding"
      : "Output size = (input size - \(isPooling ? "window" : "filter") size + (2 * padding)) / stride + 1"
  }

  private static func line(_ layer: Module, _ dim: Int, _ size: Int, _ isTransposed: Bool) throws(TensorError) -> (String, Int)
  {
    let kernel = LayerSizes.size(layer, "kernel_size", dim) ?? 1
    let stride = LayerSizes.size(layer, "stride", dim) ?? kernel
    let dilation = LayerSizes.size(layer, "dilation", dim) ?? 1
    let reach = dilation &* (kernel &- 1) &+ 1
    var note =
      dilation == 1 ? "" : "   (filter size = dilation * (\(kernel) - 1) + 1 = \(dilation) * \(kernel - 1) + 1 = \(reach))"
    var padding = LayerSizes.size(layer, "padding", dim) ?? 0
    if case .string(let word)? = layer.settings["padding"] {
      if word == "same" { return ("\(size)   (padding='same' keeps the size)", size) }
      padding = 0
    }
    guard stride > 0 else { throw .value("explain(): the stride must be greater than zero") }
    if isTransposed {
      let extra = LayerSizes.size(layer, "output_padding", dim) ?? 0
      let result = (size - 1) * stride - 2 * padding + reach + extra
      guard result > 0 else {
        throw .value("explain(): an input of \(size) gives an output of \(result): there is nothing left")
      }
      return ("(\(size) - 1) * \(stride) - 2 * \(padding) + \(reach) + \(extra) = \(result)\(note)", result)
    }
    let room = size - reach + 2 * padding
    guard room >= 0 else {
      throw .value(
        "explain(): the filter size \(reach) is greater than the padded input size \(size + 2 * padding): there is no place for it"
      )
    }
    let isRoundedUp = { if case .bool(true)? = layer.settings["ceil_mode"] { true } else { false } }()
    var steps = room / stride
    var division = "\(room) / \(stride) + 1"
    if room % stride != 0 {
      if isRoundedUp {
        // A window that would begin beyond the input and its left padding does not count.
        if (steps + 1) * stride < size + padding { steps += 1 }
        division += ", rounded up: \(steps) + 1"
      } else {
        division += ", rounded down: \(steps) + 1"
        note += "   (the last \(room % stride) of the padded input stay\(room % stride == 1 ? "s" : "") unseen)"
      }
    }
    return ("(\(size) - \(reach) + (2 * \(padding))) / \(stride) + 1 = \(division) = \(steps + 1)\(note)", steps + 1)
  }

  private static func channels(_ layer: Module, _ isTransposed: Bool) -> String {
    guard case .int(let inputs)? = layer.settings["in_channels"], case .int(let outputs)? = layer.settings["out_channels"],
      case .int(let groups)? = layer.settings["groups"]
    else { return "" }
    if groups == 1 {
      return
        "Each of the \(outputs) output channels has a filter over \(inputs == 1 ? "the one input channel" : "all \(inputs) input channels")."
    }
    let depthwise = groups == inputs ? " (depthwise)" : ""
    return
      "\(groups) groups\(depthwise): each of the \(outputs) output channels has a filter over \(inputs / groups) of the \(inputs) input channels."
  }

  private static func parameters(_ layer: Module, _ result: [Int], _ dims: Int) -> String {
    guard let weight = layer.parameter("weight") else { return "" }
    let factors = weight.shape.map { "\($0)" }.joined(separator: " * ")
    let bias = layer.parameter("bias").map { " + \($0.elementCount)" } ?? ""
    return
      "Parameters = \(factors)\(bias) = \(Grouped.text(weight.elementCount + (layer.parameter("bias")?.elementCount ?? 0)))"
  }

  private static func brackets(_ shape: [Int]) -> String { "[" + shape.map { "\($0)" }.joined(separator: ", ") + "]" }

  private static func letters(_ dims: Int) -> String { dims == 1 ? "L" : dims == 2 ? "HW" : "DHW" }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
