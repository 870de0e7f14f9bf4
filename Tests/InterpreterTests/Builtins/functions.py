print(abs(-5), abs(-5.5), abs(True), abs(3 + 4j), abs(-10 ** 20))
# expect:
# 5 5.5 1 5.0 100000000000000000000
# ---
abs('a')  # raises: TypeError: bad operand type for abs(): 'str'
# ---
print(all([]), all([1, 'a']), all([1, 0]), any([]), any([0, '']), any([0, 1]))
# expect:
# True True False False False True
# ---
all(5)  # raises: TypeError: 'int' object is not iterable
# ---
print(ascii('aé\n'), ascii(['ü', 1]), ascii('日本'), ascii('\U0001f600'), repr('é'))
# expect:
# 'a\xe9\n' ['\xfc', 1] '\u65e5\u672c' '\U0001f600' 'é'
# ---
print(bin(5), bin(-5), oct(8), hex(255), bin(2 ** 65))
# expect:
# 0b101 -0b101 0o10 0xff 0b100000000000000000000000000000000000000000000000000000000000000000
# ---
print(bool(), bool(0), bool(''), bool([]), bool('a'), bool(0.0), bool(None), bool([0]))
# expect:
# False False False False True False False True
# ---
bool(1, 2)  # raises: TypeError: bool expected at most 1 argument, got 2
# ---
print(callable(print), callable(lambda: 0), callable(5), callable(int), callable('a'.upper))
# expect:
# True True False True True
# ---
print(chr(97), chr(233), chr(0x1f600), ord('a'), ord('é'), ord(b'a'), ord('\U0001f600'))
# expect:
# a é 😀 97 233 97 128512
# ---
chr('a')  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
chr(1.5)  # raises: TypeError: 'float' object cannot be interpreted as an integer
# ---
ord('ab')  # raises: TypeError: ord() expected a character, but string of length 2 found
# ---
ord('')  # raises: TypeError: ord() expected a character, but string of length 0 found
# ---
ord(5)  # raises: TypeError: ord() expected string of length 1, but int found
# ---
class A: x = 1
a = A(); a.y = 2
delattr(a, 'y'); print(hasattr(a, 'y'), getattr(a, 'x'), getattr(a, 'z', 'd'), [n for n in dir(a) if n[0] != '_'])
getattr(a, 'z')  # raises: AttributeError: 'A' object has no attribute 'z'
# expect:
# False 1 d ['x']
# ---
getattr(1, 2)  # raises: TypeError: attribute name must be string, not 'int'
# ---
getattr(1)  # raises: TypeError: getattr expected at least 2 arguments, got 1
# ---
setattr(5, 'x', 1)  # raises: AttributeError: 'int' object has no attribute 'x'
# ---
hasattr(1, 2)  # raises: TypeError: attribute name must be string, not 'int'
# ---
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(True, 2))
# expect:
# (2, 1) (-3, 2) (3.0, 1.5) (0, 1)
# ---
divmod(1, 'a')  # raises: TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'
# ---
divmod(1)  # raises: TypeError: divmod expected 2 arguments, got 1
# ---
print(list(enumerate('ab', start=3)), list(enumerate(iterable='x')))
# expect:
# [(3, 'a'), (4, 'b')] [(0, 'x')]
# ---
enumerate(5)  # raises: TypeError: 'int' object is not iterable
# ---
print(list(filter(lambda x: x % 2, range(5))), list(filter(None, [0, 1, None])))
# expect:
# [1, 3] [1]
# ---
print(format(3.14159, '.2f'), format(42, '08b'), format('a', '>5'), format(1234567, ','), format(None), format(255, '#x'))
# expect:
# 3.14 00101010     a 1,234,567 None 0xff
# ---
format(1, 'q')  # raises: ValueError: Unknown format code 'q' for object of type 'int'
# ---
format('a', 'd')  # raises: ValueError: Unknown format code 'd' for object of type 'str'
# ---
format([], 'x')  # raises: TypeError: unsupported format string passed to list.__format__
# ---
format(1, 2)  # raises: TypeError: format() argument 2 must be str, not int
# ---
print(hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None))
# expect:
# True True True True
# ---
hash({})  # raises: TypeError: unhashable type: 'dict'
# ---
a = []; b = []; print(id(a) == id(a), id(a) == id(b), id(None) == id(None), id(5) == id(5), type(id(a)))
# expect:
# True False True True <class 'int'>
# ---
print(isinstance(1, int), isinstance(1, (str, int)), isinstance(True, int), issubclass(int, object), issubclass(bool, (str, int)), isinstance(1, (str, (float, int))))
# expect:
# True True True True True True
# ---
print(len('abc'), len([1]), len({}), len(range(5)), len(b'ab'), len({1, 2}))
# expect:
# 3 1 0 5 2 2
# ---
len(None)  # raises: TypeError: object of type 'NoneType' has no len()
# ---
print(list(map(lambda x, y: x * y, [1, 2], [3, 4])), list(map(int, '123')), list(map(None.__class__, [])))
# expect:
# [3, 8] [1, 2, 3] []
# ---
print(max(3, 1, 2), max([3, 1]), max('abc'), min(3, 1), max([], default=None), max('a', 'bb', key=len), min([[1, 2], [0]]), max({'a': 1, 'b': 2}))
# expect:
# 3 3 c 1 None bb [0] b
# ---
min()  # raises: TypeError: min expected at least 1 argument, got 0
# ---
min([])  # raises: ValueError: min() arg is an empty sequence
# ---
min(5)  # raises: TypeError: 'int' object is not iterable
# ---
max([1, 'a'])  # raises: TypeError: '>' not supported between instances of 'str' and 'int'
# ---
print(next(iter([1])), next(iter([]), 'd'))
# expect:
# 1 d
# ---
next(5)  # raises: TypeError: 'int' object is not an iterator
# ---
o = object(); print(type(o), o == o, o != object(), str(o)[:18], isinstance(o, object))
# expect:
# <class 'object'> True True <object object at  True
# ---
object(1)  # raises: TypeError: object() takes no arguments
# ---
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(2.5, 2), pow(base=2, exp=3))
# expect:
# 1024 0.5 24 6.25 8
# ---
pow('a', 2)  # raises: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
# ---
print('a', 1, [2], sep='-', end='|'); print('x', end=''); print(); print(sep='x'); print('a', None, sep=None)
# expect:
# a-1-[2]|x
# 
# a None
# ---
print(1, end=5)  # raises: TypeError: end must be None or a string, not int
# ---
import io
s = io.StringIO(); print('to', 'stream', file=s); print(repr(s.getvalue()))
# expect:
# 'to stream\n'
# ---
print(repr('a'), repr("it's"), repr('"'), repr('\'"'), repr('\n\t\\'), repr(1.0), repr(None), repr([1, 'a']), repr({'a': (1,)}), repr(b'a\x00'))
# expect:
# 'a' "it's" '"' '\'"' '\n\t\\' 1.0 None [1, 'a'] {'a': (1,)} b'a\x00'
# ---
print(list(reversed([1, 2, 3])), ''.join(reversed('abc')), list(reversed(range(3))))
# expect:
# [3, 2, 1] cba [2, 1, 0]
# ---
print(round(2.5), round(3.5), round(2.567, 2), round(1234, -2), round(-2.5), type(round(2.0)), type(round(2.0, 0)), round(True))
# expect:
# 2 4 2.57 1200 -2 <class 'int'> <class 'float'> 1
# ---
print(sorted([3, 1, 2]), sorted('bca'), sorted([3, 1], reverse=1), sorted({'b': 1, 'a': 2}), sorted([-3, 2], key=abs), sorted(['a', 'B'], key=str.lower))
# expect:
# [1, 2, 3] ['a', 'b', 'c'] [3, 1] ['a', 'b'] [2, -3] ['a', 'B']
# ---
sorted(5)  # raises: TypeError: 'int' object is not iterable
# ---
sorted()  # raises: TypeError: sorted expected 1 argument, got 0
# ---
print(str(), str(5), str(None), str([1, 'a']), str(b'x'), str(b'x', 'ascii'), str(1.0), str(True))
# expect:
#  5 None [1, 'a'] b'x' x 1.0 True
# ---
print(sum([1, 2, 3]), sum([1.5, 2]), sum([], 10), sum([[1], [2]], []), sum((i for i in range(4)), start=1), sum([0.1] * 3), sum([True, True]))
# expect:
# 6 3.5 10 [1, 2] 7 0.30000000000000004 2
# ---
sum([1, 'a'])  # raises: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# ---
sum(5)  # raises: TypeError: 'int' object is not iterable
# ---
print(type(1), type('a'), type([]), type(None), type(type), type(print), type(lambda: 0), type(...), type(NotImplemented), type(range(1)), type({}.items()))
# expect:
# <class 'int'> <class 'str'> <class 'list'> <class 'NoneType'> <class 'type'> <class 'builtin_function_or_method'> <class 'function'> <class 'ellipsis'> <class 'NotImplementedType'> <class 'range'> <class 'dict_items'>
# ---
class A:
    def __init__(self): self.x = 1
print(vars(A()), 'x' in vars(A()))
vars(5)  # raises: TypeError: vars() argument must have __dict__ attribute
# expect:
# {'x': 1} True
# ---
print(list(zip('ab', [1, 2], (True, False))), dict(zip('ab', range(2))), list(zip(*[[1, 2], [3, 4]])))
# expect:
# [('a', 1, True), ('b', 2, False)] {'a': 0, 'b': 1} [(1, 3), (2, 4)]
# ---
print(int.__name__, int.__doc__ is None, len.__name__, [].__class__, (5).__class__.__name__, 'a'.__class__ is str)
# expect:
# int False len <class 'list'> int True
# ---
eval('1 + 1') == 2 and print('ok'); print(eval('x + y', {'x': 1}, {'y': 2}))
# expect:
# ok
# 3
# ---
eval('undefined_thing')  # raises: NameError: name 'undefined_thing' is not defined
# ---
eval(5)  # raises: TypeError: eval() arg 1 must be a string, bytes or code object
# ---
exec('for i in range(2): print(i)')
# expect:
# 0
# 1
# ---
d = {}; exec('x = 1', d); print(d['x']); exec('def f(): return x + 1', d); print(d['f']())
# expect:
# 1
# 2
# ---
print([*map(str, range(3))], {**dict(a=1)}, *filter(None, [1, 0]))
# expect:
# ['0', '1', '2'] {'a': 1} 1
# ---
a, b = map(int, '1 2'.split()); print(a + b)
# expect:
# 3
# ---
print(list(iter([1, 2])), [*iter('ab')], iter([]) is iter([]))
# expect:
# [1, 2] ['a', 'b'] False
# ---
print(frozenset([1]) | {2}, bytes([65, 66]), bytes(3), bytes('é', 'utf-8'), bytearray(b'ab'), bytes(range(3)))
# expect:
# frozenset({1, 2}) b'AB' b'\x00\x00\x00' b'\xc3\xa9' bytearray(b'ab') b'\x00\x01\x02'
# ---
bytes('a')  # raises: TypeError: string argument without an encoding
# ---
bytes([256])  # raises: ValueError: bytes must be in range(0, 256)
# ---
breakpoint
# ---
class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
print(len({P(1), P(1), P(2)}), P(1) in [P(1)], [P(1), P(2)].index(P(2)), {P(1): 'a'}[P(1)], P(1) == P(1), P(1) != P(2))
# expect:
# 2 True 1 a True True
# ---
print(any(map(lambda x: x > 2, [1, 3])), sum(map(len, ['a', 'bb'])), max(map(abs, [-3, 2])), min(zip([2, 1], 'ab')))
# expect:
# True 3 3 (1, 'b')
# ---
def f(x, *, y=1): pass
f(1, 2)  # raises: TypeError: f() takes 1 positional argument but 2 were given
# ---
exit(3)  # raises: SystemExit: 3
# ---
quit()  # raises: SystemExit: None
# ---
print(min(1, 2, key=lambda v: -v), max([1, 2, 3], key=lambda v: v % 3), sorted(range(6), key=lambda v: (v % 2, -v)))
# expect:
# 2 2 [4, 2, 0, 5, 3, 1]
# ---
x = [1, 2, 3, 4]
print(x[slice(1, 3)], x[slice(None, None, 2)], slice(1, 2).indices(10), tuple(x)[slice(-2, None)])
# expect:
# [2, 3] [1, 3] (1, 2, 1) (3, 4)
# ---
print(input.__name__, print.__name__, isinstance(print, object), repr(print), repr(int), repr(len), str(type(len)))
# expect:
# input print True <built-in function print> <class 'int'> <built-in function len> <class 'builtin_function_or_method'>
# ---
help
