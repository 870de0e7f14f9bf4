extension WrittenPandas {
  /// `pandas._index`: labels of rows and columns.
  static let index = #"""
    """Labels of rows and columns."""
    import numpy as np


    def missing(name):
        raise NotImplementedError('pandas.%s is not implemented: Lectern has a small part of pandas (see help(pandas))' % name)


    def is_null(value):
        return value is None or isinstance(value, float) and value != value


    def kind_of(values):
        """The dtype's name for a list of Python values."""
        kinds = {'null' if is_null(v) else bool if isinstance(v, (bool, np.bool_)) else int if isinstance(v, (int, np.integer))
                 else float if isinstance(v, (float, np.floating)) else str if isinstance(v, str) else object for v in values}
        if kinds <= {'null'}:
            return 'object' if values and any(v is None for v in values) or not values else 'float64'
        known = kinds - {'null'}
        if known == {bool}:
            return 'bool' if len(kinds) == 1 else 'object'
        if known == {int}:
            return 'int64' if len(kinds) == 1 else 'float64'
        if known <= {int, float}:
            return 'float64'
        return 'str' if known == {str} else 'object'


    class Index:
        """Labels, in order."""

        def __init__(self, data=(), dtype=None, name=None):
            self._labels = list(data.tolist() if hasattr(data, 'tolist') else data)
            self.name = name
            self.dtype = kind_of(self._labels) if dtype is None else str(np.dtype(dtype)) if not isinstance(dtype, str) else dtype

        def __len__(self):
            return len(self._labels)

        def __iter__(self):
            return iter(self._labels)

        def __contains__(self, label):
            return label in self._labels

        def __getitem__(self, key):
            if isinstance(key, (int, np.integer)):
                return self._labels[key]
            if isinstance(key, slice):
                return Index(self._labels[key], self.dtype, self.name)
            return Index(np.array(self._labels, dtype=object)[np.asarray(key)].tolist(), self.dtype, self.name)

        def __eq__(self, other):
            if isinstance(other, (str, int, float)):
                return np.array([label == other for label in self._labels], dtype=bool)
            return np.array([a == b for a, b in zip(self._labels, list(other))], dtype=bool)

        def equals(self, other):
            return isinstance(other, Index) and self._labels == other._labels

        def tolist(self):
            return list(self._labels)

        to_list = tolist

        @property
        def values(self):
            kind = self.dtype if self.dtype in ('int64', 'float64', 'bool') else object
            return np.array(self._labels, dtype=kind)

        to_numpy = lambda self: self.values

        def __array__(self, dtype=None, copy=None):
            return self.values

        @property
        def size(self):
            return len(self._labels)

        @property
        def shape(self):
            return (len(self._labels),)

        @property
        def is_unique(self):
            return len(set(self._labels)) == len(self._labels)

        def get_loc(self, label):
            if label not in self._labels:
                raise KeyError(label)
            return self._labels.index(label)

        def __repr__(self):
            shown = [repr(label) for label in self._labels]
            if len(shown) > 100:
                shown = shown[:10] + ['...'] + shown[-10:]
            extra = "dtype='%s'" % self.dtype
            if self.name is not None:
                extra += ', name=%r' % self.name
            if len(self._labels) > 100:
                extra += ', length=%d' % len(self._labels)
            line = 'Index([%s], %s)' % (', '.join(shown), extra)
            if len(line) <= 80 and len(self._labels) <= 100:
                return line
            # Lines of at most 80 characters, labels in columns of equal width.
            width = max(len(s) for s in shown)
            if self.dtype not in ('str', 'object'):
                shown = [s.rjust(width) if s != '...' else s.rjust(width) for s in shown]
            lines, row = [], '      '
            for number, label in enumerate(shown):
                word = ' ' + label + (',' if number < len(shown) - 1 else '')
                if len(row) + len(word) > 79 and row.strip():
                    lines.append(row)
                    row = '      '
                row += word
            lines.append(row)
            return 'Index([' + '\n'.join(lines)[7:] + '],\n      ' + extra + ')'


    class RangeIndex(Index):
        """The labels 0, 1, 2, …"""

        def __init__(self, start=0, stop=None, step=1, name=None):
            self.start, self.stop = (0, start) if stop is None else (start, stop)
            self.step = step
            Index.__init__(self, range(self.start, self.stop, step), 'int64', name)

        def __getitem__(self, key):
            if isinstance(key, slice):
                picked = range(self.start, self.stop, self.step)[key]
                return RangeIndex(picked.start, picked.stop, picked.step, self.name)
            return Index.__getitem__(self, key)

        def __repr__(self):
            name = '' if self.name is None else ', name=%r' % self.name
            return 'RangeIndex(start=%d, stop=%d, step=%d%s)' % (self.start, self.stop, self.step, name)


    def as_index(labels, count):
        if labels is None:
            return RangeIndex(count)
        index = labels if isinstance(labels, Index) else Index(labels)
        if len(index) != count:
            raise ValueError('Length of values (%d) does not match length of index (%d)' % (count, len(index)))
        return index
    """#
}
