import Signatures
import Tensors

/// One transform as scripts see it.
package struct TransformEntry {
  package let signature: Signature
  private let body: (BoundArguments) throws(TensorError) -> any Transform

  init(_ signature: String, _ body: @escaping (BoundArguments) throws(TensorError) -> any Transform) {
    self.signature = Signature(signature)
    self.body = body
  }

  /// The name of the class.
  package var name: String { signature.name }

  /// Makes the transform from arguments by slot, nil where the default holds. Transforms and functions among them are objects.
  package func make(_ values: [OpValue?]) throws(TensorError) -> any Transform {
    try body(BoundArguments(signature, values))
  }
}

/// Every transform there is.
package enum TransformRegistry {
  package static let entries: [TransformEntry] = [
    ToTensor.entry, Normalize.entry, Compose.entry, Lambda.entry, Resize.entry, CenterCrop.entry, RandomCrop.entry,
    RandomFlip.horizontalEntry, RandomFlip.verticalEntry, Grayscale.entry, Pad.entry,
    RandomRotation.entry, RandomResizedCrop.entry, RandomGrayscale.entry, RandomApply.entry, ToPILImage.entry,
    PILToTensor.entry,
  ]

  /// The transform of this name.
  package static func entry(_ name: String) -> TransformEntry? { entries.first { $0.name == name } }
}
