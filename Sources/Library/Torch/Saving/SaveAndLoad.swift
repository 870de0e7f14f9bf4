import Interpreter
import Saving
import Tensors

/// `torch.save` and `torch.load`.
enum SaveAndLoad {
  static func add(to torch: ModuleObject) {
    torch.function(
      "save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True)",
      "Writes tensors, state dicts and containers of them to a file that PyTorch reads too."
    ) { call throws(Raised) in
      guard try call.bool(4) else {
        throw .notImplementedError("torch.save: the format before PyTorch 1.6 is not written by Lectern")
      }
      let file = try SavedFile(call[1])
      var maker = SavedValueMaker()
      let saved = try maker.make(call[0])
      try file.write(try saving { () throws(SavingError) in try TorchFile.bytes(of: saved, name: file.archiveName) })
      return .none
    }
    torch.function(
      "load(f, map_location=None, pickle_module=None, *, weights_only=True, mmap=None, **pickle_load_args)",
      "Reads what `torch.save` wrote, here or in PyTorch. Data only: nothing in the file is ever run."
    ) { call throws(Raised) in
      let bytes = try SavedFile(call[0]).read()
      let location = MapLocation(call[1])
      let value = try load(bytes, location)
      var reader = SavedValueReader()
      return try reader.value(of: value)
    }
  }

  private static func load(_ bytes: [UInt8], _ location: MapLocation) throws(Raised) -> SavedValue {
    var refusal: Raised?
    do throws(SavingError) {
      return try TorchFile.value(of: bytes) { (place) throws(SavingError) in
        do throws(Raised) { try location.check(place) } catch {
          refusal = error
          throw SavingError(.damaged, error.message)
        }
      }
    } catch {
      if let refusal { throw refusal }
      guard case .unpickling = error.kind else { throw Raised(error) }
      throw Raised(SavingErrors.unpickling, explained(error.message))
    }
  }

  /// PyTorch's way of saying that a file asks for more than data.
  private static func explained(_ message: String) -> String {
    let ending =
      "\n\nCheck the documentation of torch.load to learn more about types accepted by default with weights_only "
      + "https://pytorch.org/docs/stable/generated/torch.load.html."
    if message.hasPrefix("\n\nTrying") { return "Weights only load failed." + message + ending }
    return "Weights only load failed. Lectern loads data only: tensors, numbers, text and containers of them. "
      + "WeightsUnpickler error: \(message)\(ending)"
  }
}

/// `map_location`: where tensors are to go. There is only the CPU, so that it decides what is refused.
struct MapLocation {
  private let value: Value

  init(_ value: Value) { self.value = value }

  /// Refuses tensors saved from a device that is not here, unless they are told to go elsewhere.
  func check(_ saved: String) throws(Raised) {
    var target = saved
    if let text = value.stringValue {
      target = text
    } else if let device = value.cast(to: DeviceObject.self) {
      target = device.text
    } else if let table = value.cast(to: DictObject.self) {
      target = table.get(saved)?.stringValue ?? saved
    } else if !value.isNone, !value.isUnbound {
      // A function from storage and location; whatever it answers, the tensor stays here.
      return
    }
    if target == "cpu" || target.hasPrefix("cpu:") { return }
    if target.hasPrefix("cuda") {
      throw .runtimeError(
        "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a CPU-only "
          + "machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.")
    }
    throw .runtimeError("don't know how to restore data location of torch.storage.UntypedStorage (tagged with \(target))")
  }
}
