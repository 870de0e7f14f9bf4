import Tensors

/// Lowers the learning rate when a measured value stops getting better.
package final class ReduceLROnPlateau: Scheduler {
  static let entry = SchedulerEntry(
    "ReduceLROnPlateau(optimizer, mode='min', factor=0.1, patience=10, threshold=0.0001, threshold_mode='rel', cooldown=0, "
      + "min_lr=0, eps=1e-08)"
  ) { optimizer, a throws(TensorError) in
    if try a.number("factor") >= 1 { throw .value("Factor should be < 1.0.") }
    let (mode, thresholdMode) = (a.text("mode"), a.text("threshold_mode"))
    if mode != "min" && mode != "max" { throw .value("mode \(mode) is unknown!") }
    if thresholdMode != "rel" && thresholdMode != "abs" { throw .value("threshold mode \(thresholdMode) is unknown!") }
    return try ReduceLROnPlateau(optimizer, a)
  }

  private let wantsLess: Bool
  private let isRelative: Bool
  private let factor, threshold, eps: Double
  private let patience, cooldown: Int
  private let floors: [Double]
  private var best: Double
  private var badEpochs = 0
  private var cooling = 0

  private init(_ optimizer: Optimizer, _ a: SchedulerArguments) throws(TensorError) {
    wantsLess = a.text("mode") == "min"
    isRelative = a.text("threshold_mode") == "rel"
    factor = try a.number("factor")
    threshold = try a.number("threshold")
    eps = try a.number("eps")
    patience = try a.int("patience")
    cooldown = try a.int("cooldown")
    floors = try a.numbers("min_lr", count: optimizer.groups.count)
    best = wantsLess ? .infinity : -.infinity
    try super.init(optimizer)
    lastEpoch = 0
    rememberRates()
  }

  override package func step() throws(TensorError) {
    throw .type("ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'")
  }

  /// Takes note of the value measured after an epoch.
  package func step(metrics: Double) {
    lastEpoch += 1
    if isBetter(metrics) {
      best = metrics
      badEpochs = 0
    } else {
      badEpochs += 1
    }
    if cooling > 0 {
      cooling -= 1
      badEpochs = 0
    }
    if badEpochs > patience {
      var rates = currentRates
      for index in rates.indices {
        let lower = max(rates[index] * factor, index < floors.count ? floors[index] : 0)
        if rates[index] - lower > eps { rates[index] = lower }
      }
      set(rates)
      cooling = cooldown
      badEpochs = 0
    }
    rememberRates()
  }

  private func isBetter(_ value: Double) -> Bool {
    switch (wantsLess, isRelative) {
    case (true, true): value < best * (1 - threshold)
    case (true, false): value < best - threshold
    case (false, true): value > best * (threshold + 1)
    case (false, false): value > best + threshold
    }
  }
}
