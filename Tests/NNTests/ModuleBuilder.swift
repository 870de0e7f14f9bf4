import Goldens
import NN
import Tensors

/// Makes the modules that recorded cases describe.
enum ModuleBuilder {
  struct Unreadable: Error {}

  /// The module that `code` makes.
  static func module(_ code: String) throws -> Module {
    guard let call = CallText(code), let module = try value(call).module else { throw Unreadable() }
    return module
  }

  static func value(_ text: CallText) throws -> OpValue {
    switch text {
    case .value(let value): return value
    case .name: throw Unreadable()
    case .list(let items): return .list(try items.map(value))
    case .tuple(let items): return .tuple(try items.map(value))
    case .dictionary(let members):
      return .object(NamedModules(try members.map { ($0.0, try value($0.1)) }), typeName: "dict")
    case .call("torch.ones", let items, _): return .tensor(try Tensor.ones(shape(items)))
    case .call("torch.zeros", let items, _): return .tensor(try Tensor.zeros(shape(items)))
    case .call(let name, let items, let named):
      guard let entry = LayerRegistry.entry(String(name.split(separator: ".").last ?? "")) else { throw Unreadable() }
      return .module(try entry.make(try items.map(value), keywords: try named.map { ($0.0, try value($0.1)) }))
    }
  }

  private static func shape(_ items: [CallText]) -> Shape {
    Shape(items.compactMap { if case .value(.int(let size)) = $0 { size } else { nil } })
  }
}
