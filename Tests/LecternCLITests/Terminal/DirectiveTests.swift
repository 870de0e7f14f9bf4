import Foundation
import Testing

/// What the prompt's directives do at a terminal.
@Suite(.serialized) struct DirectiveTests {
  @Test func debugLooksIntoTheFramesOfTheLastError() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("def inner(a): return a[3]\n\ndef outer(b):\nfactor = 10\nreturn inner(b)\n\n")
    try terminal.wait(for: "In [3]:")
    terminal.type("outer([1, 2])\n")
    try terminal.wait(for: "IndexError: list index out of range")
    terminal.type("%debug\n")
    try terminal.wait(for: "debug:")
    #expect(terminal.screen.text.contains("IndexError: list index out of range\nCell [1], line 1, in inner"))
    terminal.type("a, len(a)\n")
    try terminal.wait(for: "([1, 2], 2)")
    terminal.type("u\n")
    try terminal.wait(for: "Cell [2], line 3, in outer")
    terminal.type("factor * b[1]\n")
    try terminal.wait(for: "20\ndebug:")
    terminal.type("%locals\n")
    try terminal.wait(for: "factor = 10")
    terminal.type("u\nu\nd\nq\n")
    try terminal.wait(for: "This is the outermost frame.")
    try terminal.wait(for: "In [5]:")
  }

  @Test func debugWithoutAnErrorSaysSo() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("%debug\n")
    try terminal.wait(for: "There was no error.")
    let run = try ProgramRun([], input: "def f(): 1/0\n\nf()\n%debug\n")
    #expect(
      run.output.hasSuffix("ZeroDivisionError: division by zero\n  Cell [2], line 1, in <module>\n  Cell [1], line 1, in f\n"))
  }

  @Test func editPutsTheEditorsTextAtThePrompt() throws {
    let script = NSTemporaryDirectory() + "lectern-edit-\(UUID().uuidString).sh"
    try "#!/bin/sh\nsed -i s/1/41/ \"$1\"\n".write(toFile: script, atomically: true, encoding: .utf8)
    chmod(script, 0o755)
    let terminal = try PseudoTerminal.session(environment: ["EDITOR": script])
    try terminal.run("x = 1\n", until: 2)
    terminal.type("%edit\n")
    try terminal.wait(for: "In [3]: x = 41")
    terminal.type("\nx\n")
    try terminal.wait(for: "Out[4]: 41")
    terminal.type("x + 1" + Keys.controlX + Keys.controlE)
    try terminal.wait(for: "In [5]: x + 41")
    terminal.type("\n")
    try terminal.wait(for: "Out[5]: 82")
  }

  @Test func anEditorThatFailsIsAnError() throws {
    let terminal = try PseudoTerminal.session(environment: ["EDITOR": "false"])
    terminal.type("x = 1\n%edit\n")
    try terminal.wait(for: "RuntimeError: the editor gave nothing back")
    try terminal.wait(for: "In [3]:")
  }

  @Test func loadPutsAFileAtThePrompt() throws {
    let file = NSTemporaryDirectory() + "lectern-\(UUID().uuidString).py"
    try "def f(x):\n    return x + 1\n".write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal.session(width: 140)
    terminal.type("%load \(file)\n")
    try terminal.wait(for: "In [2]: def f(x):\n   ...:     return x + 1")
    terminal.type("\u{1B}\n")
    try terminal.wait(for: "In [3]:")
    terminal.type("f(1)\n")
    try terminal.wait(for: "Out[3]: 2")
  }

  @Test func questionMarksShowSignatureSourceAndExample() throws {
    let terminal = try PseudoTerminal.session(width: 120)
    terminal.type("def area(w, h=2, *, scale=1):\n'Width times height.'\nreturn w * h\n\narea?\n")
    try terminal.wait(for: "Signature: area(w, h=2, *, scale=1)")
    try terminal.wait(for: "Width times height.")
    terminal.type("area??\n")
    try terminal.wait(
      for: "Source:    Cell [1], line 1\ndef area(w, h=2, *, scale=1):\n    'Width times height.'\n    return w * h")
    terminal.type("class Net(nn.Module):\ndef forward(self, x): return x\n\n\nNet??\n")
    try terminal.wait(for: "class Net(nn.Module):\n    def forward(self, x): return x\n\nIn")
    terminal.type("torch.relu?\n")
    try terminal.wait(for: "Signature: relu(")
    try terminal.wait(for: "Example")
    terminal.type("torch.relu??\n")
    try terminal.wait(for: "Built into Lectern")
  }

  @Test func tabAfterAParenthesisShowsTheSignature() throws {
    let terminal = try PseudoTerminal.session(width: 120)
    try terminal.run("def area(w, h=2): return w * h\n\n", until: 2)
    terminal.type("area(" + Keys.tab)
    try terminal.wait(for: "area(w, h=2)\n")
    terminal.type("3)\n")
    try terminal.wait(for: "Out[2]: 6")
    terminal.type("class P:\ndef __init__(self, left, right=0): self.left = left\n\n\nP(" + Keys.tab)
    try terminal.wait(for: "P(left, right=0)\n")
    terminal.type("lef" + Keys.tab + "5).left\n")
    try terminal.wait(for: "Out[4]: 5")
  }

  @Test func historyIsSearchedAcrossRuns() throws {
    let state = PseudoTerminal.stateFolder()
    let first = try PseudoTerminal.session(state: state)
    try first.run("needle = 1\nimport time; time.sleep(0.02)\n1/0\n", until: 4)
    try first.leave()
    let terminal = try PseudoTerminal.session(width: 120, state: state)
    terminal.type("%history -g needle\n")
    try terminal.wait(for: "ms    needle = 1")
    terminal.type("%history -g 1/?\n")
    try terminal.wait(for: "ms !  1/0")
    terminal.type("%history -n\n")
    try terminal.wait(for: "1: %history -g needle\n2: %history -g 1/?")
  }

  @Test func usualDirectivesAnswer() throws {
    let terminal = try PseudoTerminal.session(width: 100)
    terminal.type("%pwd\n%env LECTERN_TEST=5\n%matplotlib inline\n%time 1 + 1\n")
    try terminal.wait(for: "env: LECTERN_TEST=5")
    try terminal.wait(for: "Wall time:")
    try terminal.wait(for: "Out[4]: 2")
    terminal.type("%timeit -n 10 -r 2 1 + 1\n")
    try terminal.wait(for: "2 runs, 10 loops each")
    try terminal.run("a = 1; b = 'text'\n%who\n", until: 8)
    #expect(terminal.screen.text.contains("a\t b") || terminal.screen.text.contains("a        b"))
    terminal.type("%whos\n")
    try terminal.wait(for: "b          str    'text'")
    terminal.type("%%time\nc = 3\n\n")
    try terminal.wait(for: "In [10]:")
    terminal.type("%%capture kept\nprint('hidden')\n\nkept\n")
    try terminal.wait(for: "Out[11]: 'hidden\\n'")
    terminal.type("!echo from a shell\n")
    try terminal.wait(for: "\nfrom a shell")
    terminal.type("%reset\na\n")
    try terminal.wait(for: "NameError: name 'a' is not defined")
    terminal.type("%nonsense\n")
    try terminal.wait(for: "there is no directive %nonsense")
    terminal.type("%continue\n")
    try terminal.wait(for: "nothing is paused here")
    terminal.type("%cd /proc/none\n%cd /\n")
    try terminal.wait(for: "FileNotFoundError")
    try terminal.wait(for: "\n/\n")
  }

  @Test func shellCommandsAreForPeopleOnly() throws {
    let run = try ProgramRun([], input: "!echo no\n")
    #expect(run.output == "")
    #expect(run.errors.contains("run only at the interactive prompt"))
    #expect(run.status == 1)
  }
}

/// Help and errors of directives, without a terminal.
@Suite struct DirectiveTextTests {
  @Test func helpOfALayerHasSignatureShapesAndExample() throws {
    let run = try ProgramRun([], input: "nn.Conv2d?\nDataLoader?\n")
    #expect(run.output.contains("Signature: Conv2d(in_channels"))
    #expect(run.output.contains("Shape: (N, C_in, H, W) -> (N, C_out, "))
    #expect(run.output.contains("Example: nn.Conv2d(1, 32, "))
    #expect(run.output.contains("Nothing is known of DataLoader: name 'DataLoader' is not defined."))
    #expect(run.status == 0)
  }

  @Test func tracebacksShowDirectivesAsTheyWereWritten() throws {
    let run = try ProgramRun([], input: "x = 1\nif x:\n    %cd /proc/none\n\n")
    #expect(
      run.errors
        == "Traceback (most recent call last):\n  File \"Cell [2]\", line 2, in <module>\n    %cd /proc/none\nFileNotFoundError: [Errno 2] No such file or directory: '/proc/none'\n"
    )
  }
}
