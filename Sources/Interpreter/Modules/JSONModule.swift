/// `json`; reading is in JSONReader.swift, writing in JSONWriter.swift.
enum JSONModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("json", doc: "JSON encoder and decoder.")
    module.set("JSONDecodeError", decodeError.asValue)
    module.function(
      "dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, "
        + "separators=None, default=None, sort_keys=False, **kw)"
    ) { call throws(Raised) -> Value in .string(try write(call, options: 1)) }
    module.function(
      "dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, "
        + "separators=None, default=None, sort_keys=False, **kw)"
    ) { call throws(Raised) -> Value in
      _ = try call.interpreter.callMethod(call[1], "write", [.string(try write(call, options: 2))])
      return .none
    }
    let readOptions =
      "*, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw"
    module.function("loads(s, \(readOptions))") { call throws(Raised) -> Value in try read(call[0], call) }
    module.function("load(fp, \(readOptions))") { call throws(Raised) -> Value in
      try read(try call.interpreter.callMethod(call[0], "read"), call)
    }
    module.lazily(["JSONEncoder", "JSONDecoder"], from: "_json_classes")
    return module.asValue
  }

  static let decodeError: TypeObject = {
    let type = TypeObject.native("JSONDecodeError", module: "json.decoder", bases: [.valueError], of: ExceptionObject.self) { t in
      t.method("__init__(self, msg, doc, pos)") { exception, call throws(Raised) -> Value in
        let (message, text, position) = (try call.string(1), try call.string(2), try call.int(3))
        let before = Array(text.unicodeScalars.prefix(max(0, position)))
        let line = before.count { $0 == "\n" } + 1
        let column = position - (before.lastIndex(of: "\n") ?? -1)
        exception.arguments = [.string("\(message): line \(line) column \(column) (char \(position))")]
        for (name, value) in [
          ("msg", call[1]), ("doc", call[2]), ("pos", .int(position)), ("lineno", .int(line)), ("colno", .int(column)),
        ] { exception.setOwnAttribute(name, value) }
        return .none
      }
    }
    return type
  }()

  private static func write(_ call: Arguments, options: Int) throws(Raised) -> String {
    if call.has(options + 4) {
      let names = [
        "skipkeys", "ensure_ascii", "check_circular", "allow_nan", nil, "indent", "separators", "default", "sort_keys",
      ]
      let settings = names.enumerated().compactMap { index, name in name.map { ($0, call[options + index]) } }
      let encoder = try call.interpreter.call(call[options + 4], keywords: settings)
      return try call.interpreter.str(try call.interpreter.callMethod(encoder, "encode", [call[0]]))
    }
    var writer = JSONWriter(call.interpreter)
    writer.skipsKeys = try call.bool(options)
    writer.escapesNonASCII = try call.bool(options + 1)
    writer.allowsNaN = try call.bool(options + 3)
    let indent = call[options + 5]
    if let text = indent.stringValue {
      writer.indent = text
    } else if !indent.isNone {
      writer.indent = String(repeating: " ", count: max(0, min(try call.int(options + 5), 1 << 16)))
    }
    if let separators = call[options + 6].sequence, separators.count == 2 {
      writer.itemSeparator = try call.interpreter.str(separators[0])
      writer.keySeparator = try call.interpreter.str(separators[1])
    } else if writer.indent != nil {
      writer.itemSeparator = ","
    }
    if call.has(options + 7) { writer.fallback = call[options + 7] }
    writer.sortsKeys = try call.bool(options + 8)
    try writer.write(call[0], depth: 0)
    return writer.text
  }

  private static func read(_ source: Value, _ call: Arguments) throws(Raised) -> Value {
    let text: String
    if let string = source.stringValue {
      text = string
    } else if let bytes = source.cast(to: BytesObject.self) {
      text = try TextEncoding.decode(bytes.bytes, "utf-8")
    } else {
      throw .typeError("the JSON object must be str, bytes or bytearray, not \(source.type.name)")
    }
    var reader = JSONReader(call.interpreter, text)
    if call.has(2) { reader.objectHook = call[2] }
    if call.has(3) { reader.floatHook = call[3] }
    if call.has(4) { reader.intHook = call[4] }
    if call.has(6) { reader.pairsHook = call[6] }
    return try reader.readDocument()
  }
}
