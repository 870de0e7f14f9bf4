extension WrittenNumPy {
  /// `numpy.testing`: checks for tests of numerical code.
  static let testing = #"""
    """Checks for tests of numerical code."""
    import numpy as np


    def _fail(title, note, actual, desired, lines):
        text = ['', title] if not note else ['', title, note]
        text += lines
        text += [' ACTUAL: %s' % _shown(actual), ' DESIRED: %s' % _shown(desired)]
        raise AssertionError('\n'.join(text))


    def _shown(value):
        return repr(value)


    def _compare(actual, desired, title, same, err_msg, with_difference=True):
        a, b = np.asarray(actual), np.asarray(desired)
        if a.ndim and b.ndim and a.shape != b.shape:
            raise AssertionError('\n%s\n%s\n(shapes %s, %s mismatch)\n ACTUAL: %r\n DESIRED: %r' % (title, err_msg, a.shape, b.shape, a, b))
        matches = np.asarray(same(a, b))
        if bool(matches.all()):
            return
        wrong, total = int((~matches).sum()), matches.size
        lines = [title] + ([err_msg] if err_msg else [])
        lines.append('Mismatched elements: %d / %d (%.3g%%)' % (wrong, total, 100 * wrong / total))
        if with_difference and a.dtype.kind in 'iufb' and b.dtype.kind in 'iufb':
            difference = np.abs(np.asarray(a, dtype=float) - np.asarray(b, dtype=float))
            lines.append('Max absolute difference among violations: %s' % difference[~np.broadcast_to(matches, difference.shape)].max())
            base = np.broadcast_to(np.abs(np.asarray(b, dtype=float)), difference.shape)
            with np.errstate(divide='ignore', invalid='ignore'):
                relative = (difference / base)[~np.broadcast_to(matches, difference.shape)]
            lines.append('Max relative difference among violations: %s' % relative.max())
        lines += [' ACTUAL: %r' % (a,), ' DESIRED: %r' % (b,)]
        raise AssertionError('\n' + '\n'.join(lines))


    def _equal(a, b):
        same = a == b
        if a.dtype.kind == 'f' and b.dtype.kind == 'f':
            same = same | (np.isnan(a) & np.isnan(b))
        return same


    def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True, *, strict=False):
        title = 'Not equal to tolerance rtol=%g, atol=%g' % (rtol, atol)
        _compare(actual, desired, title, lambda a, b: np.isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan), err_msg)


    def assert_array_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
        _compare(actual, desired, 'Arrays are not equal', _equal, err_msg)


    def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
        if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray) or isinstance(actual, (list, tuple)):
            return assert_array_almost_equal(actual, desired, decimal, err_msg)
        if not abs(desired - actual) < 1.5 * 10.0 ** -decimal:
            raise AssertionError('\nArrays are not almost equal to %d decimals%s\n ACTUAL: %r\n DESIRED: %r'
                                 % (decimal, '\n' + err_msg if err_msg else '', actual, desired))


    def assert_array_almost_equal(actual, desired, decimal=6, err_msg='', verbose=True):
        _compare(actual, desired, 'Arrays are not almost equal to %d decimals' % decimal,
                 lambda a, b: _equal(a, b) | (np.abs(a - b) < 1.5 * 10.0 ** -decimal), err_msg)


    def assert_array_less(x, y, err_msg='', verbose=True, *, strict=False):
        _compare(x, y, 'Arrays are not strictly ordered `x < y`', lambda a, b: a < b, err_msg)


    def assert_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
        if isinstance(desired, dict):
            if not isinstance(actual, dict):
                raise AssertionError(repr(type(actual)))
            assert_equal(len(actual), len(desired), err_msg)
            for key in desired:
                if key not in actual:
                    raise AssertionError(repr(key))
                assert_equal(actual[key], desired[key], 'key=%r\n%s' % (key, err_msg))
            return
        if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
            assert_equal(len(actual), len(desired), err_msg)
            for number, (a, b) in enumerate(zip(actual, desired)):
                assert_equal(a, b, 'item=%r\n%s' % (number, err_msg))
            return
        if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
            return assert_array_equal(actual, desired, err_msg)
        if not (actual == desired or actual != actual and desired != desired):
            raise AssertionError('\nItems are not equal:%s\n ACTUAL: %r\n DESIRED: %r' % ('\n' + err_msg if err_msg else '', actual, desired))


    def assert_(val, msg=''):
        if not val:
            raise AssertionError(msg() if callable(msg) else msg)


    class _Raises:
        def __init__(self, expected):
            self.expected = expected

        def __enter__(self):
            return self

        def __exit__(self, kind, value, traceback):
            if kind is None:
                raise AssertionError('%s not raised' % self.expected.__name__)
            return issubclass(kind, self.expected)


    def assert_raises(exception_class, *args, **options):
        if not args:
            return _Raises(exception_class)
        with _Raises(exception_class):
            args[0](*args[1:], **options)
    """#
}
