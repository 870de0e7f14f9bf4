import Tensors

extension OpValue {
  /// The value as a number; what is none counts as 0.
  var number: Double { scalar?.doubleValue ?? 0 }

  /// The members of a tuple as numbers.
  var numbers: [Double] { items?.map(\.number) ?? [] }

  /// The value as a condition.
  var isTrue: Bool { scalar?.boolValue ?? (items.map { !$0.isEmpty } ?? false) }
}
