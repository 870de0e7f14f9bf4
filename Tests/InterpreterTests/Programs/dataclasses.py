from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, make_dataclass, KW_ONLY, InitVar
@dataclass(order=True)
class A:
    x: int
    y: float = 1.5
    z: list = field(default_factory=list, compare=False, repr=False)
a = A(1); b = A(1, 2.5, [1]); print(a, b, a < b, a == A(1), asdict(b), astuple(b), replace(a, x=9), [f.name for f in fields(a)], is_dataclass(a))
@dataclass(frozen=True)
class F:
    a: int
    b: str = 'q'
f = F(1); print(hash(f) == hash(F(1)), f)
try: f.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del f.a
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class B(A):
    w: int = 0
    _: KW_ONLY
    k: str = 'kw'
print(B(1, 2, [], 3, k='z'), B.__match_args__, A.__doc__)
@dataclass
class C:
    i: InitVar[int]
    j: int = field(init=False)
    def __post_init__(self, i): self.j = i * 2
print(C(4), C(4).j)
M = make_dataclass('M', ['a', ('b', int), ('c', int, 5)]); print(M(1, 2))
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad:
        x: int = 1
        y: int
except TypeError as e: print(e)
try: A()
except TypeError as e: print(e)
@dataclass(slots=True)
class S:
    x: int = 3
print(S(), S.__slots__)
@dataclass(eq=False, repr=False)
class N: x: int
print(N(1) == N(1), 'N object' in repr(N(1)))
# expect:
# A(x=1, y=1.5) A(x=1, y=2.5) True True {'x': 1, 'y': 2.5, 'z': [1]} (1, 2.5, [1]) A(x=9, y=1.5) ['x', 'y', 'z'] True
# True F(a=1, b='q')
# FrozenInstanceError cannot assign to field 'a'
# FrozenInstanceError cannot delete field 'a'
# B(x=1, y=2, w=3, k='z') ('x', 'y', 'z', 'w') A(x: int, y: float = 1.5, z: list = <factory>)
# C(j=8) 8
# M(a=1, b=2, c=5)
# mutable default <class 'list'> for field x is not allowed: use default_factory
# non-default argument 'y' follows default argument
# A.__init__() missing 1 required positional argument: 'x'
# S(x=3) ('x',)
# False True
