/// Which argument fills which parameter of a call.
package struct Binding: Equatable {
  /// For each slot the index of its argument, positional arguments counted first and keyword arguments after them; −1 where
  /// none was given. The slots of `*args` and `**kw` stay −1.
  package var sources: [Int]
  /// The positional arguments that `*args` takes.
  package var extraPositional: Range<Int> = 0..<0
  /// The arguments, counted as in `sources`, that `**kw` takes.
  package var extraKeywords: [Int] = []
}

/// A call that does not fit its signature; the message is Python's text of the TypeError.
package struct BindingError: Error, Equatable {
  /// Python's wording.
  package let message: String

  /// Makes an error of that text.
  package init(message: String) {
    self.message = message
  }
}

extension Signature {
  /// Assigns the arguments of a call to slots.
  ///
  /// - Parameters:
  ///   - positionalCount: how many arguments are given by position.
  ///   - keywords: the names of those given by keyword, in order.
  ///   - calledName: the name for messages, where it is not the signature's own (a qualified method name, say).
  package func bind(positionalCount: Int, keywords: [String], calledName: String? = nil) throws(BindingError) -> Binding {
    let parameters = self.parameters
    let limit = positionalLimit
    let shown = calledName ?? name
    var binding = Binding(sources: [Int](repeating: -1, count: parameters.count))
    for i in 0..<min(positionalCount, limit) { binding.sources[i] = i }

    var positionalOnlyAsKeyword: [String] = []
    for (k, keyword) in keywords.enumerated() {
      if let slot = slot(of: keyword), parameters[slot].kind == .standard || parameters[slot].kind == .keywordOnly {
        if binding.sources[slot] >= 0 { throw .multipleValues(shown, keyword) }
        binding.sources[slot] = positionalCount + k
      } else if varKeywordSlot != nil {
        binding.extraKeywords.append(positionalCount + k)
      } else if let slot = slot(of: keyword), parameters[slot].kind == .positionalOnly {
        positionalOnlyAsKeyword.append(keyword)
      } else {
        throw .unexpectedKeyword(shown, keyword)
      }
    }
    if !positionalOnlyAsKeyword.isEmpty { throw .positionalOnlyAsKeyword(shown, positionalOnlyAsKeyword) }

    if positionalCount > limit {
      guard varPositionalSlot != nil else {
        let keywordOnlyGiven = (limit..<parameters.count).count { binding.sources[$0] >= 0 }
        throw .tooManyPositional(shown, self, given: positionalCount, keywordOnlyGiven: keywordOnlyGiven)
      }
      binding.extraPositional = limit..<positionalCount
    }
    var missing: [String] = []
    for i in 0..<limit where binding.sources[i] < 0 && parameters[i].isRequired { missing.append(parameters[i].name) }
    if !missing.isEmpty { throw .missing(shown, missing, "positional") }
    for i in limit..<parameters.count where binding.sources[i] < 0 && parameters[i].isRequired {
      missing.append(parameters[i].name)
    }
    if !missing.isEmpty { throw .missing(shown, missing, "keyword-only") }
    return binding
  }
}

extension BindingError {
  static func multipleValues(_ function: String, _ name: String) -> BindingError {
    BindingError(message: "\(function)() got multiple values for argument '\(name)'")
  }

  static func unexpectedKeyword(_ function: String, _ name: String) -> BindingError {
    BindingError(message: "\(function)() got an unexpected keyword argument '\(name)'")
  }

  static func positionalOnlyAsKeyword(_ function: String, _ names: [String]) -> BindingError {
    let list = names.joined(separator: ", ")
    return BindingError(
      message: "\(function)() got some positional-only arguments passed as keyword arguments: '\(list)'")
  }

  static func missing(_ function: String, _ names: [String], _ kind: String) -> BindingError {
    let quoted = names.map { "'\($0)'" }
    let list: String
    switch quoted.count {
    case 1: list = quoted[0]
    case 2: list = "\(quoted[0]) and \(quoted[1])"
    default: list = quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
    }
    let plural = names.count == 1 ? "" : "s"
    return BindingError(message: "\(function)() missing \(names.count) required \(kind) argument\(plural): \(list)")
  }

  static func tooManyPositional(
    _ function: String, _ signature: Signature, given: Int, keywordOnlyGiven: Int
  ) -> BindingError {
    let limit = signature.positionalLimit
    let least = signature.requiredPositional
    let takes = least < limit ? "from \(least) to \(limit)" : "\(limit)"
    let plural = limit == 1 && least == limit ? "" : "s"
    var were = "\(given)"
    if keywordOnlyGiven > 0 {
      let one = keywordOnlyGiven == 1 ? "" : "s"
      were += " positional argument\(given == 1 ? "" : "s") (and \(keywordOnlyGiven) keyword-only argument\(one))"
    }
    let verb = given == 1 && keywordOnlyGiven == 0 ? "was" : "were"
    return BindingError(message: "\(function)() takes \(takes) positional argument\(plural) but \(were) \(verb) given")
  }
}
