import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.array([1, 2, 3])
f = np.array([1.5, 2.5, -3.5])
show(
    lambda: a + 1,
    lambda: a + 1.5,
    lambda: a - f,
    lambda: a * f,
    lambda: a / 2,
    lambda: a // 2,
    lambda: a % 2,
    lambda: -a // 2,
    lambda: -a % 2,
    lambda: f // 1,
    lambda: f % 1,
    lambda: f % -1,
    lambda: a ** 2,
    lambda: 2 ** a,
    lambda: f ** 2,
    lambda: a ** 0.5,
    lambda: divmod(a, 2),
    lambda: a @ a,
    lambda: -a,
    lambda: +a,
    lambda: abs(-a),
    lambda: ~a,
    lambda: (a & 1, a | 4, a ^ 1, a << 2, a >> 1),
    lambda: a > 1,
    lambda: a == np.array([1, 0, 3]),
    lambda: a != 2,
    lambda: 1 < a,
    lambda: (a > 1) & (a < 3),
    lambda: ~(a > 1),
    lambda: a + [1, 2, 3],
    lambda: [1, 2, 3] * a,
    lambda: a + True,
    lambda: (a > 1) + (a > 2),
    lambda: (a > 1) * 2,
    lambda: a.astype(np.uint8) - 2,
    lambda: a.astype(np.int8) * 100,
    lambda: a.astype(np.float32) + 1,
    lambda: a.astype(np.float32) * 1.5,
    lambda: a.astype(np.float32) + np.float64(1),
    lambda: a.astype(np.float32) + f,
    lambda: a.astype(np.int32) + a,
    lambda: a.astype(np.int32) + np.float32(1),
    lambda: a.astype(np.uint8) + np.int8(1),
    lambda: a.astype(np.uint8) + 300,
    lambda: a.astype(np.int16) / np.int16(2),
    lambda: np.float32(1) + 1,
    lambda: np.float32(1) + 1.5,
    lambda: np.float32(1) * np.float64(2),
    lambda: np.int64(7) / 2,
    lambda: (np.int64(7) // 2, np.int64(-7) // 2, np.int64(-7) % 3),
    lambda: np.int64(2) ** 10,
    lambda: np.int8(100) + np.int8(100),
    lambda: np.float64(1) / 3,
    lambda: 1 / np.float64(3),
    lambda: np.bool_(True) + np.bool_(True),
    lambda: np.uint8(3) - 1,
    lambda: np.int32(5) & 3,
    lambda: (np.float64(2) == 2, np.float32(0.1) == 0.1),
    lambda: np.float64(3) > 2,
    lambda: (-np.float32(1.5), abs(np.int64(-3))),
    lambda: np.int64(5) * [1, 2],
    lambda: (round(np.float64(2.567), 1), round(np.float32(2.567), 1), round(np.float64(2.5))),
    lambda: (int(np.float64(3.7)), float(np.float32(0.5)), bool(np.float64(0))),
    lambda: [10, 20, 30][np.int64(1)],
    lambda: range(np.int64(3)),
    lambda: (hash(np.float64(1.5)) == hash(1.5), {np.int64(1): 'a'}[1]),
    lambda: (isinstance(np.float64(1), float), isinstance(np.float32(1), float), isinstance(np.int64(1), int)),
    lambda: (isinstance(np.float32(1), np.floating), isinstance(np.int64(1), np.integer), isinstance(np.bool_(1), np.generic)),
    lambda: (np.float64(1.5).item(), type(np.int64(3).item()).__name__),
    lambda: np.float64(2).sqrt() if hasattr(np.float64(2), 'sqrt') else 'none',
    lambda: (np.float64(5).sum(), np.float64(5).shape, np.float64(5).dtype),
    lambda: np.float64(3).is_integer(),
    lambda: (sum([np.float64(1), np.float64(2)]), sum(a), max(f), sorted(f)),
)
# expect:
# array([2, 3, 4])
# array([2.5, 3.5, 4.5])
# array([-0.5, -0.5,  6.5])
# array([  1.5,   5. , -10.5])
# array([0.5, 1. , 1.5])
# array([0, 1, 1])
# array([1, 0, 1])
# array([-1, -1, -2])
# array([1, 0, 1])
# array([ 1.,  2., -4.])
# array([0.5, 0.5, 0.5])
# array([-0.5, -0.5, -0.5])
# array([1, 4, 9])
# array([2, 4, 8])
# array([ 2.25,  6.25, 12.25])
# array([1.        , 1.41421356, 1.73205081])
# (array([0, 1, 1]), array([1, 0, 1]))
# np.int64(14)
# array([-1, -2, -3])
# array([1, 2, 3])
# array([1, 2, 3])
# array([-2, -3, -4])
# (array([1, 0, 1]), array([5, 6, 7]), array([0, 3, 2]), array([ 4,  8, 12]), array([0, 1, 1]))
# array([False,  True,  True])
# array([ True, False,  True])
# array([ True, False,  True])
# array([False,  True,  True])
# array([False,  True, False])
# array([ True, False, False])
# array([2, 4, 6])
# array([1, 4, 9])
# array([2, 3, 4])
# array([False,  True,  True])
# array([0, 2, 2])
# array([255,   0,   1], dtype=uint8)
# array([100, -56,  44], dtype=int8)
# array([2., 3., 4.], dtype=float32)
# array([1.5, 3. , 4.5], dtype=float32)
# array([2., 3., 4.])
# array([ 2.5,  4.5, -0.5])
# array([2, 4, 6])
# array([2., 3., 4.])
# array([2, 3, 4], dtype=int16)
# OverflowError: Python integer 300 out of bounds for uint8
# array([0.5, 1. , 1.5])
# np.float32(2.0)
# np.float32(2.5)
# np.float64(2.0)
# np.float64(3.5)
# (np.int64(3), np.int64(-4), np.int64(2))
# np.int64(1024)
# np.int8(-56)
# np.float64(0.3333333333333333)
# np.float64(0.3333333333333333)
# np.True_
# np.uint8(2)
# np.int32(1)
# (np.True_, np.True_)
# np.True_
# (np.float32(-1.5), np.int64(3))
# [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]
# (np.float64(2.6), np.float32(2.6), 2)
# (3, 0.5, False)
# 20
# range(0, 3)
# (True, 'a')
# (True, False, False)
# (True, True, True)
# (1.5, 'int')
# 'none'
# (np.float64(5.0), (), dtype('float64'))
# True
# (np.float64(3.0), np.int64(6), np.float64(2.5), [np.float64(-3.5), np.float64(1.5), np.float64(2.5)])
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.arange(6).reshape(2, 3)
b = np.ones((3, 2))
show(
    lambda: a + np.arange(3),
    lambda: a + np.arange(2)[:, None],
    lambda: a * np.ones((4, 1, 1)),
    lambda: a + b,
    lambda: a + np.arange(2),
    lambda: a @ b,
    lambda: a @ a,
    lambda: a.dot(b),
    lambda: np.dot(a, a),
    lambda: np.dot(2, a),
    lambda: np.dot([1, 2], [3, 4]),
    lambda: np.matmul(a, b),
    lambda: np.matmul(a, 2),
    lambda: a @ 2,
    lambda: (np.inner([1, 2], [3, 4]), np.outer([1, 2], [3, 4])),
    lambda: np.cross([1, 0, 0], [0, 1, 0]),
    lambda: np.kron([1, 2], [1, 1]),
    lambda: np.tensordot(a, b, axes=1),
    lambda: np.einsum('ij,jk->ik', a, b),
    lambda: np.einsum('ii', np.eye(3)),
    lambda: np.vdot(a, a),
    lambda: np.broadcast_to([1, 2], (2, 2)),
    lambda: np.broadcast_to([1, 2, 3], (2, 2)),
    lambda: np.broadcast_shapes((2, 1), (1, 3)),
    lambda: np.ones((2, 3, 4)) @ np.ones((2, 4, 5))[0],
    lambda: (np.ones((2, 3)) @ np.ones(3)),
    lambda: np.ones(3) - (a > 1),
    lambda: (a > 1) - (a > 2),
    lambda: -(a > 1),
    lambda: a & 1.5,
    lambda: a << 1.0,
    lambda: a ** -1,
    lambda: a == 'x',
    lambda: a + 'x',
    lambda: a + None,
)
# expect:
# array([[0, 2, 4],
#        [3, 5, 7]])
# array([[0, 1, 2],
#        [4, 5, 6]])
# array([[[0., 1., 2.],
#         [3., 4., 5.]],
# 
#        [[0., 1., 2.],
#         [3., 4., 5.]],
# 
#        [[0., 1., 2.],
#         [3., 4., 5.]],
# 
#        [[0., 1., 2.],
#         [3., 4., 5.]]])
# ValueError: operands could not be broadcast together with shapes (2,3) (3,2) 
# ValueError: operands could not be broadcast together with shapes (2,3) (2,) 
# array([[ 3.,  3.],
#        [12., 12.]])
# ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
# array([[ 3.,  3.],
#        [12., 12.]])
# ValueError: shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)
# array([[ 0,  2,  4],
#        [ 6,  8, 10]])
# np.int64(11)
# array([[ 3.,  3.],
#        [12., 12.]])
# ValueError: matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)
# ValueError: matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)
# (np.int64(11), array([[3, 4],
#        [6, 8]]))
# array([0, 0, 1])
# array([1, 1, 2, 2])
# array([[ 3.,  3.],
#        [12., 12.]])
# array([[ 3.,  3.],
#        [12., 12.]])
# np.float64(3.0)
# np.int64(55)
# array([[1, 2],
#        [1, 2]])
# ValueError: operands could not be broadcast together with remapped shapes [original->remapped]: (3,)  and requested shape (2,2)
# (2, 3)
# array([[[4., 4., 4., 4., 4.],
#         [4., 4., 4., 4., 4.],
#         [4., 4., 4., 4., 4.]],
# 
#        [[4., 4., 4., 4., 4.],
#         [4., 4., 4., 4., 4.],
#         [4., 4., 4., 4., 4.]]])
# array([3., 3.])
# array([[1., 1., 0.],
#        [0., 0., 0.]])
# TypeError: numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.
# TypeError: The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.
# TypeError: ufunc 'bitwise_and' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
# TypeError: ufunc 'left_shift' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
# ValueError: Integers to negative integer powers are not allowed.
# array([[False, False, False],
#        [False, False, False]])
# UFuncTypeError: ufunc 'add' did not contain a loop with signature matching types (dtype('int64'), dtype('<U1')) -> None
# TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
import warnings
warnings.simplefilter('always')
import sys
class W:
    def write(self, t): pass
a = np.arange(3)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    np.array([1., 0, -1]) / 0
    np.log([0., -1])
    np.sqrt(-1.)
    np.exp(1000.)
    np.float64(1) / 0
    np.array([1, 2]) // 0
    np.array([np.inf]) - np.inf
    np.array([1e200]) * 1e200
    np.mean([])
    np.var([1.], ddof=1)
    np.int8(100) * np.int8(2)
    np.arcsin(2.)
for w in seen:
    print(w.category.__name__, w.message)
with np.errstate(divide='ignore', invalid='ignore'):
    print(np.array([1., 0]) / 0)
with np.errstate(all='raise'):
    try:
        np.array([1.]) / 0
    except FloatingPointError as e:
        print(e)
print(np.geterr())
a += 1
print(a)
a *= 2
a -= np.array([1, 1, 1])
a //= 2
a **= 2
print(a)
show(
    lambda: a.__iadd__(0.5),
    lambda: a.__itruediv__(2),
    lambda: a.__iadd__(np.ones((2, 3))),
    lambda: np.add(a, 1, out=np.zeros(3)),
    lambda: np.add(a, 1.5, out=np.zeros(3, int)),
    lambda: (np.add(1, 2), np.add(1.5, 2), np.multiply([1, 2], 3)),
    lambda: (np.add.reduce([1, 2, 3]), np.multiply.accumulate([1, 2, 3]), np.add.outer([1, 2], [3, 4])),
    lambda: (np.maximum.reduce([[1, 5], [3, 2]]), np.maximum.accumulate([1, 3, 2])),
    lambda: np.add(1),
    lambda: np.sqrt(4, where=True),
)
# expect:
# RuntimeWarning divide by zero encountered in divide
# RuntimeWarning invalid value encountered in divide
# RuntimeWarning divide by zero encountered in log
# RuntimeWarning invalid value encountered in log
# RuntimeWarning invalid value encountered in sqrt
# RuntimeWarning overflow encountered in exp
# RuntimeWarning divide by zero encountered in scalar divide
# RuntimeWarning divide by zero encountered in floor_divide
# RuntimeWarning invalid value encountered in subtract
# RuntimeWarning overflow encountered in multiply
# RuntimeWarning Mean of empty slice
# RuntimeWarning invalid value encountered in scalar divide
# RuntimeWarning Degrees of freedom <= 0 for slice
# RuntimeWarning invalid value encountered in scalar divide
# RuntimeWarning overflow encountered in scalar multiply
# RuntimeWarning invalid value encountered in arcsin
# [inf nan]
# divide by zero encountered in divide
# {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'}
# [1 2 3]
# [0 1 4]
# UFuncTypeError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# UFuncTypeError: Cannot cast ufunc 'divide' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# UFuncTypeError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# array([1., 2., 5.])
# UFuncTypeError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# (np.int64(3), np.float64(3.5), array([3, 6]))
# (np.int64(6), array([1, 2, 6]), array([[4, 5],
#        [5, 6]]))
# (array([3, 5]), array([1, 3, 3]))
# TypeError: add() takes from 2 to 3 positional arguments but 1 was given
# np.float64(2.0)
