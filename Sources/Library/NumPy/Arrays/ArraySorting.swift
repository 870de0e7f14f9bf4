import Interpreter
import Tensors

/// Sorting along an axis; equal elements keep their order, NaN goes last.
enum ArraySorting {
  /// The positions that would sort each line of an array along an axis.
  static func order(_ array: NDArrayObject, _ axis: Value) throws(Raised) -> Tensor {
    let (source, dim) = try line(array, axis)
    let result = try converting { () throws(TensorError) in try Tensor(uninitialised: source.view.shape, dtype: .int64) }
    let others = (0..<result.dim).filter { $0 != dim }
    let shape = Shape(others.map { result.shape[$0] })
    let starts = StridedElements.offsets(shape, Shape(others.map { source.view.strides[$0] }))
    let targets = StridedElements.offsets(shape, Shape(others.map { result.strides[$0] }))
    let (n, from, to) = (source.view.shape[dim], source.view.strides[dim], result.strides[dim])
    let r = result.pointer(Int.self)
    for (start, target) in zip(starts, targets) {
      let positions = try positions(source, start, n, from)
      for i in 0..<n { r[target + i &* to] = positions[i] }
    }
    return result
  }

  /// A sorted copy.
  static func sorted(_ array: NDArrayObject, _ axis: Value) throws(Raised) -> Tensor {
    let (source, dim) = try line(array, axis)
    let result = try StridedElements.copy(of: source.view)
    let others = (0..<result.dim).filter { $0 != dim }
    let starts = StridedElements.offsets(Shape(others.map { result.shape[$0] }), Shape(others.map { result.strides[$0] }))
    let (n, stride) = (result.shape[dim], result.strides[dim])
    let holder = NDArrayObject(result, source.pool)
    for start in starts {
      let positions = try positions(holder, start, n, stride)
      switch result.dtype.byteSize {
      case 1: permute(UInt8.self, result, start, stride, positions)
      case 2: permute(UInt16.self, result, start, stride, positions)
      case 4: permute(UInt32.self, result, start, stride, positions)
      default: permute(UInt64.self, result, start, stride, positions)
      }
    }
    return result
  }

  private static func permute<T>(_ type: T.Type, _ x: Tensor, _ start: Int, _ stride: Int, _ positions: [Int]) {
    let p = x.rawPointer.assumingMemoryBound(to: T.self) + start
    let old = positions.map { p[$0 &* stride] }
    for i in 0..<old.count { p[i &* stride] = old[i] }
  }

  private static func line(_ array: NDArrayObject, _ axis: Value) throws(Raised) -> (NDArrayObject, Int) {
    if axis.isNone { return (NDArrayObject(ArrayShapes.flat(array.view), array.pool), 0) }
    return (array, try ArrayArguments.axis(axis, array.view.dim))
  }

  private static func positions(_ array: NDArrayObject, _ start: Int, _ n: Int, _ stride: Int) throws(Raised) -> [Int] {
    let x = array.view
    if let pool = array.pool { return try objects(pool, x.pointer(Int.self) + start, n, stride) }
    switch x.dtype {
    case .float64: return floats(x.pointer(Double.self) + start, n, stride)
    case .float16: return floats(x.pointer(Float16.self) + start, n, stride)
    case .float32: return floats(x.pointer(Float.self) + start, n, stride)
    case .int64: return values(x.pointer(Int.self) + start, n, stride)
    case .int32: return values(x.pointer(Int32.self) + start, n, stride)
    case .int16: return values(x.pointer(Int16.self) + start, n, stride)
    case .int8: return values(x.pointer(Int8.self) + start, n, stride)
    case .uint8, .bool: return values(x.rawPointer.assumingMemoryBound(to: UInt8.self) + start, n, stride)
    }
  }

  private static func floats<T: BinaryFloatingPoint>(_ p: UnsafePointer<T>, _ n: Int, _ stride: Int) -> [Int] {
    (0..<n).sorted { a, b in
      let (x, y) = (p[a &* stride], p[b &* stride])
      if x < y { return true }
      if y < x { return false }
      if x.isNaN != y.isNaN { return y.isNaN }
      return a < b
    }
  }

  private static func values<T: Comparable>(_ p: UnsafePointer<T>, _ n: Int, _ stride: Int) -> [Int] {
    (0..<n).sorted { a, b in
      let (x, y) = (p[a &* stride], p[b &* stride])
      return x == y ? a < b : x < y
    }
  }

  private static func objects(_ pool: ElementPool, _ p: UnsafePointer<Int>, _ n: Int, _ stride: Int) throws(Raised) -> [Int] {
    var failure: Raised?
    let order = (0..<n).sorted { a, b in
      if failure != nil { return a < b }
      let (x, y) = (PooledArrays.plain(pool.values[p[a &* stride]]), PooledArrays.plain(pool.values[p[b &* stride]]))
      do throws(Raised) {
        let interpreter = Interpreter.current
        if try interpreter.isTrue(interpreter.compare(.less, x, y)) { return true }
        if try interpreter.isTrue(interpreter.compare(.less, y, x)) { return false }
      } catch { failure = error }
      return a < b
    }
    if let failure { throw failure }
    return order
  }

  /// Where values would have to be put into a sorted array.
  static func search(_ sorted: Tensor, _ values: Tensor, isRight: Bool) throws(Raised) -> Tensor {
    guard sorted.dim == 1 else { throw .valueError("object too deep for desired array") }
    let isFloat = sorted.dtype.isFloatingPoint || values.dtype.isFloatingPoint
    return try converting { () throws(TensorError) in
      let places: [Int]
      if isFloat {
        let line = try sorted.to(.float64).values(Double.self)
        places = try values.to(.float64).values(Double.self).map { value in
          partition(line.count) { less(line[$0], value) || isRight && !less(value, line[$0]) }
        }
      } else {
        let line = try sorted.to(.int64).values(Int.self)
        places = try values.to(.int64).values(Int.self).map { value in
          partition(line.count) { line[$0] < value || isRight && line[$0] == value }
        }
      }
      return Tensor(places, shape: values.shape)
    }
  }

  private static func less(_ a: Double, _ b: Double) -> Bool { a < b || b.isNaN && !a.isNaN }

  private static func partition(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
