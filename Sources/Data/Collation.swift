import Tensors

/// Makes one batch of items: tensors are stacked, numbers become tensors, tuples, lists and dictionaries are collated inside.
///
/// Texts stay as they are: a list, or, where they are a column of the items, the tuple that zipping made of it.
package func defaultCollate(_ items: [OpValue], isColumn: Bool = false) throws(TensorError) -> OpValue {
  guard let first = items.first else { throw .index("list index out of range") }
  switch first {
  case .tensor: return .tensor(try stacked(try tensors(items)))
  case .bool, .int, .float: return .tensor(try numbers(items))
  case .string: return isColumn ? .tuple(items) : .list(items)
  case .tuple(let members), .list(let members): return .list(try columns(items, count: members.count))
  case .object(let dictionary as DictionaryItem, _):
    var batch: [(key: String, value: OpValue)] = []
    for (key, _) in dictionary.members { batch.append((key, try defaultCollate(try values(items, under: key)))) }
    return DictionaryItem(batch).value
  default: throw .uncollatable(first)
  }
}

private func tensors(_ items: [OpValue]) throws(TensorError) -> [Tensor] {
  var tensors: [Tensor] = []
  for item in items {
    guard case .tensor(let tensor) = item else {
      throw .type("expected Tensor as element \(tensors.count) in argument 0, but got \(item.typeName)")
    }
    tensors.append(tensor)
  }
  return tensors
}

/// The number's dtype follows the first item, as far as the others fit it.
private func numbers(_ items: [OpValue]) throws(TensorError) -> Tensor {
  var bools: [Bool] = []
  var ints: [Int] = []
  var floats: [Double] = []
  for item in items {
    switch item {
    case .bool(let value):
      bools.append(value)
      ints.append(value ? 1 : 0)
      floats.append(value ? 1 : 0)
    case .int(let value):
      ints.append(value)
      floats.append(Double(value))
    case .float(let value): floats.append(value)
    case .string: throw .type("new(): invalid data type 'str'")
    default: throw .type("must be real number, not \(item.typeName)")
    }
  }
  if bools.count == items.count { return Tensor(bools) }
  if ints.count == items.count { return Tensor(ints) }
  if case .float = items[0] { return Tensor(floats) }
  return Tensor(floats.map { Float($0) })
}

private func columns(_ items: [OpValue], count: Int) throws(TensorError) -> [OpValue] {
  var columns = [[OpValue]](repeating: [], count: count)
  for item in items {
    let members: [OpValue]
    switch item {
    case .tuple(let found), .list(let found): members = found
    default: throw .type("object of type '\(item.typeName)' has no len()")
    }
    if members.count != count { throw .runtime("each element in list of batch should be of equal size") }
    for (column, member) in members.enumerated() { columns[column].append(member) }
  }
  var batch: [OpValue] = []
  for column in columns { batch.append(try defaultCollate(column, isColumn: true)) }
  return batch
}

private func values(_ items: [OpValue], under key: String) throws(TensorError) -> [OpValue] {
  var found: [OpValue] = []
  for item in items {
    guard case .object(let dictionary as DictionaryItem, _) = item,
      let value = dictionary.members.first(where: { $0.key == key })?.value
    else {
      throw TensorError(.key, key)
    }
    found.append(value)
  }
  return found
}

extension TensorError {
  static func uncollatable(_ item: OpValue) -> TensorError {
    let wanted = "batch must contain tensors, numpy arrays, numbers, dicts or lists"
    return .type("default_collate: \(wanted); found <class '\(item.typeName)'>")
  }
}
