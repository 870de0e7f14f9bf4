import Glibc

// The continuous distributions, each by the method that CPython uses, because the numbers depend on it.

extension RandomModule {
  static func addDistributions(_ t: TypeBuilder<RandomObject>) {
    t.method("uniform(self, a, b)") { random, call throws(Raised) in
      let (a, b) = (try call.double(1), try call.double(2))
      return .float(a + (b - a) * random.twister.double())
    }
    t.method("triangular(self, low=0.0, high=1.0, mode=None)") { random, call throws(Raised) in
      var (low, high) = (try call.double(1), try call.double(2))
      var u = random.twister.double()
      if call.has(3), high == low { return .float(low) }
      var peak = call.has(3) ? (try call.double(3) - low) / (high - low) : 0.5
      if u > peak {
        u = 1 - u
        peak = 1 - peak
        swap(&low, &high)
      }
      return .float(low + (high - low) * (u * peak).squareRoot())
    }
    t.method("gauss(self, mu=0.0, sigma=1.0)") { random, call throws(Raised) in
      let (mean, deviation) = (try call.double(1), try call.double(2))
      if let saved = random.savedNormal {
        random.savedNormal = nil
        return .float(mean + saved * deviation)
      }
      let angle = random.twister.double() * (2 * Double.pi)
      let radius = (-2 * log(1 - random.twister.double())).squareRoot()
      random.savedNormal = sin(angle) * radius
      return .float(mean + cos(angle) * radius * deviation)
    }
    t.method("normalvariate(self, mu=0.0, sigma=1.0)") { random, call throws(Raised) in
      .float(normal(random, try call.double(1), try call.double(2)))
    }
    t.method("lognormvariate(self, mu, sigma)") { random, call throws(Raised) in
      .float(exp(normal(random, try call.double(1), try call.double(2))))
    }
    t.method("expovariate(self, lambd)") { random, call throws(Raised) in
      let rate = try call.double(1)
      if rate == 0 { throw .zeroDivisionError("float division by zero") }
      return .float(-log(1 - random.twister.double()) / rate)
    }
    t.method("gammavariate(self, alpha, beta)") { random, call throws(Raised) in
      .float(try gamma(random, try call.double(1), try call.double(2)))
    }
    t.method("betavariate(self, alpha, beta)") { random, call throws(Raised) in
      let first = try gamma(random, try call.double(1), 1)
      if first == 0 { return .float(0) }
      return .float(first / (first + (try gamma(random, try call.double(2), 1))))
    }
    t.method("vonmisesvariate(self, mu, kappa)") { random, call throws(Raised) in
      .float(vonMises(random, try call.double(1), try call.double(2)))
    }
    t.method("paretovariate(self, alpha)") { random, call throws(Raised) in
      .float(pow(1 - random.twister.double(), -1 / (try call.double(1))))
    }
    t.method("weibullvariate(self, alpha, beta)") { random, call throws(Raised) in
      let (scale, shape) = (try call.double(1), try call.double(2))
      return .float(scale * pow(-log(1 - random.twister.double()), 1 / shape))
    }
  }

  /// Kinderman and Monahan's ratio of uniform numbers.
  private static func normal(_ random: RandomObject, _ mean: Double, _ deviation: Double) -> Double {
    let scale = 4 * exp(-0.5) / (2.0).squareRoot()
    while true {
      let first = random.twister.double()
      let second = 1 - random.twister.double()
      let z = scale * (first - 0.5) / second
      if z * z / 4 <= -log(second) { return mean + z * deviation }
    }
  }

  /// Cheng's method above 1, Ahrens and Dieter's below.
  private static func gamma(_ random: RandomObject, _ shape: Double, _ scale: Double) throws(Raised) -> Double {
    guard shape > 0, scale > 0 else { throw .valueError("gammavariate: alpha and beta must be > 0.0") }
    if shape == 1 { return -log(1 - random.twister.double()) * scale }
    if shape > 1 {
      let inverse = (2 * shape - 1).squareRoot()
      let b = shape - log(4.0)
      let c = shape + inverse
      while true {
        let first = random.twister.double()
        guard first > 1e-7, first < 0.9999999 else { continue }
        let second = 1 - random.twister.double()
        let v = log(first / (1 - first)) / inverse
        let x = shape * exp(v)
        let z = first * first * second
        let r = b + c * v - x
        if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x * scale }
      }
    }
    while true {
      let b = (M_E + shape) / M_E
      let p = b * random.twister.double()
      let x = p <= 1 ? pow(p, 1 / shape) : -log((b - p) / shape)
      let second = random.twister.double()
      if p > 1 ? second <= pow(x, shape - 1) : second <= exp(-x) { return x * scale }
    }
  }

  /// An angle around `mu`, by rejection from a wrapped Cauchy distribution.
  private static func vonMises(_ random: RandomObject, _ mu: Double, _ kappa: Double) -> Double {
    if kappa <= 1e-6 { return 2 * .pi * random.twister.double() }
    let s = 0.5 / kappa
    let r = s + (1 + s * s).squareRoot()
    while true {
      let z = cos(.pi * random.twister.double())
      let d = z / (r + z)
      let u = random.twister.double()
      guard u < 1 - d * d || u <= (1 - d) * exp(d) else { continue }
      let q = 1 / r
      let angle = acos((q + z) / (1 + q * z))
      let sum = random.twister.double() > 0.5 ? mu + angle : mu - angle
      let turned = fmod(sum, 2 * .pi)
      return turned < 0 ? turned + 2 * .pi : turned
    }
  }
}
