/// What stands beyond the border.
package enum PaddingMode: String {
  case constant
  /// The elements mirrored at the border, which itself is not repeated.
  case reflect
  /// The border's element.
  case replicate
  /// The elements of the opposite border.
  case circular
}

extension Tensor {
  /// The tensor with elements added around it: `sizes` gives the numbers in front of and behind the last dimension, then the one
  /// before it, and so on. Negative numbers cut elements off (constant mode only).
  package func padded(_ sizes: [Int], mode: PaddingMode = .constant, value: Double = 0) throws(TensorError) -> Tensor {
    guard sizes.count % 2 == 0 else { throw .runtime("Padding length must be divisible by 2") }
    let count = sizes.count / 2
    guard count <= dim else {
      throw .runtime(
        "Padding length should be less than or equal to two times the input dimension but got padding length \(sizes.count) and "
          + "input of dimension \(dim)")
    }
    if sizes.contains(where: { $0.magnitude > 1 << 31 }) { throw .runtime("padding sizes must be less than 2147483648") }
    if mode != .constant { try checkBorder(sizes, mode) }
    // A source position for each place along each dimension; -1 stands for the constant.
    var maps: [[Int]] = []
    var result = shape
    for d in 0..<dim {
      let at = dim - 1 - d
      let (low, high) = at < count ? (sizes[2 * at], sizes[2 * at + 1]) : (0, 0)
      let (size, length) = (shape[d], shape[d] + low + high)
      if length < 0 { throw .runtime("narrow(): length must be non-negative.") }
      result[d] = length
      maps.append((0..<length).map { Tensor.source($0 - low, size, mode) })
    }
    _ = try result.checkedElementCount(byteSize: dtype.byteSize)
    if mode == .constant, let out = try surrounded(sizes, result, value) {
      let own = shape
      let name = Tensor.nodeName(mode, count)
      return out.record(name, self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
        [try call.grad.returned(maps, to: own, name)]
      }
    }
    return try gathered(maps, result, value: value, "\(Tensor.nodeName(mode, count))")
  }

  private static func nodeName(_ mode: PaddingMode, _ count: Int) -> String {
    switch mode {
    case .constant: "ConstantPadNdBackward0"
    case .reflect: "ReflectionPad\(count)DBackward0"
    case .replicate: "ReplicationPad\(count)DBackward0"
    case .circular: "CopySlices"
    }
  }

  private static func source(_ place: Int, _ size: Int, _ mode: PaddingMode) -> Int {
    if place >= 0 && place < size { return place }
    switch mode {
    case .constant: return -1
    case .reflect: return place < 0 ? -place : 2 * (size - 1) - place
    case .replicate: return place < 0 ? 0 : size - 1
    case .circular: return place < 0 ? place + size : place - size
    }
  }

  private func checkBorder(_ sizes: [Int], _ mode: PaddingMode) throws(TensorError) {
    let count = sizes.count / 2
    guard count >= 1, count <= 3, dim == count + 1 || dim == count + 2 else {
      throw .notImplemented(
        "Padding size \(sizes.count) is not supported for \(dim)D input tensor.\nSupported combinations for non-constant padding:\n"
          + "  - 2D or 3D input: padding size = 2 (pads last dimension)\n  - 3D or 4D input: padding size = 4 (pads last 2 dimensions)\n"
          + "  - 4D or 5D input: padding size = 6 (pads last 3 dimensions)")
    }
    for i in 0..<count {
      let d = dim - 1 - i
      let (low, high, size) = (sizes[2 * i], sizes[2 * i + 1], shape[d])
      if size == 0 {
        throw .runtime(
          "Expected \(count + 1)D or \(count + 2)D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: \(shape)"
        )
      }
      switch mode {
      case .reflect where low >= size || high >= size:
        throw .runtime(
          "Argument #\(2 * (i + 2)): Padding size should be less than the corresponding input dimension, but got: padding "
            + "(\(low), \(high)) at dimension \(d) of input \(shape)")
      case .circular where low > size || high > size:
        throw .runtime("Padding value causes wrapping around more than once.")
      default: break
      }
      if size + low + high < 0 || low < -size || high < -size { throw .runtime("narrow(): length must be non-negative.") }
    }
  }

  /// The tensor inside one of constants; nil where something is cut off.
  private func surrounded(_ sizes: [Int], _ result: Shape, _ value: Double) throws(TensorError) -> Tensor? {
    guard sizes.allSatisfy({ $0 >= 0 }), elementCount > 0 else { return nil }
    let out = try Tensor(uninitialised: result, dtype: dtype)
    out.fillElements(.double(value))
    var start = 0
    for at in 0..<sizes.count / 2 { start &+= sizes[2 * at] &* out.strides[dim - 1 - at] }
    out.alias(shape: shape, strides: out.strides, elementOffset: start).copyElements(from: self)
    return out
  }

  private func gathered(_ maps: [[Int]], _ result: Shape, value: Double, _ name: String) throws(TensorError) -> Tensor {
    let x = try plainCopy()
    var work = PadWork(x: x, maps: maps, result: result, value: value)
    let out: Tensor = try dtype.dispatch(&work)
    let own = shape
    return out.record(name, self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.returned(maps, to: own, name)]
    }
  }

  /// Adds every element back to where it came from.
  private func returned(_ maps: [[Int]], to own: Shape, _ name: String) throws(TensorError) -> Tensor {
    let grad = try plainCopy()
    var work = UnpadWork(grad: grad, maps: maps, shape: own)
    let out: Tensor = try dtype.dispatch(&work, "pad")
    let result = shape
    return out.record(name, self) { (call: borrowing BackwardCall) throws(TensorError) -> [Tensor?] in
      [try call.grad.gathered(maps, result, value: 0, name)]
    }
  }
}

/// Visits the rows of a padded tensor: the source row's offset, nil where it is all constant, and the row's own offset.
private func forEachRow(_ maps: [[Int]], _ shape: Shape, _ result: Shape, _ visit: (Int?, Int) -> Void) {
  let outer = maps.dropLast()
  let width = result[result.count - 1]
  let strides = shape.contiguousStrides
  for row in 0..<outer.reduce(1, { $0 * $1.count }) {
    var rest = row
    var source: Int? = 0
    for d in outer.indices.reversed() {
      let place = outer[d][rest % outer[d].count]
      rest /= outer[d].count
      source = place < 0 ? nil : source.map { $0 + place * strides[d] }
    }
    visit(source, row * width)
  }
}

private struct PadWork: ElementWork {
  let x: Tensor
  let maps: [[Int]]
  let result: Shape
  let value: Double

  mutating func run<T: Element>(_ type: T.Type) throws(TensorError) -> Tensor {
    let out = try Tensor(uninitialised: result, dtype: T.dtype)
    if out.elementCount == 0 { return out }
    let (from, to, fill) = (x.pointer(T.self), out.pointer(T.self), T(double: value))
    guard let columns = maps.last else {
      to[0] = from[0]
      return out
    }
    forEachRow(maps, x.shape, result) { source, target in
      for (i, column) in columns.enumerated() {
        if let source, column >= 0 { to[target + i] = from[source + column] } else { to[target + i] = fill }
      }
    }
    return out
  }
}

private struct UnpadWork: FloatWork {
  let grad: Tensor
  let maps: [[Int]]
  let shape: Shape

  mutating func run<T: FloatElement>(_ type: T.Type) throws(TensorError) -> Tensor {
    let out = try Tensor.zeros(shape, dtype: T.dtype)
    if grad.elementCount == 0 { return out }
    let (from, to) = (grad.pointer(T.self), out.pointer(T.self))
    guard let columns = maps.last else {
      to[0] = from[0]
      return out
    }
    forEachRow(maps, shape, grad.shape) { source, target in
      guard let source else { return }
      for (i, column) in columns.enumerated() where column >= 0 { to[source + column] += from[target + i] }
    }
    return out
  }
}

extension Op {
  static let pad = Op(
    "pad(input: Tensor, pad: ints, mode: str = 'constant', value: float? = None)", .functional,
    "Adds elements around a tensor.",
    example: "F.pad(torch.ones(2, 2), (1, 1))"
  ) { (call: borrowing OpCall) throws(TensorError) -> OpValue in
    let name = try call.string(2)
    guard let mode = PaddingMode(rawValue: name) else { throw .notImplemented("Unrecognised padding mode \(name)") }
    if mode != .constant, let value = try call.optionalDouble(3), value != 0 {
      throw .runtime("Padding mode \"\(name)\" doesn't take in value argument")
    }
    return .tensor(try call.tensor(0).padded(call.ints(1), mode: mode, value: call.optionalDouble(3) ?? 0))
  }
}
