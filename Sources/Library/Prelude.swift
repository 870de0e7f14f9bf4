import Interpreter
import NN

/// The names that need no import at the prompt and with `-c`: the usual aliases, the layers, the tensor types.
enum Prelude {
  private static let aliases = [
    ("torch", "torch"), ("nn", "torch.nn"), ("F", "torch.nn.functional"), ("optim", "torch.optim"),
  ]

  private static let tensorNames = [
    "Tensor", "tensor", "FloatTensor", "DoubleTensor", "LongTensor", "IntTensor", "ShortTensor", "CharTensor", "ByteTensor",
    "BoolTensor",
  ]

  static func install(into interpreter: Interpreter) {
    for (name, module) in aliases { add(PreludeName(nil, in: module), as: name, to: interpreter) }
    for name in ["Module", "Parameter"] + LayerRegistry.entries.map(\.name) {
      add(PreludeName(name, in: "torch.nn"), as: name, to: interpreter)
    }
    for name in tensorNames { add(PreludeName(name, in: "torch"), as: name, to: interpreter) }
  }

  private static func add(_ entry: PreludeName, as name: String, to interpreter: Interpreter) {
    interpreter.registerPreludeName(name) { interpreter throws(Raised) in try entry.find(interpreter) }
  }
}

/// Where a name of the prelude comes from: a module, or an attribute of one.
private final class PreludeName {
  private let name: String?
  private let module: String

  init(_ name: String?, in module: String) {
    self.name = name
    self.module = module
  }

  func find(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = try interpreter.importModule(self.module)
    guard let name else { return module }
    return try interpreter.attribute(module, name)
  }
}
