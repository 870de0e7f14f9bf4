import Signatures

/// A function written in Swift that scripts call: a signature, a docstring and a body that gets the arguments in the signature's slots.
package final class NativeFunction: Object {
  /// How the function behaves as a class attribute.
  package enum Kind: UInt8 { case function, method, classMethod }

  /// The name without module or class.
  package let name: String
  /// The docstring.
  package let doc: String
  /// The parameters.
  package var signature: Signature { binder.signature }
  /// The module that shows in reprs and help.
  package var module = "builtins"
  /// The class that the function is a method of.
  package unowned(unsafe) var owner: TypeObject?
  package var kind: Kind = .function
  let binder: NativeBinder
  let body: (Arguments) throws(Raised) -> Value
  /// With how many positional arguments the body can be called as they stand; −1 where they must be bound first.
  final fileprivate(set) var directSlots = -1
  /// The value of `directSlots` where the body takes any arguments as they stand.
  static let anyCount = -2
  /// The evaluator's short cut for frequent calls.
  final var quick = QuickCall.none

  /// Makes a function from a signature such as `clip(x, low=0, high: float = 1.0, *, out=None)`.
  package init(_ signature: String, doc: String = "", _ body: @escaping (Arguments) throws(Raised) -> Value) {
    binder = NativeBinder(signature, name: nil)
    var name = signature
    if let open = signature.firstIndex(of: "(") { name = String(signature[..<open]) }
    if let dot = name.lastIndex(of: ".") { name = String(name[name.index(after: dot)...]) }
    self.name = name
    self.doc = doc
    self.body = body
    super.init(.builtinFunction, .native)
    binder.function = self
  }

  /// Makes a function that reads its arguments as they were given (see `Arguments.positionalCount`), because it has overloads; the
  /// signature is for messages and help.
  package init(
    unbound signature: String, name: String, doc: String = "", _ body: @escaping (Arguments) throws(Raised) -> Value
  ) {
    binder = NativeBinder(signature, name: name)
    binder.passesThrough = true
    directSlots = NativeFunction.anyCount
    self.name = name
    self.doc = doc
    self.body = body
    super.init(.builtinFunction, .native)
    binder.function = self
  }

  /// Calls with raw arguments, which are bound first.
  func call(_ arguments: Arguments) throws(Raised) -> Value { try binder.bind(arguments, body) }
}

/// Puts the arguments of a call into the slots of a signature.
package final class NativeBinder {
  package let signature: Signature
  unowned(unsafe) var function: NativeFunction?
  private let name: String?
  private var defaults: [Value] = []
  private var isPrepared = false
  /// Whether the body binds its arguments itself.
  var passesThrough = false
  /// Whether it binds the arguments of a built-in class.
  var isBuiltinClass = false
  private var slotCount = 0
  private var names: [StrObject] = []
  private var hasVariadic = false
  /// Whether every parameter may be given by position.
  private var takesAllInPlace = false
  private var parameters: [Signatures.Parameter] = []
  private var limit = 0
  private var required = 0
  private var requiresKeyword = false
  private var restSlot = -1
  private var keywordSlot = -1

  init(_ signature: String, name: String?) {
    self.signature = Signature(signature)
    self.name = name
  }

  private func prepare() {
    isPrepared = true
    for parameter in signature.parameters {
      names.append(StrObject.intern(parameter.name))
      switch parameter.kind {
      case .varPositional, .varKeyword:
        hasVariadic = true
        defaults.append(.unbound)
      default: defaults.append(parameter.defaultValue.map { NativeBinder.value(of: $0) } ?? .unbound)
      }
    }
    slotCount = defaults.count
    parameters = signature.parameters
    limit = signature.positionalLimit
    takesAllInPlace = !hasVariadic && limit == slotCount
    if takesAllInPlace { function?.directSlots = slotCount }
    required = signature.requiredPositional
    requiresKeyword = parameters.contains { $0.kind == .keywordOnly && $0.isRequired }
    restSlot = signature.varPositionalSlot ?? -1
    keywordSlot = signature.varKeywordSlot ?? -1
  }

  static func value(of literal: Literal) -> Value {
    switch literal {
    case .none: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    case .string(let value): return .string(value)
    case .tuple(let elements): return .tuple(elements.map { value(of: $0) })
    case .list(let elements): return .list(elements.map { value(of: $0) })
    case .name: return .unbound
    }
  }

  /// Runs a body over the bound arguments. All-positional calls that fill every slot are bound where they stand; others are
  /// bound in a window above them on the evaluator's stack.
  @inline(__always) func bind(_ call: Arguments, _ body: (Arguments) throws(Raised) -> Value) throws(Raised) -> Value {
    if !isPrepared {
      if passesThrough {
        return try body(
          Arguments(call.interpreter, call.base, call.count, keywordNames: call.keywordNames, function: function))
      }
      prepare()
    }
    if call.count == slotCount, call.keywordNames == nil, takesAllInPlace {
      return try body(Arguments(call.interpreter, call.base, slotCount, function: function))
    }
    return try bindInWindow(call, body)
  }

  @inline(never) private func bindInWindow(
    _ call: Arguments, _ body: (Arguments) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let interpreter = call.interpreter
    let keywordCount = call.keywordNames?.count ?? 0
    let positional = call.count - keywordCount
    let window = try interpreter.reserveWindow(above: call.base + call.count, count: slotCount)
    defer { interpreter.releaseWindow(window, count: slotCount) }
    if keywordCount == 0, hasVariadic, positional >= required, !requiresKeyword, positional <= limit || restSlot >= 0 {
      // Only positional arguments for `*args` and `**kw`.
      for i in 0..<limit { window[i] = i < positional ? call.base[i] : defaults[i] }
      for i in limit..<slotCount { window[i] = defaults[i] }
      if restSlot >= 0 {
        let surplus = max(positional - limit, 0)
        window[restSlot] = .object(TupleObject(copying: call.base + min(limit, positional), count: surplus))
      }
      if keywordSlot >= 0 { window[keywordSlot] = .object(DictObject()) }
    } else if keywordCount == 0, !hasVariadic, positional <= limit, positional >= required, !requiresKeyword {
      for i in 0..<positional { window[i] = call.base[i] }
      for i in positional..<max(slotCount, positional) { window[i] = defaults[i] }
    } else if !(try bindSimpleKeywords(call, positional, window)) {
      try bindAny(call, positional, window)
    }
    return try body(Arguments(interpreter, window, slotCount, function: function))
  }

  /// Positional arguments and known keywords without `*args` and `**kw`: no allocation. False when the general way is needed.
  private func bindSimpleKeywords(
    _ call: Arguments, _ positional: Int, _ window: UnsafeMutablePointer<Value>
  ) throws(Raised) -> Bool {
    guard !hasVariadic, positional <= limit, let keywordNames = call.keywordNames else { return false }
    for i in 0..<slotCount { window[i] = i < positional ? call.base[i] : .unbound }
    let parameters = parameters
    for k in 0..<keywordNames.count {
      guard case .object(let name) = keywordNames.storage[k] else { return false }
      var slot = -1
      for i in 0..<slotCount where names[i] === name { slot = i }
      if slot < positional || parameters[slot].kind == .positionalOnly || !window[slot].isUnbound { return false }
      window[slot] = call.base[positional + k]
    }
    for i in positional..<max(slotCount, positional) where window[i].isUnbound {
      if parameters[i].isRequired { return false }
      window[i] = defaults[i]
    }
    return true
  }

  private func bindAny(_ call: Arguments, _ positional: Int, _ window: UnsafeMutablePointer<Value>) throws(Raised) {
    var keywords: [String] = []
    if let keywordNames = call.keywordNames {
      for i in 0..<keywordNames.count { keywords.append(keywordNames.storage[i].stringValue ?? "") }
    }
    let binding: Binding
    do {
      binding = try signature.bind(positionalCount: positional, keywords: keywords, calledName: displayName)
    } catch {
      throw .typeError(nativeWording(positional, keywords) ?? error.message)
    }
    for i in 0..<slotCount {
      let source = binding.sources[i]
      window[i] = source >= 0 ? call.base[source] : defaults[i]
    }
    if let slot = signature.varPositionalSlot {
      window[slot] = .tuple(binding.extraPositional.map { call.base[$0] })
    }
    if let slot = signature.varKeywordSlot {
      let dict = DictObject()
      for index in binding.extraKeywords { dict.set(StrObject.intern(keywords[index - positional]), call.base[index]) }
      window[slot] = .object(dict)
    }
  }

  /// The modules whose functions CPython writes in C.
  static let nativeModules: Set<String> = ["builtins", "itertools", "math", "operator", "time", "_functools"]

  /// Methods of texts whose counts CPython words in another way.
  private static let searches: Set<String> = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]

  /// What Python says when a function of its own, with positional-only parameters, is called with a wrong number of arguments or
  /// with keywords that it does not have; nil where the general wording serves.
  private func nativeWording(_ given: Int, _ keywords: [String]) -> String? {
    let isInitialiser = function?.name == "__init__"
    let isMethod = function?.kind == .method
    let name = isInitialiser ? function?.owner?.name ?? "" : self.name ?? signature.name
    let parameters = signature.parameters.dropFirst(isMethod ? 1 : 0)
    guard function.map({ NativeBinder.nativeModules.contains($0.module) }) ?? isBuiltinClass else { return nil }
    // What a library defines has the messages of functions written in Python.
    if let owner = function?.owner, owner.module.hasPrefix("torch") { return nil }
    if let unknown = keywords.first(where: { word in !parameters.contains { $0.name == word && $0.kind != .positionalOnly } }) {
      let takesKeywords = parameters.contains { $0.kind != .positionalOnly && $0.kind != .varPositional }
      return takesKeywords
        ? "'\(unknown)' is an invalid keyword argument for \(name)()" : "\(name)() takes no keyword arguments"
    }
    let count = given - (isMethod ? 1 : 0)
    if count < 0 { return nil }
    let positional = parameters.filter { $0.kind == .positionalOnly || $0.kind == .standard }
    if positional.isEmpty, count > 0, parameters.contains(where: { $0.kind == .keywordOnly }) {
      return "\(name)() takes no positional arguments"
    }
    if let index = parameters.firstIndex(where: { $0.kind == .standard }) {
      let missing = positional.dropFirst(count).first { $0.isRequired && !keywords.contains($0.name) }
      guard let missing else {
        let total = count + keywords.count
        let isByPosition = count > positional.count && total <= parameters.count
        guard count > positional.count, !parameters.contains(where: { $0.kind == .varPositional }) else { return nil }
        let most = isByPosition ? positional.count : parameters.count
        return "\(name)() takes at most \(most) \(isByPosition ? "positional " : "")argument\(most == 1 ? "" : "s") "
          + "(\(isByPosition ? count : total) given)"
      }
      if missing.kind == .positionalOnly {
        let least = positional.filter { $0.kind == .positionalOnly && $0.isRequired }.count
        return "\(name)() takes at least \(least) positional argument\(least == 1 ? "" : "s") (\(count) given)"
      }
      let place = (positional.firstIndex { $0.name == missing.name } ?? index) + 1
      return "\(name)() missing required argument '\(missing.name)' (pos \(place))"
    }
    guard keywords.isEmpty, !parameters.contains(where: { $0.kind == .varPositional }) else { return nil }
    let least = positional.filter(\.isRequired).count
    let most = positional.count
    var qualified = isMethod && !isInitialiser ? "\(function?.owner?.name ?? "").\(name)" : name
    if function?.owner == nil, let module = function?.module, module != "builtins" { qualified = "\(module).\(name)" }
    if most == 0 { return "\(qualified)() takes no arguments (\(count) given)" }
    if least == 1, most == 1, !parameters.contains(where: { $0.kind == .keywordOnly }) {
      return "\(qualified)() takes exactly one argument (\(count) given)"
    }
    if NativeBinder.searches.contains(name), let owner = function?.owner, owner !== TypeObject.list, owner !== TypeObject.tuple
    {
      let bound = count < least ? least : most
      return "\(name)() takes at \(count < least ? "least" : "most") \(bound) argument\(bound == 1 ? "" : "s") (\(count) given)"
    }
    let (bound, word) = count < least ? (least, "at least ") : (most, "at most ")
    return "\(name) expected \(least == most ? "" : word)\(bound) argument\(bound == 1 ? "" : "s"), got \(count)"
  }

  private var displayName: String {
    if let owner = function?.owner { return "\(owner.name).\(signature.name)" }
    return name ?? signature.name
  }
}

/// A method with its receiver: native or script function, called with the receiver as first argument.
package final class BoundMethodObject: Object {
  /// The receiver (`__self__`).
  package let receiver: Value
  /// The function (`__func__`).
  package let function: Value

  package init(_ receiver: Value, _ function: Value) {
    self.receiver = receiver
    self.function = function
    super.init(function.cast(to: NativeFunction.self) == nil ? .boundMethod : .boundNative, .boundMethod)
  }
}

/// A computed attribute written in Swift.
package final class NativeProperty: Object {
  package let name: String
  package let owner: TypeObject
  package let doc: String
  let get: (Value) throws(Raised) -> Value
  let set: ((Value, Value) throws(Raised) -> Void)?

  init(
    name: String, owner: TypeObject, doc: String, get: @escaping (Value) throws(Raised) -> Value,
    set: ((Value, Value) throws(Raised) -> Void)?
  ) {
    self.name = name
    self.owner = owner
    self.doc = doc
    self.get = get
    self.set = set
    super.init(.getSetDescriptor)
  }
}

/// `property`.
package final class PropertyObject: Object {
  package var getter: Value
  package var setter: Value
  package var deleter: Value
  package var doc: Value
  /// The name it has in its class.
  var name = ""

  package init(
    _ getter: Value, _ setter: Value = .none, _ deleter: Value = .none, doc: Value = .none, type: TypeObject = .property
  ) {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.doc = doc
    super.init(type)
  }
}

/// `staticmethod`.
package final class StaticMethodObject: Object {
  package let function: Value
  package init(_ function: Value, _ type: TypeObject = .staticMethod) {
    self.function = function
    super.init(type)
  }
}

/// `classmethod`.
package final class ClassMethodObject: Object {
  package let function: Value
  package init(_ function: Value, _ type: TypeObject = .classMethod) {
    self.function = function
    super.init(type)
  }
}
