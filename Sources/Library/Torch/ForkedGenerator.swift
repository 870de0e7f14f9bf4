import Interpreter
import Tensors

/// `torch.random.fork_rng()`: a block after which the default generator goes on as if the block had drawn nothing.
final class ForkedGenerator: Object {
  private let isEnabled: Bool
  private var saved: [[UInt8]] = []

  private init(_ isEnabled: Bool) {
    self.isEnabled = isEnabled
    super.init(ForkedGenerator.type)
  }

  static let type: TypeObject = TypeObject.native("fork_rng", module: "torch.random", of: ForkedGenerator.self) { t in
    t.doc = "Puts the default generator's state back at the end of a `with` block."
    t.construct("fork_rng(devices=None, enabled: bool = True, _caller='fork_rng', _devices_kw='devices', device_type='cuda')") {
      _, call throws(Raised) in ForkedGenerator(try call.bool(1)).asValue
    }
    t.method("__enter__(self)") { block, _ throws(Raised) in
      if block.isEnabled { block.saved.append(Generator.standard.state) }
      return .none
    }
    t.method("__exit__(self, exc_type=None, exc_value=None, traceback=None)") { block, _ throws(Raised) in
      if let state = block.saved.popLast() { _ = Generator.standard.restore(state: state) }
      return .bool(false)
    }
  }
}
