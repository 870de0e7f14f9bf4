// Methods that answer questions about a tensor, convert it or change it in place.

extension Op {
  private static func conversion(_ name: String, _ type: DType) -> Op {
    Op("\(name)(input: Tensor)", .method, "The elements as \(type.name).", example: "torch.ones(2).\(name)()") { call in
      .tensor(try call.tensor(0).to(type))
    }
  }

  static let methods: [Op] = [
    conversion("half", .float16), conversion("float", .float32), conversion("double", .float64), conversion("long", .int64),
    conversion("int", .int32),
    conversion("short", .int16), conversion("char", .int8), conversion("byte", .uint8), conversion("bool", .bool),
    Op(
      "to(input: Tensor, *args: any, **kwargs: any)", .method, "Another dtype or device.",
      example: "torch.ones(2).to(torch.float64)"
    ) { call in
      let x = try call.tensor(0)
      for argument in call[1].items ?? [] {
        switch argument {
        case .dtype(let type): return .tensor(try x.to(type))
        case .tensor(let other): return .tensor(try x.to(other.dtype))
        default: continue
        }
      }
      return call[0]
    },
    Op(
      "type_as(input: Tensor, other: Tensor)", .method, "Another tensor's dtype.",
      example: "torch.ones(2).type_as(torch.tensor([1]))"
    ) { call in
      .tensor(try call.tensor(0).to(call.tensor(1).dtype))
    },
    Op("item(input: Tensor)", .method, "The only element as a number.", example: "torch.tensor(3).item()") { call in
      OpValue(try call.tensor(0).item())
    },
    Op("tolist(input: Tensor)", .method, "The elements as nested lists.", example: "torch.tensor([1, 2]).tolist()") { call in
      try call.tensor(0).toNested()
    },
    Op("numel(input: Tensor)", .both, "The number of elements.", example: "torch.ones(2, 3).numel()") { call in
      .int(try call.tensor(0).elementCount)
    },
    Op("nelement(input: Tensor)", .method, "The number of elements.", example: "torch.ones(2, 3).nelement()") { call in
      .int(try call.tensor(0).elementCount)
    },
    Op("dim(input: Tensor)", .method, "The number of dimensions.", example: "torch.ones(2, 3).dim()", aliases: ["ndimension"]) {
      call in
      .int(try call.tensor(0).shape.count)
    },
    Op("ndim(input: Tensor)", .property, "The number of dimensions.", example: "torch.ones(2, 3).ndim") { call in
      .int(try call.tensor(0).shape.count)
    },
    Op("shape(input: Tensor)", .property, "The sizes.", example: "torch.ones(2, 3).shape") { call in
      .size(try call.tensor(0).shape)
    },
    Op("dtype(input: Tensor)", .property, "The element type.", example: "torch.ones(2).dtype") { call in
      .dtype(try call.tensor(0).dtype)
    },
    Op("size(input: Tensor, dim: int? = None)", .method, "The sizes, or one of them.", example: "torch.ones(2, 3).size()") {
      call in
      let x = try call.tensor(0)
      guard let dim = try call.optionalInt(1) else { return .size(x.shape) }
      let d = try x.normalised(dim)
      guard x.shape.count > 0 else { throw TensorError.index("Dimension specified as \(dim) but tensor has no dimensions") }
      return .int(x.shape[d])
    },
    Op("stride(input: Tensor, dim: int? = None)", .method, "The strides, or one of them.", example: "torch.ones(2, 3).stride()")
    { call in
      let x = try call.tensor(0)
      guard let dim = try call.optionalInt(1) else { return .tuple(x.strides.map { .int($0) }) }
      let d = try x.normalised(dim)
      guard x.shape.count > 0 else { throw TensorError.index("Dimension specified as \(dim) but tensor has no dimensions") }
      return .int(x.strides[d])
    },
    Op("storage_offset(input: Tensor)", .method, "Where the first element stands.", example: "torch.ones(2).storage_offset()") {
      call in
      .int(try call.tensor(0).elementOffset)
    },
    Op("element_size(input: Tensor)", .method, "Bytes per element.", example: "torch.ones(2).element_size()", aliases: []) {
      call in
      .int(try call.tensor(0).dtype.byteSize)
    },
    Op("data_ptr(input: Tensor)", .method, "The address of the first element.", example: "torch.ones(2).data_ptr() > 0") {
      call in
      .int(Int(bitPattern: try call.tensor(0).rawPointer))
    },
    Op(
      "is_contiguous(input: Tensor)", .method, "Whether the elements stand in row-major order.",
      example: "torch.ones(2, 3).is_contiguous()"
    ) {
      call in .bool(try call.tensor(0).isContiguous)
    },
    Op(
      "is_floating_point(input: Tensor)", .both, "Whether the dtype is a floating-point one.",
      example: "torch.ones(2).is_floating_point()"
    ) {
      call in .bool(try call.tensor(0).dtype.isFloatingPoint)
    },
    Op(
      "copy_(input: Tensor, other: Operand, non_blocking: bool = False)", .method, "Takes over another's elements.", example: ""
    ) { call in
      switch try call.operand(1) {
      case .tensor(let source): .tensor(try call.tensor(0).copyInPlace(source))
      case .scalar(let number): .tensor(try call.tensor(0).copyInPlace(Tensor.scalar(number)))
      }
    },
    Op("fill_(input: Tensor, value: Operand)", .method, "Sets all elements.", example: "") { call in
      switch try call.operand(1) {
      case .scalar(let s): return .tensor(try call.tensor(0).fillInPlace(s))
      case .tensor(let t):
        guard t.shape.count == 0 else {
          throw TensorError.runtime(
            "fill_ only supports 0-dimension value tensor but got tensor with \(t.shape.count) dimensions.")
        }
        return .tensor(try call.tensor(0).copyInPlace(t))
      }
    },
    Op("zero_(input: Tensor)", .method, "Sets all elements to zero.", example: "") { call in
      .tensor(try call.tensor(0).zeroInPlace())
    },
    Op("unsqueeze_(input: Tensor, dim: int)", .method, "Puts in a dimension of size 1.", example: "") { call in
      .tensor(try call.tensor(0).rearrangeInPlace(call.tensor(0).unsqueeze(call.int(1))))
    },
    Op("squeeze_(input: Tensor, dim: ints? = None)", .method, "Takes out dimensions of size 1.", example: "") { call in
      .tensor(try call.tensor(0).rearrangeInPlace(call.tensor(0).squeeze(call.optionalInts(1))))
    },
    Op("t_(input: Tensor)", .method, "Transposes a matrix in place.", example: "") { call in
      .tensor(try call.tensor(0).rearrangeInPlace(call.tensor(0).t()))
    },
  ]
}
