class A:
    """Doc."""
    x = 1
    def __init__(self, v): self.v = v
    def m(self, y=2): return self.v + y
    @staticmethod
    def s(a): return a * 2
    @classmethod
    def c(cls, a): return cls(a)
    @property
    def p(self): return self.v * 10
    @p.setter
    def p(self, n): self.v = n
a = A(5); print(a.x, a.v, a.m(), a.m(y=1), A.s(3), a.s(4), A.c(7).v, a.c(8).v, a.p, A.__doc__, A.__name__)
a.p = 9; print(a.v, a.p); A.x = 2; print(a.x); a.x = 3; print(a.x, A.x, a.__dict__); del a.x; print(a.x)
# expect:
# 1 5 7 6 6 8 7 8 50 Doc. A
# 9 90
# 2
# 3 2 {'v': 9, 'x': 3}
# 2
# ---
class A:
    @property
    def p(self): return 1
a = A()
a.p = 5  # raises: AttributeError: property 'p' of 'A' object has no setter
# ---
class A:
    @property
    def p(self): return 1
a = A()
del a.p  # raises: AttributeError: property 'p' of 'A' object has no deleter
# ---
class A: pass
A().foo  # raises: AttributeError: 'A' object has no attribute 'foo'
# ---
class A: pass
A.foo  # raises: AttributeError: type object 'A' has no attribute 'foo'
# ---
class A: pass
a = A()
del a.x  # raises: AttributeError: 'A' object has no attribute 'x'
# ---
class A: pass
A(1)  # raises: TypeError: A() takes no arguments
# ---
class A:
    def __init__(self, x): pass
A()  # raises: TypeError: A.__init__() missing 1 required positional argument: 'x'
# ---
class A:
    def m(self): pass
A().m(1)  # raises: TypeError: A.m() takes 1 positional argument but 2 were given
# ---
class A:
    def m(self): pass
A.m()  # raises: TypeError: A.m() missing 1 required positional argument: 'self'
# ---
class A:
    def m(): return 1
A().m()  # raises: TypeError: A.m() takes 0 positional arguments but 1 was given
# ---
class A:
    def __init__(self): return 5
A()  # raises: TypeError: __init__() should return None, not 'int'
# ---
class A:
    def hi(self): return 'A'
class B(A):
    def hi(self): return 'B' + super().hi()
class C(A):
    def hi(self): return 'C' + super().hi()
class D(B, C):
    def hi(self): return 'D' + super().hi()
print(D().hi(), [c.__name__ for c in D.__mro__], isinstance(D(), A), issubclass(D, C), D.__bases__)
# expect:
# DBCA ['D', 'B', 'C', 'A', 'object'] True True (<class '__main__.B'>, <class '__main__.C'>)
# ---
class A: pass
class B(A): pass
class C(A, B): pass  # raises: TypeError: Cannot create a consistent method resolution
# ---
class P:
    def __init__(self, x): self.x = x
class Q(P):
    def __init__(self, x, y):
        super(Q, self).__init__(x)
        self.y = y
q = Q(1, 2); print(q.x, q.y, vars(q), hasattr(q, 'x'), hasattr(q, 'z'), getattr(q, 'z', 'def'))
setattr(q, 'z', 3); print(q.z); delattr(q, 'z'); print(hasattr(q, 'z'))
# expect:
# 1 2 {'x': 1, 'y': 2} True False def
# 3
# False
# ---
class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'V({self.x})'
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.x)
    def __iadd__(self, o): self.x += 100; return self
    def __mul__(self, o): return V(self.x * o)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __hash__(self): return hash(self.x)
    def __bool__(self): return self.x != 0
    def __len__(self): return self.x
    def __getitem__(self, i): return (self.x, i)
    def __contains__(self, i): return i == self.x
    def __call__(self, *a, **k): return (a, k)
    def __abs__(self): return abs(self.x)
    def __int__(self): return self.x
    def __float__(self): return float(self.x)
    def __index__(self): return self.x
    def __format__(self, s): return f'<{s}>'
    def __matmul__(self, o): return 'matmul'
    def __divmod__(self, o): return 'divmod'
    def __pow__(self, o): return 'pow'
    def __invert__(self): return 'inv'
    def __round__(self, n=None): return ('round', n)
v = V(3)
print(v + 1, 1 + v, v + v, v * 2, 2 * v, -v, v == V(3), v != V(3), v < V(4), v > V(4), bool(V(0)), len(v), v[5], 3 in v, 4 in v, v(1, a=2))
print(abs(V(-2)), int(v), float(v), [1, 2, 3, 4][v], f'{v:abc}', v @ 1, divmod(v, 1), v ** 2, ~v, round(v), round(v, 2), {v: 1}[V(3)], hex(v))
w = v; w += 1; print(w, w is v, sum([V(1), V(2)]))
# expect:
# V(4) V(4) V(6) V(6) V(6) V(-3) True False True False False 3 (3, 5) True False ((1,), {'a': 2})
# 2 3 3.0 4 <abc> matmul divmod pow inv ('round', None) ('round', 2) 1 0x3
# V(103) True V(3)
# ---
class A:
    def __eq__(self, o): return True
hash(A())  # raises: TypeError: unhashable type: 'A'
# ---
class A: pass
A() + 1  # raises: TypeError: unsupported operand type(s) for +: 'A' and 'int'
# ---
class A: pass
A() < A()  # raises: TypeError: '<' not supported between instances of 'A' and 'A'
# ---
class A: pass
len(A())  # raises: TypeError: object of type 'A' has no len()
# ---
class A: pass
A()[0]  # raises: TypeError: 'A' object is not subscriptable
# ---
class A: pass
A()[0] = 1  # raises: TypeError: 'A' object does not support item assignment
# ---
class A: pass
A()()  # raises: TypeError: 'A' object is not callable
# ---
class A: pass
for x in A(): pass  # raises: TypeError: 'A' object is not iterable
# ---
class A: pass
5 in A()  # raises: TypeError: argument of type 'A' is not iterable
# ---
class A:
    def __add__(self, o): return NotImplemented
A() + A()  # raises: TypeError: unsupported operand type(s) for +: 'A' and 'A'
# ---
class A:
    def __radd__(self, o): return 'r'
print(1 + A(), 'x' + A(), [1] + A(), A().__radd__(1))
# expect:
# r r r r
# ---
class A:
    def __getattr__(self, name):
        if name.startswith('x'): return name * 2
        raise AttributeError('no ' + name)
a = A(); print(a.xy, hasattr(a, 'q'), getattr(a, 'zz', 1))
a.foo  # raises: AttributeError: no foo
# expect:
# xyxy False 1
# ---
class A:
    def __setattr__(self, n, v):
        print('set', n); super().__setattr__(n, v)
    def __delattr__(self, n):
        print('del', n); object.__delattr__(self, n)
a = A(); a.x = 1; print(a.x); del a.x
# expect:
# set x
# 1
# del x
# ---
class A:
    def __getattribute__(self, n):
        return 'attr ' + n
print(A().anything)
# expect:
# attr anything
# ---
class A:
    def __str__(self): return 'str'
class B:
    def __repr__(self): return 'rep'
print(A(), B(), [B()], f'{A()} {B()!r} {B()}', str(B()), '%s %r' % (A(), B()))
# expect:
# str rep [rep] str rep rep rep str rep
# ---
class A:
    def __repr__(self): return 5
repr(A())  # raises: TypeError: __repr__ returned non-string (type int)
# ---
class A:
    def __bool__(self): return 5
bool(A())  # raises: TypeError: __bool__ should return bool, returned int
# ---
class A:
    def __len__(self): return -1
len(A())  # raises: ValueError: __len__() should return >= 0
# ---
class A:
    def __len__(self): return 'a'
len(A())  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
class A:
    def __hash__(self): return 'a'
hash(A())  # raises: TypeError: __hash__ method should return an integer
# ---
class A:
    __slots__ = ('x',)
    def __init__(self): self.x = 1
a = A(); print(a.x)
a.y = 2  # raises: AttributeError: 'A' object has no attribute 'y'
# expect:
# 1
# ---
class Meta(type):
    def __new__(m, name, bases, ns):
        ns['added'] = 1
        return super().__new__(m, name, bases, ns)
    def hello(cls): return cls.__name__
class A(metaclass=Meta): pass
print(A.added, A.hello(), type(A).__name__, isinstance(A, Meta))
# expect:
# 1 A Meta True
# ---
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append(cls.__name__)
class X(Base, tag='t'): pass
class Y(X): pass
print(Base.subs, X.tag, Y.tag)
# expect:
# ['X', 'Y'] t None
# ---
class D:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner): return self if obj is None else getattr(obj, self.name, 'unset')
    def __set__(self, obj, v): setattr(obj, self.name, v)
class A:
    x = D()
a = A(); print(a.x); a.x = 5; print(a.x, a.__dict__, type(A.x).__name__)
# expect:
# unset
# 5 {'_x': 5} D
# ---
A = type('A', (), {'x': 1, 'm': lambda self: self.x})
print(A().m(), A.__name__, type(A), type(5), type('a') is str, type(type(5)))
# expect:
# 1 A <class 'type'> <class 'int'> True <class 'type'>
# ---
class A:
    n = 0
    def __new__(cls, *a):
        cls.n += 1
        return super().__new__(cls)
    def __init__(self, *a): self.a = a
print(A(1, 2).a, A().n)
# expect:
# (1, 2) 2
# ---
class S:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = object.__new__(cls)
        return cls.inst
print(S() is S())
# expect:
# True
# ---
class A:
    __x = 1
    def get(self): return self.__x
print(A().get(), A._A__x)
A().__x  # raises: AttributeError: 'A' object has no attribute '__x'
# expect:
# 1 1
# ---
class A:
    def f(self): return 1
    g = f
a = A(); m = a.f; print(m(), a.g(), m.__self__ is a, A.f(a), m.__func__ is A.f, m == a.f, m.__name__)
# expect:
# 1 1 True 1 True True f
# ---
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): pass
class B(A):
    def f(self): return 1
print(B().f())
A()  # raises: TypeError: Can't instantiate abstract class A with abstract method f
# expect:
# 1
# ---
class A:
    pass
print(A.__mro__, A.__module__, A.__qualname__, repr(A), str(type(A())), isinstance(A(), object))
# expect:
# (<class '__main__.A'>, <class 'object'>) __main__ A <class '__main__.A'> <class '__main__.A'> True
# ---
class A:
    class B:
        def f(self): return 1
print(A.B.__qualname__, A.B().f(), A.B.f.__qualname__)
# expect:
# A.B 1 A.B.f
# ---
print(isinstance(5, (int, str)), isinstance('a', (int, str)), isinstance(True, int), isinstance(5, int | str), issubclass(bool, int), isinstance([], list), isinstance(None, type(None)))
# expect:
# True True True True True True True
# ---
isinstance(5, 5)  # raises: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# ---
issubclass(5, int)  # raises: TypeError: issubclass() arg 1 must be a class
# ---
isinstance(5, [int])  # raises: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# ---
class A(bool): pass  # raises: TypeError: type 'bool' is not an acceptable base type
# ---
class A(int, str): pass  # raises: TypeError: multiple bases have instance lay-out conflict
# ---
class C:
    def __iter__(self):
        yield from (1, 2)
print(list(C()), [*C()], dict(zip(C(), 'ab')), max(C()))
# expect:
# [1, 2] [1, 2] {1: 'a', 2: 'b'} 2
# ---
class A:
    x: int = 5
    y: str
print(A.__annotations__, A.x)
# expect:
# {'x': <class 'int'>, 'y': <class 'str'>} 5
# ---
class A:
    count = 0
    def __init__(self): type(self).count += 1
A(); A(); print(A.count)
# expect:
# 2
# ---
import functools
@functools.total_ordering
class N:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(N(1) <= N(2), N(2) > N(1), N(1) >= N(1))
# expect:
# True True True
# ---
class A:
    def __enter__(self): return 'in'
    def __exit__(self, *a): pass
with A() as x: print(x)
# expect:
# in
# ---
class A: pass
a = A(); a.b = A(); a.b.c = [1, 2]; a.b.c[0] += 5; print(a.b.c, a.b.__dict__); a.b.d = a.b.e = 3; print(a.b.d + a.b.e)
# expect:
# [6, 2] {'c': [6, 2]}
# 6
# ---
class Base:
    def template(self): return self.step()
class Impl(Base):
    def step(self): return 'impl'
print(Impl().template(), super(Impl, Impl()).template())
# expect:
# impl impl
# ---
super().x  # raises: RuntimeError: super(): no arguments
# ---
def f():
    super().x
f()  # raises: RuntimeError: super(): no arguments
# ---
class A:
    def __contains__(self, x): return 'yes'
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print(k, v)
    def __delitem__(self, k): print('del', k)
a = A(); print(1 in a, a[1:2], a['x', 1]); a[1, 2] = 3; del a[::2]; a[0] += 'x' if False else 1
# expect:
# True slice(1, 2, None) ('x', 1)
# (1, 2) 3
# del slice(None, None, 2)
# 0 1
# ---
dir(5)[:2] and print('__add__' in dir(5), 'append' in dir([]), [n for n in dir(type('T', (), {'q': 1})()) if not n.startswith('__')])
# expect:
# True True ['q']
