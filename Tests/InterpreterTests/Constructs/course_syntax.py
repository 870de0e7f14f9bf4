# construct: assign, num-float, num-scientific, None, True/False, Ellipsis, tuple-literal, list-literal, dict-literal, str-triple-quoted, str-non-ascii, str-implicit-concat
a = b = 3
rate, big, tiny = 0.01, 1e6, 1.5e-3
flags = [True, False, None]
pair = (1, 'zwei'); single = (1,); empty = ()
table = {'lr': rate, 'größe': 2, 3: 'drei'}
text = """first
second"""
joined = 'hy' "per" 'param'
print(a, b, rate, big, tiny, flags, pair, single, empty, table, text, joined, ..., 'Ça va – 학습')
# expect:
# 3 3 0.01 1000000.0 0.0015 [True, False, None] (1, 'zwei') (1,) () {'lr': 0.01, 'größe': 2, 3: 'drei'} first
# second hyperparam Ellipsis Ça va – 학습
# ---
# construct: import, import-as, import-dotted, from-import
import math, os.path
import random as rnd
import collections.abc as cabc
from collections import OrderedDict, Counter as C
print(math.pi, os.path.join('a', 'b'), rnd.__name__, cabc.Sized.__name__, OrderedDict(a=1), C('aab'))
# expect:
# 3.141592653589793 a/b random Sized OrderedDict([('a', 1)]) Counter({'a': 2, 'b': 1})
# ---
# construct: for, for-tuple-target, for-nested-tuple-target, while, break, pass, else, elif, if, ifexp
for i in range(3): pass
for key, value in {'x': 1, 'y': 2}.items(): print(key, value)
for i, (x, y) in enumerate(zip([1, 2], 'ab')): print(i, x, y)
n = 0
while True:
    n += 1
    if n == 2: continue
    if n > 4: break
for p in (2, 3, 5):
    if p % 4 == 0: break
else: print('no break')
while n: n -= 1
else: print('ran out')
for v in (-1, 0, 1): print('negative' if v < 0 else 'zero' if v == 0 else 'positive')
if n: print('if')
elif n is not None: print('elif')
else: print('else')
# expect:
# x 1
# y 2
# 0 1 a
# 1 2 b
# no break
# ran out
# negative
# zero
# positive
# elif
# ---
# construct: op ==, op !=, op <, op >, op >=, op <=, op -x, op +, op -, op *, op /, op %, op **, op //, op @, op and, op or, op not, op not in, op in, op is not, op is
x, y = 7, 2
print(x + y, x - y, x * y, x / y, x % y, x ** y, x // y, -x, -x // y, -x % y, +x, ~x)
print(x == y, x != y, x < y, x > y, x >= y, x <= y, 1 < 2 < 3, 1 < 3 < 2)
print(x and y, 0 and y, x or y, 0 or y, not x, not 0, 2 in [1, 2], 2 not in [1, 2], x is None, x is not None)
class M:
    def __matmul__(self, other): return 'product'
print(M() @ M())
# expect:
# 9 5 14 3.5 1 49 3 -7 -4 1 7 -8
# False True False True True False True False
# 2 0 7 2 False True True False False True
# product
# ---
# construct: augassign +=, augassign -=, augassign-on-Subscript, augassign-on-Attribute, assign-subscript, assign-slice, assign-attribute, unpack-assign
class Box: pass
box = Box()
box.total = 0
box.total += 5
box.total -= 2
rows = [1, 2, 3, 4]
rows[0] += 10
rows[-1] = 0
rows[1:3] = ['a', 'b', 'c']
n = 1; n += 1; n -= 3; n *= 4; n /= 2; n **= 2; n //= 3; n %= 4
first, *rest = rows
(p, q), r = (1, 2), 3
p, q = q, p
print(box.total, rows, n, first, rest, p, q, r)
# expect:
# 3 [11, 'a', 'b', 'c', 0] 1.0 11 ['a', 'b', 'c', 0] 2 1 3
# ---
# construct: def, return, return-tuple, def-default-arg, def-**kwargs, def-annotations, call-keyword, call-*args, call-**kwargs, docstring
def layer(size, stride=1, *extra, bias: bool = True, **options) -> tuple:
    """What a layer needs."""
    return size, stride, extra, bias, options
def nothing(): return
def implicit(): pass
print(layer(3), layer(3, 2, 5, 6, bias=False, name='conv'))
args, options = (1, 2), {'bias': None, 'pad': 0}
print(layer(*args, **options), layer(stride=4, size=8), nothing(), implicit(), layer.__doc__)
print(sorted(layer.__annotations__))
# expect:
# (3, 1, (), True, {}) (3, 2, (5, 6), False, {'name': 'conv'})
# (1, 2, (), None, {'pad': 0}) (8, 4, (), True, {}) None None What a layer needs.
# ['bias', 'return']
# ---
# construct: class, class-no-base, class-base, class-dunder:__init__, class-method, class-attribute, super(), super()-with-args
class Plain:
    kind = 'plain'
    def __init__(self, size): self.size = size
    def describe(self): return f'{self.kind} {self.size}'
class Deep(Plain):
    kind = 'deep'
    def __init__(self, size, depth):
        super(Deep, self).__init__(size)
        self.depth = depth
    def describe(self): return super().describe() + ' ' + str(self.depth)
class Empty: pass
deep = Deep(3, depth=2)
print(deep.describe(), Plain(1).describe(), Plain.kind, isinstance(deep, Plain), type(deep).__name__, Empty().__class__)
# expect:
# deep 3 2 plain 1 plain True Deep <class '__main__.Empty'>
# ---
# construct: listcomp, dictcomp, genexpr, comprehension-if, comprehension-nested-for, comprehension-tuple-target, list-concat +
words = ['net', 'loss', 'batch']
print([len(w) for w in words], [w for w in words if 't' in w], {w: len(w) for w in words}, {len(w) % 2 for w in words})
print([(i, j) for i in range(3) for j in range(i)], [k + str(v) for k, v in {'a': 1}.items()], sum(x * x for x in range(5)))
print([1] + [2, 3] + words[:1], [[0] * 2 for _ in range(2)], [x if x else -1 for x in (0, 1)], dict((w, i) for i, w in enumerate(words)))
# expect:
# [3, 4, 5] ['net', 'batch'] {'net': 3, 'loss': 4, 'batch': 5} {0, 1}
# [(1, 0), (2, 0), (2, 1)] ['a1'] 30
# [1, 2, 3, 'net'] [[0, 0], [0, 0]] [-1, 1] {'net': 0, 'loss': 1, 'batch': 2}
# ---
# construct: try, except-type, except-as, with, with:no_grad
class Mode:
    def __enter__(self): print('enter'); return 'inside'
    def __exit__(self, kind, value, traceback): print('exit', kind.__name__ if kind else None); return kind is KeyError
with Mode() as mode, Mode(): print(mode)
with Mode(): {}['missing']
try:
    with Mode(): int('x')
except ValueError as error: print(type(error).__name__, error)
try: [][1]
except (KeyError, IndexError): print('lookup')
except Exception: print('other')
else: print('none')
finally: print('finally')
# expect:
# enter
# enter
# inside
# exit None
# exit None
# enter
# exit KeyError
# enter
# exit ValueError
# ValueError invalid literal for int() with base 10: 'x'
# lookup
# finally
# ---
# construct: SyntaxError-cell
try: exec('for i in range(3)\n    print(i)')
except SyntaxError as error: print(error.msg, error.lineno)
try: exec('print "hello"')
except SyntaxError as error: print(error.msg)
# expect:
# expected ':' 1
# Missing parentheses in call to 'print'. Did you mean print(...)?
# ---
# construct: subscript-index, subscript-slice, subscript-tuple
class Grid:
    def __getitem__(self, index): return index
grid = Grid()
print(grid[1], grid[1, 2], grid[1:2], grid[:, 0], grid[..., None], grid[1:2, ::3], grid[-1], grid[()], grid[[1, 2]])
# expect:
# 1 (1, 2) slice(1, 2, None) (slice(None, None, None), 0) (Ellipsis, None) (slice(1, 2, None), slice(None, None, 3)) -1 () [1, 2]
