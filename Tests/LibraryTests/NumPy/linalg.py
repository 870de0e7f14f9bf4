import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.array([[2., 1], [1, 3]])
b = np.array([[4., -2, 1], [-2, 4, -2], [1, -2, 4]])
def u_s_v_ok(x):
    u, s, vt = np.linalg.svd(x, full_matrices=False)
    return np.allclose(u * s @ vt, x), np.allclose(u.T @ u, np.eye(3))
def eigh_ok(x):
    w, v = np.linalg.eigh(x)
    return np.allclose(x @ v, v * w), np.allclose(v.T @ v, np.eye(3))
show(
    lambda: (np.linalg.det(a), np.linalg.inv(a), np.linalg.solve(a, [1, 2]), np.linalg.solve(a, np.eye(2))),
    lambda: (np.linalg.norm([3, 4]), np.linalg.norm(a), np.linalg.norm(a, axis=0), np.linalg.norm([1, -2, 3], 1), np.linalg.norm([1, -2, 3], np.inf), np.linalg.norm(a, 'fro'), np.linalg.norm(a, ord=1), np.linalg.norm(a, axis=1, keepdims=True)),
    lambda: (np.linalg.eigvalsh(b).round(6), np.abs(np.linalg.eigh(a)[1]).round(6), np.linalg.svd(b, compute_uv=False).round(6)),
    lambda: ([x.shape for x in np.linalg.svd(np.ones((3, 2)))], [x.shape for x in np.linalg.svd(np.ones((3, 2)), full_matrices=False)]),
    lambda: (np.abs(np.linalg.qr(a)[1].round(6)), np.linalg.qr(np.arange(6.).reshape(3, 2))[0].round(6) + 0.0, np.linalg.cholesky(a), np.linalg.matrix_rank(np.ones((2, 2))), np.linalg.matrix_power(a, 3), np.linalg.pinv(np.array([[1., 2], [3, 4], [5, 6]])).round(6)),
    lambda: (np.linalg.lstsq(np.array([[1., 1], [1, 2], [1, 3]]), np.array([1., 2, 2]), rcond=None)[0].round(6), np.linalg.slogdet(a), np.linalg.cond(np.eye(2)).round(6)),
    lambda: np.linalg.inv(np.ones((2, 2))),
    lambda: np.linalg.inv(np.ones((2, 3))),
    lambda: np.linalg.inv([1, 2]),
    lambda: np.linalg.solve(a, [1, 2, 3]),
    lambda: np.linalg.cholesky(-a),
    lambda: np.linalg.inv(np.stack([a, 2 * a])),
    lambda: (np.linalg.det(np.float32(a)), np.linalg.det(np.ones((2, 2)))),
    lambda: u_s_v_ok(np.random.RandomState(0).randn(4, 3)),
    lambda: eigh_ok(b),
)
# expect:
# (np.float64(5.000000000000001), array([[ 0.6, -0.2],
#        [-0.2,  0.4]]), array([0.2, 0.6]), array([[ 0.6, -0.2],
#        [-0.2,  0.4]]))
# (np.float64(5.0), np.float64(3.872983346207417), array([2.23606798, 3.16227766]), np.float64(6.0), np.float64(3.0), np.float64(3.872983346207417), np.float64(4.0), array([[2.23606798],
#        [3.16227766]]))
# (array([1.627719, 3.      , 7.372281]), array([[0.850651, 0.525731],
#        [0.525731, 0.850651]]), array([7.372281, 3.      , 1.627719]))
# ([(3, 3), (2,), (2, 2)], [(3, 2), (2,), (2, 2)])
# (array([[2.236068, 2.236068],
#        [0.      , 2.236068]]), array([[ 0.      ,  0.912871],
#        [-0.447214,  0.365148],
#        [-0.894427, -0.182574]]), array([[1.41421356, 0.        ],
#        [0.70710678, 1.58113883]]), np.int64(1), array([[15., 20.],
#        [20., 35.]]), array([[-1.333333, -0.333333,  0.666667],
#        [ 1.083333,  0.333333, -0.416667]]))
# (array([0.666667, 0.5     ]), SlogdetResult(sign=np.float64(1.0), logabsdet=np.float64(1.6094379124341005)), np.float64(1.0))
# LinAlgError: Singular matrix
# LinAlgError: Last 2 dimensions of the array must be square
# LinAlgError: 1-dimensional array given. Array must be at least two-dimensional
# ValueError: solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size 3 is different from 2)
# LinAlgError: Matrix is not positive definite
# array([[[ 0.6, -0.2],
#         [-0.2,  0.4]],
# 
#        [[ 0.3, -0.1],
#         [-0.1,  0.2]]])
# (np.float32(5.0), np.float64(0.0))
# (True, True)
# (True, True)
