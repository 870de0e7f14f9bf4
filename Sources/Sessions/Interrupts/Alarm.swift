import Glibc
import Interpreter

/// Why the program was asked to stop.
final class StopReason: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var timeOut = false

  init() { pthread_mutex_init(lock, nil) }
  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func locked<R>(_ body: (inout Bool) -> R) -> R {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(&timeOut)
  }

  var isTimeOut: Bool { locked { $0 } }
  func clear() { locked { $0 = false } }
}

/// Interrupts the program when a time limit is reached.
final class Alarm: @unchecked Sendable {
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var isCancelled = false
  private var thread = pthread_t()
  private let seconds: Double
  private let reason: StopReason
  private let flag: InterruptFlag

  /// Starts counting.
  init(seconds: Double, _ reason: StopReason, _ flag: InterruptFlag) {
    self.seconds = seconds
    self.reason = reason
    self.flag = flag
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_create(
      &thread, nil, { Unmanaged<Alarm>.fromOpaque($0!).takeUnretainedValue().wait() }, Unmanaged.passUnretained(self).toOpaque()
    )
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  private func wait() -> UnsafeMutableRawPointer? {
    var until = timespec()
    clock_gettime(CLOCK_MONOTONIC, &until)
    let total = Double(until.tv_nsec) * 1e-9 + min(max(seconds, 0), 1e9)
    until.tv_sec += Int(total)
    until.tv_nsec = Int((total - total.rounded(.down)) * 1e9)
    pthread_mutex_lock(lock)
    while !isCancelled {
      guard pthread_cond_timedwait(condition, lock, &until) == ETIMEDOUT else { continue }
      reason.locked { $0 = true }
      flag.set()
      // Once more until the cell has ended: a script may catch the interrupt and go on.
      until.tv_nsec += 100_000_000
      if until.tv_nsec >= 1_000_000_000 {
        until.tv_nsec -= 1_000_000_000
        until.tv_sec += 1
      }
    }
    pthread_mutex_unlock(lock)
    return nil
  }

  /// Stops counting, and waits until the thread has seen it.
  func cancel() {
    pthread_mutex_lock(lock)
    isCancelled = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(lock)
    pthread_join(thread, nil)
  }
}
