import Interpreter
import Tensors

/// `torch.cuda` on a machine without one.
enum Cuda {
  static var missing: Raised {
    .runtimeError(
      "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from "
        + "http://www.nvidia.com/Download/index.aspx")
  }

  static func build() -> Value {
    let module = ModuleObject("torch.cuda", doc: "Graphics processors: there are none for Lectern.")
    module.function("is_available()", "False: computations run on the processor.") { _ throws(Raised) in false }
    module.function("device_count()", "How many graphics processors there are: 0.") { _ throws(Raised) in 0 }
    // Seeding a device that is not there is accepted, as in PyTorch.
    for name in ["manual_seed", "manual_seed_all"] {
      module.function("\(name)(seed)", "Accepted without effect.") { call throws(Raised) in
        _ = try RandomState.seed(call[0])
        return .none
      }
    }
    for name in ["empty_cache", "synchronize"] { module.function("\(name)(device=None)") { _ throws(Raised) in .none } }
    for name in ["current_device", "get_device_name", "get_device_properties", "set_device"] {
      module.function("\(name)(device=None)") { _ throws(Raised) in throw missing }
    }
    return module.asValue
  }
}
