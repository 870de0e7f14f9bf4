import Glibc
import Syntax

/// `import`: native modules that are built when first asked for, then `.py` files on the search path.
extension Interpreter {
  /// Imports a module by its dotted name and returns it (`a.b`, not `a`).
  package func importModule(_ name: String) throws(Raised) -> Value {
    if let known = modules.get(StrObject(name)) { return known }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1 {
      let parent = parts.dropLast().joined(separator: ".")
      let holder = try importModule(parent)
      if let known = modules.get(StrObject(name)) { return known }
      let module = try loadModule(name, leaf: parts[parts.count - 1], parent: holder)
      if let holder = holder.cast(to: ModuleObject.self) { holder.set(parts[parts.count - 1], module) }
      return module
    }
    return try loadModule(name, leaf: name, parent: nil)
  }

  private func loadModule(_ name: String, leaf: String, parent: Value?) throws(Raised) -> Value {
    if let build = moduleBuilders[name] {
      // A module being built that asks for itself, or for a part of itself.
      guard modulesUnderWay.insert(name).inserted else {
        throw Raised(.importError, "partially initialized module '\(name)' is imported again (most likely due to a circular import)")
      }
      defer { modulesUnderWay.remove(name) }
      let module = try build(self)
      modules.set(StrObject(name), module)
      return module
    }
    var folders = searchPath
    if let parent, let paths = try attributeIfPresent(parent, "__path__") {
      folders = try elements(of: paths).compactMap(\.stringValue)
    } else if parent != nil {
      throw notFound(
        name, "No module named '\(name)'; '\(name.split(separator: ".").dropLast().joined(separator: "."))' is not a package")
    } else if let system = modules.get("sys"), let paths = try attributeIfPresent(system, "path"), let list = paths.sequence {
      folders = list.compactMap(\.stringValue)
    }
    for folder in folders {
      let base = folder.isEmpty ? leaf : folder + "/" + leaf
      if let text = Interpreter.readFile(base + ".py") { return try runModule(name, text, path: base + ".py", package: nil) }
      if let text = Interpreter.readFile(base + "/__init__.py") {
        return try runModule(name, text, path: base + "/__init__.py", package: base)
      }
    }
    throw notFound(name, "No module named '\(name)'")
  }

  private func notFound(_ name: String, _ message: String) -> Raised {
    let error = Raised(.moduleNotFoundError, message)
    error.exception.setOwnAttribute("name", .string(name))
    return error
  }

  /// The bytes of a regular file; nil when there is none.
  static func readFile(_ path: String) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY)
    if file < 0 { return nil }
    defer { Glibc.close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count <= 0 { break }
      bytes.append(contentsOf: buffer[0..<count])
    }
    return bytes
  }

  private func runModule(_ name: String, _ bytes: [UInt8], path: String, package: String?) throws(Raised) -> Value {
    let module = ModuleObject(name)
    module.set("__file__", .string(path))
    module.set("__builtins__", .object(builtins))
    if let package { module.set("__path__", .list([.string(package)])) }
    module.set("__package__", .string(package != nil ? name : name.split(separator: ".").dropLast().joined(separator: ".")))
    modules.set(StrObject(name), .object(module))
    do throws(Raised) {
      let code = try compile(SourceFile(name: path, bytes: bytes), mode: .file)
      _ = try runCode(code, globals: module.namespace, locals: nil)
    } catch {
      modules.remove(StrObject(name))
      throw error
    }
    return modules.get(StrObject(name)) ?? .object(module)
  }

  /// Runs a module that is written in the language itself and returns it.
  package func runModule(_ name: String, source: String) throws(Raised) -> Value {
    let module = ModuleObject(name)
    module.set("__builtins__", .object(builtins))
    modules.set(StrObject(name), .object(module))
    let code = try compile(SourceFile(name: "<\(name)>", text: source), mode: .file)
    _ = try runCode(code, globals: module.namespace, locals: nil)
    return .object(module)
  }

  // MARK: Instructions

  @inline(never) func importName(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    var name = code.takeUnretainedValue().names[Int(i.pointee.b)].string
    let level = Int(i.pointee.d)
    if level > 0 {
      let globals = currentGlobals(R).takeUnretainedValue()
      var package = globals.get("__package__")?.stringValue ?? ""
      if package.isEmpty { throw Raised(.importError, "attempted relative import with no known parent package") }
      for _ in 1..<max(level, 1) {
        guard let dot = package.lastIndex(of: ".") else {
          throw Raised(.importError, "attempted relative import beyond top-level package")
        }
        package = String(package[..<dot])
      }
      name = name.isEmpty ? package : package + "." + name
    }
    let module = try importModule(name)
    if i.pointee.c == -1, let dot = name.firstIndex(of: ".") {
      (R + Int(i.pointee.a)).pointee = try importModule(String(name[..<dot]))
    } else {
      (R + Int(i.pointee.a)).pointee = module
    }
  }

  @inline(never) func importFrom(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let module = R[Int(i.pointee.b)]
    let name = code.takeUnretainedValue().names[Int(i.pointee.c)].string
    if let value = try attributeIfPresent(module, name) {
      (R + Int(i.pointee.a)).pointee = value
      return
    }
    if let holder = module.cast(to: ModuleObject.self) {
      let full = "\(holder.name).\(name)"
      if moduleBuilders[full] != nil || holder.namespace.get("__path__") != nil {
        do throws(Raised) {
          (R + Int(i.pointee.a)).pointee = try importModule(full)
          return
        } catch {
          guard error.exception.type.isSubtype(of: .moduleNotFoundError) else { throw error }
        }
      }
      let place = holder.namespace.get(Names.file)?.stringValue ?? "unknown location"
      let error = Raised(.importError, "cannot import name '\(name)' from '\(holder.name)' (\(place))")
      error.exception.setOwnAttribute("name", .string(holder.name))
      throw error
    }
    throw Raised(.importError, "cannot import name '\(name)'")
  }

  @inline(never) func importStar(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    guard let module = R[Int(i.pointee.b)].cast(to: ModuleObject.self) else { return }
    let target = i.pointee.c == 1 ? (R + 1).with(DictObject.self) { $0 } : currentGlobals(R).takeUnretainedValue()
    if let all = module.namespace.get(Names.all) {
      for name in try elements(of: all).compactMap(\.stringValue) {
        target.set(StrObject.intern(name), try attribute(.object(module), name))
      }
      return
    }
    for (key, value) in module.namespace.pairs {
      if let key = key.cast(to: StrObject.self), !key.string.hasPrefix("_") { target.set(key.interned, value) }
    }
    for name in module.lazyNames.keys.sorted() where module.namespace.get(name) == nil {
      target.set(StrObject.intern(name), try attribute(.object(module), name))
    }
  }
}
