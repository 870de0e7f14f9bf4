import Tensors

/// Parameters that are stepped with the same settings.
package final class ParameterGroup {
  package var parameters: [Tensor]
  /// The settings in the order in which they were first set, `params` left out.
  private(set) package var options: [(name: String, value: OpValue)]

  package init(parameters: [Tensor], options: [(name: String, value: OpValue)] = []) {
    self.parameters = parameters
    self.options = options
  }

  /// The setting of this name; setting nil removes it.
  package subscript(name: String) -> OpValue? {
    get { options.first { $0.name == name }?.value }
    set {
      let index = options.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): options[index].value = value
      case (let index?, nil): options.remove(at: index)
      case (nil, let value?): options.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// A setting as a number, 0 if it is missing.
  package func number(_ name: String) -> Double { self[name]?.number ?? 0 }

  /// A setting as a condition, false if it is missing.
  package func flag(_ name: String) -> Bool { self[name]?.isTrue ?? false }

  /// The learning rate.
  package var learningRate: Double {
    get { number("lr") }
    set { self["lr"] = .float(newValue) }
  }
}
