extension WrittenPandas {
  /// `pandas._csv`: tables in files of separated values.
  static let csv = #"""
    """Tables in files of separated values."""
    import numpy as np
    from pandas._index import Index, RangeIndex, is_null, missing
    from pandas._series import Series

    _NULLS = {'', '#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '-NaN', '-nan', '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA', 'NULL', 'NaN', 'None',
              'n/a', 'nan', 'null'}


    class EmptyDataError(ValueError):
        pass


    class ParserError(ValueError):
        pass


    def _text(source, encoding):
        if hasattr(source, 'read'):
            text = source.read()
            return text.decode('utf-8') if isinstance(text, bytes) else text
        name = source if isinstance(source, str) else '%s' % (source,)
        if name.startswith(('http://', 'https://')):
            missing('read_csv from an address')
        if name.endswith(('.gz', '.zip', '.bz2', '.xz')):
            missing('read_csv of compressed files')
        try:
            with open(name, encoding=encoding or 'utf-8', newline='') as file:
                return file.read()
        except FileNotFoundError:
            raise FileNotFoundError(2, 'No such file or directory', name) from None


    def _records(text, sep, quote, comment, skip):
        """The fields of each line, quoted ones with their marks off; quoted fields may hold line breaks."""
        lines, number = [], 0
        text = text.replace('\r\n', '\n').replace('\r', '\n')
        if quote not in text:
            for number, line in enumerate(text.split('\n')):
                if number in skip:
                    continue
                if comment and comment in line:
                    line = line[:line.index(comment)]
                    if not line.strip():
                        continue
                if line.strip() or line and sep is not None and sep.strip():
                    lines.append((number + 1, [(f, False) for f in (line.split() if sep is None else line.split(sep))]))
            return lines
        fields, field, quoted, was_quoted, place, begun = [], [], False, False, 0, False
        count = len(text)
        while place <= count:
            letter = text[place] if place < count else '\n'
            if quoted:
                if place == count:
                    raise ParserError('Error tokenizing data. C error: EOF inside string starting at row %d' % len(lines))
                if letter == quote:
                    if text[place + 1:place + 2] == quote:
                        field.append(quote)
                        place += 1
                    else:
                        quoted = False
                else:
                    field.append(letter)
            elif letter == quote and not ''.join(field).strip():
                quoted, was_quoted, field, begun = True, True, [], True
            elif comment and letter == comment:
                while place < count and text[place] != '\n':
                    place += 1
                continue
            elif letter == '\n':
                if fields or field or was_quoted:
                    if sep is not None or field or was_quoted:
                        fields.append((''.join(field), was_quoted))
                    if number not in skip and not (len(fields) == 1 and not fields[0][0].strip() and not fields[0][1]):
                        lines.append((number + 1, fields))
                fields, field, was_quoted = [], [], False
                number += 1
            elif letter == sep or sep is None and letter in ' \t':
                if sep is not None or field or was_quoted:
                    fields.append((''.join(field), was_quoted))
                field, was_quoted = [], False
            else:
                field.append(letter)
            place += 1
        return lines


    def _column(fields, nulls, dtype, true=('True', 'TRUE', 'true'), false=('False', 'FALSE', 'false')):
        texts = [None if text in nulls else text for text in fields]
        if dtype in (str, 'str', object):
            return [float('nan') if t is None else t for t in texts], 'str'
        present = [t for t in texts if t is not None]
        if present and all(t in true or t in false for t in present):
            if len(present) == len(texts):
                return [t in true for t in texts], 'bool'
            return [float('nan') if t is None else t in true for t in texts], 'object'
        try:
            if any('_' in t for t in present):
                raise ValueError
            if len(present) == len(texts) and dtype is None:
                return [int(t) for t in texts], 'int64'
        except ValueError:
            pass
        try:
            if any('_' in t for t in present):
                raise ValueError
            values = [float('nan') if t is None else float(t) for t in texts]
            return values, 'float64'
        except ValueError:
            if dtype not in (None,):
                bad = [t for t in present if not _is_number(t)]
                raise ValueError("could not convert string to float: '%s'" % bad[0]) from None
        return [float('nan') if t is None else t for t in texts], 'str'


    def _is_number(text):
        try:
            float(text)
            return True
        except ValueError:
            return False


    def read_csv(filepath_or_buffer, sep=',', delimiter=None, header='infer', names=None, index_col=None, usecols=None, dtype=None, skiprows=None,
                 nrows=None, na_values=None, keep_default_na=True, comment=None, quotechar='"', skipinitialspace=False, encoding=None, engine=None,
                 skipfooter=0, delim_whitespace=False, skip_blank_lines=True, low_memory=True, thousands=None, decimal='.', **options):
        if options or thousands is not None or decimal != '.':
            missing('read_csv with %s' % ', '.join(list(options) or ['thousands or decimal']))
        from pandas._frame import DataFrame
        sep = sep if delimiter is None else delimiter
        if delim_whitespace or sep in (r'\s+', ' +'):
            sep = None
        elif sep is None or len(sep) != 1:
            missing('read_csv with the separator %r' % (sep,))
        skip = set(range(skiprows)) if isinstance(skiprows, int) else set(skiprows or ())
        records = _records(_text(filepath_or_buffer, encoding), sep, quotechar, comment, skip)
        if not records:
            raise EmptyDataError('No columns to parse from file')
        if header == 'infer':
            header = None if names is not None else 0
        labels = None
        if header is not None:
            if header >= len(records):
                raise ParserError('Passed header=%d but only %d lines in file' % (header, len(records)))
            labels = [text.strip() if skipinitialspace or sep is None else text for text, _ in records[header][1]]
            labels = _distinct([label if label else 'Unnamed: %d' % k for k, label in enumerate(labels)])
            records = records[header + 1:]
        if skipfooter:
            records = records[:-skipfooter]
        if nrows is not None:
            records = records[:nrows]
        width = len(labels) if labels is not None else max([len(fields) for _, fields in records] or [0])
        if labels is None:
            width = len(records[0][1])
        if names is not None:
            labels = list(names)
            width = max(width, len(labels))
        elif labels is None:
            labels = list(range(width))
        implicit = 0
        if records and index_col is None and len(records[0][1]) > len(labels):
            implicit = len(records[0][1]) - len(labels)
        expected = len(labels) + implicit
        rows = []
        for number, fields in records:
            if len(fields) > expected:
                raise ParserError('Error tokenizing data. C error: Expected %d fields in line %d, saw %d\n' % (expected, number, len(fields)))
            texts = [text.strip() if skipinitialspace and not quoted else text for text, quoted in fields]
            rows.append(texts + [''] * (expected - len(texts)))
        nulls = set(_NULLS) if keep_default_na else set()
        if na_values is not None and not isinstance(na_values, dict):
            nulls |= {'%s' % (v,) for v in ([na_values] if isinstance(na_values, (str, int, float)) else na_values)}
        columns = [[row[k] for row in rows] for k in range(expected)]
        data = {}
        for k, label in enumerate(labels):
            own = nulls
            if isinstance(na_values, dict) and label in na_values:
                own = nulls | {'%s' % (v,) for v in (na_values[label] if isinstance(na_values[label], (list, tuple, set)) else [na_values[label]])}
            kind = dtype.get(label) if isinstance(dtype, dict) else dtype
            values, inferred = _column(columns[k + implicit], own, kind)
            column = Series(values, dtype=inferred)
            data[label] = column.astype(kind) if kind is not None and inferred not in ('str', 'object') else column
        index = None
        if implicit:
            values, inferred = _column(columns[0], nulls, None)
            index = Index(values, inferred)
        elif index_col is not None and index_col is not False:
            label = labels[index_col] if isinstance(index_col, int) else index_col
            if label not in data:
                raise ValueError('Index %s invalid' % index_col)
            column = data.pop(label)
            index = Index(column.tolist(), column.dtype_name, None if isinstance(label, str) and label.startswith('Unnamed: ') else label if isinstance(label, str) else label)
        if usecols is not None:
            if callable(usecols):
                chosen = [label for label in data if usecols(label)]
            else:
                chosen = [labels[c] if isinstance(c, int) and c not in data else c for c in usecols]
                absent = [c for c in chosen if c not in data]
                if absent:
                    raise ValueError('Usecols do not match columns, columns expected but not found: %s' % absent)
                chosen = [label for label in data if label in chosen]
            data = {label: data[label] for label in chosen}
        if index is None:
            index = RangeIndex(len(rows))
        result = DataFrame(index=index)
        for label, column in data.items():
            result._data[label] = Series(column.values, index, dtype=column.dtype_name, name=label)
        return result


    def read_table(filepath_or_buffer, sep='\t', **options):
        return read_csv(filepath_or_buffer, sep=sep, **options)


    def _distinct(labels):
        seen, result = {}, []
        for label in labels:
            if label in seen:
                result.append('%s.%d' % (label, seen[label]))
            else:
                result.append(label)
            seen[label] = seen.get(label, 0) + 1
        return result


    def _field(value, sep, na_rep, form):
        if is_null(value):
            return na_rep
        if isinstance(value, float):
            return form % value if form else repr(float(value))
        text = '%s' % (value,)
        if sep in text or '"' in text or '\n' in text or '\r' in text:
            return '"' + text.replace('"', '""') + '"'
        return text


    def written(frame, sep, na_rep, header, index, form):
        lines = []
        if header:
            names = header if isinstance(header, list) else list(frame._data)
            lines.append(sep.join(([frame.index.name if frame.index.name is not None else ''] if index else []) + [_field(n, sep, na_rep, None) for n in names]))
        columns = [column.tolist() for column in frame._data.values()]
        for place, label in enumerate(frame.index):
            fields = [_field(label, sep, na_rep, form)] if index else []
            fields += [_field(column[place], sep, na_rep, form) for column in columns]
            lines.append(sep.join(fields))
        return '\n'.join(lines) + '\n'
    """#
}
