extension WrittenNumPy {
  /// `numpy._files`: arrays in files.
  static let files = #"""
    """Arrays in files."""
    import numpy as np


    def _name(file):
        return file if isinstance(file, str) else str(file)


    def _read_bytes(file):
        if hasattr(file, 'read'):
            return file.read()
        with open(file, 'rb') as opened:
            return opened.read()


    def save(file, arr, allow_pickle=True, *args):
        data = np._npy_bytes(np.asanyarray(arr))
        if hasattr(file, 'write'):
            file.write(data)
            return
        name = _name(file)
        with open(name if name.endswith('.npy') else name + '.npy', 'wb') as opened:
            opened.write(data)


    def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII', *, max_header_size=10000):
        if allow_pickle:
            raise ValueError('numpy.load does not unpickle objects in Lectern: allow_pickle must be False')
        data = _read_bytes(file)
        name = getattr(file, 'name', 'the file') if hasattr(file, 'read') else _name(file)
        if not data:
            raise EOFError('No data left in file')
        if data[:2] == b'PK':
            return NpzFile(data, name)
        if data[:6] != b'\x93NUMPY':
            if data[:1] == b'\x80':
                raise ValueError('Cannot load file containing pickled data when allow_pickle=False')
            raise ValueError('Cannot load file containing pickled data when allow_pickle=False: ' + str(name) + ' is no numpy file')
        return np._npy_array(data, str(name))


    class NpzFile:
        """Several arrays in one file, by name."""

        def __init__(self, data, name):
            self._name = name
            self._entries = dict(np._zip_entries(data, str(name)))
            self.files = [key[:-4] if key.endswith('.npy') else key for key in self._entries]

        def __getitem__(self, key):
            for name in (key, key + '.npy'):
                if name in self._entries:
                    data = self._entries[name]
                    return np._npy_array(data, '%s in %s' % (name, self._name)) if data[:6] == b'\x93NUMPY' else data
            raise KeyError('%s is not a file in the archive' % key)

        def __contains__(self, key):
            return key in self.files or key in self._entries

        def __iter__(self):
            return iter(self.files)

        def __len__(self):
            return len(self.files)

        def keys(self):
            return self.files

        def values(self):
            return [self[key] for key in self.files]

        def items(self):
            return [(key, self[key]) for key in self.files]

        def get(self, key, default=None):
            return self[key] if key in self else default

        def close(self):
            self._entries = {}

        def __enter__(self):
            return self

        def __exit__(self, *error):
            self.close()

        def __repr__(self):
            return 'NpzFile %r with keys: %s' % (self._name, ', '.join(self.files[:5]) + ('...' if len(self.files) > 5 else ''))


    def _savez(file, args, named, compressed=False):
        arrays = dict(named)
        for number, value in enumerate(args):
            if 'arr_%d' % number in arrays:
                raise ValueError('Cannot use un-named variables and keyword arr_%d' % number)
            arrays['arr_%d' % number] = value
        data = np._zip_bytes([(key + '.npy', np._npy_bytes(np.asanyarray(value))) for key, value in arrays.items()], compressed)
        if hasattr(file, 'write'):
            file.write(data)
            return
        name = _name(file)
        with open(name if name.endswith('.npz') else name + '.npz', 'wb') as opened:
            opened.write(data)


    def savez(file, *args, **kwds):
        kwds.pop('allow_pickle', None)
        _savez(file, args, kwds)


    def savez_compressed(file, *args, **kwds):
        kwds.pop('allow_pickle', None)
        _savez(file, args, kwds, compressed=True)


    def _text(fname, encoding):
        if hasattr(fname, 'read'):
            text = fname.read()
            return text.decode('latin1') if isinstance(text, bytes) else text
        if not isinstance(fname, str) and not hasattr(fname, '__fspath__'):
            return '\n'.join(line.rstrip('\r\n') if isinstance(line, str) else line.decode('latin1').rstrip('\r\n') for line in fname)
        name = _name(fname)
        if name.endswith('.gz') or name.endswith('.bz2'):
            raise NotImplementedError('compressed text files are not read in Lectern: %s' % name)
        try:
            with open(name, encoding='latin1' if encoding in (None, 'bytes') else encoding) as opened:
                return opened.read()
        except FileNotFoundError:
            raise FileNotFoundError('%s not found.' % name) from None


    def _without_comments(line, comments):
        for mark in comments:
            place = line.find(mark)
            if place >= 0:
                line = line[:place]
        return line.rstrip('\r\n')


    def _marks(comments):
        if comments is None:
            return []
        marks = [comments] if isinstance(comments, (str, bytes)) else list(comments)
        return [mark.decode('latin1') if isinstance(mark, bytes) else mark for mark in marks]


    def _fields(line, delimiter, quotechar=None):
        if quotechar and quotechar in line:
            fields, field, quoted = [], '', False
            for letter in line:
                if letter == quotechar:
                    quoted = not quoted
                elif not quoted and (letter == delimiter if delimiter else letter.isspace()):
                    fields.append(field)
                    field = ''
                else:
                    field += letter
            fields.append(field)
            return fields if delimiter else [f for f in fields if f]
        return line.split(delimiter)


    def _convert(field, dtype, row, column):
        try:
            if dtype.kind == 'f':
                return float(field)
            if dtype.kind in 'iu':
                text = field.strip()
                return int(text)
            if dtype.kind == 'b':
                return bool(int(field))
        except ValueError:
            if dtype.kind in 'iu':
                try:
                    return _whole(field)
                except ValueError:
                    pass
            kind = 'int64' if dtype.kind in 'iu' else str(dtype)
            raise ValueError('could not convert string %r to %s at row %d, column %d.' % (field.strip(), kind, row, column + 1)) from None
        return field.strip()


    def _whole(field):
        raise ValueError(field)


    def _shaped(rows, dtype, unpack, ndmin, count):
        if dtype.kind == 'U':
            array = np.array(rows)
        else:
            array = np.array(rows, dtype=dtype)
        return _squeezed(array.reshape(len(rows), count), unpack, ndmin)


    def _squeezed(array, unpack, ndmin):
        if ndmin not in (0, 1, 2):
            raise ValueError('Illegal value of ndmin keyword: %s' % ndmin)
        if array.ndim > ndmin:
            array = np.squeeze(array)
        if array.ndim < ndmin:
            array = np.atleast_1d(array) if ndmin == 1 else np.atleast_2d(array).T
        return array.T if unpack else array


    def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0,
                encoding=None, max_rows=None, *, quotechar=None, like=None):
        dtype = np.dtype(dtype)
        if delimiter is not None and len(delimiter) != 1:
            raise TypeError("Text reading control character must be a single unicode character or None; but got: %r" % delimiter)
        if usecols is not None:
            usecols = [usecols] if isinstance(usecols, int) else list(usecols)
        text = _text(fname, encoding)
        marks = _marks(comments)
        if dtype.kind == 'f' and converters is None and max_rows is None and quotechar is None and not any(mark in text for mark in marks):
            table = np._plain_table(text, delimiter, skiprows)
            if table is not None:
                if usecols is None or all(-table.shape[1] <= c < table.shape[1] for c in usecols):
                    table = table if usecols is None else table[:, usecols]
                    return _squeezed(table.astype(dtype), unpack, ndmin)
        rows, width, number = [], None, 0
        for place, line in enumerate(text.split('\n')):
            if place < skiprows:
                continue
            if max_rows is not None and len(rows) >= max_rows:
                break
            line = _without_comments(line, marks)
            if not line.strip(' \t' if delimiter is None else ' ') and (delimiter is None or not line):
                continue
            number += 1
            fields = _fields(line, delimiter, quotechar)
            if usecols is not None:
                picked = []
                for column in usecols:
                    if not -len(fields) <= column < len(fields):
                        raise ValueError('invalid column index %d at row %d with %d columns' % (column, number, len(fields)))
                    picked.append(fields[column])
                fields, names = picked, [c % len(fields) for c in usecols]
            else:
                names = range(len(fields))
                if width is not None and len(fields) != width:
                    raise ValueError('the number of columns changed from %d to %d at row %d; use `usecols` to select a subset and avoid this error'
                                     % (width, len(fields), number))
            width = len(fields)
            row = []
            for column, field in zip(names, fields):
                function = converters if callable(converters) else (converters or {}).get(column)
                row.append(function(field) if function else _convert(field, dtype, number - 1, column))
            rows.append(row)
        if not rows:
            import warnings
            warnings.warn('loadtxt: input contained no data: "%s"' % (fname,), UserWarning, stacklevel=2)
            return _squeezed(np.zeros((0, width or 1), dtype=dtype), unpack, ndmin) if ndmin == 2 else np.zeros((0,), dtype=dtype)
        return _shaped(rows, dtype, unpack, ndmin, width)


    def _number(field, missing, filling, dtype):
        text = field.strip()
        if text in missing:
            return filling
        try:
            if dtype.kind in 'iu':
                return int(text)
            if dtype.kind == 'b':
                return {'TRUE': True, 'FALSE': False}[text.upper()]
            return float(text)
        except (ValueError, KeyError):
            return filling


    def genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, converters=None, missing_values=None,
                   filling_values=None, usecols=None, names=None, excludelist=None, deletechars=None, replace_space='_', autostrip=False,
                   case_sensitive=True, defaultfmt='f%i', unpack=None, usemask=False, loose=True, invalid_raise=True, max_rows=None,
                   encoding=None, *, ndmin=0, like=None):
        if names or usemask or dtype is None:
            raise NotImplementedError("numpy.genfromtxt does not take 'names', 'usemask' or dtype=None in Lectern: there are no arrays with named fields")
        dtype = np.dtype(dtype)
        marks = _marks(comments)
        lines = _text(fname, encoding).split('\n')[skip_header:]
        rows = []
        places = []
        for place, line in enumerate(lines):
            if max_rows is not None and len(rows) >= max_rows:
                break
            line = _without_comments(line, marks)
            if not line.strip(' ') if delimiter is None else not line:
                continue
            if isinstance(delimiter, int):
                fields = [line[n:n + delimiter] for n in range(0, len(line), delimiter)]
            else:
                fields = line.split() if delimiter is None else line.split(delimiter)
            rows.append(fields)
            places.append(place + 1 + skip_header)
        if skip_footer:
            rows, places = rows[:-skip_footer], places[:-skip_footer]
        if not rows:
            import warnings
            warnings.warn('genfromtxt: Empty input file: "%s"' % (fname,), UserWarning, stacklevel=2)
            return np.array([], dtype=dtype)
        width = len(rows[0])
        bad = [(place, len(row)) for place, row in zip(places, rows) if len(row) != width and (usecols is None or len(row) < width)]
        if bad:
            message = 'Some errors were detected !\n' + '\n'.join(
                '    Line #%d (got %d columns instead of %d)' % (place, got, width) for place, got in bad)
            if invalid_raise:
                raise ValueError(message)
            import warnings
            warnings.warn(message, UserWarning, stacklevel=2)
            rows = [row for row in rows if len(row) == width]
        if usecols is not None:
            usecols = [usecols] if isinstance(usecols, int) else [int(c) for c in (usecols.split(',') if isinstance(usecols, str) else usecols)]
            rows = [[row[c] for c in usecols] for row in rows]
        columns = list(usecols) if usecols is not None else list(range(width))
        default = {'f': np.nan, 'i': -1, 'u': 0, 'b': False, 'U': '???'}[dtype.kind]
        missing = _missing(missing_values, columns)
        result = []
        for row in rows:
            values = []
            for k, field in enumerate(row):
                column = columns[k]
                if isinstance(filling_values, dict):
                    filling = filling_values.get(column, default)
                elif isinstance(filling_values, (list, tuple)):
                    filling = filling_values[k] if k < len(filling_values) else default
                else:
                    filling = default if filling_values is None else filling_values
                function = (converters or {}).get(column)
                if function:
                    values.append(function(field))
                elif dtype.kind == 'U':
                    values.append(field.strip() if autostrip or delimiter is None else field)
                else:
                    values.append(_number(field, missing[k], filling, dtype))
            result.append(values)
        return _shaped(result, dtype, bool(unpack), ndmin, len(columns))


    def _missing(values, columns):
        if isinstance(values, dict):
            return [{'', str(values[c])} if c in values else {''} for c in columns]
        if isinstance(values, (list, tuple)):
            return [{'', str(values[k])} if k < len(values) else {''} for k in range(len(columns))]
        marks = {''} if values is None else {''} | {mark.strip() for mark in str(values).split(',')}
        return [marks for _ in columns]


    def recfromcsv(*args, **options):
        raise NotImplementedError('numpy.recfromcsv is not implemented in Lectern: there are no record arrays')


    def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
        X = np.asarray(X)
        if X.ndim == 0 or X.ndim > 2:
            raise ValueError('Expected 1D or 2D array, got %dD array instead' % X.ndim)
        if X.ndim == 1:
            X = X.reshape(-1, 1)
        count = X.shape[1]
        if isinstance(fmt, (list, tuple)):
            if len(fmt) != count:
                raise AttributeError('fmt has wrong shape.  %s' % str(fmt))
            form = delimiter.join(fmt)
        elif fmt.count('%') == 1:
            form = delimiter.join([fmt] * count)
        elif fmt.count('%') == count:
            form = fmt
        else:
            raise ValueError('fmt has wrong number of %% formats:  %s' % fmt)
        lines = []
        if header:
            lines.append(comments + header.replace('\n', '\n' + comments) + newline)
        for row in X.tolist():
            try:
                lines.append(form % tuple(row) + newline)
            except TypeError:
                raise TypeError("Mismatch between array dtype ('%s') and format specifier ('%s')" % (X.dtype, form)) from None
        if footer:
            lines.append(comments + footer.replace('\n', '\n' + comments) + newline)
        text = ''.join(lines)
        if hasattr(fname, 'write'):
            try:
                fname.write(text)
            except TypeError:
                fname.write(text.encode('latin1'))
            return
        with open(_name(fname), 'w', encoding='latin1' if encoding is None else encoding, newline='') as opened:
            opened.write(text)


    def fromstring(string, dtype=float, count=-1, *, sep, like=None):
        fields = string.split() if not sep.strip() else [f for f in string.split(sep.strip()) if f.strip()]
        dtype = np.dtype(dtype)
        values = [float(f) if dtype.kind == 'f' else int(f) for f in fields]
        return np.array(values if count < 0 else values[:count], dtype=dtype)


    def fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None):
        if sep:
            return fromstring(_text(file, None), dtype, count, sep=sep)
        data = _read_bytes(file)[offset:]
        size = np.dtype(dtype).itemsize
        return np.frombuffer(data[:len(data) // size * size], dtype, count)
    """#
}
