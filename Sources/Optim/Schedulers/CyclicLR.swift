import Glibc
import Tensors

/// Lets the learning rate run up and down between two bounds.
package final class CyclicLR: Scheduler {
  static let entry = SchedulerEntry(
    "CyclicLR(optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', gamma=1.0, scale_fn=None, "
      + "scale_mode='cycle', cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, last_epoch=-1)"
  ) { optimizer, a throws(TensorError) in
    if !["triangular", "triangular2", "exp_range"].contains(a.text("mode")) {
      throw .value("mode is invalid and scale_fn is None")
    }
    guard case .none = a["scale_fn"] else { throw .notImplemented("CyclicLR: scale_fn is not supported") }
    let scheduler = try CyclicLR(optimizer, a)
    return scheduler
  }

  private let lowRates, highRates, lowMomenta, highMomenta: [Double]
  private let period, upShare, gamma: Double
  private let mode: String
  private let cyclesMomentum: Bool

  private init(_ optimizer: Optimizer, _ a: SchedulerArguments) throws(TensorError) {
    let count = optimizer.groups.count
    lowRates = try a.numbers("base_lr", count: count)
    highRates = try a.numbers("max_lr", count: count)
    lowMomenta = try a.numbers("base_momentum", count: count)
    highMomenta = try a.numbers("max_momentum", count: count)
    let up = try a.number("step_size_up")
    let down = a["step_size_down"].scalar?.doubleValue ?? up
    period = up + down
    upShare = up / period
    gamma = try a.number("gamma")
    mode = a.text("mode")
    cyclesMomentum = a["cycle_momentum"].isTrue
    for (group, rate) in zip(optimizer.groups, lowRates) { group["lr"] = .float(rate) }
    if cyclesMomentum { try Momentum.check(optimizer) }
    try super.init(optimizer, lastEpoch: try a.int("last_epoch"))
    baseRates = lowRates
    try start()
  }

  override func rates(isInitial: Bool) throws(TensorError) -> [Double] {
    let epoch = Double(lastEpoch)
    let cycle = (1 + epoch / period).rounded(.down)
    let x = 1 + epoch / period - cycle
    let height = x <= upShare ? x / upShare : (x - 1) / (upShare - 1)
    let scale: Double =
      switch mode {
      case "triangular2": 1 / pow(2, cycle - 1)
      case "exp_range": pow(gamma, epoch)
      default: 1
      }
    if cyclesMomentum {
      for (index, group) in optimizer.groups.enumerated() where index < lowMomenta.count {
        let (low, high) = (lowMomenta[index], highMomenta[index])
        Momentum.set(high - (high - low) * height * scale, of: group)
      }
    }
    return zip(lowRates, highRates).map { low, high in low + (high - low) * height * scale }
  }
}

/// The momentum of a group: `momentum` itself or the first of its `betas`.
enum Momentum {
  static func check(_ optimizer: Optimizer) throws(TensorError) {
    if !optimizer.defaults.contains(where: { $0.name == "momentum" || $0.name == "betas" }) {
      throw .value("optimizer must support momentum or beta1 with `cycle_momentum` option enabled")
    }
  }

  static func set(_ value: Double, of group: ParameterGroup) {
    if let betas = group["betas"]?.items {
      group["betas"] = .tuple([.float(value)] + betas.dropFirst())
    } else {
      group["momentum"] = .float(value)
    }
  }
}
