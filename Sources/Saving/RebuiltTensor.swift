import Tensors

/// Tensors from the arguments that pickles give for them.
enum RebuiltTensor {
  /// `_rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks)`: a view that must lie inside its storage.
  static func make(_ given: [SavedValue]) throws(SavingError) -> SavedValue {
    guard case .storage(let storage, let dtype) = given[0], case .int(let offset) = given[1], let sizes = given[2].integers,
      let strides = given[3].integers, case .bool(let flag) = given[4], sizes.count == strides.count
    else { throw .unpickling("a tensor's description is not one") }
    guard sizes.count <= 64 else { throw .unpickling("a tensor of \(sizes.count) dimensions is not supported") }
    guard offset >= 0, isInside(sizes, strides, offset, count: storage.byteCount / dtype.byteSize) else {
      throw .unpickling(
        "a tensor of sizes \(sizes), strides \(strides) and storage offset \(offset) is out of bounds for storage of size "
          + "\(storage.byteCount)")
    }
    let tensor = Tensor(storage: storage, shape: Shape(sizes), strides: Shape(strides), elementOffset: offset, dtype: dtype)
    return .tensor(try requiring(tensor, flag))
  }

  /// `nn.Parameter`.
  static func parameter(_ data: Tensor, requiresGrad: Bool) throws(SavingError) -> SavedValue {
    let parameter = data.alias()
    parameter.isParameter = true
    return .tensor(try requiring(parameter, requiresGrad))
  }

  private static func requiring(_ tensor: Tensor, _ flag: Bool) throws(SavingError) -> Tensor {
    guard flag else { return tensor }
    do { return try tensor.requiringGrad(true) } catch { throw .unpickling(error.message) }
  }

  /// Whether every element of such a view lies among `count` elements.
  private static func isInside(_ sizes: [Int], _ strides: [Int], _ offset: Int, count: Int) -> Bool {
    var last = offset
    var isEmpty = false
    var elements = 1
    for (size, stride) in zip(sizes, strides) {
      guard size >= 0, stride >= 0 else { return false }
      if size == 0 { isEmpty = true }
      let (product, tooMany) = elements.multipliedReportingOverflow(by: max(size, 1))
      let (reach, tooFar) = stride.multipliedReportingOverflow(by: max(size, 1) - 1)
      let (sum, beyond) = last.addingReportingOverflow(reach)
      // Broadcast views have more elements than memory; more than this cannot be counted in bytes.
      if tooMany || tooFar || beyond || product > 1 << 58 { return false }
      (elements, last) = (product, sum)
    }
    return isEmpty || last < count
  }
}

extension SavedArray {
  /// (version, shape, type, whether column-major, contents).
  func take(_ state: SavedValue) throws(SavingError) {
    guard case .tuple(let fields) = state, fields.items.count == 5, let sizes = fields.items[1].integers,
      case .arrayType(let type) = fields.items[2]
    else { throw .unpickling("the state of an array is not one") }
    guard case .bytes(let bytes) = fields.items[4] else { throw .unpickling("arrays of objects are not supported") }
    if case .bool(true) = fields.items[3] { isColumnMajor = true }
    var wanted = Int(type.dropFirst()) ?? 0
    guard wanted > 0 else { throw .unpickling("arrays of type \(type) are not supported") }
    for size in sizes {
      let (product, overflow) = wanted.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow else { throw .unpickling("an array of shape \(sizes) is too large") }
      wanted = product
    }
    guard wanted == bytes.count else {
      throw .unpickling("an array of shape \(sizes) has \(bytes.count) bytes in place of \(wanted)")
    }
    (shape, elementType, contents) = (sizes, type, bytes)
  }
}
