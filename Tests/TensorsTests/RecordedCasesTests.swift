import Goldens
import Tensors
import Testing

typealias Recorded = Goldens.Golden

/// The recorded cases of PyTorch 2.15 that ops alone can run; the rest needs modules or the language and runs there.
@Suite struct RecordedCasesTests {
  @Test(arguments: ["elementwise", "reductions", "shape_index", "autograd", "conv_pool", "losses", "products", "norm_rnn_misc"])
  func resultsAndGradientsEqualPyTorchs(_ file: String) throws {
    var skipped: [String] = []
    var passed = 0
    for golden in try Recorded.cases("ops/\(file)") {
      let code = golden["code"].text
      do {
        if let problem = try difference(golden) { Issue.record("\(file): \(code): \(problem)") } else { passed += 1 }
      } catch let error as RecordedCode.Unsupported {
        skipped.append("\(code): \(error)")
      } catch {
        Issue.record("\(file): \(code): raised \(error)")
      }
    }
    #expect(passed >= Self.least[file] ?? 0, "\(passed) passed, not run: \(skipped)")
  }

  /// How many cases of each file ops alone can run: fewer means that an op has gone.
  private static let least = [
    "elementwise": 217, "reductions": 74, "shape_index": 139, "autograd": 9, "conv_pool": 62, "losses": 65, "products": 42,
    "norm_rnn_misc": 8,
  ]

  private func difference(_ golden: Recorded) throws -> String? {
    var code = RecordedCode()
    let leaves = Set(golden["leaf"].items.map(\.text))
    for (name, value) in golden["in"].json as? [String: Any] ?? [:] {
      let stored = Recorded(value)
      var tensor = try stored.tensor()
      if let type = DType(named: stored["dtype"].text) { tensor = try tensor.to(type) }
      if leaves.contains(name) { try tensor.setRequiresGrad(true) }
      code.variables[name] = .tensor(tensor)
    }
    if golden["setup"].exists { throw RecordedCode.Unsupported("setup") }
    try code.run(golden["code"].text)
    let out = code.variables["out"] ?? .none
    let tolerance = golden["tol"].double
    if let problem = try difference(out, golden["out"], tolerance) { return "out: \(problem)" }
    guard golden["grad_out"].exists else { return nil }
    let results = (out.items ?? [out]).compactMap { value -> Tensor? in
      if case .tensor(let t) = value, t.requiresGrad { return t }
      return nil
    }
    let gradients = try golden["grad_out"].items.map { try $0.tensor() }
    guard results.count == gradients.count else {
      return "\(results.count) differentiable results instead of \(gradients.count)"
    }
    try Autograd.backward(results, gradients: gradients)
    for (name, want) in golden["grads"].json as? [String: Any] ?? [:] {
      guard case .tensor(let leaf)? = code.variables[name] else { continue }
      let wanted = Recorded(want)
      switch (leaf.grad, wanted.exists) {
      case (nil, false): continue
      case (let grad?, true):
        if let problem = try wanted.difference(from: grad, tolerance: tolerance) { return "grad \(name): \(problem)" }
      default: return "grad \(name) \(wanted.exists ? "missing" : "unexpected")"
      }
    }
    return nil
  }

  private func difference(_ value: OpValue, _ golden: Recorded, _ tolerance: Double) throws -> String? {
    switch value {
    case .tensor(let t): return try golden.difference(from: t, tolerance: tolerance)
    case .list, .tuple, .named:
      let items = value.items ?? []
      guard items.count == golden.items.count else { return "\(items.count) results instead of \(golden.items.count)" }
      for (i, item) in items.enumerated() {
        if let problem = try difference(item, golden.items[i], tolerance) { return "[\(i)] \(problem)" }
      }
      return nil
    case .bool(let b): return golden["value"].int == (b ? 1 : 0) ? nil : "\(b) instead of \(golden.json)"
    default: return nil
    }
  }
}
