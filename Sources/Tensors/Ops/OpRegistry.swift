/// All ops, one line each.
package enum OpRegistry {
  /// The ops, in the order of their files.
  package static let all: [Op] = [] + networks

  /// The op of that name in a home.
  package static func op(_ name: String, in home: Op.Home) -> Op? {
    all.first { $0.homes.contains(home) && ($0.name == name || $0.aliases.contains(name)) }
  }
}
