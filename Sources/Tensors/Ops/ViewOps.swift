// The views of Views.swift and Rearranging.swift as scripts see them.

extension Op {
  private static func tensors(_ list: [Tensor]) -> OpValue { .tuple(list.map { .tensor($0) }) }

  static let views: [Op] = [
    Op(
      "view(input: Tensor, dtype: dtype)", .method, "The elements under another shape, or their bytes as another dtype.",
      example: "torch.ones(2, 3).view(3, 2)"
    ) {
      call in .tensor(try call.tensor(0).viewed(as: call.dtype(1) ?? .float32))
    }.or("view(input: Tensor, *size: ints)") { call in .tensor(try call.tensor(0).view(call.shape(1))) },
    Op(
      "reshape(input: Tensor, *shape: ints)", .method, "The elements under another shape, copied if need be.",
      example: "torch.ones(2, 3).reshape(3, -1)"
    ) { call in .tensor(try call.tensor(0).reshape(call.shape(1))) },
    Op(
      "reshape(input: Tensor, shape: ints)", .function, "The elements under another shape, copied if need be.",
      example: "torch.reshape(torch.ones(2, 3), (3, -1))"
    ) { call in .tensor(try call.tensor(0).reshape(call.shape(1))) },
    Op(
      "view_as(input: Tensor, other: Tensor)", .method, "The shape of another tensor.",
      example: "torch.ones(2, 3).view_as(torch.ones(6))"
    ) { call in .tensor(try call.tensor(0).view(call.tensor(1).shape)) },
    Op(
      "reshape_as(input: Tensor, other: Tensor)", .method, "The shape of another tensor.",
      example: "torch.ones(2, 3).reshape_as(torch.ones(6))"
    ) { call in .tensor(try call.tensor(0).reshape(call.tensor(1).shape)) },
    Op(
      "transpose(input: Tensor, dim0: int, dim1: int)", .both, "Two dimensions exchanged.",
      example: "torch.ones(2, 3).transpose(0, 1)", aliases: ["swapaxes", "swapdims"]
    ) { call in .tensor(try call.tensor(0).transpose(call.int(1), call.int(2))) },
    Op("t(input: Tensor)", .both, "A matrix transposed.", example: "torch.ones(2, 3).t()") { call in
      .tensor(try call.tensor(0).t())
    },
    Op("T(input: Tensor)", .property, "All dimensions in reverse order.", example: "torch.ones(2, 3).T") { call in
      let x = try call.tensor(0)
      if x.dim == 0 {
        TensorWarning.emit("Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases.")
      } else if x.dim != 2 {
        TensorWarning.emit(
          "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a "
            + "future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to "
            + "reverse the dimensions of a tensor.")
      }
      return .tensor(try x.permute(Array((0..<x.shape.count).reversed())))
    },
    Op("H(input: Tensor)", .property, "A matrix transposed.", example: "torch.ones(2, 3).H") { call in
      let x = try call.tensor(0)
      guard x.dim == 0 || x.dim == 2 else {
        throw TensorError.runtime(
          "tensor.H is only supported on matrices (2-D tensors). Got \(x.dim)-D tensor. For batches of matrices, consider using tensor.mH"
        )
      }
      return .tensor(x.dim == 0 ? x : try x.transpose(0, 1))
    },
    Op("mT(input: Tensor)", .property, "The last two dimensions exchanged.", example: "torch.ones(2, 3).mT") { call in
      let x = try call.tensor(0)
      guard x.dim >= 2 else {
        throw TensorError.runtime("tensor.mT is only supported on matrices or batches of matrices. Got \(x.dim)-D tensor.")
      }
      return .tensor(try x.transpose(-2, -1))
    },
    Op(
      "permute(input: Tensor, *dims: ints)", .method, "The dimensions in another order.",
      example: "torch.ones(2, 3).permute(1, 0)"
    ) {
      call in .tensor(try call.tensor(0).permute(call.ints(1)))
    },
    Op(
      "permute(input: Tensor, dims: ints)", .function, "The dimensions in another order.",
      example: "torch.permute(torch.ones(2, 3), (1, 0))"
    ) {
      call in .tensor(try call.tensor(0).permute(call.ints(1)))
    },
    Op(
      "squeeze(input: Tensor, dim: ints? = None)", .both, "Dimensions of size 1 taken out.",
      example: "torch.ones(1, 3).squeeze()"
    ) {
      call in .tensor(try call.tensor(0).squeeze(call.optionalInts(1)))
    },
    Op("unsqueeze(input: Tensor, dim: int)", .both, "A dimension of size 1 put in.", example: "torch.ones(3).unsqueeze(0)") {
      call in
      .tensor(try call.tensor(0).unsqueeze(call.int(1)))
    },
    Op(
      "expand(input: Tensor, *size: ints)", .method, "Dimensions of size 1 shown larger.",
      example: "torch.ones(1, 3).expand(2, 3)"
    ) {
      call in .tensor(try call.tensor(0).expand(call.shape(1)))
    },
    Op(
      "expand_as(input: Tensor, other: Tensor)", .method, "Expanded to another's shape.",
      example: "torch.ones(1, 3).expand_as(torch.ones(2, 3))"
    ) { call in .tensor(try call.tensor(0).expand(call.tensor(1).shape)) },
    Op(
      "broadcast_to(input: Tensor, size: ints)", .both, "Expanded to a shape.", example: "torch.ones(1, 3).broadcast_to((2, 3))"
    ) { call in .tensor(try call.tensor(0).expand(call.shape(1))) },
    Op(
      "broadcast_tensors(*tensors: Tensors)", .function, "Tensors expanded to their common shape.",
      example: "torch.broadcast_tensors(torch.ones(1, 3), torch.ones(2, 1))"
    ) { call in
      let list = try call.tensors(0)
      var shape = Shape()
      for tensor in list { shape = try Shape.broadcast(shape, tensor.shape) }
      return tensors(try list.map { try $0.expand(shape) })
    },
    Op(
      "flatten(input: Tensor, start_dim: int = 0, end_dim: int = -1)", .both, "Neighbouring dimensions merged.",
      example: "torch.ones(2, 3).flatten()"
    ) { call in .tensor(try call.tensor(0).flatten(call.int(1), call.int(2))) },
    Op("ravel(input: Tensor)", .both, "All dimensions merged.", example: "torch.ones(2, 3).ravel()") { call in
      .tensor(try call.tensor(0).reshape([-1]))
    },
    Op(
      "unflatten(input: Tensor, dim: int, sizes: ints)", .both, "A dimension cut into several.",
      example: "torch.ones(6).unflatten(0, (2, 3))"
    ) {
      call in .tensor(try call.tensor(0).unflatten(call.int(1), call.ints(2)))
    },
    Op(
      "narrow(input: Tensor, dim: int, start: int, length: int)", .both, "A part of a dimension.",
      example: "torch.arange(5).narrow(0, 1, 2)"
    ) {
      call in .tensor(try call.tensor(0).narrow(call.int(1), call.int(2), call.int(3)))
    },
    Op(
      "select(input: Tensor, dim: int, index: int)", .both, "One position along a dimension.",
      example: "torch.ones(2, 3).select(1, 0)"
    ) {
      call in .tensor(try call.tensor(0).select(call.int(1), call.int(2)))
    },
    Op(
      "diagonal(input: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1)", .both, "A diagonal.",
      example: "torch.ones(2, 3).diagonal()"
    ) { call in .tensor(try call.tensor(0).diagonal(call.int(1), call.int(2), call.int(3))) },
    Op(
      "diag(input: Tensor, diagonal: int = 0)", .both, "A diagonal matrix of a vector, or the diagonal of a matrix.",
      example: "torch.diag(torch.ones(2))"
    ) {
      call in .tensor(try call.tensor(0).diag(call.int(1)))
    },
    Op(
      "unfold(input: Tensor, dimension: int, size: int, step: int)", .method, "Overlapping windows.",
      example: "torch.arange(5.).unfold(0, 2, 1)"
    ) {
      call in .tensor(try call.tensor(0).unfold(call.int(1), call.int(2), call.int(3)))
    },
    Op(
      "as_strided(input: Tensor, size: ints, stride: ints, storage_offset: int? = None)", .both, "Any sizes and strides.",
      example: "torch.arange(4.).as_strided((2, 2), (1, 1))"
    ) { call in .tensor(try call.tensor(0).asStrided(call.shape(1), call.shape(2), call.optionalInt(3))) },
    Op(
      "movedim(input: Tensor, source: ints, destination: ints)", .both, "Dimensions moved.",
      example: "torch.ones(2, 3).movedim(0, 1)", aliases: ["moveaxis"]
    ) { call in .tensor(try call.tensor(0).movedim(call.ints(1), call.ints(2))) },
    Op("flip(input: Tensor, *dims: ints)", .method, "The reverse order.", example: "torch.arange(3).flip(0)") { call in
      .tensor(try call.tensor(0).flip(call.ints(1)))
    },
    Op("flip(input: Tensor, dims: ints)", .function, "The reverse order.", example: "torch.flip(torch.arange(3), (0,))") {
      call in
      .tensor(try call.tensor(0).flip(call.ints(1)))
    },
    Op("fliplr(input: Tensor)", .both, "Columns in reverse order.", example: "torch.ones(2, 3).fliplr()") { call in
      .tensor(try call.tensor(0).flip([1]))
    },
    Op("flipud(input: Tensor)", .both, "Rows in reverse order.", example: "torch.ones(2, 3).flipud()") { call in
      .tensor(try call.tensor(0).flip([0]))
    },
    Op("rot90(input: Tensor, k: int = 1, dims: ints = (0, 1))", .both, "A quarter turn.", example: "torch.ones(2, 3).rot90()") {
      call in
      let x = try call.tensor(0)
      let dims = try call.ints(2)
      guard dims.count == 2, x.shape.count >= 2 else {
        throw TensorError.runtime("expected total rotation dims == 2, but got dims = \(dims.count)")
      }
      let turned: Tensor
      switch ((try call.int(1) % 4) + 4) % 4 {
      case 1: turned = try x.flip([dims[1]]).transpose(dims[0], dims[1])
      case 2: turned = try x.flip(dims)
      case 3: turned = try x.flip([dims[0]]).transpose(dims[0], dims[1])
      default: turned = try x.clone()
      }
      return .tensor(turned.named("Rot90Backward0", after: x))
    },
    Op(
      "roll(input: Tensor, shifts: ints, dims: ints = ())", .both, "The elements moved round.",
      example: "torch.arange(4).roll(1)"
    ) { call in
      .tensor(try call.tensor(0).roll(call.ints(1), call.ints(2)))
    },
    Op("repeat(input: Tensor, *repeats: ints)", .method, "The tensor several times.", example: "torch.ones(2).repeat(2, 2)") {
      call in
      .tensor(try call.tensor(0).repeat(call.ints(1)))
    },
    Op("tile(input: Tensor, *dims: ints)", .method, "The tensor several times.", example: "torch.ones(2).tile(2)") { call in
      let x = try call.tensor(0)
      let counts = try call.ints(1)
      return .tensor(try x.repeat([Int](repeating: 1, count: Swift.max(0, x.shape.count - counts.count)) + counts))
    },
    Op("tile(input: Tensor, dims: ints)", .function, "The tensor several times.", example: "torch.tile(torch.ones(2), (2,))") {
      call in
      let x = try call.tensor(0)
      let counts = try call.ints(1)
      return .tensor(try x.repeat([Int](repeating: 1, count: Swift.max(0, x.shape.count - counts.count)) + counts))
    },
    Op(
      "repeat_interleave(input: Tensor, repeats: any, dim: int? = None)", .both, "Each element several times.",
      example: "torch.arange(2).repeat_interleave(2)"
    ) { call in
      let counts: Tensor
      if case .tensor(let t) = call[1] { counts = t } else { counts = Tensor([try call.int(1)]) }
      let x = try call.tensor(0)
      let result = try x.repeatInterleave(counts, call.optionalInt(2))
      return .tensor(counts.dim == 0 || counts.elementCount == 1 ? result.named("ViewBackward0", after: x) : result)
    },
    Op(
      "tril(input: Tensor, diagonal: int = 0)", .both, "The lower triangle.", example: "torch.ones(2, 3).tril()", inPlace: true
    ) { call in
      .tensor(try call.tensor(0).tril(call.int(1)))
    },
    Op(
      "triu(input: Tensor, diagonal: int = 0)", .both, "The upper triangle.", example: "torch.ones(2, 3).triu()", inPlace: true
    ) { call in
      .tensor(try call.tensor(0).triu(call.int(1)))
    },
    Op("contiguous(input: Tensor)", .method, "The elements in row-major order.", example: "torch.ones(2, 3).t().contiguous()") {
      call in
      .tensor(try call.tensor(0).contiguous())
    },
    Op("clone(input: Tensor)", .both, "A copy.", example: "torch.ones(2).clone()") { call in .tensor(try call.tensor(0).clone())
    },
    Op("detach(input: Tensor)", .both, "The tensor without history.", example: "torch.ones(2).detach()") { call in
      .tensor(try call.tensor(0).detach())
    },
  ]
}
