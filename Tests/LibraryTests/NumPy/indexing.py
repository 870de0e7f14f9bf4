import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.arange(12).reshape(3, 4)
b = np.arange(24.).reshape(2, 3, 4)
show(
    lambda: a[0],
    lambda: a[-1],
    lambda: a[1, 2],
    lambda: a[1][2],
    lambda: a[:, 1],
    lambda: a[1:, :2],
    lambda: a[::-1],
    lambda: a[:, ::-1],
    lambda: a[::2, ::-2],
    lambda: a[::-1, ::-1].sum(axis=0),
    lambda: a[...],
    lambda: a[..., 0],
    lambda: a[0, ...],
    lambda: a[None].shape,
    lambda: a[:, np.newaxis, :].shape,
    lambda: a[:, None, 0],
    lambda: a[[0, 2]],
    lambda: a[[0, 2], [1, 3]],
    lambda: a[:, [1, 3]],
    lambda: a[[0, 1], :2],
    lambda: a[np.array([[0, 1], [1, 2]])].shape,
    lambda: a[[0, -1], ::-1],
    lambda: a[a > 5],
    lambda: a[a % 2 == 0].shape,
    lambda: a[[True, False, True]],
    lambda: a[np.array([True, False, True]), 1],
    lambda: a[:, np.array([True, False, True, False])],
    lambda: b[0, [0, 1], :2],
    lambda: b[[0, 1], :, [1, 2]],
    lambda: b[:, [0, 1], [1, 2]],
    lambda: b[[0, 1], [0, 1]].shape,
    lambda: b[0, :, [1, 2]].shape,
    lambda: b[:, :, None, 0].shape,
    lambda: b[..., [0, 1]].shape,
    lambda: b[np.ix_([0, 1], [0, 2], [3])],
    lambda: a[np.int64(1)],
    lambda: a[np.array(1)],
    lambda: a[[]],
    lambda: a[5:],
    lambda: a[3:1],
    lambda: a[()].shape,
    lambda: a[np.array([0, 1]), np.array([[0], [1]])],
    lambda: a.flat[5] if hasattr(a.flat, '__getitem__') else a.ravel()[5],
    lambda: a[3],
    lambda: a[0, 4],
    lambda: a[0, 0, 0],
    lambda: a[1.5],
    lambda: a['x'],
    lambda: a[[0, 5]],
    lambda: a[[True, False]],
    lambda: a[np.array([1.5])],
    lambda: a[..., ...],
    lambda: a[[0, 1], [0, 1, 2]],
    lambda: np.array(3)[()],
    lambda: np.array(3)[0],
    lambda: np.arange(3)[5],
    lambda: np.array(5)[...],
    lambda: a.take([0, 1], axis=1),
    lambda: np.take(a, [0, 5]),
    lambda: np.take_along_axis(a, np.array([[0], [1], [2]]), axis=1),
    lambda: (a.item(3), a.item(1, 2), a.item((0, 1))),
    lambda: a.tolist(),
    lambda: (list(a[0]), [int(v) for v in a[1]]),
    lambda: a.T[1],
    lambda: np.compress([True, False, True], a, axis=0),
    lambda: (np.unravel_index(7, (3, 4)), np.ravel_multi_index((1, 3), (3, 4))),
)
# expect:
# array([0, 1, 2, 3])
# array([ 8,  9, 10, 11])
# np.int64(6)
# np.int64(6)
# array([1, 5, 9])
# array([[4, 5],
#        [8, 9]])
# array([[ 8,  9, 10, 11],
#        [ 4,  5,  6,  7],
#        [ 0,  1,  2,  3]])
# array([[ 3,  2,  1,  0],
#        [ 7,  6,  5,  4],
#        [11, 10,  9,  8]])
# array([[ 3,  1],
#        [11,  9]])
# array([21, 18, 15, 12])
# array([[ 0,  1,  2,  3],
#        [ 4,  5,  6,  7],
#        [ 8,  9, 10, 11]])
# array([0, 4, 8])
# array([0, 1, 2, 3])
# (1, 3, 4)
# (3, 1, 4)
# array([[0],
#        [4],
#        [8]])
# array([[ 0,  1,  2,  3],
#        [ 8,  9, 10, 11]])
# array([ 1, 11])
# array([[ 1,  3],
#        [ 5,  7],
#        [ 9, 11]])
# array([[0, 1],
#        [4, 5]])
# (2, 2, 4)
# array([[ 3,  2,  1,  0],
#        [11, 10,  9,  8]])
# array([ 6,  7,  8,  9, 10, 11])
# (6,)
# array([[ 0,  1,  2,  3],
#        [ 8,  9, 10, 11]])
# array([1, 9])
# array([[ 0,  2],
#        [ 4,  6],
#        [ 8, 10]])
# array([[0., 1.],
#        [4., 5.]])
# array([[ 1.,  5.,  9.],
#        [14., 18., 22.]])
# array([[ 1.,  6.],
#        [13., 18.]])
# (2, 4)
# (2, 3)
# (2, 3, 1)
# (2, 3, 2)
# array([[[ 3.],
#         [11.]],
# 
#        [[15.],
#         [23.]]])
# array([4, 5, 6, 7])
# array([4, 5, 6, 7])
# array([], shape=(0, 4), dtype=int64)
# array([], shape=(0, 4), dtype=int64)
# array([], shape=(0, 4), dtype=int64)
# (3, 4)
# array([[0, 4],
#        [1, 5]])
# np.int64(5)
# IndexError: index 3 is out of bounds for axis 0 with size 3
# IndexError: index 4 is out of bounds for axis 1 with size 4
# IndexError: too many indices for array: array is 2-dimensional, but 3 were indexed
# IndexError: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
# IndexError: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
# IndexError: index 5 is out of bounds for axis 0 with size 3
# IndexError: boolean index did not match indexed array along axis 0; size of axis is 3 but size of corresponding boolean axis is 2
# IndexError: arrays used as indices must be of integer (or boolean) type
# IndexError: an index can only have a single ellipsis ('...')
# IndexError: shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,) 
# np.int64(3)
# IndexError: too many indices for array: array is 0-dimensional, but 1 were indexed
# IndexError: index 5 is out of bounds for axis 0 with size 3
# array(5)
# array([[0, 1],
#        [4, 5],
#        [8, 9]])
# array([0, 5])
# array([[ 0],
#        [ 5],
#        [10]])
# (3, 6, 1)
# [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
# ([np.int64(0), np.int64(1), np.int64(2), np.int64(3)], [4, 5, 6, 7])
# array([1, 5, 9])
# array([[ 0,  1,  2,  3],
#        [ 8,  9, 10, 11]])
# ((np.int64(1), np.int64(3)), np.int64(7))
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.arange(6)
v = a[1:4]
v[0] = 100
print(a)
a[::2] = -1
print(a)
a[[0, 1]] = [7, 8]
print(a)
a[a > 50] = 0
print(a)
a[::-1][:2] = [9, 9]
print(a)
m = np.zeros((2, 3))
m[0] = 1
m[:, 1] = [5, 6]
m[1, 2] = 3.7
print(m)
m[m == 0] = np.nan
print(m)
m[...] = 2
print(m)
m[:] = [[1], [2]]
print(m)
m[np.array([0, 1]), np.array([2, 0])] = 9
print(m)
m[1] += 1
m *= 2
print(m)
b = a.copy()
b[0] = 55
print(a[0], b[0])
t = m.T
t[0, 0] = -5
print(m)
r = m.reshape(-1)
r[1] = 77
print(m)
c = np.arange(4)
c[1:] = c[:-1]
print(c)
c[[0, 0, 1]] += 1
print(c)
x = np.zeros(2, dtype=np.int32)
x[0] = 3.9
x[1] = True
print(x)
x.fill(4)
print(x)
q = np.array([1, 2, 3])
q[q > 1] *= 10
print(q)
np.add.at(q, [0, 0, 2], 1)
print(q)
z = np.array(5)
z[()] = 6
z[...] = 7
print(z)
s = np.array(['aa', 'b'])
s[1] = 'long'
print(s)
o = np.array([None, 1], dtype=object)
o[0] = 'x'
print(o)
np.fill_diagonal(m, 0)
print(m)
d = np.zeros((2, 2)); d[0, :] = np.array([1, 2]); d[:, 0] += np.array([10, 20]); print(d)
w = np.arange(3); w.flags.writeable = False
k = np.broadcast_to(np.arange(2), (2, 2))
show(
    lambda: m.__setitem__(0, [1, 2]),
    lambda: m.__setitem__((0, 0), [1, 2]),
    lambda: m.__setitem__(5, 1),
    lambda: a.__setitem__(a > 3, [1, 2, 3, 4]),
    lambda: a.__setitem__([0, 1], [1, 2, 3]),
    lambda: a.__setitem__(0, 'x'),
    lambda: a.__setitem__(0, float('nan')),
    lambda: w.__setitem__(0, 1),
    lambda: k.__setitem__(0, 1),
    lambda: a.__setitem__(0, [1]),
)
# expect:
# [  0 100   2   3   4   5]
# [ -1 100  -1   3  -1   5]
# [ 7  8 -1  3 -1  5]
# [ 7  8 -1  3 -1  5]
# [ 7  8 -1  3  9  9]
# [[1.  5.  1. ]
#  [0.  6.  3.7]]
# [[1.  5.  1. ]
#  [nan 6.  3.7]]
# [[2. 2. 2.]
#  [2. 2. 2.]]
# [[1. 1. 1.]
#  [2. 2. 2.]]
# [[1. 1. 9.]
#  [9. 2. 2.]]
# [[ 2.  2. 18.]
#  [20.  6.  6.]]
# 7 55
# [[-5.  2. 18.]
#  [20.  6.  6.]]
# [[-5. 77. 18.]
#  [20.  6.  6.]]
# [0 0 1 2]
# [1 1 1 2]
# [3 1]
# [4 4]
# [ 1 20 30]
# [ 3 20 31]
# 7
# ['aa' 'lo']
# ['x' 1]
# [[ 0. 77. 18.]
#  [20.  0.  6.]]
# [[11.  2.]
#  [20.  0.]]
# ValueError: could not broadcast input array from shape (2,) into shape (3,)
# ValueError: setting an array element with a sequence.
# IndexError: index 5 is out of bounds for axis 0 with size 2
# None
# ValueError: shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape (2,)
# ValueError: invalid literal for int() with base 10: 'x'
# ValueError: cannot convert float NaN to integer
# ValueError: assignment destination is read-only
# ValueError: assignment destination is read-only
# TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
