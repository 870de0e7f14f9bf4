import Glibc
import Tensors

/// One rise of the learning rate to its peak and one long fall, with the momentum running the other way.
package final class OneCycleLR: Scheduler {
  static let entry = SchedulerEntry(
    "OneCycleLR(optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, anneal_strategy='cos', "
      + "cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, final_div_factor=10000.0, "
      + "three_phase=False, last_epoch=-1)"
  ) { optimizer, a throws(TensorError) in
    let scheduler = try OneCycleLR(optimizer, a)
    return scheduler
  }

  /// One stretch of the schedule: where it ends and between which values it runs.
  private struct Phase {
    let end: Double
    let rates: (from: KeyPath<Rates, Double>, to: KeyPath<Rates, Double>)
    let rising: Bool?
  }
  private struct Rates { let initial, max, min: Double }

  private let groupRates: [Rates]
  private let phases: [Phase]
  private let total: Int
  private let isCosine, cyclesMomentum: Bool
  private let lowMomenta, highMomenta: [Double]

  private init(_ optimizer: Optimizer, _ a: SchedulerArguments) throws(TensorError) {
    let count = optimizer.groups.count
    total = try Self.total(a)
    let share = try a.number("pct_start")
    if !(share >= 0 && share <= 1) {
      throw .value("Expected float between 0 and 1 pct_start, but got \(a["pct_start"].argumentText)")
    }
    let strategy = a.text("anneal_strategy")
    if strategy != "cos" && strategy != "linear" {
      throw .value("anneal_strategy must be one of 'cos' or 'linear', instead got \(strategy)")
    }
    isCosine = strategy == "cos"
    cyclesMomentum = a["cycle_momentum"].isTrue
    if cyclesMomentum { try Momentum.check(optimizer) }
    let (division, finalDivision) = (try a.number("div_factor"), try a.number("final_div_factor"))
    groupRates = try a.numbers("max_lr", count: count).map {
      Rates(initial: $0 / division, max: $0, min: $0 / division / finalDivision)
    }
    lowMomenta = try a.numbers("base_momentum", count: count)
    highMomenta = try a.numbers("max_momentum", count: count)
    let steps = Double(total)
    let up = Phase(end: share * steps - 1, rates: (\.initial, \.max), rising: true)
    if a["three_phase"].isTrue {
      phases = [
        up, Phase(end: 2 * share * steps - 2, rates: (\.max, \.initial), rising: false),
        Phase(end: steps - 1, rates: (\.initial, \.min), rising: nil),
      ]
    } else {
      phases = [up, Phase(end: steps - 1, rates: (\.max, \.min), rising: false)]
    }
    for (group, rates) in zip(optimizer.groups, groupRates) { group["lr"] = .float(rates.initial) }
    try super.init(optimizer, lastEpoch: try a.int("last_epoch"))
    try start()
  }

  private static func total(_ a: SchedulerArguments) throws(TensorError) -> Int {
    if case .none = a["total_steps"] {
      guard case .int(let epochs) = a["epochs"], case .int(let steps) = a["steps_per_epoch"] else {
        throw .value("You must define either total_steps OR (epochs AND steps_per_epoch)")
      }
      if epochs <= 0 { throw .value("Expected positive integer epochs, but got \(epochs)") }
      if steps <= 0 { throw .value("Expected positive integer steps_per_epoch, but got \(steps)") }
      let (product, overflow) = epochs.multipliedReportingOverflow(by: steps)
      if overflow { throw .value("epochs times steps_per_epoch is too large") }
      return product
    }
    guard case .int(let total) = a["total_steps"], total > 0 else {
      throw .value("Expected positive integer total_steps, but got \(a["total_steps"].argumentText)")
    }
    return total
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    if lastEpoch > total {
      throw .value("Tried to step \(lastEpoch) times. The specified number of total steps is \(total)")
    }
    var begin = 0.0
    var index = 0
    while index < phases.count - 1 && Double(lastEpoch) > phases[index].end {
      begin = phases[index].end
      index += 1
    }
    let phase = phases[index]
    let share = (Double(lastEpoch) - begin) / (phase.end - begin)
    if cyclesMomentum {
      for (group, (low, high)) in zip(optimizer.groups, zip(lowMomenta, highMomenta)) {
        switch phase.rising {
        case true?: Momentum.set(anneal(high, low, share), of: group)
        case false?: Momentum.set(anneal(low, high, share), of: group)
        case nil: Momentum.set(anneal(high, high, share), of: group)
        }
      }
    }
    return groupRates.map { anneal($0[keyPath: phase.rates.from], $0[keyPath: phase.rates.to], share) }
  }

  private func anneal(_ from: Double, _ to: Double, _ share: Double) -> Double {
    isCosine ? to + (from - to) / 2 * (cos(Double.pi * share) + 1) : (to - from) * share + from
  }
}
