import Goldens
import NN
import Testing

extension NNSuite {
  @Suite struct ModuleTextTests {
    /// Layers that there are not yet.
    private static let missing = [
      "Unpool", "LPPool",
    ]

    @Test func textsAreThoseOfPyTorch() throws {
      try withDefaultGenerator {
        var compared = 0
        for golden in try Golden.cases("module_repr") {
          let code = golden["code"].text
          guard code.hasPrefix("nn."), !Self.missing.contains(where: code.contains) else { continue }
          guard let module = try? ModuleBuilder.module(code) else {
            Issue.record("cannot make \(code)")
            continue
          }
          compared += 1
          #expect(module.description == golden["text"].text, "\(code)")
        }
        #expect(compared > 130)
      }
    }
  }
}
