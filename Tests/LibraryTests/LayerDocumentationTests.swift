import Interpreter
import Library
import Testing

@Suite struct LayerDocumentationTests {
  @Test func everyExampleRuns() {
    let interpreter = Interpreter()
    Library.install(into: interpreter)
    var failures: [String] = []
    interpreter.run {
      for (name, entry) in LayerDocumentation.entries {
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
