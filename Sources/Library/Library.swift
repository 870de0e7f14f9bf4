import Interpreter

/// Everything that a script can import beyond the language itself: `torch`, `torchvision`, `numpy`, `matplotlib`.
package enum Library {
  /// Makes the modules importable and, for prompts, the names that need no import. Nothing is built before it is used.
  package static func install(into interpreter: Interpreter, prelude: Bool = true) {
    interpreter.registerModule("torch", TorchModule.build)
  }
}
