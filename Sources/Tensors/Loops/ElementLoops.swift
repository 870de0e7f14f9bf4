import Glibc

/// out[i] = f(a[i]) over any layouts; `a` is broadcast to `out`.
@inline(__always)
func mapElements<A: Element, R: Element>(_ out: Tensor, _ a: Tensor, _ f: (A) -> R) {
  let po = out.pointer(R.self)
  let pa = a.pointer(A.self)
  if out.isContiguous && a.isContiguous && out.shape == a.shape {
    let n = out.elementCount
    for i in 0..<n { po[i] = f(pa[i]) }
    return
  }
  let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape))
  let n = runs.count
  let (so, sa, _, _) = runs.steps
  runs.forEach { o, i, _, _ in
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
    let n = out.elementCount
    for i in 0..<n { po[i] = f(pa[i], pb[i]) }
    return
  }
  let runs = StridedRuns(out.shape, out.strides, a.strides(broadcastTo: out.shape), b.strides(broadcastTo: out.shape))
  let n = runs.count
  let (so, sa, sb, _) = runs.steps
  runs.forEach { o, i, j, _ in
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
  runs.forEach { o, i, j, l in
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
  runs.forEach { o, i, j, _ in
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

private struct FillWork: ElementWork {
  let target: Tensor
  let value: Scalar
  mutating func run<T: Element>(_ type: T.Type) {
    let constant = T(scalar: value)
    let p = target.pointer(T.self)
    if target.isContiguous {
      p.update(repeating: constant, count: target.elementCount)
      return
    }
    let runs = StridedRuns(target.shape, target.strides)
    let n = runs.count
    let step = runs.steps.0
    runs.forEach { o, _, _, _ in
      for k in 0..<n { p[o &+ k &* step] = constant }
    }
  }
}

/// Copies within one dtype.
private struct CopyWork: ElementWork {
  let target: Tensor
  let source: Tensor
  mutating func run<T: Element>(_ type: T.Type) { mapElements(target, source) { (x: T) -> T in x } }
}

/// Reads any dtype into doubles or integers: the first half of a conversion. Two halves keep the number of specialised loops at
/// twice the number of dtypes instead of its square.
private struct WidenWork: ElementWork {
  let target: Tensor
  let source: Tensor
  mutating func run<A: Element>(_ type: A.Type) {
    if target.dtype == .float64 {
      mapElements(target, source) { (x: A) -> Double in x.double }
    } else {
      mapElements(target, source) { (x: A) -> Int in x.int }
    }
  }
}

/// Writes doubles or integers into any dtype: the second half.
private struct NarrowWork: ElementWork {
  let target: Tensor
  let source: Tensor
  mutating func run<R: Element>(_ type: R.Type) {
    if source.dtype == .float64 {
      mapElements(target, source) { (x: Double) -> R in R(double: x) }
    } else {
      mapElements(target, source) { (x: Int) -> R in R(int: x) }
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
    if dtype == source.dtype && isContiguous && source.isContiguous && shape == source.shape {
      memmove(rawPointer, source.rawPointer, elementCount &* dtype.byteSize)
      return
    }
    if dtype == source.dtype {
      var work = CopyWork(target: self, source: source)
      try? dtype.dispatch(&work)  // copies do not fail
      return
    }
    let middle: DType = dtype.isFloatingPoint || source.dtype.isFloatingPoint ? .float64 : .int64
    if source.dtype == middle {
      var work = NarrowWork(target: self, source: source)
      try? dtype.dispatch(&work)  // conversions do not fail
    } else if dtype == middle {
      var work = WidenWork(target: self, source: source)
      try? source.dtype.dispatch(&work)  // conversions do not fail
    } else {
      guard let wide = try? Tensor(uninitialised: source.shape, dtype: middle) else { preconditionFailure("out of memory") }
      var first = WidenWork(target: wide, source: source)
      try? source.dtype.dispatch(&first)  // conversions do not fail
      var second = NarrowWork(target: self, source: wide)
      try? dtype.dispatch(&second)  // conversions do not fail
    }
  }

  /// Sets all elements, without autograd or version count.
  package func fillElements(_ value: Scalar) {
    var work = FillWork(target: self, value: value)
    try? dtype.dispatch(&work)  // filling does not fail
  }

  /// Adds the elements of `source`, of the same dtype, without autograd or version count.
  func accumulateElements(from source: Tensor) {
    var work = AccumulateWork(target: self, source: source)
    try? dtype.dispatch(&work)  // adding does not fail
  }
}
