import Goldens
import NN
import Tensors
import Testing

extension NNSuite {
  @Suite struct ErrorTests {
    @Test func messagesAreThoseOfPyTorch() throws {
      try withDefaultGenerator {
        var compared = 0
        for golden in try Golden.cases("errors") {
          let (id, code) = (golden["id"].text, golden["code"].text)
          guard code.hasPrefix("nn."), golden["message"].exists, let call = CallText(code) else { continue }
          do {
            _ = try ModuleBuilder.value(call)
            Issue.record("\(code) is accepted")
          } catch is ModuleBuilder.Unreadable {
            continue
          } catch let error as TensorError {
            // Layers whose function is still to come.
            if error.message.hasSuffix("is not available") { continue }
            compared += 1
            #expect(error.message == golden["message"].text, "\(id)")
            let isKind = error.kind.rawValue == golden["type"].text
            #expect(isKind, "\(id): \(error.kind.rawValue) instead of \(golden["type"].text)")
          }
        }
        #expect(compared > 20)
      }
    }
  }
}
