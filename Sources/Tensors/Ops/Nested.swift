extension Tensor {
  /// The tensor that nested lists of numbers describe. Without a dtype: int64 for whole numbers, bool for booleans, float32 where any
  /// number has a point.
  package static func fromNested(_ value: OpValue, dtype: DType?) throws(TensorError) -> Tensor {
    var builder = NestedReader()
    try builder.findShape(value)
    try builder.read(value, 0)
    let type = dtype ?? builder.dtype
    let result = try Tensor(uninitialised: Shape(builder.sizes), dtype: type)
    var work = FillFromScalars(out: result, values: builder.values)
    try type.dispatch(&work)
    return result
  }

  private struct FillFromScalars: ElementWork {
    let out: Tensor
    let values: [Scalar]
    mutating func run<T: Element>(_ type: T.Type) throws(TensorError) {
      let p = out.pointer(T.self)
      for (i, value) in values.enumerated() {
        p[i] = T(scalar: value)
        if case .int(let n) = value, !T.dtype.isFloatingPoint, T.dtype != .bool, p[i].int != n {
          throw .runtime("value cannot be converted to type \(T.dtype.cName) without overflow")
        }
      }
    }
  }

  private struct NestedReader {
    var sizes: [Int] = []
    var values: [Scalar] = []
    var dtype: DType { kind ?? .float32 }
    private var kind: DType?

    mutating func findShape(_ value: OpValue) throws(TensorError) {
      var current = value
      while sizes.count <= 64 {
        if case .tensor(let t) = current {
          sizes.append(contentsOf: t.shape)
          return
        }
        guard let items = current.items else { break }
        sizes.append(items.count)
        guard let first = items.first else { return }
        current = first
      }
      guard sizes.count <= 64 else { throw .value("too many dimensions '\(current.typeName)'") }
    }

    mutating func read(_ value: OpValue, _ depth: Int) throws(TensorError) {
      if let items = value.items {
        guard depth < sizes.count else {
          throw .type("only integer tensors of a single element can be converted to an index")
        }
        guard items.count == sizes[depth] else {
          throw .value("expected sequence of length \(sizes[depth]) at dim \(depth) (got \(items.count))")
        }
        for item in items { try read(item, depth + 1) }
        return
      }
      if case .tensor(let t) = value {
        if depth == sizes.count || Array(sizes[depth...]) == Array(t.shape), depth == 0 || t.elementCount == 1 {
          merge(t.dtype)
          let wide = try t.values(Double.self)
          values.append(
            contentsOf: t.dtype.isFloatingPoint ? wide.map { .double($0) } : try t.values(Int.self).map { .int($0) })
          return
        }
        throw .value("only one element tensors can be converted to Python scalars")
      }
      guard let scalar = value.scalar else {
        if case .string = value { throw .type("new(): invalid data type 'str'") }
        throw .runtime("Could not infer dtype of \(value.typeName)")
      }
      guard depth == sizes.count else { throw .type("not a sequence") }
      merge(scalar.dtype)
      values.append(scalar)
    }

    private mutating func merge(_ type: DType) {
      kind = kind?.promoted(with: type) ?? type
    }
  }

  /// The elements as nested lists; a zero-dim tensor as a number.
  package func toNested() -> OpValue {
    if shape.count == 0 { return (try? item()).map { OpValue($0) } ?? .none }
    var items: [OpValue] = []
    items.reserveCapacity(shape[0])
    for i in 0..<shape[0] {
      var sizes = shape
      var steps = strides
      sizes.remove(at: 0)
      steps.remove(at: 0)
      items.append(alias(shape: sizes, strides: steps, elementOffset: elementOffset &+ i &* strides[0]).toNested())
    }
    return .list(items)
  }
}
