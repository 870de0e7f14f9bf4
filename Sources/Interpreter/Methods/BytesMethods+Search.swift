// Searching, replacing, splitting and joining bytes.

extension BytesMethods {
  static func find(_ part: [UInt8], in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { haystack in
      part.withUnsafeBufferPointer { ByteSearch.find($0, in: haystack, start, end) }
    }
  }

  private static func findLast(_ part: [UInt8], in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { haystack in
      part.withUnsafeBufferPointer { ByteSearch.findLast($0, in: haystack, start, end) }
    }
  }

  /// A part to search for: bytes, or one byte as a number.
  private static func part(_ value: Value) throws(Raised) -> [UInt8] {
    if let object = value.cast(to: BytesObject.self) { return object.bytes }
    guard value.bigInt != nil else {
      throw .typeError("argument should be integer or bytes-like object, not '\(value.type.name)'")
    }
    guard let byte = value.intValue.flatMap({ UInt8(exactly: $0) }) else { throw .valueError("byte must be in range(0, 256)") }
    return [byte]
  }

  private static func bounds(_ count: Int, _ call: Arguments, _ slot: Int) throws(Raised) -> (Int, Int) {
    var start = call.has(slot) ? try call.interpreter.sliceIndex(call[slot]) : 0
    var end = call.has(slot + 1) ? try call.interpreter.sliceIndex(call[slot + 1]) : count
    if end > count { end = count } else if end < 0 { end = max(end + count, 0) }
    if start < 0 { start = max(start + count, 0) }
    return (start, end)
  }

  static func setUpSearch(_ t: TypeBuilder<BytesObject>) {
    let type = t.type
    for (name, isLast, raises) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      t.method("\(name)(self, sub, start=None, end=None, /)") { bytes, call throws(Raised) in
        let (start, end) = try bounds(bytes.bytes.count, call, 2)
        let wanted = try part(call[1])
        let found = isLast ? findLast(wanted, in: bytes.bytes, start, end) : find(wanted, in: bytes.bytes, start, end)
        if found < 0, raises { throw .valueError("subsection not found") }
        return .int(found)
      }
    }
    t.method("count(self, sub, start=None, end=None, /)") { bytes, call throws(Raised) in
      var (start, end) = try bounds(bytes.bytes.count, call, 2)
      let wanted = try part(call[1])
      if start > end { return .int(0) }
      if wanted.isEmpty { return .int(end - start + 1) }
      var count = 0
      while true {
        let found = find(wanted, in: bytes.bytes, start, end)
        if found < 0 { return .int(count) }
        count += 1
        start = found + wanted.count
      }
    }
    for (name, isPrefix) in [("startswith", true), ("endswith", false)] {
      t.method("\(name)(self, affix, start=None, end=None, /)") { bytes, call throws(Raised) in
        let (start, end) = try bounds(bytes.bytes.count, call, 2)
        let affixes = call[1].cast(to: TupleObject.self)?.elements ?? [call[1]]
        for affix in affixes {
          guard let wanted = affix.cast(to: BytesObject.self)?.bytes else {
            throw .typeError("\(name) first arg must be bytes or a tuple of bytes, not \(affix.type.name)")
          }
          guard start <= end, wanted.count <= end - start else { continue }
          let place = isPrefix ? start : end - wanted.count
          if Array(bytes.bytes[place..<(place + wanted.count)]) == wanted { return true }
        }
        return false
      }
    }
    t.method("replace(self, old, new, count=-1, /)") { bytes, call throws(Raised) in
      let old = try BytesMethods.bytes(of: call[1])
      let new = try BytesMethods.bytes(of: call[2])
      let limit = try call.int(3)
      return .object(BytesObject(try replace(bytes.bytes, old, new, limit < 0 ? Int.max : limit), type))
    }
    t.method("removeprefix(self, prefix, /)") { bytes, call throws(Raised) in
      let prefix = try BytesMethods.bytes(of: call[1])
      return .object(
        BytesObject(bytes.bytes.starts(with: prefix) ? Array(bytes.bytes.dropFirst(prefix.count)) : bytes.bytes, type))
    }
    t.method("removesuffix(self, suffix, /)") { bytes, call throws(Raised) in
      let suffix = try BytesMethods.bytes(of: call[1])
      let ends = bytes.bytes.reversed().starts(with: suffix.reversed())
      return .object(BytesObject(ends ? Array(bytes.bytes.dropLast(suffix.count)) : bytes.bytes, type))
    }
  }

  private static func replace(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8], _ limit: Int) throws(Raised) -> [UInt8] {
    var result: [UInt8] = []
    var remaining = limit
    if old.isEmpty {
      for byte in bytes {
        if remaining > 0 {
          result += new
          remaining -= 1
        }
        result.append(byte)
      }
      return remaining > 0 ? result + new : result
    }
    var start = 0
    while remaining > 0 {
      let found = find(old, in: bytes, start, bytes.count)
      if found < 0 { break }
      result += bytes[start..<found] + new
      start = found + old.count
      remaining -= 1
      try MemoryLimit.checked(result.count, stride: 1)
    }
    return result + bytes[start...]
  }

  static func setUpSplitting(_ t: TypeBuilder<BytesObject>) {
    let type = t.type
    func made(_ pieces: [[UInt8]]) -> Value { .list(pieces.map { .object(BytesObject($0, type)) }) }
    t.method("split(self, sep=None, maxsplit=-1)") { bytes, call throws(Raised) in
      made(try split(bytes.bytes, call, fromEnd: false))
    }
    t.method("rsplit(self, sep=None, maxsplit=-1)") { bytes, call throws(Raised) in
      made(try split(bytes.bytes, call, fromEnd: true))
    }
    t.method("splitlines(self, keepends=False)") { bytes, call throws(Raised) in
      let keeps = try call.bool(1)
      var lines: [[UInt8]] = []
      var start = 0
      let all = bytes.bytes
      while start < all.count {
        var end = start
        while end < all.count, all[end] != 10, all[end] != 13 { end += 1 }
        var next = end
        if next < all.count { next += all[next] == 13 && next + 1 < all.count && all[next + 1] == 10 ? 2 : 1 }
        lines.append(Array(all[start..<(keeps ? next : end)]))
        start = next
      }
      return made(lines)
    }
    for (name, isLast) in [("partition", false), ("rpartition", true)] {
      t.method("\(name)(self, sep, /)") { bytes, call throws(Raised) in
        let mark = try BytesMethods.bytes(of: call[1])
        if mark.isEmpty { throw .valueError("empty separator") }
        let all = bytes.bytes
        let found = isLast ? findLast(mark, in: all, 0, all.count) : find(mark, in: all, 0, all.count)
        let parts: [[UInt8]]
        if found >= 0 {
          parts = [Array(all[..<found]), mark, Array(all[(found + mark.count)...])]
        } else {
          parts = isLast ? [[], [], all] : [all, [], []]
        }
        return .tuple(parts.map { .object(BytesObject($0, type)) })
      }
    }
    t.method("join(self, iterable_of_bytes, /)") { bytes, call throws(Raised) in
      var result: [UInt8] = []
      for (index, element) in try call.interpreter.elements(of: call[1]).enumerated() {
        guard let piece = element.cast(to: BytesObject.self) else {
          throw .typeError("sequence item \(index): expected a bytes-like object, \(element.type.name) found")
        }
        try MemoryLimit.checked(result.count &+ bytes.bytes.count &+ piece.bytes.count, stride: 1)
        if index > 0 { result += bytes.bytes }
        result += piece.bytes
      }
      return .object(BytesObject(result, type))
    }
  }

  private static func split(_ bytes: [UInt8], _ call: Arguments, fromEnd: Bool) throws(Raised) -> [[UInt8]] {
    var limit = try call.int(2)
    if limit < 0 { limit = Int.max }
    var pieces: [[UInt8]] = []
    guard call.has(1) else {
      var rest = bytes[...]
      func trim() {
        if fromEnd { while let last = rest.last, isBlank(last) { rest.removeLast() } }
        if !fromEnd { while let first = rest.first, isBlank(first) { rest.removeFirst() } }
      }
      trim()
      while !rest.isEmpty, pieces.count < limit {
        let piece =
          fromEnd ? rest[((rest.lastIndex(where: isBlank) ?? rest.startIndex - 1) + 1)...] : rest.prefix { !isBlank($0) }
        pieces.append(Array(piece))
        rest = fromEnd ? rest.dropLast(piece.count) : rest.dropFirst(piece.count)
        trim()
      }
      if !rest.isEmpty { pieces.append(Array(rest)) }
      return fromEnd ? pieces.reversed() : pieces
    }
    let mark = try BytesMethods.bytes(of: call[1])
    if mark.isEmpty { throw .valueError("empty separator") }
    var (start, end) = (0, bytes.count)
    while pieces.count < limit {
      let found = fromEnd ? findLast(mark, in: bytes, 0, end) : find(mark, in: bytes, start, end)
      if found < 0 { break }
      pieces.append(Array(fromEnd ? bytes[(found + mark.count)..<end] : bytes[start..<found]))
      if fromEnd { end = found } else { start = found + mark.count }
    }
    pieces.append(Array(bytes[start..<end]))
    return fromEnd ? pieces.reversed() : pieces
  }
}
