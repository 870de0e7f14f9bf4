def counter():
    c = 0
    def inc(by=1):
        nonlocal c
        c += by
        return c
    def get(): return c
    return inc, get
i, g = counter()
i()
i(5)
print(g())
# expect:
# 6
# ---
def cl():
    fs = [lambda i=i: i for i in range(3)]
    gs = [lambda: j for j in range(3)]
    return [f() for f in fs], [g() for g in gs]
print(cl())
# expect:
# ([0, 1, 2], [2, 2, 2])
# ---
def outer():
    v = 1
    class In:
        w = v + 1
        def m(self): return v
    return In.w, In().m()
print(outer())
# expect:
# (2, 1)
# ---
class K:
    x = 5
    z = [i for i in range(x)]
    def m(self): return __class__
print(K.z, K().m().__name__)
# expect:
# [0, 1, 2, 3, 4] K
# ---
def f():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
f()
def g():
    def h(): return y
    h()
    y = 1
g()  # raises: NameError: cannot access free variable 'y' where it is not associated with a value in enclosing scope
# expect:
# cannot access local variable 'x' where it is not associated with a value
