import Tensors

/// The arithmetic of one step of a recurrent layer.
enum RecurrentCell: String {
  case tanh = "RNN_TANH"
  case relu = "RNN_RELU"
  case lstm = "LSTM"
  case gru = "GRU"

  /// How many blocks of `hidden` rows the weights have.
  var gateCount: Int {
    switch self {
    case .tanh, .relu: 1
    case .gru: 3
    case .lstm: 4
    }
  }

  /// The parameters of one direction of one layer; without biases those are nil.
  struct Weights {
    let input: Tensor
    let hidden: Tensor
    let inputBias: Tensor?
    let hiddenBias: Tensor?
    /// Projects the hidden state, where it is smaller than the cell's.
    var projection: Tensor?
  }

  /// The state after a step: the hidden state and, for LSTM, the cell.
  struct State {
    var hidden: Tensor
    var cell: Tensor?
  }

  /// All steps at once, where there is a kernel for that: nil otherwise.
  func run(
    _ sequence: Tensor, _ state: State, _ weights: Weights, isReversed: Bool
  ) throws(TensorError) -> (output: Tensor, last: State)? {
    guard self == .lstm, weights.projection == nil, let cell = state.cell,
      let (output, hidden, last) = try Tensor.lstmLayer(
        sequence, hidden: state.hidden, cell: cell, inputWeights: weights.input, hiddenWeights: weights.hidden,
        inputBias: weights.inputBias, hiddenBias: weights.hiddenBias, isReversed: isReversed)
    else { return nil }
    return (output, State(hidden: hidden, cell: last))
  }

  /// One step. `projected` is the input times the input weights, plus bias: that part is computed for all steps at once.
  func step(_ projected: Tensor, _ state: State, _ weights: Weights) throws(TensorError) -> State {
    let recurrent = try state.hidden.linear(weights.hidden, weights.hiddenBias)
    switch self {
    case .tanh: return State(hidden: try (projected + recurrent).tanh())
    case .relu: return State(hidden: try (projected + recurrent).relu())
    case .gru:
      let own = try projected.chunk(3, -1)
      let back = try recurrent.chunk(3, -1)
      let reset = try (own[0] + back[0]).sigmoid()
      let update = try (own[1] + back[1]).sigmoid()
      let candidate = try (own[2] + back[2] * reset).tanh()
      return State(hidden: try (state.hidden - candidate) * update + candidate)
    case .lstm:
      let gates = try (projected + recurrent).chunk(4, -1)
      let (input, forget) = (try gates[0].sigmoid(), try gates[1].sigmoid())
      let (candidate, output) = (try gates[2].tanh(), try gates[3].sigmoid())
      guard let old = state.cell else { throw .runtime("LSTM needs a cell state") }
      let cell = try forget * old + input * candidate
      var hidden = try output * cell.tanh()
      if let projection = weights.projection { hidden = try hidden.linear(projection) }
      return State(hidden: hidden, cell: cell)
    }
  }
}
