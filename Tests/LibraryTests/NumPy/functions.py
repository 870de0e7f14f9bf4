import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
x = np.array([-1.7, -0.5, 0.2, 1.5, 2.5])
show(
    lambda: (np.floor(x), np.ceil(x), np.trunc(x), np.rint(x), np.round(x), np.fix(x)),
    lambda: (np.round([1.234, 5.678], 2), np.round(2.5), np.round(-1.5), np.round(1234, -2), np.round([1, 2])),
    lambda: np.around(2.675, 2),
    lambda: (np.abs(x), np.absolute(-3), np.fabs(-2), np.sign(x), np.sign(-3)),
    lambda: (np.square(x), np.square(3), np.sqrt(np.array([4., 9])), np.sqrt(2), np.cbrt(27.)),
    lambda: (np.exp(np.array([0., 1])), np.exp(1), np.expm1(1e-10), np.exp2(3)),
    lambda: (np.log(np.e), np.log2(8), np.log10(1000), np.log1p(1e-10)),
    lambda: (np.sin(np.pi / 2), np.cos(0), np.tan(0.), np.arcsin(1), np.arctan2(1, 1), np.hypot(3, 4), np.degrees(np.pi), np.deg2rad(180)),
    lambda: (np.sinh(0.), np.tanh(np.array([0., 100])), np.arctanh(0.)),
    lambda: (np.maximum([1, 5], [3, 2]), np.minimum(1, 2.5), np.maximum([np.nan, 1], 0), np.fmax([np.nan, 1], 0)),
    lambda: (np.clip([1, 5, 10], 2, 6), np.clip(5, 0, 3), np.clip([1., 2], None, 1.5), np.array([1, 5]).clip(2), np.array([1, 5]).clip(max=3)),
    lambda: (np.isnan([np.nan, 1]), np.isnan(1.), np.isinf([np.inf, 1]), np.isfinite([np.nan, 1]), np.isnan(np.array([1, 2]))),
    lambda: (np.logical_and([True, False], True), np.logical_or(0, 1), np.logical_not([1, 0]), np.logical_xor(True, True)),
    lambda: (np.equal([1, 2], [1, 3]), np.greater(2, 1), np.less_equal([1, 2], 1), np.not_equal(1, 1)),
    lambda: (np.power(2, 3), np.power([1., 2], 0.5), np.power(2, -1.0), np.mod(-7, 3), np.fmod(-7, 3), np.remainder(5.5, 2)),
    lambda: (np.floor_divide(7, 2), np.true_divide(1, 2), np.divide(1, 4), np.subtract(3, 1), np.negative([1, -2]), np.reciprocal(4.)),
    lambda: (np.gcd(12, 18), np.lcm(4, 6), np.copysign(1, -2.), np.signbit(-1.), np.heaviside([-1., 0, 1], 0.5)),
    lambda: (np.logaddexp(0, 0), np.sinc([0., 0.5]), np.modf(2.5)),
    lambda: (np.where([True, False], 1, 2), np.where([True, False], [1., 2], [3, 4]), np.where(x > 0), np.where(x > 0, x, 0)),
    lambda: np.where([True, False], 'a', 'b'),
    lambda: np.where([1, 0, 1]),
    lambda: np.nan_to_num([np.nan, np.inf, 1.]),
    lambda: np.select([x < 0, x > 1], [-1, 1], 0),
    lambda: np.piecewise(x, [x < 0, x >= 0], [lambda v: -v, lambda v: v * 10]),
    lambda: np.interp([1.5, 5], [1, 2, 3], [10, 20, 30]),
    lambda: (np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [1, 1], 'same'), np.convolve([1, 2, 3], [1, 1], 'valid')),
    lambda: (np.diff([1, 4, 9]), np.diff([[1, 2], [4, 8]], axis=0), np.diff([1, 4, 9], n=2)),
    lambda: (np.gradient(np.array([1., 4, 9, 16])), np.gradient([1., 4, 9], 2)),
    lambda: (np.trapezoid([1, 2, 3]), np.polyfit([0, 1, 2], [1, 3, 5], 1).round(6), np.polyval([1, 2, 3], 2)),
    lambda: np.vectorize(lambda v: v * 2)([1, 2, 3]),
    lambda: (np.apply_along_axis(sum, 0, np.arange(6).reshape(2, 3)), np.apply_along_axis(lambda r: r[::-1], 1, np.arange(6).reshape(2, 3))),
    lambda: (np.allclose([1, 2], [1, 2 + 1e-9]), np.isclose([1, 2], [1, 2.1]), np.array_equal([1, 2], [1, 2]), np.array_equal([1], [1, 2])),
    lambda: (np.isscalar(3), np.isscalar([1]), np.ndim([[1]]), np.shape([[1, 2]]), np.size([[1, 2]])),
    lambda: (np.issubdtype(np.float32, np.floating), np.issubdtype(np.int64, np.floating), np.result_type(np.int32, np.float32), np.can_cast(np.int64, np.float32)),
    lambda: np.sin('a'),
    lambda: hasattr(np, "nope"),
    lambda: np.exp([1, 2], [3], [4], [5]),
    lambda: np.sqrt(),
    lambda: np.asscalar if False else 1,
    lambda: (np.float32(3) .astype(int), np.array([1.9, -1.9]).astype(int), np.array([1, 0]).astype(bool), np.array([1, 2]).astype(str), np.array(['1', '2']).astype(int), np.array(['1.5']).astype(np.float32)),
    lambda: np.array([1, 2]).astype('nope'),
)
# expect:
# (array([-2., -1.,  0.,  1.,  2.]), array([-1., -0.,  1.,  2.,  3.]), array([-1., -0.,  0.,  1.,  2.]), array([-2., -0.,  0.,  2.,  2.]), array([-2., -0.,  0.,  2.,  2.]), array([-1., -0.,  0.,  1.,  2.]))
# (array([1.23, 5.68]), np.float64(2.0), np.float64(-2.0), np.int64(1200), array([1, 2]))
# np.float64(2.68)
# (array([1.7, 0.5, 0.2, 1.5, 2.5]), np.int64(3), np.float64(2.0), array([-1., -1.,  1.,  1.,  1.]), np.int64(-1))
# (array([2.89, 0.25, 0.04, 2.25, 6.25]), np.int64(9), array([2., 3.]), np.float64(1.4142135623730951), np.float64(3.0))
# (array([1.        , 2.71828183]), np.float64(2.718281828459045), np.float64(1.00000000005e-10), np.float64(8.0))
# (np.float64(1.0), np.float64(3.0), np.float64(3.0), np.float64(9.999999999500001e-11))
# (np.float64(1.0), np.float64(1.0), np.float64(0.0), np.float64(1.5707963267948966), np.float64(0.7853981633974483), np.float64(5.0), np.float64(180.0), np.float64(3.141592653589793))
# (np.float64(0.0), array([0., 1.]), np.float64(0.0))
# (array([3, 5]), np.float64(1.0), array([nan,  1.]), array([0., 1.]))
# (array([2, 5, 6]), np.int64(3), array([1. , 1.5]), array([2, 5]), array([1, 3]))
# (array([ True, False]), np.False_, array([ True, False]), array([False,  True]), array([False, False]))
# (array([ True, False]), np.True_, array([False,  True]), np.False_)
# (array([ True, False]), np.True_, array([ True, False]), np.False_)
# (np.int64(8), array([1.        , 1.41421356]), np.float64(0.5), np.int64(2), np.int64(-1), np.float64(1.5))
# (np.int64(3), np.float64(0.5), np.float64(0.25), np.int64(2), array([-1,  2]), np.float64(0.25))
# (np.int64(6), np.int64(12), np.float64(-1.0), np.True_, array([0. , 0.5, 1. ]))
# (np.float64(0.6931471805599453), array([1.        , 0.63661977]), (np.float64(0.5), np.float64(2.0)))
# (array([1, 2]), array([1., 4.]), (array([2, 3, 4]),), array([0. , 0. , 0.2, 1.5, 2.5]))
# array(['a', 'b'], dtype='<U1')
# (array([0, 2]),)
# array([0.00000000e+000, 1.79769313e+308, 1.00000000e+000])
# array([-1, -1,  0,  1,  1])
# array([ 1.7,  0.5,  2. , 15. , 25. ])
# array([15., 30.])
# (array([0. , 1. , 2.5, 4. , 1.5]), array([1, 3, 5]), array([3, 5]))
# (array([3, 5]), array([[3, 6]]), array([2]))
# (array([3., 4., 6., 7.]), array([1.5, 2. , 2.5]))
# (np.float64(4.0), array([2., 1.]), np.int64(11))
# array([2, 4, 6])
# (array([3, 5, 7]), array([[2, 1, 0],
#        [5, 4, 3]]))
# (True, array([ True, False]), True, False)
# (True, False, 2, (1, 2), 2)
# (True, False, dtype('float64'), False)
# TypeError: ufunc 'sin' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
# False
# TypeError: exp() takes from 1 to 2 positional arguments but 4 were given
# TypeError: sqrt() takes from 1 to 2 positional arguments but 0 were given
# 1
# (np.int64(3), array([ 1, -1]), array([ True, False]), array(['1', '2'], dtype='<U21'), array([1, 2]), array([1.5], dtype=float32))
# TypeError: data type 'nope' not understood
