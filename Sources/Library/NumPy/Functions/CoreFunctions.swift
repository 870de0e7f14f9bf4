import Interpreter
import Tensors

/// Functions of the module that are no functions of single elements: joining, choosing, products, settings.
enum CoreFunctions {
  static func add(to module: ModuleObject) {
    module.function(
      "concatenate(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')", "Arrays joined along a dimension."
    ) {
      call throws(Raised) in
      var parts: [NDArrayObject] = []
      for item in try call.interpreter.elements(of: call[0]) { parts.append(try ArrayConversion.array(item)) }
      let type = call.has(3) ? try ArrayDTypeObject.elementType(call[3]) : nil
      let result = try joined(parts, call[1], type)
      guard let out = call[2].cast(to: NDArrayObject.self) else { return result.asValue }
      try ArrayIndexing.assign(result.asValue, to: out.view, of: out)
      return call[2]
    }
    module.function("where(condition, x=None, y=None, /)", "Elements of one or the other, or the positions of true elements.") {
      call throws(Raised) in
      if !call.isGiven(1) || call[1].isNone && call[2].isNone {
        return try ArrayMethods.nonzero(ArrayConversion.array(call[0]))
      }
      guard !call[1].isNone, !call[2].isNone else { throw .valueError("either both or neither of x and y should be given") }
      return try choose(call[0], call[1], call[2])
    }
    module.function("dot(a, b, out=None)", "The product of vectors or matrices.") { call throws(Raised) in
      try ArrayProducts.dot(call[0], call[1])
    }
    module.function("einsum(subscripts, *operands, **kw)", "Sums of products by Einstein's convention.") {
      call throws(Raised) in
      guard let subscripts = call[0].stringValue else { throw .typeError("einsum takes its subscripts as a string in Lectern") }
      var operands: [Tensor] = []
      for value in call.rest(1) { operands.append(try ArrayConversion.tensor(value)) }
      let dtype = operands.dropFirst().reduce(operands.first?.dtype ?? .float64) { $0.arrayPromoted(with: $1.dtype) }
      return try converting { () throws(TensorError) in
        var arguments: [OpValue] = [.string(subscripts)]
        for operand in operands { arguments.append(.tensor(try operand.to(dtype))) }
        guard case .tensor(let result) = try Ops.call("einsum", arguments) else { return .none }
        return NDArrayType.wrap(result)
      }
    }
    module.function("_flip(a, axes)", "The array turned round along dimensions.") { call throws(Raised) in
      let array = try ArrayConversion.array(call[0])
      return array.with(
        ArrayShapes.flipped(array.view, try ArrayArguments.axes(call[1], array.view.dim) ?? Array(0..<array.view.dim)))
    }
    module.function("expand_dims(a, axis)", "The array with a new dimension of size 1.") { call throws(Raised) in
      let array = try ArrayConversion.array(call[0])
      return array.with(try ArrayShapes.expanded(array.view, call[1]))
    }
    module.function("result_type(*arrays_and_dtypes)", "The dtype that holds the values of all.") { call throws(Raised) in
      var dtype: DType?
      for value in call.rest(0) {
        let next: DType
        if let known = value.cast(to: NDArrayObject.self)?.view.dtype ?? ArrayScalar.parts(value)?.dtype {
          next = known
        } else if value.scalar != nil {
          next = try ArrayConversion.array(value).view.dtype
        } else {
          next = try ArrayDTypeObject.numeric(value)
        }
        dtype = dtype?.arrayPromoted(with: next) ?? next
      }
      return ArrayDTypeObject.of(.number(dtype ?? .float64)).asValue
    }
    module.function("shares_memory(a, b)", "Whether two arrays lie in the same memory.") { call throws(Raised) in
      let a = try ArrayConversion.array(call[0]).view
      let b = try ArrayConversion.array(call[1]).view
      guard a.storage === b.storage, a.elementCount > 0, b.elementCount > 0 else { return false }
      let places = Set(StridedElements.offsets(a.shape, a.strides).map { $0 &+ a.elementOffset })
      return .bool(StridedElements.offsets(b.shape, b.strides).contains { places.contains($0 &+ b.elementOffset) })
    }
    addText(to: module)
    addSettings(to: module)
  }

  private static func joined(_ parts: [NDArrayObject], _ axis: Value, _ wanted: ElementType?) throws(Raised) -> NDArrayObject {
    guard let first = parts.first else { throw .valueError("need at least one array to concatenate") }
    if axis.isNone {
      return try joined(parts.map { NDArrayObject(ArrayShapes.flat($0.view), $0.pool) }, .int(0), wanted)
    }
    let rank = first.view.dim
    if rank == 0 { throw .valueError("zero-dimensional arrays cannot be concatenated") }
    for (i, part) in parts.enumerated() where part.view.dim != rank {
      throw .valueError(
        "all the input arrays must have same number of dimensions, but the array at index 0 has"
          + " \(rank) dimension(s) and the array at index \(i) has \(part.view.dim) dimension(s)")
    }
    let dim = try ArrayArguments.axis(axis, rank)
    for (i, part) in parts.enumerated() {
      for d in 0..<rank where d != dim && part.view.shape[d] != first.view.shape[d] {
        throw .valueError(
          "all the input array dimensions except for the concatenation axis must match exactly, but along dimension \(d), the array "
            + "at index 0 has size \(first.view.shape[d]) and the array at index \(i) has size \(part.view.shape[d])")
      }
    }
    let type = wanted ?? common(parts)
    var shape = first.view.shape
    shape[dim] = parts.reduce(0) { $0 + $1.view.shape[dim] }
    var pool: ElementPool?
    var dtype = DType.int64
    if case .number(let own) = type { dtype = own } else { pool = ElementPool([], isText: type != .object) }
    let sizes = shape
    let result = try converting { () throws(TensorError) in try Tensor(uninitialised: sizes, dtype: dtype) }
    var start = 0
    for part in parts {
      let cast = try ArrayConversion.cast(part, to: type)
      var source = cast.view
      if let pool, let own = cast.pool {
        let places = try StridedElements.copy(of: source)
        let p = places.pointer(Int.self)
        for i in 0..<places.elementCount { p[i] += pool.values.count }
        pool.values += own.values
        source = places
      }
      let target = result.alias(shape: source.shape, strides: result.strides, elementOffset: start &* result.strides[dim])
      try StridedElements.copy(source, to: target)
      start += source.shape[dim]
    }
    return NDArrayObject(result, pool)
  }

  private static func common(_ parts: [NDArrayObject]) -> ElementType {
    if parts.contains(where: { $0.elementType == .object }) { return .object }
    if parts.contains(where: { $0.pool != nil }) { return .text(1) }
    let dtypes = parts.map(\.view.dtype)
    return .number(dtypes.dropFirst().reduce(dtypes[0]) { $0.arrayPromoted(with: $1) })
  }

  private static func choose(_ condition: Value, _ x: Value, _ y: Value) throws(Raised) -> Value {
    let mask = try ArrayConversion.array(condition, type: .number(.bool)).view
    let (first, second) = (try ArrayConversion.array(x), try ArrayConversion.array(y))
    var (a, b) = (first.view, second.view)
    var pool: ElementPool?
    if first.pool != nil || second.pool != nil {
      let type: ElementType = first.elementType == .object || second.elementType == .object ? .object : .text(1)
      let joint = try joined(
        [NDArrayObject(ArrayShapes.flat(a), first.pool), NDArrayObject(ArrayShapes.flat(b), second.pool)], .int(0), type)
      pool = joint.pool
      let places = joint.view
      a = places.alias(shape: a.shape, strides: a.shape.contiguousStrides, elementOffset: 0)
      b = places.alias(shape: b.shape, strides: b.shape.contiguousStrides, elementOffset: first.view.elementCount)
    } else {
      (a, b) = try ArrayOperators.common(x, y)
    }
    guard let pair = try? Shape.broadcast(a.shape, b.shape), let shape = try? Shape.broadcast(mask.shape, pair),
      let flags = StridedElements.broadcast(mask, to: shape), let p = StridedElements.broadcast(a, to: shape),
      let q = StridedElements.broadcast(b, to: shape)
    else {
      throw .valueError(
        "operands could not be broadcast together with shapes "
          + [mask, a, b].map { ArrayText.tuple($0.shape).spaceless + " " }.joined())
    }
    let result = try StridedElements.copy(of: q)
    let index = try AdvancedIndex(IndexPlan(result, NDArrayObject(flags).asValue))
    index.scatter(try AdvancedIndex(IndexPlan(p, NDArrayObject(flags).asValue)).gather())
    return result.dim == 0 ? ArrayScalar.element(result, pool) : NDArrayObject(result, pool).asValue
  }

  private static func addText(to module: ModuleObject) {
    module.function("_set_print_option(name, value)", "Changes one option of printing.") { call throws(Raised) in
      try ArrayPrintOptions.current.set(try call.string(0), call[1])
      return .none
    }
    module.function("get_printoptions()", "How arrays are printed.") { _ throws(Raised) in ArrayPrintOptions.current.dictionary
    }
    module.function("_array_text(a, options, kind, separator, prefix, suffix)", "An array as text with options of its own.") {
      call throws(Raised) in
      let array = try ArrayConversion.array(call[0])
      var options = ArrayPrintOptions.current
      for (name, value) in call[1].cast(to: DictObject.self)?.pairs ?? [] { try options.set(name.stringValue ?? "", value) }
      switch try call.string(2) {
      case "repr": return .string(try ArrayText.repr(array, options))
      case "str": return .string(try ArrayText.str(array, options))
      default:
        return .string(
          try ArrayText.body(
            array, options, separator: try call.string(3), prefix: try call.string(4).unicodeScalars.count,
            suffix: try call.string(5).unicodeScalars.count))
      }
    }
  }

  private static func addSettings(to module: ModuleObject) {
    module.function(
      "seterr(all=None, divide=None, over=None, under=None, invalid=None)", "What follows from results that are not finite."
    ) {
      call throws(Raised) in
      let old = errorModes()
      for (i, kind) in ArrayWarnings.Kind.allCases.enumerated() {
        let value = call.has(i + 1) ? call[i + 1] : call[0]
        guard let mode = value.stringValue else { continue }
        guard ["ignore", "warn", "raise", "call", "print", "log"].contains(mode) else {
          throw .valueError("invalid error mode '\(mode)'")
        }
        ArrayWarnings.modes[kind.rawValue] = mode
      }
      return old
    }
    module.function("geterr()", "What follows from results that are not finite.") { _ throws(Raised) in errorModes() }
  }

  private static func errorModes() -> Value {
    let result = DictObject()
    for kind in ArrayWarnings.Kind.allCases { result.set(kind.name, .string(ArrayWarnings.modes[kind.rawValue])) }
    return result.asValue
  }
}
