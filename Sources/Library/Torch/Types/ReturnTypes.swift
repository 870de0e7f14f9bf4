import Interpreter
import Tensors

/// `torch.return_types.*`: tuples whose items have names.
enum ReturnTypes {
  nonisolated(unsafe) private static var known: [String: TypeObject] = [:]

  /// The class for a kind of result; made when first returned.
  static func type(for returned: ReturnType) -> TypeObject {
    if let type = known[returned.name] { return type }
    let short = returned.name.split(separator: ".").last.map(String.init) ?? returned.name
    let fields = returned.fields
    let type = TypeObject.native(short, module: "torch.return_types", bases: [.tuple], of: TupleObject.self) { t in
      for (position, field) in fields.enumerated() {
        t.property(field) { tuple throws(Raised) in position < tuple.count ? tuple[position] : .none }
      }
      t.attribute("n_fields", .int(fields.count))
      t.attribute("n_sequence_fields", .int(fields.count))
      t.attribute("n_unnamed_fields", .int(0))
      t.slots.repr = { value throws(Raised) in
        guard let tuple = value.cast(to: TupleObject.self) else { return "" }
        var lines: [String] = []
        for (position, field) in fields.enumerated() where position < tuple.count {
          lines.append("\(field)=\(try Interpreter.current.repr(tuple[position]))")
        }
        return "\(returned.name)(\n\(lines.joined(separator: ",\n")))"
      }
    }
    known[returned.name] = type
    return type
  }
}
