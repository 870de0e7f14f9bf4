import Foundation
import Testing

/// A program that `ulimit -v` allows too little memory gets MemoryError and goes on, whatever it was that grew.
@Suite struct MemoryTests {
  @Test(arguments: [
    "l = []\n  while True: l.append(1.5)", "d, i = {}, 0\n  while True:\n    d[i] = i\n    i += 1",
    "s = 'x'\n  while True: s += s",
    "l = []\n  while True: l.append('abc' * 1000)", "b = bytearray()\n  while True: b += b'x' * 100000",
    "x = [i for i in range(10**9)]", "x = [0] * 10**10", "x = list(range(10**12))", "x = bytes(10**12)", "x = 'x' * 10**12",
    "x = 10**10**10", "import torch\n  l = []\n  while True: l.append(torch.zeros(10))",
  ])
  func growthBeyondTheLimitRaisesMemoryError(_ code: String) throws {
    let script = "def f():\n  \(code)\ntry:\n  f()\nexcept MemoryError:\n  print('caught')\nprint(sum(range(1000)))\n"
    let folder = try CommandTests.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try script.write(toFile: folder + "/s.py", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "ulimit -v 500000; exec \"$0\" s.py", PseudoTerminal.program]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(output == "caught\n499500\n")
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }
}
