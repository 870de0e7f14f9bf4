import Tensors

/// What transforms change: an image of bytes, or a tensor `[…, H, W]` of any numbers.
package enum Picture {
  case image(Image)
  case tensor(Tensor)

  /// The picture that a value is; `transform` is named in the message otherwise.
  package init(_ value: OpValue) throws(TensorError) {
    switch value {
    case .object(let image as Image, _): self = .image(image)
    case .tensor(let tensor):
      guard tensor.dim >= 2 else { throw .type("Tensor is not a torch image.") }
      self = .tensor(tensor)
    case .object(_, "numpy.ndarray"): throw .type("Unexpected type <class 'numpy.ndarray'>")
    default: throw .type("Unexpected type <class '\(value.typeName)'>")
    }
  }

  /// The picture as a value.
  package var value: OpValue {
    switch self {
    case .image(let image): image.value
    case .tensor(let tensor): .tensor(tensor)
    }
  }

  package var width: Int {
    switch self {
    case .image(let image): image.width
    case .tensor(let tensor): tensor.shape[tensor.dim - 1]
    }
  }

  package var height: Int {
    switch self {
    case .image(let image): image.height
    case .tensor(let tensor): tensor.shape[tensor.dim - 2]
    }
  }

  /// The number of channels.
  package var channels: Int {
    switch self {
    case .image(let image): image.channels
    case .tensor(let tensor): tensor.dim == 2 ? 1 : tensor.shape[tensor.dim - 3]
    }
  }
}

/// What a border is made of.
package enum BorderMode: String {
  case constant, edge, reflect, symmetric

  /// The place inside 0..<size whose element stands at a place outside; nil for `constant`.
  func place(_ place: Int, _ size: Int) -> Int? {
    if place >= 0 && place < size { return place }
    switch self {
    case .constant: return nil
    case .edge: return place < 0 ? 0 : size - 1
    case .reflect:
      if size == 1 { return 0 }
      let period = 2 * (size - 1)
      let rest = ((place % period) + period) % period
      return rest < size ? rest : period - rest
    case .symmetric:
      let rest = ((place % (2 * size)) + 2 * size) % (2 * size)
      return rest < size ? rest : 2 * size - 1 - rest
    }
  }
}

extension Picture {
  private static let largest = 1 << 28

  /// A part of the picture, zero where it reaches beyond.
  package func window(top: Int, left: Int, height: Int, width: Int) throws(TensorError) -> Picture {
    guard height >= 0, width >= 0, height.multipliedReportingOverflow(by: width).partialValue < Self.largest else {
      throw .value("a crop of \(height)x\(width) is not possible")
    }
    switch self {
    case .image(let image): return .image(image.window(top: top, left: left, height: height, width: width))
    case .tensor(let tensor):
      func inside(_ start: Int, _ length: Int, _ size: Int) -> (start: Int, length: Int, before: Int, after: Int) {
        let first = min(max(start, 0), size)
        let last = min(max(start &+ length, first), size)
        let before = min(max(-start, 0), length)
        return (first, last - first, before, length - (last - first) - before)
      }
      let rows = inside(top, height, self.height)
      let columns = inside(left, width, self.width)
      let part = try tensor.narrow(-2, rows.start, rows.length).narrow(-1, columns.start, columns.length)
      let border = [columns.before, columns.after, rows.before, rows.after]
      return .tensor(border.allSatisfy { $0 == 0 } ? part : try part.bordered(border, .constant, 0))
    }
  }

  /// The picture with a border of left, top, right and bottom sizes; negative ones cut off.
  package func padded(_ sizes: [Int], _ mode: BorderMode = .constant, fill: [Double] = [0]) throws(TensorError) -> Picture {
    guard sizes.count == 4, sizes.allSatisfy({ $0.magnitude < 1 << 20 }) else { throw .value("the padding is too large") }
    let (left, top, right, bottom) = (sizes[0], sizes[1], sizes[2], sizes[3])
    if left == 0 && top == 0 && right == 0 && bottom == 0 { return self }
    let (newHeight, newWidth) = (max(0, height + top + bottom), max(0, width + left + right))
    guard newHeight * newWidth < Self.largest else { throw .value("the padding is too large") }
    switch self {
    case .image(let image):
      if mode == .constant || image.width == 0 || image.height == 0 {
        return .image(image.padded(top: top, left: left, height: newHeight, width: newWidth, fill: fill))
      }
      return .image(
        image.mapped(height: newHeight, width: newWidth) { y, x in
          (mode.place(y - top, image.height) ?? -1, mode.place(x - left, image.width) ?? -1)
        })
    case .tensor(let tensor):
      guard fill.count == 1 || mode != .constant else { throw .type("Got inappropriate fill arg") }
      if left < 0 || top < 0 || right < 0 || bottom < 0 {
        let (l, t) = (min(left, 0), min(top, 0))
        let cut = try window(
          top: -t, left: -l, height: height + t + min(bottom, 0), width: width + l + min(right, 0))
        return try cut.padded([max(left, 0), max(top, 0), max(right, 0), max(bottom, 0)], mode, fill: fill)
      }
      return .tensor(try tensor.bordered([left, right, top, bottom], mode, fill[0]))
    }
  }

  /// The mirror image, left for right or top for bottom.
  package func flipped(horizontally: Bool) throws(TensorError) -> Picture {
    switch self {
    case .image(let image): .image(image.flipped(horizontally: horizontally))
    case .tensor(let tensor): .tensor(try tensor.flip([horizontally ? -1 : -2]))
    }
  }

  /// The picture in another size.
  package func resized(
    width newWidth: Int, height newHeight: Int, _ method: Resampling, antialias: Bool
  ) throws(TensorError) -> Picture {
    guard width > 0, height > 0, newWidth > 0, newHeight > 0,
      newHeight.multipliedReportingOverflow(by: newWidth).partialValue < 1 << 30
    else { throw .value("height and width must be > 0 and not too large") }
    switch self {
    case .image(let image): return .image(image.resized(width: newWidth, height: newHeight, method))
    case .tensor(let tensor):
      if newWidth == width && newHeight == height { return self }
      guard tensor.dim >= 3 else {
        throw .value(
          "Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of [\(width)] and "
            + "output size of [\(newHeight), \(newWidth)]. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output "
            + "size in (o1, o2, ...,oK) format.")
      }
      guard [.nearest, .bilinear, .bicubic, .lanczos].contains(method) else {
        throw .value("This interpolation mode is unsupported with Tensor input")
      }
      let isWhole = !tensor.dtype.isFloatingPoint
      let batch = tensor.dim == 3 ? try tensor.unsqueeze(0) : tensor
      let smooths = antialias && (method == .bilinear || method == .bicubic)
      var result = try (isWhole ? batch.to(.float32) : batch).interpolated(
        size: [newHeight, newWidth], scaleFactor: nil, mode: method.name,
        alignCorners: method == .bilinear || method == .bicubic ? false : nil, antialias: smooths)
      if isWhole {
        if method == .bicubic && tensor.dtype == .uint8 { result = try result.clamp(min: 0, max: 255) }
        result = try result.round().to(tensor.dtype)
      }
      return .tensor(tensor.dim == 3 ? try result.squeeze([0]) : result)
    }
  }

  /// The picture in grey, with one channel or three equal ones.
  package func grey(channels wanted: Int) throws(TensorError) -> Picture {
    switch self {
    case .image(let image):
      let grey = image.converted(toChannels: 1)
      return .image(wanted == 1 ? grey : grey.converted(toChannels: wanted))
    case .tensor(let tensor):
      guard tensor.dim >= 3 else {
        throw .type("Input image tensor should have at least 3 dimensions, but found \(tensor.dim)")
      }
      guard channels == 1 || channels == 3 else {
        throw .type("Input image tensor permitted channel values are [1, 3], but found \(channels)")
      }
      var grey = tensor
      if channels == 3 {
        var parts: [Tensor] = []
        for (channel, share) in [0.2989, 0.587, 0.114].enumerated() {
          parts.append(try tensor.select(-3, channel) * .double(share))
        }
        grey = try (parts[0] + parts[1] + parts[2]).to(tensor.dtype).unsqueeze(-3)
      }
      guard wanted == 3 else { return .tensor(grey) }
      var sizes = Array(grey.shape)
      sizes[grey.dim - 3] = 3
      return .tensor(try grey.expand(Shape(sizes)))
    }
  }
}

extension Tensor {
  /// A tensor `[…, H, W]` with a border of left, right, top and bottom sizes.
  fileprivate func bordered(_ sizes: [Int], _ mode: BorderMode, _ fill: Double) throws(TensorError) -> Tensor {
    if mode == .constant {
      let isWhole = !dtype.isFloatingPoint
      let source = isWhole ? try to(.float64) : self
      let result = try source.padded(sizes, mode: .constant, value: fill)
      return isWhole ? try result.to(dtype) : result
    }
    let (width, height) = (shape[dim - 1], shape[dim - 2])
    guard width > 0, height > 0 else { throw .value("an empty tensor has no border") }
    if mode == .reflect {
      for (index, size) in [(0, width), (1, width), (2, height), (3, height)] where sizes[index] >= size {
        let d = index < 2 ? 3 : 2
        throw .runtime(
          "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding "
            + "(\(sizes[index < 2 ? 0 : 2]), \(sizes[index < 2 ? 1 : 3])) at dimension \(d) of input "
            + "\(dim == 3 ? Shape([1] + shape) : shape)")
      }
    }
    func places(_ before: Int, _ after: Int, _ size: Int) -> Tensor {
      Tensor((-before..<(size + after)).map { mode.place($0, size) ?? 0 })
    }
    return try indexSelect(dim - 2, places(sizes[2], sizes[3], height))
      .indexSelect(dim - 1, places(sizes[0], sizes[1], width))
  }
}
