/// An n-dimensional array over shared storage, with what autograd needs to know about it.
///
/// How to use it from Swift:
///
///     let x = try Tensor.rand([2, 3]).requiringGrad()
///     let w = Tensor([1, 2, 3] as [Float])              // from Swift values
///     let y = try (x * w + 1.0).sum(dim: 1).mean()      // operators and methods throw TensorError
///     try y.backward()
///     let g = x.grad                                     // Tensor?
///     let values: [Float] = try y.values(Float.self)     // copies the elements out, in row-major order
///
/// How to write a kernel: allocate with `Tensor(uninitialised:dtype:)`, get plain memory with `x.contiguous()` followed by
/// `pointer(Float.self)`, and record the gradient with `record` (see Node.swift). How to write an op that scripts can call: see
/// Ops/Op.swift.
///
/// Views share `storage`; an in-place change calls `storage.version += 1` through `didMutate()`. A view made while its base takes part
/// in autograd knows its base, so that in-place changes through it are seen there (see Autograd/InPlace.swift).
package final class Tensor {
  // The stored properties are internal, and shown by the accessors below: the compiler can then prove that no two accesses overlap
  // and drops the run-time exclusivity checks, which took a fifth of the time of a small operation.
  var storedStorage: Storage
  var storedShape: Shape
  var storedStrides: Strides
  var storedOffset: Int
  var storedDType: DType
  var storedIsContiguous: Bool
  var storedGrad: Tensor?
  /// Whether this is `nn.Parameter`, which prints differently and registers itself with modules.
  package var isParameter = false

  // Autograd. Use `requiresGrad`, `gradFn`, `grad`; the rest belongs to Autograd/.
  var leafRequiresGrad = false
  var isDataAlias = false
  var outputIndex: Int32 = 0
  var engineSlot: Int32 = -1
  var node: Node?
  var viewBase: Tensor?
  var viewStamp = 0
  var historyStamp = 0
  var hooks: TensorHooks?

  /// The script object that stands for this tensor, kept by whoever bridges to scripts; cleared when that object goes away.
  package unowned(unsafe) var hostObject: AnyObject?

  /// A view of storage. The caller guarantees that all elements lie inside it.
  @inline(__always)
  package init(storage: Storage, shape: Shape, strides: Strides, elementOffset: Int, dtype: DType) {
    storedStorage = storage
    storedShape = shape
    storedStrides = strides
    storedOffset = elementOffset
    storedDType = dtype
    storedIsContiguous = Tensor.isRowMajor(shape, strides)
  }

  /// New memory with undefined contents, for results that are written at once.
  @inline(__always)
  package init(uninitialised shape: Shape, dtype: DType) throws(TensorError) {
    let count = try shape.checkedElementCount(byteSize: dtype.byteSize)
    storedStorage = try Storage(byteCount: count &* dtype.byteSize)
    storedShape = shape
    storedStrides = shape.contiguousStrides
    storedOffset = 0
    storedDType = dtype
    storedIsContiguous = true
  }

  /// The elements of a Swift array, one-dimensional or in a given shape of as many elements.
  package init<T: Element>(_ values: [T], shape: Shape? = nil) {
    let shape = shape ?? [values.count]
    precondition(shape.elementCount == values.count, "\(values.count) values do not fill shape \(shape)")
    storedDType = T.dtype
    // Memory for values that already are in memory; there is no sensible way to go on without it.
    guard let fresh = try? Storage(byteCount: values.count &* T.dtype.byteSize) else { preconditionFailure("out of memory") }
    storedStorage = fresh
    storedShape = shape
    storedStrides = shape.contiguousStrides
    storedOffset = 0
    storedIsContiguous = true
    values.withUnsafeBytes { source in
      if let base = source.baseAddress { fresh.bytes.copyMemory(from: base, byteCount: source.count) }
    }
  }

  private static func isRowMajor(_ shape: Shape, _ strides: Strides) -> Bool {
    var expected = 1
    var i = shape.count - 1
    while i >= 0 {
      let size = shape[i]
      if size == 0 { return true }
      if size != 1 {
        if strides[i] != expected { return false }
        expected &*= size
      }
      i -= 1
    }
    return true
  }

  deinit {
    node = nil
  }
}

extension Tensor {
  /// The bytes.
  @inline(__always)
  package var storage: Storage { storedStorage }
  /// The sizes.
  @inline(__always)
  package var shape: Shape { storedShape }
  /// The distance between neighbours along each dimension, in elements.
  @inline(__always)
  package var strides: Strides { storedStrides }
  /// Where the first element stands in the storage.
  @inline(__always)
  package var elementOffset: Int { storedOffset }
  /// The element type.
  @inline(__always)
  package var dtype: DType { storedDType }
  /// Whether the elements stand in row-major order without gaps.
  @inline(__always)
  package var isContiguous: Bool { storedIsContiguous }
  /// The accumulated gradient.
  @inline(__always)
  package var grad: Tensor? {
    get { storedGrad }
    set { storedGrad = newValue }
  }

  /// The number of elements.
  @inline(__always)
  package var elementCount: Int { shape.elementCount }

  /// The number of dimensions.
  @inline(__always)
  package var dim: Int { shape.count }

  /// The dimension meant by `dim`, which may count from the end; a zero-dim tensor is treated as having one.
  @inline(__always)
  package func normalised(_ dim: Int) throws(TensorError) -> Int { try Shape.normalised(dim, rank: shape.count) }

  /// The first element's address. Elements follow at `strides`; in row-major order only if `isContiguous`.
  @inline(__always)
  package func pointer<T: Element>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    assert(T.dtype == dtype, "elements are \(dtype), not \(T.dtype)")
    return storage.bytes.assumingMemoryBound(to: type) + elementOffset
  }

  /// The first element's address in an int64 tensor, as C loops take it: Swift's `Int` is another type of the same size.
  @inline(__always)
  var int64Pointer: UnsafeMutablePointer<Int64> {
    assert(dtype == .int64, "elements are \(dtype), not int64")
    return storage.bytes.assumingMemoryBound(to: Int64.self) + elementOffset
  }

  /// The first element's address, untyped.
  @inline(__always)
  package var rawPointer: UnsafeMutableRawPointer { storage.bytes + elementOffset &* dtype.byteSize }

  /// Records that the elements have been changed in place.
  @inline(__always)
  package func didMutate() {
    if !isDataAlias { storedStorage.storedVersion &+= 1 }
  }

  /// Whether no other tensor shares the storage, and it holds these elements only.
  func ownsStorageAlone() -> Bool {
    isKnownUniquelyReferenced(&storedStorage) && storage.byteCount == elementCount &* dtype.byteSize
  }

  /// Changes what the tensor shows, for the few in-place operations on geometry (`squeeze_`, `x.data = y`, `resize_`).
  package func become(_ other: Tensor) {
    storedStorage = other.storage
    storedShape = other.shape
    storedStrides = other.strides
    storedOffset = other.elementOffset
    storedDType = other.dtype
    storedIsContiguous = other.isContiguous
  }

  /// The same elements under other sizes and strides, without autograd.
  @inline(__always)
  package func alias(shape: Shape, strides: Strides, elementOffset: Int) -> Tensor {
    Tensor(storage: storage, shape: shape, strides: strides, elementOffset: elementOffset, dtype: dtype)
  }

  /// The same elements, without autograd; in-place changes are still seen by version checks.
  @inline(__always)
  package func alias() -> Tensor {
    Tensor(storage: storage, shape: shape, strides: strides, elementOffset: elementOffset, dtype: dtype)
  }
}
