class A:
    def __init__(self, v): self.v = v
    def __add__(s, o): return ('add', s.v, o)
    def __radd__(s, o): return ('radd', s.v, o)
    def __iadd__(s, o): s.v += o; return s
    def __getitem__(s, k): return k
    def __call__(s, *a, **k): return a, k
    def __contains__(s, x): return x == 1
    def __bool__(s): return False
    def __len__(s): return 3
    def __matmul__(s, o): return 'mm'
    def __neg__(s): return 'neg'
    def __index__(s): return 2
    def __int__(s): return 7
    def __float__(s): return 2.5
    def __complex__(s): return 1j
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 1
    def __floor__(s): return 'floor'
    def __abs__(s): return 'abs'
    def __divmod__(s, o): return 'divmod'
    def __rpow__(s, o): return 'rpow'
    def __pow__(s, o, m=None): return 'pow', m
    def __dir__(s): return ['z', 'a']
    def __reversed__(s): return 'rev'
    def __bytes__(s): return b'by'
    def __hash__(s): return 5
    def __eq__(s, o): return isinstance(o, A)
    def __missing__(s, k): return 'miss'
    def __sizeof__(s): return 1
a = A(1)
import math
print(a + 1, 1 + a, a[1:2], a[1, 2], a[...], a(1, k=2), 1 in a, bool(a), len(a), a @ a, -a, [1, 2, 3][a], int(a), float(a), complex(a), round(a), round(a, 1), math.trunc(a), math.floor(a), abs(a), divmod(a, 1), 2 ** a, a ** 2, pow(a, 2, 3), dir(a), reversed(a), bytes(a), hash(a), a == A(2), a != 3, {a: 1}[A(9)], hex(a), range(5)[a], 'x' * a)
a += 5; print(a.v)
for f in [lambda: a - 1, lambda: a < 1, lambda: a & 1, lambda: 1 - a, lambda: ~a, lambda: a << 1]:
    try: f()
    except TypeError as e: print(e)
class B(A):
    def __radd__(s, o): return 'B radd'
print(A(1) + B(2), (B(1) + A(2))[:2])
# expect:
# ('add', 1, 1) ('radd', 1, 1) slice(1, 2, None) (1, 2) Ellipsis ((1,), {'k': 2}) True False 3 mm neg 3 7 2.5 1j ('round', None) ('round', 1) 1 floor abs divmod rpow ('pow', None) ('pow', 3) ['a', 'z'] rev b'by' 5 True True 1 0x2 2 xx
# 6
# unsupported operand type(s) for -: 'A' and 'int'
# '<' not supported between instances of 'A' and 'int'
# unsupported operand type(s) for &: 'A' and 'int'
# unsupported operand type(s) for -: 'int' and 'A'
# bad operand type for unary ~: 'A'
# unsupported operand type(s) for <<: 'A' and 'int'
# B radd ('add', 1)
