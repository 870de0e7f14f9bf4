import Interpreter

/// The array of axes that `subplots` gives: numpy's array of objects, as far as lectures use it.
final class AxesArrayObject: Object {
  let elements: [Value]
  /// One or two sizes.
  let shape: [Int]

  init(_ elements: [Value], _ shape: [Int]) {
    self.elements = elements
    self.shape = shape
    super.init(AxesArrayObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("ndarray", module: "numpy", of: AxesArrayObject.self) { t in
    t.doc = "An array of axes."
    t.property("shape") { array throws(Raised) in .tuple(array.shape.map { .int($0) }) }
    t.property("ndim") { array throws(Raised) in .int(array.shape.count) }
    t.property("size") { array throws(Raised) in .int(array.elements.count) }
    t.property("flat", "All elements, row by row.") { array throws(Raised) in
      AxesArrayObject(array.elements, [array.elements.count]).asValue
    }
    t.property("T", "Rows and columns exchanged.") { array throws(Raised) in
      guard array.shape.count == 2 else { return array.asValue }
      let (rows, columns) = (array.shape[0], array.shape[1])
      return AxesArrayObject(
        (0..<columns).flatMap { c in (0..<rows).map { array.elements[$0 * columns + c] } }, [columns, rows]
      ).asValue
    }
    for name in ["flatten", "ravel"] {
      t.method("\(name)(self, order='C')", "All elements, row by row.") { array, _ throws(Raised) in
        AxesArrayObject(array.elements, [array.elements.count]).asValue
      }
    }
    t.method("reshape(self, *shape)", "Another shape.") { array, call throws(Raised) in
      var given = call.rest(1)
      if given.count == 1, let inner = given[0].sequence { given = inner }
      var sizes = given.compactMap(\.intValue)
      let known = sizes.filter { $0 >= 0 }.reduce(1, &*)
      if let open = sizes.firstIndex(of: -1), known > 0 { sizes[open] = array.elements.count / known }
      guard sizes.count == given.count, (1...2).contains(sizes.count), sizes.allSatisfy({ $0 >= 0 }),
        sizes.reduce(1, &*) == array.elements.count
      else {
        throw .valueError(
          "cannot reshape array of size \(array.elements.count) into shape \(PlotData.text(given.map { $0.intValue ?? 0 }))")
      }
      return AxesArrayObject(array.elements, sizes).asValue
    }
    t.method("tolist(self)", "Nested lists.") { array, _ throws(Raised) in
      array.shape.count == 1 ? .list(array.elements) : .list((0..<array.shape[0]).map { .list(array.row($0)) })
    }
    t.slots.length = { value throws(Raised) in value.cast(to: AxesArrayObject.self)?.shape[0] ?? 0 }
    t.slots.iterate = { value throws(Raised) in
      guard let array = value.cast(to: AxesArrayObject.self) else { return .none }
      return try Interpreter.current.iterator(of: .list((0..<array.shape[0]).map { array.outer($0) }))
    }
    t.slots.getItem = { value, index throws(Raised) in
      guard let array = value.cast(to: AxesArrayObject.self) else { return .none }
      return try array.item(index)
    }
    t.slots.repr = { value throws(Raised) in
      guard let array = value.cast(to: AxesArrayObject.self) else { return "" }
      func line(_ elements: [Value]) throws(Raised) -> String {
        var parts: [String] = []
        for element in elements { parts.append(try Interpreter.current.repr(element)) }
        return "[" + parts.joined(separator: ", ") + "]"
      }
      if array.shape.count == 1 { return "array(\(try line(array.elements)), dtype=object)" }
      var rows: [String] = []
      for row in 0..<array.shape[0] { rows.append(try line(array.row(row))) }
      return "array([" + rows.joined(separator: ",\n       ") + "], dtype=object)"
    }
  }

  private func row(_ index: Int) -> [Value] { Array(elements[index * shape[1]..<(index + 1) * shape[1]]) }

  /// A row of a table, or an element of a row.
  private func outer(_ index: Int) -> Value {
    shape.count == 1 ? elements[index] : AxesArrayObject(row(index), [shape[1]]).asValue
  }

  private func item(_ index: Value) throws(Raised) -> Value {
    var parts = index.sequence ?? [index]
    guard parts.count <= shape.count else {
      throw .indexError("too many indices for array: array is \(shape.count)-dimensional, but \(parts.count) were indexed")
    }
    while parts.count < shape.count { parts.append(.object(SliceObject(.none, .none, .none))) }
    var chosen: [[Int]] = []
    var sizes: [Int] = []
    for (dim, part) in parts.enumerated() {
      if let slice = part.cast(to: SliceObject.self) {
        let (start, step, count) = try slice.resolved(length: shape[dim])
        chosen.append((0..<count).map { start + $0 * step })
        sizes.append(count)
      } else {
        let given = try Interpreter.current.index(part)
        let place = given < 0 ? given &+ shape[dim] : given
        guard place >= 0, place < shape[dim] else {
          throw .indexError("index \(given) is out of bounds for axis \(dim) with size \(shape[dim])")
        }
        chosen.append([place])
      }
    }
    let picked =
      chosen.count == 1
      ? chosen[0].map { elements[$0] } : chosen[0].flatMap { r in chosen[1].map { elements[r * shape[1] + $0] } }
    return sizes.isEmpty ? picked[0] : AxesArrayObject(picked, sizes).asValue
  }
}
