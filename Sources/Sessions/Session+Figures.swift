import Library
import Notebooks
import Plots

extension Session {
  /// Records a figure that the program shows, and shows it where the session runs.
  func show(_ figure: Figure) {
    let png: [UInt8]
    do throws(PlotError) { png = try figure.png() } catch {
      // Drawing happens after the call that asked for it: nobody is left to catch an exception.
      return write(.standardError, "The figure could not be drawn: \(error.message)\n")
    }
    guard var recorded = RecordedFigure(png: png, text: figure.summary) else { return }
    // A picture of very many shapes is smaller and quicker to show as pixels.
    if let svg = try? figure.svg(), svg.count < 1 << 18 { recorded.svg = svg }
    record(.figure(recorded))
    onFigure(figure)
  }

  /// Records what `IPython.display` shows, and shows it where the session runs.
  func show(_ data: DisplayedData) {
    switch data {
    case .nothing(let waits): clearOutputs(waits: waits)
    case .picture(let png, let text, let figure):
      guard let recorded = RecordedFigure(png: png, text: text) else { return }
      record(.figure(recorded))
      onFigure(figure)
    case .markup(let kind, let source, let text):
      let bundle = JSONObject([(kind, .string(source)), ("text/plain", .string(text))])
      record(
        .raw(
          .object(
            JSONObject([
              ("output_type", .string("display_data")), ("data", .object(bundle)), ("metadata", .object(JSONObject())),
            ]))))
      onOutput(.standardOutput, text + "\n")
    }
  }

  /// Shows and closes the figures that are open: the end of a notebook's cell.
  func showOpenFigures() {
    for figure in figures?.takeOpenFigures() ?? [] { show(figure) }
  }
}
