import CKernels
import COneDNN
import Synchronization

/// oneDNN's engine, made at first use, and its copies between layouts.
enum OneDNN {
  /// The processor's engine; nil where oneDNN cannot be used.
  static let engine: dnnl_engine_t? = {
    var engine: dnnl_engine_t?
    return lkd_engine(&engine) == dnnl_success ? engine : nil
  }()

  /// What an operand is to a primitive.
  enum Role {
    static let source = DNNL_ARG_SRC
    static let weights = DNNL_ARG_WEIGHTS
    static let bias = DNNL_ARG_BIAS
    static let destination = DNNL_ARG_DST
  }

  /// One operand of a primitive.
  struct Argument {
    let role: Int32
    let layout: Layout
    let data: UnsafeMutableRawPointer
  }

  /// Runs a primitive; false when it could not.
  static func execute(_ primitive: dnnl_primitive_t, scratchpad: Layout, _ arguments: [Argument]) -> Bool {
    guard let engine, arguments.count <= 23 else { return false }
    lk_apply_threads()
    var list = InlineArray<24, lkd_argument>(repeating: lkd_argument())
    for (i, argument) in arguments.enumerated() {
      list[i] = lkd_argument(role: argument.role, layout: argument.layout.pointer, data: argument.data)
    }
    var count = arguments.count
    var scratch: Buffer?
    if scratchpad.byteCount > 0 {
      guard let buffer = Buffer(last: scratchpad.byteCount) else { return false }
      list[count] = lkd_argument(role: DNNL_ARG_SCRATCHPAD, layout: scratchpad.pointer, data: buffer.pointer)
      count += 1
      scratch = buffer
    }
    let span = list.span
    return withExtendedLifetime(scratch) {
      span.withUnsafeBufferPointer { pointer in
        lkd_execute(engine, primitive, Int32(count), pointer.baseAddress) == dnnl_success
      }
    }
  }

  /// The gradient of x · Φ(x) for `count` numbers; false when it could not.
  static func geluGradient(
    _ x: UnsafePointer<Float>, grad: UnsafePointer<Float>, to out: UnsafeMutablePointer<Float>, count: Int
  ) -> Bool {
    guard let engine else { return false }
    lk_apply_threads()
    return lkd_gelu_gradient(engine, dnnl_dim_t(count), x, grad, out) == dnnl_success
  }

  private struct Copy {
    let from: Layout
    let to: Layout
    let primitive: dnnl_primitive_t
    let scratchpad: Layout
  }
  /// Few different pairs occur in a program, so that a list is searched faster than a key is hashed.
  private static let copies = Mutex<[Copy]>([])

  /// Copies between layouts of the same sizes.
  static func copy(
    _ from: Layout, _ source: UnsafeMutableRawPointer, to: Layout, _ target: UnsafeMutableRawPointer
  ) -> Bool {
    let arguments = [
      Argument(role: DNNL_ARG_FROM, layout: from, data: source), Argument(role: DNNL_ARG_TO, layout: to, data: target),
    ]
    guard let copy = knownCopy(from, to) else { return false }
    return execute(copy.primitive, scratchpad: copy.scratchpad, arguments)
  }

  private static func knownCopy(_ from: Layout, _ to: Layout) -> Copy? {
    // A primitive that is forgotten may still run elsewhere, so that none is ever destroyed; they are small.
    copies.withLock { copies in
      if let known = copies.first(where: { $0.from == from && $0.to == to }) { return known }
      var primitive: dnnl_primitive_t?
      var scratchpad = dnnl_memory_desc_t()
      guard let engine, lkd_reorder_create(engine, from.pointer, to.pointer, &primitive, &scratchpad) == dnnl_success,
        let primitive
      else { return nil }
      if copies.count >= 256 { copies.removeFirst(128) }
      let copy = Copy(from: from, to: to, primitive: primitive, scratchpad: Layout(scratchpad))
      copies.append(copy)
      return copy
    }
  }
}

/// How the numbers of a float32 tensor lie in memory, in oneDNN's terms.
final class Layout: Equatable {
  let pointer: UnsafeMutablePointer<dnnl_memory_desc_t>

  /// Bytes needed, padding included.
  let byteCount: Int
  /// Channels in an inner block, 0 for any other layout.
  let channelBlock: Int

  init(_ descriptor: dnnl_memory_desc_t) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: descriptor)
    byteCount = Int(lkd_byte_count(pointer))
    channelBlock = Int(lkd_channel_block(pointer))
  }

  deinit { pointer.deallocate() }

  /// Row-major.
  static func plain(_ sizes: some Collection<Int>) -> Layout? {
    var descriptor = dnnl_memory_desc_t()
    let status = withDims(sizes) { lkd_plain(&descriptor, Int32(sizes.count), $0) }
    return status == dnnl_success ? Layout(descriptor) : nil
  }

  /// Blocks of `block` channels inside the image, as oneDNN's vector code likes it.
  static func blocked(_ sizes: some Collection<Int>, block: Int) -> Layout? {
    var descriptor = dnnl_memory_desc_t()
    let status = withDims(sizes) { lkd_blocked(&descriptor, Int32(sizes.count), $0, Int32(block)) }
    return status == dnnl_success ? Layout(descriptor) : nil
  }

  static func == (a: Layout, b: Layout) -> Bool { a === b || lkd_equal(a.pointer, b.pointer) }

  private static func withDims(
    _ sizes: some Collection<Int>, _ body: (UnsafePointer<dnnl_dim_t>) -> dnnl_status_t
  ) -> dnnl_status_t {
    var dims = [dnnl_dim_t](repeating: 0, count: Int(DNNL_MAX_NDIMS))
    guard sizes.count <= dims.count else { return dnnl_invalid_arguments }
    for (i, size) in sizes.enumerated() { dims[i] = dnnl_dim_t(size) }
    return body(dims)
  }
}

/// Memory aligned for vectors, given back for reuse.
final class Buffer {
  let pointer: UnsafeMutableRawPointer
  let byteCount: Int
  /// Whose memory it is, if not its own.
  private let owner: MemoryReserve?

  /// Uninitialised; nil when there is no memory.
  init?(byteCount: Int) {
    guard let memory = lk_buffer_allocate(Int64(byteCount)) else { return nil }
    pointer = memory
    self.byteCount = byteCount
    owner = nil
  }

  /// The same from the very last memory.
  init?(last byteCount: Int) {
    guard let memory = lk_buffer_allocate_last(Int64(byteCount)) else { return nil }
    pointer = memory
    self.byteCount = byteCount
    owner = nil
  }

  /// Part of a reserve.
  init(_ reserve: MemoryReserve, byteOffset: Int, byteCount: Int) {
    pointer = reserve.pointer + byteOffset
    self.byteCount = byteCount
    owner = reserve
  }

  deinit { if owner == nil { lk_buffer_free(pointer, Int64(byteCount)) } }
}
