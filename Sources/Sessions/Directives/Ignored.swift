import Interpreter

extension Directive {
  /// Directives of IPython that notebooks contain and that have nothing to do here.
  package static let ignored: [Directive] = ["autoreload", "config", "load_ext", "pylab", "precision"].map { name in
    Directive(name, usage: "%\(name) …", "Accepted and without effect.") { call throws(Raised) in nil }
  }
}
