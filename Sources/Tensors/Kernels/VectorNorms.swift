import CKernels

extension ReductionPlan {
  /// The p-norms of float32 numbers, added in the order in which they lie in memory, as PyTorch adds them.
  func norms(_ p: Double, keepdim: Bool) throws(TensorError) -> Tensor {
    let kept = reduced.indices.filter { !reduced[$0] }
    let inner = reduced.indices.filter { reduced[$0] && source.shape[$0] != 1 }.sorted {
      source.strides[$0] > source.strides[$1]
    }
    let single = reduced.indices.filter { reduced[$0] && source.shape[$0] == 1 }
    var (run, isOneRun) = (1, true)
    for dim in inner.reversed() {
      isOneRun = isOneRun && source.strides[dim] == run
      run &*= source.shape[dim]
    }
    let rows = try source.permute(kept + single + inner).plainCopy()
    let out = try Tensor.zeros(shape(keepdim: keepdim), dtype: .float32)
    lk_norms_f32(
      rows.pointer(Float.self), out.pointer(Float.self), Int64(out.elementCount), Int64(reducedCount), Float(p), isOneRun)
    return out
  }
}
