import Data
import Interpreter
import Tensors

/// `_vision`: changes of pictures, PIL images and tensors alike, that `torchvision.transforms.functional` is built on.
enum PictureFunctions {
  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("_vision") { _ throws(Raised) in
      let module = ModuleObject("_vision")
      module.function("window(img, top, left, height, width)") { call throws(Raised) in
        let (top, left, height, width) = (try call.int(1), try call.int(2), try call.int(3), try call.int(4))
        return try changed(call) { picture throws(TensorError) in
          try picture.window(top: top, left: left, height: height, width: width)
        }
      }
      module.function("flip(img, horizontally: bool)") { call throws(Raised) in
        let horizontally = try call.bool(1)
        return try changed(call) { picture throws(TensorError) in try picture.flipped(horizontally: horizontally) }
      }
      module.function("rotate(img, angle, bilinear: bool, expand: bool, center, fill)") { call throws(Raised) in
        let (angle, bilinear, expand) = (try call.double(1), try call.bool(2), try call.bool(3))
        let (centre, fill) = (try numbers(call[4]), try numbers(call[5]))
        guard centre == nil || centre?.count == 2 else { throw .valueError("center should have two numbers") }
        return try changed(call) { picture throws(TensorError) in
          try picture.rotated(
            degrees: angle, bilinear: bilinear, expand: expand, centre: centre.map { ($0[0], $0[1]) }, fill: fill)
        }
      }
      module.function("warp(img, map, bilinear: bool, fill)") { call throws(Raised) in
        let (bilinear, fill) = (try call.bool(2), try numbers(call[3]))
        guard let map = AffineMap(try numbers(call[1]) ?? []) else { throw .valueError("the affine map has no finite numbers") }
        return try changed(call) { picture throws(TensorError) in
          guard case .tensor(let x) = picture else { return picture }
          return .tensor(
            try x.warped(map, width: picture.width, height: picture.height, bilinear: bilinear, fill: fill))
        }
      }
      module.function("sample(img, grid, bilinear: bool, fill)") { call throws(Raised) in
        let (bilinear, fill) = (try call.bool(2), try numbers(call[3]))
        guard let grid = call[1].tensor else { throw .typeError("the grid has to be a tensor") }
        return try changed(call) { picture throws(TensorError) in
          guard case .tensor(let x) = picture else { return picture }
          return .tensor(try x.warped(by: grid, bilinear: bilinear, fill: fill))
        }
      }
      return module.asValue
    }
  }

  private static func changed(
    _ call: Arguments, _ change: (Picture) throws(TensorError) -> Picture
  ) throws(Raised) -> Value {
    let value = try OpValue(call[0])
    return Value(try converting { () throws(TensorError) in try change(Picture(value)).value })
  }

  private static func numbers(_ value: Value) throws(Raised) -> [Double]? {
    guard !value.isNone else { return nil }
    var found: [Double] = []
    for item in value.sequence ?? [value] { found.append(try Interpreter.current.double(item)) }
    return found
  }
}
