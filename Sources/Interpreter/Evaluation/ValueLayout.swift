/// Access to registers by the parts of the enum's layout: payload in the first eight bytes, case number after it.
///
/// The evaluator reads and writes numbers this way because matching the enum out of memory costs reference counting that no
/// optimiser removed (a loop of additions ran 2.1 times as long). `ValueLayoutTests` holds the layout to what is assumed here.
enum ValueTag {
  static let bool: UInt8 = 0
  static let int: UInt8 = 1
  static let float: UInt8 = 2
  static let object: UInt8 = 3
  /// None (payload 0) and unbound (payload 1).
  static let empty: UInt8 = 4
}

typealias Register = UnsafeMutablePointer<Value>

extension UnsafeMutablePointer where Pointee == Value {
  @inline(__always) var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) }
  @inline(__always) var tag: UInt8 { raw.load(fromByteOffset: 8, as: UInt8.self) }
  @inline(__always) var bits: Int { raw.load(as: Int.self) }
  @inline(__always) var double: Double { raw.load(as: Double.self) }
  @inline(__always) var isObject: Bool { tag == ValueTag.object }
  @inline(__always) var isUnbound: Bool { tag == ValueTag.empty && bits == 1 }

  /// The object, which the register keeps alive; only for a register that holds one.
  @inline(__always) var reference: UnsafeRawPointer { raw.load(as: UnsafeRawPointer.self) }

  /// The short class of the object in the register; only for a register that holds one.
  @inline(__always) var objectTag: UInt8 { Unmanaged<Object>.fromOpaque(reference)._withUnsafeGuaranteedRef { $0.tag } }

  /// Whether the register holds an object of exactly this short class.
  @inline(__always) func holds(_ kind: ObjectTag) -> Bool { isObject && objectTag == kind.rawValue }

  /// Runs a body with the object without counting a reference; only for a register that holds one of that class.
  @inline(__always) func with<T: Object, R>(_ type: T.Type, _ body: (T) -> R) -> R {
    Unmanaged<T>.fromOpaque(reference)._withUnsafeGuaranteedRef(body)
  }

  @inline(__always) func overwrite(_ payload: Int, _ tag: UInt8) {
    if self.tag == ValueTag.object { releaseObject() }
    raw.storeBytes(of: payload, as: Int.self)
    raw.storeBytes(of: tag, toByteOffset: 8, as: UInt8.self)
  }

  @inline(never) func releaseObject() {
    // The register is emptied first: releasing may run code that looks at it.
    let object = Unmanaged<Object>.fromOpaque(reference)
    raw.storeBytes(of: 1, as: Int.self)
    raw.storeBytes(of: ValueTag.empty, toByteOffset: 8, as: UInt8.self)
    object.release()
  }

  @inline(__always) func setInt(_ value: Int) { overwrite(value, ValueTag.int) }
  @inline(__always) func setBool(_ value: Bool) { overwrite(value ? 1 : 0, ValueTag.bool) }
  @inline(__always) func setFloat(_ value: Double) { overwrite(Int(bitPattern: UInt(value.bitPattern)), ValueTag.float) }
  @inline(__always) func setNone() { overwrite(0, ValueTag.empty) }
  /// Releases what the register holds and leaves it unbound.
  @inline(__always) func clear() {
    if tag == ValueTag.object { releaseObject() } else { markUnbound() }
  }
  /// Leaves the register unbound without releasing anything.
  @inline(__always) func markUnbound() {
    raw.storeBytes(of: 1, as: Int.self)
    raw.storeBytes(of: ValueTag.empty, toByteOffset: 8, as: UInt8.self)
  }
  /// Takes the value out, leaving the register unbound.
  @inline(__always) func takeOut() -> Value {
    let value = move()
    markUnbound()
    return value
  }
  /// Moves a value from another register, which is left unbound.
  @inline(__always) func takeFrom(_ other: Register) {
    let payload = other.bits
    let kind = other.tag
    other.markUnbound()
    overwrite(payload, kind)
  }
  /// Copies a value from another register.
  @inline(__always) func copyFrom(_ other: UnsafeMutablePointer<Value>) {
    let payload = other.bits
    let kind = other.tag
    if kind == ValueTag.object { _ = Unmanaged<Object>.fromOpaque(other.reference).retain() }
    overwrite(payload, kind)
  }
  /// Copies a value into a place that other code may reach: what was there is released last, because that may run code which moves
  /// the place.
  @inline(__always) func replace(with other: Register) {
    let payload = other.bits
    let kind = other.tag
    if kind == ValueTag.object { _ = Unmanaged<Object>.fromOpaque(other.reference).retain() }
    let old = Unmanaged<Object>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(bitPattern: bits)) ?? UnsafeRawPointer(self))
    let wasObject = isObject
    raw.storeBytes(of: payload, as: Int.self)
    raw.storeBytes(of: kind, toByteOffset: 8, as: UInt8.self)
    if wasObject { old.release() }
  }
  /// Stores a new object, whose reference is handed over.
  @inline(__always) func setObject(_ object: __owned Object) {
    let payload = Int(bitPattern: Unmanaged.passRetained(object).toOpaque())
    overwrite(payload, ValueTag.object)
  }
  /// Stores an object that something else keeps alive at present.
  @inline(__always) func setReference(_ object: Unmanaged<Object>) {
    _ = object.retain()
    overwrite(Int(bitPattern: object.toOpaque()), ValueTag.object)
  }
  /// Fills memory that holds no value with a copy of a register.
  @inline(__always) func initializeCopy(of other: Register) {
    let payload = other.bits
    let kind = other.tag
    if kind == ValueTag.object { _ = Unmanaged<Object>.fromOpaque(other.reference).retain() }
    raw.storeBytes(of: payload, as: Int.self)
    raw.storeBytes(of: kind, toByteOffset: 8, as: UInt8.self)
  }
  /// Fills memory that holds no values with copies.
  @inline(__always) func initializeCopies(of other: Register, count: Int) {
    var k = 0
    while k < count {
      (self + k).initializeCopy(of: other + k)
      k &+= 1
    }
  }
  /// Releases the objects of memory that nobody will read again.
  @inline(__always) func destroyValues(count: Int) {
    var k = 0
    while k < count {
      if (self + k).isObject { Unmanaged<Object>.fromOpaque((self + k).reference).release() }
      k &+= 1
    }
  }
}
