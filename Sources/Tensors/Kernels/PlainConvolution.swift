import CKernels

/// Element types with a matrix product for patches.
protocol PatchElement: FloatElement {
  /// out (m x n) = a (m x k) times b (k x n), each given with the steps between rows and columns, plus a bias for each row.
  static func product(
    _ m: Int, _ k: Int, _ n: Int, _ a: (UnsafePointer<Self>, row: Int, column: Int),
    _ b: (UnsafePointer<Self>, row: Int, column: Int),
    bias: UnsafePointer<Self>?, _ out: UnsafeMutablePointer<Self>)
}

extension Float: PatchElement {
  static func product(
    _ m: Int, _ k: Int, _ n: Int, _ a: (UnsafePointer<Float>, row: Int, column: Int),
    _ b: (UnsafePointer<Float>, row: Int, column: Int), bias: UnsafePointer<Float>?, _ out: UnsafeMutablePointer<Float>
  ) {
    lk_patch_product_f32(
      Int64(m), Int64(k), Int64(n), lk_matrix_f32(data: a.0, row: Int64(a.row), column: Int64(a.column)),
      lk_matrix_f32(data: b.0, row: Int64(b.row), column: Int64(b.column)), bias, out)
  }
}

extension Double: PatchElement {
  static func product(
    _ m: Int, _ k: Int, _ n: Int, _ a: (UnsafePointer<Double>, row: Int, column: Int),
    _ b: (UnsafePointer<Double>, row: Int, column: Int), bias: UnsafePointer<Double>?, _ out: UnsafeMutablePointer<Double>
  ) {
    lk_patch_product_f64(
      Int64(m), Int64(k), Int64(n), lk_matrix_f64(data: a.0, row: Int64(a.row), column: Int64(a.column)),
      lk_matrix_f64(data: b.0, row: Int64(b.row), column: Int64(b.column)), bias, out)
  }
}

/// Convolution as a product of the weights with the matrix of patches, one image and group at a time: for float64, for small single
/// images (as PyTorch does), and wherever oneDNN refuses. It is also the yardstick for oneDNN in the tests.
struct PlainConvolution<T: PatchElement> {
  private let geometry: ConvolutionGeometry
  private let inPixels: Int
  private let outPixels: Int
  /// Rows of the patch matrix: channels of a group times kernel positions.
  private let patchRows: Int
  private let inChannels: Int
  private let outChannels: Int

  init(_ geometry: ConvolutionGeometry) {
    self.geometry = geometry
    inPixels = geometry.input.reduce(1, *)
    outPixels = geometry.output.reduce(1, *)
    inChannels = geometry.inChannels / geometry.groups
    outChannels = geometry.outChannels / geometry.groups
    patchRows = inChannels * geometry.kernel.reduce(1, *)
  }

  func forward(_ x: UnsafePointer<T>, _ weight: UnsafePointer<T>, bias: UnsafePointer<T>?, _ out: UnsafeMutablePointer<T>) {
    withPatches { patches in
      forEachImageAndGroup { image, group in
        gather(x + (image * geometry.inChannels + group * inChannels) * inPixels, patches)
        T.product(
          outChannels, patchRows, outPixels, (weight + group * outChannels * patchRows, patchRows, 1),
          (UnsafePointer(patches), outPixels, 1), bias: bias.map { $0 + group * outChannels },
          out + (image * geometry.outChannels + group * outChannels) * outPixels)
      }
    }
  }

  func inputGradient(_ grad: UnsafePointer<T>, _ weight: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>) {
    out.update(repeating: T.zero, count: geometry.batch * geometry.inChannels * inPixels)
    withPatches { patches in
      forEachImageAndGroup { image, group in
        T.product(
          patchRows, outChannels, outPixels, (weight + group * outChannels * patchRows, 1, patchRows),
          (grad + (image * geometry.outChannels + group * outChannels) * outPixels, outPixels, 1), bias: nil, patches)
        scatter(patches, out + (image * geometry.inChannels + group * inChannels) * inPixels)
      }
    }
  }

  func weightGradient(_ x: UnsafePointer<T>, _ grad: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>) {
    let count = outChannels * patchRows
    out.update(repeating: T.zero, count: geometry.groups * count)
    let share = UnsafeMutablePointer<T>.allocate(capacity: count)
    defer { share.deallocate() }
    withPatches { patches in
      forEachImageAndGroup { image, group in
        gather(x + (image * geometry.inChannels + group * inChannels) * inPixels, patches)
        T.product(
          outChannels, outPixels, patchRows,
          (grad + (image * geometry.outChannels + group * outChannels) * outPixels, outPixels, 1),
          (UnsafePointer(patches), 1, outPixels), bias: nil, share)
        let target = out + group * count
        for i in 0..<count { target[i] = target[i] + share[i] }
      }
    }
  }

  private func forEachImageAndGroup(_ body: (Int, Int) -> Void) {
    for image in 0..<geometry.batch {
      for group in 0..<geometry.groups { body(image, group) }
    }
  }

  private func withPatches(_ body: (UnsafeMutablePointer<T>) -> Void) {
    let patches = UnsafeMutablePointer<T>.allocate(capacity: patchRows * outPixels)
    defer { patches.deallocate() }
    body(patches)
  }

  /// Writes one group of channels of an image as a matrix: a row for each channel and kernel position, a column for each output.
  private func gather(_ x: UnsafePointer<T>, _ patches: UnsafeMutablePointer<T>) {
    forEachTap { row, outer, inner, outputColumn in
      let target = patches + row * outPixels + outputColumn
      let (first, count, step) = inner
      let width = geometry.output[geometry.output.count - 1]
      guard let outer, count > 0 else {
        target.update(repeating: T.zero, count: width)
        return
      }
      for column in 0..<first { target[column] = T.zero }
      let source = x + outer
      for i in 0..<count { target[first + i] = source[i * step] }
      for column in first + count..<width { target[column] = T.zero }
    }
  }

  /// Adds a matrix of patches to one group of channels of an image.
  private func scatter(_ patches: UnsafePointer<T>, _ x: UnsafeMutablePointer<T>) {
    forEachTap { row, outer, inner, outputColumn in
      guard let outer else { return }
      let (first, count, step) = inner
      let source = patches + row * outPixels + outputColumn + first
      let target = x + outer
      for i in 0..<count { target[i * step] = target[i * step] + source[i] }
    }
  }

  /// Visits every row of the patch matrix in runs along the innermost dimension.
  ///
  /// `visit` gets the row, the offset of the first input that the run reads (nil where it lies in the padding), the first output
  /// column, the number and the step of inputs inside the image, and the output offset of the run.
  private func forEachTap(_ visit: (Int, Int?, (first: Int, count: Int, step: Int), Int) -> Void) {
    let last = geometry.input.count - 1
    let width = geometry.output[last]
    let outerRuns = outPixels / max(width, 1)
    let taps = geometry.kernel.reduce(1, *)
    var position = [Int](repeating: 0, count: last + 1)
    for row in 0..<patchRows {
      let channel = row / taps
      unravel(row % taps, geometry.kernel, &position)
      // Outputs whose input along the innermost dimension lies inside the image.
      let shift = position[last] * geometry.dilation[last] - geometry.paddingLow[last]
      let step = geometry.stride[last]
      let first = shift >= 0 ? 0 : min(width, (-shift + step - 1) / step)
      let end = shift >= geometry.input[last] ? first : max(first, min(width, (geometry.input[last] - 1 - shift) / step + 1))
      for run in 0..<outerRuns {
        var offset: Int? = channel
        var rest = run
        var outer = [Int](repeating: 0, count: last)
        for dim in stride(from: last - 1, through: 0, by: -1) {
          outer[dim] = rest % geometry.output[dim]
          rest /= geometry.output[dim]
        }
        for dim in 0..<last {
          let place = outer[dim] * geometry.stride[dim] + position[dim] * geometry.dilation[dim] - geometry.paddingLow[dim]
          offset = place >= 0 && place < geometry.input[dim] ? offset.map { $0 * geometry.input[dim] + place } : nil
        }
        offset = offset.map { $0 * geometry.input[last] + first * step + shift }
        visit(row, end > first ? offset : nil, (first, end - first, step), run * width)
      }
    }
  }

  private func unravel(_ index: Int, _ sizes: [Int], _ position: inout [Int]) {
    var rest = index
    for dim in sizes.indices.reversed() {
      position[dim] = rest % sizes[dim]
      rest /= sizes[dim]
    }
  }
}
