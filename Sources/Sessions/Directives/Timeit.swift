import Interpreter

extension Directive {
  /// `%timeit`, `%%timeit`
  static let timeit = Directive(
    "timeit", usage: "%timeit [-n LOOPS] [-r RUNS] STATEMENT, or %%timeit above a cell",
    "Runs something many times and tells how long once takes."
  ) { call throws(Raised) in
    var words = call.words[...]
    var loops: Int?
    var runs = 7
    while let option = words.first, option.hasPrefix("-n") || option.hasPrefix("-r") {
      words.removeFirst()
      var number = String(option.dropFirst(2))
      if number.isEmpty { number = words.popFirst() ?? "" }
      guard let count = Int(number), (1...1_000_000_000).contains(count) else { throw badCount(option, number) }
      if option.hasPrefix("-n") { loops = count } else { runs = min(count, 1000) }
    }
    let statement = call.body ?? words.joined(separator: " ")
    let run = try timedFunction(of: statement, in: call.session)
    var count = loops ?? 1
    if loops == nil {
      while count < 1_000_000_000, try run(count) < 0.2 { count *= 10 }
    }
    var times: [Double] = []
    for _ in 0..<runs { times.append(try run(count) / Double(count)) }
    let mean = times.reduce(0, +) / Double(runs)
    let deviation = (times.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(runs)).squareRoot()
    call.print(
      "\(Duration.text(mean)) ± \(Duration.text(deviation)) per loop (mean ± std. dev. of \(runs) run\(runs == 1 ? "" : "s"), "
        + "\(grouped(count)) loop\(count == 1 ? "" : "s") each)")
    return nil
  }

  /// A function that runs a statement so many times and says how many seconds that took.
  private static func timedFunction(
    of statement: String, in session: Session
  ) throws(Raised) -> (Int) throws(Raised) -> Double {
    let name = "__lectern_timed__"
    let lines = statement.split(separator: "\n", omittingEmptySubsequences: false).map { "        \($0)" }
    let text = "def \(name)(count):\n    for _ in range(count):\n" + lines.joined(separator: "\n") + "\n        pass\n"
    _ = try session.evaluate(text, name: "%timeit", mode: .file)
    let function = session.interpreter.globals.remove(StrObject(name)) ?? .none
    return { (count) throws(Raised) in
      let start = Clock.seconds
      _ = try session.interpreter.call(function, [.int(count)])
      return Clock.seconds - start
    }
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)[...]
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  private static func badCount(_ option: String, _ number: String) -> Raised {
    .valueError("%timeit \(option.prefix(2)) wants a number of at least 1, not '\(number)'")
  }
}
