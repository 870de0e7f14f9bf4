import Goldens
import Testing

@testable import Tensors

struct TensorPrinterTests {
  @Test func textEqualsPyTorchs() throws {
    for golden in try recordedCases("printing/tensors") {
      let record = golden["tensor"]
      // Long tensors are recorded by their ends only.
      guard record["bits"].exists || record["ints"].exists else { continue }
      let printed = try printer(record, options(golden["options"])).text(
        dtype: record["dtype"].text, requiresGrad: golden["requires_grad"].int != 0,
        gradFn: golden["grad_fn"].exists ? golden["grad_fn"].text : nil, isParameter: golden["parameter"].int != 0)
      #expect(printed == golden["text"].text, "\(golden["code"].text)")
    }
  }

  @Test func longTensorsAreShortened() throws {
    let texts = try recordedCases("printing/tensors").map { ($0["code"].text, $0["text"].text) }
    let long = Dictionary(texts) { first, _ in first }
    let shapes = ["": [1001], ".reshape(2, 1000)": [2, 1000], ".reshape(1000, 2)": [1000, 2]]
    for (suffix, shape) in shapes {
      let printer = TensorPrinter(
        shape: shape, strides: Array(Shape(shape).contiguousStrides), elements: .integers { Int64($0) }, options: PrintOptions()
      )
      #expect(printer.text(dtype: "int64") == long["torch.arange(\(shape.reduce(1, *)))\(suffix)"])
    }
  }

  private func printer(_ record: Golden, _ options: PrintOptions) throws -> TensorPrinter {
    let shape = record["shape"].ints
    let values = try record.tensor().to(.float64).values(Double.self)
    let ints = record["ints"].ints
    let elements: PrintableElements =
      record["dtype"].text == "bool"
      ? .bools { ints[$0] != 0 } : record["ints"].exists ? .integers { Int64(ints[$0]) } : .floats { values[$0] }
    return TensorPrinter(shape: shape, strides: Array(Shape(shape).contiguousStrides), elements: elements, options: options)
  }

  private func options(_ golden: Golden) -> PrintOptions {
    guard let fields = golden.json as? [String: Any] else { return PrintOptions() }
    var options = PrintOptions(profile: fields["profile"] as? String ?? "default") ?? PrintOptions()
    if let value = fields["precision"] as? Int { options.precision = value }
    if let value = fields["threshold"] as? Int { options.threshold = value }
    if let value = fields["edgeitems"] as? Int { options.edgeItems = value }
    if let value = fields["linewidth"] as? Int { options.lineWidth = value }
    options.scientific = fields["sci_mode"] as? Bool
    return options
  }
}
