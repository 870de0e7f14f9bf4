/// Binding arguments to the parameters of a script function.
extension Interpreter {
  /// Brings the arguments in a window into the registers of a function's parameters.
  @inline(never) func bind(
    _ function: FunctionObject, _ window: Register, _ count: Int, _ keywords: TupleObject?
  ) throws(Raised) {
    let layout = function.code.parameters
    let keywordCount = keywords?.count ?? 0
    let positional = count - keywordCount
    if keywordCount == 0, layout.isSimple {
      if positional == layout.positional { return }
      let missing = layout.positional - positional
      if missing > 0, missing <= function.defaults.count {
        let first = function.defaults.count - missing
        for k in 0..<missing { (window + positional + 1 + k).pointee = function.defaults[first + k] }
        return
      }
    }
    if let keywords, bindKeywords(function, window, positional, keywords) { return }
    // Keywords, surplus and missing arguments: collected aside, then laid out.
    let total = layout.total
    if window + (Swift.max(total, count) + 8) > stackLimit { throw recursionError() }
    var slots = [Value](repeating: .unbound, count: total)
    var extra: [Value] = []
    for k in 0..<positional {
      let value = (window + 1 + k).takeOut()
      if k < layout.positional { slots[k] = value } else { extra.append(value) }
    }
    var extraKeywords: DictObject?
    if layout.hasVarKeyword { extraKeywords = DictObject() }
    var misplaced: [String] = []
    if let keywords {
      for k in 0..<keywordCount {
        let value = (window + 1 + positional + k).takeOut()
        guard let name = keywords.storage[k].cast(to: StrObject.self) else { continue }
        var slot = -1
        for p in 0..<(layout.positional + layout.keywordOnly) where layout.names[p] === name || layout.names[p].equals(name) {
          slot = p
        }
        if slot >= layout.positionalOnly {
          if !slots[slot].isUnbound {
            throw .typeError("\(function.qualifiedName)() got multiple values for argument '\(name.string)'")
          }
          slots[slot] = value
        } else if let extraKeywords {
          extraKeywords.set(name, value)
        } else if slot >= 0 {
          misplaced.append(name.string)
        } else {
          throw .typeError("\(function.qualifiedName)() got an unexpected keyword argument '\(name.string)'")
        }
      }
    }
    if !misplaced.isEmpty {
      let list = misplaced.joined(separator: ", ")
      throw .typeError(
        "\(function.qualifiedName)() got some positional-only arguments passed as keyword arguments: '\(list)'")
    }
    if !extra.isEmpty, !layout.hasVarPositional { throw tooMany(function, positional, slots) }
    try fillDefaults(function, &slots)
    if layout.hasVarPositional { slots[layout.positional + layout.keywordOnly] = .tuple(extra) }
    if let extraKeywords { slots[total - 1] = .object(extraKeywords) }
    for k in 0..<total { (window + 1 + k).pointee = slots[k] }
  }

  /// Moves known keywords to their parameters and fills in defaults, for functions without `*args` and `**kw`. False, and nothing
  /// done, where the general way is needed.
  func bindKeywords(_ function: FunctionObject, _ window: Register, _ positional: Int, _ keywords: TupleObject) -> Bool {
    let code = function.code
    let count = keywords.count
    let total = code.parameterCount
    guard code.bindsInPlace, positional <= code.positionalCount, positional + count <= total, total <= 24,
      window + (2 * total + 8) < stackLimit
    else { return false }
    let first = window + 1
    // The keywords wait above the parameters until all are known to be right.
    let waiting = first + total
    var filled: UInt32 = 0
    var places: (UInt64, UInt64, UInt64) = (0, 0, 0)
    let isRight = withUnsafeMutableBytes(of: &places) { places -> Bool in
      for k in 0..<count {
        guard (keywords.storage + k).isObject else { return false }
        let slot = code.parameterSlot(named: (keywords.storage + k).reference)
        if slot < positional || filled & (1 << UInt32(slot)) != 0 { return false }
        filled |= 1 << UInt32(slot)
        places[k] = UInt8(truncatingIfNeeded: slot)
      }
      for slot in positional..<Swift.max(total, positional) where filled & (1 << UInt32(slot)) == 0 {
        if function.defaultValue(slot) == nil { return false }
      }
      for k in 0..<count { (waiting + k).takeFrom(first + (positional + k)) }
      for k in 0..<count { (first + Int(places[k])).takeFrom(waiting + k) }
      return true
    }
    if !isRight { return false }
    for slot in positional..<Swift.max(total, positional) where filled & (1 << UInt32(slot)) == 0 {
      if let value = function.defaultValue(slot) { (first + slot).pointee = value }
    }
    return true
  }

  func fillDefaults(_ function: FunctionObject, _ slots: inout [Value]) throws(Raised) {
    let layout = function.code.parameters
    var missing: [String] = []
    let firstDefault = layout.positional - function.defaults.count
    for p in 0..<layout.positional where slots[p].isUnbound {
      if p >= firstDefault { slots[p] = function.defaults[p - firstDefault] } else { missing.append(layout.names[p].string) }
    }
    if !missing.isEmpty { throw missingArguments(function, missing, "positional") }
    for p in 0..<layout.keywordOnly where slots[layout.positional + p].isUnbound {
      let value: Value = p < function.keywordDefaults.count ? function.keywordDefaults[p] : .unbound
      if value.isUnbound { missing.append(layout.names[layout.positional + p].string) }
      slots[layout.positional + p] = value
    }
    if !missing.isEmpty { throw missingArguments(function, missing, "keyword-only") }
  }

  func missingArguments(_ function: FunctionObject, _ names: [String], _ kind: String) -> Raised {
    let quoted = names.map { "'\($0)'" }
    let list: String
    switch quoted.count {
    case 1: list = quoted[0]
    case 2: list = "\(quoted[0]) and \(quoted[1])"
    default: list = quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
    }
    return .typeError(
      "\(function.qualifiedName)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)")
  }

  func tooMany(_ function: FunctionObject, _ given: Int, _ slots: [Value]) -> Raised {
    let layout = function.code.parameters
    let least = layout.positional - function.defaults.count
    let takes = function.defaults.isEmpty ? "\(layout.positional)" : "from \(least) to \(layout.positional)"
    let plural = layout.positional == 1 && function.defaults.isEmpty ? "" : "s"
    let keywordOnly = slots[layout.positional..<(layout.positional + layout.keywordOnly)].filter { !$0.isUnbound }.count
    var were = "\(given)"
    if keywordOnly > 0 {
      were +=
        " positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
    }
    return .typeError(
      "\(function.qualifiedName)() takes \(takes) positional argument\(plural) but \(were) "
        + "\(given == 1 && keywordOnly == 0 ? "was" : "were") given")
  }
}
