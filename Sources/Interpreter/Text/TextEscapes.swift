import Syntax

/// Python's quoting of text and bytes.
package enum TextEscapes {
  /// `repr(text)`.
  package static func repr(_ text: String) -> String {
    var hasSingle = false
    var hasDouble = false
    var isPlain = true
    for byte in text.utf8 {
      switch byte {
      case 39: hasSingle = true
      case 34: hasDouble = true
      case 92, 0..<32, 127...255: isPlain = false
      default: break
      }
    }
    let quote = hasSingle && !hasDouble ? "\"" : "'"
    if isPlain, !hasSingle || !hasDouble { return quote + text + quote }
    var result = quote
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "'" where quote == "'": result += "\\'"
      default:
        if isPrintable(scalar) { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
    }
    return result + quote
  }

  /// `\xe9`, `\u20ac`, `\U0001f600`.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
    let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Text with everything beyond ASCII escaped, as `ascii` has it.
  package static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars { result += scalar.value < 128 ? String(scalar) : escape(scalar) }
    return result
  }

  /// `repr(bytes)`.
  package static func repr(_ bytes: [UInt8]) -> String {
    let quote: UInt8 = bytes.contains(39) && !bytes.contains(34) ? 34 : 39
    var result: [UInt8] = [98, quote]
    let digits = Array("0123456789abcdef".utf8)
    for byte in bytes {
      switch byte {
      case 92: result += [92, 92]
      case 10: result += [92, 110]
      case 13: result += [92, 114]
      case 9: result += [92, 116]
      case quote: result += [92, quote]
      case 32..<127: result.append(byte)
      default: result += [92, 120, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    result.append(quote)
    return String(decoding: result, as: UTF8.self)
  }
}
