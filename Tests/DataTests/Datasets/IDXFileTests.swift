import Data
import Tensors
import Testing

extension DataSuite {
  @Suite struct IDXFileTests {
    private let folder = TemporaryFolder()

    private func message(_ path: String, dimensions: Int) -> String? {
      do { _ = try IDXFile.read(path, dimensions: dimensions) } catch { return error.message }
      return nil
    }

    @Test func writtenFilesAreReadBack() throws {
      let path = folder.path + "/a"
      try IDXFile(shape: [2, 1, 3], bytes: [1, 2, 3, 4, 5, 6]).write(to: path)
      let back = try IDXFile.read(path, dimensions: 3)
      #expect(back.shape == [2, 1, 3])
      #expect(back.bytes == [1, 2, 3, 4, 5, 6])
      #expect(folder.names == ["a"])
    }

    @Test func gzipIsRead() throws {
      // Three labels 7, 8, 9, compressed by gzip.
      let packed: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 99, 96, 224, 96, 100, 96, 96, 96, 102, 231, 224, 4, 0, 173, 152, 10, 186, 11, 0, 0, 0,
      ]
      let path = folder.write("labels.gz", packed)
      #expect(try IDXFile.read(path, dimensions: 1).bytes == [7, 8, 9])
      let cut = folder.write("cut.gz", Array(packed.prefix(20)))
      #expect(message(cut, dimensions: 1)?.hasPrefix(cut) == true)
    }

    @Test func faultsAreNamedWithSizes() {
      let missing = folder.path + "/missing"
      #expect(message(missing, dimensions: 1) == "cannot read \(missing): No such file or directory")
      let short = folder.write("short", [0, 0, 8, 1, 0, 0, 0, 5, 1, 2])
      #expect(message(short, dimensions: 1) == "\(short) is truncated: expected 13 bytes, found 10")
      let long = folder.write("long", [0, 0, 8, 1, 0, 0, 0, 1, 1, 2])
      #expect(message(long, dimensions: 1) == "\(long) is too long: expected 9 bytes, found more")
      let labels = folder.write("labels", [0, 0, 8, 1, 0, 0, 0, 1, 1])
      #expect(
        message(labels, dimensions: 3)
          == "\(labels): expected an IDX file of bytes with 3 dimensions (magic number 2051), found magic number 2049")
      let huge = folder.write("huge", [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12))
      #expect(message(huge, dimensions: 3) == "\(huge) claims more than 2147483648 elements, the most that is read")
      let empty = folder.write("empty", [])
      #expect(message(empty, dimensions: 1) == "\(empty) is truncated: expected 8 bytes, found 0")
      #expect(message(folder.path, dimensions: 1)?.contains(folder.path) == true)
    }
  }
}
