/// Text in single quotes with Python's escapes, as the dumps show it.
func quoted(_ text: String, bytes: Bool = false) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'": result += "\\'"
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if isPrintable(scalar), !bytes || scalar.value < 127 {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
        let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
        result += "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
      }
    }
  }
  return result + "'"
}

/// Whether Python's `repr` shows a scalar as itself.
package func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 127 { return scalar.value >= 32 }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
    return false
  default: return true
  }
}
