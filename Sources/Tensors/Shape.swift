/// The sizes of a tensor's dimensions, or its strides: a short list of integers kept inline up to six entries.
package struct Shape: Equatable {
  private static let inlineLimit = 6
  private var inline = InlineArray<6, Int>(repeating: 0)
  /// All entries, when there are more than fit inline.
  private var spilled: [Int]?
  /// The number of dimensions.
  package private(set) var count = 0

  /// No dimensions.
  @inline(__always)
  package init() {}

  /// The entries of a collection.
  package init(_ values: some Collection<Int>) {
    count = values.count
    if count <= Shape.inlineLimit {
      var i = 0
      for v in values {
        inline[i] = v
        i += 1
      }
    } else {
      spilled = Array(values)
    }
  }

  /// Two entries, as of a matrix.
  @inline(__always)
  package init(_ rows: Int, _ columns: Int) {
    (inline[0], inline[1]) = (rows, columns)
    count = 2
  }

  /// `count` equal entries.
  package init(repeating value: Int, count: Int) {
    self.count = count
    if count <= Shape.inlineLimit {
      for i in 0..<count { inline[i] = value }
    } else {
      spilled = [Int](repeating: value, count: count)
    }
  }

  /// The entry at a position, which must be in range.
  @inline(__always)
  package subscript(position: Int) -> Int {
    get {
      precondition(position >= 0 && position < count, "dimension out of range")
      if count <= Shape.inlineLimit { return inline[position] }
      return spilled![position]  // present whenever count exceeds the inline limit
    }
    set {
      precondition(position >= 0 && position < count, "dimension out of range")
      if count <= Shape.inlineLimit { inline[position] = newValue } else { spilled![position] = newValue }
    }
  }

  /// Adds an entry at the end.
  package mutating func append(_ value: Int) {
    if count < Shape.inlineLimit {
      inline[count] = value
    } else if count == Shape.inlineLimit {
      spilled = (0..<count).map { inline[$0] } + [value]
    } else {
      spilled!.append(value)  // present whenever count exceeds the inline limit
    }
    count += 1
  }

  /// Puts an entry in front of a position.
  package mutating func insert(_ value: Int, at position: Int) {
    var all = Array(self)
    all.insert(value, at: position)
    self = Shape(all)
  }

  /// Takes an entry out.
  @discardableResult
  package mutating func remove(at position: Int) -> Int {
    var all = Array(self)
    let value = all.remove(at: position)
    self = Shape(all)
    return value
  }

  @inline(__always)
  package static func == (a: Shape, b: Shape) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where a[i] != b[i] { return false }
    return true
  }
}

/// Strides, in elements, one for each dimension.
package typealias Strides = Shape

extension Shape: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package init(arrayLiteral elements: Int...) {
    self.init(elements)
  }
}

extension Shape: CustomStringConvertible {
  /// The list as in messages: `[2, 3]`.
  package var description: String { "[" + map(String.init).joined(separator: ", ") + "]" }
  /// The sizes as in product messages: `2x3`.
  package var joinedByX: String { map(String.init).joined(separator: "x") }
}

extension Shape {
  /// The number of elements of a shape that an existing tensor has, so that it cannot overflow.
  @inline(__always)
  package var elementCount: Int {
    var n = 1
    for i in 0..<count { n &*= self[i] }
    return n
  }

  /// Row-major strides for these sizes.
  @inline(__always)
  package var contiguousStrides: Strides {
    var result = self
    var step = 1
    var i = count - 1
    while i >= 0 {
      result[i] = step
      step &*= Swift.max(self[i], 1)
      i -= 1
    }
    return result
  }

  /// The element count of sizes that a script asks for; negative sizes and counts beyond any memory are errors.
  package func checkedElementCount(byteSize: Int) throws(TensorError) -> Int {
    var n = 1
    var overflow = false
    var hasZero = false
    for i in 0..<count {
      let size = self[i]
      if size < 0 { throw .runtime("Trying to create tensor with negative dimension \(size): \(self)") }
      if size == 0 { hasZero = true }
      let (product, o) = n.multipliedReportingOverflow(by: Swift.max(size, 1))
      n = product
      overflow = overflow || o
    }
    if hasZero && !overflow { return 0 }
    let (bytes, o) = n.multipliedReportingOverflow(by: byteSize)
    if overflow || o { throw .runtime("Storage size calculation overflowed with sizes=\(self)") }
    if bytes > 1 << 46 { throw .notEnoughMemory(bytes) }
    return n
  }

  /// The shape that two shapes broadcast to.
  package static func broadcast(_ a: Shape, _ b: Shape) throws(TensorError) -> Shape {
    if a == b { return a }
    let rank = Swift.max(a.count, b.count)
    var result = Shape(repeating: 1, count: rank)
    var i = rank - 1
    while i >= 0 {
      let ia = i - (rank - a.count)
      let ib = i - (rank - b.count)
      let sa = ia >= 0 ? a[ia] : 1
      let sb = ib >= 0 ? b[ib] : 1
      if sa != sb && sa != 1 && sb != 1 { throw .broadcast(sa, sb, dim: i) }
      result[i] = sa == 1 ? sb : sa
      i -= 1
    }
    return result
  }

  /// The dimension meant by `dim`, which may count from the end.
  @inline(__always)
  package static func normalised(_ dim: Int, rank: Int) throws(TensorError) -> Int {
    let limit = Swift.max(rank, 1)
    guard dim >= -limit && dim < limit else { throw .dimOutOfRange(dim, rank: rank) }
    return dim < 0 ? dim + limit : dim
  }
}
