import Tensors

/// The registry's ops by name.
enum Ops {
  private static func table(_ home: Op.Home) -> [String: Op] {
    var table: [String: Op] = [:]
    for op in OpRegistry.all where op.homes.contains(home) {
      for name in [op.name] + op.aliases where table[name] == nil { table[name] = op }
    }
    return table
  }

  private static let functions = table(.function)
  private static let methods = table(.method)
  private static let functionals = table(.functional)

  /// The op of that name, be it a function, a method or in `nn.functional`.
  static func named(_ name: String) -> Op? { functions[name] ?? methods[name] ?? functionals[name] }

  /// Calls an op by name.
  static func call(_ name: String, _ arguments: [OpValue], _ keywords: [(name: String, value: OpValue)] = [])
    throws(TensorError) -> OpValue
  {
    guard let op = named(name) else { throw .notImplemented("torch.\(name) is not implemented in Lectern") }
    return try op(arguments, keywords: keywords)
  }
}
