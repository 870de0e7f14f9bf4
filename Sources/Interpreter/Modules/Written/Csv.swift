extension WrittenModules {
  /// `csv`: reading and writing of comma-separated values.
  static let csv = #"""
    """Reading and writing of comma-separated values."""
    QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


    class Error(Exception):
        pass


    class Dialect:
        delimiter = ','
        quotechar = '"'
        escapechar = None
        doublequote = True
        skipinitialspace = False
        lineterminator = '\r\n'
        quoting = QUOTE_MINIMAL
        strict = False


    class excel(Dialect):
        pass


    class excel_tab(excel):
        delimiter = '\t'


    class unix_dialect(Dialect):
        lineterminator = '\n'
        quoting = QUOTE_ALL


    _dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}


    def register_dialect(name, dialect=Dialect, **options):
        _dialects[name] = type('dialect', (_settings(dialect),), options)


    def unregister_dialect(name):
        del _dialects[name]


    def get_dialect(name):
        return _settings(name)


    def list_dialects():
        return list(_dialects)


    def _settings(dialect, options={}):
        if isinstance(dialect, str):
            if dialect not in _dialects:
                raise Error('unknown dialect')
            dialect = _dialects[dialect]
        for name in options:
            if not hasattr(Dialect, name):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        result = type('dialect', (dialect if isinstance(dialect, type) else type(dialect),), dict(options))
        if not isinstance(result.delimiter, str) or len(result.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        return result


    class _Reader:
        def __init__(self, lines, dialect):
            self._lines = iter(lines)
            self.dialect = dialect
            self.line_num = 0

        def __iter__(self):
            return self

        def __next__(self):
            d = self.dialect
            fields, field, is_open, was_quoted = [], [], False, False
            line = next(self._lines)
            self.line_num += 1
            while True:
                if not isinstance(line, str):
                    raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
                index, count = 0, len(line)
                while index < count:
                    char = line[index]
                    index += 1
                    if d.escapechar is not None and char == d.escapechar and index < count:
                        field.append(line[index])
                        index += 1
                    elif is_open:
                        if char == d.quotechar:
                            if d.doublequote and index < count and line[index] == d.quotechar:
                                field.append(char)
                                index += 1
                            else:
                                is_open = False
                        else:
                            field.append(char)
                    elif char == d.quotechar and not field and not was_quoted and d.quoting != QUOTE_NONE:
                        is_open = was_quoted = True
                    elif char == d.delimiter:
                        fields.append(self._value(field, was_quoted))
                        field, was_quoted = [], False
                    elif char in '\r\n':
                        if line[index - 1:].strip('\r\n'):
                            raise Error('new-line character seen in unquoted field - do you need to open the file in universal-newline mode?')
                        break
                    elif char == ' ' and d.skipinitialspace and not field and not was_quoted:
                        pass
                    else:
                        if was_quoted and d.strict:
                            raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                        field.append(char)
                if not is_open:
                    break
                try:
                    line = next(self._lines)
                except StopIteration:
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    break
                self.line_num += 1
            if fields or field or was_quoted:
                fields.append(self._value(field, was_quoted))
            return fields

        def _value(self, field, was_quoted):
            text = ''.join(field)
            return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted else text


    def reader(csvfile, dialect='excel', **options):
        return _Reader(csvfile, _settings(dialect, options))


    class _Writer:
        def __init__(self, file, dialect):
            self._file = file
            self.dialect = dialect

        def _field(self, value, is_alone):
            d = self.dialect
            text = '' if value is None else repr(value) if isinstance(value, float) else str(value)
            special = [char for char in text if char in (d.delimiter, d.quotechar, d.escapechar, '\r', '\n')]
            if d.quoting == QUOTE_NONE:
                if special:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    return ''.join(d.escapechar + char if char in special else char for char in text)
                return text
            wants = (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
                     or special or is_alone and text == '')
            if not wants:
                return text
            if d.doublequote:
                text = text.replace(d.quotechar, d.quotechar * 2)
            elif d.escapechar is not None:
                text = text.replace(d.quotechar, d.escapechar + d.quotechar)
            return d.quotechar + text + d.quotechar

        def writerow(self, row):
            try:
                row = list(row)
            except TypeError:
                raise Error(f'iterable expected, not {type(row).__name__}') from None
            fields = [self._field(value, len(row) == 1) for value in row]
            return self._file.write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

        def writerows(self, rows):
            for row in rows:
                self.writerow(row)


    def writer(csvfile, dialect='excel', **options):
        return _Writer(csvfile, _settings(dialect, options))


    class DictReader:
        def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', **options):
            self.reader = reader(f, dialect, **options)
            self._fieldnames = None if fieldnames is None else list(fieldnames)
            self.restkey, self.restval = restkey, restval

        @property
        def fieldnames(self):
            if self._fieldnames is None:
                self._fieldnames = next(self.reader, None)
            return self._fieldnames

        @property
        def line_num(self):
            return self.reader.line_num

        def __iter__(self):
            return self

        def __next__(self):
            names = self.fieldnames
            row = next(self.reader)
            while row == []:
                row = next(self.reader)
            result = dict(zip(names, row))
            if len(row) > len(names):
                result[self.restkey] = row[len(names):]
            for name in names[len(row):]:
                result[name] = self.restval
            return result


    class DictWriter:
        def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', **options):
            self.fieldnames = list(fieldnames)
            self.restval, self.extrasaction = restval, extrasaction
            self.writer = writer(f, dialect, **options)

        def writeheader(self):
            return self.writer.writerow(self.fieldnames)

        def writerow(self, rowdict):
            if self.extrasaction == 'raise':
                wrong = [name for name in rowdict if name not in self.fieldnames]
                if wrong:
                    raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
            return self.writer.writerow(rowdict.get(name, self.restval) for name in self.fieldnames)

        def writerows(self, rowdicts):
            for row in rowdicts:
                self.writerow(row)
    """#
}
