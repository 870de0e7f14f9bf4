import Glibc
import Saving
import Tensors

/// CIFAR-10 or CIFAR-100: 32×32 colour images, read from the pickled batches of the Python version or from the binary version.
/// Reference: https://www.cs.toronto.edu/~kriz/cifar.html
package final class CIFAR: Dataset {
  /// Which of the two.
  package enum Kind: String {
    case ten = "CIFAR10"
    case hundred = "CIFAR100"

    fileprivate var folders: [String] {
      self == .ten ? ["cifar-10-batches-py", "cifar-10-batches-bin"] : ["cifar-100-python", "cifar-100-binary"]
    }
    /// The Python version as it is distributed.
    fileprivate var archive: RemoteFile {
      self == .ten
        ? RemoteFile(name: "cifar-10-python.tar.gz", byteCount: 170_498_071, md5: "c58f30108f718f92721af3b95e74349a")
        : RemoteFile(name: "cifar-100-python.tar.gz", byteCount: 169_001_437, md5: "eb9058c3a382ffc7106e4002c42a8d85")
    }
    /// All files of a folder.
    fileprivate func allFiles(binary: Bool) -> [String] {
      let extra = self == .ten ? [] : [binary ? "fine_label_names.txt" : "meta"]
      return files(true, binary: binary) + files(false, binary: binary) + extra
    }
    fileprivate func files(_ train: Bool, binary: Bool) -> [String] {
      switch self {
      case .ten: (train ? (1...5).map { "data_batch_\($0)" } : ["test_batch"]).map { binary ? $0 + ".bin" : $0 }
      case .hundred: [(train ? "train" : "test") + (binary ? ".bin" : "")]
      }
    }
  }

  package let kind: Kind
  package let root: String
  package let isTraining: Bool
  /// The images, `[N, 32, 32, 3]` bytes.
  package var data: Tensor
  /// The classes.
  package var targets: [Int]
  /// The names of the classes.
  package let classes: [String]
  /// What is done to each image.
  package var transform: (any Transform)?
  /// What is done to each class.
  package var targetTransform: (any Transform)?

  /// How the data set is made, for scripts.
  package static let signature = "(root, train=True, transform=None, target_transform=None, download=False)"
  private static let side = 32
  private static let imageBytes = 3 * side * side

  package init(
    _ kind: Kind, root: String, train: Bool, transform: OpValue, targetTransform: OpValue, download: Bool = false,
    locator: DatasetLocator
  ) throws(TensorError) {
    self.kind = kind
    self.root = root
    isTraining = train
    self.transform = try transform.transform()
    self.targetTransform = try targetTransform.transform()
    let bases = locator.bases(root)
    var found = CIFAR.find(kind, train, bases)
    if found == nil {
      try CIFAR.unpack(kind, bases)
      found = CIFAR.find(kind, train, bases)
    }
    if found == nil, download {
      try kind.archive.download(from: ["https://www.cs.toronto.edu/~kriz/"], into: bases[0])
      try CIFAR.unpack(kind, bases)
      found = CIFAR.find(kind, train, bases)
    }
    guard let (folder, isBinary) = found else {
      throw TensorError(
        .runtime,
        "Dataset not found or corrupted. You can use download=True to download it (\(kind.archive.name), \(kind.folders[0]) or "
          + "\(kind.folders[1]) is looked for in \(root) and in $LECTERN_DATA)")
    }
    var planes: [UInt8] = []
    var targets: [Int] = []
    for file in kind.files(train, binary: isBinary) {
      let bytes: [UInt8]
      do { bytes = try FileContents.read("\(folder)/\(file)") } catch {
        throw TensorError(.os, "\(error.message): '\(folder)/\(file)'")
      }
      let batch = isBinary ? try CIFAR.binary(bytes, kind, file) : try CIFAR.pickled(bytes, kind, file)
      planes += batch.pixels
      targets += batch.targets
    }
    self.targets = targets
    classes = try CIFAR.classes(kind, folder, isBinary)
    // Stored plane by plane; pictures keep the channels of a pixel together.
    let stored = Tensor(planes, shape: [targets.count, 3, CIFAR.side, CIFAR.side])
    data = try stored.permute([0, 2, 3, 1]).contiguous()
  }

  private static func find(_ kind: Kind, _ train: Bool, _ bases: [String]) -> (String, Bool)? {
    for base in bases {
      for (index, name) in kind.folders.enumerated() {
        let files = kind.files(train, binary: index == 1)
        for folder in ["\(base)/\(name)", base] where files.allSatisfy({ access("\(folder)/\($0)", R_OK) == 0 }) {
          return (folder, index == 1)
        }
      }
    }
    return nil
  }

  /// Unpacks the first archive there is beside the place of its folder.
  private static func unpack(_ kind: Kind, _ bases: [String]) throws(TensorError) {
    for base in bases {
      for (index, folder) in kind.folders.enumerated() {
        let names = kind == .ten ? ["cifar-10-python", "cifar-10-binary"] : ["cifar-100-python", "cifar-100-binary"]
        let path = "\(base)/\(names[index]).tar.gz"
        guard access(path, R_OK) == 0 else { continue }
        return try TarArchive.unpack(path, folder: folder, kind.allFiles(binary: index == 1), into: base)
      }
    }
  }

  private typealias Batch = (pixels: [UInt8], targets: [Int])

  private static func pickled(_ bytes: [UInt8], _ kind: Kind, _ file: String) throws(TensorError) -> Batch {
    let entries = try dictionary(bytes, file)
    let labels = kind == .ten ? "labels" : "fine_labels"
    guard case .array(let array)? = entries["data"], array.elementType == "u1", array.shape.count == 2,
      array.shape[1] == imageBytes,
      !array.isColumnMajor, let targets = entries[labels]?.integers, targets.count == array.shape[0]
    else { throw .notCIFAR(file) }
    return (array.contents, try checked(targets, kind, file))
  }

  /// A pickled dictionary with text keys.
  private static func dictionary(_ bytes: [UInt8], _ file: String) throws(TensorError) -> [String: SavedValue] {
    let value: SavedValue
    do { value = try Unpickler.read(bytes[...], allowingArrays: true, keepingByteStrings: true) } catch {
      throw TensorError(.runtime, "\(file): \(error.message)")
    }
    guard case .dict(let dict) = value else { throw .notCIFAR(file) }
    var entries: [String: SavedValue] = [:]
    for (key, value) in dict.pairs { if let name = key.textOrBytes { entries[name] = value } }
    return entries
  }

  private static func binary(_ bytes: [UInt8], _ kind: Kind, _ file: String) throws(TensorError) -> Batch {
    let labels = kind == .ten ? 1 : 2
    let record = labels + imageBytes
    guard !bytes.isEmpty, bytes.count % record == 0 else { throw .notCIFAR(file) }
    var batch: Batch = ([], [])
    batch.pixels.reserveCapacity(bytes.count)
    for start in stride(from: 0, to: bytes.count, by: record) {
      batch.targets.append(Int(bytes[start + labels - 1]))
      batch.pixels += bytes[(start + labels)..<(start + record)]
    }
    return (batch.pixels, try checked(batch.targets, kind, file))
  }

  private static func checked(_ targets: [Int], _ kind: Kind, _ file: String) throws(TensorError) -> [Int] {
    let limit = kind == .ten ? 10 : 100
    guard targets.allSatisfy({ $0 >= 0 && $0 < limit }) else { throw .notCIFAR(file) }
    return targets
  }

  private static func classes(_ kind: Kind, _ folder: String, _ isBinary: Bool) throws(TensorError) -> [String] {
    let names = kind == .ten ? ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"] : []
    if kind == .ten { return names }
    let file = isBinary ? "fine_label_names.txt" : "meta"
    guard let bytes = try? FileContents.read("\(folder)/\(file)") else { return (0..<100).map { "\($0)" } }
    if isBinary { return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init) }
    guard case .list(let list)? = try dictionary(bytes, file)["fine_label_names"] else { throw .notCIFAR(file) }
    return list.items.compactMap(\.textOrBytes)
  }

  package func length() throws(TensorError) -> Int { targets.count }

  package func item(at index: Int) throws(TensorError) -> OpValue {
    guard targets.indices.contains(index), data.dim == 4, index < data.shape[0], data.shape[3] == 3, data.dtype == .uint8 else {
      throw .index("index \(index) is out of bounds for axis 0 with size \(targets.count)")
    }
    let pixels: [UInt8] = try data.select(0, index).values(UInt8.self)
    var image = Image(width: data.shape[2], height: data.shape[1], channels: 3, bytes: pixels).value
    if let transform { image = try transform.apply(image) }
    var target = OpValue.int(targets[index])
    if let targetTransform { target = try targetTransform.apply(target) }
    return .tuple([image, target])
  }

  /// The data set's text.
  package var text: String {
    let facts = ["Number of datapoints: \(targets.count)", "Root location: \(root)", "Split: \(isTraining ? "Train" : "Test")"]
    return DatasetText.make(kind.rawValue, facts, transform, targetTransform)
  }
}

extension TensorError {
  fileprivate static func notCIFAR(_ file: String) -> TensorError {
    .runtime("\(file) is no CIFAR batch: Dataset not found or corrupted")
  }
}
