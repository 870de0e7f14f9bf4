import CKernels
import Testing

@testable import Tensors

/// The vector loops against plain Swift that does the same steps one number at a time.
struct VectorLoopTests {
  @Test(arguments: [(3, 5, 7), (12, 384, 32), (33, 500, 20), (20, 1000, 200), (5, 768, 300)])
  func productsAreChainsInBlocks(_ m: Int, _ k: Int, _ n: Int) {
    let (a, b) = (numbers(m * k, seed: 1), numbers(k * n, seed: 2))
    let bias = numbers(n, seed: 3)
    var out = [Float](repeating: 0, count: m * n)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        lk_matmul_f32(
          Int64(m), Int64(k), Int64(n), lk_matrix_f32(data: a.baseAddress, row: Int64(k), column: 1),
          lk_matrix_f32(data: b.baseAddress, row: Int64(n), column: 1), 0, bias, &out)
      }
    }
    for i in 0..<m {
      for j in 0..<n {
        var (total, start): (Float?, Int) = (nil, 0)
        for length in blocks(k, isLong: n >= 192 && m >= 192) {
          var chain: Float = 0
          for p in start..<start + length { chain.addProduct(a[i * k + p], b[p * n + j]) }
          total = total.map { $0 + chain } ?? chain + bias[j]
          start += length
        }
        if out[i * n + j] != total { Issue.record("(\(i), \(j)) is \(out[i * n + j]) instead of \(total ?? 0)") }
      }
    }
  }

  private func blocks(_ k: Int, isLong: Bool) -> [Int] {
    if k > 384 && k < 768 { return [(k + 1) / 2, k / 2] }
    var (rest, result): (Int, [Int]) = (k, [])
    while rest > 0 {
      result.append(rest >= 768 || rest <= 384 || isLong ? min(rest, 384) : (rest + 1) / 2)
      rest -= result[result.count - 1]
    }
    return result
  }

  @Test(arguments: [1, 7, 8, 31, 100, 1000, 5000, 100_003])
  func sumsOfRunsAreCascades(_ count: Int) throws {
    let values = numbers(count, seed: 4)
    var expected: Float = 0
    if count < 8 {
      expected = rowSum(values.map { [$0] })[0]
    } else {
      let vectors = (0..<count / 8).map { Array(values[($0 * 8)..<($0 * 8 + 8)]) }
      for value in values[(count / 8 * 8)...] { expected += value }
      for lane in rowSum(vectors) { expected += lane }
    }
    #expect(try Tensor(values).sum().values(Float.self)[0] == expected)
  }

  /// Four interleaved cascades over rows of lanes, the rest added to the first.
  private func rowSum(_ rows: [[Float]]) -> [Float] {
    let quarter = rows.count / 4
    var parts = (0..<4).map { s in cascade((0..<quarter).map { rows[4 * $0 + s] }, width: rows[0].count) }
    for row in rows[(4 * quarter)...] { parts[0] = added(parts[0], row) }
    return added(added(added(parts[0], parts[1]), parts[2]), parts[3])
  }

  private func cascade(_ rows: [[Float]], width: Int) -> [Float] {
    let bits = rows.count <= 1 ? 0 : Int.bitWidth - (rows.count - 1).leadingZeroBitCount
    let power = max(4, bits / 4)
    let step = 1 << power
    var levels = [[Float]](repeating: [Float](repeating: 0, count: width), count: 4)
    var i = 0
    while i + step <= rows.count {
      for _ in 0..<step {
        levels[0] = added(levels[0], rows[i])
        i += 1
      }
      for level in 1..<4 {
        levels[level] = added(levels[level], levels[level - 1])
        levels[level - 1] = [Float](repeating: 0, count: width)
        if i & ((step - 1) << (level * power)) != 0 { break }
      }
    }
    for row in rows[i...] { levels[0] = added(levels[0], row) }
    return levels[1...].reduce(levels[0], added)
  }

  private func added(_ a: [Float], _ b: [Float]) -> [Float] { zip(a, b).map { $0 + $1 } }

  @Test func adamStepsAreWithinOneStepOfTheRoot() {
    let count = 700
    var (w, m, v) = (numbers(count, seed: 5), numbers(count, seed: 6), numbers(count, seed: 7).map { $0 * $0 })
    let g = numbers(count, seed: 8)
    let step = lk_adam(
      one_minus_beta1: 0.1, beta2: 0.999, one_minus_beta2: 0.001, bias2_root: 0.05, epsilon: 1e-8, negative_step: -0.01, decay: 0,
      shrink: 1, maximize: false)
    let (w0, m0, v0) = (w, m, v)
    lk_adam_f32(&w, g, &m, &v, nil, Int64(count), step)
    for i in 0..<count {
      #expect(m[i] == m0[i].addingProduct(0.1, g[i] - m0[i]))
      #expect(v[i] == (v0[i] * 0.999).addingProduct(0.001 * g[i], g[i]))
      let expected = w0[i] + (-0.01 * m[i]) / (v[i].squareRoot() / 0.05 + 1e-8)
      // With AVX-512 the square root may be one unit in the last place off.
      #expect(abs(w[i] - expected) <= 4e-7 * max(abs(w0[i]), abs(w[i] - w0[i])))
    }
  }

  @Test func reluKeepsNotANumber() {
    let x: [Float] = [-1, -0.0, 0, 2, .nan, .infinity, -.infinity]
    var out = x
    lk_relu_f32(x, &out, Int64(x.count))
    #expect(out.map(\.bitPattern) == [0, 0, 0, 2, x[4], .infinity, 0].map { Float($0).bitPattern })
  }

  private func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { Generator(seed: seed).fillUniform($0, low: -1, high: 1) }
    return values
  }
}
