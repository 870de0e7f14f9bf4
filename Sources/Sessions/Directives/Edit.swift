import Interpreter

extension Directive {
  /// `%edit`
  static let edit = Directive(
    "edit", usage: "%edit [CELL]",
    "Opens the last cell, or the one of this number, in $VISUAL or $EDITOR; the text then stands at the next prompt."
  ) { call throws(Raised) in
    let session = call.session
    guard let edit = session.edit else { throw .runtimeError("%edit works only at the interactive prompt") }
    let last = session.inputs.count - 1
    var text = last > 0 ? session.inputs[last - 1] : ""
    if !call.words.isEmpty {
      let numbers = try CellRange.numbers(call.words, last: last)
      text = numbers.map { session.inputs[$0 - 1] }.joined(separator: "\n\n")
    }
    guard let edited = edit(text) else { throw .runtimeError("the editor gave nothing back") }
    session.nextInput = edited
    return nil
  }
}
