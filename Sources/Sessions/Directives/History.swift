import Interpreter

extension Directive {
  /// `%history`
  static let history = Directive(
    "history", usage: "%history [-n] [CELLS]", "Shows the cells of this session, with their numbers after -n."
  ) {
    call throws(Raised) in
    var words = call.words
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
