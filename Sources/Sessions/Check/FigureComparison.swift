import Glibc
import Notebooks

/// Whether a fresh picture is the recorded one: the same file, or pixels that hardly differ.
///
/// A pixel differs when one of its channels is more than 16 of 255 away; pictures agree while at most one pixel in a hundred does
/// and no two are of different size. Where the recorded PNG is missing, its size and hash must be equal.
enum FigureComparison {
  private static let channelTolerance = 16
  private static let mostDiffering = 0.01

  /// What is different, as a line for a person; nil when the pictures agree.
  static func difference(recorded: RecordedFigure, found: RecordedFigure) -> String? {
    guard recorded.width == found.width, recorded.height == found.height else {
      return "the picture was \(recorded.width)x\(recorded.height), and is \(found.width)x\(found.height)"
    }
    if recorded.hash == found.hash { return nil }
    guard !recorded.png.isEmpty else {
      return "the picture has another hash, and \(recorded.hash).png is not there to compare its pixels"
    }
    guard let old = PNGPixels(recorded.png), let new = PNGPixels(found.png) else {
      return "the picture has another hash, and its pixels cannot be read"
    }
    var differing = 0
    var farthest = 0
    for pixel in 0..<(old.width * old.height) {
      var distance = 0
      for channel in 0..<4 {
        distance = max(distance, abs(Int(old.values[pixel * 4 + channel]) - Int(new.values[pixel * 4 + channel])))
      }
      if distance > channelTolerance { differing += 1 }
      farthest = max(farthest, distance)
    }
    let share = Double(differing) / Double(old.width * old.height)
    guard share > mostDiffering else { return nil }
    var percent = [CChar](repeating: 0, count: 32)
    withVaList([share * 100]) { _ = vsnprintf(&percent, percent.count, "%.1f", $0) }
    return
      "\(String(decoding: percent.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)) % of the pixels differ "
      + "by more than \(channelTolerance), the farthest by \(farthest) of 255; allowed 1 %"
  }

  /// What is different between the pictures of a cell, for a person to read; empty when they agree.
  static func differences(recorded: [RecordedFigure], found: [RecordedFigure]) -> String {
    guard recorded.count == found.count else {
      return "The cell showed \(found.count) picture\(found.count == 1 ? "" : "s"), recorded: \(recorded.count).\n"
    }
    var text = ""
    for (old, new) in zip(recorded, found) {
      guard let difference = difference(recorded: old, found: new) else { continue }
      text += "--- recorded\n+++ found\n-\(old.line)\n+\(new.line)\n!\(difference)\n"
    }
    return text
  }
}
