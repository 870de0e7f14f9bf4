/// The built-in classes. They are made bare, because their methods' names are strings and strings need classes; `Builtins.setUp`
/// fills them.
extension TypeObject {
  private static func core(_ name: String, _ tag: ObjectTag = .host, module: String = "builtins", base: TypeObject = .object) -> TypeObject {
    let type = TypeObject(name: name, module: module, bases: [base], mro: nil, isScriptDefined: false)
    type.instanceTag = tag
    return type
  }

  package static let int = core("int", .int)
  package static let bool: TypeObject = {
    let type = core("bool", .int, base: .int)
    type.isSubclassable = false
    return type
  }()
  package static let float = core("float", .float)
  package static let complex = core("complex", .complex)
  package static let str = core("str", .str)
  package static let bytes = core("bytes", .bytes)
  package static let bytearray = core("bytearray", .bytearray)
  package static let list = core("list", .list)
  package static let tuple = core("tuple", .tuple)
  package static let dict = core("dict", .dict)
  package static let set = core("set", .set)
  package static let frozenset = core("frozenset", .frozenset)
  package static let range = core("range", .range)
  package static let slice = core("slice", .slice)
  package static let noneType = core("NoneType")
  package static let notImplementedType = core("NotImplementedType")
  package static let ellipsisType = core("ellipsis")
  package static let function = core("function", .function)
  package static let builtinFunction = core("builtin_function_or_method", .native)
  package static let methodDescriptor = core("method_descriptor", .native)
  package static let boundMethod = core("method", .boundMethod)
  package static let boundNative = core("builtin_function_or_method", .boundMethod, base: .boundMethod)
  package static let getSetDescriptor = core("getset_descriptor")
  package static let property = core("property")
  package static let staticMethod = core("staticmethod")
  package static let classMethod = core("classmethod")
  package static let superType = core("super")
  package static let module = core("module", .module)
  package static let cell = core("cell", .cell)
  package static let code = core("code")
  package static let frame = core("frame")
  package static let traceback = core("traceback")
  package static let generator = core("generator", .generator)
  package static let iterator = core("iterator", .iterator)
  package static let listIterator = core("list_iterator", .listIterator)
  package static let rangeIterator = core("range_iterator", .rangeIterator)
  package static let mappingProxy = core("mappingproxy")
  package static let instanceDict = core("dict", base: .object)
  package static let genericAlias = core("GenericAlias", module: "types")
  package static let unionType = core("UnionType", module: "types")
  package static let dictKeys = core("dict_keys")
  package static let dictValues = core("dict_values")
  package static let dictItems = core("dict_items")
  package static let zip = core("zip", .iterator)
  package static let map = core("map", .iterator)
  package static let filter = core("filter", .iterator)
  package static let enumerate = core("enumerate", .iterator)
  package static let reversed = core("reversed", .iterator)
  package static let textFile = core("TextIOWrapper", module: "_io")
}
