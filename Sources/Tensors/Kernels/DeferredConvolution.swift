/// A convolution that waits for the max pooling behind it, which computes it image by image and keeps its own, smaller result.
///
/// The pieces fit the processor's caches, so that the full images never reach memory: the lecture's evaluation of 10,000 images saves
/// 1.5 GB and most of its time. No bit changes, because oneDNN treats images independently. Whoever wants the images all the same
/// gets them: then the whole is computed.
/// Weights and bias are copies, because an optimiser may change the originals before that.
package final class DeferredConvolution {
  /// Whether the next convolution's result goes to a max pooling, through a ReLU or directly, and is seen by nobody else.
  nonisolated(unsafe) package static var isNext = false

  private let geometry: ConvolutionGeometry
  private let whole: ConvolutionPrimitive
  private let source: UnsafeMutableRawPointer
  private let weights: UnsafeMutableRawPointer
  private let bias: Buffer?
  /// What keeps the addresses valid.
  private let owners: [AnyObject]

  init(
    _ geometry: ConvolutionGeometry, _ whole: ConvolutionPrimitive, source: UnsafeMutableRawPointer,
    weights: UnsafeMutableRawPointer, bias: Buffer?, owners: [AnyObject]
  ) {
    (self.geometry, self.whole, self.source, self.weights, self.bias) = (geometry, whole, source, weights, bias)
    self.owners = owners
  }

  /// Computes all images; false when oneDNN could not.
  func compute(into target: UnsafeMutableRawPointer) -> Bool { compute(whole, source, target) }

  private func compute(
    _ primitive: ConvolutionPrimitive, _ source: UnsafeMutableRawPointer, _ target: UnsafeMutableRawPointer
  ) -> Bool {
    var arguments = [
      OneDNN.Argument(role: OneDNN.Role.source, layout: primitive.source, data: source),
      OneDNN.Argument(role: OneDNN.Role.weights, layout: primitive.weights, data: weights),
      OneDNN.Argument(role: OneDNN.Role.destination, layout: primitive.destination, data: target),
    ]
    if let bias, let layout = primitive.bias {
      arguments.append(OneDNN.Argument(role: OneDNN.Role.bias, layout: layout, data: bias.pointer))
    }
    return withExtendedLifetime(self) { primitive.execute(arguments) }
  }

  /// Bytes of results that a piece may have: half of a usual second-level cache.
  private static let pieceBytes = 1 << 19

  /// Computes pieces of the batch, on all threads, and hands each over; false, with pieces missing, when it cannot be done in this way.
  func forEachPiece(_ body: (_ first: Int, _ count: Int, _ images: UnsafeMutablePointer<Float>) -> Void) -> Bool {
    let batch = geometry.batch
    let imageBytes = whole.destination.byteCount / batch
    let share = batch / min(batch, ThreadPool.threadCount)
    let count = min(share, max(1, DeferredConvolution.pieceBytes / max(imageBytes, 1)))
    guard let piece = primitive(for: count) else { return false }
    let sourceBytes = whole.source.byteCount / batch
    return ThreadPool.inRanges(batch) { images in
      guard let buffer = Buffer(byteCount: piece.destination.byteCount) else { return false }
      for start in stride(from: images.lowerBound, to: images.upperBound, by: count) {
        // The last piece goes over some images again rather than being a smaller one.
        let first = min(start, images.upperBound - count)
        guard compute(piece, source + first * sourceBytes, buffer.pointer) else { return false }
        body(first, count, buffer.pointer.assumingMemoryBound(to: Float.self))
      }
      return true
    }
  }

  /// The same convolution of fewer images; nil unless it reads and writes the same layouts.
  private func primitive(for count: Int) -> ConvolutionPrimitive? {
    let fewer = geometry.withBatch(count)
    guard let primitive = ConvolutionPrimitive.of(fewer, .forward, hasBias: bias != nil) else { return nil }
    func agree(_ a: Layout, _ aShape: Shape, _ b: Layout, _ bShape: Shape) -> Bool {
      a.byteCount * count == b.byteCount * geometry.batch && a.channelBlock == b.channelBlock
        && (a == Layout.plain(aShape)) == (b == Layout.plain(bShape))
    }
    guard agree(whole.source, geometry.inputShape, primitive.source, fewer.inputShape),
      agree(whole.destination, geometry.outputShape, primitive.destination, fewer.outputShape),
      primitive.weights == whole.weights
    else { return nil }
    return primitive
  }
}
