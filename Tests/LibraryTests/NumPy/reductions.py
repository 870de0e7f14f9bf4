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
    lambda: (r.sum(), r.mean(), r.std(), r.var(), m.sum(), m.mean(axis=0)[:3], m.sum(axis=1)[:3], m.std(axis=1)[:2], m.std(), m.T.sum(axis=0)[:2], m[::-1].sum(), m[:, ::2].sum()),
    lambda: (r.astype(np.float32).sum(), r.astype(np.float32).mean(), r.astype(np.float32).std(), m.astype(np.float32).sum(axis=0)[:2], m.astype(np.float32).var(axis=1)[:2]),
    lambda: (m.reshape(37, 53, 1).sum(axis=(0, 2))[:3], m[:36].reshape(4, 9, 53).sum(axis=(0, 1))[:2], m[:36].reshape(4, 9, 53).sum(axis=(1, 2)), m[:36].reshape(4, 9, 53).sum(axis=(0, 2))),
    lambda: (np.cumsum(r)[-3:], np.sum(r, dtype=np.float32), np.mean(r, dtype=np.float32)),
    lambda: (np.median([3, 1, 2]), np.median([1, 2, 3, 4]), np.median(a, axis=0), np.percentile([1, 2, 3, 4], 50), np.percentile([1, 2, 3, 4], [25, 75]), np.quantile(a, 0.3, axis=1)),
    lambda: np.percentile([1, 2, 3, 4], 40, method='lower'), np.percentile([1, 2, 3], 101),  # raises: ValueError: Percentiles must be in the range [0, 100]
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
