import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.arange(12.).reshape(3, 4)
r = np.random.RandomState(0).rand(1000)
m = np.random.RandomState(1).randn(37, 53)
i = np.array([[3, 1], [2, 5]])
show(
    lambda: (a.sum(), a.sum(axis=0), a.sum(1), a.sum(axis=(0, 1)), a.sum(axis=-1, keepdims=True)),
    lambda: (a.mean(), a.mean(axis=0), a.mean(1, keepdims=True), a.std(), a.std(axis=0), a.var(), a.var(axis=1, ddof=1), a.std(ddof=1)),
    lambda: (a.max(), a.max(axis=0), a.min(axis=1), a.argmax(), a.argmax(axis=1), a.argmin(axis=0), a.prod(axis=1), a.ptp() if hasattr(a, 'ptp') else np.ptp(a)),
    lambda: (i.sum(), i.mean(), i.max(), i.prod(), i.cumsum(), i.cumsum(axis=0), i.cumprod(axis=1), i.argmax(axis=0, keepdims=True)),
    lambda: ((i > 2).sum(), (i > 2).mean(), (i > 2).any(), (i > 2).all(axis=0), i.astype(np.int32).sum().dtype, i.astype(np.float32).sum().dtype),
    lambda: (np.sum([1, 2]), np.mean([1, 2]), np.max([[1, 2], [0, 5]], axis=0), np.sum([[1, 2], [3, 4]], axis=1), np.std([1, 2, 3]), np.var([1, 2, 3], ddof=1)),
    lambda: (r.sum(), r.mean(), r.std(), r.var(), m.sum(), m.mean(axis=0)[:3], m.sum(axis=1)[:3], m.std(axis=1)[:2], m.std(), m.T.sum(axis=0)[:2]),
    lambda: (r.astype(np.float32).sum(), r.astype(np.float32).mean(), r.astype(np.float32).std(), m.astype(np.float32).sum(axis=0)[:2], m.astype(np.float32).var(axis=1)[:2]),
    lambda: (m.reshape(37, 53, 1).sum(axis=(0, 2))[:3], m[:36].reshape(4, 9, 53).sum(axis=(0, 1))[:2], m[:36].reshape(4, 9, 53).sum(axis=(1, 2)), m[:36].reshape(4, 9, 53).sum(axis=(0, 2))),
    lambda: (np.cumsum(r)[-3:], np.sum(r, dtype=np.float32), np.mean(r, dtype=np.float32)),
    lambda: (np.median([3, 1, 2]), np.median([1, 2, 3, 4]), np.median(a, axis=0), np.percentile([1, 2, 3, 4], 50), np.percentile([1, 2, 3, 4], [25, 75]), np.quantile(a, 0.3, axis=1)),
    lambda: (np.percentile([1, 2, 3, 4], 40, method='lower'), np.percentile([1, 2, 3], 101)),
    lambda: (np.average([1, 2, 3]), np.average([1, 2, 3], weights=[3, 2, 1]), np.average(a, axis=0, weights=[1, 2, 3])),
    lambda: (np.nansum([1, np.nan]), np.nanmean([1, np.nan, 3]), np.nanmax([1, np.nan]), np.nanstd([1., 2, np.nan]), np.nanargmax([np.nan, 1.])),
    lambda: (np.max([1, np.nan, 3]), np.argmax([1, np.nan, 3]), np.min([np.nan, 1])),
    lambda: (np.histogram([1, 2, 1], bins=[0, 1, 2, 3]), np.histogram([1, 2, 3, 4, 5], bins=2), np.histogram(r, bins=4), np.histogram([1, 2, 3], density=True, bins=3)),
    lambda: (np.bincount([0, 1, 1, 3]), np.bincount([0, 1, 1], weights=[0.5, 1, 1]), np.bincount([1], minlength=4), np.digitize([0.2, 6.4, 3.0], [0., 1, 2.5, 4, 10])),
    lambda: (np.cov([1, 2, 3], [1, 2, 4]), np.corrcoef([1, 2, 3], [1, 2, 4]), np.cov(a)),
    lambda: (np.count_nonzero([0, 1, 2]), np.any([0, 1]), np.all([0, 1]), np.any([[0, 0], [0, 1]], axis=1)),
    lambda: (np.sum(5), np.mean(2.5), np.max(3), np.prod([]), np.sum([]), np.sum(np.zeros((0, 3)), axis=0)),
    lambda: (np.array([], dtype=int).sum(), np.zeros((2, 0)).sum(axis=1)),
    lambda: a.sum(axis=2),
    lambda: a.sum(axis=(0, 0)),
    lambda: np.max([]),
    lambda: np.argmax([]),
    lambda: np.array([]).min(),
    lambda: a.mean(axis='x'),
    lambda: (np.sum(a, where=a > 5), np.max(a, initial=50), np.sum([1, 2], initial=10)),
    lambda: (np.einsum('ij->j', a), np.trace(a), a.trace(), a.diagonal()),
    lambda: (np.amax(a), np.amin(a, axis=1), np.ptp([1, 5])),
)
# expect:
# (np.float64(66.0), array([12., 15., 18., 21.]), array([ 6., 22., 38.]), np.float64(66.0), array([[ 6.],
#        [22.],
#        [38.]]))
# (np.float64(5.5), array([4., 5., 6., 7.]), array([[1.5],
#        [5.5],
#        [9.5]]), np.float64(3.452052529534663), array([3.26598632, 3.26598632, 3.26598632, 3.26598632]), np.float64(11.916666666666666), array([1.66666667, 1.66666667, 1.66666667]), np.float64(3.605551275463989))
# (np.float64(11.0), array([ 8.,  9., 10., 11.]), array([0., 4., 8.]), np.int64(11), array([3, 3, 3]), array([0, 0, 0, 0]), array([   0.,  840., 7920.]), np.float64(11.0))
# (np.int64(11), np.float64(2.75), np.int64(5), np.int64(30), array([ 3,  4,  6, 11]), array([[3, 1],
#        [5, 6]]), array([[ 3,  3],
#        [ 2, 10]]), array([[0, 1]]))
# (np.int64(2), np.float64(0.5), np.True_, array([False, False]), dtype('int64'), dtype('float32'))
# (np.int64(3), np.float64(1.5), array([1, 5]), array([3, 7]), np.float64(0.816496580927726), np.float64(1.0))
# (np.float64(495.92153437178274), np.float64(0.49592153437178277), np.float64(0.2905988415606101), np.float64(0.08444768671636857), np.float64(72.65757560749675), array([-0.14612839,  0.01464701, -0.08966492]), array([-2.47034012,  9.37754522,  3.96799591]), array([0.95603452, 0.77633298]), np.float64(1.0050549193816867), array([-2.47034012,  9.37754522]))
# (np.float32(495.92154), np.float32(0.49592155), np.float32(0.29059884), array([-5.40675   ,  0.54193914], dtype=float32), array([0.91400206, 0.6026929 ], dtype=float32))
# (array([-5.4067504 ,  0.54193933, -3.31760189]), array([-4.44408783,  1.79389676]), array([28.65880305, 16.76576156, 22.74146773,  4.47910493]), array([ -0.30595688,   8.39612681,   7.94553928, -12.63386668,
#          1.38151674,  15.64874334,  16.17089557,   8.03222332,
#         28.00991578]))
# (array([495.01574668, 495.24439323, 495.92153437]), np.float32(495.92154), np.float32(0.49592155))
# (np.float64(2.0), np.float64(2.5), array([4., 5., 6., 7.]), np.float64(2.5), array([1.75, 3.25]), array([0.9, 4.9, 8.9]))
# ValueError: Percentiles must be in the range [0, 100]
# (np.float64(2.0), np.float64(1.6666666666666667), array([5.33333333, 6.33333333, 7.33333333, 8.33333333]))
# (np.float64(1.0), np.float64(2.0), np.float64(1.0), np.float64(0.5), np.int64(1))
# (np.float64(nan), np.int64(1), np.float64(nan))
# ((array([0, 2, 1]), array([0, 1, 2, 3])), (array([2, 3]), array([1., 3., 5.])), (array([254, 263, 242, 241]), array([5.45964897e-04, 2.50361618e-01, 5.00177272e-01, 7.49992925e-01,
#        9.99808578e-01])), (array([0.5, 0.5, 0.5]), array([1.        , 1.66666667, 2.33333333, 3.        ])))
# (array([1, 2, 0, 1]), array([0.5, 2. ]), array([0, 1, 0, 0]), array([1, 4, 3]))
# (array([[1.        , 1.5       ],
#        [1.5       , 2.33333333]]), array([[1.        , 0.98198051],
#        [0.98198051, 1.        ]]), array([[1.66666667, 1.66666667, 1.66666667],
#        [1.66666667, 1.66666667, 1.66666667],
#        [1.66666667, 1.66666667, 1.66666667]]))
# (np.int64(2), np.True_, np.False_, array([False,  True]))
# (np.int64(5), np.float64(2.5), np.int64(3), np.float64(1.0), np.float64(0.0), array([0., 0., 0.]))
# (np.int64(0), array([0., 0.]))
# AxisError: axis 2 is out of bounds for array of dimension 2
# ValueError: duplicate value in 'axis'
# ValueError: zero-size array to reduction operation maximum which has no identity
# ValueError: attempt to get argmax of an empty sequence
# ValueError: zero-size array to reduction operation minimum which has no identity
# TypeError: 'str' object cannot be interpreted as an integer
# (np.float64(51.0), np.float64(50.0), np.int64(13))
# (array([12., 15., 18., 21.]), np.float64(15.0), np.float64(15.0), array([ 0.,  5., 10.]))
# (np.float64(11.0), array([0., 4., 8.]), np.int64(4))
