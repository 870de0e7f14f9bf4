import Interpreter
import Tensors

/// `torch.Size`: a tuple of sizes.
enum SizeType {
  static let type: TypeObject = TypeObject.native("Size", module: "torch", bases: [.tuple], of: TupleObject.self) { t in
    t.doc = "The sizes of a tensor's dimensions; a tuple."
    t.construct("Size(iterable=())") { _, call throws(Raised) in
      let interpreter = call.interpreter
      var elements: [Value] = []
      for (position, element) in try interpreter.elements(of: call[0]).enumerated() {
        guard let size = element.intValue ?? element.tensor.flatMap({ OpValue.asInt(.tensor($0)) }) else {
          throw .typeError("torch.Size() takes an iterable of 'int' (item \(position) is '\(element.type.name)')")
        }
        elements.append(.int(size))
      }
      return .object(TupleObject(elements, SizeType.type))
    }
    t.method("numel(self)", "The number of elements of a tensor of this size.") { size, _ throws(Raised) in
      var count = 1
      for element in size.elements { count = count.multipliedReportingOverflow(by: element.intValue ?? 0).partialValue }
      return .int(count)
    }
    var slots = t.slots
    slots.repr = { value throws(Raised) in
      let sizes = value.sequence ?? []
      return "torch.Size([\(sizes.map { String($0.intValue ?? 0) }.joined(separator: ", "))])"
    }
    slots.str = slots.repr
    slots.getItem = { container, index throws(Raised) in
      guard let size = container.cast(to: TupleObject.self) else { return .none }
      if let slice = index.cast(to: SliceObject.self) {
        let (start, step, count) = try slice.resolved(length: size.count)
        return .object(TupleObject((0..<count).map { size[start &+ $0 &* step] }, SizeType.type))
      }
      guard index.intValue != nil || index.tensor != nil else {
        throw .typeError("tuple indices must be integers or slices, not \(index.type.name)")
      }
      let given = try Interpreter.current.index(index)
      let position = given < 0 ? given &+ size.count : given
      guard position >= 0 && position < size.count else { throw .indexError("tuple index out of range") }
      return size[position]
    }
    slots.binary = { op, lhs, rhs throws(Raised) in
      switch op {
      case .add:
        guard let a = lhs.cast(to: TupleObject.self), let b = rhs.cast(to: TupleObject.self) else { return nil }
        return .object(TupleObject(a.elements + b.elements, SizeType.type))
      case .multiply:
        guard let (size, times) = SizeType.repetition(lhs, rhs) else { return nil }
        let count = max(0, times)
        guard size.count.multipliedReportingOverflow(by: count).overflow == false, size.count &* count < 1 << 24 else {
          throw .memoryError("")
        }
        return .object(TupleObject(Array(repeating: size.elements, count: count).flatMap { $0 }, SizeType.type))
      default: return nil
      }
    }
    t.slots = slots
  }

  private static func repetition(_ lhs: Value, _ rhs: Value) -> (TupleObject, Int)? {
    if let size = lhs.cast(to: TupleObject.self), let times = rhs.intValue { return (size, times) }
    if let size = rhs.cast(to: TupleObject.self), let times = lhs.intValue { return (size, times) }
    return nil
  }
}

extension Shape {
  /// `torch.Size` of these sizes.
  var asValue: Value { .object(TupleObject(map { .int($0) }, SizeType.type)) }
}
