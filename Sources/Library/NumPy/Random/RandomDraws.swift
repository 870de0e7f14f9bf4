import Interpreter
import Tensors

/// Arrays of random draws, and orders at random: what all generators share.
enum RandomDraws {
  /// So many draws as an array of a shape, or one number where the size is left out.
  static func floats(_ size: Value, dtype: DType = .float64, _ draw: () throws(Raised) -> Double) throws(Raised) -> Value {
    if size.isNone || size.isUnbound {
      return dtype == .float64 ? .float(try draw()) : ArrayScalar.make(.double(try draw()), dtype)
    }
    let shape = try ArrayArguments.shape(size)
    let x = try ArrayMemory.make(shape, .float64)
    let p = x.pointer(Double.self)
    for i in 0..<x.elementCount { p[i] = try draw() }
    return NDArrayObject(try converting { () throws(TensorError) in try x.to(dtype) }).asValue
  }

  static func integers(_ size: Value, _ dtype: DType, _ draw: () -> Int) throws(Raised) -> Value {
    let shape = try ArrayArguments.shape(size)
    let x = try ArrayMemory.make(shape, .int64)
    let p = x.pointer(Int.self)
    for i in 0..<x.elementCount { p[i] = draw() }
    return NDArrayObject(try converting { () throws(TensorError) in try x.to(dtype) }).asValue
  }

  /// Draws whose parameters may be arrays, broadcast against each other and the size.
  static func broadcast(
    _ parameters: [Value], _ size: Value, _ dtype: DType = .float64, _ draw: ([Double]) throws(Raised) -> Double
  ) throws(Raised) -> Value {
    var numbers: [Double] = []
    for parameter in parameters {
      if parameter.cast(to: NDArrayObject.self) == nil, parameter.sequence == nil, parameter.tensor == nil {
        numbers.append(try Interpreter.current.double(parameter))
      }
    }
    if numbers.count == parameters.count {
      if size.isNone || size.isUnbound {
        let number = try draw(numbers)
        return dtype == .float64 ? .float(number) : .int(Int(number))
      }
      return try floats(size, dtype: dtype) { () throws(Raised) in try draw(numbers) }
    }
    var arrays: [Tensor] = []
    var shape = Shape()
    for parameter in parameters {
      let array = try ArrayConversion.tensor(parameter, dtype: .float64)
      guard let common = try? Shape.broadcast(shape, array.shape) else {
        throw .valueError("shape mismatch: objects cannot be broadcast to a single shape.")
      }
      shape = common
      arrays.append(array)
    }
    if !size.isNone && !size.isUnbound {
      let wanted = try ArrayArguments.shape(size)
      guard (try? Shape.broadcast(shape, wanted)) == wanted else {
        throw .valueError(
          "Output size \(ArrayText.tuple(wanted)) is not compatible with broadcast dimensions of inputs \(ArrayText.tuple(shape))."
        )
      }
      shape = wanted
    }
    var views: [Tensor] = []
    for view in arrays.compactMap({ StridedElements.broadcast($0, to: shape) }) {
      views.append(try StridedElements.contiguous(view))
    }
    var position = 0
    let result = try floats(.tuple(shape.map { .int($0) }), dtype: dtype) { () throws(Raised) in
      position += 1
      return try draw(views.map { $0.pointer(Double.self)[position - 1] })
    }
    return shape.count == 0 ? NDArrayType.wrap(try ArrayConversion.tensor(result)) : result
  }

  /// The positions 0 ..< count, shuffled from the end.
  static func order(_ count: Int, _ atMost: (UInt64) -> UInt64) -> [Int] {
    var order = Array(0..<count)
    var i = count - 1
    while i > 0 {
      order.swapAt(i, Int(atMost(UInt64(i))))
      i -= 1
    }
    return order
  }

  static func permutation(_ value: Value, _ atMost: (UInt64) -> UInt64) throws(Raised) -> Value {
    if let count = value.intValue
      ?? (ArrayScalar.parts(value)?.dtype.kind == .int ? ArrayScalar.parts(value)?.scalar.intValue : nil)
    {
      guard count < 1 << 40 else { throw .memoryError("") }
      return NDArrayObject(Tensor(order(max(count, 0), atMost))).asValue
    }
    let array = try ArrayConversion.array(value)
    guard array.view.dim > 0 else { throw Raised(ArrayErrors.axisError, "x must be an integer or at least 1-dimensional") }
    return try ArrayIndexing.get(array.asValue, NDArrayObject(Tensor(order(array.view.shape[0], atMost))).asValue)
  }

  static func shuffle(_ value: Value, _ atMost: (UInt64) -> UInt64) throws(Raised) {
    let interpreter = Interpreter.current
    guard let array = value.cast(to: NDArrayObject.self) else {
      if value.cast(to: ListObject.self) == nil, value.tensor == nil, value.object?.type.lookup("__setitem__") == nil {
        throw .typeError("'\(value.type.name)' object does not support item assignment")
      }
      let items = try interpreter.elements(of: value)
      for (i, j) in order(items.count, atMost).enumerated() { try interpreter.setItem(value, .int(i), items[j]) }
      return
    }
    guard array.view.dim > 0 else { throw .typeError("Untyped 0-d array cannot be shuffled") }
    let index = NDArrayObject(Tensor(order(array.view.shape[0], atMost))).asValue
    let shuffled = try ArrayIndexing.get(value, index)
    if let source = shuffled.cast(to: NDArrayObject.self) { try StridedElements.copy(source.view, to: array.view) }
    array.view.didMutate()
  }
}

/// What `choice` picks from, and how often.
struct RandomPicker {
  let population: Int
  private let source: Value?
  private let size: Value
  private let chances: Value

  /// Slots: self, a, size, replace, p.
  init(_ call: Arguments) throws(Raised) {
    (size, chances) = (call[2], call[4])
    if let count = call[1].intValue
      ?? (ArrayScalar.parts(call[1])?.dtype.kind == .int ? ArrayScalar.parts(call[1])?.scalar.intValue : nil)
    {
      let takesNone = try RandomPicker.isEmpty(call[2])
      if count < 0 || count == 0 && !takesNone { throw .valueError("a must be greater than 0 unless no samples are taken") }
      population = count
      source = nil
    } else {
      let array = try ArrayConversion.array(call[1])
      if array.view.dim == 0 {
        throw .valueError(
          "a must be a sequence or an integer, not \(call[1].object?.type.displayName == nil ? "<class '\(call[1].type.name)'>" : "<class '\(call[1].type.displayName)'>")"
        )
      }
      if array.view.dim != 1 { throw .valueError("a must be 1-dimensional") }
      population = array.view.shape[0]
      let takesNone = try RandomPicker.isEmpty(call[2])
      if population == 0, !takesNone { throw .valueError("'a' cannot be empty unless no samples are taken") }
      source = array.asValue
    }
  }

  private static func isEmpty(_ size: Value) throws(Raised) -> Bool {
    size.isNone ? false : try ArrayArguments.shape(size).elementCount == 0
  }

  func count() throws(Raised) -> Int { size.isNone ? 1 : try ArrayArguments.shape(size).checkedCount() }

  /// The chances of the elements, checked; nil where all are equal.
  func weights() throws(Raised) -> [Double]? {
    if chances.isNone { return nil }
    let array = try ArrayConversion.tensor(chances, dtype: .float64)
    if array.dim != 1 { throw .valueError("'p' must be 1-dimensional") }
    if array.elementCount != population { throw .valueError("'a' and 'p' must have same size") }
    let weights = try converting { () throws(TensorError) in try array.values(Double.self) }
    if weights.contains(where: \.isNaN) { throw .valueError("probabilities contain NaN") }
    if weights.contains(where: { $0 < 0 }) { throw .valueError("probabilities are not non-negative") }
    if abs(weights.reduce(0, +) - 1) > 1.5e-8 { throw .valueError("probabilities do not sum to 1") }
    return weights
  }

  func checkDistinct(_ count: Int) throws(Raised) {
    if count > population { throw .valueError("Cannot take a larger sample than population when 'replace=False'") }
  }

  static func cumulative(_ weights: [Double]) -> [Double] {
    var total = 0.0
    let sums = weights.map { weight in
      total += weight
      return total
    }
    return sums.map { $0 / total }
  }

  static func place(_ cumulative: [Double], _ u: Double) -> Int {
    var (low, high) = (0, cumulative.count)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] <= u { low = middle + 1 } else { high = middle }
    }
    return min(low, cumulative.count - 1)
  }

  static func weighted(_ weights: [Double], _ count: Int, _ uniform: () -> Double) -> [Int] {
    let sums = cumulative(weights)
    return (0..<count).map { _ in place(sums, uniform()) }
  }

  /// Different elements by weight: draws in rounds, elements already taken weigh nothing.
  func distinct(_ weights: [Double], _ count: Int, _ uniform: () -> Double) throws(Raised) -> [Int] {
    try checkDistinct(count)
    if weights.filter({ $0 > 0 }).count < count { throw .valueError("Fewer non-zero entries in p than size") }
    var weights = weights
    var found: [Int] = []
    while found.count < count {
      let draws = (0..<count - found.count).map { _ in uniform() }
      for place in found { weights[place] = 0 }
      let sums = RandomPicker.cumulative(weights)
      for draw in draws {
        let place = RandomPicker.place(sums, draw)
        if !found.contains(place) { found.append(place) }
      }
    }
    return found
  }

  /// The elements at places, in the wanted shape.
  func pick(_ places: [Int]) throws(Raised) -> Value {
    if size.isNone {
      guard let source else { return .int(places[0]) }
      return try ArrayIndexing.get(source, .int(places[0]))
    }
    let index = NDArrayObject(Tensor(places, shape: try ArrayArguments.shape(size))).asValue
    return source == nil ? index : try ArrayIndexing.get(source ?? .none, index)
  }
}

extension Shape {
  /// The number of elements of sizes that a script asks for.
  fileprivate func checkedCount() throws(Raised) -> Int {
    try converting { () throws(TensorError) in try checkedElementCount(byteSize: 8) }
  }
}
