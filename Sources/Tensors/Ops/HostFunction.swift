/// A function of the script's, or anything else that can be called, as a value: `.object(function, typeName:)`.
package final class HostFunction {
  /// What the function's `repr` is, for texts that show it.
  package let text: String
  private let body: ([OpValue]) throws(TensorError) -> OpValue

  /// Makes a function of Swift code that calls it.
  package init(text: String = "<function>", _ body: @escaping ([OpValue]) throws(TensorError) -> OpValue) {
    self.text = text
    self.body = body
  }

  /// Calls the function.
  package func callAsFunction(_ arguments: [OpValue]) throws(TensorError) -> OpValue { try body(arguments) }

  /// The function as a value.
  package var value: OpValue { .object(self, typeName: "function") }
}
