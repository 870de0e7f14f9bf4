import CKernels
import Glibc
import Testing

@testable import Tensors

/// The loops for all element types, and the copies, against one number at a time.
struct ArithmeticLoopTests {
  private static func numbers(_ count: Int, _ seed: UInt64, low: Double = -8, high: Double = 8) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { Generator(seed: seed).fillUniform($0, low: low, high: high) }
    return values
  }

  /// Ordinary numbers with every kind of odd one among them.
  private static func mixed(_ count: Int, _ seed: UInt64) -> [Float] {
    let odd: [Float] = [0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1e30, -3e-30, 1e-42, 16_777_216]
    var values = numbers(count, seed)
    for i in stride(from: Int(seed), to: count, by: 7) { values[i] = odd[i / 7 % odd.count] }
    return values
  }

  private func same(_ a: Float, _ b: Float) -> Bool { a.isNaN ? b.isNaN : a == b && a.sign == b.sign }

  @Test func remaindersAreTheLibrarys() {
    let (a, b) = (Self.mixed(3000, 1), Self.mixed(3000, 5))
    var (remainders, wholes) = (a, a)
    lk_fmod_f32(a, 1, b, 1, &remainders, 3000)
    lk_floor_divide_f32(a, 1, b, 1, &wholes, 3000)
    for i in 0..<3000 {
      #expect(same(remainders[i], Glibc.fmodf(a[i], b[i])), "\(a[i]) mod \(b[i])")
      #expect(same(wholes[i], WholeDivision.floorDivide.apply(a[i], b[i])), "\(a[i]) div \(b[i])")
    }
  }

  @Test func powersAreWithinTwoUnits() {
    let (a, b) = (Self.mixed(3000, 2), Self.mixed(3000, 3))
    var powers = a
    lk_pow_f32(a, 1, b, 1, &powers, 3000)
    for i in 0..<3000 {
      let exact = Float(Glibc.pow(Double(a[i]), Double(b[i])))
      let isNear = same(powers[i], exact) || abs(powers[i] - exact) <= 2 * exact.ulp
      #expect(isNear, "\(a[i]) to the power \(b[i])")
    }
  }

  @Test func errorFunctionIsRoundedOnce() {
    var x = Self.mixed(4000, 4)
    for i in 0..<2000 { x[i] *= Glibc.exp2f(Float(-i / 50)) }
    var y = x
    lk_erf_f32(x, &y, 4000)
    for i in 0..<4000 { #expect(same(y[i], Float(Glibc.erf(Double(x[i])))), "erf \(x[i])") }
  }

  @Test func smallIntegersWrapAround() throws {
    let a = Tensor((0..<100).map { UInt8(truncatingIfNeeded: $0 * 37) })
    let b = Tensor((0..<100).map { UInt8(truncatingIfNeeded: $0 * 91) })
    let sums = try a.add(b).values(UInt8.self)
    let products = try a.mul(b).values(UInt8.self)
    for i in 0..<100 {
      let (x, y) = (UInt8(truncatingIfNeeded: i * 37), UInt8(truncatingIfNeeded: i * 91))
      #expect(sums[i] == x &+ y && products[i] == x &* y)
    }
    #expect(try a.lt(.int(300)).values(Bool.self).allSatisfy { $0 })
  }

  @Test(arguments: DType.allCases)
  func conversionsGoThroughInt64(_ type: DType) throws {
    let x = Tensor([-3.7, -0.5, 0, 0.5, 1, 2.9, 100.25, 300.5, -40000.75, 70000] as [Double])
    let converted = try x.to(type)
    let back = try converted.values(Double.self)
    for (i, value) in try x.values(Double.self).enumerated() {
      let whole = Int(value)
      let expected: Double =
        switch type {
        case .bool: value == 0 ? 0 : 1
        case .uint8: Double(UInt8(truncatingIfNeeded: whole))
        case .int8: Double(Int8(truncatingIfNeeded: whole))
        case .int16: Double(Int16(truncatingIfNeeded: whole))
        case .int32, .int64: Double(whole)
        case .float16: Double(Float16(Float(value)))
        case .float32: Double(Float(value))
        case .float64: value
        }
      #expect(back[i] == expected, "\(value) as \(type.name)")
    }
  }

  @Test(arguments: [DType.bool, .int16, .float32, .float64], [1, 5, 40, 300])
  func copiesReadAnyLayout(_ type: DType, _ size: Int) throws {
    let base = try Tensor.arange(size * (size + 3)).view([size, size + 3])
    let typed = try base.to(type)
    let wide = try typed.values(Int.self)
    // Transposed, every second column, backwards, and a row repeated.
    let turned = try typed.t().contiguous().values(Int.self)
    let strided = try typed.slice(1, start: 1, count: (size + 2) / 2, step: 2).contiguous().values(Int.self)
    let backwards = try typed.flip([0, 1]).values(Int.self)
    let repeated = try typed.selected(0, size - 1).expand([3, size + 3]).contiguous().values(Int.self)
    let width = size + 3
    for i in 0..<size {
      for j in 0..<width {
        let value = wide[i * width + j]
        if turned[j * size + i] != value { Issue.record("transposed (\(i), \(j))") }
        if backwards[(size - 1 - i) * width + width - 1 - j] != value { Issue.record("backwards (\(i), \(j))") }
      }
      for j in 0..<(size + 2) / 2 where strided[i * ((size + 2) / 2) + j] != wide[i * width + 1 + 2 * j] {
        Issue.record("every second (\(i), \(j))")
      }
    }
    for k in 0..<repeated.count where repeated[k] != wide[(size - 1) * width + k % width] { Issue.record("repeated \(k)") }
  }

  @Test func selectionsKeepOrder() throws {
    let x = Tensor(Self.numbers(100_000, 6))
    let mask = try x.gt(.double(2))
    let (values, flags) = (try x.values(Float.self), try mask.values(Bool.self))
    let expected = zip(values, flags).filter(\.1).map(\.0)
    #expect(try x.maskedSelect(mask).values(Float.self) == expected)
    #expect(try mask.nonzeroFlat().values(Int.self) == flags.indices.filter { flags[$0] })
  }
}
