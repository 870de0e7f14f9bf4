import Glibc

/// `time`.
enum TimeModule {
  static func build(_ interpreter: Interpreter) throws(Raised) -> Value {
    let module = ModuleObject("time", doc: "Time access and conversions.")
    for (name, clock) in clocks {
      module.function("\(name)()") { call throws(Raised) -> Value in .float(Double(nanoseconds(clock)) / 1e9) }
      module.function("\(name)_ns()") { call throws(Raised) -> Value in .int(nanoseconds(clock)) }
    }
    module.function("sleep(secs, /)") { call throws(Raised) -> Value in
      let seconds = try call.double(0)
      if seconds.isNaN { throw .valueError("Invalid value NaN (not a number)") }
      if seconds < 0 { throw .valueError("sleep length must be non-negative") }
      let end = Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9 + seconds
      while true {
        let left = end - Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9
        if left <= 0 { return .none }
        // Short naps, so that an interrupt is noticed.
        usleep(UInt32(min(left, 0.02) * 1e6))
        try call.interpreter.safePoint()
      }
    }
    module.function("strptime(string, format='%a %b %d %H:%M:%S %Y', /)") { call throws(Raised) -> Value in
      let type = try call.interpreter.attribute(try call.interpreter.importModule("datetime"), "datetime")
      let date = try call.interpreter.callMethod(type, "strptime", [call[0], call[1]])
      return try call.interpreter.callMethod(date, "timetuple")
    }
    let structTime = TimeStruct.type
    module.set("struct_time", structTime.asValue)
    module.function("localtime(seconds=None, /)") { call throws(Raised) -> Value in
      TimeStruct.make(try broken(call, localtime_r))
    }
    module.function("gmtime(seconds=None, /)") { call throws(Raised) -> Value in TimeStruct.make(try broken(call, gmtime_r)) }
    module.function("mktime(tuple, /)") { call throws(Raised) -> Value in
      var parts = try TimeStruct.read(call[0])
      parts.tm_isdst = -1
      return .float(Double(mktime(&parts)))
    }
    module.function("strftime(format, tuple=None, /)") { call throws(Raised) -> Value in
      let parts: tm
      if call.has(1) {
        parts = try TimeStruct.read(call[1])
      } else {
        var now = Glibc.time(nil)
        var local = tm()
        localtime_r(&now, &local)
        parts = local
      }
      return .string(TimeStruct.format(try call.string(0), parts))
    }
    module.function("ctime(seconds=None, /)") { call throws(Raised) -> Value in
      .string(TimeStruct.format("%a %b %e %H:%M:%S %Y", try broken(call, localtime_r)))
    }
    module.function("asctime(tuple=None, /)") { call throws(Raised) -> Value in
      let parts = call.has(0) ? try TimeStruct.read(call[0]) : try broken(call, localtime_r)
      return .string(TimeStruct.format("%a %b %e %H:%M:%S %Y", parts))
    }
    tzset()
    var now = Glibc.time(nil)
    var local = tm()
    localtime_r(&now, &local)
    module.set("timezone", .int(-local.tm_gmtoff + (local.tm_isdst > 0 ? 3600 : 0)))
    return module.asValue
  }

  private static let clocks: [(String, clockid_t)] = [
    ("time", CLOCK_REALTIME), ("perf_counter", CLOCK_MONOTONIC), ("monotonic", CLOCK_MONOTONIC),
    ("process_time", CLOCK_PROCESS_CPUTIME_ID), ("thread_time", CLOCK_THREAD_CPUTIME_ID),
  ]

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var value = timespec()
    clock_gettime(clock, &value)
    return value.tv_sec &* 1_000_000_000 &+ value.tv_nsec
  }

  /// The seconds of the first argument, now without one, as calendar parts.
  private static func broken(
    _ call: Arguments, _ convert: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?
  ) throws(Raised) -> tm {
    var seconds = Glibc.time(nil)
    if call.has(0) {
      let given = try call.double(0)
      guard let whole = Int(exactly: given.rounded(.down)) else {
        throw .overflowError("timestamp out of range for platform time_t")
      }
      seconds = whole
    }
    var parts = tm()
    if convert(&seconds, &parts) == nil { throw .overflowError("timestamp out of range for platform time_t") }
    return parts
  }
}

/// `time.struct_time`: a tuple with named fields.
enum TimeStruct {
  private static let fields = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
  ]

  static let type: TypeObject = TypeObject.native("struct_time", module: "time", bases: [.tuple], of: TupleObject.self) { t in
    for (index, name) in fields.enumerated() {
      t.property(name) { tuple throws(Raised) in index < tuple.count ? tuple.elements[index] : .none }
    }
    t.slots.repr = { value throws(Raised) in
      var parts: [String] = []
      for (name, element) in zip(fields, value.sequence ?? []) {
        parts.append("\(name)=\(try Interpreter.current.repr(element))")
      }
      return "time.struct_time(\(parts.joined(separator: ", ")))"
    }
  }

  static func make(_ parts: tm) -> Value {
    let weekday = (Int(parts.tm_wday) + 6) % 7
    let numbers = [
      Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour), Int(parts.tm_min),
      Int(parts.tm_sec), weekday, Int(parts.tm_yday) + 1, Int(parts.tm_isdst),
    ]
    return .object(TupleObject(numbers.map { .int($0) }, type))
  }

  static func read(_ value: Value) throws(Raised) -> tm {
    guard let elements = value.sequence, elements.count == 9 else { throw .typeError("Tuple or struct_time argument required") }
    var numbers: [Int32] = []
    for element in elements { numbers.append(Int32(clamping: try Interpreter.current.index(element))) }
    var parts = tm()
    parts.tm_year = numbers[0] &- 1900
    parts.tm_mon = numbers[1] &- 1
    parts.tm_mday = numbers[2]
    parts.tm_hour = numbers[3]
    parts.tm_min = numbers[4]
    parts.tm_sec = numbers[5]
    parts.tm_wday = (numbers[6] &+ 1) % 7
    parts.tm_yday = numbers[7] &- 1
    parts.tm_isdst = numbers[8]
    return parts
  }

  static func format(_ text: String, _ parts: tm) -> String {
    if text.isEmpty { return "" }
    var parts = parts
    var buffer = [CChar](repeating: 0, count: 256 + text.utf8.count * 64)
    let length = strftime(&buffer, buffer.count, text, &parts)
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
