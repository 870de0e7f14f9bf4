import Glibc
import Interpreter
import Tensors

/// Elements of views with any strides, negative ones included.
enum StridedElements {
  /// Where each element of a view stands, counted from the first one, in row-major order.
  static func offsets(_ shape: Shape, _ strides: Strides) -> [Int] {
    var result = [0]
    for d in 0..<shape.count {
      let (size, stride) = (shape[d], strides[d])
      if size == 1 { continue }
      var next: [Int] = []
      next.reserveCapacity(result.count &* size)
      for start in result { for i in 0..<size { next.append(start &+ i &* stride) } }
      result = next
    }
    return result
  }

  /// The elements in row-major order without gaps: the tensor itself if it is so already.
  static func contiguous(_ x: Tensor) throws(Raised) -> Tensor { x.isContiguous ? x : try copy(of: x) }

  /// The same for those who cannot say that there is no memory: they ask for no more than exists already, or list the elements anyway.
  static func dense(_ x: Tensor) -> Tensor {
    guard let result = try? contiguous(x) else { preconditionFailure("out of memory for the elements of a view") }
    return result
  }

  /// A new tensor of the same elements in row-major order.
  static func copy(of x: Tensor) throws(Raised) -> Tensor {
    let result = try ArrayMemory.make(x.shape, x.dtype)
    try copy(x, to: result)
    return result
  }

  /// Overwrites a view with the elements of another one of its shape and dtype.
  static func copy(_ source: Tensor, to target: Tensor) throws(Raised) {
    if target.elementCount == 0 { return }
    if source.isContiguous, target.isContiguous {
      memmove(target.rawPointer, source.rawPointer, target.elementCount &* target.dtype.byteSize)
      return
    }
    let source = source.storage === target.storage ? try copy(of: source) : source
    switch target.dtype.byteSize {
    case 1: run(UInt8.self, source, target)
    case 2: run(UInt16.self, source, target)
    case 4: run(UInt32.self, source, target)
    default: run(UInt64.self, source, target)
    }
  }

  private static func run<T>(_ type: T.Type, _ source: Tensor, _ target: Tensor) {
    var from = UnsafePointer(source.rawPointer.assumingMemoryBound(to: T.self))
    var to = target.rawPointer.assumingMemoryBound(to: T.self)
    let rank = target.dim
    if rank == 0 {
      to[0] = from[0]
      return
    }
    let sizes = Array(target.shape)
    let fromStrides = Array(source.strides)
    let toStrides = Array(target.strides)
    let n = sizes[rank - 1]
    let a = fromStrides[rank - 1]
    let b = toStrides[rank - 1]
    var index = [Int](repeating: 0, count: rank - 1)
    while true {
      for i in 0..<n { to[i &* b] = from[i &* a] }
      var d = rank - 2
      while d >= 0 {
        index[d] += 1
        from += fromStrides[d]
        to += toStrides[d]
        if index[d] < sizes[d] { break }
        from -= fromStrides[d] &* sizes[d]
        to -= toStrides[d] &* sizes[d]
        index[d] = 0
        d -= 1
      }
      if d < 0 { return }
    }
  }

  /// A view of a larger shape in which dimensions of size 1 repeat; nil where the shapes do not fit.
  static func broadcast(_ x: Tensor, to shape: Shape) -> Tensor? {
    guard x.dim <= shape.count else { return nil }
    var strides = Strides(repeating: 0, count: shape.count)
    let skipped = shape.count - x.dim
    for d in 0..<x.dim {
      if x.shape[d] == shape[d + skipped] {
        strides[d + skipped] = x.strides[d]
      } else if x.shape[d] != 1 {
        return nil
      }
    }
    return x.alias(shape: shape, strides: strides, elementOffset: x.elementOffset)
  }
}
