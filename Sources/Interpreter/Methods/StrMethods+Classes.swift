import Syntax

// Questions about the kinds of characters in a text.

extension StrMethods {
  static func setUpClasses(_ t: TypeBuilder<StrObject>) {
    func every(_ name: String, _ test: @escaping (Unicode.Scalar) -> Bool) {
      t.method("\(name)(self, /)") { text, call throws(Raised) in
        .bool(!text.string.isEmpty && text.string.unicodeScalars.allSatisfy(test))
      }
    }
    every("isalpha", isLetter)
    every("isdigit", isDigit)
    every("isdecimal") { $0.properties.numericType == .decimal }
    every("isnumeric") { $0.properties.numericType != nil }
    every("isalnum") { isLetter($0) || $0.properties.numericType != nil }
    every("isspace", isSpace)
    t.method("isascii(self, /)") { text, call throws(Raised) in .bool(text.isASCII) }
    t.method("isprintable(self, /)") { text, call throws(Raised) in
      .bool(text.string.unicodeScalars.allSatisfy { isPrintable($0) })
    }
    t.method("isidentifier(self, /)") { text, call throws(Raised) in .bool(isIdentifier(text.string)) }
    t.method("islower(self, /)") { text, call throws(Raised) in
      var hasCased = false
      for scalar in text.string.unicodeScalars {
        let properties = scalar.properties
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter { return false }
        if properties.isLowercase { hasCased = true }
      }
      return .bool(hasCased)
    }
    t.method("isupper(self, /)") { text, call throws(Raised) in
      var hasCased = false
      for scalar in text.string.unicodeScalars {
        let properties = scalar.properties
        if properties.isLowercase || properties.generalCategory == .titlecaseLetter { return false }
        if properties.isUppercase { hasCased = true }
      }
      return .bool(hasCased)
    }
    t.method("istitle(self, /)") { text, call throws(Raised) in
      var hasCased = false
      var afterCased = false
      for scalar in text.string.unicodeScalars {
        let properties = scalar.properties
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
          if afterCased { return false }
          afterCased = true
          hasCased = true
        } else if properties.isLowercase {
          if !afterCased { return false }
          hasCased = true
        } else {
          afterCased = false
        }
      }
      return .bool(hasCased)
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 { return scalar.value | 32 >= 97 && scalar.value | 32 <= 122 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  /// Whether a text could be a name.
  static func isIdentifier(_ text: String) -> Bool {
    var isFirst = true
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      guard scalar == "_" || (isFirst ? properties.isXIDStart : properties.isXIDContinue) else { return false }
      isFirst = false
    }
    return !isFirst
  }
}
