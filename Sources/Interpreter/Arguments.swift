/// The arguments of a call to a native function, in the slots of its signature: slot i is the signature's i-th parameter.
///
/// A parameter that was not given holds its literal default, or `.unbound` where the signature has no literal for it (a name such
/// as `torch.float32`). `*args` arrives as one tuple, `**kw` as one dict. The values live on the evaluator's stack and are valid
/// during the call only.
package struct Arguments {
  /// The interpreter that runs the call.
  package unowned(unsafe) let interpreter: Interpreter
  let base: UnsafeMutablePointer<Value>
  /// How many slots there are.
  package let count: Int
  /// The names of the trailing keyword arguments of a call that is not bound to a signature yet.
  var keywordNames: TupleObject? { keywords?.takeUnretainedValue() }
  var function: NativeFunction? { calledFunction?.takeUnretainedValue() }
  private let keywords: Unmanaged<TupleObject>?
  private let calledFunction: Unmanaged<NativeFunction>?

  init(
    _ interpreter: Interpreter, _ base: UnsafeMutablePointer<Value>, _ count: Int, keywordNames: TupleObject? = nil,
    function: NativeFunction? = nil
  ) {
    self.interpreter = interpreter
    self.base = base
    self.count = count
    self.keywords = keywordNames.map { Unmanaged.passUnretained($0) }
    self.calledFunction = function.map { Unmanaged.passUnretained($0) }
  }

  /// The same without counting references.
  @inline(__always) init(
    unmanaged interpreter: Interpreter, _ base: UnsafeMutablePointer<Value>, _ count: Int, keywords: Unmanaged<TupleObject>?,
    function: Unmanaged<NativeFunction>
  ) {
    self.interpreter = interpreter
    self.base = base
    self.count = count
    self.keywords = keywords
    self.calledFunction = function
  }

  /// The value in a slot.
  @inline(__always) package subscript(index: Int) -> Value {
    precondition(index < count, "a native function reads no slot beyond its signature")
    return base[index]
  }

  /// Whether a slot holds a value that is not None.
  @inline(__always) package func has(_ index: Int) -> Bool {
    switch self[index] {
    case .unbound, .none: return false
    default: return true
    }
  }

  /// Whether a slot holds any value.
  @inline(__always) package func isGiven(_ index: Int) -> Bool { !self[index].isUnbound }

  /// The elements of the slot of `*args`.
  package func rest(_ index: Int) -> [Value] { self[index].cast(to: TupleObject.self)?.elements ?? [] }

  /// The entries of the slot of `**kw`.
  package func keywords(_ index: Int) -> [(name: String, value: Value)] {
    guard let dict = self[index].cast(to: DictObject.self) else { return [] }
    return dict.pairs.map { ($0.key.stringValue ?? "", $0.value) }
  }

  /// An integer (bool and `__index__` accepted); TypeError otherwise.
  package func int(_ index: Int) throws(Raised) -> Int {
    if case .int(let value) = self[index] { return value }
    return try interpreter.index(self[index])
  }

  /// A truth value: any object is asked.
  package func bool(_ index: Int) throws(Raised) -> Bool {
    if case .bool(let value) = self[index] { return value }
    return try interpreter.isTrue(self[index])
  }

  /// A float (int, bool and `__float__` accepted); TypeError otherwise.
  package func double(_ index: Int) throws(Raised) -> Double {
    if case .float(let value) = self[index] { return value }
    return try interpreter.double(self[index])
  }

  /// The text of a `str`; TypeError otherwise.
  package func string(_ index: Int) throws(Raised) -> String {
    guard let text = self[index].stringValue else {
      throw .typeError("\(functionName)() argument '\(parameterName(index))' must be str, not \(self[index].type.name)")
    }
    return text
  }

  /// An object of a Swift class; TypeError naming the parameter otherwise.
  package func object<T: Object>(_ index: Int, _ type: T.Type, _ expected: String) throws(Raised) -> T {
    guard let object = self[index].cast(to: type) else {
      throw .typeError("\(functionName)(): argument '\(parameterName(index))' must be \(expected), not \(self[index].type.name)")
    }
    return object
  }

  /// How many arguments were given by position, in a call that is not bound to a signature; those given by name follow them.
  @inline(__always) package var positionalCount: Int { count &- (keywordNames?.count ?? 0) }

  /// The name of an argument at or after `positionalCount`, in a call that is not bound to a signature.
  package func keywordName(_ index: Int) -> String {
    guard let names = keywordNames, index >= positionalCount, index < count else { return "" }
    return names[index &- positionalCount].stringValue ?? ""
  }

  /// The arguments after the first one, in a call that is not bound to a signature.
  package var droppingFirst: Arguments {
    precondition(count > 0, "a method has a receiver")
    return Arguments(interpreter, base + 1, count &- 1, keywordNames: keywordNames, function: function)
  }

  /// The name of the called function.
  package var functionName: String { function?.name ?? "function" }

  /// The name of a slot.
  package func parameterName(_ index: Int) -> String {
    guard let parameters = function?.signature.parameters, index < parameters.count else { return "\(index + 1)" }
    return parameters[index].name
  }
}
