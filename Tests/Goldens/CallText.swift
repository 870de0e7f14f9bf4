import Tensors

/// A call in Python's notation, such as `nn.Conv2d(1, 32, kernel_size=3)`: what the recorded cases are written in.
package indirect enum CallText {
  case value(OpValue)
  case name(String)
  case list([CallText])
  case tuple([CallText])
  case dictionary([(String, CallText)])
  case call(String, [CallText], [(String, CallText)])
  /// The result of an expression, called.
  case application(CallText, [CallText])

  /// Reads an expression of literals and calls; nil for anything else.
  package init?(_ text: String) {
    var reader = Reader(text)
    guard let result = reader.expression(), reader.isFinished else { return nil }
    self = result
  }

  private struct Reader {
    private let text: [Character]
    private var place = 0

    init(_ text: String) { self.text = Array(text) }

    private mutating func skip() { while place < text.count, text[place].isWhitespace { place += 1 } }
    private mutating func take(_ character: Character) -> Bool {
      skip()
      guard place < text.count, text[place] == character else { return false }
      place += 1
      return true
    }
    var isFinished: Bool { text[place...].allSatisfy(\.isWhitespace) }

    private mutating func word(_ isPart: (Character) -> Bool) -> String {
      skip()
      let start = place
      while place < text.count, isPart(text[place]) { place += 1 }
      return String(text[start..<place])
    }

    private mutating func items(_ close: Character) -> ([CallText], [(String, CallText)])? {
      var items: [CallText] = []
      var named: [(String, CallText)] = []
      while !take(close) {
        guard let item = expression() else { return nil }
        if case .name(let name) = item, take("=") {
          guard let value = expression() else { return nil }
          named.append((name, value))
        } else if case .value(.string(let key)) = item, take(":") {
          guard let value = expression() else { return nil }
          named.append((key, value))
        } else {
          items.append(item)
        }
        if !take(",") {
          guard take(close) else { return nil }
          break
        }
      }
      return (items, named)
    }

    mutating func expression() -> CallText? {
      if take("[") { return items("]").map { .list($0.0) } }
      if take("{") { return items("}").map { .dictionary($0.1) } }
      if take("(") {
        let start = place
        guard let found = items(")")?.0 else { return nil }
        let isTuple = found.count != 1 || String(text[start..<place]).hasSuffix(",)")
        return isTuple ? .tuple(found) : found[0]
      }
      if take("'") {
        let value = word { $0 != "'" }
        return take("'") ? .value(.string(value)) : nil
      }
      let word = word { $0.isLetter || $0.isNumber || "_.-+".contains($0) }
      if word.isEmpty { return nil }
      if let int = Int(word) { return .value(.int(int)) }
      if let double = Double(word) { return .value(.float(double)) }
      switch word {
      case "True": return .value(.bool(true))
      case "False": return .value(.bool(false))
      case "None": return .value(.none)
      default: break
      }
      guard take("(") else { return .name(word) }
      guard let (items, named) = items(")") else { return nil }
      let call = CallText.call(word, items, named)
      guard take("(") else { return call }
      return self.items(")").map { .application(call, $0.0) }
    }
  }
}
