import Glibc
import Tensors
import Testing

/// Memory that runs out is an error in PyTorch's words, after which everything goes on.
@Suite(.serialized) struct MemoryLimitTests {
  /// Runs `body` with no more than `megabytes` beyond what the process has.
  private func limited(to megabytes: Int, _ body: () throws -> Void) throws {
    var old = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    try #require(getrlimit(resource, &old) == 0)
    guard let pages = try? String(contentsOfStatus: "/proc/self/statm").split(separator: " ").first.flatMap({ Int($0) }) else {
      return
    }
    var new = old
    new.rlim_cur = rlim_t(pages * 4096 + megabytes << 20)
    guard setrlimit(resource, &new) == 0 else { return }
    defer { _ = setrlimit(resource, &old) }
    try body()
  }

  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch let error as TensorError { return "\(error.kind.rawValue): \(error.message)" } catch {}
    return "no error"
  }

  private func refusal(_ bytes: Int) -> String {
    "RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate "
      + "\(bytes) bytes. Error code 12 (Cannot allocate memory)"
  }

  @Test(arguments: [
    ("torch.zeros(1000000, 1000000)", 4_000_000_000_000), ("torch.ones(1).expand(1000000000000).clone()", 4_000_000_000_000),
    ("torch.ones(1).expand(1000000000000) + 1", 4_000_000_000_000), ("torch.arange(10000000000000)", 80_000_000_000_000),
    ("torch.eye(10000000)", 400_000_000_000_000), ("torch.ones(3).repeat(10000000000000)", 120_000_000_000_000),
    ("torch.ones(1000000, 1) @ torch.ones(1, 10000000)", 40_000_000_000_000),
  ])
  func moreThanThereIsIsRefused(_ code: String, _ bytes: Int) {
    #expect(message { _ = try RecordedCode().evaluate(code) } == refusal(bytes))
  }

  @Test(arguments: [
    ("torch.zeros(4611686018427387904, 4)", "[4611686018427387904, 4]"),
    ("torch.ones(2147483648, 2147483648)", "[2147483648, 2147483648]"),
  ])
  func sizesBeyondCountingAreRefused(_ code: String, _ sizes: String) {
    let expected = "RuntimeError: Storage size calculation overflowed with sizes=\(sizes)"
    #expect(message { _ = try RecordedCode().evaluate(code) } == expected)
  }

  @Test func aStepThatRunsOutOfMemoryLeavesEverythingUsable() throws {
    let weight = try Tensor.full([1024, 1024], .double(0.001)).requiringGrad()
    let small = try Tensor.ones([2, 1024])
    func step() throws -> [Float] {
      let loss = try small.mm(weight).relu().sum()
      try loss.backward()
      defer { weight.grad = nil }
      let gradient = try #require(weight.grad)
      return try loss.values(Float.self) + gradient.sum().values(Float.self)
    }
    let before = try step()
    try limited(to: 300) { () throws -> Void in
      // Every layer keeps 16 MB for its gradient, until there is no more.
      let found = message {
        var x = try Tensor.ones([4096, 1024])
        for _ in 0..<200 { x = try x.mm(weight).relu() }
        try x.sum().backward()
      }
      #expect(
        found.hasPrefix(
          "RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory"))
      let during = try step()
      #expect(during == before)
    }
    let after = try step()
    #expect(after == before)
  }
}

extension String {
  /// The text of a small file of the kernel's.
  fileprivate init(contentsOfStatus path: String) throws {
    struct Unreadable: Error {}
    guard let file = fopen(path, "r") else { throw Unreadable() }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, 256, file) != nil else { throw Unreadable() }
    self = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
