import Foundation
import Goldens
import Tensors
import Testing

/// Result dtypes, values and refusals of every pair of operand kinds, recorded from PyTorch 2.15.
@Suite struct DTypeTests {
  private static let operands: [String: String] = [
    "bool": "torch.tensor([True, False])", "uint8": "torch.tensor([3, 200], dtype=torch.uint8)",
    "int32": "torch.tensor([3, -2], dtype=torch.int32)", "int64": "torch.tensor([3, -2])",
    "float32": "torch.tensor([1.5, -2.5])", "float64": "torch.tensor([1.5, -2.5], dtype=torch.float64)",
    "bool_0d": "torch.tensor(True)", "uint8_0d": "torch.tensor(3, dtype=torch.uint8)",
    "int32_0d": "torch.tensor(3, dtype=torch.int32)", "int64_0d": "torch.tensor(3)", "float32_0d": "torch.tensor(1.5)",
    "float64_0d": "torch.tensor(1.5, dtype=torch.float64)", "py_bool": "True", "py_int": "2", "py_float": "2.5",
  ]

  private func code(_ golden: Recorded, _ names: [String]) throws -> RecordedCode {
    var code = RecordedCode()
    for name in names {
      if let source = Self.operands[golden[name].text] { code.variables[name] = try RecordedCode().evaluate(source) }
    }
    return code
  }

  @Test func pairsOfOperands() throws {
    for golden in try Recorded.cases("dtypes_binary") {
      let label = "\(golden["op"].text) with \(golden["a"].text), \(golden["b"].text)"
      do {
        var code = try code(golden, ["a", "b"])
        let text = golden["op"].text
        var result: OpValue
        if text.contains("=") && !text.contains("==") && !text.contains(">=") && !text.contains("<=") && !text.contains("!=") {
          try code.run(text)
          result = code.variables["a"] ?? .none
        } else {
          result = try code.evaluate(text)
        }
        if golden["error"].exists {
          Issue.record("\(label): no \(golden["error"].text)")
          continue
        }
        guard case .tensor(let t) = result else { continue }
        if t.dtype.name != golden["dtype"].text {
          Issue.record("\(label): \(t.dtype.name) instead of \(golden["dtype"].text)")
        } else if golden["out"].exists, let problem = try golden["out"].difference(from: t, tolerance: 1e-6) {
          Issue.record("\(label): \(problem)")
        }
        result = .none
      } catch is RecordedCode.Unsupported {
      } catch let error as TensorError {
        if error.kind.rawValue != golden["error"].text {
          Issue.record("\(label): raised \(error), want \(golden["error"].text)")
        }
      }
    }
  }

  @Test func singleOperands() throws {
    for golden in try Recorded.cases("dtypes_unary") where golden["a"].exists {
      let label = "\(golden["op"].text) with \(golden["a"].text)"
      do {
        let result = try code(golden, ["a"]).evaluate(golden["op"].text)
        if golden["error"].exists {
          Issue.record("\(label): no \(golden["error"].text)")
          continue
        }
        guard case .tensor(let t) = result else { continue }
        if t.dtype.name != golden["dtype"].text { Issue.record("\(label): \(t.dtype.name) instead of \(golden["dtype"].text)") }
      } catch is RecordedCode.Unsupported {
      } catch let error as TensorError {
        if error.kind.rawValue != golden["error"].text {
          Issue.record("\(label): raised \(error), want \(golden["error"].text)")
        }
      }
    }
  }
}
