import Interpreter
import Tensors

/// The functions that scripts call for an op: arguments go over as they stand, the op binds them to its overloads itself.
enum OpFunction {
  /// `torch.name(…)`, or a method when `owner` is given.
  static func make(_ op: Op, name: String? = nil, owner: TypeObject? = nil, module: String = "torch") -> NativeFunction {
    let signature = op.overloads[0].signature.text
    let home: Op.Home =
      owner != nil ? .method : module == "torch.nn.functional" ? .functional : module == "torch.linalg" ? .linalg : .function
    let function = NativeFunction(unbound: signature, name: name ?? op.name, doc: documentation(of: op)) {
      call throws(Raised) in try OpFunction.call(op, call, home)
    }
    function.module = module
    if let owner {
      function.kind = .method
      function.owner = owner
    }
    return function
  }

  /// Converts the arguments, runs the op and converts its result.
  static func call(_ op: Op, _ call: Arguments, _ home: Op.Home) throws(Raised) -> Value {
    try call.interpreter.safePoint()
    let positionalCount = call.positionalCount
    var positional: [OpValue] = []
    positional.reserveCapacity(positionalCount)
    for i in 0..<positionalCount { positional.append(try OpValue(call[i])) }
    if call.count == positionalCount {
      let result: OpValue
      do { result = try op(positional, home: home) } catch { throw Raised(error) }
      if case .tensor(let tensor) = result { return tensor.asValue }
      return Value(result)
    }
    return try callWithKeywords(op, call, positional, home)
  }

  private static func callWithKeywords(
    _ op: Op, _ call: Arguments, _ positional: [OpValue], _ home: Op.Home
  ) throws(Raised) -> Value {
    var keywords: [(name: String, value: OpValue)] = []
    var requiresGrad = false
    var out: Tensor?
    for i in positional.count..<call.count {
      let name = call.keywordName(i)
      if name == "device" { try DeviceObject.checkCPU(call[i]) }
      if common.contains(name) && !op.overloads.contains(where: { $0.signature.slot(of: name) != nil }) {
        if name == "requires_grad" { requiresGrad = try call.bool(i) }
        if name == "out" { out = call[i].tensor }
      } else {
        keywords.append((name, try OpValue(call[i])))
      }
    }
    return try converting { () throws(TensorError) in
      let result = try op(positional, keywords: keywords, home: home)
      guard case .tensor(let tensor) = result else { return Value(result) }
      if requiresGrad { try tensor.setRequiresGrad(true) }
      if let out { return try OpFunction.write(tensor, into: out, op) }
      return tensor.asValue
    }
  }

  /// Arguments that mean the same for every op and so need not stand in each signature: where the result goes, and where it lies in
  /// memory and on which device, which is never a question here.
  private static let common: Set<String> = [
    "device", "pin_memory", "layout", "memory_format", "non_blocking", "requires_grad", "out",
  ]

  private static func write(_ result: Tensor, into out: Tensor, _ op: Op) throws(TensorError) -> Value {
    if out.requiresGrad || result.requiresGrad {
      throw .runtime(
        "\(op.name)(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires "
          + "grad.")
    }
    if out.shape == result.shape {
      try out.copyInPlace(result)
    } else {
      out.become(try result.to(out.dtype))
    }
    return out.asValue
  }

  /// The docstring: what the op does and an example.
  static func documentation(of op: Op) -> String {
    let signatures = op.overloads.map(\.signature.text).joined(separator: "\n")
    return "\(signatures)\n\n\(op.summary)\n\nExample: \(op.example)"
  }
}
