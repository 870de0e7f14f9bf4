import Interpreter
import Optim
import Tensors

/// What scripts hold when they hold an optimiser.
final class OptimizerInstance: Object {
  /// The optimiser; nil until `__init__` has run.
  private(set) var optimizer: Optimizer?
  private var groups: [ParameterGroupObject] = []
  /// Whether `step` has run; a schedule asks before its own first step.
  var hasStepped = false

  override init(_ type: TypeObject) { super.init(type) }

  func adopt(_ optimizer: Optimizer) { self.optimizer = optimizer }

  private var remembered: DictObject?

  /// What an optimiser written in the language remembers: a dictionary for each parameter, made when first asked for.
  func rememberedByScript() throws(Raised) -> DictObject {
    if let remembered { return remembered }
    let interpreter = Interpreter.current
    let make = try interpreter.attribute(try interpreter.importModule("collections"), "defaultdict")
    let made = try interpreter.call(make, [TypeObject.dict.asValue]).cast(to: DictObject.self) ?? DictObject()
    remembered = made
    return made
  }

  func initialised() throws(Raised) -> Optimizer {
    guard let optimizer else { throw .attributeError("'\(type.name)' object has no attribute 'param_groups'") }
    return optimizer
  }

  /// The groups as scripts see them; the same objects each time.
  func groupObjects() throws(Raised) -> [ParameterGroupObject] {
    let all = try initialised().groups
    while groups.count < all.count { groups.append(ParameterGroupObject(all[groups.count])) }
    return groups
  }
}

/// The classes of `torch.optim`, derived from the registry.
enum OptimizerTypes {
  static let base: TypeObject = TypeObject.native("Optimizer", module: "torch.optim.optimizer", of: OptimizerInstance.self) {
    t in
    t.doc = "Changes parameters by their gradients."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in OptimizerInstance(type) }
    t.method(
      "__init__(self, params, defaults)", "For classes of the script's: takes the parameters over; the class defines `step`."
    ) {
      instance, call throws(Raised) in
      let groups = try ParameterGroups.read(call[1])
      guard let dictionary = call[2].cast(to: DictObject.self) else { throw .typeError("defaults must be a dict") }
      var defaults: [(name: String, value: OpValue)] = []
      for (key, value) in dictionary.pairs { defaults.append((key.stringValue ?? "", try OpValue(value))) }
      let name = instance.type.name
      instance.adopt(try converting { () throws(TensorError) in try ScriptedOptimizer(name, groups, defaults: defaults) })
      return .none
    }
    addSteps(to: t)
    addState(to: t)
    t.slots.repr = { value throws(Raised) in value.cast(to: OptimizerInstance.self)?.optimizer?.text ?? "" }
  }

  static let all: [TypeObject] = OptimizerRegistry.entries.map { entry in
    TypeObject.native(entry.name, module: "torch.optim.\(entry.name.lowercased())", bases: [base], of: OptimizerInstance.self) {
      t in
      let text = entry.signature.text
      let parameters = text[(text.firstIndex(of: "(") ?? text.startIndex)...].dropFirst()
      t.method("__init__(self, \(parameters)") { instance, call throws(Raised) in
        let groups = try ParameterGroups.read(call[1])
        var options: [(name: String, value: OpValue)] = []
        for (slot, parameter) in entry.signature.parameters.enumerated() where slot > 0 && !call[slot + 1].isUnbound {
          options.append((parameter.name, try OpValue(call[slot + 1])))
        }
        instance.adopt(try converting { () throws(TensorError) in try entry.make(groups, options: options) })
        return .none
      }
    }
  }

  private static func addSteps(to t: TypeBuilder<OptimizerInstance>) {
    t.method("step(self, closure=None)", "Changes every parameter that has a gradient.") { instance, call throws(Raised) in
      var loss = Value.none
      if call.has(1) {
        let before = GradMode.isEnabled
        GradMode.isEnabled = true
        defer { GradMode.isEnabled = before }
        loss = try call.interpreter.call(call[1])
      }
      let optimizer = try instance.initialised()
      instance.hasStepped = true
      try converting { () throws(TensorError) in try optimizer.step() }
      return loss
    }
    t.method("zero_grad(self, set_to_none: bool = True)", "Forgets all gradients, or sets them to zero.") {
      instance, call throws(Raised) in
      let (optimizer, flag) = (try instance.initialised(), try call.bool(1))
      try converting { () throws(TensorError) in try optimizer.zeroGrad(setToNone: flag) }
      return .none
    }
    t.method("add_param_group(self, param_group)", "Adds parameters with settings of their own.") {
      instance, call throws(Raised) in
      guard let dictionary = call[1].cast(to: DictObject.self) else {
        throw .typeError("param_group must be a dict, but got <class '\(call[1].type.displayName)'>")
      }
      let group = try ParameterGroups.group(dictionary)
      let optimizer = try instance.initialised()
      try converting { () throws(TensorError) in try optimizer.add(group) }
      return .none
    }
  }

  private static func addState(to t: TypeBuilder<OptimizerInstance>) {
    t.property("param_groups", "The groups of parameters with their settings.") { instance throws(Raised) in
      .list(try instance.groupObjects().map(\.asValue))
    }
    t.property("defaults", "Settings of groups that do not state their own.") { instance throws(Raised) in
      .object(DictObject(try instance.initialised().defaults.map { ($0.name, Value($0.value)) }))
    }
    t.property("state", "What is remembered about each parameter.") { instance throws(Raised) in
      let optimizer = try instance.initialised()
      if optimizer is ScriptedOptimizer { return try instance.rememberedByScript().asValue }
      let states = DictObject()
      for group in optimizer.groups {
        for parameter in group.parameters {
          guard let state = optimizer.state(of: parameter) else { continue }
          try states.set(parameter.asValue, OptimizerTypes.dictionary(of: state, optimizer).asValue)
        }
      }
      return states.asValue
    }
    t.method("state_dict(self)", "Settings and what is remembered, to be saved.") { instance, _ throws(Raised) in
      let optimizer = try instance.initialised()
      let states = DictObject()
      var groups: [Value] = []
      var number = 0
      for group in optimizer.groups {
        let entry = DictObject(group.options.map { ($0.name, Value($0.value)) })
        entry.set("params", .list((number..<(number + group.parameters.count)).map { .int($0) }))
        for parameter in group.parameters {
          if optimizer is ScriptedOptimizer {
            if let own = try instance.rememberedByScript().get(parameter.asValue) { try states.set(.int(number), own) }
          } else if let state = optimizer.state(of: parameter) {
            try states.set(.int(number), OptimizerTypes.dictionary(of: state, optimizer).asValue)
          }
          number += 1
        }
        groups.append(entry.asValue)
      }
      return .object(DictObject([("state", states.asValue), ("param_groups", .list(groups))]))
    }
    t.method("load_state_dict(self, state_dict)", "Takes saved settings and state over.") { instance, call throws(Raised) in
      let optimizer = try instance.initialised()
      try OptimizerState.load(call[1], into: optimizer)
      if optimizer is ScriptedOptimizer, let states = try call.interpreter.item(call[1], "state").cast(to: DictObject.self) {
        let parameters = optimizer.groups.flatMap(\.parameters)
        let own = try instance.rememberedByScript()
        for (key, state) in states.pairs {
          if let index = key.intValue, parameters.indices.contains(index) { try own.set(parameters[index].asValue, state) }
        }
      }
      return .none
    }
  }

  private static func dictionary(of state: ParameterState, _ optimizer: Optimizer) throws(Raised) -> DictObject {
    let result = DictObject()
    let step = try converting { () throws(TensorError) in try Tensor.scalar(.double(Double(state.step)), dtype: .float32) }
    if optimizer.name != "SGD" { result.set("step", step.asValue) }
    for (name, number) in zip(optimizer.numberNames, state.numbers) {
      let number = try converting { () throws(TensorError) in try Tensor.scalar(.double(number), dtype: .float32) }
      result.set(name, number.asValue)
    }
    for (name, slot) in zip(optimizer.slotNames, state.slots) { if let slot { result.set(name, slot.asValue) } }
    return result
  }
}

/// Saved state of optimisers.
enum OptimizerState {
  static func load(_ value: Value, into optimizer: Optimizer) throws(Raised) {
    let interpreter = Interpreter.current
    let groups = try interpreter.elements(of: try interpreter.item(value, "param_groups"))
    guard groups.count == optimizer.groups.count else {
      throw .valueError("loaded state dict has a different number of parameter groups")
    }
    var parameters: [Int: Tensor] = [:]
    for (group, saved) in zip(optimizer.groups, groups) {
      guard let dictionary = saved.cast(to: DictObject.self) else { throw .typeError("param_groups must hold dicts") }
      let numbers = dictionary.get("params")?.sequence ?? []
      guard numbers.count == group.parameters.count else {
        throw .valueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
      }
      for (number, parameter) in zip(numbers, group.parameters) { parameters[number.intValue ?? -1] = parameter }
      for (key, setting) in dictionary.pairs {
        if let name = key.stringValue, name != "params" { group[name] = try OpValue(setting) }
      }
    }
    guard let states = try interpreter.item(value, "state").cast(to: DictObject.self) else { return }
    for (key, saved) in states.pairs {
      guard let parameter = parameters[key.intValue ?? -1], let dictionary = saved.cast(to: DictObject.self) else { continue }
      let state = ParameterState(slotCount: optimizer.slotNames.count)
      if let step = dictionary.get("step") { state.step = try Int(interpreter.double(step)) }
      for (slot, name) in optimizer.slotNames.enumerated() {
        guard let tensor = dictionary.get(name)?.tensor else { continue }
        state.slots[slot] = try converting { () throws(TensorError) in try tensor.detach().clone() }
      }
      var numbers: [Double] = []
      for name in optimizer.numberNames {
        if let number = dictionary.get(name) { numbers.append(try interpreter.double(number)) }
      }
      if numbers.count == optimizer.numberNames.count { state.numbers = numbers }
      // A momentum that was loaded is not one to begin with.
      if optimizer.numberNames.isEmpty, state.slots.contains(where: { $0 != nil }) { state.numbers = [1] }
      optimizer.setState(state, of: parameter)
    }
  }
}
