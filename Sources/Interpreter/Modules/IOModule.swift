/// `io`: StringIO and BytesIO.
enum IOModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("io", doc: "Streams in memory.")
    module.set("StringIO", stringIO.asValue)
    module.set("BytesIO", bytesIO.asValue)
    module.set("TextIOWrapper", TypeObject.textFile.asValue)
    for (name, number) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2)] { module.set(name, .int(number)) }
    module.set("UnsupportedOperation", FileTypes.unsupportedOperation.asValue)
    if let open = interpreter.builtins.namespace.get("open") { module.set("open", open) }
    return module.asValue
  }

  static let stringIO: TypeObject = TypeObject.native("StringIO", module: "_io", of: MemoryStream<Unicode.Scalar>.self) { t in
    t.hasAttributes = true
    t.allocate { type throws(Raised) in MemoryStream<Unicode.Scalar>(type) }
    t.method("__init__(self, initial_value='', newline='\\n')") { stream, call throws(Raised) in
      stream.content = call.has(1) ? Array(try text(call[1], "initial_value must be str or None, not ").unicodeScalars) : []
      return .none
    }
    t.method("write(self, s, /)") { stream, call throws(Raised) in
      .int(try stream.write(Array(try text(call[1], "string argument expected, got ").unicodeScalars)))
    }
    MemoryStreams.addCommon(t, "\n") { .string(String(String.UnicodeScalarView($0))) }
  }

  private static func text(_ value: Value, _ message: String) throws(Raised) -> String {
    guard let text = value.stringValue else {
      throw .typeError(message + (message.hasSuffix("got ") ? "'\(value.type.name)'" : value.type.name))
    }
    return text
  }

  static let bytesIO: TypeObject = TypeObject.native("BytesIO", module: "_io", of: MemoryStream<UInt8>.self) { t in
    t.hasAttributes = true
    t.allocate { type throws(Raised) in MemoryStream<UInt8>(type) }
    t.method("__init__(self, initial_bytes=None)") { stream, call throws(Raised) in
      stream.content = call.has(1) ? try BytesMethods.bytes(of: call[1]) : []
      return .none
    }
    t.method("write(self, b, /)") { stream, call throws(Raised) in .int(try stream.write(try BytesMethods.bytes(of: call[1]))) }
    MemoryStreams.addCommon(t, 10) { .object(BytesObject(Array($0))) }
  }
}

/// A stream over an array: `StringIO` of code points, `BytesIO` of bytes.
final class MemoryStream<Element: Equatable>: Object {
  var content: [Element] = []
  var position = 0
  var isClosed = false

  func checkOpen() throws(Raised) {
    if isClosed { throw .valueError("I/O operation on closed file" + (Element.self == UInt8.self ? "." : "")) }
  }

  func write(_ new: [Element]) throws(Raised) -> Int {
    try checkOpen()
    if new.isEmpty { return 0 }
    let start = min(position, content.count)
    let end = min(start + new.count, content.count)
    content.replaceSubrange(start..<end, with: new)
    position = start + new.count
    return new.count
  }

  func read(_ limit: Int) throws(Raised) -> ArraySlice<Element> {
    try checkOpen()
    let start = min(position, content.count)
    let end = limit < 0 ? content.count : min(start + min(limit, content.count), content.count)
    position = end
    return content[start..<end]
  }

  func readLine(_ lineBreak: Element, _ limit: Int) throws(Raised) -> ArraySlice<Element> {
    try checkOpen()
    let start = min(position, content.count)
    var end = content[start...].firstIndex(of: lineBreak).map { $0 + 1 } ?? content.count
    if limit >= 0 { end = min(end, start + min(limit, content.count)) }
    position = end
    return content[start..<end]
  }
}

/// What both streams in memory do.
enum MemoryStreams {
  static func addCommon<Element>(
    _ t: TypeBuilder<MemoryStream<Element>>, _ lineBreak: Element, _ made: @escaping (ArraySlice<Element>) -> Value
  ) {
    t.method("read(self, size=-1, /)") { stream, call throws(Raised) in
      made(try stream.read(call.has(1) ? try call.int(1) : -1))
    }
    t.method("readline(self, size=-1, /)") { stream, call throws(Raised) in
      made(try stream.readLine(lineBreak, call.has(1) ? try call.int(1) : -1))
    }
    t.method("readlines(self, hint=-1, /)") { stream, call throws(Raised) in
      var lines: [Value] = []
      while true {
        let line = try stream.readLine(lineBreak, -1)
        if line.isEmpty { return .list(lines) }
        lines.append(made(line))
      }
    }
    t.method("getvalue(self)") { stream, call throws(Raised) in
      try stream.checkOpen()
      return made(stream.content[...])
    }
    t.method("writelines(self, lines, /)") { stream, call throws(Raised) in
      for line in try call.interpreter.elements(of: call[1]) { _ = try call.interpreter.callMethod(call[0], "write", [line]) }
      return .none
    }
    t.method("seek(self, pos, whence=0, /)") { stream, call throws(Raised) in
      try stream.checkOpen()
      let offset = try call.int(1)
      switch try call.int(2) {
      case 0:
        if offset < 0 { throw .valueError("Negative seek position \(offset)") }
        stream.position = offset
      case 1: stream.position = max(0, stream.position &+ offset)
      case 2: stream.position = max(0, stream.content.count &+ offset)
      default: throw .valueError("Invalid whence (\(try call.int(2)), should be 0, 1 or 2)")
      }
      return .int(stream.position)
    }
    t.method("tell(self)") { stream, call throws(Raised) in .int(stream.position) }
    t.method("truncate(self, pos=None, /)") { stream, call throws(Raised) in
      let size = call.has(1) ? max(0, try call.int(1)) : stream.position
      if size < stream.content.count { stream.content.removeSubrange(size...) }
      return .int(size)
    }
    t.method("close(self)") { stream, call throws(Raised) in
      stream.isClosed = true
      return .none
    }
    t.property("closed") { stream throws(Raised) in .bool(stream.isClosed) }
    t.method("flush(self)") { stream, call throws(Raised) in .none }
    for name in ["readable", "writable", "seekable"] { t.method("\(name)(self)") { stream, call throws(Raised) in true } }
    t.method("isatty(self)") { stream, call throws(Raised) in false }
    t.method("__enter__(self)") { stream, call throws(Raised) in call[0] }
    t.method("__exit__(self, kind, value, traceback)") { stream, call throws(Raised) in
      stream.isClosed = true
      return .none
    }
    t.slots.iterate = { value throws(Raised) in value }
    t.slots.next = { value throws(Raised) in
      guard let line = try value.cast(to: MemoryStream<Element>.self)?.readLine(lineBreak, -1), !line.isEmpty else {
        return nil
      }
      return made(line)
    }
  }
}
