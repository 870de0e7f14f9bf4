import Tensors

/// MNIST or FashionMNIST: 28×28 grey images of ten classes.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.datasets.MNIST.html
package final class MNIST: Dataset {
  /// Which data set: its name, classes and where it is found.
  package let source: MNISTSource
  /// The folder that the code named.
  package let root: String
  /// Whether these are the images to train with.
  package let isTraining: Bool
  /// Whether drawn digits stand in for the data set.
  package let isSynthetic: Bool
  /// The images, `[N, 28, 28]` bytes.
  package var data: Tensor
  /// The classes, `[N]` integers.
  package var targets: Tensor
  /// What is done to each image.
  package var transform: (any Transform)? { didSet { table = transform?.table(after: nil) } }
  /// What is done to each class.
  package var targetTransform: (any Transform)?
  private var table: ByteTable?

  /// How the data set is made, for scripts.
  package static let signature = "(root, train=True, transform=None, target_transform=None, download=False)"

  package init(
    _ source: MNISTSource, root: String, train: Bool = true, transform: OpValue = .none, targetTransform: OpValue = .none,
    download: Bool = false, locator: DatasetLocator
  ) throws(TensorError) {
    self.source = source
    self.root = root
    isTraining = train
    self.transform = try transform.transform()
    self.targetTransform = try targetTransform.transform()
    table = self.transform?.table(after: nil)
    let files = try source.load(root: root, train: train, download: download, locator: locator)
    isSynthetic = files.isSynthetic
    data = Tensor(files.images.bytes, shape: Shape(files.images.shape))
    targets = try Tensor(files.labels.bytes).to(.int64)
  }

  /// The old names of the attributes and what they are called now; scripts that use them are warned.
  package static let renamedAttributes = [
    "train_labels": "targets", "test_labels": "targets", "train_data": "data", "test_data": "data",
  ]

  package func length() throws(TensorError) -> Int { data.shape.first ?? 0 }

  package func item(at index: Int) throws(TensorError) -> OpValue {
    guard index < (targets.shape.first ?? 0), data.dim == 3, data.dtype == .uint8 else {
      throw .index("index \(index) is out of bounds for dimension 0 with size \(targets.shape.first ?? 0)")
    }
    let pixels: [UInt8] = try data.select(0, index).values(UInt8.self)
    var image = Image(width: data.shape[2], height: data.shape[1], bytes: pixels).value
    if let transform { image = try transform.apply(image) }
    var target = OpValue.int(try targets.select(0, index).item().intValue)
    if let targetTransform { target = try targetTransform.apply(target) }
    return .tuple([image, target])
  }

  package func batch(at indices: [Int]) throws(TensorError) -> OpValue? {
    guard let table, targetTransform == nil, data.dim == 3, data.dtype == .uint8, data.isContiguous, targets.dtype == .int64,
      targets.dim == 1, targets.isContiguous
    else { return nil }
    let count = min(data.shape[0], targets.shape[0])
    guard indices.allSatisfy({ $0 >= 0 && $0 < count }) else { return nil }
    let (height, width) = (data.shape[1], data.shape[2])
    let images = try Tensor(uninitialised: [indices.count, 1, height, width], dtype: .float32)
    let labels = try Tensor(uninitialised: [indices.count], dtype: .int64)
    let (source, target) = (data.pointer(UInt8.self), images.pointer(Float.self))
    let (classes, chosen) = (targets.pointer(Int.self), labels.pointer(Int.self))
    let area = height * width
    table.values.withUnsafeBufferPointer { values in
      for (place, index) in indices.enumerated() {
        let from = source + index * area
        let to = target + place * area
        for pixel in 0..<area { to[pixel] = values[Int(from[pixel])] }
        chosen[place] = classes[index]
      }
    }
    return .list([.tensor(images), .tensor(labels)])
  }

  /// The data set's text.
  package var text: String {
    let name = isSynthetic ? "SyntheticDigits (in place of \(source.name))" : source.name
    let facts = [
      "Number of datapoints: \(data.shape.first ?? 0)", "Root location: \(root)", "Split: \(isTraining ? "Train" : "Test")",
    ]
    return DatasetText.make(name, facts, transform, targetTransform)
  }
}
