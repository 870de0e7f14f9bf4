a, b = 1, 2; a, b = b, a; print(a, b); (a, b), c = (1, 2), 3; print(a, b, c); [a, *b] = [1, 2, 3]; print(a, b); a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
# expect:
# 2 1
# 1 2 3
# 1 [2, 3]
# 1 2 [3, 4] 5
# ---
a, b = 'xy'; c, d = {'k': 1, 'l': 2}; e, f = (i for i in range(2)); g, h = range(2); print(a, b, c, d, e, f, g, h)
# expect:
# x y k l 0 1 0 1
# ---
a, b = [1]  # raises: ValueError: not enough values to unpack (expected 2, got 1)
# ---
a, b = [1, 2, 3]  # raises: ValueError: too many values to unpack (expected 2)
# ---
a, b = iter([1, 2, 3])  # raises: ValueError: too many values to unpack (expected 2)
# ---
a, b, *c = [1]  # raises: ValueError: not enough values to unpack (expected at least 2, got 1)
# ---
a, b = None  # raises: TypeError: cannot unpack non-iterable NoneType object
# ---
(a, b), c = [1, 2]  # raises: TypeError: cannot unpack non-iterable int object
# ---
*a, b, c = 1, 2, 3, 4; print(a, b, c); *a, = []; print(a); a, *b = 1,; print(a, b)
# expect:
# [1, 2] 3 4
# []
# 1 []
# ---
for a, b in [(1, 2), (3,)]: print(a, b)  # raises: ValueError: not enough values to unpack (expected 2, got 1)
# expect:
# 1 2
# ---
def f(): return 1, (2, 3)
x, (y, z) = f(); print(x, y, z)
# expect:
# 1 2 3
# ---
print(*[1, 2], *(3, 4), *'ab', *{5: 6}, *range(2), *(i for i in 'z')); print([*[], *[1]], (*[1], 2), {*[1], *[1]}, {**{}, 'a': 1})
# expect:
# 1 2 3 4 a b 5 0 1 z
# [1] (1, 2) {1} {'a': 1}
# ---
d = {'a': 1}
x = [0, 1, 2]
x[0], d['b'] = 5, 6; print(x, d); x[1:], y = [9, 9, 9], 1; print(x, y)
class O: pass
o = O(); o.p, o.q = 1, 2; print(o.p, o.q); (o.p, x[0]), = [(7, 8)]; print(o.p, x)
# expect:
# [5, 1, 2] {'a': 1, 'b': 6}
# [5, 9, 9, 9] 1
# 1 2
# 7 [8, 9, 9, 9]
# ---
i, x = 1, [0, 0, 0]
i, x[i] = 2, 5; print(i, x)
# expect:
# 2 [0, 0, 5]
# ---
print([*5])  # raises: TypeError: Value after * must be an iterable, not int
# ---
print({**5})  # raises: TypeError: 'int' object is not a mapping
# ---
print(*5)  # raises: TypeError: print() argument after * must be an iterable, not int
# ---
a = b = c = []; a.append(1); print(b, c is a); (x, y), z = w = (1, 2), 3; print(x, y, z, w)
# expect:
# [1] True
# 1 2 3 ((1, 2), 3)
