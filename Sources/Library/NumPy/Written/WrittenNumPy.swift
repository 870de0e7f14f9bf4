/// The parts of `numpy` that are written in the language itself, over the native ones. They are compiled when first used.
enum WrittenNumPy {
  /// One line per part. The names of parts that begin with an underscore are names of `numpy`.
  static let parts: [(module: String, source: () -> String)] = [
    ("numpy._collections", { collections }),
    ("numpy._files", { files }),
    ("numpy._grids", { grids }),
    ("numpy._reductions", { reductions }),
    ("numpy._settings", { settings }),
    ("numpy._shapes", { shapes }),
    ("numpy._statistics", { statistics }),
    ("numpy.linalg", { linalg }),
    ("numpy.testing", { testing }),
  ]

  /// The public names of the parts, and which part has each.
  static func names() -> [String: String] {
    var names: [String: String] = [:]
    for (module, source) in parts where module.hasPrefix("numpy._") {
      for name in definitions(in: source()) where !name.hasPrefix("_") { names[name] = module }
    }
    return names
  }

  /// The functions, classes and variables that a source defines at its top level.
  private static func definitions(in source: String) -> [String] {
    var names: [String] = []
    let bytes = Array(source.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      if start < end, (65...90).contains(bytes[start]) || (97...122).contains(bytes[start]) {
        let line = bytes[start..<end]
        if line.starts(with: "def ".utf8) {
          names.append(String(decoding: line.dropFirst(4).prefix { $0 != 40 }, as: UTF8.self))
        } else if line.starts(with: "class ".utf8) {
          names.append(String(decoding: line.dropFirst(6).prefix { $0 != 40 && $0 != 58 }, as: UTF8.self))
        } else if let space = line.firstIndex(of: 32), space + 1 < end, line[space + 1] == 61 {
          names.append(String(decoding: line[start..<space], as: UTF8.self))
        }
      }
      start = end + 1
    }
    return names
  }
}
