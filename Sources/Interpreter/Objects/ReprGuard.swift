/// The containers whose repr is being made, so that one that contains itself shows as `[...]` there.
enum ReprGuard {
  nonisolated(unsafe) private static var active: [ObjectIdentifier] = []

  /// The repr that a body makes, or a stand-in where the container's repr is already under way.
  static func repr(_ object: Object, inside: String, _ body: () throws(Raised) -> String) throws(Raised) -> String {
    let id = ObjectIdentifier(object)
    if active.contains(id) { return inside }
    active.append(id)
    defer { active.removeLast() }
    return try body()
  }
}
