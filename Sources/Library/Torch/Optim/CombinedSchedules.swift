import Interpreter
import Optim
import Tensors

/// `SequentialLR` and `ChainedScheduler`: schedules made of schedules.
enum CombinedSchedules {
  static let all: [TypeObject] = [sequential, chained]

  private static let sequential = TypeObject.native(
    "SequentialLR", module: "torch.optim.lr_scheduler", bases: [SchedulerTypes.base], of: SchedulerInstance.self
  ) { t in
    t.doc = "Schedules one after the other, each from its milestone on."
    t.method("__init__(self, optimizer, schedulers, milestones, last_epoch=-1)") { instance, call throws(Raised) in
      guard let optimizer = call[1].cast(to: OptimizerInstance.self) else {
        throw Raised(TensorError.notAnOptimizer(call[1].type.name))
      }
      let (target, values) = (try optimizer.initialised(), try call.interpreter.elements(of: call[2]))
      var milestones: [Int] = []
      for value in try call.interpreter.elements(of: call[3]) { milestones.append(try call.interpreter.index(value)) }
      let parts = try schedules(values, of: "SequentialLR")
      instance.adopt(
        try converting { () throws(TensorError) in try SequentialLR(target, parts, milestones: milestones) }, call[1],
        parts: values)
      return .none
    }
  }

  private static let chained = TypeObject.native(
    "ChainedScheduler", module: "torch.optim.lr_scheduler", bases: [SchedulerTypes.base], of: SchedulerInstance.self
  ) { t in
    t.doc = "Schedules that all take each step."
    t.method("__init__(self, schedulers, optimizer=None)") { instance, call throws(Raised) in
      let values = try call.interpreter.elements(of: call[1])
      let parts = try schedules(values, of: "ChainedScheduler")
      let target = try call.has(2) ? call[2].cast(to: OptimizerInstance.self)?.initialised() : nil
      let scheduler = try converting { () throws(TensorError) in try ChainedScheduler(parts, optimizer: target) }
      let first = values.first?.cast(to: SchedulerInstance.self)?.optimizer ?? .none
      instance.adopt(scheduler, call.has(2) ? call[2] : first, parts: values)
      return .none
    }
  }

  private static func schedules(_ values: [Value], of name: String) throws(Raised) -> [(name: String, scheduler: Scheduler)] {
    var found: [(name: String, scheduler: Scheduler)] = []
    for (index, value) in values.enumerated() {
      guard let instance = value.cast(to: SchedulerInstance.self) else {
        if name == "ChainedScheduler" { throw .attributeError("'\(value.type.name)' object has no attribute 'optimizer'") }
        throw .typeError("\(name) at index \(index) should have `optimizer` as its attribute.")
      }
      found.append((instance.type.name, try instance.initialised()))
    }
    return found
  }
}

/// Schedules that a script writes: subclasses of `LRScheduler` with a `get_lr`.
enum ScriptedSchedules {
  static func begin(_ instance: SchedulerInstance, _ call: ScriptCall) throws(Raised) {
    guard let optimizer = call[1].cast(to: OptimizerInstance.self) else {
      throw Raised(TensorError.notAnOptimizer(call[1].type.name))
    }
    let (target, lastEpoch) = (try optimizer.initialised(), try call.int(2))
    // The object holds the schedule, and not the other way round: together they would never be freed.
    let scheduler = try converting { () throws(TensorError) in
      try ScriptedScheduler(target, lastEpoch: lastEpoch) { [weak instance] () throws(TensorError) -> [Double] in
        guard let instance else { return target.groups.map { $0["lr"]?.scalar?.doubleValue ?? 0 } }
        return try foreign { () throws(Raised) in try rates(of: instance) }
      }
    }
    instance.adopt(scheduler, call[1])
    try converting { () throws(TensorError) in try scheduler.begin() }
  }

  private static func rates(of instance: SchedulerInstance) throws(Raised) -> [Double] {
    let interpreter = Interpreter.current
    let result = try interpreter.call(try interpreter.attribute(instance.asValue, "get_lr"))
    var rates: [Double] = []
    for value in try interpreter.elements(of: result) { rates.append(try interpreter.double(value)) }
    return rates
  }
}

/// The progress of schedules as dictionaries.
enum SchedulerState {
  /// The state of a schedule: what a script's own one has as attributes, and the progress.
  static func dictionary(of instance: SchedulerInstance) throws(Raised) -> DictObject {
    let scheduler = try instance.initialised()
    let state = DictObject()
    for (name, value) in instance.ownAttributes { state.set(name.string, value) }
    let parts = instance.parts.compactMap { $0.cast(to: SchedulerInstance.self) }
    if let sequential = scheduler as? SequentialLR { state.set("_milestones", .list(sequential.milestones.map { .int($0) })) }
    if parts.isEmpty {
      state.set("base_lrs", .list(scheduler.baseRates.map { .float($0) }))
    }
    if !(scheduler is ChainedScheduler) { state.set("last_epoch", .int(scheduler.lastEpoch)) }
    if parts.isEmpty { state.set("_step_count", .int(scheduler.lastEpoch + 1)) }
    state.set("_last_lr", .list(scheduler.lastRates.map { .float($0) }))
    if !parts.isEmpty {
      var states: [Value] = []
      for part in parts { states.append(try dictionary(of: part).asValue) }
      state.set("_schedulers", .list(states))
    }
    return state
  }

  /// Takes saved progress over.
  static func load(_ state: DictObject, into scheduler: Scheduler) throws(Raised) {
    func rates(_ name: String) -> [Double] { (state.get(name)?.sequence ?? []).compactMap(\.doubleValue) }
    let epoch = state.get("last_epoch")?.intValue ?? scheduler.lastEpoch
    guard (-1...1_000_000_000).contains(epoch) else { throw .valueError("last_epoch is out of range: \(epoch)") }
    scheduler.restore(lastEpoch: epoch, baseRates: rates("base_lrs"), lastRates: rates("_last_lr"))
    let parts = (scheduler as? SequentialLR)?.schedulers ?? (scheduler as? ChainedScheduler)?.schedulers ?? []
    let saved = (state.get("_schedulers")?.sequence ?? []).compactMap { $0.cast(to: DictObject.self) }
    guard saved.count == parts.count else {
      throw .valueError("the state holds \(saved.count) schedules, not \(parts.count)")
    }
    for (part, own) in zip(parts, saved) { try load(own, into: part) }
  }
}
