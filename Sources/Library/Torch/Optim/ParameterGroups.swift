import Interpreter
import Optim
import Tensors

/// The `params` argument of optimisers.
enum ParameterGroups {
  static func read(_ value: Value) throws(Raised) -> [ParameterGroup] {
    if value.tensor != nil {
      throw Raised(TensorError.notParameters("torch.\(value.tensor?.dtype.scalarName ?? "")Tensor"))
    }
    let elements: [Value]
    do {
      elements = try Interpreter.current.elements(of: value)
    } catch {
      // Python's own complaint, about a module say.
      throw error
    }
    if elements.contains(where: { $0.cast(to: DictObject.self) != nil }) {
      var groups: [ParameterGroup] = []
      for element in elements {
        guard let dictionary = element.cast(to: DictObject.self) else {
          throw .typeError("param_group must be a dict, but got \(element.type.displayName)")
        }
        groups.append(try group(dictionary))
      }
      return groups
    }
    return [ParameterGroup(parameters: try tensors(elements))]
  }

  /// A group from `{'params': …, 'lr': …}`.
  static func group(_ dictionary: DictObject) throws(Raised) -> ParameterGroup {
    guard let given = dictionary.get("params") else { throw .keyError("params") }
    let members = given.tensor != nil ? [given] : try Interpreter.current.elements(of: given)
    var options: [(name: String, value: OpValue)] = []
    for (key, value) in dictionary.pairs {
      if let name = key.stringValue, name != "params" { options.append((name, try OpValue(value))) }
    }
    return ParameterGroup(parameters: try tensors(members), options: options)
  }

  private static func tensors(_ values: [Value]) throws(Raised) -> [Tensor] {
    var found: [Tensor] = []
    for value in values {
      // `named_parameters()` is accepted too.
      if let pair = value.cast(to: TupleObject.self), pair.count == 2, let x = pair[1].tensor {
        found.append(x)
      } else if let x = value.tensor {
        found.append(x)
      } else {
        throw Raised(TensorError.notAParameter(value.type.displayName))
      }
    }
    return found
  }
}

/// One entry of `optimizer.param_groups`: a dictionary that the optimiser reads.
final class ParameterGroupObject: Object {
  let group: ParameterGroup

  init(_ group: ParameterGroup) {
    self.group = group
    super.init(ParameterGroupObject.typeObject)
  }

  private var entries: [(String, Value)] {
    [("params", .list(group.parameters.map(\.asValue)))] + group.options.map { ($0.name, Value($0.value)) }
  }

  private func find(_ key: Value) -> Value? {
    guard let name = key.stringValue else { return nil }
    return entries.first { $0.0 == name }?.1
  }

  static let typeObject: TypeObject = TypeObject.native("dict", of: ParameterGroupObject.self) { t in
    var slots = t.slots
    slots.length = { value throws(Raised) in value.cast(to: ParameterGroupObject.self)?.entries.count ?? 0 }
    slots.getItem = { value, key throws(Raised) in
      guard let found = value.cast(to: ParameterGroupObject.self)?.find(key) else { throw .keyError(key) }
      return found
    }
    slots.setItem = { value, key, new throws(Raised) in
      guard let object = value.cast(to: ParameterGroupObject.self), let name = key.stringValue else { throw .keyError(key) }
      if name == "params" {
        object.group.parameters = try Interpreter.current.elements(of: new).compactMap(\.tensor)
      } else {
        object.group[name] = try OpValue(new)
      }
    }
    slots.contains = { value, key throws(Raised) in value.cast(to: ParameterGroupObject.self)?.find(key) != nil }
    slots.iterate = { value throws(Raised) in
      ModuleTraversal.iterator((value.cast(to: ParameterGroupObject.self)?.entries ?? []).map { .string($0.0) })
    }
    slots.repr = { value throws(Raised) in
      try Interpreter.current.repr(.object(DictObject(value.cast(to: ParameterGroupObject.self)?.entries ?? [])))
    }
    t.slots = slots
    t.method("keys(self)") { object, _ throws(Raised) in .list(object.entries.map { .string($0.0) }) }
    t.method("values(self)") { object, _ throws(Raised) in .list(object.entries.map(\.1)) }
    t.method("items(self)") { object, _ throws(Raised) in .list(object.entries.map { .tuple([.string($0.0), $0.1]) }) }
    t.method("get(self, key, default=None)") { object, call throws(Raised) in object.find(call[1]) ?? call[2] }
  }
}
