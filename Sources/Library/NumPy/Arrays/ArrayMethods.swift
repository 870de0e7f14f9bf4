import Interpreter
import Tensors

/// Methods of arrays.
enum ArrayMethods {
  static func add(to t: TypeBuilder<NDArrayObject>) {
    addReductions(to: t)
    addShapes(to: t)
    addCopies(to: t)
    addValues(to: t)
    addDelegates(to: t)
  }

  private static func addReductions(to t: TypeBuilder<NDArrayObject>) {
    for name in ["sum", "prod", "mean", "max", "min", "all", "any"] {
      let signature =
        name == "mean" || name == "sum" || name == "prod"
        ? "axis=None, dtype=None, out=None, keepdims=False, **kw"
        : "axis=None, out=None, keepdims=False, **kw"
      t.method("\(name)(self, \(signature))", "A reduction over an axis.") { array, call throws(Raised) in
        let hasDType = signature.contains("dtype")
        let dtype = hasDType && call.has(2) ? try ArrayDTypeObject.numeric(call[2]) : nil
        return try reduce(
          name, array, call[1], dtype, out: call[hasDType ? 3 : 2], keepdims: try call.bool(hasDType ? 4 : 3),
          call.keywords(hasDType ? 5 : 4))
      }
    }
    for name in ["std", "var"] {
      t.method("\(name)(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False)", "The spread over an axis.") {
        array, call throws(Raised) in
        guard array.pool == nil else { throw ArrayConversion.unsupported(array.elementType) }
        let dtype = call.has(2) ? try ArrayDTypeObject.numeric(call[2]) : nil
        let axes = try ArrayArguments.axes(call[1], array.view.dim)
        return NDArrayType.wrap(
          try ArrayReductions.spread(
            array.view, axes, dtype, ddof: try call.double(4), keepdims: try call.bool(5), isRoot: name == "std"))
      }
    }
    for name in ["argmax", "argmin"] {
      t.method("\(name)(self, axis=None, out=None, keepdims=False)", "Where the first of the extreme elements is.") {
        array, call throws(Raised) in
        guard array.pool == nil else { throw ArrayConversion.unsupported(array.elementType) }
        let axis = call.has(1) ? try ArrayArguments.axis(call[1], array.view.dim) : nil
        return NDArrayType.wrap(
          try ArrayReductions.position(array.view, axis, keepdims: try call.bool(3), isMaximum: name == "argmax"))
      }
    }
    for name in ["cumsum", "cumprod"] {
      t.method("\(name)(self, axis=None, dtype=None, out=None)", "Running results along an axis.") {
        array, call throws(Raised) in
        guard array.pool == nil else { throw ArrayConversion.unsupported(array.elementType) }
        let axis = call.has(1) ? try ArrayArguments.axis(call[1], array.view.dim) : nil
        let dtype = call.has(2) ? try ArrayDTypeObject.numeric(call[2]) : nil
        return NDArrayType.wrap(try ArrayReductions.running(name, array.view, axis, dtype))
      }
    }
  }

  private static func reduce(
    _ name: String, _ array: NDArrayObject, _ axis: Value, _ dtype: DType?, out: Value, keepdims: Bool,
    _ keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    if let pool = array.pool { return try reduceObjects(name, array, pool) }
    var source = array.view
    var extra: [Value] = []
    for (keyword, value) in keywords {
      switch keyword {
      case "initial": extra.append(value)
      case "where":
        // Elements that do not take part become the operation's neutral element.
        guard let neutral = ["sum": 0, "prod": 1, "all": 1, "any": 0][name] else {
          throw .notImplementedError("ndarray.\(name) does not take 'where' in Lectern")
        }
        let mask = try ArrayConversion.tensor(value, dtype: .bool)
        let blank = try converting { () throws(TensorError) in try Tensor.scalar(.int(neutral), dtype: array.view.dtype) }
        source = try ArrayShapes.op("where", .tensor(mask), .tensor(array.tensor), .tensor(blank))
      default: throw .typeError("\(name)() got an unexpected keyword argument '\(keyword)'")
      }
    }
    let axes = try ArrayArguments.axes(axis, source.dim)
    if let initial = extra.first {
      if name == "max" || name == "min", source.elementCount == 0 { return initial }
      let result = NDArrayType.wrap(try ArrayReductions.reduce(name, source, axes, dtype, keepdims: keepdims))
      let functions: [String: Operator] = ["sum": .add, "prod": .multiply]
      if let op = functions[name] { return try Interpreter.current.binary(op, result, initial) }
      let (a, b) = try ArrayOperators.common(result, initial)
      return NDArrayType.wrap(try ArrayOperators.call(name == "max" ? "maximum" : "minimum", a, b, a.dtype))
    }
    let result = NDArrayType.wrap(try ArrayReductions.reduce(name, source, axes, dtype, keepdims: keepdims))
    guard let target = out.cast(to: NDArrayObject.self) else { return result }
    try ArrayIndexing.assign(result, to: target.view, of: target)
    return out
  }

  private static func reduceObjects(_ name: String, _ array: NDArrayObject, _ pool: ElementPool) throws(Raised) -> Value {
    let elements = ArrayConversion.elements(of: array).map { PooledArrays.plain($0) }
    let interpreter = Interpreter.current
    switch name {
    case "any", "all":
      for element in elements where try interpreter.isTrue(element) == (name == "any") { return .bool(name == "any") }
      return .bool(name == "all")
    case "max", "min", "sum":
      guard let first = elements.first else { return 0 }
      var best = first
      for element in elements.dropFirst() {
        if name == "sum" {
          best = try interpreter.binary(.add, best, element)
        } else if try interpreter.isTrue(interpreter.compare(name == "max" ? .greater : .less, element, best)) {
          best = element
        }
      }
      return pool.isText ? TextScalar.make(best.stringValue ?? "") : best
    default: throw ArrayConversion.unsupported(array.elementType)
    }
  }

  private static func addShapes(to t: TypeBuilder<NDArrayObject>) {
    t.method("reshape(self, *shape, order='C', copy=None)", "The elements under other sizes.") { array, call throws(Raised) in
      array.with(try ArrayShapes.reshaped(array.view, ArrayArguments.sizes(call.rest(1)), order: try call.string(2)))
    }
    t.method("transpose(self, *axes)", "The array with its dimensions in another order.") { array, call throws(Raised) in
      let axes = ArrayArguments.sizes(call.rest(1))
      let isDefault = axes.isEmpty || axes.count == 1 && axes[0].isNone
      return array.with(try ArrayShapes.transposed(array.view, isDefault ? nil : axes))
    }
    t.method("swapaxes(self, axis1, axis2)", "The array with two dimensions exchanged.") { array, call throws(Raised) in
      array.with(try ArrayShapes.swapped(array.view, call[1], call[2]))
    }
    t.method("squeeze(self, axis=None)", "The array without dimensions of size 1.") { array, call throws(Raised) in
      array.with(try ArrayShapes.squeezed(array.view, call[1]))
    }
    for name in ["flatten", "ravel"] {
      t.method("\(name)(self, order='C')", "The elements in one dimension.") { array, call throws(Raised) in
        let isTurned = try call.string(1) == "F"
        let source = isTurned ? try ArrayShapes.transposed(array.view, nil) : array.view
        return try array.with(ArrayShapes.flat(name == "flatten" ? StridedElements.copy(of: source) : source))
      }
    }
    t.method("resize(self, *new_shape, refcheck=True)", "Changes the sizes of the array itself; new elements are zero.") {
      array, call throws(Raised) in
      let shape = try ArrayArguments.shape(.list(ArrayArguments.sizes(call.rest(1))))
      let source = ArrayShapes.flat(array.view)
      let result = try converting { () throws(TensorError) in try Tensor.zeros(shape, dtype: source.dtype) }
      let count = min(source.elementCount, result.elementCount)
      let part = source.alias(shape: [count], strides: [1], elementOffset: source.elementOffset)
      try StridedElements.copy(part, to: result.alias(shape: [count], strides: [1], elementOffset: 0))
      array.reshape(result)
      return .none
    }
  }

  private static func addCopies(to t: TypeBuilder<NDArrayObject>) {
    t.method("astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True)", "A copy with elements of another type.")
    {
      array, call throws(Raised) in
      let cast = try ArrayConversion.cast(array, to: try ArrayDTypeObject.elementType(call[1]))
      let copies = try call.bool(5)
      return try cast === array && copies ? array.with(StridedElements.copy(of: array.view)) : cast.asValue
    }
    for signature in ["copy(self, order='C')", "__copy__(self)", "__deepcopy__(self, memo=None)"] {
      t.method(signature, "A copy.") { array, _ throws(Raised) in array.with(try StridedElements.copy(of: array.view)) }
    }
    t.method("view(self, dtype=None)", "The same elements as another array object.") { array, call throws(Raised) in
      guard call.has(1) else { return array.with(array.view) }
      let dtype = try ArrayDTypeObject.numeric(call[1])
      guard array.pool == nil, dtype.byteSize == array.view.dtype.byteSize else {
        throw .notImplementedError("ndarray.view with a dtype of another size is not implemented in Lectern")
      }
      let x = array.view
      return NDArrayObject(
        Tensor(storage: x.storage, shape: x.shape, strides: x.strides, elementOffset: x.elementOffset, dtype: dtype)
      ).asValue
    }
    t.method("__array__(self, dtype=None, copy=None)") { array, _ throws(Raised) in array.asValue }
    t.method("tolist(self)", "The elements as nested lists.") { array, _ throws(Raised) in
      guard array.pool != nil else { return try NestedData.list(of: array.tensor) }
      var elements = ArrayConversion.elements(of: array).map { PooledArrays.plain($0) }
      for size in array.view.shape.dropFirst().reversed() where size > 0 {
        elements = stride(from: 0, to: elements.count, by: size).map { .list(Array(elements[$0..<$0 + size])) }
      }
      return array.view.dim == 0 ? elements[0] : .list(elements)
    }
    t.method("tobytes(self, order='C')", "The elements' bytes.") { array, _ throws(Raised) in
      guard array.pool == nil else { throw ArrayConversion.unsupported(array.elementType) }
      let x = try StridedElements.contiguous(array.view)
      let bytes = UnsafeRawBufferPointer(start: x.rawPointer, count: x.elementCount &* x.dtype.byteSize)
      return .object(BytesObject(Array(bytes)))
    }
    t.method("__reduce__(self)", "Arrays cannot be pickled here.") { _, _ throws(Raised) in
      throw .typeError("numpy arrays are not pickled in Lectern: numpy.save writes them to files")
    }
  }

  private static func addValues(to t: TypeBuilder<NDArrayObject>) {
    t.method("item(self, *args)", "One element as a Python number.") { array, call throws(Raised) in
      let index = ArrayArguments.sizes(call.rest(1))
      if index.isEmpty {
        guard array.view.elementCount == 1 else { throw .valueError("can only convert an array of size 1 to a Python scalar") }
        let element = ArrayScalar.element(array.view, array.pool)
        return ArrayScalar.parts(element) == nil ? PooledArrays.plain(element) : ArrayScalar.plain(element)
      }
      let source = index.count == 1 ? array.with(ArrayShapes.flat(array.view)) : array.asValue
      let element = try ArrayIndexing.get(source, index.count == 1 ? index[0] : .tuple(index))
      return ArrayScalar.parts(element) == nil ? PooledArrays.plain(element) : ArrayScalar.plain(element)
    }
    t.method("dot(self, b, out=None)", "The product of vectors or matrices.") { array, call throws(Raised) in
      try ArrayProducts.dot(array.asValue, call[1])
    }
    t.method("fill(self, value)", "Sets every element.") { array, call throws(Raised) in
      try ArrayIndexing.assign(call[1], to: array.view, of: array)
      return .none
    }
    t.method("nonzero(self)", "The positions of elements other than zero.") { array, _ throws(Raised) in try nonzero(array) }
    t.method("argsort(self, axis=-1, kind=None, order=None, stable=None)", "The positions that would sort the array.") {
      array, call throws(Raised) in
      NDArrayObject(try ArraySorting.order(array, call[1])).asValue
    }
    t.method("sort(self, axis=-1, kind=None, order=None, stable=None)", "Sorts the array itself.") {
      array, call throws(Raised) in
      try StridedElements.copy(try ArraySorting.sorted(array, call[1]), to: array.view)
      array.view.didMutate()
      return .none
    }
    t.method("searchsorted(self, v, side='left', sorter=None)", "Where values would have to be put in.") {
      array, call throws(Raised) in
      NDArrayType.wrap(
        try ArraySorting.search(array.tensor, ArrayConversion.tensor(call[1]), isRight: try call.string(2) == "right"))
    }
  }

  static func nonzero(_ array: NDArrayObject) throws(Raised) -> Value {
    let x = array.view
    if x.dim == 0 {
      throw .valueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.")
    }
    var flags: [Bool]
    if array.pool != nil {
      flags = []
      for element in ArrayConversion.elements(of: array) { flags.append(try Interpreter.current.isTrue(element)) }
    } else {
      flags = try converting { () throws(TensorError) in try array.tensor.to(.bool).values(Bool.self) }
    }
    let places = flags.indices.filter { flags[$0] }
    let strides = x.shape.contiguousStrides
    return .tuple((0..<x.dim).map { d in NDArrayObject(Tensor(places.map { $0 / strides[d] % x.shape[d] })).asValue })
  }

  /// Methods that are the module's functions of the same name.
  private static func addDelegates(to t: TypeBuilder<NDArrayObject>) {
    for name in [
      "round", "clip", "repeat", "take", "ptp", "diagonal", "trace", "choose", "compress", "put", "argpartition", "partition",
      "conj",
    ] {
      let signature = "\(name)(self, *args, **kw)"
      t.method(signature, "The function of numpy of that name.") { array, call throws(Raised) in
        let interpreter = call.interpreter
        let function = try interpreter.attribute(try interpreter.importModule("numpy"), name)
        return try interpreter.call(
          function, [array.asValue] + call.rest(1), keywords: call.keywords(2).map { ($0.name, $0.value) })
      }
    }
  }
}
