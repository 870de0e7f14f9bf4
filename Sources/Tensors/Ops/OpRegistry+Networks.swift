extension OpRegistry {
  /// The ops that neural networks are made of, one line a file.
  static let networks: [Op] =
    [
      .conv1d, .conv2d, .conv3d,
      .convTranspose1d, .convTranspose2d, .convTranspose3d,
      .maxPool1d, .maxPool2d, .maxPool3d,
      .averagePool1d, .averagePool2d, .averagePool3d, .adaptiveAveragePool1d, .adaptiveAveragePool2d, .adaptiveAveragePool3d,
      .adaptiveMaxPool1d, .adaptiveMaxPool2d, .adaptiveMaxPool3d,
      .pad, .interpolate, .gridSample, .affineGrid,
      .maxUnpool1d, .maxUnpool2d, .maxUnpool3d,
      .pixelShuffle, .pixelUnshuffle, .channelShuffle,
      .unfold, .fold, .lpPool1d, .lpPool2d, .localResponseNorm,
      .linear,
      .softmax, .logSoftmax, .functionalSoftmax, .functionalLogSoftmax, .softmin,
      .nllLoss, .crossEntropy,
      .mseLoss, .l1Loss, .smoothL1Loss, .huberLoss, .binaryCrossEntropy, .binaryCrossEntropyWithLogits,
      .ctcLoss, .klDivergence, .poissonNLLLoss, .gaussianNLLLoss,
      .dropout, .torchDropout, .alphaDropout, .featureAlphaDropout, .dropout1d, .dropout2d, .dropout3d,
      .batchNorm, .instanceNorm,
      .layerNorm, .rmsNorm, .groupNorm,
    ] + Op.marginLosses
}
