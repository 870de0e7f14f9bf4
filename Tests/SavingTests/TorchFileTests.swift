import Saving
import Tensors
import Testing

/// Files of `torch.save`, whole and damaged. That PyTorch reads them and writes what is read here is checked by
/// `Tests/Tools/check_saving.py` and by the script tests of the library.
@Suite struct TorchFileTests {
  private func file() throws -> [UInt8] {
    let base = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
    return try TorchFile.bytes(of: .list(SavedList([.tensor(base), .tensor(try base.transpose(0, 1)), .string("text")])))
  }

  @Test func viewsShareTheirMemoryAgain() throws {
    guard case .list(let list) = try TorchFile.value(of: try file(), place: { _ in }), case .tensor(let a) = list.items[0],
      case .tensor(let b) = list.items[1]
    else {
      Issue.record("no list of tensors")
      return
    }
    #expect(a.storage === b.storage)
    #expect(Array(b.strides) == [1, 3])
    let values: [Float] = try b.values(Float.self)
    #expect(values == [1, 4, 2, 5, 3, 6])
  }

  @Test func everyTruncationAndEveryWrongByteIsAnErrorOrHarmless() throws {
    let whole = try file()
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: SavingError.self) { try TorchFile.value(of: Array(whole[..<count]), place: { _ in }) }
    }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x5A
      _ = try? TorchFile.value(of: bytes, place: { _ in })
    }
  }

  /// Sizes, strides and offsets that reach beyond the memory, or are so large that they cannot be multiplied.
  @Test(arguments: [
    ([3, 3], [3, 1], 0), ([2, 3], [4, 1], 0), ([2, 3], [3, 1], 1), ([7], [1], 0), ([2], [-1], 1), ([-1], [1], 0),
    ([1], [1], -1),
    ([Int.max], [1], 0), ([2], [Int.max], 0), ([1 << 40, 1 << 40], [0, 0], 0), ([2, 2], [1], 0),
  ])
  func tensorsOutsideTheirMemoryAreRefused(_ sizes: [Int], _ strides: [Int], _ offset: Int) throws {
    var archive = ZipWriter(alignment: 64)
    func number(_ value: Int) -> [UInt8] { [0x8A, 8] + (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    func text(_ value: String) -> [UInt8] { [0x58, UInt8(value.utf8.count), 0, 0, 0] + Array(value.utf8) }
    func tuple(_ values: [Int]) -> [UInt8] { [0x28] + values.flatMap(number) + [0x74] }
    var pickle: [UInt8] = [0x80, 2] + Array("ctorch._utils\n_rebuild_tensor_v2\n((".utf8) + text("storage")
    pickle += Array("ctorch\nFloatStorage\n".utf8) + text("0") + text("cpu") + number(6) + [0x74, 0x51]
    pickle += number(offset) + tuple(sizes) + tuple(strides) + [0x89] + Array("ccollections\nOrderedDict\n)RtR.".utf8)
    try archive.add("a/data.pkl", pickle)
    try archive.add("a/data/0", [UInt8](repeating: 0, count: 24))
    let bytes = archive.finished()
    #expect(throws: SavingError.self) { try TorchFile.value(of: bytes, place: { _ in }) }
  }
}
