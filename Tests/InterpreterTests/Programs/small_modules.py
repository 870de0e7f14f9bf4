import string, operator, types, typing, math, sys, time
print(string.ascii_letters, string.digits, string.punctuation, string.hexdigits, repr(string.whitespace), string.capwords('a b'), string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$x $y').safe_substitute(x=1), string.Formatter().format('{0}', 1))
try: string.Template('$x').substitute()
except KeyError as e: print('KeyError', e)
print(operator.itemgetter(1, 2)([1, 2, 3]), operator.attrgetter('a.b'), operator.methodcaller('upper')('a'), operator.add(1, 2), operator.mul(2, 3), operator.contains([1], 1), operator.getitem([1], 0), operator.itemgetter(1)('ab'), operator.truediv(1, 2), operator.not_(1), operator.neg(1), operator.concat('a', 'b'), operator.index(True), operator.countOf([1, 1], 1), operator.iadd([1], [2]), operator.xor(1, 3), operator.le(1, 2))
print(math.gcd(12, 18, 4), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.exp(1), math.expm1(1e-10), math.sqrt(2), math.isqrt(17), math.cbrt(27), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.modf(-1.25), math.frexp(8), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.degrees(math.pi), math.radians(180), math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.erf(1), math.gamma(5), math.inf, math.nan, math.e, math.tau, math.nextafter(1, 2), math.ulp(1), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.gcd(1.5), lambda: math.floor('a'), lambda: math.sin('a'), lambda: math.ceil(math.inf), lambda: math.comb(2, -1), lambda: math.fmod(1, 0), lambda: math.pow(0, -1), lambda: math.isqrt(-1), lambda: math.sqrt(10**400), lambda: math.nope]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(types.SimpleNamespace(a=1, b='x'), types.FunctionType, type(lambda: 0) is types.FunctionType, types.MappingProxyType({'a': 1}), isinstance((x for x in []), types.GeneratorType), typing.Optional[int], typing.List[int], typing.Dict[str, typing.Any], typing.Union[int, str], typing.Callable[[int], str], typing.Tuple[int, ...], list[int], dict[str, int], int | None, typing.TypeVar('T'), typing.get_type_hints(lambda: 1), typing.Literal['a', 1])
class NT(typing.NamedTuple):
    x: int
    y: str = 'd'
print(NT(1), NT(1)._fields, NT.__annotations__)
class TD(typing.TypedDict):
    a: int
print(TD(a=1), TD.__annotations__)
class Pr(typing.Protocol):
    def f(self): ...
T = typing.TypeVar('T')
class Ge(typing.Generic[T]):
    def m(self) -> T: ...
print(Ge[int], Ge[int]().m(), typing.cast(int, 'a'), typing.NewType('U', int)(5))
print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.getsizeof(1) > 0, sys.getrecursionlimit(), 'math' in sys.modules, sys.float_info.max, sys.float_info.epsilon, sys.intern('a'), sys.maxunicode, sys.platform)
print(time.strftime('%Y', time.gmtime(0)), time.gmtime(0)[:6], time.time() > 1e9, time.perf_counter() > 0, time.monotonic() > 0, time.asctime(time.gmtime(0)), time.gmtime(0).tm_year, time.strptime('2024', '%Y').tm_year, time.gmtime(0))
# expect:
# abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ 0123456789abcdefABCDEF ' \t\n\r\x0b\x0c' A B 1 2 $ 1 $y 1
# KeyError 'x'
# (2, 3) operator.attrgetter('a.b') A 3 6 True 1 b 0.5 False -1 ab 1 2 [1, 2] 2 True
# 2 12 3628800 10 120 True 5.0 5.0 6 1.0 3.0 3.0 3.0 9.999999999500001e-11 2.718281828459045 1.00000000005e-10 1.4142135623730951 4 3.0000000000000004 -2 2 -1 (-0.25, -1.0) (0.5, 4) 8.0 -1.0 -1.0 -1.0 180.0 3.141592653589793 0.8414709848078965 0.5403023058681398 1.5574077246549023 1.5707963267948966 1.5707963267948966 0.7853981633974483 -2.356194490192345 1.1752011936438014 0.8427007929497149 24.0 inf nan 2.718281828459045 6.283185307179586 1.0000000000000002 2.220446049250313e-16 True True True
# ValueError math domain error
# ValueError math domain error
# ValueError factorial() not defined for negative values
# TypeError 'float' object cannot be interpreted as an integer
# OverflowError math range error
# ValueError math domain error
# TypeError 'float' object cannot be interpreted as an integer
# TypeError must be real number, not str
# TypeError must be real number, not str
# OverflowError cannot convert float infinity to integer
# ValueError k must be a non-negative integer
# ValueError math domain error
# ValueError math domain error
# ValueError isqrt() argument must be nonnegative
# OverflowError int too large to convert to float
# AttributeError module 'math' has no attribute 'nope'
# namespace(a=1, b='x') <class 'function'> True {'a': 1} True typing.Optional[int] typing.List[int] typing.Dict[str, typing.Any] typing.Union[int, str] typing.Callable[[int], str] typing.Tuple[int, ...] list[int] dict[str, int] int | None ~T {} typing.Literal['a', 1]
# NT(x=1, y='d') ('x', 'y') {'x': <class 'int'>, 'y': <class 'str'>}
# {'a': 1} {'a': <class 'int'>}
# __main__.Ge[int] None a 5
# (3, 11) 9223372036854775807 little True 1000 True 1.7976931348623157e+308 2.220446049250313e-16 a 1114111 linux
# 1970 (1970, 1, 1, 0, 0, 0) True True True Thu Jan  1 00:00:00 1970 1970 2024 time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
