import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = """
from dataclasses import *; from enum import *; import dataclasses, enum, datetime, json, csv, re, io, pathlib, contextlib, typing, copy, string, math, types, textwrap
from typing import *
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
@dataclass(order=True, frozen=True)
class F:
    a: int
    b: str = field(default='b', compare=False, repr=False)
@dataclass
class Q(P):
    w: int = 5
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
class N(IntEnum):
    A = 1
    B = 2
class Fl(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
class S(str, Enum):
    A = 'a'
D=datetime
"""
show(r'''
P(1), P(1,2,[3]), P(x=1), P(1)==P(1), P(1)!=P(2), Q(1), Q(1,w=7), P(1)==Q(1)
P()
P(1,2,3,4)
P(1,q=2)
F(1)<F(2), F(1)==F(1,'c'), hash(F(1))==hash(F(1)), F(1)
f=F(1); f.a=2
f=F(1); del f.a
F(1)<3
hash(P(1))
asdict(P(1)), astuple(P(1)), replace(P(1),x=5), fields(P)[0].name, [f.name for f in fields(Q)], is_dataclass(P), is_dataclass(P(1)), is_dataclass(3)
asdict(3)
replace(P(1),q=3)
fields(3)
field(default=1,default_factory=list)
exec("@dataclass\nclass Z:\n  a: list = []")
exec("@dataclass\nclass Z:\n  a: int = 1\n  b: int")
P.__match_args__, P.__dataclass_fields__['x'].type, P.__doc__, fields(P)[1].default, fields(P)[0].default is MISSING, P.__annotations__
exec("@dataclass(slots=True)\nclass Z:\n  a: int = 1\nprint(Z(), Z.__slots__)")
exec("@dataclass(kw_only=True)\nclass Z:\n  a: int = 1\n  b: int\nprint(Z(b=2))\nZ(1)")
exec("@dataclass\nclass Z:\n  a: int\n  _: KW_ONLY\n  b: int = 3\n  c: ClassVar[int] = 4\n  d: InitVar[int] = 5\n  def __post_init__(self, d): self.e = d\nprint(Z(1,b=2), Z(1).e, Z.c)")
exec("@dataclass(eq=False)\nclass Z:\n  a: int\nprint(Z(1)==Z(1))")
exec("@dataclass(unsafe_hash=True)\nclass Z:\n  a: int\nprint(hash(Z(1))==hash(Z(1)))")
exec("@dataclass(repr=False)\nclass Z:\n  a: int\nprint(Z.__init__.__name__)")
Color.RED, Color(1), Color['RED'], Color.RED.name, Color.RED.value, list(Color), Color.CRIMSON is Color.RED, len(Color), Color.RED in Color, repr(Color.RED), str(Color.RED), f'{Color.RED}', Color.__members__
Color(5)
Color['X']
Color.BLUE
Color.RED = 3
Color.RED < Color.GREEN
Color.RED == 1, N.A == 1, N.A + 1, N.A, str(N.A), f'{N.A}', repr(N.A), N(2), N.A < N.B, isinstance(N.A,int), '%d' % N.A, N.A.real
S.A, str(S.A), f'{S.A}', S.A=='a', S('a'), S.A.upper()
exec("@unique\nclass U(Enum):\n  A=1\n  B=1")
exec("class U(Color): pass")
exec("class U(Enum):\n  A=1\n  A=2")
Enum('E','A B'), list(Enum('E','A B')), Enum('E',{'X':5}).X, IntFlag('I','A B').A|4
1 in Color
Color.RED.__class__, type(Color), Color.__name__, Color.RED.__hash__ is not None, {Color.RED: 1}[Color.RED]
exec("class W(Enum):\n  def _generate_next_value_(name, start, count, last): return name.lower()\n  A=auto()\nprint(W.A.value)")
exec("class W(Enum):\n  A=(1,2)\n  def __init__(self, a, b): self.s=a+b\nprint(W.A.s, W.A.value)")
exec("class W(Enum):\n  @classmethod\n  def _missing_(cls, v): return cls.A\n  A=1\nprint(W(9))")
D.date(2024,2,29), D.date(2024,1,1)+D.timedelta(days=59), D.date(2024,3,1)-D.date(2024,2,1), str(D.date(2024,1,5)), D.date(2024,1,5).isoformat(), D.date(2024,1,5).weekday(), D.date(2024,1,5).isocalendar(), D.date(2024,1,5).strftime('%d/%m/%y %a %A %b %B %j %U %w'), D.date.fromisoformat('2024-01-05'), D.date(2024,1,5).replace(day=6), D.date(2024,1,5).toordinal(), D.date.fromordinal(738890)
D.date(2023,2,29)
D.date(2024,13,1)
D.date(2024,1)
D.date('a',1,1)
D.date(10000,1,1)
D.datetime.strptime('x','%Y')
D.datetime.strptime('2024-01-05 x','%Y-%m-%d')
D.datetime(2024,1,5,25)
D.timedelta(days=1,hours=2), D.timedelta(seconds=90061), str(D.timedelta(days=-1,hours=1)), D.timedelta(hours=1)*2, D.timedelta(hours=1)/2, D.timedelta(hours=3)//D.timedelta(hours=1), D.timedelta(1)/D.timedelta(hours=1), abs(D.timedelta(-1)), -D.timedelta(1), D.timedelta(milliseconds=1.5), D.timedelta(1).total_seconds(), D.timedelta(1)>D.timedelta(0), bool(D.timedelta()), D.timedelta(weeks=1).days, D.timedelta(microseconds=-1), sum([D.timedelta(1)],D.timedelta()), D.timedelta(1)%D.timedelta(hours=5), divmod(D.timedelta(1),D.timedelta(hours=5))
D.time(1,2,3), str(D.time(1,2)), D.time(25), D.time.fromisoformat('01:02:03')
D.time(25)
D.timezone.utc, D.timezone(D.timedelta(hours=5,minutes=30)), D.datetime(2024,1,1,tzinfo=D.timezone.utc), str(D.datetime(2024,1,1,tzinfo=D.timezone.utc)), D.datetime(2024,1,1,tzinfo=D.timezone.utc).astimezone(D.timezone(D.timedelta(hours=2))), D.timezone.utc.utcoffset(None)
D.date.min, D.date.max, D.timedelta.max, D.datetime.min, D.date.today() is not None, D.date.resolution
f'{D.date(2024,1,5):%d.%m.}', format(D.date(2024,1,5),''), '{:%H:%M}'.format(D.datetime(2024,1,5,4,5))
json.dumps({'a':[1,2.5,None,True,'é"\\\n']}), json.dumps([1,2],indent=2), json.dumps({'b':1,'a':2},sort_keys=True), json.dumps('é',ensure_ascii=False), json.dumps({1:2,None:3,True:4,1.5:5}), json.dumps([],indent=2), json.dumps({},indent=2), json.dumps((1,2)), json.dumps({'a':{'b':[]}},indent='\t'), json.dumps([1,2],separators=(',',':')), json.dumps(float('nan')), json.dumps(1e100), json.dumps('\x00\u2028😀')
json.dumps({1,2})
json.dumps({(1,2):3})
json.dumps({(1,2):3},skipkeys=True), json.dumps(object(),default=str) is not None, json.dumps([1],default=1)
json.dumps(float('inf'),allow_nan=False)
a=[]; a.append(a); json.dumps(a)
json.loads('{"a": [1, 2.5, null, true, "\\u00e9"]}'), json.loads('1'), json.loads(' [ ] '), json.loads('"a"'), json.loads('NaN'), json.loads('1e5'), json.loads('-0'), json.loads(b'[1]'), json.loads('1E400')
json.loads('')
json.loads('{')
json.loads('[1,]')
json.loads('{"a":1,}')
json.loads("{'a':1}")
json.loads('[1 2]')
json.loads('nul')
json.loads('"a')
json.loads('"\\x"')
json.loads('"\t"')
json.loads('01')
json.loads('[1] x')
json.loads('{"a" 1}')
json.loads('{"a":}')
json.loads(1)
json.loads('[1.5]',parse_float=str), json.loads('{"a":1}',object_hook=lambda d: list(d)), json.loads('{"a":1,"a":2}',object_pairs_hook=list)
json.JSONDecodeError('m','doc',1), json.JSONDecodeError.__mro__[1]
json.dump([1],io.StringIO()), json.load(io.StringIO('[1]'))
''', SETTING)
# expect:
# P(1), P(1,2,[3]), P(x=1), P(1)==P(1), P(1)!=P(2), Q(1), Q(1,w=7), P(1)==Q(1) => (P(x=1, y=2, z=[]), P(x=1, y=2, z=[3]), P(x=1, y=2, z=[]), True, True, Q(x=1, y=2, z=[], w=5), Q(x=1, y=2, z=[], w=7), False)
# P() => TypeError P.__init__() missing 1 required positional argument: 'x'
# P(1,2,3,4) => TypeError P.__init__() takes from 2 to 4 positional arguments but 5 were given
# P(1,q=2) => TypeError P.__init__() got an unexpected keyword argument 'q'
# F(1)<F(2), F(1)==F(1,'c'), hash(F(1))==hash(F(1)), F(1) => (True, True, True, F(a=1))
# f=F(1); f.a=2 => FrozenInstanceError cannot assign to field 'a'
# f=F(1); del f.a => FrozenInstanceError cannot delete field 'a'
# F(1)<3 => TypeError '<' not supported between instances of 'F' and 'int'
# hash(P(1)) => TypeError unhashable type: 'P'
# asdict(P(1)), astuple(P(1)), replace(P(1),x=5), fields(P)[0].name, [f.name for f in fields(Q)], is_dataclass(P), is_dataclass(P(1)), is_dataclass(3) => ({'x': 1, 'y': 2, 'z': []}, (1, 2, []), P(x=5, y=2, z=[]), 'x', ['x', 'y', 'z', 'w'], True, True, False)
# asdict(3) => TypeError asdict() should be called on dataclass instances
# replace(P(1),q=3) => TypeError P.__init__() got an unexpected keyword argument 'q'
# fields(3) => TypeError must be called with a dataclass type or instance
# field(default=1,default_factory=list) => ValueError cannot specify both default and default_factory
# exec("@dataclass\nclass Z:\n  a: list = []") => ValueError mutable default <class 'list'> for field a is not allowed: use default_factory
# exec("@dataclass\nclass Z:\n  a: int = 1\n  b: int") => TypeError non-default argument 'b' follows default argument
# P.__match_args__, P.__dataclass_fields__['x'].type, P.__doc__, fields(P)[1].default, fields(P)[0].default is MISSING, P.__annotations__ => (('x', 'y', 'z'), <class 'int'>, 'P(x: int, y: int = 2, z: list = <factory>)', 2, True, {'x': <class 'int'>, 'y': <class 'int'>, 'z': <class 'list'>})
# Z(a=1) ('a',)
# exec("@dataclass(slots=True)\nclass Z:\n  a: int = 1\nprint(Z(), Z.__slots__)") => None
# Z(a=1, b=2)
# exec("@dataclass(kw_only=True)\nclass Z:\n  a: int = 1\n  b: int\nprint(Z(b=2))\nZ(1)") => TypeError Z.__init__() takes 1 positional argument but 2 were given
# Z(a=1, b=2) 5 4
# exec("@dataclass\nclass Z:\n  a: int\n  _: KW_ONLY\n  b: int = 3\n  c: ClassVar[int] = 4\n  d: InitVar[int] = 5\n  def __post_init__(self, d): self.e = d\nprint(Z(1,b=2), Z(1).e, Z.c)") => None
# False
# exec("@dataclass(eq=False)\nclass Z:\n  a: int\nprint(Z(1)==Z(1))") => None
# True
# exec("@dataclass(unsafe_hash=True)\nclass Z:\n  a: int\nprint(hash(Z(1))==hash(Z(1)))") => None
# __init__
# exec("@dataclass(repr=False)\nclass Z:\n  a: int\nprint(Z.__init__.__name__)") => None
# Color.RED, Color(1), Color['RED'], Color.RED.name, Color.RED.value, list(Color), Color.CRIMSON is Color.RED, len(Color), Color.RED in Color, repr(Color.RED), str(Color.RED), f'{Color.RED}', Color.__members__ => (<Color.RED: 1>, <Color.RED: 1>, <Color.RED: 1>, 'RED', 1, [<Color.RED: 1>, <Color.GREEN: 2>], True, 2, True, '<Color.RED: 1>', 'Color.RED', 'Color.RED', mappingproxy({'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'CRIMSON': <Color.RED: 1>}))
# Color(5) => ValueError 5 is not a valid Color
# Color['X'] => KeyError 'X'
# Color.BLUE => AttributeError BLUE
# Color.RED = 3 => AttributeError cannot reassign member 'RED'
# Color.RED < Color.GREEN => TypeError '<' not supported between instances of 'Color' and 'Color'
# Color.RED == 1, N.A == 1, N.A + 1, N.A, str(N.A), f'{N.A}', repr(N.A), N(2), N.A < N.B, isinstance(N.A,int), '%d' % N.A, N.A.real => (False, True, 2, <N.A: 1>, '1', '1', '<N.A: 1>', <N.B: 2>, True, True, '1', 1)
# S.A, str(S.A), f'{S.A}', S.A=='a', S('a'), S.A.upper() => (<S.A: 'a'>, 'S.A', 'S.A', True, <S.A: 'a'>, 'A')
# exec("@unique\nclass U(Enum):\n  A=1\n  B=1") => ValueError duplicate values found in <enum 'U'>: B -> A
# exec("class U(Color): pass") => TypeError <enum 'U'> cannot extend <enum 'Color'>
# exec("class U(Enum):\n  A=1\n  A=2") => TypeError 'A' already defined as 1
# Enum('E','A B'), list(Enum('E','A B')), Enum('E',{'X':5}).X, IntFlag('I','A B').A|4 => (<enum 'E'>, [<E.A: 1>, <E.B: 2>], <E.X: 5>, <I.A|4: 5>)
# 1 in Color => TypeError unsupported operand type(s) for 'in': 'int' and 'EnumType'
# Color.RED.__class__, type(Color), Color.__name__, Color.RED.__hash__ is not None, {Color.RED: 1}[Color.RED] => (<enum 'Color'>, <class 'enum.EnumType'>, 'Color', True, 1)
# a
# exec("class W(Enum):\n  def _generate_next_value_(name, start, count, last): return name.lower()\n  A=auto()\nprint(W.A.value)") => None
# 3 (1, 2)
# exec("class W(Enum):\n  A=(1,2)\n  def __init__(self, a, b): self.s=a+b\nprint(W.A.s, W.A.value)") => None
# W.A
# exec("class W(Enum):\n  @classmethod\n  def _missing_(cls, v): return cls.A\n  A=1\nprint(W(9))") => None
# D.date(2024,2,29), D.date(2024,1,1)+D.timedelta(days=59), D.date(2024,3,1)-D.date(2024,2,1), str(D.date(2024,1,5)), D.date(2024,1,5).isoformat(), D.date(2024,1,5).weekday(), D.date(2024,1,5).isocalendar(), D.date(2024,1,5).strftime('%d/%m/%y %a %A %b %B %j %U %w'), D.date.fromisoformat('2024-01-05'), D.date(2024,1,5).replace(day=6), D.date(2024,1,5).toordinal(), D.date.fromordinal(738890) => (datetime.date(2024, 2, 29), datetime.date(2024, 2, 29), datetime.timedelta(days=29), '2024-01-05', '2024-01-05', 4, datetime.IsoCalendarDate(year=2024, week=1, weekday=5), '05/01/24 Fri Friday Jan January 005 00 5', datetime.date(2024, 1, 5), datetime.date(2024, 1, 6), 738890, datetime.date(2024, 1, 5))
# D.date(2023,2,29) => ValueError day is out of range for month
# D.date(2024,13,1) => ValueError month must be in 1..12
# D.date(2024,1) => TypeError function missing required argument 'day' (pos 3)
# D.date('a',1,1) => TypeError 'str' object cannot be interpreted as an integer
# D.date(10000,1,1) => ValueError year 10000 is out of range
# D.datetime.strptime('x','%Y') => ValueError time data 'x' does not match format '%Y'
# D.datetime.strptime('2024-01-05 x','%Y-%m-%d') => ValueError unconverted data remains:  x
# D.datetime(2024,1,5,25) => ValueError hour must be in 0..23
# D.timedelta(days=1,hours=2), D.timedelta(seconds=90061), str(D.timedelta(days=-1,hours=1)), D.timedelta(hours=1)*2, D.timedelta(hours=1)/2, D.timedelta(hours=3)//D.timedelta(hours=1), D.timedelta(1)/D.timedelta(hours=1), abs(D.timedelta(-1)), -D.timedelta(1), D.timedelta(milliseconds=1.5), D.timedelta(1).total_seconds(), D.timedelta(1)>D.timedelta(0), bool(D.timedelta()), D.timedelta(weeks=1).days, D.timedelta(microseconds=-1), sum([D.timedelta(1)],D.timedelta()), D.timedelta(1)%D.timedelta(hours=5), divmod(D.timedelta(1),D.timedelta(hours=5)) => (datetime.timedelta(days=1, seconds=7200), datetime.timedelta(days=1, seconds=3661), '-1 day, 1:00:00', datetime.timedelta(seconds=7200), datetime.timedelta(seconds=1800), 3, 24.0, datetime.timedelta(days=1), datetime.timedelta(days=-1), datetime.timedelta(microseconds=1500), 86400.0, True, False, 7, datetime.timedelta(days=-1, seconds=86399, microseconds=999999), datetime.timedelta(days=1), datetime.timedelta(seconds=14400), (4, datetime.timedelta(seconds=14400)))
# D.time(1,2,3), str(D.time(1,2)), D.time(25), D.time.fromisoformat('01:02:03') => ValueError hour must be in 0..23
# D.time(25) => ValueError hour must be in 0..23
# D.timezone.utc, D.timezone(D.timedelta(hours=5,minutes=30)), D.datetime(2024,1,1,tzinfo=D.timezone.utc), str(D.datetime(2024,1,1,tzinfo=D.timezone.utc)), D.datetime(2024,1,1,tzinfo=D.timezone.utc).astimezone(D.timezone(D.timedelta(hours=2))), D.timezone.utc.utcoffset(None) => (datetime.timezone.utc, datetime.timezone(datetime.timedelta(seconds=19800)), datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), '2024-01-01 00:00:00+00:00', datetime.datetime(2024, 1, 1, 2, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200))), datetime.timedelta(0))
# D.date.min, D.date.max, D.timedelta.max, D.datetime.min, D.date.today() is not None, D.date.resolution => (datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.timedelta(days=999999999, seconds=86399, microseconds=999999), datetime.datetime(1, 1, 1, 0, 0), True, datetime.timedelta(days=1))
# f'{D.date(2024,1,5):%d.%m.}', format(D.date(2024,1,5),''), '{:%H:%M}'.format(D.datetime(2024,1,5,4,5)) => ('05.01.', '2024-01-05', '04:05')
# json.dumps({'a':[1,2.5,None,True,'é"\\\n']}), json.dumps([1,2],indent=2), json.dumps({'b':1,'a':2},sort_keys=True), json.dumps('é',ensure_ascii=False), json.dumps({1:2,None:3,True:4,1.5:5}), json.dumps([],indent=2), json.dumps({},indent=2), json.dumps((1,2)), json.dumps({'a':{'b':[]}},indent='\t'), json.dumps([1,2],separators=(',',':')), json.dumps(float('nan')), json.dumps(1e100), json.dumps('\x00\u2028😀') => ('{"a": [1, 2.5, null, true, "\\u00e9\\"\\\\\\n"]}', '[\n  1,\n  2\n]', '{"a": 2, "b": 1}', '"é"', '{"1": 4, "null": 3, "1.5": 5}', '[]', '{}', '[1, 2]', '{\n\t"a": {\n\t\t"b": []\n\t}\n}', '[1,2]', 'NaN', '1e+100', '"\\u0000\\u2028\\ud83d\\ude00"')
# json.dumps({1,2}) => TypeError Object of type set is not JSON serializable
# json.dumps({(1,2):3}) => TypeError keys must be str, int, float, bool or None, not tuple
# json.dumps({(1,2):3},skipkeys=True), json.dumps(object(),default=str) is not None, json.dumps([1],default=1) => ('{}', True, '[1]')
# json.dumps(float('inf'),allow_nan=False) => ValueError Out of range float values are not JSON compliant
# a=[]; a.append(a); json.dumps(a) => ValueError Circular reference detected
# json.loads('{"a": [1, 2.5, null, true, "\\u00e9"]}'), json.loads('1'), json.loads(' [ ] '), json.loads('"a"'), json.loads('NaN'), json.loads('1e5'), json.loads('-0'), json.loads(b'[1]'), json.loads('1E400') => ({'a': [1, 2.5, None, True, 'é']}, 1, [], 'a', nan, 100000.0, 0, [1], inf)
# json.loads('') => JSONDecodeError Expecting value: line 1 column 1 (char 0)
# json.loads('{') => JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# json.loads('[1,]') => JSONDecodeError Expecting value: line 1 column 4 (char 3)
# json.loads('{"a":1,}') => JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# json.loads("{'a':1}") => JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# json.loads('[1 2]') => JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
# json.loads('nul') => JSONDecodeError Expecting value: line 1 column 1 (char 0)
# json.loads('"a') => JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# json.loads('"\\x"') => JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
# json.loads('"\t"') => JSONDecodeError Invalid control character at: line 1 column 2 (char 1)
# json.loads('01') => JSONDecodeError Extra data: line 1 column 2 (char 1)
# json.loads('[1] x') => JSONDecodeError Extra data: line 1 column 5 (char 4)
# json.loads('{"a" 1}') => JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5)
# json.loads('{"a":}') => JSONDecodeError Expecting value: line 1 column 6 (char 5)
# json.loads(1) => TypeError the JSON object must be str, bytes or bytearray, not int
# json.loads('[1.5]',parse_float=str), json.loads('{"a":1}',object_hook=lambda d: list(d)), json.loads('{"a":1,"a":2}',object_pairs_hook=list) => (['1.5'], ['a'], [('a', 1), ('a', 2)])
# json.JSONDecodeError('m','doc',1), json.JSONDecodeError.__mro__[1] => (JSONDecodeError('m: line 1 column 2 (char 1)'), <class 'ValueError'>)
# json.dump([1],io.StringIO()), json.load(io.StringIO('[1]')) => (None, [1])
# ---
import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = """
from dataclasses import *; from enum import *; import dataclasses, enum, datetime, json, csv, re, io, pathlib, contextlib, typing, copy, string, math, types, textwrap
from typing import *
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
@dataclass(order=True, frozen=True)
class F:
    a: int
    b: str = field(default='b', compare=False, repr=False)
@dataclass
class Q(P):
    w: int = 5
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
class N(IntEnum):
    A = 1
    B = 2
class Fl(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
class S(str, Enum):
    A = 'a'
D=datetime
"""
show(r'''
list(csv.reader(['a,b','"c,d",e','"x""y",','', 'a;b'])), list(csv.reader(['a;b'],delimiter=';')), list(csv.reader(["'a,b',c"],quotechar="'")), list(csv.reader(['"a\n','b",c'])), list(csv.reader(['1,"2"'],quoting=csv.QUOTE_NONNUMERIC)), list(csv.DictReader(['a,b','1,2','3','4,5,6'])), list(csv.reader(['a, b'],skipinitialspace=True))
csv.reader(1)
list(csv.reader(['"a'],strict=True))
o=io.StringIO(); w=csv.writer(o); w.writerow([1,'a,b','c"d',None,'x\ny',1.5,'']); w.writerows([[1],[2]]); print(repr(o.getvalue()))
o=io.StringIO(); w=csv.DictWriter(o,['a','b']); w.writeheader(); w.writerow({'a':1}); w.writerow({'a':1,'b':2}); print(repr(o.getvalue()))
o=io.StringIO(); w=csv.DictWriter(o,['a']); w.writerow({'z':1})
o=io.StringIO(); w=csv.writer(o,quoting=csv.QUOTE_ALL,lineterminator='\n',delimiter='\t'); w.writerow([1,'a']); print(repr(o.getvalue()))
csv.writer(io.StringIO()).writerow(1)
csv.writer(io.StringIO(),delimiter='ab')
''', SETTING)
# expect:
# list(csv.reader(['a,b','"c,d",e','"x""y",','', 'a;b'])), list(csv.reader(['a;b'],delimiter=';')), list(csv.reader(["'a,b',c"],quotechar="'")), list(csv.reader(['"a\n','b",c'])), list(csv.reader(['1,"2"'],quoting=csv.QUOTE_NONNUMERIC)), list(csv.DictReader(['a,b','1,2','3','4,5,6'])), list(csv.reader(['a, b'],skipinitialspace=True)) => ([['a', 'b'], ['c,d', 'e'], ['x"y', ''], [], ['a;b']], [['a', 'b']], [['a,b', 'c']], [['a\nb', 'c']], [[1.0, '2']], [{'a': '1', 'b': '2'}, {'a': '3', 'b': None}, {'a': '4', 'b': '5', None: ['6']}], [['a', 'b']])
# csv.reader(1) => TypeError 'int' object is not iterable
# list(csv.reader(['"a'],strict=True)) => Error unexpected end of data
# '1,"a,b","c""d",,"x\ny",1.5,\r\n1\r\n2\r\n'
# o=io.StringIO(); w=csv.writer(o); w.writerow([1,'a,b','c"d',None,'x\ny',1.5,'']); w.writerows([[1],[2]]); print(repr(o.getvalue())) => done
# 'a,b\r\n1,\r\n1,2\r\n'
# o=io.StringIO(); w=csv.DictWriter(o,['a','b']); w.writeheader(); w.writerow({'a':1}); w.writerow({'a':1,'b':2}); print(repr(o.getvalue())) => done
# o=io.StringIO(); w=csv.DictWriter(o,['a']); w.writerow({'z':1}) => ValueError dict contains fields not in fieldnames: 'z'
# '"1"\t"a"\n'
# o=io.StringIO(); w=csv.writer(o,quoting=csv.QUOTE_ALL,lineterminator='\n',delimiter='\t'); w.writerow([1,'a']); print(repr(o.getvalue())) => done
# csv.writer(io.StringIO()).writerow(1) => Error iterable expected, not int
# csv.writer(io.StringIO(),delimiter='ab') => TypeError "delimiter" must be a 1-character string
