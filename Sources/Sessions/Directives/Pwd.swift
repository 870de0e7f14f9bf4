import Interpreter

extension Directive {
  /// `%pwd`
  static let pwd = Directive("pwd", usage: "%pwd", "Shows the current folder.") { call throws(Raised) in
    .string(WorkingFolder.path)
  }
}
