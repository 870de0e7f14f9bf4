/// All ops, one line a file; the in-place forms follow from the ops that have one.
package enum OpRegistry {
  /// The ops, in the order of their files.
  package static let all: [Op] = {
    let stated: [Op] =
      Op.creation + Op.random + Op.samplers + Op.methods + Op.views + Op.arithmetic + Op.divisions + [Op.power] + Op.rounding
      + PointwiseFunction.all.map(\.op) + Op.specialFunctions + Op.quantiles + Op.splitting + Op.comparisons + Op.bitwise
      + Op.products + Op.linearAlgebra + Op.linearSolvers
      + Op.decompositions + Op.leastSquares + Op.matrixFunctions + Op.reductions
      + Op.extremes
      + Op.cumulative + Op.sorting + Op.joining + Op.gathering + Op.searching + [Op.einsum] + networks + functional
    return stated + stated.compactMap(\.inPlaceForm)
  }()

  /// The op of that name in a home.
  package static func op(_ name: String, in home: Op.Home) -> Op? {
    all.first { $0.homes.contains(home) && ($0.name == name || $0.aliases.contains(name)) }
  }
}
