import Glibc
import Interpreter
import Tensors

/// A generator as scripts see it.
protocol RandomSource: Object {
  associatedtype Bits: RandomBits
  var bits: Bits { get set }
}

extension RandomStateObject: RandomSource {}
extension RandomGeneratorObject: RandomSource {}

/// The distributions of numpy's generators beyond uniform numbers.
enum RandomDistributions {
  static func add(to t: TypeBuilder<RandomStateObject>) {
    t.method("uniform(self, low=0.0, high=1.0, size=None)", "Uniform numbers within bounds.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        guard (p[1] - p[0]).isFinite else { throw .overflowError("Range exceeds valid bounds") }
        return p[0] + (p[1] - p[0]) * state.bits.uniform()
      }
    }
    t.method("normal(self, loc=0.0, scale=1.0, size=None)", "Normal numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        try check(p[1], "scale")
        return p[0] + p[1] * state.bits.normal()
      }
    }
    t.method("standard_normal(self, size=None)", "Standard normal numbers.") { state, call throws(Raised) in
      try RandomDraws.floats(call[1]) { state.bits.normal() }
    }
    addShared(to: t)
  }

  /// The distributions of old and new generators.
  static func addShared<Source: RandomSource>(to t: TypeBuilder<Source>) {
    t.method("lognormal(self, mean=0.0, sigma=1.0, size=None)", "Numbers whose logarithms are normal.") {
      state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        try check(p[1], "sigma")
        return exp(p[0] + p[1] * state.bits.normal())
      }
    }
    t.method("standard_exponential(self, size=None)", "Exponential numbers.") { state, call throws(Raised) in
      try RandomDraws.floats(call[1]) { state.bits.exponential() }
    }
    t.method("exponential(self, scale=1.0, size=None)", "Exponential numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2]) { p throws(Raised) in
        try check(p[0], "scale")
        return p[0] * state.bits.exponential()
      }
    }
    addTwoParameters(to: t)
    addOthers(to: t)
    addCounts(to: t)
  }

  private static func addOthers<Source: RandomSource>(to t: TypeBuilder<Source>) {
    t.method("triangular(self, left, mode, right, size=None)", "Numbers of a triangular density.") {
      state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2], call[3]], call[4]) { p throws(Raised) in
        guard p[0] <= p[1] else { throw .valueError("left > mode") }
        guard p[1] <= p[2] else { throw .valueError("mode > right") }
        guard p[0] != p[2] else { throw .valueError("left == right") }
        return state.bits.triangular(p[0], p[1], p[2])
      }
    }
    t.method("standard_t(self, df, size=None)", "Student's t numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2]) { p throws(Raised) in
        guard p[0] > 0 else { throw .valueError("df <= 0") }
        return state.bits.studentT(p[0])
      }
    }
    t.method("standard_cauchy(self, size=None)", "Cauchy numbers.") { state, call throws(Raised) in
      try RandomDraws.floats(call[1]) {
        let top = state.bits.normal()
        return top / state.bits.normal()
      }
    }
    t.method("weibull(self, a, size=None)", "Weibull numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2]) { p throws(Raised) in
        try check(p[0], "a")
        return p[0] == 0 ? 0 : pow(state.bits.exponential(), 1 / p[0])
      }
    }
    t.method("dirichlet(self, alpha, size=None)", "Shares that add up to 1.") { state, call throws(Raised) in
      let shapes = try ArrayConversion.tensor(call[1], dtype: .float64)
      let alpha = try converting { () throws(TensorError) in try shapes.values(Double.self) }
      if alpha.contains(where: { !($0 > 0) }) { throw .valueError("alpha <= 0") }
      let sizes = call.has(2) ? Array(try ArrayArguments.shape(call[2])) : []
      var shares: [Double] = []
      for _ in 0..<Shape(sizes).elementCount {
        var draws: [Double] = []
        for shape in alpha { draws.append(state.bits.gamma(shape)) }
        let scale = 1 / draws.reduce(0, +)
        shares += draws.map { $0 * scale }
      }
      return NDArrayObject(Tensor(shares, shape: Shape(sizes + [alpha.count]))).asValue
    }
  }

  private static func addTwoParameters<Source: RandomSource>(to t: TypeBuilder<Source>) {
    t.method("laplace(self, loc=0.0, scale=1.0, size=None)", "Laplace numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        try check(p[1], "scale")
        return state.bits.laplace(p[0], p[1])
      }
    }
    t.method("gumbel(self, loc=0.0, scale=1.0, size=None)", "Gumbel numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        try check(p[1], "scale")
        return state.bits.gumbel(p[0], p[1])
      }
    }
    t.method("logistic(self, loc=0.0, scale=1.0, size=None)", "Logistic numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        try check(p[1], "scale")
        return state.bits.logistic(p[0], p[1])
      }
    }
    t.method("standard_gamma(self, shape, size=None)", "Gamma numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2]) { p throws(Raised) in
        try check(p[0], "shape")
        return state.bits.gamma(p[0])
      }
    }
    t.method("gamma(self, shape, scale=1.0, size=None)", "Gamma numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        try check(p[0], "shape")
        try check(p[1], "scale")
        return p[1] * state.bits.gamma(p[0])
      }
    }
    t.method("chisquare(self, df, size=None)", "Chi-square numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2]) { p throws(Raised) in
        guard p[0] > 0 else { throw .valueError("df <= 0") }
        return 2 * state.bits.gamma(p[0] / 2)
      }
    }
    t.method("beta(self, a, b, size=None)", "Beta numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3]) { p throws(Raised) in
        guard p[0] > 0 else { throw .valueError("a <= 0") }
        guard p[1] > 0 else { throw .valueError("b <= 0") }
        return state.bits.beta(p[0], p[1])
      }
    }
  }

  private static func addCounts<Source: RandomSource>(to t: TypeBuilder<Source>) {
    t.method("geometric(self, p, size=None)", "Trials up to the first success.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2], .int64) { p throws(Raised) in
        guard p[0] > 0, p[0] <= 1 else { throw .valueError("p <= 0, p > 1 or p contains NaNs") }
        return Double(state.bits.geometric(p[0]))
      }
    }
    t.method("poisson(self, lam=1.0, size=None)", "Poisson numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1]], call[2], .int64) { p throws(Raised) in
        guard p[0] >= 0 else { throw .valueError(p[0].isNaN ? "lam value too large" : "lam < 0 or lam contains NaNs") }
        guard p[0] < 9.2e18 else { throw .valueError("lam value too large") }
        return Double(state.bits.poisson(p[0]))
      }
    }
    t.method("binomial(self, n, p, size=None)", "Binomial numbers.") { state, call throws(Raised) in
      try RandomDraws.broadcast([call[1], call[2]], call[3], .int64) { p throws(Raised) in
        guard p[0] >= 0 else { throw .valueError("n < 0") }
        guard p[1] >= 0 else { throw .valueError("p < 0") }
        guard p[1] <= 1 else { throw .valueError("p > 1") }
        return Double(state.bits.binomial(try ArrayArguments.whole(p[0]), p[1]))
      }
    }
    t.method("multinomial(self, n, pvals, size=None)", "How often each of several outcomes comes up.") {
      state, call throws(Raised) in
      let total = try call.int(1)
      if total < 0 { throw .valueError("n < 0") }
      let chances = try ArrayConversion.tensor(call[2], dtype: .float64)
      let weights = try converting { () throws(TensorError) in try chances.values(Double.self) }
      if weights.contains(where: { !($0 >= 0 && $0 <= 1) }) { throw .valueError("pvals < 0, pvals > 1 or pvals contains NaNs") }
      if weights.dropLast().reduce(0, +) > 1 + 1e-12 { throw .valueError("sum(pvals[:-1]) > 1.0") }
      let sizes = call.has(3) ? Array(try ArrayArguments.shape(call[3])) : []
      var counts: [Int] = []
      for _ in 0..<Shape(sizes).elementCount {
        var (left, chance) = (total, 1.0)
        for (i, weight) in weights.enumerated() {
          let count = i == weights.count - 1 ? left : left > 0 ? state.bits.binomial(left, min(weight / chance, 1)) : 0
          counts.append(count)
          left -= count
          chance -= weight
        }
      }
      return NDArrayObject(Tensor(counts, shape: Shape(sizes + [weights.count]))).asValue
    }
  }

  private static func check(_ value: Double, _ name: String) throws(Raised) {
    if !(value >= 0) || value.sign == .minus && value == 0 { throw .valueError("\(name) < 0") }
  }
}
