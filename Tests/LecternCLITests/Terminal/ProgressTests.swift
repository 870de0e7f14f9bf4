import Foundation
import Testing

/// The line that shows how far loops have come.
@Suite(.serialized) struct ProgressTests {
  static let sleepy = "import time\nfor epoch in range(2):\nfor i in range(250):\ntime.sleep(0.01)\n\n"

  @Test func loopsOfMoreThanASecondShowALineThatGoesAgain() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type(Self.sleepy)
    try terminal.wait(for: "epoch 2/2 · i ")
    #expect(terminal.screen.text.contains("/s · "))
    #expect(terminal.screen.text.contains(" s left"))
    try terminal.wait(for: "In [3]:")
    #expect(!terminal.screen.text.contains(" left"))
  }

  @Test func shortLoopsShowNothing() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("import time\nfor i in range(50): time.sleep(0.01)\n\n")
    try terminal.wait(for: "In [3]:")
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("/50"))
  }

  @Test func batchesOfALoaderAreCounted() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("import time\nfrom torch.utils.data import DataLoader\n")
    terminal.type("for X in DataLoader(list(range(200)), batch_size=2):\ntime.sleep(0.02)\n\n")
    try terminal.wait(for: "/100 batches (")
    try terminal.wait(for: "In [4]:")
    terminal.type("for k, X in enumerate(DataLoader(list(range(200)), batch_size=2)):\ntime.sleep(0.02)\n\n")
    try terminal.wait(for: "/100 batches (")
    terminal.type(Keys.controlC)
    try terminal.wait(for: "of 100 batches)")
  }

  @Test func printedTextStandsAloneAndIsRecordedAlone() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("import time\nfor i in range(300):\ntime.sleep(0.01)\nif i % 100 == 99: print('at', i)\n\n")
    try terminal.wait(for: "/300 (")
    try terminal.wait(for: "at 99\nat 199\nat 299\n\nIn [3]:")
    let file = NSTemporaryDirectory() + "lectern-\(UUID().uuidString).py"
    terminal.type("%save \(file)\n")
    try terminal.wait(for: "In [4]:")
    let saved = try String(contentsOfFile: file, encoding: .utf8)
    #expect(saved.contains("#> at 99\n#> at 199\n#> at 299\n"))
    #expect(!saved.contains("/300"))
  }

  @Test func tqdmUsesTheSameLine() throws {
    let terminal = try PseudoTerminal.session()
    terminal.type("import time; from tqdm.auto import tqdm, trange\n")
    terminal.type("for i in (bar := tqdm(range(200), desc='fit')): time.sleep(0.01); bar.set_postfix(loss=0.12345)\n\n")
    try terminal.wait(for: "fit 1")
    #expect(terminal.screen.text.contains("/200 ("))
    try terminal.wait(for: " · loss=0.123")
    try terminal.wait(for: "In [3]:")
    #expect(!terminal.screen.text.contains(" · loss=0.123"))
    terminal.type("with tqdm(total=50, unit='rows') as bar:\nwhile bar.n < 50: time.sleep(0.04); bar.update(1)\n\n\n")
    try terminal.wait(for: "/50 rows (")
    try terminal.wait(for: "In [4]:")
  }

  @Test func aRunOfAFileShowsProgressOnATerminalOnly() throws {
    let file = NSTemporaryDirectory() + "lectern-\(UUID().uuidString).py"
    let code = "import time\nfor i in range(150):\n    time.sleep(0.01)\nprint('done')\n"
    try code.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal([file])
    try terminal.wait(for: "i 1")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.text == "done")
    let run = try ProgramRun([file])
    #expect(run.output == "done\n")
    #expect(run.errors == "")
    let dumb = try PseudoTerminal([file], environment: ["TERM": "dumb"])
    #expect(try dumb.waitForEnd() == 0)
    #expect(String(decoding: dumb.bytes, as: UTF8.self) == "done\r\n")
  }

  @Test func tqdmWithoutATerminalIsSilent() throws {
    let code = """
      from tqdm import tqdm, trange
      from tqdm.notebook import tqdm as other
      bar = tqdm([1, 2, 3], desc='x')
      print(list(bar), len(bar), bar.n, bar.desc, [i for i in trange(3)], sum(other(range(4), leave=False)))
      tqdm.write('text')
      b = tqdm(total=4)
      b.update(); b.update(2); b.set_description('d'); b.refresh(); b.close()
      print(b.n, b.total, list(tqdm(range(2), disable=True)))
      """
    let run = try ProgramRun(["-c", code])
    #expect(run.output == "[1, 2, 3] 3 3 x [0, 1, 2] 6\ntext\n3 4 [0, 1]\n")
    #expect(run.errors == "")
  }
}
