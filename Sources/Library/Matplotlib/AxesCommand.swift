import Interpreter
import Plots

/// One thing that can be done to axes, written once: a method (`ax.set_title`) and a function on the current axes (`plt.title`).
struct AxesCommand {
  /// The method's signature, without the axes.
  let signature: String
  /// The function's name; nil where there is only the method.
  let function: String?
  let doc: String
  let body: (Axes, PlotCall) throws(Raised) -> Value

  /// A command whose function has the method's name unless `function` says otherwise.
  init(_ signature: String, function: String? = "", _ doc: String, _ body: @escaping (Axes, PlotCall) throws(Raised) -> Value) {
    self.signature = signature
    self.function = function == "" ? String(signature.prefix { $0 != "(" }) : function
    self.doc = doc
    self.body = body
  }

  /// The method's name.
  var name: String { String(signature.prefix { $0 != "(" }) }

  /// The method's signature, with the axes in front.
  var methodSignature: String {
    let parameters = signature.dropFirst(name.count + 1)
    return "\(name)(self\(parameters == ")" ? "" : ", ")\(parameters)"
  }

  /// The function's signature.
  var functionSignature: String { (function ?? name) + signature.dropFirst(name.count) }

  /// All commands.
  static let all: [AxesCommand] = lineCommands + areaCommands + imageCommands + textCommands + settingCommands + axisCommands
}
