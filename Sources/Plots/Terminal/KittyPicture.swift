/// kitty's graphics protocol: a PNG file in pieces of at most 4096 letters (https://sw.kovidgoyal.net/kitty/graphics-protocol/).
enum KittyPicture {
  static func text(_ png: [UInt8]) -> String {
    let letters = Array(Base64.text(png).utf8)
    var out = ""
    for start in stride(from: 0, to: letters.count, by: 4096) {
      let end = min(start + 4096, letters.count)
      let isLast = end == letters.count ? 0 : 1
      // Shown at once (a=T), as PNG (f=100), and without an answer that would read like typed text (q=2).
      let head = start == 0 ? "a=T,f=100,q=2,m=\(isLast)" : "m=\(isLast)"
      out += "\u{1B}_G\(head);" + String(decoding: letters[start..<end], as: UTF8.self) + "\u{1B}\\"
    }
    return out
  }
}

/// iTerm2's inline files (https://iterm2.com/documentation-images.html).
enum InlineFilePicture {
  static func text(_ png: [UInt8]) -> String {
    "\u{1B}]1337;File=inline=1;size=\(png.count);preserveAspectRatio=1:\(Base64.text(png))\u{07}"
  }
}
