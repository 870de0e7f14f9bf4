from datetime import *
d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isoformat(), d.strftime('%d/%m/%Y %A %j'), d + timedelta(days=1), d - date(2024, 1, 1), d.replace(day=1), d.toordinal(), date.fromordinal(738000), d < date(2025, 1, 1), date.fromisoformat('2020-05-17'), d.isocalendar())
t = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(t, repr(t), t.total_seconds(), t * 2, t / 2, -t, t // timedelta(hours=1), abs(-t), timedelta(0), timedelta(hours=25), t > timedelta(1), timedelta(microseconds=5), timedelta(weeks=1, days=-8), t % timedelta(hours=1))
dt = datetime(2024, 1, 2, 3, 4, 5, 678)
print(dt, repr(dt), dt.date(), dt.time(), dt.isoformat(), dt + timedelta(hours=30), dt - datetime(2023, 1, 1), dt.strftime('%Y-%m-%d %H:%M:%S.%f %p %I %b %a'), datetime.strptime('2021-03-04 05:06:07', '%Y-%m-%d %H:%M:%S'), datetime.fromisoformat('2020-01-01T10:20:30'), dt.replace(year=2000), f'{dt:%H:%M}')
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(u, repr(u), u.timestamp(), datetime.fromtimestamp(0, timezone.utc), u.astimezone(timezone(timedelta(hours=2))), u.utcoffset(), time(1, 2, 3), repr(time(1, 2)), time(5) < time(6), datetime.combine(d, time(1, 2)), datetime.min, date.max)
print(datetime.strptime('Jan 5 99', '%b %d %y'), datetime.strptime('12:30 PM', '%I:%M %p').time(), dt == datetime(2024, 1, 2, 3, 4, 5, 678), hash(d) == hash(date(2024, 2, 29)), dt.ctime())
date(2023, 2, 29)  # raises: ValueError: day is out of range for month
# expect:
# 2024-02-29 datetime.date(2024, 2, 29) 3 4 2024-02-29 29/02/2024 Thursday 060 2024-03-01 59 days, 0:00:00 2024-02-01 738945 2021-07-29 True 2020-05-17 datetime.IsoCalendarDate(year=2024, week=9, weekday=4)
# 1 day, 2:03:04.500000 datetime.timedelta(days=1, seconds=7384, microseconds=500000) 93784.5 2 days, 4:06:09 13:01:32.250000 -2 days, 21:56:55.500000 26 1 day, 2:03:04.500000 0:00:00 1 day, 1:00:00 True 0:00:00.000005 -1 day, 0:00:00 0:03:04.500000
# 2024-01-02 03:04:05.000678 datetime.datetime(2024, 1, 2, 3, 4, 5, 678) 2024-01-02 03:04:05.000678 2024-01-02T03:04:05.000678 2024-01-03 09:04:05.000678 366 days, 3:04:05.000678 2024-01-02 03:04:05.000678 AM 03 Jan Tue 2021-03-04 05:06:07 2020-01-01 10:20:30 2000-01-02 03:04:05.000678 03:04
# 2024-01-01 00:00:00+00:00 datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) 1704067200.0 1970-01-01 00:00:00+00:00 2024-01-01 02:00:00+02:00 0:00:00 01:02:03 datetime.time(1, 2) True 2024-02-29 01:02:00 0001-01-01 00:00:00 9999-12-31
# 1999-01-05 00:00:00 12:30:00 True True Tue Jan  2 03:04:05 2024
# ---
from datetime import datetime
datetime.strptime('x', '%Y')  # raises: ValueError: time data 'x' does not match format '%Y'
# ---
from datetime import date
date(2024, 13, 1)  # raises: ValueError: month must be in 1..12
