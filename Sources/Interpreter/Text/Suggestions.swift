/// Finds the name that somebody may have meant: the nearest by edits, when few enough are needed.
enum Suggestions {
  private static let candidateLimit = 750
  private static let lengthLimit = 40
  /// The cost of adding, removing or replacing a character; one that differs in case only costs half.
  private static let moveCost = 2

  /// What tracebacks append to the message of an exception, as Python words it.
  static func suggestion(for exception: ExceptionObject) -> String? {
    guard exception.type.isSubtype(of: .attributeError), let object = exception.ownAttribute("obj"),
      let name = exception.ownAttribute("name")?.stringValue
    else { return nil }
    return closest(to: name, among: names(of: object)).map { "Did you mean: '\($0)'?" }
  }

  private static func names(of object: Value) -> [String] {
    var names: [StrObject] = []
    let types = object.cast(to: TypeObject.self)?.mro ?? object.type.mro
    for type in types { names += type.attributes.keys.compactMap { $0.cast(to: StrObject.self) } }
    if let module = object.cast(to: ModuleObject.self) {
      names = module.namespace.keys.compactMap { $0.cast(to: StrObject.self) }
    }
    names += object.object?.ownAttributes.map(\.name) ?? []
    return Set(names.map(\.string)).sorted()
  }

  /// The nearest of some names.
  static func closest(to name: String, among names: [String]) -> String? {
    if names.count >= candidateLimit { return nil }
    let wanted = Array(name.utf8)
    var best: String?
    var bestDistance = Int.max
    for candidate in names where candidate != name {
      let other = Array(candidate.utf8)
      // No more than a third of the characters involved may need a change, and only better finds count.
      let limit = min((wanted.count + other.count + 3) * moveCost / 6, bestDistance - 1)
      let distance = distance(wanted, other, limit: limit)
      if distance > limit { continue }
      best = candidate
      bestDistance = distance
    }
    return best
  }

  private static func replacementCost(_ a: UInt8, _ b: UInt8) -> Int {
    if a == b { return 0 }
    if a & 31 != b & 31 { return moveCost }
    func folded(_ c: UInt8) -> UInt8 { (65...90).contains(c) ? c + 32 : c }
    return folded(a) == folded(b) ? 1 : moveCost
  }

  /// The edit distance of two names, or something above the limit.
  static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
    if first == second { return 0 }
    var a = first[...]
    var b = second[...]
    while let x = a.first, let y = b.first, x == y {
      a = a.dropFirst()
      b = b.dropFirst()
    }
    while let x = a.last, let y = b.last, x == y {
      a = a.dropLast()
      b = b.dropLast()
    }
    if a.isEmpty || b.isEmpty { return (a.count + b.count) * moveCost }
    if a.count > lengthLimit || b.count > lengthLimit { return limit + 1 }
    if abs(a.count - b.count) * moveCost > limit { return limit + 1 }
    let source = Array(a)
    let target = Array(b)
    var row = (0...source.count).map { $0 * moveCost }
    for (j, y) in target.enumerated() {
      var diagonal = row[0]
      row[0] = (j + 1) * moveCost
      for (i, x) in source.enumerated() {
        let replaced = diagonal + replacementCost(x, y)
        diagonal = row[i + 1]
        row[i + 1] = min(replaced, min(row[i], row[i + 1]) + moveCost)
      }
    }
    return row[source.count]
  }
}
