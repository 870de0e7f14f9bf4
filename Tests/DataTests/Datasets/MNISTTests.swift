import Data
import Tensors
import Testing

extension DataSuite {
  @Suite struct MNISTTests {
    private let folder = TemporaryFolder()

    /// Two images of 2×2 and their labels, under the given folder.
    private func writeSplit(_ split: String, below path: String, labels: [UInt8] = [3, 7]) {
      let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2]
      _ = folder.write("\(path)/\(split)-images-idx3-ubyte", header + [0, 255, 128, 1, 10, 20, 30, 40])
      _ = folder.write("\(path)/\(split)-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, UInt8(labels.count)] + labels)
    }

    private func locator(_ variables: [String: String] = [:], _ report: @escaping (String) -> Void = { _ in }) -> DatasetLocator
    {
      DatasetLocator(environment: { variables[$0] }, report: report)
    }

    private let toTensor = OpValue.object(ToTensor(), typeName: "ToTensor")

    @Test func filesAreLookedUpInOrder() throws {
      let root = folder.path + "/root"
      let shared = folder.path + "/shared"
      let cache = folder.path + "/cache"
      let locator = locator(["LECTERN_DATA": shared, "XDG_CACHE_HOME": cache])
      func load() throws -> Int {
        try MNIST(.mnist, root: root, locator: locator).targets.select(0, 0).item().intValue
      }
      #expect { try load() } throws: {
        ($0 as? TensorError)?.message == "Dataset not found. You can use download=True to download it"
      }
      writeSplit("train", below: "cache/lectern/MNIST/raw", labels: [1, 1])
      #expect(try load() == 1)
      writeSplit("train", below: "shared/MNIST/raw", labels: [2, 2])
      #expect(try load() == 2)
      writeSplit("train", below: "root", labels: [3, 3])
      #expect(try load() == 3)
      writeSplit("train", below: "root/raw", labels: [4, 4])
      #expect(try load() == 4)
      writeSplit("train", below: "root/MNIST/raw", labels: [5, 5])
      #expect(try load() == 5)
    }

    @Test func imagesAndLabelsMustBeEqualInNumber() {
      writeSplit("train", below: "MNIST/raw", labels: [1])
      #expect { try MNIST(.mnist, root: folder.path, locator: locator()) } throws: {
        ($0 as? TensorError)?.message.hasSuffix("expected 2 labels as there are images, found 1") == true
      }
    }

    @Test func batchesAreEqualToItemsOneByOne() throws {
      writeSplit("train", below: "MNIST/raw")
      let normalize = try #require(TransformRegistry.entry("Normalize")).make([
        .tuple([.float(0.1307)]), .tuple([.float(0.3081)]),
      ])
      let both = Compose([ToTensor(), normalize])
      for transform in [toTensor, .object(both, typeName: "Compose")] {
        let data = try MNIST(.mnist, root: folder.path, transform: transform, locator: locator())
        guard case .list(let whole)? = try data.batch(at: [1, 0]), case .tensor(let images) = whole[0],
          case .tensor(let labels) = whole[1]
        else {
          Issue.record("no batch")
          return
        }
        let items = [try data.item(at: 1), try data.item(at: 0)]
        guard case .list(let collated) = try defaultCollate(items), case .tensor(let wanted) = collated[0],
          case .tensor(let wantedLabels) = collated[1]
        else {
          Issue.record("no collated batch")
          return
        }
        #expect(images.shape == [2, 1, 2, 2])
        #expect(try images.values(Float.self) == wanted.values(Float.self))
        #expect(try labels.values(Int.self) == wantedLabels.values(Int.self))
      }
    }

    @Test func withoutTransformItemsAreImages() throws {
      writeSplit("t10k", below: "MNIST/raw")
      let data = try MNIST(.mnist, root: folder.path, train: false, locator: locator())
      guard case .tuple(let pair) = try data.item(at: 0), case .object(let image as Image, _) = pair[0],
        case .int(let label) = pair[1]
      else {
        Issue.record("no pair")
        return
      }
      #expect(image.bytes == [0, 255, 128, 1])
      #expect(image.mode == "L")
      #expect(label == 3)
    }

    @Test func textIsThatOfTorchvision() throws {
      writeSplit("train", below: "MNIST/raw")
      let root = folder.path
      let data = try MNIST(.mnist, root: root, transform: toTensor, locator: locator())
      #expect(
        data.text == """
          Dataset MNIST
              Number of datapoints: 2
              Root location: \(root)
              Split: Train
              StandardTransform
          Transform: ToTensor()
          """)
    }

    @Test func syntheticDigitsStandInAndAreAnnouncedEachTime() throws {
      let source = MNISTSource(
        name: "MNIST", classes: MNISTSource.mnist.classes, mirrors: ["file:///nonexistent/"], files: MNISTSource.mnist.files,
        allowsSynthetic: true)
      var told: [String] = []
      let locator = locator(["XDG_CACHE_HOME": folder.path]) { told.append($0) }
      for _ in 0..<2 {
        let data = try MNIST(source, root: folder.path + "/root", train: false, download: true, locator: locator)
        #expect(data.data.shape == [10_000, 28, 28])
        #expect(data.text.hasPrefix("Dataset SyntheticDigits (in place of MNIST)\n"))
      }
      #expect(told.count == 2 && told.allSatisfy { $0.contains("SyntheticDigits") })
      #expect(folder.names.contains("lectern/synthetic-digits-1/t10k-images-idx3-ubyte"))
      #expect(!folder.names.contains { $0.hasSuffix(".part") })
      locator.allowsSynthetic = false
      #expect(throws: TensorError.self) {
        try MNIST(source, root: folder.path + "/root", train: false, download: true, locator: locator)
      }
    }
  }
}
