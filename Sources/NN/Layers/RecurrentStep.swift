import Tensors

/// One step of a recurrent layer as a module.
package final class RecurrentStep: Module {
  private let name: String
  private let kind: RecurrentCell
  private let inputSize, hiddenSize: Int
  private let hasBias: Bool

  init(_ name: String, _ kind: RecurrentCell, _ a: BoundArguments) throws(TensorError) {
    self.name = name
    self.kind = kind
    inputSize = try a.size("input_size")
    hiddenSize = try a.size("hidden_size", atLeast: 1)
    hasBias = a.bool("bias")
    super.init()
    for parameter in a.signature.parameters where parameter.name != "device" && parameter.name != "dtype" {
      settings[parameter.name] = a[parameter.name]
    }
    let rows = kind.gateCount * hiddenSize
    let bound = 1 / Double(hiddenSize).squareRoot()
    var shapes: [(String, Shape)] = [("weight_ih", [rows, inputSize]), ("weight_hh", [rows, hiddenSize])]
    if hasBias { shapes += [("bias_ih", [rows]), ("bias_hh", [rows])] }
    for (name, shape) in shapes {
      let weight = try Tensor.zeros(shape, dtype: try a.dtype())
      try Initialisers.uniform(weight, -bound, bound)
      addParameter(name, weight)
    }
    if !hasBias {
      addParameter("bias_ih", nil)
      addParameter("bias_hh", nil)
    }
  }

  override package var layerName: String { name }

  override package var extraRepr: String {
    var text = "\(inputSize), \(hiddenSize)"
    if !hasBias { text += ", bias=False" }
    if kind == .relu { text += ", nonlinearity=relu" }
    return text
  }

  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    var input = try call.tensor(0, "input", of: name + ".forward")
    guard input.dim == 1 || input.dim == 2 else {
      throw .value("\(name): Expected input to be 1D or 2D, got \(input.dim)D instead")
    }
    let isBatched = input.dim == 2
    if !isBatched { input = try input.unsqueeze(0) }
    guard input.shape[1] == inputSize else {
      throw .runtime("input has inconsistent input_size: got \(input.shape[1]) expected \(inputSize)")
    }
    guard let inputWeight = parameter("weight_ih"), let hiddenWeight = parameter("weight_hh") else {
      throw TensorError(.attribute, "'\(className)' object has no attribute 'weight_ih'")
    }
    let weights = RecurrentCell.Weights(
      input: inputWeight, hidden: hiddenWeight, inputBias: parameter("bias_ih"), hiddenBias: parameter("bias_hh"))
    let given = call.argument(1, "hx") ?? .none
    let parts = kind == .lstm && !given.isNone ? given.items ?? [] : [given]
    if kind == .lstm && !given.isNone && parts.count != 2 {
      throw .type("LSTMCell: hx must be a tuple of hidden and cell state, not \(given.typeName)")
    }
    let hidden = try state(parts[0], batch: input.shape[0], isBatched: isBatched, dtype: input.dtype)
    var cell: Tensor?
    if kind == .lstm {
      cell = try state(parts.count > 1 ? parts[1] : .none, batch: input.shape[0], isBatched: isBatched, dtype: input.dtype)
    }
    let projected = try input.linear(weights.input, weights.inputBias)
    let next = try kind.step(projected, RecurrentCell.State(hidden: hidden, cell: cell), weights)
    let result = try isBatched ? next.hidden : next.hidden.squeeze([0])
    guard let nextCell = next.cell else { return .tensor(result) }
    return .tuple([.tensor(result), .tensor(try isBatched ? nextCell : nextCell.squeeze([0]))])
  }

  private func state(_ given: OpValue, batch: Int, isBatched: Bool, dtype: DType) throws(TensorError) -> Tensor {
    if given.isNone { return try Tensor.zeros([batch, hiddenSize], dtype: dtype) }
    guard case .tensor(var tensor) = given else { throw .type("\(name): hx must be a Tensor, not \(given.typeName)") }
    if !isBatched { tensor = try tensor.unsqueeze(0) }
    guard tensor.dim == 2, tensor.shape[0] == batch else {
      let found = "hidden0's batch size \(tensor.shape.first ?? 0)"
      throw .runtime("Input batch size \(batch) doesn't match \(found)")
    }
    guard tensor.shape[1] == hiddenSize else {
      throw .runtime("hidden0 has inconsistent hidden_size: got \(tensor.shape[1]), expected \(hiddenSize)")
    }
    return tensor
  }
}
