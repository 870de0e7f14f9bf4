import Signatures

/// An operation as scripts see it: names, signatures, documentation, an example and the code.
///
/// How to write one, in `Ops/<Name>.swift`:
///
///     extension Tensor {
///       /// Rotates the elements along dimensions.
///       package func roll(_ shifts: [Int], dims: [Int]) throws(TensorError) -> Tensor { … }   // the face for Swift
///     }
///
///     extension Op {
///       static let roll = Op(
///         "roll(input: Tensor, shifts: ints, dims: ints = ())", [.function, .method],
///         "Rotates the elements along dimensions.", example: "torch.arange(4).roll(1)"
///       ) { call in
///         .tensor(try call.tensor(0).roll(call.ints(1), dims: call.ints(2)))
///       }
///     }
///
/// and one line in `OpRegistry`. Parameters are read by position, their defaults already filled in. Annotations are checked before the
/// body runs (`Operand` is a Tensor or a number): `Tensor`, `int`, `float`, `bool`, `Number`, `ints` (an int or a sequence of ints), `sizes` (a sequence only), `Tensors`, `str`, `dtype`, `any`; a `?`
/// allows None. As a method the first parameter is the receiver. Further overloads are added with `or(...)`; the first whose parameters
/// accept the arguments runs.
package final class Op {
  /// Where scripts find an op.
  package struct Home: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// `torch.name(…)`.
    package static let function = Home(rawValue: 1)
    /// `x.name(…)`.
    package static let method = Home(rawValue: 2)
    /// `torch.nn.functional.name(…)`.
    package static let functional = Home(rawValue: 4)
    /// `x.name` without a call.
    package static let property = Home(rawValue: 8)
    /// `torch.linalg.name(…)`.
    package static let linalg = Home(rawValue: 16)
    /// Both `torch.name` and `x.name`.
    package static let both: Home = [.function, .method]
  }

  /// The code of an overload. It throws untyped only because closures infer nothing narrower.
  package typealias Body = (borrowing OpCall) throws -> OpValue

  /// One way of calling an op.
  package struct Overload {
    /// How the arguments are named and defaulted.
    package let signature: Signature
    let kinds: LazyKinds
    let body: Body
  }

  /// The name in scripts.
  package let name: String
  /// Where it is found.
  package let homes: Home
  /// What it does, in one sentence.
  package let summary: String
  /// A call that works, for documentation and the conformance test.
  package let example: String
  /// The ways of calling it, tried in order.
  package private(set) var overloads: [Overload]
  /// Further names, such as `absolute` for `abs`.
  package let aliases: [String]
  private let hasInPlaceForm: Bool

  /// Describes an op; see the type's documentation.
  package init(
    _ signature: String, _ homes: Home, _ summary: String, example: String, aliases: [String] = [], inPlace: Bool = false,
    _ body: @escaping Body
  ) {
    let open = signature.utf8.firstIndex(of: UInt8(ascii: "(")) ?? signature.endIndex
    name = String(signature[..<open])
    self.homes = homes
    self.summary = summary
    self.example = example
    self.aliases = aliases
    hasInPlaceForm = inPlace
    overloads = [Overload(signature: Signature(signature), kinds: LazyKinds(), body: body)]
  }

  private init(inPlaceFormOf op: Op) {
    name = op.name + "_"
    homes = .method
    summary = op.summary + " Changes the tensor itself."
    example = ""
    aliases = op.aliases.map { $0 + "_" }
    hasInPlaceForm = false
    overloads = op.overloads.map { overload in
      Overload(signature: Signature(overload.signature.text), kinds: LazyKinds()) { call in
        let values = call.values
        let receiver = try call.tensor(0)
        // The few that write straight into their receiver; a third argument is a factor.
        if let operation = BinaryOperator.ofMethod[op.name],
          values.count < 3 || values[2].isNone || values[2].scalar == .int(1),
          let number = values[1].scalar, try receiver.update(operation, number)
        {
          return .tensor(receiver)
        }
        try receiver.updated { old in
          var arguments = values
          arguments[0] = .tensor(old)
          let result = try overload.body(OpCall(op: op, values: arguments))
          guard case .tensor(let changed) = result else { throw TensorError.type("\(op.name)_() has no single result") }
          return changed
        }
        return .tensor(receiver)
      }
    }
  }

  /// The method that changes its receiver, such as `exp_` for `exp`, for ops that say `inPlace: true`.
  package var inPlaceForm: Op? { hasInPlaceForm ? Op(inPlaceFormOf: self) : nil }

  /// Adds an overload.
  package func or(_ signature: String, _ body: @escaping Body) -> Op {
    overloads.append(Overload(signature: Signature(signature), kinds: LazyKinds(), body: body))
    return self
  }
}

/// The second operand of an elementwise operation.
package enum Operand {
  case tensor(Tensor)
  case scalar(Scalar)
}

/// The arguments of one call, in slots, defaults filled in and kinds checked.
package struct OpCall: ~Copyable {
  /// The op, for messages.
  package let op: Op
  /// One value a parameter; `*name` parameters hold a tuple.
  package let values: [OpValue]

  /// A value as it came.
  @inline(__always)
  package subscript(slot: Int) -> OpValue { values[slot] }

  /// Whether an optional argument is absent.
  package func isNone(_ slot: Int) -> Bool {
    if case .none = values[slot] { return true }
    return false
  }

  /// A tensor.
  @inline(__always)
  package func tensor(_ slot: Int) throws(TensorError) -> Tensor {
    if case .tensor(let t) = values[slot] { return t }
    throw wrong(slot, "Tensor")
  }

  /// A tensor or None.
  package func optionalTensor(_ slot: Int) throws(TensorError) -> Tensor? { isNone(slot) ? nil : try tensor(slot) }

  /// An integer; zero-dim integer tensors count.
  package func int(_ slot: Int) throws(TensorError) -> Int {
    if let value = OpValue.asInt(values[slot]) { return value }
    throw wrong(slot, "int")
  }

  /// An integer or None.
  package func optionalInt(_ slot: Int) throws(TensorError) -> Int? { isNone(slot) ? nil : try int(slot) }

  /// A number as a double.
  package func double(_ slot: Int) throws(TensorError) -> Double { try scalar(slot).doubleValue }

  /// A number as a double, or None.
  package func optionalDouble(_ slot: Int) throws(TensorError) -> Double? { isNone(slot) ? nil : try double(slot) }

  /// A number; zero-dim tensors count.
  package func scalar(_ slot: Int) throws(TensorError) -> Scalar {
    if let value = values[slot].scalar { return value }
    if case .tensor(let t) = values[slot], t.elementCount == 1 { return try t.item() }
    throw wrong(slot, "Number")
  }

  /// A number or None.
  package func optionalScalar(_ slot: Int) throws(TensorError) -> Scalar? { isNone(slot) ? nil : try scalar(slot) }

  /// A tensor or a number.
  package func operand(_ slot: Int) throws(TensorError) -> Operand {
    if case .tensor(let t) = values[slot] { return .tensor(t) }
    if let value = values[slot].scalar { return .scalar(value) }
    throw wrong(slot, "Tensor")
  }

  /// A truth value.
  package func bool(_ slot: Int) throws(TensorError) -> Bool {
    switch values[slot] {
    case .bool(let b): return b
    case .int(let i): return i != 0
    case .none: return false
    default: throw wrong(slot, "bool")
    }
  }

  /// A text.
  package func string(_ slot: Int) throws(TensorError) -> String {
    if case .string(let s) = values[slot] { return s }
    throw wrong(slot, "str")
  }

  /// A list of integers; a single integer counts as a list of one, None as an empty list.
  package func ints(_ slot: Int) throws(TensorError) -> [Int] {
    if let one = OpValue.asInt(values[slot]) { return [one] }
    if case .none = values[slot] { return [] }
    guard var items = values[slot].items else { throw wrong(slot, "tuple of ints") }
    // `f(*sizes)` called with one sequence: f((2, 3)).
    if items.count == 1, let nested = items[0].items { items = nested }
    var result: [Int] = []
    for (i, item) in items.enumerated() {
      guard let value = OpValue.asInt(item) else { throw wrongItem(slot, i, item) }
      result.append(value)
    }
    return result
  }

  /// A list of integers or None.
  package func optionalInts(_ slot: Int) throws(TensorError) -> [Int]? { isNone(slot) ? nil : try ints(slot) }

  /// Sizes.
  package func shape(_ slot: Int) throws(TensorError) -> Shape { Shape(try ints(slot)) }

  /// A list of tensors.
  package func tensors(_ slot: Int) throws(TensorError) -> [Tensor] {
    guard var items = values[slot].items else { throw wrong(slot, "tuple of Tensors") }
    if items.count == 1, let nested = items[0].items { items = nested }
    var result: [Tensor] = []
    for (i, item) in items.enumerated() {
      guard case .tensor(let t) = item else {
        throw .type("expected Tensor as element \(i) in argument \(slot), but got \(item.typeName)")
      }
      result.append(t)
    }
    return result
  }

  /// A dtype or None.
  package func dtype(_ slot: Int) throws(TensorError) -> DType? {
    switch values[slot] {
    case .dtype(let d): return d
    case .none: return nil
    default: throw .type("\(op.name)(): argument '\(name(slot))' must be torch.dtype, not \(values[slot].typeName)")
    }
  }

  private func name(_ slot: Int) -> String {
    let parameters = op.overloads[0].signature.parameters
    return slot < parameters.count ? parameters[slot].name : "\(slot)"
  }

  /// An argument of the wrong kind.
  package func wrong(_ slot: Int, _ expected: String) -> TensorError {
    .type("\(op.name)(): argument '\(name(slot))' (position \(slot + 1)) must be \(expected), not \(values[slot].typeName)")
  }

  private func wrongItem(_ slot: Int, _ index: Int, _ item: OpValue) -> TensorError {
    if case .tuple(let items) = values[slot], items.count == 1 {
      return .type("\(op.name)(): argument '\(name(slot))' (position \(slot + 1)) must be tuple of ints, not \(item.typeName)")
    }
    return .type(
      "\(op.name)(): argument '\(name(slot))' (position \(slot + 1)) must be tuple of ints, but found element of type "
        + "\(item.typeName) at pos \(index)")
  }
}

extension OpValue {
  /// The integer, if it is one; booleans and zero-dim integer tensors count.
  package static func asInt(_ value: OpValue) -> Int? {
    switch value {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    case .tensor(let t):
      guard t.elementCount == 1, !t.dtype.isFloatingPoint, let s = try? t.item() else { return nil }
      return s.intValue
    default: return nil
    }
  }
}
