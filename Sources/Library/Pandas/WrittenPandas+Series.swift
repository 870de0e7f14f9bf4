extension WrittenPandas {
  /// `pandas._series`: one column with labels.
  static let series = #"""
    """One column with labels."""
    import numpy as np
    from pandas._index import Index, RangeIndex, as_index, is_null, kind_of, missing
    from pandas import _text


    def _array(values, kind):
        if kind in ('str', 'object'):
            result = np.empty(len(values), dtype=object)
            for place, value in enumerate(values):
                result[place] = float('nan') if value is None and kind == 'str' else value
            return result
        if kind == 'float64':
            values = [float('nan') if v is None else v for v in values]
        return np.array(values, dtype=kind)


    class Series:
        """Values of one type with labels."""

        def __init__(self, data=None, index=None, dtype=None, name=None, copy=None):
            if isinstance(data, dict):
                index = list(data) if index is None else index
                data = [data.get(label, float('nan')) for label in index]
            elif isinstance(data, Series):
                index, name = data.index if index is None else index, data.name if name is None else name
                kind, data = data.dtype_name, data.values
                dtype = kind if dtype is None else dtype
            elif data is None:
                data = []
            elif not hasattr(data, '__len__') or isinstance(data, str):
                data = [data] * (1 if index is None else len(index))
            if isinstance(data, np.ndarray) and data.ndim != 1:
                raise ValueError('Data must be 1-dimensional, got ndarray of shape %s instead' % (data.shape,))
            kind = _kind_name(dtype) if dtype is not None else str(data.dtype) if isinstance(data, np.ndarray) and data.dtype.kind in 'iufb' else None
            if isinstance(data, np.ndarray) and kind == str(data.dtype):
                self.values = data
            else:
                items = data.tolist() if hasattr(data, 'tolist') else list(data)
                kind = kind or kind_of(items)
                self.values = _array(items, kind)
            self.dtype_name = kind
            self.index = as_index(index, len(self.values))
            self.name = name

        @property
        def dtype(self):
            return self.dtype_name if self.dtype_name in ('str',) else np.dtype(self.dtype_name)

        shape = property(lambda self: self.values.shape)
        size = property(lambda self: self.values.size)
        ndim = property(lambda self: 1)
        iloc = property(lambda self: _Positions(self))
        loc = property(lambda self: _Labels(self))
        empty = property(lambda self: len(self.values) == 0)
        str = property(lambda self: _Texts(self))

        def __len__(self):
            return len(self.values)

        def __iter__(self):
            return iter(self.tolist())

        def __contains__(self, label):
            return label in self.index

        def __repr__(self):
            return _text.series(self)

        def to_string(self, *args, **options):
            return _text.series(self, limit=0, footer=False)

        def __array__(self, dtype=None, copy=None):
            return self.values if dtype is None else self.values.astype(dtype)

        def to_numpy(self, dtype=None, copy=False):
            return np.array(self.values) if dtype is None else self.values.astype(dtype)

        def tolist(self):
            return self.values.tolist()

        to_list = tolist

        def __getattr__(self, name):
            if name.startswith('_'):
                raise AttributeError("'Series' object has no attribute '%s'" % name)
            if name in _absent:
                missing('Series.' + name)
            raise AttributeError("'Series' object has no attribute '%s' (Lectern has a small part of pandas)" % name)

        def _with(self, values, index=None, kind=None, name=True):
            return Series(values, self.index if index is None else index, dtype=kind, name=self.name if name is True else name)

        def _picked(self, places):
            places = np.asarray(places)
            if places.size == 0 and places.dtype != bool:
                places = places.astype(int)
            index = self.index[places]
            return Series(self.values[places], index, dtype=self.dtype_name, name=self.name)

        def __getitem__(self, key):
            if isinstance(key, slice):
                index = self.index[key]
                return Series(self.values[key], index, dtype=self.dtype_name, name=self.name)
            if isinstance(key, (Series, np.ndarray, list)):
                array = np.asarray(key.values if isinstance(key, Series) else key)
                return self._picked(array) if array.dtype == bool else self.loc[key]
            return self.loc[key]

        def __setitem__(self, key, value):
            self.loc[key] = value

        def _other(self, other):
            if isinstance(other, Series):
                if not self.index.equals(other.index):
                    if len(self) == len(other) and sorted(self.index.tolist(), key=repr) == sorted(other.index.tolist(), key=repr):
                        return other.loc[self.index.tolist()].values
                    missing('Series arithmetic with other labels')
                return other.values
            return other

        def _arithmetic(self, other, operation):
            other = self._other(other)
            if self.dtype_name in ('str', 'object'):
                others = other.tolist() if isinstance(other, np.ndarray) else [other] * len(self)
                return self._with([float('nan') if is_null(a) or is_null(b) else operation(a, b) for a, b in zip(self.tolist(), others)])
            with np.errstate(divide='ignore', invalid='ignore', over='ignore'):
                return self._with(np.asarray(operation(self.values, other)))

        def _comparison(self, other, operation):
            other = self._other(other)
            if self.dtype_name in ('str', 'object'):
                others = other.tolist() if isinstance(other, np.ndarray) else [other] * len(self)
                return self._with(np.array([bool(operation(a, b)) if not is_null(a) and not is_null(b) else bool(operation(1, 2)) and not bool(operation(2, 1)) and bool(operation(1, 2)) and operation is _unequal
                                            for a, b in zip(self.tolist(), others)], dtype=bool))
            return self._with(np.asarray(operation(self.values, other)))

        __add__ = lambda self, other: self._arithmetic(other, lambda a, b: a + b)
        __radd__ = lambda self, other: self._arithmetic(other, lambda a, b: b + a)
        __sub__ = lambda self, other: self._arithmetic(other, lambda a, b: a - b)
        __rsub__ = lambda self, other: self._arithmetic(other, lambda a, b: b - a)
        __mul__ = lambda self, other: self._arithmetic(other, lambda a, b: a * b)
        __rmul__ = lambda self, other: self._arithmetic(other, lambda a, b: b * a)
        __truediv__ = lambda self, other: self._arithmetic(other, lambda a, b: a / b)
        __rtruediv__ = lambda self, other: self._arithmetic(other, lambda a, b: b / a)
        __floordiv__ = lambda self, other: self._arithmetic(other, lambda a, b: a // b)
        __mod__ = lambda self, other: self._arithmetic(other, lambda a, b: a % b)
        __pow__ = lambda self, other: self._arithmetic(other, lambda a, b: a ** b)
        __and__ = lambda self, other: self._arithmetic(other, lambda a, b: a & b)
        __or__ = lambda self, other: self._arithmetic(other, lambda a, b: a | b)
        __invert__ = lambda self: self._with(~self.values)
        __neg__ = lambda self: self._with(-self.values)
        __abs__ = lambda self: self._with(np.abs(self.values))
        __eq__ = lambda self, other: self._comparison(other, lambda a, b: a == b)
        __ne__ = lambda self, other: self._comparison(other, _unequal)
        __lt__ = lambda self, other: self._comparison(other, lambda a, b: a < b)
        __le__ = lambda self, other: self._comparison(other, lambda a, b: a <= b)
        __gt__ = lambda self, other: self._comparison(other, lambda a, b: a > b)
        __ge__ = lambda self, other: self._comparison(other, lambda a, b: a >= b)
        abs = __abs__

        def __bool__(self):
            raise ValueError('The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().')

        def _present(self):
            return self.values[~self.isnull().values]

        def isnull(self):
            if self.dtype_name in ('str', 'object'):
                return self._with(np.array([is_null(v) for v in self.tolist()], dtype=bool))
            if self.values.dtype.kind == 'f':
                return self._with(np.isnan(self.values))
            return self._with(np.zeros(len(self), dtype=bool))

        isna = isnull

        def notnull(self):
            return ~self.isnull()

        notna = notnull

        def count(self):
            return len(self) - int(self.isnull().values.sum())

        def _numbers(self, name):
            if self.dtype_name in ('str', 'object'):
                raise TypeError("Cannot perform reduction '%s' with string dtype" % name)
            return self._present()

        def sum(self, axis=None, skipna=True, numeric_only=False):
            if self.dtype_name in ('str', 'object'):
                result = ''
                for value in self._present().tolist():
                    result = result + value if result != '' else value
                return result
            return self._numbers('sum').sum()

        def mean(self, axis=None, skipna=True, numeric_only=False):
            values = self._numbers('mean')
            return values.mean() if values.size else float('nan')

        def std(self, axis=None, skipna=True, ddof=1, numeric_only=False):
            values = self._numbers('std')
            return np.sqrt(self.var(ddof=ddof)) if values.size > ddof else float('nan')

        def var(self, axis=None, skipna=True, ddof=1, numeric_only=False):
            values = self._numbers('var')
            return values.astype(float).var(ddof=ddof) if values.size > ddof else float('nan')

        def min(self, axis=None, skipna=True, numeric_only=False):
            values = self._present()
            return min(values.tolist()) if self.dtype_name in ('str', 'object') else values.min() if values.size else float('nan')

        def max(self, axis=None, skipna=True, numeric_only=False):
            values = self._present()
            return max(values.tolist()) if self.dtype_name in ('str', 'object') else values.max() if values.size else float('nan')

        def median(self, axis=None, skipna=True, numeric_only=False):
            return np.median(self._numbers('median'))

        def quantile(self, q=0.5):
            result = np.quantile(self._numbers('quantile'), q)
            return Series(result, Index(q), name=self.name) if hasattr(q, '__len__') else result

        def any(self):
            return bool(np.any(self.values))

        def all(self):
            return bool(np.all(self.values))

        def argmax(self):
            return int(self.values.argmax())

        def argmin(self):
            return int(self.values.argmin())

        def idxmax(self):
            return self.index[int(self.values.argmax())]

        def idxmin(self):
            return self.index[int(self.values.argmin())]

        def cumsum(self):
            return self._with(self.values.cumsum())

        def round(self, decimals=0):
            return self._with(np.round(self.values, decimals))

        def clip(self, lower=None, upper=None):
            return self._with(np.clip(self.values, lower, upper))

        def unique(self):
            seen = []
            for value in self.tolist():
                if not any(value == other or is_null(value) and is_null(other) for other in seen):
                    seen.append(value)
            return _array(seen, self.dtype_name)

        def nunique(self, dropna=True):
            return len(set(self._present().tolist()))

        def value_counts(self, normalize=False, sort=True, ascending=False, dropna=True):
            counts = {}
            for value in (self._present() if dropna else self.values).tolist():
                counts[value] = counts.get(value, 0) + 1
            pairs = list(counts.items())
            if sort:
                pairs.sort(key=lambda pair: pair[1] if ascending else -pair[1])
            index = Index([value for value, _ in pairs], self.dtype_name, self.name)
            total = sum(counts.values())
            values = [n / total for _, n in pairs] if normalize else [n for _, n in pairs]
            return Series(values, index, dtype='float64' if normalize else 'int64', name='proportion' if normalize else 'count')

        def describe(self):
            if self.dtype_name in ('str', 'object'):
                counts = self.value_counts()
                labels = ['count', 'unique', 'top', 'freq']
                values = [self.count(), len(counts)] + ([counts.index[0], int(counts.values[0])] if len(counts) else [float('nan')] * 2)
                return Series(values, labels, dtype='object', name=self.name)
            quarters = np.quantile(self._present(), [0.25, 0.5, 0.75]).tolist() if self.count() else [float('nan')] * 3
            values = [float(self.count()), self.mean(), self.std(), self.min()] + quarters + [self.max()]
            return Series([float(v) for v in values], ['count', 'mean', 'std', 'min', '25%', '50%', '75%', 'max'], name=self.name)

        def head(self, n=5):
            return self[:n] if n >= 0 else self[:len(self) + n]

        def tail(self, n=5):
            return self[max(len(self) - n, 0):]

        def astype(self, dtype):
            kind = _kind_name(dtype)
            if kind in ('str', 'object'):
                return self._with([v if is_null(v) or kind == 'object' else str_(v) for v in self.tolist()], kind=kind)
            if kind.startswith('int') and bool(self.isnull().values.any()):
                raise ValueError('Cannot convert non-finite values (NA or inf) to integer')
            return self._with(np.array(self.values.tolist(), dtype=kind) if self.dtype_name in ('str', 'object') else self.values.astype(kind), kind=kind)

        def fillna(self, value):
            nulls = self.isnull().values
            if self.dtype_name in ('str', 'object'):
                return self._with([value if null else v for v, null in zip(self.tolist(), nulls.tolist())])
            return self._with(np.where(nulls, value, self.values))

        def dropna(self):
            return self._picked(~self.isnull().values)

        def map(self, function):
            lookup = (lambda v: function.get(v, float('nan'))) if isinstance(function, dict) else function
            return self._with([lookup(v) for v in self.tolist()])

        def apply(self, function):
            return self.map(function)

        def isin(self, values):
            values = list(values)
            return self._with(np.array([v in values for v in self.tolist()], dtype=bool))

        def replace(self, old, new=None):
            table = old if isinstance(old, dict) else {old: new}
            return self._with([table.get(v, v) for v in self.tolist()])

        def sort_values(self, ascending=True):
            return self._picked(_order(self, ascending))

        def sort_index(self, ascending=True):
            labels = self.index.tolist()
            return self._picked(sorted(range(len(labels)), key=lambda p: labels[p], reverse=not ascending))

        def reset_index(self, drop=False):
            if drop:
                return Series(self.values, None, dtype=self.dtype_name, name=self.name)
            return self.to_frame(0 if self.name is None else None).reset_index()

        def to_frame(self, name=None):
            from pandas._frame import DataFrame
            name = name if name is not None else 0 if self.name is None else self.name
            return DataFrame({name: self}, index=self.index)

        def to_dict(self):
            return dict(zip(self.index.tolist(), self.tolist()))

        def items(self):
            return zip(self.index.tolist(), self.tolist())

        def keys(self):
            return self.index

        def copy(self, deep=True):
            return Series(np.array(self.values), self.index, dtype=self.dtype_name, name=self.name)

        def item(self):
            if len(self) != 1:
                raise ValueError('can only convert an array of size 1 to a Python scalar')
            return self.tolist()[0]

        def corr(self, other):
            return np.corrcoef(self.values.astype(float), other.values.astype(float))[0, 1]


    def str_(value):
        return '%s' % (value,)


    def _unequal(a, b):
        return a != b


    def _kind_name(dtype):
        if dtype in (str, 'str', 'string'):
            return 'str'
        if dtype in (object, 'object', 'O'):
            return 'object'
        return np.dtype(dtype).name


    def _order(s, ascending):
        values = s.tolist()
        places = [p for p in range(len(values)) if not is_null(values[p])]
        places.sort(key=lambda p: values[p], reverse=not ascending)
        if not ascending:
            # Equal values keep their order.
            places = sorted((p for p in range(len(values)) if not is_null(values[p])), key=lambda p: values[p])
            groups, result = {}, []
            for p in places:
                groups.setdefault(values[p], []).append(p)
            for value in sorted(groups, reverse=True):
                result += groups[value]
            places = result
        return places + [p for p in range(len(values)) if is_null(values[p])]


    class _Positions:
        def __init__(self, series):
            self.series = series

        def __getitem__(self, key):
            s = self.series
            if isinstance(key, (int, np.integer)):
                if not -len(s) <= key < len(s):
                    raise IndexError('single positional indexer is out-of-bounds')
                return s.values[key]
            if isinstance(key, slice):
                return s[key]
            return s._picked(np.asarray(key))

        def __setitem__(self, key, value):
            self.series.values[key] = value


    class _Labels:
        def __init__(self, series):
            self.series = series

        def _places(self, key):
            index = self.series.index
            if isinstance(key, Series):
                key = key.values
            if isinstance(key, slice):
                return slice_places(index, key)
            if isinstance(key, (list, np.ndarray, Index)):
                array = np.asarray(key)
                if array.dtype == bool:
                    return np.flatnonzero(array)
                return np.array([index.get_loc(label) for label in list(key)], dtype=int)
            return index.get_loc(key)

        def __getitem__(self, key):
            places = self._places(key)
            return self.series.values[places] if isinstance(places, int) else self.series._picked(places)

        def __setitem__(self, key, value):
            self.series.values[self._places(key)] = value.values if isinstance(value, Series) else value


    def slice_places(index, key):
        labels = index.tolist()
        start = 0 if key.start is None else index.get_loc(key.start) if key.start in labels else sum(1 for label in labels if label < key.start)
        stop = len(labels) if key.stop is None else index.get_loc(key.stop) + 1 if key.stop in labels else sum(1 for label in labels if label <= key.stop)
        return np.arange(start, stop)[::key.step or 1]


    class _Texts:
        """Methods of `str` on every element."""

        def __init__(self, series):
            self.series = series

        def __getattr__(self, name):
            if not hasattr('', name) and name not in ('contains', 'len'):
                raise AttributeError("'StringMethods' object has no attribute '%s'" % name)

            def each(*args, **options):
                if name == 'contains':
                    return self.series._with(np.array([not is_null(v) and args[0] in v for v in self.series.tolist()], dtype=bool))
                function = (lambda v: len(v)) if name == 'len' else (lambda v: getattr(v, name)(*args, **options))
                return self.series._with([v if is_null(v) else function(v) for v in self.series.tolist()])
            return each


    _absent = {'groupby', 'plot', 'rolling', 'resample', 'merge', 'interpolate', 'shift', 'rank', 'cat', 'dt', 'hist', 'sample', 'diff', 'pct_change'}
    """#
}
