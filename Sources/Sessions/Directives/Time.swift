import Interpreter

extension Directive {
  /// `%time`, `%%time`
  static let time = Directive(
    "time", usage: "%time STATEMENT, or %%time above a cell", "Runs something and tells how long it took."
  ) {
    call throws(Raised) in
    let before = Clock.processor
    let start = Clock.seconds
    let value = try call.evaluate(call.body ?? call.arguments)
    let wall = Clock.seconds - start
    let after = Clock.processor
    let user = after.user - before.user
    let system = after.system - before.system
    call.print(
      "CPU times: user \(Duration.text(user)), sys: \(Duration.text(system)), total: \(Duration.text(user + system))")
    call.print("Wall time: \(Duration.text(wall))")
    return value
  }
}
