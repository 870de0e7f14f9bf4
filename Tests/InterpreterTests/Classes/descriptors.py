class D:
    def __get__(s, i, o): return ('get', i is None, o.__name__)
    def __set__(s, i, v): print('set', v)
    def __set_name__(s, o, n): print('name', o.__name__, n)
class E:
    d = D()
    def __getattr__(s, n): return 'missing ' + n
e = E()
print(e.d, E.d, e.foo)
e.d = 3
# expect:
# name E d
# ('get', False, 'E') ('get', True, 'E') missing foo
# set 3
# ---
class F:
    def __setattr__(s, n, v): object.__setattr__(s, n, v * 2)
    def __getattribute__(s, n): return object.__getattribute__(s, n)
    def __delattr__(s, n):
        print('del', n)
        super().__delattr__(n)
f = F()
f.x = 4
print(f.x, f.__dict__)
del f.x
print(hasattr(f, 'x'))
# expect:
# 8 {'x': 8}
# del x
# False
# ---
class Prop:
    def __init__(s): s._x = 1
    @property
    def x(s):
        "doc"
        return s._x
    @x.setter
    def x(s, v): s._x = v
    @x.deleter
    def x(s): print('deleted')
    @property
    def y(s): return 1
p = Prop()
p.x = 5
print(p.x, Prop.x.__doc__)
del p.x
p.y = 2  # raises: AttributeError: property 'y' of 'Prop' object has no setter
# expect:
# 5 doc
# deleted
# ---
class S:
    __slots__ = ('a', 'b')
s = S()
s.a = 1
print(s.a, hasattr(s, '__dict__'))
s.c = 1  # raises: AttributeError: 'S' object has no attribute 'c'
# expect:
# 1 False
# ---
class Abs:
    @property
    def v(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'ga ' + n
print(Abs().v)
# expect:
# ga v
