import Interpreter
import Tensors

/// `torch.device`. There is one device, the CPU; others can be named but hold nothing.
final class DeviceObject: Object {
  let kind: String
  let index: Int?

  init(_ kind: String, _ index: Int? = nil) {
    self.kind = kind
    self.index = index
    super.init(DeviceObject.typeObject)
  }

  static let cpu = DeviceObject("cpu")
  private static let kinds = [
    "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga", "maia", "xla", "lazy", "vulkan", "mps",
    "meta", "hpu", "mtia", "privateuseone",
  ]

  static let typeObject: TypeObject = TypeObject.native("device", module: "torch", of: DeviceObject.self) { t in
    t.doc = "Where a tensor's elements are kept."
    t.construct("device(type, index=None)") { _, call throws(Raised) in
      if let device = call[0].cast(to: DeviceObject.self) { return device.asValue }
      if let index = call[0].intValue, call[0].boolValue == nil { return DeviceObject("cuda", index).asValue }
      guard let text = call[0].stringValue else {
        throw .typeError("device(): argument 'type' must be str, not \(call[0].type.name)")
      }
      let device = try DeviceObject.parse(text)
      return call.has(1) ? DeviceObject(device.kind, try call.int(1)).asValue : device.asValue
    }
    t.property("type", "The kind of device.") { device throws(Raised) in .string(device.kind) }
    t.property("index", "Which device of its kind.") { device throws(Raised) in device.index.map { .int($0) } ?? .none }
    var slots = t.slots
    slots.repr = { value throws(Raised) in
      guard let device = value.cast(to: DeviceObject.self) else { return "" }
      return "device(type='\(device.kind)'" + (device.index.map { ", index=\($0))" } ?? ")")
    }
    slots.str = { value throws(Raised) in value.cast(to: DeviceObject.self)?.text ?? "" }
    slots.hash = { value throws(Raised) in try Interpreter.current.hash(.string(value.cast(to: DeviceObject.self)?.text ?? "")) }
    slots.compare = { op, lhs, rhs throws(Raised) in
      guard let a = lhs.cast(to: DeviceObject.self), let b = rhs.cast(to: DeviceObject.self) else { return nil }
      switch op {
      case .equal: return .bool(a.text == b.text)
      case .notEqual: return .bool(a.text != b.text)
      default: return nil
      }
    }
    t.slots = slots
  }

  var text: String { kind + (index.map { ":\($0)" } ?? "") }

  /// Reads `cpu`, `cuda:1`, …
  static func parse(_ text: String) throws(Raised) -> DeviceObject {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let kind = parts.first, !text.isEmpty else {
      throw .runtimeError("Device string must not be empty")
    }
    guard kinds.contains(kind) else {
      let list = kinds.joined(separator: ", ")
      throw .runtimeError("Expected one of \(list) device type at start of device string: \(kind)")
    }
    if parts.count == 1 { return kind == "cpu" ? cpu : DeviceObject(kind) }
    guard let index = Int(parts[1]), index >= 0, parts[1].utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      throw .runtimeError("Invalid device string: '\(text)'")
    }
    return DeviceObject(kind, index)
  }

  /// Accepts what can be given as `device=`: RuntimeError unless it is the CPU.
  static func checkCPU(_ value: Value) throws(Raised) {
    let device: DeviceObject
    if let known = value.cast(to: DeviceObject.self) {
      device = known
    } else if let text = value.stringValue {
      device = try parse(text)
    } else if value.isNone || value.isUnbound {
      return
    } else if value.intValue != nil {
      device = DeviceObject("cuda", value.intValue)
    } else {
      throw .typeError("to(): argument 'device' must be torch.device, not \(value.type.name)")
    }
    switch device.kind {
    case "cpu": return
    case "cuda": throw Raised(.assertionError, "Torch not compiled with CUDA enabled")
    default: throw .runtimeError("Lectern computes on the CPU only; device '\(device.text)' does not exist here")
    }
  }
}
