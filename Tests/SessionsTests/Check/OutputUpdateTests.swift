import Notebooks
import Testing

@testable import Sessions

/// What an update records.
@Suite struct OutputUpdateTests {
  func update(_ recorded: [Output], _ fresh: [Output], isText: Bool = true) -> [Output] {
    OutputUpdate(OutputComparison(), isText: isText).outputs(recorded: recorded, fresh: fresh)
  }

  @Test func linesThatStillAgreeKeepTheirWildcards() {
    #expect(
      update([.result("took [TIME]\n1.0")], [.stream(.standardOutput, "took 3 s\n2.0\n")]) == [.result("took [TIME]\n2.0")])
  }

  @Test func aPersonsWayOfRecordingIsKeptAndANotebookFilesIsNot() {
    let fresh: [Output] = [.stream(.standardOutput, "a\n"), .result("2")]
    #expect(update([.result("a\n1")], fresh) == [.result("a\n2")])
    #expect(update([.result("a\n1")], fresh, isText: false) == fresh)
  }

  @Test func piecesOfTheSameKindsAreMergedOneByOne() {
    #expect(
      update([.stream(.standardOutput, "...\n"), .result("1")], [.stream(.standardOutput, "x\n"), .result("2")])
        == [.stream(.standardOutput, "...\n"), .result("2")])
  }

  @Test func updatingTwiceChangesNothing() {
    let fresh: [Output] = [
      .stream(.standardError, "w\n"), .stream(.standardOutput, "b\n"), .error(name: "E", message: "x", traceback: []),
    ]
    let once = update([.stream(.standardOutput, "a\n")], fresh)
    #expect(update(once, fresh) == once)
    #expect(once == [.stream(.standardOutput, "b\n"), .error(name: "E", message: "x", traceback: [])])
  }

  @Test func picturesThatAgreeStayAsTheyWere() {
    let white = FigureComparisonTests.figure(FigureComparisonTests.white)
    let faint = FigureComparisonTests.figure(
      "iVBORw0KGgoAAAANSUhEUgAAABQAAAAKCAAAAACRPiE6AAAAD0lEQVR4nGP4jAUwDGVBAOLtvdlFWTyVAAAAAElFTkSuQmCC")
    #expect(update([.result("1"), .figure(white)], [.result("2"), .figure(faint)]) == [.result("2"), .figure(white)])
    #expect(update([.figure(white)], [.figure(white), .figure(faint)]) == [.figure(white), .figure(faint)])
  }
}
