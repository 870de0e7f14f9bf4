import Glibc
import Interpreter
import Tensors

/// Arrays as bytes: numpy's own format, and the short way for plain tables of numbers. Opening files is left to the written part.
enum ArrayFiles {
  static func add(to module: ModuleObject) {
    module.function("_npy_bytes(a)", "The array in numpy's format.") { call throws(Raised) in
      .object(BytesObject(try bytes(of: try ArrayConversion.array(call[0]))))
    }
    module.function("_npy_array(data, name)", "The array that a file in numpy's format holds.") { call throws(Raised) in
      guard let data = call[0].cast(to: BytesObject.self) else { throw .typeError("a bytes-like object is required") }
      return try NPYReader(data.bytes, try call.string(1)).array().asValue
    }
    ZipFunctions.add(to: module)
    module.function("_plain_table(text, delimiter, skip)", "The numbers of a table without peculiarities; None for any other.")
    {
      call throws(Raised) in
      PlainTable.read(try call.string(0), call[1].stringValue, try call.int(2)) ?? .none
    }
  }

  private static func bytes(of array: NDArrayObject) throws(Raised) -> [UInt8] {
    let type = array.elementType
    if type == .object { throw .valueError("Object arrays cannot be saved when allow_pickle=False") }
    let x = try StridedElements.contiguous(array.view)
    let shape = ArrayText.tuple(x.shape)
    var header = "{'descr': '\(type.fileName)', 'fortran_order': False, 'shape': \(shape), }"
    let length = 10 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - length % 64) % 64) + "\n"
    var result: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    result += [UInt8(header.utf8.count & 0xff), UInt8(header.utf8.count >> 8)] + Array(header.utf8)
    if case .text(let width) = type {
      for element in ArrayConversion.elements(of: array) {
        var scalars = Array((element.stringValue ?? "").unicodeScalars.prefix(width)).map(\.value)
        scalars += [UInt32](repeating: 0, count: width - scalars.count)
        for scalar in scalars { withUnsafeBytes(of: scalar.littleEndian) { result += $0 } }
      }
    } else {
      result += UnsafeRawBufferPointer(start: x.rawPointer, count: x.elementCount &* x.dtype.byteSize)
    }
    return result
  }
}

/// Reads numpy's format, versions 1.0 to 3.0. Every size is checked against the file before memory is asked for.
struct NPYReader {
  private let data: [UInt8]
  private let name: String

  init(_ data: [UInt8], _ name: String) { (self.data, self.name) = (data, name) }

  func array() throws(Raised) -> NDArrayObject {
    guard data.count >= 10, data[0] == 0x93, Array(data[1..<6]) == Array("NUMPY".utf8) else {
      throw .valueError("\(name): not a numpy file, which begins with \\x93NUMPY")
    }
    let version = data[6]
    guard (1...3).contains(version) else {
      throw .valueError("\(name): numpy format version \(version) is not known (1 to 3 are)")
    }
    let sizeBytes = version == 1 ? 2 : 4
    guard data.count >= 8 + sizeBytes else { throw truncated("its header") }
    var length = 0
    for i in (0..<sizeBytes).reversed() { length = length << 8 | Int(data[8 + i]) }
    let start = 8 + sizeBytes + length
    guard length < 1 << 20, start <= data.count else { throw truncated("its header") }
    var header = NPYHeader(Array(data[8 + sizeBytes..<start]))
    guard let (descr, isFortran, shape) = header.parse() else {
      throw .valueError(
        "\(name): the header is no description of an array: \(String(decoding: data[(8 + sizeBytes)..<min(start, 90)], as: UTF8.self))"
      )
    }
    return try array(descr, shape, isFortran, start)
  }

  private func array(_ descr: String, _ shape: [Int], _ isFortran: Bool, _ start: Int) throws(Raised) -> NDArrayObject {
    if descr.hasPrefix("|O") || descr == "O" {
      throw .valueError("\(name): Object arrays cannot be loaded: they are pickled, and unpickling can run any code")
    }
    let isSwapped = descr.hasPrefix(">")
    let code = String(descr.drop { "<>|=".contains($0) })
    let sizes = Shape(isFortran ? shape.reversed() : shape)
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw truncated("\(shape) elements") }
      count = product
    }
    if code.hasPrefix("U"), let width = Int(code.dropFirst()), (0...1 << 20).contains(width) {
      return try text(count, width, sizes, isFortran, start, isSwapped)
    }
    guard let (dtype, byteSize, isUnsigned) = NPYReader.types[code] else {
      throw .valueError("\(name): elements of type '\(descr)' are not supported")
    }
    let (needed, overflow) = count.multipliedReportingOverflow(by: byteSize)
    guard !overflow, needed <= data.count - start else {
      throw truncated("\(count) elements of \(byteSize) bytes, of which \(data.count - start) bytes are there")
    }
    let result = try converting { () throws(TensorError) in try Tensor(uninitialised: sizes, dtype: dtype) }
    if byteSize == dtype.byteSize, !isSwapped {
      data.withUnsafeBytes { source in
        if let base = source.baseAddress, needed > 0 { result.rawPointer.copyMemory(from: base + start, byteCount: needed) }
      }
    } else {
      try widen(into: result, byteSize, code, isUnsigned, isSwapped, start)
    }
    if dtype == .bool {
      let p = result.rawPointer.assumingMemoryBound(to: UInt8.self)
      for i in 0..<count { p[i] = p[i] == 0 ? 0 : 1 }
    }
    return isFortran ? NDArrayObject(try ArrayShapes.transposed(result, nil)) : NDArrayObject(result)
  }

  /// Types of numpy by their code; unsigned ones are read into the next wider type that Lectern has.
  private static let types: [String: (DType, Int, Bool)] = [
    "b1": (.bool, 1, false), "u1": (.uint8, 1, true), "i1": (.int8, 1, false), "i2": (.int16, 2, false),
    "u2": (.int32, 2, true),
    "i4": (.int32, 4, false), "u4": (.int64, 4, true), "i8": (.int64, 8, false), "f2": (.float16, 2, false),
    "f4": (.float32, 4, false),
    "f8": (.float64, 8, false),
  ]

  private func widen(
    into result: Tensor, _ byteSize: Int, _ code: String, _ isUnsigned: Bool, _ isSwapped: Bool, _ start: Int
  ) throws(Raised) {
    let count = result.elementCount
    func word(_ i: Int) -> UInt64 {
      var value: UInt64 = 0
      for k in 0..<byteSize {
        let byte = data[start + i * byteSize + (isSwapped ? k : byteSize - 1 - k)]
        value = value << 8 | UInt64(byte)
      }
      return value
    }
    switch result.dtype {
    case .float16:
      let p = result.pointer(Float16.self)
      for i in 0..<count { p[i] = Float16(bitPattern: UInt16(word(i))) }
    case .float32:
      let p = result.pointer(Float.self)
      for i in 0..<count { p[i] = Float(bitPattern: UInt32(word(i))) }
    case .float64:
      let p = result.pointer(Double.self)
      for i in 0..<count { p[i] = Double(bitPattern: word(i)) }
    default:
      let shift = UInt64(64 - byteSize * 8)
      let numbers = (0..<count).map { i in
        isUnsigned ? Int(truncatingIfNeeded: word(i)) : Int(Int64(bitPattern: word(i) << shift) >> Int64(shift))
      }
      let wide = try converting { () throws(TensorError) in try Tensor(numbers, shape: result.shape).to(result.dtype) }
      try StridedElements.copy(wide, to: result)
    }
  }

  private func text(
    _ count: Int, _ width: Int, _ shape: Shape, _ isFortran: Bool, _ start: Int, _ isSwapped: Bool
  ) throws(Raised) -> NDArrayObject {
    let (needed, overflow) = count.multipliedReportingOverflow(by: width * 4)
    guard !overflow, needed <= data.count - start, width > 0 || count < 1 << 20 else {
      throw truncated("\(count) texts of \(width) characters")
    }
    var values: [Value] = []
    for i in 0..<count {
      var scalars = String.UnicodeScalarView()
      for k in 0..<width {
        var word: UInt32 = 0
        for b in 0..<4 { word = word << 8 | UInt32(data[start + (i * width + k) * 4 + (isSwapped ? b : 3 - b)]) }
        guard word != 0 else { continue }
        scalars.append(Unicode.Scalar(word) ?? "\u{fffd}")
      }
      values.append(TextScalar.make(String(scalars)))
    }
    let array = try ArrayConversion.make(values, shape, .text(max(width, 1)))
    return isFortran ? NDArrayObject(try ArrayShapes.transposed(array.view, nil), array.pool) : array
  }

  private func truncated(_ what: String) -> Raised {
    .valueError("\(name): the file is cut off or damaged: it promises \(what)")
  }
}

/// The header's dictionary: three fixed keys with a text, a truth value and a tuple of sizes.
private struct NPYHeader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() -> (descr: String, isFortran: Bool, shape: [Int])? {
    var descr: String?
    var isFortran: Bool?
    var shape: [Int]?
    guard take("{") else { return nil }
    while !take("}") {
      guard let key = quoted(), take(":") else { return nil }
      switch key {
      case "descr": descr = quoted()
      case "fortran_order": isFortran = take("True") ? true : take("False") ? false : nil
      case "shape": shape = sizes()
      default: return nil
      }
      _ = take(",")
      if position >= bytes.count { return nil }
    }
    guard let descr, let isFortran, let shape else { return nil }
    return (descr, isFortran, shape)
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == 32 || bytes[position] == 10 { position += 1 }
  }

  private mutating func take(_ word: String) -> Bool {
    skipSpaces()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func quoted() -> String? {
    skipSpaces()
    guard position < bytes.count, bytes[position] == 39 || bytes[position] == 34 else { return nil }
    let quote = bytes[position]
    guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
  }

  private mutating func sizes() -> [Int]? {
    guard take("(") else { return nil }
    var result: [Int] = []
    while !take(")") {
      skipSpaces()
      var digits = ""
      while position < bytes.count, (48...57).contains(bytes[position]) {
        digits.append(Character(Unicode.Scalar(bytes[position])))
        position += 1
      }
      guard let size = Int(digits), result.count < 64 else { return nil }
      result.append(size)
      _ = take(",")
    }
    return result
  }
}

/// Tables of nothing but numbers, rows of one length: read in one go.
private enum PlainTable {
  static func read(_ text: String, _ delimiter: String?, _ skip: Int) -> Value? {
    guard delimiter == nil || delimiter?.utf8.count == 1, !text.utf8.contains(0) else { return nil }
    let separator = delimiter?.utf8.first
    var bytes = Array(text.utf8)
    bytes.append(0)
    var numbers: [Double] = []
    var columns: Int?
    var rows = 0
    var position = 0
    var skipped = 0
    let isRead = bytes.withUnsafeBufferPointer { buffer -> Bool in
      guard let base = buffer.baseAddress else { return false }
      let end = buffer.count - 1
      while position < end {
        if skipped < skip {
          while position < end, buffer[position] != 10 { position += 1 }
          position += 1
          skipped += 1
          continue
        }
        var found = 0
        while true {
          while position < end, buffer[position] == 32 || buffer[position] == 9 && separator != 9 { position += 1 }
          if position >= end || buffer[position] == 10 || buffer[position] == 13 {
            if found > 0, separator != nil { return false }
            break
          }
          // Only what looks like a decimal number: `strtod` would also take hexadecimal ones and words.
          let first = buffer[position]
          guard (48...57).contains(first) || first == 45 || first == 43 || first == 46 else { return false }
          if first == 48, position + 1 < end, buffer[position + 1] | 32 == 120 { return false }
          var stop: UnsafeMutablePointer<CChar>?
          let start = UnsafeRawPointer(base + position).assumingMemoryBound(to: CChar.self)
          let number = strtod(start, &stop)
          guard let stop, stop != UnsafeMutablePointer(mutating: start) else { return false }
          let last = buffer[position..<(position + (UnsafePointer(stop) - start))].last ?? 0
          guard (48...57).contains(last) || last == 46 else { return false }
          numbers.append(number)
          found += 1
          position += UnsafePointer(stop) - start
          while position < end, buffer[position] == 32 || buffer[position] == 9 && separator != 9 { position += 1 }
          if position < end, let separator, buffer[position] == separator {
            position += 1
            continue
          }
          if position >= end || buffer[position] == 10 || buffer[position] == 13 { break }
          if separator != nil { return false }
        }
        if position < end, buffer[position] == 13 { position += 1 }
        if position < end, buffer[position] != 10 { return false }
        position += 1
        if found == 0 { continue }
        if let columns, columns != found { return false }
        columns = found
        rows += 1
      }
      return true
    }
    guard isRead, let columns, rows > 0 else { return nil }
    return NDArrayObject(Tensor(numbers, shape: [rows, columns])).asValue
  }
}
