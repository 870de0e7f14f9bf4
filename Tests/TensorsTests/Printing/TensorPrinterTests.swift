import Testing

@testable import Tensors

struct TensorPrinterTests {
  @Test func textEqualsPyTorchs() throws {
    for golden in try Golden("printing/tensors.json").cases {
      guard let tensor = GoldenTensor(golden["tensor"]), let text = golden["text"] as? String,
        tensor.doubles != nil  // The others give only their first and last elements.
      else { continue }
      let printer = TensorPrinter(
        shape: tensor.shape, strides: rowMajorStrides(tensor.shape), elements: elements(of: tensor),
        options: options(golden["options"]))
      let printed = printer.text(
        dtype: tensor.dtype, requiresGrad: golden["requires_grad"] as? Bool ?? false, gradFn: golden["grad_fn"] as? String,
        isParameter: golden["parameter"] as? Bool ?? false)
      #expect(printed == text, "\(golden["code"] ?? "")")
    }
  }

  private func elements(of tensor: GoldenTensor) -> PrintableElements {
    if tensor.dtype == "bool" { return .bools { tensor.ints?[$0] != 0 } }
    if let ints = tensor.ints { return .integers { ints[$0] } }
    let values = tensor.doubles ?? []
    return .floats { values[$0] }
  }

  private func options(_ object: Any?) -> PrintOptions {
    guard let fields = object as? [String: Any] else { return PrintOptions() }
    var options = PrintOptions(profile: fields["profile"] as? String ?? "default") ?? PrintOptions()
    if let value = fields["precision"] as? Int { options.precision = value }
    if let value = fields["threshold"] as? Int { options.threshold = value }
    if let value = fields["edgeitems"] as? Int { options.edgeItems = value }
    if let value = fields["linewidth"] as? Int { options.lineWidth = value }
    options.scientific = fields["sci_mode"] as? Bool
    return options
  }

  private func rowMajorStrides(_ shape: [Int]) -> [Int] {
    var strides = shape
    var step = 1
    for dim in shape.indices.reversed() {
      strides[dim] = step
      step *= shape[dim]
    }
    return strides
  }
}
