import Tensors

/// A function of the script's as a transform.
package final class Lambda: Transform {
  static let entry = TransformEntry("Lambda(lambd)") { a throws(TensorError) in
    guard case .object(let function as HostFunction, _) = a["lambd"] else {
      throw .type("Argument lambd should be callable, got '\(a["lambd"].typeName)'")
    }
    return Lambda(function)
  }

  private let function: HostFunction

  package init(_ function: HostFunction) { self.function = function }

  package var text: String { "Lambda()" }
  package func apply(_ value: OpValue) throws(TensorError) -> OpValue { try function([value]) }
}
