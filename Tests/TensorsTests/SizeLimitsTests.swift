import Tensors
import Testing

/// Sizes and positions that no memory holds are errors, before anything is touched.
@Suite struct SizeLimitsTests {
  @Test(arguments: [
    "torch.zeros(1000000000000, 1000)", "torch.zeros(4611686018427387904)", "torch.ones(3).repeat(100000000000000)",
    "torch.arange(1000000000000000)", "torch.eye(100000000)", "torch.ones(3).view(4611686018427387904, 2)",
    "torch.ones(3).as_strided((2, 2), (4611686018427387904, 4611686018427387904))",
    "torch.ones(3).as_strided((3,), (1,), -5)", "torch.ones(3).unfold(0, 4611686018427387904, 1)",
    "torch.ones(3).narrow(0, 4611686018427387904, 4611686018427387904)", "torch.linspace(0, 1, 1125899906842624)",
    "torch.ones(2).diag(4611686018427387904)", "torch.tensor([4611686018427387904]).bincount()",
    "torch.tensor([1]).repeat_interleave(1125899906842624)", "torch.zeros(-1)", "torch.arange(0, 5, 0)",
  ])
  func raiseInsteadOfTrapping(_ code: String) {
    #expect(throws: TensorError.self) { try RecordedCode().evaluate(code) }
  }

  @Test func moreThanSixtyFourDimensionsCannotBeSummed() throws {
    let x = try Tensor.ones(Shape(repeating: 1, count: 70))
    #expect(throws: TensorError.self) { try x.sum() }
  }

  @Test func elementsThatShareMemoryCannotBeWritten() throws {
    let x = try Tensor.ones([2]).expand([3, 2])
    #expect(throws: TensorError.self) { try x.addInPlace(Tensor.ones([3, 2])) }
  }

  @Test func overlappingCopyReadsTheOldElements() throws {
    let x = try Tensor.arange(5)
    try x.narrow(0, 1, 4).copyInPlace(x.narrow(0, 0, 4))
    #expect(try x.values(Int.self) == [0, 0, 1, 2, 3])
  }
}
