extension WrittenNumPy {
  /// `numpy._settings`: printing, error states, and facts about types.
  static let settings = #"""
    """Printing, error states, and facts about types."""
    import numpy as np


    def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
                         infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None):
        options = {'precision': precision, 'threshold': threshold, 'edgeitems': edgeitems, 'linewidth': linewidth,
                   'suppress': suppress, 'nanstr': nanstr, 'infstr': infstr, 'sign': sign, 'floatmode': floatmode}
        for name, value in options.items():
            if value is not None:
                np._set_print_option(name, value)
        np._set_print_option('formatter', formatter)


    class printoptions:
        """Print options for a `with` statement."""

        def __init__(self, *args, **options):
            self.options = options

        def __enter__(self):
            self.old = np.get_printoptions()
            set_printoptions(**self.options)
            return np.get_printoptions()

        def __exit__(self, *error):
            for name, value in self.old.items():
                if name not in ('legacy', 'override_repr'):
                    np._set_print_option(name, value)


    def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, formatter=None,
                     threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None):
        options = {'linewidth': max_line_width, 'precision': precision, 'suppress': suppress_small, 'formatter': formatter,
                   'threshold': threshold, 'edgeitems': edgeitems, 'sign': sign, 'floatmode': floatmode}
        options = {name: value for name, value in options.items() if value is not None}
        return np._array_text(a, options, 'body', separator, prefix, suffix)


    def _own(max_line_width, precision, suppress_small):
        options = {'linewidth': max_line_width, 'precision': precision, 'suppress': suppress_small}
        return {name: value for name, value in options.items() if value is not None}


    def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
        return np._array_text(arr, _own(max_line_width, precision, suppress_small), 'repr', '', '', '')


    def array_str(a, max_line_width=None, precision=None, suppress_small=None):
        return np._array_text(a, _own(max_line_width, precision, suppress_small), 'str', '', '', '')


    class errstate:
        """What follows from results that are not finite, for a `with` statement or a function."""

        def __init__(self, **modes):
            self.modes = modes

        def __enter__(self):
            self.old = np.seterr(**self.modes)

        def __exit__(self, *error):
            np.seterr(**self.old)

        def __call__(self, function):
            def wrapped(*args, **options):
                with errstate(**self.modes):
                    return function(*args, **options)
            return wrapped


    class iinfo:
        """The limits of an integer type."""

        def __init__(self, type):
            self.dtype = np.asarray(type).dtype if not isinstance(type, (str, np.dtype)) and not callable(type) else np.dtype(type)
            if self.dtype.kind not in 'iu':
                raise ValueError("Invalid integer data type '%s'." % self.dtype.kind)
            self.kind = self.dtype.kind
            self.bits = self.dtype.itemsize * 8
            self.min = 0 if self.kind == 'u' else -(1 << (self.bits - 1))
            self.max = (1 << self.bits) - 1 if self.kind == 'u' else (1 << (self.bits - 1)) - 1

        def __repr__(self):
            return 'iinfo(min=%s, max=%s, dtype=%s)' % (self.min, self.max, self.dtype)


    class finfo:
        """The limits of a floating-point type."""

        def __init__(self, dtype):
            self.dtype = np.asarray(dtype).dtype if not isinstance(dtype, (str, np.dtype)) and not callable(dtype) else np.dtype(dtype)
            if self.dtype.kind != 'f':
                raise ValueError('data type %r not inexact' % (dtype,))
            scalar = self.dtype.type
            self.bits = self.dtype.itemsize * 8
            digits, low, high = (23, -126, 127) if self.bits == 32 else (52, -1022, 1023)
            self.eps = scalar(2.0 ** -digits)
            self.epsneg = scalar(2.0 ** (-digits - 1))
            self.max = scalar((2.0 - 2.0 ** -digits) * 2.0 ** high)
            self.min = scalar(-(2.0 - 2.0 ** -digits) * 2.0 ** high)
            self.tiny = scalar(2.0 ** low)
            self.smallest_normal = self.tiny
            self.smallest_subnormal = scalar(2.0 ** (low - digits))
            self.precision = 6 if self.bits == 32 else 15
            self.resolution = scalar(10.0 ** -self.precision)
            self.nmant, self.minexp, self.maxexp = digits, low, high + 1

        def __repr__(self):
            return 'finfo(resolution=%s, min=%s, max=%s, dtype=%s)' % (self.resolution, self.min, self.max, self.dtype)


    def _class(kind):
        if isinstance(kind, type) and issubclass(kind, np.generic):
            return kind
        if kind is object:
            return object
        return np.dtype(kind).type


    def issubdtype(arg1, arg2):
        return issubclass(_class(arg1), _class(arg2))


    def promote_types(type1, type2):
        return np.result_type(np.dtype(type1), np.dtype(type2))


    def can_cast(from_, to, casting='safe'):
        from_, to = np.dtype(from_), np.dtype(to)
        if casting == 'unsafe':
            return True
        if casting in ('no', 'equiv'):
            return from_ == to
        if casting == 'same_kind' and 'buif'.index(from_.kind) <= 'buif'.index(to.kind):
            return True
        return np.result_type(from_, to) == to


    def isscalar(element):
        return isinstance(element, (np.generic, int, float, complex, str, bytes))


    def iterable(y):
        try:
            iter(y)
        except TypeError:
            return False
        return True


    def may_share_memory(a, b, /, max_work=None):
        return np.shares_memory(a, b)


    def require(a, dtype=None, requirements=None):
        return np.ascontiguousarray(a, dtype)


    def isfortran(a):
        return a.ndim > 1 and a.T.flags.c_contiguous and not a.flags.c_contiguous


    def set_string_function(*args, **options):
        raise NotImplementedError('numpy.set_string_function is not part of numpy any more')


    def show_config(mode='stdout'):
        print('Lectern: arrays over its own tensors')
    """#
}
