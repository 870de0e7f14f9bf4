import Notebooks
import Sessions
import Testing

/// What cells do to a session, without a terminal.
@Suite struct SessionTests {
  func outputs(_ cells: String...) -> [Output] {
    let session = Session()
    return cells.map { session.run($0).outputs }.last ?? []
  }

  @Test func printsAndEchoAreOutputsInOrder() {
    #expect(outputs("print('a'); print('b')\n1 + 1") == [.stream(.standardOutput, "a\nb\n"), .result("2")])
    #expect(outputs("1;") == [])
    #expect(outputs("None") == [])
    #expect(outputs("x = 1") == [])
  }

  @Test func earlierResultsHaveNames() {
    #expect(outputs("40", "2", "_ + __") == [.result("42")])
    #expect(outputs("40", "x = 1", "_1 + Out[1]") == [.result("80")])
    #expect(outputs("40", "_ = 3", "_") == [.result("3")])
  }

  @Test func errorsAreOutputsAndTheSessionGoesOn() throws {
    let session = Session()
    let result = session.run("x = 5\nprint(x)\n1/0")
    #expect(result.ending == .raised)
    #expect(result.error?.errorLine == "ZeroDivisionError: division by zero")
    guard case .error(_, _, let traceback)? = result.error else { throw Missing() }
    #expect(traceback.contains("  File \"Cell [1]\", line 3, in <module>"))
    #expect(session.run("x").outputs == [.result("5")])
  }

  struct Missing: Error {}

  @Test func syntaxErrorsAreTheCellsOwn() {
    let session = Session()
    #expect(session.run("x = = 1").error?.errorLine == "SyntaxError: invalid syntax")
    #expect(session.run("1").outputs == [.result("1")])
  }

  @Test func timeLimitsStopEndlessCells() {
    let session = Session()
    var options = Session.CellOptions()
    options.secondsLimit = 0.2
    #expect(session.run("n = 0\nwhile True: n += 1", options).ending == .timedOut)
    #expect(session.run("n > 0").outputs == [.result("True")])
  }

  @Test func longContainersAreLaidOutAsIPythonDoes() {
    let text = "{'name': [" + (0..<30).map { "          \($0 * 1000)" }.joined(separator: ",\n").dropFirst(10) + "],\n 'b': 1}"
    #expect(outputs("{'name': [i * 1000 for i in range(30)], 'b': 1}") == [.result(text)])
  }

  // MARK: Directives

  @Test func directivesRunAmongStatements() {
    #expect(outputs("x = 2\n%matplotlib inline\nx") == [.result("2")])
    #expect(outputs("b = 1; a = 2", "%who") == [.stream(.standardOutput, "a\t b\n")])
    #expect(outputs("x = 1", "%reset", "%who") == [.stream(.standardOutput, "Interactive namespace is empty.\n")])
    #expect(outputs("x = 1", "y = 2", "%history -n 1-2") == [.stream(.standardOutput, "1: x = 1\n2: y = 2\n")])
  }

  @Test func unknownDirectivesAreNamed() {
    let line = Session().run("%nonsense 1").error?.errorLine ?? ""
    #expect(line.hasPrefix("NameError: there is no directive %nonsense; known: "))
  }

  @Test func aPercentSignInsideAnExpressionIsNoDirective() {
    #expect(outputs("x = (7\n% 4)\nx") == [.result("3")])
    #expect(outputs("'''\n%who\n'''") == [.result("'\\n%who\\n'")])
  }

  @Test func timeGivesTheValueOn() {
    let found = outputs("%time 6 * 7")
    #expect(found.last == .result("42"))
    #expect(found.shownText.contains("Wall time: "))
  }

  @Test func directivesForJupyterArePassedOverOnce() {
    var options = Session.Options()
    options.skipsForeignDirectives = true
    let session = Session(options)
    let warning = Output.stream(
      .standardError, "Warning: %nonsense is not run here\nWarning: shell commands (!) are not run here\n")
    #expect(session.run("%nonsense 1\n!pip install x\n%nonsense\n2").outputs == [warning, .result("2")])
  }

  @Test func shellCommandsAreForThePromptOnly() {
    #expect(Session().run("!ls").error?.errorLine?.contains("only at the interactive prompt") == true)
  }

  @Test func completionLooksUpAndRunsNothing() {
    let session = Session()
    _ = session.run(
      "class A:\n  attr = 1\n  @property\n  def prop(self): print('ran')\nthing = A()\nd = {'key': 1}\ndef func(first, second): pass"
    )
    let completer = Completer(session)
    #expect(completer.complete("thi").candidates == ["thing"])
    #expect(completer.complete("x = thing.").candidates == ["attr", "prop"])
    #expect(completer.complete("thing.prop.").candidates == [])
    #expect(completer.complete("d['").candidates == ["key"])
    #expect(completer.complete("func(firs").candidates == ["first="])
    #expect(completer.complete("func(").hint == "func(first, second)")
    #expect(completer.complete("%whos").candidates == ["whos"])
    #expect(completer.complete("from math import sq").candidates == ["sqrt"])
  }

  // MARK: Replay

  @Test func replayStopsAtAFailureUnlessAllowed() {
    let cells = ["1", "1/0", "2"].map { Cell(source: $0) }
    let notebook = Notebook(cells: cells)
    let stopped = Replay(notebook, file: "n.py").run(in: Session())
    #expect(stopped.notebook.cells.map(\.outputs.count) == [1, 1, 0])
    #expect(stopped.failures == [1])
    var options = Replay.Options()
    options.allowsErrors = true
    let whole = Replay(notebook, file: "n.py", options: options).run(in: Session())
    #expect(whole.notebook.cells[2].outputs == [.result("2")])
  }

  @Test func expectedErrorsAreNoFailures() {
    var cell = Cell(source: "1/0")
    cell.metadata["raises"] = .string("ZeroDivisionError")
    let outcome = Replay(Notebook(cells: [cell, Cell(source: "2")]), file: "n.py").run(in: Session())
    #expect(outcome.failures.isEmpty)
    #expect(outcome.notebook.cells[1].outputs == [.result("2")])
  }

  @Test func carriageReturnsAreAppliedBeforeRecording() {
    let notebook = Notebook(cells: [Cell(source: "print('10%\\r100%\\nab\\bc')")])
    let outcome = Replay(notebook, file: "n.py").run(in: Session())
    #expect(outcome.notebook.cells[0].outputs == [.stream(.standardOutput, "100%\nac\n")])
  }
}
