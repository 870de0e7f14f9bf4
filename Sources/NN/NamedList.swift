/// Values under names, in the order in which the names were first used, as Python's dictionaries keep them.
///
/// A module has few names, so a search beats a hash table.
package struct NamedList<Value> {
  private(set) package var names: [String] = []
  private(set) package var values: [Value] = []

  package init() {}

  package var count: Int { names.count }
  package var isEmpty: Bool { names.isEmpty }

  /// Where `name` stands, if it is used.
  package func index(of name: String) -> Int? { names.firstIndex(of: name) }

  /// Whether `name` is used.
  package func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// The value under `name`; setting it keeps the name's place, setting nil removes the name.
  package subscript(name: String) -> Value? {
    get { index(of: name).map { values[$0] } }
    set {
      if let index = index(of: name) {
        if let newValue {
          values[index] = newValue
        } else {
          names.remove(at: index)
          values.remove(at: index)
        }
      } else if let newValue {
        names.append(name)
        values.append(newValue)
      }
    }
  }

  /// Replaces the value at a place that exists.
  package mutating func replace(at index: Int, with value: Value) { values[index] = value }

  package mutating func removeAll() {
    names.removeAll()
    values.removeAll()
  }

  /// Names and values in order.
  package var pairs: Zip2Sequence<[String], [Value]> { zip(names, values) }
}
