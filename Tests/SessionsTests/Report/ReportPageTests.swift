import Notebooks
import Sessions
import Testing

/// The page of an executed notebook.
@Suite struct ReportPageTests {
  func section(_ cells: [Cell], verdicts: [CellVerdict] = []) -> String {
    ReportPage.section(of: Notebook(cells: cells), file: "n.py", results: [:], verdicts: verdicts)
  }

  func prose(_ text: String) -> String {
    let html = section([Cell(kind: .markdown, source: text)])
    return html.replacing("<section>\n<div class=\"prose\">\n", with: "").replacing("</div>\n</section>\n", with: "")
  }

  @Test func nothingInANotebookBecomesMarkup() {
    let attack = "<script>alert(1)</script>\u{1B}[31m\"&\u{0}"
    let cells = [
      Cell(kind: .markdown, source: attack), Cell(kind: .raw, source: attack),
      Cell(
        title: attack, source: "# \(attack)\nx = '\(attack)'\n%\(attack)",
        outputs: [
          .stream(.standardOutput, attack), .stream(.standardError, attack), .result(attack),
          .error(name: attack, message: attack, traceback: [attack]),
          .raw(
            .object(
              JSONObject([("data", .object(JSONObject([("text/html", .string(attack)), ("text/plain", .string(attack))])))]))),
        ]),
    ]
    var verdict = CellVerdict(kind: .differs, number: 3, line: 1, title: attack, details: "-\(attack)\n")
    verdict.seconds = 1
    let page = ReportPage.page(title: attack, summary: attack, sections: [section(cells, verdicts: [verdict])])
    #expect(!page.contains("<script"))
    #expect(!page.contains("\u{1B}") && !page.contains("\u{0}"))
    #expect(page.contains("-&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;\u{FFFD}"))
  }

  @Test func aPageLoadsNothingFromElsewhere() {
    let page = ReportPage.page(
      title: "", summary: "",
      sections: [prose("![a](http://x/y.png) <img src=http://x> [t](javascript:alert(1)) [u](data:text/html,x) [v](http://x)")])
    // What stands there as text is no element.
    #expect(!page.contains("<img") && page.contains("&lt;img src=http://x&gt;"))
    #expect(!page.contains("href=\"javascript") && !page.contains("href=\"data"))
    #expect(page.contains("<a href=\"http://x\" rel=\"noopener noreferrer\">v</a>"))
  }

  @Test(arguments: [
    (
      "# A *b*\ntext `x<y` **z**  \nnext",
      "<h1>A <em>b</em></h1>\n<p>text <code>x&lt;y</code> <strong>z</strong><br>\nnext</p>\n"
    ),
    ("- a\n  1. b\n- c\n\nd", "<ul>\n<li>a\n<ol>\n<li>b\n</li>\n</ol>\n</li>\n<li>c\n</li>\n</ul>\n<p>d</p>\n"),
    ("> q\n> r\n\n---", "<blockquote>\n<p>q\nr</p>\n</blockquote>\n<hr>\n"),
    (
      "a|b\n-|-\n1|2",
      "<div class=\"wide\"><table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table></div>\n"
    ),
    ("```\n<b>\n```", "<pre class=\"code\">&lt;b&gt;</pre>\n"),
    ("snake_case_name 2*3*4 $a_b_c$ \\*", "<p>snake_case_name 2<em>3</em>4 <span class=\"math\">$a_b_c$</span> *</p>\n"),
  ]) func proseIsRendered(text: String, html: String) { #expect(prose(text) == html) }

  @Test func codeIsHighlighted() {
    let html = section([Cell(source: "%time f()\ndef f(x):  # why\n    return 'a' + 1")])
    #expect(
      html.contains(
        "<span class=\"directive\">%time f()</span>\n<span class=\"keyword\">def</span> <span class=\"definition\">f</span>(x):"
      ))
    #expect(html.contains("<span class=\"comment\"># why</span>\n    <span class=\"keyword\">return</span>"))
    #expect(html.contains("<span class=\"string\">'a'</span> + <span class=\"number\">1</span></pre>"))
    #expect(section([Cell(source: "x = (1,\n'open")]).contains("&#39;") == false)
  }

  @Test func picturesStandInThePage() {
    let figure = FigureComparisonTests.figure(FigureComparisonTests.white)
    #expect(
      section([Cell(source: "plot()", outputs: [.figure(figure)])]).contains(
        "<img alt=\"&lt;figure 20x10 sha256:\(figure.hash)&gt;\" width=\"20\" height=\"10\" src=\"data:image/png;base64,iVBOR"))
  }
}
