/// Draws single synthetic digits: an outline, bent and slanted at random, as a pen line on a 28×28 grey image.
///
/// Every image has a random stream of its own, derived from the seed and the image's number, so that images may be drawn in any
/// order and on any thread. Only `+ - * /` and square roots are used: no library function can change the bits.
struct DigitRenderer {
  /// Images are `side` × `side` pixels.
  static let side = 28
  /// Points sampled between two points of an outline.
  private static let samplesPerSpan = 4

  private var random: SplitMix64
  /// The pen's path in pixels; a stroke ends where `startsStroke` is set on the next point.
  private var path: [SIMD2<Float>] = []
  private var startsStroke: [Bool] = []
  /// Squared distance of each pixel from the nearest piece of pen line.
  private var distances = [Float](repeating: .infinity, count: side * side)

  init() {
    random = SplitMix64(state: 0)
    path.reserveCapacity(96)
    startsStroke.reserveCapacity(96)
  }

  /// Draws image `number` of the set that belongs to `seed` into `pixels` and returns its label.
  mutating func draw(number: Int, seed: UInt64, into pixels: UnsafeMutableBufferPointer<UInt8>) -> UInt8 {
    random = SplitMix64(state: seed &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
    _ = random.next()
    let label = Int(random.next() % 10)
    let outlines = DigitOutlines.variants[label]
    let outline = outlines[Int(random.next() % UInt64(outlines.count))]
    layOut(outline)
    place()
    measureDistances(reach: 4)
    ink(pixels)
    return UInt8(label)
  }

  /// Shakes the outline's points and samples smooth curves through them into `path`, still in the unit square.
  private mutating func layOut(_ outline: DigitOutlines.Outline) {
    path.removeAll(keepingCapacity: true)
    startsStroke.removeAll(keepingCapacity: true)
    let shake = random.uniform(0.012, 0.066)
    var end: SIMD2<Float>?
    var outlineEnd: SIMD2<Float>?
    for stroke in outline {
      var points = stroke
      for index in points.indices {
        points[index] += SIMD2(random.normal(), random.normal()) * shake
      }
      // A corner stays a corner: the next stroke starts where the last one was moved to.
      if let end, outlineEnd == stroke.first { points[0] = end }
      end = points.last
      outlineEnd = stroke.last
      appendCurve(points)
    }
  }

  private mutating func appendCurve(_ points: [SIMD2<Float>]) {
    for index in 0..<(points.count - 1) {
      let before = points[max(index - 1, 0)]
      let from = points[index]
      let to = points[index + 1]
      let after = points[min(index + 2, points.count - 1)]
      let tangentFrom = (to - before) * 0.5
      let tangentTo = (after - from) * 0.5
      if index == 0 {
        path.append(from)
        startsStroke.append(true)
      }
      for step in 1...Self.samplesPerSpan {
        let t = Float(step) / Float(Self.samplesPerSpan)
        let t2 = t * t
        let t3 = t2 * t
        let fromPart = from * (2 * t3 - 3 * t2 + 1) + tangentFrom * (t3 - 2 * t2 + t)
        let toPart = to * (3 * t2 - 2 * t3) + tangentTo * (t3 - t2)
        path.append(fromPart + toPart)
        startsStroke.append(false)
      }
    }
  }

  /// Moves `path` from the unit square onto the image: size, slant, rotation, a gentle bend, shift.
  private mutating func place() {
    let height = random.uniform(16.0, 21.0)
    let width = height * random.uniform(0.58, 0.95)
    let slant = random.normal() * 0.17 - 0.12
    let halfTurn = random.normal() * 0.055  // tangent of half the angle
    let scale = 1 / (1 + halfTurn * halfTurn)
    let cosine = (1 - halfTurn * halfTurn) * scale
    let sine = 2 * halfTurn * scale
    let bend = SIMD2(random.normal(), random.normal()) * 0.16
    let centre = SIMD2(13.5 + random.normal() * 1.0, 13.5 + random.normal() * 1.0)
    for index in path.indices {
      let unit = path[index] - SIMD2(0.5, 0.5)
      let bent = SIMD2(unit.x + bend.x * unit.y * unit.y, unit.y + bend.y * unit.x * unit.x)
      let sized = SIMD2(bent.x * width + bent.y * height * slant, bent.y * height)
      path[index] = centre + SIMD2(cosine * sized.x - sine * sized.y, sine * sized.x + cosine * sized.y)
    }
  }

  /// Fills `distances` near the path; farther than `reach` pixels away it stays infinite.
  private mutating func measureDistances(reach: Float) {
    let side = Self.side
    distances.withUnsafeMutableBufferPointer { distances in
      for index in distances.indices { distances[index] = .infinity }
      for index in 1..<path.count where !startsStroke[index] {
        let from = path[index - 1]
        let to = path[index]
        let along = to - from
        let length2 = along.x * along.x + along.y * along.y
        let scale: Float = length2 > 1e-6 ? 1 / length2 : 0
        let left = Self.pixel(min(from.x, to.x) - reach)
        let right = Self.pixel(max(from.x, to.x) + reach)
        let top = Self.pixel(min(from.y, to.y) - reach)
        let bottom = Self.pixel(max(from.y, to.y) + reach)
        if left > right || top > bottom { continue }
        for y in top...bottom {
          let dy = Float(y) - from.y
          for x in left...right {
            let dx = Float(x) - from.x
            let t = max(0, min(1, (dx * along.x + dy * along.y) * scale))
            let ex = dx - t * along.x
            let ey = dy - t * along.y
            let cell = y &* side &+ x
            distances[cell] = min(distances[cell], ex * ex + ey * ey)
          }
        }
      }
    }
  }

  private static func pixel(_ coordinate: Float) -> Int {
    Int(max(0, min(Float(side - 1), coordinate)))
  }

  /// Turns distances into grey values: solid inside the pen's width, fading over the blur, roughened by noise.
  private mutating func ink(_ pixels: UnsafeMutableBufferPointer<UInt8>) {
    let radius = random.uniform(0.55, 1.65)
    let blur = random.uniform(0.6, 1.3)
    let fade = 1 / blur
    let pressure = random.uniform(205, 262)
    let grain = random.uniform(0, 46)
    let outer = (radius + 0.5 * blur) * (radius + 0.5 * blur)
    for index in 0..<(Self.side * Self.side) {
      let distance2 = distances[index]
      if distance2 >= outer {
        pixels[index] = 0
        continue
      }
      let cover = min(1, (radius + 0.5 * blur - distance2.squareRoot()) * fade)
      let grey = cover * (pressure - grain * random.unit())
      pixels[index] = UInt8(max(0, min(255, grey)))
    }
    speckle(pixels)
  }

  /// A few stray dots and lost dots, as scanners leave them.
  private mutating func speckle(_ pixels: UnsafeMutableBufferPointer<UInt8>) {
    let count = Int(random.next() % 8)
    for _ in 0..<count {
      let place = Int(random.next() % UInt64(Self.side * Self.side))
      let grey = random.uniform(0, 120)
      pixels[place] = pixels[place] > 128 ? UInt8(Float(pixels[place]) - grey) : UInt8(grey)
    }
  }
}

/// A small counter-based generator (SplitMix64): independent of the tensor runtime's, so drawing digits never moves a seed.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in [0, 1).
  mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }

  mutating func uniform(_ low: Float, _ high: Float) -> Float { low + (high - low) * unit() }

  /// Nearly normal with variance 1: the sum of four 16-bit uniforms, bounded by ±3.47.
  mutating func normal() -> Float {
    let bits = next()
    let sum = (bits & 0xFFFF) &+ ((bits >> 16) & 0xFFFF) &+ ((bits >> 32) & 0xFFFF) &+ (bits >> 48)
    return (Float(sum) * 0x1p-16 - 2) * 1.7320508
  }
}
