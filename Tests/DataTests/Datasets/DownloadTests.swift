import Data
import Tensors
import Testing

extension DataSuite {
  @Suite struct DownloadTests {
    private let folder = TemporaryFolder()
    // The checksum of the three bytes "abc".
    private let file = RemoteFile(name: "letters.gz", byteCount: 3, md5: "900150983cd24fb0d6963f7d28e17f72")

    private func mirror(_ name: String) -> String { "file://\(folder.path)/\(name)/" }

    @Test func theFirstMirrorWithTheRightFileIsUsed() throws {
      _ = folder.write("short/letters.gz", Array("ab".utf8))
      _ = folder.write("changed/letters.gz", Array("abd".utf8))
      _ = folder.write("good/letters.gz", Array("abc".utf8))
      let target = folder.path + "/target/MNIST/raw"
      try file.download(from: [mirror("absent"), mirror("short"), mirror("changed"), mirror("good")], into: target)
      #expect(folder.names.filter { $0.hasPrefix("target/") && $0.hasSuffix("gz") } == ["target/MNIST/raw/letters.gz"])
    }

    @Test func nothingIsLeftOfAFailedDownload() {
      _ = folder.write("short/letters.gz", Array("ab".utf8))
      _ = folder.write("changed/letters.gz", Array("abd".utf8))
      let target = folder.path + "/target"
      var message = ""
      do {
        try file.download(from: [mirror("short"), mirror("changed")], into: target)
      } catch {
        message = error.message
      }
      #expect(message.contains("expected 3 bytes, found 2"))
      #expect(message.contains("expected checksum 900150983cd24fb0d6963f7d28e17f72, found 4911e516e5aa21d327512e0c8b197616"))
      #expect(!folder.names.contains { $0.hasPrefix("target/") })
    }
  }
}
