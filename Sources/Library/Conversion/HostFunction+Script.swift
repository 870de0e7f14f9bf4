import Data
import Interpreter
import Tensors

extension OpValue {
  /// A script value where functions are welcome: what can be called becomes a `HostFunction`, in lists too.
  init(hosting value: Value) throws(Raised) {
    if let items = value.sequence {
      var converted: [OpValue] = []
      for item in items { converted.append(try OpValue(hosting: item)) }
      self = value.cast(to: TupleObject.self) != nil ? .tuple(converted) : .list(converted)
    } else if let object = value.object as? TransformObject {
      self = .object(object.transform, typeName: object.type.name)
    } else if case .object(let object) = value, OpValue.isCallable(object) {
      let function = HostFunction(text: (try? Interpreter.current.repr(value)) ?? "<function>") { arguments throws(TensorError) in
        try foreign { () throws(Raised) in
          try OpValue(Interpreter.current.call(value, arguments.map { Value($0) }))
        }
      }
      self = function.value
    } else {
      self = try OpValue(value)
    }
  }

  private static let callName = StrObject.intern("__call__")

  private static func isCallable(_ object: Object) -> Bool {
    if object is StrObject || object is TensorObject || object is DTypeObject { return false }
    return object.type === TypeObject.function || object is NativeFunction || object is BoundMethodObject || object is TypeObject
      || object.type.lookup(callName) != nil
  }
}
