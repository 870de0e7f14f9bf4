import Foundation
import LineEditing
import Testing

@Suite struct HistoryTests {
  let folder = NSTemporaryDirectory() + "lectern-history-\(UUID().uuidString)/a/b"

  func write(_ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/history"))
  }

  @Test func entriesOfSeveralLinesComeBack() {
    let entries = ["for i in x:\n\tprint(i)", "'\\n'", "한국어"]
    let first = History(folder: folder)
    let second = History(folder: folder)
    first.append(entries[0])
    second.append(entries[1])
    first.appendOutcome(seconds: 0.5, succeeded: true)
    first.append(entries[2])
    let read = History(folder: folder)
    #expect(read.entries == entries)
    #expect(read.takeNotice() == nil)
  }

  @Test func aLineThatWasCutOffDoesNotSwallowTheNext() throws {
    try write(Array("lectern history 1\n>\t1\t2\ta = 1\n>\t1\t2\tb".utf8))
    History(folder: folder).append("c")
    #expect(History(folder: folder).entries == ["a = 1", "b", "c"])
  }

  @Test func aDamagedFileIsKeptAndItsGoodEntriesGoOn() throws {
    try write(Array("lectern history 1\n>\t1\t2\ta\n>\t1\t2\t".utf8) + [0xFF, 0x0A])
    let history = History(folder: folder)
    #expect(history.entries == ["a"])
    #expect(try #require(history.takeNotice()).contains("damaged"))
    #expect(History(folder: folder).entries == ["a"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
  }

  @Test func aFolderThatCannotBeMadeIsToldOnce() throws {
    let history = History(folder: "/proc/lectern")
    #expect(try #require(history.takeNotice()).hasPrefix("History is not kept: the folder /proc/lectern cannot be made"))
    history.append("x")
    #expect(history.takeNotice() == nil)
  }
}
