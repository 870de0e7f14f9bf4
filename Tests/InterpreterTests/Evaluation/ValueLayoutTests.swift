import Interpreter
import Testing

/// The evaluator reads registers by the parts of the enum's layout; a compiler that lays it out differently must fail here.
@Suite struct ValueLayoutTests {
  @Test func valueIsSixteenBytes() {
    #expect(MemoryLayout<Value>.size <= 16)
    #expect(MemoryLayout<Value>.stride == 16)
  }

  @Test func payloadStandsBeforeTheCaseNumber() {
    let samples: [(Value, Int, UInt8)] = [
      (.bool(true), 1, 0), (.int(-7), -7, 1), (.float(1), Int(bitPattern: UInt((1.0).bitPattern)), 2), (.none, 0, 4), (.unbound, 1, 4),
    ]
    for (value, payload, tag) in samples {
      withUnsafeBytes(of: value) { bytes in
        #expect(bytes.load(fromByteOffset: 8, as: UInt8.self) == tag)
        if case .bool = value {
          #expect(bytes[0] == UInt8(payload))
        } else {
          #expect(bytes.load(as: Int.self) == payload)
        }
      }
    }
  }

  @Test func objectReferenceIsThePayload() {
    let object = StrObject("text")
    withUnsafeBytes(of: Value.object(object)) { bytes in
      #expect(bytes.load(fromByteOffset: 8, as: UInt8.self) == 3)
      #expect(bytes.load(as: UnsafeRawPointer.self) == UnsafeRawPointer(Unmanaged.passUnretained(object).toOpaque()))
    }
  }
}

@Suite struct PausedFrameTests {
  @Test func interruptHandlerSeesAndChangesTheFrame() {
    let interpreter = Interpreter()
    var text = ""
    var seen: [String] = []
    interpreter.output = { text += $0 }
    interpreter.interruptHandler = { (interpreter) throws(Raised) in
      seen.append(interpreter.currentPlace?.function ?? "")
      seen.append(try interpreter.repr(try interpreter.evaluateInFrame("i * 2", name: "<look>") ?? .none))
      _ = try interpreter.evaluateInFrame("i = 99", name: "<look>")
    }
    interpreter.registerModule("signal_now") { (interpreter) throws(Raised) in
      let module = ModuleObject("signal_now")
      module.function("now()") { (call) throws(Raised) in
        call.interpreter.interrupt.set()
        return .none
      }
      return module.asValue
    }
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute(
          "import signal_now\ndef f():\n  i = 1\n  while i < 5:\n    if i == 3: signal_now.now()\n    i += 1\n  return i\nprint(f())",
          name: "test", mode: .file)
      } catch { text += interpreter.traceback(error) }
    }
    #expect(seen == ["f", "8"])
    #expect(text == "99\n")
  }

  @Test func uncaughtInterruptIsKeyboardInterrupt() {
    let interpreter = Interpreter()
    var name = ""
    interpreter.interrupt.set()
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute("while True: pass", name: "test", mode: .file)
      } catch { name = error.typeName }
    }
    #expect(name == "KeyboardInterrupt")
  }

  @Test func tracerIsToldOfStatements() {
    let interpreter = Interpreter()
    var lines: [Int] = []
    interpreter.tracer = { _, line, _ in lines.append(line) }
    interpreter.run {
      do throws(Raised) {
        _ = try interpreter.execute("a = 1\nif a:\n  b = 2\n", name: "test", mode: .file)
      } catch { lines = [] }
    }
    #expect(lines == [1, 2, 3])
  }
}
