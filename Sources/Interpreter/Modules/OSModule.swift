import Glibc

/// `os`: files, folders and the environment; paths are in OSPathModule.swift.
enum OSModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("os", doc: "Operating system routines.")
    module.set("name", "posix")
    for (name, text) in [
      ("sep", "/"), ("linesep", "\n"), ("curdir", "."), ("pardir", ".."), ("extsep", "."), ("pathsep", ":"),
      ("devnull", "/dev/null"),
    ] {
      module.set(name, .string(text))
    }
    module.set("altsep", .none)
    let path = try OSPathModule.build(interpreter)
    module.set("path", path)
    interpreter.modules.set("os.path", path)
    interpreter.modules.set("posixpath", path)
    module.set("PathLike", TypeObject.native("PathLike", module: "os") { _ in }.asValue)
    module.set("error", TypeObject.osError.asValue)
    for (name, flag) in [("F_OK", 0), ("R_OK", 4), ("W_OK", 2), ("X_OK", 1)] { module.set(name, .int(flag)) }
    addEnvironment(to: module)
    addFolders(to: module)
    addFiles(to: module)
    return module.asValue
  }

  /// A path argument: text, bytes, or an object with `__fspath__`.
  static func path(_ value: Value) throws(Raised) -> String {
    if let text = value.stringValue { return text }
    if let bytes = value.cast(to: BytesObject.self) { return String(decoding: bytes.bytes, as: UTF8.self) }
    if value.type.lookup("__fspath__") != nil {
      let result = try Interpreter.current.callMethod(value, "__fspath__")
      if let text = result.stringValue { return text }
    }
    throw .typeError("expected str, bytes or os.PathLike object, not \(value.type.name)")
  }

  /// The exception for the C library's last error.
  static func failure(_ path: String, _ code: Int32 = errno) -> Raised { OSErrors.error(code, path: path) }

  private static func addEnvironment(to module: ModuleObject) {
    let environment = DictObject()
    var entry = environ
    while let pointer = entry.pointee {
      let text = String(cString: pointer)
      if let mark = text.firstIndex(of: "=") {
        environment.set(String(text[..<mark]), .string(String(text[text.index(after: mark)...])))
      }
      entry += 1
    }
    module.set("environ", .object(environment))
    module.function("getenv(key, default=None)") { call throws(Raised) -> Value in
      environment.get(try call.string(0)) ?? call[1]
    }
    module.function("putenv(key, value, /)") { call throws(Raised) -> Value in
      environment.set(try call.string(0), .string(try call.string(1)))
      return .none
    }
    module.function("getpid()") { call throws(Raised) -> Value in .int(Int(getpid())) }
    module.function("getppid()") { call throws(Raised) -> Value in .int(Int(getppid())) }
    module.function("cpu_count()") { call throws(Raised) -> Value in .int(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
    module.function("getlogin()") { call throws(Raised) -> Value in environment.get("USER") ?? .string("") }
    module.function("fspath(path)") { call throws(Raised) -> Value in
      call[0].cast(to: BytesObject.self) != nil ? call[0] : .string(try path(call[0]))
    }
    module.function("urandom(size, /)") { call throws(Raised) -> Value in
      let count = try call.int(0)
      if count < 0 { throw .valueError("negative argument not allowed") }
      try MemoryLimit.checked(count, stride: 1)
      var generator = SystemRandomNumberGenerator()
      return .object(BytesObject((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }))
    }
    module.function("strerror(code, /)") { call throws(Raised) -> Value in
      .string(String(cString: strerror(Int32(clamping: try call.int(0)))))
    }
  }

  private static func addFolders(to module: ModuleObject) {
    module.function("getcwd()") { call throws(Raised) -> Value in .string(currentFolder()) }
    module.function("chdir(path)") { call throws(Raised) -> Value in
      let folder = try path(call[0])
      if chdir(folder) != 0 { throw failure(folder) }
      return .none
    }
    module.function("listdir(path='.')") { call throws(Raised) -> Value in
      let folder = call.has(0) ? try path(call[0]) : "."
      return .list(try names(in: folder).map { .string($0) })
    }
    module.function("mkdir(path, mode=511)") { call throws(Raised) -> Value in
      let folder = try path(call[0])
      if mkdir(folder, UInt32(truncatingIfNeeded: try call.int(1))) != 0 { throw failure(folder) }
      return .none
    }
    module.function("makedirs(name, mode=511, exist_ok=False)") { call throws(Raised) -> Value in
      try makeFolders(try path(call[0]), UInt32(truncatingIfNeeded: try call.int(1)), existsOK: try call.bool(2))
      return .none
    }
    module.function("rmdir(path)") { call throws(Raised) -> Value in
      let folder = try path(call[0])
      if rmdir(folder) != 0 { throw failure(folder) }
      return .none
    }
    module.function("walk(top, topdown=True, onerror=None, followlinks=False)") { call throws(Raised) -> Value in
      let top = try path(call[0])
      let topDown = try call.bool(1)
      var pending: [String] = [top]
      if topDown {
        return .object(
          IteratorObject { () throws(Raised) -> Value? in
            guard let folder = pending.popLast() else { return nil }
            guard let (folders, files) = try? split(folder) else { return .tuple([.string(folder), .list([]), .list([])]) }
            let list = ListObject(folders.map { .string($0) })
            pending += folders.reversed().map { OSPathModule.join(folder, $0) }
            return .tuple([.string(folder), .object(list), .list(files.map { .string($0) })])
          })
      }
      var found: [Value] = []
      func visit(_ folder: String) {
        guard let (folders, files) = try? split(folder) else { return }
        for name in folders { visit(OSPathModule.join(folder, name)) }
        found.append(.tuple([.string(folder), .list(folders.map { .string($0) }), .list(files.map { .string($0) })]))
      }
      visit(top)
      return try call.interpreter.iterator(of: .list(found))
    }
  }

  private static func split(_ folder: String) throws(Raised) -> (folders: [String], files: [String]) {
    var folders: [String] = []
    var files: [String] = []
    for name in try names(in: folder) {
      if OSPathModule.status(OSPathModule.join(folder, name)).map({ $0.st_mode & S_IFMT == S_IFDIR }) == true {
        folders.append(name)
      } else {
        files.append(name)
      }
    }
    return (folders, files)
  }

  static func currentFolder() -> String {
    guard let buffer = getcwd(nil, 0) else { return "" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The names in a folder, in the order of the file system.
  static func names(in folder: String) throws(Raised) -> [String] {
    guard let handle = opendir(folder) else { throw failure(folder) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func makeFolders(_ folder: String, _ mode: UInt32, existsOK: Bool) throws(Raised) {
    let parent = OSPathModule.split(folder).0
    if !parent.isEmpty, parent != folder, OSPathModule.status(parent) == nil { try makeFolders(parent, mode, existsOK: true) }
    if folder.hasSuffix("/"), OSPathModule.status(folder) != nil, existsOK { return }
    if mkdir(folder, mode) != 0 {
      let code = errno
      let isFolder = OSPathModule.status(folder).map { $0.st_mode & S_IFMT == S_IFDIR } == true
      if !(existsOK && isFolder) { throw failure(folder, code) }
    }
  }

  private static func addFiles(to module: ModuleObject) {
    for name in ["remove", "unlink"] {
      module.function("\(name)(path)") { call throws(Raised) -> Value in
        let file = try path(call[0])
        if unlink(file) != 0 { throw failure(file) }
        return .none
      }
    }
    for name in ["rename", "replace"] {
      module.function("\(name)(src, dst)") { call throws(Raised) -> Value in
        let file = try path(call[0])
        if rename(file, try path(call[1])) != 0 { throw failure(file) }
        return .none
      }
    }
    module.function("access(path, mode)") { call throws(Raised) -> Value in
      .bool(access(try path(call[0]), Int32(truncatingIfNeeded: try call.int(1))) == 0)
    }
    let fields = [
      "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
    ]
    let result = NamedTuples.type("stat_result", "os", fields, [])
    module.set("stat_result", result.asValue)
    module.function("stat(path)") { call throws(Raised) -> Value in
      let file = try path(call[0])
      guard let status = OSPathModule.status(file) else { throw failure(file) }
      let times = [status.st_atim, status.st_mtim, status.st_ctim].map { Double($0.tv_sec) + Double($0.tv_nsec) / 1e9 }
      return .object(
        TupleObject(
          [
            .int(Int(status.st_mode)), .int(Int(bitPattern: UInt(status.st_ino))), .int(Int(bitPattern: UInt(status.st_dev))),
            .int(Int(status.st_nlink)), .int(Int(status.st_uid)), .int(Int(status.st_gid)), .int(Int(status.st_size)),
            .float(times[0]), .float(times[1]), .float(times[2]),
          ], result))
    }
    module.function("system(command)") { call throws(Raised) -> Value in
      throw Raised(.osError, "os.system is not supported; use !command at the prompt")
    }
  }
}
