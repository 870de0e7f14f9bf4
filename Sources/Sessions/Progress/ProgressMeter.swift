import Glibc
import Interpreter

/// Makes the progress line of the loops that run: which is worth showing, how fast it goes, how long it will take.
struct ProgressMeter {
  /// A loop runs so long before it is shown.
  private static let patience = 1.0

  private struct Sighting {
    let iterator: ObjectIdentifier
    let since: Double
    let doneThen: Int
    var done: Int
    var total: Int?
    var name: String
    var unit: String
    var note: String

    func isSame(as loop: LoopUnderWay) -> Bool {
      iterator == loop.iterator && total == loop.progress.total && loop.progress.done >= done
    }
  }

  private var seen: [Sighting] = []

  /// Forgets the loops of the cell before.
  mutating func reset() { seen = [] }

  /// The line for the loops under way; nil when none has run for long. `seconds` is the time that the cell has run.
  mutating func line(of interpreter: Interpreter, seconds: Double) -> String? {
    var now: [Sighting] = []
    // An outer loop's next turn makes all loops inside it new ones.
    var outerHasMoved = false
    let loops = interpreter.loopsUnderWay
    for (index, loop) in loops.enumerated() {
      let progress = loop.progress
      if !outerHasMoved, index < seen.count, seen[index].isSame(as: loop) {
        var same = seen[index]
        outerHasMoved = progress.done != same.done
        same.done = progress.done
        same.note = progress.note
        now.append(same)
      } else {
        outerHasMoved = true
        let place = loops[..<index].filter { $0.frame == loop.frame }.count
        let name =
          progress.label
          ?? Self.name(ofLoop: place, of: loops.filter { $0.frame == loop.frame }.count, interpreter.scriptFrames[loop.frame])
        now.append(
          Sighting(
            iterator: loop.iterator, since: seconds, doneThen: progress.done, done: progress.done, total: progress.total,
            name: name, unit: progress.unit, note: progress.note))
      }
    }
    for bar in TqdmObject.updatedByHand {
      let old = seen.first { $0.iterator == ObjectIdentifier(bar) && $0.done <= bar.count }
      var sighting =
        old
        ?? Sighting(
          iterator: ObjectIdentifier(bar), since: seconds, doneThen: bar.count, done: bar.count, total: bar.total,
          name: bar.description, unit: bar.unit, note: "")
      sighting.done = bar.count
      sighting.total = bar.total
      sighting.name = bar.description
      sighting.note = bar.note
      now.append(sighting)
    }
    seen = now
    let shown = now.filter { seconds - $0.since >= Self.patience }
    guard let main = shown.last else { return nil }
    let outer = shown.dropLast().filter { $0.total != 1 }.map { Self.count($0) }
    return (outer + [Self.text(main, seconds: seconds)]).joined(separator: " · ")
  }

  /// The name of a frame's loop: that of its variable.
  private static func name(ofLoop index: Int, of count: Int, _ frame: ScriptFrame) -> String {
    let names = LoopVariables.names(of: frame)
    guard names.count == count, let name = names[index].first, names[index].count == 1, name != "_" else { return "" }
    return name
  }

  private static func count(_ loop: Sighting) -> String {
    let name = loop.name.isEmpty ? "" : loop.name + " "
    return name + "\(loop.done)" + (loop.total.map { "/\($0)" } ?? "") + (loop.unit.isEmpty ? "" : " " + loop.unit)
  }

  private static func text(_ loop: Sighting, seconds: Double) -> String {
    var text = count(loop)
    // The turn that runs is not done.
    let finished = max(0, loop.done - 1)
    if let total = loop.total, total > 0 { text += " (\(min(100, finished.multipliedSaturating(by: 100) / total))%)" }
    let elapsed = seconds - loop.since
    let rate = Double(loop.done &- loop.doneThen) / elapsed
    if rate > 0 {
      text += " · " + number(rate) + "/s"
      if let total = loop.total, total >= loop.done { text += " · \(time(Double(total - loop.done) / rate)) left" }
    }
    return loop.note.isEmpty ? text : text + " · " + loop.note
  }

  private static func number(_ value: Double) -> String {
    if value >= 1e6 { return "\(Int((min(value, 1e15) / 1e6).rounded()))M" }
    if value >= 1e4 { return "\(Int((value / 1e3).rounded()))k" }
    if value >= 100 { return "\(Int(value.rounded()))" }
    let tenths = Int((value * (value < 1 ? 100 : 10)).rounded())
    return value < 1 ? "0.\(tenths < 10 ? "0" : "")\(tenths)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}

extension Int {
  fileprivate func multipliedSaturating(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? Int.max : product
  }
}
