import Syntax

/// `try` and `with`.
extension Lowering {
  mutating func unbindHandlerName(_ name: String, _ span: Span) {
    let register = loadConstant(builder.constant(.none), span)
    storeName(name, register, span)
    deleteName(name, span)
    builder.tempTop = register
  }

  mutating func tryStatement(
    _ body: [Statement], _ isStar: Bool, _ handlers: [ExceptHandler], _ otherwise: [Statement], _ finally: [Statement],
    _ span: Span
  ) {
    if finally.isEmpty {
      if isStar { tryStar(body, handlers, otherwise, span) } else { tryExcept(body, handlers, otherwise, span) }
      return
    }
    let end = Label()
    builder.open(Cleanup(.finally(finally)))
    if handlers.isEmpty {
      block(body)
    } else if isStar {
      tryStar(body, handlers, otherwise, span)
    } else {
      tryExcept(body, handlers, otherwise, span)
    }
    let cleanup = builder.close()
    block(finally)
    builder.jump(.jump, to: end, span)

    let exception = builder.allocate()
    let saved = builder.allocate()
    builder.handle(cleanup, register: exception)
    builder.emit(.enterHandler, a: saved, b: exception, span)
    let guarded = Cleanup(.handler(saved: saved, exception: exception, name: nil))
    builder.open(guarded)
    block(finally)
    _ = builder.close()
    builder.emit(.leaveHandler, b: saved, span)
    builder.emit(.reraise, b: exception, span)
    restore(guarded.ranges, saved, name: nil, span)
    builder.place(end)
  }

  /// Where exceptions inside a handler go: the exception handled before is current again, and they go on.
  mutating func restore(_ ranges: [(Int32, Int32)], _ saved: Int, name: String?, _ span: Span) {
    if ranges.isEmpty { return }
    let second = builder.allocate()
    builder.handle(ranges, register: second)
    builder.emit(.leaveHandler, b: saved, span)
    if let name { unbindHandlerName(name, span) }
    builder.emit(.reraise, b: second, span)
  }

  private mutating func tryExcept(
    _ body: [Statement], _ handlers: [ExceptHandler], _ otherwise: [Statement], _ span: Span
  ) {
    let end = Label()
    let mark = builder.tempTop
    builder.open(Cleanup(.protected))
    block(body)
    let protected = builder.close()
    block(otherwise)
    builder.jump(.jump, to: end, span)

    let exception = builder.allocate()
    let saved = builder.allocate()
    builder.handle(protected, register: exception)
    builder.emit(.enterHandler, a: saved, b: exception, handlers.first?.span ?? span)
    var unnamed: [(Int32, Int32)] = []
    for handler in handlers {
      let next = Label()
      let place = handler.type?.span ?? handler.span
      let start = builder.position
      if let type = handler.type {
        let class_ = temporary(type)
        let matches = builder.allocate()
        builder.emit(.matchException, a: matches, b: exception, c: class_, place)
        builder.jump(.jumpIfFalse, b: matches, to: next, place)
        builder.tempTop = class_
      }
      if builder.position > start { unnamed.append((start, builder.position)) }
      if let name = handler.name { storeName(name, exception, place) }
      let guarded = Cleanup(.handler(saved: saved, exception: exception, name: handler.name))
      builder.open(guarded)
      block(handler.body)
      _ = builder.close()
      builder.emit(.leaveHandler, b: saved, place)
      builder.emit(.clear, a: exception, place)
      if let name = handler.name { unbindHandlerName(name, place) }
      builder.jump(.jump, to: end, place)
      restore(guarded.ranges, saved, name: handler.name, place)
      builder.place(next)
    }
    builder.emit(.leaveHandler, b: saved, span)
    builder.emit(.reraise, b: exception, span)
    restore(unnamed, saved, name: nil, span)
    builder.place(end)
    builder.tempTop = mark
  }

  mutating func with(_ items: ArraySlice<WithItem>, _ body: [Statement], _ span: Span) {
    guard let item = items.first else {
      block(body)
      return
    }
    let mark = builder.tempTop
    let place = span
    let exit = builder.allocate()
    let manager = temporary(item.context)
    let value = builder.allocate()
    builder.emit(.enterWith, a: exit, b: manager, c: value, place)
    builder.emit(.clear, a: manager, place)
    let cleanup = Cleanup(.with(exit: exit, span: place))
    builder.open(cleanup)
    if let target = item.target { assign(target, from: value) }
    builder.emit(.clear, a: value, place)
    with(items.dropFirst(), body, span)
    _ = builder.close()
    let end = Label()
    let suppressed = Label()
    let result = builder.allocate()
    builder.emit(.exitWith, a: result, b: exit, c: -1, place)
    builder.jump(.jump, to: end, place)

    let exception = builder.allocate()
    let saved = builder.allocate()
    builder.handle(cleanup, register: exception)
    builder.emit(.enterHandler, a: saved, b: exception, place)
    let start = builder.position
    builder.emit(.exitWith, a: result, b: exit, c: exception, place)
    builder.jump(.jumpIfTrue, b: result, to: suppressed, place)
    let stop = builder.position
    builder.emit(.leaveHandler, b: saved, place)
    builder.emit(.reraise, b: exception, place)
    restore([(start, stop)], saved, name: nil, place)
    builder.place(suppressed)
    builder.emit(.leaveHandler, b: saved, place)
    builder.emit(.clear, a: exception, place)
    builder.place(end)
    builder.emit(.clear, a: exit, place)
    builder.tempTop = mark
  }
}
