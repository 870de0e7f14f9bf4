import Goldens
import Testing

@testable import Tensors

struct GeneratorTests {
  @Test func engineGivesTheRecordedBits() throws {
    for golden in try recordedCases("rng/engine") {
      let generator = Generator(seed: UInt64(bitPattern: Int64(golden["seed"].int)))
      let drawn = (0..<2600).map { _ in generator.next32() }
      #expect(drawn.prefix(12).map { hex($0) } == golden["u32_first"].items.map(\.text))
      #expect(drawn.suffix(4).map { hex($0) } == golden["u32_last"].items.map(\.text))
      #expect(generator.state.withUnsafeBytes { Golden.hash($0) } == golden["state_fnv_after"].text)
    }
  }

  @Test func restoredStateContinuesTheStream() {
    let generator = Generator(seed: 5)
    _ = generator.nextNormal()
    let saved = generator.state
    let first = (0..<700).map { _ in generator.nextNormal() }
    #expect(generator.restore(state: saved))
    #expect(first == (0..<700).map { _ in generator.nextNormal() })
    #expect(!generator.restore(state: [1, 2, 3]))
  }

  @Test func uniformFillsEqualPyTorchs() throws {
    for (code, generator, golden) in try cases("rng/uniform") {
      if let n = code.wholeMatch(of: #/out = torch\.rand\((\d+)\)/#) {
        try check(code, floats(Int(n.1)!) { generator.fillUniform($0) }, golden)
      } else if let n = code.wholeMatch(of: #/out = torch\.rand\((\d+), dtype=torch.float64\)/#) {
        try check(code, doubles(Int(n.1)!) { generator.fillUniform($0) }, golden)
      } else if let n = code.wholeMatch(of: #/out = torch\.empty\((\d+)\)\.uniform_\((\S+), (\S+)\)/#) {
        try check(code, floats(Int(n.1)!) { generator.fillUniform($0, low: Double(n.2)!, high: Double(n.3)!) }, golden)
      } else if let n = code.wholeMatch(of: #/out = torch\.empty\((\d+), dtype=torch.float64\)\.uniform_\((\S+), (\S+)\)/#) {
        try check(code, doubles(Int(n.1)!) { generator.fillUniform($0, low: Double(n.2)!, high: Double(n.3)!) }, golden)
      }
    }
  }

  @Test func normalFillsEqualPyTorchs() throws {
    for (code, generator, golden) in try cases("rng/normal") {
      if let n = code.wholeMatch(of: #/out = torch\.randn\((\d+)\)/#) {
        try check(code, floats(Int(n.1)!) { generator.fillNormal($0) }, golden)
      } else if let n = code.wholeMatch(of: #/out = torch\.randn\((\d+), dtype=torch.float64\)/#) {
        try check(code, doubles(Int(n.1)!) { generator.fillNormal($0) }, golden)
      } else if let n = code.wholeMatch(of: #/out = torch\.empty\((\d+)\)\.normal_\((\S+), (\S+)\)/#) {
        try check(code, floats(Int(n.1)!) { generator.fillNormal($0, mean: Double(n.2)!, std: Double(n.3)!) }, golden)
      }
    }
  }

  @Test func integersAndPermutationsEqualPyTorchs() throws {
    for (code, generator, golden) in try cases("rng/integers") {
      if let n = code.wholeMatch(of: #/out = torch\.randperm\((\d+)\)/#) {
        let drawn = generator.permutation(Int(n.1)!)
        try check(code, drawn.map { Int($0) }, golden)
      } else if let n = code.wholeMatch(of: #/out = torch\.randint\((-?\d+), (-?\d+), \((\d+),\)\)/#) {
        var drawn = [Int64](repeating: 0, count: Int(n.3)!)
        drawn.withUnsafeMutableBufferPointer { generator.fillIntegers($0, low: Int64(n.1)!, high: Int64(n.2)!) }
        try check(code, drawn.map { Int($0) }, golden)
      }
    }
  }

  @Test func dropoutMasksEqualPyTorchs() throws {
    for (code, generator, golden) in try cases("rng/bernoulli_dropout") {
      guard let n = code.wholeMatch(of: #/out = F\.dropout\(torch\.ones\((\d+)\), (\S+)\)/#), let p = Double(n.2) else {
        continue
      }
      guard p > 0, p < 1 else { continue }
      try check(code, floats(Int(n.1)!) { generator.fillDropoutMask($0, keep: 1 - p) }, golden)
    }
  }

  @Test func samplesEqualPyTorchs() throws {
    for (code, generator, golden) in try cases("rng/sampling") {
      if let n = code.wholeMatch(
        of: #/out = torch\.multinomial\(torch\.tensor\(\[([^\[\]]+)\]\), (\d+)(, replacement=True)?\)/#)
      {
        let weights = n.1.split(separator: ", ").map { Float($0)! }
        let count = Int(n.2)!
        let drawn =
          n.3 != nil && count > 1
          ? generator.sampleWithReplacement(weights: weights, count: count)
          : generator.sampleWithoutReplacement(rows: [weights], count: count)[0]
        try check(code, drawn.map { Int($0) }, golden)
      } else if let n = code.wholeMatch(of: #/out = nn\.init\.trunc_normal_\(torch\.empty\((\d+)\)\)/#) {
        let drawn = floats(Int(n.1)!) { generator.fillTruncatedNormal($0, mean: 0, std: 1, low: -2, high: 2) }
        try check(code, drawn, golden)
      }
    }
  }

  @Test func viewsAreVisitedInMemoryOrder() {
    var offsets: [Int] = []
    MemoryOrder.forEachOffset(shape: [3, 2], strides: [1, 3]) { offsets.append($0) }
    #expect(offsets == [0, 1, 2, 3, 4, 5])
    MemoryOrder.forEachOffset(shape: [2, 0], strides: [1, 1]) { offsets.append($0) }
    #expect(offsets.count == 6)
  }

  /// Cases with one seed and one tensor as the result.
  private func cases(_ name: String) throws -> [(String, Generator, Golden)] {
    try recordedCases("\(name)").compactMap { golden in
      guard golden["out"]["shape"].exists else { return nil }
      return (golden["code"].text, Generator(seed: UInt64(bitPattern: Int64(golden["seed"].int))), golden["out"])
    }
  }

  private func check<T: Element>(_ code: String, _ drawn: [T], _ golden: Golden) throws {
    let difference = try golden.difference(from: Tensor(drawn))
    #expect(difference == nil, "\(code)")
  }

  private func floats(_ count: Int, _ fill: (UnsafeMutableBufferPointer<Float>) -> Void) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { fill($0) }
    return values
  }

  private func doubles(_ count: Int, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { fill($0) }
    return values
  }

  private func hex(_ value: UInt32) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}
