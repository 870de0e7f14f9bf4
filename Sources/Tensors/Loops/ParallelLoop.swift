import CKernels

/// Loops in Swift on the threads that oneDNN and the C loops use.
enum ParallelLoop {
  /// Elements below which a second thread costs more than it brings.
  static let grain = 32768

  private struct Body {
    let run: (Int, Int) -> Void
  }

  /// Calls `body` for consecutive pieces of 0..<count, from several threads when there is more than `grain` for each.
  @inline(__always)
  static func run(_ count: Int, grain: Int = grain, _ body: (_ from: Int, _ to: Int) -> Void) {
    if count < 2 &* grain { return body(0, count) }
    withoutActuallyEscaping(body) { escaping in
      var context = Body(run: escaping)
      withUnsafeMutablePointer(to: &context) { pointer in
        lk_parallel(Int64(count), Int64(grain), pointer) { context, from, to, _ in
          // The pointer above, which outlives the call.
          context!.assumingMemoryBound(to: Body.self).pointee.run(Int(from), Int(to))
        }
      }
    }
  }
}
