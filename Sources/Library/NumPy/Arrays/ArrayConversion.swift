import Interpreter
import Tensors

/// Script values as arrays by numpy's rules: Python floats are float64, text makes an array of text.
enum ArrayConversion {
  /// An array of the value's elements; it shares memory with an array or tensor of that type already.
  static func array(_ value: Value, type: ElementType? = nil) throws(Raised) -> NDArrayObject {
    if let array = value.cast(to: NDArrayObject.self) { return try cast(array, to: type) }
    if let tensor = value.tensor {
      if tensor.requiresGrad {
        throw .runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
      }
      return try cast(NDArrayObject(tensor.detach()), to: type)
    }
    if let (scalar, dtype) = ArrayScalar.parts(value) {
      return try cast(
        NDArrayObject(try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) }), to: type)
    }
    if let scalar = value.scalar, type == nil || type.map({ if case .number = $0 { true } else { false } }) == true {
      let dtype: DType = if case .double = scalar { .float64 } else { scalar.dtype }
      return try cast(
        NDArrayObject(try converting { () throws(TensorError) in try Tensor.scalar(scalar, dtype: dtype) }), to: type)
    }
    if let method = try protocolMethod(value) {
      let made = try Interpreter.current.call(method)
      if let array = made.cast(to: NDArrayObject.self) { return try cast(array, to: type) }
    }
    var reader = Reader(type)
    return try reader.array(value)
  }

  /// The numbers of a value as a tensor that ops of tensors take.
  static func tensor(_ value: Value, dtype: DType? = nil) throws(Raised) -> Tensor {
    let array = try array(value, type: dtype.map { .number($0) })
    guard array.pool == nil else { throw unsupported(array.elementType) }
    return array.tensor
  }

  static func unsupported(_ type: ElementType) -> Raised {
    .typeError("this function takes arrays of numbers, not of dtype \(type.arrayName)")
  }

  private static func protocolMethod(_ value: Value) throws(Raised) -> Value? {
    guard case .object(let object) = value, !(object is ListObject), !(object is TupleObject), !(object is StrObject) else {
      return nil
    }
    guard object.type.lookup("__array__") != nil else { return nil }
    return try Interpreter.current.attribute(value, "__array__")
  }

  /// The array with another type of elements; itself where it has it already.
  static func cast(_ array: NDArrayObject, to type: ElementType?) throws(Raised) -> NDArrayObject {
    guard let type, type != array.elementType else { return array }
    if array.pool == nil, case .number(let dtype) = type {
      let source = array.tensor
      return NDArrayObject(try converting { () throws(TensorError) in try source.to(dtype) })
    }
    if case .text = type, case .text = array.elementType { return array }
    let values = elements(of: array)
    var converted: [Value] = []
    converted.reserveCapacity(values.count)
    for value in values { converted.append(try element(value, as: type)) }
    return try make(converted, array.view.shape, type, minimumWidth: type == .text(1) ? Reader.textWidth(array.elementType) : 0)
  }

  /// The elements in row-major order: numpy scalars or objects.
  static func elements(of array: NDArrayObject) -> [Value] {
    let x = StridedElements.dense(array.view)
    if let pool = array.pool {
      let places = x.pointer(Int.self)
      return (0..<x.elementCount).map { pool.values[places[$0]] }
    }
    return (0..<x.elementCount).map { i in
      ArrayScalar.element(x.alias(shape: [], strides: [], elementOffset: x.elementOffset + i), nil)
    }
  }

  /// An array of converted elements.
  static func make(_ values: [Value], _ shape: Shape, _ type: ElementType, minimumWidth: Int = 0) throws(Raised)
    -> NDArrayObject
  {
    guard case .number(let dtype) = type else {
      return NDArrayObject(
        Tensor(Array(0..<values.count), shape: shape), ElementPool(values, isText: type != .object, minimumWidth: minimumWidth))
    }
    let x = try converting { () throws(TensorError) in
      dtype.isFloatingPoint
        ? try Tensor(values.map { ($0.scalar ?? ArrayScalar.parts($0)?.scalar ?? .int(0)).doubleValue }, shape: shape).to(dtype)
        : try Tensor(values.map { ($0.scalar ?? ArrayScalar.parts($0)?.scalar ?? .int(0)).intValue }, shape: shape).to(dtype)
    }
    return NDArrayObject(x)
  }

  /// One element for an array of a type.
  static func element(_ value: Value, as type: ElementType) throws(Raised) -> Value {
    switch type {
    case .object: return ArrayScalar.parts(value).map { Value($0.scalar) } ?? value
    case .text: return TextScalar.make(try Interpreter.current.str(value))
    case .number(let dtype):
      if let (scalar, _) = ArrayScalar.parts(value) { return Value(scalar) }
      if let text = value.stringValue {
        if dtype == .bool { return .bool(!text.isEmpty) }
        return try Interpreter.current.call(.object(dtype.isFloatingPoint ? TypeObject.float : TypeObject.int), [.string(text)])
      }
      if case .float(let number) = value, dtype.kind == .int {
        if number.isNaN { throw .valueError("cannot convert float NaN to integer") }
        if number.isInfinite { throw .overflowError("cannot convert float infinity to integer") }
      }
      if case .int(let number) = value { try ArrayOperators.checkRange(number, dtype) }
      if value.scalar != nil { return value }
      if value.isInstance(of: .int) {
        if dtype.isFloatingPoint { return .float(try Interpreter.current.double(value)) }
        throw .overflowError("Python int too large to convert to C long")
      }
      if value.isNone, dtype.isFloatingPoint { return .float(.nan) }
      let name = value.type.name
      throw .typeError(
        dtype.isFloatingPoint
          ? "float() argument must be a string or a real number, not '\(name)'"
          : "int() argument must be a string, a bytes-like object or a real number, not '\(name)'")
    }
  }

  /// The values of nested sequences in row-major order.
  private struct Reader {
    private let wanted: ElementType?
    private var shape: [Int] = []
    private var values: [Value] = []
    private var dtype: DType?
    private var hasText = false
    private var hasObject = false

    init(_ wanted: ElementType?) { self.wanted = wanted }

    mutating func array(_ value: Value) throws(Raised) -> NDArrayObject {
      try measure(value)
      if wanted == .object { try limitDepth(value) }
      try read(value, 0)
      let type = wanted ?? (hasObject ? .object : hasText ? .text(1) : .number(dtype ?? .float64))
      var converted: [Value] = []
      converted.reserveCapacity(values.count)
      for value in values { converted.append(try ArrayConversion.element(value, as: type)) }
      let width =
        wanted == nil && (hasText && !hasObject || type != .object) ? dtype.map { Reader.textWidth(.number($0)) } ?? 0 : 0
      return try ArrayConversion.make(converted, Shape(shape), type, minimumWidth: type == .text(1) ? width : 0)
    }

    /// How wide numpy makes the text of numbers.
    static func textWidth(_ type: ElementType) -> Int {
      guard case .number(let dtype) = type else { return 0 }
      switch dtype {
      case .bool: return 5
      case .uint8: return 3
      case .int8: return 4
      case .int16: return 6
      case .int32: return 11
      case .int64: return 21
      default: return 32
      }
    }

    /// Objects may be lists: levels that are not even are left to the elements.
    private mutating func limitDepth(_ value: Value) throws(Raised) {
      var level = [value]
      for (depth, size) in shape.enumerated() {
        var next: [Value] = []
        for value in level {
          guard let items = try items(value), items.count == size else {
            shape = Array(shape.prefix(depth))
            return
          }
          next += items
        }
        level = next
      }
    }

    private func items(_ value: Value) throws(Raised) -> [Value]? {
      if let items = value.sequence { return items }
      if let range = value.cast(to: RangeObject.self) {
        guard range.count < 1 << 28 else { throw .memoryError("") }
        return try Interpreter.current.elements(of: range.asValue)
      }
      return nil
    }

    private func known(_ value: Value) throws(Raised) -> NDArrayObject? {
      if let array = value.cast(to: NDArrayObject.self) { return array }
      return value.tensor != nil ? try ArrayConversion.array(value) : nil
    }

    private mutating func measure(_ value: Value) throws(Raised) {
      var level = value
      while let items = try items(level) {
        shape.append(items.count)
        if shape.count > 64 {
          throw .valueError(
            "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of 64.")
        }
        guard let first = items.first else { return }
        level = first
      }
      if let array = try known(level) { shape += Array(array.view.shape) }
    }

    private mutating func read(_ value: Value, _ dim: Int) throws(Raised) {
      if let array = try known(value) {
        guard Array(array.view.shape) == Array(shape[min(dim, shape.count)...]) else { throw uneven(dim) }
        if case .number(let new) = array.elementType { add(new) } else { note(array.elementType) }
        values += ArrayConversion.elements(of: array)
      } else if wanted == .object, dim == shape.count {
        values.append(value)
      } else if let items = try items(value) {
        guard dim < shape.count, items.count == shape[dim] else { throw uneven(dim) }
        for item in items { try read(item, dim + 1) }
      } else {
        guard dim == shape.count else { throw uneven(dim) }
        try leaf(value)
      }
    }

    private mutating func leaf(_ value: Value) throws(Raised) {
      if let (_, dtype) = ArrayScalar.parts(value) {
        add(dtype)
      } else if let scalar = value.scalar {
        switch scalar {
        case .bool: add(.bool)
        case .int: add(.int64)
        case .double: add(.float64)
        }
      } else if value.stringValue != nil {
        hasText = true
      } else if wanted == nil, value.cast(to: ComplexObject.self) != nil {
        throw .notImplementedError(
          "arrays of complex numbers are not supported by Lectern; dtype=object keeps them as Python objects")
      } else {
        hasObject = true
      }
      values.append(value)
    }

    private mutating func note(_ type: ElementType) { if type == .object { hasObject = true } else { hasText = true } }

    private mutating func add(_ new: DType) { dtype = dtype.map { $0.arrayPromoted(with: new) } ?? new }

    private func uneven(_ dim: Int) -> Raised {
      let known = Shape(Array(shape.prefix(min(dim, shape.count))))
      return .valueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after \(known.count) dimensions. "
          + "The detected shape was \(ArrayText.tuple(known)) + inhomogeneous part.")
    }
  }
}
