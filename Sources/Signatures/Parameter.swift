/// One parameter of a signature.
package struct Parameter: Equatable {
  /// How a parameter may be given.
  package enum Kind: Equatable {
    case positionalOnly, standard, varPositional, keywordOnly, varKeyword
  }

  /// The name as written, without stars.
  package let name: String
  /// How the parameter may be given.
  package let kind: Kind
  /// The text after the colon, such as `int` or `Tensor?`, if there is one.
  package let annotation: String?
  /// The value used when the parameter is not given; nil means that it must be given.
  package let defaultValue: Literal?

  /// Whether a call that leaves the parameter out is an error.
  package var isRequired: Bool {
    defaultValue == nil && kind != .varPositional && kind != .varKeyword
  }
}

/// A default value as it stands in a signature.
package indirect enum Literal: Equatable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case tuple([Literal])
  case list([Literal])
  /// A dotted name such as `torch.float32`, resolved by whoever binds the function.
  case name(String)
}
