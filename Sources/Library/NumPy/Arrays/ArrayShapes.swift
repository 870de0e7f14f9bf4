import Interpreter
import Tensors

/// Views of an array under other sizes.
enum ArrayShapes {
  /// An op whose result is a tensor.
  static func op(_ name: String, _ arguments: OpValue...) throws(Raised) -> Tensor {
    try converting { () throws(TensorError) in
      guard case .tensor(let tensor) = try Ops.call(name, arguments) else { throw .notImplemented("'\(name)' gives no array") }
      return tensor
    }
  }

  static func reshaped(_ x: Tensor, _ sizes: [Value], order: String = "C") throws(Raised) -> Tensor {
    var shape: [Int] = []
    for size in sizes { shape.append(try Interpreter.current.index(size)) }
    guard shape.filter({ $0 < 0 }).count <= 1 else { throw .valueError("can only specify one unknown dimension") }
    var known = 1
    var overflows = false
    for size in shape where size >= 0 {
      let (product, overflow) = known.multipliedReportingOverflow(by: size)
      (known, overflows) = (product, overflows || overflow)
    }
    let hasUnknown = shape.contains { $0 < 0 }
    let fits = hasUnknown ? known > 0 && x.elementCount % known == 0 : known == x.elementCount
    guard fits, !overflows else {
      throw .valueError("cannot reshape array of size \(x.elementCount) into shape \(ArrayText.tuple(Shape(shape)).spaceless)")
    }
    let target = shape.map { $0 < 0 ? x.elementCount / known : $0 }
    if order == "F" {
      let turned = try transposed(x, nil)
      return try transposed(view(turned, Shape(target.reversed())), nil)
    }
    return try view(x, Shape(target))
  }

  /// The elements under other sizes of the same product: shared where the strides allow it.
  static func view(_ x: Tensor, _ shape: Shape) throws(Raised) -> Tensor {
    if x.isContiguous { return x.alias(shape: shape, strides: shape.contiguousStrides, elementOffset: x.elementOffset) }
    if x.hasNegativeStride || x.elementCount == 0 {
      let copy = try StridedElements.copy(of: x)
      return copy.alias(shape: shape, strides: shape.contiguousStrides, elementOffset: copy.elementOffset)
    }
    return try op("reshape", .tensor(x), .size(shape))
  }

  static func transposed(_ x: Tensor, _ axes: [Value]?) throws(Raised) -> Tensor {
    var order = Array((0..<x.dim).reversed())
    if let axes {
      if axes.count != x.dim { throw .valueError("axes don't match array") }
      order = []
      for axis in axes {
        let dim = try ArrayArguments.axis(axis, x.dim)
        if order.contains(dim) { throw .valueError("repeated axis in transpose") }
        order.append(dim)
      }
    }
    return x.alias(
      shape: Shape(order.map { x.shape[$0] }), strides: Shape(order.map { x.strides[$0] }), elementOffset: x.elementOffset)
  }

  static func swapped(_ x: Tensor, _ a: Value, _ b: Value) throws(Raised) -> Tensor {
    var order = Array(0..<x.dim)
    order.swapAt(try ArrayArguments.axis(a, x.dim, name: "axis1: "), try ArrayArguments.axis(b, x.dim, name: "axis2: "))
    return try transposed(x, order.map { .int($0) })
  }

  static func squeezed(_ x: Tensor, _ axis: Value) throws(Raised) -> Tensor {
    let axes = try ArrayArguments.axes(axis, x.dim)
    if let axes, axes.contains(where: { x.shape[$0] != 1 }) {
      throw .valueError("cannot select an axis to squeeze out which has size not equal to one")
    }
    func isKept(_ d: Int) -> Bool {
      guard let axes else { return x.shape[d] != 1 }
      return !axes.contains(d)
    }
    let kept = (0..<x.dim).filter { isKept($0) }
    return x.alias(
      shape: Shape(kept.map { x.shape[$0] }), strides: Shape(kept.map { x.strides[$0] }), elementOffset: x.elementOffset)
  }

  static func expanded(_ x: Tensor, _ axis: Value) throws(Raised) -> Tensor {
    let given = axis.sequence ?? [axis]
    var axes: [Int] = []
    for axis in given { axes.append(try ArrayArguments.axis(axis, x.dim + given.count)) }
    if Set(axes).count != axes.count { throw .valueError("repeated axis") }
    var shape = Array(x.shape)
    var strides = Array(x.strides)
    for dim in axes.sorted() {
      shape.insert(1, at: dim)
      strides.insert(0, at: dim)
    }
    return x.alias(shape: Shape(shape), strides: Shape(strides), elementOffset: x.elementOffset)
  }

  /// The elements in one dimension, shared where they lie together.
  static func flat(_ x: Tensor) -> Tensor {
    let dense = StridedElements.dense(x)
    return dense.alias(shape: [dense.elementCount], strides: [1], elementOffset: dense.elementOffset)
  }

  /// Turned round along some dimensions.
  static func flipped(_ x: Tensor, _ axes: [Int]) -> Tensor {
    var strides = x.strides
    var offset = x.elementOffset
    for d in axes where x.shape[d] > 0 {
      offset += (x.shape[d] - 1) &* x.strides[d]
      strides[d] = -x.strides[d]
    }
    return x.alias(shape: x.shape, strides: strides, elementOffset: offset)
  }
}
