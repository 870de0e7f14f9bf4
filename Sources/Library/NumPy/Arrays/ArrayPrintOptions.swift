import Interpreter

/// `numpy.set_printoptions`: how arrays are printed.
struct ArrayPrintOptions {
  var precision: Int? = 8
  var threshold = 1000
  var edgeItems = 3
  var lineWidth = 75
  var suppresses = false
  var nanText = "nan"
  var infinityText = "inf"
  var sign = "-"
  var floatMode = "maxprec"
  /// Functions that write elements, by kind.
  var formatters: [String: Value] = [:]

  nonisolated(unsafe) static var current = ArrayPrintOptions()

  private static let names = [
    "edgeitems", "threshold", "floatmode", "precision", "suppress", "linewidth", "nanstr", "infstr", "sign", "formatter",
  ]

  /// The options as `numpy.get_printoptions` gives them.
  var dictionary: Value {
    let result = DictObject()
    let values: [Value] = [
      .int(edgeItems), .int(threshold), .string(floatMode), precision.map { .int($0) } ?? .none, .bool(suppresses),
      .int(lineWidth),
      .string(nanText), .string(infinityText), .string(sign), .none,
    ]
    for (name, value) in zip(ArrayPrintOptions.names, values) { result.set(name, value) }
    let own = DictObject()
    for (kind, function) in formatters { own.set(StrObject.intern(kind), function) }
    if !formatters.isEmpty { result.set("formatter", own.asValue) }
    result.set("legacy", false)
    result.set("override_repr", .none)
    return result.asValue
  }

  /// Changes an option by its name.
  mutating func set(_ name: String, _ value: Value) throws(Raised) {
    if value.isNone && name != "formatter" { return }
    let interpreter = Interpreter.current
    switch name {
    case "precision": precision = try count(name, value)
    case "threshold":
      let number = try interpreter.double(value)
      if number.isNaN { throw .valueError("threshold must be non-NAN, try sys.maxsize for untruncated representation") }
      threshold = number >= 9e18 ? Int.max : Int(number)
    case "edgeitems": edgeItems = try count(name, value)
    case "linewidth": lineWidth = try count(name, value)
    case "suppress": suppresses = try interpreter.isTrue(value)
    case "nanstr": nanText = try interpreter.str(value)
    case "infstr": infinityText = try interpreter.str(value)
    case "sign":
      sign = try interpreter.str(value)
      if !["-", "+", " "].contains(sign) { throw .valueError("sign option must be one of ' ', '+', or '-'") }
    case "floatmode":
      floatMode = try interpreter.str(value)
      if !["fixed", "unique", "maxprec", "maxprec_equal"].contains(floatMode) {
        throw .valueError("floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"")
      }
    case "formatter":
      formatters = [:]
      for (kind, function) in value.cast(to: DictObject.self)?.pairs ?? [] { formatters[kind.stringValue ?? ""] = function }
    default: break
    }
  }

  private func count(_ name: String, _ value: Value) throws(Raised) -> Int {
    let number = try Interpreter.current.index(value)
    if number < 0 { throw .valueError("\(name) must be >= 0") }
    return min(number, 1 << 20)
  }

  /// The formatter for elements of a type.
  func formatter(_ type: ElementType) -> Value? {
    let kinds: [String]
    switch type {
    case .number(.bool): kinds = ["bool"]
    case .number(let dtype): kinds = dtype.isFloatingPoint ? ["float", "float_kind"] : ["int", "int_kind"]
    case .text: kinds = ["numpystr", "str_kind"]
    case .object: kinds = ["object"]
    }
    for kind in kinds + ["all"] { if let function = formatters[kind] { return function } }
    return nil
  }
}
