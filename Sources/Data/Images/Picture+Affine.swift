import Glibc
import Tensors

/// A map of the plane, x′ = a x + b y + c and y′ = d x + e y + f, from places of the new picture to places of the old one.
package struct AffineMap {
  let a, b, c, d, e, f: Double

  /// The map that undoes a turn by degrees, clockwise, about a centre; places are counted from the middle of the picture.
  static func turning(_ degrees: Double, centre: (x: Double, y: Double)) -> AffineMap {
    let angle = degrees * .pi / 180
    let (cosine, sine) = (cos(angle), sin(angle))
    let (x, y) = centre
    return AffineMap(
      a: cosine, b: sine, c: x - cosine * x - sine * y, d: -sine, e: cosine, f: y + sine * x - cosine * y)
  }

  fileprivate func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + b * y + c, d * x + e * y + f)
  }

  /// The size of the smallest picture that holds all of the turned one.
  fileprivate func expandedSize(width: Int, height: Int) -> (width: Int, height: Int) {
    let (w, h) = (Double(width) / 2, Double(height) / 2)
    let corners = [(-w, -h), (-w, h), (w, h), (w, -h)].map { callAsFunction($0.0, $0.1) }
    // Rounding errors must not make the picture a pixel larger.
    func span(_ values: [Double], _ half: Double) -> Int {
      func cut(_ x: Double) -> Double { (Double(Float(x)) / 1e-4).rounded(.towardZero) * 1e-4 }
      let (low, high) = ((values.min() ?? 0) + half, (values.max() ?? 0) + half)
      return Int(cut(high).rounded(.up) - cut(low).rounded(.down))
    }
    return (span(corners.map(\.x), w), span(corners.map(\.y), h))
  }
}

extension AffineMap {
  /// The map of six numbers, row by row.
  package init?(_ numbers: [Double]) {
    guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
    self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }
}

extension Tensor {
  /// A tensor `[…, H, W]` of the old tensor's values at the mapped places, which are counted from the middles of the pictures.
  package func warped(
    _ map: AffineMap, width newWidth: Int, height newHeight: Int, bilinear: Bool, fill: [Double]?
  ) throws(TensorError) -> Tensor {
    let (height, width) = (shape[dim - 2], shape[dim - 1])
    let type: DType = dtype.isFloatingPoint ? dtype : .float32
    let count = try Shape([newHeight, newWidth, 2]).checkedElementCount(byteSize: 8)
    var places = [Double](repeating: 0, count: count)
    for row in 0..<newHeight {
      for column in 0..<newWidth {
        let (x, y) = map(
          Double(column) - Double(newWidth) / 2 + 0.5, Double(row) - Double(newHeight) / 2 + 0.5)
        places[(row * newWidth + column) * 2] = x / (Double(width) / 2)
        places[(row * newWidth + column) * 2 + 1] = y / (Double(height) / 2)
      }
    }
    let grid = try Tensor(places, shape: [1, newHeight, newWidth, 2]).to(type)
    return try warped(by: grid, bilinear: bilinear, fill: fill)
  }

  /// A tensor `[…, H, W]` of the old tensor's values at the places of a grid `[1, h, w, 2]`.
  package func warped(by grid: Tensor, bilinear: Bool, fill: [Double]?) throws(TensorError) -> Tensor {
    let type: DType = dtype.isFloatingPoint ? dtype : .float32
    let channels = dim == 2 ? 1 : shape[dim - 3]
    let leading = shape.dropLast(Swift.min(dim, 3)).reduce(1, *)
    let batch = try reshape([leading, channels, shape[dim - 2], shape[dim - 1]]).to(type)
    let grids = try grid.to(type).expand([leading, grid.shape[1], grid.shape[2], 2])
    let mode = bilinear ? "bilinear" : "nearest"
    var result = try batch.gridSample(grids, mode: mode)
    if let fill {
      let inside = try Tensor.ones([leading, 1, shape[dim - 2], shape[dim - 1]], dtype: type).gridSample(grids, mode: mode)
      guard fill.count == 1 || fill.count == channels else {
        throw .value(
          "The number of elements in 'fill' cannot broadcast to match the number of channels of the image (\(fill.count) != \(channels))"
        )
      }
      let colour = try Tensor(fill).to(type).reshape([1, fill.count, 1, 1]).expand(result.shape)
      result = bilinear ? try result * inside + (1 - inside) * colour : try Tensor.select(inside.lt(0.5), colour, result)
    }
    if !dtype.isFloatingPoint { result = try result.round().to(dtype) }
    return try result.reshape(Shape(Array(shape.dropLast(2)) + [grid.shape[1], grid.shape[2]]))
  }
}

extension Picture {
  /// The picture turned counter-clockwise by degrees; corners are cut off unless it expands.
  package func rotated(
    degrees: Double, bilinear: Bool, expand: Bool, centre: (x: Double, y: Double)?, fill: [Double]?
  ) throws(TensorError) -> Picture {
    guard degrees.isFinite else { throw .value("cannot convert float NaN to integer") }
    switch self {
    case .image(let image):
      guard !bilinear else { throw .notImplemented("rotation of PIL images: only interpolation='nearest' is supported") }
      return .image(
        image.rotated(degrees: degrees, expand: expand, centre: centre, fill: (fill ?? [0]).map { Image.byte($0) }))
    case .tensor(let tensor):
      // Counted from the picture's middle.
      let middle = centre.map { ($0.x - Double(width) * 0.5, $0.y - Double(height) * 0.5) } ?? (0, 0)
      let map = AffineMap.turning(-degrees, centre: (middle.0, middle.1))
      let size = expand ? map.expandedSize(width: width, height: height) : (width, height)
      return .tensor(
        try tensor.warped(map, width: size.0, height: size.1, bilinear: bilinear, fill: fill))
    }
  }
}
