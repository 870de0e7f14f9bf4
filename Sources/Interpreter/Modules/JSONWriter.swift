/// Writes a value as JSON.
struct JSONWriter {
  private let interpreter: Interpreter
  private(set) var text = ""
  var indent: String?
  var itemSeparator = ", "
  var keySeparator = ": "
  var sortsKeys = false
  var skipsKeys = false
  var escapesNonASCII = true
  var allowsNaN = true
  /// Called for values that JSON has no form for.
  var fallback: Value?
  private var open: Set<ObjectIdentifier> = []

  private static let maximumDepth = 990

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  mutating func write(_ value: Value, depth: Int) throws(Raised) {
    switch value {
    case .none, .unbound: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    case .float(let number): text += try floatText(number)
    case .object(let object):
      if let string = object as? StrObject {
        writeString(string.string)
      } else if let list = value.sequence {
        try nested(object, depth) { (writer) throws(Raised) in try writer.writeArray(list, depth + 1) }
      } else if let dict = object as? DictObject {
        try nested(object, depth) { (writer) throws(Raised) in try writer.writeObject(dict, depth + 1) }
      } else if let view = object as? InstanceDict {
        try nested(object, depth) { (writer) throws(Raised) in try writer.writeObject(view.copy, depth + 1) }
      } else if let number = value.bigInt {
        text += number.description
      } else if let number = value.doubleValue {
        text += try floatText(number)
      } else {
        guard let fallback else { throw .typeError("Object of type \(value.type.name) is not JSON serializable") }
        try nested(object, depth) { (writer) throws(Raised) in
          try writer.write(try writer.interpreter.call(fallback, [value]), depth: depth + 1)
        }
      }
    }
  }

  private mutating func nested(
    _ object: Object, _ depth: Int, _ body: (inout JSONWriter) throws(Raised) -> Void
  ) throws(Raised) {
    if !open.insert(ObjectIdentifier(object)).inserted { throw .valueError("Circular reference detected") }
    if depth > JSONWriter.maximumDepth {
      throw Raised(.recursionError, "maximum recursion depth exceeded while encoding a JSON object")
    }
    try body(&self)
    open.remove(ObjectIdentifier(object))
  }

  private func floatText(_ number: Double) throws(Raised) -> String {
    if number.isFinite { return FloatText.repr(number) }
    if !allowsNaN { throw .valueError("Out of range float values are not JSON compliant") }
    return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
  }

  private mutating func writeLineBreak(_ depth: Int) {
    if let indent { text += "\n" + String(repeating: indent, count: depth) }
  }

  private mutating func writeArray(_ elements: [Value], _ depth: Int) throws(Raised) {
    if elements.isEmpty {
      text += "[]"
      return
    }
    text += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { text += itemSeparator }
      writeLineBreak(depth)
      try write(element, depth: depth)
    }
    writeLineBreak(depth - 1)
    text += "]"
  }

  private mutating func writeObject(_ dict: DictObject, _ depth: Int) throws(Raised) {
    var pairs = dict.pairs
    if sortsKeys {
      let order = try interpreter.elements(of: try interpreter.callSorted(pairs.map(\.key)))
      pairs = []
      for key in order { pairs.append((key, try dict.get(key) ?? .none)) }
    }
    var isFirst = true
    for (key, value) in pairs {
      guard let name = try keyText(key) else { continue }
      text += isFirst ? "{" : itemSeparator
      isFirst = false
      writeLineBreak(depth)
      writeString(name)
      text += keySeparator
      try write(value, depth: depth)
    }
    if isFirst {
      text += "{}"
    } else {
      writeLineBreak(depth - 1)
      text += "}"
    }
  }

  private func keyText(_ key: Value) throws(Raised) -> String? {
    switch key {
    case .none: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .float(let number): return try floatText(number)
    default:
      if let text = key.stringValue { return text }
      if let number = key.bigInt { return number.description }
      if skipsKeys { return nil }
      throw .typeError("keys must be str, int, float, bool or None, not \(key.type.name)")
    }
  }

  private mutating func writeString(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      default:
        if scalar.value < 32 || scalar.value > 126 && escapesNonASCII {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}

extension Interpreter {
  /// `sorted(values)`.
  fileprivate func callSorted(_ values: [Value]) throws(Raised) -> Value {
    let list = Value.list(values)
    _ = try callMethod(list, "sort")
    return list
  }
}
