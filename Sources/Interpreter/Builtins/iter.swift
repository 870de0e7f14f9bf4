/// `iter`, `next` and `len`.
enum IterationFunctions {
  static func install(in module: ModuleObject) {
    module.function("iter(object, sentinel=unset, /)", "An iterator over an object, or over the results of a function.") {
      call throws(Raised) -> Value in
      guard call.isGiven(1) else { return try call.interpreter.iterator(of: call[0]) }
      guard call.interpreter.isCallable(call[0]) else { throw .typeError("iter(v, w): v must be callable") }
      return .object(FallbackIterators.callable(call[0], until: call[1]))
    }
    module.function("next(iterator, default=unset, /)", "The next element; at the end the default or StopIteration.") {
      call throws(Raised) -> Value in
      if let element = try call.interpreter.next(call[0]) { return element }
      if call.isGiven(1) { return call[1] }
      guard let generator = call[0].cast(to: GeneratorObject.self) else { throw .stopIteration() }
      defer { generator.returned = .none }
      throw .stopIteration(generator.returned)
    }
    module.function("len(obj, /)", "The number of elements.") { call throws(Raised) -> Value in
      .int(try call.interpreter.length(call[0]))
    }
  }
}
