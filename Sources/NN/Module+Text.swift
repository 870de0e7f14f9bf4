extension Module {
  /// The module's text: its name, its arguments and the modules inside it, indented by two.
  package final var text: String {
    let extra = host?.moduleExtraRepr() ?? extraRepr
    var lines = extra.isEmpty ? [] : extra.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let children = childTexts
    if lines.count <= 1 && children.isEmpty { return "\(className)(\(lines.first ?? ""))" }
    for (label, text) in children {
      lines.append("(\(label)): " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  "))
    }
    return "\(className)(\n  \(lines.joined(separator: "\n  "))\n)"
  }

  /// The text of each module inside, labelled by name.
  final var namedChildTexts: [(label: String, text: String)] {
    ownChildren.pairs.map { name, child in (name, child?.module.text ?? "None") }
  }

  /// Equal neighbours merged, `(0-2): 3 x Linear(…)`, as lists of modules are shown.
  final var mergedChildTexts: [(label: String, text: String)] {
    var merged: [(first: Int, last: Int, text: String)] = []
    for (index, child) in ownChildren.values.enumerated() {
      let text = child?.module.text ?? "None"
      if let previous = merged.last, previous.text == text {
        merged[merged.count - 1].last = index
      } else {
        merged.append((index, index, text))
      }
    }
    return merged.map { first, last, text in
      first == last ? ("\(first)", text) : ("\(first)-\(last)", "\(last - first + 1) x \(text)")
    }
  }
}
