/// The order in which random fills and masks visit the elements of a strided tensor: as they lie in memory.
package enum MemoryOrder {
  /// Calls `visit` with each element's offset, the dimension of largest stride outermost.
  package static func forEachOffset(shape: [Int], strides: [Int], _ visit: (Int) -> Void) {
    guard !shape.contains(0) else { return }
    let dims = shape.indices.sorted { strides[$0] != strides[$1] ? strides[$0] > strides[$1] : $0 < $1 }
    let sizes = dims.map { shape[$0] }
    let steps = dims.map { strides[$0] }
    var counter = [Int](repeating: 0, count: dims.count)
    var offset = 0
    while true {
      visit(offset)
      var dim = dims.count - 1
      while dim >= 0 {
        counter[dim] += 1
        offset += steps[dim]
        if counter[dim] < sizes[dim] { break }
        offset -= steps[dim] * sizes[dim]
        counter[dim] = 0
        dim -= 1
      }
      if dim < 0 { return }
    }
  }
}
