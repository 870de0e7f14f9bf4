extension WrittenPandas {
  /// `pandas`: a small part of pandas: reading and looking at tables.
  static let pandas = #"""
    """A small part of pandas: reading and looking at tables.

    There are read_csv, DataFrame and Series with head, tail, describe, info, columns, dtypes, values, iloc, loc, masks, new columns, sums and
    averages, value_counts, missing values, sorting, apply, and to_csv, printed as pandas prints them. There is no groupby, no merging or pivoting,
    no dates, no categories and no plotting: those names raise NotImplementedError.
    """
    import numpy as np
    from pandas._index import Index, RangeIndex, is_null, missing as _missing
    from pandas._series import Series
    from pandas._frame import DataFrame
    from pandas._csv import read_csv, read_table
    from pandas import _csv, _text

    __version__ = '3.1.1 (a part of it)'
    NaN = NA = float('nan')


    def isnull(obj):
        if isinstance(obj, (Series, DataFrame)):
            return obj.isnull()
        if isinstance(obj, (list, np.ndarray)):
            return np.array([is_null(v) for v in list(obj)], dtype=bool)
        return is_null(obj)


    isna = isnull


    def notnull(obj):
        result = isnull(obj)
        return ~result if not isinstance(result, bool) else not result


    notna = notnull


    def concat(objs, axis=0, ignore_index=False):
        objs = list(objs)
        if not objs:
            raise ValueError('No objects to concatenate')
        if axis in (1, 'columns'):
            data = {}
            for number, each in enumerate(objs):
                for name, column in (each._data.items() if isinstance(each, DataFrame) else [(number if each.name is None else each.name, each)]):
                    data[name] = column
            return DataFrame(data)
        labels = [label for each in objs for label in each.index.tolist()]
        ranges = all(isinstance(each.index, RangeIndex) for each in objs) and len(objs) == 1
        index = RangeIndex(len(labels)) if ignore_index or ranges else Index(labels)
        if isinstance(objs[0], Series):
            return Series([v for each in objs for v in each.tolist()], index, name=objs[0].name)
        names = list({name: None for each in objs for name in each._data})
        data = {name: [v for each in objs for v in (each._data[name].tolist() if name in each._data else [float('nan')] * len(each))] for name in names}
        return DataFrame(data, index=index)


    def to_numeric(arg, errors='raise'):
        values = []
        for place, value in enumerate(list(arg)):
            try:
                values.append(float(value) if not isinstance(value, int) else value)
            except (TypeError, ValueError):
                if errors != 'coerce':
                    raise ValueError('Unable to parse string "%s" at position %d' % (value, place)) from None
                values.append(float('nan'))
        if all(isinstance(v, int) or v == v and v == int(v) and not ('.' in '%s' % (o,)) for v, o in zip(values, list(arg))):
            values = [int(v) for v in values]
        return Series(values, arg.index, name=arg.name) if isinstance(arg, Series) else np.array(values)


    def get_dummies(data):
        if not isinstance(data, Series):
            _missing('get_dummies of a table')
        return DataFrame({value: data == value for value in sorted(set(data._present().tolist()))}, index=data.index)


    def unique(values):
        return Series(values).unique()


    _options = {'display.max_rows': 'max_rows', 'display.min_rows': 'min_rows', 'display.width': 'width', 'display.precision': 'precision',
                'display.max_columns': 'max_columns', 'max_rows': 'max_rows', 'max_columns': 'max_columns', 'precision': 'precision'}


    def set_option(*pairs):
        for name, value in zip(pairs[::2], pairs[1::2]):
            if name not in _options:
                _missing('the option ' + name)
            _text.options[_options[name]] = value


    def get_option(name):
        return _text.options[_options[name]]


    class errors:
        EmptyDataError = _csv.EmptyDataError
        ParserError = _csv.ParserError


    def __getattr__(name):
        if name.startswith('__'):
            raise AttributeError("module 'pandas' has no attribute '%s'" % name)
        raise AttributeError("module 'pandas' has no attribute '%s' (Lectern has a small part of pandas, see help(pandas))" % name)
    """#
}
