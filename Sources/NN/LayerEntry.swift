import Signatures
import Tensors

/// One layer or loss as scripts see it: how it is made, what it computes and what its text shows.
package struct LayerEntry {
  /// How the layer is made, by the name of its class.
  package let signature: Signature
  /// How the layer is called.
  package let forward: Signature
  /// The functional op that the layer applies; empty if the layer's class computes by itself.
  let op: String
  /// What the text shows in parentheses.
  let text: (Layer) -> String
  private let body: (LayerEntry, BoundArguments) throws(TensorError) -> Module

  /// A layer of which a class of its own takes care.
  init(
    _ signature: String, forward: String = "forward(input)",
    _ make: @escaping (BoundArguments) throws(TensorError) -> Module
  ) {
    self.signature = Signature(signature)
    self.forward = Signature(forward)
    op = ""
    text = { _ in "" }
    body = { _, arguments throws(TensorError) in try make(arguments) }
  }

  /// A layer that applies the functional op of the same meaning to its input, its parameters and its settings, matched by name.
  init(
    _ signature: String, op: String, forward: String = "forward(input)", text: @escaping (Layer) -> String = { _ in "" },
    setUp: @escaping (Layer, BoundArguments) throws(TensorError) -> Void = { _, _ in }
  ) {
    self.init(
      signature, op: op, forward: forward, text: text, make: { entry, _ in Layer(entry) }, setUp: setUp)
  }

  /// The same with a subclass of `Layer`.
  init(
    _ signature: String, op: String, forward: String = "forward(input)", text: @escaping (Layer) -> String,
    make: @escaping (LayerEntry, BoundArguments) throws(TensorError) -> Layer,
    setUp: @escaping (Layer, BoundArguments) throws(TensorError) -> Void
  ) {
    self.signature = Signature(signature)
    self.forward = Signature(forward)
    self.op = op
    self.text = text
    body = { entry, arguments throws(TensorError) in
      let layer = try make(entry, arguments)
      layer.takeSettings(arguments)
      try setUp(layer, arguments)
      return layer
    }
  }

  /// The name of the class.
  package var name: String { signature.name }

  /// Makes the layer from arguments by slot, nil where the default holds; a starred slot holds a tuple.
  package func make(_ values: [OpValue?]) throws(TensorError) -> Module {
    let module = try body(self, BoundArguments(signature, values))
    module.origin = Module.Origin(entry: self, values: values)
    return module
  }

  /// Makes the layer from arguments by position and name.
  package func make(
    _ positional: [OpValue] = [], keywords: [(name: String, value: OpValue)] = []
  ) throws(TensorError) -> Module {
    let names = keywords.map(\.name)
    do {
      let binding = try signature.bind(positionalCount: positional.count, keywords: names, calledName: "\(name).__init__")
      var values: [OpValue?] = binding.sources.map { source in
        source < 0 ? nil : source < positional.count ? positional[source] : keywords[source - positional.count].value
      }
      if let slot = signature.varPositionalSlot { values[slot] = .tuple(Array(positional[binding.extraPositional])) }
      return try make(values)
    } catch let error as BindingError {
      throw .type(error.message)
    } catch let error as TensorError {
      throw error
    } catch {
      throw .foreign(error)
    }
  }
}
