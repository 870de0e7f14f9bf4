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
    ("torch.autograd.profiler", { profiler }),
    ("IPython", { ipython }),
    ("IPython.display", { ipythonDisplay }),
    ("urllib.request", { urllibRequest }),
    ("urllib.error", { urllibError }),
    ("urllib.parse", { urllibParse }),
    ("_safe_open", { safeOpen }),
    ("torch.testing", { tensorTesting }),
    ("torch.nn.parallel", { dataParallel }),
    ("six", { six }),
    ("six.moves", { sixMoves }),
  ]

  /// Other names of the same modules.
  private static let aliases: [(name: String, module: String)] =
    [
      "normal", "categorical", "bernoulli", "uniform", "multinomial", "exponential", "laplace", "poisson", "independent",
      "distribution", "kl",
    ].map { ("torch.distributions.\($0)", "torch.distributions") }
    + [
      ("torch.profiler", "torch.autograd.profiler"), ("IPython.core.display", "IPython.display"),
      ("matplotlib_inline.backend_inline", "IPython.display"), ("six.moves.urllib", "urllib"),
      ("six.moves.urllib.request", "urllib.request"), ("six.moves.urllib.parse", "urllib.parse"),
      ("six.moves.urllib.error", "urllib.error"),
    ]

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
