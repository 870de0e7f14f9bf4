/// `None`, `NotImplemented` and `Ellipsis`.
enum SingletonTypes {
  static func setUp() {
    setUp(.noneType, "None", truth: false) { _ in .none }
    setUp(.notImplementedType, "NotImplemented", truth: true) { _ in .notImplemented }
    setUp(.ellipsisType, "Ellipsis", truth: true) { _ in .ellipsis }
  }

  private static func setUp(_ type: TypeObject, _ text: String, truth: Bool, _ value: @escaping (Void) -> Value) {
    type.isSubclassable = false
    type.extend(of: Object.self) { t in
      t.slots.repr = { (_) throws(Raised) -> String in text }
      t.slots.bool = { (_) throws(Raised) -> Bool in truth }
      t.slots.hash = { (value) throws(Raised) -> Int in text == "None" ? 0xFCA8_6420 : text.utf8.count }
      t.construct("\(type.name)()") { _, _ throws(Raised) -> Value in value(()) }
    }
  }
}
