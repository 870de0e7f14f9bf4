import CKernels
import Goldens
import Testing

@testable import Tensors

/// Single calls of operations, with gradients, against PyTorch: in bits where the record asks for it, else within its tolerance.
struct RecordedOpsTests {
  /// The cases of these files that are a single call of a registered operation, and how many there are.
  @Test(arguments: [("conv_pool", 62), ("losses", 62), ("products", 23)])
  func resultsAndGradientsEqualPyTorchs(_ name: String, cases: Int) throws {
    let threads = lk_get_threads()
    lk_set_threads(1)
    defer { lk_set_threads(threads) }
    var run = 0
    for golden in try recordedCases("ops/\(name)") {
      guard let call = CallText(callText(golden["code"].text)), golden["setup"].text.isEmpty else { continue }
      var inputs: [String: Tensor] = [:]
      for (key, value) in golden["in"].json as? [String: Any] ?? [:] { inputs[key] = try Golden(value).tensor() }
      for leaf in golden["leaf"].items { try inputs[leaf.text]?.setRequiresGrad(true) }
      guard let result = try value(call, inputs) else { continue }
      run += 1
      // Other machines than the recording one may differ in last bits.
      let tolerance = golden["varies"].exists && !lk_has_avx512() ? 1e-5 : golden["tol"].double
      try check(golden, result, inputs, tolerance)
    }
    #expect(run >= cases)
  }

  private func check(_ golden: Golden, _ result: OpValue, _ inputs: [String: Tensor], _ tolerance: Double) throws {
    let outputs = tensors(result)
    let wanted = golden["out"].items.isEmpty ? [golden["out"]] : golden["out"].items
    let code = golden["code"].text
    for (output, want) in zip(outputs, wanted) {
      let difference = try want.difference(from: output, tolerance: tolerance)
      #expect(difference == nil, "\(code)")
    }
    guard golden["grad_out"].exists else { return }
    let upstream = golden["grad_out"].items.isEmpty ? [golden["grad_out"]] : golden["grad_out"].items
    let roots = outputs.filter { $0.requiresGrad }
    guard roots.count == upstream.count else { return }
    try Autograd.backward(roots, gradients: upstream.map { try $0.tensor() })
    for (key, want) in golden["grads"].json as? [String: Any] ?? [:] where Golden(want).exists {
      guard let grad = inputs[key]?.grad else {
        Issue.record("\(code): no gradient of \(key)")
        continue
      }
      let difference = try Golden(want).difference(from: grad, tolerance: tolerance)
      #expect(difference == nil, "\(code): gradient of \(key)")
    }
  }

  private func callText(_ code: String) -> String {
    var text = code.hasPrefix("out = ") ? String(code.dropFirst(6)) : ""
    if text.hasPrefix("list(") { text = String(text.dropFirst(5).dropLast()) }
    return text
  }

  private func tensors(_ value: OpValue) -> [Tensor] {
    if case .tensor(let tensor) = value { return [tensor] }
    return value.items?.flatMap { tensors($0) } ?? []
  }

  /// The value of a call; nil where something in it is not an operation of this module.
  private func value(_ text: CallText, _ inputs: [String: Tensor]) throws -> OpValue? {
    switch text {
    case .value(let value): return value
    case .name(let name): return inputs[name].map { .tensor($0) }
    case .list(let items), .tuple(let items):
      var values: [OpValue] = []
      for item in items {
        guard let item = try value(item, inputs) else { return nil }
        values.append(item)
      }
      return .tuple(values)
    case .dictionary, .application: return nil
    case .call(let name, let positional, let named):
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count == 2, let op = OpRegistry.op(parts[1], in: parts[0] == "F" ? .functional : .function) else { return nil }
      var arguments: [OpValue] = []
      for argument in positional {
        guard let argument = try value(argument, inputs) else { return nil }
        arguments.append(argument)
      }
      var keywords: [(name: String, value: OpValue)] = []
      for (key, argument) in named {
        guard let argument = try value(argument, inputs) else { return nil }
        keywords.append((key, argument))
      }
      return try op(arguments, keywords: keywords)
    }
  }
}
