import Glibc
import Interpreter

/// Has the program look up four times a second while a cell runs, so that nothing needs counting in its loops.
final class Ticker: @unchecked Sendable {
  private static let interval = 0.25
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let flag: InterruptFlag
  private var isRunning = false
  private var isIdle = false
  private var isEnded = false
  private var hasTicked = false
  private var thread = pthread_t()

  /// Starts the thread, which sleeps until a cell runs.
  init(_ flag: InterruptFlag) {
    self.flag = flag
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_create(
      &thread, nil,
      { context in
        context.map { Unmanaged<Ticker>.fromOpaque($0).takeUnretainedValue().work() }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    locked {
      isEnded = true
      pthread_cond_signal(condition)
    }
    pthread_join(thread, nil)
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  private func locked<R>(_ body: () -> R) -> R {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// A cell begins.
  func start() {
    locked {
      isRunning = true
      hasTicked = false
      if isIdle { pthread_cond_signal(condition) }
    }
  }

  /// The cell has ended.
  func stop() { locked { isRunning = false } }

  /// Whether a tick came since the last call.
  func takeTick() -> Bool {
    locked {
      defer { hasTicked = false }
      return hasTicked
    }
  }

  private func work() {
    // Signals are for the thread that waits for keys.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !isEnded {
      guard isRunning else {
        isIdle = true
        pthread_cond_wait(condition, lock)
        isIdle = false
        continue
      }
      var until = timespec()
      clock_gettime(CLOCK_MONOTONIC, &until)
      until.tv_nsec += Int(Self.interval * 1e9)
      if until.tv_nsec >= 1_000_000_000 {
        until.tv_nsec -= 1_000_000_000
        until.tv_sec += 1
      }
      if pthread_cond_timedwait(condition, lock, &until) == ETIMEDOUT, isRunning {
        hasTicked = true
        flag.set()
      }
    }
  }
}
