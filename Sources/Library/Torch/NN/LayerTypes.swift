import Interpreter
import NN
import Tensors

/// The classes of layers and losses, derived from the registry.
enum LayerTypes {
  nonisolated(unsafe) private static var known: [String: TypeObject] = ["Module": ModuleType.type]

  /// The class of that name, made at first use.
  static func type(named name: String) -> TypeObject? {
    if let type = known[name] { return type }
    guard let entry = LayerRegistry.entry(name) else { return nil }
    return make(entry)
  }

  /// The class of a module that the runtime made.
  static func type(of module: Module) -> TypeObject { type(named: module.layerName) ?? ModuleType.type }

  /// All classes, by name.
  static var all: [(name: String, type: TypeObject)] {
    LayerRegistry.entries.map { entry in (entry.name, known[entry.name] ?? make(entry)) }
  }

  private static func make(_ entry: LayerEntry) -> TypeObject {
    let text = entry.signature.text
    let parameters = text[(text.firstIndex(of: "(") ?? text.startIndex)...].dropFirst()
    let separator = parameters.first == ")" ? "" : ", "
    let type = TypeObject.native(
      entry.name, module: "torch.nn.modules.\(sourceModule(entry.name))", bases: [ModuleType.type], of: ModuleInstance.self
    ) { t in
      t.method("__init__(self\(separator)\(parameters)") { instance, call throws(Raised) in
        let module = try LayerTypes.construct(entry, call)
        instance.adopt(module)
        return .none
      }
      let doc = LayerDocumentation.text(of: entry.name)
      if !doc.isEmpty { t.doc = doc }
      ContainerMethods.add(entry.name, to: t)
      EmbeddingMethods.add(entry.name, to: t)
    }
    known[entry.name] = type
    return type
  }

  private static func construct(_ entry: LayerEntry, _ call: ScriptCall) throws(Raised) -> Module {
    let count = entry.signature.parameters.count
    var values: [OpValue?] = []
    values.reserveCapacity(count)
    for slot in 0..<count {
      let value = call[slot + 1]
      if value.isUnbound {
        values.append(nil)
      } else {
        if entry.signature.parameters[slot].name == "device" { try DeviceObject.checkCPU(value) }
        // Only the transformer's layers take functions.
        let takesFunction = entry.signature.parameters[slot].name == "activation"
        values.append(takesFunction ? try OpValue(hosting: value) : try LayerTypes.argument(value))
      }
    }
    return try converting { () throws(TensorError) in try entry.make(values) }
  }

  /// A constructor's argument; dictionaries of modules and iterables of them come as the registry expects them.
  private static func argument(_ value: Value) throws(Raised) -> OpValue {
    if let dictionary = value.cast(to: DictObject.self) { return .object(try named(dictionary), typeName: value.type.name) }
    if let tuple = value.cast(to: TupleObject.self), tuple.count == 1, let dictionary = tuple[0].cast(to: DictObject.self) {
      return .tuple([.object(try named(dictionary), typeName: "dict")])
    }
    if value.cast(to: IteratorObject.self) != nil {
      var items: [OpValue] = []
      for element in try Interpreter.current.elements(of: value) { items.append(try OpValue(element)) }
      return .list(items)
    }
    return try OpValue(value)
  }

  private static func named(_ dictionary: DictObject) throws(Raised) -> NamedModules {
    var members: [(name: String, value: OpValue)] = []
    for (key, value) in dictionary.pairs { members.append((key.stringValue ?? "", try OpValue(value))) }
    return NamedModules(members)
  }

  /// The file of `torch/nn/modules` that defines a class, as its repr shows it.
  private static func sourceModule(_ name: String) -> String {
    let rules: [(String, String)] = [
      ("Conv", "conv"), ("Pool", "pooling"), ("BatchNorm", "batchnorm"), ("InstanceNorm", "instancenorm"),
      ("Dropout", "dropout"),
      ("Loss", "loss"), ("Linear", "linear"), ("Pad", "padding"), ("Norm", "normalization"), ("Flatten", "flatten"),
      ("Embedding", "sparse"), ("RNN", "rnn"), ("LSTM", "rnn"), ("GRU", "rnn"), ("Sequential", "container"),
      ("ModuleList", "container"), ("ModuleDict", "container"), ("Parameter", "container"), ("Upsample", "upsampling"),
      ("Upsampling", "upsampling"), ("Pixel", "pixelshuffle"), ("Transformer", "transformer"),
    ]
    if name == "Identity" || name == "Bilinear" { return "linear" }
    return rules.first { name.contains($0.0) }?.1 ?? "activation"
  }
}

extension String {
  /// Whether a text occurs in this one.
  fileprivate func contains(_ part: String) -> Bool {
    let (own, wanted) = (Array(utf8), Array(part.utf8))
    guard own.count >= wanted.count else { return false }
    return (0...(own.count - wanted.count)).contains { Array(own[$0..<($0 + wanted.count)]) == wanted }
  }
}
