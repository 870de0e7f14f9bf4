import CKernels
import COneDNN
import Synchronization

/// One of oneDNN's convolutions for fixed sizes, with the layouts that it chose.
final class ConvolutionPrimitive {
  enum Direction: Hashable { case forward, backwardData, backwardWeights }

  private struct Key: Hashable {
    let geometry: ConvolutionGeometry
    let direction: Direction
    let hasBias: Bool
    let threads: Int32
  }

  private let primitive: dnnl_primitive_t
  private let scratchpad: Layout
  let source: Layout
  let weights: Layout
  let bias: Layout?
  let destination: Layout
  /// The row-major layout of the weights, with the group dimension that oneDNN wants.
  let plainWeights: Layout

  private static let known = Mutex<[Key: ConvolutionPrimitive?]>([:])
  /// Programs with ever new sizes must not keep every primitive.
  private static let limit = 512

  /// The primitive, built at first use; nil when oneDNN refuses these sizes.
  static func of(_ geometry: ConvolutionGeometry, _ direction: Direction, hasBias: Bool) -> ConvolutionPrimitive? {
    let key = Key(geometry: geometry, direction: direction, hasBias: hasBias, threads: lk_get_threads())
    return known.withLock { known in
      if let primitive = known[key] { return primitive }
      if known.count >= limit { known = [:] }
      let primitive = ConvolutionPrimitive(geometry, direction, hasBias: hasBias)
      known[key] = .some(primitive)
      return primitive
    }
  }

  private init?(_ geometry: ConvolutionGeometry, _ direction: Direction, hasBias: Bool) {
    guard let engine = OneDNN.engine else { return nil }
    // A primitive is planned for the number of threads that it is built with.
    lk_apply_threads()
    var sizes = lkd_geometry()
    let spatial = geometry.input.count
    sizes.rank = Int32(spatial + 2)
    sizes.weight_rank = Int32(spatial + (geometry.groups > 1 ? 3 : 2))
    sizes.has_bias = hasBias
    let grouped = [geometry.groups, geometry.outChannels / geometry.groups, geometry.inChannels / geometry.groups]
    let weightSizes = (geometry.groups > 1 ? grouped : [geometry.outChannels, geometry.inChannels]) + geometry.kernel
    fill(&sizes.source, Array(geometry.inputShape))
    fill(&sizes.weights, weightSizes)
    fill(&sizes.destination, Array(geometry.outputShape))
    fill(&sizes.strides, geometry.stride)
    fill(&sizes.dilates, geometry.dilation.map { $0 - 1 })
    fill(&sizes.padding_low, geometry.paddingLow)
    fill(&sizes.padding_high, geometry.paddingHigh)
    var made = lkd_convolution()
    let kind: lkd_direction
    switch direction {
    case .forward: kind = lkd_forward
    case .backwardData: kind = lkd_backward_data
    case .backwardWeights: kind = lkd_backward_weights
    }
    guard lkd_convolution_create(engine, &sizes, kind, &made) == dnnl_success, let primitive = made.primitive,
      let plainWeights = Layout.plain(weightSizes)
    else { return nil }
    self.primitive = primitive
    scratchpad = Layout(made.scratchpad)
    source = Layout(made.source)
    weights = Layout(made.weights)
    destination = Layout(made.destination)
    bias = hasBias && direction != .backwardData ? Layout(made.bias) : nil
    self.plainWeights = plainWeights
  }

  deinit { lkd_primitive_destroy(primitive) }

  func execute(_ arguments: [OneDNN.Argument]) -> Bool {
    OneDNN.execute(primitive, scratchpad: scratchpad, arguments)
  }
}

/// Copies sizes into one of oneDNN's fixed arrays.
private func fill<Tuple>(_ target: inout Tuple, _ values: [Int]) {
  withUnsafeMutableBytes(of: &target) { bytes in
    let dims = bytes.bindMemory(to: dnnl_dim_t.self)
    for (i, value) in values.prefix(dims.count).enumerated() { dims[i] = dnnl_dim_t(value) }
  }
}
