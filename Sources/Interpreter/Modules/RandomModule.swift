import Glibc

/// `random`: the generator, its seeding and the choice of integers and elements; the distributions are in
/// RandomModule+Distributions.swift. Equal seeds give CPython's numbers, bit for bit.
enum RandomModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("random", doc: "Random variable generators.")
    module.set("Random", type.asValue)
    // The functions of the module are the methods of one hidden generator.
    let shared = RandomObject(type).asValue
    for (name, value) in type.attributes.pairs {
      guard let text = name.stringValue, !text.hasPrefix("_"), value.cast(to: NativeFunction.self) != nil else { continue }
      module.set(text, .object(BoundMethodObject(shared, value)))
    }
    return module.asValue
  }

  static let type: TypeObject = TypeObject.native("Random", module: "random", of: RandomObject.self) { t in
    t.hasAttributes = true
    t.doc = "A generator of random numbers (Mersenne Twister) with distributions."
    t.allocate { type throws(Raised) in RandomObject(type) }
    t.method("__init__(self, x=None)") { random, call throws(Raised) in
      try seed(random, call[1])
      return .none
    }
    addState(t)
    addIntegers(t)
    addElements(t)
    addDistributions(t)
  }

  // MARK: Seeds and state

  private static func seed(_ random: RandomObject, _ value: Value) throws(Raised) {
    random.savedNormal = nil
    if value.isNone { return random.twister.seedFromSystem() }
    if let number = value.bigInt { return random.twister.seed(number) }
    if case .float = value {
      let hash = try Interpreter.current.hash(value)
      return random.twister.seed(BigInt(UInt(bitPattern: hash)))
    }
    let bytes: [UInt8]
    if let text = value.stringValue {
      bytes = Array(text.utf8)
    } else if let object = value.cast(to: BytesObject.self) {
      bytes = object.bytes
    } else {
      throw .typeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    }
    var number = BigInt(0)
    for byte in bytes + SHA512.digest(bytes) { number = number << 8 | BigInt(byte) }
    random.twister.seed(number)
  }

  private static func addState(_ t: TypeBuilder<RandomObject>) {
    t.method("seed(self, a=None, version=2)") { random, call throws(Raised) in
      try seed(random, call[1])
      return .none
    }
    t.method("getstate(self)") { random, call throws(Raised) in
      let numbers: [Value] = random.twister.state.map { .int(Int($0)) } + [.int(random.twister.position)]
      return .tuple([.int(3), .tuple(numbers), random.savedNormal.map { .float($0) } ?? .none])
    }
    t.method("setstate(self, state)") { random, call throws(Raised) in
      let parts = try call.interpreter.elements(of: call[1])
      guard parts.count == 3, parts[0].intValue == 3, let numbers = parts[1].sequence, numbers.count == 625 else {
        throw .valueError("state vector is the wrong size")
      }
      var state: [UInt32] = []
      for number in numbers.dropLast() { state.append(UInt32(truncatingIfNeeded: try call.interpreter.index(number))) }
      let position = try call.interpreter.index(numbers[624])
      guard position >= 0, position <= 624 else { throw .valueError("invalid state") }
      random.twister.state = state
      random.twister.position = position
      random.savedNormal = parts[2].doubleValue
      return .none
    }
  }

  // MARK: Integers

  private static func addIntegers(_ t: TypeBuilder<RandomObject>) {
    t.method("random(self, /)") { random, call throws(Raised) in .float(random.twister.double()) }
    t.method("getrandbits(self, k, /)") { random, call throws(Raised) in
      let count = try call.int(1)
      if count < 0 { throw .valueError("number of bits must be non-negative") }
      try MemoryLimit.checked(count, stride: 1)
      return .integer(random.twister.bits(count))
    }
    t.method("randbytes(self, n)") { random, call throws(Raised) in
      let count = try call.int(1)
      if count < 0 { throw .valueError("number of bits must be non-negative") }
      try MemoryLimit.checked(count, times: 8, stride: 1)
      let words = random.twister.bits(count * 8).magnitudeWords
      return .object(
        BytesObject((0..<count).map { $0 / 8 < words.count ? UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt($0 % 8 * 8)) : 0 })
      )
    }
    t.method("randrange(self, start, stop=None, step=1)") { random, call throws(Raised) in
      let start = try integer(call[1])
      let step = try integer(call[3])
      guard call.has(2) else {
        if step != 1 { throw .typeError("Missing a non-None stop argument") }
        if start <= 0 { throw .valueError("empty range for randrange()") }
        return .integer(random.twister.below(start))
      }
      let stop = try integer(call[2])
      if step == 0 { throw .valueError("zero step for randrange()") }
      let width = stop - start
      let count = step > 0 ? ceilingQuotient(width, step) : ceilingQuotient(-width, -step)
      if count <= 0 {
        throw .valueError(
          step == 1 ? "empty range for randrange() (\(start), \(stop), \(width))" : "empty range for randrange()")
      }
      return .integer(start + step * random.twister.below(count))
    }
    t.method("randint(self, a, b)") { random, call throws(Raised) in
      if case .int(let a) = call[1], case .int(let b) = call[2], a <= b {
        let (width, overflow) = b.subtractingReportingOverflow(a)
        if !overflow, width < Int.max { return .int(a &+ random.twister.below(width + 1)) }
      }
      let a = try integer(call[1])
      let stop = try integer(call[2]) + 1
      if a >= stop { throw .valueError("empty range for randrange() (\(a), \(stop), \(stop - a))") }
      return .integer(a + random.twister.below(stop - a))
    }
  }

  private static func integer(_ value: Value) throws(Raised) -> BigInt {
    if let number = value.bigInt { return number }
    return BigInt(try Interpreter.current.index(value))
  }

  private static func ceilingQuotient(_ a: BigInt, _ b: BigInt) -> BigInt { a <= 0 ? 0 : (a + b - 1) / b }

  // MARK: Elements

  private static func addElements(_ t: TypeBuilder<RandomObject>) {
    t.method("choice(self, seq)") { random, call throws(Raised) in
      let count = try call.interpreter.length(call[1])
      if count == 0 { throw .indexError("Cannot choose from an empty sequence") }
      return try call.interpreter.item(call[1], .int(random.twister.below(count)))
    }
    t.method("shuffle(self, x)") { random, call throws(Raised) in
      if let list = call[1].cast(to: ListObject.self), list.type === TypeObject.list {
        for i in stride(from: list.count - 1, to: 0, by: -1) {
          let j = random.twister.below(i + 1)
          (list[i], list[j]) = (list[j], list[i])
        }
        return .none
      }
      let interpreter = call.interpreter
      for i in stride(from: try interpreter.length(call[1]) - 1, to: 0, by: -1) {
        let j = random.twister.below(i + 1)
        let first = try interpreter.item(call[1], .int(i))
        let second = try interpreter.item(call[1], .int(j))
        try interpreter.setItem(call[1], .int(i), second)
        try interpreter.setItem(call[1], .int(j), first)
      }
      return .none
    }
    t.method("sample(self, population, k, *, counts=None)") { random, call throws(Raised) in
      let population = call[1]
      if population.cast(to: SetObject.self) != nil || population.cast(to: DictObject.self) != nil {
        throw .typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
      }
      let count = try call.interpreter.length(population)
      let k = try call.int(2)
      guard call.has(3) else {
        var chosen: [Value] = []
        for index in try sample(random, count, k) { chosen.append(try call.interpreter.item(population, .int(index))) }
        return .list(chosen)
      }
      var sums: [Int] = []
      for value in try call.interpreter.elements(of: call[3]) {
        let (sum, overflow) = (sums.last ?? 0).addingReportingOverflow(try call.interpreter.index(value))
        if overflow { throw .overflowError("Total of counts is too large") }
        sums.append(sum)
      }
      if sums.count != count { throw .valueError("The number of counts does not match the population") }
      if (sums.last ?? 0) <= 0 { throw .valueError("Total of counts must be greater than zero") }
      var chosen: [Value] = []
      for index in try sample(random, sums.last ?? 0, k) {
        let place = sums.firstIndex { $0 > index } ?? 0
        chosen.append(try call.interpreter.item(population, .int(place)))
      }
      return .list(chosen)
    }
    t.method("choices(self, population, weights=None, *, cum_weights=None, k=1)") { random, call throws(Raised) in
      let interpreter = call.interpreter
      let count = try interpreter.length(call[1])
      let k = try call.int(4)
      try MemoryLimit.checked(max(k, 0))
      let sums = try cumulativeWeights(call)
      var chosen: [Value] = []
      if sums == nil, count == 0, k > 0 { throw .indexError("list index out of range") }
      for _ in 0..<max(k, 0) {
        let index: Int
        if let sums {
          let point = random.twister.double() * (sums[sums.count - 1] + 0)
          index = upperBound(sums, point, count - 1)
        } else {
          index = Int((random.twister.double() * Double(count)).rounded(.down))
        }
        chosen.append(try interpreter.item(call[1], .int(index)))
      }
      return .list(chosen)
    }
  }

  /// The cumulative weights of `choices`, nil for equal ones.
  private static func cumulativeWeights(_ call: Arguments) throws(Raised) -> [Double]? {
    let interpreter = call.interpreter
    if !call.has(2), !call.has(3) { return nil }
    if call.has(2), call.has(3) { throw .typeError("Cannot specify both weights and cumulative weights") }
    if call.has(2), let k = call[2].bigInt { throw .typeError("The number of choices must be a keyword argument: k=\(k)") }
    var sums: [Double] = []
    if call.has(2) {
      var exact = BigInt(0)
      var isExact = true
      for weight in try interpreter.elements(of: call[2]) {
        // Whole numbers add up exactly, as in Python.
        if isExact, let whole = weight.bigInt {
          exact += whole
          sums.append(IntArithmetic.nearestDouble(exact))
        } else {
          isExact = false
          sums.append((sums.last ?? 0) + (try interpreter.double(weight)))
        }
      }
    } else {
      for weight in try interpreter.elements(of: call[3]) { sums.append(try interpreter.double(weight)) }
    }
    if sums.count != (try interpreter.length(call[1])) {
      throw .valueError("The number of weights does not match the population")
    }
    guard let total = sums.last, total > 0 else { throw .valueError("Total of weights must be greater than zero") }
    if !total.isFinite { throw .valueError("Total of weights must be finite") }
    return sums
  }

  /// The first position whose sum exceeds a point, at most `last`.
  private static func upperBound(_ sums: [Double], _ point: Double, _ last: Int) -> Int {
    var low = 0
    var high = last
    while low < high {
      let middle = (low + high) / 2
      if point < sums[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// `k` different positions below `count`, in the order drawn: by a shrinking pool when the population is small for
  /// the sample, else by drawing again what was drawn before.
  private static func sample(_ random: RandomObject, _ count: Int, _ k: Int) throws(Raised) -> [Int] {
    if k < 0 || k > count { throw .valueError("Sample larger than population or is negative") }
    var limit = 21.0
    if k > 5 { limit += pow(4, (log(Double(k) * 3) / log(4)).rounded(.up)) }
    var result: [Int] = []
    result.reserveCapacity(k)
    if Double(count) <= limit {
      var pool = Array(0..<count)
      for taken in 0..<k {
        let place = random.twister.below(count - taken)
        result.append(pool[place])
        pool[place] = pool[count - taken - 1]
      }
      return result
    }
    var seen: Set<Int> = []
    while result.count < k {
      let place = random.twister.below(count)
      if seen.insert(place).inserted { result.append(place) }
    }
    return result
  }
}

/// An instance of `random.Random`.
final class RandomObject: Object {
  var twister = MersenneTwister()
  /// The second of a pair of normal numbers, which the next `gauss` returns.
  var savedNormal: Double?

  override init(_ type: TypeObject) {
    super.init(type)
    twister.seedFromSystem()
  }
}
