import Data
import Goldens
import Tensors
import Testing

extension DataSuite {
  @Suite struct SyntheticDigitsTests {
    @Test func digitsAreTheSameEachTimeAndAllOccur() throws {
      let digits = SyntheticDigits.load(train: false, cacheFolder: nil)
      #expect(digits.images.shape == [10_000, 28, 28])
      var counts = [Int](repeating: 0, count: 10)
      for label in digits.labels.bytes { counts[Int(label)] += 1 }
      #expect(counts.allSatisfy { (850...1150).contains($0) })
      // Recorded by Lectern itself: a change needs a new version number, or cached digits would be taken for the new ones.
      #expect(digits.images.bytes.withUnsafeBytes { Golden.hash($0) } == "466470810776c415")
    }

    @Test func aDamagedCacheIsDrawnAgain() throws {
      let folder = TemporaryFolder()
      let first = SyntheticDigits.load(train: false, cacheFolder: folder.path)
      _ = folder.write("synthetic-digits-1/t10k-images-idx3-ubyte", [1, 2, 3])
      let second = SyntheticDigits.load(train: false, cacheFolder: folder.path)
      #expect(first.images.bytes == second.images.bytes)
    }

    @Test func anUnwritableCacheIsNoError() {
      let digits = SyntheticDigits.load(train: false, cacheFolder: "/proc/nowhere")
      #expect(digits.labels.shape == [10_000])
    }
  }
}
