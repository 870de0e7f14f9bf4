extension WrittenNumPy {
  /// `numpy._grids`: ranges, grids and positions.
  static let grids = #"""
    """Ranges, grids and positions."""
    import numpy as np
    from operator import index as _index


    def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
        num = _index(num)
        if num < 0:
            raise ValueError('Number of samples, %s, must be non-negative.' % num)
        div = num - 1 if endpoint else num
        start = np.asanyarray(start) * 1.0
        stop = np.asanyarray(stop) * 1.0
        delta = np.subtract(stop, start)
        y = np.arange(0, num, dtype=float).reshape((-1,) + (1,) * np.ndim(delta))
        if div > 0:
            step = delta / div
            if np.any(np.asarray(step) == 0):
                y = y / div * delta
            else:
                y = y * step
        else:
            step = np.nan
            y = y * delta
        y = y + start
        if endpoint and num > 1:
            y[-1, ...] = stop
        if axis != 0:
            y = np.moveaxis(y, 0, axis)
        if dtype is not None:
            if np.dtype(dtype).kind in 'iu':
                y = np.floor(y)
            y = y.astype(dtype)
        elif np.result_type(start, stop) == np.float32:
            y = y.astype(np.float32)
        return (y, step) if retstep else y


    def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
        y = np.power(base, linspace(start, stop, num=num, endpoint=endpoint, axis=axis))
        return y if dtype is None else y.astype(dtype)


    def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
        if start == 0 or stop == 0:
            raise ValueError('Geometric sequence cannot include zero')
        sign = np.sign(start)
        result = sign * logspace(np.log10(sign * start), np.log10(sign * stop), num=num, endpoint=endpoint)
        if num > 0:
            result[0] = start
            if num > 1 and endpoint:
                result[-1] = stop
        return result if dtype is None else result.astype(dtype)


    def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
        if indexing not in ('xy', 'ij'):
            raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
        count = len(xi)
        grids = []
        for place, x in enumerate(xi):
            grids.append(np.asanyarray(x).reshape((1,) * place + (-1,) + (1,) * (count - place - 1)))
        if indexing == 'xy' and count > 1:
            grids[0] = grids[0].reshape((1, -1) + (1,) * (count - 2))
            grids[1] = grids[1].reshape((-1, 1) + (1,) * (count - 2))
        if not sparse:
            grids = np.broadcast_arrays(*grids)
        return tuple(np.array(g) for g in grids) if copy else tuple(grids)


    def indices(dimensions, dtype=int, sparse=False):
        dimensions = tuple(dimensions)
        result = np.empty((len(dimensions),) + dimensions, dtype=dtype)
        for place, n in enumerate(dimensions):
            result[place] = np.arange(n).reshape((1,) * place + (-1,) + (1,) * (len(dimensions) - place - 1))
        return result


    def fromfunction(function, shape, *, dtype=float, **options):
        return function(*indices(shape, dtype=dtype), **options)


    def fromiter(iter, dtype, count=-1):
        items = []
        for item in iter:
            if count >= 0 and len(items) == count:
                break
            items.append(item)
        if len(items) < count:
            raise ValueError('iterator too short: Expected %d but iterator had only %d items.' % (count, len(items)))
        return np.array(items, dtype=dtype)


    def _steps(part):
        start = 0 if part.start is None else part.start
        step = 1 if part.step is None else part.step
        if isinstance(step, complex):
            return linspace(start, part.stop, int(abs(step)))
        return np.arange(start, part.stop, step)


    class _Grid:
        def __init__(self, sparse):
            self.sparse = sparse

        def __getitem__(self, key):
            if isinstance(key, slice):
                return _steps(key)
            grids = meshgrid(*[_steps(part) for part in key], indexing='ij', sparse=self.sparse)
            return grids if self.sparse else np.array(grids)


    mgrid = _Grid(False)
    ogrid = _Grid(True)


    class _Joiner:
        def __init__(self, columns):
            self.columns = columns

        def __getitem__(self, key):
            parts = []
            for part in key if isinstance(key, tuple) else (key,):
                if isinstance(part, str):
                    raise NotImplementedError('directives such as %r are not supported' % part)
                part = _steps(part) if isinstance(part, slice) else np.atleast_1d(part)
                parts.append(part[:, np.newaxis] if self.columns and part.ndim == 1 else part)
            return np.concatenate(parts, axis=-1 if self.columns else 0)


    r_ = _Joiner(False)
    c_ = _Joiner(True)


    class _Slices:
        def __getitem__(self, key):
            return key


    s_ = _Slices()
    index_exp = _Slices()


    def ix_(*args):
        results = []
        for place, new in enumerate(args):
            new = np.asarray(new)
            if new.ndim != 1:
                raise ValueError('Cross index must be 1 dimensional')
            if new.dtype == bool:
                new = np.flatnonzero(new)
            results.append(new.reshape((1,) * place + (-1,) + (1,) * (len(args) - place - 1)))
        return tuple(results)


    def unravel_index(indices, shape, order='C'):
        indices = np.asarray(indices)
        total = 1
        for n in shape:
            total *= n
        for index in indices.ravel().tolist():
            if not 0 <= index < total:
                raise ValueError('index %d is out of bounds for array with size %d' % (index, total))
        places = []
        for n in reversed(shape):
            places.append((indices % n)[()])
            indices = indices // n
        return tuple(reversed(places))


    def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
        result = 0
        for index, n in zip(multi_index, dims):
            index = np.asarray(index)
            if mode == 'raise' and bool(np.any((index < 0) | (index >= n))):
                raise ValueError('invalid entry in coordinates array')
            result = result * n + (np.clip(index, 0, n - 1) if mode == 'clip' else index % n)
        return result


    class ndindex:
        """The positions of all elements of a shape, in row-major order."""

        def __init__(self, *shape):
            self.shape = tuple(shape[0]) if len(shape) == 1 and hasattr(shape[0], '__len__') else shape

        def __iter__(self):
            import itertools
            return itertools.product(*[range(n) for n in self.shape])


    def ndenumerate(arr):
        arr = np.asarray(arr)
        for place in ndindex(arr.shape):
            yield place, arr[place]


    def vander(x, N=None, increasing=False):
        x = np.asarray(x)
        N = len(x) if N is None else N
        powers = np.arange(N) if increasing else np.arange(N - 1, -1, -1)
        return x[:, np.newaxis] ** powers


    def _window(M, function):
        if M < 1:
            return np.array([])
        if M == 1:
            return np.ones(1)
        n = np.arange(1 - M, M, 2)
        return function(np.pi * n / (M - 1))


    def hanning(M):
        return _window(M, lambda x: 0.5 + 0.5 * np.cos(x))


    def hamming(M):
        return _window(M, lambda x: 0.54 + 0.46 * np.cos(x))


    def blackman(M):
        return _window(M, lambda x: 0.42 + 0.5 * np.cos(x) + 0.08 * np.cos(2 * x))
    """#
}
