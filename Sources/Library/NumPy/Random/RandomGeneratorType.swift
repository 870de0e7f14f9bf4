import Interpreter
import Tensors

/// `numpy.random.Generator` over PCG64, as `default_rng` makes it.
final class RandomGeneratorObject: Object {
  var bits: PCGBits

  private init(_ bits: PCGBits) {
    self.bits = bits
    super.init(RandomGeneratorObject.type)
  }

  static func make(_ seed: Value) throws(Raised) -> Value {
    if seed.cast(to: RandomGeneratorObject.self) != nil { return seed }
    var entropy: [UInt32] = []
    if seed.isNone || seed.isUnbound {
      entropy = (0..<4).map { _ in UInt32.random(in: 0...UInt32.max) }
    } else {
      for value in seed.sequence ?? [seed] { entropy += try words(value) }
    }
    return RandomGeneratorObject(PCGBits(entropy: entropy)).asValue
  }

  private static func words(_ value: Value) throws(Raised) -> [UInt32] {
    let interpreter = Interpreter.current
    if value.doubleValue != nil, value.intValue == nil, !value.isInstance(of: .int) {
      throw .typeError("SeedSequence expects int or sequence of ints for entropy not \(try interpreter.repr(value))")
    }
    // Integers of any size are read 32 bits at a time.
    if try interpreter.isTrue(interpreter.compare(.less, value, 0)) { throw .valueError("expected non-negative integer") }
    var (rest, result) = (value, [UInt32]())
    repeat {
      let low = try interpreter.index(interpreter.binary(.bitAnd, rest, .int(0xffff_ffff)))
      result.append(UInt32(truncatingIfNeeded: low))
      rest = try interpreter.binary(.rightShift, rest, .int(32))
    } while try interpreter.isTrue(rest)
    return result
  }

  static let type: TypeObject = TypeObject.native(
    "Generator", module: "numpy.random._generator", of: RandomGeneratorObject.self
  ) { t in
    t.doc = "A source of random numbers: PCG64 with numpy's second set of distributions, as far as Lectern has it."
    t.slots.repr = { _ throws(Raised) in "Generator(PCG64)" }
    t.method("random(self, size=None, dtype=float)", "Uniform numbers in [0, 1).") { generator, call throws(Raised) in
      let dtype = call[2].isUnbound ? .float64 : try ArrayDTypeObject.numeric(call[2])
      let isSingle = dtype == .float32
      if isSingle {
        return try RandomDraws.floats(call[1], dtype: .float32) { Double(Float(generator.bits.next32() >> 8) * 0x1p-24) }
      }
      return try RandomDraws.floats(call[1]) { generator.bits.uniform() }
    }
    t.method("uniform(self, low=0.0, high=1.0, size=None)", "Uniform numbers within bounds.") {
      generator, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        guard (p[1] - p[0]).isFinite else { throw .overflowError("high - low range exceeds valid bounds") }
        return p[0] + (p[1] - p[0]) * generator.bits.uniform()
      }
    }
    t.method("standard_normal(self, size=None)", "Standard normal numbers.") { generator, call throws(Raised) in
      try RandomDraws.floats(call[1]) { generator.bits.normal() }
    }
    t.method("normal(self, loc=0.0, scale=1.0, size=None)", "Normal numbers.") { generator, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        guard p[1] >= 0 else { throw .valueError("scale < 0") }
        return p[0] + p[1] * generator.bits.normal()
      }
    }
    t.method("bytes(self, length)", "Random bytes.") { generator, call throws(Raised) in
      let count = try ArrayArguments.size(call[1])
      var bytes: [UInt8] = []
      while bytes.count < count { withUnsafeBytes(of: generator.bits.next32().littleEndian) { bytes += $0 } }
      return .object(BytesObject(Array(bytes.prefix(count))))
    }
    RandomDistributions.addShared(to: t)
    addIntegers(to: t)
  }

  private static func addIntegers(to t: TypeBuilder<RandomGeneratorObject>) {
    t.method("integers(self, low, high=None, size=None, dtype=int, endpoint=False)", "Integers from low up to high.") {
      generator, call throws(Raised) in
      let first = call.has(2) ? try call.int(1) : 0
      let end = try call.int(call.has(2) ? 2 : 1)
      let last = try call.bool(5) ? end : end &- 1
      guard first <= last else { throw .valueError(call.has(2) ? "low >= high" : "high <= 0") }
      let limit = UInt64(bitPattern: Int64(last &- first))
      let dtype = call[4].isUnbound ? .int64 : try ArrayDTypeObject.numeric(call[4])
      guard dtype == .int64 || dtype == .int32 else {
        throw .notImplementedError("Generator.integers draws int64 and int32 in Lectern, not \(dtype.name)")
      }
      let draw = { first &+ Int(truncatingIfNeeded: generator.bits.atMost(limit)) }
      if !call.has(3) { return ArrayScalar.make(.int(draw()), dtype) }
      return try RandomDraws.integers(call[3], dtype, draw)
    }
    t.method("permutation(self, x, axis=0)", "A shuffled copy, or the shuffled numbers below x.") {
      generator, call throws(Raised) in
      try RandomDraws.permutation(call[1]) { limit in generator.bits.masked(limit) }
    }
    t.method("shuffle(self, x, axis=0)", "Shuffles the first dimension in place.") { generator, call throws(Raised) in
      try RandomDraws.shuffle(call[1]) { limit in generator.bits.masked(limit) }
      return .none
    }
    t.method("choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True)", "Elements picked at random.") {
      generator, call throws(Raised) in
      let picker = try RandomPicker(call)
      let count = try picker.count()
      if let weights = try picker.weights() {
        return try picker.pick(
          try call.bool(3)
            ? RandomPicker.weighted(weights, count) { generator.bits.uniform() }
            : picker.distinct(weights, count) { generator.bits.uniform() })
      }
      if try call.bool(3) {
        let limit = UInt64(picker.population - 1)
        return try picker.pick((0..<count).map { _ in Int(generator.bits.atMost(limit)) })
      }
      try picker.checkDistinct(count)
      return try picker.pick(generator.distinct(picker.population, count, shuffles: try call.bool(6)))
    }
  }

  /// Different positions below a number, by Floyd's method or, for many of many, by shuffling the tail.
  private func distinct(_ population: Int, _ count: Int, shuffles: Bool) -> [Int] {
    if population > 10000, count > population / (shuffles ? 50 : 20) {
      var order = Array(0..<population)
      var i = population - 1
      while i >= max(population - count, 1) {
        order.swapAt(i, Int(bits.atMost(UInt64(i))))
        i -= 1
      }
      return Array(order[(population - count)...])
    }
    var found: Set<Int> = []
    var result: [Int] = []
    for j in population - count..<population {
      let draw = Int(bits.atMost(UInt64(j)))
      let place = found.contains(draw) ? j : draw
      found.insert(place)
      result.append(place)
    }
    guard shuffles else { return result }
    var i = count - 1
    while i >= 1 {
      result.swapAt(i, Int(bits.atMost(UInt64(i))))
      i -= 1
    }
    return result
  }
}
