import Interpreter
import Tensors

/// `torch.finfo`: the limits of a floating-point dtype.
enum FloatInfo {
  static let type: TypeObject = TypeObject.native("finfo", module: "torch", of: Instance.self) { t in
    t.construct("finfo(type=None)") { _, call throws(Raised) in
      let dtype = call.has(0) ? call[0].dtype : Defaults.dtype
      guard let dtype else {
        throw .typeError("finfo(): argument 'type' (position 1) must be torch.dtype, not \(call[0].type.name)")
      }
      guard dtype.isFloatingPoint else {
        throw .typeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
      }
      return Instance(dtype).asValue
    }
    let numbers: [(String, Double, Double, Double)] = [
      ("max", 65504, Double(Float.greatestFiniteMagnitude), .greatestFiniteMagnitude),
      ("min", -65504, -Double(Float.greatestFiniteMagnitude), -.greatestFiniteMagnitude),
      ("eps", Double(Float16.ulpOfOne), Double(Float.ulpOfOne), .ulpOfOne),
      ("tiny", Double(Float16.leastNormalMagnitude), Double(Float.leastNormalMagnitude), .leastNormalMagnitude),
      ("smallest_normal", Double(Float16.leastNormalMagnitude), Double(Float.leastNormalMagnitude), .leastNormalMagnitude),
      ("resolution", 1e-3, 1e-6, 1e-15),
    ]
    for (name, half, single, double) in numbers {
      t.property(name) { info throws(Raised) in
        .float(info.dtype == .float16 ? half : info.dtype == .float32 ? single : double)
      }
    }
    t.property("bits") { info throws(Raised) in .int(info.dtype.byteSize * 8) }
    t.property("dtype") { info throws(Raised) in .string(info.dtype.name) }
    t.slots.repr = { value throws(Raised) in
      guard let info = value.cast(to: Instance.self) else { return "" }
      let fields = ["resolution", "min", "max", "eps", "smallest_normal", "tiny"]
      var text = "finfo("
      for field in fields {
        let number = try Interpreter.current.attribute(value, field).doubleValue ?? 0
        text += "\(field)=\(try Interpreter.current.format(.float(number), "g")), "
      }
      return text + "dtype=\(info.dtype.name))"
    }
  }

  final class Instance: Object {
    let dtype: DType
    init(_ dtype: DType) {
      self.dtype = dtype
      super.init(FloatInfo.type)
    }
  }
}

/// `torch.iinfo`: the limits of an integer dtype.
enum IntInfo {
  static let type: TypeObject = TypeObject.native("iinfo", module: "torch", of: Instance.self) { t in
    t.construct("iinfo(type)") { _, call throws(Raised) in
      guard let dtype = call[0].dtype else {
        throw .typeError("iinfo(): argument 'type' (position 1) must be torch.dtype, not \(call[0].type.name)")
      }
      guard dtype.kind == .int else {
        throw .typeError(
          dtype == .bool
            ? "torch.bool is not supported by torch.iinfo"
            : "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
      }
      return Instance(dtype).asValue
    }
    t.property("max") { info throws(Raised) in .int(info.limits.upperBound) }
    t.property("min") { info throws(Raised) in .int(info.limits.lowerBound) }
    t.property("bits") { info throws(Raised) in .int(info.dtype.byteSize * 8) }
    t.property("dtype") { info throws(Raised) in .string(info.dtype.name) }
    t.slots.repr = { value throws(Raised) in
      guard let info = value.cast(to: Instance.self) else { return "" }
      let (least, most) = (Double(info.limits.lowerBound), Double(info.limits.upperBound))
      let format = Interpreter.current.format
      return "iinfo(min=\(try format(.float(least), "g")), max=\(try format(.float(most), "g")), dtype=\(info.dtype.name))"
    }
  }

  final class Instance: Object {
    let dtype: DType
    init(_ dtype: DType) {
      self.dtype = dtype
      super.init(IntInfo.type)
    }
    var limits: ClosedRange<Int> {
      if dtype == .uint8 { return 0...255 }
      let half = 1 << (dtype.byteSize * 8 - 2)
      return -half &* 2...(half - 1) * 2 + 1
    }
  }
}
