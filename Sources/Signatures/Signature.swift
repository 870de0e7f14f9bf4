/// How a callable names, defaults and orders its parameters, read from one string in Python's notation:
///
///     conv2d(input, weight, bias=None, stride: int = 1, *, dilation=1)
///
/// `/` ends positional-only parameters, `*` or `*args` starts keyword-only ones, `**kw` takes further keywords.
/// The text is parsed at first use, so that a table of hundreds of signatures costs nothing at start-up.
package final class Signature {
  /// The text the signature was made from.
  package let text: String
  /// The name in front of the parenthesis.
  package var name: String { parsed.name }
  /// The parameters in order; their positions are the slots of a `Binding`.
  package var parameters: [Parameter] { parsed.parameters }
  /// How many arguments may be given by position, not counting those that `*args` takes.
  package var positionalLimit: Int { parsed.positionalLimit }
  /// How many of the leading parameters have no default.
  package var requiredPositional: Int { parsed.requiredPositional }
  /// The slot of `*args`, if any.
  package var varPositionalSlot: Int? { parsed.varPositionalSlot }
  /// The slot of `**kw`, if any.
  package var varKeywordSlot: Int? { parsed.varKeywordSlot }

  private lazy var parsed: ParsedSignature = ParsedSignature(text)

  /// Makes a signature that is parsed when first asked about.
  package init(_ text: String) {
    self.text = text
  }

  /// The slot of the named parameter, if there is one.
  package func slot(of name: String) -> Int? {
    let all = parsed.parameters
    for i in 0..<all.count where all[i].name == name { return i }
    return nil
  }

  /// Whether arguments given only by position fill slots `0..<count` as they stand, every other slot keeping its default.
  ///
  /// Callers ask this first: it is true for nearly every call and then no `Binding` is needed.
  package func bindsDirectly(positionalCount count: Int) -> Bool {
    let p = parsed
    return count <= p.positionalLimit && count >= p.requiredPositional && !p.requiresKeyword
  }
}

/// The parts of a signature's text; a class, because they are asked for at every call.
final class ParsedSignature {
  let name: String
  let parameters: [Parameter]
  let positionalLimit: Int
  let requiredPositional: Int
  let requiresKeyword: Bool
  let varPositionalSlot: Int?
  let varKeywordSlot: Int?

  init(_ text: String) {
    var scanner = SignatureScanner(text)
    name = scanner.dottedName()
    parameters = scanner.parameterList()
    precondition(scanner.isFinished, "malformed signature: \(text)")
    var (limit, required, requiresKeyword) = (0, 0, false)
    var (starred, doubleStarred): (Int?, Int?) = (nil, nil)
    for (slot, parameter) in parameters.enumerated() {
      switch parameter.kind {
      case .positionalOnly, .standard:
        limit += 1
        if parameter.isRequired { required += 1 }
      case .varPositional: starred = slot
      case .varKeyword: doubleStarred = slot
      case .keywordOnly: if parameter.isRequired { requiresKeyword = true }
      }
    }
    (positionalLimit, requiredPositional, self.requiresKeyword) = (limit, required, requiresKeyword)
    (varPositionalSlot, varKeywordSlot) = (starred, doubleStarred)
  }
}
