import Interpreter
import Tensors

/// The classes `torch.Tensor` and `torch.nn.Parameter`.
enum TensorType {
  /// What all tensors have: the methods and properties of the ops, and the operators.
  private static let base = TypeObject.native("TensorBase", module: "torch._C", of: TensorObject.self) { t in
    t.hasAttributes = true
    for op in OpRegistry.all {
      if op.homes.contains(.method) { add(op, to: t) }
      if op.homes.contains(.property) {
        t.property(op.name, op.summary) { object throws(Raised) in
          try converting { () throws(TensorError) in Value(try op([.tensor(object.tensor)])) }
        }
      }
    }
    TensorAttributes.add(to: t)
    TensorMethods.add(to: t)
    t.slots = protocolSlots(t.slots)
  }

  static let tensor = TypeObject.native("Tensor", module: "torch", bases: [base], of: TensorObject.self) { t in
    t.slots.construct = { type, call throws(Raised) in
      let made = try LegacyConstructor.make(.float32, call)
      return made.asValue
    }
    TensorClassMethods.add(to: t)
  }

  static let parameter = TypeObject.native("Parameter", module: "torch.nn.parameter", bases: [tensor], of: TensorObject.self) {
    t in
    t.doc = "A tensor that belongs to a module: what optimisers train."
    t.construct("Parameter(data=None, requires_grad: bool = True)") { _, call throws(Raised) in
      let data: Tensor
      if let given = call[0].tensor {
        data = given
      } else if call[0].isNone {
        data = try converting { () throws(TensorError) in try Tensor.zeros([0]) }
      } else {
        throw .attributeError("'\(call[0].type.name)' object has no attribute 'detach'")
      }
      let flag = try call.bool(1)
      return try converting { () throws(TensorError) in
        if flag && !data.dtype.isFloatingPoint {
          throw .runtime("Only Tensors of floating point and complex dtype can require gradients")
        }
        let parameter = data.detach()
        parameter.isParameter = true
        return try parameter.requiringGrad(flag).asValue
      }
    }
  }

  private static func add(_ op: Op, to t: TypeBuilder<TensorObject>) {
    let function = OpFunction.make(op, owner: t.type)
    for name in [op.name] + op.aliases { t.attribute(name, function.asValue) }
  }

  private static func protocolSlots(_ start: TypeSlots) -> TypeSlots {
    var slots = start
    slots.binary = TensorOperators.binary
    slots.inPlace = TensorOperators.inPlace
    slots.prefix = TensorOperators.prefix
    slots.compare = TensorOperators.compare
    slots.repr = { value throws(Raised) in value.tensor?.description ?? "" }
    slots.str = slots.repr
    slots.format = TensorText.format
    slots.hash = { value throws(Raised) in
      guard case .object(let object) = value else { return 0 }
      return Int(bitPattern: Unmanaged.passUnretained(object).toOpaque()) >> 4
    }
    slots.bool = { value throws(Raised) in try TensorNumber.bool(value) }
    slots.float = { value throws(Raised) in try TensorNumber.float(value) }
    slots.int = { value throws(Raised) in try TensorNumber.int(value) }
    slots.index = { value throws(Raised) in try TensorNumber.index(value) }
    slots.length = { value throws(Raised) in
      guard let x = value.tensor, x.dim > 0 else { throw .typeError("len() of a 0-d tensor") }
      return x.shape[0]
    }
    slots.iterate = { value throws(Raised) in
      guard let x = value.tensor, x.dim > 0 else { throw .typeError("iteration over a 0-d tensor") }
      let rows = try converting { () throws(TensorError) in try x.unbind(dim: 0) }
      var position = 0
      let advance: () throws(Raised) -> Value? = { () throws(Raised) -> Value? in
        guard position < rows.count else { return nil }
        position += 1
        return rows[position - 1].asValue
      }
      return IteratorObject(.iterator, advance).asValue
    }
    slots.contains = { container, item throws(Raised) in
      guard let x = container.tensor else { return false }
      let wanted: OpValue
      if let tensor = item.tensor {
        wanted = .tensor(tensor)
      } else if let scalar = item.scalar {
        wanted = OpValue(scalar)
      } else {
        throw .runtimeError(
          "Tensor.__contains__ only supports Tensor or scalar, but you passed in a <class '\(item.type.displayName)'>.")
      }
      guard let equal = Ops.named("eq") else { return false }
      return try converting { () throws(TensorError) in
        guard case .tensor(let mask) = try equal([.tensor(x), wanted]) else { return false }
        return try mask.values(Bool.self).contains(true)
      }
    }
    slots.getItem = TensorIndexing.get
    slots.setItem = TensorIndexing.set
    return slots
  }
}
