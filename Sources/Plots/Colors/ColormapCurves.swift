import Glibc

/// Colour maps that a formula gives, most of them older than the libraries that use them (MATLAB's and gnuplot's palettes).
enum ColormapCurves {
  typealias Curve = (Double) -> (Double, Double, Double)

  static let names = [
    "gray", "grey", "gist_gray", "binary", "gist_yarg", "jet", "hot", "afmhot", "gist_heat", "bone", "copper", "pink", "cool",
    "spring",
    "summer", "autumn", "winter", "Wistia", "bwr", "seismic", "brg", "hsv", "rainbow", "gnuplot", "gnuplot2", "ocean",
    "terrain",
    "cubehelix",
  ]

  static func curve(_ name: String) -> Curve? {
    switch name {
    case "gray", "grey", "gist_gray": return { x in (x, x, x) }
    case "binary", "gist_yarg": return { x in (1 - x, 1 - x, 1 - x) }
    case "cool": return { x in (x, 1 - x, 1) }
    case "spring": return { x in (1, x, 1 - x) }
    case "summer": return { x in (x, 0.5 + x / 2, 0.4) }
    case "autumn": return { x in (1, x, 0) }
    case "winter": return { x in (0, x, 1 - x / 2) }
    case "copper": return { x in (1.2353 * x, 0.7812 * x, 0.4975 * x) }
    case "afmhot": return { x in (2 * x, 2 * x - 0.5, 2 * x - 1) }
    case "gist_heat": return { x in (1.5 * x, 2 * x - 1, 4 * x - 3) }
    case "ocean": return { x in (3 * x - 2, abs(3 * x - 1) / 2, x) }
    case "rainbow": return { x in (abs(2 * x - 0.5), sin(Double.pi * x), cos(Double.pi / 2 * x)) }
    case "gnuplot": return { x in (sqrt(x), x * x * x, sin(2 * Double.pi * x)) }
    case "hsv": return hsv
    case "bwr": return { x in (min(1, 2 * x), 1 - abs(2 * x - 1), min(1, 2 - 2 * x)) }
    case "gnuplot2": return gnuplot2
    case "cubehelix": return cubehelix
    case "pink": return pink
    default: return bends[name].map { parts in { x in (line(x, parts[0]), line(x, parts[1]), line(x, parts[2])) } }
    }
  }

  /// Where red, green and blue bend: (position, height) pairs with straight lines between them.
  private static let bends: [String: [[(Double, Double)]]] = [
    "jet": [
      [(0, 0), (0.35, 0), (0.66, 1), (0.89, 1), (1, 0.5)],
      [(0, 0), (0.125, 0), (0.375, 1), (0.64, 1), (0.91, 0), (1, 0)],
      [(0, 0.5), (0.11, 1), (0.34, 1), (0.65, 0), (1, 0)],
    ],
    "hot": [
      [(0, 0.0416), (0.365, 1), (1, 1)], [(0, 0), (0.365, 0), (0.746, 1), (1, 1)], [(0, 0), (0.746, 0), (1, 1)],
    ],
    "bone": [
      [(0, 0), (0.746, 0.653), (1, 1)], [(0, 0), (0.365, 0.319), (0.746, 0.778), (1, 1)], [(0, 0), (0.365, 0.444), (1, 1)],
    ],
    "seismic": [
      [(0, 0), (0.25, 0), (0.5, 1), (0.75, 1), (1, 0.5)], [(0, 0), (0.25, 0), (0.5, 1), (0.75, 0), (1, 0)],
      [(0, 0.3), (0.25, 1), (0.5, 1), (0.75, 0), (1, 0)],
    ],
    "brg": [[(0, 0), (0.5, 1), (1, 0)], [(0, 0), (0.5, 0), (1, 1)], [(0, 1), (0.5, 0), (1, 0)]],
    "terrain": [
      [(0, 0.2), (0.15, 0), (0.25, 0), (0.5, 1), (0.75, 0.5), (1, 1)],
      [(0, 0.2), (0.15, 0.6), (0.25, 0.8), (0.5, 1), (0.75, 0.36), (1, 1)],
      [(0, 0.6), (0.15, 1), (0.25, 0.4), (0.5, 0.6), (0.75, 0.33), (1, 1)],
    ],
    "Wistia": [
      [(0, 0.894), (0.25, 1), (1, 0.988)], [(0, 1), (0.25, 0.91), (0.5, 0.741), (0.75, 0.627), (1, 0.498)],
      [(0, 0.478), (0.25, 0.102), (0.5, 0), (1, 0)],
    ],
  ]

  private static func line(_ x: Double, _ points: [(Double, Double)]) -> Double {
    for (a, b) in zip(points, points.dropFirst()) where x <= b.0 {
      return a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0)
    }
    return points.last?.1 ?? 0
  }

  /// A sixth of the circle up, a third on top, a sixth down, around `center`.
  private static func hump(_ x: Double, _ center: Double) -> Double {
    let distance = abs(x - center)
    return max(0, min(1, 2 - 6 * min(distance, 1 - distance)))
  }

  /// The circle of hues, which ends a sixty-fourth before it closes.
  private static func hsv(_ x: Double) -> (Double, Double, Double) {
    let hue = x * 63 / 64
    return (hump(hue, 0), hump(hue, 1.0 / 3), hump(hue, 2.0 / 3))
  }

  private static func gnuplot2(_ x: Double) -> (Double, Double, Double) {
    let blue = x < 0.25 ? 4 * x : x < 0.92 ? 1.84 - 2 * x : x / 0.08 - 11.5
    return (x / 0.32 - 0.78125, 2 * x - 0.84, blue)
  }

  /// D. Green, "A colour scheme for the display of astronomical intensity images", 2011.
  private static func cubehelix(_ x: Double) -> (Double, Double, Double) {
    let angle = 2 * Double.pi * (0.5 / 3 - 1.5 * x)
    let depth = x * (1 - x) / 2
    let (c, s) = (depth * cos(angle), depth * sin(angle))
    return (x - 0.14861 * c + 1.78277 * s, x - 0.29227 * c - 0.90649 * s, x + 1.97294 * c)
  }

  /// The hot map, softened: the root of the mean of it and grey.
  private static func pink(_ x: Double) -> (Double, Double, Double) {
    let red = line(x, [(0, 0), (0.365, 1), (1, 1)])
    let green = line(x, [(0, 0), (0.365, 0), (0.746, 1), (1, 1)])
    let blue = line(x, [(0, 0), (0.746, 0), (1, 1)])
    return (sqrt((2 * x + red) / 3), sqrt((2 * x + green) / 3), sqrt((2 * x + blue) / 3))
  }
}
