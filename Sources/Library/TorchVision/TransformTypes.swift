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

/// An image as scripts see it.
final class ImageObject: Object {
  let image: Image

  init(_ image: Image) {
    self.image = image
    super.init(ImageObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("Image", module: "PIL.Image", of: ImageObject.self) { t in
    t.doc = "A small picture."
    t.property("size", "Width and height.") { object throws(Raised) in
      .tuple([.int(object.image.width), .int(object.image.height)])
    }
    t.property("width") { object throws(Raised) in .int(object.image.width) }
    t.property("height") { object throws(Raised) in .int(object.image.height) }
    t.property("mode", "L for grey, RGB for colour.") { object throws(Raised) in .string(object.image.mode) }
    t.slots.repr = { value throws(Raised) in
      guard let image = value.cast(to: ImageObject.self)?.image else { return "" }
      return "<PIL.Image.Image image mode=\(image.mode) size=\(image.width)x\(image.height)>"
    }
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
