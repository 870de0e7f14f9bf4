import Interpreter

/// `torch.cuda` on a machine without one.
enum Cuda {
  static var missing: Raised {
    .runtimeError(
      "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from "
        + "http://www.nvidia.com/Download/index.aspx")
  }
}
