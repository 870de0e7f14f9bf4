import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
show(
    lambda: np.array([1, 2, 3]),
    lambda: np.array([1., 2]),
    lambda: np.array([[1, 2], [3, 4]], dtype=np.float32),
    lambda: np.array([1, 2.5, True]),
    lambda: np.array([True, False]),
    lambda: np.array(3),
    lambda: np.array([]),
    lambda: np.array([[], []]),
    lambda: np.array([1, 2], ndmin=2),
    lambda: np.array((1, 2)),
    lambda: np.array(range(4)),
    lambda: np.array([np.float32(1), np.float32(2)]),
    lambda: np.array([np.int32(1), 2]),
    lambda: np.array([[1, 2], [3]]),
    lambda: np.array([1, [2]]),
    lambda: np.array(['a', 'bc']),
    lambda: np.array([1, 'a']),
    lambda: np.array([None, 1]),
    lambda: np.array([1.5, 'x']),
    lambda: np.array('text'),
    lambda: np.array([1, 2], dtype='float64'),
    lambda: np.array([1.7, -2.7], dtype=int),
    lambda: np.array([0, 1, 2], dtype=bool),
    lambda: np.array(['1', '2.5'], dtype=float),
    lambda: np.array(['x'], dtype=float),
    lambda: np.array([300], dtype=np.uint8),
    lambda: np.array([1e10]).astype(np.int32).dtype,
)
# expect:
# array([1, 2, 3])
# array([1., 2.])
# array([[1., 2.],
#        [3., 4.]], dtype=float32)
# array([1. , 2.5, 1. ])
# array([ True, False])
# array(3)
# array([], dtype=float64)
# array([], shape=(2, 0), dtype=float64)
# array([[1, 2]])
# array([1, 2])
# array([0, 1, 2, 3])
# array([1., 2.], dtype=float32)
# array([1, 2])
# ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
# ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
# array(['a', 'bc'], dtype='<U2')
# array(['1', 'a'], dtype='<U21')
# array([None, 1], dtype=object)
# array(['1.5', 'x'], dtype='<U32')
# array('text', dtype='<U4')
# array([1., 2.])
# array([ 1, -2])
# array([False,  True,  True])
# array([1. , 2.5])
# ValueError: could not convert string to float: 'x'
# OverflowError: Python integer 300 out of bounds for uint8
# dtype('int32')
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
show(
    lambda: np.zeros(3),
    lambda: np.zeros((2, 3), dtype=int),
    lambda: np.ones((2, 2), dtype=np.float32),
    lambda: np.ones(3, bool),
    lambda: np.full((2, 2), 7),
    lambda: np.full(3, 0.5),
    lambda: np.full((2,), [1, 2]),
    lambda: np.full((2, 2), np.inf, dtype=np.float32),
    lambda: np.zeros_like(np.array([1, 2])),
    lambda: np.ones_like(np.array([1., 2.]), dtype=int),
    lambda: np.full_like(np.array([1, 2]), 1.9),
    lambda: np.empty((0, 3)),
    lambda: np.eye(3),
    lambda: np.eye(2, 3, k=1),
    lambda: np.eye(2, dtype=int),
    lambda: np.identity(2),
    lambda: np.zeros(-1),
    lambda: np.zeros((2, -1)),
    lambda: np.zeros(2.5),
    lambda: np.zeros('a'),
    lambda: np.zeros(3, dtype='nope'),
)
# expect:
# array([0., 0., 0.])
# array([[0, 0, 0],
#        [0, 0, 0]])
# array([[1., 1.],
#        [1., 1.]], dtype=float32)
# array([ True,  True,  True])
# array([[7, 7],
#        [7, 7]])
# array([0.5, 0.5, 0.5])
# array([1, 2])
# array([[inf, inf],
#        [inf, inf]], dtype=float32)
# array([0, 0])
# array([1, 1])
# array([1, 1])
# array([], shape=(0, 3), dtype=float64)
# array([[1., 0., 0.],
#        [0., 1., 0.],
#        [0., 0., 1.]])
# array([[0., 1., 0.],
#        [0., 0., 1.]])
# array([[1, 0],
#        [0, 1]])
# array([[1., 0.],
#        [0., 1.]])
# ValueError: negative dimensions are not allowed
# ValueError: negative dimensions are not allowed
# TypeError: expected a sequence of integers or a single integer, got '2.5'
# TypeError: 'str' object cannot be interpreted as an integer
# TypeError: data type 'nope' not understood
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
show(
    lambda: np.arange(5),
    lambda: np.arange(2, 5),
    lambda: np.arange(0, 1, 0.25),
    lambda: np.arange(5, 0, -2),
    lambda: np.arange(3.),
    lambda: np.arange(0),
    lambda: np.arange(5, dtype=np.float32),
    lambda: np.arange(1, 2, 0.1),
    lambda: np.arange(0, 1, 0),
    lambda: np.linspace(0, 1, 5),
    lambda: np.linspace(0, 10, 3, endpoint=False),
    lambda: np.linspace(1, 2, 4, retstep=True),
    lambda: np.linspace(0, 5, 6, dtype=int),
    lambda: np.linspace(0, 1, 1),
    lambda: np.linspace(0, 1, 0),
    lambda: np.linspace(0, 1, -1),
    lambda: np.linspace(-3, 3, 7),
    lambda: np.linspace([0, 1], [2, 3], 3),
    lambda: np.logspace(0, 2, 3),
    lambda: np.geomspace(1, 1000, 4),
    lambda: np.meshgrid([1, 2, 3], [4, 5]),
    lambda: np.meshgrid([1, 2], [3, 4], indexing='ij'),
    lambda: np.mgrid[0:2, 0:3],
    lambda: np.mgrid[0:1:5j],
    lambda: np.ogrid[0:2, 0:3],
    lambda: np.r_[1:4, 0, 4],
    lambda: np.c_[[1, 2], [3, 4]],
    lambda: np.indices((2, 2)),
    lambda: np.fromfunction(lambda i, j: i + j, (2, 3)),
    lambda: np.fromiter((i * i for i in range(4)), dtype=float),
    lambda: np.diag([1, 2]),
    lambda: np.diag(np.arange(9).reshape(3, 3), k=1),
    lambda: np.tri(3),
    lambda: np.tril(np.ones((3, 3))),
    lambda: np.triu(np.arange(9).reshape(3, 3), 1),
    lambda: np.vander([1, 2, 3], 3),
    lambda: np.frombuffer(b'\x01\x02', dtype=np.uint8),
    lambda: np.tril_indices(2),
)
# expect:
# array([0, 1, 2, 3, 4])
# array([2, 3, 4])
# array([0.  , 0.25, 0.5 , 0.75])
# array([5, 3, 1])
# array([0., 1., 2.])
# array([], dtype=int64)
# array([0., 1., 2., 3., 4.], dtype=float32)
# array([1. , 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9])
# ZeroDivisionError: division by zero
# array([0.  , 0.25, 0.5 , 0.75, 1.  ])
# array([0.        , 3.33333333, 6.66666667])
# (array([1.        , 1.33333333, 1.66666667, 2.        ]), np.float64(0.3333333333333333))
# array([0, 1, 2, 3, 4, 5])
# array([0.])
# array([], dtype=float64)
# ValueError: Number of samples, -1, must be non-negative.
# array([-3., -2., -1.,  0.,  1.,  2.,  3.])
# array([[0., 1.],
#        [1., 2.],
#        [2., 3.]])
# array([  1.,  10., 100.])
# array([   1.,   10.,  100., 1000.])
# (array([[1, 2, 3],
#        [1, 2, 3]]), array([[4, 4, 4],
#        [5, 5, 5]]))
# (array([[1, 1],
#        [2, 2]]), array([[3, 4],
#        [3, 4]]))
# array([[[0, 0, 0],
#         [1, 1, 1]],
# 
#        [[0, 1, 2],
#         [0, 1, 2]]])
# array([0.  , 0.25, 0.5 , 0.75, 1.  ])
# (array([[0],
#        [1]]), array([[0, 1, 2]]))
# array([1, 2, 3, 0, 4])
# array([[1, 3],
#        [2, 4]])
# array([[[0, 0],
#         [1, 1]],
# 
#        [[0, 1],
#         [0, 1]]])
# array([[0., 1., 2.],
#        [1., 2., 3.]])
# array([0., 1., 4., 9.])
# array([[1, 0],
#        [0, 2]])
# array([1, 5])
# array([[1., 0., 0.],
#        [1., 1., 0.],
#        [1., 1., 1.]])
# array([[1., 0., 0.],
#        [1., 1., 0.],
#        [1., 1., 1.]])
# array([[0, 1, 2],
#        [0, 0, 5],
#        [0, 0, 0]])
# array([[1, 1, 1],
#        [4, 2, 1],
#        [9, 3, 1]])
# array([1, 2], dtype=uint8)
# (array([0, 1, 1]), array([0, 0, 1]))
