import Interpreter
import NN
import Tensors

/// A call of RNN, LSTM or GRU with a `PackedSequence`.
struct PackedCall {
  private let sequence: TupleObject
  private let state: Value

  /// Nil when the first argument is none.
  init?(_ positional: [Value], _ keywords: [(name: String, value: Value)]) {
    func argument(_ position: Int, _ name: String) -> Value? {
      position < positional.count ? positional[position] : keywords.first { $0.name == name }?.value
    }
    guard let tuple = argument(0, "input")?.cast(to: TupleObject.self), tuple.type.name == "PackedSequence", tuple.count == 4
    else {
      return nil
    }
    sequence = tuple
    state = argument(1, "hx") ?? .none
  }

  /// The pair of the packed output and the last states, in the order in which the sequences were given.
  func run(_ layer: Recurrent) throws(Raised) -> Value {
    guard let data = sequence[0].tensor, let sizes = sequence[1].tensor else {
      throw .typeError("a PackedSequence holds tensors")
    }
    let (sorted, unsorted) = (sequence[2].tensor, sequence[3].tensor)
    let given = try OpValue(state)
    let (output, last) = try converting { () throws(TensorError) in
      let counts = try sizes.to(.int64).values(Int.self)
      let initial = try PackedCall.reordered(given, sorted)
      let (output, last) = try layer.forward(packed: data, counts: counts, state: initial)
      return (output, try PackedCall.reordered(last, unsorted))
    }
    let packed = try Interpreter.current.call(
      sequence.type.asValue, [output.asValue, sequence[1], sequence[2], sequence[3]])
    return .tuple([packed, Value(last)])
  }

  /// States with their sequences in another order.
  private static func reordered(_ state: OpValue, _ order: Tensor?) throws(TensorError) -> OpValue {
    guard let order else { return state }
    switch state {
    case .tensor(let tensor): return try Ops.call("index_select", [.tensor(tensor), .int(1), .tensor(order)])
    case .tuple(let items):
      var parts: [OpValue] = []
      for item in items { parts.append(try reordered(item, order)) }
      return .tuple(parts)
    default: return state
    }
  }
}
