import Data
import Goldens
import Tensors
import Testing

extension DataSuite {
  @Suite struct DataLoaderTests {
    private static func golden(_ code: String) throws -> Golden {
      try #require(try Golden.cases("dataloader").first { $0["code"].text.hasPrefix(code) })
    }

    /// The batches of one pass as lists of whole numbers.
    static func pass(_ loader: DataLoader) throws -> [[Int]] {
      let pass = try loader.start()
      var batches: [[Int]] = []
      while case .tensor(let batch)? = try pass.next() { batches.append(try batch.values(Int.self)) }
      return batches
    }

    static func checkNumbersAfter(_ golden: Golden) throws {
      guard golden["rand_after"].exists else { return }
      let after = try Tensor.zeros([2])
      Generator.standard.fillUniform(UnsafeMutableBufferPointer(start: after.pointer(Float.self), count: 2))
      let difference = try golden["rand_after"].difference(from: after)
      #expect(difference == nil, "numbers drawn after \(golden["code"].text)")
    }

    @Test func batchesOfThreePassesAreThoseOfPyTorch() throws {
      try withDefaultGenerator {
        for golden in try Golden.cases("dataloader") {
          let code = golden["code"].text
          guard code.hasPrefix("DataLoader(range("), !code.contains("generator"), golden["epochs"].exists,
            case .call(_, let items, let named)? = CallText(code), case .call(_, let sizes, _)? = items.first,
            case .value(.int(let count))? = sizes.first
          else { continue }
          var options = DataLoader.Options()
          for case (let name, .value(let value)) in named {
            switch (name, value) {
            case ("batch_size", .int(let size)): options.batchSize = size
            case ("shuffle", .bool(let flag)): options.shuffle = flag
            case ("drop_last", .bool(let flag)): options.dropLast = flag
            default: Issue.record("unknown option \(name)")
            }
          }
          Generator.standard.manualSeed(777)
          let loader = try DataLoader(NumberDataset(count), options)
          #expect(try loader.length() == golden["len"].int, "\(code)")
          for epoch in golden["epochs"].items {
            #expect(try Self.pass(loader) == epoch.items.map(\.ints), "\(code)")
          }
          try Self.checkNumbersAfter(golden)
        }
      }
    }

    @Test func aGivenGeneratorIsUsedThroughout() throws {
      try withDefaultGenerator {
        let golden = try Self.golden("DataLoader(range(8), batch_size=3, shuffle=True, generator")
        var options = DataLoader.Options()
        options.batchSize = 3
        options.shuffle = true
        options.generator = Generator(seed: 3)
        let loader = try DataLoader(NumberDataset(8), options)
        for epoch in golden["epochs"].items { #expect(try Self.pass(loader) == epoch.items.map(\.ints)) }
        try Self.checkNumbersAfter(golden)
      }
    }

    @Test func tensorsAreTakenByRow() throws {
      try withDefaultGenerator {
        let golden = try Self.golden("DataLoader(TensorDataset")
        var options = DataLoader.Options()
        options.batchSize = 2
        options.shuffle = true
        let data = try TensorDataset([Tensor([0, 1, 2, 3, 4, 5] as [Float]), Tensor([0, 1, 2, 3, 4, 5] as [Int])])
        let loader = try DataLoader(data, options)
        for epoch in golden["epochs"].items {
          let pass = try loader.start()
          for want in epoch.items {
            guard case .list(let columns)? = try pass.next(), case .tensor(let x) = columns[0], case .tensor(let y) = columns[1]
            else { throw TensorError(.value, "no pair of tensors") }
            #expect(try x.values(Float.self) == want.items[0].items.map { Float($0.double) })
            #expect(try y.values(Int.self) == want.items[1].ints)
          }
          #expect(try pass.next() == nil)
        }
        try Self.checkNumbersAfter(golden)
      }
    }

    @Test func randomNumbersBetweenBatchesAreLeftAlone() throws {
      try withDefaultGenerator {
        let golden = try Self.golden("a = torch.rand(2)")
        func draw(_ count: Int, _ name: String) throws {
          let values = try Tensor.zeros([count])
          Generator.standard.fillUniform(UnsafeMutableBufferPointer(start: values.pointer(Float.self), count: count))
          let difference = try golden[name].difference(from: values)
          #expect(difference == nil, "\(name)")
        }
        var options = DataLoader.Options()
        options.batchSize = 4
        options.shuffle = true
        try draw(2, "a")
        let pass = try DataLoader(NumberDataset(8), options).start()
        try draw(1, "b")
        guard case .tensor(let first)? = try pass.next() else {
          Issue.record("no first batch")
          return
        }
        #expect(try first.values(Int.self) == golden["i1"].ints)
        try draw(1, "c")
        guard case .tensor(let second)? = try pass.next() else {
          Issue.record("no second batch")
          return
        }
        #expect(try second.values(Int.self) == golden["i2"].ints)
      }
    }

    @Test func sixtyThousandItemsAreShuffledAsByPyTorch() throws {
      try withDefaultGenerator {
        let golden = try Self.golden("DataLoader(range(60000)")
        var options = DataLoader.Options()
        options.batchSize = 100
        options.shuffle = true
        options.dropLast = true
        let loader = try DataLoader(NumberDataset(60000), options)
        for name in ["epoch1_fnv", "epoch2_fnv"] {
          let order = try Self.pass(loader).flatMap { $0 }
          #expect(order.withUnsafeBytes { Golden.hash($0) } == golden[name].text)
        }
        try Self.checkNumbersAfter(golden)
      }
    }

    @Test func badOptionsAreRefused() {
      func message(_ count: Int = 3, _ change: (inout DataLoader.Options) -> Void) -> String? {
        var options = DataLoader.Options()
        change(&options)
        do { _ = try DataLoader(NumberDataset(count), options) } catch { return (error as? TensorError)?.message }
        return nil
      }
      #expect(message { $0.batchSize = 0 } == "batch_size should be a positive integer value, but got batch_size=0")
      #expect(
        message { $0.workerCount = -1 }
          == "num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.")
      #expect(
        message(0) { $0.shuffle = true } == "num_samples should be a positive integer value, but got num_samples=0")
      #expect(
        message {
          $0.shuffle = true
          $0.sampler = ListSampler([0, 1])
        } == "sampler option is mutually exclusive with shuffle")
    }

    @Test func whatCannotBeCollatedIsNamed() {
      func message(_ items: [OpValue]) -> String? {
        do { _ = try defaultCollate(items) } catch { return (error as? TensorError)?.message }
        return nil
      }
      let kinds = "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists"
      #expect(message([.none, .none]) == "\(kinds); found <class 'NoneType'>")
      let (two, three) = (Tensor([1, 1] as [Float]), Tensor([1, 1, 1] as [Float]))
      #expect(
        message([.tensor(two), .tensor(three)])
          == "stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1")
    }
  }
}
