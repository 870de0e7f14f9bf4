import a, b.c as d
from . import e
from ...f.g import (h, i as j,)
from k import *
x = y = 1; z, *w = v
x += 1; x @= 2; x //= 3; x **= 4; x >>= 5; x <<= 6; x |= 7; x &= 8; x ^= 9; x %= 1; x -= 2; x *= 3; x /= 4
n: int
n: int = 1
(n): int = 1
a.b: c = d
del a, b[1], (c, d)
assert a, b
raise
raise A from B
global p, q
pass
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
while a: b
else:
    c
for i, (j, *k) in l, m:
    continue
else:
    break_ = 1
with a as b, c, d as (e, f):
    pass
with (a as b, c,):
    pass
with (a, b) as c:
    pass
try:
    a
except B as c:
    d
except (E, F):
    raise
except:
    pass
else:
    g
finally:
    h
try:
    a
except* B:
    c
@d1
@d2(x)
def f(a: int, b=1, /, c=2, *args: str, d, e=3, **kw) -> int:
    """Doc."""
    nonlocal_ = yield
    yield a, b
    x = yield from c
    return a, *b
class A(B, metaclass=C, *d):
    x = 1
    def m(self): return self
match = 1
match.a
case = match[0]
print(*a, sep='')
