import Tensors

/// A picture of bytes, row by row, the channels of a pixel side by side: what a data set gives before any transform.
package final class Image {
  package let width: Int
  package let height: Int
  /// 1 for grey, 3 for colour; 2 and 4 with an alpha channel.
  package let channels: Int
  package let bytes: [UInt8]

  package init(width: Int, height: Int, channels: Int = 1, bytes: [UInt8]) {
    precondition(bytes.count == width * height * channels)
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
  }

  /// The names of the modes by number of channels, as PIL gives them.
  private static let modes = ["L", "LA", "RGB", "RGBA"]

  /// The mode's name as PIL gives it.
  package var mode: String { Image.modes[channels - 1] }

  /// The number of channels of a mode, if it is one of those that are supported.
  package static func channels(of mode: String) -> Int? { modes.firstIndex(of: mode).map { $0 + 1 } }

  /// The image as a value.
  package var value: OpValue { .object(self, typeName: "PIL.Image.Image") }
}

/// A dictionary with text keys among the values of a data set.
package final class DictionaryItem {
  package let members: [(key: String, value: OpValue)]

  package init(_ members: [(key: String, value: OpValue)]) { self.members = members }

  /// The dictionary as a value.
  package var value: OpValue { .object(self, typeName: "dict") }
}
