import CKernels
import Signatures
import Tensors

/// What an optimiser remembers about one parameter.
package final class ParameterState {
  /// How many steps were taken.
  package var step = 0
  /// Tensors of the parameter's shape, in the order of the optimiser's `slotNames`.
  package var slots: [Tensor?]
  /// Numbers that some methods carry from step to step.
  package var numbers: [Double] = []

  package init(slotCount: Int) { slots = [Tensor?](repeating: nil, count: slotCount) }
}

/// The arithmetic of one step with the settings of one group.
protocol ParameterUpdate {
  func apply(_ buffers: StepBuffers<Float>)
  func apply(_ buffers: StepBuffers<Double>)
}

/// A number that optimisers work on.
protocol StepElement: BinaryFloatingPoint {
  /// The square root as tensors have it.
  var root: Self { get }
}

extension Float: StepElement {
  var root: Float { lk_root_f32(self) }
}

extension Double: StepElement {
  var root: Double { squareRoot() }
}

/// The memory that one parameter's step works on; everything is contiguous and has `count` elements.
struct StepBuffers<Element: BinaryFloatingPoint> {
  let weights: UnsafeMutablePointer<Element>
  let gradient: UnsafePointer<Element>
  let slots: [UnsafeMutablePointer<Element>?]
  let count: Int
  let state: ParameterState
}

/// Changes parameters by their gradients. Each method is a subclass in a file of its own.
/// Reference: https://pytorch.org/docs/stable/optim.html
package class Optimizer {
  package final private(set) var groups: [ParameterGroup] = []
  /// Settings of groups that do not state their own.
  package final let defaults: [(name: String, value: OpValue)]
  package final private(set) var states: [ObjectIdentifier: ParameterState] = [:]

  /// The name of the class.
  package var name: String { "Optimizer" }
  /// What the state dict calls the numbers kept for each parameter.
  package var numberNames: [String] { [] }
  /// What the state dict calls the tensors kept for each parameter.
  package var slotNames: [String] { [] }

  init(_ groups: [ParameterGroup], defaults: [(name: String, value: OpValue)]) throws(TensorError) {
    self.defaults = defaults
    if groups.isEmpty || groups.count == 1 && groups[0].parameters.isEmpty && groups[0].options.isEmpty {
      throw .emptyParameterList()
    }
    for group in groups { try add(group) }
  }

  /// Adds a group, as `add_param_group` does.
  package final func add(_ group: ParameterGroup) throws(TensorError) {
    for parameter in group.parameters where !parameter.isLeaf {
      throw .value("can't optimize a non-leaf Tensor")
    }
    for (name, value) in defaults where group[name] == nil { group[name] = value }
    let known = Set(groups.flatMap(\.parameters).map(ObjectIdentifier.init))
    if group.parameters.contains(where: { known.contains(ObjectIdentifier($0)) }) {
      throw .value("some parameters appear in more than one parameter group")
    }
    groups.append(group)
  }

  /// Which slots this group's settings need.
  func usedSlots(_ group: ParameterGroup) -> [Bool] { slotNames.map { _ in true } }
  /// What a slot holds before the first step.
  func initialValue(slot: Int, of parameter: Tensor, group: ParameterGroup) throws(TensorError) -> Tensor {
    try Tensor.zeros(parameter.shape, dtype: parameter.dtype)
  }
  /// The arithmetic for one group's settings.
  func update(for group: ParameterGroup) -> any ParameterUpdate { preconditionFailure("each method states its update") }

  /// Changes every parameter that has a gradient.
  package final func step() throws(TensorError) {
    for group in groups {
      let update = update(for: group)
      let used = usedSlots(group)
      for parameter in group.parameters {
        guard let gradient = parameter.grad else { continue }
        let state = try self.state(of: parameter, in: group, used: used)
        state.step += 1
        try apply(update, to: parameter, gradient: gradient, state: state)
      }
    }
  }

  private func state(of parameter: Tensor, in group: ParameterGroup, used: [Bool]) throws(TensorError) -> ParameterState {
    let key = ObjectIdentifier(parameter)
    let state = states[key] ?? ParameterState(slotCount: used.count)
    states[key] = state
    for slot in used.indices where used[slot] && state.slots[slot] == nil {
      state.slots[slot] = try initialValue(slot: slot, of: parameter, group: group)
    }
    return state
  }

  private func apply(
    _ update: any ParameterUpdate, to parameter: Tensor, gradient: Tensor, state: ParameterState
  ) throws(TensorError) {
    guard gradient.shape == parameter.shape, gradient.dtype == parameter.dtype else {
      throw .runtime("the gradient's shape or dtype differs from its parameter's")
    }
    let gradient = try gradient.contiguous()
    let weights = parameter.isContiguous ? parameter : try parameter.alias().contiguous()
    switch parameter.dtype {
    case .float32: update.apply(buffers(Float.self, weights, gradient, state))
    case .float64: update.apply(buffers(Double.self, weights, gradient, state))
    default: throw .notImplemented("\(name) of parameters of dtype torch.\(parameter.dtype.name)")
    }
    if weights !== parameter {
      let target = parameter.alias()
      try GradMode.off { _ = try target.copyInPlace(weights) }
    }
    parameter.didMutate()
  }

  private func buffers<E: BinaryFloatingPoint & Element>(
    _ type: E.Type, _ weights: Tensor, _ gradient: Tensor, _ state: ParameterState
  ) -> StepBuffers<E> {
    StepBuffers(
      weights: weights.pointer(E.self), gradient: UnsafePointer(gradient.pointer(E.self)),
      slots: state.slots.map { $0?.pointer(E.self) }, count: weights.elementCount, state: state)
  }

  /// Forgets all gradients, or sets them to zero.
  package final func zeroGrad(setToNone: Bool = true) throws(TensorError) {
    for group in groups {
      for parameter in group.parameters {
        guard let gradient = parameter.grad else { continue }
        if setToNone { parameter.grad = nil } else { _ = try gradient.detach().zeroInPlace() }
      }
    }
  }

  /// Replaces what is remembered about a parameter.
  package final func setState(_ state: ParameterState?, of parameter: Tensor) { states[ObjectIdentifier(parameter)] = state }

  /// What is remembered about a parameter; nil before its first step.
  package final func state(of parameter: Tensor) -> ParameterState? { states[ObjectIdentifier(parameter)] }

  /// The optimiser's text: each group's settings, sorted by name.
  package final var text: String {
    var text = "\(name) ("
    for (index, group) in groups.enumerated() {
      text += "\nParameter Group \(index)\n"
      for (name, value) in group.options.sorted(by: { $0.name < $1.name }) { text += "    \(name): \(value.argumentText)\n" }
    }
    return text + ")"
  }
}

extension TensorError {
  static func emptyParameterList() -> TensorError { .value("optimizer got an empty parameter list") }
  /// The complaint about something that is not a list of parameters.
  package static func notParameters(_ typeName: String) -> TensorError {
    .type("params argument given to the optimizer should be an iterable of Tensors or dicts, but got \(typeName)")
  }
  /// The complaint about a list member that is no tensor.
  package static func notAParameter(_ typeName: String) -> TensorError {
    .type("optimizer can only optimize Tensors, but one of the params is \(typeName)")
  }
}
