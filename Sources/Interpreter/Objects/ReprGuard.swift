/// The containers whose repr is being made, so that one that contains itself shows as `[...]` there.
enum ReprGuard {
  /// The repr that a body makes, or a stand-in where the container's repr is already under way.
  static func repr(_ object: Object, inside: String, _ body: () throws(Raised) -> String) throws(Raised) -> String {
    let interpreter = Interpreter.current
    let id = ObjectIdentifier(object)
    if interpreter.reprsUnderWay.contains(id) { return inside }
    interpreter.reprsUnderWay.append(id)
    defer { interpreter.reprsUnderWay.removeLast() }
    return try body()
  }
}
