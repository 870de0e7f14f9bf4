import Notebooks

/// An executed notebook as one web page that needs nothing else: prose, code, outputs, pictures, times, and what a check found.
package enum ReportPage {
  /// Whether a file of this name is to be a page.
  package static func isPage(_ name: String) -> Bool {
    [".html", ".htm"].contains { name.lowercased().hasSuffix($0) }
  }

  /// The page of one replayed notebook.
  package static func page(of notebook: Notebook, file: String, results: [Int: CellResult]) -> String {
    let seconds = results.values.reduce(0) { $0 + $1.seconds }
    let cells = results.count == 1 ? "1 cell" : "\(results.count) cells"
    return page(
      title: file, summary: "\(cells) run in \(Duration.text(seconds))",
      sections: [section(of: notebook, file: file, results: results, verdicts: [])])
  }

  /// A page of the sections that the notebooks have.
  package static func page(title: String, summary: String, sections: [String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="Lectern">
    <title>\(ReportText.escaped(title))</title>
    <style>
    \(ReportStyle.sheet)</style>
    </head>
    <body>
    <header><h1>\(ReportText.escaped(title))</h1><p>\(ReportText.escaped(summary))</p></header>
    <main>
    \(sections.joined(separator: "\n"))</main>
    </body>
    </html>

    """
  }

  /// The part of a page that shows one notebook; with verdicts of a check, each cell tells its own.
  package static func section(
    of notebook: Notebook, file: String, results: [Int: CellResult], verdicts: [CellVerdict], heading: String? = nil
  ) -> String {
    var html = "<section>\n"
    if let heading { html += "<h2 class=\"file\">\(ReportText.escaped(heading))</h2>\n" }
    for (index, cell) in notebook.cells.enumerated() {
      let verdict = verdicts.first { $0.number == index + 1 }
      switch cell.kind {
      case .markdown: html += "<div class=\"prose\">\n\(ProseRendering.html(cell.source))</div>\n"
      case .raw: html += "<pre class=\"raw\">\(ReportText.escaped(cell.source))</pre>\n"
      case .code: html += code(cell, number: index + 1, result: results[index], verdict)
      }
    }
    return html + "</section>\n"
  }

  /// The part of a page for a notebook that could not be run.
  package static func section(ofProblem problem: String, heading: String) -> String {
    "<section>\n<h2 class=\"file\">\(ReportText.escaped(heading))</h2>\n<pre class=\"output error\">\(ReportText.escaped(problem))</pre>\n</section>\n"
  }

  private static func code(_ cell: Cell, number: Int, result: CellResult?, _ verdict: CellVerdict?) -> String {
    let failed = verdict?.kind.isFailure ?? false
    var notes = cell.executionCount.map { ["<span class=\"count\">[\($0)]</span>"] } ?? []
    if let seconds = result?.seconds ?? verdict?.seconds {
      notes.append("<span class=\"time\">\(Duration.text(seconds))</span>")
    }
    if let verdict {
      notes.append("<span class=\"verdict \(failed ? "bad" : "good")\">\(ReportText.escaped(verdict.kind.phrase))</span>")
    }
    var html = "<div class=\"cell\(failed ? " failed" : "")\" id=\"cell-\(number)\">\n"
    html += "<div class=\"notes\">\(notes.joined(separator: " "))</div>\n"
    if let title = cell.title { html += "<div class=\"title\">\(ReportText.escaped(title))</div>\n" }
    html += "<pre class=\"code\">\(CodeHighlighting.html(cell.source))</pre>\n"
    for output in cell.outputs { html += self.html(of: output) }
    if failed, let verdict, !verdict.details.isEmpty {
      html +=
        "<div class=\"label\">difference from the record</div>\n<pre class=\"difference\">\(difference(verdict.details))</pre>\n"
    }
    return html + "</div>\n"
  }

  private static func html(of output: Output) -> String {
    switch output {
    case .stream(.standardOutput, let text): return "<pre class=\"output\">\(ReportText.shown(text))</pre>\n"
    case .stream(.standardError, let text): return "<pre class=\"output stderr\">\(ReportText.shown(text))</pre>\n"
    case .result(let text): return "<pre class=\"output echo\">\(ReportText.shown(text))</pre>\n"
    case .error(_, _, let traceback):
      let text = traceback.isEmpty ? output.errorLine ?? "" : traceback.joined(separator: "\n")
      return "<pre class=\"output error\">\(ReportText.shown(text))</pre>\n"
    case .figure(let figure):
      let name = ReportText.escaped(figure.text ?? figure.line)
      guard !figure.png.isEmpty else { return "<pre class=\"output\">\(name)</pre>\n" }
      let (kind, bytes) = figure.svg.isEmpty ? ("png", figure.png) : ("svg+xml", figure.svg)
      return "<figure><img alt=\"\(name)\" width=\"\(figure.width)\" height=\"\(figure.height)\" "
        + "src=\"data:image/\(kind);base64,\(Base64.encode(bytes))\"></figure>\n"
    case .raw: return [output].shownText.isEmpty ? "" : "<pre class=\"output\">\(ReportText.shown([output].shownText))</pre>\n"
    }
  }

  private static func difference(_ details: String) -> String {
    var lines = details.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { line in
      let name: String? =
        switch line.first {
        case "-": "removed"
        case "+": "added"
        case "!": "off"
        case "@": "gap"
        default: nil
        }
      return name.map { "<span class=\"\($0)\">\(ReportText.escaped(line))</span>" } ?? ReportText.escaped(line)
    }.joined(separator: "\n")
  }
}
