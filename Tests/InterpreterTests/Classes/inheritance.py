class A1: pass
class B1(A1): pass
class C1(A1): pass
class D1(B1, C1): pass
print([c.__name__ for c in D1.__mro__], D1.__bases__ == (B1, C1), issubclass(D1, A1))
class X(A1, B1): pass  # raises: TypeError: Cannot create a consistent method resolution
# expect:
# ['D1', 'B1', 'C1', 'A1', 'object'] True True
# ---
class Mix1:
    def go(self): return ['m1'] + super().go()
class Mix2:
    def go(self): return ['m2']
class Both(Mix1, Mix2): pass
print(Both().go())
# expect:
# ['m1', 'm2']
# ---
class Base:
    def who(self): return 'base'
    @classmethod
    def make(cls): return cls()
class Derived(Base):
    def who(self): return 'derived>' + super(Derived, self).who()
print(Derived.make().who(), Derived.__base__.__name__)
# expect:
# derived>base Base
# ---
class L(list):
    def __init__(self, *a):
        super().__init__(a)
        self.n = len(a)
    def second(self): return self[1]
l = L(1, 2, 3)
print(l, l.n, l.second(), isinstance(l, list), len(l), l + [4])
class Dd(dict):
    def __missing__(self, k): return k * 2
d = Dd(a=1)
print(d['a'], d['zz'], d)
# expect:
# [1, 2, 3] 3 2 True 3 [1, 2, 3, 4]
# 1 zzzz {'a': 1}
# ---
class I(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def hi(self): return 'hi'
i = I(4)
print(i, i + 1, i.hi(), type(i + 1))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1, 2), T(1, 2)[0])
class Singleton:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Singleton() is Singleton())
# expect:
# 5 6 hi <class 'int'>
# (1, 2) 1
# True
# ---
class MyE(Exception):
    def __init__(self, msg, code):
        super().__init__(msg)
        self.code = code
try: raise MyE('boo', 3)
except MyE as e: print(e, e.code, e.args, repr(e))
# expect:
# boo 3 ('boo',) MyE('boo')
# ---
class W: pass
w = W()
for i in range(100): setattr(w, f'k{i}', i)
print(w.k0, w.k63, w.k64, w.k65, w.k99, len(w.__dict__), list(w.__dict__)[:2])
del w.k50
print(hasattr(w, 'k50'), w.k51, w.k99)
# expect:
# 0 63 64 65 99 100 ['k0', 'k1']
# False 51 99
