import Interpreter
import Tensors

/// `torch.FloatTensor(…)`, `torch.LongTensor(…)`, `torch.Tensor(…)`: sizes or data.
enum LegacyConstructor {
  /// The classes by dtype.
  static let types: [(dtype: DType, type: TypeObject)] = DType.allCases.map { dtype in
    let type = TypeObject.native("\(dtype.scalarName)Tensor", module: "torch", of: TensorObject.self) { t in
      t.doc = "Makes a tensor of \(dtype.name) from sizes or from data."
      t.slots.construct = { _, call throws(Raised) in try make(dtype, call).asValue }
    }
    return (dtype, type)
  }

  /// The dtype that one of the classes, or its name, stands for.
  static func dtype(of value: Value) -> DType? {
    if let text = value.stringValue {
      return types.first { $0.type.displayName == text }?.dtype
    }
    return types.first { value.object === $0.type }?.dtype
  }

  static func make(_ dtype: DType, _ call: Arguments) throws(Raised) -> Tensor {
    for i in call.positionalCount..<call.count {
      guard call.keywordName(i) == "device" else {
        throw .typeError("new() received an unexpected keyword argument '\(call.keywordName(i))'")
      }
      try DeviceObject.checkCPU(call[i])
    }
    guard call.positionalCount > 0 else { return try zeros([0], dtype) }
    let first = call[0]
    if call.positionalCount == 1 {
      if let tensor = first.tensor {
        guard tensor.dtype == dtype else {
          throw .typeError(
            "expected torch.\(dtype.scalarName)Tensor (got torch.\(tensor.dtype.scalarName)Tensor)")
        }
        return tensor.detach()
      }
      if first.object?.type === SizeType.type { return try zeros((first.sequence ?? []).map { $0.intValue ?? 0 }, dtype) }
      if first.sequence != nil || first.array != nil || first.cast(to: RangeObject.self) != nil {
        return try NestedData.tensor(first, dtype: dtype)
      }
      if first.stringValue != nil { throw .typeError("new(): invalid data type 'str'") }
    }
    var sizes: [Int] = []
    for i in 0..<call.positionalCount {
      guard let size = OpValue.asInt(try OpValue(call[i])) else { throw invalid(call) }
      sizes.append(size)
    }
    return try zeros(sizes, dtype)
  }

  private static func zeros(_ sizes: [Int], _ dtype: DType) throws(Raised) -> Tensor {
    try converting { () throws(TensorError) in try Tensor.zeros(Shape(sizes), dtype: dtype) }
  }

  private static func invalid(_ call: Arguments) -> Raised {
    let names = (0..<call.positionalCount).map { call[$0].type.name }.joined(separator: ", ")
    return .typeError(
      "new() received an invalid combination of arguments - got (\(names)), but expected one of:\n * (*, torch.device device = None)\n"
        + " * (torch.Storage storage)\n * (Tensor other)\n * (tuple of ints size, *, torch.device device = None)\n"
        + " * (object data, *, torch.device device = None)\n")
  }
}

/// `x.new(…)` and class-level attributes of `torch.Tensor`.
enum TensorClassMethods {
  static func add(to t: TypeBuilder<TensorObject>) {
    t.doc = "An n-dimensional array of numbers of one type."
    t.method("new_tensor(self, data, dtype=None, device=None, requires_grad: bool = False)", "A new tensor of data.") {
      object, call throws(Raised) in
      let dtype = call.has(2) ? call[2].dtype : object.tensor.dtype
      let x = try NestedData.tensor(call[1], dtype: dtype)
      let flag = try call.bool(4)
      return try converting { () throws(TensorError) in try x.requiringGrad(flag).asValue }
    }
    let new = NativeFunction(unbound: "new(self, *args)", name: "new") { call throws(Raised) in
      guard let x = call[0].tensor else { return .none }
      return try LegacyConstructor.make(x.dtype, call.droppingFirst).asValue
    }
    new.kind = .method
    new.owner = t.type
    t.attribute("new", new.asValue)
  }
}
