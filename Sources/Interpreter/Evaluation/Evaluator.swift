// The evaluator: one loop over the instructions of all script frames.
//
// A frame is a window of the value stack: register 0 is the function, 1… its parameters and locals, then temporaries. A call leaves
// the callee and its arguments in consecutive registers of the caller, and the callee's window starts there, so arguments are never
// copied and script calls do not recurse natively. What else a frame needs are the plain integers and pointers of `Frame`.
//
// Invariant: above the top window no register holds an object. A frame that ends releases what is left in its registers.
//
// Numbers are handled here by the parts of the enum (`ValueLayout`); everything else is done by functions that are not inlined,
// so that the loop's own state stays in machine registers.

/// A frame that is suspended by a call.
struct Frame {
  var code: Unmanaged<Code>
  /// The next instruction.
  var pc: UnsafeMutablePointer<Instruction>
  var base: Register
  /// The register of the frame below that gets the result.
  var destination: Int32
  var kind: Kind
  var generator: Unmanaged<GeneratorObject>?

  enum Kind: UInt8 {
    /// Called by a script frame.
    case plain
    /// Called by Swift code, which gets the result.
    case entry
    /// `__init__` of an instance that waits in the register below the window.
    case initialiser
    /// A generator that a `for` loop of a script frame resumed.
    case generatorLoop
    /// A generator that Swift code resumed.
    case generatorEntry
  }
}

extension Interpreter {
  /// Runs the frame on top, whose fields are set, until it ends, and returns its result. `failing` starts with an exception.
  func run(failing: Raised? = nil) throws(Raised) -> Value {
    let frames = self.frames
    let interrupted = interrupt.storage
    let builtinNames = Unmanaged.passUnretained(builtins.namespace)
    var pending = failing
    var code = frames[frameCount - 1].code
    var R = frames[frameCount - 1].base
    var pc = frames[frameCount - 1].pc
    var K = code._withUnsafeGuaranteedRef { $0.constants }
    var start = code._withUnsafeGuaranteedRef { $0.instructions }
    nesting &+= 1
    defer { nesting &-= 1 }
    // The frame is there already, so a stack that is too deep raises inside it.
    if nesting > Interpreter.nestingLimit || isStackLow { pending = recursionError() }

    stackTop = R + code._withUnsafeGuaranteedRef { $0.registerCount } + Interpreter.windowSlack

    while true {
      do throws(Raised) {
        if let error = pending {
          pending = nil
          throw error
        }
        while true {
          let i = pc
          pc += 1
          switch i.pointee.op {
          case .move:
            let source = R + Int(i.pointee.b)
            if source.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
            (R + Int(i.pointee.a)).copyFrom(source)
          case .take:
            (R + Int(i.pointee.a)).takeFrom(R + Int(i.pointee.b))
          case .loadConstant:
            (R + Int(i.pointee.a)).copyFrom(K + Int(i.pointee.b))
          case .clear:
            (R + Int(i.pointee.a)).clear()
          case .deleteLocal:
            if (R + Int(i.pointee.a)).isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
            (R + Int(i.pointee.a)).clear()

          case .add, .addK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .add ? R : K) + Int(i.pointee.c)
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              let (sum, overflow) = x.bits.addingReportingOverflow(y.bits)
              if !overflow {
                (R + Int(i.pointee.a)).setInt(sum)
                continue
              }
            } else if x.tag == ValueTag.float {
              if y.tag == ValueTag.float {
                (R + Int(i.pointee.a)).setFloat(x.double + y.double)
                continue
              } else if y.tag == ValueTag.int {
                (R + Int(i.pointee.a)).setFloat(x.double + Double(y.bits))
                continue
              }
            } else if x.tag == ValueTag.int, y.tag == ValueTag.float {
              (R + Int(i.pointee.a)).setFloat(Double(x.bits) + y.double)
              continue
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(.add, i, R, y)
          case .subtract, .subtractK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .subtract ? R : K) + Int(i.pointee.c)
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              let (difference, overflow) = x.bits.subtractingReportingOverflow(y.bits)
              if !overflow {
                (R + Int(i.pointee.a)).setInt(difference)
                continue
              }
            } else if x.tag == ValueTag.float {
              if y.tag == ValueTag.float {
                (R + Int(i.pointee.a)).setFloat(x.double - y.double)
                continue
              } else if y.tag == ValueTag.int {
                (R + Int(i.pointee.a)).setFloat(x.double - Double(y.bits))
                continue
              }
            } else if x.tag == ValueTag.int, y.tag == ValueTag.float {
              (R + Int(i.pointee.a)).setFloat(Double(x.bits) - y.double)
              continue
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(.subtract, i, R, y)
          case .multiply, .multiplyK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .multiply ? R : K) + Int(i.pointee.c)
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              let (product, overflow) = x.bits.multipliedReportingOverflow(by: y.bits)
              if !overflow {
                (R + Int(i.pointee.a)).setInt(product)
                continue
              }
            } else if x.tag == ValueTag.float {
              if y.tag == ValueTag.float {
                (R + Int(i.pointee.a)).setFloat(x.double * y.double)
                continue
              } else if y.tag == ValueTag.int {
                (R + Int(i.pointee.a)).setFloat(x.double * Double(y.bits))
                continue
              }
            } else if x.tag == ValueTag.int, y.tag == ValueTag.float {
              (R + Int(i.pointee.a)).setFloat(Double(x.bits) * y.double)
              continue
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(.multiply, i, R, y)
          case .divide, .divideK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .divide ? R : K) + Int(i.pointee.c)
            if x.tag == ValueTag.float, y.tag == ValueTag.float {
              if y.double != 0 {
                (R + Int(i.pointee.a)).setFloat(x.double / y.double)
                continue
              }
            } else if x.tag == ValueTag.float, y.tag == ValueTag.int {
              if y.bits != 0 {
                (R + Int(i.pointee.a)).setFloat(x.double / Double(y.bits))
                continue
              }
            } else if x.tag == ValueTag.int, y.tag == ValueTag.int {
              // Both exactly representable, so that one rounding gives Python's true quotient.
              if y.bits != 0, x.bits.magnitude < 1 << 53, y.bits.magnitude < 1 << 53 {
                (R + Int(i.pointee.a)).setFloat(Double(x.bits) / Double(y.bits))
                continue
              }
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(.divide, i, R, y)
          case .floorDivide, .floorDivideK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .floorDivide ? R : K) + Int(i.pointee.c)
            if x.tag == ValueTag.int, y.tag == ValueTag.int, y.bits > 0 {
              let quotient = x.bits / y.bits
              (R + Int(i.pointee.a)).setInt(x.bits < 0 && quotient &* y.bits != x.bits ? quotient &- 1 : quotient)
              continue
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(.floorDivide, i, R, y)
          case .modulo, .moduloK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .modulo ? R : K) + Int(i.pointee.c)
            if x.tag == ValueTag.int, y.tag == ValueTag.int, y.bits > 0 {
              // The 32-bit division is several times as fast as the 64-bit one.
              let a = x.bits
              let b = y.bits
              var remainder: Int
              if UInt(bitPattern: a | b) >> 32 == 0 {
                remainder = Int(UInt32(truncatingIfNeeded: a) % UInt32(truncatingIfNeeded: b))
              } else {
                remainder = a % b
              }
              if remainder < 0 { remainder &+= b }
              (R + Int(i.pointee.a)).setInt(remainder)
              continue
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(.modulo, i, R, y)
          case .binary:
            let x = R + Int(i.pointee.b)
            let y = R + Int(i.pointee.c)
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              switch Operator(rawValue: UInt8(truncatingIfNeeded: i.pointee.d)).unsafelyUnwrapped {
              case .bitAnd:
                (R + Int(i.pointee.a)).setInt(x.bits & y.bits)
                continue
              case .bitOr:
                (R + Int(i.pointee.a)).setInt(x.bits | y.bits)
                continue
              case .bitXor:
                (R + Int(i.pointee.a)).setInt(x.bits ^ y.bits)
                continue
              default: break
              }
            }
            frames[frameCount &- 1].pc = pc
            try binarySlow(Operator(rawValue: UInt8(truncatingIfNeeded: i.pointee.d)).unsafelyUnwrapped, i, R, y)
          case .prefix:
            let x = R + Int(i.pointee.b)
            if i.pointee.d == 0 {
              if x.tag == ValueTag.float {
                (R + Int(i.pointee.a)).setFloat(-x.double)
                continue
              } else if x.tag == ValueTag.int, x.bits != Int.min {
                (R + Int(i.pointee.a)).setInt(0 &- x.bits)
                continue
              }
            }
            frames[frameCount &- 1].pc = pc
            if x.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
            (R + Int(i.pointee.a)).pointee = try prefix(
              PrefixOperator(rawValue: UInt8(truncatingIfNeeded: i.pointee.d)).unsafelyUnwrapped, x.pointee)
          case .not:
            let x = R + Int(i.pointee.b)
            if x.tag == ValueTag.bool {
              (R + Int(i.pointee.a)).setBool(x.bits & 1 == 0)
              continue
            }
            frames[frameCount &- 1].pc = pc
            let truth = try isTrueSlow(code, R, Int(i.pointee.b))
            (R + Int(i.pointee.a)).setBool(!truth)

          case .compare:
            let x = R + Int(i.pointee.b)
            let y = R + Int(i.pointee.c)
            let op = CompareOperator(rawValue: UInt8(truncatingIfNeeded: i.pointee.d)).unsafelyUnwrapped
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              let a = x.bits
              let b = y.bits
              let result: Bool
              switch op {
              case .less: result = a < b
              case .lessEqual: result = a <= b
              case .equal: result = a == b
              case .notEqual: result = a != b
              case .greater: result = a > b
              case .greaterEqual: result = a >= b
              }
              (R + Int(i.pointee.a)).setBool(result)
              continue
            }
            if x.tag == ValueTag.float, y.tag == ValueTag.float {
              let a = x.double
              let b = y.double
              let result: Bool
              switch op {
              case .less: result = a < b
              case .lessEqual: result = a <= b
              case .equal: result = a == b
              case .notEqual: result = a != b
              case .greater: result = a > b
              case .greaterEqual: result = a >= b
              }
              (R + Int(i.pointee.a)).setBool(result)
              continue
            }
            frames[frameCount &- 1].pc = pc
            try compareSlow(op, i, R)
          case .identity:
            frames[frameCount &- 1].pc = pc
            try identitySlow(code, i, R)
          case .contains:
            frames[frameCount &- 1].pc = pc
            try containsSlow(code, i, R)

          case .jumpLess, .jumpLessK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .jumpLess ? R : K) + Int(i.pointee.c)
            let holds: Bool
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              holds = x.bits < y.bits
            } else if x.tag == ValueTag.float, y.tag == ValueTag.float {
              holds = x.double < y.double
            } else {
              frames[frameCount &- 1].pc = pc
              holds = try compareJump(.less, i, R, y)
            }
            if holds == (i.pointee.a != 0) { pc = start + Int(i.pointee.d) }
          case .jumpLessEqual, .jumpLessEqualK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .jumpLessEqual ? R : K) + Int(i.pointee.c)
            let holds: Bool
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              holds = x.bits <= y.bits
            } else if x.tag == ValueTag.float, y.tag == ValueTag.float {
              holds = x.double <= y.double
            } else {
              frames[frameCount &- 1].pc = pc
              holds = try compareJump(.lessEqual, i, R, y)
            }
            if holds == (i.pointee.a != 0) { pc = start + Int(i.pointee.d) }
          case .jumpEqual, .jumpEqualK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .jumpEqual ? R : K) + Int(i.pointee.c)
            let holds: Bool
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              holds = x.bits == y.bits
            } else {
              frames[frameCount &- 1].pc = pc
              holds = try compareJump(.equal, i, R, y)
            }
            if holds == (i.pointee.a != 0) { pc = start + Int(i.pointee.d) }
          case .jumpNotEqual, .jumpNotEqualK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .jumpNotEqual ? R : K) + Int(i.pointee.c)
            let holds: Bool
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              holds = x.bits != y.bits
            } else {
              frames[frameCount &- 1].pc = pc
              holds = try compareJump(.notEqual, i, R, y)
            }
            if holds == (i.pointee.a != 0) { pc = start + Int(i.pointee.d) }
          case .jumpGreater, .jumpGreaterK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .jumpGreater ? R : K) + Int(i.pointee.c)
            let holds: Bool
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              holds = x.bits > y.bits
            } else if x.tag == ValueTag.float, y.tag == ValueTag.float {
              holds = x.double > y.double
            } else {
              frames[frameCount &- 1].pc = pc
              holds = try compareJump(.greater, i, R, y)
            }
            if holds == (i.pointee.a != 0) { pc = start + Int(i.pointee.d) }
          case .jumpGreaterEqual, .jumpGreaterEqualK:
            let x = R + Int(i.pointee.b)
            let y = (i.pointee.op == .jumpGreaterEqual ? R : K) + Int(i.pointee.c)
            let holds: Bool
            if x.tag == ValueTag.int, y.tag == ValueTag.int {
              holds = x.bits >= y.bits
            } else if x.tag == ValueTag.float, y.tag == ValueTag.float {
              holds = x.double >= y.double
            } else {
              frames[frameCount &- 1].pc = pc
              holds = try compareJump(.greaterEqual, i, R, y)
            }
            if holds == (i.pointee.a != 0) { pc = start + Int(i.pointee.d) }
          case .jump:
            pc = start + Int(i.pointee.d)
          case .loop:
            if interrupted.pointee != 0 {
              frames[frameCount &- 1].pc = pc
              try handleInterrupt()
            }
            pc = start + Int(i.pointee.d)
          case .nothing:
            if interrupted.pointee != 0 {
              frames[frameCount &- 1].pc = pc
              try handleInterrupt()
            }
          case .trace:
            frames[frameCount &- 1].pc = pc
            traceStatement()
          case .jumpIfTrue:
            let x = R + Int(i.pointee.b)
            let truth: Bool
            if x.tag == ValueTag.bool {
              truth = x.bits & 1 != 0
            } else {
              frames[frameCount &- 1].pc = pc
              truth = try isTrueSlow(code, R, Int(i.pointee.b))
            }
            if truth { pc = start + Int(i.pointee.d) }
          case .jumpIfFalse:
            let x = R + Int(i.pointee.b)
            let truth: Bool
            if x.tag == ValueTag.bool {
              truth = x.bits & 1 != 0
            } else {
              frames[frameCount &- 1].pc = pc
              truth = try isTrueSlow(code, R, Int(i.pointee.b))
            }
            if !truth { pc = start + Int(i.pointee.d) }
          case .jumpIfNone:
            let x = R + Int(i.pointee.b)
            if x.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
            let isNone = x.tag == ValueTag.empty
            if isNone == (i.pointee.a == 0) { pc = start + Int(i.pointee.d) }
            if i.pointee.flags & 1 != 0 { x.clear() }

          case .getIterator:
            frames[frameCount &- 1].pc = pc
            try getIterator(code, i, R)
          case .forIterate:
            let iterator = R + Int(i.pointee.b)
            // The iterator is an object: `getIterator` left it there.
            switch iterator.objectTag {
            case ObjectTag.rangeIterator.rawValue:
              let next: Int? = iterator.with(RangeIteratorObject.self) { $0.advance() }
              if let next {
                (R + Int(i.pointee.a)).setInt(next)
              } else {
                pc = start + Int(i.pointee.d)
              }
            case ObjectTag.listIterator.rawValue:
              let element: UnsafeMutablePointer<Value>? = iterator.with(ListIteratorObject.self) { $0.advance() }
              if let element {
                (R + Int(i.pointee.a)).copyFrom(element)
              } else {
                pc = start + Int(i.pointee.d)
              }
            case ObjectTag.generator.rawValue:
              frames[frameCount &- 1].pc = pc
              if try resumeInLoop(iterator, destination: Int32(i.pointee.a)) {
                (code, R, pc, K, start) = topFrame()
              } else {
                pc = start + Int(i.pointee.d)
              }
            default:
              frames[frameCount &- 1].pc = pc
              if !(try iterateSlow(i, R)) { pc = start + Int(i.pointee.d) }
            }

          case .forNext:
            if interrupted.pointee != 0 {
              frames[frameCount &- 1].pc = pc
              try handleInterrupt()
            }
            let iterator = R + Int(i.pointee.b)
            switch iterator.objectTag {
            case ObjectTag.rangeIterator.rawValue:
              let next: Int? = iterator.with(RangeIteratorObject.self) { $0.advance() }
              if let next {
                (R + Int(i.pointee.a)).setInt(next)
                pc = start + Int(i.pointee.d)
              }
            case ObjectTag.listIterator.rawValue:
              let element: UnsafeMutablePointer<Value>? = iterator.with(ListIteratorObject.self) { $0.advance() }
              if let element {
                (R + Int(i.pointee.a)).copyFrom(element)
                pc = start + Int(i.pointee.d)
              }
            case ObjectTag.generator.rawValue:
              frames[frameCount &- 1].pc = pc
              if try resumeInLoop(iterator, destination: Int32(i.pointee.a)) { (code, R, pc, K, start) = topFrame() }
            default:
              frames[frameCount &- 1].pc = pc
              if try iterateSlow(i, R) { pc = start + Int(i.pointee.d) }
            }

          case .getAttribute:
            let x = R + Int(i.pointee.b)
            if x.isObject {
              let cache = code._withUnsafeGuaranteedRef { $0.attributeCaches } + Int(i.pointee.d)
              let slot = x.attributeSlot(cache)
              if let slot {
                (R + Int(i.pointee.a)).copyFrom(slot)
                if i.pointee.flags & 1 != 0, Int32(i.pointee.a) != i.pointee.b { x.clear() }
                continue
              }
            }
            frames[frameCount &- 1].pc = pc
            if try getAttributeSlow(code, i, R) { (code, R, pc, K, start) = topFrame() }
          case .setAttribute:
            let x = R + Int(i.pointee.b)
            if x.isObject {
              let cache = code._withUnsafeGuaranteedRef { $0.attributeCaches } + Int(i.pointee.d)
              let value = R + Int(i.pointee.a)
              let done = x.storeAttribute(cache, value)
              if done {
                if i.pointee.flags & 1 != 0 { x.clear() }
                continue
              }
            }
            frames[frameCount &- 1].pc = pc
            try setAttributeSlow(code, i, R)
          case .deleteAttribute:
            frames[frameCount &- 1].pc = pc
            if (R + Int(i.pointee.b)).isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
            try deleteAttribute(R[Int(i.pointee.b)], code._withUnsafeGuaranteedRef { $0.names[Int(i.pointee.c)] })
          case .superAttribute:
            break
          case .getItem:
            let x = R + Int(i.pointee.b)
            let y = R + Int(i.pointee.c)
            if x.isObject, y.tag == ValueTag.int {
              if x.objectTag == ObjectTag.list.rawValue {
                let element = x.listElement(y.bits)
                if let element {
                  if i.pointee.flags & 1 != 0 {
                    let value = element.pointee
                    x.clear()
                    (R + Int(i.pointee.a)).pointee = value
                  } else {
                    (R + Int(i.pointee.a)).copyFrom(element)
                  }
                  continue
                }
              } else if x.objectTag == ObjectTag.tuple.rawValue {
                let element = x.tupleElement(y.bits)
                if let element {
                  let value = element.pointee
                  if i.pointee.flags & 1 != 0 { x.clear() }
                  (R + Int(i.pointee.a)).pointee = value
                  continue
                }
              }
            }
            frames[frameCount &- 1].pc = pc
            try getItemSlow(code, i, R)
          case .setItem:
            let x = R + Int(i.pointee.b)
            let y = R + Int(i.pointee.c)
            let value = (i.pointee.flags & 8 != 0 ? K : R) + Int(i.pointee.a)
            if x.isObject, y.tag == ValueTag.int, x.objectTag == ObjectTag.list.rawValue, !value.isUnbound {
              let element = x.listElement(y.bits)
              if let element {
                element.replace(with: value)
                if i.pointee.flags & 1 != 0 { x.clear() }
                continue
              }
            }
            frames[frameCount &- 1].pc = pc
            try setItemSlow(code, i, R, value)
          case .deleteItem:
            frames[frameCount &- 1].pc = pc
            try deleteItemSlow(code, i, R)
          case .buildSlice:
            let window = R + Int(i.pointee.b)
            let slice = SliceObject(window.takeOut(), (window + 1).takeOut(), (window + 2).takeOut())
            (R + Int(i.pointee.a)).pointee = .object(slice)

          case .loadGlobal:
            let name = code._withUnsafeGuaranteedRef { $0.namePointers }[Int(i.pointee.b)]
            let globals = currentGlobals(R)
            let hint = Int(i.pointee.d)
            if hint >= 0 {
              let found = globals.valueSlot(hint, named: name)
              if let found {
                (R + Int(i.pointee.a)).copyFrom(found)
                continue
              }
            } else if i.pointee.c == globals._withUnsafeGuaranteedRef({ Int32(truncatingIfNeeded: $0.keysVersion) }) {
              let found = builtinNames.valueSlot(-hint &- 1, named: name)
              if let found {
                (R + Int(i.pointee.a)).copyFrom(found)
                continue
              }
            }
            frames[frameCount &- 1].pc = pc
            try loadGlobalSlow(code, i, R)
          case .storeGlobal:
            let name = code._withUnsafeGuaranteedRef { $0.namePointers }[Int(i.pointee.b)]
            let globals = currentGlobals(R)
            let hint = Int(i.pointee.d)
            let value = R + Int(i.pointee.a)
            if value.isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
            let found = globals.valueSlot(hint, named: name)
            if let found {
              found.copyFrom(value)
              continue
            }
            storeGlobalSlow(code, i, R)
          case .deleteGlobal:
            try deleteGlobal(code, i, R)
          case .loadName:
            frames[frameCount &- 1].pc = pc
            try loadNameSlow(code, i, R)
          case .storeName:
            frames[frameCount &- 1].pc = pc
            try storeNameSlow(code, i, R)
          case .deleteName:
            try deleteNameSlow(code, i, R)
          case .makeCell:
            let register = R + Int(i.pointee.a)
            if i.pointee.d == 1 {
              register.setObject(CellObject(holding: .unbound))
            } else {
              register.setObject(CellObject(holding: register.takeOut()))
            }
          case .loadCell:
            let cell = R + Int(i.pointee.b)
            let content = cell.with(CellObject.self) { $0.content }
            if content.isUnbound { throw unboundCell(code, Int(i.pointee.b)) }
            (R + Int(i.pointee.a)).pointee = content
          case .storeCell:
            let value = R + Int(i.pointee.a)
            if value.isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
            (R + Int(i.pointee.b)).with(CellObject.self) { $0.content = value.pointee }
          case .deleteCell:
            let cell = R + Int(i.pointee.b)
            if cell.with(CellObject.self, { $0.content.isUnbound }) { throw unboundCell(code, Int(i.pointee.b)) }
            cell.with(CellObject.self) { $0.content = .unbound }
          case .loadFree:
            let cell = R.with(FunctionObject.self) { $0.closure[Int(i.pointee.b)] }
            let content = cell._withUnsafeGuaranteedRef { $0.content }
            if content.isUnbound { throw unboundFree(code, Int(i.pointee.b)) }
            (R + Int(i.pointee.a)).pointee = content
          case .storeFree:
            let value = R + Int(i.pointee.a)
            if value.isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
            R.with(FunctionObject.self) { $0.closure[Int(i.pointee.b)] }._withUnsafeGuaranteedRef { $0.content = value.pointee }
          case .deleteFree:
            let cell = R.with(FunctionObject.self) { $0.closure[Int(i.pointee.b)] }
            if cell._withUnsafeGuaranteedRef({ $0.content.isUnbound }) { throw unboundFree(code, Int(i.pointee.b)) }
            cell._withUnsafeGuaranteedRef { $0.content = .unbound }
          case .loadClosureCell:
            let cell = R.with(FunctionObject.self) { $0.closure[Int(i.pointee.b)] }
            (R + Int(i.pointee.a)).setObject(cell.takeUnretainedValue())

          case .call:
            let window = R + Int(i.pointee.b)
            frames[frameCount &- 1].pc = pc
            if window.holds(.function), i.pointee.d < 0 {
              let callee = window.simpleCallee(Int(i.pointee.c))
              if let callee {
                try push(callee, base: window, destination: Int32(i.pointee.a), kind: .plain)
                (K, start) = enter(callee, window)
                (code, R, pc) = (callee, window, start)
                continue
              }
            }
            if window.holds(.type), i.pointee.d < 0, try startInstance(window, Int(i.pointee.c), Int32(i.pointee.a)) {
              (code, R, pc, K, start) = topFrame()
              continue
            }
            if try callSlow(code, i, window, Int(i.pointee.c)) { (code, R, pc, K, start) = topFrame() }
          case .callMethod:
            frames[frameCount &- 1].pc = pc
            let site = code._withUnsafeGuaranteedRef { $0.callSitePointers }[Int(i.pointee.d)]
            let window = R + Int(i.pointee.b)
            let receiver = window + 1
            // The usual case: a function of the receiver's class, known from last time, and no attribute that hides it.
            if receiver.isObject {
              let function = receiver.cachedMethod(site)
              if let function {
                if site._withUnsafeGuaranteedRef({ $0.isNative }) {
                  try callNativeMethod(function, i, window, site)
                  continue
                }
                window.setReference(function)
                let count = Int(i.pointee.c) &+ 1
                let hasKeywords = site._withUnsafeGuaranteedRef { $0.keywordNames != nil }
                if !hasKeywords, window.objectTag == ObjectTag.function.rawValue {
                  let callee = window.simpleCallee(count)
                  if let callee {
                    try push(callee, base: window, destination: Int32(i.pointee.a), kind: .plain)
                    (K, start) = enter(callee, window)
                    (code, R, pc) = (callee, window, start)
                    continue
                  }
                }
                if try callSlow(code, i, window, count) { (code, R, pc, K, start) = topFrame() }
                continue
              }
            }
            if try callMethodSlow(code, i, window, site) { (code, R, pc, K, start) = topFrame() }
          case .callSpread:
            frames[frameCount &- 1].pc = pc
            if try callSpread(i, R) { (code, R, pc, K, start) = topFrame() }
          case .returnValue:
            let source = R + Int(i.pointee.b)
            if source.isUnbound, i.pointee.c == 0 { throw unboundLocal(code, Int(i.pointee.b)) }
            let top = frames + (frameCount &- 1)
            let payload = source.bits
            let kind = source.tag
            source.markUnbound()
            releaseRegisters(R, code._withUnsafeGuaranteedRef { $0.registerCount })
            frameCount &-= 1
            switch top.pointee.kind {
            case .plain:
              let destination = Int(top.pointee.destination)
              (code, R, pc, K, start) = topFrame()
              (R + destination).overwrite(payload, kind)
              // Recursion without loops reaches no other safe point.
              if interrupted.pointee != 0 { try handleInterrupt() }
            case .entry:
              restoreStackTop()
              return takeValue(payload, kind)
            case .initialiser:
              let destination = Int(top.pointee.destination)
              let instance = top.pointee.base - 1
              (code, R, pc, K, start) = topFrame()
              (R + destination).takeFrom(instance)
              if kind == ValueTag.empty { continue }
              let result = takeValue(payload, kind)
              if !result.isNone { throw Raised.typeError("__init__() should return None, not '\(result.type.name)'") }
            case .generatorLoop:
              let generator = top.pointee.generator.unsafelyUnwrapped.takeUnretainedValue()
              generator.finish()
              generator.returned = takeValue(payload, kind)
              (code, R, pc, K, start) = topFrame()
              if (pc - 1).pointee.op == .forIterate { pc = start + Int((pc - 1).pointee.d) }
            case .generatorEntry:
              let generator = top.pointee.generator.unsafelyUnwrapped.takeUnretainedValue()
              generator.finish()
              generator.returned = takeValue(payload, kind)
              restoreStackTop()
              return .unbound
            }
          case .makeGenerator:
            let generator = GeneratorObject(
              code.takeUnretainedValue(), R.pointee, moving: R, pc: pc)
            let top = frames + (frameCount &- 1)
            frameCount &-= 1
            if top.pointee.kind == .entry {
              restoreStackTop()
              return .object(generator)
            }
            let destination = Int(top.pointee.destination)
            (code, R, pc, K, start) = topFrame()
            (R + destination).pointee = .object(generator)
          case .yield:
            let source = R + Int(i.pointee.b)
            if source.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
            let top = frames + (frameCount &- 1)
            let payload = source.bits
            let kind = source.tag
            if i.pointee.flags & 1 != 0 {
              source.markUnbound()
            } else if kind == ValueTag.object {
              _ = Unmanaged<Object>.fromOpaque(source.reference).retain()
            }
            let count = code._withUnsafeGuaranteedRef { $0.registerCount }
            top.pointee.generator.unsafelyUnwrapped.suspend(from: R, count: count, at: pc)
            for k in 0..<count { (R + k).markUnbound() }
            frameCount &-= 1
            if top.pointee.kind == .generatorLoop {
              let destination = Int(top.pointee.destination)
              (code, R, pc, K, start) = topFrame()
              (R + destination).overwrite(payload, kind)
              if (pc - 1).pointee.op == .forNext { pc = start + Int((pc - 1).pointee.d) }
            } else {
              // `resume` puts the top of the stack back.
              return takeValue(payload, kind)
            }

          case .makeFunction:
            makeFunction(code, i, R)
          case .makeClass:
            frames[frameCount &- 1].pc = pc
            try makeClass(code, i, R)
          case .buildList:
            let list = ListObject(capacity: Int(i.pointee.c))
            let window = R + Int(i.pointee.b)
            let count = Int(i.pointee.c)
            list.storage.moveInitialize(from: window, count: count)
            for k in 0..<count { (window + k).markUnbound() }
            list.used = count
            (R + Int(i.pointee.a)).pointee = .object(list)
          case .buildTuple:
            let window = R + Int(i.pointee.b)
            let count = Int(i.pointee.c)
            let tuple = TupleObject(moving: window, count: count)
            for k in 0..<count { (window + k).markUnbound() }
            (R + Int(i.pointee.a)).pointee = .object(tuple)
          case .buildSet:
            frames[frameCount &- 1].pc = pc
            try buildSet(i, R)
          case .buildDict:
            frames[frameCount &- 1].pc = pc
            try buildDict(i, R)
          case .listAppend:
            let value = R + Int(i.pointee.b)
            if value.isUnbound { throw unboundLocal(code, Int(i.pointee.b)) }
            (R + Int(i.pointee.a)).with(ListObject.self) { $0.append(value.pointee) }
            if i.pointee.flags & 1 != 0 { value.clear() }
          case .setAdd:
            frames[frameCount &- 1].pc = pc
            try setAdd(code, i, R)
          case .dictSet:
            frames[frameCount &- 1].pc = pc
            try dictSet(code, i, R)
          case .listExtend:
            frames[frameCount &- 1].pc = pc
            try listExtend(i, R)
          case .setUpdate:
            frames[frameCount &- 1].pc = pc
            try setUpdate(i, R)
          case .dictUpdate:
            frames[frameCount &- 1].pc = pc
            try dictUpdate(i, R)
          case .listToTuple:
            let source = R + Int(i.pointee.b)
            let elements = source.with(ListObject.self) { $0.elements }
            (R + Int(i.pointee.a)).pointee = .tuple(elements)
          case .unpack:
            let source = R + Int(i.pointee.b)
            let target = R + Int(i.pointee.a)
            if source.holds(.tuple), source.with(TupleObject.self, { $0.count }) == Int(i.pointee.c) {
              let elements = source.with(TupleObject.self) { $0.storage }
              for k in 0..<Int(i.pointee.c) { (target + k).copyFrom(elements + k) }
              if i.pointee.flags & 1 != 0 { source.clear() }
              continue
            }
            frames[frameCount &- 1].pc = pc
            try unpack(code, i, R)
          case .unpackStarred:
            frames[frameCount &- 1].pc = pc
            try unpackStarred(code, i, R)
          case .formatValue:
            frames[frameCount &- 1].pc = pc
            try formatValue(code, i, R)
          case .buildString:
            buildString(i, R)
          case .raise:
            frames[frameCount &- 1].pc = pc
            try raise(code, i, R)
          case .reraiseCurrent:
            guard let current = handled else { throw Raised.runtimeError("No active exception to reraise") }
            throw Raised(current)
          case .reraise:
            let exception = (R + Int(i.pointee.b)).with(ExceptionObject.self) { $0 }
            throw Raised(exception)
          case .enterHandler:
            (R + Int(i.pointee.a)).pointee = handled.map { .object($0) } ?? .none
            handled = (R + Int(i.pointee.b)).with(ExceptionObject.self) { $0 }
          case .leaveHandler:
            handled = R[Int(i.pointee.b)].cast(to: ExceptionObject.self)
          case .matchException:
            frames[frameCount &- 1].pc = pc
            try matchException(code, i, R)
          case .takeGroup:
            frames[frameCount &- 1].pc = pc
            try takeGroup(i, R)
          case .endGroup:
            frames[frameCount &- 1].pc = pc
            try endGroup(i, R)
          case .enterWith:
            frames[frameCount &- 1].pc = pc
            try enterWith(code, i, R)
          case .exitWith:
            frames[frameCount &- 1].pc = pc
            try exitWith(i, R)
          case .loadAssertionError:
            (R + Int(i.pointee.a)).pointee = .object(TypeObject.assertionError)
          case .importName:
            frames[frameCount &- 1].pc = pc
            try importName(code, i, R)
          case .importFrom:
            frames[frameCount &- 1].pc = pc
            try importFrom(code, i, R)
          case .importStar:
            frames[frameCount &- 1].pc = pc
            try importStar(code, i, R)
          case .yieldFromStep:
            frames[frameCount &- 1].pc = pc
            if try yieldFromStep(i, R) { pc = start + Int(i.pointee.d) }
          case .yieldFromIterator:
            frames[frameCount &- 1].pc = pc
            let value = R[Int(i.pointee.b)]
            if value.type !== TypeObject.generator { (R + Int(i.pointee.a)).pointee = try iterator(of: value) }
          case .annotate:
            try annotate(code, i, R)
          }
        }
      } catch {
        // Raised by the instruction before `pc` of the running frame.
        try unwind(error, at: Int32(pc - start) - 1)
        (code, R, pc, K, start) = topFrame()
      }
    }
  }
}
