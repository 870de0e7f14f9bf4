import Glibc

/// `os.path`, the POSIX kind.
enum OSPathModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("posixpath", doc: "Operations on pathnames.")
    for (name, text) in [("sep", "/"), ("curdir", "."), ("pardir", ".."), ("extsep", "."), ("pathsep", ":")] {
      module.set(name, .string(text))
    }
    addTexts(to: module)
    addQuestions(to: module)
    return module.asValue
  }

  private static func addTexts(to module: ModuleObject) {
    module.function("join(a, /, *p)") { call throws(Raised) -> Value in
      var result = try OSModule.path(call[0])
      for part in call.rest(1) { result = join(result, try OSModule.path(part)) }
      return .string(result)
    }
    module.function("split(p)") { call throws(Raised) -> Value in
      let (head, tail) = split(try OSModule.path(call[0]))
      return .tuple([.string(head), .string(tail)])
    }
    module.function("splitext(p)") { call throws(Raised) -> Value in
      let (root, suffix) = splitExtension(try OSModule.path(call[0]))
      return .tuple([.string(root), .string(suffix)])
    }
    module.function("splitdrive(p)") { call throws(Raised) -> Value in
      .tuple([.string(""), .string(try OSModule.path(call[0]))])
    }
    module.function("basename(p)") { call throws(Raised) -> Value in .string(split(try OSModule.path(call[0])).1) }
    module.function("dirname(p)") { call throws(Raised) -> Value in .string(split(try OSModule.path(call[0])).0) }
    module.function("normpath(path)") { call throws(Raised) -> Value in .string(normalised(try OSModule.path(call[0]))) }
    module.function("commonpath(paths)") { call throws(Raised) -> Value in
      var paths: [String] = []
      for path in try call.interpreter.elements(of: call[0]) { paths.append(try OSModule.path(path)) }
      return .string(try common(paths))
    }
    module.function("normcase(s)") { call throws(Raised) -> Value in .string(try OSModule.path(call[0])) }
    module.function("abspath(path)") { call throws(Raised) -> Value in
      .string(normalised(join(OSModule.currentFolder(), try OSModule.path(call[0]))))
    }
    module.function("realpath(filename, *, strict=False)") { call throws(Raised) -> Value in
      let path = try OSModule.path(call[0])
      guard let resolved = realpath(path, nil) else { return .string(normalised(join(OSModule.currentFolder(), path))) }
      defer { free(resolved) }
      return .string(String(cString: resolved))
    }
    module.function("relpath(path, start=None)") { call throws(Raised) -> Value in
      func parts(_ path: String) -> [Substring] { normalised(join(OSModule.currentFolder(), path)).split(separator: "/") }
      let path = try OSModule.path(call[0])
      if path.isEmpty { throw .valueError("no path specified") }
      let target = parts(path)
      let start = parts(call.has(1) ? try OSModule.path(call[1]) : ".")
      let common = zip(target, start).prefix { $0 == $1 }.count
      let result = [Substring](repeating: "..", count: start.count - common) + target[common...]
      return .string(result.isEmpty ? "." : result.joined(separator: "/"))
    }
    module.function("expanduser(path)") { call throws(Raised) -> Value in .string(expandUser(try OSModule.path(call[0]))) }
    module.function("expandvars(path)") { call throws(Raised) -> Value in .string(expandVariables(try OSModule.path(call[0]))) }
    module.function("commonprefix(m)") { call throws(Raised) -> Value in
      var texts: [[Unicode.Scalar]] = []
      for value in try call.interpreter.elements(of: call[0]) { texts.append(Array(try OSModule.path(value).unicodeScalars)) }
      guard let first = texts.first else { return .string("") }
      var length = first.count
      for text in texts { length = min(length, zip(first, text).prefix { $0 == $1 }.count) }
      return .string(String(String.UnicodeScalarView(first[..<length])))
    }
  }

  private static func addQuestions(to module: ModuleObject) {
    func question(_ name: String, _ test: @escaping (String) -> Bool) {
      module.function("\(name)(path)") { call throws(Raised) -> Value in .bool(test(try OSModule.path(call[0]))) }
    }
    question("exists") { status($0) != nil }
    question("lexists") { linkStatus($0) != nil }
    question("isfile") { status($0).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }
    question("isdir") { status($0).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
    question("islink") { linkStatus($0).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false }
    question("isabs") { $0.hasPrefix("/") }
    module.function("getsize(filename)") { call throws(Raised) -> Value in
      let path = try OSModule.path(call[0])
      guard let status = status(path) else { throw OSModule.failure(path) }
      return .int(Int(status.st_size))
    }
    let times: [(String, (stat) -> timespec)] = [
      ("getmtime", { $0.st_mtim }), ("getatime", { $0.st_atim }), ("getctime", { $0.st_ctim }),
    ]
    for (name, time) in times {
      module.function("\(name)(filename)") { call throws(Raised) -> Value in
        let path = try OSModule.path(call[0])
        guard let status = status(path) else { throw OSModule.failure(path) }
        return .float(Double(time(status).tv_sec) + Double(time(status).tv_nsec) / 1e9)
      }
    }
    module.function("samefile(f1, f2)") { call throws(Raised) -> Value in
      let (a, b) = (try OSModule.path(call[0]), try OSModule.path(call[1]))
      guard let first = status(a) else { throw OSModule.failure(a) }
      guard let second = status(b) else { throw OSModule.failure(b) }
      return .bool(first.st_ino == second.st_ino && first.st_dev == second.st_dev)
    }
  }

  static func status(_ path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  private static func linkStatus(_ path: String) -> stat? {
    var result = stat()
    return lstat(path, &result) == 0 ? result : nil
  }

  static func join(_ a: String, _ b: String) -> String {
    if b.hasPrefix("/") { return b }
    return a.isEmpty || a.hasSuffix("/") ? a + b : a + "/" + b
  }

  /// The part before the last slash, without the slashes at its end, and the part behind it.
  static func split(_ path: String) -> (String, String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    var head = String(path[...slash])
    let tail = String(path[path.index(after: slash)...])
    if head.contains(where: { $0 != "/" }) { while head.hasSuffix("/") { head.removeLast() } }
    return (head, tail)
  }

  static func splitExtension(_ path: String) -> (String, String) {
    let name = split(path).1
    let body = name.drop { $0 == "." }
    guard let dot = body.lastIndex(of: ".") else { return (path, "") }
    let suffix = String(body[dot...])
    return (String(path.dropLast(suffix.count)), suffix)
  }

  static func normalised(_ path: String) -> String {
    if path.isEmpty { return "." }
    let root = path.hasPrefix("//") && !path.hasPrefix("///") ? "//" : path.hasPrefix("/") ? "/" : ""
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." || root.isEmpty && parts.isEmpty || parts.last == ".." {
        parts.append(part)
      } else if !parts.isEmpty {
        parts.removeLast()
      }
    }
    let result = root + parts.joined(separator: "/")
    return result.isEmpty ? "." : result
  }

  static func expandUser(_ path: String) -> String {
    guard path.hasPrefix("~"), path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    var folder = String(cString: home)
    while folder.hasSuffix("/") { folder.removeLast() }
    let result = folder + path.dropFirst()
    return result.isEmpty ? "/" : result
  }

  private static func expandVariables(_ path: String) -> String {
    var result = ""
    var rest = path[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      var tail = rest[rest.index(after: dollar)...]
      let isBraced = tail.hasPrefix("{")
      if isBraced { tail.removeFirst() }
      let name = tail.prefix { isBraced ? $0 != "}" : $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      var after = tail[name.endIndex...]
      if isBraced, after.hasPrefix("}") { after.removeFirst() }
      if !name.isEmpty, let value = getenv(String(name)) {
        result += String(cString: value)
      } else {
        result += rest[dollar..<after.startIndex]
      }
      rest = after
    }
    return result + rest
  }

  /// The folder that all paths share.
  private static func common(_ paths: [String]) throws(Raised) -> String {
    guard let first = paths.first else { throw .valueError("commonpath() arg is an empty sequence") }
    let isAbsolute = first.hasPrefix("/")
    if paths.contains(where: { $0.hasPrefix("/") != isAbsolute }) { throw .valueError("Can't mix absolute and relative paths") }
    var shared = first.split(separator: "/").filter { $0 != "." }
    for path in paths.dropFirst() {
      let parts = path.split(separator: "/").filter { $0 != "." }
      let count = zip(shared, parts).prefix { $0 == $1 }.count
      shared = Array(shared.prefix(count))
    }
    return (isAbsolute ? "/" : "") + shared.joined(separator: "/")
  }
}
