import Glibc

/// How much of the current thread's stack is left, so that recursion can end in an error on threads with small stacks too.
struct StackRoom {
  private let lowest: UInt
  /// The size of the whole stack.
  let bytes: Int

  /// What must stay free for functions that do not check.
  /// One nested bracket takes 5 KB of stack in an optimised build and more in others.
  private static let reserve: UInt = 384 << 10

  private typealias AttributeReader = @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32

  /// `pthread_getattr_np`, a GNU extension that Swift's view of the C library leaves out.
  private static let readAttributes: AttributeReader? =
    dlsym(nil, "pthread_getattr_np").map { unsafeBitCast($0, to: AttributeReader.self) }

  /// Measures the stack of the thread that runs.
  init() {
    var attributes = pthread_attr_t()
    var address: UnsafeMutableRawPointer?
    var size = 0
    if let read = StackRoom.readAttributes, read(pthread_self(), &attributes) == 0 {
      pthread_attr_getstack(&attributes, &address, &size)
      pthread_attr_destroy(&attributes)
    }
    lowest = address.map { UInt(bitPattern: $0) } ?? 0
    bytes = address == nil ? 512 << 10 : size
  }

  /// Whether the stack is nearly used up.
  @inline(never) var isNearlyUsed: Bool {
    var here: UInt8 = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) } < lowest + StackRoom.reserve
  }
}
