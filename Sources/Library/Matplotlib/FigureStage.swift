import Interpreter
import Plots

/// The figures of a running program: what `pyplot` calls the current one, and where figures go when they are shown.
package final class FigureStage {
  /// Takes a figure that `plt.show()` shows. Until a host sets it, a figure is one printed line.
  package var onShow: ((Figure) -> Void)?
  /// Takes what `IPython.display` shows. Until a host sets it, that is one printed line.
  package var onDisplay: ((DisplayedData) -> Void)?
  /// The open figures, oldest first.
  package private(set) var figures: [Figure] = []
  /// The look of figures to come.
  var style = PlotStyle()
  /// `plt.ion()`.
  var isInteractive = false
  private var current: Figure?
  /// What scripts hold for open figures: a figure's own link to it is weak.
  private var hosts: [ObjectIdentifier: Object] = [:]
  unowned let interpreter: Interpreter

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// The most figures that may be open; a loop that forgets to close them would fill the memory.
  static let mostFigures = 1000

  /// Opens a figure.
  func open(_ make: (PlotStyle) throws(PlotError) -> Figure, number: Int? = nil) throws(Raised) -> Figure {
    guard figures.count < Self.mostFigures else {
      throw .runtimeError("\(Self.mostFigures) figures are open; close some with plt.close('all')")
    }
    let style = style
    let figure = try plotting { () throws(PlotError) in try make(style) }
    figure.number = number ?? (figures.map(\.number).max() ?? 0) + 1
    figures.append(figure)
    hosts[ObjectIdentifier(figure)] = FigureObject.of(figure)
    current = figure
    if figures.count == 21 {
      try interpreter.warn(
        "More than 20 figures have been opened. Figures created through the pyplot interface (`matplotlib.pyplot.figure`) are retained until "
          + "explicitly closed and may consume too much memory. (To control this warning, see the rcParam `figure.max_open_warning`). "
          + "Consider using `matplotlib.pyplot.close()`.", .runtimeWarning)
    }
    return figure
  }

  /// The current figure; a new one where none is open.
  func currentFigure() throws(Raised) -> Figure {
    if let current { return current }
    return try open { (style) throws(PlotError) in try Figure(style) }
  }

  /// The current axes; new ones that fill the current figure where there are none.
  func currentAxes() throws(Raised) -> Axes {
    let figure = try currentFigure()
    return figure.currentAxes ?? figure.addAxes(at: GridPlace(SubplotGrid(rows: 1, columns: 1), rows: 0..<1, columns: 0..<1))
  }

  /// Makes a figure, and axes on it, current.
  func select(_ figure: Figure, _ axes: Axes? = nil) {
    if figures.contains(where: { $0 === figure }) { current = figure }
    if let axes { figure.currentAxes = axes }
  }

  /// The open figure of that number.
  func figure(numbered number: Int) -> Figure? { figures.first { $0.number == number } }

  /// Closes a figure, or the current one.
  func close(_ figure: Figure? = nil) {
    guard let closing = figure ?? current else { return }
    figures.removeAll { $0 === closing }
    hosts[ObjectIdentifier(closing)] = nil
    if current === closing { current = figures.last }
  }

  /// Closes all figures.
  func closeAll() {
    figures = []
    hosts = [:]
    current = nil
  }

  /// Shows all open figures and closes them.
  func show() {
    for figure in takeOpenFigures() { present(figure) }
  }

  /// Shows one figure.
  func present(_ figure: Figure) {
    if let onShow { onShow(figure) } else { interpreter.output(figure.summary + "\n") }
  }

  /// Shows something that is no figure.
  func display(_ data: DisplayedData) {
    if let onDisplay { return onDisplay(data) }
    switch data {
    case .picture(_, let text, _), .markup(_, _, let text): interpreter.output(text + "\n")
    case .nothing: break
    }
  }

  /// The open figures, which are closed: what a notebook shows at the end of a cell.
  package func takeOpenFigures() -> [Figure] {
    defer { closeAll() }
    return figures
  }
}
