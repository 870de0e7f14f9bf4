import Data
import Goldens
import Tensors
import Testing

extension DataSuite {
  @Suite struct SamplerTests {
    private func indices(_ sampler: any Sampler) throws -> [Int] {
      let pass = try sampler.start()
      var found: [Int] = []
      while let index = try pass.next() { found.append(index) }
      return found
    }

    private func check(_ code: String, _ make: () throws -> any Sampler) throws {
      try withDefaultGenerator {
        let golden = try #require(try Golden.cases("dataloader").first { $0["code"].text == code })
        Generator.standard.manualSeed(777)
        let sampler = try make()
        for list in golden["lists"].items { #expect(try indices(sampler) == list.ints, "\(code)") }
        try DataLoaderTests.checkNumbersAfter(golden)
      }
    }

    @Test func samplersDrawWhatPyTorchDraws() throws {
      try check("RandomSampler(range(7))") { try RandomSampler(count: { 7 }) }
      try check("RandomSampler(range(7), replacement=True, num_samples=40)") {
        try RandomSampler(count: { 7 }, replacement: true, sampleCount: 40)
      }
      try check("RandomSampler(range(5), num_samples=12)") { try RandomSampler(count: { 5 }, sampleCount: 12) }
      try check("SubsetRandomSampler([4, 8, 15, 16])") { SubsetRandomSampler([4, 8, 15, 16]) }
      try check("WeightedRandomSampler([1., 2., 3.], 8)") { try WeightedRandomSampler(weights: [1, 2, 3], sampleCount: 8) }
      try check("WeightedRandomSampler([1., 2., 3., 4.], 3, replacement=False)") {
        try WeightedRandomSampler(weights: [1, 2, 3, 4], sampleCount: 3, replacement: false)
      }
    }

    @Test func batchSamplersGroup() throws {
      try withDefaultGenerator {
        for (code, sampler, dropLast) in [
          ("BatchSampler(SequentialSampler(range(7)), 3, False)", SequentialSampler(count: { 7 }) as any Sampler, false),
          ("BatchSampler(RandomSampler(range(7)), 3, True)", try RandomSampler(count: { 7 }), true),
        ] {
          let golden = try #require(try Golden.cases("dataloader").first { $0["code"].text == code })
          Generator.standard.manualSeed(777)
          let batches = try BatchSampler(sampler, batchSize: 3, dropLast: dropLast)
          for list in golden["lists"].items {
            let pass = try batches.start()
            var found: [[Int]] = []
            while let batch = try pass.next() { found.append(batch) }
            #expect(found == list.items.map(\.ints), "\(code)")
          }
          try DataLoaderTests.checkNumbersAfter(golden)
        }
      }
    }

    @Test func splitsAreThoseOfPyTorch() throws {
      try withDefaultGenerator {
        for golden in try Golden.cases("dataloader") where golden["indices"].exists {
          let code = golden["code"].text
          guard let open = code.range(of: "["), let close = code.range(of: "]"),
            case .list(let items)? = CallText(String(code[open.lowerBound..<close.upperBound]))
          else { continue }
          let count = Int(code.split(separator: "(")[2].split(separator: ")")[0]) ?? 0
          let generator = code.contains("manual_seed(42)") ? Generator(seed: 42) : .standard
          let numbers = items.map { item -> OpValue in if case .value(let value) = item { value } else { .none } }
          Generator.standard.manualSeed(777)
          let parts: [Subset]
          if case .int? = numbers.first {
            let lengths = numbers.map { $0.scalar?.intValue ?? 0 }
            parts = try randomSplit(NumberDataset(count), lengths: lengths, generator: generator)
          } else {
            let fractions = numbers.map { $0.scalar?.doubleValue ?? 0 }
            parts = try randomSplit(NumberDataset(count), fractions: fractions, generator: generator)
          }
          #expect(parts.map(\.indices) == golden["indices"].items.map(\.ints), "\(code)")
          try DataLoaderTests.checkNumbersAfter(golden)
        }
      }
    }

    @Test func lengthsMustAddUp() {
      let wanted = "Sum of input lengths does not equal the length of the input dataset!"
      #expect { try randomSplit(NumberDataset(5), lengths: [1, 2]) } throws: { ($0 as? TensorError)?.message == wanted }
      #expect { try randomSplit(NumberDataset(5), fractions: [0.5, 0.2]) } throws: { ($0 as? TensorError)?.message == wanted }
    }
  }
}
