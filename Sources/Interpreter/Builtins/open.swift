import Glibc

/// `open`: text and binary files.
enum OpenFunction {
  static func install(in module: ModuleObject) {
    FileTypes.setUp()
    module.function(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      "Opens a file and returns a stream."
    ) { call throws(Raised) -> Value in
      let path = try OSModule.path(call[0])
      let given = try call.string(1)
      let mode = try FileMode(given)
      if mode.isBinary {
        if call.has(3) { throw .valueError("binary mode doesn't take an encoding argument") }
        if call.has(5) { throw .valueError("binary mode doesn't take a newline argument") }
      }
      if let status = OSPathModule.status(path), status.st_mode & S_IFMT == S_IFDIR { throw OSModule.failure(path, EISDIR) }
      guard let handle = fopen(path, mode.libraryMode) else { throw OSModule.failure(path) }
      let file = FileObject(mode.isBinary ? FileTypes.binary(mode) : .textFile, handle, call[0], given, mode)
      if !mode.isBinary {
        file.encoding = call.has(3) ? try call.string(3) : "utf-8"
        // An unknown encoding is refused before anything is written.
        _ = try TextEncoding.encode("", file.encoding)
        file.errors = call.has(4) ? try call.string(4) : "strict"
        file.keepsLineEnds = call.has(5)
      }
      return .object(file)
    }
  }
}

/// What a mode such as `r+b` asks for.
struct FileMode {
  var isBinary = false
  var canRead = false
  var canWrite = false
  /// The same in the C library's spelling.
  var libraryMode = ""

  init(_ text: String) throws(Raised) {
    let letters = Set(text)
    let known = letters.isSubset(of: "rwaxbt+") && letters.count == text.count
    let actions = letters.intersection("rwax")
    if !known { throw .valueError("invalid mode: \(TextEscapes.repr(text))") }
    if letters.contains("t"), letters.contains("b") { throw .valueError("can't have text and binary mode at once") }
    guard let action = actions.first, actions.count == 1 else {
      throw .valueError("must have exactly one of create/read/write/append mode")
    }
    let updates = letters.contains("+")
    isBinary = letters.contains("b")
    canRead = action == "r" || updates
    canWrite = action != "r" || updates
    libraryMode = (action == "x" ? "w" : String(action)) + "b" + (updates ? "+" : "") + (action == "x" ? "x" : "")
  }
}

/// An open file. Text is decoded as a whole when it is first read, so that positions in it are those of the file between reads.
final class FileObject: Object {
  private var handle: UnsafeMutablePointer<FILE>?
  let name: Value
  let modeText: String
  let mode: FileMode
  var encoding = "utf-8"
  var errors = "strict"
  /// Whether `newline` was given, so that line ends are left as they are.
  var keepsLineEnds = false
  /// Text that is read from the file but not yet asked for.
  private var pending: [Unicode.Scalar] = []
  private var pendingStart = 0
  private var lastWasWrite = false

  init(_ type: TypeObject, _ handle: UnsafeMutablePointer<FILE>, _ name: Value, _ modeText: String, _ mode: FileMode) {
    self.handle = handle
    self.name = name
    self.modeText = modeText
    self.mode = mode
    super.init(type)
  }

  deinit { if let handle { fclose(handle) } }

  var isClosed: Bool { handle == nil }

  func opened() throws(Raised) -> UnsafeMutablePointer<FILE> {
    guard let handle else { throw .valueError("I/O operation on closed file.") }
    return handle
  }

  func close() throws(Raised) {
    guard let handle else { return }
    self.handle = nil
    if fclose(handle) != 0 { throw OSModule.failure((try? OSModule.path(name)) ?? "") }
  }

  private func unsupported(_ what: String) -> Raised {
    let type = FileTypes.unsupportedOperation
    return Raised(type, mode.isBinary ? (what == "readable" ? "read" : "write") : "not \(what)")
  }

  private func prepareToRead() throws(Raised) -> UnsafeMutablePointer<FILE> {
    let handle = try opened()
    if !mode.canRead { throw unsupported("readable") }
    if lastWasWrite { fflush(handle) }
    lastWasWrite = false
    return handle
  }

  func readBytes(_ limit: Int) throws(Raised) -> [UInt8] {
    let handle = try prepareToRead()
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while limit < 0 || bytes.count < limit {
      let wanted = limit < 0 ? buffer.count : min(buffer.count, limit - bytes.count)
      let count = fread(&buffer, 1, wanted, handle)
      if count == 0 { break }
      bytes += buffer[..<count]
      try Interpreter.current.safePoint()
    }
    return bytes
  }

  /// Decodes the rest of the file unless text is waiting already.
  private func fill() throws(Raised) {
    guard pendingStart >= pending.count else {
      _ = try prepareToRead()
      return
    }
    pending = Array(try TextEncoding.decode(try readBytes(-1), encoding, errors: errors).unicodeScalars)
    pendingStart = 0
    if keepsLineEnds || !pending.contains("\r") { return }
    var kept: [Unicode.Scalar] = []
    for (index, scalar) in pending.enumerated() {
      if scalar == "\n", index > 0, pending[index - 1] == "\r" { continue }
      kept.append(scalar == "\r" ? "\n" : scalar)
    }
    pending = kept
  }

  func readText(_ limit: Int) throws(Raised) -> String {
    try fill()
    let end = limit < 0 ? pending.count : min(pending.count, pendingStart + min(limit, pending.count))
    defer { pendingStart = end }
    return String(String.UnicodeScalarView(pending[pendingStart..<end]))
  }

  /// The next line with its end, empty at the end of the file.
  func readLine(_ limit: Int) throws(Raised) -> Value {
    if mode.isBinary {
      let handle = try prepareToRead()
      var bytes: [UInt8] = []
      while limit < 0 || bytes.count < limit {
        let next = getc(handle)
        if next == EOF { break }
        bytes.append(UInt8(truncatingIfNeeded: next))
        if next == 10 { break }
      }
      return .object(BytesObject(bytes))
    }
    try fill()
    var end = pendingStart
    while end < pending.count, limit < 0 || end - pendingStart < limit {
      end += 1
      if pending[end - 1] == "\n" { break }
    }
    defer { pendingStart = end }
    return .string(String(String.UnicodeScalarView(pending[pendingStart..<end])))
  }

  func write(_ bytes: [UInt8]) throws(Raised) {
    let handle = try opened()
    if !mode.canWrite { throw unsupported("writable") }
    if !lastWasWrite, mode.canRead { fseek(handle, tell(handle), SEEK_SET) }
    lastWasWrite = true
    pending = []
    pendingStart = 0
    if fwrite(bytes, 1, bytes.count, handle) != bytes.count { throw OSModule.failure((try? OSModule.path(name)) ?? "") }
  }

  func flush() throws(Raised) { fflush(try opened()) }

  /// The position in bytes, less the text that waits.
  func tell(_ handle: UnsafeMutablePointer<FILE>) -> Int {
    ftell(handle) - pending[pendingStart...].reduce(0) { $0 + UTF8.width($1) }
  }

  func seek(_ offset: Int, _ whence: Int) throws(Raised) -> Int {
    let handle = try opened()
    if !mode.isBinary, whence != 0, offset != 0 {
      throw Raised(FileTypes.unsupportedOperation, "can't do nonzero \(whence == 1 ? "cur" : "end")-relative seeks")
    }
    let base = whence == 1 ? tell(handle) : 0
    if whence == 0, offset < 0 { throw .valueError("negative seek position \(offset)") }
    pending = []
    pendingStart = 0
    lastWasWrite = false
    if fseek(handle, whence == 1 ? base &+ offset : offset, whence == 2 ? SEEK_END : SEEK_SET) != 0 {
      throw OSModule.failure((try? OSModule.path(name)) ?? "")
    }
    return ftell(handle)
  }

  func truncate(_ size: Int?) throws(Raised) -> Int {
    let handle = try opened()
    if !mode.canWrite { throw unsupported("writable") }
    fflush(handle)
    let length = size ?? tell(handle)
    if ftruncate(fileno(handle), length) != 0 { throw OSModule.failure((try? OSModule.path(name)) ?? "") }
    return length
  }
}

/// The classes of open files.
enum FileTypes {
  static let unsupportedOperation: TypeObject = TypeObject.native(
    "UnsupportedOperation", module: "io", bases: [.osError, .valueError], of: ExceptionObject.self
  ) { _ in }

  private static let reader = binaryType("BufferedReader")
  private static let writer = binaryType("BufferedWriter")
  private static let both = binaryType("BufferedRandom")

  static func binary(_ mode: FileMode) -> TypeObject { mode.canRead && mode.canWrite ? both : mode.canRead ? reader : writer }

  private static func binaryType(_ name: String) -> TypeObject {
    TypeObject.native(name, module: "_io", of: FileObject.self) { t in
      addCommon(t)
      t.method("read(self, size=-1, /)") { file, call throws(Raised) in
        .object(BytesObject(try file.readBytes(call.has(1) ? try call.int(1) : -1)))
      }
      t.method("write(self, b, /)") { file, call throws(Raised) in
        if call[1].stringValue != nil { throw .typeError("a bytes-like object is required, not 'str'") }
        let bytes = try BytesMethods.bytes(of: call[1])
        try file.write(bytes)
        return .int(bytes.count)
      }
      t.slots.repr = { value throws(Raised) in
        guard let file = value.cast(to: FileObject.self) else { return "" }
        return "<_io.\(name) name=\(try Interpreter.current.repr(file.name))>"
      }
    }
  }

  static func setUp() { _ = isSetUp }

  private static let isSetUp: Void = {
    TypeObject.textFile.extend(of: FileObject.self) { t in
      addCommon(t)
      t.property("encoding") { file throws(Raised) in .string(file.encoding) }
      t.property("errors") { file throws(Raised) in .string(file.errors) }
      t.method("read(self, size=-1, /)") { file, call throws(Raised) in
        .string(try file.readText(call.has(1) ? try call.int(1) : -1))
      }
      t.method("write(self, text, /)") { file, call throws(Raised) in
        guard let text = call[1].cast(to: StrObject.self) else {
          throw .typeError("write() argument must be str, not \(call[1].type.name)")
        }
        try file.write(try TextEncoding.encode(text.string, file.encoding, errors: file.errors))
        return .int(text.count)
      }
      t.slots.repr = { value throws(Raised) in
        guard let file = value.cast(to: FileObject.self) else { return "" }
        let name = try Interpreter.current.repr(file.name)
        return "<_io.TextIOWrapper name=\(name) mode='\(file.modeText)' encoding='\(file.encoding)'>"
      }
    }
  }()

  private static func addCommon(_ t: TypeBuilder<FileObject>) {
    t.property("name") { file throws(Raised) in file.name }
    t.property("mode") { file throws(Raised) in .string(file.mode.isBinary ? file.mode.libraryMode : file.modeText) }
    t.property("closed") { file throws(Raised) in .bool(file.isClosed) }
    t.method("readline(self, size=-1, /)") { file, call throws(Raised) in
      try file.readLine(call.has(1) ? try call.int(1) : -1)
    }
    t.method("readlines(self, hint=-1, /)") { file, call throws(Raised) in
      var lines: [Value] = []
      while true {
        let line = try file.readLine(-1)
        if try !call.interpreter.isTrue(line) { return .list(lines) }
        lines.append(line)
      }
    }
    t.method("writelines(self, lines, /)") { file, call throws(Raised) in
      for line in try call.interpreter.elements(of: call[1]) { _ = try call.interpreter.callMethod(call[0], "write", [line]) }
      return .none
    }
    t.method("close(self)") { file, call throws(Raised) in
      try file.close()
      return .none
    }
    t.method("flush(self)") { file, call throws(Raised) in
      try file.flush()
      return .none
    }
    t.method("seek(self, offset, whence=0, /)") { file, call throws(Raised) in
      .int(try file.seek(try call.int(1), try call.int(2)))
    }
    t.method("tell(self)") { file, call throws(Raised) in .int(file.tell(try file.opened())) }
    t.method("truncate(self, pos=None, /)") { file, call throws(Raised) in
      .int(try file.truncate(call.has(1) ? try call.int(1) : nil))
    }
    t.method("readable(self)") { file, call throws(Raised) in .bool(file.mode.canRead) }
    t.method("writable(self)") { file, call throws(Raised) in .bool(file.mode.canWrite) }
    t.method("seekable(self)") { file, call throws(Raised) in true }
    t.method("isatty(self)") { file, call throws(Raised) in .bool(isatty(fileno(try file.opened())) == 1) }
    t.method("fileno(self)") { file, call throws(Raised) in .int(Int(fileno(try file.opened()))) }
    t.method("__enter__(self)") { file, call throws(Raised) in
      _ = try file.opened()
      return call[0]
    }
    t.method("__exit__(self, kind, value, traceback)") { file, call throws(Raised) in
      try file.close()
      return .none
    }
    t.slots.iterate = { value throws(Raised) in value }
    t.slots.next = { value throws(Raised) in
      guard let file = value.cast(to: FileObject.self) else { return nil }
      let line = try file.readLine(-1)
      return try Interpreter.current.isTrue(line) ? line : nil
    }
  }
}
