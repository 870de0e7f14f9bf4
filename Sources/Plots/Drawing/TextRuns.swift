/// One line of text in pieces of equal style: plain text, and between dollar signs the part of TeX's notation that titles use
/// (`$x^2$`, `$W_{ij}$`, `$\sigma$`).
struct TextRuns {
  struct Run: Equatable {
    var text: String
    var isItalic = false
    /// Of the surrounding size.
    var scale = 1.0
    /// Upwards, in sizes.
    var rise = 0.0
  }

  private(set) var runs: [Run] = []

  init(_ line: String) {
    let parts = line.split(separator: "$", omittingEmptySubsequences: false).map { String($0) }
    // An odd number of dollar signs means none of them.
    guard parts.count > 2, parts.count % 2 == 1 else {
      runs = [Run(text: line.replacing("\\$", with: "$"))]
      return
    }
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index % 2 == 0 {
        runs.append(Run(text: part))
      } else {
        var formula = Array(part)[...]
        read(&formula, Run(text: "", isItalic: true))
      }
    }
  }

  private mutating func read(_ rest: inout ArraySlice<Character>, _ style: Run) {
    while let character = rest.popFirst() {
      switch character {
      case "^", "_":
        var inner = style
        inner.scale *= 0.7
        inner.rise += (character == "^" ? 0.38 : -0.16) * style.scale
        var group = Self.group(&rest)[...]
        read(&group, inner)
      case "{":
        rest.insert("{", at: rest.startIndex)
        var group = Self.group(&rest)[...]
        read(&group, style)
      case "}": continue
      case "\\": readCommand(&rest, style)
      case " ": continue
      default: add(String(character == "-" ? "\u{2212}" : character), style, italic: character.isLetter)
      }
    }
  }

  private mutating func readCommand(_ rest: inout ArraySlice<Character>, _ style: Run) {
    var name = ""
    while let next = rest.first, next.isLetter, next.isASCII { name.append(rest.removeFirst()) }
    if name.isEmpty {
      let symbol = rest.popFirst() ?? "\\"
      return add(",;: ".contains(symbol) ? " " : String(symbol), style, italic: false)
    }
    if let letter = Self.symbols[name] { return add(letter, style, italic: false) }
    switch name {
    case "mathrm", "text", "mathbf", "rm", "operatorname", "mathit", "mathcal":
      for character in Self.group(&rest) { add(String(character), style, italic: name == "mathit") }
    case "frac":
      var (above, below) = (Self.group(&rest)[...], Self.group(&rest)[...])
      read(&above, style)
      add("/", style, italic: false)
      read(&below, style)
    case "left", "right", "displaystyle": return
    case "sqrt":
      add("\u{221A}", style, italic: false)
      var group = Self.group(&rest)[...]
      read(&group, style)
    default: add(name, style, italic: false)
    }
  }

  private mutating func add(_ text: String, _ style: Run, italic: Bool) {
    var run = style
    run.isItalic = italic && style.isItalic
    run.text = text
    if var last = runs.last, last.isItalic == run.isItalic, last.scale == run.scale, last.rise == run.rise {
      last.text += text
      runs[runs.count - 1] = last
    } else {
      runs.append(run)
    }
  }

  /// The next character, or what stands between the next braces.
  private static func group(_ rest: inout ArraySlice<Character>) -> [Character] {
    while rest.first == " " { rest.removeFirst() }
    guard let first = rest.popFirst() else { return [] }
    if first == "\\" {
      var command: [Character] = ["\\"]
      while let next = rest.first, next.isLetter { command.append(rest.removeFirst()) }
      return command
    }
    guard first == "{" else { return [first] }
    var depth = 1
    var inside: [Character] = []
    while let next = rest.popFirst() {
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      if depth == 0 { break }
      inside.append(next)
    }
    return inside
  }

  private static let symbols: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈",
    "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "Σ", "prod": "Π", "int": "∫", "rightarrow": "→", "to": "→",
    "leftarrow": "←", "in": "∈", "circ": "°", "ldots": "…", "cdots": "⋯", "log": "log", "ln": "ln", "exp": "exp", "sin": "sin",
    "cos": "cos", "tan": "tan", "tanh": "tanh", "max": "max", "min": "min", "lim": "lim", "quad": "  ", "mid": "|", "ell": "ℓ",
    "hat": "\u{5E}", "bar": "\u{AF}", "sim": "∼", "propto": "∝", "otimes": "⊗", "oplus": "⊕", "odot": "⊙", "star": "⋆",
    "prime": "′",
  ]
}
