// Products, permutations and combinations, in the order of positions.

extension ItertoolsModule {
  static let combinatorics: [TypeObject] = [product, permutations, combinations, combinationsWithReplacement]

  /// An iterator over selections: the first, then each that `advance` makes of the one before.
  private static func selections(
    _ first: [Int]?, _ element: @escaping (Int, Int) -> Value, _ advance: @escaping (inout [Int]) -> Bool
  ) -> () throws(Raised) -> Value? {
    var positions = first
    var isFirst = true
    return { () throws(Raised) -> Value? in
      guard var current = positions else { return nil }
      if !isFirst, !advance(&current) {
        positions = nil
        return nil
      }
      isFirst = false
      positions = current
      return .tuple(current.enumerated().map { element($0.offset, $0.element) })
    }
  }

  private static let product = iterator("product(*iterables, repeat=1)") { call throws(Raised) in
    var pools: [[Value]] = []
    for iterable in call.rest(0) { pools.append(try call.interpreter.elements(of: iterable)) }
    let times = try call.int(1)
    if times < 0 { throw .valueError("repeat argument cannot be negative") }
    try MemoryLimit.checked(pools.count, times: times)
    let all = (0..<times).flatMap { _ in pools }
    let first: [Int]? = all.contains { $0.isEmpty } ? nil : [Int](repeating: 0, count: all.count)
    return selections(first, { all[$0][$1] }) { positions in
      var index = positions.count - 1
      while index >= 0 {
        positions[index] += 1
        if positions[index] < all[index].count { return true }
        positions[index] = 0
        index -= 1
      }
      return false
    }
  }

  private static func size(_ call: Arguments, _ count: Int) throws(Raised) -> Int {
    let size = call.has(1) ? try call.int(1) : count
    if size < 0 { throw .valueError("r must be non-negative") }
    return size
  }

  private static let permutations = iterator("permutations(iterable, r=None)") { call throws(Raised) in
    let pool = try call.interpreter.elements(of: call[0])
    if call.has(1), call[1].intValue == nil { throw .typeError("Expected int as r") }
    let size = try size(call, pool.count)
    // All positions are permuted; a selection shows the first few, and the rest is kept in order.
    var rest = size <= pool.count ? Array(size..<pool.count) : []
    return selections(size <= pool.count ? Array(0..<size) : nil, { pool[$1] }) { positions in
      var index = size - 1
      while index >= 0 {
        let used = positions[index]
        rest.append(used)
        rest.sort()
        if let place = rest.firstIndex(where: { $0 > used }) {
          positions[index] = rest.remove(at: place)
          for later in (index + 1)..<max(size, index + 1) { positions[later] = rest.removeFirst() }
          return true
        }
        index -= 1
      }
      return false
    }
  }

  private static let combinations = iterator("combinations(iterable, r)") { call throws(Raised) in
    let pool = try call.interpreter.elements(of: call[0])
    let size = try size(call, pool.count)
    return selections(size <= pool.count ? Array(0..<size) : nil, { pool[$1] }) { positions in
      var index = size - 1
      while index >= 0, positions[index] == pool.count - size + index { index -= 1 }
      guard index >= 0 else { return false }
      let start = positions[index] + 1
      for later in index..<size { positions[later] = start + later - index }
      return true
    }
  }

  private static let combinationsWithReplacement = iterator("combinations_with_replacement(iterable, r)") {
    call throws(Raised) in
    let pool = try call.interpreter.elements(of: call[0])
    let size = try size(call, pool.count)
    try MemoryLimit.checked(size)
    let first: [Int]? = pool.isEmpty && size > 0 ? nil : [Int](repeating: 0, count: size)
    return selections(first, { pool[$1] }) { positions in
      var index = size - 1
      while index >= 0, positions[index] == pool.count - 1 { index -= 1 }
      guard index >= 0 else { return false }
      let value = positions[index] + 1
      for later in index..<size { positions[later] = value }
      return true
    }
  }
}
