/// The text that Python prints for an uncaught exception.
struct TracebackText {
  private let interpreter: Interpreter
  private var lines = ""
  private var shown: Set<ObjectIdentifier> = []
  /// How many groups stand around what is written.
  private var depth = 0
  /// Whether the line that closes the innermost group is still to be written.
  private var endsOpen = false

  /// Whether "Did you mean" is appended: Python does so when an exception ends the program, not in the module `traceback`.
  private let suggests: Bool

  private init(_ interpreter: Interpreter, suggests: Bool) {
    self.interpreter = interpreter
    self.suggests = suggests
  }

  /// The whole text, causes and contexts first, ending in a line break.
  static func text(_ exception: ExceptionObject, _ interpreter: Interpreter, suggests: Bool = false) -> String {
    var writer = TracebackText(interpreter, suggests: suggests)
    writer.write(exception)
    return writer.lines
  }

  private mutating func write(_ exception: ExceptionObject) {
    // Causes are followed by a loop: a program can chain any number of exceptions.
    var chain: [(exception: ExceptionObject, link: String)] = [(exception, "")]
    shown.insert(ObjectIdentifier(exception))
    var current = exception
    while true {
      let next: ExceptionObject
      let link: String
      if let cause = current.cause {
        next = cause
        link = "\nThe above exception was the direct cause of the following exception:\n\n"
      } else if let context = current.context, !current.suppressesContext {
        next = context
        link = "\nDuring handling of the above exception, another exception occurred:\n\n"
      } else {
        break
      }
      if !shown.insert(ObjectIdentifier(next)).inserted { break }
      chain.append((next, link))
      current = next
    }
    for i in stride(from: chain.count - 1, through: 0, by: -1) {
      if let members = chain[i].exception.members {
        writeGroup(chain[i].exception, members)
      } else {
        writeFrames(of: chain[i].exception, header: "Traceback (most recent call last):\n")
        emit(TracebackText.summary(chain[i].exception, interpreter, suggests: suggests))
      }
      if i > 0 { emit(chain[i].link) }
    }
  }

  // MARK: Groups

  /// How many exceptions of a group, and how many groups within groups, are shown.
  private static let (widthLimit, depthLimit) = (15, 10)

  /// Writes lines in the margin of the groups around them.
  private mutating func emit(_ text: String, margin: String = "|") {
    if depth == 0 {
      lines += text
      return
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
      lines += indent + "\(margin) \(line)\n"
    }
  }

  private var indent: String { String(repeating: " ", count: 2 * depth) }

  /// A group, and under it, further to the right, each of its exceptions.
  private mutating func writeGroup(_ group: ExceptionObject, _ members: [ExceptionObject]) {
    if depth > TracebackText.depthLimit {
      emit("... (max_group_depth is \(TracebackText.depthLimit))\n")
      return
    }
    let isOutermost = depth == 0
    if isOutermost { depth = 1 }
    writeFrames(of: group, header: "Exception Group Traceback (most recent call last):\n", margin: isOutermost ? "+" : "|")
    emit(TracebackText.summary(group, interpreter, suggests: suggests))
    let count = min(members.count, TracebackText.widthLimit + 1)
    endsOpen = false
    for i in 0..<count {
      if i == count - 1 { endsOpen = true }
      let isLeftOut = i == TracebackText.widthLimit
      lines += indent + (i == 0 ? "+-" : "  ") + "+---------------- \(isLeftOut ? "..." : "\(i + 1)") ----------------\n"
      depth += 1
      if isLeftOut {
        let more = members.count - i
        emit("and \(more) more exception\(more == 1 ? "" : "s")\n")
      } else {
        write(members[i])
      }
      if i == count - 1, endsOpen {
        lines += indent + "+------------------------------------\n"
        endsOpen = false
      }
      depth -= 1
    }
    if isOutermost { depth = 0 }
  }

  // MARK: Frames

  private mutating func writeFrames(of exception: ExceptionObject, header: String, margin: String = "|") {
    let frames: [TracebackFrame]
    if let given = exception.givenTraceback {
      frames = given.cast(to: TracebackObject.self).map { Array($0.frames[$0.index...]) } ?? []
    } else {
      frames = exception.frames.reversed()
    }
    if frames.isEmpty { return }
    emit(header, margin: margin)
    writeFrames(frames)
  }

  private mutating func writeFrames(_ frames: [TracebackFrame]) {
    var repeats = 0
    for (i, frame) in frames.enumerated() {
      let isRepeated = i > 0 && frame.isSamePlace(as: frames[i - 1])
      if isRepeated {
        repeats += 1
      } else {
        writeRepeats(repeats)
        repeats = 0
      }
      if repeats > 2 { continue }
      emit(TracebackText.frameText(frame))
    }
    writeRepeats(repeats)
  }

  /// The lines of one frame.
  static func frameText(_ frame: TracebackFrame) -> String {
    var text = "  File \"\(frame.source)\", line \(frame.line), in \(frame.function)\n"
    if !frame.text.isEmpty { text += "    \(frame.text)\n" }
    if !frame.carets.isEmpty { text += "    \(frame.carets)\n" }
    return text
  }

  private mutating func writeRepeats(_ repeats: Int) {
    let folded = repeats - 2
    if folded > 0 { emit("  [Previous line repeated \(folded) more time\(folded == 1 ? "" : "s")]\n") }
  }

  /// The last lines: class, message, suggestion and notes.
  static func summary(_ exception: ExceptionObject, _ interpreter: Interpreter, suggests: Bool = false) -> String {
    var text: String
    if let display = exception.display {
      text = display.hasSuffix("\n") ? display : display + "\n"
    } else {
      let type = exception.type
      let name = ["builtins", "__main__"].contains(type.module) ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
      var message: String
      do throws(Raised) { message = try interpreter.str(exception.asValue) } catch { message = "<exception str() failed>" }
      if suggests, let suggestion = exception.suggestion ?? Suggestions.suggestion(for: exception) {
        message += message.hasSuffix(".") || message.isEmpty ? " \(suggestion)" : ". \(suggestion)"
      }
      text = message.isEmpty ? "\(name)\n" : "\(name): \(message)\n"
    }
    for note in exception.ownAttribute("__notes__")?.sequence ?? [] {
      text += (note.stringValue ?? (try? interpreter.repr(note)) ?? "") + "\n"
    }
    return text
  }
}

extension TracebackFrame {
  fileprivate func isSamePlace(as other: TracebackFrame) -> Bool {
    line == other.line && source == other.source && function == other.function
  }
}

extension Interpreter {
  /// The text that Python prints for an uncaught exception, causes and contexts included, ending in a line break.
  package func traceback(_ raised: Raised) -> String { TracebackText.text(raised.exception, self, suggests: true) }
}
