import Interpreter
import Tensors

/// The attributes of a tensor that are no operations.
enum TensorAttributes {
  static func add(to t: TypeBuilder<TensorObject>) {
    t.property("shape", "The sizes of the dimensions.") { object throws(Raised) in object.tensor.shape.asValue }
    t.property("dtype", "The type of the elements.") { object throws(Raised) in object.tensor.dtype.asValue }
    t.property("device", "Where the elements are kept: the CPU.") { _ throws(Raised) in DeviceObject.cpu.asValue }
    t.property("ndim", "The number of dimensions.") { object throws(Raised) in .int(object.tensor.dim) }
    t.property("itemsize", "Bytes per element.") { object throws(Raised) in .int(object.tensor.dtype.byteSize) }
    t.property("nbytes", "Bytes of all elements.") { object throws(Raised) in
      .int(object.tensor.elementCount &* object.tensor.dtype.byteSize)
    }
    t.property("layout", "Always dense.") { _ throws(Raised) in LayoutObject.strided.asValue }
    t.property("name", "Always None.") { _ throws(Raised) in .none }
    t.property("_version", "How often the elements were changed in place.") { object throws(Raised) in
      .int(object.tensor.storage.version)
    }
    for name in [
      "is_cuda", "is_sparse", "is_quantized", "is_meta", "is_mps", "is_xpu", "is_nested", "is_sparse_csr", "is_mkldnn",
    ] {
      t.property(name, "Always False.") { _ throws(Raised) in .bool(false) }
    }
    t.property("is_cpu", "Always True.") { _ throws(Raised) in .bool(true) }
    t.property("real", "The tensor itself, which is real.") { object throws(Raised) in object.asValue }
    t.property("imag") { _ throws(Raised) in
      throw .typeError("imag is not implemented for tensors with non-complex dtypes.")
    }
    addAutograd(to: t)
  }

  private static func addAutograd(to t: TypeBuilder<TensorObject>) {
    t.property("is_leaf", "Whether no recorded operation made the tensor.") { object throws(Raised) in
      .bool(object.tensor.isLeaf)
    }
    t.property("output_nr") { _ throws(Raised) in .int(0) }
    t.property("grad_fn", "The recorded operation that made the tensor.") { object throws(Raised) in
      object.tensor.gradFn.map { NodeObject.of($0).asValue } ?? .none
    }
    t.property("retains_grad", "Whether the gradient is kept although the tensor is no leaf.") { object throws(Raised) in
      .bool(object.tensor.retainsGrad)
    }
    t.property(
      "requires_grad", "Whether gradients flow into the tensor.",
      { object throws(Raised) in .bool(object.tensor.requiresGrad) },
      set: { object, value throws(Raised) in
        guard let flag = value.boolValue else { throw .runtimeError("requires_grad must be a bool") }
        if flag, !object.tensor.dtype.isFloatingPoint {
          throw .runtimeError("only Tensors of floating point and complex dtype can require gradients")
        }
        _ = try converting { () throws(TensorError) in try object.tensor.setRequiresGrad(flag) }
      })
    t.property(
      "grad", "The gradient, once `backward` has run.",
      { object throws(Raised) in
        let x = object.tensor
        if let grad = x.grad { return grad.asValue }
        if x.requiresGrad && !x.isLeaf && !x.retainsGrad {
          try Interpreter.current.warn(
            "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during "
              + "autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the "
              + "non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See "
              + "github.com/pytorch/pytorch/pull/30531 for more information.")
        }
        return .none
      },
      set: { object, value throws(Raised) in
        if value.tensor == nil && !value.isNone {
          throw .typeError("assigned grad expected to be a Tensor or None but got grad of type \(value.type.name)")
        }
        try converting { () throws(TensorError) in try object.tensor.setGrad(value.tensor) }
      })
    t.property(
      "data", "The elements without history.", { object throws(Raised) in object.tensor.data.asValue },
      set: { object, value throws(Raised) in
        guard let source = value.tensor else {
          throw .typeError("Variable data has to be a tensor, but got \(value.type.name)")
        }
        object.tensor.become(source)
      })
  }
}

/// `torch.strided`, the only layout.
final class LayoutObject: Object {
  let name: String
  private init(_ name: String) {
    self.name = name
    super.init(LayoutObject.typeObject)
  }
  static let strided = LayoutObject("torch.strided")
  static let typeObject: TypeObject = TypeObject.native("layout", module: "torch", of: LayoutObject.self) { t in
    t.slots.repr = { value throws(Raised) in value.cast(to: LayoutObject.self)?.name ?? "" }
  }
}

/// A node of the autograd graph: what `grad_fn` gives.
final class NodeObject: Object {
  let node: Node

  private init(_ node: Node) {
    self.node = node
    super.init(NodeObject.type(named: node.name))
  }

  static func of(_ node: Node) -> NodeObject { NodeObject(node) }

  nonisolated(unsafe) private static var types: [String: TypeObject] = [:]

  private static func type(named name: String) -> TypeObject {
    if let known = types[name] { return known }
    let type = TypeObject.native(name, module: "", of: NodeObject.self) { t in
      t.method("name(self)", "The name of the operation.") { object, _ throws(Raised) in .string(object.node.name) }
      t.slots.repr = { value throws(Raised) in "<\(name) object at \(address(of: value))>" }
      t.slots.hash = { value throws(Raised) in value.cast(to: NodeObject.self).map { ObjectIdentifier($0.node).hashValue } ?? 0
      }
      t.slots.compare = { op, lhs, rhs throws(Raised) in
        guard let a = lhs.cast(to: NodeObject.self), let b = rhs.cast(to: NodeObject.self) else { return nil }
        switch op {
        case .equal: return .bool(a.node === b.node)
        case .notEqual: return .bool(a.node !== b.node)
        default: return nil
        }
      }
    }
    types[name] = type
    return type
  }

  private static func address(of value: Value) -> String {
    guard let object = value.cast(to: NodeObject.self) else { return "0x0" }
    return "0x" + String(UInt(bitPattern: Unmanaged.passUnretained(object.node).toOpaque()), radix: 16)
  }
}
