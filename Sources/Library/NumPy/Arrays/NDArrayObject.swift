import Data
import Interpreter
import Tensors

/// `numpy.ndarray`: a view of memory that arrays and tensors share.
///
/// Numbers lie in the tensor itself. Arrays of text or of any Python objects hold places in a pool instead, so that indexing and
/// reshaping are the same for all.
final class NDArrayObject: Object {
  /// The elements; strides may be negative, which the ops of tensors do not know. See `tensor`.
  private(set) var view: Tensor
  /// The elements of an array of text or objects.
  let pool: ElementPool?

  /// Whether elements may be changed; views of an array that must not be changed begin so too.
  var isWriteable: Bool

  init(_ view: Tensor, _ pool: ElementPool? = nil, isWriteable: Bool = true) {
    self.view = view
    self.pool = pool
    self.isWriteable = isWriteable
    super.init(NDArrayType.type)
  }

  /// The elements for ops of tensors: shared, or copied where a stride is negative.
  var tensor: Tensor { view.hasNegativeStride ? StridedElements.dense(view) : view }

  /// The type of the elements.
  var elementType: ElementType { pool.map { $0.elementType } ?? .number(view.dtype) }

  /// `a.shape = …`: the same elements under other sizes.
  func reshape(_ view: Tensor) { self.view = view }

  /// Another view of the same kind of elements.
  func with(_ view: Tensor) -> Value {
    .object(NDArrayObject(view, pool, isWriteable: isWriteable || view.storage !== self.view.storage))
  }

  /// The tensor over the same memory that `torch.from_numpy` gives.
  func shared() throws(Raised) -> Tensor {
    guard pool == nil else {
      throw .typeError(
        "can't convert np.ndarray of type numpy.\(elementType == .object ? "object_" : "str_"). The only supported types are: float64, float32, "
          + "float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")
    }
    if view.hasNegativeStride {
      throw .valueError(
        "At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You "
          + "can probably work around this by making a copy of your array  with array.copy().) ")
    }
    if !isWriteable {
      try Interpreter.current.warn(
        "The given NumPy array is not writable, and PyTorch does not support non-writable tensors. This means writing to this tensor "
          + "will result in undefined behavior. You may want to copy the array to protect its data or make it writable before converting it "
          + "to a tensor. This type of warning will be suppressed for the rest of this program.")
    }
    return view.detach()
  }
}

/// The texts or objects of arrays that are no arrays of numbers.
final class ElementPool {
  var values: [Value]
  let isText: Bool

  private let minimumWidth: Int

  init(_ values: [Value], isText: Bool, minimumWidth: Int = 0) {
    self.values = values
    self.isText = isText
    self.minimumWidth = minimumWidth
  }

  /// Text is as wide as its longest element was when the array was made.
  private(set) lazy var elementType: ElementType =
    isText ? .text(max(1, minimumWidth, values.map { $0.stringValue?.unicodeScalars.count ?? 0 }.max() ?? 1)) : .object

  /// The place of a new element; text is cut to the array's width.
  func add(_ value: Value) throws(Raised) -> Int {
    var value = value
    if case .text(let width) = elementType {
      let text = try Interpreter.current.str(value)
      value = TextScalar.make(String(String.UnicodeScalarView(text.unicodeScalars.prefix(width))))
    }
    values.append(value)
    return values.count - 1
  }
}

extension Value {
  /// The numbers behind a numpy array, for ops of tensors; nil for arrays of text or objects.
  var array: Tensor? {
    guard let array = cast(to: NDArrayObject.self), array.pool == nil else { return nil }
    return array.tensor
  }
}

extension Tensor {
  /// Whether some dimension runs backwards through memory.
  var hasNegativeStride: Bool { strides.contains { $0 < 0 } }
}

/// The class `numpy.ndarray`.
enum NDArrayType {
  static let type: TypeObject = TypeObject.native("ndarray", module: "numpy", of: NDArrayObject.self) { t in
    t.doc = "An n-dimensional array of elements of one type."
    t.construct("ndarray(shape, dtype=float)") { _, call throws(Raised) in
      let type = call.has(1) ? try ArrayDTypeObject.numeric(call[1]) : .float64
      let shape = try ArrayArguments.shape(call[0])
      return NDArrayObject(try converting { () throws(TensorError) in try Tensor.zeros(shape, dtype: type) }).asValue
    }
    addAttributes(to: t)
    ArrayMethods.add(to: t)
    t.slots = protocolSlots(t.slots)
    t.type.exposeSlots()
  }

  /// The result of a computation: an array, or a scalar where no dimensions are left.
  static func wrap(_ x: Tensor) -> Value { x.dim == 0 ? ArrayScalar.element(x, nil) : NDArrayObject(x).asValue }

  private static func addAttributes(to t: TypeBuilder<NDArrayObject>) {
    t.property("shape", "The sizes.") { array throws(Raised) in
      .tuple(array.view.shape.map { .int($0) })
    } set: { array, value throws(Raised) in
      array.reshape(try ArrayShapes.reshaped(array.view, value.sequence ?? [value]))
    }
    t.property("strides", "The distance between neighbours of each dimension, in bytes.") { array throws(Raised) in
      .tuple(array.view.strides.map { .int($0 &* array.view.dtype.byteSize) })
    }
    t.property("ndim", "The number of dimensions.") { array throws(Raised) in .int(array.view.dim) }
    t.property("size", "The number of elements.") { array throws(Raised) in .int(array.view.elementCount) }
    t.property("itemsize", "Bytes per element.") { array throws(Raised) in .int(array.elementType.byteSize) }
    t.property("nbytes", "Bytes of all elements.") { array throws(Raised) in
      .int(array.view.elementCount &* array.elementType.byteSize)
    }
    t.property("dtype", "The type of the elements.") { array throws(Raised) in ArrayDTypeObject.of(array.elementType).asValue }
    t.property("T", "The array with its dimensions in reverse order.") { array throws(Raised) in
      array.with(try ArrayShapes.transposed(array.view, nil))
    }
    t.property("flat", "The elements one after the other.") { array throws(Raised) in
      try Interpreter.current.iterator(of: array.with(ArrayShapes.flat(array.view)))
    }
    t.property("flags", "Facts about the memory.") { array throws(Raised) in ArrayFlags(array).asValue }
    t.property("base", "Always None: memory is kept as long as it is used.") { _ throws(Raised) in .none }
    t.property("real", "The array itself: there are no complex numbers.") { array throws(Raised) in array.asValue }
  }

  private static func protocolSlots(_ start: TypeSlots) -> TypeSlots {
    var slots = start
    slots.repr = { value throws(Raised) in try ArrayText.repr(try object(value)) }
    slots.str = { value throws(Raised) in try ArrayText.str(try object(value)) }
    slots.format = { value, spec throws(Raised) in
      let array = try object(value)
      if array.view.dim == 0 { return try Interpreter.current.format(ArrayScalar.element(array.view, array.pool), spec) }
      if !spec.isEmpty { throw .typeError("unsupported format string passed to numpy.ndarray.__format__") }
      return try ArrayText.str(array)
    }
    slots.hash = { _ throws(Raised) in throw .typeError("unhashable type: 'numpy.ndarray'") }
    slots.bool = { value throws(Raised) in
      let array = try object(value)
      if array.view.elementCount == 1 { return try Interpreter.current.isTrue(ArrayScalar.element(array.view, array.pool)) }
      if array.view.elementCount == 0 {
        throw .valueError(
          "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
      }
      throw .valueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
    }
    slots.float = { value throws(Raised) in try Interpreter.current.double(try single(value)) }
    slots.int = { value throws(Raised) in try Interpreter.current.call(.object(TypeObject.int), [try single(value)]) }
    slots.index = { value throws(Raised) in
      let array = try object(value)
      guard array.view.dim == 0, array.pool == nil, array.view.dtype.kind == .int else {
        throw .typeError("only integer scalar arrays can be converted to a scalar index")
      }
      return Value(ArrayScalar.read(array.view))
    }
    slots.length = { value throws(Raised) in
      let x = try object(value).view
      if x.dim == 0 { throw .typeError("len() of unsized object") }
      return x.shape[0]
    }
    slots.iterate = { value throws(Raised) in try rows(of: try object(value)) }
    slots.contains = { container, item throws(Raised) in
      guard let flags = try ArrayOperators.compare(.equal, container, item) else { return false }
      guard let found = flags.array else { return try Interpreter.current.isTrue(flags) }
      return try converting { () throws(TensorError) in try found.any(nil, keepdim: false).item().boolValue }
    }
    slots.getItem = ArrayIndexing.get
    slots.setItem = ArrayIndexing.set
    slots.binary = ArrayOperators.binary
    slots.inPlace = ArrayOperators.inPlace
    slots.prefix = ArrayOperators.prefix
    slots.compare = ArrayOperators.compare
    return slots
  }

  private static func object(_ value: Value) throws(Raised) -> NDArrayObject {
    guard let array = value.cast(to: NDArrayObject.self) else {
      throw .typeError("expected numpy.ndarray, not \(value.type.name)")
    }
    return array
  }

  private static func single(_ value: Value) throws(Raised) -> Value {
    let array = try object(value)
    guard array.view.dim == 0 else { throw .typeError("only 0-dimensional arrays can be converted to Python scalars") }
    let element = ArrayScalar.element(array.view, array.pool)
    if let scalar = element.cast(to: ArrayScalar.self)?.scalar { return Value(scalar) }
    return element
  }

  private static func rows(of array: NDArrayObject) throws(Raised) -> Value {
    let x = array.view
    if x.dim == 0 { throw .typeError("iteration over a 0-d array") }
    var position = 0
    let advance: () throws(Raised) -> Value? = { () throws(Raised) -> Value? in
      guard position < x.shape[0] else { return nil }
      position += 1
      return ArrayIndexing.row(array, position - 1)
    }
    return IteratorObject(.iterator, advance).asValue
  }
}

extension Tensor {
  /// The tensor as what numpy gives back: an array, or a scalar where there are no dimensions.
  var asArrayResult: Value { NDArrayType.wrap(detach()) }
}

extension NDArrayObject: ArrayValue {
  var elements: Tensor { tensor }
}
