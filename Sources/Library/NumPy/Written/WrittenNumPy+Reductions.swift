extension WrittenNumPy {
  /// `numpy._reductions`: reductions and methods of arrays as functions.
  static let reductions = #"""
    """Reductions and methods of arrays as functions."""
    import numpy as np


    def _reduction(name):
        def function(a, axis=None, dtype=None, out=None, keepdims=False, **options):
            a = np.asarray(a)
            options = {key: value for key, value in options.items() if value is not None}
            if dtype is not None:
                options['dtype'] = dtype
            if out is not None:
                options['out'] = out
            return getattr(a, name)(axis=axis, keepdims=keepdims, **options)
        function.__name__ = name
        return function


    sum = _reduction('sum')
    prod = _reduction('prod')
    mean = _reduction('mean')


    def _plain(name):
        def function(a, axis=None, out=None, keepdims=False, **options):
            a = np.asarray(a)
            if out is not None:
                options['out'] = out
            return getattr(a, name)(axis=axis, keepdims=keepdims, **options)
        function.__name__ = name
        return function


    max = _plain('max')
    min = _plain('min')
    amax = max
    amin = min
    all = _plain('all')
    any = _plain('any')
    argmax = _plain('argmax')
    argmin = _plain('argmin')


    def _spread(name):
        def function(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, correction=None):
            a = np.asarray(a)
            return getattr(a, name)(axis=axis, dtype=dtype, ddof=ddof if correction is None else correction, keepdims=keepdims)
        function.__name__ = name
        return function


    std = _spread('std')
    var = _spread('var')


    def cumsum(a, axis=None, dtype=None, out=None):
        return np.asarray(a).cumsum(axis=axis, dtype=dtype)


    def cumprod(a, axis=None, dtype=None, out=None):
        return np.asarray(a).cumprod(axis=axis, dtype=dtype)


    def sort(a, axis=-1, kind=None, order=None, *, stable=None):
        a = np.array(a).flatten() if axis is None else np.array(a)
        a.sort(axis=-1 if axis is None else axis)
        return a


    def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
        return np.asarray(a).argsort(axis=axis)


    def nonzero(a):
        return np.asarray(a).nonzero()


    def searchsorted(a, v, side='left', sorter=None):
        a = np.asarray(a)
        return (a if sorter is None else a[sorter]).searchsorted(v, side=side)


    def reshape(a, shape, order='C', *, copy=None):
        return np.asarray(a).reshape(shape, order=order)


    def ravel(a, order='C'):
        return np.asarray(a).ravel(order)


    def transpose(a, axes=None):
        return np.asarray(a).transpose(axes)


    permute_dims = transpose


    def swapaxes(a, axis1, axis2):
        return np.asarray(a).swapaxes(axis1, axis2)


    def squeeze(a, axis=None):
        return np.asarray(a).squeeze(axis)


    def copy(a, order='K', subok=False):
        return np.array(a)


    def astype(x, dtype, /, *, copy=True):
        return x.astype(dtype)


    def shape(a):
        return np.asarray(a).shape


    def ndim(a):
        return np.asarray(a).ndim


    def size(a, axis=None):
        a = np.asarray(a)
        return a.size if axis is None else a.shape[axis]


    def asscalar(a):
        return a.item()


    def ptp(a, axis=None, out=None, keepdims=False):
        a = np.asarray(a)
        return a.max(axis=axis, keepdims=keepdims) - a.min(axis=axis, keepdims=keepdims)


    def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None, **options):
        low = a_min if min is None else min
        high = a_max if max is None else max
        result = np.asarray(a)
        if low is not None:
            result = np.maximum(result, low)
        if high is not None:
            result = np.minimum(result, high)
        if result is a:
            result = result.copy()
        if out is not None:
            out[...] = result
            return out
        return result[()] if result.ndim == 0 else result


    def round(a, decimals=0, out=None):
        a = np.asarray(a)
        if a.dtype.kind in 'iu' and decimals >= 0:
            result = a.copy()
        elif a.dtype.kind in 'iu':
            factor = 10 ** -decimals
            result = (np.rint(a / factor) * factor).astype(a.dtype)
        elif a.dtype.kind == 'b':
            raise TypeError("ufunc 'rint' not supported for bool arrays in Lectern")
        elif decimals == 0:
            result = np.rint(a)
        elif decimals > 0:
            factor = a.dtype.type(10.0 ** decimals)
            result = np.rint(a * factor) / factor
        else:
            factor = a.dtype.type(10.0 ** -decimals)
            result = np.rint(a / factor) * factor
        if out is not None:
            out[...] = result
            return out
        result = np.asarray(result)
        return result[()] if result.ndim == 0 else result


    around = round
    round_ = round


    def fix(x, out=None):
        return np.trunc(x)


    def real(val):
        return np.asarray(val)[()]


    def conj(x):
        return np.asarray(x)[()]


    def isreal(x):
        return np.ones_like(np.asarray(x), dtype=bool)[()]


    def iscomplex(x):
        return np.zeros_like(np.asarray(x), dtype=bool)[()]


    def iscomplexobj(x):
        return False


    def isrealobj(x):
        return True


    def inner(a, b):
        a, b = np.asarray(a), np.asarray(b)
        if a.ndim == 0 or b.ndim == 0:
            return a * b
        if a.shape[-1] != b.shape[-1]:
            raise ValueError('shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)' % (
                str(a.shape).replace(' ', ''), str(b.shape).replace(' ', ''), a.shape[-1], a.ndim - 1, b.shape[-1], b.ndim - 1))
        return np.dot(a, np.moveaxis(b, -1, -2 if b.ndim > 1 else 0))


    def outer(a, b, out=None):
        return np.multiply(np.asarray(a).ravel()[:, np.newaxis], np.asarray(b).ravel()[np.newaxis, :])


    def vdot(a, b, /):
        return np.dot(np.asarray(a).ravel(), np.asarray(b).ravel())


    def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
        return np.diagonal(a, offset, axis1, axis2).sum(axis=-1, dtype=dtype)


    def count_nonzero(a, axis=None, *, keepdims=False):
        a = np.asarray(a)
        result = (a != 0).sum(axis=axis, keepdims=keepdims)
        return result
    """#
}
