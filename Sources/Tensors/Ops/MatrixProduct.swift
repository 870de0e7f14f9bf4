import CKernels

extension Tensor {
  /// The product of two matrices, without autograd; shapes and dtypes are known to fit.
  static func productOfMatrices(_ a: Tensor, _ b: Tensor, bias: Tensor? = nil) throws(TensorError) -> Tensor {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    let out = try Tensor(uninitialised: Shape(m, n), dtype: a.dtype)
    multiply(a, b, bias, m, k, n, into: out)
    return out
  }

  fileprivate static func multiply(_ a: Tensor, _ b: Tensor, _ bias: Tensor?, _ m: Int, _ k: Int, _ n: Int, into out: Tensor) {
    if m == 0 || n == 0 { return }
    let (ar, ac, br, bc) = (Int64(a.strides[0]), Int64(a.strides[1]), Int64(b.strides[0]), Int64(b.strides[1]))
    // A single column counts as row-major whatever its strides; as the transpose of a weight with one row it is multiplied like others.
    let isTransposed = n == 1 ? k > 1 : !b.isContiguous
    let transposed: Int32 = isTransposed && b.strides[0] == 1 && b.strides[1] == Swift.max(k, 1) ? 1 : 0
    switch a.dtype {
    case .float32:
      lk_matmul_f32(
        Int64(m), Int64(k), Int64(n), lk_matrix_f32(data: a.pointer(Float.self), row: ar, column: ac),
        lk_matrix_f32(data: b.pointer(Float.self), row: br, column: bc), transposed,
        bias.map { UnsafePointer($0.pointer(Float.self)) },
        out.pointer(Float.self))
    case .float64:
      lk_matmul_f64(
        Int64(m), Int64(k), Int64(n), lk_matrix_f64(data: a.pointer(Double.self), row: ar, column: ac),
        lk_matrix_f64(data: b.pointer(Double.self), row: br, column: bc), bias.map { UnsafePointer($0.pointer(Double.self)) },
        out.pointer(Double.self))
    default:
      var work = IntegerProduct(a: a, b: b, out: out, m: m, k: k, n: n)
      try? a.dtype.dispatch(&work)  // integer products do not fail
    }
  }

  private struct IntegerProduct: ElementWork {
    let a: Tensor
    let b: Tensor
    let out: Tensor
    let m: Int
    let k: Int
    let n: Int
    mutating func run<T: Element>(_ type: T.Type) {
      let (pa, pb, po) = (a.pointer(T.self), b.pointer(T.self), out.pointer(T.self))
      for i in 0..<m {
        for j in 0..<n {
          var sum = T.zero
          for l in 0..<k {
            let x = pa[i &* a.strides[0] &+ l &* a.strides[1]]
            sum = sum.adding(x.multiplying(pb[l &* b.strides[0] &+ j &* b.strides[1]]))
          }
          po[i &* n &+ j] = sum
        }
      }
    }
  }

  /// Whether this matrix is the transposed view of a row-major one.
  private var isColumnMajor: Bool { shape.count == 2 && strides[0] == 1 && strides[1] == shape[0] && !isContiguous }

  /// The gradient g·bᵀ of a in a·b, in a's order of elements.
  private func gradientOfLeft(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    try a.isColumnMajor ? b.mm(t()).t() : mm(b.t())
  }

  /// The gradient aᵀ·g of b in a·b, in b's order of elements: that of a layer's weights comes out row-major, as they are.
  private func gradientOfRight(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    try b.isColumnMajor ? t().mm(a).t() : a.t().mm(self)
  }

  /// The product of two matrices.
  package func mm(_ other: Tensor) throws(TensorError) -> Tensor {
    guard shape.count == 2 else { throw .runtime("mm: self must be a matrix, got \(shape.count)-D tensor") }
    guard other.shape.count == 2 else { throw .runtime("mm: mat2 must be a matrix, got \(other.shape.count)-D tensor") }
    guard shape[1] == other.shape[0] else {
      throw .runtime("mm: mat1 and mat2 shapes cannot be multiplied (\(shape.joinedByX) and \(other.shape.joinedByX))")
    }
    try requireSameDType(other)
    let out = try Tensor.productOfMatrices(self, other)
    let a = SavedTensor(self)
    let b = SavedTensor(other)
    return out.record("MmBackward0", self, other) { call in
      [
        call.needs(0) ? try call.grad.gradientOfLeft(a.value(), b.value()) : nil,
        call.needs(1) ? try call.grad.gradientOfRight(a.value(), b.value()) : nil,
      ]
    }
  }

  private func requireSameDType(_ other: Tensor) throws(TensorError) {
    guard dtype == other.dtype else {
      throw .runtime("expected m1 and m2 to have the same dtype, but got: \(dtype.cName) != \(other.dtype.cName)")
    }
    if dtype == .bool { throw .notImplemented("addmm_impl_cpu_", for: .bool) }
  }

  /// The product of two vectors.
  package func dot(_ other: Tensor) throws(TensorError) -> Tensor {
    guard shape.count == 1 && other.shape.count == 1 else {
      throw .runtime("1D tensors expected, but got \(shape.count)D and \(other.shape.count)D tensors")
    }
    guard dtype == other.dtype else {
      throw .runtime(
        "dot : expected both vectors to have same dtype, but found \(dtype.scalarName) and \(other.dtype.scalarName)")
    }
    guard shape[0] == other.shape[0] else {
      throw .runtime(
        "inconsistent tensor size, expected tensor \(shape) and src \(other.shape) to have the same number of elements, but got "
          + "\(shape[0]) and \(other.shape[0]) elements respectively")
    }
    let out = try Tensor(uninitialised: [], dtype: dtype)
    let n = Int64(shape[0])
    switch dtype {
    case .float32:
      out.pointer(Float.self)[0] = lk_dot_f32(
        pointer(Float.self), Int64(strides[0]), other.pointer(Float.self), Int64(other.strides[0]), n)
    case .float64:
      out.pointer(Double.self)[0] = lk_dot_f64(
        pointer(Double.self), Int64(strides[0]), other.pointer(Double.self), Int64(other.strides[0]), n)
    case .bool: throw .notImplemented("dot", for: .bool)
    default:
      let row = alias(shape: [1, shape[0]], strides: [0, strides[0]], elementOffset: elementOffset)
      let column = other.alias(shape: [shape[0], 1], strides: [other.strides[0], 0], elementOffset: other.elementOffset)
      Tensor.multiply(row, column, nil, 1, shape[0], 1, into: out)
    }
    let a = SavedTensor(self)
    let b = SavedTensor(other)
    return out.record("DotBackward0", self, other) { call in
      [call.needs(0) ? try call.grad.mul(b.value()) : nil, call.needs(1) ? try call.grad.mul(a.value()) : nil]
    }
  }

  /// The products of the last dimensions of two tensors.
  ///
  /// **Shape** `[a…, k]`, `[b…, k]` → `[a…, b…]`.
  package func inner(_ other: Tensor) throws(TensorError) -> Tensor {
    guard let k = shape.last, let last = other.shape.last else { return try mul(other) }
    guard k == last else {
      throw .runtime("inner() the last dimension must match on both input tensors but got shapes \(shape) and \(other.shape)")
    }
    if dim == 1 && other.dim == 1 { return try dot(other) }
    let (left, right) = (Shape(shape.dropLast()), Shape(other.shape.dropLast()))
    let product = try reshape([left.elementCount, k]).mm(other.reshape([right.elementCount, k]).t())
    return try product.reshape(Shape(Array(left) + Array(right)))
  }

  /// The product of a matrix and a vector.
  package func mv(_ vector: Tensor) throws(TensorError) -> Tensor {
    guard shape.count == 2, vector.shape.count == 1 else {
      throw .runtime("vector + matrix @ vector expected, got 1, \(shape.count), \(vector.shape.count)")
    }
    guard shape[1] == vector.shape[0] else {
      throw .runtime("size mismatch, got input (\(shape[0])), mat (\(shape.joinedByX)), vec (\(vector.shape[0]))")
    }
    try requireSameDType(vector)
    let column = vector.alias(shape: [shape[1], 1], strides: [vector.strides[0], 1], elementOffset: vector.elementOffset)
    let product = try Tensor.productOfMatrices(self, column)
    let out = product.alias(shape: [shape[0]], strides: [1], elementOffset: 0)
    let a = SavedTensor(self)
    let b = SavedTensor(vector)
    return out.record("MvBackward0", self, vector) { call in
      [
        call.needs(0) ? try call.grad.unsqueeze(1).mul(b.value().unsqueeze(0)) : nil,
        call.needs(1) ? try a.value().t().mv(call.grad) : nil,
      ]
    }
  }

  /// Products of as many pairs of matrices as the first dimension has.
  package func bmm(_ other: Tensor) throws(TensorError) -> Tensor {
    guard shape.count == 3 else { throw .runtime("batch1 must be a 3D tensor") }
    guard other.shape.count == 3 else { throw .runtime("batch2 must be a 3D tensor") }
    guard shape[0] == other.shape[0], shape[2] == other.shape[1] else {
      throw .runtime(
        "Expected size for first two dimensions of batch2 tensor to be: [\(shape[0]), \(shape[2])] but got: "
          + "[\(other.shape[0]), \(other.shape[1])].")
    }
    guard dtype == other.dtype else {
      throw .runtime("expected scalar type \(dtype.scalarName) but found \(other.dtype.scalarName)")
    }
    let (m, k, n) = (shape[1], shape[2], other.shape[2])
    let out = try Tensor(uninitialised: [shape[0], m, n], dtype: dtype)
    // Small products are worth a thread each, large ones all threads.
    let work = m &* k &* n
    ParallelLoop.run(shape[0], grain: work > 1 << 24 ? shape[0] : 1 + 65536 / (work + 1)) { from, to in
      for i in from..<to {
        let a = alias(shape: [m, k], strides: [strides[1], strides[2]], elementOffset: elementOffset + i * strides[0])
        let b = other.alias(
          shape: [k, n], strides: [other.strides[1], other.strides[2]],
          elementOffset: other.elementOffset + i * other.strides[0])
        Tensor.multiply(a, b, nil, m, k, n, into: out.alias(shape: [m, n], strides: [n, 1], elementOffset: i * m * n))
      }
    }
    let a = SavedTensor(self)
    let b = SavedTensor(other)
    return out.record("BmmBackward0", self, other) { call in
      [
        call.needs(0) ? try call.grad.bmm(b.value().transpose(1, 2)) : nil,
        call.needs(1) ? try a.value().transpose(1, 2).bmm(call.grad) : nil,
      ]
    }
  }

  /// bias + mat1 · mat2, the product behind `linear`.
  package static func addmm(_ bias: Tensor, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    guard a.shape.count == 2, b.shape.count == 2 else {
      throw .runtime("mat1 and mat2 must be 2-D tensors, but got \(a.shape.count)-D and \(b.shape.count)-D")
    }
    guard a.shape[1] == b.shape[0] else {
      throw .runtime("addmm: mat1 and mat2 shapes cannot be multiplied (\(a.shape.joinedByX) and \(b.shape.joinedByX))")
    }
    guard a.dtype == b.dtype else {
      throw .runtime("mat1 and mat2 must have the same dtype, but got \(a.dtype.scalarName) and \(b.dtype.scalarName)")
    }
    guard bias.dtype == a.dtype else {
      throw .runtime("self and mat2 must have the same dtype, but got \(bias.dtype.scalarName) and \(b.dtype.scalarName)")
    }
    let result: Shape = [a.shape[0], b.shape[1]]
    let out: Tensor
    if bias.shape.count == 1, bias.shape[0] == b.shape[1], a.dtype.isFloatingPoint, a.shape[1] > 0 {
      out = try Tensor.productOfMatrices(a, b, bias: GradMode.off { try bias.contiguous() })
    } else {
      out = try GradMode.off {
        try Tensor.productOfMatrices(a, b).add(bias.expand(result))
      }
    }
    let (biasShape, type) = (bias.shape, bias.dtype)
    let sa = SavedTensor(a)
    let sb = SavedTensor(b)
    return out.record("AddmmBackward0", [bias, a, b]) { call in
      [
        call.needs(0) ? try call.grad.reduced(to: biasShape, type) : nil,
        call.needs(1) ? try call.grad.gradientOfLeft(sa.value(), sb.value()) : nil,
        call.needs(2) ? try call.grad.gradientOfRight(sa.value(), sb.value()) : nil,
      ]
    }
  }

  /// The product of vectors, matrices or batches of matrices, as `@` has it.
  package func matmul(_ other: Tensor) throws(TensorError) -> Tensor {
    let (p, q) = (shape.count, other.shape.count)
    guard p > 0 && q > 0 else {
      throw .runtime("both arguments to matmul need to be at least 1D, but they are \(p)D and \(q)D")
    }
    switch (p, q) {
    case (1, 1): return try dot(other)
    case (2, 1): return try mv(other)
    case (1, 2): return try unsqueeze(0).mm(other).squeeze([0]).named("SqueezeBackward4", after: self, other)
    case (2, 2): return try mm(other)
    default: return try batchedProduct(other)
    }
  }

  private func batchedProduct(_ other: Tensor) throws(TensorError) -> Tensor {
    let a = shape.count == 1 ? try unsqueeze(0) : self
    let b = other.shape.count == 1 ? try other.unsqueeze(1) : other
    let (ra, rb) = (a.shape.count, b.shape.count)
    if rb == 2 && ra > 2 {
      // One matrix for all batches: fold them into the rows.
      guard a.shape[ra - 1] == b.shape[0] else {
        throw .runtime(
          "mm: mat1 and mat2 shapes cannot be multiplied (\(a.elementCount / Swift.max(a.shape[ra - 1], 1))x\(a.shape[ra - 1]) and "
            + "\(b.shape.joinedByX))")
      }
      var sizes = a.shape
      sizes[ra - 1] = b.shape[1]
      let product = try a.reshape([-1, a.shape[ra - 1]]).mm(b).view(sizes).named("UnsafeViewBackward0", after: a, b)
      return other.shape.count == 1 ? try product.squeeze([-1]) : product
    }
    let batch = try Shape.broadcast(Shape(a.shape.dropLast(2)), Shape(b.shape.dropLast(2)))
    let (m, k) = (a.shape[ra - 2], a.shape[ra - 1])
    let (k2, n) = (b.shape[rb - 2], b.shape[rb - 1])
    let count = batch.elementCount
    guard k == k2 else {
      throw .runtime(
        "Expected size for first two dimensions of batch2 tensor to be: [\(count), \(k)] but got: [\(count), \(k2)].")
    }
    let left = try a.expand(Shape(Array(batch) + [m, k])).reshape([count, m, k])
    let right = try b.expand(Shape(Array(batch) + [k, n])).reshape([count, k, n])
    var product = try left.bmm(right).view(Shape(Array(batch) + [m, n])).named("UnsafeViewBackward0", after: a, b)
    if shape.count == 1 { product = try product.squeeze([-2]) }
    if other.shape.count == 1 { product = try product.squeeze([-1]) }
    return product
  }
}
