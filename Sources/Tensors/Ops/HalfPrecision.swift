// float16 is stored, converted, viewed and printed as it is. Everything else is computed in float32 and rounded once an operation, as
// PyTorch does on CPUs: here, before an op's body runs, so that no kernel has to know the type.

extension Op {
  /// The ops that treat the elements of all dtypes alike, views above all: for float16 too they run as they are.
  private static let sameForAllDTypes: Set<String> = [
    "to", "float", "double", "half", "long", "int", "short", "char", "byte", "bool", "type_as", "item", "tolist", "numel",
    "dim", "ndim",
    "shape", "dtype", "size", "stride", "storage_offset", "element_size", "data_ptr", "is_contiguous", "is_floating_point",
    "copy_",
    "fill_", "zero_", "unsqueeze_", "squeeze_", "t_", "view", "reshape", "view_as", "reshape_as", "transpose", "t", "T", "mT",
    "permute",
    "squeeze", "unsqueeze", "expand", "expand_as", "broadcast_to", "flatten", "ravel", "unflatten", "narrow", "select",
    "diagonal",
    "as_strided", "movedim", "contiguous", "clone", "detach", "split", "chunk", "unbind", "zeros", "ones", "full", "empty",
    "zeros_like", "ones_like", "full_like", "empty_like", "new_zeros", "new_ones", "new_full", "new_empty", "cat", "stack",
  ]

  /// Whether a call has to take the way through float32.
  @inline(__always)
  func needsDetourForHalf(_ positional: [OpValue], _ keywords: [(name: String, value: OpValue)]) -> Bool {
    for value in positional where value.isHalf { return !Op.sameForAllDTypes.contains(name) }
    for keyword in keywords where keyword.value.isHalf { return !Op.sameForAllDTypes.contains(name) }
    return false
  }

  /// The op computed in float32, its floating-point results rounded to float16 where they would have that type.
  func callInSinglePrecision(
    _ positional: [OpValue], keywords: [(name: String, value: OpValue)]
  ) throws(TensorError) -> OpValue {
    var types = TypePromotion()
    var asks = false
    var single: [OpValue] = []
    for value in positional { single.append(try value.fromHalf(&types, &asks)) }
    var named: [(name: String, value: OpValue)] = []
    for keyword in keywords { named.append((keyword.name, try keyword.value.fromHalf(&types, &asks))) }
    let result = try self(single, keywords: named)
    if name.hasSuffix("_"), case .tensor(let receiver)? = positional.first {
      guard receiver.dtype == .float16, case .tensor(let changed) = result else { return positional[0] }
      try receiver.assignInPlace(changed.to(.float16))
      return positional[0]
    }
    return asks || types.dtype == .float16 ? try result.roundedToHalf() : result
  }
}

extension OpValue {
  /// Whether a float16 tensor, or float16 itself, is meant.
  @inline(__always)
  fileprivate var isHalf: Bool {
    switch self {
    case .tensor(let tensor): tensor.dtype == .float16
    case .dtype(let dtype): dtype == .float16
    case .list(let items), .tuple(let items): items.first.map { $0.isTensor } ?? false && items.contains { $0.isHalf }
    default: false
    }
  }

  private var isTensor: Bool { if case .tensor = self { true } else { false } }

  /// The value with float32 in place of float16; notes the dtypes of tensors, and whether float16 was asked for by name.
  fileprivate func fromHalf(_ types: inout TypePromotion, _ asks: inout Bool) throws(TensorError) -> OpValue {
    switch self {
    case .tensor(let tensor):
      types.add(tensor)
      return tensor.dtype == .float16 ? .tensor(try tensor.to(.float32)) : self
    case .dtype(.float16):
      asks = true
      return .dtype(.float32)
    case .list(let items), .tuple(let items):
      guard items.first?.isTensor ?? false else { return self }
      var converted: [OpValue] = []
      for item in items { converted.append(try item.fromHalf(&types, &asks)) }
      if case .list = self { return .list(converted) }
      return .tuple(converted)
    default: return self
    }
  }

  /// The value with its float32 tensors rounded.
  fileprivate func roundedToHalf() throws(TensorError) -> OpValue {
    func rounded(_ items: [OpValue]) throws(TensorError) -> [OpValue] {
      var result: [OpValue] = []
      for item in items { result.append(try item.roundedToHalf()) }
      return result
    }
    switch self {
    case .tensor(let tensor): return tensor.dtype == .float32 ? .tensor(try tensor.to(.float16)) : self
    case .list(let items): return .list(try rounded(items))
    case .tuple(let items): return .tuple(try rounded(items))
    case .named(let type, let items): return .named(type, try rounded(items))
    default: return self
    }
  }
}

extension Operand {
  @inline(__always)
  var isHalf: Bool { if case .tensor(let tensor) = self { tensor.dtype == .float16 } else { false } }

  fileprivate func fromHalf(_ types: inout TypePromotion) throws(TensorError) -> Operand {
    switch self {
    case .tensor(let tensor):
      types.add(tensor)
      return tensor.dtype == .float16 ? .tensor(try tensor.to(.float32)) : self
    case .scalar(let scalar):
      types.add(scalar)
      return self
    }
  }
}

extension BinaryOperator {
  /// The operator where one side is float16.
  func applyInSinglePrecision(_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
    var types = TypePromotion()
    let (x, y) = (try a.fromHalf(&types), try b.fromHalf(&types))
    let result = try apply(x, y)
    return types.dtype == .float16 && result.dtype == .float32 ? try result.to(.float16) : result
  }
}
