import Interpreter
import Plots
import Tensors

/// Numbers of a script (lists, tuples, ranges, tensors, arrays) as pictures take them.
struct PlotData {
  /// The numbers, row by row.
  var values: [Double]
  /// The sizes; empty for one number.
  var shape: [Int]
  /// Whether they were whole numbers of eight bits.
  var isBytes = false

  /// The most numbers that one argument may have; beyond, a picture shows nothing more.
  private static let most = 200_000_000

  /// Reads nested data; texts are places on an axis of names.
  init(_ value: Value, on axis: Axis? = nil) throws(Raised) {
    if let tensor = value.tensor {
      if tensor.requiresGrad {
        throw .runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
      }
      try self.init(tensor)
    } else if let array = value.array {
      try self.init(array)
    } else if let image = value.cast(to: ImageObject.self)?.image {
      self.init(
        values: image.bytes.map { Double($0) },
        shape: [image.height, image.width] + (image.channels == 1 ? [] : [image.channels]), isBytes: true)
    } else {
      self.init(values: [], shape: [], isBytes: false)
      try Self.measure(value, &shape, 0)
      try read(value, 0, axis)
    }
  }

  private init(values: [Double], shape: [Int], isBytes: Bool) {
    self.values = values
    self.shape = shape
    self.isBytes = isBytes
  }

  private init(_ tensor: Tensor) throws(Raised) {
    guard tensor.elementCount <= Self.most else {
      throw .memoryError("\(tensor.elementCount) numbers are too many for a picture")
    }
    values = try converting { () throws(TensorError) in try tensor.detach().to(.float64).values(Double.self) }
    shape = Array(tensor.shape)
    isBytes = tensor.dtype == .uint8
  }

  private static func items(_ value: Value) throws(Raised) -> [Value]? {
    if let items = value.sequence { return items }
    if value.doubleValue != nil || value.stringValue != nil || value.isNone || value.cast(to: DictObject.self) != nil { return nil }
    if value.tensor != nil || value.array != nil { return nil }
    // An array of text or objects.
    if value.cast(to: NDArrayObject.self) != nil { return try Interpreter.current.elements(of: value) }
    if value.type.lookup("__float__") != nil { return nil }
    return value.type.lookup("__iter__") != nil || value.cast(to: RangeObject.self) != nil
      ? try Interpreter.current.elements(of: value) : nil
  }

  private static func inner(_ value: Value) throws(Raised) -> PlotData? {
    value.tensor != nil || value.array != nil || value.cast(to: ImageObject.self) != nil ? try PlotData(value) : nil
  }

  private static func measure(_ value: Value, _ shape: inout [Int], _ depth: Int) throws(Raised) {
    guard depth < 32 else { throw .valueError("setting an array element with a sequence: nested too deeply") }
    if let data = try inner(value) {
      shape += data.shape
    } else if let items = try items(value) {
      shape.append(items.count)
      if let first = items.first { try measure(first, &shape, depth + 1) }
    }
  }

  private mutating func read(_ value: Value, _ depth: Int, _ axis: Axis?) throws(Raised) {
    if case .float(let number) = value, depth == shape.count { return values.append(number) }
    if let data = try Self.inner(value) {
      guard data.shape == Array(shape[min(depth, shape.count)...]) else { throw Self.uneven(shape, depth) }
      values += data.values
      return
    }
    if let items = try Self.items(value) {
      guard depth < shape.count, items.count == shape[depth] else { throw Self.uneven(shape, depth) }
      guard values.count + items.count <= Self.most else { throw .memoryError("too many numbers for a picture") }
      for item in items { try read(item, depth + 1, axis) }
      return
    }
    guard depth == shape.count else { throw Self.uneven(shape, depth) }
    if let text = value.stringValue, let axis {
      values.append(axis.place(ofCategory: text))
    } else if value.isNone {
      values.append(.nan)
    } else {
      values.append(try Self.double(value))
    }
  }

  private static func uneven(_ shape: [Int], _ depth: Int) -> Raised {
    let found = Shape(Array(shape.prefix(max(depth, 1))))
    return .valueError(
      "setting an array element with a sequence. The requested array has an inhomogeneous shape after \(max(depth, 1)) dimensions. "
        + "The detected shape was \(PlotData.text(Array(found))) + inhomogeneous part.")
  }

  /// One number; what Python's `float` takes.
  static func double(_ value: Value) throws(Raised) -> Double {
    if let number = value.doubleValue { return number }
    if let text = value.stringValue {
      guard let number = Double(text) else {
        throw .valueError("could not convert string to float: \(try Interpreter.current.repr(value))")
      }
      return number
    }
    if let tensor = value.tensor ?? value.array {
      return try converting { () throws(TensorError) in try tensor.detach().item() }.doubleValue
    }
    return try Interpreter.current.double(value)
  }

  /// A row of numbers, whatever its sizes were.
  static func row(_ value: Value, on axis: Axis? = nil) throws(Raised) -> [Double] { try PlotData(value, on: axis).values }

  /// Sizes as Python writes a tuple.
  static func text(_ shape: [Int]) -> String {
    "(" + shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }

  /// A number as Python prints it where it is whole.
  static func plain(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)" }

  /// Numbers as an array of numpy.
  static func array(_ values: [Double], shape: [Int]? = nil) -> Value {
    NDArrayObject(Tensor(values, shape: Shape(shape ?? [values.count]))).asValue
  }

  /// A number as one of numpy's.
  static func scalar(_ value: Double) -> Value { Tensor([value], shape: Shape([])).asArrayResult }
}

/// Colours of a script.
enum PlotColors {
  /// A colour: its name, or three or four parts, or a pair of a colour and an opacity.
  static func one(_ value: Value) throws(Raised) -> Color {
    if let text = value.stringValue {
      guard let color = Color.parse(text) else { throw Raised(.unknownColor("'\(text)'")) }
      return color
    }
    if let items = value.sequence, items.count == 2, items[0].stringValue != nil || items[0].sequence != nil {
      return try one(items[0]).with(alpha: PlotData.double(items[1]))
    }
    let parts = value.doubleValue == nil ? (try? PlotData(value)) : nil
    guard let parts, parts.shape.count == 1, parts.values.count == 3 || parts.values.count == 4,
      parts.values.allSatisfy({ $0 >= 0 && $0 <= 1 })
    else { throw Raised(.unknownColor(try Interpreter.current.repr(value))) }
    return Color(parts.values[0], parts.values[1], parts.values[2], parts.values.count > 3 ? parts.values[3] : 1)
  }

  /// One colour or several.
  static func several(_ value: Value) throws(Raised) -> [Color] {
    if value.stringValue != nil { return [try one(value)] }
    if let items = value.sequence, let first = items.first, first.doubleValue == nil {
      if items.count == 2, first.stringValue != nil, items[1].doubleValue != nil { return [try one(value)] }
      var colors: [Color] = []
      for item in items { colors.append(try one(item)) }
      return colors
    }
    if let data = try? PlotData(value), data.shape.count == 2, data.shape[1] == 3 || data.shape[1] == 4 {
      let n = data.shape[1]
      return (0..<data.shape[0]).map { row in
        Color(data.values[row * n], data.values[row * n + 1], data.values[row * n + 2], n == 4 ? data.values[row * n + 3] : 1)
      }
    }
    return [try one(value)]
  }

  /// A colour map by name, or an object that is one.
  static func map(_ value: Value?, _ style: PlotStyle) throws(Raised) -> Colormap {
    if let map = value?.cast(to: ColormapObject.self) { return map.map }
    let name = value?.stringValue ?? style.colormap
    if let value, value.stringValue == nil {
      throw .typeError("cmap must be a string or a Colormap, not \(value.type.name)")
    }
    return try plotting { () throws(PlotError) in try Colormap.named(name) }
  }
}

/// What scripts hold when they hold a colour map.
final class ColormapObject: Object {
  let map: Colormap

  init(_ map: Colormap) {
    self.map = map
    super.init(ColormapObject.typeObject)
  }

  static let typeObject: TypeObject = TypeObject.native("Colormap", module: "matplotlib.colors", of: ColormapObject.self) { t in
    t.doc = "Numbers from 0 to 1 as colours."
    t.property("name") { object throws(Raised) in .string(object.map.name) }
    t.property("N", "The number of colours.") { object throws(Raised) in .int(object.map.colors.count) }
    t.method("reversed(self, name=None)", "The same colours backwards.") { object, _ throws(Raised) in
      let name = object.map.name
      return ColormapObject(
        try plotting { () throws(PlotError) in try Colormap.named(name.hasSuffix("_r") ? String(name.dropLast(2)) : name + "_r")
        }
      ).asValue
    }
    t.method("__call__(self, X, alpha=None, bytes=False)", "The colours of numbers from 0 to 1 (of whole numbers: the steps).")
    {
      object, call throws(Raised) in
      let data = try PlotData(call[1])
      let isStep = call[1].intValue != nil && call[1].boolValue == nil
      var parts: [Double] = []
      let alpha: Double? = call.has(2) ? try PlotData.double(call[2]) : nil
      for value in data.values {
        let color = object.map.color(at: isStep ? (value + 0.5) / Double(object.map.colors.count) : value).with(alpha: alpha)
        parts += [color.red, color.green, color.blue, color.alpha]
      }
      if data.shape.isEmpty { return .tuple(parts.map { PlotData.scalar($0) }) }
      return PlotData.array(parts, shape: data.shape + [4])
    }
    t.slots.repr = { value throws(Raised) in
      "<matplotlib.colors.Colormap '\(value.cast(to: ColormapObject.self)?.map.name ?? "")'>"
    }
  }
}
