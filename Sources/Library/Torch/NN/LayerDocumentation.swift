import NN

/// What help tells of a layer or loss: what it does, from which shape to which, an example.
package enum LayerDocumentation {
  /// The docstring of a class; empty for those that have none.
  static func text(of name: String) -> String {
    guard let entry = entries[name] ?? further[name] else { return "" }
    let shape = entry.shape.isEmpty ? "" : "\n\nShape: \(entry.shape)"
    return "\(entry.summary)\(shape)\n\nExample: \(entry.example)"
  }

  /// All entries.
  package static var all: [String: (summary: String, shape: String, example: String)] {
    entries.merging(further) { first, _ in first }
  }

  /// Summary, shapes and an example that runs, by the name of the class. N is the batch, C channels, H and W height and width.
  static let entries: [String: (summary: String, shape: String, example: String)] = [
    "Conv1d": (
      "Slides filters over sequences and adds up products.",
      "(N, C_in, L) -> (N, C_out, (L + 2 padding - dilation (kernel - 1) - 1) // stride + 1)",
      "nn.Conv1d(16, 33, 3, stride=2)(torch.ones(20, 16, 50)).shape"
    ),
    "Conv2d": (
      "Slides filters over images and adds up products: each output channel looks for one pattern.",
      "(N, C_in, H, W) -> (N, C_out, (H + 2 padding - dilation (kernel - 1) - 1) // stride + 1, the same of W)",
      "nn.Conv2d(1, 32, kernel_size=3, padding=1)(torch.ones(100, 1, 28, 28)).shape"
    ),
    "Conv3d": (
      "Slides filters over volumes and adds up products.", "(N, C_in, D, H, W) -> (N, C_out, D', H', W'), each as in Conv2d",
      "nn.Conv3d(1, 4, 3)(torch.ones(2, 1, 8, 8, 8)).shape"
    ),
    "ConvTranspose2d": (
      "Convolution backwards: spreads each number over a window, to make images larger.",
      "(N, C_in, H, W) -> (N, C_out, (H - 1) stride - 2 padding + dilation (kernel - 1) + output_padding + 1, the same of W)",
      "nn.ConvTranspose2d(8, 4, 2, stride=2)(torch.ones(1, 8, 7, 7)).shape"
    ),
    "Linear": (
      "Multiplies by a matrix and adds a bias: x @ weight.T + bias.", "(*, in_features) -> (*, out_features)",
      "nn.Linear(3, 2)(torch.ones(5, 3)).shape"
    ),
    "Bilinear": (
      "A product of two inputs through a matrix for each output.", "(*, in1), (*, in2) -> (*, out)",
      "nn.Bilinear(3, 4, 2)(torch.ones(5, 3), torch.ones(5, 4)).shape"
    ),
    "Identity": ("Gives back its input.", "(*) -> (*)", "nn.Identity()(torch.ones(2)).shape"),
    "MaxPool1d": (
      "The largest number of each window of a sequence.", "(N, C, L) -> (N, C, (L + 2 padding - kernel) // stride + 1)",
      "nn.MaxPool1d(2)(torch.ones(1, 3, 8)).shape"
    ),
    "MaxPool2d": (
      "The largest number of each window of an image.",
      "(N, C, H, W) -> (N, C, (H + 2 padding - kernel) // stride + 1, the same of W)",
      "nn.MaxPool2d(2)(torch.ones(100, 32, 28, 28)).shape"
    ),
    "AvgPool2d": (
      "The mean of each window of an image.", "(N, C, H, W) -> (N, C, (H + 2 padding - kernel) // stride + 1, the same of W)",
      "nn.AvgPool2d(2)(torch.ones(1, 3, 8, 8)).shape"
    ),
    "AdaptiveAvgPool2d": (
      "Means of windows chosen so that the output has the size asked for.", "(N, C, H, W) -> (N, C, output_size)",
      "nn.AdaptiveAvgPool2d((1, 1))(torch.ones(1, 3, 8, 8)).shape"
    ),
    "BatchNorm1d": (
      "Brings each feature to mean 0 and variance 1 over the batch, then scales and shifts it.",
      "(N, C) -> (N, C), (N, C, L) -> (N, C, L)", "nn.BatchNorm1d(4)(torch.rand(8, 4)).shape"
    ),
    "BatchNorm2d": (
      "Brings each channel to mean 0 and variance 1 over batch and image, then scales and shifts it.",
      "(N, C, H, W) -> (N, C, H, W)", "nn.BatchNorm2d(3)(torch.rand(8, 3, 4, 4)).shape"
    ),
    "LayerNorm": (
      "Brings the last dimensions of each sample to mean 0 and variance 1, then scales and shifts them.", "(N, *) -> (N, *)",
      "nn.LayerNorm(10)(torch.rand(2, 5, 10)).shape"
    ),
    "GroupNorm": (
      "Brings groups of channels to mean 0 and variance 1, then scales and shifts them.", "(N, C, *) -> (N, C, *)",
      "nn.GroupNorm(2, 6)(torch.rand(1, 6, 4, 4)).shape"
    ),
    "Dropout": (
      "While training, makes a share p of the numbers 0 and the others larger by 1 / (1 - p).", "(*) -> (*)",
      "nn.Dropout(0.5)(torch.ones(4)).shape"
    ),
    "Dropout2d": (
      "While training, makes whole channels 0.", "(N, C, H, W) -> (N, C, H, W)",
      "nn.Dropout2d(0.5)(torch.ones(1, 3, 2, 2)).shape"
    ),
    "ReLU": ("Negative numbers become 0.", "(*) -> (*)", "nn.ReLU()(torch.tensor([-1., 2.]))"),
    "LeakyReLU": (
      "Negative numbers become small: multiplied by negative_slope.", "(*) -> (*)", "nn.LeakyReLU(0.1)(torch.tensor([-1., 2.]))"
    ),
    "ELU": ("Negative numbers become alpha (exp(x) - 1).", "(*) -> (*)", "nn.ELU()(torch.tensor([-1., 2.]))"),
    "GELU": ("x times the share of the normal distribution below x.", "(*) -> (*)", "nn.GELU()(torch.tensor([-1., 2.]))"),
    "SiLU": ("x times sigmoid(x).", "(*) -> (*)", "nn.SiLU()(torch.tensor([-1., 2.]))"),
    "Sigmoid": ("1 / (1 + exp(-x)), between 0 and 1.", "(*) -> (*)", "nn.Sigmoid()(torch.tensor([0., 2.]))"),
    "Tanh": ("The hyperbolic tangent, between -1 and 1.", "(*) -> (*)", "nn.Tanh()(torch.tensor([0., 2.]))"),
    "Softmax": (
      "Positive numbers that add up to 1 along a dimension.", "(*) -> (*)", "nn.Softmax(dim=1)(torch.ones(2, 4))"
    ),
    "LogSoftmax": ("The logarithm of softmax.", "(*) -> (*)", "nn.LogSoftmax(dim=1)(torch.ones(2, 4))"),
    "Flatten": (
      "Joins dimensions to one, all but the first by default.", "(N, *) -> (N, product of *)",
      "nn.Flatten()(torch.ones(100, 64, 7, 7)).shape"
    ),
    "Embedding": (
      "A table of vectors, looked up by number.", "(*) of whole numbers -> (*, embedding_dim)",
      "nn.Embedding(10, 3)(torch.tensor([1, 2, 4])).shape"
    ),
    "RNN": (
      "A recurrent network: each step sees the input and the state of the step before.",
      "(L, N, input_size) -> (L, N, hidden_size) and the last state (num_layers, N, hidden_size); batch_first puts N in front",
      "nn.RNN(10, 20)(torch.ones(5, 3, 10))[0].shape"
    ),
    "LSTM": (
      "A recurrent network with gates and a memory cell.",
      "(L, N, input_size) -> (L, N, hidden_size) and (h, c), each (num_layers, N, hidden_size); batch_first puts N in front",
      "nn.LSTM(10, 20)(torch.ones(5, 3, 10))[0].shape"
    ),
    "GRU": (
      "A recurrent network with two gates.",
      "(L, N, input_size) -> (L, N, hidden_size) and the last state (num_layers, N, hidden_size); batch_first puts N in front",
      "nn.GRU(10, 20)(torch.ones(5, 3, 10))[0].shape"
    ),
    "Sequential": (
      "Modules applied one after the other.", "",
      "nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))(torch.ones(1, 4)).shape"
    ),
    "ModuleList": (
      "A list of modules whose parameters belong to the module that holds it.", "",
      "len(nn.ModuleList([nn.Linear(2, 2) for _ in range(3)]))"
    ),
    "CrossEntropyLoss": (
      "How far scores are from the right classes: log-softmax, then the negative of the right class's number.",
      "scores (N, C) and classes (N) of whole numbers, or probabilities (N, C) -> ()",
      "nn.CrossEntropyLoss()(torch.zeros(2, 10), torch.tensor([3, 7]))"
    ),
    "NLLLoss": (
      "The negative of the right class's log-probability.", "log-probabilities (N, C) and classes (N) -> ()",
      "nn.NLLLoss()(torch.log_softmax(torch.zeros(2, 10), 1), torch.tensor([3, 7]))"
    ),
    "MSELoss": (
      "The mean of the squared differences.", "(*), (*) -> ()", "nn.MSELoss()(torch.ones(3), torch.zeros(3))"
    ),
    "L1Loss": ("The mean of the differences without sign.", "(*), (*) -> ()", "nn.L1Loss()(torch.ones(3), torch.zeros(3))"),
    "SmoothL1Loss": (
      "Squared for small differences, without sign for large ones.", "(*), (*) -> ()",
      "nn.SmoothL1Loss()(torch.ones(3), torch.zeros(3))"
    ),
    "BCELoss": (
      "Cross-entropy of probabilities and targets between 0 and 1.", "(*), (*) -> ()",
      "nn.BCELoss()(torch.full((3,), 0.5), torch.ones(3))"
    ),
    "BCEWithLogitsLoss": (
      "Sigmoid and BCELoss in one, more exact.", "(*), (*) -> ()", "nn.BCEWithLogitsLoss()(torch.zeros(3), torch.ones(3))"
    ),
  ]
}
