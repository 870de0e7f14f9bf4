extension WrittenModules {
  /// `datetime`, first part: durations, time zones and dates.
  static let datetimeDates = #"""
    """Dates and times."""
    import operator as _operator
    import time as _time
    from collections import namedtuple as _namedtuple
    from functools import total_ordering as _total_ordering

    MINYEAR, MAXYEAR = 1, 9999
    _DAY_NAMES = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
    _MONTH_NAMES = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
    _FULL_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
    _FULL_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
                    'December')


    def _is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


    def _month_days(year, month):
        return 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


    def _days_before_year(year):
        year -= 1
        return year * 365 + year // 4 - year // 100 + year // 400


    def _days_before_month(year, month):
        return sum(_month_days(year, m) for m in range(1, month))


    def _from_ordinal(number):
        # 400 years are 146097 days; the estimate is at most one year too late.
        year = (number - 1) * 400 // 146097 + 1
        while _days_before_year(year) >= number:
            year -= 1
        while _days_before_year(year + 1) < number:
            year += 1
        rest = number - _days_before_year(year)
        month = 1
        while rest > _month_days(year, month):
            rest -= _month_days(year, month)
            month += 1
        return year, month, rest


    @_total_ordering
    class timedelta:
        def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
            days += weeks * 7
            seconds += minutes * 60 + hours * 3600
            microseconds += milliseconds * 1000
            whole_days = int(days // 1)
            seconds += (days - whole_days) * 86400
            whole_seconds = int(seconds // 1)
            microseconds = round(microseconds + (seconds - whole_seconds) * 1000000)
            extra, self.microseconds = divmod(microseconds, 1000000)
            more, self.seconds = divmod(whole_seconds + extra, 86400)
            self.days = whole_days + more
            if abs(self.days) > 999999999:
                raise OverflowError(f'days={self.days}; must have magnitude <= 999999999')

        def _total(self):
            return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

        def total_seconds(self):
            return self._total() / 1000000

        def __repr__(self):
            parts = [f'{name}={getattr(self, name)}' for name in ('days', 'seconds', 'microseconds') if getattr(self, name)]
            return f"datetime.timedelta({', '.join(parts) or '0'})"

        def __str__(self):
            minutes, second = divmod(self.seconds, 60)
            text = f'{minutes // 60}:{minutes % 60:02d}:{second:02d}'
            if self.days:
                text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
            return text + (f'.{self.microseconds:06d}' if self.microseconds else '')

        def __add__(self, other):
            return timedelta(microseconds=self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

        __radd__ = __add__

        def __sub__(self, other):
            return timedelta(microseconds=self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

        def __neg__(self):
            return timedelta(microseconds=-self._total())

        def __pos__(self):
            return self

        def __abs__(self):
            return -self if self.days < 0 else self

        def __mul__(self, other):
            if isinstance(other, int):
                return timedelta(microseconds=self._total() * other)
            if isinstance(other, float):
                numerator, denominator = other.as_integer_ratio()
                return timedelta(microseconds=_divide(self._total() * numerator, denominator))
            return NotImplemented

        __rmul__ = __mul__

        def __truediv__(self, other):
            if isinstance(other, timedelta):
                return self._total() / other._total()
            if isinstance(other, int):
                return timedelta(microseconds=_divide(self._total(), other))
            if isinstance(other, float):
                numerator, denominator = other.as_integer_ratio()
                return timedelta(microseconds=_divide(self._total() * denominator, numerator))
            return NotImplemented

        def __floordiv__(self, other):
            if isinstance(other, timedelta):
                return self._total() // other._total()
            return timedelta(microseconds=self._total() // other) if isinstance(other, int) else NotImplemented

        def __mod__(self, other):
            return timedelta(microseconds=self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

        def __divmod__(self, other):
            return self // other, self % other

        def __eq__(self, other):
            return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

        def __lt__(self, other):
            return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

        def __hash__(self):
            return hash(self._total())

        def __bool__(self):
            return self._total() != 0


    def _divide(a, b):
        """The quotient to the nearest integer, halves to even."""
        if b < 0:
            a, b = -a, -b
        whole, rest = divmod(a, b)
        return whole + (2 * rest > b or 2 * rest == b and whole % 2 == 1)


    timedelta.min = timedelta(-999999999)
    timedelta.max = timedelta(999999999, 86399, 999999)
    timedelta.resolution = timedelta(microseconds=1)


    class tzinfo:
        def utcoffset(self, dt):
            raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

        def dst(self, dt):
            raise NotImplementedError('a tzinfo subclass must implement dst()')

        def tzname(self, dt):
            raise NotImplementedError('a tzinfo subclass must implement tzname()')


    class timezone(tzinfo):
        def __init__(self, offset, name=None):
            if not -timedelta(1) < offset < timedelta(1):
                raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not '
                                 f'{offset!r}.')
            self._offset, self._name = offset, name

        def utcoffset(self, dt):
            return self._offset

        def dst(self, dt):
            return None

        def tzname(self, dt):
            if self._name is not None:
                return self._name
            return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

        __str__ = lambda self: self.tzname(None)

        def __repr__(self):
            if self is timezone.utc:
                return 'datetime.timezone.utc'
            name = '' if self._name is None else f', {self._name!r}'
            return f'datetime.timezone({self._offset!r}{name})'

        def __eq__(self, other):
            return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

        def __hash__(self):
            return hash(self._offset)


    def _offset_text(offset):
        sign = '-' if offset.days < 0 else '+'
        minutes, seconds = divmod(abs(offset).seconds, 60)
        return f'{sign}{minutes // 60:02d}:{minutes % 60:02d}' + (f':{seconds:02d}' if seconds else '')


    timezone.utc = UTC = timezone(timedelta(0))


    def _check_date(year, month, day):
        for place, (name, value) in enumerate((('year', year), ('month', month), ('day', day)), 1):
            if value is None:
                raise TypeError(f"function missing required argument '{name}' (pos {place})")
            _operator.index(value)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'year {year} is out of range')
        if not 1 <= month <= 12:
            raise ValueError('month must be in 1..12')
        if not 1 <= day <= _month_days(year, month):
            raise ValueError('day is out of range for month')


    def _strftime(moment, format, hour=0, minute=0, second=0, microsecond=0):
        result, index = '', 0
        while index < len(format):
            char = format[index]
            index += 1
            if char != '%' or index == len(format):
                result += char
                continue
            code = format[index]
            index += 1
            if code == 'f':
                result += f'{microsecond:06d}'
            elif code == 'z':
                offset = moment.utcoffset() if hasattr(moment, 'utcoffset') else None
                result += '' if offset is None else _offset_text(offset).replace(':', '')
            elif code == 'Z':
                result += (moment.tzname() or '') if hasattr(moment, 'tzname') else ''
            else:
                day = moment if isinstance(moment, date) else date(1900, 1, 1)
                yearday = day.toordinal() - date(day.year, 1, 1).toordinal() + 1
                result += _time.strftime('%' + code, (day.year, day.month, day.day, hour, minute, second, day.weekday(), yearday, -1))
        return result


    class IsoCalendarDate(_namedtuple('IsoCalendarDate', 'year week weekday')):
        def __repr__(self):
            return f'datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})'


    class date:
        def __init__(self, year=None, month=None, day=None):
            _check_date(year, month, day)
            self._year, self._month, self._day = year, month, day

        year = property(lambda self: self._year)
        month = property(lambda self: self._month)
        day = property(lambda self: self._day)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(_time.time())

        @classmethod
        def fromtimestamp(cls, timestamp):
            return cls(*_time.localtime(timestamp)[:3])

        @classmethod
        def fromordinal(cls, n):
            return cls(*_from_ordinal(n))

        @classmethod
        def fromisoformat(cls, text):
            parts = text.split('-')
            if len(parts) != 3 or [len(part) for part in parts] != [4, 2, 2] or not ''.join(parts).isdigit():
                raise ValueError(f'Invalid isoformat string: {text!r}')
            return cls(*map(int, parts))

        def toordinal(self):
            return _days_before_year(self._year) + _days_before_month(self._year, self._month) + self._day

        def weekday(self):
            return (self.toordinal() + 6) % 7

        def isoweekday(self):
            return self.weekday() + 1

        def isocalendar(self):
            thursday = self.toordinal() - self.weekday() + 3
            year = _from_ordinal(thursday)[0]
            week = (thursday - _days_before_year(year) - 1) // 7 + 1
            return IsoCalendarDate(year, week, self.isoweekday())

        def timetuple(self):
            return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                      self.toordinal() - _days_before_year(self._year), -1))

        def isoformat(self):
            return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

        def __str__(self):
            return self.isoformat()

        def __repr__(self):
            return f'datetime.date({self._year}, {self._month}, {self._day})'

        def ctime(self):
            return f'{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}'

        def strftime(self, format):
            return _strftime(self, format)

        def __format__(self, spec):
            return self.strftime(spec) if spec else str(self)

        def replace(self, year=None, month=None, day=None):
            return type(self)(year or self._year, month or self._month, day or self._day)

        def __add__(self, other):
            if not isinstance(other, timedelta):
                return NotImplemented
            number = self.toordinal() + other.days
            if not 0 < number <= 3652059:
                raise OverflowError('date value out of range')
            return type(self).fromordinal(number)

        __radd__ = __add__

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return self + timedelta(-other.days)
            if isinstance(other, date):
                return timedelta(self.toordinal() - other.toordinal())
            return NotImplemented

        def _key(self):
            return self._year, self._month, self._day

        def _comparable(self, other):
            return isinstance(other, date) and not isinstance(other, datetime)

        def __eq__(self, other):
            return self._key() == other._key() if self._comparable(other) else NotImplemented

        def __lt__(self, other):
            return self._key() < other._key() if self._comparable(other) else NotImplemented

        def __le__(self, other):
            return self._key() <= other._key() if self._comparable(other) else NotImplemented

        def __gt__(self, other):
            return self._key() > other._key() if self._comparable(other) else NotImplemented

        def __ge__(self, other):
            return self._key() >= other._key() if self._comparable(other) else NotImplemented

        def __hash__(self):
            return hash(self._key())


    date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
    """#
}
