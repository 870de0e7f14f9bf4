import Data
import Interpreter
import NN
import Tensors

extension OpValue {
  /// A script value as an argument of an op.
  init(_ value: Value) throws(Raised) {
    switch value {
    case .none, .unbound: self = .none
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .object(let object): self = try OpValue(object: object)
    }
  }

  private init(object: Object) throws(Raised) {
    switch object {
    case let object as TensorObject: self = .tensor(object.tensor)
    case let text as StrObject: self = .string(text.string)
    case let tuple as TupleObject:
      if tuple.type === SizeType.type {
        self = .size(Shape(tuple.elements.map { $0.intValue ?? 0 }))
      } else {
        self = .tuple(try OpValue.items(tuple.elements))
      }
    case let list as ListObject: self = .list(try OpValue.items(list.elements))
    case let slice as SliceObject:
      let (start, stop, step) = try slice.integers()
      self = .slice(start: start, stop: stop, step: step)
    case let dtype as DTypeObject: self = .dtype(dtype.dtype)
    case let generator as GeneratorObject: self = .object(generator.generator, typeName: "torch.Generator")
    case let device as DeviceObject: self = .string(device.text)
    case let range as RangeObject:
      guard range.count < 1 << 28 else { throw .memoryError("") }
      self = .list((0..<range.count).map { .int(range.start &+ $0 &* range.step) })
    case let array as NDArrayObject: self = .object(array, typeName: "numpy.ndarray")
    case let instance as ModuleInstance: self = .module(try instance.initialised())
    case let image as ImageObject: self = image.image.value
    case let transform as TransformObject: self = .object(transform.transform, typeName: object.type.name)
    case let float as FloatObject: self = .float(float.value)
    case let number as ArrayScalar: self = OpValue(number.scalar)
    default:
      let value = Value.object(object)
      if value.isEllipsis {
        self = .ellipsis
      } else if let number = value.intValue {
        self = .int(number)
      } else if let dtype = value.dtype {
        self = .dtype(dtype)
      } else if object is IntObject {
        throw .runtimeError("Overflow when unpacking long long")
      } else {
        self = .object(object, typeName: object.type.name)
      }
    }
  }

  private static func items(_ values: [Value]) throws(Raised) -> [OpValue] {
    var result: [OpValue] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try OpValue(value)) }
    return result
  }
}

extension Value {
  /// The result of an op for a script.
  init(_ value: OpValue) {
    switch value {
    case .tensor(let tensor): self = tensor.asValue
    case .none: self = .none
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .dtype(let dtype): self = dtype.asValue
    case .size(let shape): self = shape.asValue
    case .list(let items): self = .list(items.map { Value($0) })
    case .tuple(let items): self = .tuple(items.map { Value($0) })
    case .named(let type, let items): self = .object(TupleObject(items.map { Value($0) }, ReturnTypes.type(for: type)))
    case .slice(let start, let stop, let step):
      let bounds = [start, stop, step].map { bound -> Value in bound.map { .int($0) } ?? .none }
      self = .object(SliceObject(bounds[0], bounds[1], bounds[2]))
    case .ellipsis: self = .ellipsis
    case .object(let object, _):
      if let object = object as? Object {
        self = .object(object)
      } else if let generator = object as? Generator {
        self = .object(GeneratorObject(generator))
      } else if let module = object as? Module {
        self = module.asValue
      } else if let image = object as? Image {
        self = ImageObject(image).asValue
      } else if let dictionary = object as? DictionaryItem {
        self = .object(DictObject(dictionary.members.map { ($0.key, Value($0.value)) }))
      } else {
        self = .none
      }
    }
  }

  /// A number of the runtime.
  init(_ scalar: Scalar) {
    switch scalar {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number): self = .float(number)
    }
  }
}
