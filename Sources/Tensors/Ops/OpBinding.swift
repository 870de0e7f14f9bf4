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
  enum Base { case any, operand, tensor, tensors, int, ints, float, bool, number, string, dtype, generator }
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
    case .ints: "tuple of ints"
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
  package func callAsFunction(
    _ positional: [OpValue], keywords: [(name: String, value: OpValue)] = []
  ) throws(TensorError) -> OpValue {
    if needsDetourForHalf(positional, keywords) { return try callInSinglePrecision(positional, keywords: keywords) }
    var failures: [TensorError] = []
    for overload in overloads {
      let values: [OpValue]
      switch overload.arrange(positional, keywords, op: self) {
      case .success(let arranged): values = arranged
      case .failure(let error):
        failures.append(error)
        continue
      }
      do { return try overload.body(OpCall(op: self, values: values)) } catch { throw .from(error) }
    }
    // PyTorch has two forms of each function that draws numbers, and names them both where nothing is given.
    if drawsNumbers, positional.isEmpty && keywords.isEmpty || failures.contains(where: { $0.message.contains("'generator'") })
    {
      throw .invalidCombination(self, positional, keywords)
    }
    // Where all overloads object to the same thing, or the receiver itself is wrong, that says more than a list of overloads.
    let first = failures[0]  // every op has an overload, and each that did not run has failed
    if failures.allSatisfy({ $0.message == first.message }) || first.message.hasSuffix(receiverText(positional)) { throw first }
    throw .invalidCombination(self, positional, keywords)
  }
}

extension Op {
  /// Whether this is a function such as `rand`: it takes a generator and makes a new tensor.
  fileprivate var drawsNumbers: Bool {
    overloads[0].signature.slot(of: "generator") != nil && overloads[0].signature.slot(of: "requires_grad") != nil
  }

  /// How the message about a first argument that is no tensor ends.
  private func receiverText(_ positional: [OpValue]) -> String {
    guard let found = positional.first else { return "\u{0}" }
    return "(position 1) must be Tensor, not \(found.typeName)"
  }
}

extension Op.Overload {
  /// The arguments in slots, or why they do not fit.
  fileprivate func arrange(
    _ positional: [OpValue], _ keywords: [(name: String, value: OpValue)], op: Op
  ) -> Result<[OpValue], TensorError> {
    let parameters = signature.parameters
    let kinds = self.kinds.of(signature)
    // `x.flip(dims=(0, 1))`: what a starred list of integers takes may come by name as well.
    if let slot = signature.varPositionalSlot, slot == positional.count, kinds[slot].base == .ints,
      let given = keywords.firstIndex(where: { $0.name == parameters[slot].name })
    {
      var others = keywords
      let value = others.remove(at: given).value
      return arrange(positional + [value], others, op: op)
    }
    var values: [OpValue] = []
    values.reserveCapacity(parameters.count)
    if keywords.isEmpty && signature.bindsDirectly(positionalCount: positional.count) && signature.varPositionalSlot == nil {
      values.append(contentsOf: positional)
      for slot in positional.count..<parameters.count { values.append(defaultValue(parameters[slot])) }
    } else {
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
        return .failure(op.worded(error, signature, positional.count, names))
      }
    }
    for (slot, kind) in kinds.enumerated() where !kind.accepts(values[slot]) {
      return .failure(op.wrongKind(parameters[slot], slot, kind, values[slot]))
    }
    return .success(values)
  }

  private func defaultValue(_ parameter: Parameter) -> OpValue {
    parameter.defaultValue.map { OpValue($0) } ?? .tuple([])
  }
}

extension Op {
  static let alternativeNames = [
    "axis": "dim", "axes": "dims", "keepdims": "keepdim", "self": "input", "x": "input", "a": "input", "x1": "input",
    "x2": "other",
    "input": "self",
  ]

  /// The words that PyTorch uses where Python's differ.
  fileprivate func worded(
    _ error: BindingError, _ signature: Signature, _ positionalCount: Int, _ keywords: [String]
  ) -> TensorError {
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

  fileprivate func wrongKind(_ parameter: Parameter, _ slot: Int, _ kind: ParameterKind, _ value: OpValue) -> TensorError {
    var found = value
    if kind.isVariadic, case .tuple(let items) = value {
      if items.isEmpty { return .type("\(name)() missing 1 required positional arguments: \"\(parameter.name)\"") }
      if items.count == 1 { found = items[0] }
    }
    let position = parameter.kind == .keywordOnly ? "" : " (position \(slot + 1))"
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

extension TensorError {
  /// No overload takes the arguments.
  static func invalidCombination(
    _ op: Op, _ positional: [OpValue], _ keywords: [(name: String, value: OpValue)]
  ) -> TensorError {
    let isMethod = op.homes.contains(.method) && !op.homes.contains(.function)
    var given = positional.map(\.typeName)
    if isMethod, !given.isEmpty { given.removeFirst() }
    given += keywords.map { "\($0.name)=\($0.value.typeName)" }
    var text =
      "\(op.name)() received an invalid combination of arguments - got (\(given.joined(separator: ", "))), but expected one of:\n"
    let drawn = op.drawsNumbers
    var lines: [String] = []
    for overload in op.overloads {
      for hasGenerator in drawn ? [true, false] : [true] {
        var parameters: [String] = []
        var keywordOnly = false
        for (i, parameter) in overload.signature.parameters.enumerated() where !(isMethod && i == 0) {
          if parameter.kind == .keywordOnly && !keywordOnly && (drawn || overload.signature.varPositionalSlot == nil) {
            parameters.append("*")
          }
          keywordOnly = keywordOnly || parameter.kind == .keywordOnly
          if parameter.name == "generator", drawn {
            if hasGenerator { parameters.append("torch.Generator generator") }
          } else {
            parameters.append(
              (parameter.isRequired ? nil : common[parameter.name]) ?? "\(ParameterKind(parameter).shown) \(parameter.name)")
          }
        }
        let line = " * (\(parameters.joined(separator: ", ")))\n"
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return .type(text + lines.joined())
  }

  /// How such messages show the parameters that say what a new tensor is like.
  private static let common = [
    "generator": "torch.Generator generator = None", "out": "Tensor out = None", "dtype": "torch.dtype dtype = None",
    "layout": "torch.layout layout = None", "device": "torch.device device = None", "pin_memory": "bool pin_memory = False",
    "requires_grad": "bool requires_grad = False",
  ]
}
