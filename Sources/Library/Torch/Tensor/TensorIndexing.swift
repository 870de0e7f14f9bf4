import Interpreter
import Tensors

/// `t[…]` and `t[…] = …`.
enum TensorIndexing {
  static func get(_ container: Value, _ index: Value) throws(Raised) -> Value {
    guard let x = container.tensor else { return .none }
    if case .int(let position) = index {
      return try converting { () throws(TensorError) in try x.row(position).asValue }
    }
    if let positions = positions(index), let element = x.element(at: positions) { return element.asValue }
    let items = try parts(of: index)
    return try converting { () throws(TensorError) in try x.item(at: items).asValue }
  }

  static func set(_ container: Value, _ index: Value, _ value: Value) throws(Raised) {
    guard let x = container.tensor else { return }
    if let positions = positions(index) {
      if let tensor = value.tensor {
        if x.isElement(tensor, at: positions) { return }
      } else if let scalar = value.scalar, x.setElement(at: positions, to: scalar) {
        return
      }
    }
    let items = try parts(of: index)
    let new: OpValue
    if let tensor = value.tensor ?? value.array {
      new = .tensor(tensor)
    } else if let scalar = value.scalar {
      new = OpValue(scalar)
    } else if value.sequence != nil {
      throw .typeError("can't assign a \(value.type.name) to a torch.\(x.dtype.scalarName)Tensor")
    } else {
      throw .typeError("can't assign a \(value.type.name) to a torch.\(x.dtype.scalarName)Tensor")
    }
    try converting { () throws(TensorError) in try x.setItem(at: items, to: new) }
  }

  /// The integers of a subscript that has nothing else.
  private static func positions(_ index: Value) -> Shape? {
    guard case .object(let object) = index, let tuple = object as? TupleObject, tuple.count <= 4 else { return nil }
    var result = Shape()
    for k in 0..<tuple.count {
      guard case .int(let position) = tuple[k] else { return nil }
      result.append(position)
    }
    return result
  }

  /// The items between the brackets; lists and arrays among them become index tensors or masks.
  private static func parts(of index: Value) throws(Raised) -> [OpValue] {
    if let tuple = index.cast(to: TupleObject.self) {
      var items: [OpValue] = []
      items.reserveCapacity(tuple.count)
      for element in tuple.elements { items.append(try part(element)) }
      return items
    }
    return [try part(index)]
  }

  private static func part(_ value: Value) throws(Raised) -> OpValue {
    switch value {
    case .int, .bool, .none: return try OpValue(value)
    case .object(let object):
      if object is ListObject || object is RangeObject || object is TupleObject || object is NDArrayObject {
        return .tensor(try NestedData.tensor(value, dtype: nil))
      }
      if object is TensorObject || object is SliceObject || value.isEllipsis { return try OpValue(value) }
      if let number = value.intValue { return .int(number) }
      if let (number, dtype) = ArrayScalar.parts(value), dtype.kind == .int { return .int(number.intValue) }
      throw invalid(value)
    default: throw invalid(value)
    }
  }

  private static func invalid(_ value: Value) -> Raised {
    if value.stringValue != nil { return .typeError("new(): invalid data type 'str'") }
    return .indexError(
      "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got \(value.type.name))"
    )
  }
}
