extension WrittenNumPy {
  /// `numpy._collections`: sets of elements, searching, choosing, applying functions, polynomials and products.
  static let collections = #"""
    """Sets of elements, searching, choosing, applying functions, polynomials and products."""
    import numpy as np


    def _object_unique(ar):
        values = []
        for value in ar.ravel().tolist():
            if value not in values:
                values.append(value)
        values.sort()
        return np.array(values, dtype=ar.dtype)


    def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
        ar = np.asanyarray(ar)
        if axis is not None:
            return _unique_slices(ar, axis, return_index, return_inverse, return_counts)
        flat = ar.ravel()
        order = flat.argsort()
        line = flat[order]
        first = np.ones(len(line), dtype=bool)
        if len(line) > 1:
            first[1:] = line[1:] != line[:-1]
            if equal_nan and line.dtype.kind == 'f' and np.isnan(line[-1]):
                start = int(np.searchsorted(np.isnan(line), True))
                first[start + 1:] = False
        results = [line[first]]
        if return_index:
            results.append(order[first])
        if return_inverse:
            inverse = np.empty(len(line), dtype=int)
            inverse[order] = np.cumsum(first) - 1
            results.append(inverse.reshape(ar.shape))
        if return_counts:
            results.append(np.diff(np.concatenate([np.flatnonzero(first), [len(line)]])))
        return results[0] if len(results) == 1 else tuple(results)


    def _unique_slices(ar, axis, return_index, return_inverse, return_counts):
        rows = np.moveaxis(ar, axis, 0)
        keys = [tuple(row) for row in rows.reshape(rows.shape[0], -1).tolist()]
        groups = {}
        for place, key in enumerate(keys):
            groups.setdefault(key, []).append(place)
        ordered = sorted(groups)
        places = [groups[key][0] for key in ordered]
        results = [np.moveaxis(rows[np.array(places, dtype=int)], 0, axis)]
        if return_index:
            results.append(np.array(places, dtype=int))
        if return_inverse:
            rank = {key: n for n, key in enumerate(ordered)}
            results.append(np.array([rank[key] for key in keys], dtype=int))
        if return_counts:
            results.append(np.array([len(groups[key]) for key in ordered], dtype=int))
        return results[0] if len(results) == 1 else tuple(results)


    def unique_values(x, /):
        return unique(x)


    def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
        element, values = np.asarray(element), np.unique(np.asarray(test_elements))
        if values.size == 0:
            found = np.zeros(element.shape, dtype=bool)
        elif element.dtype.kind in 'UO' or values.dtype.kind in 'UO':
            known = values.tolist()
            found = np.array([value in known for value in element.ravel().tolist()], dtype=bool).reshape(element.shape)
        else:
            places = np.clip(np.searchsorted(values, element), 0, values.size - 1)
            found = values[places] == element
        result = np.asarray(~found if invert else found)
        return result[()] if result.ndim == 0 else result


    def in1d(ar1, ar2, assume_unique=False, invert=False):
        return isin(np.ravel(ar1), ar2, invert=invert)


    def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
        first, places = unique(ar1, return_index=True)
        second, others = unique(ar2, return_index=True)
        keep = isin(first, second)
        if return_indices:
            return first[keep], places[keep], others[isin(second, first)]
        return first[keep]


    def union1d(ar1, ar2):
        return unique(np.concatenate((np.ravel(ar1), np.ravel(ar2))))


    def setdiff1d(ar1, ar2, assume_unique=False):
        first = np.ravel(ar1) if assume_unique else unique(ar1)
        return first[isin(first, ar2, invert=True)]


    def setxor1d(ar1, ar2, assume_unique=False):
        first, second = unique(ar1), unique(ar2)
        return unique(np.concatenate((setdiff1d(first, second), setdiff1d(second, first))))


    def argwhere(a):
        a = np.asanyarray(a)
        if a.ndim == 0:
            return argwhere(a.reshape(1))[:, :0]
        return np.array(np.nonzero(a), dtype=int).reshape(a.ndim, -1).T


    def flatnonzero(a):
        return np.nonzero(np.ravel(a))[0]


    def lexsort(keys, axis=-1):
        keys = [np.asarray(key) for key in keys]
        order = np.arange(keys[0].shape[-1])
        for key in keys:
            order = order[key[order].argsort()]
        return order


    def partition(a, kth, axis=-1, kind='introselect', order=None):
        return np.sort(a, axis=axis)


    def argpartition(a, kth, axis=-1, kind='introselect', order=None):
        return np.argsort(a, axis=axis)


    def select(condlist, choicelist, default=0):
        if len(condlist) != len(choicelist):
            raise ValueError('list of cases must be same length as list of conditions')
        result = default
        for condition, choice in zip(condlist[::-1], choicelist[::-1]):
            result = np.where(condition, choice, result)
        return result


    def piecewise(x, condlist, funclist, *args, **kw):
        x = np.asarray(x)
        if isinstance(condlist, np.ndarray) and condlist.dtype == bool and condlist.ndim == x.ndim:
            condlist = [condlist]
        condlist = [np.asarray(c, dtype=bool) for c in condlist]
        if len(funclist) == len(condlist) + 1:
            rest = np.ones(x.shape, dtype=bool)
            for condition in condlist:
                rest = rest & ~condition
            condlist = condlist + [rest]
        result = np.zeros_like(x)
        for condition, function in zip(condlist, funclist):
            if callable(function):
                values = x[condition]
                if values.size:
                    result[condition] = function(values, *args, **kw)
            else:
                result[condition] = function
        return result


    def apply_along_axis(func1d, axis, arr, *args, **kwargs):
        arr = np.asarray(arr)
        lines = np.moveaxis(arr, axis, -1)
        shape = lines.shape[:-1]
        results = [np.asarray(func1d(line, *args, **kwargs)) for line in lines.reshape(-1, lines.shape[-1])]
        result = np.array(results).reshape(shape + results[0].shape)
        return np.moveaxis(result, -1, axis) if results[0].ndim == 1 else result


    class vectorize:
        """A function of single values as one of arrays."""

        def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
            self.pyfunc = pyfunc
            self.otypes = otypes
            if excluded or signature:
                raise NotImplementedError("numpy.vectorize does not take 'excluded' or 'signature' in Lectern")

        def __call__(self, *args, **kwargs):
            arrays = np.broadcast_arrays(*args)
            shape = arrays[0].shape
            values = [self.pyfunc(*each, **kwargs) for each in zip(*[a.ravel() for a in arrays])]
            if not values and self.otypes is None:
                raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
            if values and isinstance(values[0], tuple):
                return tuple(np.array(list(part)).reshape(shape) for part in zip(*values))
            kinds = self.otypes
            dtype = (kinds[0] if isinstance(kinds, (list, tuple, str)) else kinds) if kinds is not None else None
            if dtype is None:
                dtype = np.asarray(values[0]).dtype
            result = np.array(values, dtype=None if np.dtype(dtype).kind == 'U' else dtype).reshape(shape)
            return result


    def frompyfunc(func, /, nin, nout):
        def function(*args):
            arrays = np.broadcast_arrays(*args)
            values = [func(*each) for each in zip(*[a.ravel().tolist() for a in arrays])]
            result = np.array(values, dtype=object).reshape(arrays[0].shape)
            return result[()] if result.ndim == 0 else result
        return function


    def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
        a, b = np.asarray(a), np.asarray(b)
        if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
            raise ValueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)')
        if a.shape[-1] == 2 or b.shape[-1] == 2:
            raise ValueError('Both input arrays must be (arrays of) 3-dimensional vectors, but they are %d and %d dimensional instead.' % (a.shape[-1], b.shape[-1]))
        x = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
        y = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
        z = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
        return np.stack([x, y, z], axis=-1)


    def kron(a, b):
        a, b = np.asarray(a), np.asarray(b)
        rank = max(a.ndim, b.ndim)
        a = a.reshape((1,) * (rank - a.ndim) + a.shape)
        b = b.reshape((1,) * (rank - b.ndim) + b.shape)
        product = np.multiply.outer(a, b)
        order = [n for pair in zip(range(rank), range(rank, 2 * rank)) for n in pair]
        return product.transpose(order).reshape(tuple(m * n for m, n in zip(a.shape, b.shape)))


    def tensordot(a, b, axes=2):
        a, b = np.asarray(a), np.asarray(b)
        if isinstance(axes, int):
            first, second = list(range(a.ndim - axes, a.ndim)), list(range(axes))
        else:
            first, second = [[n] if isinstance(n, int) else list(n) for n in axes]
        first, second = [n % a.ndim for n in first], [n % b.ndim for n in second]
        if [a.shape[n] for n in first] != [b.shape[n] for n in second]:
            raise ValueError('shape-mismatch for sum')
        keep_a = [n for n in range(a.ndim) if n not in first]
        keep_b = [n for n in range(b.ndim) if n not in second]
        count = 1
        for n in first:
            count *= a.shape[n]
        left = a.transpose(keep_a + first).reshape(-1, count)
        right = b.transpose(second + keep_b).reshape(count, -1)
        result = np.dot(left, right).reshape([a.shape[n] for n in keep_a] + [b.shape[n] for n in keep_b])
        return result[()] if result.ndim == 0 else result


    def vecdot(x1, x2, /, axis=-1):
        return (np.asarray(x1) * np.asarray(x2)).sum(axis=axis)


    def polyval(p, x):
        p = np.asarray(p)
        x = np.asanyarray(x)
        y = np.zeros_like(x)
        for factor in p:
            y = y * x + factor
        return y[()] if isinstance(y, np.ndarray) and y.ndim == 0 else y


    def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if deg < 0:
            raise ValueError('expected deg >= 0')
        if x.ndim != 1:
            raise TypeError('expected 1D vector for x')
        if x.size == 0:
            raise TypeError('expected non-empty vector for x')
        if x.shape[0] != y.shape[0]:
            raise TypeError('expected x and y to have same length')
        left = np.vander(x, deg + 1)
        right = y
        if w is not None:
            w = np.asarray(w, dtype=float)
            left = left * w[:, np.newaxis]
            right = right * (w if right.ndim == 1 else w[:, np.newaxis])
        scale = np.sqrt((left * left).sum(axis=0))
        q, r = np.linalg.qr(left / scale)
        return (np.linalg.solve(r, np.dot(q.T, right)).T / scale).T


    def polyder(p, m=1):
        p = np.asarray(p)
        for _ in range(m):
            n = len(p) - 1
            p = p[:-1] * np.arange(n, 0, -1)
        return p


    def sinc(x):
        x = np.asanyarray(x)
        y = np.pi * np.where(x == 0, 1.0e-20, x)
        result = np.sin(y) / y
        return result[()] if np.ndim(result) == 0 else result


    def modf(x):
        x = np.asanyarray(x, dtype=float) if np.asanyarray(x).dtype.kind != 'f' else np.asanyarray(x)
        whole = np.trunc(x)
        return (x - whole)[()], whole[()]


    def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
        p = np.asarray(p, dtype=float)
        step = np.diff(p, axis=axis)
        turned = (step + period / 2) % period - period / 2
        turned = np.where((turned == -period / 2) & (step > 0), period / 2, turned)
        correction = np.where(np.abs(step) < (period / 2 if discont is None else discont), 0.0, turned - step)
        before = (slice(None),) * (axis % p.ndim)
        result = p.copy()
        result[before + (slice(1, None),)] = p[before + (slice(1, None),)] + np.cumsum(correction, axis=axis)
        return result
    """#
}
