import ArgumentParser
import Glibc
import LineEditing
import Notebooks
import Sessions

/// `lectern check PATH…`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Replays notebooks and compares each cell's output with the recorded one.",
    discussion: """
      Text and whole numbers must be equal, decimals within the cell's or file's rtol and atol. In recorded text '...' stands for \
      anything, [TIME] for a time, [ADDR] for an address. A cell without recorded output only has to run.

      EXAMPLES:
        lectern check notebooks
        lectern check --jobs 4 --junit report.xml notebooks
        lectern check --update --review notebooks/10-1-convolution.py
      """)

  @Argument(
    help: ArgumentHelp(
      "Notebooks, folders that are searched for them, and patterns in quotes ('**/*.ipynb').", valueName: "path"))
  var paths: [String]

  @Flag(help: "Rewrite the recorded outputs that differ; what still agrees stays as it is.")
  var update = false

  @Flag(help: "With --update: ask before each cell.")
  var review = false

  @Flag(help: "With --update: write even where the environment variable CI is set.")
  var force = false

  @Option(name: .customShort("k"), help: ArgumentHelp("Check only notebooks whose path contains this.", valueName: "text"))
  var filter: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Check so many notebooks at a time.", valueName: "n"))
  var jobs = 1

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Give a variable this value in place of the notebook's own.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("Stop a notebook after this many seconds.", valueName: "seconds"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Stop a cell after this many seconds.", valueName: "seconds"))
  var cellTimeout: Double?

  @Flag(name: .customLong("no-synthetic"), help: "Refuse to use synthetic digits where MNIST is missing.")
  var refusesSynthetic = false

  @Option(help: ArgumentHelp("Write a JUnit report to this file.", valueName: "file"))
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Write the notebooks with their outputs and differences as a page to this .html file.", valueName: "page"))
  var save: String?

  @Flag(help: "Print the report as JSON.")
  var json = false

  @Flag(help: .hidden)
  var section = false

  @Flag(help: .hidden)
  var worker = false

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs wants a number of at least 1.") }
    if let save, !ReportPage.isPage(save) { throw ValidationError("--save wants a file that ends in .html.") }
    for limit in [timeout, cellTimeout] {
      if let limit, !(limit > 0) { throw ValidationError("A time limit must be more than 0 seconds.") }
    }
    var probe = Parameters()
    for definition in parameters where !probe.add(definition) {
      throw ValidationError("--set wants NAME=VALUE, not '\(definition)'.")
    }
  }

  func run() throws {
    if worker { return runWorker() }
    let found = NotebookPaths.notebooks(in: paths)
    let files = found.files.filter { path in filter.map { path.contains($0) } ?? true }
    for problem in found.problems { TerminalOutput.complain(problem) }
    if files.isEmpty && found.problems.isEmpty { TerminalOutput.complain("no notebook matches") }
    var reports = checkAll(files)
    if let save { try savePage(of: reports, to: save) }
    for index in reports.indices { reports[index].section = nil }
    if json { TerminalOutput.write(JSONValue.array(reports.map(\.json)).text(indent: 1) + "\n") }
    if getenv("GITHUB_ACTIONS") != nil { TerminalOutput.write(GitHubAnnotations.text(reports)) }
    if let junit {
      do throws(NotebookError) {
        try NotebookFile.writeText(JUnitReport.text(reports), to: junit)
      } catch {
        TerminalOutput.complain(error.description)
        throw ExitStatus.couldNotRun
      }
    }
    let worst = reports.map(\.status).max() ?? 2
    if worst == 2 || !found.problems.isEmpty { throw ExitStatus.couldNotRun }
    if worst == 1 { throw ExitStatus.failed }
  }

  // MARK: The parent

  /// Checks all files, several at a time, and tells of each as its turn comes.
  private func checkAll(_ files: [String]) -> [NotebookReport] {
    var waiting = files.enumerated().makeIterator()
    var running: [(place: Int, process: CheckProcess)] = []
    var reports: [Int: NotebookReport] = [:]
    var told = 0
    SignalPipe.catchInterrupts(nil)
    while true {
      while running.count < (review ? 1 : jobs), let (place, file) = waiting.next() {
        if let process = CheckProcess(file: file, options: workerOptions) {
          running.append((place, process))
        } else {
          reports[place] = NotebookReport(file: file, problem: "\(file): no process could be started")
        }
      }
      while let report = reports[told] {
        tell(report)
        told += 1
      }
      guard !running.isEmpty else { return files.indices.compactMap { reports[$0] } }
      var polled = running.map { pollfd(fd: $0.process.pipeEnd, events: Int16(POLLIN), revents: 0) }
      // Ctrl-C reaches the workers as well; they stop and report.
      _ = poll(&polled, nfds_t(polled.count), -1)
      for index in running.indices.reversed() where polled[index].revents != 0 {
        guard running[index].process.receive() else { continue }
        reports[running[index].place] = running[index].process.finish()
        running.remove(at: index)
      }
    }
  }

  private func tell(_ report: NotebookReport) {
    guard !json else { return }
    TerminalOutput.write(CheckText.summary(report) + "\n")
    var isWritten = false
    if case .written = report.update { isWritten = true }
    for verdict in report.failures where !(isWritten && verdict.kind.canBeUpdated) {
      TerminalOutput.write(CheckText.heading(verdict, file: report.file) + verdict.details)
    }
    TerminalOutput.flush()
  }

  private var workerOptions: [String] {
    var options: [String] = []
    for definition in parameters { options += ["--set", definition] }
    if let timeout { options += ["--timeout", String(timeout)] }
    if let cellTimeout { options += ["--cell-timeout", String(cellTimeout)] }
    if refusesSynthetic { options.append("--no-synthetic") }
    if update { options.append("--update") }
    if review { options.append("--review") }
    if force { options.append("--force") }
    if save != nil { options.append("--section") }
    return options
  }

  /// Writes the page of a check.
  private func savePage(of reports: [NotebookReport], to page: String) throws {
    let failed = reports.filter { $0.status != 0 }.count
    let summary = failed == 0 ? "all \(reports.count) agree with their records" : "\(failed) of \(reports.count) do not agree"
    let sections = reports.map { $0.section ?? ReportPage.section(ofProblem: $0.problem ?? "", heading: $0.file) }
    let text = ReportPage.page(title: "lectern check", summary: "Notebooks: \(summary)", sections: sections)
    do throws(NotebookError) {
      try NotebookFile.writeText(text, to: page)
    } catch {
      TerminalOutput.complain(error.description)
      throw ExitStatus.couldNotRun
    }
  }

  // MARK: The worker

  /// Whether the environment says that this is no person's machine.
  private static var isContinuousIntegration: Bool {
    guard let value = getenv("CI").map({ String(cString: $0) }) else { return false }
    return !["", "0", "false"].contains(value.lowercased())
  }

  private func runWorker() {
    var options = CheckWorker.Options()
    for definition in parameters { _ = options.replay.parameters.add(definition) }
    options.replay.secondsLimit = timeout
    options.replay.cellSecondsLimit = cellTimeout
    options.makesSection = section
    options.updates = update
    options.reviews = review
    options.allowsSyntheticData = !refusesSynthetic
    var report: NotebookReport
    if update, !force, Self.isContinuousIntegration {
      options.updates = false
      report = CheckWorker(file: paths[0], options: options).run()
      if !report.failures.isEmpty { report.update = .refused("CI is set; --force writes all the same") }
    } else {
      report = CheckWorker(file: paths[0], options: options).run()
    }
    var bytes = Array(report.json.text().utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(CheckProcess.reportDescriptor, $0.baseAddress, $0.count) }
      if count <= 0 && errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}
