import Plots
import Testing

/// Where axes have their ticks, and what these are labelled.
@Suite struct TickTests {
  /// Limits, labels and what the labels share, recorded from matplotlib 3.11.2 on a figure of the usual size.
  static let cases: [(Double, Double, String)] = [
    (0.0, 1.0, "0.0 0.2 0.4 0.6 0.8 1.0"),
    (0.0, 10.0, "0 2 4 6 8 10"),
    (-3.2, 7.9, "−2 0 2 4 6"),
    (0.001, 0.0042, "0.0010 0.0015 0.0020 0.0025 0.0030 0.0035 0.0040"),
    (0.0, 123456789.0, "0.0 0.2 0.4 0.6 0.8 1.0 1.2"),
    (1000.1, 1000.7, "0.1 0.2 0.3 0.4 0.5 0.6 0.7"),
    (-1.0, 1.0, "−1.00 −0.75 −0.50 −0.25 0.00 0.25 0.50 0.75 1.00"),
    (0.0, 255.0, "0 50 100 150 200 250"),
    (-2e-06, 3e-06, "−2 −1 0 1 2 3"),
    (17.0, 18.0, "17.0 17.2 17.4 17.6 17.8 18.0"),
  ]

  @Test(arguments: cases)
  func labelsAreMatplotlibs(low: Double, high: Double, labels: String) throws {
    let axes = try Figure().addAxes(in: Rect(0.125, 0.11, 0.775, 0.77))
    let ticks = axes.x.ticks(shownBetween: Limits(low, high))
    #expect(ticks.map(\.label).joined(separator: " ") == labels)
  }

  @Test func logarithmicAxesHavePowers() throws {
    let axes = try Figure().addAxes(in: Rect(0, 0, 1, 1))
    axes.y.scale = .logarithmic(base: 10)
    #expect(axes.y.ticks(shownBetween: Limits(0.5, 2000)).map(\.value) == [1, 10, 100, 1000])
    // The least number above zero decides where the axis begins.
    axes.add(LineArtist([0, 1, 2], [0, 1, 100], Stroke(.black, width: 1)))
    #expect(axes.yLimits.first > 0.7 && axes.yLimits.last < 130)
  }

  @Test func limitsHaveAMarginExceptAtEdges() throws {
    let axes = try Figure().addAxes(in: Rect(0, 0, 1, 1))
    #expect(axes.xLimits == Limits(0, 1))
    axes.add(LineArtist([0, 10], [-1, 1], Stroke(.black, width: 1)))
    #expect(axes.xLimits == Limits(-0.5, 10.5))
    axes.add(RectanglesArtist([RectanglesArtist.Bar(2, 0, 3, 5)], fills: [.black], foot: .y))
    #expect(axes.yLimits.first == -1.3)
  }

  static let oddNumbers: [[Double]] = [
    [Double.nan, Double.nan], [Double.infinity, -Double.infinity], [1e308, -1e308], [5e-324, 0], [1e18, 1e18 + 1], [0, 0],
    [-1e-310, 1e-310],
  ]

  @Test(arguments: oddNumbers)
  func oddNumbersAreDrawnWithoutHarm(values: [Double]) throws {
    let figure = try Figure(width: 1, height: 1)
    let axes = figure.addAxes(in: Rect(0.2, 0.2, 0.7, 0.7))
    axes.add(LineArtist(values, values.reversed(), Stroke(.black, width: 1)))
    axes.add(PointsArtist(values, values, areas: [36], colors: [.black], marker: try #require(try Marker("o"))))
    #expect(try figure.png().count > 100)
    axes.x.scale = .logarithmic(base: 10)
    axes.y.scale = .symmetricLogarithmic(base: 10, linear: 1)
    #expect(try figure.svg().count > 100)
  }

  @Test func histogramsCountTheirLastEdge() throws {
    let edges = try Histogram.edges([1, 2, 3], count: 2)
    #expect(edges == [1, 2, 3])
    #expect(Histogram([1, 2, 3], edges: edges).counts == [1, 2])
    #expect(throws: PlotError(.value, "`bins` must be positive, when an integer")) { try Histogram.edges([1], count: 0) }
  }
}
