import Glibc
import Interpreter
import Tensors

/// `numpy.random.RandomState`; the functions of `numpy.random` are the methods of one such object.
final class RandomStateObject: Object {
  var bits = MersenneBits(seed: 0)

  init(of type: TypeObject) { super.init(type) }

  /// `seed(…)` with a number, several numbers or none.
  func seed(_ value: Value) throws(Raised) {
    if value.isNone || value.isUnbound {
      bits.seed((0..<4).map { _ in UInt32.random(in: 0...UInt32.max) })
      return
    }
    if let seed = value.intValue
      ?? (ArrayScalar.parts(value)?.dtype.kind == .int ? ArrayScalar.parts(value)?.scalar.intValue : nil)
    {
      guard let word = UInt32(exactly: seed) else { throw RandomStateObject.seedRange }
      bits.seed(word)
      return
    }
    if value.isInstance(of: .int) { throw RandomStateObject.seedRange }
    if case .float = value {
      throw .typeError("Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'")
    }
    if value.stringValue != nil {
      let type = try ArrayConversion.array(value).elementType
      throw .typeError("Cannot cast scalar from dtype('\(type.shortName)') to dtype('int64') according to the rule 'safe'")
    }
    let array = try ArrayConversion.tensor(value)
    if array.elementCount == 0 { throw .valueError("Seed must be non-empty") }
    if array.dtype.isFloatingPoint {
      throw .typeError(
        "Cannot cast array data from dtype('\(array.dtype.name)') to dtype('int64') according to the rule 'safe'")
    }
    if array.dim != 1 { throw .valueError("Seed array must be 1-d") }
    var key: [UInt32] = []
    for number in try converting({ () throws(TensorError) in try array.to(.int64).values(Int.self) }) {
      guard let word = UInt32(exactly: number) else { throw RandomStateObject.seedRange }
      key.append(word)
    }
    bits.seed(key)
  }

  private static let seedRange = Raised.valueError("Seed must be between 0 and 2**32 - 1")

  static let type: TypeObject = TypeObject.native("RandomState", module: "numpy.random.mtrand", of: RandomStateObject.self) {
    t in
    t.doc = "A source of random numbers: the Mersenne Twister with numpy's first set of distributions."
    t.construct("RandomState(seed=None)") { type, call throws(Raised) in
      let state = RandomStateObject(of: type)
      try state.seed(call[0])
      return state.asValue
    }
    t.slots.repr = { _ throws(Raised) in "RandomState(MT19937)" }
    t.method("seed(self, seed=None)", "Starts over from a seed.") { state, call throws(Raised) in
      try state.seed(call[1])
      return .none
    }
    addState(to: t)
    addUniforms(to: t)
    addIntegers(to: t)
    addOrders(to: t)
    RandomDistributions.add(to: t)
  }

  private static func addState(to t: TypeBuilder<RandomStateObject>) {
    t.method("get_state(self, legacy=True)", "The state as a tuple.") { state, _ throws(Raised) in
      let words = NDArrayObject(Tensor(state.bits.words.map { Int($0) })).asValue
      let saved = state.bits.savedNormal
      return .tuple(["MT19937", words, .int(state.bits.position), .int(saved == nil ? 0 : 1), .float(saved ?? 0)])
    }
    t.method("set_state(self, state)", "Goes on from a state that `get_state` gave.") { state, call throws(Raised) in
      let parts = call[1].sequence ?? []
      guard parts.count >= 3, parts[0].stringValue == "MT19937" else {
        throw .valueError("set_state can only be used with legacy MT19937 state instances.")
      }
      let key = try ArrayConversion.tensor(parts[1], dtype: .int64)
      guard key.dim == 1, key.elementCount == 624 else { throw .valueError("state must contain 624 integers") }
      let words = try converting { () throws(TensorError) in try key.values(Int.self) }
      let position = try call.interpreter.index(parts[2])
      let hasNormal = parts.count > 4 ? try call.interpreter.isTrue(parts[3]) : false
      let normal = hasNormal ? try call.interpreter.double(parts[4]) : nil
      state.bits.restore(words.map { UInt32(truncatingIfNeeded: $0) }, position, normal)
      return .none
    }
  }

  private static func addUniforms(to t: TypeBuilder<RandomStateObject>) {
    t.method("rand(self, *args)", "Uniform numbers in [0, 1).") { state, call throws(Raised) in
      let sizes = call.rest(1)
      return try RandomDraws.floats(sizes.isEmpty ? .none : .tuple(sizes)) { state.bits.uniform() }
    }
    t.method("randn(self, *args)", "Standard normal numbers.") { state, call throws(Raised) in
      let sizes = call.rest(1)
      return try RandomDraws.floats(sizes.isEmpty ? .none : .tuple(sizes)) { state.bits.normal() }
    }
    for name in ["random", "random_sample", "ranf", "sample"] {
      t.method("\(name)(self, size=None)", "Uniform numbers in [0, 1).") { state, call throws(Raised) in
        try RandomDraws.floats(call[1]) { state.bits.uniform() }
      }
    }
    t.method("bytes(self, length)", "Random bytes.") { state, call throws(Raised) in
      let count = try ArrayArguments.size(call[1])
      var bytes: [UInt8] = []
      while bytes.count < count { withUnsafeBytes(of: state.bits.next32().littleEndian) { bytes += $0 } }
      return .object(BytesObject(Array(bytes.prefix(count))))
    }
  }

  private static func addIntegers(to t: TypeBuilder<RandomStateObject>) {
    t.method("randint(self, low, high=None, size=None, dtype=int)", "Integers from low up to high, exclusive.") {
      state, call throws(Raised) in
      let dtype = call.has(4) ? try ArrayDTypeObject.numeric(call[4]) : .int64
      if call[1].cast(to: NDArrayObject.self) != nil || call[1].sequence != nil || call[2].cast(to: NDArrayObject.self) != nil
        || call[2].sequence != nil
      {
        let (low, high) = call.has(2) ? (call[1], call[2]) : (.int(0), call[1])
        return try RandomDraws.broadcast([low, high], call[3], .int64) { p throws(Raised) in
          guard p[0] < p[1] else { throw .valueError("low >= high") }
          let limit = UInt64(bitPattern: Int64(p[1]) &- 1 &- Int64(p[0]))
          return p[0] + Double(Int(truncatingIfNeeded: state.bits.atMost(limit)))
        }
      }
      let first = call.has(2) ? try whole(call[1]) : 0
      let last = try whole(call.has(2) ? call[2] : call[1])
      guard first < last else { throw .valueError(call.has(2) ? "low >= high" : "high <= 0") }
      if dtype != .int64 {
        let bits = dtype.byteSize * 8
        let range = dtype == .bool ? 0...1 : dtype == .uint8 ? 0...255 : -(1 << (bits - 1))...(1 << (bits - 1)) - 1
        if !range.contains(first) { throw .valueError("low is out of bounds for \(dtype.name)") }
        if !range.contains(last - 1) { throw .valueError("high is out of bounds for \(dtype.name)") }
      }
      let limit = UInt64(bitPattern: Int64(last &- 1 &- first))
      var small = SmallIntegers(byteSize: dtype == .bool ? 0 : dtype.byteSize)
      let draw = { first &+ Int(truncatingIfNeeded: small.draw(limit, &state.bits)) }
      if !call.has(3) {
        let number = draw()
        // The default dtype gives a Python int.
        if call[4].isUnbound || call[4].object === TypeObject.int { return .int(number) }
        return ArrayScalar.make(dtype == .bool ? .bool(number != 0) : .int(number), dtype)
      }
      return try RandomDraws.integers(call[3], dtype, draw)
    }
  }

  private static func whole(_ value: Value) throws(Raised) -> Int {
    if let number = value.doubleValue ?? ArrayScalar.parts(value)?.scalar.doubleValue, value.intValue == nil,
      ArrayScalar.parts(value)?.dtype.kind != .int
    {
      return try ArrayArguments.whole(number)
    }
    return try Interpreter.current.index(value)
  }

  private static func addOrders(to t: TypeBuilder<RandomStateObject>) {
    t.method("permutation(self, x)", "A shuffled copy, or the shuffled numbers below x.") { state, call throws(Raised) in
      try RandomDraws.permutation(call[1]) { limit in state.bits.atMost(limit) }
    }
    t.method("shuffle(self, x)", "Shuffles the first dimension in place.") { state, call throws(Raised) in
      try RandomDraws.shuffle(call[1]) { limit in state.bits.atMost(limit) }
      return .none
    }
    t.method("choice(self, a, size=None, replace=True, p=None)", "Elements picked at random.") { state, call throws(Raised) in
      let picker = try RandomPicker(call)
      let count = try picker.count()
      let places: [Int]
      if let weights = try picker.weights() {
        places =
          try call.bool(3)
          ? RandomPicker.weighted(weights, count) { state.bits.uniform() }
          : picker.distinct(weights, count) { state.bits.uniform() }
      } else if try call.bool(3) {
        let limit = UInt64(picker.population - 1)
        places = (0..<count).map { _ in Int(state.bits.atMost(limit)) }
      } else {
        try picker.checkDistinct(count)
        places = Array(RandomDraws.order(picker.population) { limit in state.bits.atMost(limit) }.prefix(count))
      }
      return try picker.pick(places)
    }
  }
}

/// Small integers share the bits of one 32-bit draw within a call.
private struct SmallIntegers {
  let byteSize: Int
  private var buffer: UInt32 = 0
  private var left = 0

  init(byteSize: Int) { self.byteSize = byteSize }

  mutating func draw(_ limit: UInt64, _ bits: inout MersenneBits) -> UInt64 {
    if byteSize >= 4 { return bits.atMost(limit) }
    if limit == 0 { return 0 }
    let width = byteSize == 0 ? 1 : byteSize * 8
    let mask = UInt32(truncatingIfNeeded: UInt64.max >> UInt64(limit.leadingZeroBitCount))
    while true {
      if left == 0 {
        buffer = bits.next32()
        left = 32 / width
      } else {
        buffer >>= UInt32(width)
      }
      left -= 1
      if UInt64(buffer & mask) <= limit { return UInt64(buffer & mask) }
    }
  }
}
