import Signatures
import Tensors

/// One function of `nn.init` as scripts see it.
package struct InitialiserEntry {
  package let signature: Signature
  private let body: (BoundArguments) throws(TensorError) -> OpValue

  init(_ signature: String, _ body: @escaping (BoundArguments) throws(TensorError) -> OpValue) {
    self.signature = Signature(signature)
    self.body = body
  }

  /// A function that changes the tensor given as `tensor` and returns it.
  init(filling signature: String, _ body: @escaping (Tensor, BoundArguments) throws(TensorError) -> Void) {
    self.init(signature) { a throws(TensorError) in
      let tensor = try a.tensor("tensor")
      try body(tensor, a)
      return .tensor(tensor)
    }
  }

  /// The name of the function.
  package var name: String { signature.name }

  /// Calls the function with arguments by slot, nil where the default holds.
  package func call(_ values: [OpValue?]) throws(TensorError) -> OpValue { try body(BoundArguments(signature, values)) }
}

/// Every function of `nn.init`.
package enum InitialiserRegistry {
  package static let entries: [InitialiserEntry] = [
    InitialiserEntry("calculate_gain(nonlinearity, param=None)") { a throws(TensorError) in
      let gain = try Initialisers.gain(try a.text("nonlinearity"), a["param"])
      return gain == 1 ? .int(1) : .float(gain)
    },
    InitialiserEntry(filling: "uniform_(tensor, a=0.0, b=1.0, generator=None)") { tensor, a throws(TensorError) in
      let (low, high) = (try a.number("a"), try a.number("b"))
      if low > high { throw .badBounds(low, high) }
      try Initialisers.uniform(tensor, low, high, generator: try a.generator())
    },
    InitialiserEntry(filling: "normal_(tensor, mean=0.0, std=1.0, generator=None)") { tensor, a throws(TensorError) in
      try Initialisers.normal(tensor, mean: a.number("mean"), std: a.number("std"), generator: try a.generator())
    },
    InitialiserEntry(filling: "trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None)") {
      tensor, a throws(TensorError) in
      let (low, high) = (try a.number("a"), try a.number("b"))
      try Initialisers.truncatedNormal(
        tensor, mean: a.number("mean"), std: a.number("std"), low: low, high: high, generator: try a.generator())
    },
    InitialiserEntry(filling: "constant_(tensor, val)") { tensor, a throws(TensorError) in
      if a["val"].scalar == nil { return try Initialisers.fill(tensor, a["val"]) }
      try Initialisers.constant(tensor, a.number("val"))
    },
    InitialiserEntry(filling: "ones_(tensor)") { tensor, _ throws(TensorError) in try Initialisers.constant(tensor, 1) },
    InitialiserEntry(filling: "zeros_(tensor)") { tensor, _ throws(TensorError) in try Initialisers.constant(tensor, 0) },
    InitialiserEntry(filling: "eye_(tensor)") { tensor, _ throws(TensorError) in try Initialisers.eye(tensor) },
    InitialiserEntry(filling: "dirac_(tensor, groups=1)") { tensor, a throws(TensorError) in
      try Initialisers.dirac(tensor, groups: a.int("groups"))
    },
    InitialiserEntry(filling: "xavier_uniform_(tensor, gain=1.0, generator=None)") { tensor, a throws(TensorError) in
      try Initialisers.xavierUniform(tensor, gain: a.number("gain"), generator: try a.generator())
    },
    InitialiserEntry(filling: "xavier_normal_(tensor, gain=1.0, generator=None)") { tensor, a throws(TensorError) in
      try Initialisers.xavierNormal(tensor, gain: a.number("gain"), generator: try a.generator())
    },
    InitialiserEntry(
      filling: "kaiming_uniform_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None)"
    ) { tensor, a throws(TensorError) in
      try Initialisers.kaimingUniform(
        tensor, a: a.number("a"), mode: a.text("mode"), nonlinearity: a.text("nonlinearity"), generator: try a.generator())
    },
    InitialiserEntry(
      filling: "kaiming_normal_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None)"
    ) { tensor, a throws(TensorError) in
      try Initialisers.kaimingNormal(
        tensor, a: a.number("a"), mode: a.text("mode"), nonlinearity: a.text("nonlinearity"), generator: try a.generator())
    },
    InitialiserEntry(filling: "orthogonal_(tensor, gain=1, generator=None)") { tensor, a throws(TensorError) in
      try Initialisers.orthogonal(tensor, gain: a.number("gain"), generator: try a.generator())
    },
    InitialiserEntry(filling: "sparse_(tensor, sparsity, std=0.01, generator=None)") { tensor, a throws(TensorError) in
      try Initialisers.sparse(tensor, sparsity: a.number("sparsity"), std: a.number("std"), generator: try a.generator())
    },
  ]

  /// The function of this name; names without the trailing underscore are the deprecated spellings and mean the same.
  package static func entry(_ name: String) -> InitialiserEntry? { entries.first { $0.name == name } }
}

extension BoundArguments {
  /// The generator to draw from.
  func generator() throws(TensorError) -> Generator {
    switch self["generator"] {
    case .none: return .standard
    case .object(let generator as Generator, _): return generator
    default: throw .type("\(name)(): argument 'generator' must be torch.Generator, not \(self["generator"].typeName)")
    }
  }
}

extension TensorError {
  static func badBounds(_ low: Double, _ high: Double) -> TensorError {
    .runtime("uniform_ expects to return a [from, to) range, but found from=\(shortText(low)) > to=\(shortText(high))")
  }
}

extension Initialisers {
  /// Leaves what is no number to `fill_`, which says so.
  static func fill(_ tensor: Tensor, _ value: OpValue) throws(TensorError) {
    guard let fill = OpRegistry.op("fill_", in: .method) else { return }
    let before = GradMode.isEnabled
    GradMode.isEnabled = false
    defer { GradMode.isEnabled = before }
    _ = try fill([.tensor(tensor), value], home: .method)
  }
}
