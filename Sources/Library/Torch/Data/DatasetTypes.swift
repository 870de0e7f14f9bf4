import Data
import Interpreter
import Tensors

/// What scripts hold when they hold a data set: a native one, or an instance of a class derived from `Dataset`.
final class DatasetInstance: Object {
  /// The native data set; nil for classes of the script's.
  var dataset: (any Dataset)?
  /// The tensors or data sets it was made of.
  var parts: [Value] = []

  override init(_ type: TypeObject) { super.init(type) }

  func native() throws(Raised) -> any Dataset {
    guard let dataset else { throw .attributeError("'\(type.name)' object was not initialised: call super().__init__() first") }
    return dataset
  }
}

/// Anything with `__getitem__` and `__len__` as a data set.
final class ScriptDataset: Dataset {
  let value: Value
  init(_ value: Value) { self.value = value }

  func length() throws(TensorError) -> Int { try foreign { () throws(Raised) in try Interpreter.current.length(value) } }

  func item(at index: Int) throws(TensorError) -> OpValue {
    try foreign { () throws(Raised) in
      try Interpreter.current.safePoint()
      return try OpValue(sample: try Interpreter.current.item(value, .int(index)))
    }
  }

  /// The data set that a value stands for.
  static func of(_ value: Value) -> any Dataset {
    if let instance = value.object as? DatasetInstance, let native = instance.dataset, !instance.type.isScriptDefined {
      return native
    }
    return ScriptDataset(value)
  }
}

extension OpValue {
  /// An item of a data set: dictionaries and arrays are taken apart so that they can be collated.
  init(sample value: Value) throws(Raised) {
    if let dictionary = value.cast(to: DictObject.self) {
      var members: [(key: String, value: OpValue)] = []
      for (key, member) in dictionary.pairs {
        guard let name = key.stringValue else {
          self = try OpValue(value)
          return
        }
        members.append((name, try OpValue(sample: member)))
      }
      self = DictionaryItem(members).value
    } else if let array = value.array {
      self = .tensor(array)
    } else if let items = value.sequence, value.object?.type !== SizeType.type {
      var converted: [OpValue] = []
      for item in items { converted.append(try OpValue(sample: item)) }
      self = value.cast(to: TupleObject.self) != nil ? .tuple(converted) : .list(converted)
    } else {
      self = try OpValue(value)
    }
  }
}

/// The classes of data sets.
enum DatasetTypes {
  static let base: TypeObject = TypeObject.native("Dataset", module: "torch.utils.data.dataset", of: DatasetInstance.self) {
    t in
    t.doc = "A collection of items that can be asked for by number; scripts derive from it."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in DatasetInstance(type) }
    t.method("__init__(self, *args, **kwargs)") { _, _ throws(Raised) in .none }
    t.method("__getitem__(self, index)", "The item at a position.") { instance, call throws(Raised) in
      guard let dataset = instance.dataset else {
        throw .notImplementedError("Subclasses of Dataset should implement __getitem__.")
      }
      let index = try call.interpreter.index(call[1])
      return Value(try converting { () throws(TensorError) in try dataset.item(atAnyIndex: index) })
    }
    t.method("__add__(self, other)", "Both data sets, one after the other.") { instance, call throws(Raised) in
      try concatenated([call[0], call[1]])
    }
  }

  /// Data sets that only give their items one after the other; scripts derive from it and define `__iter__`.
  static let iterable: TypeObject = TypeObject.native(
    "IterableDataset", module: "torch.utils.data.dataset", bases: [base], of: DatasetInstance.self
  ) { t in
    t.method("__iter__(self)") { _, _ throws(Raised) in
      throw .notImplementedError("Subclasses of IterableDataset should implement __iter__.")
    }
  }

  /// Native data sets have a length; a script's class has one if it defines it.
  private static let sized: TypeObject = TypeObject.native(
    "Dataset", module: "torch.utils.data.dataset", bases: [base], of: DatasetInstance.self
  ) { t in
    t.method("__len__(self)", "The number of items.") { instance, _ throws(Raised) in
      let dataset = try instance.native()
      return .int(try converting { () throws(TensorError) in try dataset.length() })
    }
  }

  static func make(_ name: String, module: String, _ build: (TypeBuilder<DatasetInstance>) -> Void) -> TypeObject {
    TypeObject.native(name, module: module, bases: [sized], of: DatasetInstance.self, build)
  }

  static let tensorDataset = make("TensorDataset", module: "torch.utils.data.dataset") { t in
    t.method("__init__(self, *tensors)") { instance, call throws(Raised) in
      var tensors: [Tensor] = []
      for value in call.rest(1) {
        guard let x = value.tensor else { throw .attributeError("'\(value.type.name)' object has no attribute 'size'") }
        tensors.append(x)
      }
      instance.dataset = try converting { () throws(TensorError) in try TensorDataset(tensors) }
      instance.parts = call.rest(1)
      return .none
    }
    t.property("tensors", "The tensors.") { instance throws(Raised) in .tuple(instance.parts) }
  }

  static let subset = make("Subset", module: "torch.utils.data.dataset") { t in
    t.method("__init__(self, dataset, indices)") { instance, call throws(Raised) in
      var indices: [Int] = []
      for value in try call.interpreter.elements(of: call[2]) { indices.append(try call.interpreter.index(value)) }
      instance.dataset = Subset(ScriptDataset.of(call[1]), indices: indices)
      instance.parts = [call[1]]
      return .none
    }
    t.property("dataset", "The whole data set.") { instance throws(Raised) in instance.parts.first ?? .none }
    t.property("indices", "Which items are in it.") { instance throws(Raised) in
      .list((instance.dataset as? Subset)?.indices.map { .int($0) } ?? [])
    }
  }

  static let concat = make("ConcatDataset", module: "torch.utils.data.dataset") { t in
    t.method("__init__(self, datasets)") { instance, call throws(Raised) in
      let parts = try call.interpreter.elements(of: call[1])
      instance.dataset = try converting { () throws(TensorError) in try ConcatDataset(parts.map { ScriptDataset.of($0) }) }
      instance.parts = parts
      return .none
    }
    t.property("datasets", "The data sets.") { instance throws(Raised) in .list(instance.parts) }
    t.property("cumulative_sizes") { instance throws(Raised) in
      .list((instance.dataset as? ConcatDataset)?.cumulativeSizes.map { .int($0) } ?? [])
    }
  }

  private static func concatenated(_ parts: [Value]) throws(Raised) -> Value {
    try Interpreter.current.call(concat.asValue, [.list(parts)])
  }

  /// A `Subset` of a script's data set.
  static func subset(_ part: Subset, of whole: Value) -> Value {
    let instance = DatasetInstance(subset)
    instance.dataset = part
    instance.parts = [whole]
    return instance.asValue
  }
}
