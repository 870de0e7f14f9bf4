import CKernels
import COneDNN

/// The gradient of a max pooling's input, kept as the few numbers that are not zero until somebody wants it whole.
///
/// Behind 2 × 2 pooling three numbers in four are zero, and a convolution's gradients take a third of the time when they are left out;
/// the bits stay the same. Measured for the lecture's second convolution at batch 100 on two cores: weights 1.1 ms instead of 3.3,
/// input 2.2 ms instead of 3.0.
final class PooledGradient {
  /// Numbers [N][C / 16][window][16] and the place of each in its image.
  private let pooled: Buffer
  private let places: UnsafeMutablePointer<Int32>
  private let owners: [AnyObject]
  private let windows: PoolingWindows
  /// Of the pooling's input.
  private let shape: Shape
  private var planes: Int { shape[0] * blocks }
  private var blocks: Int { (shape[1] + 15) / 16 }

  init(_ pooled: Buffer, _ places: UnsafeMutablePointer<Int32>, owners: [AnyObject], _ windows: PoolingWindows, shape: Shape) {
    self.pooled = pooled
    self.places = places
    self.owners = owners
    self.windows = windows
    self.shape = shape
  }

  /// Writes all numbers of the layout in blocks of 16 channels.
  func scatter(into target: UnsafeMutablePointer<Float>) {
    windows.with(planes: planes, lanes: 16) {
      lk_max_pool_gradient_f32(pooled.pointer.assumingMemoryBound(to: Float.self), places, target, $0)
    }
  }

  /// Whether the gradients of a convolution that made the pooling's input come from here.
  private func serves(_ geometry: ConvolutionGeometry) -> Bool {
    guard lk_has_pooled_gradient(), windows.isSparse, geometry.outputShape == shape, geometry.kernel.count == 2,
      geometry.kernel == [3, 3] || geometry.kernel == [5, 5], geometry.groups == 1, geometry.outChannels % 16 == 0
    else { return false }
    let padding = geometry.paddingLow[0]
    // oneDNN adds up small images in another order.
    return geometry.output[0] > 9 && geometry.stride == [1, 1] && geometry.dilation == [1, 1] && padding < geometry.kernel[0]
      && geometry.paddingLow == [padding, padding] && geometry.paddingHigh == [padding, padding]
  }

  /// The gradient as the C loops want it, for a kernel of this side.
  private func with<R>(side: Int, _ body: (UnsafePointer<lk_pooled_gradient>) -> R) -> R {
    windows.with(planes: planes, lanes: 16) { windows in
      var gradient = lk_pooled_gradient(
        images: Int64(shape[0]), blocks: Int64(blocks), height: Int64(shape[2]), width: Int64(shape[3]), side: Int64(side),
        pooled: pooled.pointer.assumingMemoryBound(to: Float.self), places: places, windows: windows)
      return body(&gradient)
    }
  }

  /// The gradient of the convolution's input; nil where oneDNN has to compute it.
  func convolutionInputGradient(_ weight: Tensor, _ geometry: ConvolutionGeometry) -> Tensor? {
    guard serves(geometry), geometry.inChannels % 16 == 0,
      let layout = Layout.blocked(geometry.inputShape, block: 16),
      let result = BlockedContents(layout: layout, shape: geometry.inputShape)
    else { return nil }
    let done = with(side: geometry.kernel[0]) {
      lk_pooled_input_gradient(
        $0, weight.pointer(Float.self), Int64(geometry.inChannels / 16), Int64(geometry.paddingLow[0]), result.floats)
    }
    return done ? result.tensor() : nil
  }

  /// The gradients of the convolution's weights and bias; nil where oneDNN has to compute them.
  func convolutionWeightGradient(
    _ x: Tensor, hasBias: Bool, _ geometry: ConvolutionGeometry
  ) -> (weight: Tensor, bias: Tensor?)? {
    // Images of a few channels stay in row-major order, as oneDNN takes them too.
    let isPlain = geometry.inChannels <= 3
    guard serves(geometry), isPlain || geometry.inChannels % 16 == 0,
      let layout = isPlain ? Layout.plain(geometry.inputShape) : Layout.blocked(geometry.inputShape, block: 16),
      let input = x.inLayout(layout),
      let weight = try? Tensor(uninitialised: geometry.weightShape, dtype: .float32),
      let bias = try? Tensor(uninitialised: [geometry.outChannels], dtype: .float32)
    else { return nil }
    let done = withExtendedLifetime(input.owner) {
      with(side: geometry.kernel[0]) {
        lk_pooled_weight_gradient(
          $0, input.data.assumingMemoryBound(to: Float.self), Int64(isPlain ? geometry.inChannels : geometry.inChannels / 16),
          isPlain, Int64(geometry.paddingLow[0]), weight.pointer(Float.self), hasBias ? bias.pointer(Float.self) : nil)
      }
    }
    return done ? (weight, hasBias ? bias : nil) : nil
  }
}
