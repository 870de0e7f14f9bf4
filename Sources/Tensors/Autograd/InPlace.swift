// In-place changes and views.
//
// An in-place operation is computed out of place, with its history, and then `assignInPlace` copies the elements and hands the
// history over. A tensor that is a view hands it to its base instead: the base's new history is CopySlices, and every view of the base
// rebuilds its own history from the base when next asked (the stamps tell when).

extension Tensor {
  /// Refuses changes of leaves that autograd watches, and of tensors whose elements share memory.
  package func checkInPlace() throws(TensorError) {
    if !isContiguous {
      for d in 0..<shape.count where strides[d] == 0 && shape[d] > 1 {
        throw .runtime(
          "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() "
            + "the tensor before performing the operation.")
      }
    }
    guard GradMode.isEnabled else { return }
    if leafRequiresGrad && node == nil { throw .leafChangedInPlace }
    if let base = viewBase, base.leafRequiresGrad, base.node == nil {
      throw .runtime("a view of a leaf Variable that requires grad is being used in an in-place operation.")
    }
  }

  /// Replaces all elements by those of `result`, which has this tensor's shape, and takes over its history.
  package func assignInPlace(_ result: Tensor) throws(TensorError) {
    try checkInPlace()
    guard result.shape == shape else {
      throw .runtime("output with shape \(shape) doesn't match the broadcast shape \(result.shape)")
    }
    var value = result
    if value.dtype != dtype {
      guard value.dtype.kind <= dtype.kind else { throw .cannotCast(value.dtype, to: dtype) }
      value = try value.to(dtype)
    }
    copyElements(from: value)
    didMutate()
    adoptHistory(of: value)
  }

  /// Takes over another arrangement of its own elements, such as `squeeze` gives, with the arrangement's history.
  @discardableResult
  package func rearrangeInPlace(_ view: Tensor) throws(TensorError) -> Tensor {
    if GradMode.isEnabled && leafRequiresGrad && node == nil { throw .leafChangedInPlace }
    become(view)
    if let made = view.node {
      node = made
      outputIndex = view.outputIndex
    }
    return self
  }

  /// Ends the history after all elements have been replaced by values that come from nowhere: no gradient goes further back.
  package func endHistory(_ name: String) {
    guard isRecorded else { return }
    let fresh = alias()
    fresh.record(name, self) { call in [try call.grad.zerosLike()] }
    adoptHistory(of: fresh)
  }

  /// Takes over the history of `value` after its elements have been written here.
  package func adoptHistory(of value: Tensor) {
    guard GradMode.isEnabled, dtype.isFloatingPoint, value.requiresGrad || requiresGrad else { return }
    guard let base = viewBase else {
      node = value.gradFn ?? value.copyNode()
      outputIndex = value.node != nil ? value.outputIndex : 0
      historyStamp &+= 1
      return
    }
    let geometry = ViewGeometry(of: self, in: base)
    let edges = [base.gradientEdge(), value.gradientEdge()]
    base.node = Node("CopySlices", edges: edges) { call in
      [
        call.needs(0) ? try call.grad.clearing(geometry) : nil,
        call.needs(1) ? try call.grad.selecting(geometry).clone() : nil,
      ]
    }
    base.outputIndex = 0
    base.historyStamp &+= 1
  }

  /// A node that hands the gradient on to this leaf, for leaves whose value is written into another tensor.
  private func copyNode() -> Node? {
    guard leafRequiresGrad else { return nil }
    return Node("CopyBackwards", edges: [gradientEdge()]) { call in [call.grad]
    }
  }

  /// A view of this tensor's elements: registers its base and records `name`.
  @inline(__always)
  package func view(
    _ name: @autoclosure () -> String, shape: Shape, strides: Strides, elementOffset: Int? = nil,
    _ backward: @autoclosure () -> Node.Backward
  ) -> Tensor {
    let result = alias(shape: shape, strides: strides, elementOffset: elementOffset ?? self.elementOffset)
    result.isDataAlias = isDataAlias
    guard dtype.isFloatingPoint else { return result }
    let base = viewBase ?? self
    if isRecorded { result.attach(Node(name(), gradientEdge(), backward: backward()), false) }
    result.viewBase = base
    result.viewStamp = base.historyStamp
    return result
  }

  /// Rebuilds the history of a view whose base has been changed in place.
  func refreshViewHistory(_ base: Tensor) {
    viewStamp = base.historyStamp
    guard base.node != nil else { return }
    let geometry = ViewGeometry(of: self, in: base)
    let baseShape = base.shape
    node = Node("AsStridedBackward0", edges: [base.gradientEdge()]) { call in
      [try call.grad.scattered(geometry, into: baseShape)]
    }
    outputIndex = 0
  }
}

/// Where the elements of a view stand among the elements of its base, both taken in row-major order of the base.
struct ViewGeometry {
  let shape: Shape
  let strides: Strides
  let elementOffset: Int
  /// Sizes and strides of the base where it is not row-major.
  let baseStrides: Strides?

  init(of view: Tensor, in base: Tensor) {
    shape = view.shape
    strides = view.strides
    elementOffset = view.elementOffset - base.elementOffset
    baseStrides = base.isContiguous ? nil : base.strides
  }

  /// A copy of `grad` laid out as the base is, with the view of it.
  func layOut(_ grad: Tensor) throws(TensorError) -> (whole: Tensor, part: Tensor) {
    let whole: Tensor
    if let baseStrides {
      var extent = 1
      for i in 0..<grad.shape.count { extent += Swift.max(grad.shape[i] - 1, 0) * abs(baseStrides[i]) }
      let memory = try Tensor(uninitialised: [extent], dtype: grad.dtype)
      whole = memory.alias(shape: grad.shape, strides: baseStrides, elementOffset: 0)
    } else {
      whole = try Tensor(uninitialised: grad.shape, dtype: grad.dtype)
    }
    whole.copyElements(from: grad)
    return (whole, whole.alias(shape: shape, strides: strides, elementOffset: elementOffset))
  }
}

extension Tensor {
  /// This gradient of a base with the places of a view set to zero.
  func clearing(_ geometry: ViewGeometry) throws(TensorError) -> Tensor {
    let (whole, part) = try geometry.layOut(self)
    part.fillElements(0)
    return whole.record("CopySlicesBackward", self) { call in
      [try call.grad.clearing(geometry)]
    }
  }

  /// The part of this gradient of a base that belongs to a view.
  func selecting(_ geometry: ViewGeometry) throws(TensorError) -> Tensor {
    let (_, part) = try geometry.layOut(self)
    let baseShape = shape
    return part.record("AsStridedBackward0", self) { call in
      [try call.grad.scattered(geometry, into: baseShape)]
    }
  }

  /// A gradient of a base that holds this gradient of a view, and zero elsewhere.
  func scattered(_ geometry: ViewGeometry, into baseShape: Shape) throws(TensorError) -> Tensor {
    let (whole, part) = try geometry.layOut(Tensor.full(baseShape, 0, dtype: dtype))
    part.accumulateElements(from: self)
    return whole.record("AsStridedBackward0", self) { call in
      [try call.grad.selecting(geometry)]
    }
  }
}

extension TensorError {
  /// A leaf that autograd watches was to change.
  static let leafChangedInPlace = TensorError.runtime(
    "a leaf Variable that requires grad is being used in an in-place operation.")
}
