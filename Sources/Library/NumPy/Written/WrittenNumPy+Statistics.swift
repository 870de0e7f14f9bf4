extension WrittenNumPy {
  /// `numpy._statistics`: averages, quantiles, histograms, differences, comparisons.
  static let statistics = #"""
    """Averages, quantiles, histograms, differences, comparisons."""
    import numpy as np


    def _scalar(result):
        result = np.asarray(result)
        return result[()] if result.ndim == 0 else result


    def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
        a = np.asanyarray(a)
        if weights is None:
            result = a.mean(axis=axis, keepdims=keepdims)
            total = a.size / np.asarray(result).size if np.asarray(result).size else 0.0
            total = np.full(np.shape(result), total)[()]
        else:
            weights = np.asanyarray(weights)
            if a.shape != weights.shape:
                if axis is None:
                    raise TypeError('Axis must be specified when shapes of a and weights differ.')
                if weights.ndim == 1 and weights.shape[0] != a.shape[axis]:
                    raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
                weights = np.moveaxis(np.broadcast_to(weights, (a.ndim - 1) * (1,) + weights.shape), -1, axis)
            weights = weights.astype(np.result_type(a.dtype, weights.dtype, np.float64))
            total = weights.sum(axis=axis, keepdims=keepdims)
            if np.any(np.asarray(total) == 0.0):
                raise ZeroDivisionError("Weights sum to zero, can't be normalized")
            result = np.multiply(a, weights).sum(axis=axis, keepdims=keepdims) / total
        return (result, total) if returned else result


    def _lines(a, axis):
        """The array with the reduced dimensions as one at the end, and how many there were."""
        a = np.asarray(a)
        if axis is None:
            return a.ravel()
        axes = [n % a.ndim for n in (axis if isinstance(axis, tuple) else (axis,))]
        if any(not -a.ndim <= n < a.ndim for n in (axis if isinstance(axis, tuple) else (axis,))):
            raise np.exceptions.AxisError('axis %s is out of bounds for array of dimension %d' % (axis, a.ndim))
        kept = [n for n in range(a.ndim) if n not in axes]
        moved = a.transpose(kept + axes)
        return moved.reshape(tuple(a.shape[n] for n in kept) + (-1,))


    def _kept(result, a, axis, keepdims):
        if not keepdims:
            return result
        a = np.asarray(a)
        axes = range(a.ndim) if axis is None else [n % a.ndim for n in (axis if isinstance(axis, tuple) else (axis,))]
        shape = tuple(1 if n in axes else size for n, size in enumerate(a.shape))
        return np.asarray(result).reshape(np.shape(result)[:np.ndim(result) - len(shape) + len(list(axes))] + shape if np.ndim(result) + len(list(axes)) > len(shape) else shape)


    def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
        lines = np.sort(_lines(a, axis), axis=-1)
        n = lines.shape[-1]
        if n == 0:
            return np.mean(lines, axis=-1)
        half = n // 2
        result = lines[..., half - 1:half + 1].mean(axis=-1) if n % 2 == 0 else lines[..., half:half + 1].mean(axis=-1)
        if lines.dtype.kind == 'f':
            result = _scalar(np.where(np.isnan(lines[..., -1]), np.asarray(np.nan, lines.dtype), result))
        return _scalar(_kept(result, a, axis, keepdims))


    def _quantile(a, q, axis, method, keepdims):
        q = np.asarray(q)
        lines = _lines(a, axis)
        lines = np.sort(lines if lines.dtype.kind == 'f' else lines.astype(float), axis=-1)
        n = lines.shape[-1]
        if n == 0:
            raise IndexError('index -1 is out of bounds for axis 0 with size 0')
        results = []
        for share in q.ravel().tolist():
            place = (n - 1) * share
            low = int(np.floor(place))
            high = min(low + 1, n - 1)
            gamma = place - low
            if method == 'lower':
                gamma = 0.0
            elif method == 'higher':
                gamma = 1.0 if gamma > 0 else 0.0
            elif method == 'midpoint':
                gamma = 0.5 if gamma > 0 else 0.0
            elif method == 'nearest':
                place = int(np.rint(place))
                low, high, gamma = place, place, 0.0
            elif method != 'linear':
                raise ValueError("'%s' is not a valid method. Use one of: linear, lower, higher, midpoint, nearest" % method)
            below, above = lines[..., low], lines[..., high]
            difference = above - below
            result = above - difference * (1 - gamma) if gamma >= 0.5 else below + difference * gamma
            result = np.where(np.isnan(lines[..., -1]), np.asarray(np.nan, lines.dtype), result)
            results.append(np.asarray(_kept(result, a, axis, keepdims)).astype(lines.dtype))
        if q.ndim == 0:
            return _scalar(results[0])
        return np.stack(results).reshape(q.shape + results[0].shape)


    def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
        q = np.asarray(q, dtype=float)
        if bool(np.any((q < 0) | (q > 1))):
            raise ValueError('Quantiles must be in the range [0, 1]')
        return _quantile(a, q, axis, method, keepdims)


    def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
        q = np.true_divide(np.asarray(q), 100)
        if bool(np.any((q < 0) | (q > 1))):
            raise ValueError('Percentiles must be in the range [0, 100]')
        return _quantile(a, q, axis, method, keepdims)


    def _without_nan(a, fill):
        a = np.asarray(a)
        return (a, None) if a.dtype.kind != 'f' else (np.where(np.isnan(a), np.asarray(fill, a.dtype), a), np.isnan(a))


    def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
        return np.sum(_without_nan(a, 0)[0], axis=axis, dtype=dtype, keepdims=keepdims)


    def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
        return np.prod(_without_nan(a, 1)[0], axis=axis, dtype=dtype, keepdims=keepdims)


    def nancumsum(a, axis=None, dtype=None, out=None):
        return np.cumsum(_without_nan(a, 0)[0], axis=axis, dtype=dtype)


    def nanmax(a, axis=None, out=None, keepdims=False):
        return _nan_extreme(a, axis, keepdims, -np.inf, 'max')


    def nanmin(a, axis=None, out=None, keepdims=False):
        return _nan_extreme(a, axis, keepdims, np.inf, 'min')


    def _nan_extreme(a, axis, keepdims, fill, name):
        filled, mask = _without_nan(a, fill)
        result = getattr(filled, name)(axis=axis, keepdims=keepdims)
        if mask is None:
            return result
        empty = mask.all(axis=axis, keepdims=keepdims)
        if np.any(empty):
            import warnings
            warnings.warn('All-NaN slice encountered', RuntimeWarning, stacklevel=3)
            return _scalar(np.where(empty, np.nan, result))
        return result


    def _nan_position(a, axis, fill, name):
        filled, mask = _without_nan(a, fill)
        if mask is not None and np.any(mask.all(axis=axis)):
            raise ValueError('All-NaN slice encountered')
        return getattr(filled, name)(axis=axis)


    def nanargmax(a, axis=None, out=None):
        return _nan_position(a, axis, -np.inf, 'argmax')


    def nanargmin(a, axis=None, out=None):
        return _nan_position(a, axis, np.inf, 'argmin')


    def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
        filled, mask = _without_nan(a, 0)
        if mask is None:
            return np.mean(filled, axis=axis, dtype=dtype, keepdims=keepdims)
        count = (~mask).sum(axis=axis, keepdims=keepdims)
        if np.any(np.asarray(count) == 0):
            import warnings
            warnings.warn('Mean of empty slice', RuntimeWarning, stacklevel=2)
        with np.errstate(invalid='ignore', divide='ignore'):
            result = filled.sum(axis=axis, dtype=dtype, keepdims=keepdims) / count
        return _scalar(np.asarray(result).astype(filled.dtype))


    def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        filled, mask = _without_nan(a, 0)
        if mask is None:
            return np.var(filled, axis=axis, ddof=ddof, keepdims=keepdims)
        count = (~mask).sum(axis=axis, keepdims=True)
        mean = filled.sum(axis=axis, keepdims=True) / count
        distance = np.where(mask, np.asarray(0, filled.dtype), filled - mean)
        return _scalar((distance * distance).sum(axis=axis, keepdims=keepdims) / ((~mask).sum(axis=axis, keepdims=keepdims) - ddof))


    def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        return _scalar(np.sqrt(nanvar(a, axis, dtype, out, ddof, keepdims)))


    def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
        return nanpercentile(a, 50, axis=axis, keepdims=keepdims)


    def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
        lines = _lines(a, axis)
        if lines.dtype.kind != 'f' or not np.any(np.isnan(lines)):
            return percentile(a, q, axis=axis, method=method, keepdims=keepdims)
        flat = lines.reshape(-1, lines.shape[-1])
        results = []
        for line in flat:
            line = line[~np.isnan(line)]
            results.append(percentile(line, q, method=method) if line.size else np.full(np.shape(q), np.nan))
        result = np.array(results).reshape(lines.shape[:-1] + np.shape(q))
        if np.ndim(q):
            result = np.moveaxis(result, -1, 0)
        return _scalar(_kept(result, a, axis, keepdims))


    def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False):
        return nanpercentile(a, np.asarray(q) * 100, axis=axis, method=method, keepdims=keepdims)


    def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
        x = np.array(x)
        if x.dtype.kind == 'f':
            limits = np.finfo(x.dtype)
            x = np.where(np.isnan(x), np.asarray(nan, x.dtype), x)
            x = np.where(x == np.inf, np.asarray(limits.max if posinf is None else posinf, x.dtype), x)
            x = np.where(x == -np.inf, np.asarray(limits.min if neginf is None else neginf, x.dtype), x)
        return _scalar(x)


    def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
        if fweights is not None or aweights is not None:
            raise NotImplementedError("numpy.cov does not take weights in Lectern")
        X = np.array(m, ndmin=2, dtype=float)
        if not rowvar and np.ndim(m) != 1:
            X = X.T
        if y is not None:
            y = np.array(y, ndmin=2, dtype=float)
            X = np.concatenate((X, y.T if not rowvar and y.shape[0] != 1 else y), axis=0)
        if ddof is None:
            ddof = 0 if bias else 1
        count = X.shape[1] - ddof
        if count <= 0:
            import warnings
            warnings.warn('Degrees of freedom <= 0 for slice', RuntimeWarning, stacklevel=2)
            count = 0.0
        X = X - X.mean(axis=1)[:, np.newaxis]
        return np.squeeze(np.dot(X, X.T) * np.true_divide(1, count))[()]


    def corrcoef(x, y=None, rowvar=True, *, dtype=None):
        c = cov(x, y, rowvar)
        if np.ndim(c) == 0:
            return c / c
        spread = np.sqrt(np.diag(c))
        c = c / spread[:, np.newaxis] / spread[np.newaxis, :]
        return np.clip(c, -1, 1)


    def histogram_bin_edges(a, bins=10, range=None, weights=None):
        a = np.asarray(a).ravel()
        if isinstance(bins, str):
            return _chosen_edges(a, bins, range)
        if np.ndim(bins) == 1:
            edges = np.asarray(bins)
            if bool(np.any(edges[:-1] > edges[1:])):
                raise ValueError('`bins` must increase monotonically, when an array')
            return edges
        if bins < 1:
            raise ValueError('`bins` must be positive, when an integer')
        first, last = _outer_edges(a, range)
        return np.linspace(first, last, int(bins) + 1)


    def _outer_edges(a, range):
        if range is not None:
            first, last = range
            if first > last:
                raise ValueError('max must be larger than min in range parameter.')
            if not (np.isfinite(first) and np.isfinite(last)):
                raise ValueError('supplied range of [%s, %s] is not finite' % (first, last))
        elif a.size == 0:
            first, last = 0, 1
        else:
            first, last = a.min(), a.max()
            if not (np.isfinite(first) and np.isfinite(last)):
                raise ValueError('autodetected range of [%s, %s] is not finite' % (first, last))
        return (first - 0.5, last + 0.5) if first == last else (first, last)


    def _chosen_edges(a, name, range):
        first, last = _outer_edges(a, range)
        n = a.size
        if n == 0:
            count = 1
        else:
            spread = a.max() - a.min()
            fd = 2.0 * np.subtract(*percentile(a, [75, 25])) * n ** (-1.0 / 3.0)
            sturges = spread / (np.log2(n) + 1.0)
            widths = {'sqrt': spread / np.sqrt(n), 'sturges': sturges, 'rice': spread / (2.0 * n ** (1.0 / 3)), 'fd': fd,
                      'scott': (24.0 * np.pi ** 0.5 / n) ** (1.0 / 3.0) * np.std(a), 'auto': min(fd, sturges) if fd else sturges}
            if name not in widths:
                raise ValueError('%r is not a valid estimator for `bins`' % name)
            width = widths[name]
            count = int(np.ceil((last - first) / width)) if width else 1
        return np.linspace(first, last, count + 1)


    def histogram(a, bins=10, range=None, density=None, weights=None):
        a = np.asarray(a).ravel()
        edges = histogram_bin_edges(a, bins, range)
        if np.ndim(bins) == 0 and edges.dtype.kind == 'f':
            edges = edges if edges.dtype == np.float64 else edges.astype(np.float64)
        order = np.sort(a) if weights is None else None
        if weights is None:
            places = np.concatenate([np.searchsorted(order, edges[:-1], 'left'), np.searchsorted(order, edges[-1:], 'right')])
            counts = np.diff(places)
        else:
            weights = np.asarray(weights).ravel()
            if weights.shape != a.shape:
                raise ValueError('weights should have the same shape as a.')
            sorting = np.argsort(a)
            sums = np.concatenate([np.zeros(1, weights.dtype), np.cumsum(weights[sorting])])
            line = a[sorting]
            places = np.concatenate([np.searchsorted(line, edges[:-1], 'left'), np.searchsorted(line, edges[-1:], 'right')])
            counts = np.diff(sums[places])
        if density:
            return counts / np.diff(edges) / counts.sum(), edges
        return counts, edges


    def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
        x, y = np.asarray(x), np.asarray(y)
        each = bins if hasattr(bins, '__len__') and len(bins) == 2 else (bins, bins)
        ranges = range if range is not None else (None, None)
        edges = [histogram_bin_edges(v, b, r) for v, b, r in zip((x, y), each, ranges)]
        places = []
        for values, edge in zip((x, y), edges):
            place = np.searchsorted(edge, values, 'right')
            places.append(np.where(values == edge[-1], place - 1, place))
        counts = np.zeros((len(edges[0]) + 1, len(edges[1]) + 1))
        np.add.at(counts.reshape(-1), places[0] * counts.shape[1] + places[1], 1.0 if weights is None else np.asarray(weights))
        counts = counts[1:-1, 1:-1]
        if density:
            counts = counts / counts.sum() / np.diff(edges[0])[:, np.newaxis] / np.diff(edges[1])
        return counts, edges[0], edges[1]


    def bincount(x, /, weights=None, minlength=0):
        x = np.asarray(x)
        if x.ndim != 1:
            raise ValueError('object too deep for desired array' if x.ndim > 1 else 'object of too small depth for desired array')
        if x.size and x.dtype.kind not in 'iub':
            raise TypeError("Cannot cast array data from dtype('%s') to dtype('int64') according to the rule 'safe'" % x.dtype)
        if minlength < 0:
            raise ValueError("'minlength' must not be negative")
        if x.size and int(x.min()) < 0:
            raise ValueError("'list' argument must have no negative elements")
        x = x.astype(int)
        length = max(int(x.max()) + 1 if x.size else 0, minlength)
        if weights is not None:
            weights = np.asarray(weights, dtype=float)
            if weights.shape != x.shape:
                raise ValueError('The weights and list don\'t have the same length.')
            result = np.zeros(length)
            np.add.at(result, x, weights)
            return result
        return np.diff(np.searchsorted(np.sort(x), np.arange(length + 1)))


    def digitize(x, bins, right=False):
        x, bins = np.asarray(x), np.asarray(bins)
        if bins.size > 1 and bool(np.all(np.diff(bins) <= 0)) and bool(np.any(np.diff(bins) < 0)):
            return len(bins) - np.searchsorted(bins[::-1], x, 'left' if not right else 'right')
        if bool(np.any(np.diff(bins) < 0)):
            raise ValueError('bins must be monotonically increasing or decreasing')
        return np.searchsorted(bins, x, 'left' if right else 'right')


    def diff(a, n=1, axis=-1, prepend=None, append=None):
        if n < 0:
            raise ValueError('order must be non-negative but got %r' % n)
        a = np.asanyarray(a)
        if a.ndim == 0:
            raise ValueError('diff requires input that is at least one dimensional')
        axis = axis % a.ndim
        parts = [a]
        for extra, first in ((prepend, True), (append, False)):
            if extra is not None:
                extra = np.asanyarray(extra)
                if extra.ndim == 0:
                    extra = np.broadcast_to(extra, a.shape[:axis] + (1,) + a.shape[axis + 1:])
                parts = [extra] + parts if first else parts + [extra]
        if len(parts) > 1:
            a = np.concatenate(parts, axis)
        before = (slice(None),) * axis
        for _ in range(n):
            later, earlier = a[before + (slice(1, None),)], a[before + (slice(None, -1),)]
            a = later != earlier if a.dtype == bool else later - earlier
        return a


    def ediff1d(ary, to_end=None, to_begin=None):
        ary = np.ravel(ary)
        parts = [np.ravel(to_begin)] if to_begin is not None else []
        parts.append(ary[1:] - ary[:-1])
        if to_end is not None:
            parts.append(np.ravel(to_end))
        return np.concatenate(parts) if len(parts) > 1 else parts[0]


    def gradient(f, *varargs, axis=None, edge_order=1):
        f = np.asanyarray(f)
        axes = range(f.ndim) if axis is None else [a % f.ndim for a in (axis if isinstance(axis, tuple) else (axis,))]
        axes = list(axes)
        spacings = list(varargs) or [1.0]
        if len(spacings) == 1 and len(axes) > 1:
            spacings *= len(axes)
        if len(spacings) != len(axes):
            raise TypeError('invalid number of arguments')
        if f.dtype.kind in 'iub':
            f = f.astype(float)
        results = []
        for dim, h in zip(axes, spacings):
            if f.shape[dim] < edge_order + 1:
                raise ValueError('Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.')
            g = np.moveaxis(f, dim, 0)
            out = np.empty_like(np.array(g))
            tail = (1,) * (f.ndim - 1)
            if np.ndim(h) == 0:
                out[1:-1] = (g[2:] - g[:-2]) / (2.0 * h)
                first, last = h, h
            else:
                d = np.diff(np.asarray(h, dtype=float))
                a, b = d[:-1].reshape((-1,) + tail), d[1:].reshape((-1,) + tail)
                out[1:-1] = -b / (a * (a + b)) * g[:-2] + (b - a) / (a * b) * g[1:-1] + a / (b * (a + b)) * g[2:]
                first, last = d[0], d[-1]
            if edge_order == 1:
                out[0] = (g[1] - g[0]) / first
                out[-1] = (g[-1] - g[-2]) / last
            else:
                out[0] = (-1.5 * g[0] + 2.0 * g[1] - 0.5 * g[2]) / first
                out[-1] = (0.5 * g[-3] - 2.0 * g[-2] + 1.5 * g[-1]) / last
            results.append(np.moveaxis(out, 0, dim))
        return results[0] if len(results) == 1 else tuple(results)


    def interp(x, xp, fp, left=None, right=None, period=None):
        x, xp, fp = np.asarray(x, dtype=float), np.asarray(xp, dtype=float), np.asarray(fp, dtype=float)
        if len(xp) == 0:
            raise ValueError('array of sample points is empty')
        if len(xp) != len(fp):
            raise ValueError('fp and xp are not of the same length.')
        if period is not None:
            raise NotImplementedError("numpy.interp does not take 'period' in Lectern")
        place = np.clip(np.searchsorted(xp, x, 'right') - 1, 0, max(len(xp) - 2, 0))
        if len(xp) > 1:
            slope = (fp[place + 1] - fp[place]) / (xp[place + 1] - xp[place])
            result = slope * (x - xp[place]) + fp[place]
        else:
            result = np.full(x.shape, fp[0])
        result = np.where(x >= xp[-1], fp[-1], result)
        result = np.where(x < xp[0], fp[0] if left is None else left, result)
        if right is not None:
            result = np.where(x > xp[-1], right, result)
        return _scalar(np.where(np.isnan(x), x, result))


    def trapezoid(y, x=None, dx=1.0, axis=-1):
        y = np.asanyarray(y)
        d = dx if x is None else np.diff(np.asanyarray(x))
        y = np.moveaxis(y, axis, -1)
        return (d * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1)


    trapz = trapezoid


    def convolve(a, v, mode='full'):
        a, v = np.array(a, ndmin=1), np.array(v, ndmin=1)
        if len(a) == 0:
            raise ValueError('a cannot be empty')
        if len(v) == 0:
            raise ValueError('v cannot be empty')
        if len(v) > len(a):
            a, v = v, a
        n = len(a) + len(v) - 1
        result = np.zeros(n, dtype=np.result_type(a.dtype, v.dtype))
        for place, factor in enumerate(v):
            result[place:place + len(a)] += a * factor
        if mode == 'full':
            return result
        if mode == 'same':
            start = (len(v) - 1) // 2
            return result[start:start + len(a)]
        if mode == 'valid':
            return result[len(v) - 1:len(a)]
        raise ValueError("mode must be one of 'valid', 'same', or 'full' (got %r)" % mode)


    def correlate(a, v, mode='valid'):
        a, v = np.asarray(a), np.asarray(v)
        if len(v) > len(a):
            return convolve(a, v[::-1], mode)[::-1] if mode == 'same' else convolve(a, v[::-1], mode)
        return convolve(a, v[::-1], mode)


    def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
        x, y = np.asanyarray(a), np.asanyarray(b)
        if y.dtype.kind != 'f':
            y = y.astype(float)
        with np.errstate(invalid='ignore'):
            result = (np.abs(x - y) <= atol + rtol * np.abs(y)) & np.isfinite(y) | (x == y)
        if equal_nan:
            result = result | (np.isnan(x) & np.isnan(y))
        return _scalar(result)


    def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
        return bool(np.all(isclose(a, b, rtol, atol, equal_nan)))


    def array_equal(a1, a2, equal_nan=False):
        try:
            a1, a2 = np.asarray(a1), np.asarray(a2)
        except Exception:
            return False
        if a1.shape != a2.shape:
            return False
        same = a1 == a2
        if equal_nan and a1.dtype.kind == 'f' and a2.dtype.kind == 'f':
            same = same | (np.isnan(a1) & np.isnan(a2))
        return bool(np.all(same))


    def array_equiv(a1, a2):
        try:
            return bool(np.all(np.asarray(a1) == np.asarray(a2)))
        except ValueError:
            return False
    """#
}
