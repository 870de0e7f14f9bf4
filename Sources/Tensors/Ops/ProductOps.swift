// The products of MatrixProduct.swift as scripts see them.

extension Op {
  private static func product(
    _ name: String, _ second: String, _ summary: String, example: String, aliases: [String] = [],
    _ compute: @escaping (Tensor, Tensor) throws -> Tensor
  ) -> Op {
    Op("\(name)(input: Tensor, \(second): Tensor)", .both, summary, example: example, aliases: aliases) { call in
      .tensor(try compute(call.tensor(0), call.tensor(1)))
    }
  }

  static let products: [Op] = [
    product(
      "matmul", "other", "The product of vectors, matrices or batches of matrices.",
      example: "torch.matmul(torch.ones(2, 3), torch.ones(3, 2))"
    ) { try $0.matmul($1) },
    product("mm", "mat2", "The product of two matrices.", example: "torch.mm(torch.ones(2, 3), torch.ones(3, 2))") {
      try $0.mm($1)
    },
    product("mv", "vec", "The product of a matrix and a vector.", example: "torch.mv(torch.ones(2, 3), torch.ones(3))") {
      try $0.mv($1)
    },
    product(
      "dot", "tensor", "The product of two vectors.", example: "torch.dot(torch.ones(3), torch.ones(3))", aliases: ["vdot"]
    ) { try $0.dot($1) },
    product(
      "inner", "other", "The products of the last dimensions of two tensors.",
      example: "torch.inner(torch.ones(2, 3), torch.ones(4, 3))"
    ) { try $0.inner($1) },
    product("bmm", "mat2", "Products of batches of matrices.", example: "torch.bmm(torch.ones(2, 2, 3), torch.ones(2, 3, 2))") {
      try $0.bmm($1)
    },
    product(
      "outer", "vec2", "All products of two vectors' elements.", example: "torch.outer(torch.ones(2), torch.ones(3))",
      aliases: ["ger"]
    ) {
      a, b in
      guard a.shape.count == 1, b.shape.count == 1 else {
        throw TensorError.runtime("outer: Expected 1-D argument self, but got \(a.shape.count)-D")
      }
      return try a.unsqueeze(1).mul(b)
    },
    Op(
      "addmm(input: Tensor, mat1: Tensor, mat2: Tensor, *, beta: Number = 1, alpha: Number = 1)", .both,
      "beta · input + alpha · mat1 · mat2.", example: "torch.addmm(torch.ones(2), torch.ones(2, 3), torch.ones(3, 2))"
    ) { call in
      let (beta, alpha) = (try call.scalar(3), try call.scalar(4))
      if beta == .int(1), alpha == .int(1) {
        return .tensor(try Tensor.addmm(call.tensor(0), call.tensor(1), call.tensor(2)))
      }
      return .tensor(try call.tensor(0).mul(beta).add(call.tensor(1).mm(call.tensor(2)).mul(alpha)))
    },
  ]
}
