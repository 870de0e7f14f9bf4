import Interpreter
import Tensors

/// `a[…]` and `a[…] = …` by numpy's rules.
enum ArrayIndexing {
  static func get(_ container: Value, _ index: Value) throws(Raised) -> Value {
    guard let array = container.cast(to: NDArrayObject.self) else { return .none }
    let x = array.view
    if case .int(let position) = index, x.dim > 0 {
      let size = x.shape[0]
      guard position >= -size, position < size else { throw IndexPlan.outOfBounds(position, 0, size) }
      return row(array, position < 0 ? position + size : position)
    }
    let plan = try IndexPlan(x, index)
    if plan.isAdvanced { return array.with(try AdvancedIndex(plan).gather()) }
    return plan.isElement ? ArrayScalar.element(plan.base, array.pool) : array.with(plan.base)
  }

  /// What `a[position]` gives, for a position within bounds.
  static func row(_ array: NDArrayObject, _ position: Int) -> Value {
    let x = array.view
    let offset = x.elementOffset &+ position &* x.strides[0]
    if x.dim == 1 { return ArrayScalar.element(x.alias(shape: [], strides: [], elementOffset: offset), array.pool) }
    return array.with(x.alias(shape: Shape(x.shape.dropFirst()), strides: Shape(x.strides.dropFirst()), elementOffset: offset))
  }

  static func set(_ container: Value, _ index: Value, _ value: Value) throws(Raised) {
    guard let array = container.cast(to: NDArrayObject.self) else { return }
    guard array.isWriteable else { throw .valueError("assignment destination is read-only") }
    let plan = try IndexPlan(array.view, index)
    guard plan.isAdvanced else { return try assign(value, to: plan.base, of: array) }
    let picked = try AdvancedIndex(plan)
    if array.pool == nil, let flat = plan.wholeMask, let source = value.cast(to: NDArrayObject.self), source.view.dim == 1,
      source.view.shape[0] != 1, source.view.shape[0] != flat
    {
      throw .valueError(
        "NumPy boolean array indexing assignment cannot assign \(source.view.shape[0]) input values to the \(flat) output values "
          + "where the mask is true")
    }
    let source = try converted(value, picked.shape, array)
    guard let fitting = StridedElements.broadcast(trimmed(source, picked.shape.count), to: picked.shape) else {
      throw .valueError(
        "shape mismatch: value array of shape \(ArrayText.tuple(source.shape).spaceless) could not be broadcast to indexing result of "
          + "shape \(ArrayText.tuple(picked.shape).spaceless)")
    }
    picked.scatter(try StridedElements.contiguous(fitting))
    array.view.didMutate()
  }

  /// Overwrites a view of an array with a value, which is broadcast to it.
  static func assign(_ value: Value, to target: Tensor, of array: NDArrayObject) throws(Raised) {
    guard array.isWriteable else { throw .valueError("output array is read-only") }
    let source = try converted(value, target.shape, array)
    guard let fitting = StridedElements.broadcast(trimmed(source, target.dim), to: target.shape) else {
      if target.dim == 0 { throw .valueError("setting an array element with a sequence.") }
      throw .valueError(
        "could not broadcast input array from shape \(ArrayText.tuple(source.shape).spaceless) into shape "
          + ArrayText.tuple(target.shape).spaceless)
    }
    try StridedElements.copy(fitting, to: target)
    target.didMutate()
  }

  /// The value as elements of the array's type, places in its pool for text and objects.
  private static func converted(_ value: Value, _ shape: Shape, _ array: NDArrayObject) throws(Raised) -> Tensor {
    guard let pool = array.pool else {
      // One element, or a number that integers cannot hold, is converted as Python's own classes do it, with their errors.
      if value.cast(to: NDArrayObject.self) == nil, value.tensor == nil,
        shape.count == 0 && value.scalar == nil || value.doubleValue?.isFinite == false
      {
        if let count = value.sequence?.count, count != 1 { throw .valueError("setting an array element with a sequence.") }
        return try ArrayConversion.make([ArrayConversion.element(value, as: array.elementType)], [], array.elementType).view
      }
      if case .number(let dtype) = array.elementType { return try ArrayConversion.array(value, type: .number(dtype)).view }
      return array.view
    }
    if value.cast(to: NDArrayObject.self) == nil, value.sequence == nil || shape.count == 0 {
      return Tensor([try pool.add(value)], shape: [])
    }
    let source = try ArrayConversion.array(value, type: .object)
    var places: [Int] = []
    for element in ArrayConversion.elements(of: source) { places.append(try pool.add(element)) }
    return Tensor(places, shape: Shape(Array(source.view.shape)))
  }

  /// Leading dimensions of size 1 beyond a rank do not matter to an assignment.
  private static func trimmed(_ x: Tensor, _ rank: Int) -> Tensor {
    var x = x
    while x.dim > rank, x.shape[0] == 1 {
      x = x.alias(shape: Shape(x.shape.dropFirst()), strides: Shape(x.strides.dropFirst()), elementOffset: x.elementOffset)
    }
    return x
  }
}

extension String {
  /// A shape as broadcasting errors write it: `(2,3)`.
  var spaceless: String { filter { $0 != " " } }
}
