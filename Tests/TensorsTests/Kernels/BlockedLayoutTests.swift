import Testing

@testable import Tensors

/// Results must not depend on whether somebody looked at a tensor on its way between layers.
struct BlockedLayoutTests {
  struct Pool: CustomTestStringConvertible {
    let kernel: Int
    let stride: Int
    let padding: Int
    let channels: Int
    /// Of the convolution before it.
    var inChannels = 5
    var side = 3
    /// Of the convolution; such that its output keeps the size unless given.
    var convolutionPadding: Int?
    var testDescription: String {
      "kernel \(kernel), stride \(stride), padding \(padding), \(inChannels) to \(channels) channels, convolution \(side)"
        + (convolutionPadding.map { ", padding \($0)" } ?? "")
    }
  }

  static let pools = [
    Pool(kernel: 2, stride: 2, padding: 0, channels: 16), Pool(kernel: 3, stride: 2, padding: 1, channels: 10),
    Pool(kernel: 3, stride: 1, padding: 0, channels: 33), Pool(kernel: 2, stride: 3, padding: 0, channels: 32),
    // These keep the pooling's gradient as the few numbers that are not zero.
    Pool(kernel: 2, stride: 2, padding: 0, channels: 32, inChannels: 16),
    Pool(kernel: 3, stride: 3, padding: 1, channels: 16, inChannels: 32, side: 5),
    Pool(kernel: 2, stride: 2, padding: 0, channels: 32, inChannels: 48, convolutionPadding: 0),
    Pool(kernel: 2, stride: 3, padding: 1, channels: 48, inChannels: 16, convolutionPadding: 2),
    // The same behind a first layer, whose images are in row-major order.
    Pool(kernel: 2, stride: 2, padding: 0, channels: 32, inChannels: 1),
    Pool(kernel: 2, stride: 2, padding: 0, channels: 16, inChannels: 3),
    Pool(kernel: 2, stride: 2, padding: 0, channels: 16, inChannels: 1, side: 5),
  ]

  @Test(arguments: pools) func lookingChangesNothing(_ pool: Pool) throws {
    // Sums over the batch are split among threads, by oneDNN in ways of its own.
    let threads = ThreadPool.threadCount
    ThreadPool.setThreadCount(1)
    defer { ThreadPool.setThreadCount(threads) }
    let quiet = try run(pool, looking: false)
    let looked = try run(pool, looking: true)
    for (a, b) in zip(quiet, looked) {
      let same = try a.values(Float.self).map(\.bitPattern) == b.values(Float.self).map(\.bitPattern)
      #expect(a.shape == b.shape && same)
    }
  }

  /// A gradient, weight or pixel that is not finite spreads as it does without pooling's short cut.
  @Test(arguments: [1, 16], [Float.infinity, .nan]) func notFiniteSpreadsAlike(channels: Int, odd: Float) throws {
    func gradients(looking: Bool, oddWeight: Bool) throws -> [[UInt32]] {
      let x = try random([2, channels, 12, 12], seed: 1)
      let weight = try random([16, channels, 3, 3], seed: 2)
      if oddWeight { weight.pointer(Float.self)[4] = odd }
      for leaf in [x, weight] { _ = try leaf.setRequiresGrad(true) }
      let y = try x.convolution(2, weight, padding: .zeros([1]))
      let gradient = try random([2, 16, 6, 6], seed: 3)
      if !oddWeight { gradient.pointer(Float.self)[0] = odd }
      let pooled = try y.maxPool(2, kernelSize: [2])
      if looking {
        // The same gradient, as an image in row-major order.
        let image = try random([2, 16, 12, 12], seed: 4)
        _ = try image.zeroInPlace()
        let leaf = try y.detach().setRequiresGrad(true)
        try leaf.maxPool(2, kernelSize: [2]).backward(gradient: gradient)
        _ = try image.addInPlace(#require(leaf.grad))
        try y.backward(gradient: image)
      } else {
        try pooled.backward(gradient: gradient)
      }
      return try [x, weight].map { try #require($0.grad).values(Float.self).map { $0.isNaN ? 1 : $0.bitPattern } }
    }
    let threads = ThreadPool.threadCount
    ThreadPool.setThreadCount(1)
    defer { ThreadPool.setThreadCount(threads) }
    for oddWeight in [false, true] {
      #expect(try gradients(looking: false, oddWeight: oddWeight) == gradients(looking: true, oddWeight: oddWeight))
    }
  }

  @Test(arguments: [(1, 28, 13), (1, 64, 3), (16, 28, 13), (16, 14, 40)])
  func convolutionInPiecesIsTheSame(channels: Int, side: Int, batch: Int) throws {
    let x = try random([batch, channels, side, side], seed: 1)
    let weight = try random([32, channels, 3, 3], seed: 2)
    let bias = try random([32], seed: 3)
    func pooled(inPieces: Bool) throws -> [UInt32] {
      DeferredConvolution.isNext = inPieces
      defer { DeferredConvolution.isNext = false }
      let y = try x.convolution(2, weight, bias, padding: .zeros([1]))
      #expect((y.unsettledContents?.awaitedConvolution != nil) == (inPieces && y.unsettledContents != nil))
      return try y.relu().maxPool(2, kernelSize: [2]).values(Float.self).map(\.bitPattern)
    }
    #expect(try pooled(inPieces: true) == pooled(inPieces: false))
  }

  @Test func waitingConvolutionIsComputedForWhoeverLooks() throws {
    let x = try random([2, 16, 8, 8], seed: 1)
    let weight = try random([16, 16, 3, 3], seed: 2)
    let plain = try x.convolution(2, weight).relu().values(Float.self)
    DeferredConvolution.isNext = true
    let waiting = try x.convolution(2, weight).relu()
    DeferredConvolution.isNext = false
    // Changes of the weights come too late.
    _ = try weight.zeroInPlace()
    #expect(try waiting.values(Float.self) == plain)
  }

  @Test func layoutStaysBlockedUntilLookedAt() throws {
    let x = try random([2, 16, 8, 8], seed: 1)
    let weight = try random([16, 16, 3, 3], seed: 2)
    let out = try x.convolution(2, weight, padding: .zeros([1])).relu().maxPool(2, kernelSize: [2])
    // oneDNN may prefer row-major order on some processors; then there is nothing to keep.
    guard out.blockedContents != nil else { return }
    _ = try out.add(1)
    #expect(out.blockedContents == nil)
  }

  private func run(_ pool: Pool, looking: Bool) throws -> [Tensor] {
    func seen(_ t: Tensor) throws -> Tensor {
      if looking { _ = try t.values(Float.self) }
      return t
    }
    let x = try random([3, pool.inChannels, 13, 14], seed: 1)
    let weight = try random([pool.channels, pool.inChannels, pool.side, pool.side], seed: 2)
    let bias = try random([pool.channels], seed: 3)
    let second = try random([4, pool.channels, 2, 2], seed: 4)
    for leaf in [x, weight, bias, second] { _ = try leaf.setRequiresGrad(true) }
    DeferredConvolution.isNext = !looking
    defer { DeferredConvolution.isNext = false }
    var y = try seen(x.convolution(2, weight, bias, padding: .zeros([pool.convolutionPadding ?? pool.side / 2])))
    y = try seen(y.relu())
    y = try seen(y.maxPool(2, kernelSize: [pool.kernel], stride: [pool.stride], padding: [pool.padding]))
    let out = try y.convolution(2, second)
    try out.sum().backward()
    return try [out, x, weight, bias, second].enumerated().map { try $0.offset == 0 ? $0.element : #require($0.element.grad) }
  }

  private func random(_ shape: Shape, seed: UInt64) throws -> Tensor {
    let tensor = try Tensor(uninitialised: shape, dtype: .float32)
    let buffer = UnsafeMutableBufferPointer(start: tensor.pointer(Float.self), count: tensor.elementCount)
    Generator(seed: seed).fillUniform(buffer, low: -1, high: 1)
    return tensor
  }
}
