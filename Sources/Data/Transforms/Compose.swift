import Tensors

/// Transforms one after the other.
package final class Compose: Transform {
  static let entry = TransformEntry("Compose(transforms)") { a throws(TensorError) in
    guard let items = a["transforms"].items else { throw .type("'\(a["transforms"].typeName)' object is not iterable") }
    var transforms: [any Transform] = []
    for item in items {
      guard let transform = try item.transform() else { throw .type("'NoneType' object is not callable") }
      transforms.append(transform)
    }
    return Compose(transforms)
  }

  package let transforms: [any Transform]

  package init(_ transforms: [any Transform]) { self.transforms = transforms }

  package func apply(_ value: OpValue) throws(TensorError) -> OpValue {
    var value = value
    for transform in transforms { value = try transform.apply(value) }
    return value
  }

  package func table(after table: ByteTable?) -> ByteTable? {
    var table = table
    for transform in transforms {
      table = transform.table(after: table)
      if table == nil { return nil }
    }
    return table
  }

  package var text: String { "Compose(" + transforms.map { "\n    " + $0.text }.joined() + "\n)" }
}
