/// `bin`, `oct` and `hex`.
enum RadixFunctions {
  static func install(in module: ModuleObject) {
    for (name, prefix, radix) in [("bin", "0b", 2), ("oct", "0o", 8), ("hex", "0x", 16)] {
      module.function("\(name)(number, /)", "The text of an integer in base \(radix).") { call throws(Raised) -> Value in
        guard let number = try call.interpreter.bigIndex(call[0]) else { throw .notAnIndex(call[0]) }
        return .string((number.sign == .minus ? "-" : "") + prefix + number.magnitude.digits(radix: radix))
      }
    }
  }
}
