import Interpreter
import Tensors

/// `no_grad`, `enable_grad`, `set_grad_enabled` and `inference_mode`: `with` blocks and decorators.
final class GradModeObject: Object {
  private let mode: Bool
  private var before: [Bool] = []

  private init(_ mode: Bool, _ type: TypeObject) {
    self.mode = mode
    super.init(type)
  }

  static let noGrad = make("no_grad") { _ in false }
  static let enableGrad = make("enable_grad") { _ in true }
  static let inferenceMode = make("inference_mode", "mode: bool = True") { !$0 }
  static let setGradEnabled = make("set_grad_enabled", "mode: bool", setsAtOnce: true) { $0 }

  private static func make(
    _ name: String, _ parameter: String = "func=None", setsAtOnce: Bool = false, _ mode: @escaping (Bool) -> Bool
  ) -> TypeObject {
    TypeObject.native(name, module: "torch.autograd.grad_mode", of: GradModeObject.self) { t in
      t.construct("\(name)(\(parameter))") { type, call throws(Raised) in
        // Used as a bare decorator: @torch.no_grad
        if let function = call[0].object, !setsAtOnce, call[0].boolValue == nil, call.has(0) {
          return GradModeObject(mode(true), type).wrap(.object(function))
        }
        if setsAtOnce, call.has(0), call[0].boolValue == nil {
          throw .typeError("set_grad_enabled(): argument 'enabled' (position 1) must be bool, not \(call[0].type.name)")
        }
        let given = call.has(0) ? try call.bool(0) : true
        let object = GradModeObject(mode(given), type)
        if setsAtOnce {
          object.before.append(GradMode.isEnabled)
          GradMode.isEnabled = object.mode
        }
        return object.asValue
      }
      t.method("__enter__(self)") { object, _ throws(Raised) in
        if setsAtOnce && object.before.count == 1 && !object.isEntered {
          object.isEntered = true
        } else {
          object.before.append(GradMode.isEnabled)
        }
        GradMode.isEnabled = object.mode
        return .none
      }
      t.method("__exit__(self, exc_type=None, exc_value=None, traceback=None)") { object, _ throws(Raised) in
        if let before = object.before.popLast() { GradMode.isEnabled = before }
        return .bool(false)
      }
      t.method("__call__(self, func)", "Wraps a function so that it runs in this mode.") { object, call throws(Raised) in
        object.wrap(call[1])
      }
      t.slots.call = { value, call throws(Raised) in
        guard let object = value.cast(to: GradModeObject.self), call.count == 1 else {
          throw .typeError("\(name)() takes one function")
        }
        return object.wrap(call[0])
      }
    }
  }

  private var isEntered = false

  /// A function that runs another one in this mode.
  private func wrap(_ function: Value) -> Value {
    let mode = mode
    let name = (try? Interpreter.current.attributeIfPresent(function, "__name__"))??.stringValue ?? "wrapper"
    let wrapped = NativeFunction(unbound: "\(name)(*args, **kwargs)", name: name) { call throws(Raised) in
      let before = GradMode.isEnabled
      GradMode.isEnabled = mode
      defer { GradMode.isEnabled = before }
      return try call.interpreter.call(function, call.allPositional, keywords: call.allKeywords)
    }
    wrapped.kind = .method
    return wrapped.asValue
  }
}

extension Arguments {
  /// The arguments given by position, in a call that is not bound to a signature.
  var allPositional: [Value] { (0..<positionalCount).map { self[$0] } }

  /// The arguments given by name, in a call that is not bound to a signature.
  var allKeywords: [(String, Value)] { (positionalCount..<count).map { (keywordName($0), self[$0]) } }
}
