import CKernels
import Testing

@testable import Tensors

/// Sorting, extremes, running sums and moments against plain Swift.
struct OrderLoopTests {
  private func numbers(_ count: Int, _ seed: UInt64) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { Generator(seed: seed).fillUniform($0, low: -50, high: 50) }
    // Repetitions, both zeros and a few that are not numbers.
    return values.enumerated().map { $0 % 97 == 5 ? .nan : $0 % 13 == 0 ? -0.0 : $1.rounded() }
  }

  private func comesFirst(_ a: Float, _ b: Float, descending: Bool) -> Bool {
    if a.isNaN || b.isNaN { return descending ? a.isNaN && !b.isNaN : b.isNaN && !a.isNaN }
    return descending ? a > b : a < b
  }

  @Test(arguments: [1, 2, 40, 49, 700, 5000], [false, true])
  func sortsAreStable(_ count: Int, _ descending: Bool) throws {
    let values = numbers(count, 1)
    let expected = values.indices.sorted {
      if comesFirst(values[$0], values[$1], descending: descending) { return true }
      return !comesFirst(values[$1], values[$0], descending: descending) && $0 < $1
    }
    for tensor in [Tensor(values), try Tensor(values).to(.float64)] {
      let sorted = try tensor.sort(0, descending: descending)
      #expect(try sorted.indices.values(Int.self) == expected)
      let top = try tensor.topk(min(count, 7), largest: descending)
      #expect(try top.indices.values(Int.self) == Array(expected.prefix(7)))
    }
    let whole = try Tensor(values.map { $0.isNaN ? 3 : Int($0) })
    let order = try whole.sort(0, descending: descending).values.values(Int.self)
    #expect(order == (try whole.values(Int.self)).sorted { descending ? $0 > $1 : $0 < $1 })
  }

  @Test(arguments: [Shape([7, 1]), [3, 50], [40, 33], [1, 3000], [2000, 3]])
  func extremesAreTheFirst(_ shape: Shape) throws {
    let x = Tensor(numbers(shape.elementCount, 2), shape: shape)
    let values = try x.values(Float.self)
    let (rows, columns) = (shape[0], shape[1])
    let (down, across) = (try x.argmax(0).values(Int.self), try x.argmin(1).values(Int.self))
    for c in 0..<columns {
      var best = 0
      for r in 1..<max(rows, 1) where comesFirst(values[r * columns + c], values[best * columns + c], descending: true) {
        best = r
      }
      #expect(down[c] == best)
    }
    for r in 0..<rows {
      // Not-a-number wins here, too.
      let line = values[r * columns..<(r + 1) * columns].map { $0.isNaN ? -Float.infinity : $0 }
      #expect(across[r] == line.firstIndex(of: line.min() ?? 0))
    }
  }

  @Test(arguments: [Shape([9, 20]), [1, 5000], [70, 65]], [0, 1])
  func runningSumsAreRoundedEach(_ shape: Shape, _ dim: Int) throws {
    let x = Tensor(numbers(shape.elementCount, 3).map { $0.isNaN ? 0.1 : $0 / 7 }, shape: shape)
    let (values, sums) = (try x.values(Float.self), try x.cumsum(dim).values(Float.self))
    let (length, step) = dim == 0 ? (shape[0], shape[1]) : (shape[1], 1)
    for line in 0..<shape.elementCount / length {
      var total = 0.0
      for i in 0..<length {
        let at = (dim == 0 ? line : line * length) + i * step
        total += Double(values[at])
        if sums[at] != Float(total) { Issue.record("line \(line), element \(i)") }
      }
    }
  }

  @Test(arguments: [2, 100, 16384, 50_001])
  func deviationsAreRoundedOnce(_ count: Int) throws {
    let values = numbers(count, 4).map { $0.isNaN ? 2 : $0 }
    let mean = values.reduce(0.0) { $0 + Double($1) } / Double(count)
    let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let expected = Float((squares / Double(count - 1)).squareRoot())
    #expect(try Tensor(values).std().values(Float.self)[0] == expected)
  }

  @Test func wholeNumbersAreSummedExactly() throws {
    for type in [DType.bool, .uint8, .int8, .int16, .int32, .int64] {
      let x = try Tensor.remainder(.tensor(Tensor.arange(200_000)), .scalar(.int(120))).to(type).view([2, 100_000])
      let values = try x.values(Int.self)
      #expect(try x.sum().values(Int.self) == [values.reduce(0, +)])
      #expect(try x.sum([1]).values(Int.self) == [values[..<100_000].reduce(0, +), values[100_000...].reduce(0, +)])
    }
  }
}
