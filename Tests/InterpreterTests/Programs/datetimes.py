from datetime import datetime, date, time, timedelta, timezone
d = datetime(2024, 2, 29, 13, 5, 7, 123456); print(d, repr(d), d.date(), d.time(), d.isoformat(), d.strftime('%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %U %w %y %I %p %%'), d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple().tm_yday, d.replace(year=2023, day=1), d + timedelta(days=366, hours=5), d - datetime(2020, 1, 1))
print(datetime.strptime('2024-01-02 03:04', '%Y-%m-%d %H:%M'), datetime.fromisoformat('2024-01-02T03:04:05'), date.fromisoformat('2024-05-06'), date(2024, 1, 31) + timedelta(30), datetime.strptime('5 Mar 24', '%d %b %y'))
t = timedelta(days=-1, seconds=5, microseconds=3, hours=2); print(t, repr(t), t.total_seconds(), t.days, t.seconds, abs(t), -t, t * 2, t / 2, t // timedelta(seconds=7), t % timedelta(seconds=7), divmod(timedelta(10), timedelta(3)), timedelta(1) / timedelta(hours=5), timedelta.max, timedelta(weeks=1, milliseconds=1.5), bool(timedelta(0)), timedelta(1) > timedelta(0))
u = datetime(2024, 1, 1, tzinfo=timezone.utc); print(u, u.isoformat(), u.astimezone(timezone(timedelta(hours=5, minutes=30))), u.timestamp(), u.tzinfo, repr(u), timezone(timedelta(hours=-3)), datetime.fromtimestamp(0, timezone.utc), u.utcoffset())
print(date.min, date.max, date(2024, 3, 1).toordinal(), date.fromordinal(738000), time(1, 2), time(1, 2, 3, 4), repr(time(5)), date(2024, 1, 1) < date(2024, 1, 2), date(2024, 1, 1).strftime('%d/%m/%y'), f'{d:%H:%M}', date(2024,5,6).ctime())
for f in [lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: time(25), lambda: datetime.strptime('x', '%Y'), lambda: u - d, lambda: d < u, lambda: datetime.fromisoformat('bad'), lambda: datetime.strptime('2024 x', '%Y'), lambda: date(1, 1, 1) - timedelta(1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect:
# 2024-02-29 13:05:07.123456 datetime.datetime(2024, 2, 29, 13, 5, 7, 123456) 2024-02-29 13:05:07.123456 2024-02-29T13:05:07.123456 2024-02-29 13:05:07.123456 Thu Thursday Feb February 060 08 4 24 01 PM % 3 4 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 60 2023-02-01 13:05:07.123456 2025-03-01 18:05:07.123456 1520 days, 13:05:07.123456
# 2024-01-02 03:04:00 2024-01-02 03:04:05 2024-05-06 2024-03-01 2024-03-05 00:00:00
# -1 day, 2:00:05.000003 datetime.timedelta(days=-1, seconds=7205, microseconds=3) -79194.999997 -1 7205 21:59:54.999997 21:59:54.999997 -2 days, 4:00:10.000006 -1 day, 13:00:02.500002 -11314 0:00:03.000003 (3, datetime.timedelta(days=1)) 4.8 999999999 days, 23:59:59.999999 7 days, 0:00:00.001500 False True
# 2024-01-01 00:00:00+00:00 2024-01-01T00:00:00+00:00 2024-01-01 05:30:00+05:30 1704067200.0 UTC datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) UTC-03:00 1970-01-01 00:00:00+00:00 0:00:00
# 0001-01-01 9999-12-31 738946 2021-07-29 01:02:00 01:02:03.000004 datetime.time(5, 0) True 01/01/24 13:05 Mon May  6 00:00:00 2024
# ValueError day is out of range for month
# ValueError month must be in 1..12
# ValueError hour must be in 0..23
# ValueError time data 'x' does not match format '%Y'
# TypeError can't subtract offset-naive and offset-aware datetimes
# TypeError can't compare offset-naive and offset-aware datetimes
# ValueError Invalid isoformat string: 'bad'
# ValueError unconverted data remains:  x
# OverflowError date value out of range
