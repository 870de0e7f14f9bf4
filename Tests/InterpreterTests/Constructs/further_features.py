# construct: lambda, decorators, closures, generators and yield
import functools
def timed(scale):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs): return scale * function(*args, **kwargs)
        return inner
    return wrap
@timed(10)
def area(w, h=2): "Area."; return w * h
def counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step
def batches(data, size):
    for start in range(0, len(data), size): yield data[start:start + size]
step = counter(); step()
print(area(3), area.__name__, area.__doc__, step(), list(batches('abcdefg', 3)), (lambda x, y=2: x ** y)(3), sorted('bca', key=lambda c: -ord(c)))
def delegating(): return (yield from batches([1, 2, 3], 2))
print(list(delegating()))
# expect:
# 60 area Area. 2 ['abc', 'def', 'g'] 9 ['c', 'b', 'a']
# [[1, 2], [3]]
# ---
# construct: assert, raise, with … as, for/else, @staticmethod, f-strings with format specs
def check(n):
    assert n > 0, f'{n:+d} is not positive'
    if n > 5: raise ValueError('too big: {}'.format(n))
    return n
for n in (1, -2, 9):
    try: print(check(n))
    except (AssertionError, ValueError) as error: print(type(error).__name__, error)
for n in range(2, 8):
    for d in range(2, n):
        if n % d == 0: break
    else: print(f'{n:>3} is prime')
# expect:
# 1
# AssertionError -2 is not positive
# ValueError too big: 9
#   2 is prime
#   3 is prime
#   5 is prime
#   7 is prime
# ---
# construct: operator dunders with the reflected forms, __call__, __repr__, __len__, __getitem__
class Vector:
    def __init__(self, *parts): self.parts = parts
    def __add__(self, other):
        if not isinstance(other, Vector): return NotImplemented
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))
    def __radd__(self, other): return self if other == 0 else NotImplemented
    def __mul__(self, k): return Vector(*(a * k for a in self.parts))
    __rmul__ = __mul__
    def __sub__(self, other): return self + -1 * other
    def __neg__(self): return self * -1
    def __truediv__(self, k): return self * (1 / k)
    def __floordiv__(self, k): return Vector(*(a // k for a in self.parts))
    def __matmul__(self, other): return sum(a * b for a, b in zip(self.parts, other.parts))
    def __rpow__(self, base): return Vector(*(base ** a for a in self.parts))
    def __iadd__(self, other): self.parts = (self + other).parts; return self
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
    def __len__(self): return len(self.parts)
    def __getitem__(self, i): return self.parts[i]
    def __contains__(self, x): return x in self.parts
    def __iter__(self): return iter(self.parts)
    def __call__(self, x): return sum(a * x ** i for i, a in enumerate(self.parts))
    def __repr__(self): return 'Vector(' + ', '.join(map(repr, self.parts)) + ')'
    def __bool__(self): return any(self.parts)
v, w = Vector(1, 2), Vector(3, 4)
print(v + w, w - v, 2 * v, v * 2, -v, v / 2, w // 2, v @ w, 2 ** v, sum([v, w]), v == Vector(1, 2), v < w, len(v), v[1], v[-1:], 2 in v, list(v), v(10), bool(Vector(0)), [*v, *w])
v += w; print(v)
try: v + 1
except TypeError as error: print(error)
# expect:
# Vector(4, 6) Vector(2, 2) Vector(2, 4) Vector(2, 4) Vector(-1, -2) Vector(0.5, 1.0) Vector(1, 2) 11 Vector(2, 4) Vector(4, 6) True True 2 2 (2,) True [1, 2] 21 False [1, 2, 3, 4]
# Vector(4, 6)
# unsupported operand type(s) for +: 'Vector' and 'int'
# ---
# construct: subclasses of a dataset, slices with steps, set operations, boolean masks in lists, open() and file methods
class Dataset:
    def __init__(self, data): self.data = data
    def __len__(self): return len(self.data)
    def __getitem__(self, i): return self.data[i]
class Pairs(Dataset):
    def __getitem__(self, i): return i, super().__getitem__(i)
print(list(Pairs('ab')), len(Pairs('abc')), [1, 2, 3, 4][::2], 'abcdef'[4:1:-1], [x for x, keep in zip([1, 2, 3], [True, False, True]) if keep])
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1, 2}.issuperset({1}), sorted({1, 2}.union([5])))
# expect:
# [(0, 'a'), (1, 'b')] 3 [1, 3] edc [1, 3]
# {1, 2, 3} {2} {1} {1, 3} True True [1, 2, 5]
# ---
# construct: never seen in the courses but in the language: walrus, nonlocal, yield from, try/finally, metaclasses, multiple inheritance
class Meta(type):
    def __new__(meta, name, bases, names): return super().__new__(meta, name, bases, {**names, 'made_by': meta.__name__})
class A(metaclass=Meta):
    def who(self): return 'A'
class B(A):
    def who(self): return 'B' + super().who()
class C(A):
    def who(self): return 'C' + super().who()
class D(B, C): pass
print(D().who(), [c.__name__ for c in D.__mro__], D.made_by)
if (n := len('walrus')) > 3: print(n)
def tidy():
    try: return 'value'
    finally: print('tidied')
print(tidy())
# expect:
# BCA ['D', 'B', 'C', 'A', 'object'] Meta
# 6
# tidied
# value
# ---
# construct: match, async and await as names
match = 3; case = 4; print(match, case)
# expect:
# 3 4
