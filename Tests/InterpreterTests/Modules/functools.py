import functools
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [], 0))
add = functools.partial(lambda a, b, c=0: (a, b, c), 1, c=5)
print(add(2), add(2, c=9), add.args, add.keywords, functools.partial(add, 7)())
@functools.lru_cache(maxsize=2)
def square(x):
    print('compute', x)
    return x * x
print(square(2), square(2), square(3), square(4), square(2), square.cache_info(), square.__name__)
square.cache_clear()
print(square.cache_info())
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
def deco(f):
    @functools.wraps(f)
    def wrapper(*args): return f(*args) + 1
    return wrapper
@deco
def g(x):
    "Doc of g."
    return x
print(g(1), g.__name__, g.__doc__, g.__wrapped__(1))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
@functools.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(2), V(2) > V(1), V(1) >= V(2), max(V(1), V(5)).v)
class C:
    @functools.cached_property
    def x(self):
        print('once')
        return 5
c = C()
print(c.x, c.x, c.__dict__)
@functools.singledispatch
def show(x): return 'object'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1), show([]), show('a'), show(True))
# expect:
# 24 0
# (1, 2, 5) (1, 2, 9) (1,) {'c': 5} (1, 7, 5)
# compute 2
# compute 3
# compute 4
# compute 2
# 4 4 9 16 4 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2) square
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# 23416728348467685
# 2 g Doc of g. 1
# [3, 2, 1]
# True True False 5
# once
# 5 5 {'x': 5}
# int list object int
# ---
import functools
functools.reduce(lambda a, b: a, [])  # raises: TypeError: reduce() of empty iterable with no initial value
