import COneDNN
import Glibc

/// The parameters of one direction of an LSTM layer, row-major: weights `[4·hidden, features]`, the sum of both biases `[4·hidden]`.
struct LSTMParameters {
  let input: Tensor
  let hidden: Tensor
  let bias: Tensor
}

/// What an LSTM layer computes, `output` for every step, `hidden` and `cell` for the last; and oneDNN's notes for the gradients.
struct LSTMResult {
  let output: Tensor
  let hidden: Tensor
  let cell: Tensor
  let notes: Buffer?
}

/// The gradients of an LSTM layer's operands.
struct LSTMGradients {
  let sequence: Tensor
  let hidden: Tensor
  let cell: Tensor
  let inputWeights: Tensor
  let hiddenWeights: Tensor
  let bias: Tensor
}

/// LSTM layers by oneDNN, as PyTorch has them; no autograd. All tensors are contiguous float32: sequences `[step, sample, feature]`,
/// states `[sample, hidden]`. Results are nil where oneDNN refuses.
extension OneDNN {
  static func lstm(
    _ sequence: Tensor, _ hidden: Tensor, _ cell: Tensor, _ parameters: LSTMParameters, _ geometry: LSTMPrimitive.Geometry,
    recorded: Bool
  ) throws(TensorError) -> LSTMResult? {
    guard let primitive = LSTMPrimitive.of(geometry, recorded ? .recorded : .values),
      let layer = arranged(parameters.input, primitive.plainLayer, primitive.layer),
      let iteration = arranged(parameters.hidden, primitive.plainIteration, primitive.iteration)
    else { return nil }
    let output = try Tensor(uninitialised: [geometry.steps, geometry.batch, geometry.hidden], dtype: .float32)
    let lastHidden = try Tensor(uninitialised: hidden.shape, dtype: .float32)
    let lastCell = try Tensor(uninitialised: cell.shape, dtype: .float32)
    let notes = try primitive.workspace.map { layout throws(TensorError) in try Buffer.required(layout.byteCount) }
    var arguments = [
      Argument(role: DNNL_ARG_SRC_0, layout: primitive.sequence, data: sequence.rawPointer),
      Argument(role: DNNL_ARG_SRC_1, layout: primitive.state, data: hidden.rawPointer),
      Argument(role: DNNL_ARG_SRC_2, layout: primitive.state, data: cell.rawPointer),
      Argument(role: DNNL_ARG_WEIGHTS_0, layout: primitive.layer, data: layer.pointer),
      Argument(role: DNNL_ARG_WEIGHTS_1, layout: primitive.iteration, data: iteration.pointer),
      Argument(role: DNNL_ARG_BIAS, layout: primitive.bias, data: parameters.bias.rawPointer),
      Argument(role: DNNL_ARG_DST_0, layout: primitive.output, data: output.rawPointer),
      Argument(role: DNNL_ARG_DST_1, layout: primitive.state, data: lastHidden.rawPointer),
      Argument(role: DNNL_ARG_DST_2, layout: primitive.state, data: lastCell.rawPointer),
    ]
    if let notes, let workspace = primitive.workspace {
      arguments.append(Argument(role: DNNL_ARG_WORKSPACE, layout: workspace, data: notes.pointer))
    }
    return withExtendedLifetime((sequence, hidden, cell, parameters, layer, iteration)) {
      primitive.execute(arguments) ? LSTMResult(output: output, hidden: lastHidden, cell: lastCell, notes: notes) : nil
    }
  }

  static func lstmGradients(
    _ sequence: Tensor, _ hidden: Tensor, _ cell: Tensor, _ parameters: LSTMParameters, _ result: LSTMResult,
    _ gradients: (output: Tensor, hidden: Tensor, cell: Tensor), _ geometry: LSTMPrimitive.Geometry
  ) throws(TensorError) -> LSTMGradients? {
    guard let primitive = LSTMPrimitive.of(geometry, .gradients), let workspace = primitive.workspace, let notes = result.notes,
      let layer = arranged(parameters.input, primitive.plainLayer, primitive.layer),
      let iteration = arranged(parameters.hidden, primitive.plainIteration, primitive.iteration),
      let layerLayout = primitive.layerGradient, let iterationLayout = primitive.iterationGradient
    else { return nil }
    let sums = LSTMGradients(
      sequence: try Tensor.zeros(sequence.shape), hidden: try Tensor.zeros(hidden.shape), cell: try Tensor.zeros(cell.shape),
      inputWeights: try Tensor(uninitialised: parameters.input.shape, dtype: .float32),
      hiddenWeights: try Tensor(uninitialised: parameters.hidden.shape, dtype: .float32),
      bias: try Tensor.zeros(parameters.bias.shape))
    // oneDNN adds to the weights' gradients.
    let (layerSum, iterationSum) = (try Buffer.required(layerLayout.byteCount), try Buffer.required(iterationLayout.byteCount))
    memset(layerSum.pointer, 0, layerSum.byteCount)
    memset(iterationSum.pointer, 0, iterationSum.byteCount)
    let arguments = [
      Argument(role: DNNL_ARG_SRC_0, layout: primitive.sequence, data: sequence.rawPointer),
      Argument(role: DNNL_ARG_SRC_1, layout: primitive.state, data: hidden.rawPointer),
      Argument(role: DNNL_ARG_SRC_2, layout: primitive.state, data: cell.rawPointer),
      Argument(role: DNNL_ARG_WEIGHTS_0, layout: primitive.layer, data: layer.pointer),
      Argument(role: DNNL_ARG_WEIGHTS_1, layout: primitive.iteration, data: iteration.pointer),
      Argument(role: DNNL_ARG_BIAS, layout: primitive.bias, data: parameters.bias.rawPointer),
      Argument(role: DNNL_ARG_DST_0, layout: primitive.output, data: result.output.rawPointer),
      Argument(role: DNNL_ARG_DST_1, layout: primitive.state, data: result.hidden.rawPointer),
      Argument(role: DNNL_ARG_DST_2, layout: primitive.state, data: result.cell.rawPointer),
      Argument(role: DNNL_ARG_WORKSPACE, layout: workspace, data: notes.pointer),
      Argument(role: DNNL_ARG_DIFF_SRC_0, layout: primitive.sequence, data: sums.sequence.rawPointer),
      Argument(role: DNNL_ARG_DIFF_SRC_1, layout: primitive.state, data: sums.hidden.rawPointer),
      Argument(role: DNNL_ARG_DIFF_SRC_2, layout: primitive.state, data: sums.cell.rawPointer),
      Argument(role: DNNL_ARG_DIFF_WEIGHTS_0, layout: layerLayout, data: layerSum.pointer),
      Argument(role: DNNL_ARG_DIFF_WEIGHTS_1, layout: iterationLayout, data: iterationSum.pointer),
      Argument(role: DNNL_ARG_DIFF_BIAS, layout: primitive.bias, data: sums.bias.rawPointer),
      Argument(role: DNNL_ARG_DIFF_DST_0, layout: primitive.output, data: gradients.output.rawPointer),
      Argument(role: DNNL_ARG_DIFF_DST_1, layout: primitive.state, data: gradients.hidden.rawPointer),
      Argument(role: DNNL_ARG_DIFF_DST_2, layout: primitive.state, data: gradients.cell.rawPointer),
    ]
    return withExtendedLifetime((sequence, hidden, cell, parameters, result, gradients, layer, iteration)) {
      guard primitive.execute(arguments),
        copy(layerLayout, layerSum.pointer, to: primitive.plainLayer, sums.inputWeights.rawPointer),
        copy(iterationLayout, iterationSum.pointer, to: primitive.plainIteration, sums.hiddenWeights.rawPointer)
      else { return nil }
      return sums
    }
  }

  /// Weights in the layout that a primitive wants.
  private static func arranged(_ weights: Tensor, _ plain: Layout, _ wanted: Layout) -> Buffer? {
    guard let buffer = Buffer(byteCount: wanted.byteCount) else { return nil }
    return copy(plain, weights.rawPointer, to: wanted, buffer.pointer) ? buffer : nil
  }
}

extension Buffer {
  /// Uninitialised memory, an error when there is none.
  static func required(_ byteCount: Int) throws(TensorError) -> Buffer {
    guard let buffer = Buffer(byteCount: byteCount) else { throw .notEnoughMemory(byteCount) }
    return buffer
  }
}
