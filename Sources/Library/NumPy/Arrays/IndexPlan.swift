import Interpreter
import Tensors

/// What stands between the brackets, checked against an array's sizes: a view for numbers, slices and new dimensions, and the index
/// arrays that pick elements along the rest.
struct IndexPlan {
  /// One dimension that an index array picks from.
  struct Picked {
    /// int64 positions.
    let indices: Tensor
    let size: Int
    let stride: Int
    /// The dimension of the indexed array, for messages.
    let axis: Int
  }

  /// The view that remains of the other dimensions.
  private(set) var base: Tensor
  private(set) var picked: [Picked] = []
  /// Where the index arrays' dimensions go in the result.
  private(set) var position = 0
  /// Whether a number stood for every dimension.
  private(set) var isElement = false
  /// How many elements the only index, a mask of the array's rank, picks.
  private(set) var wholeMask: Int?

  var isAdvanced: Bool { !picked.isEmpty }

  private enum Part {
    case newAxis, ellipsis
    case at(Int)
    case slice(SliceObject)
    case indices(Tensor)
    case mask(Tensor)

    var dimensions: Int {
      switch self {
      case .newAxis, .ellipsis: 0
      case .mask(let mask): mask.dim
      default: 1
      }
    }
  }

  init(_ x: Tensor, _ index: Value) throws(Raised) {
    base = x
    var parts: [Part] = []
    if let tuple = index.cast(to: TupleObject.self) {
      for element in tuple.elements { parts.append(try IndexPlan.part(element)) }
    } else {
      parts.append(try IndexPlan.part(index))
    }
    let needed = parts.reduce(0) { $0 + $1.dimensions }
    if needed > x.dim {
      throw .indexError("too many indices for array: array is \(x.dim)-dimensional, but \(needed) were indexed")
    }
    let ellipses = parts.filter { if case .ellipsis = $0 { true } else { false } }.count
    if ellipses > 1 { throw .indexError("an index can only have a single ellipsis ('...')") }
    if ellipses == 0 { parts.append(.ellipsis) }
    let isAdvanced = parts.contains {
      switch $0 {
      case .indices, .mask: true
      default: false
      }
    }
    isElement = ellipses == 0 && needed == x.dim && parts.dropLast().allSatisfy { if case .at = $0 { true } else { false } }
    if parts.count <= 2, case .mask(let mask) = parts[0], mask.dim == x.dim { wholeMask = 0 }
    try lay(parts, x, left: x.dim - needed, isAdvanced: isAdvanced)
    if wholeMask != nil { wholeMask = picked.first?.indices.elementCount }
  }

  private mutating func lay(_ parts: [Part], _ x: Tensor, left: Int, isAdvanced: Bool) throws(Raised) {
    var shape: [Int] = []
    var strides: [Int] = []
    var offset = x.elementOffset
    var dim = 0
    var lastAdvanced: Int?
    var isAdjacent = true
    func keep(_ size: Int, _ stride: Int) {
      shape.append(size)
      strides.append(stride)
    }
    for (number, part) in parts.enumerated() {
      switch part {
      case .newAxis: keep(1, 0)
      case .ellipsis:
        for _ in 0..<left {
          keep(x.shape[dim], x.strides[dim])
          dim += 1
        }
      case .slice(let slice):
        let (start, step, count) = try slice.resolved(length: x.shape[dim])
        if count > 0 { offset += start &* x.strides[dim] }
        keep(count, x.strides[dim] &* step)
        dim += 1
      case .at(let i):
        let size = x.shape[dim]
        guard i >= -size, i < size else { throw IndexPlan.outOfBounds(i, dim, size) }
        if isAdvanced {
          note(number, shape.count, &lastAdvanced, &isAdjacent)
          picked.append(Picked(indices: Tensor([i], shape: []), size: size, stride: x.strides[dim], axis: dim))
        } else {
          offset += (i < 0 ? i + size : i) &* x.strides[dim]
        }
        dim += 1
      case .indices(let indices):
        note(number, shape.count, &lastAdvanced, &isAdjacent)
        picked.append(Picked(indices: indices, size: x.shape[dim], stride: x.strides[dim], axis: dim))
        dim += 1
      case .mask(let mask):
        note(number, shape.count, &lastAdvanced, &isAdjacent)
        try add(mask, x, &dim)
      }
    }
    if !isAdjacent { position = 0 }
    base = x.alias(shape: Shape(shape), strides: Shape(strides), elementOffset: offset)
  }

  /// Remembers where the first index array stood, and whether others stand right behind it.
  private mutating func note(_ number: Int, _ place: Int, _ last: inout Int?, _ isAdjacent: inout Bool) {
    if let last { isAdjacent = isAdjacent && last == number - 1 } else { position = place }
    last = number
  }

  private mutating func add(_ mask: Tensor, _ x: Tensor, _ dim: inout Int) throws(Raised) {
    for d in 0..<mask.dim where mask.shape[d] != x.shape[dim + d] {
      throw .indexError(
        "boolean index did not match indexed array along axis \(dim + d); size of axis is \(x.shape[dim + d]) but size of "
          + "corresponding boolean axis is \(mask.shape[d])")
    }
    let flags = try StridedElements.contiguous(mask)
    let p = flags.pointer(Bool.self)
    var places: [[Int]] = Array(repeating: [], count: max(mask.dim, 1))
    let strides = mask.shape.contiguousStrides
    for i in 0..<flags.elementCount where p[i] {
      if mask.dim == 0 { places[0].append(0) }
      for d in 0..<mask.dim { places[d].append(i / strides[d] % mask.shape[d]) }
    }
    if mask.dim == 0 {
      picked.append(Picked(indices: Tensor(places[0]), size: 1, stride: 0, axis: dim))
      return
    }
    for d in 0..<mask.dim {
      picked.append(Picked(indices: Tensor(places[d]), size: x.shape[dim], stride: x.strides[dim], axis: dim))
      dim += 1
    }
  }

  private static func part(_ value: Value) throws(Raised) -> Part {
    switch value {
    case .int(let i): return .at(i)
    case .none: return .newAxis
    case .bool(let flag): return .mask(Tensor([flag], shape: []))
    default: break
    }
    if value.isEllipsis { return .ellipsis }
    if let slice = value.cast(to: SliceObject.self) { return .slice(slice) }
    if let (scalar, dtype) = ArrayScalar.parts(value) {
      if case .bool(let flag) = scalar { return .mask(Tensor([flag], shape: [])) }
      if dtype.kind == .int { return .at(scalar.intValue) }
      throw invalid
    }
    let isSequence = value.sequence != nil || value.cast(to: RangeObject.self) != nil
    if isSequence || value.cast(to: NDArrayObject.self) != nil || value.tensor != nil
      || value.object?.type.lookup("__array__") != nil
    {
      let array = try ArrayConversion.array(value)
      guard array.pool == nil else { throw invalid }
      let x = array.view
      if x.dtype == .bool { return .mask(x) }
      if isSequence, x.elementCount == 0 { return .indices(Tensor([Int](), shape: x.shape)) }
      guard x.dtype.kind == .int else { throw .indexError("arrays used as indices must be of integer (or boolean) type") }
      if x.dim == 0 { return .at(ArrayScalar.read(x).intValue) }
      let indices = try converting { () throws(TensorError) in try array.tensor.to(.int64) }
      return .indices(try StridedElements.contiguous(indices))
    }
    guard case .object(let object) = value, object.type.lookup("__index__") != nil || object.type.isSubtype(of: .int) else {
      throw invalid
    }
    return .at(try Interpreter.current.index(value))
  }

  static func outOfBounds(_ i: Int, _ axis: Int, _ size: Int) -> Raised {
    .indexError("index \(i) is out of bounds for axis \(axis) with size \(size)")
  }

  private static let invalid = Raised.indexError(
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")
}

/// The elements that index arrays pick: for each place before, among and behind their dimensions, how far the element is away.
struct AdvancedIndex {
  /// The sizes of the result.
  let shape: Shape
  private let base: Tensor
  private let before: [Int]
  private let among: [Int]
  private let behind: [Int]

  init(_ plan: IndexPlan) throws(Raised) {
    base = plan.base
    var broadcast = Shape()
    for picked in plan.picked {
      guard let common = try? Shape.broadcast(broadcast, picked.indices.shape) else {
        let shapes = plan.picked.map { ArrayText.tuple($0.indices.shape).spaceless }.joined(separator: " ")
        throw .indexError("shape mismatch: indexing arrays could not be broadcast together with shapes \(shapes) ")
      }
      broadcast = common
    }
    let p = plan.position
    let sizes = Array(base.shape)
    let strides = Array(base.strides)
    shape = Shape(sizes[..<p] + Array(broadcast) + sizes[p...])
    before = StridedElements.offsets(Shape(Array(sizes[..<p])), Shape(Array(strides[..<p])))
    behind = StridedElements.offsets(Shape(Array(sizes[p...])), Shape(Array(strides[p...])))
    var among = [Int](repeating: 0, count: broadcast.elementCount)
    for picked in plan.picked {
      let indices = picked.indices.pointer(Int.self)
      for i in 0..<picked.indices.elementCount where indices[i] < -picked.size || indices[i] >= picked.size {
        throw IndexPlan.outOfBounds(indices[i], picked.axis, picked.size)
      }
      // `broadcast` fits: it was made of this shape.
      guard let view = StridedElements.broadcast(picked.indices, to: broadcast) else { continue }
      for (i, offset) in StridedElements.offsets(broadcast, view.strides).enumerated() {
        let index = indices[offset]
        among[i] += (index < 0 ? index + picked.size : index) &* picked.stride
      }
    }
    self.among = among
  }

  /// A new array of the elements.
  func gather() throws(Raised) -> Tensor {
    let (shape, dtype) = (self.shape, base.dtype)
    let result = try converting { () throws(TensorError) in try Tensor(uninitialised: shape, dtype: dtype) }
    switch base.dtype.byteSize {
    case 1: move(UInt8.self, result, isGathering: true)
    case 2: move(UInt16.self, result, isGathering: true)
    case 4: move(UInt32.self, result, isGathering: true)
    default: move(UInt64.self, result, isGathering: true)
    }
    return result
  }

  /// Overwrites the elements with those of a contiguous tensor of the result's shape.
  func scatter(_ source: Tensor) {
    switch base.dtype.byteSize {
    case 1: move(UInt8.self, source, isGathering: false)
    case 2: move(UInt16.self, source, isGathering: false)
    case 4: move(UInt32.self, source, isGathering: false)
    default: move(UInt64.self, source, isGathering: false)
    }
  }

  private func move<T>(_ type: T.Type, _ other: Tensor, isGathering: Bool) {
    let elements = base.rawPointer.assumingMemoryBound(to: T.self)
    var p = other.rawPointer.assumingMemoryBound(to: T.self)
    for a in before {
      for b in among {
        let start = elements + (a &+ b)
        if isGathering {
          for c in behind {
            p.pointee = start[c]
            p += 1
          }
        } else {
          for c in behind {
            start[c] = p.pointee
            p += 1
          }
        }
      }
    }
  }
}
