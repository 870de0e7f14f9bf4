/// Releases what containers hold. Nesting beyond a limit is put aside and released afterwards, so that a list of a million lists
/// within each other does not need a million native frames.
enum NestedRelease {
  private struct State {
    var depth = 0
    var values: [(block: UnsafeMutablePointer<Value>, count: Int, capacity: Int)] = []
    var entries: [(block: UnsafeMutablePointer<DictEntry>, count: Int)] = []
  }

  /// Behind a pointer, because a static variable's exclusivity checks cost more than the rest.
  nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()
  private static let limit = 100

  /// Releases values and then their block, which came from the pool when a capacity is given.
  @inline(__always) static func values(_ block: UnsafeMutablePointer<Value>, count: Int, poolCapacity: Int = 0) {
    let state = state
    if state.pointee.depth >= limit {
      state.pointee.values.append((block, count, poolCapacity))
      return
    }
    state.pointee.depth &+= 1
    block.destroyValues(count: count)
    if poolCapacity > 0 { SlotPool.release(block, capacity: poolCapacity) } else { block.deallocate() }
    state.pointee.depth &-= 1
    if state.pointee.depth == 0 { drain(state) }
  }

  /// Releases the entries of a dict and then their block.
  @inline(__always) static func entries(_ block: UnsafeMutablePointer<DictEntry>, count: Int) {
    let state = state
    if state.pointee.depth >= limit {
      state.pointee.entries.append((block, count))
      return
    }
    state.pointee.depth &+= 1
    block.deinitialize(count: count)
    block.deallocate()
    state.pointee.depth &-= 1
    if state.pointee.depth == 0 { drain(state) }
  }

  @inline(__always) private static func drain(_ state: UnsafeMutablePointer<State>) {
    if state.pointee.values.isEmpty, state.pointee.entries.isEmpty { return }
    drainAll(state)
  }

  @inline(never) private static func drainAll(_ state: UnsafeMutablePointer<State>) {
    state.pointee.depth = 1
    while true {
      if let (block, count, capacity) = state.pointee.values.popLast() {
        block.destroyValues(count: count)
        if capacity > 0 { SlotPool.release(block, capacity: capacity) } else { block.deallocate() }
      } else if let (block, count) = state.pointee.entries.popLast() {
        block.deinitialize(count: count)
        block.deallocate()
      } else {
        break
      }
    }
    state.pointee.depth = 0
  }
}
