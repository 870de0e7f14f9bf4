import Glibc

/// A source of random bits with its own way to uniform, normal and exponential numbers; the rest is made from those.
protocol RandomBits {
  /// A number in [0, 1).
  mutating func uniform() -> Double
  /// A standard normal number.
  mutating func normal() -> Double
  /// A standard exponential number.
  mutating func exponential() -> Double
  /// Trials up to the first success of small probability.
  mutating func geometricTail(_ p: Double) -> Int
}

/// The distributions that numpy's old and new generators compute alike.
extension RandomBits {
  mutating func geometric(_ p: Double) -> Int {
    if p < 1.0 / 3 { return geometricTail(p) }
    var (count, product, sum) = (1, p, p)
    let u = uniform()
    while u > sum {
      product *= 1 - p
      if product == 0 { return count }
      sum += product
      count += 1
    }
    return count
  }

  mutating func triangular(_ left: Double, _ mode: Double, _ right: Double) -> Double {
    let (base, leftBase) = (right - left, mode - left)
    let u = uniform()
    if u <= leftBase / base { return left + (u * (leftBase * base)).squareRoot() }
    return right - ((1 - u) * ((right - mode) * base)).squareRoot()
  }

  mutating func studentT(_ degrees: Double) -> Double {
    let n = normal()
    return (degrees / 2).squareRoot() * n / gamma(degrees / 2).squareRoot()
  }

  mutating func gamma(_ shape: Double) -> Double {
    if shape == 1 { return exponential() }
    if shape <= 0 { return 0 }
    if shape < 1 {
      while true {
        let u = uniform()
        let v = exponential()
        if u <= 1 - shape {
          let x = pow(u, 1 / shape)
          if x <= v { return x }
        } else {
          let y = -log((1 - u) / shape)
          let x = pow(1 - shape + shape * y, 1 / shape)
          if x <= v + y { return x }
        }
      }
    }
    let b = shape - 1.0 / 3
    let c = 1 / (9 * b).squareRoot()
    while true {
      var x = 0.0
      var v = 0.0
      repeat {
        x = normal()
        v = 1 + c * x
      } while v <= 0
      v = v * v * v
      let u = uniform()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
      if log(u) < 0.5 * x * x + b * (1 - v + log(v)) { return b * v }
    }
  }

  mutating func beta(_ a: Double, _ b: Double) -> Double {
    if a <= 1 && b <= 1 {
      while true {
        let u = uniform()
        let v = uniform()
        let x = pow(u, 1 / a)
        let y = pow(v, 1 / b)
        guard x + y <= 1, u + v > 0 else { continue }
        if x + y > 0 { return x / (x + y) }
        var logX = log(u) / a
        var logY = log(v) / b
        let top = max(logX, logY)
        logX -= top
        logY -= top
        return exp(logX - log(exp(logX) + exp(logY)))
      }
    }
    let x = gamma(a)
    let y = gamma(b)
    return x / (x + y)
  }

  mutating func laplace(_ mean: Double, _ scale: Double) -> Double {
    while true {
      let u = uniform()
      if u >= 0.5 { return mean - scale * log(2 - u - u) }
      if u > 0 { return mean + scale * log(u + u) }
    }
  }

  mutating func gumbel(_ mean: Double, _ scale: Double) -> Double {
    while true {
      let u = 1 - uniform()
      if u < 1 { return mean - scale * log(-log(u)) }
    }
  }

  mutating func logistic(_ mean: Double, _ scale: Double) -> Double {
    while true {
      let u = uniform()
      if u > 0 { return mean + scale * log(u / (1 - u)) }
    }
  }

  mutating func poisson(_ mean: Double) -> Int {
    if mean <= 0 { return 0 }
    if mean < 10 {
      let limit = exp(-mean)
      var (count, product) = (0, 1.0)
      while true {
        product *= uniform()
        if product <= limit { return count }
        count += 1
      }
    }
    let root = mean.squareRoot()
    let logarithm = log(mean)
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = floor((2 * a / us + b) * u + mean + 0.43)
      if us >= 0.07 && v <= limit { return Int(k) }
      if k < 0 || us < 0.013 && v > us { continue }
      if log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= -mean + k * logarithm - lgamma(k + 1) { return Int(k) }
    }
  }

  mutating func binomial(_ n: Int, _ p: Double) -> Int {
    if n == 0 || p == 0 { return 0 }
    let q = min(p, 1 - p)
    let count = q * Double(n) <= 30 ? inversion(n, q) : rejection(n, q)
    return p <= 0.5 ? count : n - count
  }

  private mutating func inversion(_ n: Int, _ p: Double) -> Int {
    let q = 1 - p
    let start = exp(Double(n) * log(q))
    let mean = Double(n) * p
    let bound = Int(min(Double(n), mean + 10 * (mean * q + 1).squareRoot()))
    var (count, chance, u) = (0, start, uniform())
    while u > chance {
      count += 1
      if count > bound {
        (count, chance, u) = (0, start, uniform())
      } else {
        u -= chance
        chance = (Double(n - count + 1) * p * chance) / (Double(count) * q)
      }
    }
    return count
  }

  /// Kachitvichyanukul and Schmeiser's method for large means: a triangle, parallelograms and exponential tails over the distribution.
  private mutating func rejection(_ n: Int, _ p: Double) -> Int {
    let q = 1 - p
    let size = Double(n)
    let mode = Int(floor(size * p + p))
    let spread = size * p * q
    let half = floor(2.195 * spread.squareRoot() - 4.6 * q) + 0.5
    let centre = Double(mode) + 0.5
    let left = centre - half
    let right = centre + half
    let c = 0.134 + 20.5 / (15.3 + Double(mode))
    var slope = (size * p + p - left) / (size * p + p - left * p)
    let lambdaLeft = slope * (1 + slope / 2)
    slope = (right - (size * p + p)) / (right * q)
    let lambdaRight = slope * (1 + slope / 2)
    let p1 = half
    let p2 = p1 * (1 + 2 * c)
    let p3 = p2 + c / lambdaLeft
    let p4 = p3 + c / lambdaRight
    while true {
      let u = uniform() * p4
      var v = uniform()
      var y: Int
      if u <= p1 { return Int(floor(centre - p1 * v + u)) }
      if u <= p2 {
        let x = left + (u - p1) / c
        v = v * c + 1 - abs(Double(mode) - x + 0.5) / p1
        if v > 1 { continue }
        y = Int(floor(x))
      } else if u <= p3 {
        if v == 0 { continue }
        y = Int(floor(left + log(v) / lambdaLeft))
        if y < 0 { continue }
        v = v * (u - p2) * lambdaLeft
      } else {
        if v == 0 { continue }
        let x = floor(right - log(v) / lambdaRight)
        if x > size { continue }
        y = Int(x)
        v = v * (u - p3) * lambdaRight
      }
      let k = abs(y - mode)
      if k > 20 && Double(k) < spread / 2 - 1 {
        let rho = (Double(k) / spread) * ((Double(k) * (Double(k) / 3 + 0.625) + 0.16666666666666666) / spread + 0.5)
        let t = -Double(k * k) / (2 * spread)
        let a = log(v)
        if a < t - rho { return y }
        if a > t + rho { continue }
        if a <= exact(n, mode, y, p) { return y }
        continue
      }
      let s = p / q
      let a = s * (size + 1)
      var f = 1.0
      if mode < y {
        for i in stride(from: mode + 1, through: y, by: 1) { f *= a / Double(i) - s }
      } else if mode > y {
        for i in stride(from: y + 1, through: mode, by: 1) { f /= a / Double(i) - s }
      }
      if v <= f { return y }
    }
  }

  /// The logarithm of the chance of `y` relative to that of the mode, by Stirling's series.
  private func exact(_ n: Int, _ mode: Int, _ y: Int, _ p: Double) -> Double {
    func series(_ x: Double) -> Double {
      let square = x * x
      return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320
    }
    let x1 = Double(y + 1)
    let f1 = Double(mode + 1)
    let z = Double(n + 1 - mode)
    let w = Double(n - y + 1)
    let centre = Double(mode) + 0.5
    return centre * log(f1 / x1) + (Double(n - mode) + 0.5) * log(z / w) + Double(y - mode) * log(w * p / (x1 * (1 - p)))
      + series(f1) + series(z) + series(x1) + series(w)
  }
}
