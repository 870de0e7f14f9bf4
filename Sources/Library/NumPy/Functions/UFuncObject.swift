import Interpreter
import Tensors

/// `numpy.ufunc`: a function of elements, such as `numpy.sin` or `numpy.add`, with its reductions.
final class UFuncObject: Object {
  let name: String
  let inputCount: Int
  private let body: ([Value]) throws(Raised) -> Value

  init(_ name: String, _ inputCount: Int, _ body: @escaping ([Value]) throws(Raised) -> Value) {
    self.name = name
    self.inputCount = inputCount
    self.body = body
    super.init(UFuncObject.typeObject)
  }

  func run(_ arguments: [Value]) throws(Raised) -> Value { try body(arguments) }

  static let typeObject: TypeObject = TypeObject.native("ufunc", module: "numpy", of: UFuncObject.self) { t in
    t.doc = "A function that is applied element by element, with broadcasting."
    t.property("__name__", "The name.") { ufunc throws(Raised) in .string(ufunc.name) }
    t.property("nin", "The number of arguments.") { ufunc throws(Raised) in .int(ufunc.inputCount) }
    t.property("nout", "The number of results.") { _ throws(Raised) in 1 }
    t.slots.repr = { value throws(Raised) in "<ufunc '\(value.cast(to: UFuncObject.self)?.name ?? "")'>" }
    t.slots.call = { value, call throws(Raised) in
      guard let ufunc = value.cast(to: UFuncObject.self) else { return .none }
      return try ufunc.call(call)
    }
    t.method("reduce(self, array, axis=0, dtype=None, out=None, keepdims=False)", "Combines the elements along an axis.") {
      ufunc, call throws(Raised) in
      let names = [
        "add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_and": "all", "logical_or": "any",
      ]
      guard let name = names[ufunc.name] else {
        throw .notImplementedError("numpy.\(ufunc.name).reduce is not implemented in Lectern")
      }
      let x = try ArrayConversion.tensor(call[1])
      let dtype = call.has(3) ? try ArrayDTypeObject.numeric(call[3]) : nil
      return NDArrayType.wrap(
        try ArrayReductions.reduce(name, x, try ArrayArguments.axes(call[2], x.dim), dtype, keepdims: try call.bool(5)))
    }
    t.method("accumulate(self, array, axis=0, dtype=None, out=None)", "The results of combining ever more elements.") {
      ufunc, call throws(Raised) in
      let names = ["add": "cumsum", "multiply": "cumprod", "maximum": "cummax", "minimum": "cummin"]
      guard let name = names[ufunc.name] else {
        throw .notImplementedError("numpy.\(ufunc.name).accumulate is not implemented in Lectern")
      }
      let x = try ArrayConversion.tensor(call[1])
      let dtype = call.has(3) ? try ArrayDTypeObject.numeric(call[3]) : nil
      return NDArrayType.wrap(try ArrayReductions.running(name, x, try ArrayArguments.axis(call[2], x.dim), dtype))
    }
    t.method("outer(self, A, B)", "The function of all pairs of elements.") { ufunc, call throws(Raised) in
      let (a, b) = (try ArrayConversion.array(call[1]), try ArrayConversion.array(call[2]))
      let column = try ArrayShapes.view(a.view, Shape(Array(a.view.shape) + Array(repeating: 1, count: b.view.dim)))
      return try ufunc.run([NDArrayObject(column).asValue, b.asValue])
    }
    t.method("at(self, a, indices, b=None)", "Changes elements in place, repeated indices repeatedly.") {
      ufunc, call throws(Raised) in
      try ufunc.apply(at: call)
      return .none
    }
  }

  private func apply(at call: Arguments) throws(Raised) {
    let interpreter = call.interpreter
    let indices: Value = call[2].sequence.map { .list($0) } ?? call[2]
    let (x, places) = (try ArrayConversion.array(call[1]), try ArrayConversion.array(indices))
    guard places.pool == nil, places.view.dtype.kind == .int, call[2].cast(to: TupleObject.self) == nil else {
      throw .notImplementedError("numpy.\(name).at takes one array of integers in Lectern")
    }
    let count = places.view.elementCount
    var operands: [Value] = []
    if call.has(3) {
      let b = try ArrayConversion.array(call[3])
      let shape = Shape(Array(places.view.shape) + Array(x.view.shape.dropFirst()))
      guard let fitting = StridedElements.broadcast(b.view, to: shape) else {
        throw .valueError("array is not broadcastable to correct shape")
      }
      let rows = NDArrayObject(try ArrayShapes.view(fitting, Shape([count] + Array(x.view.shape.dropFirst()))))
      for i in 0..<count { operands.append(ArrayIndexing.row(rows, i)) }
    }
    for (i, place) in ArrayConversion.elements(of: places).enumerated() {
      let index = ArrayScalar.plain(place)
      let old = try interpreter.item(x.asValue, index)
      try interpreter.setItem(x.asValue, index, try run(operands.isEmpty ? [old] : [old, operands[i]]))
    }
  }

  private func call(_ call: Arguments) throws(Raised) -> Value {
    var arguments: [Value] = []
    for i in 0..<call.positionalCount { arguments.append(call[i]) }
    var out: Value = .none
    var mask: Value = .none
    var dtype: DType?
    for i in call.positionalCount..<call.count {
      switch call.keywordName(i) {
      case "out": out = call[i].cast(to: TupleObject.self)?.elements.first ?? call[i]
      case "where": mask = call[i]
      case "dtype": dtype = call[i].isNone ? nil : try ArrayDTypeObject.numeric(call[i])
      case "casting", "order", "subok": break
      case let other: throw .typeError("\(name)() got an unexpected keyword argument '\(other)'")
      }
    }
    if arguments.count == inputCount + 1 { out = arguments.removeLast() }
    guard arguments.count == inputCount else {
      throw .typeError(
        "\(name)() takes from \(inputCount) to \(inputCount + 1) positional arguments but \(arguments.count) \(arguments.count == 1 ? "was" : "were") given"
      )
    }
    if let dtype {
      for i in arguments.indices {
        arguments[i] = NDArrayType.wrap(try ArrayConversion.tensor(arguments[i], dtype: dtype))
      }
    }
    let result = try run(arguments)
    guard !out.isNone else {
      if mask.isNone || mask.boolValue == true { return result }
      let zero = try ArrayConversion.tensor(result)
      let blank = NDArrayObject(try converting { () throws(TensorError) in try Tensor.zeros(zero.shape, dtype: zero.dtype) })
      try ArrayIndexing.set(blank.asValue, mask, try call.interpreter.item(result, mask))
      return blank.asValue
    }
    guard let target = out.cast(to: NDArrayObject.self) else { throw .typeError("return arrays must be of ArrayType") }
    let source = try ArrayConversion.tensor(result)
    try ArrayOperators.checkCast(source.dtype, target.view.dtype, name)
    if mask.isNone || mask.boolValue == true {
      guard StridedElements.broadcast(source, to: target.view.shape) != nil else {
        throw .valueError(
          "non-broadcastable output operand with shape \(ArrayText.tuple(target.view.shape).spaceless) doesn't match the broadcast shape "
            + ArrayText.tuple(source.shape).spaceless)
      }
      try ArrayIndexing.assign(NDArrayObject(source).asValue, to: target.view, of: target)
    } else {
      try ArrayIndexing.set(out, mask, try call.interpreter.item(NDArrayObject(source).asValue, mask))
    }
    return out
  }
}
