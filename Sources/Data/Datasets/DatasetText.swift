/// The texts of data sets, as torchvision lays them out.
enum DatasetText {
  static func make(_ name: String, _ facts: [String], _ transform: (any Transform)?, _ targetTransform: (any Transform)?)
    -> String
  {
    var lines = facts
    if transform != nil || targetTransform != nil {
      lines.append("StandardTransform")
      if let transform { lines.append(labelled("Transform: ", transform.text)) }
      if let targetTransform { lines.append(labelled("Target transform: ", targetTransform.text)) }
      // What belongs to the transform is not indented further.
      let own = lines[facts.count...].joined(separator: "\n")
      lines = Array(lines[..<facts.count]) + [own]
    }
    return "Dataset \(name)\n" + lines.map { "    " + $0 }.joined(separator: "\n")
  }

  private static func labelled(_ label: String, _ text: String) -> String {
    let indent = String(repeating: " ", count: label.count)
    return label + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indent)
  }
}
