/// The native part of `functools`: what is called often.
enum FunctoolsModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("_functools")
    module.function("reduce(function, iterable, initial=unset, /)") { call throws(Raised) -> Value in
      let interpreter = call.interpreter
      let function = call[0]
      var result: Value? = call.isGiven(2) ? call[2] : nil
      if interpreter.isStackLow { throw interpreter.recursionError() }
      let source: Value
      do throws(Raised) {
        source = try interpreter.iterator(of: call[1])
      } catch {
        if error.exception.type === TypeObject.typeError { throw .typeError("reduce() arg 2 must support iteration") }
        throw error
      }
      try interpreter.forEach(source) { (element) throws(Raised) in
        if let before = result { result = try interpreter.call(function, [before, element]) } else { result = element }
      }
      guard let result else { throw .typeError("reduce() of empty iterable with no initial value") }
      return result
    }
    module.set("partial", partial.asValue)
    module.set("lru_wrapper", lruWrapper.asValue)
    return module.asValue
  }

  private static func arguments(_ call: Arguments, from first: Int) -> (positional: [Value], keywords: [(String, Value)]) {
    var positional: [Value] = []
    for index in first..<max(first, call.positionalCount) { positional.append(call[index]) }
    var keywords: [(String, Value)] = []
    for index in call.positionalCount..<call.count { keywords.append((call.keywordName(index), call[index])) }
    return (positional, keywords)
  }

  private static let partial: TypeObject = TypeObject.native("partial", module: "functools", of: PartialObject.self) { t in
    t.hasAttributes = true
    t.construct("partial(func, /, *args, **keywords)") { type, call throws(Raised) -> Value in
      if !call.interpreter.isCallable(call[0]) { throw .typeError("the first argument must be callable") }
      var function = call[0]
      var positional = call.rest(1)
      var keywords = call.keywords(2).map { ($0.name, $0.value) }
      if let inner = function.cast(to: PartialObject.self), inner.type === type {
        function = inner.function
        positional = inner.positional + positional
        keywords = merged(inner.keywords, keywords)
      }
      return .object(PartialObject(type, function, positional, keywords))
    }
    t.property("func") { partial throws(Raised) in partial.function }
    t.property("args") { partial throws(Raised) in .tuple(partial.positional) }
    t.property("keywords") { partial throws(Raised) in .object(DictObject(partial.keywords)) }
    t.slots.call = { value, call throws(Raised) -> Value in
      guard let partial = value.cast(to: PartialObject.self) else { return .none }
      let (positional, keywords) = arguments(call, from: 0)
      return try call.interpreter.call(
        partial.function, partial.positional + positional, keywords: merged(partial.keywords, keywords))
    }
    t.slots.repr = { value throws(Raised) in
      guard let partial = value.cast(to: PartialObject.self) else { return "" }
      var parts = [try Interpreter.current.repr(partial.function)]
      for argument in partial.positional { parts.append(try Interpreter.current.repr(argument)) }
      for (name, argument) in partial.keywords { parts.append("\(name)=\(try Interpreter.current.repr(argument))") }
      return "functools.partial(\(parts.joined(separator: ", ")))"
    }
  }

  private static func merged(_ old: [(String, Value)], _ new: [(String, Value)]) -> [(String, Value)] {
    var result = old
    for (name, value) in new {
      if let place = result.firstIndex(where: { $0.0 == name }) { result[place].1 = value } else { result.append((name, value)) }
    }
    return result
  }

  private static let cacheInfo = NamedTuples.type("CacheInfo", "functools", ["hits", "misses", "maxsize", "currsize"], [])

  private static let lruWrapper: TypeObject = TypeObject.native(
    "_lru_cache_wrapper", module: "functools", of: CacheObject.self
  ) { t in
    t.hasAttributes = true
    t.construct("_lru_cache_wrapper(function, maxsize, typed)") { type, call throws(Raised) -> Value in
      if !call.interpreter.isCallable(call[0]) { throw .typeError("the first argument must be callable") }
      let cache = CacheObject(type)
      cache.function = call[0]
      cache.limit = call.has(1) ? max(0, try call.int(1)) : nil
      cache.isTyped = try call.bool(2)
      return .object(cache)
    }
    t.slots.call = { value, call throws(Raised) -> Value in
      guard let cache = value.cast(to: CacheObject.self) else { return .none }
      let (positional, keywords) = arguments(call, from: 0)
      return try cache.value(call.interpreter, positional, keywords)
    }
    t.slots.descriptorGet = { descriptor, instance, owner throws(Raised) in
      guard let instance else { return descriptor }
      return .object(BoundMethodObject(instance, descriptor))
    }
    t.method("cache_info(self)") { cache, call throws(Raised) in
      let limit: Value = cache.limit.map { .int($0) } ?? .none
      return .object(TupleObject([.int(cache.hits), .int(cache.misses), limit, .int(cache.known.count)], cacheInfo))
    }
    t.method("cache_clear(self)") { cache, call throws(Raised) in
      cache.known.removeAll()
      cache.hits = 0
      cache.misses = 0
      return .none
    }
    t.method("cache_parameters(self)") { cache, call throws(Raised) in
      .object(DictObject([("maxsize", cache.limit.map { .int($0) } ?? .none), ("typed", .bool(cache.isTyped))]))
    }
  }
}

/// `functools.partial`.
private final class PartialObject: Object {
  let function: Value
  let positional: [Value]
  let keywords: [(String, Value)]

  init(_ type: TypeObject, _ function: Value, _ positional: [Value], _ keywords: [(String, Value)]) {
    self.function = function
    self.positional = positional
    self.keywords = keywords
    super.init(type)
  }
}

/// A function with its cached results, the most recently used last.
private final class CacheObject: Object {
  var function: Value = .none
  var limit: Int?
  var isTyped = false
  let known = DictObject()
  var hits = 0
  var misses = 0

  func value(_ interpreter: Interpreter, _ positional: [Value], _ keywords: [(String, Value)]) throws(Raised) -> Value {
    var parts = positional
    if !keywords.isEmpty {
      parts.append(.ellipsis)
      for (name, value) in keywords { parts += [.string(name), value] }
    }
    if isTyped { parts += (positional + keywords.map(\.1)).map { $0.type.asValue } }
    // One plain number or text is its own key, as in Python.
    var key = Value.tuple(parts)
    if parts.count == 1, !isTyped, parts[0].stringValue != nil || parts[0].intValue != nil { key = parts[0] }
    if let found = try known.get(key) {
      hits += 1
      if limit != nil {
        _ = try known.remove(key)
        try known.set(key, found)
      }
      return found
    }
    misses += 1
    let result = try interpreter.call(function, positional, keywords: keywords)
    if limit == 0 { return result }
    try known.set(key, result)
    if let limit, known.count > limit, let oldest = known.pairs.first?.key { _ = try known.remove(oldest) }
    return result
  }
}
