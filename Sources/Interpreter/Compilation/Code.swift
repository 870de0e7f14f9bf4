import Syntax

/// One instruction: an operation and up to four operands, mostly register numbers. `a` is the destination where there is one.
struct Instruction {
  var op: Opcode
  /// Bit 0: register `b` is a temporary that ends here; bit 1: the same for `c`; bit 2: an in-place operator. Some operations use
  /// the byte as an operand of their own.
  var flags: UInt8 = 0
  var a: UInt16 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  /// A jump target, a further operand, or a cache that the evaluator rewrites.
  var d: Int32 = 0
}

/// The operations of the register machine. R is the frame's registers, K the constants, N the names.
enum Opcode: UInt8 {
  /// R[a] = R[b], an unbound local raises.
  case move
  /// R[a] = R[b], leaving R[b] empty.
  case take
  /// R[a] = K[b].
  case loadConstant
  /// R[a] becomes unbound.
  case clear
  /// Raises when R[a] is unbound, then unbinds it (`del name`).
  case deleteLocal

  // R[a] = R[b] op R[c]; the K forms take K[c].
  case add, subtract, multiply, divide, floorDivide, modulo
  case addK, subtractK, multiplyK, divideK, floorDivideK, moduloK
  /// R[a] = R[b] op R[c], the operator in d.
  case binary
  /// R[a] = op R[b], the operator in d.
  case prefix
  /// R[a] = not R[b].
  case not

  /// R[a] = R[b] cmp R[c], the operator in d.
  case compare
  /// R[a] = R[b] is R[c]; d = 1 for `is not`.
  case identity
  /// R[a] = R[b] in R[c]; d = 1 for `not in`.
  case contains

  // Jump to d unless R[b] cmp R[c] (a = 1: if).
  case jumpLess, jumpLessEqual, jumpEqual, jumpNotEqual, jumpGreater, jumpGreaterEqual
  case jumpLessK, jumpLessEqualK, jumpEqualK, jumpNotEqualK, jumpGreaterK, jumpGreaterEqualK
  /// Jump to d.
  case jump
  /// Jump back to d: a safe point.
  case loop
  /// Jump to d if R[b] is true.
  case jumpIfTrue
  /// Jump to d if R[b] is false.
  case jumpIfFalse
  /// Jump to d if R[b] is (a = 1: is not) None.
  case jumpIfNone

  /// R[a] = iter(R[b]).
  case getIterator
  /// R[a] = next(R[b]), at the end jump to d.
  case forIterate

  /// R[a] = next(R[b]) and back to d; at the end go on. A safe point.
  case forNext

  /// R[a] = R[b].N[c], cache in d.
  case getAttribute
  /// R[b].N[c] = R[a], cache in d.
  case setAttribute
  /// del R[b].N[c].
  case deleteAttribute
  /// R[a] = super().N[c] for self R[b]; d is the register of `__class__`.
  case superAttribute
  /// R[a] = R[b][R[c]].
  case getItem
  /// R[b][R[c]] = R[a]; bit 3 of the flags: = K[a].
  case setItem
  /// del R[b][R[c]].
  case deleteItem
  /// R[a] = slice(R[b], R[b+1], R[b+2]).
  case buildSlice

  /// R[a] = name N[b] of the module or the builtins; d caches where it was found.
  case loadGlobal
  case storeGlobal
  case deleteGlobal
  /// R[a] = name N[b] of the namespace in R[c], then globals; d ≥ 0: free variable d before the globals.
  case loadName
  case storeName
  case deleteName
  /// R[a] = cell holding R[a] (d = 1: a fresh unbound cell).
  case makeCell
  /// R[a] = contents of the cell in R[b].
  case loadCell
  /// Contents of the cell in R[b] = R[a].
  case storeCell
  case deleteCell
  /// R[a] = contents of the closure's cell b.
  case loadFree
  case storeFree
  case deleteFree
  /// R[a] = the closure's cell b itself.
  case loadClosureCell

  /// R[a] = a call of R[b] with the c arguments after it; d is the call site or −1.
  case call
  /// Method call: R[b+1] holds the receiver, c arguments follow it; d is the call site with the name.
  case callMethod
  /// R[a] = R[b](*R[b+1], **R[b+2]).
  case callSpread
  case returnValue
  /// R[a] = function from code b; c is the first register of (defaults, keyword defaults, annotations, cells…), d the site.
  case makeFunction
  /// R[a] = class from R[b] = body function, R[b+1] = bases tuple, R[b+2] = keywords dict; N[c] the name.
  case makeClass

  // R[a] = a container of the c registers from b.
  case buildList, buildTuple, buildSet, buildDict
  /// Append R[b] to the list R[a].
  case listAppend
  case setAdd
  /// R[a][R[b]] = R[c] for a dict.
  case dictSet
  /// Extend the list R[a] by the iterable R[b].
  case listExtend
  case setUpdate
  /// Add the mapping R[b] to the dict R[a]; d = 1: as keyword arguments of the callee R[c].
  case dictUpdate
  case listToTuple
  /// R[a], R[a+1], … R[a+c−1] = elements of R[b], a temporary that ends here (bit 0 of the flags).
  case unpack
  /// The same with a starred target: c before it, d after it.
  case unpackStarred

  /// R[a] = format of R[b] with conversion d and spec R[c] (c < 0: none).
  case formatValue
  /// R[a] = the c strings from R[b], joined.
  case buildString

  /// Raise R[b] (from R[c] if c ≥ 0).
  case raise
  /// Raise the exception that is being handled.
  case reraiseCurrent
  /// Raise the exception object in R[b] again, unchanged (bit 0 of the flags: without a mark of this frame).
  case reraise
  /// R[a] = the exception handled so far; the one in R[b] is handled now.
  case enterHandler
  /// The exception in R[b] is handled again.
  case leaveHandler
  /// R[a] = whether the exception R[b] matches R[c].
  case matchException
  /// R[a] = the part of the exception R[b] that `except*` R[c] takes, or None; R[b] = the part it leaves, or None.
  case takeGroup
  /// R[a] = what goes on of the exception R[b] after its `except*` clauses raised the list R[c], or None.
  case endGroup
  /// R[a] = exit method, R[a+1] = its receiver-bound form's slot, R[c] = value of `__enter__`, for manager R[b].
  case enterWith
  /// Calls the exit method R[b] with the exception R[c] (c < 0: none); R[a] = its result.
  case exitWith
  /// R[a] = AssertionError.
  case loadAssertionError

  /// R[a] = import of name N[b]; c = constant of names or −1; d = level.
  case importName
  case importFrom
  case importStar

  /// Hands R[b] out, a temporary (bit 0 of the flags) for good; R[a] receives what is sent.
  case yield
  /// One step of `yield from`: iterator R[b], sent value R[c], R[a] gets the yielded or final value; at the end jump to d.
  case yieldFromStep
  /// R[a] = the iterator to delegate to for R[b].
  case yieldFromIterator
  /// Makes the generator object and returns it.
  case makeGenerator
  /// Stores the annotation R[b] of N[c].
  case annotate
  /// A safe point.
  case nothing
  /// A statement begins: only in code that was lowered for a trace.
  case trace
}

/// What a call instruction says beyond its operands.
final class CallSite {
  let keywordNames: TupleObject?
  let method: StrObject?
  var cachedVersion: UInt32 = 0
  var cachedShape: UnsafeMutableRawPointer?
  var cachedFunction: Unmanaged<Object>?
  /// Whether the cached function is a native one, and its short cut for calls without keywords.
  var isNative = false
  var quick = QuickCall.none
  /// The keyword names, without counting a reference.
  let keywords: Unmanaged<TupleObject>?

  init(keywordNames: TupleObject?, method: StrObject?) {
    self.keywordNames = keywordNames
    keywords = keywordNames.map { Unmanaged.passUnretained($0) }
    self.method = method
  }
}

/// What an attribute instruction remembers: where it found the name for which class and layout.
struct AttributeCache {
  /// The class's version; 0 for none.
  var version: UInt32 = 0
  /// ≥ 0: a slot of the object; −1: a class attribute to return as it is; −2: a function to bind.
  var slot: Int32 = -1
  var shape: Unmanaged<Shape>?
  /// The layout after the store, when it adds the attribute.
  var nextShape: Unmanaged<Shape>?
  var value: Unmanaged<Object>?
}

/// A range of instructions and where an exception inside it goes.
struct HandlerRange {
  var start: Int32
  var end: Int32
  var target: Int32
  /// The register that receives the exception.
  var register: Int32
  /// Registers from here on are released when the handler is entered.
  var keep: Int32
}

/// How a script function's parameters lie in its registers.
struct ParameterLayout {
  var positionalOnly = 0
  /// Positional parameters, positional-only ones included.
  var positional = 0
  var keywordOnly = 0
  var hasVarPositional = false
  var hasVarKeyword = false
  /// Names in register order: positional, keyword-only, `*args`, `**kw`.
  var names: [StrObject] = []
  var isSimple: Bool { keywordOnly == 0 && !hasVarPositional && !hasVarKeyword }
  var total: Int { positional + keywordOnly + (hasVarPositional ? 1 : 0) + (hasVarKeyword ? 1 : 0) }
}

/// The instructions of one function, class body or module, with all that they refer to.
///
/// Registers: 0 holds the function itself, 1… the parameters, then the other locals, then temporaries. Arguments of a call are
/// computed into the registers after the callee's, which become registers 0… of the callee's frame: nothing is copied.
final class Code: Object {
  let name: String
  let qualifiedName: String
  let source: SourceFile
  var instructions: UnsafeMutablePointer<Instruction>
  var instructionCount = 0
  var constants: UnsafeMutablePointer<Value>
  var constantCount = 0
  /// The names, held by the table of interned strings.
  var names: [StrObject] = []
  var namePointers: UnsafeMutablePointer<UnsafeRawPointer>
  var callSites: [CallSite] = []
  var callSitePointers: UnsafeMutablePointer<Unmanaged<CallSite>>
  var attributeCaches: UnsafeMutablePointer<AttributeCache>
  var attributeCacheCount = 0
  var children: [Code] = []
  var handlers: [HandlerRange] = []
  var spans: [Span] = []
  /// For binary operators, subscripts and calls: where the right operand starts, for the `~~^~~` line.
  var anchors: [Int32: (Int32, Int32)] = [:]
  var parameters = ParameterLayout()
  /// What `bindKeywords` asks of the parameters: that there are only plain ones, by position or by name, and how many by position.
  private(set) var bindsInPlace = false
  private(set) var positionalCount = 0
  private var parameterNames: UnsafeMutablePointer<UnsafeRawPointer>?

  /// Must be called when the parameters are known.
  func prepareParameters() {
    bindsInPlace = !parameters.hasVarPositional && !parameters.hasVarKeyword && parameters.positionalOnly == 0
    positionalCount = parameters.positional
    let names = UnsafeMutablePointer<UnsafeRawPointer>.allocate(capacity: Swift.max(parameters.names.count, 1))
    for (k, name) in parameters.names.enumerated() { names[k] = UnsafeRawPointer(Unmanaged.passUnretained(name).toOpaque()) }
    parameterNames?.deallocate()
    parameterNames = names
  }

  /// The parameter of a name, which must be interned, or −1.
  func parameterSlot(named name: UnsafeRawPointer) -> Int {
    guard let parameterNames else { return -1 }
    for k in 0..<parameterCount where parameterNames[k] == name { return k }
    return -1
  }

  var registerCount = 0
  /// Registers of parameters, variadic ones included.
  var parameterCount = 0
  /// Locals after the parameters that must start unbound.
  var localCount = 0
  var localNames: [String] = []
  /// Parameters that inner functions share.
  var isGenerator = false
  var isClassBody = false
  /// Whether the code runs in the namespace held by register 1 (class bodies, `exec` with separate locals).
  var usesNamespace = false
  var freeNames: [String] = []
  var cellNames: [Int32: String] = [:]
  var firstLine = 1
  var doc: String?
  /// Nested inlined comprehensions by instruction range, so that tracebacks name them.
  var inlined: [(start: Int32, end: Int32, name: String)] = []

  init(name: String, qualifiedName: String, source: SourceFile) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.source = source
    instructions = UnsafeMutablePointer<Instruction>.allocate(capacity: 1)
    constants = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    attributeCaches = UnsafeMutablePointer<AttributeCache>.allocate(capacity: 1)
    namePointers = UnsafeMutablePointer<UnsafeRawPointer>.allocate(capacity: 1)
    callSitePointers = UnsafeMutablePointer<Unmanaged<CallSite>>.allocate(capacity: 1)
    super.init(.code)
  }

  deinit {
    instructions.deallocate()
    constants.deinitialize(count: constantCount)
    constants.deallocate()
    attributeCaches.deallocate()
    namePointers.deallocate()
    callSitePointers.deallocate()
    parameterNames?.deallocate()
  }
}
