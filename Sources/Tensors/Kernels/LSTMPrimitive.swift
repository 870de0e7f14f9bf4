import CKernels
import COneDNN
import Synchronization

/// oneDNN's LSTM layer in one direction for fixed sizes, with the layouts that it chose.
final class LSTMPrimitive {
  enum Use: Hashable { case values, recorded, gradients }

  /// The sizes of a layer's work.
  struct Geometry: Hashable {
    let steps: Int
    let batch: Int
    let inputs: Int
    let hidden: Int
    let isReversed: Bool
  }

  private struct Key: Hashable {
    let geometry: Geometry
    let use: Use
    let threads: Int32
  }

  private let primitive: dnnl_primitive_t
  private let scratchpad: Layout
  let sequence, output, state, bias: Layout
  /// Weights as PyTorch keeps them, and as the primitive wants them.
  let plainLayer, plainIteration, layer, iteration: Layout
  /// The weights' gradients as the primitive writes them.
  let layerGradient, iterationGradient: Layout?
  let workspace: Layout?

  private static let known = Mutex<[Key: LSTMPrimitive?]>([:])
  /// Programs with ever new sizes must not keep every primitive.
  private static let limit = 128

  /// The primitive, built at first use; nil when oneDNN refuses these sizes.
  static func of(_ geometry: Geometry, _ use: Use) -> LSTMPrimitive? {
    let key = Key(geometry: geometry, use: use, threads: lk_get_threads())
    return known.withLock { known in
      if let primitive = known[key] { return primitive }
      if known.count >= limit { known = [:] }
      let primitive = LSTMPrimitive(geometry, use)
      known[key] = .some(primitive)
      return primitive
    }
  }

  private init?(_ g: Geometry, _ use: Use) {
    guard g.steps > 0, g.batch > 0, g.inputs > 0, g.hidden > 0, let engine = OneDNN.engine else { return nil }
    // A primitive is planned for the number of threads that it is built with.
    lk_apply_threads()
    let kind = use == .values ? lkd_lstm_values : use == .recorded ? lkd_lstm_recorded : lkd_lstm_gradients
    var made = lkd_lstm()
    let status = lkd_lstm_create(
      engine, dnnl_dim_t(g.steps), dnnl_dim_t(g.batch), dnnl_dim_t(g.inputs), dnnl_dim_t(g.hidden), g.isReversed, kind, &made)
    guard status == dnnl_success, let primitive = made.primitive else { return nil }
    self.primitive = primitive
    scratchpad = Layout(made.scratchpad)
    sequence = Layout(made.sequence)
    output = Layout(made.output)
    state = Layout(made.state)
    bias = Layout(made.bias)
    plainLayer = Layout(made.plain_layer)
    plainIteration = Layout(made.plain_iter)
    layer = Layout(made.weights_layer)
    iteration = Layout(made.weights_iter)
    layerGradient = use == .gradients ? Layout(made.gradient_layer) : nil
    iterationGradient = use == .gradients ? Layout(made.gradient_iter) : nil
    workspace = use == .values ? nil : Layout(made.workspace)
  }

  deinit { lkd_primitive_destroy(primitive) }

  func execute(_ arguments: [OneDNN.Argument]) -> Bool {
    OneDNN.execute(primitive, scratchpad: scratchpad, arguments)
  }
}
