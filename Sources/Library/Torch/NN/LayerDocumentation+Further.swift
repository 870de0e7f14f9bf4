extension LayerDocumentation {
  /// The rest of the table: pooling, padding and normalisation of other ranks, further activations, cells and losses.
  static let further: [String: (summary: String, shape: String, example: String)] = [
    "AdaptiveAvgPool1d": (
      "Means of windows chosen so that the output has the size asked for.",
      "(N, C, L) -> (N, C, output_size)",
      "nn.AdaptiveAvgPool1d(2)(torch.ones(1, 3, 8)).shape"
    ),
    "AdaptiveAvgPool3d": (
      "Means of windows chosen so that the output has the size asked for.",
      "(N, C, D, H, W) -> (N, C, output_size)",
      "nn.AdaptiveAvgPool3d(2)(torch.ones(1, 3, 8, 8, 8)).shape"
    ),
    "AdaptiveMaxPool1d": (
      "The largest number of windows chosen so that the output has the size asked for.",
      "(N, C, L) -> (N, C, output_size)",
      "nn.AdaptiveMaxPool1d(2)(torch.ones(1, 2, 4)).shape"
    ),
    "AdaptiveMaxPool2d": (
      "The largest number of windows chosen so that the output has the size asked for.",
      "(N, C, H, W) -> (N, C, output_size)",
      "nn.AdaptiveMaxPool2d(2)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "AdaptiveMaxPool3d": (
      "The largest number of windows chosen so that the output has the size asked for.",
      "(N, C, D, H, W) -> (N, C, output_size)",
      "nn.AdaptiveMaxPool3d(2)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
    "AlphaDropout": (
      "Dropout that keeps mean 0 and variance 1 of self-normalising networks.",
      "(*) -> (*)",
      "nn.AlphaDropout(0.5)(torch.ones(4)).shape"
    ),
    "AvgPool1d": (
      "The mean of each window of a sequence.",
      "(N, C, L) -> the same with (size + 2 padding - kernel) // stride + 1 along each dimension",
      "nn.AvgPool1d(2)(torch.ones(1, 3, 8)).shape"
    ),
    "AvgPool3d": (
      "The mean of each window of a volume.",
      "(N, C, D, H, W) -> the same with (size + 2 padding - kernel) // stride + 1 along each dimension",
      "nn.AvgPool3d(2)(torch.ones(1, 3, 8, 8, 8)).shape"
    ),
    "BatchNorm3d": (
      "Brings each channel to mean 0 and variance 1 over batch and volume, then scales and shifts it.",
      "(N, C, D, H, W) -> (N, C, D, H, W)",
      "nn.BatchNorm3d(2)(torch.rand(2, 2, 3, 3, 3)).shape"
    ),
    "CELU": (
      "max(0, x) + min(0, alpha (exp(x / alpha) - 1)).",
      "(*) -> (*)",
      "nn.CELU()(torch.tensor([-1., 2.]))"
    ),
    "CTCLoss": (
      "How unlikely a sequence of classes is, however its letters are stretched over the steps of the scores.",
      "log-probabilities (T, N, C), targets (N, S), input_lengths (N), target_lengths (N) -> ()",
      "nn.CTCLoss()(torch.zeros(5, 1, 3).log_softmax(2), torch.tensor([[1, 2]]), torch.tensor([5]), torch.tensor([2]))"
    ),
    "ChannelShuffle": (
      "Deals the channels out to groups in turn.",
      "(N, C, *) -> (N, C, *)",
      "nn.ChannelShuffle(2)(torch.ones(1, 4, 2, 2)).shape"
    ),
    "CircularPad1d": (
      "Adds what stands at the opposite border around the input.",
      "(N, C, L) -> each of the last dimensions longer by the padding on both sides",
      "nn.CircularPad1d(1)(torch.ones(1, 2, 4)).shape"
    ),
    "CircularPad2d": (
      "Adds what stands at the opposite border around the input.",
      "(N, C, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.CircularPad2d(1)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "CircularPad3d": (
      "Adds what stands at the opposite border around the input.",
      "(N, C, D, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.CircularPad3d(1)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
    "ConstantPad1d": (
      "Adds a number around the input.",
      "(N, C, L) -> each of the last dimensions longer by the padding on both sides",
      "nn.ConstantPad1d(1, 2.5)(torch.ones(1, 2, 4)).shape"
    ),
    "ConstantPad2d": (
      "Adds a number around the input.",
      "(N, C, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ConstantPad2d(1, 2.5)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "ConstantPad3d": (
      "Adds a number around the input.",
      "(N, C, D, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ConstantPad3d(1, 2.5)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
    "ConvTranspose1d": (
      "Convolution backwards: spreads each number over a window, to make a sequence larger.",
      "(N, C, L) -> (N, C_out, ...), each size (size - 1) stride - 2 padding + dilation (kernel - 1) + output_padding + 1",
      "nn.ConvTranspose1d(3, 2, 2, stride=2)(torch.ones(1, 3, 8)).shape"
    ),
    "ConvTranspose3d": (
      "Convolution backwards: spreads each number over a window, to make a volume larger.",
      "(N, C, D, H, W) -> (N, C_out, ...), each size (size - 1) stride - 2 padding + dilation (kernel - 1) + output_padding + 1",
      "nn.ConvTranspose3d(3, 2, 2, stride=2)(torch.ones(1, 3, 8, 8, 8)).shape"
    ),
    "CosineEmbeddingLoss": (
      "Asks vectors to point the same way where the target is 1, not to where it is -1.",
      "(N, D), (N, D), (N) -> ()",
      "nn.CosineEmbeddingLoss()(torch.tensor([[0.2, 0.8]]), torch.tensor([[0.2, 0.8]]), torch.tensor([1.]))"
    ),
    "CosineSimilarity": (
      "The cosine of the angle between vectors along a dimension.",
      "(*, D, *), (*, D, *) -> (*, *)",
      "nn.CosineSimilarity(dim=1)(torch.ones(2, 3), torch.ones(2, 3))"
    ),
    "Dropout1d": (
      "While training, makes whole channels 0.",
      "(N, C, L) -> (N, C, L)",
      "nn.Dropout1d(0.5)(torch.ones(1, 3, 8)).shape"
    ),
    "Dropout3d": (
      "While training, makes whole channels 0.",
      "(N, C, D, H, W) -> (N, C, D, H, W)",
      "nn.Dropout3d(0.5)(torch.ones(1, 3, 8, 8, 8)).shape"
    ),
    "EmbeddingBag": (
      "Sums, means or maxima of vectors that are looked up by number.",
      "(B, N) of whole numbers, or (N) and offsets (B) -> (B, embedding_dim)",
      "nn.EmbeddingBag(10, 3)(torch.tensor([[1, 2], [4, 5]])).shape"
    ),
    "FeatureAlphaDropout": (
      "Alpha dropout of whole channels.",
      "(N, C, *) -> (N, C, *)",
      "nn.FeatureAlphaDropout(0.5)(torch.ones(1, 2, 3)).shape"
    ),
    "Fold": (
      "Adds windows, a column each, up to an image.",
      "(N, C kernel kernel, number of windows) -> (N, C, output_size)",
      "nn.Fold((4, 4), 2)(torch.ones(1, 12, 9)).shape"
    ),
    "GLU": (
      "The first half of a dimension times the sigmoid of the second.",
      "(*, 2 n, *) -> (*, n, *)",
      "nn.GLU()(torch.ones(2, 4)).shape"
    ),
    "GRUCell": (
      "One step of a recurrent network with two gates.",
      "(N, input_size) and the state (N, hidden_size) -> (N, hidden_size)",
      "nn.GRUCell(3, 2)(torch.ones(4, 3)).shape"
    ),
    "GaussianNLLLoss": (
      "The negative log-likelihood of targets under normal distributions of given means and variances.",
      "(*), (*), (*) -> ()",
      "nn.GaussianNLLLoss()(torch.zeros(3), torch.ones(3), torch.ones(3))"
    ),
    "Hardshrink": (
      "x, and 0 where it is nearer to 0 than lambd.",
      "(*) -> (*)",
      "nn.Hardshrink()(torch.tensor([-1., 2.]))"
    ),
    "Hardsigmoid": (
      "(x + 3) / 6 kept between 0 and 1.",
      "(*) -> (*)",
      "nn.Hardsigmoid()(torch.tensor([-1., 2.]))"
    ),
    "Hardswish": (
      "x times hardsigmoid(x).",
      "(*) -> (*)",
      "nn.Hardswish()(torch.tensor([-1., 2.]))"
    ),
    "Hardtanh": (
      "x kept between min_val and max_val.",
      "(*) -> (*)",
      "nn.Hardtanh()(torch.tensor([-1., 2.]))"
    ),
    "HingeEmbeddingLoss": (
      "Distances to be small for target 1 and at least the margin for target -1.",
      "(*), (*) -> ()",
      "nn.HingeEmbeddingLoss()(torch.tensor([0.5]), torch.tensor([1.]))"
    ),
    "HuberLoss": (
      "Squared for differences below delta, without sign above it.",
      "(*), (*) -> ()",
      "nn.HuberLoss()(torch.ones(3), torch.zeros(3))"
    ),
    "InstanceNorm1d": (
      "Brings each channel of each sample to mean 0 and variance 1.",
      "(N, C, L) -> (N, C, L)",
      "nn.InstanceNorm1d(2)(torch.rand(1, 2, 4)).shape"
    ),
    "InstanceNorm2d": (
      "Brings each channel of each sample to mean 0 and variance 1.",
      "(N, C, H, W) -> (N, C, H, W)",
      "nn.InstanceNorm2d(2)(torch.rand(1, 2, 4, 4)).shape"
    ),
    "InstanceNorm3d": (
      "Brings each channel of each sample to mean 0 and variance 1.",
      "(N, C, D, H, W) -> (N, C, D, H, W)",
      "nn.InstanceNorm3d(2)(torch.rand(1, 2, 4, 4, 4)).shape"
    ),
    "KLDivLoss": (
      "How far a distribution, given by logarithms, is from another.",
      "log-probabilities (*), probabilities (*) -> ()",
      "nn.KLDivLoss(reduction='batchmean')(torch.log_softmax(torch.zeros(2, 3), 1), torch.full((2, 3), 1 / 3))"
    ),
    "LPPool1d": (
      "The p-norm of each window.",
      "(N, C, L) -> as AvgPool1d",
      "nn.LPPool1d(2, 2)(torch.ones(1, 2, 4)).shape"
    ),
    "LPPool2d": (
      "The p-norm of each window.",
      "(N, C, H, W) -> as AvgPool2d",
      "nn.LPPool2d(2, 2)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "LSTMCell": (
      "One step of a recurrent network with gates and a memory cell.",
      "(N, input_size) and (h, c), each (N, hidden_size) -> h and c",
      "nn.LSTMCell(3, 2)(torch.ones(4, 3))[0].shape"
    ),
    "LocalResponseNorm": (
      "Divides by the strength of the neighbouring channels.",
      "(N, C, *) -> (N, C, *)",
      "nn.LocalResponseNorm(2)(torch.ones(1, 4, 2, 2)).shape"
    ),
    "LogSigmoid": (
      "The logarithm of sigmoid(x).",
      "(*) -> (*)",
      "nn.LogSigmoid()(torch.tensor([-1., 2.]))"
    ),
    "MarginRankingLoss": (
      "Asks for the order of two scores: the first higher where the target is 1, lower where it is -1.",
      "(N), (N), (N) -> ()",
      "nn.MarginRankingLoss()(torch.ones(2), torch.zeros(2), torch.ones(2))"
    ),
    "MaxPool3d": (
      "The largest number of each window of a volume.",
      "(N, C, D, H, W) -> the same with (size + 2 padding - kernel) // stride + 1 along each dimension",
      "nn.MaxPool3d(2)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
    "MaxUnpool1d": (
      "Puts the results of max pooling back where they came from, zeros elsewhere.",
      "(N, C, L) and the places that MaxPool1d(return_indices=True) gave -> (N, C, ...), each size (size - 1) stride - 2 padding + kernel",
      "nn.MaxUnpool1d(2)(*nn.MaxPool1d(2, return_indices=True)(torch.rand(1, 2, 4))).shape"
    ),
    "MaxUnpool2d": (
      "Puts the results of max pooling back where they came from, zeros elsewhere.",
      "(N, C, H, W) and the places that MaxPool2d(return_indices=True) gave -> (N, C, ...), each size (size - 1) stride - 2 padding + kernel",
      "nn.MaxUnpool2d(2)(*nn.MaxPool2d(2, return_indices=True)(torch.rand(1, 2, 4, 4))).shape"
    ),
    "MaxUnpool3d": (
      "Puts the results of max pooling back where they came from, zeros elsewhere.",
      "(N, C, D, H, W) and the places that MaxPool3d(return_indices=True) gave -> (N, C, ...), each size (size - 1) stride - 2 padding + kernel",
      "nn.MaxUnpool3d(2)(*nn.MaxPool3d(2, return_indices=True)(torch.rand(1, 2, 4, 4, 4))).shape"
    ),
    "Mish": (
      "x times tanh(softplus(x)).",
      "(*) -> (*)",
      "nn.Mish()(torch.tensor([-1., 2.]))"
    ),
    "ModuleDict": (
      "Named modules whose parameters belong to the module that holds them.",
      "",
      "list(nn.ModuleDict({'a': nn.ReLU()}))"
    ),
    "MultiLabelMarginLoss": (
      "Asks the scores of all right classes to exceed the others by a margin.",
      "scores (N, C) and classes (N, C), which end at the first -1 -> ()",
      "nn.MultiLabelMarginLoss()(torch.tensor([[0.1, 0.2, 0.4]]), torch.tensor([[2, 0, -1]]))"
    ),
    "MultiLabelSoftMarginLoss": (
      "The binary cross-entropy of the score of each class.",
      "(N, C), (N, C) -> ()",
      "nn.MultiLabelSoftMarginLoss()(torch.tensor([[0.2, 0.8]]), torch.tensor([[0., 1.]]))"
    ),
    "MultiMarginLoss": (
      "Asks the right class's score to exceed the others by a margin.",
      "scores (N, C) and classes (N) -> ()",
      "nn.MultiMarginLoss()(torch.tensor([[0.2, 0.8]]), torch.tensor([1]))"
    ),
    "MultiheadAttention": (
      "Each query takes a mean of the values, weighed by how well it fits their keys, in several heads.",
      "query (L, N, E), key and value (S, N, E) -> (L, N, E) and the weights (N, L, S); batch_first puts N in front",
      "nn.MultiheadAttention(4, 2)(torch.ones(3, 1, 4), torch.ones(3, 1, 4), torch.ones(3, 1, 4))[0].shape"
    ),
    "PReLU": (
      "Negative numbers are multiplied by a weight that is learned; it starts at 0.25.",
      "(*) -> (*)",
      "nn.PReLU()(torch.tensor([-1., 2.]))"
    ),
    "PairwiseDistance": (
      "The p-norm of the difference of vectors.",
      "(N, D), (N, D) -> (N)",
      "nn.PairwiseDistance()(torch.ones(2, 3), torch.zeros(2, 3))"
    ),
    "ParameterDict": (
      "Named parameters that belong to the module that holds them.",
      "",
      "list(nn.ParameterDict({'a': nn.Parameter(torch.ones(2))}))"
    ),
    "ParameterList": (
      "A list of parameters that belong to the module that holds it.",
      "",
      "len(nn.ParameterList([nn.Parameter(torch.ones(2))]))"
    ),
    "PixelShuffle": (
      "Turns channels into larger images.",
      "(N, C r r, H, W) -> (N, C, H r, W r)",
      "nn.PixelShuffle(2)(torch.ones(1, 4, 3, 3)).shape"
    ),
    "PixelUnshuffle": (
      "Turns images into more channels.",
      "(N, C, H r, W r) -> (N, C r r, H, W)",
      "nn.PixelUnshuffle(2)(torch.ones(1, 1, 4, 4)).shape"
    ),
    "PoissonNLLLoss": (
      "The negative log-likelihood of counts under Poisson distributions.",
      "(*), (*) -> ()",
      "nn.PoissonNLLLoss()(torch.zeros(3), torch.ones(3))"
    ),
    "RMSNorm": (
      "Divides the last dimensions of each sample by the root of their mean square, then scales them.",
      "(N, *) -> (N, *)",
      "nn.RMSNorm(4)(torch.rand(2, 4)).shape"
    ),
    "RNNCell": (
      "One step of a recurrent network.",
      "(N, input_size) and the state (N, hidden_size) -> (N, hidden_size)",
      "nn.RNNCell(3, 2)(torch.ones(4, 3)).shape"
    ),
    "RReLU": (
      "Negative numbers are multiplied by a slope drawn between lower and upper while training, by their mean else.",
      "(*) -> (*)",
      "nn.RReLU()(torch.tensor([-1., 2.]))"
    ),
    "ReLU6": (
      "x kept between 0 and 6.",
      "(*) -> (*)",
      "nn.ReLU6()(torch.tensor([-1., 2.]))"
    ),
    "ReflectionPad1d": (
      "Adds the elements mirrored at the border around the input.",
      "(N, C, L) -> each of the last dimensions longer by the padding on both sides",
      "nn.ReflectionPad1d(1)(torch.ones(1, 2, 4)).shape"
    ),
    "ReflectionPad2d": (
      "Adds the elements mirrored at the border around the input.",
      "(N, C, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ReflectionPad2d(1)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "ReflectionPad3d": (
      "Adds the elements mirrored at the border around the input.",
      "(N, C, D, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ReflectionPad3d(1)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
    "ReplicationPad1d": (
      "Adds the border's elements around the input.",
      "(N, C, L) -> each of the last dimensions longer by the padding on both sides",
      "nn.ReplicationPad1d(1)(torch.ones(1, 2, 4)).shape"
    ),
    "ReplicationPad2d": (
      "Adds the border's elements around the input.",
      "(N, C, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ReplicationPad2d(1)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "ReplicationPad3d": (
      "Adds the border's elements around the input.",
      "(N, C, D, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ReplicationPad3d(1)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
    "SELU": (
      "ELU with fixed scales that keep mean 0 and variance 1.",
      "(*) -> (*)",
      "nn.SELU()(torch.tensor([-1., 2.]))"
    ),
    "SoftMarginLoss": (
      "The logistic loss for targets 1 and -1.",
      "(*), (*) -> ()",
      "nn.SoftMarginLoss()(torch.ones(3), torch.ones(3))"
    ),
    "Softmax2d": (
      "Softmax over the channels at each place of an image.",
      "(N, C, H, W) -> (N, C, H, W)",
      "nn.Softmax2d()(torch.ones(1, 2, 2, 2)).shape"
    ),
    "Softmin": (
      "Softmax of -x: positive numbers that add up to 1 along a dimension.",
      "(*) -> (*)",
      "nn.Softmin(dim=1)(torch.ones(2, 4))"
    ),
    "Softplus": (
      "log(1 + exp(beta x)) / beta, a smooth ReLU.",
      "(*) -> (*)",
      "nn.Softplus()(torch.tensor([-1., 2.]))"
    ),
    "Softshrink": (
      "x moved towards 0 by lambd.",
      "(*) -> (*)",
      "nn.Softshrink()(torch.tensor([-1., 2.]))"
    ),
    "Softsign": (
      "x / (1 + |x|).",
      "(*) -> (*)",
      "nn.Softsign()(torch.tensor([-1., 2.]))"
    ),
    "Tanhshrink": (
      "x - tanh(x).",
      "(*) -> (*)",
      "nn.Tanhshrink()(torch.tensor([-1., 2.]))"
    ),
    "Threshold": (
      "x above the threshold, else a fixed value.",
      "(*) -> (*)",
      "nn.Threshold(0.1, 20)(torch.tensor([-1., 2.]))"
    ),
    "TransformerEncoderLayer": (
      "Self-attention and two linear layers, each with a shortcut and layer normalisation.",
      "(S, N, d_model) -> (S, N, d_model); batch_first puts N in front",
      "nn.TransformerEncoderLayer(4, 2)(torch.ones(3, 1, 4)).shape"
    ),
    "TripletMarginLoss": (
      "Asks anchors to be nearer to positives than to negatives, by a margin.",
      "(N, D), (N, D), (N, D) -> ()",
      "nn.TripletMarginLoss()(torch.tensor([[0.2, 0.8]]), torch.tensor([[0.2, 0.8]]), torch.zeros(1, 2))"
    ),
    "Unflatten": (
      "Splits a dimension into several.",
      "(*, size, *) -> (*, unflattened_size, *)",
      "nn.Unflatten(1, (2, 3))(torch.ones(4, 6)).shape"
    ),
    "Unfold": (
      "The windows of an image, a column each.",
      "(N, C, H, W) -> (N, C kernel kernel, number of windows)",
      "nn.Unfold(2)(torch.ones(1, 3, 4, 4)).shape"
    ),
    "Upsample": (
      "Makes sequences, images or volumes larger, by a mode such as nearest or bilinear.",
      "(N, C, *) -> (N, C, size)",
      "nn.Upsample(scale_factor=2)(torch.ones(1, 1, 2, 2)).shape"
    ),
    "UpsamplingBilinear2d": (
      "Makes images larger by mixing neighbours, corners on corners.",
      "(N, C, H, W) -> (N, C, size)",
      "nn.UpsamplingBilinear2d(scale_factor=2)(torch.ones(1, 1, 2, 2)).shape"
    ),
    "UpsamplingNearest2d": (
      "Makes images larger by repeating pixels.",
      "(N, C, H, W) -> (N, C, size)",
      "nn.UpsamplingNearest2d(scale_factor=2)(torch.ones(1, 1, 2, 2)).shape"
    ),
    "ZeroPad1d": (
      "Adds zeros around the input.",
      "(N, C, L) -> each of the last dimensions longer by the padding on both sides",
      "nn.ZeroPad1d(1)(torch.ones(1, 2, 4)).shape"
    ),
    "ZeroPad2d": (
      "Adds zeros around the input.",
      "(N, C, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ZeroPad2d(1)(torch.ones(1, 2, 4, 4)).shape"
    ),
    "ZeroPad3d": (
      "Adds zeros around the input.",
      "(N, C, D, H, W) -> each of the last dimensions longer by the padding on both sides",
      "nn.ZeroPad3d(1)(torch.ones(1, 2, 4, 4, 4)).shape"
    ),
  ]
}
