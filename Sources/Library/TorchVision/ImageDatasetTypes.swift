import Data
import Interpreter
import Tensors

/// The classes `ImageFolder`, `CIFAR10` and `CIFAR100`.
enum ImageDatasetTypes {
  /// `torchvision.datasets.ImageFolder`.
  static let imageFolder: TypeObject = DatasetTypes.make("ImageFolder", module: "torchvision.datasets.folder") { t in
    t.doc = "Pictures sorted into one folder a class: root/class/name.jpg."
    t.method("__init__(self, \(ImageFolder.signature.dropFirst())") { instance, call throws(Raised) in
      let root = try DatasetPath.text(call[1])
      let (transform, target) = (try OpValue(hosting: call[2]), try OpValue(hosting: call[3]))
      let (loader, check, allowsEmpty) = (try OpValue(hosting: call[4]), try OpValue(hosting: call[5]), try call.bool(6))
      instance.dataset = try converting { () throws(TensorError) in
        try ImageFolder(
          root: root, transform: transform, targetTransform: target, loader: loader, isValid: check, allowsEmpty: allowsEmpty)
      }
      instance.parts = [call[1], call[2], call[3]]
      return .none
    }
    func folder(_ instance: DatasetInstance) throws(Raised) -> ImageFolder {
      guard let dataset = try instance.native() as? ImageFolder else { throw .typeError("not an ImageFolder") }
      return dataset
    }
    t.property("classes", "The names of the classes.") { instance throws(Raised) in
      .list(try folder(instance).classes.map { .string($0) })
    }
    t.property("class_to_idx", "The number of each class.") { instance throws(Raised) in
      .object(DictObject(try folder(instance).classes.enumerated().map { ($1, .int($0)) }))
    }
    for name in ["samples", "imgs"] {
      t.property(name, "The files with their classes' numbers.") { instance throws(Raised) in
        .list(try folder(instance).samples.map { .tuple([.string($0.path), .int($0.target)]) })
      }
    }
    t.property("targets", "The classes' numbers.") { instance throws(Raised) in
      .list(try folder(instance).samples.map { .int($0.target) })
    }
    addTransforms(to: t) { instance, transform, target throws(Raised) in
      let dataset = try folder(instance)
      if let transform { dataset.transform = try transforming(transform) }
      if let target { dataset.targetTransform = try transforming(target) }
    }
    t.slots.repr = { value throws(Raised) in (value.cast(to: DatasetInstance.self)?.dataset as? ImageFolder)?.text ?? "" }
  }

  /// `torchvision.datasets.CIFAR10` or `CIFAR100`.
  static func cifar(_ kind: CIFAR.Kind, _ locator: DatasetLocator) -> TypeObject {
    DatasetTypes.make(kind.rawValue, module: "torchvision.datasets.cifar") { t in
      t.doc = "\(kind.rawValue): 32×32 colour images."
      t.method("__init__(self, \(CIFAR.signature.dropFirst())") { instance, call throws(Raised) in
        let (root, train, download) = (try DatasetPath.text(call[1]), try call.bool(2), try call.bool(5))
        let (transform, target) = (try OpValue(hosting: call[3]), try OpValue(hosting: call[4]))
        instance.dataset = try converting { () throws(TensorError) in
          try CIFAR(
            kind, root: root, train: train, transform: transform, targetTransform: target, download: download,
            locator: locator)
        }
        instance.parts = [call[1], call[3], call[4]]
        return .none
      }
      func cifar(_ instance: DatasetInstance) throws(Raised) -> CIFAR {
        guard let dataset = try instance.native() as? CIFAR else { throw .typeError("not a \(kind.rawValue)") }
        return dataset
      }
      t.property("data", "The images, [N, 32, 32, 3].") { instance throws(Raised) in
        NDArrayObject(try cifar(instance).data).asValue
      }
      t.property("targets", "The classes' numbers.") { instance throws(Raised) in
        .list(try cifar(instance).targets.map { .int($0) })
      }
      t.property("classes", "The names of the classes.") { instance throws(Raised) in
        .list(try cifar(instance).classes.map { .string($0) })
      }
      t.property("class_to_idx", "The number of each class.") { instance throws(Raised) in
        .object(DictObject(try cifar(instance).classes.enumerated().map { ($1, .int($0)) }))
      }
      t.property("train", "Whether these are the images to train with.") { instance throws(Raised) in
        .bool(try cifar(instance).isTraining)
      }
      addTransforms(to: t) { instance, transform, target throws(Raised) in
        let dataset = try cifar(instance)
        if let transform { dataset.transform = try transforming(transform) }
        if let target { dataset.targetTransform = try transforming(target) }
      }
      t.slots.repr = { value throws(Raised) in (value.cast(to: DatasetInstance.self)?.dataset as? CIFAR)?.text ?? "" }
    }
  }

  private static func transforming(_ value: Value) throws(Raised) -> (any Transform)? {
    let hosted = try OpValue(hosting: value)
    return try converting { () throws(TensorError) in try hosted.transform() }
  }

  private static func addTransforms(
    to t: TypeBuilder<DatasetInstance>, _ change: @escaping (DatasetInstance, Value?, Value?) throws(Raised) -> Void
  ) {
    t.property("root") { instance throws(Raised) in instance.parts.first ?? .none }
    t.property(
      "transform", "What is done to each image.",
      { instance throws(Raised) in instance.parts.count > 1 ? instance.parts[1] : .none },
      set: { instance, value throws(Raised) in
        try change(instance, value, nil)
        if instance.parts.count > 1 { instance.parts[1] = value }
      })
    t.property(
      "target_transform", "What is done to each class.",
      { instance throws(Raised) in instance.parts.count > 2 ? instance.parts[2] : .none },
      set: { instance, value throws(Raised) in
        try change(instance, nil, value)
        if instance.parts.count > 2 { instance.parts[2] = value }
      })
  }
}

/// Paths that name data sets: text or `pathlib.Path`.
enum DatasetPath {
  static func text(_ value: Value) throws(Raised) -> String {
    if let text = value.stringValue { return text }
    return try Interpreter.current.str(value)
  }
}
