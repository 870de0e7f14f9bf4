import Glibc

extension Tensor {
  /// Tensors put one after another along a dimension.
  package static func cat(_ tensors: [Tensor], _ dim: Int = 0) throws(TensorError) -> Tensor {
    guard let first = tensors.first else { throw .value("torch.cat(): expected a non-empty list of Tensors") }
    if let joined = try catOfFew(tensors, first, dim) { return joined }
    var promotion = TypePromotion()
    for tensor in tensors { promotion.add(tensor) }
    let type = promotion.dtype
    // Empty vectors have always been welcome, whatever the others' shapes.
    let present = tensors.filter { !($0.shape.count == 1 && $0.shape[0] == 0) }
    guard let model = present.first else { return try first.to(type) }
    for (i, tensor) in tensors.enumerated() where tensor.shape.count == 0 {
      throw .runtime("zero-dimensional tensor (at position \(i)) cannot be concatenated")
    }
    let d = try model.normalised(dim)
    var sizes = model.shape
    sizes[d] = 0
    for (i, tensor) in tensors.enumerated() where !(tensor.shape.count == 1 && tensor.shape[0] == 0) {
      guard tensor.shape.count == model.shape.count else {
        throw .runtime("Tensors must have same number of dimensions: got \(model.shape.count) and \(tensor.shape.count)")
      }
      for k in 0..<sizes.count where k != d && tensor.shape[k] != model.shape[k] {
        throw .runtime(
          "Sizes of tensors must match except in dimension \(d). Expected size \(model.shape[k]) but got size \(tensor.shape[k]) "
            + "for tensor number \(i) in the list.")
      }
      sizes[d] += tensor.shape[d]
    }
    let out = try Tensor(uninitialised: sizes, dtype: type)
    var start = 0
    var starts: [Int] = []
    for tensor in present {
      starts.append(start)
      var part = sizes
      part[d] = tensor.shape[d]
      out.alias(shape: part, strides: out.strides, elementOffset: tensor.elementCount > 0 ? start &* out.strides[d] : 0)
        .copyElements(from: tensor)
      start += tensor.shape[d]
    }
    let lengths = present.map { $0.shape[d] }
    let types = present.map(\.dtype)
    return out.record("CatBackward0", present) { call in
      var grads: [Tensor?] = []
      for i in 0..<starts.count {
        grads.append(call.needs(i) ? try call.grad.slice(d, start: starts[i], count: lengths[i]).to(types[i]) : nil)
      }
      return grads
    }
  }

  /// The common case of few elements in row-major order without a history, which needs no plan; nil for any other.
  private static func catOfFew(_ tensors: [Tensor], _ first: Tensor, _ dim: Int) throws(TensorError) -> Tensor? {
    let (rank, type) = (first.shape.count, first.dtype)
    guard rank > 0, first.elementCount > 0 else { return nil }
    let d = try first.normalised(dim)
    var sizes = first.shape
    sizes[d] = 0
    for tensor in tensors {
      guard tensor.isJoinedQuickly(type), tensor.shape.count == rank else { return nil }
      for k in 0..<rank where k != d && tensor.shape[k] != sizes[k] { return nil }
      sizes[d] &+= tensor.shape[d]
    }
    return try interleaved(tensors, sizes, first.shape.prefix(d).reduce(1, *))
  }

  /// Whether the elements may simply be copied: of this dtype, few, in row-major order, without a history.
  private func isJoinedQuickly(_ type: DType) -> Bool {
    dtype == type && isContiguous && elementCount < ParallelLoop.grain && !isRecorded
  }

  /// An equal share of each tensor in turn, `outer` times over.
  private static func interleaved(_ tensors: [Tensor], _ sizes: Shape, _ outer: Int) throws(TensorError) -> Tensor {
    let type = tensors[0].dtype
    let out = try Tensor(uninitialised: sizes, dtype: type)
    let row = out.elementCount / outer &* type.byteSize
    var target = out.rawPointer
    for tensor in tensors {
      let share = tensor.elementCount / outer &* type.byteSize
      let source = tensor.rawPointer
      for i in 0..<outer { memcpy(target + i &* row, source + i &* share, share) }
      target += share
    }
    return out
  }

  /// Tensors of one shape put side by side along a new dimension.
  package static func stack(_ tensors: [Tensor], _ dim: Int = 0) throws(TensorError) -> Tensor {
    guard let first = tensors.first else { throw .runtime("stack expects a non-empty TensorList") }
    for (i, tensor) in tensors.enumerated() where tensor.shape != first.shape {
      throw .runtime(
        "stack expects each tensor to be equal size, but got \(first.shape) at entry 0 and \(tensor.shape) at entry \(i)")
    }
    let d = try Shape.normalised(dim, rank: first.shape.count + 1)
    if first.elementCount > 0, tensors.allSatisfy({ $0.isJoinedQuickly(first.dtype) }) {
      var sizes = Shape()
      for i in 0...first.shape.count {
        if i == d { sizes.append(tensors.count) }
        if i < first.shape.count { sizes.append(first.shape[i]) }
      }
      return try interleaved(tensors, sizes, first.shape.prefix(d).reduce(1, *))
    }
    var widened: [Tensor] = []
    for tensor in tensors { widened.append(try tensor.unsqueeze(d)) }
    let out = try cat(widened, d)
    if out.node != nil, out.gradFn?.name == "CatBackward0" {
      let joined = out.detach()
      return joined.record("StackBackward0", tensors) { call in
        var grads: [Tensor?] = []
        for i in 0..<tensors.count { grads.append(call.needs(i) ? try call.grad.select(d, i).to(tensors[i].dtype) : nil) }
        return grads
      }
    }
    return out
  }

  /// Pieces of `size` along a dimension, the last one shorter.
  package func split(_ size: Int, _ dim: Int = 0) throws(TensorError) -> [Tensor] {
    guard shape.count > 0 else { throw .runtime("split expects at least a 1-dimensional tensor") }
    guard size >= 0 else { throw .runtime("split expects split_size be non-negative, but got split_size=\(size)") }
    let d = try normalised(dim)
    let n = shape[d]
    guard size > 0 || n == 0 else {
      throw .runtime("split_size can only be 0 if dimension size is 0, but got dimension size of \(n)")
    }
    if n == 0 { return [try slice(d, start: 0, count: 0)] }
    var pieces: [Tensor] = []
    var start = 0
    while start < n {
      pieces.append(try slice(d, start: start, count: Swift.min(size, n - start)).named("SplitBackward0", after: self))
      start += size
    }
    return pieces
  }

  /// Pieces of given sizes along a dimension.
  package func split(_ sizes: [Int], _ dim: Int = 0) throws(TensorError) -> [Tensor] {
    guard shape.count > 0 else { throw .runtime("split expects at least a 1-dimensional tensor") }
    let d = try normalised(dim)
    var total = 0
    for size in sizes {
      guard size >= 0 else {
        throw .runtime(
          "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=\(Shape(sizes))")
      }
      total = total.addingReportingOverflow(size).partialValue
    }
    guard total == shape[d] else {
      throw .runtime(
        "split_with_sizes expects split_sizes to sum exactly to \(shape[d]) (input tensor's size at dimension \(d)), but got "
          + "split_sizes=\(Shape(sizes))")
    }
    var pieces: [Tensor] = []
    var start = 0
    for size in sizes {
      pieces.append(try slice(d, start: start, count: size).named("SplitWithSizesBackward0", after: self))
      start += size
    }
    return pieces
  }

  /// At most `count` equal pieces along a dimension.
  package func chunk(_ count: Int, _ dim: Int = 0) throws(TensorError) -> [Tensor] {
    guard shape.count > 0 else { throw .runtime("chunk expects at least a 1-dimensional tensor") }
    guard count > 0 else { throw .runtime("chunk expects `chunks` to be greater than 0, got: \(count)") }
    let d = try normalised(dim)
    let size = (shape[d] - 1) / count + 1
    if shape[d] == 0 { return try split([Int](repeating: 0, count: Swift.min(count, 4096)), d) }
    return try split(size, d)
  }

  /// The slices along a dimension, which disappears.
  package func unbind(dim: Int = 0) throws(TensorError) -> [Tensor] {
    guard shape.count > 0 else { throw .index("Dimension specified as 0 but tensor has no dimensions") }
    let d = try normalised(dim)
    var result: [Tensor] = []
    result.reserveCapacity(shape[d])
    for i in 0..<shape[d] { result.append(selected(d, i).named("UnbindBackward0", after: self)) }
    return result
  }
}

extension Op {
  private static func list(_ tensors: [Tensor]) -> OpValue { .tuple(tensors.map { .tensor($0) }) }

  /// Tensors with at least one dimension, or two.
  private static func raised(_ tensors: [Tensor], to rank: Int) throws -> [Tensor] {
    try tensors.map { tensor in
      var result = tensor
      while result.shape.count < rank { result = try result.unsqueeze(0) }
      return result
    }
  }

  static let joining: [Op] = [
    Op(
      "cat(tensors: Tensors, dim: int = 0)", .function, "Tensors one after another.",
      example: "torch.cat([torch.tensor([1., 2.]), torch.tensor([3.])])", aliases: ["concat", "concatenate"]
    ) { call in .tensor(try Tensor.cat(call.tensors(0), call.int(1))) },
    Op(
      "stack(tensors: Tensors, dim: int = 0)", .function, "Tensors side by side along a new dimension.",
      example: "torch.stack([torch.tensor([1., 2.]), torch.tensor([3., 4.])])"
    ) { call in .tensor(try Tensor.stack(call.tensors(0), call.int(1))) },
    Op(
      "hstack(tensors: Tensors)", .function, "Tensors joined along columns.",
      example: "torch.hstack([torch.tensor([1., 2.]), torch.tensor([3.])])"
    ) { call in
      let tensors = try raised(call.tensors(0), to: 1)
      return .tensor(try Tensor.cat(tensors, tensors.first.map { $0.shape.count == 1 ? 0 : 1 } ?? 0))
    },
    Op(
      "vstack(tensors: Tensors)", .function, "Tensors joined along rows.",
      example: "torch.vstack([torch.tensor([1., 2.]), torch.tensor([3., 4.])])", aliases: ["row_stack"]
    ) { call in .tensor(try Tensor.cat(raised(call.tensors(0), to: 2), 0)) },
    Op(
      "split(input: Tensor, split_size_or_sections: ints, dim: int = 0)", .both, "Pieces along a dimension.",
      example: "torch.split(torch.tensor([1., 2., 3.]), 2)"
    ) { call in
      if let size = OpValue.asInt(call[1]) { return list(try call.tensor(0).split(size, call.int(2))) }
      return list(try call.tensor(0).split(call.ints(1), call.int(2)))
    }.or("split(input: Tensor, split_size: ints, dim: int = 0)") { call in
      if let size = OpValue.asInt(call[1]) { return list(try call.tensor(0).split(size, call.int(2))) }
      return list(try call.tensor(0).split(call.ints(1), call.int(2)))
    },
    Op(
      "chunk(input: Tensor, chunks: int, dim: int = 0)", .both, "Equal pieces along a dimension.",
      example: "torch.chunk(torch.tensor([1., 2., 3.]), 2)"
    ) { call in list(try call.tensor(0).chunk(call.int(1), call.int(2))) },
    Op(
      "unbind(input: Tensor, dim: int = 0)", .both, "The slices along a dimension.",
      example: "torch.unbind(torch.tensor([[1., 2.], [3., 4.]]))"
    ) { call in list(try call.tensor(0).unbind(dim: call.int(1))) },
  ]
}
