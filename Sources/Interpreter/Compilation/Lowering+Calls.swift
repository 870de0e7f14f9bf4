import Syntax

/// Calls: arguments are computed into the registers after the callee.
extension Lowering {
  mutating func call(_ function: Expression, _ arguments: [Argument], into target: Int, _ span: Span) {
    let spreads = arguments.contains {
      switch $0.kind {
      case .starred, .doubleStarred: return true
      default: return false
      }
    }
    if spreads {
      callSpread(function, arguments, into: target, span)
      return
    }
    var keywords: [String] = []
    for argument in arguments {
      if case .keyword(let name) = argument.kind {
        if keywords.contains(name) { fail("keyword argument repeated: \(name)", argument.span) }
        keywords.append(mangled(name))
      }
    }
    if case .name("super") = function.kind, arguments.isEmpty, isBareSuper {
      let window = builder.allocate()
      loadName("super", into: window, function.span)
      loadName("__class__", into: builder.allocate(), span)
      let first = builder.scope.parameters[0]
      let register = builder.allocate()
      if builder.scope.cells.contains(first) {
        builder.emit(.loadCell, a: register, b: builder.registers[first] ?? 1, span)
      } else {
        builder.emit(.move, a: register, b: builder.registers[first] ?? 1, span)
      }
      builder.emit(.call, a: target, b: window, c: 2, d: -1, span)
      return
    }
    if case .attribute(let receiver, let name) = function.kind {
      let window = builder.allocate()
      temporary(receiver)
      for argument in arguments { temporary(argument.value) }
      builder.emit(
        .callMethod, a: target, b: window, c: arguments.count, d: builder.callSite(keywords, method: mangled(name)), span)
      builder.anchor(function.span.end, function.span.start)
      return
    }
    let window = temporary(function)
    for argument in arguments { temporary(argument.value) }
    builder.emit(.call, a: target, b: window, c: arguments.count, d: builder.callSite(keywords), span)
  }

  private var isBareSuper: Bool {
    guard builder.scope.isFunctionLike, !builder.scope.parameters.isEmpty, builder.scope.free.contains("__class__") else {
      return false
    }
    if case .global = scope.binding(of: "super") { return true }
    return false
  }

  mutating func callSpread(_ function: Expression, _ arguments: [Argument], into target: Int, _ span: Span) {
    let window = temporary(function)
    let list = builder.allocate()
    let dict = builder.allocate()
    builder.emit(.buildList, a: list, b: builder.tempTop, c: 0, span)
    builder.emit(.buildDict, a: dict, b: builder.tempTop, c: 0, span)
    for argument in arguments {
      let mark = builder.tempTop
      switch argument.kind {
      case .positional: builder.emit(.listAppend, a: list, b: temporary(argument.value), argument.span)
      case .starred: builder.emit(.listExtend, a: list, b: temporary(argument.value), d: 1, argument.span)
      case .keyword(let name):
        let key = loadConstant(builder.string(mangled(name)), argument.span)
        builder.emit(.dictSet, a: dict, b: key, c: temporary(argument.value), d: 1, argument.span)
      case .doubleStarred:
        builder.emit(.dictUpdate, a: dict, b: temporary(argument.value), c: window, d: 1, argument.span)
      }
      builder.tempTop = mark
    }
    builder.emit(.callSpread, a: target, b: window, span)
  }
}
