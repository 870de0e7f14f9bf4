import Tensors
import Testing

/// Expected values recorded from PyTorch 2.15.
@Suite struct BackwardTests {
  @Test func linearRegressionStep() throws {
    let x = Tensor([73, 80, 75, 93, 88, 93, 89, 91, 90, 96, 98, 100, 73, 66, 70] as [Float], shape: [5, 3])
    let y = Tensor([152, 185, 180, 196, 142] as [Float], shape: [5, 1])
    let w = try Tensor.zeros([3, 1]).requiringGrad()
    let b = try Tensor.zeros([1]).requiringGrad()
    let hypothesis = try x.matmul(w) + b
    let difference = try hypothesis - y
    let cost = try (difference * difference).mean()
    try cost.backward()
    #expect(try cost.values(Float.self) == [29661.8])
    #expect(try w.grad?.values(Float.self) == [-29401.201171875, -29360, -29738])
    #expect(try b.grad?.values(Float.self) == [-342])
    #expect(cost.gradFn?.name == "MeanBackward0")
  }

  @Test func freedGraphRaises() throws {
    let x = try Tensor.ones([2]).requiringGrad()
    let y = try x.mul(x).sum()
    try y.backward()
    #expect(throws: TensorError.self) { try y.backward() }
    #expect(try x.grad?.values(Float.self) == [2, 2])
  }

  @Test func sharedGradientIsNotAliased() throws {
    let a = try Tensor.ones([2]).requiringGrad()
    let b = try Tensor.ones([2]).requiringGrad()
    try a.add(b).sum().backward()
    try a.grad?.zeroInPlace()
    #expect(try b.grad?.values(Float.self) == [1, 1])
  }

  @Test func secondDerivative() throws {
    let x = try Tensor.full([1], 3.0).requiringGrad()
    let y = try x.mul(x).mul(x).sum()
    let g = try #require(try Autograd.grad([y], [x], createGraph: true)[0])
    #expect(try g.values(Float.self) == [27])
    let h = try #require(try Autograd.grad([g.sum()], [x])[0])
    #expect(try h.values(Float.self) == [18])
  }

  @Test func changeInPlaceAfterSavingRaises() throws {
    let a = try Tensor.ones([2]).requiringGrad()
    let b = try a.mul(2)
    let c = try b.mul(b)
    try b.updated { old in try old.add(1) }
    let text = "one of the variables needed for gradient computation has been modified by an inplace operation: "
    do {
      try c.sum().backward()
      Issue.record("no error")
    } catch {
      #expect("\(error)".contains(text + "[torch.FloatTensor [2]], which is output 0 of Add, is at version 1; expected"))
    }
  }

  @Test func assignmentToViewReachesTheBase() throws {
    let x = try Tensor.ones([2]).requiringGrad()
    let y = try Tensor.zeros([3])
    let v = try y.view([3, 1])
    try y.select(0, 0).copyInPlace(x.select(0, 0).mul(5))
    #expect(y.gradFn?.name == "CopySlices")
    #expect(v.gradFn?.name == "AsStridedBackward0")
    try v.sum().backward()
    #expect(try x.grad?.values(Float.self) == [5, 0])
  }

  @Test func longChainIsFreedWithoutRecursion() throws {
    var x = try Tensor.ones([1]).requiringGrad()
    for _ in 0..<100_000 { x = try x.add(1) }
    try x.backward()
  }

  @Test func leafRefusesInPlace() throws {
    let x = try Tensor.ones([2]).requiringGrad()
    #expect(throws: TensorError.self) { try x.addInPlace(x) }
    #expect(throws: TensorError.self) { try x.select(0, 0).fillInPlace(5) }
    try GradMode.off { try x.addInPlace(x) }
    #expect(try x.values(Float.self) == [2, 2])
  }
}
