import Glibc
import Goldens
import Optim
import Tensors
import Testing

@Suite struct SchedulerTests {
  @Test func ratesAreThoseOfPyTorch() throws {
    for golden in try Golden.cases("ops/schedulers") {
      let code = golden["code"].text.replacing("lambda e: 0.95 ** e", with: "0")
      let weights = try Tensor.zeros([1]).requiringGrad()
      // Momentum schedules need an optimiser that has one, as the recorder's had.
      let optimizer = try OptimizerTests.optimizer("torch.optim.SGD([w], lr=0.1, momentum=0.9)", weights)
      guard case .call(let name, let items, let named)? = CallText(code), let entry = SchedulerRegistry.entry(name) else {
        Issue.record("cannot read \(code)")
        continue
      }
      var values = [OpValue?](repeating: nil, count: entry.signature.parameters.count)
      for (slot, item) in items.enumerated().dropFirst() { values[slot] = plain(item) }
      for (name, item) in named { if let slot = entry.signature.slot(of: name) { values[slot] = plain(item) } }
      if name == "LambdaLR" {
        values[1] =
          HostFunction { arguments in
            .float(pow(0.95, arguments[0].scalar?.doubleValue ?? 0))
          }.value
      }
      let scheduler = try entry.make(optimizer, values)
      var rates: [String] = []
      if let plateau = scheduler as? ReduceLROnPlateau {
        for metric in golden["metrics"].items {
          plateau.step(metrics: metric.double)
          rates.append(optimizer.groups[0].learningRate.description)
        }
      } else {
        rates.append(optimizer.groups[0].learningRate.description)
        while rates.count < golden["lr"].items.count {
          try scheduler.step()
          rates.append(optimizer.groups[0].learningRate.description)
        }
      }
      #expect(rates == golden["lr"].items.map(\.text), "\(code)")
    }
  }

  private func plain(_ text: CallText) -> OpValue? {
    switch text {
    case .value(let value): value
    case .list(let items), .tuple(let items): .list(items.compactMap(plain))
    default: nil
    }
  }
}
