import Tensors

/// Tensors of equal shape, one after the other along a new first dimension.
func stacked(_ tensors: [Tensor]) throws(TensorError) -> Tensor {
  guard let first = tensors.first else { throw .runtime("stack expects a non-empty TensorList") }
  for (index, tensor) in tensors.enumerated() where tensor.shape != first.shape {
    let sizes = "\(first.shape.description) at entry 0 and \(tensor.shape.description) at entry \(index)"
    throw .runtime("stack expects each tensor to be equal size, but got \(sizes)")
  }
  let batch = try Tensor(uninitialised: Shape([tensors.count] + Array(first.shape)), dtype: first.dtype)
  let byteCount = first.elementCount * first.dtype.byteSize
  for (index, tensor) in tensors.enumerated() {
    let source = tensor.dtype == first.dtype ? try tensor.contiguous() : try tensor.to(first.dtype).contiguous()
    (batch.rawPointer + index * byteCount).copyMemory(from: source.rawPointer, byteCount: byteCount)
  }
  return batch
}

/// The rows of `tensor` at these positions, which must exist.
func rows(of tensor: Tensor, at indices: [Int]) throws(TensorError) -> Tensor {
  let source = try tensor.contiguous()
  let rowShape = Array(source.shape.dropFirst())
  let batch = try Tensor(uninitialised: Shape([indices.count] + rowShape), dtype: source.dtype)
  let byteCount = rowShape.reduce(1, *) * source.dtype.byteSize
  for (place, index) in indices.enumerated() {
    (batch.rawPointer + place * byteCount).copyMemory(from: source.rawPointer + index * byteCount, byteCount: byteCount)
  }
  return batch
}
