/// How tensors are printed: what `torch.set_printoptions` changes.
package struct PrintOptions: Equatable {
  /// Digits after the point.
  package var precision = 4
  /// Element count above which only the edges are shown.
  package var threshold = 1000
  /// Items shown at each edge of a shortened axis.
  package var edgeItems = 3
  /// Characters a line.
  package var lineWidth = 80
  /// Scientific notation: always, never, or (nil) where the values ask for it.
  package var scientific: Bool?

  /// PyTorch's defaults.
  package init() {}

  /// The options in force for `repr` and `print`.
  package static var current = PrintOptions()

  /// A named set of options: `default`, `short` or `full`; nil for any other name.
  package init?(profile: String) {
    switch profile {
    case "default": break
    case "short": (precision, edgeItems) = (2, 2)
    case "full": threshold = .max
    default: return nil
    }
  }
}
