for i in range(3): print(i, end=' ')
else: print('else')
for i in range(3):
    if i == 1: break
else: print('no')
print(i)
# expect:
# 0 1 2 else
# 1
# ---
i = 0
while i < 3:
    i += 1
    if i == 2: continue
    print(i)
else: print('end')
# expect:
# 1
# 3
# end
# ---
while True:
    break
else: print('no')
print('ok')
# expect:
# ok
# ---
for i in []: pass
print('i' in globals())
# expect:
# False
# ---
for a, (b, *c) in [(1, (2, 3, 4)), (5, 'xyz')]: print(a, b, c)
# expect:
# 1 2 [3, 4]
# 5 x ['y', 'z']
# ---
x = 5
print('neg' if x < 0 else 'zero' if x == 0 else 'pos', 1 < x < 10, 1 < x > 3 != 4, not x, x and 'a', 0 or 'b', None or 0 or [], 1 and 2 and 3, x == 5 == 5.0, 1 < 2 > 1)
# expect:
# pos True True False a b [] 3 True True
# ---
def side(v): print('side', v); return v
print(side(1) < side(0) < side(5), side(0) and side(1), side(1) or side(2))
# expect:
# side 1
# side 0
# side 0
# side 1
# False 0 1
# ---
print([i * j for i in range(3) for j in range(i)], {i: i * i for i in range(3)}, {i % 2 for i in range(5)}, [i for i in range(10) if i % 2 if i > 3], [[j for j in range(i)] for i in range(3)], [(x, y) for x in 'ab' for y in 'cd' if x + y != 'ad'])
# expect:
# [0, 0, 2] {0: 0, 1: 1, 2: 4} {0, 1} [5, 7, 9] [[], [0], [0, 1]] [('a', 'c'), ('b', 'c'), ('b', 'd')]
# ---
x = 'outer'
print([x for x in range(3)], x, [y := i for i in range(3)], y)
# expect:
# [0, 1, 2] outer [0, 1, 2] 2
# ---
a = b = [1]; b.append(2); print(a); a, b = b, a; c = d, e = 1, 2; print(c, d, e)
# expect:
# [1, 2]
# (1, 2) 1 2
# ---
x, y, *z = 1, 2, 3, 4; print(x, y, z); *a, = 'ab'; print(a); [p, q] = (1, 2); print(p, q); (r), s = 1, 2; print(r, s)
# expect:
# 1 2 [3, 4]
# ['a', 'b']
# 1 2
# 1 2
# ---
i = 0
def idx():
    global i; i += 1; return i
a = [0] * 5
a[idx()] += 10; print(a, i)
a[idx()], a[idx()] = 1, 2; print(a, i)
# expect:
# [0, 10, 0, 0, 0] 1
# [0, 10, 1, 2, 0] 3
# ---
del x  # raises: NameError: name 'x' is not defined
# ---
x = 1; del x
print(x)  # raises: NameError: name 'x' is not defined
# ---
if 0: pass
elif []: pass
elif 'a': print('elif')
else: print('no')
# expect:
# elif
# ---
for i in range(2):
    for j in range(3):
        if j == 1: break
        print(i, j)
    else: print('never')
# expect:
# 0 0
# 1 0
# ---
x = 10
while x: x -= 3 if x > 3 else x
print(x)
# expect:
# 0
# ---
n = 0
for i in range(1000000): n += i
print(n)
# expect:
# 499999500000
# ---
print(*[1, 2], *'ab', sep='-', end='!\n'); print(); print('a', 'b', sep=''); print(1, None, True, 1.5, 'x', [1], (2,), {3}, {4: 5})
# expect:
# 1-2-a-b!
# 
# ab
# 1 None True 1.5 x [1] (2,) {3} {4: 5}
# ---
print(1, sep=5)  # raises: TypeError: sep must be None or a string, not int
# ---
print(1, foo=2)  # raises: TypeError: 'foo' is an invalid keyword argument for print()
# ---
a = 1,
print(a); b = (); print(b, (1), (1,), [*a, *b, 2], {**{}, 'a': 1}, (*a, 3))
# expect:
# (1,)
# () 1 (1,) [1, 2] {'a': 1} (1, 3)
# ---
assert (1, 'always true')
print(1 if True else 2, (lambda: 1 if 0 else 2)())
# expect:
# 1 2
# ---
x: int = 5; y: list[int] = []; print(x, y, __annotations__)
# expect:
# 5 [] {'x': <class 'int'>, 'y': list[int]}
# ---
pass; ...; 5; 'doc'; print(..., Ellipsis is ..., None is None, NotImplemented)
# expect:
# Ellipsis True True NotImplemented
# ---
x = 3; x -= 1; x *= 5; x /= 4; print(x); s = 'a'; s *= 3; s += 'b'; print(s); l = [1]; l *= 2; l += [3]; print(l)
# expect:
# 2.5
# aaab
# [1, 1, 3]
# ---
for x in 'ab': print(x, end='')
for k in {'x': 1}: print(k, end='')
for i, c in enumerate('ab'): print(i, c, end=' ')
print()
# expect:
# abx0 a 1 b 
# ---
def f():
    for i in range(10):
        try:
            if i == 3: return i
        finally:
            if i == 3: print('f', i)
print(f())
# expect:
# f 3
# 3
# ---
print(1 == 1 != 2, 1 is 1, 'a' in 'abc' in ['abc'], not 1 == 2, -2 ** 2, 2 ** -1, 2 ** 3 ** 2, -3 % 5, 1 + 2 * 3 - 4 / 2, 7 // 2 * 2, 1 << 2 + 1, 5 & 3 | 4 ^ 1, not True or True)
# expect:
# True True True True -4 0.5 512 2 5.0 6 8 5 True
# ---
undefined  # raises: NameError: name 'undefined' is not defined
# ---
def f(): return undefined2
f()  # raises: NameError: name 'undefined2' is not defined
# ---
import nonexistent_module_xyz  # raises: ModuleNotFoundError: No module named 'nonexistent_module_xyz'
# ---
from math import pi as p, floor; import math as m; print(p, floor(2.5), m.ceil(1.2)); from math import *; print(sqrt(4))
# expect:
# 3.141592653589793 2 2
# 2.0
# ---
x = [1, 2, 3]
for i in x[:]: x.remove(i)
print(x)
# expect:
# []
# ---
import sys; sys.exit('message')  # raises: SystemExit: message
# ---
global_var = 1
exec('global_var = 2; new_var = 3'); print(global_var, new_var, eval('global_var + 1'), eval('[x for x in range(3)]'), eval('a + b', {'a': 1, 'b': 2}))
ns = {}; exec('def f(x): return x * 2\ny = f(4)', ns); print(ns['y'], sorted(k for k in ns if k != '__builtins__'))
# expect:
# 2 3 3 [0, 1, 2] 3
# 8 ['f', 'y']
# ---
eval('1 +')  # raises: SyntaxError: invalid syntax (<string>, line 1)
# ---
eval('x = 1')  # raises: SyntaxError: invalid syntax (<string>, line 1)
# ---
exec('1 +\n')  # raises: SyntaxError: invalid syntax (<string>, line 1)
# ---
print(eval(compile('1 + 1', 'f', 'eval')), eval('  1 + 1')); exec(compile('z = 5', 'f', 'exec')); print(z)
# expect:
# 2 2
# 5
# ---
def f(a, b=2):
    c = 3
    print(sorted(locals().items()))
    return vars() == locals()
print(f(1), globals()['__name__'], vars() is globals(), 'f' in globals(), __name__)
# expect:
# [('a', 1), ('b', 2), ('c', 3)]
# True __main__ True True __main__
