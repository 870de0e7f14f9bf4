import ArgumentParser
import Notebooks
import Sessions

/// `lectern check PATH…`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Replays notebooks and compares with their recorded outputs.")

  @Argument(help: "Notebooks, or folders of them.")
  var paths: [String]

  func run() throws {
    TerminalOutput.complain("check is not built yet")
    throw ExitStatus.couldNotRun
  }
}
