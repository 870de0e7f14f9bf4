import Glibc

/// Sends on what a program printed within a fifth of a second, so that a long run can be watched through a pipe.
enum OutputFlusher {
  private static let microseconds: UInt32 = 200_000

  private struct State {
    var lock = pthread_mutex_t()
    var condition = pthread_cond_t()
    /// Whether something was written since the last flush. Read without the lock: at worst a flush comes later.
    var isPending = false
  }

  /// Made, with the thread, when something is first written.
  nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    pthread_mutex_init(&state.pointee.lock, nil)
    pthread_cond_init(&state.pointee.condition, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        if let context { OutputFlusher.work(context.assumingMemoryBound(to: State.self)) }
        return nil
      }, state)
    pthread_detach(thread)
    return state
  }()

  /// Has the output sent on soon.
  static func noteOutput() {
    guard !state.pointee.isPending else { return }
    pthread_mutex_lock(&state.pointee.lock)
    state.pointee.isPending = true
    pthread_cond_signal(&state.pointee.condition)
    pthread_mutex_unlock(&state.pointee.lock)
  }

  private static func work(_ state: UnsafeMutablePointer<State>) {
    // Signals are for the thread that waits for keys.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    while true {
      pthread_mutex_lock(&state.pointee.lock)
      while !state.pointee.isPending { pthread_cond_wait(&state.pointee.condition, &state.pointee.lock) }
      pthread_mutex_unlock(&state.pointee.lock)
      usleep(microseconds)
      state.pointee.isPending = false
      TerminalOutput.flush()
    }
  }
}
