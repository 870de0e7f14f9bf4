import Interpreter

/// `array.flags`: facts about an array's memory.
final class ArrayFlags: Object {
  private let array: NDArrayObject

  init(_ array: NDArrayObject) {
    self.array = array
    super.init(ArrayFlags.type)
  }

  private func value(_ name: String) -> Bool? {
    switch name.lowercased() {
    case "c_contiguous", "contiguous": array.view.isContiguous
    case "f_contiguous", "fortran": (try? ArrayShapes.transposed(array.view, nil).isContiguous) ?? false
    case "writeable": array.isWriteable
    case "owndata": array.view.storage.byteCount == array.view.elementCount &* array.view.dtype.byteSize
    case "aligned": true
    case "writebackifcopy": false
    default: nil
    }
  }

  private static let names = ["C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY"]

  static let type: TypeObject = TypeObject.native("flagsobj", module: "numpy._core.multiarray", of: ArrayFlags.self) { t in
    t.doc = "Facts about an array's memory."
    for name in names + ["CONTIGUOUS", "FORTRAN"] where name != "WRITEABLE" {
      t.property(name.lowercased()) { flags throws(Raised) in .bool(flags.value(name) ?? false) }
    }
    t.property("writeable", "Whether elements may be changed.") { flags throws(Raised) in
      .bool(flags.array.isWriteable)
    } set: { flags, value throws(Raised) in
      flags.array.isWriteable = try Interpreter.current.isTrue(value)
    }
    t.slots.getItem = { value, key throws(Raised) in
      guard let name = key.stringValue, let flag = value.cast(to: ArrayFlags.self)?.value(name) else {
        throw .keyError("Unknown flag")
      }
      return .bool(flag)
    }
    t.slots.setItem = { value, key, new throws(Raised) in
      guard let flags = value.cast(to: ArrayFlags.self), key.stringValue?.lowercased() == "writeable" else {
        throw .keyError("Unknown flag")
      }
      flags.array.isWriteable = try Interpreter.current.isTrue(new)
    }
    t.slots.repr = { value throws(Raised) in
      names.map { "  \($0) : \(value.cast(to: ArrayFlags.self)?.value($0) == true ? "True" : "False")\n" }.joined()
    }
  }
}
