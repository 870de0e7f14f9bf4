import Foundation
import Tensors

private let lock = NSRecursiveLock()

/// Runs a test that draws from the default generator, seeded first, while no other such test runs: all test targets share one
/// process and so one generator.
package func withDefaultGenerator<R>(seed: Int = 777, _ body: () throws -> R) rethrows -> R {
  lock.lock()
  defer { lock.unlock() }
  Generator.standard.manualSeed(UInt64(seed))
  return try body()
}
