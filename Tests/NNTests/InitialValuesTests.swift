import Foundation
import Goldens
import NN
import Tensors
import Testing

extension NNSuite {
  @Suite struct InitialValuesTests {
    @Test func freshModulesDrawWhatPyTorchDraws() throws {
      try withDefaultGenerator {
        var compared = 0
        for golden in try Golden.cases("init_modules") {
          let code = golden["code"].text
          Generator.standard.manualSeed(UInt64(golden["seed"].int))
          guard let module = try? ModuleBuilder.module(code) else { continue }
          compared += 1
          let state = module.stateDict()
          let wanted = golden["state"].items
          #expect(state.map(\.name) == wanted.map { $0.items[0].text }, "\(code)")
          for (entry, want) in zip(state, wanted) {
            let difference = try want.items[1].difference(from: entry.value)
            #expect(difference == nil, "\(code) \(entry.name)")
          }
          let after = try Tensor.zeros([2])
          try Initialisers.uniform(after)
          let difference = try golden["rand_after"].difference(from: after)
          #expect(difference == nil, "numbers drawn after \(code)")
        }
        #expect(compared == 70)
      }
    }

    @Test func initialisersDrawWhatPyTorchDraws() throws {
      try withDefaultGenerator {
        for golden in try Golden.cases("init") where golden["out"].exists {
          // The conditional in the recorded code is decided here.
          let shape = Shape(golden["shape"].ints)
          var code = golden["code"].text
          if let range = code.range(of: " if w.dim() == 2 else ") {
            code = shape.count == 2 ? String(code[..<range.lowerBound]) : "nn.init.zeros_(w)"
          }
          code = code.replacingOccurrences(of: "math.sqrt(5)", with: "2.23606797749979")
          guard case .call(let name, let items, let named)? = CallText(code),
            let entry = InitialiserRegistry.entry(String(name.split(separator: ".").last ?? ""))
          else {
            Issue.record("cannot read \(code)")
            continue
          }
          Generator.standard.manualSeed(UInt64(golden["seed"].int))
          let weight = try Tensor.zeros(shape)
          var values: [OpValue?] = [.tensor(weight)] + (try items.dropFirst().map(argument))
          for (name, value) in named {
            guard let slot = entry.signature.slot(of: name) else { continue }
            while values.count <= slot { values.append(nil) }
            values[slot] = try argument(value)
          }
          _ = try entry.call(values)
          let tolerance = code.contains("orthogonal") ? 1e-5 : 0
          let difference = try golden["out"].difference(from: weight, tolerance: tolerance)
          #expect(difference == nil, "\(code) \(shape)")
        }
      }
    }

    private func argument(_ text: CallText) throws -> OpValue {
      switch text {
      case .value(let value): return value
      case .call(let name, let items, _) where name.hasSuffix("calculate_gain"):
        guard case .value(.string(let name))? = items.first else { throw ModuleBuilder.Unreadable() }
        return .float(try Initialisers.gain(name))
      default: throw ModuleBuilder.Unreadable()
      }
    }
  }
}
