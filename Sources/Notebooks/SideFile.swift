/// A file in the folder beside a text notebook: a picture, a table, whatever a line of text cannot hold. Its name tells its contents.
package struct SideFile: Equatable {
  /// 16 hexadecimal digits of the contents' hash, and an ending.
  package let name: String
  /// The contents.
  package let bytes: [UInt8]

  /// Makes the file that holds `bytes`.
  init(_ bytes: [UInt8], ending: String) {
    name = ContentHash.name(of: bytes) + "." + ending
    self.bytes = bytes
  }
}

/// How the pieces of a mime bundle stand in side files.
enum SideFileKind {
  /// The file's ending, and whether notebooks write the data in base64.
  static func of(_ mime: String) -> (ending: String, isBinary: Bool) {
    switch mime {
    case "image/png": ("png", true)
    case "image/jpeg": ("jpg", true)
    case "image/gif": ("gif", true)
    case "image/webp": ("webp", true)
    case "application/pdf": ("pdf", true)
    case "image/svg+xml": ("svg", false)
    case "text/html": ("html", false)
    case "text/latex": ("tex", false)
    case "text/markdown": ("md", false)
    case "application/javascript", "text/javascript": ("js", false)
    case _ where isJSON(mime): ("json", false)
    default: ("txt", false)
    }
  }

  /// Whether data of this type stands in a notebook as plain JSON instead of text.
  static func isJSON(_ mime: String) -> Bool { mime == "application/json" || mime.hasSuffix("+json") }
}
