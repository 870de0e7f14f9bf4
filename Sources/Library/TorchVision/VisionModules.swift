import Data
import Interpreter
import Tensors

/// `torchvision`.
enum VisionModules {
  /// Where data sets are looked for; a session may forbid the synthetic stand-in and take reports.
  static func register(in interpreter: Interpreter, locator: DatasetLocator) {
    interpreter.registerModule("torchvision") { _ throws(Raised) in
      let module = ModuleObject("torchvision", doc: "Data sets and transforms of images.")
      module.set("__version__", "0.29.2")
      return module.asValue
    }
    PictureFunctions.register(in: interpreter)
    // What is written in the language imports the native classes from the second of these names.
    for name in ["torchvision.transforms", "torchvision.transforms.transforms"] {
      interpreter.registerModule(name) { _ throws(Raised) in
        let module = ModuleObject(name, doc: "Changes made to images.")
        for type in TransformTypes.all { module.set(type.name, type.asValue) }
        module.lazily(WrittenLibrary.visionTransformNames, from: "_vision_transforms")
        module.lazily(["InterpolationMode"], from: "torchvision.transforms.functional")
        return module.asValue
      }
    }
    interpreter.registerModule("torchvision.datasets") { _ throws(Raised) in
      let module = ModuleObject("torchvision.datasets", doc: "Data sets of images.")
      for source in [MNISTSource.mnist, MNISTSource.fashion] {
        module.set(source.name, MNISTType.make(source, locator).asValue)
      }
      module.set("ImageFolder", ImageDatasetTypes.imageFolder.asValue)
      for kind in [CIFAR.Kind.ten, .hundred] { module.set(kind.rawValue, ImageDatasetTypes.cifar(kind, locator).asValue) }
      return module.asValue
    }
  }
}

/// The classes `MNIST` and `FashionMNIST`.
enum MNISTType {
  static func make(_ source: MNISTSource, _ locator: DatasetLocator) -> TypeObject {
    DatasetTypes.make(source.name, module: "torchvision.datasets.mnist") { t in
      t.doc = "\(source.name): 28×28 grey images of ten classes."
      t.method("__init__(self, \(MNIST.signature.dropFirst())") { instance, call throws(Raised) in
        let root = try DatasetPath.text(call[1])
        let (train, download) = (try call.bool(2), try call.bool(5))
        let (transform, target) = (try OpValue(hosting: call[3]), try OpValue(hosting: call[4]))
        instance.dataset = try converting { () throws(TensorError) in
          try MNIST(
            source, root: root, train: train, transform: transform, targetTransform: target, download: download,
            locator: locator)
        }
        instance.parts = [call[1], call[3], call[4]]
        return .none
      }
      addAttributes(source, to: t)
      t.slots.repr = { value throws(Raised) in (value.cast(to: DatasetInstance.self)?.dataset as? MNIST)?.text ?? "" }
    }
  }

  private static func addAttributes(_ source: MNISTSource, to t: TypeBuilder<DatasetInstance>) {
    func mnist(_ instance: DatasetInstance) throws(Raised) -> MNIST {
      guard let dataset = try instance.native() as? MNIST else { throw .typeError("not a \(source.name)") }
      return dataset
    }
    func tensor(_ value: Value) throws(Raised) -> Tensor {
      guard let x = value.tensor else { throw .typeError("expected a Tensor, not \(value.type.name)") }
      return x
    }
    t.property(
      "data", "The images.", { instance throws(Raised) in try mnist(instance).data.asValue },
      set: { instance, value throws(Raised) in try mnist(instance).data = try tensor(value) })
    t.property(
      "targets", "The classes.", { instance throws(Raised) in try mnist(instance).targets.asValue },
      set: { instance, value throws(Raised) in try mnist(instance).targets = try tensor(value) })
    for (old, new) in MNIST.renamedAttributes {
      t.property(old, "The old name of `\(new)`.") { instance throws(Raised) in
        try Interpreter.current.warn("\(old) has been renamed \(new)")
        let dataset = try mnist(instance)
        return (new == "data" ? dataset.data : dataset.targets).asValue
      }
    }
    t.attribute("classes", .list(source.classes.map { .string($0) }))
    t.property("class_to_idx", "The number of each class.") { _ throws(Raised) in
      .object(DictObject(source.classes.enumerated().map { ($1, .int($0)) }))
    }
    t.property("train", "Whether these are the images to train with.") { instance throws(Raised) in
      .bool(try mnist(instance).isTraining)
    }
    t.property("root") { instance throws(Raised) in instance.parts.first ?? .none }
    t.property("transform", "What is done to each image.") { instance throws(Raised) in
      instance.parts.count > 1 ? instance.parts[1] : .none
    }
    t.property("target_transform", "What is done to each class.") { instance throws(Raised) in
      instance.parts.count > 2 ? instance.parts[2] : .none
    }
  }
}
