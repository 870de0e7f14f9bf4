extension WrittenModules {
  /// `datetime`: dates and times.
  static let datetime = datetimeDates + "\n\n" + #"""
    def _check_time(hour, minute, second, microsecond):
        for name, value, most in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59), ('microsecond', microsecond, 999999)):
            if not 0 <= value <= most:
                raise ValueError(f'{name} must be in 0..{most}')


    def _clock_text(self, timespec):
        text = f'{self._hour:02d}:{self._minute:02d}'
        if timespec == 'hours':
            return text[:2]
        if timespec == 'minutes':
            return text
        text += f':{self._second:02d}'
        if timespec == 'microseconds' or timespec == 'auto' and self._microsecond:
            text += f'.{self._microsecond:06d}'
        elif timespec == 'milliseconds':
            text += f'.{self._microsecond // 1000:03d}'
        elif timespec not in ('auto', 'seconds'):
            raise ValueError('Unknown timespec value')
        return text


    def _parse_clock(text, whole):
        import re
        match = re.fullmatch(r'(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,6})\d*)?)?)?(Z|[+-]\d\d:\d\d(?::\d\d)?)?', text)
        if match is None:
            raise ValueError(f'Invalid isoformat string: {whole!r}')
        hour, minute, second, fraction, zone = match.groups()
        tz = None
        if zone == 'Z':
            tz = timezone.utc
        elif zone:
            parts = [int(part) for part in zone[1:].split(':')]
            offset = timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2] if len(parts) > 2 else 0)
            tz = timezone(-offset if zone[0] == '-' else offset) if offset else timezone.utc
        return int(hour), int(minute or 0), int(second or 0), int((fraction or '0').ljust(6, '0')), tz


    class _Clock:
        hour = property(lambda self: self._hour)
        minute = property(lambda self: self._minute)
        second = property(lambda self: self._second)
        microsecond = property(lambda self: self._microsecond)
        tzinfo = property(lambda self: self._tzinfo)
        fold = property(lambda self: self._fold)


    class time(_Clock):
        def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
            _check_time(hour, minute, second, microsecond)
            self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
            self._tzinfo, self._fold = tzinfo, fold

        @classmethod
        def fromisoformat(cls, text):
            return cls(*_parse_clock(text, text))

        def utcoffset(self):
            return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

        def tzname(self):
            return None if self._tzinfo is None else self._tzinfo.tzname(None)

        def isoformat(self, timespec='auto'):
            offset = self.utcoffset()
            return _clock_text(self, timespec) + ('' if offset is None else _offset_text(offset))

        __str__ = isoformat

        def strftime(self, format):
            return _strftime(self, format, self._hour, self._minute, self._second, self._microsecond)

        def __format__(self, spec):
            return self.strftime(spec) if spec else str(self)

        def __repr__(self):
            parts = [self._hour, self._minute]
            if self._second or self._microsecond:
                parts.append(self._second)
            if self._microsecond:
                parts.append(self._microsecond)
            zone = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'
            return f"datetime.time({', '.join(map(str, parts))}{zone})"

        def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
            given = (hour, minute, second, microsecond)
            own = (self._hour, self._minute, self._second, self._microsecond)
            return type(self)(*[b if a is None else a for a, b in zip(given, own)], self._tzinfo if tzinfo is True else tzinfo)

        def _key(self):
            offset = self.utcoffset()
            shift = 0 if offset is None else offset._total()
            return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond - shift

        def __eq__(self, other):
            return self._key() == other._key() if isinstance(other, time) else NotImplemented

        def __lt__(self, other):
            return self._key() < other._key() if isinstance(other, time) else NotImplemented

        def __le__(self, other):
            return self._key() <= other._key() if isinstance(other, time) else NotImplemented

        def __gt__(self, other):
            return self._key() > other._key() if isinstance(other, time) else NotImplemented

        def __ge__(self, other):
            return self._key() >= other._key() if isinstance(other, time) else NotImplemented

        def __hash__(self):
            return hash(self._key())


    time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)


    class datetime(date, _Clock):
        def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
            _check_date(year, month, day)
            _check_time(hour, minute, second, microsecond)
            self._year, self._month, self._day = year, month, day
            self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
            self._tzinfo, self._fold = tzinfo, fold

        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(_time.time(), tz)

        @classmethod
        def utcnow(cls):
            return cls.utcfromtimestamp(_time.time())

        @classmethod
        def today(cls):
            return cls.now()

        @classmethod
        def fromtimestamp(cls, timestamp, tz=None):
            if tz is not None:
                return (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=timestamp)).astimezone(tz)
            micros = round(timestamp * 1000000)
            return cls(*_time.localtime(micros // 1000000)[:6], micros % 1000000)

        @classmethod
        def utcfromtimestamp(cls, timestamp):
            return cls(1970, 1, 1) + timedelta(microseconds=round(timestamp * 1000000))

        @classmethod
        def fromordinal(cls, n):
            return cls(*_from_ordinal(n))

        @classmethod
        def combine(cls, date, time, tzinfo=True):
            zone = time.tzinfo if tzinfo is True else tzinfo
            return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone)

        @classmethod
        def fromisoformat(cls, text):
            if len(text) < 10:
                raise ValueError(f'Invalid isoformat string: {text!r}')
            try:
                day = date.fromisoformat(text[:10])
            except ValueError as error:
                if 'Invalid isoformat' in str(error):
                    raise ValueError(f'Invalid isoformat string: {text!r}') from None
                raise
            clock = _parse_clock(text[11:], text) if len(text) > 10 else ()
            return cls(day.year, day.month, day.day, *clock)

        @classmethod
        def strptime(cls, text, format):
            return _strptime(cls, text, format)

        def date(self):
            return date(self._year, self._month, self._day)

        def time(self):
            return time(self._hour, self._minute, self._second, self._microsecond)

        def timetz(self):
            return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

        def utcoffset(self):
            return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

        def tzname(self):
            return None if self._tzinfo is None else self._tzinfo.tzname(self)

        def dst(self):
            return None if self._tzinfo is None else self._tzinfo.dst(self)

        def timetuple(self):
            return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                      self.toordinal() - _days_before_year(self._year), -1))

        def _micros(self):
            seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
            return seconds * 1000000 + self._microsecond

        def timestamp(self):
            if self._tzinfo is None:
                return _time.mktime(self.timetuple()) + self._microsecond / 1000000
            return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

        def astimezone(self, tz=None):
            moment = self
            if moment._tzinfo is None or tz is None:
                offset = timedelta(seconds=-_time.timezone)
                local = timezone(offset)
                if moment._tzinfo is None:
                    moment = moment.replace(tzinfo=local)
                tz = tz or local
            universal = moment.replace(tzinfo=None) - moment.utcoffset()
            return (universal + tz.utcoffset(universal)).replace(tzinfo=tz)

        def isoformat(self, sep='T', timespec='auto'):
            offset = self.utcoffset()
            return date.isoformat(self) + sep + _clock_text(self, timespec) + ('' if offset is None else _offset_text(offset))

        def __str__(self):
            return self.isoformat(' ')

        def __repr__(self):
            parts = [self._year, self._month, self._day, self._hour, self._minute]
            if self._second or self._microsecond:
                parts.append(self._second)
            if self._microsecond:
                parts.append(self._microsecond)
            zone = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'
            return f"datetime.datetime({', '.join(map(str, parts))}{zone})"

        def ctime(self):
            clock = f'{self._hour:02d}:{self._minute:02d}:{self._second:02d}'
            return f'{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month - 1]} {self._day:2d} {clock} {self._year:04d}'

        def strftime(self, format):
            return _strftime(self, format, self._hour, self._minute, self._second, self._microsecond)

        def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=0):
            given = (year, month, day, hour, minute, second, microsecond)
            own = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
            return type(self)(*[b if a is None else a for a, b in zip(given, own)], self._tzinfo if tzinfo is True else tzinfo)

        def __add__(self, other):
            if not isinstance(other, timedelta):
                return NotImplemented
            days, micros = divmod(self._micros() + other._total(), 86400000000)
            if not 0 < days <= 3652059:
                raise OverflowError('date value out of range')
            seconds, micros = divmod(micros, 1000000)
            minutes, second = divmod(seconds, 60)
            return type(self)(*_from_ordinal(days), minutes // 60, minutes % 60, second, micros, self._tzinfo)

        __radd__ = __add__

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return self + -other
            if not isinstance(other, datetime):
                return NotImplemented
            a, b = self.utcoffset(), other.utcoffset()
            if (a is None) != (b is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            shift = 0 if a is None else b._total() - a._total()
            return timedelta(microseconds=self._micros() - other._micros() + shift)

        def _key(self):
            offset = self.utcoffset()
            return self._micros() - (0 if offset is None else offset._total())

        def _comparable(self, other):
            return isinstance(other, datetime)

        def _ordered(self, other):
            if not isinstance(other, datetime):
                return False
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return True

        def __eq__(self, other):
            if not isinstance(other, datetime):
                return NotImplemented
            return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

        def __lt__(self, other):
            return self._key() < other._key() if self._ordered(other) else NotImplemented

        def __le__(self, other):
            return self._key() <= other._key() if self._ordered(other) else NotImplemented

        def __gt__(self, other):
            return self._key() > other._key() if self._ordered(other) else NotImplemented

        def __ge__(self, other):
            return self._key() >= other._key() if self._ordered(other) else NotImplemented

        def __hash__(self):
            return hash(self._key())


    datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
    datetime.resolution = timedelta(microseconds=1)


    def _strptime(cls, text, format):
        import re
        patterns = {'d': r'\d{1,2}', 'm': r'\d{1,2}', 'Y': r'\d{4}', 'y': r'\d{2}', 'H': r'\d{1,2}', 'I': r'\d{1,2}', 'M': r'\d{1,2}',
                    'S': r'\d{1,2}', 'f': r'\d{1,6}', 'j': r'\d{1,3}', 'p': r'[AaPp][Mm]', 'z': r'Z|[+-]\d\d:?\d\d', 'Z': r'[A-Za-z]*',
                    'b': '|'.join(_MONTH_NAMES), 'B': '|'.join(_FULL_MONTHS), 'a': '|'.join(_DAY_NAMES), 'A': '|'.join(_FULL_DAYS)}
        full = format.replace('%T', '%H:%M:%S').replace('%D', '%m/%d/%y').replace('%F', '%Y-%m-%d').replace('%R', '%H:%M')
        pattern, codes, index = '', [], 0
        while index < len(full):
            char = full[index]
            index += 1
            if char == '%':
                code = full[index:index + 1]
                index += 1
                if code == '%':
                    pattern += '%'
                elif code in patterns and code:
                    pattern += f'({patterns[code]})'
                    codes.append(code)
                else:
                    raise ValueError(f"'{code}' is a bad directive in format '{format}'")
            elif char.isspace():
                pattern += r'\s+'
            else:
                pattern += re.escape(char)
        match = re.match(pattern, text, re.IGNORECASE)
        if match is None:
            raise ValueError(f'time data {text!r} does not match format {format!r}')
        if match.end() != len(text):
            raise ValueError(f'unconverted data remains: {text[match.end():]}')
        parts = dict(zip(codes, match.groups()))
        year = int(parts.get('Y', 1900))
        if 'y' in parts:
            year = int(parts['y']) + (2000 if int(parts['y']) < 69 else 1900)
        month = int(parts.get('m', 1))
        if 'b' in parts:
            month = [name.lower() for name in _MONTH_NAMES].index(parts['b'].lower()) + 1
        if 'B' in parts:
            month = [name.lower() for name in _FULL_MONTHS].index(parts['B'].lower()) + 1
        day = int(parts.get('d', 1))
        if 'j' in parts:
            _, month, day = _from_ordinal(_days_before_year(year) + int(parts['j']))
        hour = int(parts.get('H', 0))
        if 'I' in parts:
            hour = int(parts['I']) % 12 + (12 if parts.get('p', '').lower() == 'pm' else 0)
        tz = None
        if parts.get('z') == 'Z':
            tz = timezone.utc
        elif 'z' in parts:
            digits = parts['z'][1:].replace(':', '')
            offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
            tz = timezone(-offset if parts['z'][0] == '-' else offset) if offset else timezone.utc
        micros = int(parts.get('f', '0').ljust(6, '0'))
        return cls(year, month, day, hour, int(parts.get('M', 0)), int(parts.get('S', 0)), micros, tz)
    """#
}
