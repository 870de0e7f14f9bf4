def f(a, b=2, *, c=3, d):
    return a, b, c, d
print(f(1, d=4), f(d=4, a=1), f(1, 5, d=4, c=6), f(b=7, d=8, a=9))
def g(a, b, c):
    return a, b, c
print(g(c=3, a=1, b=2), g(1, c=3, b=2))
def h(a, /, b, *args, k=1, **kw):
    return a, b, args, k, kw
print(h(1, 2), h(1, b=2, k=3, z=4), h(1, 2, 3, 4, y=5))
def deep(n, *, step=1):
    return 0 if n <= 0 else 1 + deep(n - step, step=step)
print(deep(100, step=3))
for call in (lambda: f(1), lambda: f(1, d=2, e=3), lambda: f(1, a=2, d=3), lambda: g(1, 2, b=3), lambda: g(a=1), lambda: f(1, 2, 3, d=4)):
    try:
        print(call())
    except TypeError as e:
        print(e)
# expect:
# (1, 2, 3, 4) (1, 2, 3, 4) (1, 5, 6, 4) (9, 7, 3, 8)
# (1, 2, 3) (1, 2, 3)
# (1, 2, (), 1, {}) (1, 2, (), 3, {'z': 4}) (1, 2, (3, 4), 1, {'y': 5})
# 34
# f() missing 1 required keyword-only argument: 'd'
# f() got an unexpected keyword argument 'e'
# f() got multiple values for argument 'a'
# g() got multiple values for argument 'b'
# g() missing 2 required positional arguments: 'b' and 'c'
# f() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
