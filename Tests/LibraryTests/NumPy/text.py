import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
show(
    lambda: np.array([1.5, 2.25, 3.]),
    lambda: np.array([0.1, 0.02, 0.003]),
    lambda: np.array([1e-5, 1.]),
    lambda: np.array([1e10, 1.]),
    lambda: np.array([1e16, 1.]),
    lambda: np.array([123456789.123]),
    lambda: np.array([1/3, 2/3]),
    lambda: np.array([1/3, 2/3], dtype=np.float32),
    lambda: np.array([np.nan, 1., np.inf]),
    lambda: np.array([-np.inf, 1.]),
    lambda: np.array([np.nan, np.inf]),
    lambda: np.array([1.0, -0.0]),
    lambda: np.array([1e-300]),
    lambda: np.array([1e5, 1e-3]),
    lambda: np.array([1e-10, 1e10]),
    lambda: np.array([0.0001]),
    lambda: np.array([99999999.0]),
    lambda: np.array([100000000.0]),
    lambda: np.array([-1, 10, 100]),
    lambda: np.array([1, 2, 3], dtype=np.int8),
    lambda: np.arange(30),
    lambda: np.arange(60.) / 7,
    lambda: np.arange(24).reshape(2, 3, 4),
    lambda: np.arange(1001),
    lambda: np.arange(2000).reshape(2, 1000),
    lambda: np.arange(1200.).reshape(20, 60),
    lambda: np.zeros((3, 0)),
    lambda: np.zeros((0,)),
    lambda: np.array([True, False, True]),
    lambda: np.array([[True], [False]]),
    lambda: np.array(2.5),
    lambda: np.array(True),
    lambda: np.array([[1.5, 2], [3, 4]], dtype=np.float32),
    lambda: np.random.RandomState(0).rand(3, 3),
    lambda: np.random.RandomState(0).randn(2, 6) * 100,
    lambda: np.ones((1, 1, 1, 1)),
    lambda: np.array([1e100, 1e-100]),
    lambda: np.array([1.123456789012345, 2.5]),
    lambda: np.array([12345678.9, 1.5]),
)
# expect:
# array([1.5 , 2.25, 3.  ])
# array([0.1  , 0.02 , 0.003])
# array([1.e-05, 1.e+00])
# array([1.e+10, 1.e+00])
# array([1.e+16, 1.e+00])
# array([1.23456789e+08])
# array([0.33333333, 0.66666667])
# array([0.33333334, 0.6666667 ], dtype=float32)
# array([nan,  1., inf])
# array([-inf,   1.])
# array([nan, inf])
# array([ 1., -0.])
# array([1.e-300])
# array([1.e+05, 1.e-03])
# array([1.e-10, 1.e+10])
# array([0.0001])
# array([99999999.])
# array([1.e+08])
# array([ -1,  10, 100])
# array([1, 2, 3], dtype=int8)
# array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16,
#        17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29])
# array([0.        , 0.14285714, 0.28571429, 0.42857143, 0.57142857,
#        0.71428571, 0.85714286, 1.        , 1.14285714, 1.28571429,
#        1.42857143, 1.57142857, 1.71428571, 1.85714286, 2.        ,
#        2.14285714, 2.28571429, 2.42857143, 2.57142857, 2.71428571,
#        2.85714286, 3.        , 3.14285714, 3.28571429, 3.42857143,
#        3.57142857, 3.71428571, 3.85714286, 4.        , 4.14285714,
#        4.28571429, 4.42857143, 4.57142857, 4.71428571, 4.85714286,
#        5.        , 5.14285714, 5.28571429, 5.42857143, 5.57142857,
#        5.71428571, 5.85714286, 6.        , 6.14285714, 6.28571429,
#        6.42857143, 6.57142857, 6.71428571, 6.85714286, 7.        ,
#        7.14285714, 7.28571429, 7.42857143, 7.57142857, 7.71428571,
#        7.85714286, 8.        , 8.14285714, 8.28571429, 8.42857143])
# array([[[ 0,  1,  2,  3],
#         [ 4,  5,  6,  7],
#         [ 8,  9, 10, 11]],
# 
#        [[12, 13, 14, 15],
#         [16, 17, 18, 19],
#         [20, 21, 22, 23]]])
# array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))
# array([[   0,    1,    2, ...,  997,  998,  999],
#        [1000, 1001, 1002, ..., 1997, 1998, 1999]], shape=(2, 1000))
# array([[0.000e+00, 1.000e+00, 2.000e+00, ..., 5.700e+01, 5.800e+01,
#         5.900e+01],
#        [6.000e+01, 6.100e+01, 6.200e+01, ..., 1.170e+02, 1.180e+02,
#         1.190e+02],
#        [1.200e+02, 1.210e+02, 1.220e+02, ..., 1.770e+02, 1.780e+02,
#         1.790e+02],
#        ...,
#        [1.020e+03, 1.021e+03, 1.022e+03, ..., 1.077e+03, 1.078e+03,
#         1.079e+03],
#        [1.080e+03, 1.081e+03, 1.082e+03, ..., 1.137e+03, 1.138e+03,
#         1.139e+03],
#        [1.140e+03, 1.141e+03, 1.142e+03, ..., 1.197e+03, 1.198e+03,
#         1.199e+03]], shape=(20, 60))
# array([], shape=(3, 0), dtype=float64)
# array([], dtype=float64)
# array([ True, False,  True])
# array([[ True],
#        [False]])
# array(2.5)
# array(True)
# array([[1.5, 2. ],
#        [3. , 4. ]], dtype=float32)
# array([[0.5488135 , 0.71518937, 0.60276338],
#        [0.54488318, 0.4236548 , 0.64589411],
#        [0.43758721, 0.891773  , 0.96366276]])
# array([[176.4052346 ,  40.01572084,  97.87379841, 224.08931992,
#         186.75579901, -97.72778799],
#        [ 95.00884175, -15.13572083, -10.32188518,  41.05985019,
#          14.40435712, 145.4273507 ]])
# array([[[[1.]]]])
# array([1.e+100, 1.e-100])
# array([1.12345679, 2.5       ])
# array([1.23456789e+07, 1.50000000e+00])
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
for a in [np.arange(3), np.arange(3) / 2, np.arange(6).reshape(2, 3), np.array([0.1, 1e-7]), np.zeros((0, 2)), np.array(1.5), np.arange(2000.), np.array(['x', 'yy']), np.array([1.5, np.nan])]:
    print(a)
    print(str(a), f'{a}', '%s' % a)
# expect:
# [0 1 2]
# [0 1 2] [0 1 2] [0 1 2]
# [0.  0.5 1. ]
# [0.  0.5 1. ] [0.  0.5 1. ] [0.  0.5 1. ]
# [[0 1 2]
#  [3 4 5]]
# [[0 1 2]
#  [3 4 5]] [[0 1 2]
#  [3 4 5]] [[0 1 2]
#  [3 4 5]]
# [1.e-01 1.e-07]
# [1.e-01 1.e-07] [1.e-01 1.e-07] [1.e-01 1.e-07]
# []
# [] [] []
# 1.5
# 1.5 1.5 1.5
# [0.000e+00 1.000e+00 2.000e+00 ... 1.997e+03 1.998e+03 1.999e+03]
# [0.000e+00 1.000e+00 2.000e+00 ... 1.997e+03 1.998e+03 1.999e+03] [0.000e+00 1.000e+00 2.000e+00 ... 1.997e+03 1.998e+03 1.999e+03] [0.000e+00 1.000e+00 2.000e+00 ... 1.997e+03 1.998e+03 1.999e+03]
# ['x' 'yy']
# ['x' 'yy'] ['x' 'yy'] ['x' 'yy']
# [1.5 nan]
# [1.5 nan] [1.5 nan] [1.5 nan]
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
np.set_printoptions(precision=3, suppress=True)
print(np.array([1.23456, 1e-7, 1000.5]))
print(np.array([1e10, 1]))
np.set_printoptions(precision=2, suppress=False)
print(np.array([1.23456, 1e-7]))
np.set_printoptions(threshold=5, edgeitems=2)
print(np.arange(10), np.arange(100).reshape(10, 10))
np.set_printoptions(threshold=1000, linewidth=40)
print(np.arange(20) / 3)
np.set_printoptions(linewidth=75, precision=8, nanstr='NA', infstr='INF')
print(np.array([np.nan, np.inf, 1]))
np.set_printoptions(nanstr='nan', infstr='inf', floatmode='fixed', precision=4)
print(np.array([1., 2.5]), np.array([1e-9, 1]))
np.set_printoptions(floatmode='maxprec_equal', precision=8)
print(np.array([1., 2.5, 3.125]))
np.set_printoptions(floatmode='maxprec', sign='+')
print(np.array([1., -2.5]))
np.set_printoptions(sign=' ')
print(np.array([1., -2.5]), np.array([1., 2.5]))
np.set_printoptions(sign='-', formatter={'float': '{:0.3f}'.format})
print(np.array([1., -2.5]), repr(np.array([1., 2])))
np.set_printoptions(formatter=None)
with np.printoptions(precision=2):
    print(np.array([1/3]))
print(np.array([1/3]))
print(np.array2string(np.array([1.5, 2.25]), precision=1, separator=', '))
print(np.array_str(np.array([1/3]), precision=3), np.array_repr(np.array([1/3]), precision=3))
print(np.get_printoptions()['precision'])
show(
    lambda: np.set_printoptions(sign='x'),
    lambda: np.set_printoptions(floatmode='x'),
)
# expect:
# [   1.235    0.    1000.5  ]
# [1.e+10 1.e+00]
# [1.23e+00 1.00e-07]
# [0 1 ... 8 9] [[ 0  1 ...  8  9]
#  [10 11 ... 18 19]
#  ...
#  [80 81 ... 88 89]
#  [90 91 ... 98 99]]
# [0.   0.33 0.67 1.   1.33 1.67 2.
#  2.33 2.67 3.   3.33 3.67 4.   4.33
#  4.67 5.   5.33 5.67 6.   6.33]
# [ NA INF  1.]
# [1.0000 2.5000] [1.0000e-09 1.0000e+00]
# [1.000 2.500 3.125]
# [+1.  -2.5]
# [ 1.  -2.5] [ 1.   2.5]
# [1.000 -2.500] array([1.000, 2.000])
# [0.33]
# [0.33333333]
# [1.5, 2.2]
# [0.333] array([0.333])
# 8
# ValueError: sign option must be one of ' ', '+', or '-'
# ValueError: floatmode option must be one of "fixed", "unique", "maxprec", "maxprec_equal"
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
show(
    lambda: np.float64(1.5),
    lambda: np.float32(0.1),
    lambda: np.int64(3),
    lambda: np.bool_(True),
    lambda: np.uint8(200),
    lambda: np.str_('a'),
    lambda: str(np.float32(0.1)),
    lambda: str(np.float64(1e16)),
    lambda: np.float64(1e-5),
    lambda: np.float32(1e10),
    lambda: np.float32(16777216.0),
    lambda: np.float32(1e-5),
    lambda: np.float64('nan'),
    lambda: np.float32('inf'),
    lambda: f'{np.float64(1.23456):.2f} {np.int64(3):4d} {np.float32(2.5)}',
    lambda: '%.3f %d' % (np.float32(1.5), np.int64(3)),
    lambda: '{:>8.3f}|{}'.format(np.float64(1), np.array([1, 2])),
    lambda: [np.float64(1), np.int64(2)],
    lambda: (np.float32(1),),
    lambda: np.dtype('float32'),
    lambda: np.float32,
    lambda: np.dtype(int).name,
    lambda: np.array([1]).dtype,
    lambda: str(np.array([1.]).dtype),
    lambda: np.dtype('f4') == np.float32,
    lambda: (np.dtype('<i8'), np.dtype('U5'), np.dtype(object)),
    lambda: np.array(['a', 'bcd']).dtype,
    lambda: (np.array(['a', 'bcd']).dtype.kind, np.array(['a']).dtype.itemsize),
    lambda: np.iinfo(np.int32),
    lambda: np.finfo(np.float32).eps,
    lambda: np.finfo(float).max,
    lambda: np.sin,
    lambda: (np.float64.__name__, type(np.float64(1)).__mro__[1].__name__),
)
# expect:
# np.float64(1.5)
# np.float32(0.1)
# np.int64(3)
# np.True_
# np.uint8(200)
# np.str_('a')
# '0.1'
# '1e+16'
# np.float64(1e-05)
# np.float32(1e+10)
# np.float32(1.6777216e+07)
# np.float32(1e-05)
# np.float64(nan)
# np.float32(inf)
# '1.23    3 2.5'
# '1.500 3'
# '   1.000|[1 2]'
# [np.float64(1.0), np.int64(2)]
# (np.float32(1.0),)
# dtype('float32')
# <class 'numpy.float32'>
# 'int64'
# dtype('int64')
# 'float64'
# True
# (dtype('int64'), dtype('<U5'), dtype('O'))
# dtype('<U3')
# ('U', 4)
# iinfo(min=-2147483648, max=2147483647, dtype=int32)
# np.float32(1.1920929e-07)
# np.float64(1.7976931348623157e+308)
# <ufunc 'sin'>
# ('float64', 'floating')
