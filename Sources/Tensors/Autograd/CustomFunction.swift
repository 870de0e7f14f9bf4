/// An operation whose gradient formula comes from outside, such as a script's `autograd.Function`.
package final class CustomFunction {
  private weak var node: Node?
  private var saved: [(tensor: SavedTensor, output: Int?)?] = []

  package init() {}

  /// Keeps tensors for the formula. One of the operation's own results is kept without its history, because keeping it whole would be a
  /// reference cycle.
  package func save(_ tensors: [Tensor?], results: [Tensor]) {
    saved = tensors.map { tensor in
      guard let tensor else { return nil }
      let output = results.firstIndex { $0 === tensor }
      return (SavedTensor(output == nil ? tensor : tensor.alias()), output)
    }
  }

  /// The kept tensors, results connected to the graph again so that second derivatives work.
  package func savedTensors() throws(TensorError) -> [Tensor?] {
    var tensors: [Tensor?] = []
    for entry in saved {
      guard let (kept, output) = entry else {
        tensors.append(nil)
        continue
      }
      let tensor = try kept.value()
      if let output, let node, GradMode.isEnabled {
        let connected = tensor.alias()
        connected.node = node
        connected.outputIndex = Int32(output)
        tensors.append(connected)
      } else {
        tensors.append(tensor)
      }
    }
    return tensors
  }

  /// Records that the operation made these results of these inputs; `backward` turns the results' gradients into the inputs'.
  package func record(
    _ results: [Tensor], name: String, inputs: [Tensor?],
    _ backward: @escaping ([Tensor?]) throws(TensorError) -> [Tensor?]
  ) {
    Tensor.record(results, name, inputs) { call in try backward(call.grads) }
    node = results.first { $0.dtype.isFloatingPoint }?.node
  }
}
