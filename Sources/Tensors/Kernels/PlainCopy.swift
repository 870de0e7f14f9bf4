extension Tensor {
  /// The elements in row-major order for a kernel to read, outside autograd; itself if they are.
  func plainCopy() throws(TensorError) -> Tensor {
    if isContiguous { return self }
    return try GradMode.off { () throws(TensorError) -> Tensor in try contiguous() }
  }
}
