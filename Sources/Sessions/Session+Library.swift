import Interpreter
import Library

extension Session {
  /// Makes torch and its company importable, and their names known without import where the options say so.
  func installLibrary(_ options: Options) {
    figures = Library.install(
      into: interpreter, prelude: options.hasPreludeNames, allowsSyntheticData: options.allowsSyntheticData)
    figures?.onShow = { [unowned self] figure in show(figure) }
    figures?.onDisplay = { [unowned self] data in show(data) }
  }
}
