import Tensors
extension Tensor {
  func item(at: [OpValue]) throws(TensorError) -> Tensor { self }
  func setItem(at: [OpValue], to: OpValue) throws(TensorError) {}
  func unbind(dim: Int) throws(TensorError) -> [Tensor] { [] }
  var description: String { "" }
  
}
enum ThreadPool { static var threadCount: Int { 1 }; static func setThreadCount(_ n: Int) {} }
