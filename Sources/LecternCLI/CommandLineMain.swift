import ArgumentParser
import CKernels
import Glibc

/// The program as the executable calls it.
package enum CommandLineMain {
  /// Runs the command that the arguments name; the result is the exit status: 0 done, 1 differs or the script raised, 2 could not run.
  package static func run(_ arguments: [String]) -> Int32 {
    defer { TerminalOutput.flush() }
    lk_prepare_memory()
    // A file that may not grow is an error to report, not the end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let plain = ReplayRun(plain: arguments) {
        try plain.run()
      } else {
        var command = try LecternCommand.parseAsRoot(arguments)
        try command.run()
      }
      return 0
    } catch let status as ExitStatus {
      return status.code
    } catch {
      let isMistake = LecternCommand.exitCode(for: error) != .success
      let text = LecternCommand.fullMessage(for: error)
      if isMistake { TerminalOutput.error(text + "\n") } else { TerminalOutput.write(text + "\n") }
      return isMistake ? ExitStatus.couldNotRun.code : 0
    }
  }
}

/// Ends a command with a status other than 0.
struct ExitStatus: Error, Equatable {
  let code: Int32

  /// An output differs, or the script raised.
  static let failed = ExitStatus(code: 1)
  /// The work could not be begun: a file is missing, an option is wrong.
  static let couldNotRun = ExitStatus(code: 2)
  /// Ctrl-C.
  static let interrupted = ExitStatus(code: 130)
}

/// `lectern`: without a subcommand it runs a file, code or the prompt.
struct LecternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Replays deep-learning lectures: a prompt, scripts and notebooks, and a checker of recorded outputs.",
    usage: """
      lectern [OPTIONS] FILE [ARGUMENTS ...]
      lectern -c CODE [ARGUMENTS ...]
      lectern
      lectern <subcommand>
      """,
    discussion: """
      Without arguments, lectern is a prompt. With a file, it replays it; what follows the file is the script's own. \
      'lectern help replay' lists the options for running code, files and the prompt.

      EXAMPLES:
        lectern                                    the prompt
        lectern --resume                           the prompt, with the cells of the last session
        lectern -c 'torch.rand(2, 3).shape'        a line of code
        lectern notebooks/10-2-mnist-cnn.py        a notebook from its first cell to its last
        lectern check notebooks                    do all recorded outputs still come out?
        lectern convert lecture.ipynb lecture.py   from Jupyter to a plain script

      AT THE PROMPT:
        Tab              completes; after an open parenthesis it shows the signature
        NAME? NAME??     what is known of a name; its source
        Ctrl-C           gives up what is typed; in a cell that runs: pauses it
        Ctrl-R           searches the history; Ctrl-X Ctrl-E edits the cell in $EDITOR
        %help            lists the directives

      ENVIRONMENT:
        LECTERN_DATA         a folder in which data sets are looked up
        XDG_STATE_HOME       where history and journals are kept, in 'lectern'; else ~/.local/state
        VISUAL, EDITOR       the editor of %edit and Ctrl-X Ctrl-E
        EDITRC, ~/.editrc    key bindings, for the program name 'lectern'
        NO_COLOR             no colours; nor are there any on a dumb terminal or in a pipe

      EXIT STATUS:
        0 done, 1 an output differs or the script raised, 2 could not run, 130 stopped by Ctrl-C.

      SHELL COMPLETION:
        lectern --generate-completion-script bash > ~/.local/share/bash-completion/completions/lectern
        lectern --generate-completion-script zsh > a file named _lectern in a folder of $fpath
        lectern --generate-completion-script fish > ~/.config/fish/completions/lectern.fish
      """,
    version: "0.1.0",
    subcommands: subcommands,
    defaultSubcommand: ReplayCommand.self)

  /// One for each command of `Commands/`.
  private static let subcommands: [any ParsableCommand.Type] = [
    ReplayCommand.self, CheckCommand.self, ConvertCommand.self, InspectCommand.self,
  ]
  /// Words that are no file when they come first.
  static var commandNames: [String] { subcommands.map { $0.configuration.commandName ?? "" } + ["help"] }
}
