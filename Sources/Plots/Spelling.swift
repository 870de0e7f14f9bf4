/// Finds the word that was meant.
enum Spelling {
  /// The word that differs in the fewest letters, when these are few.
  static func nearest(to word: String, among words: [String]) -> String? {
    let best = words.sorted().map { ($0, distance(Array(word.utf8.prefix(40)), Array($0.utf8))) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= max(1, word.utf8.count / 3) else { return nil }
    return best.0
  }

  /// How many letters must be changed, added or dropped (V. Levenshtein, 1966).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let change = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
