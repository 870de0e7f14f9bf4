t = (1, 2, 3)
print(t, t[0], t[-1], t[1:], t[::-1], len(t), t + (4,), t * 2, 2 * t, (1,), (), tuple('ab'), tuple([1]), t.index(2), t.count(1))
# expect:
# (1, 2, 3) 1 3 (2, 3) (3, 2, 1) 3 (1, 2, 3, 4) (1, 2, 3, 1, 2, 3) (1, 2, 3, 1, 2, 3) (1,) () ('a', 'b') (1,) 1 1
# ---
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), (1, 2) != (1, 2), hash((1, 2)) == hash((1, 2)), () == [])
# expect:
# True True True False True False
# ---
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1.5, (2, -1))), hash((True, 0)), {(1, 2): 'x'}[(1, 2)])
# expect:
# 5740354900026072187 -6644214454873602895 529344067295497451 4357589405312469601 -5164621852614943976 x
# ---
(1, 2)[5]  # raises: IndexError: tuple index out of range
# ---
(1, 2)['a']  # raises: TypeError: tuple indices must be integers or slices, not str
# ---
t = (1, 2)
t[0] = 5  # raises: TypeError: 'tuple' object does not support item assignment
# ---
t = (1, 2)
del t[0]  # raises: TypeError: 'tuple' object doesn't support item deletion
# ---
(1,) + [2]  # raises: TypeError: can only concatenate tuple (not "list") to tuple
# ---
(1,) + 2  # raises: TypeError: can only concatenate tuple (not "int") to tuple
# ---
(1, 2) * 'a'  # raises: TypeError: can't multiply sequence by non-int of type 'str'
# ---
hash((1, []))  # raises: TypeError: unhashable type: 'list'
# ---
(1, 2).index(5)  # raises: ValueError: tuple.index(x): x not in tuple
# ---
t = ([],)
t[0].append(1); print(t)
# expect:
# ([1],)
# ---
t = (1, 2); t += (3,); print(t); a = ([],); print(a[0] is a[0], 1 in t, 9 in t)
# expect:
# (1, 2, 3)
# True True False
# ---
t = ([],)
t[0] += [1]  # raises: TypeError: 'tuple' object does not support item assignment
# ---
from collections import namedtuple
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p[1], p == (1, 2), p._replace(x=5), p._asdict(), P._fields); a, b = p; print(a, b)
# expect:
# P(x=1, y=2) 1 2 True P(x=5, y=2) {'x': 1, 'y': 2} ('x', 'y')
# 1 2
# ---
tuple(5)  # raises: TypeError: 'int' object is not iterable
# ---
a = (1, 2, 3)
for i, (x, y) in enumerate(zip(a, a[1:])): print(i, x, y)
# expect:
# 0 1 2
# 1 2 3
# ---
class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
t = T(1, 2); print(t, t[0], type(t).__name__, t == (1, 2), len(t), isinstance(t, tuple))
# expect:
# (1, 2) 1 T True 2 True
# ---
print(min((3, 1)), sorted((3, 1, 2)), sum((1, 2)), any(()), all(()), any((0, 1)), all((1, 0)), list(zip(*[(1, 2), (3, 4)])))
# expect:
# 1 [1, 2, 3] 3 False True True False [(1, 3), (2, 4)]
