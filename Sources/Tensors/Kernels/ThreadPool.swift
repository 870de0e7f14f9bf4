import CKernels
import Synchronization

/// The threads that loops and oneDNN share.
package enum ThreadPool {
  /// How many threads are used: as many as there are cores, or what `OMP_NUM_THREADS` says, unless set.
  package static var threadCount: Int { Int(lk_get_threads()) }

  /// Sets the number of threads; at least one is used.
  package static func setThreadCount(_ count: Int) { lk_set_threads(Int32(clamping: min(count, 1024))) }

  /// Runs `body` on consecutive ranges of 0..<count, one for each thread; false as soon as one of them says so.
  static func inRanges(_ count: Int, _ body: (Range<Int>) -> Bool) -> Bool {
    final class Job {
      let body: (Range<Int>) -> Bool
      let isDone = Atomic(true)
      init(_ body: @escaping (Range<Int>) -> Bool) { self.body = body }
    }
    return withoutActuallyEscaping(body) { body in
      let job = Job(body)
      lk_parallel(Int64(count), 1, Unmanaged.passUnretained(job).toOpaque()) { context, from, to, _ in
        guard let context else { return }
        let job = Unmanaged<Job>.fromOpaque(context).takeUnretainedValue()
        if !job.body(Int(from)..<Int(to)) { job.isDone.store(false, ordering: .relaxed) }
      }
      return withExtendedLifetime(job) { job.isDone.load(ordering: .relaxed) }
    }
  }
}
