import Tensors

/// Pictures sorted into one folder a class: `root/class/name.jpg`.
/// Reference: https://pytorch.org/vision/stable/generated/torchvision.datasets.ImageFolder.html
package final class ImageFolder: Dataset {
  package let root: String
  /// The classes: the names of the folders, sorted.
  package let classes: [String]
  /// The files with their classes' numbers.
  package let samples: [(path: String, target: Int)]
  /// What is done to each image.
  package var transform: (any Transform)?
  /// What is done to each class.
  package var targetTransform: (any Transform)?
  private let loader: HostFunction?

  /// How the data set is made, for scripts.
  package static let signature =
    "(root, transform=None, target_transform=None, loader=None, is_valid_file=None, allow_empty: bool = False)"

  /// The endings of file names that count as pictures; PNG and JPEG can be read.
  package static let endings = [".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp"]

  package init(
    root: String, transform: OpValue = .none, targetTransform: OpValue = .none, loader: OpValue = .none,
    isValid: OpValue = .none,
    allowsEmpty: Bool = false
  ) throws(TensorError) {
    self.root = root
    self.transform = try transform.transform()
    self.targetTransform = try targetTransform.transform()
    if case .object(let function as HostFunction, _) = loader { self.loader = function } else { self.loader = nil }
    classes = try FolderListing.folders(in: root)
    if classes.isEmpty { throw TensorError(.fileNotFound, "Couldn't find any class folder in \(root).") }
    var samples: [(path: String, target: Int)] = []
    var empty: [String] = []
    for (number, name) in classes.enumerated() {
      let before = samples.count
      for path in try FolderListing.files(below: "\(root)/\(name)") where try ImageFolder.accepts(path, isValid) {
        samples.append((path, number))
      }
      if samples.count == before { empty.append(name) }
    }
    if !empty.isEmpty, !allowsEmpty {
      var message = "Found no valid file for the classes \(empty.joined(separator: ", ")). "
      if case .none = isValid { message += "Supported extensions are: \(ImageFolder.endings.joined(separator: ", "))" }
      throw TensorError(.fileNotFound, message)
    }
    self.samples = samples
  }

  private static func accepts(_ path: String, _ isValid: OpValue) throws(TensorError) -> Bool {
    if case .object(let function as HostFunction, _) = isValid {
      let answer = try function([.string(path)])
      if case .bool(let flag) = answer { return flag }
      return answer.scalar.map { $0.doubleValue != 0 } ?? !answer.isNone
    }
    let name = path.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  package func length() throws(TensorError) -> Int { samples.count }

  package func item(at index: Int) throws(TensorError) -> OpValue {
    guard samples.indices.contains(index) else { throw .index("list index out of range") }
    let (path, number) = samples[index]
    var image: OpValue
    if let loader {
      image = try loader([.string(path)])
    } else {
      image = try ImageFile.read(path).converted(toChannels: 3).value
    }
    if let transform { image = try transform.apply(image) }
    var target = OpValue.int(number)
    if let targetTransform { target = try targetTransform.apply(target) }
    return .tuple([image, target])
  }

  /// The data set's text.
  package var text: String {
    DatasetText.make(
      "ImageFolder", ["Number of datapoints: \(samples.count)", "Root location: \(root)"], transform, targetTransform)
  }
}
