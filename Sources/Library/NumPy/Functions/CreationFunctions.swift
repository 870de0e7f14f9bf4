import Interpreter
import Tensors

/// Functions of the module that make arrays.
enum CreationFunctions {
  static func add(to module: ModuleObject) {
    module.function(
      "array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)", "A new array of nested data."
    ) {
      call throws(Raised) in
      let type = call.has(1) ? try ArrayDTypeObject.elementType(call[1]) : nil
      if call[0].tensor?.requiresGrad == true {
        try call.interpreter.warn(
          "__array__ implementation doesn't accept a copy keyword, so passing copy=False failed. __array__ must implement 'dtype' and "
            + "'copy' keyword arguments. To learn more, see the migration guide "
            + "https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword",
          .deprecationWarning)
      }
      let array = try ArrayConversion.array(call[0], type: type)
      let isShared = call[0].tensor != nil || array === call[0].object
      let copies = try call.bool(2)
      var x = try isShared && copies ? StridedElements.copy(of: array.view) : array.view
      let least = min(try call.int(5), 64)
      if x.dim < least {
        let shape = Shape([Int](repeating: 1, count: least - x.dim) + Array(x.shape))
        x = try ArrayShapes.view(x, shape)
      }
      return array.with(x)
    }
    for name in ["asarray", "asanyarray", "ascontiguousarray"] {
      module.function("\(name)(a, dtype=None, order=None, *, copy=None)", "The data as an array, shared where possible.") {
        call throws(Raised) in
        let type = call.has(1) ? try ArrayDTypeObject.elementType(call[1]) : nil
        let array = try ArrayConversion.array(call[0], type: type)
        if name == "ascontiguousarray" {
          return array.view.isContiguous && array.view.dim > 0
            ? array.asValue
            : array.with(
              try ArrayShapes.view(try StridedElements.copy(of: array.view), array.view.dim == 0 ? [1] : array.view.shape))
        }
        return try call[3].boolValue == true ? array.with(StridedElements.copy(of: array.view)) : array.asValue
      }
    }
    addFilled(to: module)
    addRanges(to: module)
    module.function("frombuffer(buffer, dtype=float, count=-1, offset=0)", "An array of the numbers in bytes.") {
      call throws(Raised) in
      try buffer(call)
    }
    module.function("broadcast_to(array, shape, subok=False)", "A view in which dimensions of size 1 repeat.") {
      call throws(Raised) in
      let (array, shape) = (try ArrayConversion.array(call[0]), try ArrayArguments.shape(call[1]))
      // Whoever copies the view needs all of its elements' memory.
      let byteCount = shape.reduce(1.0) { $0 * Double($1) } * Double(array.view.dtype.byteSize)
      guard byteCount < 8e9 else { throw .memoryError("an array of shape \(ArrayText.tuple(shape)) is too large") }
      guard let view = StridedElements.broadcast(array.view, to: shape) else {
        throw .valueError(
          "operands could not be broadcast together with remapped shapes [original->remapped]: "
            + "\(ArrayText.tuple(array.view.shape).spaceless)  and requested shape \(ArrayText.tuple(shape).spaceless)")
      }
      return NDArrayObject(view, array.pool, isWriteable: false).asValue
    }
  }

  private static func addFilled(to module: ModuleObject) {
    for (name, value) in [("zeros", Scalar.int(0)), ("ones", .int(1)), ("empty", .int(0))] {
      module.function("\(name)(shape, dtype=None, order='C', *, device=None, like=None)", "An array of equal elements.") {
        call throws(Raised) in
        try filled(
          ArrayArguments.shape(call[0]), value, try ArrayDTypeObject.elementType(call.has(1) ? call[1] : .none),
          isEmpty: name == "empty")
      }
      module.function(
        "\(name)_like(a, dtype=None, order='K', subok=True, shape=None)", "An array of equal elements, of another one's shape."
      ) {
        call throws(Raised) in
        let array = try ArrayConversion.array(call[0])
        let type = call.has(1) ? try ArrayDTypeObject.elementType(call[1]) : array.elementType
        return try filled(call.has(4) ? ArrayArguments.shape(call[4]) : array.view.shape, value, type)
      }
    }
    module.function("full(shape, fill_value, dtype=None, order='C')", "An array of one value.") { call throws(Raised) in
      let type = call.has(2) ? try ArrayDTypeObject.elementType(call[2]) : nil
      return try full(ArrayArguments.shape(call[0]), try ArrayConversion.array(call[1], type: type))
    }
    module.function(
      "full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)",
      "An array of one value, of another one's shape."
    ) {
      call throws(Raised) in
      let array = try ArrayConversion.array(call[0])
      let type = call.has(2) ? try ArrayDTypeObject.elementType(call[2]) : array.elementType
      return try full(
        call.has(5) ? ArrayArguments.shape(call[5]) : array.view.shape, try ArrayConversion.array(call[1], type: type))
    }
  }

  private static func filled(_ shape: Shape, _ value: Scalar, _ type: ElementType, isEmpty: Bool = false) throws(Raised)
    -> Value
  {
    if case .number(let dtype) = type {
      let x = try ArrayMemory.make(shape, dtype)
      x.fillElements(value)
      return NDArrayObject(x).asValue
    }
    let places = try ArrayMemory.make(shape, .int64)
    places.fillElements(0)
    let element: Value = type == .object ? (isEmpty ? .none : Value(value)) : TextScalar.make(value.intValue == 0 ? "" : "1")
    return NDArrayObject(places, ElementPool([element], isText: type != .object)).asValue
  }

  private static func full(_ shape: Shape, _ value: NDArrayObject) throws(Raised) -> Value {
    try ArrayMemory.check(shape, value.view.dtype)
    guard let view = StridedElements.broadcast(value.view, to: shape) else {
      throw .valueError(
        "could not broadcast input array from shape \(ArrayText.tuple(value.view.shape).spaceless) into shape "
          + ArrayText.tuple(shape).spaceless)
    }
    return value.with(try StridedElements.copy(of: view))
  }

  private static func addRanges(to module: ModuleObject) {
    module.function("arange(start, stop=None, step=1, dtype=None)", "Numbers a step apart.") { call throws(Raised) in
      let hasStop = call.has(1)
      let first = hasStop ? try number(call[0]) : .int(0)
      let last = try number(hasStop ? call[1] : call[0])
      let step = try number(call[2])
      if step.doubleValue == 0 { throw .zeroDivisionError("division by zero") }
      var isFloat = false
      for scalar in [first, last, step] { if case .double = scalar { isFloat = true } }
      let dtype = call.has(3) ? try ArrayDTypeObject.numeric(call[3]) : isFloat ? .float64 : .int64
      let length = ((last.doubleValue - first.doubleValue) / step.doubleValue).rounded(.up)
      if length.isNaN { throw .valueError("arange: cannot compute length") }
      guard length < 1e15 else { throw .valueError("Maximum allowed size exceeded") }
      let count = max(Int(length), 0)
      let x = try ArrayMemory.make([count], isFloat ? .float64 : .int64)
      if isFloat {
        let p = x.pointer(Double.self)
        // The second element decides the distance, as numpy fills.
        let start = first.doubleValue
        let distance = (start + step.doubleValue) - start
        for i in 0..<count { p[i] = start + Double(i) * distance }
      } else {
        let p = x.pointer(Int.self)
        for i in 0..<count { p[i] = first.intValue &+ i &* step.intValue }
      }
      return NDArrayObject(try converting { () throws(TensorError) in try x.to(dtype) }).asValue
    }
  }

  private static func number(_ value: Value) throws(Raised) -> Scalar {
    if let scalar = value.scalar ?? ArrayScalar.parts(value)?.scalar { return scalar }
    if let x = value.array ?? value.tensor, x.elementCount == 1 { return ArrayScalar.read(x) }
    return .double(try Interpreter.current.double(value))
  }

  private static func buffer(_ call: Arguments) throws(Raised) -> Value {
    guard let bytes = call[0].cast(to: BytesObject.self)?.bytes else {
      throw .typeError("a bytes-like object is required, not '\(call[0].type.name)'")
    }
    let dtype = call[1].isUnbound ? .float64 : try ArrayDTypeObject.numeric(call[1])
    let offset = try call.int(3)
    guard offset >= 0, offset <= bytes.count else {
      throw .valueError("offset must be non-negative and no greater than buffer length (\(bytes.count))")
    }
    let available = bytes.count - offset
    var count = try call.int(2)
    if count < 0 {
      if available % dtype.byteSize != 0 { throw .valueError("buffer size must be a multiple of element size") }
      count = available / dtype.byteSize
    }
    guard count <= available / dtype.byteSize else { throw .valueError("buffer is smaller than requested size") }
    let result = try ArrayMemory.make([count], dtype)
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { result.rawPointer.copyMemory(from: base + offset, byteCount: count &* dtype.byteSize) }
    }
    return NDArrayObject(result).asValue
  }
}
