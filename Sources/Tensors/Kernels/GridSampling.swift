import Glibc

/// How images are read at places between their elements.
enum SamplingMode: String {
  case bilinear, nearest, bicubic
}

/// What lies outside an image.
enum SamplingPadding: String {
  case zeros, border, reflection
}

/// One coordinate's share in a sample: which old elements, how much of each, and how that changes with the coordinate.
private struct SamplingTaps<T: FloatElement> {
  /// The number of taps: 1, 2 or 4.
  var count = 0
  var positions = (0, 0, 0, 0)
  var weights: (T, T, T, T) = (0, 0, 0, 0)
  var slopes: (T, T, T, T) = (0, 0, 0, 0)

  subscript(tap: Int) -> (position: Int, weight: T, slope: T) {
    switch tap {
    case 0: (positions.0, weights.0, slopes.0)
    case 1: (positions.1, weights.1, slopes.1)
    case 2: (positions.2, weights.2, slopes.2)
    default: (positions.3, weights.3, slopes.3)
    }
  }
}

/// Samples images at the places that a grid names: output, or the gradients of images and grid.
struct GridSampler<T: FloatElement> {
  let mode: SamplingMode
  let padding: SamplingPadding
  let alignsCorners: Bool
  /// The images' spatial sizes, as many as the grid has coordinates.
  let sizes: [Int]

  /// The place of a coordinate in −1…1 among the elements, and how it changes with the coordinate.
  private func place(_ coordinate: T, _ size: Int) -> (place: T, slope: T) {
    let slope = alignsCorners ? T(size - 1) / 2 : T(size) / 2
    return alignsCorners ? ((coordinate + 1) * slope, slope) : ((coordinate + 1) * slope - 0.5, slope)
  }

  /// Brings a place back inside the image.
  private func padded(_ place: T, _ size: Int) -> (place: T, slope: T) {
    var (x, slope) = (place, T(1))
    if padding == .zeros { return (x, slope) }
    if padding == .reflection {
      let low: T = alignsCorners ? 0 : -0.5
      let span = alignsCorners ? T(size - 1) : T(size)
      if span == 0 { return (0, 0) }
      var distance = x - low
      if distance < 0 { (distance, slope) = (-distance, -1) }
      let rest = distance.truncatingRemainder(dividingBy: span)
      if (distance / span).rounded(.down).truncatingRemainder(dividingBy: 2) == 0 {
        x = rest + low
      } else {
        x = span - rest + low
        slope = -slope
      }
    }
    if x <= 0 { return (0, 0) }
    if x >= T(size - 1) { return (T(size - 1), 0) }
    return x.isNaN ? (0, 0) : (x, slope)
  }

  private func taps(_ coordinate: T, _ size: Int) -> SamplingTaps<T> {
    var (x, slope) = place(coordinate, size)
    var taps = SamplingTaps<T>()
    if mode != .bicubic {
      let inside = padded(x, size)
      x = inside.place
      slope *= inside.slope
    }
    // Far outside, and no number: nothing is near.
    if !(x.magnitude < 1e9) { x = -100 }
    switch mode {
    case .nearest:
      taps.count = 1
      taps.positions.0 = Int(x.rounded(.toNearestOrEven))
      taps.weights.0 = 1
    case .bilinear:
      let first = x.rounded(.down)
      taps.count = 2
      taps.positions = (Int(first), Int(first) + 1, 0, 0)
      taps.weights = (first + 1 - x, x - first, 0, 0)
      taps.slopes = (-slope, slope, 0, 0)
    case .bicubic:
      let first = x.rounded(.down)
      let t = x - first
      func position(_ offset: Int) -> Int {
        padding == .zeros ? Int(first) + offset : Int(padded(first + T(offset), size).place)
      }
      taps.count = 4
      taps.positions = (position(-1), position(0), position(1), position(2))
      taps.weights = (Self.far(t + 1), Self.near(t), Self.near(1 - t), Self.far(2 - t))
      taps.slopes = (
        slope * Self.farSlope(t + 1), slope * Self.nearSlope(t), -slope * Self.nearSlope(1 - t), -slope * Self.farSlope(2 - t)
      )
    }
    return taps
  }

  // Keys' cubic with a = −0.75, within one element and beyond.
  private static func near(_ x: T) -> T { ((1.25 * x - 2.25) * x) * x + 1 }
  private static func far(_ x: T) -> T { ((-0.75 * x + 3.75) * x - 6) * x + 3 }
  private static func nearSlope(_ x: T) -> T { (3.75 * x - 4.5) * x }
  private static func farSlope(_ x: T) -> T { (-2.25 * x + 7.5) * x - 6 }

  /// Calls `body` with each old element's offset, its weight and the weight's change with each coordinate.
  private func forEachTap(_ coordinates: [SamplingTaps<T>], _ body: (Int, T, (T, T, T)) -> Void) {
    // The last dimension is the grid's first coordinate; two-dimensional images are one plane of a volume.
    let (x, y) = (coordinates[0], coordinates[1])
    let isVolume = sizes.count == 3
    for k in 0..<(isVolume ? coordinates[2].count : 1) {
      let (z, depthWeight, depthSlope) = isVolume ? coordinates[2][k] : (0, 1, 0)
      if isVolume && (z < 0 || z >= sizes[0]) { continue }
      for j in 0..<y.count {
        let (row, rowWeight, rowSlope) = y[j]
        if row < 0 || row >= sizes[sizes.count - 2] { continue }
        for i in 0..<x.count {
          let (column, weight, slope) = x[i]
          if column < 0 || column >= sizes[sizes.count - 1] { continue }
          let offset = (z * sizes[sizes.count - 2] + row) * sizes[sizes.count - 1] + column
          body(
            offset, weight * rowWeight * depthWeight,
            (slope * rowWeight * depthWeight, weight * rowSlope * depthWeight, weight * rowWeight * depthSlope))
        }
      }
    }
  }

  private func allTaps(_ grid: UnsafePointer<T>) -> [SamplingTaps<T>] {
    (0..<sizes.count).map { taps(grid[$0], sizes[sizes.count - 1 - $0]) }
  }

  /// The samples: `[N, C, places]` from images `[N, C, …]` and a grid `[N, places, coordinates]`.
  func sample(
    _ images: UnsafePointer<T>, _ grid: UnsafePointer<T>, into out: UnsafeMutablePointer<T>, batch: Int, channels: Int,
    places: Int
  ) {
    let area = sizes.reduce(1, *)
    for n in 0..<batch {
      for place in 0..<places {
        let taps = allTaps(grid + (n * places + place) * sizes.count)
        for c in 0..<channels { out[(n * channels + c) * places + place] = 0 }
        forEachTap(taps) { offset, weight, _ in
          for c in 0..<channels {
            out[(n * channels + c) * places + place] += images[(n * channels + c) * area + offset] * weight
          }
        }
      }
    }
  }

  /// Adds the gradients of the images and of the grid, from the gradient of the samples.
  func addGradients(
    _ gradient: UnsafePointer<T>, _ images: UnsafePointer<T>, _ grid: UnsafePointer<T>,
    toImages: UnsafeMutablePointer<T>, toGrid: UnsafeMutablePointer<T>, batch: Int, channels: Int, places: Int
  ) {
    let area = sizes.reduce(1, *)
    for n in 0..<batch {
      for place in 0..<places {
        let start = (n * places + place) * sizes.count
        let taps = allTaps(grid + start)
        forEachTap(taps) { offset, weight, slopes in
          for c in 0..<channels {
            let g = gradient[(n * channels + c) * places + place]
            let index = (n * channels + c) * area + offset
            toImages[index] += g * weight
            let value = g * images[index]
            toGrid[start] += value * slopes.0
            toGrid[start + 1] += value * slopes.1
            if sizes.count == 3 { toGrid[start + 2] += value * slopes.2 }
          }
        }
      }
    }
  }
}
