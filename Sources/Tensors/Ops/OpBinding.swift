import Signatures

/// The kinds of an overload's parameters, read from its annotations at first use.
final class LazyKinds {
  private var known: [ParameterKind]?

  func of(_ signature: Signature) -> [ParameterKind] {
    if let known { return known }
    let fresh = signature.parameters.map { ParameterKind($0) }
    known = fresh
    return fresh
  }
}

/// What a parameter's annotation allows.
struct ParameterKind {
  enum Base { case any, operand, tensor, tensors, int, ints, sizes, float, bool, number, string, dtype, generator }
  let base: Base
  let allowsNone: Bool
  let isVariadic: Bool

  init(_ parameter: Parameter) {
    var text = parameter.annotation ?? "any"
    let optional = text.hasSuffix("?")
    if optional { text.removeLast() }
    allowsNone = optional || parameter.defaultValue == Literal.none
    isVariadic = parameter.kind == .varPositional
    switch text {
    case "Operand": base = .operand
    case "Tensor": base = .tensor
    case "Tensors": base = .tensors
    case "int": base = .int
    case "ints": base = .ints
    case "sizes": base = .sizes
    case "float": base = .float
    case "bool": base = .bool
    case "Number": base = .number
    case "str": base = .string
    case "dtype": base = .dtype
    case "Generator": base = .generator
    default: base = .any
    }
  }

  /// How messages call the kind.
  var shown: String {
    switch base {
    case .any: "any"
    case .operand, .tensor: "Tensor"
    case .tensors: "tuple of Tensors"
    case .int: "int"
    case .ints, .sizes: "tuple of ints"
    case .float: "float"
    case .bool: "bool"
    case .number: "Number"
    case .string: "str"
    case .dtype: "torch.dtype"
    case .generator: "torch.Generator"
    }
  }

  func accepts(_ value: OpValue) -> Bool {
    if case .none = value { return allowsNone || base == .any }
    switch base {
    case .any: return true
    case .tensor: if case .tensor = value { return true }
    case .operand:
      if case .tensor = value { return true }
      return value.scalar != nil
    case .tensors:
      return value.items?.allSatisfy { if case .tensor = $0 { true } else { false } } ?? false || acceptsNested(value)
    case .int: if case .float = value { return false } else { return OpValue.asInt(value) != nil }
    case .ints:
      if OpValue.asInt(value) != nil { return true }
      guard let items = value.items else { return false }
      if isVariadic && items.isEmpty { return false }
      if items.count == 1, isVariadic, let nested = items[0].items { return nested.allSatisfy { OpValue.asInt($0) != nil } }
      return items.allSatisfy { OpValue.asInt($0) != nil }
    case .sizes: return value.items?.allSatisfy { OpValue.asInt($0) != nil } ?? false
    case .float, .number:
      if value.scalar != nil { return true }
      if case .tensor(let t) = value { return t.dim == 0 }
    case .bool: if case .bool = value { return true }
    case .string: if case .string = value { return true }
    case .dtype: if case .dtype = value { return true }
    case .generator: if case .object(let object, _) = value { return object is Generator }
    }
    return false
  }

  private func acceptsNested(_ value: OpValue) -> Bool {
    guard isVariadic, let items = value.items, items.count == 1 else { return false }
    return items[0].items != nil && accepts(items[0])
  }
}

extension Op {
  /// Calls the op: finds the overload that takes these arguments, fills in defaults, checks kinds and runs it.
  ///
  /// - Parameters:
  ///   - positional: the arguments given by position, the receiver of a method first.
  ///   - keywords: the arguments given by name.
  ///   - home: how the script called it; messages count and name arguments accordingly.
  package func callAsFunction(
    _ positional: [OpValue], keywords: [(name: String, value: OpValue)] = [], home: Home = .function
  ) throws(TensorError) -> OpValue {
    if needsDetourForHalf(positional, keywords) { return try callInSinglePrecision(positional, keywords: keywords) }
    var failures: [TensorError] = []
    for overload in overloads {
      let values: [OpValue]
      switch overload.arrange(positional, keywords, op: self, home: home) {
      case .success(let arranged): values = arranged
      case .failure(let error):
        failures.append(error)
        continue
      }
      do { return try overload.body(OpCall(op: self, values: values)) } catch { throw .from(error) }
    }
    throw refusal(failures, positional, keywords, home)
  }

  /// What to say of arguments that no overload takes.
  private func refusal(
    _ failures: [TensorError], _ positional: [OpValue], _ keywords: [(name: String, value: OpValue)], _ home: Home
  ) -> TensorError {
    let isMethod = home == .method && !positional.isEmpty
    let given = isMethod ? Array(positional.dropFirst()) : positional
    let forms = CallForm.of(name, home)
    if !forms.isEmpty {
      return CallRefusal(name: name, forms: forms, positional: given, keywords: keywords).error
    }
    if isMethod, overloads.allSatisfy({ $0.signature.parameters.count == 1 }) {
      return .type("TensorBase.\(name)() takes no arguments (\(given.count + keywords.count) given)")
    }
    if let sizes = CallForm.ofLooseSizes(overloads[0].signature), !given.isEmpty,
      given.contains(where: { OpValue.asInt($0) == nil })
    {
      return CallRefusal(name: name, forms: [sizes], positional: given, keywords: keywords).error
    }
    return failures[0]  // every op has an overload, and each that did not run has failed
  }
}

extension Op.Overload {
  /// The arguments in slots, or why they do not fit.
  fileprivate func arrange(
    _ positional: [OpValue], _ keywords: [(name: String, value: OpValue)], op: Op, home: Op.Home
  ) -> Result<[OpValue], TensorError> {
    let parameters = signature.parameters
    let kinds = self.kinds.of(signature)
    // `x.flip(dims=(0, 1))`: what a starred list of integers takes may come by name as well.
    if !keywords.isEmpty, let slot = signature.varPositionalSlot, slot == positional.count, kinds[slot].base == .ints,
      let given = keywords.firstIndex(where: { $0.name == parameters[slot].name })
    {
      var others = keywords
      let value = others.remove(at: given).value
      return arrange(positional + [value], others, op: op, home: home)
    }
    var values: [OpValue] = []
    if keywords.isEmpty && signature.varPositionalSlot == nil && signature.bindsDirectly(positionalCount: positional.count) {
      values = positional
      if positional.count < parameters.count {
        values.reserveCapacity(parameters.count)
        for slot in positional.count..<parameters.count { values.append(defaultValue(parameters[slot])) }
      }
    } else {
      values.reserveCapacity(parameters.count)
      // `axis` is numpy's word for `dim`, `self` and `input` name the same slot, and a result given as `out` is refused here.
      let names = keywords.map { keyword in
        signature.slot(of: keyword.name) != nil ? keyword.name : Op.alternativeNames[keyword.name] ?? keyword.name
      }
      do throws(BindingError) {
        let binding = try signature.bind(positionalCount: positional.count, keywords: names)
        for (slot, source) in binding.sources.enumerated() {
          if source >= 0 {
            values.append(source < positional.count ? positional[source] : keywords[source - positional.count].value)
          } else if slot == signature.varPositionalSlot {
            values.append(.tuple(Array(positional[binding.extraPositional])))
          } else {
            values.append(defaultValue(parameters[slot]))
          }
        }
      } catch {
        return .failure(op.worded(error, signature, positional.count, names, home))
      }
    }
    for (slot, kind) in kinds.enumerated() where !kind.accepts(values[slot]) {
      return .failure(op.wrongKind(parameters[slot], place(slot, positional.count, home), kind, values[slot]))
    }
    return .success(values)
  }

  /// The position that messages give an argument: the receiver of a method is not counted, what came by name has none.
  private func place(_ slot: Int, _ positionalCount: Int, _ home: Op.Home) -> Int {
    if slot >= positionalCount && signature.varPositionalSlot == nil { return 0 }
    return home == .method ? slot : slot + 1
  }

  private func defaultValue(_ parameter: Parameter) -> OpValue {
    parameter.defaultValue.map { OpValue($0) } ?? .tuple([])
  }
}

extension Op {
  /// The functions of torch.nn.functional that are not written in Python, so that their errors are worded as those of `torch.`.
  private static let nativeFunctional: Set<String> = [
    "adaptive_avg_pool1d", "avg_pool1d", "avg_pool2d", "avg_pool3d", "bilinear", "conv1d", "conv2d", "conv3d",
    "conv_transpose1d",
    "conv_transpose2d", "conv_transpose3d", "cosine_similarity", "gelu", "hardshrink", "linear", "logsigmoid", "one_hot",
    "pairwise_distance", "pixel_shuffle", "pixel_unshuffle", "prelu", "scaled_dot_product_attention", "softplus", "softshrink",
  ]

  static let alternativeNames = [
    "axis": "dim", "axes": "dims", "keepdims": "keepdim", "self": "input", "x": "input", "a": "input", "x1": "input",
    "x2": "other",
    "input": "self",
  ]

  /// The words that PyTorch uses where Python's differ.
  fileprivate func worded(
    _ error: BindingError, _ signature: Signature, _ positionalCount: Int, _ keywords: [String], _ home: Home
  ) -> TensorError {
    // Most of torch.nn.functional is written in Python and says so.
    if home == .functional && !Self.nativeFunctional.contains(name) { return .type(error.message) }
    var missing: [String] = []
    for (slot, parameter) in signature.parameters.enumerated()
    where slot >= positionalCount && parameter.isRequired && !keywords.contains(parameter.name) {
      missing.append(parameter.name)
    }
    if !missing.isEmpty, !error.message.contains("unexpected"), !error.message.contains("multiple values") {
      let list = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      // The plural is PyTorch's.
      return .type("\(name)() missing \(missing.count) required positional argument\(missing.count == 1 ? "s" : ""): \(list)")
    }
    return .type(error.message)
  }

  fileprivate func wrongKind(_ parameter: Parameter, _ place: Int, _ kind: ParameterKind, _ value: OpValue) -> TensorError {
    var found = value
    if kind.isVariadic, case .tuple(let items) = value {
      if items.isEmpty { return .type("\(name)() missing 1 required positional arguments: \"\(parameter.name)\"") }
      if items.count == 1 { found = items[0] }
    }
    if let items = found.items {
      if kind.base == .tensors, let odd = items.firstIndex(where: { if case .tensor = $0 { false } else { true } }) {
        return .type("expected Tensor as element \(odd) in argument \(max(place - 1, 0)), but got \(items[odd].typeName)")
      }
      if kind.base == .ints || kind.base == .sizes, let odd = items.firstIndex(where: { OpValue.asInt($0) == nil }) {
        if kind.isVariadic, odd > 0, case .tuple(let given) = value, given.count > 1 {
          return .type(
            "\(name)(): argument '\(parameter.name)' failed to unpack the object at pos \(odd + 1) with error \"type must be tuple of "
              + "ints,but got \(items[odd].typeName)\"")
        }
        if !kind.isVariadic || value.items?.count == 1 {
          return .type(
            "\(name)(): argument '\(parameter.name)' (position \(max(place, 1))) must be tuple of ints, but found element of type "
              + "\(items[odd].typeName) at pos \(odd)")
        }
      }
    }
    let position = parameter.kind == .keywordOnly || place == 0 ? "" : " (position \(place))"
    return .type("\(name)(): argument '\(parameter.name)'\(position) must be \(kind.shown), not \(found.typeName)")
  }
}

extension String {
  fileprivate func contains(_ word: String) -> Bool {
    let own = Array(utf8)
    let wanted = Array(word.utf8)
    guard own.count >= wanted.count else { return false }
    return (0...(own.count - wanted.count)).contains { own[$0] == wanted[0] && Array(own[$0..<($0 + wanted.count)]) == wanted }
  }
}
