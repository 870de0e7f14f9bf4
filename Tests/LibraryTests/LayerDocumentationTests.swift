import Interpreter
import Library
import NN
import Testing

@Suite struct LayerDocumentationTests {
  @Test func everyLayerIsDocumented() {
    let missing = LayerRegistry.entries.map(\.name).filter { $0 != "Module" && LayerDocumentation.all[$0] == nil }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func everyExampleRuns() {
    let interpreter = Interpreter()
    Library.install(into: interpreter)
    var failures: [String] = []
    interpreter.run {
      for (name, entry) in LayerDocumentation.all {
        do throws(Raised) {
          _ = try interpreter.execute(entry.example, name: name, mode: .cell)
          if !entry.example.contains("nn.\(name)(") { failures.append("\(name): the example is of something else") }
        } catch {
          failures.append("\(name): \(error.message)")
        }
      }
    }
    #expect(failures.isEmpty, "\(failures)")
  }
}
