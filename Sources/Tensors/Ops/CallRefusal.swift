/// The message about arguments that no form of a function takes, as PyTorch words it: where the count of arguments leaves one form, what is
/// wrong with it; otherwise what was given and all the forms.
struct CallRefusal {
  let name: String
  let forms: [CallForm]
  /// Without the receiver of a method.
  let positional: [OpValue]
  let keywords: [(name: String, value: OpValue)]

  var error: TensorError {
    let count = positional.count + keywords.count
    let plausible = forms.filter { $0.least <= count && count <= $0.parameters.count }
    if plausible.count == 1, let message = objection(to: plausible[0]) { return .type(message) }
    if let form = forms.first(where: takesLooseInts), let message = looseIntObjection(to: form) { return .type(message) }
    return .type(list)
  }

  /// What keeps one form from taking the arguments.
  private func objection(to form: CallForm) -> String? {
    if takesLooseInts(form), positional.count > 1, let message = looseIntObjection(to: form) { return message }
    let limit = form.positionalLimit
    if positional.count > limit {
      let least = form.parameters.count { !$0.isOptional && !$0.isKeywordOnly }
      let takes = least < limit ? "from \(least) to \(limit)" : "\(limit)"
      return
        "\(name)() takes \(takes) positional argument\(limit == 1 && least == limit ? "" : "s") but \(positional.count) were given"
    }
    for (i, parameter) in form.parameters.enumerated() {
      let named = keywords.first { $0.name == parameter.name }?.value
      guard let value = i < positional.count && !parameter.isKeywordOnly ? positional[i] : named else {
        if parameter.isOptional { continue }
        return missing(form, from: i)
      }
      if !parameter.accepts(value) { return wrongType(parameter, value, position: i < positional.count ? i + 1 : nil) }
    }
    for keyword in keywords {
      guard let place = form.parameters.firstIndex(where: { $0.name == keyword.name }) else {
        return "\(name)() got an unexpected keyword argument '\(keyword.name)'"
      }
      if place < positional.count { return "\(name)() got multiple values for argument '\(keyword.name)'" }
    }
    return nil
  }

  private func missing(_ form: CallForm, from start: Int) -> String {
    let names = form.parameters[start...].filter { p in !p.isOptional && !keywords.contains { $0.name == p.name } }.map {
      "\"\($0.name)\""
    }
    // The plural is PyTorch's.
    return
      "\(name)() missing \(names.count) required positional argument\(names.count == 1 ? "s" : ""): \(names.joined(separator: ", "))"
  }

  private func wrongType(_ parameter: CallForm.Parameter, _ value: OpValue, position: Int?) -> String {
    let place = position.map { " (position \($0))" } ?? ""
    let start = "\(name)(): argument '\(parameter.name)'\(place) must be \(parameter.type), "
    if parameter.type == "tuple of ints", parameter.name == "size", let items = value.items, items.count > 1,
      let odd = items.firstIndex(where: { OpValue.asInt($0) == nil }), odd > 0
    {
      return
        "\(name)(): argument '\(parameter.name)' failed to unpack the object at pos \(odd + 1) with error \"type must be tuple of "
        + "ints,but got \(items[odd].typeName)\""
    }
    if parameter.type == "tuple of ints", let items = value.items,
      let odd = items.firstIndex(where: { OpValue.asInt($0) == nil })
    {
      return start + "but found element of type \(items[odd].typeName) at pos \(odd)"
    }
    return start + "not \(value.typeName)"
  }

  /// Whether sizes may be given one by one.
  private func takesLooseInts(_ form: CallForm) -> Bool {
    form.positionalLimit == 1 && form.parameters[0].type == "tuple of ints" && form.parameters[0].name == "size"
  }

  private func looseIntObjection(to form: CallForm) -> String? {
    guard let odd = positional.firstIndex(where: { OpValue.asInt($0) == nil }), odd > 0 else { return nil }
    let size = form.parameters[0].name
    return "\(name)(): argument '\(size)' failed to unpack the object at pos \(odd + 1) with error "
      + "\"type must be tuple of ints,but got \(positional[odd].typeName)\""
  }

  private var list: String {
    // PyTorch's own: names in alphabetical order, and a comma at the end where there are only these.
    let named = keywords.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value.typeName)" }
    let given =
      (positional.map(\.typeName) + named).joined(separator: ", ") + (positional.isEmpty && !named.isEmpty ? ", " : "")
    let start = "\(name)() received an invalid combination of arguments - got ("
    if forms.count == 1 {
      let shown = fits(forms[0]) && unknownKeywords(forms[0]).isEmpty ? marked(forms[0]) : "(\(given))"
      return start.dropLast() + "\(shown), but expected \(forms[0].text)"
    }
    var text = "\(start)\(given)), but expected one of:\n"
    for form in forms {
      text += " * \(form.text)\n"
      guard fits(form) else { continue }
      let unknown = unknownKeywords(form)
      text += "      didn't match because some of the "
      text +=
        unknown.isEmpty
        ? "arguments have invalid types: \(marked(form))\n" : "keywords were incorrect: \(unknown.joined(separator: ", "))\n"
    }
    return text
  }

  /// Whether the form lists as many items as were given.
  private func fits(_ form: CallForm) -> Bool { positional.count + keywords.count == form.itemCount }

  private func unknownKeywords(_ form: CallForm) -> [String] {
    keywords.map(\.name).filter { name in !form.parameters.contains { $0.name == name } }
  }

  /// The arguments' types, those that differ from the form's between exclamation marks.
  private func marked(_ form: CallForm) -> String {
    var shown: [String] = []
    for (i, value) in positional.enumerated() {
      let type = value.detailedTypeName
      shown.append(i < form.parameters.count && form.parameters[i].hasType(of: value) ? type : "!\(type)!")
    }
    for (name, value) in keywords {
      let type = value.detailedTypeName
      let matches = form.parameters.first { $0.name == name }?.hasType(of: value) ?? false
      shown.append(matches ? "\(name)=\(type)" : "!\(name)=\(type)!")
    }
    return "(\(shown.joined(separator: ", ")))"
  }
}
