import CKernels
import Testing

/// The approximate square root: the form for one lane, from a table, against the vector form, from the processor's own instruction where it
/// has one.
@Suite struct SquareRootTests {
  @Test func lanesAndVectorsAgree() {
    // Every exponent, mantissas all over, and the numbers with rules of their own.
    var numbers: [Float] = [0, -0.0, 1, 4, .infinity, -1, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    var bits: UInt32 = 1
    while bits < 0x7f80_0000 {
      numbers.append(Float(bitPattern: bits))
      bits += 20_011
    }
    var roots = [Float](repeating: 0, count: numbers.count)
    lk_sqrt_f32(numbers, &roots, Int64(numbers.count))
    let different = zip(numbers, roots).filter { number, root in
      let lane = lk_root_f32(number)
      return lane.bitPattern != root.bitPattern && !(lane.isNaN && root.isNaN)
    }
    #expect(different.isEmpty)
    let far = zip(numbers, roots).filter { $0 > 0 && $0.isFinite && abs($1 - $0.squareRoot()) > $1.ulp }
    #expect(far.isEmpty)
  }
}
