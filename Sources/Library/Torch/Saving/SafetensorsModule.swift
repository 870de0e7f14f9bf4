import Interpreter
import Saving
import Tensors

/// `safetensors.torch`: tensors by name, in files that hold nothing else.
enum SafetensorsModule {
  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("safetensors") { _ throws(Raised) in
      let module = ModuleObject("safetensors", doc: "Tensors by name, in files that hold nothing else.")
      module.set("SafetensorError", SavingErrors.safetensors.asValue)
      module.lazily(["safe_open"], from: "_safe_open")
      return module.asValue
    }
    interpreter.registerModule("safetensors.torch", build)
  }

  private static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("safetensors.torch")
    module.function("save_file(tensors, filename, metadata=None)", "Writes tensors to a file.") { call throws(Raised) in
      let bytes = try bytes(of: call[0], metadata: call[2])
      try SavedFile(call[1]).write(bytes)
      return .none
    }
    module.function("save(tensors, metadata=None)", "Tensors as bytes.") { call throws(Raised) in
      .object(BytesObject(try bytes(of: call[0], metadata: call[1])))
    }
    module.function("load_file(filename, device='cpu')", "The tensors of a file, by name.") { call throws(Raised) in
      try DeviceObject.checkCPU(call[1])
      return try tensors(in: try SavedFile(call[0]).read())
    }
    module.function("load(data)", "The tensors in bytes, by name.") { call throws(Raised) in
      guard let data = call[0].cast(to: BytesObject.self) else { throw .typeError("expected bytes, not \(call[0].type.name)") }
      return try tensors(in: data.bytes)
    }
    return module.asValue
  }

  private static func bytes(of value: Value, metadata: Value) throws(Raised) -> [UInt8] {
    guard let dictionary = value.cast(to: DictObject.self) else {
      throw .valueError("Expected a dict of [str, torch.Tensor] but received \(value.type.displayName)")
    }
    var tensors: [(name: String, tensor: Tensor)] = []
    var owners: [ObjectIdentifier: String] = [:]
    for (key, value) in dictionary.pairs {
      guard let name = key.stringValue, let tensor = value.tensor else {
        throw .valueError(
          "Key `\(try Interpreter.current.str(key))` is invalid, expected torch.Tensor but received <class '\(value.type.displayName)'>"
        )
      }
      guard tensor.isContiguous else {
        throw .valueError(
          "You are trying to save a non contiguous tensor: `\(name)` which is not allowed. It either means you are trying to save "
            + "tensors which are reference of each other in which case it's recommended to save only the full tensors, and reslice at "
            + "load time, or simply call `.contiguous()` on your tensor to pack it before saving.")
      }
      if tensor.elementCount > 0, let other = owners.updateValue(name, forKey: ObjectIdentifier(tensor.storage)) {
        throw .runtimeError("Some tensors share memory, this will lead to duplicate memory on disk: ['\(other)', '\(name)']")
      }
      tensors.append((name, tensor))
    }
    let (entries, contents) = Safetensors.laidOut(tensors)
    let header = DictObject()
    if let notes = metadata.cast(to: DictObject.self) { header.set("__metadata__", notes.asValue) }
    for entry in entries {
      let description = DictObject()
      description.set("dtype", .string(entry.type))
      description.set("shape", .list(entry.shape.map { .int($0) }))
      description.set("data_offsets", .list([.int(entry.start), .int(entry.end)]))
      header.set(entry.name, description.asValue)
    }
    let interpreter = Interpreter.current
    let json = try interpreter.importModule("json")
    let text = try interpreter.call(
      try interpreter.attribute(json, "dumps"), [header.asValue],
      keywords: [("separators", .tuple([",", ":"])), ("ensure_ascii", false)])
    return Safetensors.file(header: text.stringValue ?? "{}", contents: contents)
  }

  private static func tensors(in bytes: [UInt8]) throws(Raised) -> Value {
    let (text, contents) = try saving { () throws(SavingError) in try Safetensors.split(bytes) }
    let interpreter = Interpreter.current
    let header: Value
    do throws(Raised) {
      header = try interpreter.callMethod(try interpreter.importModule("json"), "loads", [.string(text)])
    } catch {
      throw Raised(Safetensors.invalid("InvalidHeaderDeserialization: \(error.message)"))
    }
    guard let dictionary = header.cast(to: DictObject.self) else {
      throw Raised(Safetensors.invalid("InvalidHeaderDeserialization"))
    }
    var entries: [Safetensors.Entry] = []
    for (key, value) in dictionary.pairs {
      guard let name = key.stringValue, name != "__metadata__" else { continue }
      guard let fields = value.cast(to: DictObject.self), let type = fields.get("dtype")?.stringValue,
        let shape = numbers(fields.get("shape")), let places = numbers(fields.get("data_offsets")), places.count == 2
      else { throw Raised(Safetensors.invalid("InvalidHeaderDeserialization: \"\(name)\"")) }
      entries.append(Safetensors.Entry(name: name, type: type, shape: shape, start: places[0], end: places[1]))
    }
    let tensors = try saving { () throws(SavingError) in try Safetensors.tensors(entries, contents) }
    return .object(DictObject(tensors.map { ($0.name, $0.tensor.asValue) }))
  }

  private static func numbers(_ value: Value?) -> [Int]? {
    guard let items = value?.sequence else { return nil }
    let numbers = items.compactMap(\.intValue)
    return numbers.count == items.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
  }
}
