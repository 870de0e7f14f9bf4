def g():
    yield 1
    yield 2
    return 3
x = g(); print(next(x), next(x))
next(x)  # raises: StopIteration: 3
# expect:
# 1 2
# ---
def g():
    x = yield 1
    print('got', x)
    y = yield 2
    print('got', y)
c = g(); print(next(c), c.send('a'))
c.send('b')  # raises: StopIteration
# expect:
# got a
# 1 2
# got b
# ---
def g(): yield 1
g().send(5)  # raises: TypeError: can't send non-None value to a just-started generator
# ---
def g(): yield 1
x = g(); print(list(x), list(x), next(x, 'none'))
# expect:
# [1] [] none
# ---
def inner():
    r = yield 1
    print('inner got', r)
    return 'result'
def outer():
    v = yield from inner()
    print('outer', v)
    yield from [10, 20]
    yield from 'ab'
o = outer(); print(next(o), o.send('x'), list(o))
# expect:
# inner got x
# outer result
# 1 10 [20, 'a', 'b']
# ---
def g():
    try:
        yield 1
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
x = g(); next(x); print(x.throw(ValueError('boom')))
# expect:
# caught boom
# recovered
# ---
def g(): yield 1
x = g(); next(x)
x.throw(KeyError('k'))  # raises: KeyError: 'k'
# ---
def g():
    try:
        yield 1
    finally:
        print('cleanup')
x = g(); next(x); x.close(); x.close(); print(list(x))
# expect:
# cleanup
# []
# ---
def g():
    try:
        yield 1
    except GeneratorExit:
        yield 2
x = g(); next(x)
x.close()  # raises: RuntimeError: generator ignored GeneratorExit
# ---
def g():
    next(me)
    yield
me = g()
next(me)  # raises: ValueError: generator already executing
# ---
def g():
    raise StopIteration
    yield
next(g())  # raises: RuntimeError: generator raised StopIteration
# ---
print(sum(x * x for x in range(10)), list(x for x in 'abc'), [*(i for i in range(3))], max((len(w) for w in ['a', 'bbb']), default=0), ' '.join(str(i) for i in range(3)))
# expect:
# 285 ['a', 'b', 'c'] [0, 1, 2] 3 0 1 2
# ---
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), [x for x, _ in zip(fib(), range(5))])
# expect:
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] [0, 1, 1, 2, 3]
# ---
def g(n):
    if n > 0:
        yield n
        yield from g(n - 1)
print(list(g(5)))
# expect:
# [5, 4, 3, 2, 1]
# ---
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, [4]], 5]])))
# expect:
# [1, 2, 3, 4, 5]
# ---
x = (i for i in [1, 2]); print(type(x).__name__, next(x), list(x))
# expect:
# generator 1 [2]
# ---
def g():
    yield
    yield None, 1
print(list(g()))
# expect:
# [None, (None, 1)]
# ---
xs = [1, 2, 3]
gen = (x for x in xs)
xs = [4, 5]
print(list(gen))
# expect:
# [1, 2, 3]
# ---
def gen():
    for i in range(3):
        r = yield i
        if r: print('r', r)
g = gen(); print(next(g)); print(g.send('A')); print(next(g)); print(next(g, 'end'))
# expect:
# 0
# r A
# 1
# 2
# end
# ---
def f():
    x = yield
    while True:
        x = yield x * 2
c = f(); next(c); print(c.send(1), c.send(5), c.send('a'))
# expect:
# 2 10 aa
# ---
def g(): return (yield 1)
x = g(); next(x)
try: x.send(42)
except StopIteration as e: print(e.value)
# expect:
# 42
# ---
from contextlib import contextmanager
@contextmanager
def cm(v):
    print('in', v)
    try:
        yield v * 2
    except ValueError: print('swallow')
    finally: print('out')
with cm(2) as x: print(x)
with cm(3): raise ValueError
# expect:
# in 2
# 4
# out
# in 3
# swallow
# out
# ---
def g():
    yield from 5
list(g())  # raises: TypeError: 'int' object is not iterable
# ---
def countdown(n):
    while n: yield n; n -= 1
for i in countdown(3): print(i, end=' ')
else: print('done')
# expect:
# 3 2 1 done
# ---
a = [list(g) for g in [(i * j for j in range(3)) for i in range(3)]]; print(a)
# expect:
# [[0, 2, 4], [0, 2, 4], [0, 2, 4]]
# ---
def g():
    with open_thing() as t:
        yield t
class open_thing:
    def __enter__(self): print('open'); return 't'
    def __exit__(self, *a): print('close')
for x in g(): print(x)
# expect:
# open
# t
# close
# ---
g = (1 / x for x in [1, 0])
print(next(g))
next(g)  # raises: ZeroDivisionError: division by zero
# expect:
# 1.0
# ---
def g(): yield 1
print(iter(x := g()) is x, hasattr(x, '__next__'), x.__name__)
# expect:
# True True g
# ---
def pipeline(xs):
    evens = (x for x in xs if x % 2 == 0)
    squares = (x * x for x in evens)
    return sum(squares)
print(pipeline(range(10)), any(x > 3 for x in range(10)), (lambda: (yield))() is None)
# expect:
# 120 True False
