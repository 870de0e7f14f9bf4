import Interpreter
import Optim
import Tensors

/// What scripts hold when they hold a schedule.
final class SchedulerInstance: Object {
  private(set) var scheduler: Scheduler?
  private(set) var optimizer: Value = .none
  /// The schedules that this one is made of; a script's own ones live as long as this one.
  private(set) var parts: [Value] = []
  /// Whether the script has called `step`.
  fileprivate var hasStepped = false

  override init(_ type: TypeObject) { super.init(type) }

  func adopt(_ scheduler: Scheduler, _ optimizer: Value, parts: [Value] = []) {
    self.scheduler = scheduler
    self.optimizer = optimizer
    self.parts = parts
  }

  func initialised() throws(Raised) -> Scheduler {
    guard let scheduler else { throw .attributeError("'\(type.name)' object has no attribute 'optimizer'") }
    return scheduler
  }
}

/// The classes of `torch.optim.lr_scheduler`, derived from the registry.
enum SchedulerTypes {
  static let base: TypeObject = TypeObject.native("LRScheduler", module: "torch.optim.lr_scheduler", of: SchedulerInstance.self)
  { t in
    t.doc = "Changes an optimiser's learning rates from step to step."
    t.hasAttributes = true
    t.allocate { type throws(Raised) in SchedulerInstance(type) }
    t.method("step(self, *args, **kwargs)", "Goes on by one epoch.") { instance, call throws(Raised) in
      let scheduler = try instance.initialised()
      let given = call.rest(1).first ?? call.keywords(2).first { ["metrics", "epoch"].contains($0.name) }?.value
      if let plateau = scheduler as? ReduceLROnPlateau {
        guard let given else {
          throw .typeError("ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'")
        }
        let metric = try call.interpreter.double(given)
        plateau.step(metrics: metric)
      } else {
        if !instance.hasStepped, instance.optimizer.cast(to: OptimizerInstance.self)?.hasStepped == false {
          try call.interpreter.warn(orderWarning)
        }
        instance.hasStepped = true
        if let given, !given.isNone {
          try call.interpreter.warn(epochWarning)
          guard let epoch = try OpValue.asInt(OpValue(given)) else {
            throw .typeError("'\(given.type.name)' object cannot be interpreted as an integer")
          }
          try converting { () throws(TensorError) in try scheduler.jump(to: epoch) }
        } else {
          try converting { () throws(TensorError) in try scheduler.step() }
        }
      }
      return .none
    }
    t.method("get_last_lr(self)", "The learning rates that were set last.") { instance, _ throws(Raised) in
      .list(try instance.initialised().lastRates.map { .float($0) })
    }
    t.method("__init__(self, optimizer, last_epoch=-1)", "For classes of the script's: the class defines `get_lr`.") {
      instance, call throws(Raised) in
      try ScriptedSchedules.begin(instance, call)
      return .none
    }
    t.method("get_lr(self)", "The learning rates of the epoch; classes define it.") { instance, call throws(Raised) in
      guard let scheduler = instance.scheduler, !(scheduler is ScriptedScheduler) else { throw .notImplementedError("") }
      try call.interpreter.warn("To get the last learning rate computed by the scheduler, please use `get_last_lr()`.")
      return .list(scheduler.currentRates.map { .float($0) })
    }
    t.method("state_dict(self)", "Progress, to be saved.") { instance, _ throws(Raised) in
      try SchedulerState.dictionary(of: instance).asValue
    }
    t.method("load_state_dict(self, state_dict)", "Takes saved progress over.") { instance, call throws(Raised) in
      guard let state = call[1].cast(to: DictObject.self) else { throw .typeError("state_dict must be a dict") }
      try SchedulerState.load(state, into: instance.initialised())
      return .none
    }
    t.property("_step_count", "How often `step` has run, the first time included.") { instance throws(Raised) in
      .int(try instance.initialised().lastEpoch + 1)
    }
    t.property("last_epoch", "How many steps were taken.") { instance throws(Raised) in
      .int(try instance.initialised().lastEpoch)
    }
    t.property("base_lrs", "The learning rates that the schedule starts from.") { instance throws(Raised) in
      .list(try instance.initialised().baseRates.map { .float($0) })
    }
    t.property("optimizer", "The optimiser.") { instance throws(Raised) in instance.optimizer }
  }

  private static let orderWarning =
    "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite "
    + "order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the "
    + "learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate"

  private static let epochWarning =
    "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use `scheduler.step()` to "
    + "step the scheduler. During the deprecation, if epoch is different from None, the closed form is used instead of the new chainable "
    + "form, where available. Please open an issue if you are unable to replicate your use case: "
    + "https://github.com/pytorch/pytorch/issues/new/choose."

  static let all: [TypeObject] = SchedulerRegistry.entries.map { entry in
    TypeObject.native(entry.name, module: "torch.optim.lr_scheduler", bases: [base], of: SchedulerInstance.self) { t in
      let text = entry.signature.text
      let parameters = text[(text.firstIndex(of: "(") ?? text.startIndex)...].dropFirst()
      t.method("__init__(self, \(parameters)") { instance, call throws(Raised) in
        guard let optimizer = call[1].cast(to: OptimizerInstance.self) else {
          throw Raised(TensorError.notAnOptimizer(call[1].type.name))
        }
        let target = try optimizer.initialised()
        var values: [OpValue?] = []
        for slot in 0..<entry.signature.parameters.count {
          let value = call[slot + 1]
          values.append(value.isUnbound || slot == 0 ? nil : try OpValue(hosting: value))
        }
        instance.adopt(try converting { () throws(TensorError) in try entry.make(target, values) }, call[1])
        return .none
      }
    }
  }

}

/// The modules `torch.optim` and `torch.optim.lr_scheduler`.
enum OptimModules {
  static func register(in interpreter: Interpreter) {
    interpreter.registerModule("torch.optim") { interpreter throws(Raised) in
      let optim = ModuleObject("torch.optim", doc: "Optimisers.")
      optim.set("Optimizer", OptimizerTypes.base.asValue)
      for type in OptimizerTypes.all { optim.set(type.name, type.asValue) }
      optim.set("LBFGS", try interpreter.attribute(try interpreter.importModule("_lbfgs"), "LBFGS"))
      return optim.asValue
    }
    // The one without a parent is for modules that `torch.optim` itself imports.
    for name in ["torch.optim.optimizer", "_optimizer"] {
      interpreter.registerModule(name) { _ throws(Raised) in
        let module = ModuleObject(name)
        module.set("Optimizer", OptimizerTypes.base.asValue)
        return module.asValue
      }
    }
    interpreter.registerModule("torch.optim.lr_scheduler") { _ throws(Raised) in
      let module = ModuleObject("torch.optim.lr_scheduler", doc: "Schedules of learning rates.")
      for name in ["LRScheduler", "_LRScheduler"] { module.set(name, SchedulerTypes.base.asValue) }
      for type in SchedulerTypes.all + CombinedSchedules.all { module.set(type.name, type.asValue) }
      return module.asValue
    }
  }
}
