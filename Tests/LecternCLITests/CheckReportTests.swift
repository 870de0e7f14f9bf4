import Notebooks
import Sessions
import Testing

@testable import LecternCLI

@Suite struct CheckReportTests {
  var report: NotebookReport {
    var report = NotebookReport(file: "a<b>.py")
    report.verdicts = [
      CellVerdict(kind: .passed, number: 1, line: 2, title: "x", seconds: 0.25),
      CellVerdict(kind: .differs, number: 3, line: 9, title: "\"q\"", details: "-1\n+\u{1B}[31m2\u{1B}[0m \u{0} & ]]>\n"),
    ]
    return report
  }

  @Test func reportsTravelAsJSON() throws {
    let json = report.json
    let read = try #require(NotebookReport(JSONParser.parse(json.text(), file: "")))
    #expect(read.json == json)
  }

  @Test func xmlHoldsWhateverOutputsHold() {
    let text = JUnitReport.text([report])
    #expect(text.contains("<failure message=\"differs\">-1\n+2 \u{FFFD} &amp; ]]&gt;\n</failure>"))
    #expect(text.contains("classname=\"a&lt;b&gt;.py\" name=\"cell 3: &quot;q&quot;\""))
  }

  @Test func annotationsStayBelowTheLimitAndSaySo() {
    var many = report
    many.verdicts = (1...30).map { CellVerdict(kind: .raised, number: $0, line: $0, title: "", details: "100%\n") }
    let lines = GitHubAnnotations.text([many]).split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[0] == "::error file=a<b>.py,line=1,title=cell 1 raised::100%25%0A")
    #expect(lines[9] == "::error title=lectern check::21 more findings")
  }
}
