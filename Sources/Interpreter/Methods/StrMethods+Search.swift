import Glibc

// Searching, replacing, splitting and joining.

extension StrMethods {
  /// The position of the first occurrence of a part between two positions, −1 when there is none.
  static func find(_ part: StrObject, in text: StrObject, _ start: Int, _ end: Int) -> Int {
    if start > end { return -1 }
    if part.count == 0 { return start }
    if end - start < part.count { return -1 }
    if !part.isASCII, text.isASCII { return -1 }
    return text.withUTF8 { haystack in
      part.withUTF8 { needle in
        let first = byteOffset(text, start)
        let last = byteOffset(text, end)
        let offset = ByteSearch.find(needle, in: haystack, first, last)
        if offset < 0 { return -1 }
        return text.isASCII ? offset : position(haystack, offset)
      }
    }
  }

  /// The position of the last occurrence between two positions, −1 when there is none.
  static func findLast(_ part: StrObject, in text: StrObject, _ start: Int, _ end: Int) -> Int {
    let size = part.count
    if start > end || end - start < size { return -1 }
    if size == 0 { return end }
    let wanted = part.scalar(at: 0)
    var index = end - size
    while index >= start {
      if text.scalar(at: index) == wanted {
        var matched = 1
        while matched < size, text.scalar(at: index + matched) == part.scalar(at: matched) { matched += 1 }
        if matched == size { return index }
      }
      index -= 1
    }
    return -1
  }

  private static func byteOffset(_ text: StrObject, _ position: Int) -> Int {
    if text.isASCII || position == 0 { return position }
    if position == text.count { return text.string.utf8.count }
    var offset = 0
    for index in 0..<position { offset += UTF8.width(text.scalar(at: index)) }
    return offset
  }

  private static func position(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var count = 0
    for index in 0..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The positions that `start` and `end` arguments mean, and whether the start lies within the text.
  private static func bounds(_ text: StrObject, _ call: Arguments, _ slot: Int) throws(Raised) -> (Int, Int) {
    let count = text.count
    var start = call.has(slot) ? try call.interpreter.sliceIndex(call[slot]) : 0
    var end = call.has(slot + 1) ? try call.interpreter.sliceIndex(call[slot + 1]) : count
    if end > count { end = count } else if end < 0 { end = max(end + count, 0) }
    if start < 0 { start = max(start + count, 0) }
    return (start, end)
  }

  private static func part(_ call: Arguments, _ slot: Int) throws(Raised) -> StrObject {
    guard let part = call[slot].cast(to: StrObject.self) else { throw .typeError("must be str, not \(call[slot].type.name)") }
    return part
  }

  static func setUpSearch(_ t: TypeBuilder<StrObject>) {
    t.method("find(self, sub, start=None, end=None, /)") { text, call throws(Raised) in
      let (start, end) = try bounds(text, call, 2)
      return .int(find(try part(call, 1), in: text, start, end))
    }
    t.method("rfind(self, sub, start=None, end=None, /)") { text, call throws(Raised) in
      let (start, end) = try bounds(text, call, 2)
      return .int(findLast(try part(call, 1), in: text, start, end))
    }
    t.method("index(self, sub, start=None, end=None, /)") { text, call throws(Raised) in
      let (start, end) = try bounds(text, call, 2)
      let found = find(try part(call, 1), in: text, start, end)
      if found < 0 { throw .valueError("substring not found") }
      return .int(found)
    }
    t.method("rindex(self, sub, start=None, end=None, /)") { text, call throws(Raised) in
      let (start, end) = try bounds(text, call, 2)
      let found = findLast(try part(call, 1), in: text, start, end)
      if found < 0 { throw .valueError("substring not found") }
      return .int(found)
    }
    t.method("count(self, sub, start=None, end=None, /)") { text, call throws(Raised) in
      var (start, end) = try bounds(text, call, 2)
      let wanted = try part(call, 1)
      if start > end { return .int(0) }
      if wanted.count == 0 { return .int(end - start + 1) }
      var count = 0
      while true {
        let found = find(wanted, in: text, start, end)
        if found < 0 { return .int(count) }
        count += 1
        start = found + wanted.count
      }
    }
    t.method("startswith(self, prefix, start=None, end=None, /)") { text, call throws(Raised) in
      try hasAffix(text, call) { text, affix, start, end in matches(text, affix, at: start) && affix.count <= end - start }
    }
    t.method("endswith(self, suffix, start=None, end=None, /)") { text, call throws(Raised) in
      try hasAffix(text, call) { text, affix, start, end in
        affix.count <= end - start && matches(text, affix, at: end - affix.count)
      }
    }
    t.method("replace(self, old, new, count=-1, /)") { text, call throws(Raised) in
      func argument(_ slot: Int) throws(Raised) -> StrObject {
        guard let part = call[slot].cast(to: StrObject.self) else {
          throw .typeError("replace() argument \(slot) must be str, not \(call[slot].type.name)")
        }
        return part
      }
      return .string(try replace(text, try argument(1), try argument(2), try call.int(3)))
    }
  }

  private static func matches(_ text: StrObject, _ part: StrObject, at start: Int) -> Bool {
    if start < 0 || start + part.count > text.count { return false }
    if text.isASCII {
      return text.withUTF8 { bytes in
        part.withUTF8 { wanted in
          guard wanted.count > 0, let base = bytes.baseAddress, let other = wanted.baseAddress else { return true }
          return wanted.count == part.count && memcmp(base + start, other, wanted.count) == 0
        }
      }
    }
    for index in 0..<part.count where text.scalar(at: start + index) != part.scalar(at: index) { return false }
    return true
  }

  private static func hasAffix(
    _ text: StrObject, _ call: Arguments, _ test: (StrObject, StrObject, Int, Int) -> Bool
  ) throws(Raised) -> Value {
    let (start, end) = try bounds(text, call, 2)
    if let affix = call[1].cast(to: StrObject.self) { return .bool(start <= end && test(text, affix, start, end)) }
    guard let tuple = call[1].cast(to: TupleObject.self) else {
      throw .typeError("\(call.functionName) first arg must be str or a tuple of str, not \(call[1].type.name)")
    }
    for element in tuple.elements {
      guard let affix = element.cast(to: StrObject.self) else {
        throw .typeError("tuple for \(call.functionName) must only contain str, not \(element.type.name)")
      }
      if start <= end, test(text, affix, start, end) { return true }
    }
    return false
  }

  private static func replace(_ text: StrObject, _ old: StrObject, _ new: StrObject, _ limit: Int) throws(Raised) -> String {
    var remaining = limit < 0 ? Int.max : limit
    if old.count == 0 {
      var result = ""
      for index in 0..<text.count {
        if remaining > 0 {
          result += new.string
          remaining -= 1
        }
        result.unicodeScalars.append(text.scalar(at: index))
      }
      return remaining > 0 ? result + new.string : result
    }
    var pieces: [String] = []
    var start = 0
    while remaining > 0 {
      let found = find(old, in: text, start, text.count)
      if found < 0 { break }
      pieces.append(text.substring(start, found))
      start = found + old.count
      remaining -= 1
    }
    if pieces.isEmpty { return text.string }
    let (growth, overflow) = pieces.count.multipliedReportingOverflow(by: new.string.utf8.count)
    if overflow || growth > FormatSpec.maximumWidth { throw .memoryError("") }
    pieces.append(text.substring(start, text.count))
    return pieces.joined(separator: new.string)
  }

  // MARK: Splitting and joining

  static func setUpSplitting(_ t: TypeBuilder<StrObject>) {
    t.method("split(self, sep=None, maxsplit=-1)") { text, call throws(Raised) in
      let limit = try call.int(2)
      if !call.has(1) { return .list(splitBlanks(text, limit)) }
      return .list(try split(text, try separator(call, orNone: true), limit))
    }
    t.method("rsplit(self, sep=None, maxsplit=-1)") { text, call throws(Raised) in
      let limit = try call.int(2)
      if limit < 0, !call.has(1) { return .list(splitBlanks(text, -1)) }
      if !call.has(1) { return .list(splitBlanksFromEnd(text, limit)) }
      return .list(try splitFromEnd(text, try separator(call, orNone: true), limit))
    }
    t.method("partition(self, sep, /)") { text, call throws(Raised) in
      let mark = try separator(call)
      let found = find(mark, in: text, 0, text.count)
      if found < 0 { return .tuple([.object(text), .string(""), .string("")]) }
      return .tuple([
        .string(text.substring(0, found)), .object(mark), .string(text.substring(found + mark.count, text.count)),
      ])
    }
    t.method("rpartition(self, sep, /)") { text, call throws(Raised) in
      let mark = try separator(call)
      let found = findLast(mark, in: text, 0, text.count)
      if found < 0 { return .tuple([.string(""), .string(""), .object(text)]) }
      return .tuple([
        .string(text.substring(0, found)), .object(mark), .string(text.substring(found + mark.count, text.count)),
      ])
    }
    t.method("splitlines(self, keepends=False)") { text, call throws(Raised) in
      .list(splitLines(text, keepEnds: try call.bool(1)))
    }
    t.method("join(self, iterable, /)") { text, call throws(Raised) in
      let elements: [Value]
      if let known = call[1].sequence {
        elements = known
      } else {
        if call[1].type.slots.iterate == nil, call[1].type.lookup("__iter__") == nil, call[1].type.lookup("__getitem__") == nil
        {
          throw .typeError("can only join an iterable")
        }
        elements = try call.interpreter.elements(of: call[1])
      }
      if elements.count == 1, case .object(let only) = elements[0], only.type === TypeObject.str { return elements[0] }
      var size = 0
      var isASCII = text.isASCII
      for (index, element) in elements.enumerated() {
        guard let part = element.cast(to: StrObject.self) else {
          throw .typeError("sequence item \(index): expected str instance, \(element.type.name) found")
        }
        size &+= part.string.utf8.count &+ text.string.utf8.count
        isASCII = isASCII && part.isASCII
      }
      try MemoryLimit.checked(size, stride: 1)
      var result = ""
      result.reserveCapacity(size)
      for (index, element) in elements.enumerated() {
        if index > 0 { result += text.string }
        if case .object(let object) = element { result += unsafeDowncast(object, to: StrObject.self).string }
      }
      return .object(isASCII ? StrObject(ascii: result) : StrObject(result))
    }
  }

  private static func separator(_ call: Arguments, orNone: Bool = false) throws(Raised) -> StrObject {
    guard let mark = call[1].cast(to: StrObject.self) else {
      throw .typeError("must be str\(orNone ? " or None" : ""), not \(call[1].type.name)")
    }
    if mark.count == 0 { throw .valueError("empty separator") }
    return mark
  }

  private static func split(_ text: StrObject, _ mark: StrObject, _ limit: Int) throws(Raised) -> [Value] {
    var parts: [Value] = []
    var start = 0
    while limit < 0 || parts.count < limit {
      let found = find(mark, in: text, start, text.count)
      if found < 0 { break }
      parts.append(.string(text.substring(start, found)))
      start = found + mark.count
    }
    parts.append(start == 0 ? .object(text) : .string(text.substring(start, text.count)))
    return parts
  }

  private static func splitFromEnd(_ text: StrObject, _ mark: StrObject, _ limit: Int) throws(Raised) -> [Value] {
    var parts: [Value] = []
    var end = text.count
    while limit < 0 || parts.count < limit {
      let found = findLast(mark, in: text, 0, end)
      if found < 0 { break }
      parts.append(.string(text.substring(found + mark.count, end)))
      end = found
    }
    parts.append(.string(text.substring(0, end)))
    return parts.reversed()
  }

  /// Whether an ASCII character counts as white space.
  @inline(__always) private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte >= 9 && byte <= 13 || byte >= 28 && byte <= 31
  }

  private static func splitBlanks(_ text: StrObject, _ limit: Int) -> [Value] {
    var parts: [Value] = []
    let count = text.count
    var index = 0
    if text.isASCII, limit < 0 {
      text.withUTF8 { bytes in
        while true {
          while index < count, isBlank(bytes[index]) { index += 1 }
          if index == count { return }
          let start = index
          while index < count, !isBlank(bytes[index]) { index += 1 }
          parts.append(.object(StrObject(ascii: UnsafeBufferPointer(rebasing: bytes[start..<index]))))
        }
      }
      return parts
    }
    while true {
      while index < count, isSpace(text.scalar(at: index)) { index += 1 }
      if index == count { return parts }
      let start = index
      if limit >= 0, parts.count == limit {
        parts.append(.string(text.substring(start, count)))
        return parts
      }
      while index < count, !isSpace(text.scalar(at: index)) { index += 1 }
      parts.append(.string(text.substring(start, index)))
    }
  }

  private static func splitBlanksFromEnd(_ text: StrObject, _ limit: Int) -> [Value] {
    var parts: [Value] = []
    var index = text.count
    while true {
      while index > 0, isSpace(text.scalar(at: index - 1)) { index -= 1 }
      if index == 0 { break }
      let end = index
      if parts.count == limit {
        parts.append(.string(text.substring(0, end)))
        break
      }
      while index > 0, !isSpace(text.scalar(at: index - 1)) { index -= 1 }
      parts.append(.string(text.substring(index, end)))
    }
    return parts.reversed()
  }

  private static func splitLines(_ text: StrObject, keepEnds: Bool) -> [Value] {
    var lines: [Value] = []
    let count = text.count
    var index = 0
    while index < count {
      let start = index
      while index < count, !isLineBreak(text.scalar(at: index)) { index += 1 }
      var end = index
      if index < count {
        index += text.scalar(at: index) == "\r" && index + 1 < count && text.scalar(at: index + 1) == "\n" ? 2 : 1
      }
      if keepEnds { end = index }
      lines.append(.string(text.substring(start, end)))
    }
    return lines
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 10...13, 28...30, 0x85, 0x2028, 0x2029: return true
    default: return false
    }
  }
}
