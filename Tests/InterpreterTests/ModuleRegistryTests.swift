import Foundation
import Interpreter
import Testing

@Suite struct ModuleRegistryTests {
  @Test func everyRegisteredModuleImports() {
    let interpreter = Interpreter()
    interpreter.run {
      for name in interpreter.importableModuleNames {
        do throws(Raised) {
          _ = try interpreter.importModule(name)
        } catch {
          Issue.record("\(name): \(interpreter.traceback(error))")
        }
      }
    }
  }

  /// Each file of `Modules/Written` opens with the module's name in backquotes.
  @Test func everyWrittenModuleIsRegistered() throws {
    let folder = ScriptChunk.folder.appendingPathComponent("../../Sources/Interpreter/Modules/Written")
    let names = Set(Interpreter().importableModuleNames)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file != "WrittenModules.swift" {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let parts = text.components(separatedBy: "`")
      #expect(parts.count > 1 && names.contains(parts[1]), "\(file)")
    }
  }
}
