import Signatures
import Syntax

/// `collections.namedtuple`: classes of tuples whose elements have names.
enum NamedTuples {
  static func make(_ call: Arguments) throws(Raised) -> Value {
    let interpreter = call.interpreter
    let name = try interpreter.str(call[0])
    var fields: [String] = []
    if let text = call[1].stringValue {
      fields = text.split { $0 == "," || $0 == " " || $0 == "\n" || $0 == "\t" }.map { String($0) }
    } else {
      for field in try interpreter.elements(of: call[1]) { fields.append(try interpreter.str(field)) }
    }
    fields = try checked(name, fields, renames: try call.bool(2))
    var defaults: [Value] = []
    if call.has(3) { defaults = try interpreter.elements(of: call[3]) }
    if defaults.count > fields.count { throw .typeError("Got more default values than field names") }
    let module = call.has(4) ? try interpreter.str(call[4]) : "__main__"
    return type(name, module, fields, defaults).asValue
  }

  private static func checked(_ name: String, _ fields: [String], renames: Bool) throws(Raised) -> [String] {
    func isKeyword(_ text: String) -> Bool { Token.Kind(rawValue: text)?.isKeyword == true }
    var result = fields
    var seen: Set<String> = []
    if renames {
      for (index, field) in fields.enumerated() {
        let isBad = !StrMethods.isIdentifier(field) || isKeyword(field) || field.hasPrefix("_") || seen.contains(field)
        if isBad { result[index] = "_\(index)" }
        seen.insert(field)
      }
      seen = []
    }
    for text in [name] + result {
      if !StrMethods.isIdentifier(text) {
        throw .valueError("Type names and field names must be valid identifiers: \(TextEscapes.repr(text))")
      }
      if isKeyword(text) { throw .valueError("Type names and field names cannot be a keyword: \(TextEscapes.repr(text))") }
    }
    for field in result {
      if field.hasPrefix("_"), !renames {
        throw .valueError("Field names cannot start with an underscore: \(TextEscapes.repr(field))")
      }
      if !seen.insert(field).inserted { throw .valueError("Encountered duplicate field name: \(TextEscapes.repr(field))") }
    }
    return result
  }

  /// Makes the class.
  static func type(_ name: String, _ module: String, _ fields: [String], _ defaults: [Value]) -> TypeObject {
    let firstDefault = fields.count - defaults.count
    let parameters = fields.enumerated().map { $0.offset < firstDefault ? $0.element : "\($0.element)=unset" }
    let list = parameters.joined(separator: ", ")
    return TypeObject.native(name, module: module, bases: [.tuple], of: TupleObject.self) { t in
      t.doc = "\(name)(\(fields.joined(separator: ", "))\(fields.count == 1 ? "," : ""))"
      let maker = Signature("__new__(_cls\(list.isEmpty ? "" : ", " + list))")
      t.type.constructSignature = Signature("\(name)(\(list))")
      t.slots.construct = { type, call throws(Raised) -> Value in
        if call.positionalCount == fields.count, call.count == fields.count {
          return .object(TupleObject(fields.indices.map { call[$0] }, type))
        }
        let keywords = (call.positionalCount..<call.count).map { call.keywordName($0) }
        let binding: Binding
        do throws(BindingError) {
          binding = try maker.bind(
            positionalCount: call.positionalCount + 1, keywords: keywords, calledName: "\(name).__new__")
        } catch {
          throw .typeError(error.message)
        }
        var elements: [Value] = []
        for (index, source) in binding.sources.dropFirst().enumerated() {
          elements.append(source > 0 ? call[source - 1] : defaults[index - firstDefault])
        }
        return .object(TupleObject(elements, type))
      }
      for (index, field) in fields.enumerated() {
        t.property(
          field, "Alias for field number \(index)",
          { tuple throws(Raised) in index < tuple.count ? tuple.elements[index] : .none },
          set: { _, _ throws(Raised) in throw .attributeError("can't set attribute") })
      }
      t.attribute("_fields", .tuple(fields.map { .string($0) }))
      t.attribute("__match_args__", .tuple(fields.map { .string($0) }))
      let defaultTable = DictObject()
      for (index, value) in defaults.enumerated() { defaultTable.set(fields[firstDefault + index], value) }
      t.attribute("_field_defaults", .object(defaultTable))
      t.slots.repr = { value throws(Raised) in
        var parts: [String] = []
        for (field, element) in zip(fields, value.sequence ?? []) {
          parts.append("\(field)=\(try Interpreter.current.repr(element))")
        }
        return "\(value.type.name)(\(parts.joined(separator: ", ")))"
      }
      t.method("_asdict(self)", "A dict of field names and values.") { tuple, call throws(Raised) in
        let dict = DictObject()
        for (field, element) in zip(fields, tuple.elements) { dict.set(field, element) }
        return .object(dict)
      }
      t.method("_replace(self, /, **kwds)", "A copy with some fields replaced.") { tuple, call throws(Raised) in
        var elements = tuple.elements
        var unknown: [String] = []
        for (name, value) in call.keywords(1) {
          if let index = fields.firstIndex(of: name) { elements[index] = value } else { unknown.append(TextEscapes.repr(name)) }
        }
        if !unknown.isEmpty { throw .valueError("Got unexpected field names: [\(unknown.joined(separator: ", "))]") }
        return .object(TupleObject(elements, tuple.type))
      }
      t.classMethod("_make(cls, iterable)", "Makes an instance from a sequence.") { call throws(Raised) in
        let elements = try call.interpreter.elements(of: call[1])
        if elements.count != fields.count {
          throw .typeError("Expected \(fields.count) arguments, got \(elements.count)")
        }
        guard let type = call[0].cast(to: TypeObject.self) else { return .none }
        return .object(TupleObject(elements, type))
      }
    }
  }
}
