extension Tensor {
  /// One direction of an LSTM layer over a whole sequence, by oneDNN as in PyTorch; nil where that does not apply: other dtypes than
  /// float32, empty operands.
  ///
  /// **Shape** sequence `[step, sample, feature]`, states `[sample, hidden]` → output `[step, sample, hidden]` and the last states.
  /// Reversed, the sequence is worked on from its last step back. **Gradient** cannot be differentiated again, as in PyTorch.
  package static func lstmLayer(
    _ sequence: Tensor, hidden: Tensor, cell: Tensor, inputWeights: Tensor, hiddenWeights: Tensor, inputBias: Tensor?,
    hiddenBias: Tensor?, isReversed: Bool
  ) throws(TensorError) -> (output: Tensor, hidden: Tensor, cell: Tensor)? {
    let operands = [sequence, inputWeights, hiddenWeights, inputBias, hiddenBias, hidden, cell]
    for operand in operands { if let operand, operand.dtype != .float32 || operand.elementCount == 0 { return nil } }
    let geometry = LSTMPrimitive.Geometry(
      steps: sequence.shape[0], batch: sequence.shape[1], inputs: sequence.shape[2], hidden: hidden.shape[1],
      isReversed: isReversed)
    guard inputWeights.shape == [4 * geometry.hidden, geometry.inputs],
      hiddenWeights.shape == [4 * geometry.hidden, geometry.hidden]
    else { return nil }
    let recorded = operands.contains { $0?.isRecorded ?? false }
    let x = try sequence.plainCopy()
    let (h, c) = (try hidden.plainCopy(), try cell.plainCopy())
    let parameters = LSTMParameters(
      input: try inputWeights.plainCopy(), hidden: try hiddenWeights.plainCopy(),
      bias: try GradMode.off { () throws(TensorError) -> Tensor in
        guard let inputBias, let hiddenBias else { return try .zeros([4 * geometry.hidden]) }
        return try inputBias.add(hiddenBias)
      })
    guard let result = try OneDNN.lstm(x, h, c, parameters, geometry, recorded: recorded) else { return nil }
    guard recorded else { return (result.output, result.hidden, result.cell) }
    let (output, lastHidden, lastCell) = (result.output.alias(), result.hidden.alias(), result.cell.alias())
    let saved = operands.map { operand in operand.map { SavedTensor($0) } }
    let savedOutput = SavedTensor(result.output)
    record([output, lastHidden, lastCell], "MkldnnRnnLayerBackward0", operands) { call in
      for operand in saved { _ = try operand?.value() }
      _ = try savedOutput.value()
      let given = call.grads
      func gradient(_ place: Int, _ shape: Shape) throws(TensorError) -> Tensor {
        if let grad = given[place] { return try grad.plainCopy() }
        return try .zeros(shape)
      }
      let incoming = (
        output: try gradient(0, result.output.shape), hidden: try gradient(1, h.shape), cell: try gradient(2, c.shape)
      )
      guard let sums = try OneDNN.lstmGradients(x, h, c, parameters, result, incoming, geometry) else {
        throw TensorError.runtime("could not create a primitive descriptor for an LSTM backward propagation primitive")
      }
      // Both biases have the same gradient, but not in the same memory.
      let secondBias = call.needs(4) ? try sums.bias.clone() : sums.bias
      let own = [sums.sequence, sums.inputWeights, sums.hiddenWeights, sums.bias, secondBias, sums.hidden, sums.cell]
      _ = sums.sequence.recordedWithoutDerivative("mkldnn_rnn_layer_backward", operands + given)
      return own.enumerated().map { call.needs($0.offset) ? $0.element : nil }
    }
    return (output, lastHidden, lastCell)
  }
}
