import CCairo

/// Cairo, opened when the first figure is drawn (`CCairo/shim.h` says why).
enum CairoLibrary {
  private static let opened: lcr_functions? = withUnsafeTemporaryAllocation(of: lcr_functions.self, capacity: 1) { memory in
    guard let base = memory.baseAddress, lcr_open(base) else { return nil }
    return base.pointee
  }

  static func functions() throws(PlotError) -> lcr_functions {
    guard let opened else {
      throw PlotError(
        .os, "figures are drawn with Cairo, whose library is not on this machine (Debian: apt-get install libcairo2)")
    }
    return opened
  }
}
