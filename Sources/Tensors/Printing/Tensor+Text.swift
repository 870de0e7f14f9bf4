extension Tensor: CustomStringConvertible {
  /// The text that PyTorch prints, with the options in force.
  package var description: String {
    // A tensor whose graph node has gone still prints; a detached view of it would not have one.
    printer().text(dtype: dtype.name, requiresGrad: requiresGrad, gradFn: gradFn?.name, isParameter: isParameter)
  }

  /// Prepares to print the elements; only those that are shown are read.
  package func printer(_ options: PrintOptions = .current) -> TensorPrinter {
    let source = detach()
    return TensorPrinter(shape: Array(shape), strides: Array(strides), elements: source.printableElements, options: options)
  }

  private var printableElements: PrintableElements {
    switch dtype {
    case .float32:
      let base = pointer(Float.self)
      return .floats { [self] offset in withExtendedLifetime(self) { Double(base[offset]) } }
    case .float16:
      let base = pointer(Float16.self)
      return .floats { [self] offset in withExtendedLifetime(self) { Double(base[offset]) } }
    case .float64:
      let base = pointer(Double.self)
      return .floats { [self] offset in withExtendedLifetime(self) { base[offset] } }
    case .bool:
      let base = pointer(Bool.self)
      return .bools { [self] offset in withExtendedLifetime(self) { base[offset] } }
    case .uint8: return integers(UInt8.self)
    case .int8: return integers(Int8.self)
    case .int16: return integers(Int16.self)
    case .int32: return integers(Int32.self)
    case .int64: return integers(Int.self)
    }
  }

  private func integers<T: IntegerElement>(_ type: T.Type) -> PrintableElements {
    let base = pointer(type)
    return .integers { [self] offset in withExtendedLifetime(self) { Int64(truncatingIfNeeded: base[offset]) } }
  }
}
