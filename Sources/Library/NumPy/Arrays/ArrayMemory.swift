import Interpreter
import Tensors

/// The memory of arrays.
enum ArrayMemory {
  /// An array whose elements are yet to be written; MemoryError in NumPy's words when there is no memory.
  static func make(_ shape: Shape, _ dtype: DType) throws(Raised) -> Tensor {
    try refusing(shape, dtype) { () throws(TensorError) in try Tensor(uninitialised: shape, dtype: dtype) }
  }

  /// Refuses a shape of which no memory can hold the elements.
  static func check(_ shape: Shape, _ dtype: DType) throws(Raised) {
    _ = try refusing(shape, dtype) { () throws(TensorError) in try shape.checkedElementCount(byteSize: dtype.byteSize) }
  }

  private static func refusing<R>(_ shape: Shape, _ dtype: DType, _ body: () throws(TensorError) -> R) throws(Raised) -> R {
    do { return try body() } catch {
      guard error.isNotEnoughMemory else { throw Raised(error) }
      throw .memoryError(
        "Unable to allocate \(sizeText(shape.elementCount &* dtype.byteSize)) for an array with shape \(ArrayText.tuple(shape)) and "
          + "data type \(ElementType.number(dtype).name)")
    }
  }

  /// A size in the largest unit that leaves a number above 1, with three digits.
  private static func sizeText(_ bytes: Int) -> String {
    if bytes < 1024 { return "\(bytes) bytes" }
    var (size, unit) = (Double(bytes) / 1024, 0)
    let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    while size >= 1024, unit < units.count - 1 { (size, unit) = (size / 1024, unit + 1) }
    let tenths = Int((size * 10).rounded(.toNearestOrEven))
    let hundredths = Int((size * 100).rounded(.toNearestOrEven))
    if tenths >= 1000 { return "\(Int(size.rounded(.toNearestOrEven))). \(units[unit])" }
    if hundredths >= 1000 { return "\(tenths / 10).\(tenths % 10) \(units[unit])" }
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) \(units[unit])"
  }
}
