import Tensors

/// A value as files hold it: numbers, text, containers, tensors. Containers are objects, because a file may name the same one twice.
package enum SavedValue {
  case none
  case bool(Bool)
  case int(Int)
  /// An integer beyond 64 bits: little-endian two's complement.
  case large([UInt8])
  case float(Double)
  case complex(Double, Double)
  case string(String)
  case bytes([UInt8])
  case list(SavedList)
  case tuple(SavedTuple)
  case dict(SavedDict)
  /// `set` or `frozenset`; its elements.
  case set(SavedList, isFrozen: Bool)
  case tensor(Tensor)
  case size([Int])
  case dtype(DType)
  case device(String)
  /// An n-dimensional numpy array.
  case array(SavedArray)
  /// A name that the reader knows how to use, waiting to be used.
  case global(Global)
  /// A tensor's memory, waiting for its tensor.
  case storage(Storage, DType)
  /// numpy's description of element types, such as `u1`.
  case arrayType(String)
}

/// A list.
package final class SavedList {
  package var items: [SavedValue]
  package init(_ items: [SavedValue] = []) { self.items = items }
}

/// A tuple. How deep tuples stand in it is kept, because a tuple is finished when it is made.
package final class SavedTuple {
  package let items: [SavedValue]
  let depth: Int

  package init(_ items: [SavedValue]) {
    self.items = items
    var deepest = 0
    for item in items {
      if case .tuple(let inner) = item { deepest = max(deepest, inner.depth) }
    }
    depth = deepest + 1
  }
}

/// A dictionary, of the class `OrderedDict` or `Counter` if so marked.
package final class SavedDict {
  /// The class.
  package enum Kind { case plain, ordered, counter }
  package let kind: Kind
  package var pairs: [(key: SavedValue, value: SavedValue)] = []
  /// Attributes of the object, such as `_metadata` of a state dict.
  package var attributes: SavedDict?

  package init(_ kind: Kind) { self.kind = kind }
}

/// A numpy array on its way: made empty, then given its contents.
package final class SavedArray {
  package internal(set) var shape: [Int] = []
  /// numpy's name of the element type, such as `u1` or `f8`, little-endian.
  package internal(set) var elementType = "u1"
  package internal(set) var isColumnMajor = false
  package internal(set) var contents: [UInt8] = []
}
