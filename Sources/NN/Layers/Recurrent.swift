import Tensors

/// Recurrent layers: RNN, LSTM and GRU, and their single cells.
///
/// All parameters start uniform in ±1/√hidden_size, drawn in the order of their names.
enum Recurrents {
  private static let options =
    "num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False, device=None, dtype=None)"

  static let entries: [LayerEntry] = [
    LayerEntry(
      "RNN(input_size, hidden_size, num_layers=1, nonlinearity='tanh', bias=True, batch_first=False, dropout=0.0, "
        + "bidirectional=False, device=None, dtype=None)", forward: "forward(input, hx=None)"
    ) { a throws(TensorError) in
      let nonlinearity = try a.text("nonlinearity")
      guard nonlinearity == "tanh" || nonlinearity == "relu" else {
        throw .value("Unknown nonlinearity '\(nonlinearity)'. Select from 'tanh' or 'relu'.")
      }
      return try Recurrent("RNN", nonlinearity == "tanh" ? .tanh : .relu, a)
    },
    LayerEntry(
      "LSTM(input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False, proj_size=0, "
        + "device=None, dtype=None)", forward: "forward(input, hx=None)"
    ) { a throws(TensorError) in try Recurrent("LSTM", .lstm, a) },
    LayerEntry("GRU(input_size, hidden_size, \(options)", forward: "forward(input, hx=None)") { a throws(TensorError) in
      try Recurrent("GRU", .gru, a)
    },
    LayerEntry(
      "RNNCell(input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None)",
      forward: "forward(input, hx=None)"
    ) { a throws(TensorError) in
      let nonlinearity = try a.text("nonlinearity")
      guard nonlinearity == "tanh" || nonlinearity == "relu" else { throw .runtime("Unknown nonlinearity: \(nonlinearity)") }
      return try RecurrentStep("RNNCell", nonlinearity == "tanh" ? .tanh : .relu, a)
    },
    LayerEntry("LSTMCell(input_size, hidden_size, bias=True, device=None, dtype=None)", forward: "forward(input, hx=None)") {
      a throws(TensorError) in try RecurrentStep("LSTMCell", .lstm, a)
    },
    LayerEntry("GRUCell(input_size, hidden_size, bias=True, device=None, dtype=None)", forward: "forward(input, hx=None)") {
      a throws(TensorError) in try RecurrentStep("GRUCell", .gru, a)
    },
  ]
}

/// RNN, LSTM or GRU over a sequence.
/// Reference: https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html
package final class Recurrent: Module {
  private let name: String
  private let kind: RecurrentCell
  private let inputSize, hiddenSize, layerCount, projectionSize: Int
  private let hasBias, isBatchFirst, isBidirectional: Bool
  private let dropout: Double

  init(_ name: String, _ kind: RecurrentCell, _ a: BoundArguments) throws(TensorError) {
    self.name = name
    self.kind = kind
    inputSize = try a.size("input_size")
    hiddenSize = try a.int("hidden_size")
    layerCount = try a.int("num_layers")
    projectionSize = a.signature.slot(of: "proj_size") == nil ? 0 : try a.size("proj_size")
    hasBias = a.bool("bias")
    isBatchFirst = a.bool("batch_first")
    isBidirectional = a.bool("bidirectional")
    dropout = try a.number("dropout")
    super.init()
    if hiddenSize <= 0 { throw .value("hidden_size must be greater than zero") }
    if layerCount <= 0 { throw .value("num_layers must be greater than zero") }
    if case .bool = a["dropout"] {
      throw .value(
        "dropout should be a number in range [0, 1] representing the probability of an element being zeroed")
    }
    if dropout > 0 && dropout <= 1 && layerCount == 1 {
      TensorWarning.emit(
        "dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got "
          + "dropout=\(a["dropout"].argumentText) and num_layers=1")
    }
    if !(dropout >= 0 && dropout <= 1) {
      throw .value(
        "dropout should be a number in range [0, 1] representing the probability of an element being zeroed")
    }
    if projectionSize >= hiddenSize { throw .value("proj_size has to be smaller than hidden_size") }
    for parameter in a.signature.parameters where parameter.name != "device" && parameter.name != "dtype" {
      settings[parameter.name] = a[parameter.name]
    }
    settings["mode"] = .string(kind.rawValue)
    try addWeights(dtype: try a.dtype())
  }

  override package var layerName: String { name }

  private var outputSize: Int { projectionSize > 0 ? projectionSize : hiddenSize }
  private var directionCount: Int { isBidirectional ? 2 : 1 }

  private func addWeights(dtype: DType) throws(TensorError) {
    let rows = kind.gateCount * hiddenSize
    var shapes: [(String, Shape)] = []
    for layer in 0..<layerCount {
      let columns = layer == 0 ? inputSize : outputSize * directionCount
      for direction in 0..<directionCount {
        let suffix = "_l\(layer)" + (direction == 1 ? "_reverse" : "")
        shapes.append(("weight_ih" + suffix, [rows, columns]))
        shapes.append(("weight_hh" + suffix, [rows, outputSize]))
        if hasBias {
          shapes.append(("bias_ih" + suffix, [rows]))
          shapes.append(("bias_hh" + suffix, [rows]))
        }
        if projectionSize > 0 { shapes.append(("weight_hr" + suffix, [projectionSize, hiddenSize])) }
      }
    }
    let bound = 1 / Double(hiddenSize).squareRoot()
    for (name, shape) in shapes {
      let weight = try Tensor.zeros(shape, dtype: dtype)
      try Initialisers.uniform(weight, -bound, bound)
      addParameter(name, weight)
    }
  }

  override package var extraRepr: String {
    var text = "\(inputSize), \(hiddenSize)"
    if projectionSize > 0 { text += ", proj_size=\(projectionSize)" }
    if layerCount != 1 { text += ", num_layers=\(layerCount)" }
    if !hasBias { text += ", bias=False" }
    if isBatchFirst { text += ", batch_first=True" }
    if dropout != 0 { text += ", dropout=\(OpValue.float(dropout).argumentText)" }
    if isBidirectional { text += ", bidirectional=True" }
    return text
  }

  override package func forward(_ call: ModuleCall) throws(TensorError) -> OpValue {
    var input = try call.tensor(0, "input", of: name + ".forward")
    guard input.dim == 2 || input.dim == 3 else {
      throw .value("\(name): Expected input to be 2D or 3D, got \(input.dim)D instead")
    }
    let isBatched = input.dim == 3
    let given = call.argument(1, "hx") ?? .none
    // Inside, everything is [time, batch, feature].
    if !isBatched { input = try input.unsqueeze(1) } else if isBatchFirst { input = try input.transpose(0, 1) }
    guard input.shape[2] == inputSize else {
      throw .runtime("input.size(-1) must be equal to input_size. Expected \(inputSize), got \(input.shape[2])")
    }
    guard input.shape[0] > 0 else { throw .runtime("Expected sequence length to be larger than 0 in RNN") }
    let initial = try initialState(given, batch: input.shape[1], isBatched: isBatched, dtype: input.dtype)
    var (output, hidden, cells) = try run(input, initial)
    if !isBatched {
      output = try output.squeeze([1])
      hidden = try hidden.squeeze([1])
      cells = try cells?.squeeze([1])
    } else if isBatchFirst {
      output = try output.transpose(0, 1)
    }
    let state: OpValue = if let cells { .tuple([.tensor(hidden), .tensor(cells)]) } else { .tensor(hidden) }
    return .tuple([.tensor(output), state])
  }

  /// The output for sequences of different lengths: `data` has the elements of time step 0 of all sequences, then of step 1 of those
  /// that reach it, and so on, `counts` how many reach each. The result's data are in the same order; the last states belong to
  /// the sequences in their order.
  package func forward(
    packed data: Tensor, counts: [Int], state given: OpValue
  ) throws(TensorError) -> (data: Tensor, state: OpValue) {
    guard data.dim == 2 else { throw .runtime("input must have 2 dimensions, got \(data.dim)") }
    guard data.shape[1] == inputSize else {
      throw .runtime("input.size(-1) must be equal to input_size. Expected \(inputSize), got \(data.shape[1])")
    }
    guard let batch = counts.first, counts.reduce(0, &+) == data.shape[0], counts.last.map({ $0 > 0 }) == true,
      zip(counts, counts.dropFirst()).allSatisfy({ $0 >= $1 })
    else { throw .runtime("the batch sizes of a packed sequence must fall and add up to its data") }
    let initial = try initialState(given, batch: batch, isBatched: true, dtype: data.dtype)
    let (output, hidden, cells) = try PackedRun(counts).run(self, data, initial)
    return (output, cells.map { .tuple([.tensor(hidden), .tensor($0)]) } ?? .tensor(hidden))
  }

  /// The hidden state, and the cell's for LSTM, as `[layers · directions, batch, size]`: the given one or zeros.
  private func initialState(
    _ given: OpValue, batch: Int, isBatched: Bool, dtype: DType
  ) throws(TensorError) -> RecurrentCell.State {
    let count = layerCount * directionCount
    let hiddenShape: Shape = [count, batch, outputSize]
    let cellShape: Shape = [count, batch, hiddenSize]
    if given.isNone {
      let cell = kind == .lstm ? try Tensor.zeros(cellShape, dtype: dtype) : nil
      return RecurrentCell.State(hidden: try Tensor.zeros(hiddenShape, dtype: dtype), cell: cell)
    }
    func checked(_ value: OpValue, _ shape: Shape, _ what: String) throws(TensorError) -> Tensor {
      guard case .tensor(var tensor) = value else { throw .type("\(name): hx must be a Tensor, not \(value.typeName)") }
      if !isBatched {
        guard tensor.dim == 2 else {
          throw .runtime("For unbatched 2-D input, hx should also be 2-D but got \(tensor.dim)-D tensor")
        }
        tensor = try tensor.unsqueeze(1)
      } else if tensor.dim != 3 {
        throw .runtime("For batched 3-D input, hx should also be 3-D but got \(tensor.dim)-D tensor")
      }
      guard tensor.shape == shape else {
        let wanted = "(\(shape.map(String.init).joined(separator: ", ")))"
        throw .runtime("Expected \(what) size \(wanted), got \(tensor.shape.description)")
      }
      return tensor
    }
    guard kind == .lstm else { return RecurrentCell.State(hidden: try checked(given, hiddenShape, "hidden")) }
    guard let pair = given.items, pair.count == 2 else {
      throw .type("LSTM: hx must be a tuple of hidden and cell state, not \(given.typeName)")
    }
    return RecurrentCell.State(
      hidden: try checked(pair[0], hiddenShape, "hidden[0]"), cell: try checked(pair[1], cellShape, "hidden[1]"))
  }

  /// How many layers and directions there are, what a step does, and the dropout between layers in the present mode.
  fileprivate var plan: (layers: Int, directions: Int, cell: RecurrentCell, dropout: Double) {
    (layerCount, directionCount, kind, isTraining ? dropout : 0)
  }

  fileprivate func weights(_ layer: Int, _ direction: Int) throws(TensorError) -> RecurrentCell.Weights {
    let suffix = "_l\(layer)" + (direction == 1 ? "_reverse" : "")
    guard let input = parameter("weight_ih" + suffix), let hidden = parameter("weight_hh" + suffix) else {
      throw TensorError(.attribute, "'\(className)' object has no attribute 'weight_ih\(suffix)'")
    }
    return RecurrentCell.Weights(
      input: input, hidden: hidden, inputBias: parameter("bias_ih" + suffix), hiddenBias: parameter("bias_hh" + suffix),
      projection: parameter("weight_hr" + suffix))
  }

  private func run(
    _ input: Tensor, _ initial: RecurrentCell.State
  ) throws(TensorError) -> (output: Tensor, hidden: Tensor, cells: Tensor?) {
    let steps = input.shape[0]
    var sequence = input
    var (hidden, cells): ([Tensor], [Tensor]) = ([], [])
    for layer in 0..<layerCount {
      var outputs: [Tensor] = []
      for direction in 0..<directionCount {
        let weights = try self.weights(layer, direction)
        let place = layer * directionCount + direction
        var state = RecurrentCell.State(
          hidden: try initial.hidden.select(0, place), cell: try initial.cell?.select(0, place))
        if let whole = try kind.run(sequence, state, weights, isReversed: direction == 1) {
          outputs.append(whole.output)
          hidden.append(whole.last.hidden)
          if let cell = whole.last.cell { cells.append(cell) }
          continue
        }
        let projected = try sequence.linear(weights.input, weights.inputBias)
        var results = [Tensor?](repeating: nil, count: steps)
        for index in 0..<steps {
          let time = direction == 0 ? index : steps - 1 - index
          state = try kind.step(try projected.select(0, time), state, weights)
          results[time] = state.hidden
        }
        outputs.append(try Tensor.stack(results.compactMap { $0 }, 0))
        hidden.append(state.hidden)
        if let cell = state.cell { cells.append(cell) }
      }
      sequence = outputs.count == 1 ? outputs[0] : try Tensor.cat(outputs, 2)
      if dropout > 0 && isTraining && layer < layerCount - 1 { sequence = try sequence.dropout(dropout, training: true) }
    }
    return (sequence, try Tensor.stack(hidden, 0), cells.isEmpty ? nil : try Tensor.stack(cells, 0))
  }
}

/// A recurrent layer over packed sequences: at each step, or from the last one back, those sequences take part that reach it.
private struct PackedRun {
  let counts: [Int]
  private let starts: [Int]

  init(_ counts: [Int]) {
    self.counts = counts
    var (starts, next) = ([Int](), 0)
    for count in counts {
      starts.append(next)
      next += count
    }
    self.starts = starts
  }

  func run(
    _ layer: Recurrent, _ data: Tensor, _ initial: RecurrentCell.State
  ) throws(TensorError) -> (output: Tensor, hidden: Tensor, cells: Tensor?) {
    let plan = layer.plan
    var sequence = data
    var (hidden, cells): ([Tensor], [Tensor]) = ([], [])
    for number in 0..<plan.layers {
      var outputs: [Tensor] = []
      for direction in 0..<plan.directions {
        let weights = try layer.weights(number, direction)
        let place = number * plan.directions + direction
        let start = RecurrentCell.State(
          hidden: try initial.hidden.select(0, place), cell: try initial.cell?.select(0, place))
        let projected = try sequence.linear(weights.input, weights.inputBias)
        let (results, last) =
          direction == 0
          ? try forwards(projected, start, plan.cell, weights) : try backwards(projected, start, plan.cell, weights)
        outputs.append(try Tensor.cat(results, 0))
        hidden.append(last.hidden)
        if let cell = last.cell { cells.append(cell) }
      }
      sequence = outputs.count == 1 ? outputs[0] : try Tensor.cat(outputs, 1)
      if plan.dropout > 0 && number < plan.layers - 1 { sequence = try sequence.dropout(plan.dropout, training: true) }
    }
    return (sequence, try Tensor.stack(hidden, 0), cells.isEmpty ? nil : try Tensor.stack(cells, 0))
  }

  private func forwards(
    _ projected: Tensor, _ start: RecurrentCell.State, _ cell: RecurrentCell, _ weights: RecurrentCell.Weights
  ) throws(TensorError) -> ([Tensor], RecurrentCell.State) {
    var state = start
    var (results, ended): ([Tensor], [RecurrentCell.State]) = ([], [])
    for (step, count) in counts.enumerated() {
      let present = state.hidden.shape[0]
      if count < present {
        ended.append(try state.rows(count, present - count))
        state = try state.rows(0, count)
      }
      state = try cell.step(try projected.narrow(0, starts[step], count), state, weights)
      results.append(state.hidden)
    }
    ended.append(state)
    return (results, try RecurrentCell.State.joined(ended.reversed()))
  }

  private func backwards(
    _ projected: Tensor, _ start: RecurrentCell.State, _ cell: RecurrentCell, _ weights: RecurrentCell.Weights
  ) throws(TensorError) -> ([Tensor], RecurrentCell.State) {
    var state = try start.rows(0, counts[counts.count - 1])
    var results: [Tensor] = []
    for step in counts.indices.reversed() {
      let present = state.hidden.shape[0]
      if counts[step] > present { state = try .joined([state, try start.rows(present, counts[step] - present)]) }
      state = try cell.step(try projected.narrow(0, starts[step], counts[step]), state, weights)
      results.append(state.hidden)
    }
    return (results.reversed(), state)
  }
}

extension RecurrentCell.State {
  /// The states of some of the sequences.
  fileprivate func rows(_ start: Int, _ count: Int) throws(TensorError) -> RecurrentCell.State {
    RecurrentCell.State(hidden: try hidden.narrow(0, start, count), cell: try cell?.narrow(0, start, count))
  }

  /// The states of several groups of sequences, one after the other.
  fileprivate static func joined(_ parts: [RecurrentCell.State]) throws(TensorError) -> RecurrentCell.State {
    if parts.count == 1 { return parts[0] }
    let cells = parts.compactMap(\.cell)
    return RecurrentCell.State(
      hidden: try Tensor.cat(parts.map(\.hidden), 0), cell: cells.isEmpty ? nil : try Tensor.cat(cells, 0))
  }
}
