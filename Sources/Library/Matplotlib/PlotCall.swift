import Interpreter
import Plots

/// The arguments of a command that is both a method of axes (`ax.plot(…)`) and a function (`plt.plot(…)`): slot 0 is the first
/// argument after the axes.
struct PlotCall {
  let call: Arguments
  let shift: Int

  var interpreter: Interpreter { call.interpreter }
  subscript(_ slot: Int) -> Value { call[slot + shift] }
  func has(_ slot: Int) -> Bool { call.has(slot + shift) }
  func isGiven(_ slot: Int) -> Bool { call.isGiven(slot + shift) }
  func rest(_ slot: Int) -> [Value] { call.rest(slot + shift) }
  func double(_ slot: Int) throws(Raised) -> Double { try PlotData.double(call[slot + shift]) }
  func int(_ slot: Int) throws(Raised) -> Int { try call.int(slot + shift) }
  func bool(_ slot: Int) throws(Raised) -> Bool { try call.bool(slot + shift) }
  func string(_ slot: Int) throws(Raised) -> String { try call.string(slot + shift) }
  func text(_ slot: Int) throws(Raised) -> String { try call.interpreter.str(call[slot + shift]) }
  /// The keywords beyond the named ones, for options that artists share.
  func options(_ slot: Int, of artist: String) -> PlotOptions { PlotOptions(call.keywords(slot + shift), of: artist) }
}

/// Keyword arguments that are taken out one by one; what is left at the end is refused.
final class PlotOptions {
  private var entries: [(name: String, value: Value)]
  private let artist: String

  init(_ entries: [(name: String, value: Value)], of artist: String) {
    self.entries = entries
    self.artist = artist
  }

  /// The value under one of several names, unless it is None.
  func take(_ names: String...) -> Value? {
    guard let index = entries.firstIndex(where: { names.contains($0.name) }) else { return nil }
    let value = entries.remove(at: index).value
    return value.isNone ? nil : value
  }

  func double(_ names: String...) throws(Raised) -> Double? {
    for name in names { if let value = take(name) { return try PlotData.double(value) } }
    return nil
  }

  func text(_ names: String...) throws(Raised) -> String? {
    for name in names { if let value = take(name) { return try Interpreter.current.str(value) } }
    return nil
  }

  func bool(_ name: String) throws(Raised) -> Bool? {
    guard let value = take(name) else { return nil }
    return try Interpreter.current.isTrue(value)
  }

  func color(_ names: String...) throws(Raised) -> Color? {
    for name in names { if let value = take(name) { return try PlotColors.one(value) } }
    return nil
  }

  /// The stacking order, opacity, visibility and name, which all artists have.
  func applyCommon(to artist: Artist) throws(Raised) {
    if let order = try double("zorder") { artist.order = order }
    if let alpha = try double("alpha") {
      guard alpha >= 0, alpha <= 1 else { throw .valueError("alpha (\(PlotData.plain(alpha))) is outside 0-1 range") }
      artist.alpha = alpha
    }
    if let isVisible = try bool("visible") { artist.isVisible = isVisible }
    if let isClipped = try bool("clip_on") { artist.isClipped = isClipped }
    if let label = try text("label") { artist.label = label }
    // How finely edges are drawn is Cairo's affair here.
    for name in ["antialiased", "aa", "rasterized", "picker", "snap", "gid", "url", "animated", "transform", "figure", "data"] {
      _ = take(name)
    }
  }

  /// Refuses what nobody took.
  func finish() throws(Raised) {
    guard let unknown = entries.first else { return }
    throw .attributeError("\(artist).set() got an unexpected keyword argument '\(unknown.name)'")
  }
}
