import Glibc

/// A recorded and a fresh text side by side, for a person to read.
struct OutputDifference {
  /// A unified diff; under a pair of lines that differ in numbers only, how far each is off.
  let text: String
  /// How many lines that agree are shown around a difference.
  private static let context = 2
  /// Longer differences are cut.
  private static let mostLines = 200

  init(recorded: String, found: String, _ comparison: OutputComparison) {
    let alignment = LineAlignment(recorded: recorded, fresh: found, comparison)
    var lines: [(mark: Character, text: String)] = []
    var removed: [String] = []
    var added: [String] = []
    func settle() {
      for line in removed { lines.append(("-", line)) }
      for line in added { lines.append(("+", line)) }
      if removed.count == added.count {
        for (old, new) in zip(removed, added) {
          for note in Self.offNumbers(old, new, comparison) { lines.append(("!", note)) }
        }
      }
      removed = []
      added = []
    }
    for step in alignment.steps {
      switch step {
      case .removed(let row): removed.append(alignment.recorded[row])
      case .added(let column): added.append(alignment.fresh[column])
      case .match(let row, _), .anything(let row, _):
        settle()
        lines.append((" ", alignment.recorded[row]))
      }
    }
    settle()
    text = Self.layOut(lines)
  }

  /// The lines near a change, `@@` in place of those left out.
  private static func layOut(_ lines: [(mark: Character, text: String)]) -> String {
    let changes = lines.indices.filter { lines[$0].mark != " " }
    var text = "--- recorded\n+++ found\n"
    var shown = 0
    var last = -1
    for index in lines.indices where changes.contains(where: { ($0 - index).magnitude <= context }) {
      if index != last + 1 { text += "@@\n" }
      last = index
      text += "\(lines[index].mark)\(lines[index].text)\n"
      shown += 1
      if shown == mostLines {
        text += "… and \(lines.count - index - 1) more lines\n"
        break
      }
    }
    return text
  }

  /// How far the numbers of two lines are apart, where the lines differ in numbers only.
  private static func offNumbers(_ old: String, _ new: String, _ comparison: OutputComparison) -> [String] {
    let a = OutputToken.tokens(of: old)
    let b = OutputToken.tokens(of: new)
    guard a.count == b.count else { return [] }
    var notes: [String] = []
    for (wanted, found) in zip(a, b) where !comparison.agrees(wanted, found) {
      switch (wanted, found) {
      case (.decimal(let x, let before), .decimal(let y, let after)):
        let distance = (x - y).magnitude
        let relative = x == 0 ? "" : " (\(short(distance / x.magnitude * 100)) %)"
        notes.append(
          "\(before) became \(after): off by \(short(distance))\(relative), allowed \(short(comparison.allowed(at: x)))")
      case (.whole(let before), .whole(let after)): notes.append("\(before) became \(after): whole numbers must be equal")
      default: return []
      }
    }
    return notes
  }

  private static func short(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    withVaList([number]) { _ = vsnprintf(&buffer, buffer.count, "%.2g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
