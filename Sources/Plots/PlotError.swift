/// What is wrong with a request for a picture; the message is matplotlib's where it has one.
package struct PlotError: Error, Equatable {
  /// Which exception a script sees.
  package enum Kind { case value, type, runtime, attribute, os, fileNotFound, key, notImplemented }

  /// The class of the error.
  package let kind: Kind
  /// What is wrong, naming the thing.
  package let message: String

  /// Makes an error.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// A value that cannot be meant.
  package static func value(_ message: String) -> PlotError { PlotError(.value, message) }
  /// Something of the wrong kind.
  package static func type(_ message: String) -> PlotError { PlotError(.type, message) }
}
