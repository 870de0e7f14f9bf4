/// The picture that a terminal would show of the bytes sent to it: enough of xterm for libedit and for Lectern.
struct Screen {
  private(set) var rows: [[Character]]
  private(set) var row = 0
  private(set) var column = 0
  let width: Int
  let height: Int
  private var pending: [UInt8] = []
  /// Whether the cursor stands behind the last column, waiting for the next character to wrap.
  private var wraps = false

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    rows = Array(repeating: [], count: height)
  }

  /// The rows without blanks at their ends and without empty rows at the end.
  var text: String {
    var lines = rows.map { row in
      var line = String(row.filter { $0 != "\0" })
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let count = step() { pending.removeFirst(count) }
  }

  /// Obeys what the pending bytes start with, and says how many that took; nil when more must come.
  private mutating func step() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0x0D: column = 0
    case 0x0A: lineFeed()
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(width - 1, (column / 8 + 1) * 8)
    case 0..<0x20, 0x7F: break
    default:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard pending.count >= length else { return nil }
      put(Character(String(decoding: pending[0..<length], as: UTF8.self)))
      return length
    }
    wraps = false
    return 1
  }

  private mutating func put(_ character: Character) {
    let isWide = character.unicodeScalars.first.map { (0x1100...0xD7A3).contains($0.value) || $0.value >= 0x1F300 } ?? false
    if wraps || column + (isWide ? 2 : 1) > width {
      column = 0
      lineFeed()
    }
    set(character)
    column += 1
    if isWide {
      set("\0")
      column += 1
    }
    wraps = column >= width
    if wraps { column = width - 1 }
  }

  private mutating func set(_ character: Character) {
    guard column < width else { return }
    while rows[row].count <= column { rows[row].append(" ") }
    rows[row][column] = character
  }

  private mutating func lineFeed() {
    wraps = false
    if row + 1 < height {
      row += 1
    } else {
      rows.removeFirst()
      rows.append([])
    }
  }

  private mutating func escape() -> Int? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else { return 2 }
    guard let end = pending[2...].firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    wraps = false
    let parameters = String(decoding: pending[2..<end], as: UTF8.self)
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 0)
    switch Character(UnicodeScalar(pending[end])) {
    case "A": row = max(0, row - count)
    case "B": row = min(height - 1, row + count)
    case "C": column = min(width - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(width, count) - 1
    case "H":
      row = min(height, count) - 1
      column = min(width, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J":
      if numbers.first == 2 {
        rows = Array(repeating: [], count: height)
      } else {
        cut(row, column)
        for below in (row + 1)..<max(row + 1, height) { rows[below] = [] }
      }
    case "K": cut(row, column)
    case "P":
      let start = min(column, rows[row].count)
      rows[row].removeSubrange(start..<min(start + count, rows[row].count))
    case "@": rows[row].insert(contentsOf: Array(repeating: " ", count: count), at: min(column, rows[row].count))
    default: break
    }
    return end + 1
  }

  private mutating func cut(_ row: Int, _ column: Int) {
    if rows[row].count > column { rows[row].removeSubrange(column...) }
  }
}
