/// Runs a graph backwards: nodes in falling order of their numbers, each once all gradients of its outputs have arrived.
///
/// The order of additions is PyTorch's: gradients that reach one node or leaf are added up in order of arrival, and the sum goes
/// to `grad` in one step.
struct Engine {
  private enum Target {
    case node(Node)
    case leaf(Tensor)
  }

  private struct Task {
    let target: Target
    var dependencies: Int32 = 0
    /// The gradient of output 0, by far the most common.
    var first: Tensor?
    /// The gradients of further outputs.
    var others: [Tensor?] = []
  }

  private var tasks: [Task] = []
  /// Task indices that are ready, the last one next: a heap would pay only in graphs far wider than networks are.
  private var ready: [Int] = []
  private let keepGraph: Bool
  private let createGraph: Bool
  /// The tensors whose gradients `autograd.grad` asks for; nil means that leaves accumulate.
  private var captures: [Tensor]?
  private(set) var captured: [Tensor?] = []

  init(keepGraph: Bool, createGraph: Bool, capturing: [Tensor]? = nil) {
    self.keepGraph = keepGraph
    self.createGraph = createGraph
    captures = capturing
    captured = [Tensor?](repeating: nil, count: capturing?.count ?? 0)
  }

  mutating func run(roots: [Tensor], grads: [Tensor]) throws(TensorError) {
    defer { clearSlots() }
    var rootTasks: [(Int, Int)] = []
    for root in roots {
      let edge = root.gradientEdge()
      guard let task = slot(for: edge) else { continue }
      rootTasks.append((task, Int(edge.outputIndex)))
    }
    discover()
    let before = GradMode.isEnabled
    GradMode.isEnabled = createGraph
    defer { GradMode.isEnabled = before }
    for (i, (task, output)) in rootTasks.enumerated() { try deliver(grads[i], to: task, output: output) }
    for (task, _) in rootTasks where tasks[task].dependencies == 0 && !ready.contains(task) { makeReady(task) }
    while let task = ready.popLast() {
      if Checkpoint.isRequested() { try interrupted(gradMode: before) }
      try execute(task)
    }
  }

  /// Lets the host interrupt the pass. Meanwhile another pass may run through the same graph: the marks of this one go and come back.
  private func interrupted(gradMode: Bool) throws(TensorError) {
    clearSlots()
    let own = GradMode.isEnabled
    GradMode.isEnabled = gradMode
    defer {
      GradMode.isEnabled = own
      for (slot, task) in tasks.enumerated() {
        switch task.target {
        case .node(let node): node.engineSlot = Int32(slot)
        case .leaf(let leaf): leaf.engineSlot = Int32(slot)
        }
      }
    }
    try Checkpoint.handle()
  }

  // MARK: Discovery

  private mutating func slot(for edge: Node.Edge) -> Int? {
    if let node = edge.node {
      if node.engineSlot < 0 {
        node.engineSlot = Int32(tasks.count)
        tasks.append(Task(target: .node(node)))
      }
      return Int(node.engineSlot)
    }
    if let leaf = edge.leaf {
      if leaf.engineSlot < 0 {
        leaf.engineSlot = Int32(tasks.count)
        tasks.append(Task(target: .leaf(leaf)))
      }
      return Int(leaf.engineSlot)
    }
    return nil
  }

  /// Finds every node that can be reached and counts how many gradients it will get. The list of tasks grows while it is walked.
  private mutating func discover() {
    var next = 0
    while next < tasks.count {
      if case .node(let node) = tasks[next].target {
        for i in 0..<node.edgeCount {
          if let slot = slot(for: node.edge(i)) { tasks[slot].dependencies += 1 }
        }
      }
      next += 1
    }
  }

  private func clearSlots() {
    for task in tasks {
      switch task.target {
      case .node(let node): node.engineSlot = -1
      case .leaf(let leaf): leaf.engineSlot = -1
      }
    }
  }

  // MARK: Execution

  private mutating func makeReady(_ task: Int) {
    let key = order(task)
    var i = ready.count
    while i > 0, order(ready[i - 1]) > key { i -= 1 }
    ready.insert(task, at: i)
  }

  /// Leaves come as soon as they can, then nodes, the latest first.
  private func order(_ task: Int) -> Int64 {
    switch tasks[task].target {
    case .node(let node): node.number
    case .leaf: Int64.max
    }
  }

  private mutating func deliver(_ grad: consuming Tensor, to task: Int, output: Int) throws(TensorError) {
    if output == 0 {
      if let sum = tasks[task].first {
        tasks[task].first = try sum.add(grad)
      } else {
        tasks[task].first = grad
      }
    } else {
      while tasks[task].others.count < output { tasks[task].others.append(nil) }
      if let sum = tasks[task].others[output - 1] {
        tasks[task].others[output - 1] = try sum.add(grad)
      } else {
        tasks[task].others[output - 1] = grad
      }
    }
  }

  private mutating func execute(_ index: Int) throws(TensorError) {
    switch tasks[index].target {
    case .leaf(let leaf):
      guard let grad = tasks[index].first.take() else { return }
      try arrive(grad, at: leaf)
    case .node(let node): try execute(node, index)
    }
  }

  private mutating func execute(_ node: Node, _ index: Int) throws(TensorError) {
    var results: [Tensor?] = []
    if node.outputCount == 1 && node.outputHooks == nil && captures == nil {
      if let grad = tasks[index].first.take() { results = try differentiate(node, grad, []) }
    } else {
      var grads: [Tensor?] = [tasks[index].first.take()]
      grads.append(contentsOf: tasks[index].others)
      tasks[index].others = []
      while grads.count < node.outputCount { grads.append(nil) }
      for hook in node.outputHooks ?? [] {
        if let grad = grads[hook.outputIndex] { grads[hook.outputIndex] = try hook.run(grad) ?? grad }
      }
      if captures != nil { capture(grads, of: node) }
      if let present = grads.first(where: { $0 != nil }) ?? nil { results = try differentiate(node, present, grads) }
    }
    for i in 0..<node.edgeCount {
      let edge = node.edge(i)
      let slot: Int
      if let next = edge.node {
        slot = Int(next.engineSlot)
      } else if let leaf = edge.leaf {
        slot = Int(leaf.engineSlot)
      } else {
        continue
      }
      if i < results.count, let grad = results[i].take() { try deliver(grad, to: slot, output: Int(edge.outputIndex)) }
      tasks[slot].dependencies -= 1
      if tasks[slot].dependencies == 0 { makeReady(slot) }
    }
  }

  private func differentiate(_ node: Node, _ grad: Tensor, _ several: [Tensor?]) throws(TensorError) -> [Tensor?] {
    guard let backward = node.backward else { throw .graphFreed }
    let results: [Tensor?]
    do { results = try backward(BackwardCall(node: node, grad: grad, several: several)) } catch { throw .from(error) }
    if !keepGraph { node.free() }
    if Autograd.detectsAnomalies { try checkNumbers(results, node) }
    return results
  }

  private func checkNumbers(_ results: [Tensor?], _ node: Node) throws(TensorError) {
    for (i, grad) in results.enumerated() {
      guard let grad, grad.dtype.isFloatingPoint else { continue }
      if try grad.values(Double.self).contains(where: \.isNaN) {
        throw .runtime("Function '\(node.name)' returned nan values in its \(i)th output.")
      }
    }
  }

  private mutating func arrive(_ incoming: consuming Tensor, at leaf: Tensor) throws(TensorError) {
    var grad = consume incoming
    if let hooks = leaf.hooks { for hook in hooks.functions { grad = try hook.run(grad) ?? grad } }
    if let captures {
      for (i, wanted) in captures.enumerated() where wanted === leaf { captured[i] = grad }
      return
    }
    try leaf.accumulate(grad, createGraph: createGraph)
    if let after = leaf.hooks?.afterAccumulation { for hook in after { _ = try hook.run(leaf) } }
  }

  private mutating func capture(_ grads: [Tensor?], of node: Node) {
    for (i, wanted) in captures!.enumerated() where wanted.node === node {  // called only where captures is set
      captured[i] = grads[Int(wanted.outputIndex)]
    }
  }
}

extension Tensor {
  /// Adds to `grad`, in place where nobody else can see the old gradient change unexpectedly.
  fileprivate func accumulate(_ incoming: consuming Tensor, createGraph: Bool) throws(TensorError) {
    if let existing = grad {
      if createGraph || existing.requiresGrad {
        grad = try existing.add(incoming)
      } else {
        try existing.addInPlace(incoming)
      }
      return
    }
    var own = consume incoming
    if createGraph {
      grad = own
    } else if isKnownUniquelyReferenced(&own), own.ownsStorageAlone(), own.isContiguous {
      own.node = nil
      own.viewBase = nil
      grad = own
    } else {
      grad = try own.clone().detach()
    }
  }
}
