import Interpreter
import Tensors

/// `numpy.ndarray`: a tensor under numpy's name, sharing its elements.
final class NDArrayObject: Object {
  let tensor: Tensor

  init(_ tensor: Tensor) {
    self.tensor = tensor
    super.init(NDArrayType.type)
  }
}

enum NDArrayType {
  static let type: TypeObject = TypeObject.native("ndarray", module: "numpy", of: NDArrayObject.self) { t in
    t.doc = "An n-dimensional array of numbers of one type."
  }
}
