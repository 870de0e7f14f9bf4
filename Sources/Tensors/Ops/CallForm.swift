import Signatures

/// One way of calling a function as PyTorch's messages show it: `(Tensor input, int dim, bool keepdim = False)`.
struct CallForm {
  struct Parameter {
    let type: String
    let name: String
    let isOptional: Bool
    let isKeywordOnly: Bool
  }

  /// As it is shown, with its parentheses.
  let text: String
  let parameters: [Parameter]
  /// How many items the text lists; the star counts.
  let itemCount: Int

  init(_ shown: some StringProtocol) {
    text = shown.splitting(at: "…").joined(separator: Self.ofNewTensors)
    let items = text.dropFirst().dropLast().splitting(at: ", ").filter { !$0.isEmpty }
    itemCount = max(items.count, 1)
    var keywordOnly = false
    var parameters: [Parameter] = []
    for item in items {
      if item == "*" {
        keywordOnly = true
        continue
      }
      let parts = item.splitting(at: " = ")
      let words = parts[0].split(separator: " ")
      parameters.append(
        Parameter(
          type: words.dropLast().joined(separator: " "), name: words.last.map(String.init) ?? "",
          isOptional: parts.count > 1, isKeywordOnly: keywordOnly))
    }
    self.parameters = parameters
  }

  private static let ofNewTensors =
    "torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, "
    + "bool requires_grad = False"

  /// The most arguments by position.
  var positionalLimit: Int { parameters.count { !$0.isKeywordOnly } }
  /// The fewest arguments.
  var least: Int { parameters.count { !$0.isOptional } }

  /// The forms of a function as it is found at a home; none where PyTorch has only one, which messages do not show.
  static func of(_ name: String, _ home: Op.Home) -> [CallForm] {
    switch home {
    case .method: known["method \(name)"] ?? []
    case .functional: known["functional \(name)"] ?? []
    case .linalg: known["linalg \(name)"] ?? []
    default: known["function \(name)"] ?? []
    }
  }

  /// The form of functions such as `zeros`, whose sizes may be given one by one.
  static func ofLooseSizes(_ signature: Signature) -> CallForm? {
    guard signature.varPositionalSlot == 0, signature.parameters[0].name == "size" else { return nil }
    return CallForm("(tuple of ints size, *, Tensor out = None, …)")
  }

  private static let known: [String: [CallForm]] = {
    var forms: [String: [CallForm]] = [:]
    var keys: [String] = []
    for line in PyTorchForms.text.split(separator: "\n") {
      let content = line.drop { $0 == " " }
      if content.first == "(" {
        let form = CallForm(content)
        for key in keys { forms[key, default: []].append(form) }
      } else {
        let words = content.split(separator: " ")
        keys = words.dropFirst().map { "\(words[0]) \($0)" }
      }
    }
    return forms
  }()
}

extension CallForm.Parameter {
  /// Whether PyTorch takes the value for this parameter.
  func accepts(_ value: OpValue) -> Bool {
    if case .none = value { return isOptional || type == "object" }
    switch type {
    case "Tensor": if case .tensor = value { return true }
    case "Number", "float":
      if case .tensor(let tensor) = value { return tensor.dim == 0 }
      return value.scalar != nil
    case "int":
      if case .bool = value { return false }
      if case .float = value { return false }
      return OpValue.asInt(value) != nil
    case "bool": if case .bool = value { return true }
    case "str": if case .string = value { return true }
    case "tuple of ints":
      return value.items.map { $0.allSatisfy { OpValue.asInt($0) != nil } } ?? (name != "size" && OpValue.asInt(value) != nil)
    case "tuple of Tensors": return value.items.map { $0.allSatisfy { if case .tensor = $0 { true } else { false } } } ?? false
    case "torch.dtype": if case .dtype = value { return true }
    case "torch.Generator": if case .object(let object, _) = value { return object is Generator }
    case "object": return true
    default: break
    }
    return false
  }

  /// Whether the value's own type has the parameter's name, which is all that the list of forms looks at.
  func hasType(of value: OpValue) -> Bool { value.typeName == type }
}

extension OpValue {
  /// The type as the list of forms shows it: `list of [int, float]`.
  var detailedTypeName: String {
    guard let items else { return typeName }
    let names = items.map(\.typeName).joined(separator: ", ")
    switch self {
    case .list: return "list of [\(names)]"
    case .tuple: return items.count == 1 ? "tuple of (\(names),)" : "tuple of (\(names))"
    default: return typeName
    }
  }
}

extension StringProtocol {
  /// The pieces between occurrences of a separator.
  fileprivate func splitting(at separator: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        pieces.append(current)
        current = ""
        rest = rest.dropFirst(separator.count)
      } else {
        current.append(rest.removeFirst())
      }
    }
    pieces.append(current)
    return pieces
  }
}
