@_spi(_Unicode) import Swift

/// `unicodedata`: canonical forms, categories and names of characters, from the tables of the language's runtime.
enum UnicodedataModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("unicodedata", doc: "Canonical forms, categories and names of characters.")
    module.function("normalize(form, unistr, /)", "The text in the canonical form NFC or NFD.") { call throws(Raised) in
      let (form, text) = (try call.string(0), try call.string(1))
      var scalars = String.UnicodeScalarView()
      switch form {
      case "NFD": for scalar in text._nfd { scalars.append(scalar) }
      case "NFC": for scalar in text._nfc { scalars.append(scalar) }
      case "NFKC", "NFKD":
        // The two agree with the plain forms on what has no compatibility mapping; beyond ASCII that is not known here.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
          throw .notImplementedError("unicodedata.normalize: the form \(form) is not supported; NFC and NFD are")
        }
        return .string(text)
      default: throw .valueError("invalid normalization form")
      }
      return .string(String(scalars))
    }
    module.function("category(chr, /)", "The category's two letters, such as Lu.") { call throws(Raised) in
      .string(categories[try scalar(call, "category").properties.generalCategory] ?? "Cn")
    }
    module.function("name(chr, /, *default)", "The character's name.") { call throws(Raised) in
      if let name = try scalar(call, "name").properties.name { return .string(name) }
      if let instead = call[1].sequence?.first { return instead }
      throw .valueError("no such name")
    }
    module.function("combining(chr, /)", "The class that orders combining marks, 0 for others.") { call throws(Raised) in
      .int(Int(try scalar(call, "combining").properties.canonicalCombiningClass.rawValue))
    }
    module.function("numeric(chr, /, *default)", "The number that the character stands for.") { call throws(Raised) in
      if let value = try scalar(call, "numeric").properties.numericValue { return .float(value) }
      if let instead = call[1].sequence?.first { return instead }
      throw .valueError("not a numeric character")
    }
    return module.asValue
  }

  private static func scalar(_ call: Arguments, _ name: String) throws(Raised) -> Unicode.Scalar {
    let scalars = try call.string(0).unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else {
      throw .typeError("\(name)() argument 1 must be a unicode character, not str")
    }
    return first
  }

  private static let categories: [Unicode.GeneralCategory: String] = [
    .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm", .otherLetter: "Lo",
    .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl",
    .otherNumber: "No",
    .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps", .closePunctuation: "Pe",
    .initialPunctuation: "Pi",
    .finalPunctuation: "Pf", .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk",
    .otherSymbol: "So", .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf",
    .surrogate: "Cs", .privateUse: "Co", .unassigned: "Cn",
  ]
}
