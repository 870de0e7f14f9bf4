import CKernels
import Foundation
import Testing

@testable import Tensors

/// The first 20 losses of the lecture's CNN on MNIST, in bits, as PyTorch 2.15 printed them at one thread with AVX-512.
struct LectureTrainingTests {
  private static let recorded =
    "4015c507400fe336400dc736400bba774007a6eb40093cd83fff4c493ffb56183ff178e83fe4c14a"
    + "3fe09aec3fd7a4e43fd3549b3fbdfb843fb8f4513fa0db463f9d433c3f9e9afe3f84579d3f78b240"

  /// The data set beside the checkout; the test is skipped where it is absent.
  private static let data: (images: [UInt8], labels: [UInt8])? = {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/MNIST_data/MNIST/raw").standardized
    guard let images = try? Data(contentsOf: folder.appendingPathComponent("train-images-idx3-ubyte")),
      let labels = try? Data(contentsOf: folder.appendingPathComponent("train-labels-idx1-ubyte"))
    else { return nil }
    return ([UInt8](images), [UInt8](labels))
  }()

  @Test(.enabled(if: data != nil && lk_has_avx512()))
  func lossesEqualPyTorchsInBits() throws {
    let threads = ThreadPool.threadCount
    ThreadPool.setThreadCount(1)
    defer { ThreadPool.setThreadCount(threads) }
    let data = try #require(Self.data)
    var model = try Model(seed: 777)
    let order = model.shuffled(60000)
    for step in 0..<20 {
      let loss = try model.step(batch: order[(step * 100)..<(step * 100 + 100)], data.images, data.labels)
      let text = String(loss.bitPattern, radix: 16)
      #expect(text == Self.recorded.dropFirst(step * 8).prefix(8), "step \(step)")
    }
  }

  private struct Model {
    private let generator: Generator
    private let parameters: [Tensor]
    private let moments: [(Tensor, Tensor)]
    private var steps = 0

    init(seed: UInt64) throws {
      let generator = Generator(seed: seed)
      func uniform(_ shape: Shape, _ bound: Double) throws -> Tensor {
        let tensor = try Tensor(uninitialised: shape, dtype: .float32)
        let buffer = UnsafeMutableBufferPointer(start: tensor.pointer(Float.self), count: tensor.elementCount)
        generator.fillUniform(buffer, low: -bound, high: bound)
        return try tensor.setRequiresGrad(true)
      }
      func layer(_ shape: Shape) throws -> [Tensor] {
        let fan = Double(shape.dropFirst().reduce(1, *))
        let root = 5.0.squareRoot()
        let gain = (2 / (1 + root * root)).squareRoot()
        return [
          try uniform(shape, 3.0.squareRoot() * (gain / fan.squareRoot())), try uniform([shape[0]], 1 / fan.squareRoot()),
        ]
      }
      var parameters = try layer([32, 1, 3, 3]) + layer([64, 32, 3, 3]) + layer([10, 3136])
      parameters[4] = try uniform([10, 3136], 3.0.squareRoot() * (2.0 / 3146).squareRoot())
      self.generator = generator
      self.parameters = parameters
      moments = try parameters.map { (try Tensor.zeros($0.shape), try Tensor.zeros($0.shape)) }
    }

    /// The order in which a fresh loader visits the data set.
    func shuffled(_ count: Int) -> [Int] {
      _ = generator.nextSeed()
      return Generator(seed: UInt64(generator.nextSeed())).permutation(count).map { Int($0) }
    }

    mutating func step(batch: ArraySlice<Int>, _ images: [UInt8], _ labels: [UInt8]) throws -> Float {
      let pixels = batch.flatMap { index in images[(16 + index * 784)..<(800 + index * 784)].map { Float($0) / 255 } }
      let target = Tensor(batch.map { Int(labels[8 + $0]) })
      var x = Tensor(pixels, shape: [batch.count, 1, 28, 28])
      for i in [0, 2] {
        x = try x.convolution(2, parameters[i], parameters[i + 1], padding: .zeros([1])).relu().maxPool(2, kernelSize: [2])
      }
      let loss = try x.view([batch.count, 3136]).linear(parameters[4], parameters[5]).crossEntropy(target)
      for parameter in parameters { parameter.grad = nil }
      try loss.backward()
      steps += 1
      let adam = lk_adam(
        one_minus_beta1: Float(1 - 0.9), beta2: 0.999, one_minus_beta2: Float(1 - 0.999),
        bias2_root: Float((1 - pow(0.999, Double(steps))).squareRoot()), epsilon: 1e-8,
        negative_step: Float(-(0.001 / (1 - pow(0.9, Double(steps))))), decay: 0, shrink: 1, maximize: false)
      for (parameter, (m, v)) in zip(parameters, moments) {
        let grad = try #require(parameter.grad).contiguous()
        lk_adam_f32(
          parameter.pointer(Float.self), grad.pointer(Float.self), m.pointer(Float.self), v.pointer(Float.self), nil,
          Int64(parameter.elementCount), adam)
        parameter.didMutate()
      }
      return loss.pointer(Float.self)[0]
    }
  }
}
