import Dispatch
import Glibc
import Tensors

/// Stand-ins for MNIST where there is no network: the same sizes and types, drawn from a seed instead of scanned.
package enum SyntheticDigits {
  /// Names the drawing procedure: a change to a drawn pixel needs a new number, or old cache files would be taken for new ones.
  static let version = 1
  private static let seed: UInt64 = 20_220_522
  private static let trainCount = 60_000
  private static let testCount = 10_000

  /// The images `[N, 28, 28]` and labels `[N]` of one split: from the cache below `cacheFolder` if they are there, else drawn and,
  /// where that is possible, kept there.
  package static func load(train: Bool, cacheFolder: String?) -> (images: IDXFile, labels: IDXFile) {
    let split = train ? "train" : "t10k"
    let folder = cacheFolder.map { "\($0)/synthetic-digits-\(version)" }
    let count = train ? trainCount : testCount
    if let folder, let cached = readCache(folder: folder, split: split, count: count) { return cached }
    let drawn = draw(from: train ? 0 : trainCount, count: count)
    // Without a cache the digits are drawn again next time; that is slower, not wrong.
    if let folder, makeFolders(folder) {
      try? drawn.images.write(to: "\(folder)/\(split)-images-idx3-ubyte")
      try? drawn.labels.write(to: "\(folder)/\(split)-labels-idx1-ubyte")
    }
    return drawn
  }

  private static func readCache(folder: String, split: String, count: Int) -> (images: IDXFile, labels: IDXFile)? {
    let imagePath = "\(folder)/\(split)-images-idx3-ubyte"
    let labelPath = "\(folder)/\(split)-labels-idx1-ubyte"
    guard let images = try? IDXFile.read(imagePath, dimensions: 3), let labels = try? IDXFile.read(labelPath, dimensions: 1)
    else { return nil }
    let side = DigitRenderer.side
    return images.shape == [count, side, side] && labels.shape == [count] && labels.bytes.allSatisfy { $0 < 10 }
      ? (images, labels) : nil
  }

  /// Draws the images numbered `first ..< first + count`, on all processors.
  static func draw(from first: Int, count: Int) -> (images: IDXFile, labels: IDXFile) {
    let side = DigitRenderer.side
    let area = side * side
    var labels = [UInt8](repeating: 0, count: count)
    let pixels = [UInt8](unsafeUninitializedCapacity: count * area) { pixels, initialized in
      labels.withUnsafeMutableBufferPointer { labels in
        let chunk = 500
        DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { part in
          var renderer = DigitRenderer()
          for index in (part * chunk)..<min(count, (part + 1) * chunk) {
            let image = UnsafeMutableBufferPointer(rebasing: pixels[(index * area)..<((index + 1) * area)])
            labels[index] = renderer.draw(number: first + index, seed: seed, into: image)
          }
        }
      }
      initialized = count * area
    }
    return (IDXFile(shape: [count, side, side], bytes: pixels), IDXFile(shape: [count], bytes: labels))
  }
}

/// Creates `folder` and the folders above it; false if that failed.
func makeFolders(_ folder: String) -> Bool {
  var path = folder.hasPrefix("/") ? "" : "."
  for part in folder.split(separator: "/") {
    path += "/" + part
    if mkdir(path, 0o777) != 0 && errno != EEXIST { return false }
  }
  var status = stat()
  return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
