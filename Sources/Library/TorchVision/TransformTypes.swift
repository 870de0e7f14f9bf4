import Data
import Interpreter
import Tensors

/// What scripts hold when they hold a transform.
final class TransformObject: Object {
  let transform: any Transform

  init(_ transform: any Transform, _ type: TypeObject) {
    self.transform = transform
    super.init(type)
  }
}

/// The classes of `torchvision.transforms`, derived from the registry.
enum TransformTypes {
  static let all: [TypeObject] = TransformRegistry.entries.map { entry in
    TypeObject.native(entry.name, module: "torchvision.transforms.transforms", of: TransformObject.self) { t in
      t.construct(entry.signature.text) { type, call throws(Raised) in
        var values: [OpValue?] = []
        for slot in 0..<entry.signature.parameters.count {
          values.append(call[slot].isUnbound ? nil : try OpValue(hosting: call[slot]))
        }
        return TransformObject(try converting { () throws(TensorError) in try entry.make(values) }, type).asValue
      }
      t.method("__call__(self, img)", "The changed image.") { object, call throws(Raised) in
        let value = try OpValue(call[1])
        return Value(try converting { () throws(TensorError) in try object.transform.apply(value) })
      }
      t.slots.call = { value, call throws(Raised) in
        guard let object = value.cast(to: TransformObject.self), call.count == 1 else {
          throw .typeError("\(entry.name).__call__() takes 2 positional arguments but \(call.count + 1) were given")
        }
        let image = try OpValue(call[0])
        return Value(try converting { () throws(TensorError) in try object.transform.apply(image) })
      }
      t.slots.repr = { value throws(Raised) in value.cast(to: TransformObject.self)?.transform.text ?? "" }
    }
  }
}
