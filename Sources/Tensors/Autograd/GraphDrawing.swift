/// The operations that a tensor's gradient goes through, back to the leaves, as text and as a picture.
package struct GraphDrawing {
  /// One operation or leaf.
  private struct Item {
    var name: String
    var isLeaf = false
    var inputs: [Int] = []
    /// How many steps at most it is away from the tensor.
    var depth = 0
  }

  private var items: [Item] = []
  /// How many were left out because there were too many.
  private var omitted = 0
  /// More than this many operations are not drawn.
  private static let most = 400

  /// Follows the graph from a tensor; `names` are those of leaves that have one.
  package init(of tensor: Tensor, names: [ObjectIdentifier: String] = [:]) throws(TensorError) {
    guard let root = tensor.gradFn else {
      throw .runtime(
        tensor.requiresGrad
          ? "graph(): the tensor is a leaf: no operation has made it"
          : "graph(): the tensor does not require grad and does not have a grad_fn")
    }
    var known: [ObjectIdentifier: Int] = [ObjectIdentifier(root): 0]
    var pending = [root]
    items = [Item(name: root.name)]
    var next = 0
    while next < pending.count {
      let node = pending[next]
      let index = known[ObjectIdentifier(node)] ?? 0
      next += 1
      for edge in node.edges {
        if let input = edge.node {
          if let place = known[ObjectIdentifier(input)] {
            items[index].inputs.append(place)
          } else if items.count < Self.most {
            known[ObjectIdentifier(input)] = items.count
            items[index].inputs.append(items.count)
            items.append(Item(name: input.name))
            pending.append(input)
          } else {
            omitted += 1
          }
        } else if let leaf = edge.leaf {
          if let place = known[ObjectIdentifier(leaf)] {
            items[index].inputs.append(place)
          } else if items.count < Self.most {
            known[ObjectIdentifier(leaf)] = items.count
            items[index].inputs.append(items.count)
            let shape = "[" + leaf.shape.map { "\($0)" }.joined(separator: ", ") + "]"
            items.append(Item(name: "\(names[ObjectIdentifier(leaf)] ?? "leaf") \(shape)", isLeaf: true))
          } else {
            omitted += 1
          }
        }
      }
    }
    measureDepths()
  }

  /// The longest way to each item: inputs lie below all that use them. The graph has no circles, so this ends.
  private mutating func measureDepths() {
    var isChanged = true
    var rounds = 0
    while isChanged, rounds <= items.count {
      isChanged = false
      rounds += 1
      for index in items.indices {
        for input in items[index].inputs where items[input].depth < items[index].depth + 1 {
          items[input].depth = items[index].depth + 1
          isChanged = true
        }
      }
    }
  }

  // MARK: Text

  /// The operations, a line each: below an operation the one that made its input, branches indented.
  package var text: String {
    var lines: [String] = []
    var shown: Set<Int> = []
    // Item, what stands before its line, what stands before the lines below it.
    var pending: [(item: Int, lead: String, indent: String)] = [(0, "", "")]
    while let (item, lead, indent) = pending.popLast() {
      guard shown.insert(item).inserted else {
        lines.append(lead + items[item].name + " (above)")
        continue
      }
      lines.append(lead + items[item].name)
      let inputs = items[item].inputs
      if inputs.count == 1 {
        pending.append((inputs[0], indent, indent))
      } else {
        for (place, input) in inputs.enumerated().reversed() {
          let isLast = place == inputs.count - 1
          pending.append((input, indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  ")))
        }
      }
    }
    if omitted > 0 { lines.append("… and more: only the first \(Self.most) are shown") }
    return lines.joined(separator: "\n")
  }

  // MARK: Picture

  /// The graph as an SVG picture: the tensor's own operation on top, leaves as rounded boxes.
  package var svg: String {
    let (rowHeight, boxHeight, gap, letter) = (56.0, 28.0, 16.0, 7.3)
    var rows: [[Int]] = []
    for index in items.indices {
      while rows.count <= items[index].depth { rows.append([]) }
      rows[items[index].depth].append(index)
    }
    func width(_ index: Int) -> Double { Double(items[index].name.count) * letter + 20 }
    let rowWidths = rows.map { row in row.reduce(0) { $0 + width($1) } + gap * Double(max(0, row.count - 1)) }
    let total = (rowWidths.max() ?? 0) + 2 * gap
    var places = [(x: Double, y: Double)](repeating: (0, 0), count: items.count)
    for (depth, row) in rows.enumerated() {
      var x = (total - rowWidths[depth]) / 2
      for index in row {
        places[index] = (x + width(index) / 2, gap + Double(depth) * rowHeight + boxHeight / 2)
        x += width(index) + gap
      }
    }
    func number(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    let height = Double(rows.count) * rowHeight + gap
    var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(total))\" height=\"\(number(height))\" "
    out += "viewBox=\"0 0 \(number(total)) \(number(height))\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"12\">\n"
    for index in items.indices {
      for input in items[index].inputs {
        let (a, b) = (places[index], places[input])
        out +=
          "<line x1=\"\(number(b.x))\" y1=\"\(number(b.y - boxHeight / 2))\" x2=\"\(number(a.x))\" y2=\"\(number(a.y + boxHeight / 2))\" stroke=\"#888888\"/>\n"
      }
    }
    for (index, item) in items.enumerated() {
      let w = width(index)
      let (x, y) = places[index]
      out +=
        "<rect x=\"\(number(x - w / 2))\" y=\"\(number(y - boxHeight / 2))\" width=\"\(number(w))\" height=\"\(number(boxHeight))\" "
      out += "rx=\"\(item.isLeaf ? 14 : 3)\" fill=\"\(item.isLeaf ? "#cfe8cf" : "#e8eef7")\" stroke=\"#555555\"/>\n"
      out += "<text x=\"\(number(x))\" y=\"\(number(y + 4))\" text-anchor=\"middle\">\(Self.escaped(item.name))</text>\n"
    }
    return out + "</svg>\n"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      default: out.append(character)
      }
    }
    return out
  }
}
