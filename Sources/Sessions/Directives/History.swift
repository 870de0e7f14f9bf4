import Interpreter

extension Directive {
  /// `%history`
  static let history = Directive(
    "history", usage: "%history [-n] [CELLS], or %history -g [PATTERN]",
    "Shows the cells of this session, with their numbers after -n; after -g those of all sessions that contain PATTERN."
  ) {
    call throws(Raised) in
    var words = call.words
    if words.first == "-g" {
      guard let search = call.session.searchHistory else { throw .runtimeError("only the interactive prompt keeps a history") }
      let pattern = call.arguments.drop { $0 == " " }.dropFirst(2).drop { $0 == " " }
      for line in search(String(pattern)) { call.print(line) }
      return nil
    }
    let isNumbered = words.first == "-n"
    if isNumbered { words.removeFirst() }
    // The cell that asks is not part of the answer.
    let last = call.session.inputs.count - 1
    for number in try CellRange.numbers(words, last: last) {
      let text = call.session.inputs[number - 1]
      call.print(isNumbered ? "\(number): \(text)" : text)
    }
    return nil
  }
}
