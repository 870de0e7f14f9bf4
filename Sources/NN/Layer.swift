import Signatures
import Tensors

/// A module that applies one functional op: to the inputs of the call, then, by name, to its parameters, buffers and settings.
package class Layer: Module {
  package final let entry: LayerEntry
  private final var plan: Plan?

  init(_ entry: LayerEntry) {
    self.entry = entry
    super.init()
  }

  override package var layerName: String { entry.name }
  override package var extraRepr: String { entry.text(self) }
  override package var functionName: String { entry.op }

  /// Keeps the constructor's arguments; where they are made regular, the set-up overwrites them.
  final func takeSettings(_ arguments: BoundArguments) {
    for parameter in arguments.signature.parameters where parameter.name != "device" && parameter.name != "dtype" {
      settings[parameter.name] = arguments[parameter.name]
    }
  }

  /// A setting as it is shown.
  final func shown(_ name: String) -> String { settings[name]?.argumentText ?? "None" }

  /// Settings as `name=value`, separated by commas.
  final func list(_ names: String...) -> String { names.map { "\($0)=\(shown($0))" }.joined(separator: ", ") }

  /// A setting as a condition.
  final func flag(_ name: String) -> Bool { if case .bool(true)? = settings[name] { true } else { false } }

  /// A setting as a number.
  final func number(_ name: String) -> Double? { settings[name]?.scalar?.doubleValue }

  /// Whether a call does what the op does and nothing else: no hooks, no class of the script's own.
  final var isPlain: Bool { !hasHooks && host?.moduleClassName == nil }

  /// Whether the op works as in training; batch normalisation without running statistics always does.
  var appliesTraining: Bool { isTraining }

  override package func forward(_ input: Tensor) throws(TensorError) -> Tensor {
    guard case .tensor(let output) = try apply(.tensor(input)) else {
      throw .type("\(className) did not return a tensor")
    }
    return output
  }

  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    try apply(call.inputs, keywords: call.keywords)
  }

  /// Applies the op to the inputs and this layer's own values.
  final func apply(_ inputs: [OpValue], keywords: [(name: String, value: OpValue)]) throws(TensorError) -> OpValue {
    let plan: Plan
    if let known = self.plan { plan = known } else { plan = try makePlan() }
    self.plan = plan
    if keywords.isEmpty && inputs.count == plan.inputCount {
      var values = inputs
      values.reserveCapacity(inputs.count + plan.positional.count)
      return try apply(plan, &values)
    }
    try checkCall(inputs.count, keywords.map(\.name))
    var named = keywords
    for (name, input) in zip(entry.forward.parameters.map(\.name), inputs).dropFirst(plan.inputCount) {
      named.append((name, input))
    }
    for source in plan.positional + plan.keyword where !named.contains(where: { $0.name == source.name }) {
      named.append((source.name, value(of: source)))
    }
    return try plan.op(Array(inputs.prefix(plan.inputCount)), keywords: named)
  }

  /// The same for one input.
  final func apply(_ input: OpValue) throws(TensorError) -> OpValue {
    guard let plan, plan.inputCount == 1 else { return try apply([input], keywords: []) }
    var values: [OpValue] = []
    values.reserveCapacity(1 + plan.positional.count)
    values.append(input)
    return try apply(plan, &values)
  }

  /// Applies the op to the inputs in `values`, which this layer's own join.
  private func apply(_ plan: Plan, _ values: inout [OpValue]) throws(TensorError) -> OpValue {
    for source in plan.positional { values.append(value(of: source)) }
    if plan.keyword.isEmpty { return try plan.op(values) }
    return try plan.op(values, keywords: plan.keyword.map { ($0.name, value(of: $0)) })
  }

  /// Refuses a call that does not fit `forward`, in Python's words, which count the receiver.
  private func checkCall(_ count: Int, _ keywords: [String]) throws(TensorError) {
    let name = "\(entry.name).forward"
    let limit = entry.forward.positionalLimit
    let least = entry.forward.requiredPositional
    if count > limit {
      let takes = least < limit ? "from \(least + 1) to \(limit + 1)" : "\(limit + 1)"
      throw .type("\(name)() takes \(takes) positional arguments but \(count + 1) were given")
    }
    do throws(BindingError) {
      _ = try entry.forward.bind(positionalCount: count, keywords: keywords, calledName: name)
    } catch {
      throw .type(error.message)
    }
  }

  /// The op and where each of its parameters comes from.
  private struct Plan {
    let op: Op
    let inputCount: Int
    let positional: [Source]
    let keyword: [Source]
  }

  private struct Source {
    enum Place {
      case parameter(Int)
      case buffer(Int)
      case setting(Int)
      case training
      case constant(OpValue)
    }
    let name: String
    let place: Place
  }

  private func makePlan() throws(TensorError) -> Plan {
    guard let op = OpRegistry.op(entry.op, in: .functional) ?? OpRegistry.op(entry.op, in: .function),
      let signature = op.overloads.first?.signature
    else { throw .notImplemented("\(entry.name): the function '\(entry.op)' is not available") }
    // Inputs and the op's parameters go together by position as long as their names agree, then by name.
    let names = entry.forward.parameters.map(\.name)
    var inputCount = 1
    while inputCount < names.count, inputCount < signature.parameters.count,
      signature.parameters[inputCount].name == names[inputCount]
    {
      inputCount += 1
    }
    var positional: [Source] = []
    var keyword: [Source] = []
    for parameter in signature.parameters.dropFirst(inputCount) {
      let source = source(parameter.name, default: parameter.defaultValue.map { OpValue($0) } ?? .none)
      switch parameter.kind {
      case .positionalOnly, .standard: positional.append(source)
      case .keywordOnly: keyword.append(source)
      case .varPositional, .varKeyword: break
      }
    }
    return Plan(op: op, inputCount: inputCount, positional: positional, keyword: keyword)
  }

  private func source(_ name: String, default value: OpValue) -> Source {
    if let index = ownParameters.index(of: name) { return Source(name: name, place: .parameter(index)) }
    if let index = ownBuffers.index(of: name) { return Source(name: name, place: .buffer(index)) }
    if name == "training" { return Source(name: name, place: .training) }
    if let index = settings.index(of: name) { return Source(name: name, place: .setting(index)) }
    return Source(name: name, place: .constant(value))
  }

  private func value(of source: Source) -> OpValue {
    switch source.place {
    case .parameter(let index) where index < ownParameters.count && ownParameters.names[index] == source.name:
      return ownParameters.values[index].map { .tensor($0) } ?? OpValue.none
    case .buffer(let index) where index < ownBuffers.count && ownBuffers.names[index] == source.name:
      return ownBuffers.values[index].map { .tensor($0) } ?? OpValue.none
    case .setting(let index): return settings.values[index]
    case .training: return .bool(appliesTraining)
    case .constant(let value): return value
    // The members were added to or removed since the plan was made: look again by name.
    case .parameter, .buffer: return member(source.name) ?? settings[source.name] ?? .none
    }
  }
}
