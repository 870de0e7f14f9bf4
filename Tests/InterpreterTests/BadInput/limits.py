a = []; a.append(a)
b = []; b.append(b)
try:
    a == b
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
a = []; a.append(a); print(a == a, a in a, a)
# expect:
# True True [[...]]
# ---
d = {}; d[1] = d; print(d)
e = {}; e[1] = e
try:
    d == e
except RecursionError as e: print(type(e).__name__)
# expect:
# {1: {...}}
# RecursionError
# ---
class A:
    def __eq__(self, o): return self == o
try:
    A() == A()
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __eq__(self, o): return [self] == [o]
try:
    A() == A()
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __repr__(self): return f'{self!r}'
try:
    repr(A())
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __hash__(self): return hash(self)
try:
    hash(A())
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __getattr__(self, n): return getattr(self, n)
try:
    A().x
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __len__(self): return len(self)
try:
    len(A())
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __call__(self): return self()
try:
    A()()
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __iter__(self): return iter(self)
try:
    list(A())
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __add__(self, o): return self + o
try:
    A() + 1
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __bool__(self): return bool(self)
try:
    if A(): pass
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    def __str__(self): return str(self)
try:
    print(A())
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
x = []
for i in range(100000): x = [x]
print('built')
x = None
print('freed')
# expect:
# built
# freed
# ---
x = ()
for i in range(100000): x = (x, i)
x = None
print('freed')
# expect:
# freed
# ---
x = {}
for i in range(100000): x = {'k': x}
x = None
print('freed')
# expect:
# freed
# ---
class N:
    def __init__(self, n): self.next = n
x = None
for i in range(100000): x = N(x)
x = None
print('freed')
# expect:
# freed
# ---
x = []
for i in range(100000): x = [x]
try:
    repr(x)
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
x = []; y = []
for i in range(100000): x, y = [x], [y]
try:
    x == y
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
isinstance(1, eval('(' * 50 + 'str' + ',)' * 50))
# ---
eval('(' * 100000)  # raises: SyntaxError: too many nested parentheses (<string>, line 1)
# ---
eval('[' * 500 + ']' * 500)  # raises: SyntaxError: too many nested parentheses (<string>, line 1)
# ---
eval('+'.join(['1'] * 5000))  # raises: RecursionError: maximum recursion depth exceeded during compilation
# ---
eval('not ' * 5000 + '1')  # raises: RecursionError: maximum recursion depth exceeded during compilation
# ---
def g():
    yield from g()
try:
    list(g())
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
sorted([3, 1, 2], key=lambda x: sorted([x], key=lambda y: 1 / 0))  # raises: ZeroDivisionError: division by zero
# ---
l = [1, 2, 3]
l.sort(key=lambda x: l.clear())  # raises: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
# ---
l = [3, 2, 1]
def cmp(x):
    l.append(5)
    return x
try:
    l.sort(key=cmp)
except ValueError as e:
    print(e)
print(sorted(l))
# expect:
# list modified during sort
# [1, 2, 3]
# ---
def deep(n): return deep(n + 1)
for i in range(3):
    try: deep(0)
    except RecursionError: print('again')
# expect:
# again
# again
# again
# ---
f = lambda: f()
try:
    f()
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
class A:
    x = property(lambda self: self.x)
try:
    A().x
except RecursionError as e: print(type(e).__name__)
# expect:
# RecursionError
# ---
s = 'x' * 10
s[10 ** 30]  # raises: IndexError: cannot fit 'int' into an index-sized integer
# ---
[1][10 ** 30]  # raises: IndexError: cannot fit 'int' into an index-sized integer
# ---
range(10)[10 ** 30]  # raises: IndexError: range object index out of range
# ---
[1, 2, 3][10 ** 30:]
# ---
x = 1
for i in range(20): x = x * x + 1
print(x % 1000007)
# expect:
# 117022
# ---
a = [1, 2, 3]
class E:
    def __eq__(self, o):
        a.clear()
        return False
print(E() in a, a)
a = [E(), E(), E()]
a.remove(5)  # raises: ValueError: list.remove(x): x not in list
# expect:
# False []
# ---
class H:
    def __init__(self): self.n = 0
    def __hash__(self): return 1
    def __eq__(self, o):
        d.clear()
        return False
d = {}
d[H()] = 1
d[H()] = 2
print(len(d))
# expect:
# 1
# ---
a = [5]
class I:
    def __index__(self):
        a.clear()
        return 0
a[I()]  # raises: IndexError: list index out of range
# ---
it = iter([1, 2, 3])
def f(x):
    return next(it)
print(list(map(f, it)))
# expect:
# [2]
# ---
chr(-1)  # raises: ValueError: chr() arg not in range(0x110000)
# ---
chr(0x110000)  # raises: ValueError: chr() arg not in range(0x110000)
# ---
round(1.5, 10 ** 30)
# ---
int('1' * 5000)  # raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# ---
print(str(10 ** 4000)[:5], len(str(10 ** 4000)))
str(10 ** 5000)  # raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect:
# 10000 4001
# ---
'a'.ljust(10 ** 12)  # raises: MemoryError
# ---
bytearray(-1)  # raises: ValueError: negative count
# ---
def f(*a): return len(a)
print(f(*range(100000)))
# expect:
# 100000
# ---
print(max(*range(10000)), len([*range(100000)]), sum(map(int, '1' * 10000)))
# expect:
# 9999 100000 10000
# ---
d = dict.fromkeys(range(100000)); print(len(d)); d.clear(); print(d)
# expect:
# 100000
# {}
# ---
import itertools
it = itertools.count()
g = (x for x in it)
print(next(g), next(g))
# expect:
# 0 1
# ---
hash(float('nan')) and print('hashable')
print(float('1e400'), float('-1e400'), float('1e-400'), 1e308 * 10, int(1e308) > 10 ** 307)
# expect:
# hashable
# inf -inf 0.0 inf True
# ---
complex('1e400')
# ---
pow(0, -1)  # raises: ZeroDivisionError: 0.0 cannot be raised to a negative power
# ---
pow(10, 10 ** 9, 7) == 10 ** 9 and print('no'); print(pow(10, 10 ** 9, 7))
# expect:
# 4
# ---
x = object()
x.y = 5  # raises: AttributeError: 'object' object has no attribute 'y'
# ---
None.x = 5  # raises: AttributeError: 'NoneType' object has no attribute 'x'
# ---
(5).x = 5  # raises: AttributeError: 'int' object has no attribute 'x'
# ---
int.x = 5  # raises: TypeError: cannot set 'x' attribute of immutable type 'int'
# ---
object() < object()  # raises: TypeError: '<' not supported between instances of 'object' and 'object'
# ---
type('A', (), {})() + 1  # raises: TypeError: unsupported operand type(s) for +: 'A' and 'int'
# ---
type(5, 6)  # raises: TypeError: type() takes 1 or 3 arguments
# ---
type('A', 5, {})  # raises: TypeError: type.__new__() argument 2 must be tuple, not int
# ---
len.x  # raises: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
# ---
exec(b'x = 1'); print(x)
exec(b'\xff = 1')  # raises: SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte (<string>, line 1)
# expect:
# 1
# ---
try: exec("z = " + '[' * 100_000 + ']' * 100_000)
except SyntaxError as e: print(e.msg)
exec('if 1:\n\tx = 1\n        y = 2\n')  # raises: TabError: inconsistent use of tabs and spaces in indentation (<string>, line 3)
# expect:
# too many nested parentheses
# ---
try: exec('if 1:\n        x = 1\n\ty = 2\n')
except TabError as e: print(e.msg)
exec('x' + '.a' * 5000, {'x': 1})  # raises: RecursionError: maximum recursion depth exceeded during compilation
# expect:
# inconsistent use of tabs and spaces in indentation
# ---
exec("x = '" + 'a' * 500_000 + "'"); print(len(x))
exec("y = [" + '1,' * 20_000 + "]"); print(len(y))
exec('def g():\n' + '\n'.join(f'    v{i} = {i}' for i in range(4000)) + '\n    return v3999\nprint(g())')
exec('while 0:\n' + '    x = 1 + 2 * 3\n' * 4000 + 'print("jumped")')
# expect:
# 500000
# 20000
# 3999
# jumped
# ---
def g():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 1
me = g()
print(next(me))
# expect:
# generator already executing
# 1
