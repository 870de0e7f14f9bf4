import Glibc
import Interpreter
import Tensors

/// What arithmetic that leaves the finite numbers leads to: nothing, a RuntimeWarning or a FloatingPointError.
enum ArrayWarnings {
  enum Kind: Int, CaseIterable {
    case divide, over, under, invalid

    var name: String { ["divide", "over", "under", "invalid"][rawValue] }
    var text: String { ["divide by zero", "overflow", "underflow", "invalid value"][rawValue] }
  }

  /// `numpy.geterr()`, by kind.
  nonisolated(unsafe) static var modes = ["warn", "warn", "ignore", "warn"]

  static func issue(_ kind: Kind, _ name: String) throws(Raised) {
    switch modes[kind.rawValue] {
    case "ignore": return
    case "raise": throw Raised(.floatingPointError, "\(kind.text) encountered in \(name)")
    case "print": Interpreter.current.errorOutput("Warning: \(kind.text) encountered in \(name)\n")
    default: try Interpreter.current.warn("\(kind.text) encountered in \(name)", .runtimeWarning)
    }
  }

  /// Looks for results that are not finite although the operands are.
  static func check(_ name: String, _ result: Tensor, _ a: Tensor, _ b: Tensor? = nil) throws(Raised) {
    guard result.dtype.isFloatingPoint, !isFinite(result) else { return }
    let shape = result.shape
    guard let x = StridedElements.broadcast(a, to: shape), let y = StridedElements.broadcast(b ?? a, to: shape) else { return }
    let (r, p, q) = (doubles(result), doubles(x), doubles(y))
    var found: Set<Kind> = []
    for i in 0..<r.count where !r[i].isFinite {
      if r[i].isNaN {
        if !p[i].isNaN && !q[i].isNaN { found.insert(.invalid) }
      } else if p[i].isFinite && q[i].isFinite {
        found.insert(isPole(name, p[i], q[i]) ? .divide : .over)
      }
    }
    for kind in Kind.allCases where found.contains(kind) { try issue(kind, name) }
  }

  private static func isPole(_ name: String, _ x: Double, _ y: Double) -> Bool {
    switch name {
    case "divide", "floor_divide", "remainder": y == 0
    case "log", "log2", "log10", "reciprocal", "power": x == 0
    case "log1p": x == -1
    case "arctanh": x.magnitude == 1
    default: false
    }
  }

  private static func isFinite(_ x: Tensor) -> Bool {
    guard x.isContiguous, x.dtype != .float16 else { return doubles(x).allSatisfy(\.isFinite) }
    let n = x.elementCount
    if x.dtype == .float32 {
      let p = x.pointer(Float.self)
      for i in 0..<n where !p[i].isFinite { return false }
    } else {
      let p = x.pointer(Double.self)
      for i in 0..<n where !p[i].isFinite { return false }
    }
    return true
  }

  private static func doubles(_ x: Tensor) -> [Double] {
    let dense = StridedElements.dense(x)
    return (try? dense.to(.float64).values(Double.self)) ?? []
  }
}
