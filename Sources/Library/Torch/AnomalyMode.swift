import Interpreter
import Tensors

/// `torch.autograd.detect_anomaly` and `set_detect_anomaly`: backward passes that stop at the first gradient that is not a number.
final class AnomalyMode: Object {
  private let mode: Bool
  private let checksNumbers: Bool
  private let before: Bool

  private init(_ type: TypeObject, mode: Bool, checksNumbers: Bool) {
    self.mode = mode
    self.checksNumbers = checksNumbers
    before = Autograd.detectsAnomalies
    super.init(type)
  }

  static let detect: TypeObject = TypeObject.native(
    "detect_anomaly", module: "torch.autograd.anomaly_mode", of: AnomalyMode.self
  ) { t in
    t.doc = "Looks for gradients that are not numbers inside a `with` block."
    t.construct("detect_anomaly(check_nan: bool = True)") { type, call throws(Raised) in
      try call.interpreter.warn(
        "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.")
      return AnomalyMode(type, mode: true, checksNumbers: try call.bool(0)).asValue
    }
    addBlock(to: t, setsAtOnce: false)
  }

  static let set: TypeObject = TypeObject.native(
    "set_detect_anomaly", module: "torch.autograd.anomaly_mode", of: AnomalyMode.self
  ) { t in
    t.doc = "Switches the search for gradients that are not numbers on or off."
    t.construct("set_detect_anomaly(mode, check_nan: bool = True)") { type, call throws(Raised) in
      guard let mode = call[0].boolValue else {
        throw .typeError("set_anomaly_enabled(): argument 'enabled' (position 1) must be bool, not \(call[0].type.name)")
      }
      let object = AnomalyMode(type, mode: mode, checksNumbers: try call.bool(1))
      object.enter()
      return object.asValue
    }
    addBlock(to: t, setsAtOnce: true)
  }

  private func enter() { Autograd.detectsAnomalies = mode && checksNumbers }

  private static func addBlock(to t: TypeBuilder<AnomalyMode>, setsAtOnce: Bool) {
    t.method("__enter__(self)") { block, _ throws(Raised) in
      if !setsAtOnce { block.enter() }
      return .none
    }
    t.method("__exit__(self, exc_type=None, exc_value=None, traceback=None)") { block, _ throws(Raised) in
      Autograd.detectsAnomalies = block.before
      return .bool(false)
    }
  }
}
