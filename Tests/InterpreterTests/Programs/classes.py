class Meta(type):
    def __new__(m, n, b, d, **k): d['tag'] = k.get('tag'); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
    def __call__(c, *a): print('making', c.__name__); return super().__call__(*a)
    def __len__(c): return 42
    def __iter__(c): return iter('xy')
    def __getattr__(c, n): return 'meta ' + n
    def __repr__(c): return f'<cls {c.__name__}>'
    def __instancecheck__(c, o): return o == 5
    def __prepare__(n, b, **k): print('prep', n, k); return {}
class C(metaclass=Meta, tag='T'):
    def __init__(self): self.q = 1
    def __init_subclass__(cls, **k): print('sub', cls, k); super().__init_subclass__()
print(C().q, len(C), list(C), C.foo, C, C.tag, isinstance(5, C), type(C))
class D(C, tag=3): pass
class Desc:
    def __set_name__(s, o, n): s.n = n; print('set_name', n)
    def __get__(s, i, o): return ('get', i is None, s.n)
    def __set__(s, i, v): print('set', v)
    def __delete__(s, i): print('del')
class E:
    d = Desc()
    x = property(lambda s: 5, doc='px')
    @x.setter
    def x(s, v): print('setx', v)
    @classmethod
    def cm(c, a=1): return c.__name__, a
    @staticmethod
    def sm(a): return a
    __slots__ = ('a', '__dict__')
e = E(); print(e.d, E.d, E.x.__doc__, e.x, E.cm(), e.cm(2), E.sm(3)); e.d = 4; del e.d; e.x = 9
try: del e.x
except AttributeError as x: print(x)
class F:
    @property
    def y(self): return self._z
    def __getattr__(s, n):
        if n == 'w': return 'got'
        raise AttributeError(n)
try: F().y
except AttributeError as x: print(x)
print(F().w, getattr(F(), 'nope', 'dflt'), hasattr(F(), 'w'))
class G:
    def __getattribute__(s, n): return 'ga ' + n if n.startswith('q') else object.__getattribute__(s, n)
    def __setattr__(s, n, v): object.__setattr__(s, n, v * 2)
    def __delattr__(s, n): print('delattr', n)
g = G(); g.k = 3; print(g.k, g.qq); del g.k; print(g.__dict__)
class S:
    __slots__ = ('a',)
s = S(); s.a = 1
for f in [lambda: setattr(s, 'b', 1), lambda: s.__dict__, lambda: S().a]:
    try: f()
    except AttributeError as x: print(x)
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
print(W.__mro__, W.mro(), W.__bases__, X.__subclasses__(), W.__name__, W.__qualname__, W.__module__)
try:
    class Q(X, Y): pass
except TypeError as x: print(x)
try: type('T', (int, str), {})
except TypeError as x: print(x)
print(type('T', (X,), {'a': 1}).a, isinstance(W(), (int, Y)), issubclass(W, Z))
# expect:
# prep C {'tag': 'T'}
# making C
# 1 42 ['x', 'y'] meta foo <cls C> T True <class '__main__.Meta'>
# prep D {'tag': 3}
# sub <cls D> {}
# set_name d
# ('get', False, 'd') ('get', True, 'd') px 5 ('E', 1) ('E', 2) 3
# set 4
# del
# setx 9
# property 'x' of 'E' object has no deleter
# y
# got dflt True
# 6 ga qq
# delattr k
# {'k': 6}
# 'S' object has no attribute 'b'
# 'S' object has no attribute '__dict__'
# 'S' object has no attribute 'a'
# (<class '__main__.W'>, <class '__main__.Y'>, <class '__main__.Z'>, <class '__main__.X'>, <class 'object'>) [<class '__main__.W'>, <class '__main__.Y'>, <class '__main__.Z'>, <class '__main__.X'>, <class 'object'>] (<class '__main__.Y'>, <class '__main__.Z'>) [<class '__main__.Y'>, <class '__main__.Z'>] W W __main__
# Cannot create a consistent method resolution
# order (MRO) for bases X, Y
# multiple bases have instance lay-out conflict
# 1 True True
