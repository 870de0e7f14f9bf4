extension WrittenLibrary {
  /// `torch.nn.parallel`: modules on several devices, of which there is one.
  static let dataParallel = #"""
    """Modules on several devices: with one CPU, the module itself in a wrapper."""
    from torch.nn import Module


    class DataParallel(Module):
        """Calls its module; on machines with GPUs it would split the batch among them."""

        def __init__(self, module, device_ids=None, output_device=None, dim=0):
            super().__init__()
            self.module = module
            self.device_ids = []

        def forward(self, *inputs, **kwargs):
            return self.module(*inputs, **kwargs)
    """#
}
