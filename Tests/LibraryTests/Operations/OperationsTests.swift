import Foundation
import Goldens
import Interpreter
import Library
import Testing

/// Every operation, layer and loss that the library has: results, gradients and second gradients as PyTorch 2.15 gives them in float64,
/// gradients as central differences give them, and the same for strided inputs and in float32.
///
/// The cases stand in `Cases`, `driver.py` runs them, `exemptions.py` names what has none and why. After a change of the cases
///
///     python3 Tests/Tools/record_operations.py [FILE …]
///
/// records their goldens, run with a Python that has PyTorch.
@Suite(.serialized) struct OperationsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let goldens = Golden.folder.deletingLastPathComponent().appendingPathComponent("Operations")

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("Cases").path)) ?? []
    return names.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }.sorted()
  }()

  @Test(arguments: files)
  func resultsAndGradientsAreThoseOfPyTorch(file: String) throws {
    let found = try problems(
      """
      for case in CASES:
          golden = goldens.get(case.id)
          if golden is None or golden['in'] != inputs_of(case):
              problems.append(f'{case.id}: not recorded; run Tests/Tools/record_operations.py')
              continue
          if f'{FILE}: {case.id}' in KNOWN:
              continue
          first = True
          for variant in case.variants():
              if variant[0] in golden['homes']:
                  try:
                      text = problem(case, variant, golden, first)
                  except Exception as error:
                      text = f'raised {type(error).__name__}: {error}'
                  first = False
                  if text:
                      problems.append(f'{case.id} as {variant[0]}: {text}')
      """, files: [file])
    for text in found { Issue.record("\(text)") }
  }

  @Test func everyOperationHasACase() throws {
    let found = try problems(
      """
      everything = operations()
      for name in everything:
          if name not in covered and name not in EXEMPT:
              problems.append(f'{name} has no case')
          if name in covered and name in EXEMPT:
              problems.append(f'{name} has a case and is exempt')
      for name in EXEMPT:
          if name not in everything:
              problems.append(f'{name} is exempt and does not exist')
      print(f'{len(everything)} names, {len(covered)} with cases, {len(EXEMPT)} exempt')
      """, files: Self.files)
    for text in found { Issue.record("\(text)") }
  }

  /// What a script finds, given the driver, the exemptions, files of cases and their goldens.
  private func problems(_ script: String, files: [String]) throws -> [String] {
    var program = try text(Self.folder.appendingPathComponent("driver.py"))
    program += try text(Self.folder.appendingPathComponent("exemptions.py"))
    program += "import json\nproblems = []\ncovered = set()\n"
    for file in files {
      program += try text(Self.folder.appendingPathComponent("Cases/\(file).py"))
      let golden = Self.goldens.appendingPathComponent("\(file).json").path
      program += """

        FILE = '\(file)'
        with open('\(golden)') as stored:
            goldens = json.load(stored)
        covered |= {name for golden in goldens.values() for name in golden['homes']}

        """
    }
    let interpreter = Interpreter()
    Library.install(into: interpreter, prelude: false)
    return try withDefaultGenerator {
      interpreter.run { () -> [String] in
        do throws(Raised) {
          _ = try interpreter.execute(program + script, name: "operations", mode: .file)
        } catch { return [interpreter.traceback(error)] }
        guard case .object(let object)? = interpreter.globals.get("problems"), let list = object as? ListObject else {
          return []
        }
        return list.elements.compactMap(\.stringValue)
      }
    }
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
