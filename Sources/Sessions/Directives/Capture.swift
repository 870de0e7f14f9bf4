import Interpreter

extension Directive {
  /// `%%capture`
  static let capture = Directive(
    "capture", usage: "%%capture [NAME] above a cell", "Runs a cell and keeps what it prints, as text, in a name."
  ) {
    call throws(Raised) in
    guard let body = call.body else { throw .valueError("%%capture stands above a cell") }
    let interpreter = call.interpreter
    let outer = interpreter.output
    let kept = CapturedText()
    interpreter.output = { kept.text += $0 }
    call.session.captureDepth += 1
    defer {
      call.session.captureDepth -= 1
      interpreter.output = outer
      if let name = call.words.first { interpreter.globals.set(name, .string(kept.text)) }
    }
    _ = try call.evaluate(body)
    return nil
  }

  private final class CapturedText { var text = "" }
}
