import Tensors

/// One of the data sets in MNIST's format: its name, its classes and where its files come from.
package struct MNISTSource {
  package let name: String
  package let classes: [String]
  package let mirrors: [String]
  package let files: [RemoteFile]
  /// Whether drawn digits may stand in for it.
  let allowsSynthetic: Bool

  /// Handwritten digits. Reference: https://yann.lecun.com/exdb/mnist/
  package static let mnist = MNISTSource(
    name: "MNIST",
    classes: [
      "0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven", "8 - eight", "9 - nine",
    ],
    mirrors: ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://yann.lecun.com/exdb/mnist/"],
    files: [
      RemoteFile(name: "train-images-idx3-ubyte.gz", byteCount: 9_912_422, md5: "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
      RemoteFile(name: "train-labels-idx1-ubyte.gz", byteCount: 28_881, md5: "d53e105ee54ea40749a09fcbcd1e9432"),
      RemoteFile(name: "t10k-images-idx3-ubyte.gz", byteCount: 1_648_877, md5: "9fb629c4189551a2d022fa330f9573f3"),
      RemoteFile(name: "t10k-labels-idx1-ubyte.gz", byteCount: 4_542, md5: "ec29112dd5afa0611ce80d1b7f02629c"),
    ], allowsSynthetic: true)

  /// Pictures of clothes. Reference: https://github.com/zalandoresearch/fashion-mnist
  package static let fashion = MNISTSource(
    name: "FashionMNIST",
    classes: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ],
    // The project's own server has no certificate; the checksums guard the transfer.
    mirrors: [
      "https://fashion-mnist.s3.eu-central-1.amazonaws.com/", "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    ],
    files: [
      RemoteFile(name: "train-images-idx3-ubyte.gz", byteCount: 26_421_880, md5: "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
      RemoteFile(name: "train-labels-idx1-ubyte.gz", byteCount: 29_515, md5: "25c81989df183df01b3e8a0aad5dffbe"),
      RemoteFile(name: "t10k-images-idx3-ubyte.gz", byteCount: 4_422_102, md5: "bef4ecab320f06d8554ea6380940ec79"),
      RemoteFile(name: "t10k-labels-idx1-ubyte.gz", byteCount: 5_148, md5: "bb300cfdad3c16e7a12a480ee83cd310"),
    ], allowsSynthetic: false)

  package init(name: String, classes: [String], mirrors: [String], files: [RemoteFile], allowsSynthetic: Bool) {
    self.name = name
    self.classes = classes
    self.mirrors = mirrors
    self.files = files
    self.allowsSynthetic = allowsSynthetic
  }

  /// The images and labels of one split, from wherever they can be had.
  func load(
    root: String, train: Bool, download: Bool, locator: DatasetLocator
  ) throws(TensorError) -> (images: IDXFile, labels: IDXFile, isSynthetic: Bool) {
    let split = train ? "train" : "t10k"
    let names = ["\(split)-images-idx3-ubyte", "\(split)-labels-idx1-ubyte"]
    if let paths = locator.locate(names, of: name, root: root) { return try read(paths) }
    if !download { throw .runtime("Dataset not found. You can use download=True to download it") }
    do {
      try locator.download(files, of: name, from: mirrors, root: root)
    } catch {
      guard allowsSynthetic && locator.allowsSynthetic else { throw error }
      locator.report(
        "\(name) is not in \(root.isEmpty ? "." : root) and could not be downloaded: SyntheticDigits stand in for it "
          + "(images of the same size and number, drawn by the computer). The option --no-synthetic makes this an error.")
      let digits = SyntheticDigits.load(train: train, cacheFolder: locator.cacheFolder)
      return (digits.images, digits.labels, true)
    }
    guard let paths = locator.locate(names, of: name, root: root) else {
      throw .runtime("Dataset not found. You can use download=True to download it")
    }
    return try read(paths)
  }

  private func read(_ paths: [String]) throws(TensorError) -> (images: IDXFile, labels: IDXFile, isSynthetic: Bool) {
    let images = try IDXFile.read(paths[0], dimensions: 3)
    let labels = try IDXFile.read(paths[1], dimensions: 1)
    if images.shape[0] != labels.shape[0] {
      throw .runtime("\(paths[1]): expected \(images.shape[0]) labels as there are images, found \(labels.shape[0])")
    }
    return (images, labels, false)
  }
}
