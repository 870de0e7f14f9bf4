import Foundation
import Interpreter
import Library
import Testing

/// Memory that runs out in the middle of a training step is an error that scripts can catch, after which everything goes on.
@Suite(.serialized) struct MemoryShortageTests {
  private static let network = """
    import torch
    import torch.nn as nn
    torch.manual_seed(0)
    net = nn.Sequential(nn.Conv2d(1, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 5, padding=2),
      nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(32 * 49, 10))
    plain = nn.Conv2d(1, 16, 3)
    optimizer = torch.optim.Adam(net.parameters())
    def step(count):
      x, y = torch.rand(count, 1, 28, 28), torch.randint(0, 10, (count,))
      optimizer.zero_grad()
      loss = nn.functional.cross_entropy(net(x), y)
      loss.backward()
      optimizer.step()
      # Images that one looks at have to be put in row-major order.
      with torch.no_grad():
        assert net(x).shape == (count, 10)
        return plain(x).sum().item()
    def attempt(count):
      try:
        step(count)
        return 'done'
      except RuntimeError as error:
        return 'short' if "can't allocate memory: you tried to allocate" in str(error) else str(error)
    step(8)

    """

  /// What `body` gives with no more than `megabytes` beyond what the process has.
  private static func limited(to megabytes: Int, _ body: () -> String) -> String {
    var old = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    guard getrlimit(resource, &old) == 0, let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = status.split(separator: " ").first.flatMap({ Int($0) })
    else { return "no limit" }
    var new = old
    new.rlim_cur = rlim_t(pages * 4096 + megabytes << 20)
    guard setrlimit(resource, &new) == 0 else { return "no limit" }
    defer { _ = setrlimit(resource, &old) }
    return body()
  }

  @Test func aTrainingStepThatFindsNoMemoryRaisesAndLeavesEverythingUsable() throws {
    let interpreter = Interpreter()
    Library.install(into: interpreter, prelude: false)
    var output = ""
    interpreter.output = { output += $0 }
    func run(_ code: String) -> String {
      output = ""
      do throws(Raised) {
        _ = try interpreter.execute(code, name: "script.py", mode: .file)
      } catch { output += interpreter.traceback(error) }
      return output
    }
    var found: [String] = []
    interpreter.run {
      #expect(run(MemoryShortageTests.network) == "")
      for (number, megabytes) in stride(from: 96, to: 36, by: -2).enumerated() {
        // Ever new sizes, so that memory of the last step does not serve this one.
        let count = 60 + 9 * number
        let result = MemoryShortageTests.limited(to: megabytes) { run("print(attempt(\(count)))\n") }
        #expect(["done\n", "short\n"].contains(result), "\(megabytes) MB for \(count) images")
        found.append(result)
        // A small step still fits in what there is.
        #expect(MemoryShortageTests.limited(to: megabytes) { run("step(2)\n") } == "")
      }
      #expect(run("print(attempt(100))\n") == "done\n")
    }
    #expect(found.contains("short\n"))
  }
}
