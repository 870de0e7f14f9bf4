import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
a = np.array([3, 1, 2])
m = np.array([[3, 1], [0, 2]])
show(
    lambda: (np.sort(a), np.sort(m), np.sort(m, axis=0), np.sort(m, axis=None), np.argsort(a), np.argsort(m, axis=0), a.argsort(), np.sort([2.5, np.nan, 1]), np.argsort([2.5, np.nan, 1]), np.sort(a)[::-1]),
    lambda: (np.sort(['b', 'a']), np.sort([True, False]), np.argsort([-x for x in [3, 1, 2]]), np.lexsort(([1, 0, 2], [1, 1, 0]))),
    lambda: (np.unique([3, 1, 1, 2]), np.unique([1., np.nan, np.nan]), np.unique([[1, 2], [2, 1]]), np.unique(['b', 'a', 'b'])),
    lambda: (np.unique([3, 1, 1], return_counts=True), np.unique([3, 1, 1], return_inverse=True), np.unique([3, 1, 1], return_index=True), np.unique([[1, 2], [1, 2], [0, 1]], axis=0)),
    lambda: (np.searchsorted([1, 2, 3], 2), np.searchsorted([1, 2, 3], 2, side='right'), np.searchsorted([1, 2, 3], [0, 5])),
    lambda: (np.nonzero([0, 1, 2]), np.nonzero(m), m.nonzero(), np.argwhere(m > 1), np.flatnonzero([0, 1, 1])),
    lambda: (np.isin([1, 2, 3], [2, 5]), np.intersect1d([1, 2, 3], [2, 3, 4]), np.union1d([1, 2], [2, 3]), np.setdiff1d([1, 2, 3], [2]), np.in1d([1], [1]) if hasattr(np, 'in1d') and False else 0),
    lambda: np.sort(a, axis=1),
    lambda: np.nonzero(np.array(3)),
    lambda: (np.argmax([[1, 9], [8, 2]], axis=1), np.extract([True, False, True], [1, 2, 3])),
)
# expect:
# (array([1, 2, 3]), array([[1, 3],
#        [0, 2]]), array([[0, 1],
#        [3, 2]]), array([0, 1, 2, 3]), array([1, 2, 0]), array([[1, 0],
#        [0, 1]]), array([1, 2, 0]), array([1. , 2.5, nan]), array([2, 0, 1]), array([3, 2, 1]))
# (array(['a', 'b'], dtype='<U1'), array([False,  True]), array([0, 2, 1]), array([2, 1, 0]))
# (array([1, 2, 3]), array([ 1., nan]), array([1, 2]), array(['a', 'b'], dtype='<U1'))
# ((array([1, 3]), array([2, 1])), (array([1, 3]), array([1, 0, 0])), (array([1, 3]), array([1, 0])), array([[0, 1],
#        [1, 2]]))
# (np.int64(1), np.int64(2), array([0, 3]))
# ((array([1, 2]),), (array([0, 0, 1]), array([0, 1, 1])), (array([0, 0, 1]), array([0, 1, 1])), array([[0, 0],
#        [1, 1]]), array([1, 2]))
# (array([False,  True, False]), array([2, 3]), array([1, 2, 3]), array([1, 3]), 0)
# AxisError: axis 1 is out of bounds for array of dimension 1
# ValueError: Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.
# (array([1, 0]), array([1, 3]))
