extension WrittenNumPy {
  /// `numpy.linalg`: linear algebra of small dense matrices.
  static let linalg = #"""
    """Linear algebra of small dense matrices."""
    import numpy as np

    LinAlgError = np._LinAlgError


    def _square(a):
        a = np.asarray(a)
        if a.ndim < 2:
            raise LinAlgError('%d-dimensional array given. Array must be at least two-dimensional' % a.ndim)
        if a.shape[-1] != a.shape[-2]:
            raise LinAlgError('Last 2 dimensions of the array must be square')
        return a


    def _matrix(a):
        a = np.asarray(a)
        if a.ndim < 2:
            raise LinAlgError('%d-dimensional array given. Array must be at least two-dimensional' % a.ndim)
        return a


    def _kind(*arrays):
        return np.float32 if all(a.dtype == np.float32 for a in arrays) else np.float64


    def _each(a, function):
        """The function of every matrix of a stack, joined again."""
        if a.ndim == 2:
            return function(a)
        results = [function(m) for m in a.reshape((-1,) + a.shape[-2:])]
        if isinstance(results[0], tuple):
            return tuple(np.array(part).reshape(a.shape[:-2] + np.shape(part[0])) for part in zip(*results))
        return np.array(results).reshape(a.shape[:-2] + np.shape(results[0]))


    def det(a):
        a = _square(a)
        return _each(a, np._det) if _kind(a) == np.float64 else np.asarray(_each(a, np._det)).astype(np.float32)[()]


    class SlogdetResult(tuple):
        sign = property(lambda self: self[0])
        logabsdet = property(lambda self: self[1])

        def __repr__(self):
            return 'SlogdetResult(sign=%r, logabsdet=%r)' % tuple(self)


    def slogdet(a):
        return SlogdetResult(_each(_square(a), np._slogdet))


    def solve(a, b):
        a, b = _square(a), np.asarray(b)
        if a.ndim == 2:
            if b.ndim == 0 or b.shape[0] != a.shape[0]:
                raise ValueError('solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size %d is different from %d)'
                                 % (b.shape[0], a.shape[0]) if b.ndim == 1 else 'solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) (size %d is different from %d)'
                                 % (b.shape[0] if b.ndim else 0, a.shape[0]))
            result = np._solve(a, b.reshape(b.shape[0], -1)).reshape(b.shape)
            return result.astype(_kind(a, b))
        b = np.broadcast_to(b, a.shape[:-2] + b.shape[-2:])
        pairs = zip(a.reshape((-1,) + a.shape[-2:]), b.reshape((-1,) + b.shape[-2:]))
        return np.array([np._solve(m, v) for m, v in pairs]).reshape(b.shape)


    def inv(a):
        a = _square(a)
        return _each(a, lambda m: np._solve(m, np.eye(m.shape[0]))).astype(_kind(a))


    class EighResult(tuple):
        eigenvalues = property(lambda self: self[0])
        eigenvectors = property(lambda self: self[1])

        def __repr__(self):
            return 'EighResult(eigenvalues=%r, eigenvectors=%r)' % tuple(self)


    def eigh(a, UPLO='L'):
        a = _square(a)
        values, vectors = _each(a if UPLO == 'L' else a.swapaxes(-1, -2), np._eigh)
        return EighResult((values.astype(_kind(a)), vectors.astype(_kind(a))))


    def eigvalsh(a, UPLO='L'):
        return eigh(a, UPLO)[0]


    class EigResult(EighResult):
        def __repr__(self):
            return 'EigResult(eigenvalues=%r, eigenvectors=%r)' % tuple(self)


    def eig(a):
        a = _square(a)
        if a.ndim == 2 and np.array_equal(a, a.T):
            return EigResult(eigh(a))
        raise NotImplementedError('numpy.linalg.eig takes symmetric matrices only in Lectern: others may have complex eigenvalues')


    def eigvals(a):
        return eig(a)[0]


    class SVDResult(tuple):
        U = property(lambda self: self[0])
        S = property(lambda self: self[1])
        Vh = property(lambda self: self[2])

        def __repr__(self):
            return 'SVDResult(U=%r, S=%r, Vh=%r)' % tuple(self)


    def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
        a = _matrix(a)
        kind = _kind(a)
        u, s, vt = _each(a, np._svd)
        if not compute_uv:
            return s.astype(kind)
        if full_matrices and a.ndim == 2:
            u, vt = _completed(u), _completed(vt.T).T
        return SVDResult((u.astype(kind), s.astype(kind), vt.astype(kind)))


    def _completed(q):
        """Further orthonormal columns until the matrix is square."""
        rows, columns = q.shape
        if rows == columns:
            return q
        rest, _ = np._qr(q)
        return np.concatenate([q, rest[:, columns:]], axis=1)


    def svdvals(x, /):
        return svd(x, compute_uv=False)


    def pinv(a, rcond=None, hermitian=False, *, rtol=None):
        a = _matrix(a)
        u, s, vt = svd(a, full_matrices=False)
        cutoff = (1e-15 if rcond is None else rcond) * s.max() if s.size else 0
        s = np.where(s > cutoff, 1 / np.where(s > cutoff, s, 1), 0)
        return np.matmul(vt.T * s, u.T)


    class QRResult(tuple):
        Q = property(lambda self: self[0])
        R = property(lambda self: self[1])

        def __repr__(self):
            return 'QRResult(Q=%r, R=%r)' % tuple(self)


    def qr(a, mode='reduced'):
        a = _matrix(a)
        kind = _kind(a)
        q, r = _each(a, np._qr)
        if mode == 'reduced':
            count = min(a.shape[-2:])
            q, r = q[..., :, :count], r[..., :count, :]
        elif mode == 'r':
            return r[..., :min(a.shape[-2:]), :].astype(kind)
        elif mode != 'complete':
            raise ValueError("Unrecognized mode '%s'" % mode)
        return QRResult((q.astype(kind), r.astype(kind)))


    def cholesky(a, /, *, upper=False):
        a = _square(a)
        result = _each(a, np._cholesky).astype(_kind(a))
        return result.swapaxes(-1, -2) if upper else result


    def lstsq(a, b, rcond=None):
        a, b = _matrix(a), np.asarray(b)
        if a.shape[0] != b.shape[0]:
            raise LinAlgError('Incompatible dimensions')
        m, n = a.shape
        u, s, vt = svd(a, full_matrices=False)
        cutoff = (np.finfo(s.dtype).eps * max(m, n) if rcond is None else rcond) * (s[0] if s.size else 0)
        rank = int((s > cutoff).sum())
        scaled = np.dot(u.T, b)[:rank]
        scaled = (scaled.T / s[:rank]).T
        x = np.dot(vt[:rank].T, scaled)
        rest = np.array([])
        if rank == n and m > n:
            distance = b - np.dot(a, x)
            rest = np.atleast_1d((distance * distance).sum(axis=0))
        return x, rest, rank, s


    def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
        A = np.asarray(A)
        if A.ndim < 2:
            return int(not np.all(A == 0))
        s = svd(A, compute_uv=False)
        if tol is None:
            tol = s.max(axis=-1, keepdims=True) * max(A.shape[-2:]) * np.finfo(s.dtype).eps
        return (s > tol).sum(axis=-1)


    def matrix_power(a, n):
        a = _square(a)
        if n < 0:
            a, n = inv(a), -n
        result = np.eye(a.shape[-1], dtype=a.dtype)
        while n:
            if n % 2:
                result = np.matmul(result, a)
            a = np.matmul(a, a)
            n //= 2
        return result


    def cond(x, p=None):
        x = np.asarray(x)
        if p is None or p == 2:
            s = svd(x, compute_uv=False)
            return s[..., 0] / s[..., -1]
        return norm(x, p) * norm(inv(x), p)


    def norm(x, ord=None, axis=None, keepdims=False):
        x = np.asarray(x)
        if x.dtype.kind != 'f':
            x = x.astype(float)
        if axis is None and (ord is None or ord in ('f', 'fro') and x.ndim == 2 or ord == 2 and x.ndim == 1):
            flat = x.ravel()
            result = np.sqrt(np.dot(flat, flat))
            return np.asarray(result).reshape((1,) * x.ndim) if keepdims else result
        if axis is None:
            axis = tuple(range(x.ndim))
            if len(axis) > 2:
                raise ValueError('Improper number of dimensions to norm.')
        axis = (axis,) if isinstance(axis, int) else tuple(axis)
        if len(axis) == 1:
            return _vector_norm(x, ord, axis[0], keepdims)
        if len(axis) != 2:
            raise ValueError('Improper number of dimensions to norm.')
        rows, columns = [a % x.ndim for a in axis]
        if ord is None or ord in ('fro', 'f'):
            return np.sqrt((x * x).sum(axis=axis, keepdims=keepdims))
        if ord in (1, -1, np.inf, -np.inf):
            first, second = (rows, columns) if ord in (1, -1) else (columns, rows)
            sums = np.abs(x).sum(axis=first, keepdims=True)
            result = sums.max(axis=second, keepdims=True) if ord > 0 else sums.min(axis=second, keepdims=True)
        elif ord in (2, -2, 'nuc'):
            s = svd(np.moveaxis(x, (rows, columns), (-2, -1)), compute_uv=False)
            result = s.sum(axis=-1) if ord == 'nuc' else s.max(axis=-1) if ord == 2 else s.min(axis=-1)
            result = np.expand_dims(np.asarray(result), tuple(sorted((rows, columns))))
        else:
            raise ValueError('Invalid norm order for matrices.')
        return result if keepdims else np.squeeze(result, (rows, columns))[()]


    def _vector_norm(x, ord, axis, keepdims):
        if ord is None or ord == 2:
            return np.sqrt((x * x).sum(axis=axis, keepdims=keepdims))
        if ord == np.inf:
            return np.abs(x).max(axis=axis, keepdims=keepdims)
        if ord == -np.inf:
            return np.abs(x).min(axis=axis, keepdims=keepdims)
        if ord == 0:
            return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
        if ord == 1:
            return np.abs(x).sum(axis=axis, keepdims=keepdims)
        if isinstance(ord, str):
            raise ValueError("Invalid norm order '%s' for vectors" % ord)
        return (np.abs(x) ** ord).sum(axis=axis, keepdims=keepdims) ** (1.0 / ord)


    def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
        x = np.asarray(x)
        return norm(x.ravel(), ord) if axis is None else norm(x, ord, axis, keepdims)


    def matrix_norm(x, /, *, keepdims=False, ord='fro'):
        return norm(x, ord, (-2, -1), keepdims)


    def multi_dot(arrays, *, out=None):
        result = arrays[0]
        for a in arrays[1:]:
            result = np.dot(result, a)
        return result


    def matmul(x1, x2, /):
        return np.matmul(x1, x2)


    def outer(x1, x2, /):
        return np.outer(x1, x2)


    def cross(x1, x2, /, *, axis=-1):
        return np.cross(x1, x2)


    def trace(x, /, *, offset=0, dtype=None):
        return np.trace(x, offset)


    def diagonal(x, /, *, offset=0):
        return np.diagonal(x, offset, -2, -1)


    def matrix_transpose(x, /):
        return np.asarray(x).swapaxes(-1, -2)


    def tensordot(x1, x2, /, *, axes=2):
        return np.tensordot(x1, x2, axes)
    """#
}
