extension Tensor {
  /// Deals the channels out to groups in turn: channel g of group k comes to stand at g · groups + k.
  ///
  /// **Shape** `[N, C, …]` → the same.
  package func channelShuffle(_ groups: Int) throws(TensorError) -> Tensor {
    guard dim > 2 else {
      throw .runtime("channel_shuffle expects input with > 2 dims, but got input with sizes \(shape)")
    }
    guard groups > 0 else {
      throw .runtime("Number of groups to divide channels in must be positive. Value of groups:\(groups)")
    }
    guard shape[1] % groups == 0 else {
      throw .runtime("Number of channels must be divisible by groups. Got \(shape[1]) channels and \(groups) groups.")
    }
    let rest = Array(shape.dropFirst(2))
    let dealt = try reshape(Shape([shape[0], groups, shape[1] / groups] + rest)).transpose(1, 2)
    return try dealt.contiguous().reshape(shape)
  }
}

extension Op {
  static let channelShuffle = Op(
    "channel_shuffle(input: Tensor, groups: int)", [.function, .functional], "Deals the channels out to groups in turn.",
    example: "F.channel_shuffle(torch.arange(4.).reshape(1, 4, 1), 2)"
  ) { call in .tensor(try call.tensor(0).channelShuffle(call.int(1))) }
}
