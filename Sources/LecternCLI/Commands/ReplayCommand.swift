import ArgumentParser

/// `lectern replay FILE`, `lectern FILE`, `lectern -c CODE`, `lectern`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Runs a script or notebook (.py, .ipynb, .md) from its first cell to its last.",
    usage: """
      lectern [replay] [OPTIONS] FILE [ARGUMENTS ...]
      lectern -c CODE [ARGUMENTS ...]
      lectern
      """,
    discussion: """
      Notebooks, which are scripts with '# %%' cells among others, echo each cell's last expression; a plain script does not. \
      Lectern's own options stand before FILE; what follows FILE is the script's sys.argv.

      On a terminal a line shows how far loops over data loaders and ranges have come, after their first second. Ctrl-C ends the \
      run with KeyboardInterrupt and status 130; at the prompt it pauses the cell instead.

      EXAMPLES:
        lectern notebooks/10-2-mnist-cnn.py
        lectern --set training_epochs=3 --save run.ipynb notebooks/10-2-mnist-cnn.py
        lectern --cell-timeout 60 --allow-errors exercise.md
        lectern train.py --lr 0.1                  '--lr 0.1' is for the script
        echo '6 * 7' | lectern                     a prompt without a person
      """)

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this code and echo its last expression.", valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      "Write the executed notebook to this file, in the format of its extension; .html gives a page to read.", valueName: "out")
  )
  var save: String?

  @Flag(help: "Go on after a cell that failed.")
  var allowErrors = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Give a variable this value in place of the notebook's own.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("Stop after this many seconds.", valueName: "seconds"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Stop a cell after this many seconds.", valueName: "seconds"))
  var cellTimeout: Double?

  @Flag(name: .customLong("no-synthetic"), help: "Refuse to use synthetic digits where MNIST is missing.")
  var refusesSynthetic = false

  @Flag(help: "At the prompt: show the last session's cells, and run them again on request.")
  var resume = false

  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("The file, and the arguments that the script sees.", valueName: "file"))
  var fileAndArguments: [String] = []

  func validate() throws {
    for limit in [timeout, cellTimeout] {
      if let limit, !(limit > 0) { throw ValidationError("A time limit must be more than 0 seconds.") }
    }
  }

  func run() throws {
    // Everything from the first unknown word on is captured, so that options that are none arrive here.
    if let first = fileAndArguments.first, first.hasPrefix("-"), first != "--", code == nil {
      if first == "-h" || first == "--help" { throw CleanExit.helpRequest(self) }
      throw ValidationError("Unknown option '\(first)'.")
    }
    var run = ReplayRun()
    run.code = code
    run.fileAndArguments = fileAndArguments
    run.save = save
    run.allowErrors = allowErrors
    run.parameters = parameters
    run.timeout = timeout
    run.cellTimeout = cellTimeout
    run.refusesSynthetic = refusesSynthetic
    run.resume = resume
    try run.run()
  }
}
