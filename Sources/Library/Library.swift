import Data
import Interpreter
import Tensors

/// Everything that a script can import beyond the language itself: `torch`, `torchvision`, `numpy`, `pandas`, `matplotlib`.
package enum Library {
  /// Makes the modules importable and, for prompts, the names that need no import. Nothing is built before it is used.
  /// The stage holds the program's figures.
  @discardableResult
  package static func install(into interpreter: Interpreter, prelude: Bool = true, allowsSyntheticData: Bool = true)
    -> FigureStage
  {
    interpreter.registerModule("torch", TorchModule.build)
    TorchSubmodules.register(in: interpreter)
    NNModules.register(in: interpreter)
    OptimModules.register(in: interpreter)
    DataModules.register(in: interpreter)
    let locator = DatasetLocator(report: { [unowned interpreter] text in interpreter.errorOutput(text + "\n") })
    locator.allowsSynthetic = allowsSyntheticData
    VisionModules.register(in: interpreter, locator: locator)
    // A filter that turns warnings into errors cannot stop an operation half-way: the warning is then not shown.
    TensorWarning.handler = { text in _ = try? Interpreter.current.warn(text) }
    Checkpoint.isRequested = { Interpreter.current.interrupt.isRequested }
    Checkpoint.handle = { () throws(TensorError) in try foreign { () throws(Raised) in try Interpreter.current.safePoint() } }
    WrittenLibrary.register(in: interpreter)
    PillowModule.register(in: interpreter)
    SafetensorsModule.register(in: interpreter)
    NumPyModule.register(in: interpreter)
    PandasModule.register(in: interpreter)
    let stage = Pyplot.register(in: interpreter)
    DisplayModule.register(in: interpreter, stage)
    TeachingModule.register(in: interpreter, stage, prelude: prelude)
    if prelude { Prelude.install(into: interpreter) }
    return stage
  }
}
