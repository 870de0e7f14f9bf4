import CKernels

extension Tensor {
  /// Running sums along a dimension, in double precision for floats, each prefix rounded.
  package func cumsum(_ dim: Int, dtype wanted: DType? = nil) throws(TensorError) -> Tensor {
    let type = wanted ?? (dtype.isFloatingPoint ? dtype : .int64)
    if type != dtype { return try to(type).cumsum(dim) }
    if type != type.wide { return try to(type.wide).cumsum(dim).to(type) }
    let d = try normalised(dim)
    let out = try Tensor(uninitialised: shape, dtype: type)
    if try !running(d, false, into: out) {
      var work = RunningWork(lines: Lines(self, d), out: out, product: false)
      try type.dispatchWide(&work)
    }
    return out.record("CumsumBackward0", self) { call in
      call.grad.shape.count == 0 ? [call.grad] : [try call.grad.flip([d]).cumsum(d).flip([d])]
    }
  }

  /// Running products along a dimension.
  package func cumprod(_ dim: Int, dtype wanted: DType? = nil) throws(TensorError) -> Tensor {
    let type = wanted ?? (dtype.isFloatingPoint ? dtype : .int64)
    if type != dtype { return try to(type).cumprod(dim) }
    if type != type.wide { return try to(type.wide).cumprod(dim).to(type) }
    let d = try normalised(dim)
    let out = try Tensor(uninitialised: shape, dtype: type)
    if try !running(d, true, into: out) {
      var work = RunningWork(lines: Lines(self, d), out: out, product: true)
      try type.dispatchWide(&work)
    }
    let x = SavedTensor(self)
    return out.record("CumprodBackward0", self, savingResult: true) { call in
      if call.grad.shape.count == 0 { return [call.grad] }
      let value = try x.value()
      let n = value.shape[d]
      if try !value.eq(0).any().item().boolValue {
        return [try call.grad.mul(call.result).flip([d]).cumsum(d).flip([d]).div(value)]
      }
      // With zeros: the derivative of prefix j by element i is the product of the others, prefix by prefix.
      var total = try value.zerosLike()
      for j in 0..<n {
        let prefix = try value.slice(d, start: 0, count: j + 1)
        let one = try prefix.slice(d, start: 0, count: 1).onesLike()
        let before = try Tensor.cat([one, prefix.slice(d, start: 0, count: j)], d).cumprod(d)
        let after = try Tensor.cat([one, prefix.flip([d]).slice(d, start: 0, count: j)], d).cumprod(d).flip([d])
        let share = try call.grad.slice(d, start: j, count: 1).mul(before).mul(after)
        total = try total.add(share.placed(in: value.shape, dim: d, start: 0, step: 1))
      }
      return [total]
    }
  }

  /// The vector loops where there is one; false otherwise.
  private func running(_ dim: Int, _ product: Bool, into out: Tensor) throws(TensorError) -> Bool {
    guard dtype == .float32 || dtype == .int64 && !product, shape.count > 0 else { return false }
    let plain = try plainCopy()
    let outer = shape.prefix(dim).reduce(1, *)
    let inner = shape.suffix(from: dim + 1).reduce(1, *)
    let (o, n, i) = (Int64(outer), Int64(shape[dim]), Int64(inner))
    if dtype == .float32 {
      lk_running_f32(product, plain.pointer(Float.self), o, n, i, out.pointer(Float.self))
    } else {
      lk_running_i64(plain.int64Pointer, o, n, i, out.int64Pointer)
    }
    return true
  }

  private struct RunningWork: ElementWork {
    let lines: Lines
    let out: Tensor
    let product: Bool
    mutating func run<T: Element>(_ type: T.Type) {
      let p = lines.source.pointer(T.self)
      let o = out.pointer(T.self)
      let (n, step) = (lines.length, lines.step)
      let target = Lines(out, lines.dim)
      let outStep = target.step
      var outOffsets = [Int](repeating: 0, count: target.count)
      target.forEach { offset, number in outOffsets[number] = offset }
      let product = self.product
      lines.forEach { offset, number in
        let start = outOffsets[number]
        if T.dtype.isFloatingPoint {
          var running = product ? 1.0 : 0.0
          for i in 0..<n {
            let x = p[offset &+ i &* step].double
            if product { running *= x } else { running += x }
            o[start &+ i &* outStep] = T(double: running)
          }
        } else {
          var running = product ? T(int: 1) : T.zero
          for i in 0..<n {
            let x = p[offset &+ i &* step]
            running = product ? running.multiplying(x) : running.adding(x)
            o[start &+ i &* outStep] = running
          }
        }
      }
    }
  }

  /// The largest (or smallest) so far along a dimension, with its last position.
  func cumulativeExtreme(_ dim: Int, _ kind: Extreme) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    if dtype != dtype.wide {
      let (values, indices) = try to(dtype.wide).cumulativeExtreme(dim, kind)
      return (try values.to(dtype), indices)
    }
    let d = try normalised(dim)
    let values = try Tensor(uninitialised: shape, dtype: dtype)
    let indices = try Tensor(uninitialised: shape, dtype: .int64)
    let source = try GradMode.off { try contiguous() }
    var work = RunningExtremeWork(lines: Lines(source, d), kind: kind, values: values, indices: indices)
    try dtype.dispatchWide(&work)
    let own = shape
    values.record(kind == .largest ? "CummaxBackward0" : "CumminBackward0", self) { call in
      [own.count == 0 ? call.grad : try Tensor.zeros(own, dtype: call.grad.dtype).scatterAdd(d, indices, call.grad)]
    }
    return (values, indices)
  }

  private struct RunningExtremeWork: ElementWork {
    let lines: Lines
    let kind: Extreme
    let values: Tensor
    let indices: Tensor
    mutating func run<T: Element>(_ type: T.Type) {
      let p = lines.source.pointer(T.self)
      let v = values.pointer(T.self)
      let o = indices.pointer(Int.self)
      let (n, step, kind) = (lines.length, lines.step, kind)
      // Source and results are row-major, so that one offset serves all.
      lines.forEach { offset, _ in
        if n == 0 { return }
        var best = p[offset]
        var place = 0
        for i in 0..<n {
          let x = p[offset &+ i &* step]
          if i == 0 || kind.beats(x, best) || x == best || x.isNotANumber {
            best = x
            place = i
          }
          v[offset &+ i &* step] = best
          o[offset &+ i &* step] = place
        }
      }
    }
  }
}

extension Op {
  static let cumulative: [Op] = [
    Op(
      "cumsum(input: Tensor, dim: int, *, dtype: dtype? = None)", .both, "Running sums along a dimension.",
      example: "torch.cumsum(torch.tensor([1., 2., 3.]), 0)", inPlace: true
    ) { call in .tensor(try call.tensor(0).cumsum(call.int(1), dtype: call.dtype(2))) },
    Op(
      "cumprod(input: Tensor, dim: int, *, dtype: dtype? = None)", .both, "Running products along a dimension.",
      example: "torch.cumprod(torch.tensor([1., 2., 3.]), 0)", inPlace: true
    ) { call in .tensor(try call.tensor(0).cumprod(call.int(1), dtype: call.dtype(2))) },
    Op(
      "cummax(input: Tensor, dim: int)", .both, "The largest so far.", example: "torch.cummax(torch.tensor([1., 3., 2.]), 0)"
    ) { call in
      let (v, i) = try call.tensor(0).cumulativeExtreme(call.int(1), .largest)
      return .named(.valuesAndIndices("cummax"), [.tensor(v), .tensor(i)])
    },
    Op(
      "cummin(input: Tensor, dim: int)", .both, "The smallest so far.", example: "torch.cummin(torch.tensor([3., 1., 2.]), 0)"
    ) { call in
      let (v, i) = try call.tensor(0).cumulativeExtreme(call.int(1), .smallest)
      return .named(.valuesAndIndices("cummin"), [.tensor(v), .tensor(i)])
    },
  ]
}
