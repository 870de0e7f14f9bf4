import Foundation
import Goldens
import NN
import Tensors
import Testing

extension NNSuite {
  /// Forward results, gradients and buffers of layers as PyTorch computed them.
  @Suite struct RecordedLayersTests {
    @Test func resultsAndGradientsAreThoseOfPyTorch() throws {
      try withDefaultGenerator {
        var compared: [String: Int] = [:]
        for golden in try Golden.cases("ops/norm_rnn_misc") where golden["setup"].exists {
          let (setup, code) = (golden["setup"].text, golden["code"].text)
          guard let line = setup.split(separator: "\n").first(where: { $0.hasPrefix("m = ") }),
            let module = try? ModuleBuilder.module(String(line.dropFirst(4)))
          else { continue }
          let name = line.dropFirst(4).prefix { $0 != "(" }
          // The set-up draws; its result was recorded too.
          let state = (golden["params"].json as? [String: Any] ?? [:]).map { (name: $0.key, value: Golden($0.value)) }
          for (path, value) in state {
            let parameter = try #require(module.namedParameters().first { $0.name == path }?.value)
            let recorded = try value.tensor()
            _ = try GradMode.off { () throws(TensorError) in try parameter.copyInPlace(recorded) }
          }
          var inputs: [String: Tensor] = [:]
          let leaves = Set(golden["leaf"].items.map(\.text))
          for (key, value) in golden["in"].json as? [String: Any] ?? [:] {
            let tensor = try Golden(value).tensor()
            inputs[key] = leaves.contains(key) ? try tensor.requiringGrad() : tensor
          }
          do {
            let outputs = try run(code, module, inputs)
            let wanted = golden["out"].items.isEmpty ? [golden["out"]] : golden["out"].items
            try compare("\(line): \(code)", golden, outputs, wanted, inputs, module)
            compared[String(name), default: 0] += 1
          } catch let error as TensorError where error.message.hasSuffix("is not available") {
            continue
          }
        }
        #expect(compared["nn.LSTM", default: 0] >= 3)
        #expect(compared["nn.RNN", default: 0] >= 6)
      }
    }

    private func compare(
      _ what: String, _ golden: Golden, _ outputs: [Tensor], _ wanted: [Golden], _ inputs: [String: Tensor], _ module: Module
    ) throws {
      let tolerance = golden["tol"].double
      #expect(outputs.count == wanted.count, "\(what)")
      for (output, want) in zip(outputs, wanted) {
        let difference = try want.difference(from: output.detach(), tolerance: tolerance)
        #expect(difference == nil, "\(what)")
      }
      var total: Tensor?
      for (output, gradient) in zip(outputs, golden["grad_out"].items) {
        let part = try (output * gradient.tensor()).sum()
        if let sum = total { total = try sum + part } else { total = part }
      }
      try total?.backward()
      for (key, value) in golden["grads"].json as? [String: Any] ?? [:] {
        let gradient = try #require(inputs[key]?.grad)
        let difference = try Golden(value).difference(from: gradient, tolerance: tolerance)
        #expect(difference == nil, "gradient of \(key) in \(what)")
      }
      for (key, value) in golden["param_grads"].json as? [String: Any] ?? [:] {
        let gradient = try #require(module.namedParameters().first { $0.name == key }?.value.grad)
        let difference = try Golden(value).difference(from: gradient, tolerance: tolerance)
        #expect(difference == nil, "gradient of \(key) in \(what)")
      }
      for (key, value) in golden["buffers_after"].json as? [String: Any] ?? [:] {
        let buffer = try #require(module.namedBuffers().first { $0.name == key }?.value)
        let difference = try Golden(value).difference(from: buffer, tolerance: tolerance)
        #expect(difference == nil, "\(key) after \(what)")
      }
    }

    /// Runs one of the few forms of code that the records have, and flattens its results.
    private func run(_ code: String, _ module: Module, _ inputs: [String: Tensor]) throws -> [Tensor] {
      func input(_ name: String) throws -> OpValue { .tensor(try #require(inputs[name])) }
      let call: ModuleCall
      if code.hasPrefix("m(x)\nm(x * 2 + 1)\nm.eval()") {
        let x = try #require(inputs["x"])
        _ = try module.call(ModuleCall([.tensor(x)]))
        _ = try module.call(ModuleCall([.tensor(try x * 2 + 1)]))
        module.eval()
        call = ModuleCall([.tensor(x)])
      } else if code.contains("m(x, (h, c))") {
        call = ModuleCall([try input("x"), .tuple([try input("h"), try input("c")])])
      } else if code.contains("m(x, h)") {
        call = ModuleCall([try input("x"), try input("h")])
      } else if code.contains("m(x, x, x)") {
        call = ModuleCall([try input("x"), try input("x"), try input("x")])
      } else {
        call = ModuleCall([try input("x")])
      }
      return flat(try module.call(call))
    }

    private func flat(_ value: OpValue) -> [Tensor] {
      if case .tensor(let tensor) = value { return [tensor] }
      return value.items?.flatMap(flat) ?? []
    }
  }
}
