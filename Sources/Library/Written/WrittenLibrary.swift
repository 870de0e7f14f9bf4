import Interpreter

/// The modules of the library that are written in the language itself, one file each. They are compiled when first imported.
enum WrittenLibrary {
  /// One line per module.
  static let sources: [(name: String, source: () -> String)] = [
    ("torchvision.models", { models }),
    ("torchvision.models.resnet", { resnet }),
    ("torchvision.models.vgg", { vgg }),
    ("torchvision.models.alexnet", { alexnet }),
    ("torchvision.utils", { visionUtilities }),
    ("torch.nn.utils.rnn", { packedSequences }),
    ("torch.distributions", { distributions }),
    ("torch.autograd.functional", { autogradFunctional }),
    ("_gradcheck", { gradientCheck }),
    ("_lbfgs", { lbfgs }),
    ("torchvision.transforms.functional", { visionFunctional }),
    ("_vision_transforms", { visionTransforms }),
    ("torch.nn.modules.transformer", { transformers }),
  ]

  /// Other names of the same modules.
  private static let aliases: [(name: String, module: String)] =
    [
      "normal", "categorical", "bernoulli", "uniform", "multinomial", "exponential", "laplace", "poisson", "independent",
      "distribution", "kl",
    ].map { ("torch.distributions.\($0)", "torch.distributions") }

  /// Makes the modules importable.
  static func register(in interpreter: Interpreter) {
    for (name, source) in sources {
      interpreter.registerModule(name) { (interpreter) throws(Raised) -> Value in
        try interpreter.runModule(name, source: source())
      }
    }
    for (name, module) in aliases {
      interpreter.registerModule(name) { (interpreter) throws(Raised) -> Value in try interpreter.importModule(module) }
    }
  }
}
