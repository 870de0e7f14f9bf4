// How a host uses the interpreter. (This file holds the overview; the declarations stand in the files named.)
//
// Running (Interpreter.swift)
//
//     let interpreter = Interpreter()
//     interpreter.output = { print($0, terminator: "") }
//     interpreter.run {                                   // on its own thread with a large stack
//       do throws(Raised) {
//         let result = try interpreter.execute("1 + 2", name: "Cell [1]", mode: .cell)   // Value? of the last expression
//       } catch { interpreter.errorOutput(interpreter.traceback(error)) }
//     }
//
// Everything that touches values happens inside `run` (or inside a native function, which already is).
//
// Values (Value.swift): `enum Value { bool, int, float, object, none, unbound }`. Literals work (`let v: Value = 3`), strings and
// containers by `.string(…)`, `.list([…])`, `.tuple([…])`; reading by `intValue`, `doubleValue`, `stringValue`, `sequence`,
// `cast(to: TensorObject.self)`. Objects are final subclasses of `Object`: `StrObject`, `ListObject`, `TupleObject`, `DictObject`, ….
//
// Native functions (NativeFunction.swift, Arguments.swift): a signature string, a docstring, a body
//
//     NativeFunction("clip(x, low=0, high: float = 1.0, *rest, out=None, **kw)", doc: "…") { call throws(Raised) in
//       let x = try call.double(0)               // slot i is parameter i
//       if call.has(2) { … }                     // given and not None
//       let rest = call.rest(3)                  // [Value] of *rest
//       let kw = call.keywords(5)                // [(name, value)] of **kw
//       return .float(x)
//     }
//
// A default that is a literal stands in its slot; one that is a name (`dtype=torch.float32`) leaves `.unbound` there.
//
// Native modules (SmallObjects.swift): built at first import
//
//     interpreter.registerModule("geometry") { interpreter throws(Raised) in
//       let module = ModuleObject("geometry", doc: "…")
//       module.function("area(w, h)") { call throws(Raised) in .float(try call.double(0) * call.double(1)) }
//       module.set("pi", 3.14159)
//       return module.asValue
//     }
//
// Submodules are registered by their dotted name ("torch.nn") and become attributes of their parent when either is imported.
// `interpreter.registerPreludeName("nn") { interpreter throws(Raised) in try interpreter.importModule("torch.nn") }` gives cells a name without import.
//
// Native classes (TypeBuilder.swift, TypeObject.swift): see `TypeBuilder` for an example. The choice at the start is
//   - `construct("Tensor(*data)") { type, call in … }`: immutable things made at once from the arguments (`__new__`), or
//   - `allocate { type in ModuleObject(type) }` and `method("__init__(self, …)") { module, call in … }`: things that script
//     classes extend with an `__init__` of their own that calls `super().__init__()`.
// Both get the class to make, so `class CNN(nn.Module)` yields a `ModuleObject` whose `type` is CNN; attributes that the script
// sets live on the object (`ownAttribute`, `setOwnAttribute`, `ownAttributes`) when `hasAttributes` is set. A native class takes
// part in attribute access by `slots.getAttribute`, `slots.missingAttribute`, `slots.setAttribute`, `slots.deleteAttribute`.
// Operators: `slots.binary = { op, lhs, rhs in … }` is asked for the types of both operands, operands in source order; nil is
// NotImplemented. Indexing: `slots.getItem`; the index is whatever stood between the brackets: `.int`, `SliceObject`, a
// `TupleObject` of these, `.none`, `Value.ellipsis`. Iteration: `slots.iterate` returns an iterator, mostly
// `.object(IteratorObject { … next or nil … })`. Context managers: methods `__enter__(self)` and `__exit__(self, kind, value, traceback)`.
//
// Errors: everything throws `Raised`. Make one by `.typeError("…")`, `.valueError("…")`, `Raised(.indexError, "…")`,
// `Raised(ExceptionObject(type, arguments))`. `raised.exception.payload` may carry a Swift error through script frames and back.
//
// Interrupts: `interpreter.interrupt.set()` from any thread or signal handler; the next safe point calls `interruptHandler`.
// Long native loops call `try interpreter.safePoint()` now and then.
