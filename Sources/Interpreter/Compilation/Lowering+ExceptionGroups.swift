import Syntax

extension Lowering {
  /// `try … except*`: each clause takes its part of the exception; what the clauses raise and what they leave goes on together.
  mutating func tryStar(_ body: [Statement], _ handlers: [ExceptHandler], _ otherwise: [Statement], _ span: Span) {
    let end = Label()
    let done = Label()
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
    let rest = builder.allocate()
    builder.emit(.move, a: rest, b: exception, span)
    let raised = builder.allocate()
    builder.emit(.buildList, a: raised, b: raised, c: 0, span)
    var outside: [(Int32, Int32)] = []
    for handler in handlers { starHandler(handler, rest: rest, raised: raised, outer: saved, outside: &outside) }
    let start = builder.position
    builder.emit(.listAppend, a: raised, b: rest, span)
    builder.emit(.endGroup, a: rest, b: exception, c: raised, span)
    outside.append((start, builder.position))
    builder.emit(.leaveHandler, b: saved, span)
    builder.emit(.clear, a: exception, span)
    builder.jump(.jumpIfNone, b: rest, to: done, span)
    builder.emit(.reraise, b: rest, flags: 1, span)
    restore(outside, saved, name: nil, span)
    builder.place(done)
    builder.place(end)
    builder.tempTop = mark
  }

  /// One clause. What its body raises joins the list; what stands around the body fails for the whole statement.
  private mutating func starHandler(
    _ handler: ExceptHandler, rest: Int, raised: Int, outer: Int, outside: inout [(Int32, Int32)]
  ) {
    guard let type = handler.type else { return }
    let place = type.span
    let next = Label()
    let mark = builder.tempTop
    let start = builder.position
    let class_ = temporary(type)
    let match = builder.allocate()
    builder.emit(.takeGroup, a: match, b: rest, c: class_, place)
    builder.jump(.jumpIfNone, b: match, to: next, place)
    outside.append((start, builder.position))
    if let name = handler.name { storeName(name, match, place) }
    let saved = builder.allocate()
    builder.emit(.enterHandler, a: saved, b: match, place)
    let body = Cleanup(.groupHandler(saved: outer, exception: match))
    builder.open(body)
    block(handler.body)
    _ = builder.close()
    leave(handler, saved, place)
    builder.jump(.jump, to: next, place)
    let failure = builder.allocate()
    builder.handle(body, register: failure)
    builder.emit(.listAppend, a: raised, b: failure, place)
    leave(handler, saved, place)
    builder.place(next)
    builder.tempTop = mark
  }

  private mutating func leave(_ handler: ExceptHandler, _ saved: Int, _ place: Span) {
    builder.emit(.leaveHandler, b: saved, place)
    if let name = handler.name { unbindHandlerName(name, place) }
  }
}
