import CKernels

/// The threads that loops and oneDNN share.
package enum ThreadPool {
  /// How many threads are used: as many as there are cores, or what `OMP_NUM_THREADS` says, unless set.
  package static var threadCount: Int { Int(lk_get_threads()) }

  /// Sets the number of threads; at least one is used.
  package static func setThreadCount(_ count: Int) { lk_set_threads(Int32(clamping: min(count, 1024))) }
}
