import Foundation
import Testing

@testable import Tensors

/// oneDNN against the product of patches, which is plain Swift apart from the matrix product.
struct ConvolutionKernelTests {
  static let geometries: [ConvolutionGeometry] = [
    geometry(2, 3, 4, [7, 9], [3, 3]), geometry(2, 3, 4, [7, 9], [3, 3], padding: [1, 2]),
    geometry(2, 16, 32, [8, 8], [3, 3], padding: [1, 1]), geometry(3, 4, 6, [9, 8], [3, 2], stride: [2, 3], groups: 2),
    geometry(2, 2, 3, [11], [4], stride: [2], padding: [1], dilation: [2]), geometry(2, 1, 5, [28, 28], [5, 5]),
    geometry(2, 2, 4, [5, 6, 7], [2, 3, 2], padding: [1, 0, 1]), geometry(4, 20, 10, [6, 6], [1, 1]),
    geometry(2, 6, 6, [9, 9], [3, 3], padding: [2, 2], dilation: [2, 2], groups: 6),
  ]

  @Test(arguments: geometries) func oneDNNEqualsPatches(_ geometry: ConvolutionGeometry) throws {
    let x = try random(geometry.inputShape)
    let weight = try random(geometry.weightShape)
    let bias = try random([geometry.outChannels])
    let grad = try random(geometry.outputShape)
    let plain = PlainConvolution<Float>(geometry)

    let out = try #require(OneDNN.convolution(x, weight, bias, geometry))
    let plainOut = try Tensor(uninitialised: geometry.outputShape, dtype: .float32)
    plain.forward(
      x.pointer(Float.self), weight.pointer(Float.self), bias: bias.pointer(Float.self), plainOut.pointer(Float.self))
    try expectClose(out, plainOut)

    let input = try #require(OneDNN.convolutionInputGradient(grad, weight, geometry))
    let plainInput = try Tensor(uninitialised: geometry.inputShape, dtype: .float32)
    plain.inputGradient(grad.pointer(Float.self), weight.pointer(Float.self), plainInput.pointer(Float.self))
    try expectClose(input, plainInput)

    let (ofWeight, ofBias) = try #require(OneDNN.convolutionWeightGradient(x, grad, hasBias: true, geometry))
    let plainWeight = try Tensor(uninitialised: geometry.weightShape, dtype: .float32)
    plain.weightGradient(x.pointer(Float.self), grad.pointer(Float.self), plainWeight.pointer(Float.self))
    try expectClose(ofWeight, plainWeight)
    try expectClose(try #require(ofBias), grad.sum([0] + Array(2..<grad.dim)))
  }

  /// A primitive is built once and then serves whichever thread comes: its scratch memory must not belong to the first.
  @Test(arguments: geometries) func primitiveServesEveryThread(_ geometry: ConvolutionGeometry) async throws {
    let x = try random(geometry.inputShape)
    let weight = try random(geometry.weightShape)
    let here = try #require(OneDNN.convolution(x, weight, nil, geometry)).values(Float.self)
    let there: [Float]? = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: try? OneDNN.convolution(x, weight, nil, geometry)?.values(Float.self))
      }
    }
    #expect(there == here)
  }

  private static func geometry(
    _ batch: Int, _ inChannels: Int, _ outChannels: Int, _ input: [Int], _ kernel: [Int], stride: [Int]? = nil,
    padding: [Int]? = nil, dilation: [Int]? = nil, groups: Int = 1
  ) -> ConvolutionGeometry {
    let ones = input.map { _ in 1 }
    let padding = padding ?? input.map { _ in 0 }
    return ConvolutionGeometry(
      batch: batch, inChannels: inChannels, outChannels: outChannels, groups: groups, input: input, kernel: kernel,
      stride: stride ?? ones, dilation: dilation ?? ones, paddingLow: padding, paddingHigh: padding)
  }

  private func random(_ shape: Shape) throws -> Tensor {
    let tensor = try Tensor(uninitialised: shape, dtype: .float32)
    let buffer = UnsafeMutableBufferPointer(start: tensor.pointer(Float.self), count: tensor.elementCount)
    Generator(seed: UInt64(shape.elementCount)).fillUniform(buffer, low: -1, high: 1)
    return tensor
  }

  private func expectClose(_ a: Tensor, _ b: Tensor) throws {
    #expect(a.shape == b.shape)
    for (x, y) in zip(try a.values(Float.self), try b.values(Float.self)) where abs(x - y) > 1e-4 * max(1, abs(y)) {
      Issue.record("\(x) is not \(y)")
      return
    }
  }
}
