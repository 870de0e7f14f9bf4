extension WrittenPandas {
  /// `pandas._text`: tables as text, in pandas' layout.
  static let text = #"""
    """Tables as text, in pandas' layout."""
    import numpy as np
    from pandas._index import is_null

    options = {'max_rows': 60, 'min_rows': 10, 'width': 80, 'precision': 6, 'max_columns': 0}


    def _trimmed(texts):
        """Zeros that all numbers end with, beyond the first decimal, are not shown."""
        numbers = [t for t in texts if t[-1:].isdigit() and '.' in t]
        while numbers and all(t.endswith('0') and not t.endswith('.0') for t in numbers):
            numbers = [t[:-1] for t in numbers]
        shown = iter(numbers)
        return [next(shown) if t[-1:].isdigit() and '.' in t else t for t in texts]


    def floats(values):
        digits = options['precision']
        finite = [abs(v) for v in values if v == v and v not in (float('inf'), float('-inf'))]

        def written(form):
            return ['NaN' if v != v else 'inf' if v == float('inf') else '-inf' if v == float('-inf') else form % v for v in values]
        texts = _trimmed(written('%%.%df' % digits))
        too_long = bool(texts) and max(len(t) for t in texts) + 1 > digits + 6
        small = any(0 < v < 10.0 ** -digits for v in finite)
        if small or too_long and any(v > 1e6 for v in finite):
            return written('%%.%de' % digits)
        return texts


    def cells(values, dtype):
        """The elements of a column as texts, not aligned yet."""
        if dtype.startswith('float'):
            return floats([float(v) for v in values])
        if dtype in ('str', 'object'):
            texts = []
            for v in values:
                if is_null(v):
                    texts.append('None' if v is None and dtype == 'object' else 'NaN')
                elif isinstance(v, (float, np.floating)):
                    texts.append(_trimmed(['%.6f' % v])[0])
                else:
                    text = str(v).replace('\n', '\\n').replace('\t', '\\t').replace('\r', '\\r')
                    texts.append(text if len(text) <= 50 else text[:47] + '...')
            return texts
        return [str(v) for v in values]


    def led(texts, dtype, values):
        """With a place for the sign of numbers, or a blank before anything else."""
        numeric = dtype[:3] in ('int', 'flo', 'uin')
        return [t if t.startswith('-') and (numeric or isinstance(v, float)) else ' ' + t for t, v in zip(texts, values)]


    def _places(count, limit=None):
        """The rows that are shown, and before which of them the dots stand."""
        limit = options['max_rows'] if limit is None else limit
        if limit is None or limit == 0 or count <= limit:
            return list(range(count)), None
        shown = options['min_rows'] if limit == options['max_rows'] else limit
        half = max(shown // 2, 1)
        return list(range(half)) + list(range(count - half, count)), half


    def series(s, limit=None, footer=True):
        if len(s) == 0:
            return 'Series([], ' + ('Name: %s, ' % s.name if s.name is not None else '') + 'dtype: %s)' % s.dtype_name
        places, cut = _places(len(s), limit)
        data = s.tolist()
        values = cells([data[p] for p in places], s.dtype_name)
        labels = index_texts([s.index[p] for p in places], s.index.dtype)
        values = led(values, s.dtype_name, [data[p] for p in places])
        width = max(len(v) for v in values)
        values = [v.rjust(width) for v in values]
        if cut is not None:
            values.insert(cut, ('...' if width > 3 else '..').center(width))
            labels.insert(cut, '')
        margin = max(len(label) for label in labels)
        lines = [label.ljust(margin) + '   ' + value for label, value in zip(labels, values)]
        if s.index.name is not None:
            lines.insert(0, str(s.index.name))
        if footer:
            parts = []
            if s.name is not None:
                parts.append('Name: %s' % (s.name,))
            if cut is not None:
                parts.append('Length: %d' % len(s))
            lines.append(', '.join(parts + ['dtype: %s' % s.dtype_name]))
        return '\n'.join(lines)


    def index_texts(labels, dtype):
        if dtype.startswith('float'):
            return floats([float(v) for v in labels])
        return [str(label) if not is_null(label) else 'NaN' for label in labels]


    def _columns(df, places, cut, index, names, header=True):
        """The columns as lists of lines of equal length, labels first."""
        result = []
        if index:
            labels = index_texts([df.index[p] for p in places], df.index.dtype)
            head = [df.columns.name if df.columns.name is not None else ''] if header else []
            if df.index.name is not None:
                head.append(str(df.index.name))
            lines = head + labels
            width = max(len(line) for line in lines)
            lines = [line.ljust(width) for line in lines]
            if cut is not None:
                lines.insert(cut + len(head), ('...' if width > 3 else '..').ljust(width))
            result.append(lines)
        label_width = max([len(str(n)) for n in names] or [0]) if all(isinstance(n, int) for n in names) else 0
        for name in names:
            column = df._data[name]
            items = [column.values[p] for p in places]
            items = [v.item() if hasattr(v, 'item') else v for v in items]
            values = cells(items, column.dtype_name)
            numeric = column.dtype_name not in ('str', 'object')
            head = [(' ' if numeric else '') + str(name).ljust(label_width)] if header else []
            if header and index and df.index.name is not None:
                head.append('')
            lines = head + (led(values, column.dtype_name, items) if index else values)
            width = max([len(line) for line in lines] or [0])
            lines = [line.rjust(width) for line in lines]
            if cut is not None:
                lines.insert(cut + len(head), ('...' if width > 3 else '..').rjust(width))
            result.append(lines)
        return result


    def _joined(columns):
        return [' '.join(parts) for parts in zip(*columns)]


    def frame(df, index=True, limit=None, fits=True, header=True, dimensions=True):
        if len(df.columns) == 0 or len(df) == 0:
            return 'Empty DataFrame\nColumns: [%s]\nIndex: [%s]' % (
                ', '.join(str(c) for c in df.columns), ', '.join(str(label) for label in df.index))
        places, cut = _places(len(df), limit)
        names = list(df.columns)
        columns = _columns(df, places, cut, index, names, header)
        hidden = False
        if fits:
            excess = len(_joined(columns)[0]) - options['width'] + 1
            if excess > 1:
                lengths = [max(len(line) for line in column) for column in columns]
                while excess > 0 and len(lengths) > 1:
                    middle = round(len(lengths) / 2)
                    excess -= lengths.pop(middle) + 1
                half = max(len(lengths) - 1, 2) // 2
                if 2 * half < len(names):
                    hidden = True
                    kept = names[:half] + names[len(names) - half:]
                    columns = _columns(df, places, cut, index, kept, header)
                    columns.insert(half + 1, [' ...'] * len(columns[0]))
        lines = _joined(columns)
        if dimensions and (cut is not None or hidden):
            lines += ['', '[%d rows x %d columns]' % (len(df), len(names))]
        return '\n'.join(lines)


    def info(df):
        count, kinds, memory = len(df), {}, 132 if type(df.index).__name__ == 'RangeIndex' else 8 * len(df)
        lines = ["<class 'pandas.DataFrame'>"]
        first = '%s: %d entries' % (type(df.index).__name__, count)
        lines.append(first + (', %s to %s' % (df.index[0], df.index[-1]) if count else ''))
        names = [str(c) for c in df.columns]
        if not names:
            return '\n'.join([lines[0], lines[1], 'Empty DataFrame'])
        lines.append('Data columns (total %d column%s):' % (len(names), '' if len(names) == 1 else 's'))
        rows = [(' #', 'Column', 'Non-Null Count', 'Dtype')]
        for number, name in enumerate(df.columns):
            column = df._data[name]
            rows.append((' %d' % number, str(name), '%d non-null' % column.count(), column.dtype_name))
            kinds[column.dtype_name] = kinds.get(column.dtype_name, 0) + 1
            memory += count * (8 if column.dtype_name in ('str', 'object') else column.values.dtype.itemsize)
        widths = [max(len(row[k]) for row in rows) for k in range(4)]
        widths[0] = max(widths[0], 3)
        rows.insert(1, tuple(('---' if k == 0 else '-' * len(rows[0][k])) for k in range(4)))
        for row in rows:
            lines.append('  '.join(cell.ljust(width) for cell, width in zip(row, widths)))
        lines.append('dtypes: ' + ', '.join('%s(%d)' % (kind, kinds[kind]) for kind in sorted(kinds)))
        plus = '+' if 'object' in kinds else ''
        size = float(memory)
        for unit in ('bytes', 'KB', 'MB', 'GB'):
            if size < 1024.0:
                break
            size /= 1024.0
        lines.append('memory usage: %.1f%s %s' % (size, plus, unit))
        return '\n'.join(lines)
    """#
}
