import CKernels
import Glibc

/// out[i] = f(a[i]) over any layouts; `a` is broadcast to `out`.
@inline(__always)
func mapElements<A: Element, R: Element>(_ out: Tensor, _ a: Tensor, _ f: (A) -> R) {
  let po = out.pointer(R.self)
  let pa = a.pointer(A.self)
  if out.isContiguous && a.isContiguous && out.shape == a.shape {
    return ParallelLoop.run(out.elementCount) { from, to in
      for i in from..<to { po[i] = f(pa[i]) }
    }
  }
  let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape))
  let n = runs.count
  let (so, sa, _, _) = runs.steps
  runs.forEachInParallel { o, i, _, _ in
    for k in 0..<n { po[o &+ k &* so] = f(pa[i &+ k &* sa]) }
  }
}

/// out[i] = f(a[i], b[i]) over any layouts; `a` and `b` are broadcast to `out`.
@inline(__always)
func zipElements<A: Element, B: Element, R: Element>(_ out: Tensor, _ a: Tensor, _ b: Tensor, _ f: (A, B) -> R) {
  let po = out.pointer(R.self)
  let pa = a.pointer(A.self)
  let pb = b.pointer(B.self)
  if out.isContiguous && a.isContiguous && b.isContiguous && out.shape == a.shape && out.shape == b.shape {
    return ParallelLoop.run(out.elementCount) { from, to in
      for i in from..<to { po[i] = f(pa[i], pb[i]) }
    }
  }
  let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape), b.strides(broadcastTo: out.shape))
  let n = runs.count
  let (so, sa, sb, _) = runs.steps
  runs.forEachInParallel { o, i, j, _ in
    if so == 1 && sa == 1 && sb == 1 {
      for k in 0..<n { po[o &+ k] = f(pa[i &+ k], pb[j &+ k]) }
    } else if so == 1 && sa == 1 && sb == 0 {
      let constant = pb[j]
      for k in 0..<n { po[o &+ k] = f(pa[i &+ k], constant) }
    } else {
      for k in 0..<n { po[o &+ k &* so] = f(pa[i &+ k &* sa], pb[j &+ k &* sb]) }
    }
  }
}

/// out[i] = f(a[i], b[i], c[i]) over any layouts, all broadcast to `out`.
@inline(__always)
func zipElements<A: Element, B: Element, C: Element, R: Element>(
  _ out: Tensor, _ a: Tensor, _ b: Tensor, _ c: Tensor, _ f: (A, B, C) -> R
) {
  let po = out.pointer(R.self)
  let pa = a.pointer(A.self)
  let pb = b.pointer(B.self)
  let pc = c.pointer(C.self)
  let shape = out.shape
  let runs = StridedRuns(
    shape, out.strides, a.strides(broadcastTo: shape), b.strides(broadcastTo: shape), c.strides(broadcastTo: shape))
  let n = runs.count
  let (so, sa, sb, sc) = runs.steps
  runs.forEachInParallel { o, i, j, l in
    for k in 0..<n { po[o &+ k &* so] = f(pa[i &+ k &* sa], pb[j &+ k &* sb], pc[l &+ k &* sc]) }
  }
}

/// A vector loop over float32 operands of any layouts, `a` and `b` broadcast to `out`.
@inline(__always)
func zipFloats(_ out: Tensor, _ a: Tensor, _ b: Tensor, _ loop: FloatLoop) {
  let po = out.pointer(Float.self)
  let pa = a.pointer(Float.self)
  let pb = b.pointer(Float.self)
  if out.isContiguous && a.isContiguous && b.isContiguous && out.shape == a.shape && out.shape == b.shape {
    return loop(pa, 1, pb, 1, po, Int64(out.elementCount))
  }
  let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape), b.strides(broadcastTo: out.shape))
  let n = runs.count
  let (so, sa, sb, _) = runs.steps
  runs.forEachInParallel { o, i, j, _ in
    if so == 1 || n == 1 {
      loop(pa + i, Int64(sa), pb + j, Int64(sb), po + o, Int64(n))
    } else {
      for k in 0..<n { loop(pa + i + k * sa, 0, pb + j + k * sb, 0, po + o + k * so, 1) }
    }
  }
}

/// A vector loop over a row-major float32 operand and a number.
@inline(__always)
func mapFloats(_ out: Tensor, _ a: Tensor, _ number: Float, swapped: Bool, _ loop: FloatLoop) {
  var constant = number
  if swapped {
    loop(&constant, 0, a.pointer(Float.self), 1, out.pointer(Float.self), Int64(out.elementCount))
  } else {
    loop(a.pointer(Float.self), 1, &constant, 0, out.pointer(Float.self), Int64(out.elementCount))
  }
}

/// A vector loop chosen by operation and dtype over operands of any layouts, `a` and `b` of one dtype and broadcast to `out`.
func zipElements(_ operation: lk_operation, _ out: Tensor, _ a: Tensor, _ b: Tensor) {
  let type = lk_type(UInt32(a.dtype.rawValue))
  let (po, pa, pb) = (out.rawPointer, a.rawPointer, b.rawPointer)
  if out.isContiguous && a.isContiguous && b.isContiguous && out.shape == a.shape && out.shape == b.shape {
    return lk_binary(operation, type, pa, 1, pb, 1, po, Int64(out.elementCount))
  }
  let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape), b.strides(broadcastTo: out.shape))
  let n = runs.count
  let (so, sa, sb, _) = runs.steps
  let (size, outSize) = (a.dtype.byteSize, out.dtype.byteSize)
  runs.forEachInParallel { o, i, j, _ in
    if so == 1 || n == 1 {
      lk_binary(operation, type, pa + i &* size, Int64(sa), pb + j &* size, Int64(sb), po + o &* outSize, Int64(n))
    } else {
      for k in 0..<n {
        lk_binary(
          operation, type, pa + (i &+ k &* sa) &* size, 0, pb + (j &+ k &* sb) &* size, 0, po + (o &+ k &* so) &* outSize, 1)
      }
    }
  }
}

/// A vector loop chosen by operation and dtype over an operand and a number of its dtype.
func mapElements(_ operation: lk_operation, _ out: Tensor, _ a: Tensor, _ number: Scalar, swapped: Bool = false) {
  let type = lk_type(UInt32(a.dtype.rawValue))
  let (po, pa) = (out.rawPointer, a.rawPointer)
  let (size, outSize) = (a.dtype.byteSize, out.dtype.byteSize)
  number.withBytes(a.dtype) { constant in
    func run(_ o: Int, _ so: Int, _ i: Int, _ sa: Int, _ n: Int) {
      let (to, from) = (po + o &* outSize, pa + i &* size)
      if swapped {
        lk_binary(operation, type, constant, 0, from, Int64(sa), to, Int64(n))
      } else {
        lk_binary(operation, type, from, Int64(sa), constant, 0, to, Int64(n))
      }
    }
    if out.isContiguous && a.isContiguous && out.shape == a.shape { return run(0, 1, 0, 1, out.elementCount) }
    let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape))
    let n = runs.count
    let (so, sa, _, _) = runs.steps
    runs.forEachInParallel { o, i, _, _ in
      if so == 1 || n == 1 { return run(o, 1, i, sa, n) }
      for k in 0..<n { run(o &+ k &* so, 1, i &+ k &* sa, 1, 1) }
    }
  }
}

extension Scalar {
  /// The number as an element of a dtype, for a loop to read.
  func withBytes<R>(_ type: DType, _ body: (UnsafeRawPointer) -> R) -> R {
    func given<T>(_ value: T) -> R { withUnsafeBytes(of: value) { body($0.baseAddress!) } }  // values have a size
    switch type {
    case .float32: return given(Float(scalar: self))
    case .float64: return given(Double(scalar: self))
    case .int64: return given(Int(scalar: self))
    case .int32: return given(Int32(scalar: self))
    case .int16: return given(Int16(scalar: self))
    case .int8: return given(Int8(scalar: self))
    case .uint8: return given(UInt8(scalar: self))
    case .bool: return given(Bool(scalar: self))
    case .float16: return given(Float16(scalar: self))
    }
  }
}

private struct AccumulateWork: ElementWork {
  let target: Tensor
  let source: Tensor
  mutating func run<T: Element>(_ type: T.Type) {
    zipElements(target, target, source) { (x: T, y: T) -> T in x.adding(y) }
  }
}

extension Tensor {
  /// Writes the elements of `source`, broadcast and converted, without autograd or version count.
  package func copyElements(from source: Tensor) {
    if dtype == source.dtype {
      if isContiguous && source.isContiguous && shape == source.shape && elementCount < ParallelLoop.grain {
        memmove(rawPointer, source.rawPointer, elementCount &* dtype.byteSize)
      } else {
        copyLayout(from: source.rawPointer, strides: source.strides(broadcastTo: shape))
      }
      return
    }
    let (from, to) = (lk_type(UInt32(source.dtype.rawValue)), lk_type(UInt32(dtype.rawValue)))
    let (p, o) = (source.rawPointer, rawPointer)
    if isContiguous && source.isContiguous && shape == source.shape {
      return lk_convert(from, to, p, o, Int64(elementCount))
    }
    let (size, outSize) = (source.dtype.byteSize, dtype.byteSize)
    let runs = StridedRuns(shape, strides, source.strides(broadcastTo: shape))
    let n = runs.count
    let (so, sp, _, _) = runs.steps
    runs.forEachInParallel { target, start, _, _ in
      if so == 1 && sp == 1 { return lk_convert(from, to, p + start &* size, o + target &* outSize, Int64(n)) }
      // Elements far from each other go through a place where they are neighbours.
      let most = 512
      withUnsafeTemporaryAllocation(byteCount: 2 * most * 8, alignment: 64) { place in
        let (near, converted) = (place.baseAddress!, place.baseAddress! + most * 8)  // not empty
        for first in stride(from: 0, to: n, by: most) {
          let count = Int64(Swift.min(most, n - first))
          copyRun(size, near, 1, p + (start &+ first &* sp) &* size, sp, count)
          lk_convert(from, to, near, converted, count)
          copyRun(outSize, o + (target &+ first &* so) &* outSize, so, converted, 1, count)
        }
      }
    }
  }

  private func copyRun(
    _ size: Int, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ source: UnsafeRawPointer, _ step: Int, _ count: Int64
  ) {
    var (count, outStep, step) = (count, Int64(outStep), Int64(step))
    lk_copy(Int32(size), 1, &count, out, &outStep, source, &step)
  }

  /// Copies elements of the same dtype from one layout to another.
  private func copyLayout(from source: UnsafeRawPointer, strides from: Strides) {
    let rank = shape.count
    let size = dtype.byteSize
    let to = rawPointer
    guard rank <= Int(lk_copy_rank) else {
      // More dimensions than the C loops take: nearly all of them have size 1.
      let runs = StridedRuns(shape, strides, from)
      let n = runs.count
      let (so, sa, _, _) = runs.steps
      return runs.forEach { o, i, _, _ in
        for k in 0..<n { memcpy(to + (o &+ k &* so) &* size, source + (i &+ k &* sa) &* size, size) }
      }
    }
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 3 * rank + 1) { geometry in
      for i in 0..<rank {
        geometry[i] = Int64(shape[i])
        geometry[rank + i] = Int64(strides[i])
        geometry[2 * rank + i] = Int64(from[i])
      }
      let sizes = UnsafePointer(geometry.baseAddress!)  // capacity is at least one
      lk_copy(Int32(size), Int32(rank), sizes, to, sizes + rank, source, sizes + 2 * rank)
    }
  }

  /// Sets all elements, without autograd or version count.
  package func fillElements(_ value: Scalar) {
    if value == .int(0) || value == .bool(false), isContiguous, elementCount < ParallelLoop.grain {
      memset(rawPointer, 0, elementCount &* dtype.byteSize)
      return
    }
    value.withBytes(dtype) { constant in copyLayout(from: constant, strides: Strides(repeating: 0, count: shape.count)) }
  }

  /// Adds the elements of `source`, of the same dtype, without autograd or version count.
  func accumulateElements(from source: Tensor) {
    var work = AccumulateWork(target: self, source: source)
    try? dtype.dispatch(&work)  // adding does not fail
  }
}
