import Syntax

extension Interpreter {
  /// The register code of a source, one line an instruction, functions after the code that defines them: what
  /// `lectern inspect code` shows.
  package func codeDump(_ text: String, name: String, mode: Mode) throws(Raised) -> String {
    try compile(SourceFile(name: name, text: text), mode: mode).dump()
  }
}

extension Code {
  /// The instructions as text, one a line, followed by those of the functions inside.
  func dump() -> String {
    var text = "\(qualifiedName): \(parameters.total) parameters, \(registerCount) registers\n"
    var lastLine = 0
    for index in 0..<instructionCount {
      let line = self.line(at: Int32(index))
      let shown = line == lastLine ? "" : "\(line)"
      lastLine = line
      let instruction = instructions[index]
      text += pad(shown, 5) + pad("\(index)", 5) + "  " + padRight("\(instruction.op)", 18) + operands(instruction) + "\n"
    }
    for range in handlers {
      text += "  \(range.start)..<\(range.end) raises to \(range.target), exception in r\(range.register)\n"
    }
    for child in children { text += "\n" + child.dump() }
    return text
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func padRight(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func register(_ number: some BinaryInteger) -> String {
    let index = Int(number)
    if index > 0, index < localNames.count, !localNames[index].isEmpty { return "r\(index)(\(localNames[index]))" }
    return "r\(index)"
  }

  private func constant(_ number: some BinaryInteger) -> String {
    let index = Int(number)
    guard index >= 0, index < constantCount else { return "k\(index)" }
    switch constants[index] {
    case .none, .unbound: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .int(let value): return "\(value)"
    case .float(let value): return "\(value)"
    case .object(let object):
      if let text = object as? StrObject { return text.string.debugDescription }
      return "<\(object.type.name)>"
    }
  }

  private func name(_ number: some BinaryInteger) -> String {
    let index = Int(number)
    return index >= 0 && index < names.count ? names[index].string : "?"
  }

  private func operands(_ i: Instruction) -> String {
    let a = register(i.a)
    let b = register(i.b)
    let c = register(i.c)
    switch i.op {
    case .move, .take, .not, .getIterator, .listToTuple, .yieldFromIterator: return "\(a) <- \(b)"
    case .loadConstant: return "\(a) <- \(constant(i.b))"
    case .clear, .deleteLocal, .loadAssertionError: return a
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo: return "\(a) <- \(b), \(c)"
    case .addK, .subtractK, .multiplyK, .divideK, .floorDivideK, .moduloK: return "\(a) <- \(b), \(constant(i.c))"
    case .binary: return "\(a) <- \(b) \(Operator(rawValue: UInt8(truncatingIfNeeded: i.d))?.symbol.prefix { $0 != " " } ?? "?") \(c)"
    case .prefix: return "\(a) <- \(PrefixOperator(rawValue: UInt8(truncatingIfNeeded: i.d))?.symbol ?? "?") \(b)"
    case .compare: return "\(a) <- \(b) \(CompareOperator(rawValue: UInt8(truncatingIfNeeded: i.d))?.symbol ?? "?") \(c)"
    case .identity: return "\(a) <- \(b) is\(i.d == 1 ? " not" : "") \(c)"
    case .contains: return "\(a) <- \(b)\(i.d == 1 ? " not" : "") in \(c)"
    case .jumpLess, .jumpLessEqual, .jumpEqual, .jumpNotEqual, .jumpGreater, .jumpGreaterEqual:
      return "\(b), \(c) \(i.a == 1 ? "if" : "unless") to \(i.d)"
    case .jumpLessK, .jumpLessEqualK, .jumpEqualK, .jumpNotEqualK, .jumpGreaterK, .jumpGreaterEqualK:
      return "\(b), \(constant(i.c)) \(i.a == 1 ? "if" : "unless") to \(i.d)"
    case .jump, .loop: return "to \(i.d)"
    case .jumpIfTrue, .jumpIfFalse, .jumpIfNone: return "\(b) to \(i.d)"
    case .forIterate: return "\(a) <- \(b), at end to \(i.d)"
    case .forNext: return "\(a) <- \(b), back to \(i.d)"
    case .getAttribute: return "\(a) <- \(b).\(name(i.c))"
    case .setAttribute: return "\(b).\(name(i.c)) <- \(a)"
    case .deleteAttribute: return "\(b).\(name(i.c))"
    case .getItem: return "\(a) <- \(b)[\(c)]"
    case .setItem: return "\(b)[\(c)] <- \(i.flags & 8 != 0 ? constant(i.a) : a)"
    case .deleteItem: return "\(b)[\(c)]"
    case .loadGlobal, .loadName, .importName: return "\(a) <- \(name(i.b))"
    case .storeGlobal, .storeName: return "\(name(i.b)) <- \(a)"
    case .deleteGlobal, .deleteName: return name(i.b)
    case .loadCell: return "\(a) <- cell \(b)"
    case .storeCell: return "cell \(b) <- \(a)"
    case .loadFree, .loadClosureCell: return "\(a) <- free \(freeNames.indices.contains(Int(i.b)) ? freeNames[Int(i.b)] : "?")"
    case .storeFree: return "free \(freeNames.indices.contains(Int(i.b)) ? freeNames[Int(i.b)] : "?") <- \(a)"
    case .call: return "\(a) <- \(b), \(i.c) arguments"
    case .callMethod: return "\(a) <- \(b).\(callSites[Int(i.d)].method?.string ?? "?"), \(i.c) arguments"
    case .callSpread: return "\(a) <- \(b)"
    case .enterHandler: return "\(b), the one before to \(a)"
    case .takeGroup, .endGroup: return "\(a) <- \(b), \(c)"
    case .returnValue, .raise, .reraise, .leaveHandler: return b
    case .makeFunction: return "\(a) <- \(children[Int(i.b)].qualifiedName)"
    case .makeClass: return "\(a) <- \(name(i.c))"
    case .buildList, .buildTuple, .buildSet, .buildDict, .buildString: return "\(a) <- \(i.c) from \(b)"
    case .listAppend, .setAdd, .listExtend, .setUpdate, .dictUpdate: return "\(a), \(b)"
    case .dictSet: return "\(a)[\(b)] <- \(c)"
    case .unpack: return "\(a)... <- \(b), \(i.c) elements"
    case .unpackStarred: return "\(a)... <- \(b), \(i.c) before and \(i.d) after the star"
    case .importFrom: return "\(a) <- \(b).\(name(i.c))"
    case .yield: return "\(b), sent value to \(a)"
    default: return "\(a), \(b), \(c)"
    }
  }
}
