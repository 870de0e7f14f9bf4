extension WrittenPandas {
  /// `pandas._frame`: tables: columns of one length under names.
  static let frame = #"""
    """Tables: columns of one length under names."""
    import numpy as np
    from pandas import _text
    from pandas._index import Index, RangeIndex, as_index, is_null, missing
    from pandas._series import Series, _order
    from pandas._access import Labels, Positions


    class DataFrame:
        """A table of columns with labels for its rows."""

        def __init__(self, data=None, index=None, columns=None, dtype=None, copy=None):
            columns = list(columns) if columns is not None else None
            if isinstance(data, DataFrame):
                index = data.index if index is None else index
                data = {name: data._data[name] for name in data.columns}
            if data is None:
                data = {name: [] for name in columns or []}
            if isinstance(data, Series):
                data = {0 if data.name is None else data.name: data}
            if isinstance(data, (list, tuple)) and data and isinstance(data[0], dict):
                names = columns or list({name: None for row in data for name in row})
                data = {name: [row.get(name, float('nan')) for row in data] for name in names}
            if not isinstance(data, dict):
                data, columns = _from_rows(data, columns)
            names = list(data) if columns is None else columns
            for value in data.values():
                if isinstance(value, Series) and index is None:
                    index = value.index
            count = _length(data.values(), index)
            self.index = as_index(index, count)
            self._data = {}
            for name in names:
                value = data.get(name, float('nan'))
                self._data[name] = self._column(value, name, dtype)
            self._names = None

        def _column(self, value, name, dtype=None):
            if isinstance(value, Series):
                if len(value) != len(self.index):
                    raise ValueError('Length of values (%d) does not match length of index (%d)' % (len(value), len(self.index)))
                return Series(np.array(value.values), self.index, dtype=value.dtype_name if dtype is None else dtype, name=name)
            if hasattr(value, '__len__') and not isinstance(value, str):
                if len(value) != len(self.index):
                    raise ValueError('Length of values (%d) does not match length of index (%d)' % (len(value), len(self.index)))
                return Series(value, self.index, dtype=dtype, name=name)
            return Series([value] * len(self.index), self.index, dtype=dtype, name=name)

        @property
        def columns(self):
            return Index(list(self._data), name=self._names)

        @columns.setter
        def columns(self, names):
            names = list(names)
            if len(names) != len(self._data):
                raise ValueError('Length mismatch: Expected axis has %d elements, new values have %d elements' % (len(self._data), len(names)))
            self._data = {name: self._column(column, name) for name, column in zip(names, self._data.values())}

        shape = property(lambda self: (len(self.index), len(self._data)))
        size = property(lambda self: len(self.index) * len(self._data))
        ndim = property(lambda self: 2)
        empty = property(lambda self: self.size == 0)
        iloc = property(lambda self: Positions(self))
        loc = property(lambda self: Labels(self))
        at = property(lambda self: Labels(self))
        iat = property(lambda self: Positions(self))

        @property
        def dtypes(self):
            return Series([column.dtype for column in self._data.values()], list(self._data), dtype='object')

        @property
        def values(self):
            return self.to_numpy()

        @property
        def T(self):
            rows = {label: self._row(p) for p, label in enumerate(self.index)}
            return DataFrame(rows, index=list(self._data))

        def __len__(self):
            return len(self.index)

        def __iter__(self):
            return iter(list(self._data))

        def __contains__(self, name):
            return name in self._data

        def __repr__(self):
            return _text.frame(self)

        def to_string(self, buf=None, index=True, header=True, max_rows=None):
            return _text.frame(self, index=index, limit=0 if max_rows is None else max_rows, fits=False, header=header, dimensions=False)

        def __array__(self, dtype=None, copy=None):
            return self.to_numpy(dtype)

        def to_numpy(self, dtype=None, copy=False):
            columns = list(self._data.values())
            kinds = {c.dtype_name for c in columns}
            if kinds & {'str', 'object'} or 'bool' in kinds and len(kinds) > 1:
                result = np.empty(self.shape, dtype=object)
                for k, column in enumerate(columns):
                    for p, value in enumerate(column.tolist()):
                        result[p, k] = value
            elif not columns:
                result = np.zeros(self.shape)
            else:
                result = np.stack([c.values for c in columns], axis=1)
            return result if dtype is None else result.astype(dtype)

        def __getattr__(self, name):
            if name.startswith('_'):
                raise AttributeError("'DataFrame' object has no attribute '%s'" % name)
            if name in self._data:
                return self._data[name]
            if name in _absent:
                missing('DataFrame.' + name)
            raise AttributeError("'DataFrame' object has no attribute '%s' (Lectern has a small part of pandas)" % name)

        def __getitem__(self, key):
            if isinstance(key, DataFrame):
                missing('DataFrame[DataFrame]')
            if isinstance(key, slice):
                return self._rows(np.arange(len(self))[key], self.index[key])
            if isinstance(key, (Series, np.ndarray, list, Index)):
                array = np.asarray(key.values if isinstance(key, (Series, Index)) else key)
                if array.dtype == bool:
                    if len(array) != len(self):
                        raise ValueError('Item wrong length %d instead of %d.' % (len(array), len(self)))
                    return self._rows(np.flatnonzero(array))
                names = list(key)
                absent = [name for name in names if name not in self._data]
                if absent:
                    raise KeyError("None of [%r] are in the [columns]" % Index(absent) if len(absent) == len(names) else '%s not in index' % absent)
                return self._pick(names)
            if key not in self._data:
                raise KeyError(key)
            return self._data[key]

        def __setitem__(self, name, value):
            if isinstance(name, list):
                for k, each in enumerate(name):
                    self[each] = value[each] if isinstance(value, DataFrame) else np.asarray(value)[:, k]
                return
            if not self._data and not len(self.index) and hasattr(value, '__len__'):
                self.index = RangeIndex(len(value))
            self._data[name] = self._column(value, name)

        def __delitem__(self, name):
            if name not in self._data:
                raise KeyError(name)
            del self._data[name]

        def pop(self, name):
            column = self[name]
            del self[name]
            return column

        def insert(self, loc, column, value):
            if column in self._data:
                raise ValueError('cannot insert %s, already exists' % column)
            pairs = list(self._data.items())
            pairs.insert(loc, (column, self._column(value, column)))
            self._data = dict(pairs)

        def _pick(self, names):
            result = DataFrame(index=self.index)
            result._data = {name: self._data[name] for name in names}
            return result.copy()

        def _rows(self, places, index=None):
            places = np.asarray(places, dtype=int)
            index = self.index[places] if index is None else index
            result = DataFrame(index=index)
            result._data = {name: Series(c.values[places], index, dtype=c.dtype_name, name=name) for name, c in self._data.items()}
            return result

        def _row(self, place):
            columns = list(self._data.values())
            kinds = {c.dtype_name for c in columns}
            kind = 'object' if kinds & {'str', 'object'} or 'bool' in kinds and len(kinds) > 1 else None
            values = [c.values[place] for c in columns]
            if kind == 'object' and kinds == {'str'}:
                kind = 'str'
            if kind is None:
                values = np.stack([c.values for c in columns], axis=1)[place] if columns else []
            elif kind == 'object':
                values = [v.item() if hasattr(v, 'item') else v for v in values]
            return Series(values, list(self._data), dtype=kind, name=self.index[place])

        def _each(self, other, operation):
            result = {}
            for name, column in self._data.items():
                if isinstance(other, DataFrame):
                    result[name] = operation(column, other._data[name])
                elif isinstance(other, Series):
                    result[name] = operation(column, other.loc[name])
                else:
                    result[name] = operation(column, other)
            return DataFrame(result, index=self.index)

        __add__ = lambda self, other: self._each(other, lambda a, b: a + b)
        __sub__ = lambda self, other: self._each(other, lambda a, b: a - b)
        __mul__ = lambda self, other: self._each(other, lambda a, b: a * b)
        __rmul__ = lambda self, other: self._each(other, lambda a, b: b * a)
        __truediv__ = lambda self, other: self._each(other, lambda a, b: a / b)
        __pow__ = lambda self, other: self._each(other, lambda a, b: a ** b)
        __gt__ = lambda self, other: self._each(other, lambda a, b: a > b)
        __ge__ = lambda self, other: self._each(other, lambda a, b: a >= b)
        __lt__ = lambda self, other: self._each(other, lambda a, b: a < b)
        __le__ = lambda self, other: self._each(other, lambda a, b: a <= b)
        __eq__ = lambda self, other: self._each(other, lambda a, b: a == b)
        __ne__ = lambda self, other: self._each(other, lambda a, b: a != b)

        def __bool__(self):
            raise ValueError('The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().')

        def _numeric(self):
            return [name for name, c in self._data.items() if c.dtype_name not in ('str', 'object')]

        def _reduced(self, function, axis, numeric_only, kind=None):
            names = self._numeric() if numeric_only else list(self._data)
            if axis in (1, 'columns'):
                rows = [function(self._pick(names)._row(p)) for p in range(len(self))]
                return Series(rows, self.index)
            return Series([function(self._data[name]) for name in names], names, dtype=kind)

        def sum(self, axis=0, skipna=True, numeric_only=False):
            return self._reduced(lambda c: c.sum(), axis, numeric_only)

        def mean(self, axis=0, skipna=True, numeric_only=False):
            return self._reduced(lambda c: c.mean(), axis, numeric_only)

        def median(self, axis=0, skipna=True, numeric_only=False):
            return self._reduced(lambda c: c.median(), axis, numeric_only)

        def std(self, axis=0, skipna=True, ddof=1, numeric_only=False):
            return self._reduced(lambda c: c.std(ddof=ddof), axis, numeric_only)

        def var(self, axis=0, skipna=True, ddof=1, numeric_only=False):
            return self._reduced(lambda c: c.var(ddof=ddof), axis, numeric_only)

        def min(self, axis=0, skipna=True, numeric_only=False):
            return self._reduced(lambda c: c.min(), axis, numeric_only)

        def max(self, axis=0, skipna=True, numeric_only=False):
            return self._reduced(lambda c: c.max(), axis, numeric_only)

        def count(self, axis=0, numeric_only=False):
            return self._reduced(lambda c: c.count(), axis, numeric_only)

        def nunique(self, axis=0, dropna=True):
            return self._reduced(lambda c: c.nunique(), axis, False)

        def any(self, axis=0):
            return self._reduced(lambda c: c.any(), axis, False)

        def all(self, axis=0):
            return self._reduced(lambda c: c.all(), axis, False)

        def isnull(self):
            return DataFrame({name: c.isnull() for name, c in self._data.items()}, index=self.index)

        isna = isnull

        def notnull(self):
            return DataFrame({name: c.notnull() for name, c in self._data.items()}, index=self.index)

        notna = notnull

        def corr(self, numeric_only=False):
            names = self._numeric()
            table = np.ones((len(names), len(names)))
            for i, first in enumerate(names):
                for j, second in enumerate(names[:i]):
                    a, b = self._data[first].values.astype(float), self._data[second].values.astype(float)
                    both = ~(np.isnan(a) | np.isnan(b))
                    a, b = a[both] - a[both].mean(), b[both] - b[both].mean()
                    table[i, j] = table[j, i] = (a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum())
            return DataFrame(table, index=names, columns=names)

        def describe(self, include=None):
            names = self._numeric()
            if include is None and names:
                parts = {name: self._data[name].describe() for name in names}
                return DataFrame(parts, index=['count', 'mean', 'std', 'min', '25%', '50%', '75%', 'max'])
            if include is not None and include != 'all':
                missing('DataFrame.describe with include=%r' % (include,))
            texts = [name for name in self._data if name not in names]
            parts = {name: self._data[name].describe() for name in self._data}
            labels = ['count', 'unique', 'top', 'freq'] + (['mean', 'std', 'min', '25%', '50%', '75%', 'max'] if names else [])
            data = {}
            for name in self._data:
                table = parts[name].to_dict()
                values = [table.get(label, float('nan')) for label in labels]
                data[name] = Series(values, labels, dtype='object' if name in texts else None)
            return DataFrame(data, index=labels)

        def info(self, verbose=None, buf=None, **options):
            text = _text.info(self)
            if buf is not None:
                buf.write(text + '\n')
            else:
                print(text)

        def head(self, n=5):
            return self[:n] if n >= 0 else self[:len(self) + n]

        def tail(self, n=5):
            return self[max(len(self) - n, 0):]

        def copy(self, deep=True):
            result = DataFrame(index=self.index)
            result._data = {name: c.copy() for name, c in self._data.items()}
            return result

        def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False, errors='raise'):
            if labels is not None:
                index, columns = (labels, columns) if axis in (0, 'index') else (index, labels)
            result = self
            if columns is not None:
                columns = [columns] if isinstance(columns, str) or not hasattr(columns, '__iter__') else list(columns)
                absent = [name for name in columns if name not in self._data]
                if absent and errors == 'raise':
                    raise KeyError('%s not found in axis' % (absent,))
                result = result._pick([name for name in result._data if name not in columns])
            if index is not None:
                index = [index] if isinstance(index, str) or not hasattr(index, '__iter__') else list(index)
                absent = [label for label in index if label not in result.index]
                if absent and errors == 'raise':
                    raise KeyError('%s not found in axis' % (absent,))
                result = result._rows([p for p, label in enumerate(result.index) if label not in index])
            return self._settle(result, inplace)

        def _settle(self, result, inplace):
            if not inplace:
                return result
            self.index, self._data = result.index, result._data
            return None

        def dropna(self, axis=0, how='any', subset=None, inplace=False):
            if axis in (1, 'columns'):
                return self._settle(self._pick([n for n, c in self._data.items() if c.count() == len(self)]), inplace)
            names = list(self._data) if subset is None else [subset] if isinstance(subset, str) else list(subset)
            nulls = np.stack([self._data[name].isnull().values for name in names], axis=1)
            gone = nulls.any(axis=1) if how == 'any' else nulls.all(axis=1)
            return self._settle(self._rows(np.flatnonzero(~gone)), inplace)

        def fillna(self, value=None, inplace=False):
            table = value.to_dict() if isinstance(value, Series) else value if isinstance(value, dict) else {name: value for name in self._data}
            result = DataFrame({name: c.fillna(table[name]) if name in table else c for name, c in self._data.items()}, index=self.index)
            return self._settle(result, inplace)

        def astype(self, dtype):
            table = dtype if isinstance(dtype, dict) else {name: dtype for name in self._data}
            return DataFrame({name: c.astype(table[name]) if name in table else c for name, c in self._data.items()}, index=self.index)

        def round(self, decimals=0):
            return DataFrame({name: c.round(decimals) if c.values.dtype.kind == 'f' else c for name, c in self._data.items()}, index=self.index)

        def rename(self, columns=None, index=None, inplace=False):
            columns = columns or {}
            new = (lambda name: columns(name)) if callable(columns) else (lambda name: columns.get(name, name))
            result = self.copy()
            result.columns = [new(name) for name in self._data]
            if index is not None:
                result.index = Index([index.get(label, label) for label in self.index])
            return self._settle(result, inplace)

        def sort_values(self, by, ascending=True, inplace=False, ignore_index=False):
            names = [by] if not isinstance(by, list) else by
            flags = ascending if isinstance(ascending, list) else [ascending] * len(names)
            result = self
            for name, flag in reversed(list(zip(names, flags))):
                if name not in self._data:
                    raise KeyError(name)
                result = result._rows(_order(result._data[name], flag))
            return self._settle(result.reset_index(drop=True) if ignore_index else result, inplace)

        def sort_index(self, ascending=True):
            labels = self.index.tolist()
            return self._rows(sorted(range(len(labels)), key=lambda p: labels[p], reverse=not ascending))

        def reset_index(self, drop=False, inplace=False):
            result = DataFrame(index=RangeIndex(len(self)))
            if not drop:
                name = self.index.name if self.index.name is not None else 'index'
                result[name] = self.index.values if self.index.dtype != 'str' else self.index.tolist()
            for name, column in self._data.items():
                result[name] = Series(column.values, result.index, dtype=column.dtype_name)
            return self._settle(result, inplace)

        def set_index(self, keys, inplace=False):
            column = self[keys]
            result = self._pick([name for name in self._data if name != keys])
            result.index = Index(column.tolist(), column.dtype_name, keys)
            for each in result._data.values():
                each.index = result.index
            return self._settle(result, inplace)

        def apply(self, function, axis=0):
            if axis in (1, 'columns'):
                return Series([function(self._row(p)) for p in range(len(self))], self.index)
            results = {name: function(column) for name, column in self._data.items()}
            if all(isinstance(value, Series) for value in results.values()):
                return DataFrame(results)
            return Series(list(results.values()), list(results))

        def iterrows(self):
            for place, label in enumerate(self.index):
                yield label, self._row(place)

        def items(self):
            return iter(self._data.items())

        def keys(self):
            return self.columns

        def select_dtypes(self, include=None, exclude=None):
            if include not in ('number', ['number'], np.number) or exclude is not None:
                missing('DataFrame.select_dtypes but for numbers')
            return self._pick([name for name in self._numeric() if self._data[name].dtype_name != 'bool'])

        def to_dict(self, orient='dict'):
            if orient == 'list':
                return {name: c.tolist() for name, c in self._data.items()}
            if orient == 'records':
                return [dict(zip(self._data, row)) for row in zip(*[c.tolist() for c in self._data.values()])]
            return {name: dict(zip(self.index.tolist(), c.tolist())) for name, c in self._data.items()}

        def to_csv(self, path_or_buf=None, sep=',', na_rep='', header=True, index=True, float_format=None, **options):
            if options:
                missing('DataFrame.to_csv with %s' % ', '.join(options))
            from pandas._csv import written
            text = written(self, sep, na_rep, header, index, float_format)
            if path_or_buf is None:
                return text
            if hasattr(path_or_buf, 'write'):
                path_or_buf.write(text)
                return None
            with open(path_or_buf, 'w') as file:
                file.write(text)


    def _from_rows(data, columns):
        rows = data.tolist() if hasattr(data, 'tolist') and not isinstance(data, np.ndarray) else data
        if isinstance(rows, np.ndarray):
            array = rows.reshape(-1, 1) if rows.ndim == 1 else rows
            if array.ndim != 2:
                raise ValueError('Must pass 2-d input. shape=%s' % (array.shape,))
            width, pick = array.shape[1], (lambda k: array[:, k])
        else:
            rows = [list(row) if hasattr(row, '__len__') and not isinstance(row, str) else [row] for row in rows]
            width = max([len(row) for row in rows] or [len(columns or [])])
            pick = lambda k: [row[k] if k < len(row) else None for row in rows]
        if columns is not None and len(columns) != width:
            raise ValueError('%d columns passed, passed data had %d columns' % (len(columns), width) if not isinstance(data, np.ndarray)
                             else 'Shape of passed values is %s, indices imply %s' % ((len(data), width), (len(data), len(columns))))
        names = columns if columns is not None else list(range(width))
        return {name: pick(k) for k, name in enumerate(names)}, list(names)


    def _length(values, index):
        lengths = {len(v) for v in values if hasattr(v, '__len__') and not isinstance(v, str)}
        if len(lengths) > 1:
            raise ValueError('All arrays must be of the same length')
        if lengths:
            return lengths.pop()
        if index is None and any(True for _ in values):
            raise ValueError('If using all scalar values, you must pass an index')
        return 0 if index is None else len(index)


    _absent = {'groupby', 'plot', 'merge', 'join', 'pivot_table', 'pivot', 'melt', 'stack', 'unstack', 'hist', 'boxplot', 'rolling', 'resample', 'query',
               'assign', 'sample', 'to_excel', 'to_json', 'to_html', 'applymap', 'map', 'agg', 'aggregate', 'transform', 'interpolate', 'duplicated',
               'drop_duplicates', 'eval', 'style', 'explode', 'nlargest', 'nsmallest', 'cumsum', 'shift', 'diff', 'cov', 'quantile', 'where', 'mask'}
    """#
}
