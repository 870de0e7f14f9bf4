import CKernels

extension Tensor {
  /// Positions as int64, refusing other kinds of tensors.
  func positions(_ op: String) throws(TensorError) -> Tensor {
    guard dtype == .int64 || dtype == .int32 else { throw .runtime("\(op)(): Expected dtype int32/int64 for index") }
    return try converted(.int64).contiguous()
  }

  /// The slices at positions along a dimension.
  package func indexSelect(
    _ dim: Int, _ index: Tensor, node: String = "IndexSelectBackward0"
  ) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    guard index.shape.count <= 1 else {
      throw .index("index_select(): Index is supposed to be a vector, but got dim: \(index.shape.count)")
    }
    let places = try index.positions("index_select")
    let size = shape.count == 0 ? 1 : shape[d]
    let count = places.elementCount
    let p = places.int64Pointer
    guard lk_places_inside(p, Int64(count), 0, Int64(size)) else { throw .index("index out of range in self") }
    let out: Tensor
    if shape.count == 0 {
      out = try GradMode.off { try reshape([1]).expand([count]).clone().view(index.shape) }
    } else {
      var sizes = shape
      sizes[d] = count
      out = try Tensor(uninitialised: sizes, dtype: dtype)
      let source = try GradMode.off { try contiguous() }
      var inner = dtype.byteSize
      for i in (d + 1)..<Swift.max(shape.count, d + 1) { inner &*= shape[i] }
      var outer = 1
      for i in 0..<d { outer &*= shape[i] }
      let (from, to) = (source.rawPointer, out.rawPointer)
      let whole = count &* inner
      ParallelLoop.run(outer, grain: 1 + 4 * ParallelLoop.grain / (whole + 1)) { first, last in
        for o in first..<last {
          lk_copy_blocks(from + o &* size &* inner, p, Int64(count), Int64(inner), to + o &* whole)
        }
      }
    }
    let (own, type) = (shape, dtype)
    return out.record(node, self) { call in
      [try Tensor.spread(call.grad, d, places, in: own, type)]
    }
  }

  /// The tensor with `source`'s slices added at positions along a dimension.
  package func indexAdd(_ dim: Int, _ index: Tensor, _ source: Tensor, alpha: Scalar = 1) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    let places = try index.positions("index_add")
    guard dtype == source.dtype else {
      throw .runtime(
        "index_add_(): self (\(dtype.scalarName)) and source (\(source.dtype.scalarName)) must have the same scalar type")
    }
    let out = try Tensor(uninitialised: shape, dtype: dtype)
    out.copyElements(from: self)
    if shape.count == 0 {
      for _ in 0..<places.elementCount {
        out.accumulateElements(from: source.shape.count == 0 ? source : source.selected(0, 0))
      }
    } else {
      let count = places.elementCount
      guard source.shape.count == shape.count, source.shape[d] == count else {
        throw .index(
          "index_add_(): Number of indices (\(count)) should be equal to source.size(dim): (\(source.shape.count > d ? source.shape[d] : 0)), for dim: \(d)"
        )
      }
      for i in 0..<shape.count where i != d && shape[i] != source.shape[i] {
        throw .runtime(
          "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = \(shape) source.shape = \(source.shape)"
        )
      }
      let p = places.int64Pointer
      guard lk_places_inside(p, Int64(count), 0, Int64(shape[d])) else { throw .index("index out of range in self") }
      let scaled = alpha == .int(1) ? source : try GradMode.off { try source.mul(alpha) }
      if dtype == .float32 {
        try out.addSlices(d, p, count, scaled.plainCopy())
      } else {
        for i in 0..<count { out.selected(d, Int(p[i])).accumulateElements(from: scaled.selected(d, i)) }
      }
    }
    return out.record("IndexAddBackward0", self, source) { call in
      [call.grad, call.needs(1) ? try call.grad.indexSelect(d, places).mul(alpha).view(source.shape) : nil]
    }
  }

  /// Zeros with slices added at positions along a dimension: the gradient of picking them.
  static func spread(
    _ slices: Tensor, _ dim: Int, _ places: Tensor, in whole: Shape, _ type: DType
  ) throws(TensorError) -> Tensor {
    let out = try Tensor.zeros(whole, dtype: type)
    guard type == .float32, slices.dtype == type, !slices.isRecorded, whole.count > 0, slices.shape.count == whole.count,
      slices.shape[dim] == places.elementCount
    else { return try out.indexAdd(dim, places, slices) }
    // The positions have been checked on the way forward.
    try out.addSlices(dim, places.int64Pointer, places.elementCount, slices.plainCopy())
    return out
  }

  /// Adds slices of a row-major float32 tensor to this one, in the order of their positions.
  private func addSlices(_ dim: Int, _ places: UnsafePointer<Int64>, _ count: Int, _ source: Tensor) {
    let inner = shape.suffix(from: dim + 1).reduce(1, *)
    let outer = shape.prefix(dim).reduce(1, *)
    let (from, to, size) = (source.pointer(Float.self), pointer(Float.self), shape[dim])
    ParallelLoop.run(outer, grain: 1 + ParallelLoop.grain / (count &* inner + 1)) { first, last in
      for o in first..<last {
        lk_add_rows_f32(
          from + o &* count &* inner, Int64(inner), places, Int64(count), Int64(inner), to + o &* size &* inner)
      }
    }
  }

  /// The tensor with `source`'s slices put at positions along a dimension.
  package func indexCopy(_ dim: Int, _ index: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    let places = try index.positions("index_copy")
    let result = try clone()
    for (i, p) in try places.values(Int.self).enumerated() {
      guard p >= 0, shape.count > 0, p < shape[d], source.shape.count > d, i < source.shape[d] else {
        throw .index(
          "index_copy_(): index \(p) is out of bounds for dimension \(d) with size \(shape.count > d ? shape[d] : 1)")
      }
      try result.select(d, p).copyInPlace(source.select(d, i))
    }
    return result
  }

  /// The tensor with a number at positions along a dimension.
  package func indexFill(_ dim: Int, _ index: Tensor, _ value: Scalar) throws(TensorError) -> Tensor {
    let d = try normalised(dim)
    let places = try index.positions("index_fill")
    let result = try clone()
    for p in try places.values(Int.self) {
      guard shape.count > 0, p >= -shape[d], p < shape[d] else {
        throw .index("index \(p) is out of bounds for dimension \(d) with size \(shape.count > d ? shape[d] : 1)")
      }
      try result.select(d, p).fillInPlace(value)
    }
    return result
  }
}
