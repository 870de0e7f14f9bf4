import Foundation
import Testing

/// The project's own notebooks and the lectures, replayed by the program from end to end.
@Suite struct NotebookTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let lectures = root + "/../shared/lectures"
  static let realDigits = root + "/../shared/MNIST_data"

  /// Real MNIST where it lies beside the project, else what the notebook's own download brings: MNIST or the synthetic digits.
  static var dataEnvironment: [String: String] {
    FileManager.default.fileExists(atPath: realDigits) ? ["LECTERN_DATA": realDigits] : [:]
  }

  @Test(arguments: ["10-1-convolution", "07-convolutional-networks", "conv2d"])
  func notebookPrintsWhatPyTorchPrinted(name: String) throws {
    let run = try ProgramRun(["check", Self.root + "/notebooks/\(name).py"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func digitsAreLearnedInOneEpoch() throws {
    let run = try ProgramRun(
      ["check", Self.root + "/notebooks/10-2-mnist-cnn.py"], folder: try CommandTests.temporaryFolder(),
      environment: Self.dataEnvironment)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  /// The findings of `lectern check --json` about a lecture post: numbers of the cells by what was found.
  static func findings(_ post: String, _ options: [String] = []) throws -> [String: [Int]] {
    let run = try ProgramRun(
      ["check", "--json"] + options + [lectures + "/" + post], folder: try CommandTests.temporaryFolder(),
      environment: dataEnvironment)
    let reports = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    var findings: [String: [Int]] = [:]
    for cell in reports?.first?["cells"] as? [[String: Any]] ?? [] {
      if let verdict = cell["verdict"] as? String, let number = cell["cell"] as? Int {
        findings[verdict, default: []].append(number)
      }
    }
    return findings
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: lectures), "../shared/lectures is not there"))
  func lecturePostsAgreeWithTheirRecords() throws {
    // Two blocks only quote a signature; they fail in Python as well.
    let convolution = try Self.findings("10-1-convolution-post.md")
    #expect(convolution["raised"] == [2, 11])
    #expect(convolution["differs"] == nil)
    #expect(convolution["passed"]?.count == 5)
    // One block quotes a signature, one a part of the documentation; the weights printed were drawn without a seed.
    let functions = try Self.findings("conv2d-functions-post.md")
    #expect(functions["differs"] == [16])
    #expect(Set(functions["raised"] ?? []).isSuperset(of: [2, 4]))
    // Cut short: the training's log and the accuracy it reaches differ, all else runs.
    let training = try Self.findings("10-2-mnist-cnn-post.md", ["--set", "training_epochs=0"])
    #expect(training["raised"] == nil)
    #expect(training["differs"] == [8, 10])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: lectures), "../shared/lectures is not there"))
  func convolutionPostReplays() throws {
    let run = try ProgramRun(["replay", "--allow-errors", Self.lectures + "/10-1-convolution-post.md"])
    let expected = """
      Conv2d(1, 1, kernel_size=(11, 11), stride=(4, 4))
      torch.Size([1, 1, 227, 227])
      torch.Size([1, 1, 55, 55])
      torch.Size([1, 5, 24, 24])
      torch.Size([1, 5, 12, 12])

      """
    #expect(run.output == expected)
    // The two blocks that only quote a signature name variables that no block defines, in Python as here.
    #expect(run.errors.components(separatedBy: "NameError: ").count == 3)
  }
}
