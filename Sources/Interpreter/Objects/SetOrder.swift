/// The order in which sets show their elements.
///
/// Sets of numbers, and of tuples of numbers, come in CPython's order, which follows from the numbers' hashes and the growth of its table and is the same in
/// every run. All other sets come in insertion order: CPython's order of strings differs from run to run.
enum SetOrder {
  /// How many neighbours CPython tries before it jumps.
  private static let neighbours = 9

  /// The numbers of a dict's entries in CPython's order; nil unless all keys are numbers or tuples of numbers.
  static func positions(_ set: SetObject) -> [Int]? {
    let dict = set.storage
    var table = [Int32](repeating: -1, count: set.tableSize)
    var mask = set.tableSize - 1
    var used = 0
    for i in 0..<dict.entryCount {
      if dict.entries[i].key.isUnbound { continue }
      guard isNumeric(dict.entries[i].key) else { return nil }
      insert(Int32(truncatingIfNeeded: i), dict.entries[i].hash, &table, mask)
      used += 1
      if used * 5 >= mask * 3 {
        let needed = used > 50_000 ? used * 2 : used * 4
        var size = 8
        while size <= needed { size *= 2 }
        let old = table
        table = [Int32](repeating: -1, count: size)
        mask = size - 1
        for entry in old where entry >= 0 { insert(entry, dict.entries[Int(entry)].hash, &table, mask) }
      }
    }
    var result: [Int] = []
    result.reserveCapacity(used)
    for entry in table where entry >= 0 { result.append(Int(entry)) }
    return result
  }

  /// The size of the table that CPython makes when it fills a set from another set or a dict at once.
  static func tableSize(forCopyOf count: Int) -> Int {
    if count * 5 < 7 * 3 { return 8 }
    var size = 8
    while size <= count * 2 { size *= 2 }
    return size
  }

  private static func isNumeric(_ value: Value, depth: Int = 0) -> Bool {
    switch value {
    case .int, .float, .bool: return true
    case .object(let object):
      if object is IntObject || object is ComplexObject { return true }
      guard depth < 4, let tuple = object as? TupleObject else { return false }
      for i in 0..<tuple.count where !isNumeric(tuple.storage[i], depth: depth + 1) { return false }
      return true
    default: return false
    }
  }

  private static func insert(_ entry: Int32, _ hash: Int, _ table: inout [Int32], _ mask: Int) {
    var perturbation = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      let last = slot + neighbours <= mask ? slot + neighbours : slot
      for i in slot...last where table[i] < 0 {
        table[i] = entry
        return
      }
      perturbation >>= 5
      slot = Int(truncatingIfNeeded: UInt(slot) &* 5 &+ 1 &+ perturbation) & mask
    }
  }
}
