/// What the evaluator does for names beyond the cache of an instruction.
extension Interpreter {
  @inline(__always) func currentGlobals(_ R: Register) -> Unmanaged<DictObject> {
    R.with(FunctionObject.self) { Unmanaged.passUnretained($0.globals) }
  }

  @inline(never) func loadGlobalSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    let globals = currentGlobals(R).takeUnretainedValue()
    (R + Int(i.pointee.a)).pointee = try lookUpGlobal(name, globals, i)
  }

  /// A name of the module, the prelude or the builtins; `i` is given where its hints may be set.
  func lookUpGlobal(_ name: StrObject, _ globals: DictObject, _ i: Pointer?) throws(Raised) -> Value {
    let index = globals.find(name)
    if index >= 0 {
      i?.pointee.d = Int32(truncatingIfNeeded: index)
      return globals.entries[index].value
    }
    let builtin = builtins.namespace.find(name)
    if preludeNames.isEmpty || preludeNames[name.string] == nil {
      if builtin >= 0 {
        i?.pointee.d = Int32(truncatingIfNeeded: -builtin - 1)
        i?.pointee.c = Int32(truncatingIfNeeded: globals.keysVersion)
        return builtins.namespace.entries[builtin].value
      }
    } else if let build = preludeNames[name.string] {
      let value = try build(self)
      return value
    }
    throw undefined(name)
  }

  func undefined(_ name: StrObject) -> Raised {
    let error = Raised.nameError("name '\(name.string)' is not defined")
    error.exception.setOwnAttribute("name", .object(name))
    // The names are those of the moment: the nearest local, else global, else builtin one, else one that the prompt offers.
    var scopes: [[String]] = []
    for scope in [callerLocals, .object(callerGlobals), .object(builtins.namespace)] {
      scopes.append(scope.cast(to: DictObject.self)?.keys.compactMap(\.stringValue) ?? [])
    }
    scopes.append(preludeNames.keys.sorted())
    for names in scopes {
      if let found = Suggestions.closest(to: name.string, among: names) {
        error.exception.suggestion = "Did you mean: '\(found)'?"
        break
      }
    }
    return error
  }

  @inline(never) func storeGlobalSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    let globals = currentGlobals(R).takeUnretainedValue()
    globals.set(name, R[Int(i.pointee.a)])
    i.pointee.d = Int32(truncatingIfNeeded: globals.find(name))
  }

  @inline(never) func deleteGlobal(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    if currentGlobals(R).takeUnretainedValue().remove(name) == nil { throw undefined(name) }
  }

  func namespace(_ R: Register, _ register: Int) -> DictObject { (R + register).with(DictObject.self) { $0 } }

  @inline(never) func loadNameSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    let target = R + Int(i.pointee.a)
    if let value = namespace(R, Int(i.pointee.c)).get(name) {
      target.pointee = value
      return
    }
    if i.pointee.d >= 0 {
      let content = R.with(FunctionObject.self) { $0.closure[Int(i.pointee.d)] }._withUnsafeGuaranteedRef { $0.content }
      if !content.isUnbound {
        target.pointee = content
        return
      }
    }
    target.pointee = try lookUpGlobal(name, currentGlobals(R).takeUnretainedValue(), nil)
  }

  @inline(never) func storeNameSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    if (R + Int(i.pointee.a)).isUnbound { throw unboundLocal(code, Int(i.pointee.a)) }
    let names = namespace(R, Int(i.pointee.c))
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    if names.type.isScriptDefined {
      // What a metaclass's `__prepare__` returned may watch the names being set.
      try setItem(.object(names), .object(name), R[Int(i.pointee.a)])
    } else {
      names.set(name, R[Int(i.pointee.a)])
    }
  }

  @inline(never) func deleteNameSlow(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let name = code.takeUnretainedValue().names[Int(i.pointee.b)]
    if namespace(R, Int(i.pointee.c)).remove(name) == nil { throw undefined(name) }
  }

  @inline(never) func annotate(_ code: Unmanaged<Code>, _ i: Pointer, _ R: Register) throws(Raised) {
    let holder = i.pointee.d == 1 ? namespace(R, 1) : currentGlobals(R).takeUnretainedValue()
    let table: DictObject
    if let known = holder.get(Names.annotations)?.cast(to: DictObject.self) {
      table = known
    } else {
      table = DictObject()
      holder.set(Names.annotations, .object(table))
    }
    table.set(code.takeUnretainedValue().names[Int(i.pointee.c)], R[Int(i.pointee.b)])
  }
}
