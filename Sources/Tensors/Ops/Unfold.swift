import CKernels

extension Tensor {
  /// The windows of images as columns: each column holds one window, channel by channel.
  ///
  /// **Shape** `[N, C, H, W]` (or without N) → `[N, C · kernel elements, windows]`.
  package func unfolded(
    kernelSize: [Int], dilation: [Int] = [1], padding: [Int] = [0], stride: [Int] = [1]
  ) throws(TensorError) -> Tensor {
    guard dim == 3 || dim == 4, dtype.isFloatingPoint else {
      throw .runtime(
        "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: \(shape)"
      )
    }
    let x = try dim == 4 ? self : unsqueeze(0)
    let geometry = try WindowColumns(
      Array(x.shape.dropFirst(2)), x.shape[1], kernelSize: kernelSize, dilation: dilation, padding: padding, stride: stride)
    let columns = try x.columns(geometry)
    return try dim == 4 ? columns : columns.squeeze([0])
  }

  /// The sum of overlapping windows given as columns: the opposite of `unfolded`, and its gradient.
  ///
  /// **Shape** `[N, C · kernel elements, windows]` (or without N) → `[N, C, outputSize…]`.
  package func folded(
    outputSize: [Int], kernelSize: [Int], dilation: [Int] = [1], padding: [Int] = [0], stride: [Int] = [1]
  ) throws(TensorError) -> Tensor {
    guard dim == 2 || dim == 3, dtype.isFloatingPoint else {
      throw .runtime(
        "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: "
          + "\(shape)")
    }
    let columns = try dim == 3 ? self : unsqueeze(0)
    let kernel = try expandedSizes(kernelSize, 2, "kernel_size")
    let taps = kernel[0] &* kernel[1]
    guard taps > 0, columns.shape[1] % taps == 0 else {
      throw .runtime(
        "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)="
          + "\(columns.shape[1]) and kernel_size=(\(kernel[0]), \(kernel[1])).")
    }
    let size = try expandedSizes(outputSize, 2, "output_size")
    let geometry = try WindowColumns(
      size, columns.shape[1] / taps, kernelSize: kernel, dilation: dilation, padding: padding, stride: stride)
    guard columns.shape[2] == geometry.windows else {
      throw .runtime(
        "Given output_size=(\(size[0]), \(size[1])), kernel_size=(\(kernel[0]), \(kernel[1])), expected input's dimension 2 to match "
          + "the calculated number of sliding blocks \(geometry.output[0]) * \(geometry.output[1]) = \(geometry.windows), but got "
          + "input.size(2)=\(columns.shape[2]).")
    }
    let images = try columns.images(geometry)
    return try dim == 3 ? images : images.squeeze([0])
  }

  private func columns(_ geometry: WindowColumns) throws(TensorError) -> Tensor {
    var work = WindowColumns.Work(geometry: geometry, source: try plainCopy(), gathers: true)
    let out: Tensor = try dtype.dispatch(&work, "im2col")
    return out.record("Im2ColBackward0", self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.images(geometry)]
    }
  }

  private func images(_ geometry: WindowColumns) throws(TensorError) -> Tensor {
    var work = WindowColumns.Work(geometry: geometry, source: try plainCopy(), gathers: false)
    let out: Tensor = try dtype.dispatch(&work, "col2im")
    return out.record("Col2ImBackward0", self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.columns(geometry)]
    }
  }
}

/// Which element of a two-dimensional image stands where in a matrix of windows.
private struct WindowColumns {
  let channels: Int
  let size: [Int]
  let kernel: [Int]
  let dilation: [Int]
  let padding: [Int]
  let stride: [Int]
  let output: [Int]
  var windows: Int { output[0] * output[1] }

  init(
    _ size: [Int], _ channels: Int, kernelSize: [Int], dilation: [Int], padding: [Int], stride: [Int]
  ) throws(TensorError) {
    func pair(_ values: [Int], _ least: Int, _ name: String) throws(TensorError) -> [Int] {
      guard values.count == 1 || values.count == 2 else {
        throw .runtime("It is expected \(name) equals to 2, but got size \(values.count)")
      }
      let pair = values.count == 2 ? values : [values[0], values[0]]
      guard pair.allSatisfy({ $0 >= least && $0 <= 1 << 30 }) else {
        throw .runtime(
          "\(name) should be \(least > 0 ? "greater than zero" : "non-negative"), but got \(name)_height=\(pair[0]) \(name)_width=\(pair[1])"
        )
      }
      return pair
    }
    guard size.allSatisfy({ $0 >= 0 && $0 <= 1 << 30 }) else {
      throw .runtime("image sizes must be from 0 to 1073741824, but got \(Shape(size))")
    }
    self.size = size
    self.channels = channels
    kernel = try pair(kernelSize, 1, "kernel")
    self.dilation = try pair(dilation, 1, "dilation")
    self.padding = try pair(padding, 0, "padding")
    self.stride = try pair(stride, 1, "stride")
    var output: [Int] = []
    for d in 0..<2 {
      let room = size[d] + 2 * self.padding[d] - self.dilation[d] * (kernel[d] - 1) - 1
      output.append(room < 0 ? 0 : room / self.stride[d] + 1)
    }
    self.output = output
    _ = try Shape([channels, kernel[0], kernel[1], output[0], output[1]]).checkedElementCount(byteSize: 8)
    _ = try Shape([channels, size[0], size[1]]).checkedElementCount(byteSize: 8)
    if output.contains(0) {
      throw .runtime(
        "Given input with spatial size \(Shape(size)), kernel_size=\(Shape(kernel)): calculated shape of the array of sliding blocks as (\(output[0]), \(output[1])), but its components must be at least one."
      )
    }
  }

  /// The sizes as the C loops take them.
  func loops(images: Int) -> lk_column_windows {
    lk_column_windows(
      images: Int64(images), channels: Int64(channels), height: Int64(size[0]), width: Int64(size[1]),
      kernel_height: Int64(kernel[0]), kernel_width: Int64(kernel[1]), rows: Int64(output[0]), columns: Int64(output[1]),
      dilation_height: Int64(dilation[0]), dilation_width: Int64(dilation[1]), stride_height: Int64(stride[0]),
      stride_width: Int64(stride[1]), padding_height: Int64(padding[0]), padding_width: Int64(padding[1]))
  }

  /// Visits all pairs of column element and image element that lies inside the image.
  func forEachPair(_ visit: (_ column: Int, _ image: Int) -> Void) {
    var row = 0
    for channel in 0..<channels {
      for i in 0..<kernel[0] {
        for j in 0..<kernel[1] {
          for y in 0..<output[0] {
            let top = y * stride[0] - padding[0] + i * dilation[0]
            guard top >= 0, top < size[0] else { continue }
            for x in 0..<output[1] {
              let left = x * stride[1] - padding[1] + j * dilation[1]
              guard left >= 0, left < size[1] else { continue }
              visit(row * windows + y * output[1] + x, (channel * size[0] + top) * size[1] + left)
            }
          }
          row += 1
        }
      }
    }
  }

  struct Work: FloatWork {
    let geometry: WindowColumns
    let source: Tensor
    let gathers: Bool

    mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Tensor {
      let g = geometry
      let imageShape = [g.channels] + g.size
      let columnShape = [g.channels * g.kernel[0] * g.kernel[1], g.windows]
      let out = try Tensor.zeros(Shape([source.shape[0]] + (gathers ? columnShape : imageShape)), dtype: T.dtype)
      if T.self == Float.self {
        let windows = g.loops(images: source.shape[0])
        if gathers {
          lk_columns_f32(windows, source.pointer(Float.self), out.pointer(Float.self))
        } else {
          lk_images_f32(windows, source.pointer(Float.self), out.pointer(Float.self))
        }
        return out
      }
      let (columnCount, imageCount) = (columnShape.reduce(1, *), imageShape.reduce(1, *))
      for n in 0..<source.shape[0] {
        if gathers {
          let (image, column) = (source.pointer(T.self) + n * imageCount, out.pointer(T.self) + n * columnCount)
          g.forEachPair { column[$0] = image[$1] }
        } else {
          let (column, image) = (source.pointer(T.self) + n * columnCount, out.pointer(T.self) + n * imageCount)
          g.forEachPair { image[$1] += column[$0] }
        }
      }
      return out
    }
  }
}

extension Op {
  static let unfold = Op(
    "unfold(input: Tensor, kernel_size: ints, dilation: ints = 1, padding: ints = 0, stride: ints = 1)", .functional,
    "Lays the windows of images out as columns.", example: "F.unfold(torch.ones(1, 1, 3, 3), 2)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).unfolded(kernelSize: call.ints(1), dilation: call.ints(2), padding: call.ints(3), stride: call.ints(4))
    )
  }

  static let fold = Op(
    "fold(input: Tensor, output_size: ints, kernel_size: ints, dilation: ints = 1, padding: ints = 0, stride: ints = 1)",
    .functional,
    "Adds windows given as columns up to images.", example: "F.fold(torch.ones(1, 4, 4), 3, 2)"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    .tensor(
      try call.tensor(0).folded(
        outputSize: call.ints(1), kernelSize: call.ints(2), dilation: call.ints(3), padding: call.ints(4), stride: call.ints(5))
    )
  }
}
