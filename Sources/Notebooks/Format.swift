/// A kind of notebook file: reads and writes it, and owns all its peculiarities.
package protocol Format: Sendable {
  /// The name that messages and `OriginalText` use.
  var name: String { get }
  /// File name extensions without the dot; the first is the usual one.
  var extensions: [String] { get }
  /// Whether running a cell shows the value of its last expression.
  var echoesLastExpression: Bool { get }
  /// Whether the file holds the numbers under which the cells ran.
  var holdsNumbers: Bool { get }
  /// Whether `text` is of this format, asked when several formats share an extension; the first that says yes wins.
  func recognises(_ text: String) -> Bool
  /// Reads a notebook; `file` is for messages, `sideFile` gives the contents of a file in the folder beside it, if it is there.
  func read(_ text: String, file: String, sideFile: (String) -> [UInt8]?) throws(NotebookError) -> Notebook
  /// Writes a notebook, and says what the format could not hold.
  func write(_ notebook: Notebook) -> WrittenNotebook
}

extension Format {
  /// Notebooks do; plain scripts say otherwise.
  package var echoesLastExpression: Bool { true }

  /// Only Jupyter's own files do.
  package var holdsNumbers: Bool { false }

  /// Reads a notebook without any files beside it.
  package func read(_ text: String, file: String) throws(NotebookError) -> Notebook {
    try read(text, file: file) { _ in nil }
  }
}

/// The text of a written notebook.
package struct WrittenNotebook: Equatable {
  /// The file's contents.
  package var text: String
  /// What the format cannot hold and the text lacks, in words for the user; empty when nothing was lost.
  package var dropped: [String]

  /// What belongs into the folder beside the file.
  package var sideFiles: [SideFile]

  /// Makes the result of writing.
  package init(text: String, dropped: [String] = [], sideFiles: [SideFile] = []) {
    self.text = text
    self.dropped = dropped
    self.sideFiles = sideFiles
  }
}

/// All formats, in the order in which they are asked to recognise a text.
package enum FormatRegistry {
  /// One line a file of `Formats/`.
  package static let all: [any Format] = [
    PercentScript(),
    PlainScript(),
    IPython(),
    Markdown(),
  ]

  /// The format of the file `name` that holds `text`, or nil when its extension is not known.
  package static func format(ofFile name: String, holding text: String) -> (any Format)? {
    let known = formats(forFile: name)
    return known.first { $0.recognises(text) } ?? known.last
  }

  /// The format in which a new file `name` is written: the first that has its extension.
  package static func format(forNewFile name: String) -> (any Format)? { formats(forFile: name).first }

  /// The extensions that are read, for messages.
  package static var extensions: [String] {
    var seen: [String] = []
    for format in all { for ending in format.extensions where !seen.contains(ending) { seen.append(ending) } }
    return seen
  }

  private static func formats(forFile name: String) -> [any Format] {
    let base = name.split(separator: "/").last ?? ""
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return [] }
    let ending = base[base.index(after: dot)...].lowercased()
    return all.filter { $0.extensions.contains(ending) }
  }
}
