import Foundation
import Testing

/// The recorded cases on a processor without AVX-512, which `qemu-x86_64` (package `qemu-user`) emulates: random streams, texts, types,
/// sums and optimisers must be equal in bits there, everything else within its tolerance. Training on MNIST is left out.
@Suite(.serialized, .enabled(if: emulator != nil, "qemu-x86_64 is not installed: apt install qemu-user"))
struct EmulatedConformanceTests {
  @Test func processorWithoutAVX512GivesTheSame() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "LECTERN_CONFORMANCE=quick", "timeout", "600", try #require(emulator), "-cpu", "Haswell", "/proc/self/exe".resolved,
      "--testing-library", "swift-testing", "--filter", "ConformanceTests/missesAreTheKnownOnes",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // The table, and the cases before it that differ.
    let lines = output.split(separator: "\n").filter { line in !["\u{1b}", "◇", "✔", "↳", "✘"].contains { line.hasPrefix($0) } }
    print(lines.joined(separator: "\n"))
    #expect(output.contains("no AVX-512"), "the emulated run gave no table")
    #expect(process.terminationStatus == 0, "cases differ without AVX-512")
  }
}

private let emulator: String? = ["/usr/bin/qemu-x86_64", "/usr/bin/qemu-x86_64-static"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

extension String {
  /// The path that a symbolic link leads to.
  fileprivate var resolved: String { URL(fileURLWithPath: self).resolvingSymlinksInPath().path }
}
