import Saving
import Testing

/// Pickles that are not data, or are too much of it.
@Suite struct UnpicklerTests {
  private func message(_ bytes: [UInt8]) -> String {
    do throws(SavingError) {
      _ = try Unpickler.read(bytes[...])
      return "no error"
    } catch { return error.message }
  }

  private func pickle(_ text: String) -> [UInt8] { [0x80, 2] + Array(text.utf8) }

  @Test func foreignNamesAreRefused() {
    #expect(
      message(pickle("cbuiltins\neval\nX\u{1}\0\0\0a\u{85}R.")).contains("GLOBAL builtins.eval was not an allowed global"))
    #expect(message(pickle("cos\nsystem\n")).contains("whose module os is blocked"))
    #expect(message(pickle("ctorch.nn.modules.linear\nLinear\n)")).contains("GLOBAL torch.nn.modules.linear.Linear was not"))
    #expect(message(pickle("cnumpy\nndarray\n")).contains("GLOBAL numpy.ndarray was not"))
  }

  @Test func foreignInstructionsAreRefused() {
    // INST, OBJ, EXT1, STACK_GLOBAL, FRAME, NEWOBJ_EX, and a text-only protocol 0 pickle.
    for code: UInt8 in [0x69, 0x6F, 0x82, 0x93, 0x95, 0x92] {
      #expect(message([0x80, 2, code, 1, 1, 1, 1]) == "Unsupported operand \(code)")
    }
    #expect(message(Array("I1\n.".utf8)).contains("Unsupported operand 73"))
    #expect(message([0x80, 4, 0x95]).contains("protocol 4"))
  }

  @Test func sizesAreCheckedAgainstTheBytesThatAreLeft() {
    #expect(message([0x80, 2, 0x58, 0xFF, 0xFF, 0xFF, 0x7F, 0x61]) == "String is too long")
    #expect(message([0x80, 2, 0x8B, 0xFF, 0xFF, 0xFF, 0x7F]) == "String is too long")
    #expect(message([0x80, 2, 0x47, 1, 2]) == "String is too long")
    #expect(message([0x80, 2, 0x68, 7, 0x2E]).contains("Memo value not found at index 7"))
    #expect(message([0x80, 2, 0x61]).contains("takes more than it has put"))
    #expect(message([0x80, 2, 0x75]).contains("no mark"))
    #expect(message([0x80, 2, 0x28, 0x30]).contains("takes more than it has put"))
  }

  @Test func everyTruncationIsAnError() {
    let whole = pickle("X\u{1}\0\0\0aq\0K\u{1}\u{86}q\u{1}.")
    #expect(message([0x80, 2, 0x58, 1, 0, 0, 0, 0x61, 0x71, 0, 0x4B, 1, 0x86, 0x71, 1, 0x2E]) == "no error")
    for count in 0..<(whole.count - 1) { #expect(message(Array(whole[..<count])) != "no error") }
  }

  @Test(arguments: [UInt8(0x5D), 0x7D]) func nestingBombsAreRefused(_ code: UInt8) {
    // Lists in lists from the outside in, by way of the memo, a hundred thousand deep.
    var bytes: [UInt8] = [0x80, 2, 0x5D, 0x71, 0, 0x30]
    for _ in 0..<100_000 { bytes += [0x68, 0, 0x5D, 0x71, 0, 0x61, 0x30] }
    bytes += [0x68, 0, 0x2E]
    // The outermost list is gone from the stack; what is left holds nothing, so that this alone is harmless.
    #expect(message(bytes) == "no error")
    var nested: [UInt8] = [0x80, 2]
    for _ in 0..<100_000 { nested.append(0x5D) }
    for _ in 0..<99_999 { nested.append(0x61) }
    nested.append(0x2E)
    #expect(message(nested).contains("nested more than 500 deep"))
    var tuples: [UInt8] = [0x80, 2, 0x29]
    for _ in 0..<100_000 { tuples.append(0x85) }
    tuples.append(0x2E)
    #expect(message(tuples).contains("nested more than 500 deep"))
  }

  @Test func longChainsAreTakenApartOneByOne() {
    // Each list is appended to the one before, which the memo keeps: a chain that grows at its far end.
    var bytes: [UInt8] = [0x80, 2, 0x5D, 0x71, 0]
    for i in 0..<60_000 {
      let (low, high) = (UInt8(i & 255), UInt8(i >> 8))
      let next = i + 1
      bytes += [0x6A, low, high, 0, 0, 0x5D, 0x72, UInt8(next & 255), UInt8(next >> 8), 0, 0, 0x61, 0x30]
    }
    bytes.append(0x2E)
    #expect(message(bytes).contains("nested more than 500 deep"))
  }

  @Test func sharingCostsNothing() throws {
    // Two names for one list at each of forty levels: a million million leaves if they were copied.
    var bytes: [UInt8] = [0x80, 2, 0x5D, 0x71, 0]
    for i in 0..<40 { bytes += [0x68, UInt8(i), 0x86, 0x71, UInt8(i + 1)] }
    bytes.append(0x2E)
    guard case .tuple(let outer) = try Unpickler.read(bytes[...]) else {
      Issue.record("no tuple")
      return
    }
    #expect(outer.items.count == 2)
  }
}
