// Single elements, as in `N[i, j] += 1` inside a loop: the same results as indexing and arithmetic in general, which take over (nil or
// false) wherever autograd, conversions or errors come in. The general way took six times as long.

extension Tensor {
  /// Whether neither this tensor nor one it is a view of takes part in autograd.
  private var isPlain: Bool {
    !leafRequiresGrad && node == nil && (viewBase == nil || !viewBase.unsafelyUnwrapped.requiresGrad)
  }

  /// Where the element stands in the storage that has these positions, one for each dimension; nil outside.
  private func place(of positions: Shape) -> Int? {
    guard positions.count == storedShape.count else { return nil }
    var place = storedOffset
    for d in 0..<positions.count {
      let size = storedShape[d]
      let position = positions[d] < 0 ? positions[d] &+ size : positions[d]
      guard position >= 0 && position < size else { return nil }
      place &+= position &* storedStrides[d]
    }
    return place
  }

  /// The zero-dim view of the element at these positions, which may count from the end.
  package func element(at positions: Shape) -> Tensor? {
    guard isPlain, let place = place(of: positions) else { return nil }
    let result = Tensor(storage: storedStorage, shape: Shape(), strides: Shape(), elementOffset: place, dtype: storedDType)
    result.isDataAlias = isDataAlias
    if storedDType.isFloatingPoint {
      let base = viewBase ?? self
      result.viewBase = base
      result.viewStamp = base.historyStamp
    }
    return result
  }

  /// The arithmetic of `update`.
  package enum ElementUpdate { case add, subtract, multiply }

  /// Changes the only element of a zero-dim tensor in place by a number that its dtype can hold.
  package func update(_ change: ElementUpdate, _ number: Scalar) -> Bool {
    guard storedShape.count == 0, isPlain else { return false }
    switch (storedDType, number) {
    case (.float32, .double(let value)): change.apply(pointer(Float.self), Float(value))
    case (.float32, .int(let value)): change.apply(pointer(Float.self), Float(value))
    case (.float64, .double(let value)): change.apply(pointer(Double.self), value)
    case (.float64, .int(let value)): change.apply(pointer(Double.self), Double(value))
    case (.int64, .int(let value)): change.apply(pointer(Int.self), value)
    case (.int32, .int(let value)):
      guard let narrow = Int32(exactly: value) else { return false }
      change.apply(pointer(Int32.self), narrow)
    default: return false
    }
    didMutate()
    return true
  }

  /// `self[positions] = view`, where the view is that very element and has been changed in place before: nothing is left to do but to
  /// count the change.
  package func isElement(_ view: Tensor, at positions: Shape) -> Bool {
    guard view.storedShape.count == 0, view.storedStorage === storedStorage, view.storedDType == storedDType, isPlain,
      view.isPlain,
      place(of: positions) == view.storedOffset
    else { return false }
    didMutate()
    return true
  }

  /// `self[positions] = number`.
  package func setElement(at positions: Shape, to number: Scalar) -> Bool {
    guard isPlain, let place = place(of: positions) else { return false }
    switch (storedDType, number) {
    case (.float32, .double(let value)): storage.bytes.assumingMemoryBound(to: Float.self)[place] = Float(value)
    case (.float32, .int(let value)): storage.bytes.assumingMemoryBound(to: Float.self)[place] = Float(value)
    case (.float64, .double(let value)): storage.bytes.assumingMemoryBound(to: Double.self)[place] = value
    case (.float64, .int(let value)): storage.bytes.assumingMemoryBound(to: Double.self)[place] = Double(value)
    case (.int64, .int(let value)): storage.bytes.assumingMemoryBound(to: Int.self)[place] = value
    case (.int32, .int(let value)):
      guard let narrow = Int32(exactly: value) else { return false }
      storage.bytes.assumingMemoryBound(to: Int32.self)[place] = narrow
    default: return false
    }
    didMutate()
    return true
  }
}

extension Tensor.ElementUpdate {
  @inline(__always) fileprivate func apply<T: BinaryFloatingPoint>(_ element: UnsafeMutablePointer<T>, _ number: T) {
    switch self {
    case .add: element.pointee += number
    case .subtract: element.pointee -= number
    case .multiply: element.pointee *= number
    }
  }

  @inline(__always) fileprivate func apply<T: FixedWidthInteger>(_ element: UnsafeMutablePointer<T>, _ number: T) {
    switch self {
    case .add: element.pointee &+= number
    case .subtract: element.pointee &-= number
    case .multiply: element.pointee &*= number
    }
  }
}
