import Tensors

/// Convolutions over one, two and three dimensions, and their transposes.
enum Convolutions {
  static let entries: [LayerEntry] = (1...3).map(convolution) + (1...3).map(transposed)

  /// Weight and bias start uniform in ±1/√(in_channels/groups · kernel elements).
  private static func convolution(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "Conv\(dims)d(in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, "
        + "padding_mode='zeros', device=None, dtype=None)",
      op: "conv\(dims)d", text: text, make: { entry, _ in PaddedConvolution(entry) },
      setUp: { layer, a throws(TensorError) in try setUp(layer, a, dims: dims, isTransposed: false) })
  }

  private static func transposed(_ dims: Int) -> LayerEntry {
    LayerEntry(
      "ConvTranspose\(dims)d(in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, "
        + "bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None)",
      op: "conv_transpose\(dims)d", text: text,
      setUp: { layer, a throws(TensorError) in
        if try a.text("padding_mode") != "zeros" {
          throw .value("Only \"zeros\" padding mode is supported for ConvTranspose\(dims)d")
        }
        try setUp(layer, a, dims: dims, isTransposed: true)
      })
  }

  private static func setUp(_ layer: Layer, _ a: BoundArguments, dims: Int, isTransposed: Bool) throws(TensorError) {
    let (inputs, outputs, groups) = (try a.size("in_channels"), try a.size("out_channels"), try a.int("groups"))
    if groups <= 0 { throw .value("groups must be a positive integer") }
    if inputs % groups != 0 { throw .value("in_channels must be divisible by groups") }
    if outputs % groups != 0 { throw .value("out_channels must be divisible by groups") }
    let kernel = try a.sizes("kernel_size", count: dims)
    for name in ["kernel_size", "stride", "dilation", "output_padding"] where a.signature.slot(of: name) != nil {
      layer.settings[name] = .tuple(try a.sizes(name, count: dims).map { .int($0) })
    }
    if case .string(let padding) = a["padding"] {
      if padding != "same" && padding != "valid" {
        throw .value("Invalid padding string '\(padding)', should be one of {'valid', 'same'}")
      }
      let strides = try a.sizes("stride", count: dims)
      if padding == "same" && strides.contains(where: { $0 != 1 }) {
        throw .value("padding='same' is not supported for strided convolutions")
      }
    } else {
      layer.settings["padding"] = .tuple(try a.sizes("padding", count: dims).map { .int($0) })
    }
    let mode = try a.text("padding_mode")
    let modes = ["zeros", "reflect", "replicate", "circular"]
    if !modes.contains(mode) {
      let list = modes.sorted().map { "'\($0)'" }.joined(separator: ", ")
      throw .value("padding_mode must be one of {\(list)}, but got padding_mode='\(mode)'")
    }
    if kernel.contains(where: { $0 < 0 }) {
      throw .runtime(
        "Trying to create tensor with negative dimension \(kernel.min() ?? 0): \(Shape([outputs, inputs / groups] + kernel))")
    }
    let sizes = isTransposed ? [inputs, outputs / groups] + kernel : [outputs, inputs / groups] + kernel
    try layer.drawWeightAndBias(Shape(sizes), biasCount: a.bool("bias") ? outputs : nil, dtype: try a.dtype())
  }

  private static func text(_ layer: Layer) -> String {
    var text = "\(layer.shown("in_channels")), \(layer.shown("out_channels")), " + layer.list("kernel_size", "stride")
    let count = layer.settings["kernel_size"]?.items?.count ?? 0
    let zeros = OpValue.tuple([OpValue](repeating: .int(0), count: count)).argumentText
    let ones = OpValue.tuple([OpValue](repeating: .int(1), count: count)).argumentText
    if case .string(let padding)? = layer.settings["padding"] {
      text += ", padding=\(padding)"
    } else if layer.shown("padding") != zeros {
      text += ", " + layer.list("padding")
    }
    if layer.shown("dilation") != ones { text += ", " + layer.list("dilation") }
    if layer.settings.contains("output_padding"), layer.shown("output_padding") != zeros {
      text += ", " + layer.list("output_padding")
    }
    if layer.shown("groups") != "1" { text += ", " + layer.list("groups") }
    if layer.parameter("bias") == nil { text += ", bias=False" }
    if layer.shown("padding_mode") != "'zeros'" {
      if case .string(let mode)? = layer.settings["padding_mode"] { text += ", padding_mode=\(mode)" }
    }
    return text
  }
}

/// A convolution that fills the border by itself where that is not done with zeros.
final class PaddedConvolution: Layer {
  override func forward(_ input: Tensor) throws(TensorError) -> Tensor {
    guard case .string(let mode)? = settings["padding_mode"], mode != "zeros" else { return try super.forward(input) }
    guard let pad = OpRegistry.op("pad", in: .functional), let op = OpRegistry.op(entry.op, in: .functional) else {
      throw .notImplemented("\(entry.name): padding_mode='\(mode)' is not available")
    }
    let border = OpValue.tuple(borderSizes.map { .int($0) })
    let padded = try pad([.tensor(input), border, .string(mode)])
    let zeros = OpValue.tuple(borderSizes.prefix(borderSizes.count / 2).map { _ in .int(0) })
    let weight = parameter("weight").map { OpValue.tensor($0) } ?? .none
    let bias = parameter("bias").map { OpValue.tensor($0) } ?? .none
    let output = try op([
      padded, weight, bias, settings["stride"] ?? .int(1), zeros, settings["dilation"] ?? .int(1),
      settings["groups"] ?? .int(1),
    ])
    guard case .tensor(let tensor) = output else { throw .type("\(entry.op) did not return a tensor") }
    return tensor
  }

  override func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    guard case .string(let mode)? = settings["padding_mode"], mode != "zeros" else { return try super.forward(call) }
    return .tensor(try forward(call.tensor(0, "input", of: entry.op)))
  }

  /// Both borders of each dimension, the last dimension first, as `pad` takes them.
  private var borderSizes: [Int] {
    let kernel = settings["kernel_size"]?.items ?? []
    let dilation = settings["dilation"]?.items ?? []
    var sizes: [Int] = []
    for dim in kernel.indices.reversed() {
      if let padding = settings["padding"]?.items, case .int(let size) = padding[dim] {
        sizes += [size, size]
      } else if case .string("same")? = settings["padding"], case .int(let k) = kernel[dim], case .int(let d) = dilation[dim] {
        let total = d * (k - 1)
        sizes += [total / 2, total - total / 2]
      } else {
        sizes += [0, 0]
      }
    }
    return sizes
  }
}
