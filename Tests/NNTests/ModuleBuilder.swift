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
    case .name(let name):
      guard let dtype = DType(named: String(name.dropFirst("torch.".count))) else { throw Unreadable() }
      return .dtype(dtype)
    case .list(let items): return .list(try items.map(value))
    case .tuple(let items): return .tuple(try items.map(value))
    case .dictionary(let members):
      return .object(NamedModules(try members.map { ($0.0, try value($0.1)) }), typeName: "dict")
    case .call(let name, let items, let named) where name == "torch.ones" || name == "torch.zeros" || name == "torch.empty":
      var dtype = DType.float32
      if let (_, given) = named.first(where: { $0.0 == "dtype" }), case .dtype(let found) = try value(given) { dtype = found }
      let shape = shape(items)
      return .tensor(name == "torch.ones" ? try Tensor.ones(shape, dtype: dtype) : try Tensor.zeros(shape, dtype: dtype))
    case .call("torch.tensor", let items, _):
      guard case .list(let numbers)? = items.first else { throw Unreadable() }
      let values = try numbers.map(value)
      let ints = values.compactMap { if case .int(let number) = $0 { number } else { nil } }
      if ints.count == values.count { return .tensor(Tensor(ints)) }
      return .tensor(Tensor(values.map { Float($0.scalar?.doubleValue ?? 0) }))
    case .application(let function, let items):
      guard let module = try value(function).module else { throw Unreadable() }
      return try module.call(ModuleCall(try items.map(value)))
    case .call(let name, let items, let named):
      guard let entry = LayerRegistry.entry(String(name.split(separator: ".").last ?? "")) else { throw Unreadable() }
      return .module(try entry.make(try items.map(value), keywords: try named.map { ($0.0, try value($0.1)) }))
    }
  }

  private static func shape(_ items: [CallText]) -> Shape {
    Shape(items.compactMap { if case .value(.int(let size)) = $0 { size } else { nil } })
  }
}
