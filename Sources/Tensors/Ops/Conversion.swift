extension Tensor {
  /// The elements in another dtype; itself if it has that already.
  package func to(_ type: DType) throws(TensorError) -> Tensor {
    if dtype == type { return self }
    let out = try Tensor(uninitialised: shape, dtype: type)
    out.copyElements(from: self)
    let own = dtype
    return out.record("ToCopyBackward0", self) { call in
      [try call.grad.to(own)]
    }
  }

  /// A copy with memory of its own, row-major unless this tensor is a permutation without gaps, whose order is kept.
  package func clone() throws(TensorError) -> Tensor {
    let out = try emptyLike()
    out.copyElements(from: self)
    return out.record("CloneBackward0", self) { call in
      [call.grad]
    }
  }

  /// Uninitialised memory of this shape, in this tensor's order of dimensions if that is dense, else row-major.
  package func emptyLike(dtype type: DType? = nil) throws(TensorError) -> Tensor {
    let out = try Tensor(uninitialised: shape, dtype: type ?? dtype)
    if isContiguous || !isDensePermutation { return out }
    return out.alias(shape: shape, strides: strides, elementOffset: 0)
  }

  /// Whether the elements fill their memory without gaps or overlap, in some order of the dimensions.
  package var isDensePermutation: Bool {
    var expected = 1
    let order = (0..<shape.count).filter { shape[$0] != 1 }.sorted { strides[$0] < strides[$1] }
    for d in order {
      if strides[d] != expected { return false }
      expected &*= shape[d]
    }
    return true
  }

  /// The elements in row-major order; itself if they are.
  package func contiguous() throws(TensorError) -> Tensor {
    if isContiguous { return self }
    let out = try Tensor(uninitialised: shape, dtype: dtype)
    out.copyElements(from: self)
    return out.record("CloneBackward0", self) { call in
      [call.grad]
    }
  }

  /// The only element.
  package func item() throws(TensorError) -> Scalar {
    guard elementCount == 1 else {
      throw .runtime("a Tensor with \(elementCount) elements cannot be converted to Scalar")
    }
    var work = ItemWork(source: self)
    return try dtype.dispatch(&work)
  }

  private struct ItemWork: ElementWork {
    let source: Tensor
    mutating func run<T: Element>(_ type: T.Type) -> Scalar { source.pointer(T.self)[0].scalar }
  }

  /// The elements in row-major order, converted to a Swift type.
  package func values<T: Element>(_ type: T.Type) throws(TensorError) -> [T] {
    let source = try GradMode.off { try converted(T.dtype).contiguous() }
    return Array(UnsafeBufferPointer(start: source.pointer(T.self), count: source.elementCount))
  }

  /// Takes over the elements of `source`, broadcast and converted, in place.
  @discardableResult
  package func copyInPlace(_ source: Tensor) throws(TensorError) -> Tensor {
    try checkInPlace()
    let value = source.shape == shape ? source : try source.expand(shape)
    // Overlapping memory would be read after it was written.
    copyElements(from: value.storage === storage ? try GradMode.off { try value.clone() } : value)
    didMutate()
    let written = try value.to(dtype)
    if isRecorded && viewBase == nil {
      // The old history stays known, with zero gradients, as in PyTorch.
      let copied = alias()
      copied.record("CopyBackwards", [self, written]) { call in
        [call.needs(0) ? try call.grad.zerosLike() : nil, call.needs(1) ? call.grad : nil]
      }
      adoptHistory(of: copied)
    } else {
      adoptHistory(of: written)
    }
    return self
  }

  /// Sets all elements in place.
  @discardableResult
  package func fillInPlace(_ value: Scalar) throws(TensorError) -> Tensor {
    try checkInPlace()
    try value.checkFits(dtype, named: dtype.filledName)
    fillElements(value)
    didMutate()
    endHistory("FillBackward0")
    return self
  }

  /// Sets all elements to zero in place.
  @discardableResult
  package func zeroInPlace() throws(TensorError) -> Tensor { try fillInPlace(0) }
}
