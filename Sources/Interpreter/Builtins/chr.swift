/// `chr`, `ord` and `ascii`.
enum CharacterFunctions {
  static func install(in module: ModuleObject) {
    module.function("chr(i, /)", "The character with a code point.") { call throws(Raised) -> Value in
      let code = try call.interpreter.index(call[0])
      guard Int32(exactly: code) != nil else { throw .overflowError("Python int too large to convert to C int") }
      guard code >= 0, code < 0x110000 else { throw .valueError("chr() arg not in range(0x110000)") }
      guard let scalar = Unicode.Scalar(UInt32(code)) else {
        throw .valueError("chr() arg \(code) is a surrogate, which strings here cannot hold")
      }
      return StrIterators.character(scalar)
    }
    module.function("ord(c, /)", "The code point of a character.") { call throws(Raised) -> Value in
      if let text = call[0].cast(to: StrObject.self) {
        if text.count == 1 { return .int(Int(text.scalar(at: 0).value)) }
        throw .typeError("ord() expected a character, but string of length \(text.count) found")
      }
      if let bytes = call[0].cast(to: BytesObject.self) {
        if bytes.bytes.count == 1 { return .int(Int(bytes.bytes[0])) }
        throw .typeError("ord() expected a character, but string of length \(bytes.bytes.count) found")
      }
      throw .typeError("ord() expected string of length 1, but \(call[0].type.name) found")
    }
    module.function("ascii(obj, /)", "The repr with characters beyond ASCII escaped.") { call throws(Raised) -> Value in
      .string(escaped(try call.interpreter.repr(call[0])))
    }
  }

  /// A text with escapes for what is not ASCII.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value < 0x100 ? ("\\x", 2) : scalar.value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
        result += mark + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return result
  }
}
