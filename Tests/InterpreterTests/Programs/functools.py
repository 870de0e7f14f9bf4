from functools import *
import functools
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 5)); p = partial(int, base=2); print(p('101'), p, p.func, p.args, p.keywords)
@lru_cache(maxsize=2)
def f(x): print('call', x); return x
f(1); f(1); f(2); f(3); f(1); print(f.cache_info()); f.cache_clear(); print(f.cache_info(), f.__name__, f.__wrapped__.__name__)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(2), T(1) > T(2), T(2) >= T(2))
def deco(g):
    @wraps(g)
    def w(*a, **k): 'inner'; return g(*a, **k)
    return w
@deco
def named(x): 'doc'; return x
print(named.__name__, named.__doc__, named(3)); print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
@singledispatch
def s(x): return 'obj'
@s.register
def _(x: int): return 'int'
@s.register(list)
def _(x): return 'list'
print(s(1), s([]), s('q'), s(True), s.dispatch(bool).__name__)
class C:
    @cached_property
    def v(self): print('computed'); return 5
c = C(); print(c.v, c.v, c.__dict__)
class M:
    def go(self, a, b): return a, b
    g2 = partialmethod(go, 1)
print(M().g2(7))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
# expect:
# 6 5
# 5 functools.partial(<class 'int'>, base=2) <class 'int'> () {'base': 2}
# call 1
# call 2
# call 3
# call 1
# CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) f f
# 23416728348467685
# True False True
# named doc 3
# [3, 2, 1]
# int list obj int _
# computed
# 5 5 {'v': 5}
# (1, 7)
# reduce() of empty iterable with no initial value
