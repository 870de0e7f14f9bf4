import Tensors

/// What a pickle may name: a fixed list. Nothing is looked up, imported or called beyond it.
package enum Global: Hashable {
  case orderedDict, counter, set, frozenset, complex, bytearray, bytes, encode
  case rebuildTensor, rebuildParameter, size, device, parameter, tensor
  case storageType(DType)
  case dtype(DType)
  case reconstructArray, array, arrayType

  /// The thing of that name, if it is on the list.
  static func named(_ module: String, _ name: String, allowsArrays: Bool) -> Global? {
    switch (module, name) {
    case ("collections", "OrderedDict"): return .orderedDict
    case ("collections", "Counter"): return .counter
    case ("__builtin__", "set"), ("builtins", "set"): return .set
    case ("__builtin__", "frozenset"), ("builtins", "frozenset"): return .frozenset
    case ("__builtin__", "complex"), ("builtins", "complex"): return .complex
    case ("__builtin__", "bytearray"), ("builtins", "bytearray"): return .bytearray
    case ("__builtin__", "bytes"), ("builtins", "bytes"): return .bytes
    case ("_codecs", "encode"): return .encode
    case ("torch._utils", "_rebuild_tensor_v2"): return .rebuildTensor
    case ("torch._utils", "_rebuild_parameter"): return .rebuildParameter
    case ("torch", "Size"): return .size
    case ("torch", "device"): return .device
    case ("torch.nn.parameter", "Parameter"): return .parameter
    case ("torch", "Tensor"), ("torch._tensor", "Tensor"): return .tensor
    case ("torch", _):
      for dtype in DType.allCases {
        if name == "\(dtype.scalarName)Storage" { return .storageType(dtype) }
        if name == dtype.name { return .dtype(dtype) }
      }
      return nil
    case ("numpy.core.multiarray", "_reconstruct"), ("numpy._core.multiarray", "_reconstruct"):
      return allowsArrays ? .reconstructArray : nil
    case ("numpy", "ndarray"): return allowsArrays ? .array : nil
    case ("numpy", "dtype"): return allowsArrays ? .arrayType : nil
    default: return nil
    }
  }
}
