extension WrittenPandas {
  /// `pandas._access`: `loc` and `iloc` of tables.
  static let access = #"""
    """`loc` and `iloc` of tables."""
    import numpy as np
    from pandas._index import Index
    from pandas._series import Series, slice_places


    class Positions:
        def __init__(self, frame):
            self.frame = frame

        def _split(self, key):
            return key if isinstance(key, tuple) else (key, slice(None))

        def _names(self, columns):
            names = list(self.frame._data)
            if isinstance(columns, (int, np.integer)):
                if not -len(names) <= columns < len(names):
                    raise IndexError('single positional indexer is out-of-bounds')
                return names[columns]
            if isinstance(columns, slice):
                return names[columns]
            array = np.asarray(columns)
            return [names[k] for k in (np.flatnonzero(array) if array.dtype == bool else array).tolist()]

        def __getitem__(self, key):
            frame = self.frame
            rows, columns = self._split(key)
            names = self._names(columns)
            if isinstance(rows, (int, np.integer)):
                if not -len(frame) <= rows < len(frame):
                    raise IndexError('single positional indexer is out-of-bounds')
                place = int(rows) % len(frame)
                return frame._pick(names)._row(place) if isinstance(names, list) else frame._data[names].values[place]
            if isinstance(names, list):
                picked = frame._pick(names)
                if isinstance(rows, slice):
                    return picked[rows]
                return picked._rows(self._places(rows))
            return frame._data[names].iloc[rows if isinstance(rows, slice) else self._places(rows)]

        def _places(self, rows):
            array = np.asarray(rows.values if isinstance(rows, Series) else rows)
            places = np.flatnonzero(array) if array.dtype == bool else array.astype(int)
            if places.size and (int(places.max()) >= len(self.frame) or int(places.min()) < -len(self.frame)):
                raise IndexError('positional indexers are out-of-bounds')
            return places

        def __setitem__(self, key, value):
            rows, columns = self._split(key)
            names = self._names(columns)
            place = rows if isinstance(rows, (int, np.integer, slice)) else self._places(rows)
            _store(self.frame, place, [names] if not isinstance(names, list) else names, value)


    class Labels:
        def __init__(self, frame):
            self.frame = frame

        def _names(self, columns):
            frame = self.frame
            if isinstance(columns, slice):
                return [list(frame._data)[k] for k in slice_places(frame.columns, columns).tolist()]
            if isinstance(columns, (list, np.ndarray, Index)):
                array = np.asarray(columns) if len(list(columns)) else np.zeros(0, dtype=int)
                return [list(frame._data)[k] for k in np.flatnonzero(array).tolist()] if array.dtype == bool else list(columns)
            return columns

        def _rows(self, rows):
            if isinstance(rows, tuple):
                raise KeyError(rows)
            return Series(np.arange(len(self.frame)), self.frame.index).loc._places(rows)

        def __getitem__(self, key):
            frame = self.frame
            rows, columns = key if isinstance(key, tuple) else (key, slice(None))
            places, names = self._rows(rows), self._names(columns)
            if isinstance(names, list):
                absent = [name for name in names if name not in frame._data]
                if absent:
                    raise KeyError('%s not in index' % absent)
                return frame._pick(names)._row(places) if isinstance(places, int) else frame._pick(names)._rows(places)
            if names not in frame._data:
                raise KeyError(names)
            return frame._data[names].values[places] if isinstance(places, int) else frame._data[names]._picked(places)

        def __setitem__(self, key, value):
            frame = self.frame
            rows, columns = key if isinstance(key, tuple) else (key, slice(None))
            names = self._names(columns)
            names = names if isinstance(names, list) else [names]
            for name in names:
                if name not in frame._data:
                    frame[name] = float('nan')
            _store(frame, self._rows(rows), names, value)


    def _store(frame, places, names, value):
        value = value.values if hasattr(value, 'values') and hasattr(value, 'index') and not isinstance(value, (list, dict)) else value
        for k, name in enumerate(names):
            part = value
            if hasattr(value, '__len__') and not isinstance(value, str) and len(names) > 1:
                array = np.asarray(value)
                part = array[:, k] if array.ndim == 2 else array[k]
            items = frame._data[name].tolist()
            old = frame._data[name]
            if isinstance(part, str) or old.dtype_name in ('str', 'object'):
                chosen = np.arange(len(items))[places]
                parts = list(part) if hasattr(part, '__len__') and not isinstance(part, str) else None
                for number, place in enumerate(np.atleast_1d(chosen).tolist()):
                    items[place] = part if parts is None else parts[number]
                frame._data[name] = Series(items, frame.index, name=name)
            else:
                values = np.array(old.values)
                if values.dtype.kind in 'iub' and np.asarray(part).dtype.kind == 'f':
                    values = values.astype(float)
                values[places] = part
                frame._data[name] = Series(values, frame.index, name=name)
    """#
}
