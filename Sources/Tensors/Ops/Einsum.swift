extension Tensor {
  /// Sums of products over named dimensions: `einsum("ij,jk->ik", [a, b])`.
  ///
  /// Operands are multiplied from left to right, each time as one batched matrix product over the labels that end there.
  package static func einsum(_ equation: String, _ operands: [Tensor]) throws(TensorError) -> Tensor {
    let plan = try EinsumPlan(equation, operands)
    var (result, labels) = (plan.operands[0].tensor, plan.operands[0].labels)
    // A single operand is summed or permuted; a product that sums nothing is element by element; others are batched products.
    var node = "SumBackward1"
    for i in 1..<Swift.max(plan.operands.count, 1) {
      let next = plan.operands[i]
      let later = Set(plan.operands[(i + 1)...].flatMap(\.labels)).union(plan.output)
      node = labels.contains { next.labels.contains($0) && !later.contains($0) } ? "ViewBackward0" : "MulBackward0"
      (result, labels) = try contract(result, labels, next.tensor, next.labels, keeping: later)
    }
    let dropped = labels.indices.filter { !plan.output.contains(labels[$0]) }
    if !dropped.isEmpty {
      result = try result.sum(dropped)
      labels = labels.filter { plan.output.contains($0) }
    }
    if labels == plan.output { return result.named(node, after: operands[0]) }
    let ordered = try result.permute(plan.output.map { label in labels.firstIndex(of: label)! })  // the plan checked the output's labels
    return plan.operands.count > 1 ? ordered.named(node, after: operands[0]) : ordered
  }

  /// One product: shared labels that are still needed become batches, the other shared ones are summed.
  private static func contract(
    _ a: Tensor, _ la: [Character], _ b: Tensor, _ lb: [Character], keeping later: Set<Character>
  ) throws(TensorError) -> (Tensor, [Character]) {
    let shared = la.filter { lb.contains($0) }
    let batch = shared.filter { later.contains($0) }
    let summed = shared.filter { !later.contains($0) }
    let left = la.filter { !lb.contains($0) }
    let right = lb.filter { !la.contains($0) }
    var sizes: [Character: Int] = [:]
    for (i, label) in la.enumerated() { sizes[label] = a.shape[i] }
    for (i, label) in lb.enumerated() where (sizes[label] ?? 1) == 1 { sizes[label] = b.shape[i] }
    func arranged(_ x: Tensor, _ own: [Character], _ groups: [[Character]]) throws(TensorError) -> Tensor {
      let order = groups.flatMap { $0 }
      let permuted = try x.permute(order.map { label in own.firstIndex(of: label)! })  // every label of a group is one of its operand's
      let expanded = try permuted.expand(Shape(order.map { sizes[$0] ?? 1 }))
      return try expanded.reshape(Shape(groups.map { $0.reduce(1) { $0 * (sizes[$1] ?? 1) } }))
    }
    let x = try arranged(a, la, [batch, left, summed])
    let y = try arranged(b, lb, [batch, summed, right])
    let labels = batch + left + right
    return (try x.bmm(y).reshape(Shape(labels.map { sizes[$0] ?? 1 })), labels)
  }
}

/// An einsum equation, matched with its operands: every operand with one label a dimension, repeated labels resolved.
private struct EinsumPlan {
  var operands: [(tensor: Tensor, labels: [Character])] = []
  var output: [Character] = []

  init(_ equation: String, _ tensors: [Tensor]) throws(TensorError) {
    let text = equation.filter { $0 != " " }
    var inputs: [String] = [""]
    var explicit: String?
    var characters = Array(text)[...]
    while let c = characters.popFirst() {
      if c == "-", characters.first == ">" {
        characters.removeFirst()
        explicit = ""
      } else if explicit != nil {
        explicit!.append(c)  // just checked
      } else if c == "," {
        inputs.append("")
      } else {
        inputs[inputs.count - 1].append(c)
      }
    }
    guard inputs.count == tensors.count, !tensors.isEmpty else {
      let word = tensors.count > inputs.count ? "more" : "fewer"
      throw .runtime("einsum(): \(word) operands were provided than specified in the equation")
    }
    // An ellipsis stands for upper-case-like private labels counted from the right.
    func ellipsisLabels(_ count: Int) -> [Character] {
      (0..<count).reversed().map { Character(UnicodeScalar(UInt8(48 + $0 % 10))) }
    }
    var widest = 0
    var sizes: [Character: Int] = [:]
    for (number, (subscripts, tensor)) in zip(inputs, tensors).enumerated() {
      var labels: [Character] = []
      let hasEllipsis = subscripts.contains(".")
      let named = subscripts.filter { $0 != "." }
      guard named.allSatisfy({ $0.isLetter && $0.isASCII }) else {
        throw .runtime(
          "einsum(): invalid subscript given at index \(number) in the equation string, subscripts must be in [a-zA-Z]")
      }
      let extra = tensor.shape.count - named.count
      guard extra == 0 || (hasEllipsis && extra > 0) else {
        throw .runtime(
          "einsum(): the number of subscripts in the equation (\(named.count)) "
            + (extra < 0 ? "is more than" : "does not match")
            + " the number of dimensions (\(tensor.shape.count)) for operand \(number)"
            + (hasEllipsis || extra < 0 ? "" : " and no ellipsis was given"))
      }
      var inDots = false
      for c in subscripts {
        if c == "." {
          if !inDots { labels += ellipsisLabels(extra) }
          inDots = true
        } else {
          labels.append(c)
        }
      }
      widest = Swift.max(widest, hasEllipsis ? extra : 0)
      // A label twice in one operand takes the diagonal.
      var x = tensor
      var i = 0
      while i < labels.count {
        if let j = labels[(i + 1)...].firstIndex(of: labels[i]) {
          guard x.shape[i] == x.shape[j] else {
            throw .runtime(
              "einsum(): subscript \(labels[i]) is repeated for operand \(number) but the sizes don't match, \(x.shape[j]) != \(x.shape[i])"
            )
          }
          x = try x.diagonal(0, i, j).movedim([-1], [i])
          labels.remove(at: j)
        } else {
          i += 1
        }
      }
      for (d, label) in labels.enumerated() {
        let known = sizes[label] ?? 1
        guard known == 1 || x.shape[d] == 1 || known == x.shape[d] else {
          throw .runtime(
            "einsum(): subscript \(label) has size \(x.shape[d]) for operand \(number) which does not broadcast with previously seen size \(known)"
          )
        }
        sizes[label] = Swift.max(known, x.shape[d])
      }
      operands.append((x, labels))
    }
    if let explicit {
      output = (explicit.contains(".") ? ellipsisLabels(widest) : []) + explicit.filter { $0 != "." }
      for label in output where sizes[label] == nil {
        throw .runtime("einsum(): output subscript \(label) does not appear in the equation for any input operand")
      }
      guard Set(output).count == output.count else {
        throw .runtime("einsum(): output subscript appears more than once in the output")
      }
    } else {
      let all = inputs.joined()
      output = ellipsisLabels(widest) + Set(all.filter { c in c != "." && all.filter { $0 == c }.count == 1 }).sorted()
    }
  }
}

extension Op {
  static let einsum = Op(
    "einsum(equation: str, *operands: Tensors)", .function, "Sums of products over named dimensions.",
    example: "torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(3, 2))"
  ) { call in .tensor(try Tensor.einsum(call.string(0), call.tensors(1))) }
}
