import CKernels
import Foundation
import Goldens
import Interpreter
import Library
import Tensors

/// What became of one recorded case.
struct ConformanceOutcome {
  /// How close a result came.
  enum Verdict: String, CaseIterable {
    case bits, tolerance, failed, unsupported
  }

  let id: String
  let verdict: Verdict
  let detail: String

  var isMiss: Bool { verdict == .failed || verdict == .unsupported }
}

/// Runs the cases of a recorded file through the interpreter and the library, judged by `judge.py`.
enum ConformanceRun {
  /// The recorded files, without extension.
  static func fileNames() throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Golden.folder.path)
    return paths.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The folder of the MNIST data set: `$LECTERN_DATA`, or beside the checkout; nil where it is in neither.
  static let digits: String? = {
    let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared/MNIST_data").standardized.path
    let candidates = [ProcessInfo.processInfo.environment["LECTERN_DATA"], beside]
    return candidates.compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: "\($0)/MNIST/raw/train-images-idx3-ubyte")
    }
  }()

  /// Whether the cases were recorded on a processor of this one's class.
  static var isExact: Bool { lk_has_avx512() }

  /// Whether a file's cases are equal in bits on every processor and for every number of threads: random streams, texts, types and
  /// optimisers. Elsewhere this holds for the cases that allow no tolerance, sums among them.
  static func isEqualEverywhere(_ name: String) -> Bool {
    let files = [
      "bad_input", "dataloader", "errors", "format", "init", "init_modules", "module_repr", "ops/optimizer_steps",
      "ops/optimizers",
      "ops/schedulers", "probes/mistakes", "probes/random", "probes/text",
    ]
    return files.contains(name) || ["rng/", "printing/", "dtypes_"].contains { name.hasPrefix($0) }
  }

  /// The outcome of each case of a file.
  static func outcomes(of name: String, threads: Int) throws -> [ConformanceOutcome] {
    let judge = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("judge.py"),
      encoding: .utf8)
    let interpreter = Interpreter()
    Library.install(into: interpreter, prelude: false)
    registerRecorded(in: interpreter)
    let problem: String? = interpreter.run {
      interpreter.globals.set("name", .string(name))
      interpreter.globals.set("digits", digits.map { .string($0) } ?? .none)
      interpreter.globals.set("exact", .bool(isExact && threads == 1))
      interpreter.globals.set("path", .string(Golden.folder.appendingPathComponent("\(name).json").path))
      do throws(Raised) {
        _ = try interpreter.execute(judge, name: "judge", mode: .file)
        return nil
      } catch {
        return interpreter.traceback(error)
      }
    }
    if let problem { return [ConformanceOutcome(id: "judge", verdict: .failed, detail: problem)] }
    return interpreter.run {
      guard let results = interpreter.globals.get("results"), case .object(let object) = results,
        let list = object as? ListObject
      else { return [] }
      return list.elements.compactMap { outcome($0) }
    }
  }

  private static func outcome(_ value: Value) -> ConformanceOutcome? {
    guard case .object(let object) = value, let parts = (object as? TupleObject)?.elements, parts.count == 3,
      let id = parts[0].stringValue, let verdict = parts[1].stringValue.flatMap(ConformanceOutcome.Verdict.init(rawValue:))
    else { return nil }
    return ConformanceOutcome(id: id, verdict: verdict, detail: parts[2].stringValue ?? "")
  }

  /// The judge's module `recorded`: tensors from their records, and their distance from them.
  private static func registerRecorded(in interpreter: Interpreter) {
    interpreter.registerModule("recorded") { _ throws(Raised) in
      let module = ModuleObject("recorded")
      module.set(
        "tensor",
        .object(
          NativeFunction("tensor(record)") { call throws(Raised) in
            do { return try golden(call[0]).tensor().to(dtype(of: golden(call[0]))).asValue } catch {
              throw Raised(.valueError, "\(error)")
            }
          }))
      module.set(
        "distance",
        .object(
          NativeFunction("distance(tensor, record)") { call throws(Raised) in
            guard let tensor = call[0].tensor else { return .string("no tensor") }
            do {
              let distance = try golden(call[1]).distance(of: tensor)
              switch distance {
              case .value(let value): return .float(value)
              case .text(let text): return .string(text)
              }
            } catch { throw Raised(.valueError, "\(error)") }
          }))
      return .object(module)
    }
  }

  private static func dtype(of golden: Golden) -> DType {
    DType.allCases.first { $0.name == golden["dtype"].text } ?? .int64
  }

  /// A record of the judge as JSON gives it.
  private static func golden(_ value: Value) -> Golden { Golden(json(value)) }

  private static func json(_ value: Value) -> Any {
    switch value {
    case .bool(let flag): return NSNumber(value: flag)
    case .int(let number): return NSNumber(value: number)
    case .float(let number): return NSNumber(value: number)
    case .object(let object):
      if let text = object as? StrObject { return text.string }
      if let list = object as? ListObject { return list.elements.map { json($0) } }
      if let dictionary = object as? DictObject {
        var result: [String: Any] = [:]
        for (key, value) in dictionary.pairs { result[key.stringValue ?? ""] = json(value) }
        return result
      }
      return NSNull()
    default: return NSNull()
    }
  }
}
