extension WrittenNumPy {
  /// `numpy._shapes`: joining, cutting and rearranging of arrays.
  static let shapes = #"""
    """Joining, cutting and rearranging of arrays."""
    import numpy as np
    from operator import index as _index


    def _axis(axis, ndim):
        axis = _index(axis)
        if not -ndim <= axis < ndim:
            raise np.exceptions.AxisError('axis %d is out of bounds for array of dimension %d' % (axis, ndim))
        return axis % ndim if ndim else 0


    def _at_least(arrays, fit):
        results = tuple(fit(np.asanyarray(a)) for a in arrays)
        return results[0] if len(results) == 1 else results


    def atleast_1d(*arys):
        return _at_least(arys, lambda a: a.reshape(1) if a.ndim == 0 else a)


    def _two(a):
        return a.reshape(1, 1) if a.ndim == 0 else a[np.newaxis, :] if a.ndim == 1 else a


    def atleast_2d(*arys):
        return _at_least(arys, _two)


    def _three(a):
        if a.ndim == 0:
            return a.reshape(1, 1, 1)
        if a.ndim == 1:
            return a[np.newaxis, :, np.newaxis]
        return a[:, :, np.newaxis] if a.ndim == 2 else a


    def atleast_3d(*arys):
        return _at_least(arys, _three)


    def stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind'):
        arrays = [np.asanyarray(a) for a in arrays]
        if not arrays:
            raise ValueError('need at least one array to stack')
        if len({a.shape for a in arrays}) != 1:
            raise ValueError('all input arrays must have the same shape')
        axis = _axis(axis, arrays[0].ndim + 1)
        return np.concatenate([np.expand_dims(a, axis) for a in arrays], axis=axis, out=out, dtype=dtype)


    def vstack(tup, *, dtype=None, casting='same_kind'):
        return np.concatenate([atleast_2d(a) for a in tup], axis=0, dtype=dtype)


    row_stack = vstack


    def hstack(tup, *, dtype=None, casting='same_kind'):
        arrays = [atleast_1d(a) for a in tup]
        return np.concatenate(arrays, axis=0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


    def dstack(tup):
        return np.concatenate([atleast_3d(a) for a in tup], axis=2)


    def column_stack(tup):
        arrays = []
        for a in tup:
            a = np.asanyarray(a)
            arrays.append(a if a.ndim >= 2 else np.array(a, ndmin=2).T)
        return np.concatenate(arrays, axis=1)


    def array_split(ary, indices_or_sections, axis=0):
        ary = np.asarray(ary)
        axis = _axis(axis, ary.ndim)
        total = ary.shape[axis]
        if hasattr(indices_or_sections, '__len__'):
            places = [0] + [int(i) for i in indices_or_sections] + [total]
        else:
            count = int(indices_or_sections)
            if count <= 0:
                raise ValueError('number sections must be larger than 0.')
            each, extra = divmod(total, count)
            places = [0]
            for i in range(count):
                places.append(places[-1] + each + (1 if i < extra else 0))
        before = (slice(None),) * axis
        return [ary[before + (slice(start, end),)] for start, end in zip(places, places[1:])]


    def split(ary, indices_or_sections, axis=0):
        if not hasattr(indices_or_sections, '__len__'):
            if np.asarray(ary).shape[axis] % indices_or_sections:
                raise ValueError('array split does not result in an equal division')
        return array_split(ary, indices_or_sections, axis)


    def hsplit(ary, indices_or_sections):
        ary = np.asarray(ary)
        if ary.ndim == 0:
            raise ValueError('hsplit only works on arrays of 1 or more dimensions')
        return split(ary, indices_or_sections, 1 if ary.ndim > 1 else 0)


    def vsplit(ary, indices_or_sections):
        if np.asarray(ary).ndim < 2:
            raise ValueError('vsplit only works on arrays of 2 or more dimensions')
        return split(ary, indices_or_sections, 0)


    def dsplit(ary, indices_or_sections):
        if np.asarray(ary).ndim < 3:
            raise ValueError('dsplit only works on arrays of 3 or more dimensions')
        return split(ary, indices_or_sections, 2)


    def unstack(x, /, *, axis=0):
        return tuple(moveaxis(np.asarray(x), axis, 0))


    def moveaxis(a, source, destination):
        a = np.asarray(a)
        source = [_axis(s, a.ndim) for s in (source if hasattr(source, '__len__') else [source])]
        destination = [_axis(d, a.ndim) for d in (destination if hasattr(destination, '__len__') else [destination])]
        if len(source) != len(destination):
            raise ValueError('`source` and `destination` arguments must have the same number of elements')
        order = [n for n in range(a.ndim) if n not in source]
        for where, which in sorted(zip(destination, source)):
            order.insert(where, which)
        return a.transpose(order)


    def rollaxis(a, axis, start=0):
        a = np.asarray(a)
        axis = _axis(axis, a.ndim)
        start = start + a.ndim if start < 0 else start
        return moveaxis(a, axis, start - 1 if axis < start else start)


    def flip(m, axis=None):
        m = np.asarray(m)
        return np._flip(m, axis)


    def flipud(m):
        m = np.asarray(m)
        if m.ndim < 1:
            raise ValueError('Input must be >= 1-d.')
        return m[::-1, ...]


    def fliplr(m):
        m = np.asarray(m)
        if m.ndim < 2:
            raise ValueError('Input must be >= 2-d.')
        return m[:, ::-1]


    def rot90(m, k=1, axes=(0, 1)):
        m = np.asarray(m)
        first, second = axes
        k %= 4
        if k == 0:
            return m[:]
        if k == 2:
            return flip(flip(m, first), second)
        order = list(range(m.ndim))
        order[first], order[second] = order[second], order[first]
        return flip(m, second).transpose(order) if k == 1 else flip(m.transpose(order), second)


    def roll(a, shift, axis=None):
        a = np.asarray(a)
        if axis is None:
            return roll(a.ravel(), shift, 0).reshape(a.shape)
        axes = axis if hasattr(axis, '__len__') else [axis]
        shifts = shift if hasattr(shift, '__len__') else [shift] * len(axes)
        for places, dim in zip(shifts, axes):
            dim = _axis(dim, a.ndim)
            n = a.shape[dim]
            if n:
                cut = (n - places % n) % n
                before = (slice(None),) * dim
                a = np.concatenate([a[before + (slice(cut, None),)], a[before + (slice(None, cut),)]], axis=dim)
        return a


    def tile(A, reps):
        A = np.asarray(A)
        reps = tuple(reps) if hasattr(reps, '__len__') else (reps,)
        reps = (1,) * (A.ndim - len(reps)) + reps
        result = A.reshape((1,) * (len(reps) - A.ndim) + A.shape)
        for dim, count in enumerate(reps):
            if count != 1:
                result = np.concatenate([result] * count, axis=dim) if count else result[(slice(None),) * dim + (slice(0, 0),)]
        return result.copy() if result is A or result.shape == A.shape else result


    def repeat(a, repeats, axis=None):
        a = np.asarray(a)
        if axis is None:
            a, axis = a.ravel(), 0
        axis = _axis(axis, a.ndim)
        n = a.shape[axis]
        counts = np.asarray(repeats).ravel()
        if counts.size == 1:
            counts = np.full(n, int(counts[0]))
        if counts.size != n:
            raise ValueError('operands could not be broadcast together with shape (%d,) (%d,)' % (n, counts.size))
        if counts.size and int(counts.min()) < 0:
            raise ValueError('repeats may not contain negative values.')
        places = []
        for place, count in enumerate(counts.tolist()):
            places.extend([place] * count)
        return a[(slice(None),) * axis + (np.array(places, dtype=int),)]


    def append(arr, values, axis=None):
        arr = np.asanyarray(arr)
        if axis is None:
            return np.concatenate((arr.ravel(), np.asarray(values).ravel()), axis=0)
        return np.concatenate((arr, np.asarray(values)), axis=axis)


    def delete(arr, obj, axis=None):
        arr = np.asarray(arr)
        if axis is None:
            arr, axis = arr.ravel(), 0
        axis = _axis(axis, arr.ndim)
        n = arr.shape[axis]
        keep = np.ones(n, dtype=bool)
        if isinstance(obj, slice):
            keep[obj] = False
        else:
            obj = np.asarray(obj)
            if obj.dtype == bool:
                keep[obj] = False
            else:
                for place in obj.ravel().tolist():
                    if not -n <= place < n:
                        raise IndexError('index %d is out of bounds for axis %d with size %d' % (place, axis, n))
                    keep[int(place)] = False
        return arr[(slice(None),) * axis + (keep,)]


    def insert(arr, obj, values, axis=None):
        arr = np.asarray(arr)
        if axis is None:
            arr, axis = arr.ravel(), 0
        axis = _axis(axis, arr.ndim)
        n = arr.shape[axis]
        before = (slice(None),) * axis
        if isinstance(obj, slice):
            obj = np.arange(*obj.indices(n))
        places = np.asarray(obj)
        if places.size == 1:
            place = int(places.reshape(-1)[0])
            if not -n <= place <= n:
                raise IndexError('index %d is out of bounds for axis %d with size %d' % (place, axis, n))
            place = place + n if place < 0 else place
            values = np.array(values, dtype=arr.dtype, ndmin=arr.ndim)
            if places.ndim == 0:
                values = moveaxis(values, 0, axis)
            count = values.shape[axis]
            shape = arr.shape[:axis] + (count,) + arr.shape[axis + 1:]
            values = np.broadcast_to(values, shape)
            return np.concatenate([arr[before + (slice(None, place),)], values, arr[before + (slice(place, None),)]], axis=axis)
        order = [(int(p) + n if p < 0 else int(p), k) for k, p in enumerate(places.ravel().tolist())]
        result = np.empty(arr.shape[:axis] + (n + len(order),) + arr.shape[axis + 1:], dtype=arr.dtype)
        new = np.zeros(n + len(order), dtype=bool)
        slots = [0] * len(order)
        for shift, (place, k) in enumerate(sorted(order)):
            slots[k] = place + shift
            new[place + shift] = True
        result[before + (np.array(slots),)] = values
        result[before + (~new,)] = arr
        return result


    def resize(a, new_shape):
        new_shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
        a = np.ravel(a)
        total = 1
        for n in new_shape:
            if n < 0:
                raise ValueError('all elements of `new_shape` must be non-negative')
            total *= n
        if a.size == 0 or total == 0:
            return np.zeros(new_shape, dtype=a.dtype)
        return tile(a, -(-total // a.size))[:total].reshape(new_shape)


    def broadcast_arrays(*args, subok=False):
        arrays = [np.asarray(a) for a in args]
        shape = broadcast_shapes(*[a.shape for a in arrays])
        return tuple(np.broadcast_to(a, shape) for a in arrays)


    def broadcast_shapes(*args):
        shapes = [(s,) if isinstance(s, int) else tuple(s) for s in args]
        rank = max([len(s) for s in shapes] + [0])
        result = [1] * rank
        for shape in shapes:
            for place, n in enumerate(shape, rank - len(shape)):
                if n != 1:
                    if result[place] not in (1, n):
                        raise ValueError('shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape %s and arg %d with shape %s.' % (shapes[0], shapes.index(shape), shape))
                    result[place] = n
        return tuple(result)


    def take(a, indices, axis=None, out=None, mode='raise'):
        a = np.asarray(a)
        if axis is None:
            a, axis = a.ravel(), 0
        axis = _axis(axis, a.ndim)
        indices = np.asarray(indices)
        if mode == 'wrap':
            indices = indices % a.shape[axis]
        elif mode == 'clip':
            indices = np.clip(indices, 0, a.shape[axis] - 1)
        result = a[(slice(None),) * axis + (indices,)]
        if out is not None:
            out[...] = result
            return out
        return result


    def put(a, ind, v, mode='raise'):
        ind = np.asarray(ind).ravel()
        v = np.asarray(v).ravel()
        flat = a.reshape(-1)
        flat[ind] = np.resize(v, ind.shape)
        if not np.shares_memory(flat, a):
            a[...] = flat.reshape(a.shape)


    def take_along_axis(arr, indices, axis=-1):
        arr, indices = np.asarray(arr), np.asarray(indices)
        if axis is None:
            arr, axis = arr.ravel(), 0
        return arr[_along(arr, indices, _axis(axis, arr.ndim))]


    def put_along_axis(arr, indices, values, axis):
        arr[_along(arr, np.asarray(indices), _axis(axis, arr.ndim))] = values


    def _along(arr, indices, axis):
        if indices.ndim != arr.ndim:
            raise ValueError('`indices` and `arr` must have the same number of dimensions')
        index = []
        for dim, n in enumerate(arr.shape):
            index.append(indices if dim == axis else np.arange(n).reshape((1,) * dim + (-1,) + (1,) * (arr.ndim - dim - 1)))
        return tuple(index)


    def choose(a, choices, out=None, mode='raise'):
        a = np.asarray(a)
        choices = np.broadcast_arrays(a, *choices)[1:]
        result = np.zeros_like(choices[0])
        for number, choice in enumerate(choices):
            result = np.where(a == number, choice, result)
        return result


    def compress(condition, a, axis=None, out=None):
        a = np.asarray(a)
        if axis is None:
            a, axis = a.ravel(), 0
        return np.take(a, np.flatnonzero(condition), axis)


    def extract(condition, arr):
        return np.ravel(arr)[np.ravel(np.asarray(condition)).astype(bool)]


    def place(arr, mask, vals):
        mask = np.asarray(mask, dtype=bool)
        arr[mask] = np.resize(vals, (int(mask.sum()),))


    def diagonal(a, offset=0, axis1=0, axis2=1):
        a = np.asarray(a)
        if a.ndim < 2:
            raise ValueError('diag requires an array of at least two dimensions')
        a = moveaxis(a, (axis1, axis2), (-2, -1))
        rows, columns = a.shape[-2:]
        count = max(0, min(rows, columns - offset) if offset >= 0 else min(rows + offset, columns))
        k = np.arange(count)
        return a[..., k + max(-offset, 0), k + max(offset, 0)]


    def diag(v, k=0):
        v = np.asanyarray(v)
        if v.ndim == 1:
            n = len(v) + abs(k)
            result = np.zeros((n, n), dtype=v.dtype)
            places = np.arange(len(v))
            result[places + max(-k, 0), places + max(k, 0)] = v
            return result
        if v.ndim == 2:
            return diagonal(v, k).copy()
        raise ValueError('Input must be 1- or 2-d.')


    def diagflat(v, k=0):
        return diag(np.ravel(v), k)


    def fill_diagonal(a, val, wrap=False):
        n = min(a.shape)
        places = np.arange(n)
        a[(places,) * a.ndim] = val


    def tri(N, M=None, k=0, dtype=float):
        M = N if M is None else M
        return (np.arange(N)[:, np.newaxis] >= np.arange(-k, M - k)).astype(dtype)


    def tril(m, k=0):
        m = np.asanyarray(m)
        return np.where(tri(*m.shape[-2:], k=k, dtype=bool), m, np.zeros(1, m.dtype))


    def triu(m, k=0):
        m = np.asanyarray(m)
        return np.where(tri(*m.shape[-2:], k=k - 1, dtype=bool), np.zeros(1, m.dtype), m)


    def tril_indices(n, k=0, m=None):
        return np.nonzero(tri(n, m, k, bool))


    def triu_indices(n, k=0, m=None):
        return np.nonzero(~tri(n, m, k - 1, bool))


    def diag_indices(n, ndim=2):
        return (np.arange(n),) * ndim


    def eye(N, M=None, k=0, dtype=float, order='C'):
        N = _index(N)
        M = N if M is None else _index(M)
        if N < 0 or M < 0:
            raise ValueError('negative dimensions are not allowed')
        return (np.arange(N)[:, np.newaxis] + k == np.arange(M)).astype(dtype)


    def identity(n, dtype=None):
        return eye(n, dtype=float if dtype is None else dtype)


    def pad(array, pad_width, mode='constant', **options):
        array = np.asarray(array)
        widths = np.broadcast_to(np.asarray(pad_width), (array.ndim, 2)).tolist() if np.asarray(pad_width).shape != (1,) else [[int(np.asarray(pad_width)[0])] * 2] * array.ndim
        if mode == 'constant':
            values = np.broadcast_to(np.asarray(options.pop('constant_values', 0)), (array.ndim, 2)).tolist()
            for dim, (before, after) in enumerate(widths):
                parts = []
                for n, value in zip((before, after), values[dim]):
                    shape = array.shape[:dim] + (n,) + array.shape[dim + 1:]
                    parts.append(np.full(shape, value).astype(array.dtype))
                array = np.concatenate([parts[0], array, parts[1]], axis=dim)
            return array
        if mode not in ('edge', 'reflect', 'symmetric', 'wrap'):
            raise ValueError("mode '%s' is not supported" % mode)
        for dim, (before, after) in enumerate(widths):
            n = array.shape[dim]
            if n == 0 and (before or after):
                raise ValueError("can't extend empty axis %d using modes other than 'constant' or 'empty'" % dim)
            places = np.arange(-before, n + after)
            if mode == 'edge':
                places = np.clip(places, 0, n - 1)
            elif mode == 'wrap':
                places = places % n
            elif mode == 'reflect':
                period = max(2 * (n - 1), 1)
                places = places % period
                places = np.where(places >= n, period - places, places) if n > 1 else places * 0
            else:
                places = places % (2 * n)
                places = np.where(places >= n, 2 * n - 1 - places, places)
            array = np.take(array, places, axis=dim)
        return array
    """#
}
