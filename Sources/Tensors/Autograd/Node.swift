import CKernels

/// One recorded operation: it turns the gradient of its outputs into gradients of its inputs.
///
/// An op records itself on its result:
///
///     return result.record("MulBackward0", [a, b]) { [a = SavedTensor(a), b = SavedTensor(b)] call in
///       [call.needs(0) ? try call.grad * b.value() : nil, call.needs(1) ? try call.grad * a.value() : nil]
///     }
///
/// Gradient formulas are written with tensor operations, so that they can be differentiated again. Inputs are captured through
/// `SavedTensor`, which notices in-place changes; the op's own result through `savingResult: true` and `call.result`, because
/// capturing it would make a reference cycle. Nothing is recorded, and the closure never made, when no input requires grad.
package final class Node {
  /// PyTorch's name, such as `MulBackward0`.
  package private(set) var name: String
  // Where the gradients go, one edge an input. Nearly all operations have one or two inputs; an array for them would cost an allocation
  // a node.
  private var first: Edge
  private var second: Edge
  private var rest: [Edge]
  /// The number of inputs.
  let edgeCount: Int
  /// Larger for later operations; decides the order of the backward pass.
  let number: Int64
  /// The formula; gone once the graph is freed.
  var backward: Backward?
  /// An alias of the result, when the formula needs it.
  var savedResult: Tensor?
  var savedVersion = 0
  let outputCount: Int
  var engineSlot: Int32 = -1
  /// Functions on gradients that arrive at an output: hooks and `retain_grad`.
  var outputHooks: [OutputHook]?
  var isFreed = false

  /// A gradient formula: one gradient an input. It throws untyped only because closures infer nothing narrower; the engine turns what
  /// is not a TensorError into a foreign one.
  package typealias Backward = (borrowing BackwardCall) throws -> [Tensor?]

  /// Where the gradient of one input goes: to the operation that made it, or to a leaf.
  package struct Edge {
    /// The operation that made the input, if it is not a leaf.
    package let node: Node?
    /// The leaf that requires grad.
    package let leaf: Tensor?
    let outputIndex: Int32
    var isNeeded: Bool { node != nil || leaf != nil }
  }

  struct OutputHook {
    let outputIndex: Int
    let run: (Tensor) throws(TensorError) -> Tensor?
    /// Whether it keeps the gradient in `grad`.
    var retains = false
  }

  init(_ name: String, _ first: Edge, _ second: Edge? = nil, outputCount: Int = 1, backward: @escaping Backward) {
    self.name = name
    self.first = first
    self.second = second ?? .none
    rest = []
    edgeCount = second == nil ? 1 : 2
    self.backward = backward
    self.outputCount = outputCount
    number = lk_next_node_number()
  }

  init(_ name: String, edges: [Edge], outputCount: Int = 1, backward: @escaping Backward) {
    self.name = name
    first = edges.count > 0 ? edges[0] : .none
    second = edges.count > 1 ? edges[1] : .none
    rest = edges.count > 2 ? Array(edges[2...]) : []
    edgeCount = edges.count
    self.backward = backward
    self.outputCount = outputCount
    number = lk_next_node_number()
  }

  /// Where the gradient of an input goes.
  @inline(__always)
  func edge(_ input: Int) -> Edge { input == 0 ? first : input == 1 ? second : rest[input - 2] }

  /// Where the gradients go, one edge an input.
  package var edges: [Edge] { (0..<edgeCount).map { edge($0) } }

  /// Takes the name of the operation that this node is the last step of.
  func rename(_ name: String) { self.name = name }

  /// Forgets the formula and all it has saved.
  func free() {
    if savesNothing { return }
    backward = nil
    savedResult = nil
    isFreed = true
  }

  /// Whether the operation keeps no tensors, so that a second backward pass through it works, as in PyTorch.
  private var savesNothing: Bool {
    switch name {
    case "SumBackward0", "SumBackward1", "MeanBackward0", "MeanBackward1", "AddBackward0", "SubBackward0", "NegBackward0",
      "ViewBackward0", "TBackward0":
      true
    default: false
    }
  }

  // A chain of nodes would free itself recursively and overflow the stack: take the chain apart in a loop instead.
  deinit {
    backward = nil
    guard first.node != nil || second.node != nil || !rest.isEmpty else { return }
    var pending: [Node] = []
    surrenderEdges(to: &pending)
    while var node = pending.popLast() {
      if isKnownUniquelyReferenced(&node) {
        node.backward = nil
        node.savedResult = nil
        node.surrenderEdges(to: &pending)
      }
    }
  }

  private func surrenderEdges(to pending: inout [Node]) {
    if let node = first.node { pending.append(node) }
    if let node = second.node { pending.append(node) }
    for edge in rest { if let node = edge.node { pending.append(node) } }
    first = .none
    second = .none
    rest = []
  }
}

extension Node.Edge {
  /// The edge of an input that needs no gradient.
  @inline(__always)
  static var none: Node.Edge { Node.Edge(node: nil, leaf: nil, outputIndex: 0) }
}

/// What a gradient formula is given.
package struct BackwardCall: ~Copyable {
  let node: Node
  /// The gradient of the only output, or of the first that contributed.
  package let grad: Tensor
  /// The gradients of all outputs where there are several.
  let several: [Tensor?]

  /// The gradients of the outputs; nil for outputs that did not contribute.
  package var grads: [Tensor?] { node.outputCount == 1 ? [grad] : several }

  /// Whether anybody wants the gradient of that input.
  @inline(__always)
  package func needs(_ input: Int) -> Bool { node.edge(input).isNeeded }

  /// The operation's result, connected to the graph again so that second derivatives work.
  package var result: Tensor {
    get throws(TensorError) {
      guard let saved = node.savedResult else { throw .graphFreed }
      if saved.storage.version != node.savedVersion {
        throw .modifiedInPlace(saved, madeBy: node, output: 0, saved: node.savedVersion)
      }
      if !GradMode.isEnabled { return saved }
      let connected = saved.alias()
      connected.node = node
      return connected
    }
  }
}

/// A tensor kept for the backward pass, with the version it had.
package struct SavedTensor {
  private let tensor: Tensor
  private let version: Int

  /// Keeps a tensor that is an input of the operation.
  @inline(__always)
  package init(_ tensor: Tensor) {
    self.tensor = tensor
    version = tensor.storage.version
  }

  /// The tensor, unless it has been changed in place since.
  @inline(__always)
  package func value() throws(TensorError) -> Tensor {
    if tensor.storage.version != version {
      throw .modifiedInPlace(tensor, madeBy: tensor.node, output: Int(tensor.outputIndex), saved: version)
    }
    return tensor
  }
}

extension Tensor {
  /// Whether gradients flow into this tensor: it is a leaf that asks for them, or was computed from one.
  @inline(__always)
  package var requiresGrad: Bool { leafRequiresGrad || node != nil }

  /// Whether an operation on this tensor is to be recorded now.
  @inline(__always)
  package var isRecorded: Bool { (leafRequiresGrad || node != nil || viewBase != nil && gradFn != nil) && GradMode.isEnabled }

  /// Whether the tensor was made by the user, not by a recorded operation.
  package var isLeaf: Bool { gradFn == nil }

  /// The operation that made this tensor.
  package var gradFn: Node? {
    if let base = viewBase, base.historyStamp != viewStamp { refreshViewHistory(base) }
    return node
  }

  /// The edge along which this tensor's gradient goes.
  @inline(__always)
  func gradientEdge() -> Node.Edge {
    if viewBase != nil { _ = gradFn }
    if let node { return Node.Edge(node: node, leaf: nil, outputIndex: outputIndex) }
    return Node.Edge(node: nil, leaf: leafRequiresGrad ? self : nil, outputIndex: 0)
  }

  /// Records the operation that made this result, if any input takes part in autograd.
  @inline(__always)
  @discardableResult
  package func record(
    _ name: @autoclosure () -> String, _ input: Tensor, savingResult: Bool = false,
    _ backward: @autoclosure () -> Node.Backward
  ) -> Tensor {
    if input.isRecorded && dtype.isFloatingPoint {
      attach(Node(name(), input.gradientEdge(), backward: backward()), savingResult)
    }
    return self
  }

  /// Records the operation that made this result, if any of two inputs takes part in autograd.
  @inline(__always)
  @discardableResult
  package func record(
    _ name: @autoclosure () -> String, _ a: Tensor, _ b: Tensor, savingResult: Bool = false,
    _ backward: @autoclosure () -> Node.Backward
  ) -> Tensor {
    if (a.isRecorded || b.isRecorded) && dtype.isFloatingPoint {
      attach(Node(name(), a.gradientEdge(), b.gradientEdge(), backward: backward()), savingResult)
    }
    return self
  }

  /// Records the operation that made this result, if any input takes part in autograd. A nil input never needs a gradient.
  @discardableResult
  package func record(
    _ name: @autoclosure () -> String, _ inputs: [Tensor?], savingResult: Bool = false,
    _ backward: @autoclosure () -> Node.Backward
  ) -> Tensor {
    guard dtype.isFloatingPoint, inputs.contains(where: { $0?.isRecorded ?? false }) else { return self }
    attach(Node(name(), edges: Tensor.edges(inputs), backward: backward()), savingResult)
    return self
  }

  /// Records one operation with several results; `call.grads` has one entry for each.
  package static func record(
    _ results: [Tensor], _ name: @autoclosure () -> String, _ inputs: [Tensor?], _ backward: @autoclosure () -> Node.Backward
  ) {
    guard inputs.contains(where: { $0?.isRecorded ?? false }) else { return }
    let node = Node(name(), edges: edges(inputs), outputCount: results.count, backward: backward())
    for (i, result) in results.enumerated() where result.dtype.isFloatingPoint {
      result.node = node
      result.outputIndex = Int32(i)
    }
  }

  /// Gives the node of a result that is made of several operations the name under which PyTorch records it. `inputs` are what it was
  /// made from: a result that is one of them keeps its name.
  @discardableResult
  package func named(_ name: @autoclosure () -> String, after inputs: Tensor...) -> Tensor {
    if let node, !inputs.contains(where: { $0.node === node }) { node.rename(name()) }
    return self
  }

  private static func edges(_ inputs: [Tensor?]) -> [Node.Edge] {
    inputs.map { $0?.gradientEdge() ?? .none }
  }

  @usableFromInline
  func attach(_ node: Node, _ savingResult: Bool) {
    if savingResult {
      node.savedResult = alias()
      node.savedVersion = storage.version
    }
    self.node = node
    outputIndex = 0
  }
}

extension TensorError {
  static var graphFreed: TensorError {
    .runtime(
      "Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
        + "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
        + "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors "
        + "after calling backward.")
  }

  static func modifiedInPlace(_ tensor: Tensor, madeBy node: Node?, output: Int, saved: Int) -> TensorError {
    var origin = ""
    if let node {
      let name = node.name.firstRange(ofASCII: "Backward").map { String(node.name.prefix($0)) } ?? node.name
      origin = ", which is output \(output) of \(name),"
    }
    return .runtime(
      "one of the variables needed for gradient computation has been modified by an inplace operation: "
        + "[torch.\(tensor.dtype.scalarName)Tensor \(tensor.shape)]\(origin) is at version \(tensor.storage.version); "
        + "expected version \(saved) instead. Hint: enable anomaly detection to find the operation that failed to compute its "
        + "gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).")
  }
}

extension String {
  /// How many characters stand before the first occurrence of an ASCII text.
  fileprivate func firstRange(ofASCII text: String) -> Int? {
    let own = Array(utf8)
    let wanted = Array(text.utf8)
    guard own.count >= wanted.count else { return nil }
    for i in 0...(own.count - wanted.count) where Array(own[i..<(i + wanted.count)]) == wanted { return i }
    return nil
  }
}
