import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.arange(6)
b = np.arange(24).reshape(2, 3, 4)
show(
    lambda: (a.reshape(2, 3), a.reshape((3, -1)), a.reshape(-1), a.reshape(2, 3, order='F'), a.reshape(4)),
    lambda: a.reshape(-1, -1),
    lambda: a.reshape(2, -4),
    lambda: (b.T.shape, b.transpose(1, 0, 2).shape, b.transpose((2, 0, 1)).shape, np.transpose(b).shape, b.swapaxes(0, 2).shape, np.moveaxis(b, 0, -1).shape, np.rollaxis(b, 2).shape),
    lambda: b.transpose(0, 1),
    lambda: b.transpose(0, 0, 1),
    lambda: (a[None].squeeze().shape, np.squeeze(np.ones((1, 2, 1))).shape, np.squeeze(np.ones((1, 2, 1)), axis=0).shape, np.expand_dims(a, 0).shape, np.expand_dims(a, (0, 2)).shape),
    lambda: np.squeeze(np.ones((1, 2)), axis=1),
    lambda: np.expand_dims(a, 3),
    lambda: (b.flatten().shape, b.ravel()[5], b.flatten('F')[:4], np.ravel([[1, 2], [3, 4]])),
    lambda: (np.concatenate([a, a]), np.concatenate([[[1]], [[2]]], axis=1), np.concatenate([a, [1.5]]), np.concatenate([b, b], axis=2).shape, np.concatenate([b, b], axis=None).shape),
    lambda: (np.stack([a, a]).shape, np.stack([a, a], axis=1).shape, np.stack([a, a], -1).shape, np.vstack([a, a]), np.hstack([a, a]), np.hstack([[[1], [2]], [[3], [4]]]), np.dstack([[1, 2], [3, 4]]), np.column_stack([[1, 2], [3, 4]])),
    lambda: np.concatenate([a, b]),
    lambda: np.concatenate([np.ones((2, 2)), np.ones((3, 3))]),
    lambda: np.concatenate([]),
    lambda: np.stack([a, a[:2]]),
    lambda: np.vstack([np.ones(2), np.ones(3)]),
    lambda: np.concatenate([1, 2]),
    lambda: (np.split(a, 3), np.split(a, [2, 4]), np.array_split(a, 4), np.hsplit(np.ones((2, 4)), 2)[0].shape, np.vsplit(np.ones((4, 2)), 2)[1].shape),
    lambda: np.split(a, 4),
    lambda: (np.tile([1, 2], 2), np.tile([[1, 2]], (2, 2)), np.repeat([1, 2], 2), np.repeat([[1, 2], [3, 4]], 2, axis=0), np.repeat([1, 2], [1, 3]), a.repeat(2)[:4]),
    lambda: (np.flip([1, 2, 3]), np.flipud([[1], [2]]), np.fliplr([[1, 2]]), np.flip(b, 0)[0, 0], np.rot90([[1, 2], [3, 4]]), np.roll([1, 2, 3], 1), np.roll([[1, 2], [3, 4]], 1, axis=1), np.roll([[1, 2], [3, 4]], 1)),
    lambda: (np.append([1, 2], 3), np.append([[1]], [[2]], axis=0), np.insert([1, 2, 3], 1, 9), np.insert([1, 2, 3], [0, 2], [7, 8]), np.delete([1, 2, 3], 1), np.delete([[1, 2], [3, 4]], 0, axis=1), np.delete([1, 2, 3], [0, -1])),
    lambda: np.insert([[1, 2], [3, 4]], 1, [9, 9], axis=1),
    lambda: (np.pad([1, 2], 1), np.pad([1, 2], (1, 2), constant_values=9), np.pad([[1]], ((1, 0), (0, 1))), np.pad([1, 2, 3], 2, mode='edge'), np.pad([1, 2, 3], 2, mode='reflect'), np.pad([1, 2, 3], 2, 'wrap'), np.pad([1, 2, 3], 2, 'symmetric')),
    lambda: (np.atleast_1d(3), np.atleast_2d([1, 2]), np.atleast_3d([1, 2]).shape, np.broadcast_arrays([1, 2], [[1], [2]])),
    lambda: (np.resize([1, 2, 3], (2, 2)), np.array([1, 2, 3, 4]).reshape(2, 2).flatten(), np.ix_([0, 1], [1])),
    lambda: (a.shape, a.ndim, a.size, a.nbytes, a.itemsize, b.strides, len(b), b[:, ::-1].strides),
    lambda: (a.T.shape, b.shape[1:], np.arange(4).reshape(2, 2).tolist(), a.flags.c_contiguous, b.T.flags['C_CONTIGUOUS']),
    lambda: (list(np.ndindex(2, 2)), list(np.ndenumerate([[1, 2]])), [x.tolist() for x in np.arange(4).reshape(2, 2)]),
    lambda: np.swapaxes(b, 0, 3),
    lambda: len(np.array(3)),
    lambda: iter(np.array(3)),
    lambda: bool(np.array([1, 2])),
    lambda: bool(np.array([])),
    lambda: (bool(np.array([1])), float(np.array(2.5)), int(np.array(3)), 2 in a, 9 in a),
    lambda: float(np.array([1, 2])),
    lambda: float(np.array([1])),
    lambda: [1, 2, 3][np.array(1)],
    lambda: (np.shares_memory(a, a[::2]), np.shares_memory(a, a.copy())),
)
# expect:
# ValueError: cannot reshape array of size 6 into shape (4,)
# ValueError: can only specify one unknown dimension
# array([[0, 1, 2],
#        [3, 4, 5]])
# ((4, 3, 2), (3, 2, 4), (4, 2, 3), (4, 3, 2), (4, 3, 2), (3, 4, 2), (4, 2, 3))
# ValueError: axes don't match array
# ValueError: repeated axis in transpose
# ((6,), (2,), (2, 1), (1, 6), (1, 6, 1))
# ValueError: cannot select an axis to squeeze out which has size not equal to one
# AxisError: axis 3 is out of bounds for array of dimension 2
# ((24,), np.int64(5), array([ 0, 12,  4, 16]), array([1, 2, 3, 4]))
# (array([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]), array([[1, 2]]), array([0. , 1. , 2. , 3. , 4. , 5. , 1.5]), (2, 3, 8), (48,))
# ((2, 6), (6, 2), (6, 2), array([[0, 1, 2, 3, 4, 5],
#        [0, 1, 2, 3, 4, 5]]), array([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]), array([[1, 3],
#        [2, 4]]), array([[[1, 3],
#         [2, 4]]]), array([[1, 3],
#        [2, 4]]))
# ValueError: all the input arrays must have same number of dimensions, but the array at index 0 has 1 dimension(s) and the array at index 1 has 3 dimension(s)
# ValueError: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 2 and the array at index 1 has size 3
# ValueError: need at least one array to concatenate
# ValueError: all input arrays must have the same shape
# ValueError: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 2 and the array at index 1 has size 3
# ValueError: zero-dimensional arrays cannot be concatenated
# ([array([0, 1]), array([2, 3]), array([4, 5])], [array([0, 1]), array([2, 3]), array([4, 5])], [array([0, 1]), array([2, 3]), array([4]), array([5])], (2, 2), (2, 2))
# ValueError: array split does not result in an equal division
# (array([1, 2, 1, 2]), array([[1, 2, 1, 2],
#        [1, 2, 1, 2]]), array([1, 1, 2, 2]), array([[1, 2],
#        [1, 2],
#        [3, 4],
#        [3, 4]]), array([1, 2, 2, 2]), array([0, 0, 1, 1]))
# (array([3, 2, 1]), array([[2],
#        [1]]), array([[2, 1]]), array([12, 13, 14, 15]), array([[2, 4],
#        [1, 3]]), array([3, 1, 2]), array([[2, 1],
#        [4, 3]]), array([[4, 1],
#        [2, 3]]))
# (array([1, 2, 3]), array([[1],
#        [2]]), array([1, 9, 2, 3]), array([7, 1, 2, 8, 3]), array([1, 3]), array([[2],
#        [4]]), array([2]))
# array([[1, 9, 2],
#        [3, 9, 4]])
# (array([0, 1, 2, 0]), array([9, 1, 2, 9, 9]), array([[0, 0],
#        [1, 0]]), array([1, 1, 1, 2, 3, 3, 3]), array([3, 2, 1, 2, 3, 2, 1]), array([2, 3, 1, 2, 3, 1, 2]), array([2, 1, 1, 2, 3, 3, 2]))
# (array([3]), array([[1, 2]]), (1, 2, 1), (array([[1, 2],
#        [1, 2]]), array([[1, 1],
#        [2, 2]])))
# (array([[1, 2],
#        [3, 1]]), array([1, 2, 3, 4]), (array([[0],
#        [1]]), array([[1]])))
# ((6,), 1, 6, 48, 8, (96, 32, 8), 2, (96, -32, 8))
# ((6,), (3, 4), [[0, 1], [2, 3]], True, False)
# ([(0, 0), (0, 1), (1, 0), (1, 1)], [((0, 0), np.int64(1)), ((0, 1), np.int64(2))], [[0, 1], [2, 3]])
# AxisError: axis2: axis 3 is out of bounds for array of dimension 3
# TypeError: len() of unsized object
# TypeError: iteration over a 0-d array
# ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
# ValueError: The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.
# (True, 2.5, 3, True, False)
# TypeError: only 0-dimensional arrays can be converted to Python scalars
# TypeError: only 0-dimensional arrays can be converted to Python scalars
# 2
# (True, False)
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.arange(6)
a.shape = (2, 3)
print(a)
a.resize(2, 2)
print(a)
for row in a:
    print(row, type(row).__name__)
for v in a.flat:
    print(v, end=' ')
print()
x, y = np.array([1, 2])
print(x, y, type(x))
print(dict(zip('ab', np.array([1.5, 2]))))
print(a is np.asarray(a), a is np.array(a), np.copy(a) is a)
import copy
print(copy.deepcopy(a), copy.copy(a))
print([str(n) for n in np.array([1, 2])], sorted(np.array([3, 1])), list(reversed(np.array([1, 2]))), list(enumerate(np.array([5]))))
print(*np.array([1., 2.]))
print(np.array([3, 1, 2]).sort(), max(np.array([3, 1])))
# expect:
# [[0 1 2]
#  [3 4 5]]
# [[0 1]
#  [2 3]]
# [0 1] ndarray
# [2 3] ndarray
# 0 1 2 3 
# 1 2 <class 'numpy.int64'>
# {'a': np.float64(1.5), 'b': np.float64(2.0)}
# True False False
# [[0 1]
#  [2 3]] [[0 1]
#  [2 3]]
# ['1', '2'] [np.int64(1), np.int64(3)] [np.int64(2), np.int64(1)] [(0, np.int64(5))]
# 1.0 2.0
# None 3
