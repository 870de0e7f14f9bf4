import CKernels
import Glibc

/// Contents that exist in another form, such as a blocked layout of oneDNN, until somebody asks for plain bytes.
package protocol DeferredContents: AnyObject {
  /// Room for the plain bytes where no other can be had.
  var reserve: MemoryReserve { get }

  /// Writes the plain row-major bytes.
  func materialise(into bytes: UnsafeMutableRawPointer, byteCount: Int)
}

/// The bytes that tensors and their views share.
///
/// Memory of a kilobyte or more is aligned to 64 bytes, smaller pieces to 16.
package final class Storage {
  /// The size.
  package let byteCount: Int
  // Internal for the same reason as in Tensor.
  var storedVersion = 0
  private var memory: UnsafeMutableRawPointer?
  private var owner: AnyObject?
  private var contents: (any DeferredContents)?

  /// How often the contents have been changed in place; autograd compares it with the count when a tensor was saved.
  @inline(__always)
  package var version: Int {
    get { storedVersion }
    set { storedVersion = newValue }
  }

  /// The contents in another form, until plain bytes exist.
  package var deferred: (any DeferredContents)? { contents }

  /// Uninitialised memory.
  package init(byteCount: Int) throws(TensorError) {
    self.byteCount = byteCount
    memory = try Storage.allocate(byteCount)
  }

  /// Contents that are turned into bytes when first read.
  package init(byteCount: Int, deferred: any DeferredContents) {
    self.byteCount = byteCount
    contents = deferred
  }

  /// Foreign memory that stays valid as long as `owner` lives.
  package init(sharing memory: UnsafeMutableRawPointer, byteCount: Int, owner: AnyObject) {
    self.byteCount = byteCount
    self.memory = memory
    self.owner = owner
  }

  /// The plain bytes.
  @inline(__always)
  package var bytes: UnsafeMutableRawPointer {
    if let memory, contents == nil { return memory }
    return materialised()
  }

  private func materialised() -> UnsafeMutableRawPointer {
    let pending = contents
    contents = nil
    if memory == nil {
      if let fresh = try? Storage.allocate(byteCount) {
        memory = fresh
      } else if let reserve = pending?.reserve {
        (memory, owner) = (reserve.pointer, reserve)
      }
    }
    // Storage without memory has contents, and these a reserve.
    pending?.materialise(into: memory!, byteCount: byteCount)
    return memory!
  }

  /// Below this size the C library's allocator is the faster one.
  private static let smallLimit = 1024

  private static func allocate(_ byteCount: Int) throws(TensorError) -> UnsafeMutableRawPointer {
    if byteCount < smallLimit {
      if let small = malloc(max(byteCount, 16)) { return small }
    } else if let large = lk_buffer_allocate(Int64(byteCount)) {
      return large
    }
    throw .notEnoughMemory(byteCount)
  }

  deinit {
    guard owner == nil, let memory else { return }
    if byteCount < Storage.smallLimit { free(memory) } else { lk_buffer_free(memory, Int64(byteCount)) }
  }
}
