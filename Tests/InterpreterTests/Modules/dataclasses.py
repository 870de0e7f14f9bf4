from dataclasses import *
@dataclass
class P:
    x: int
    y: float = 0.5
    tags: list = field(default_factory=list)
    hidden: int = field(default=1, repr=False, compare=False)
p = P(1)
print(p, p == P(1), p != P(2), P(1, 2, ['a']), P(x=3, y=4), asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(p))
@dataclass(order=True, frozen=True)
class Q(P := object):
    a: int
    b: str = 'x'
print(Q(1) < Q(2), sorted([Q(2), Q(1, 'z')]), hash(Q(1)) == hash(Q(1)), {Q(1): 1})
@dataclass
class Base:
    a: int
@dataclass
class Derived(Base):
    b: int = 2
    def __post_init__(self): self.c = self.a + self.b
print(Derived(1), Derived(1).c, Derived.__match_args__)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 3
print(K(1, b=5), make_dataclass('M', ['x', ('y', int, 5)])(1))
Q(1).a = 5  # raises: FrozenInstanceError: cannot assign to field 'a'
# expect:
# P(x=1, y=0.5, tags=[]) True True P(x=1, y=2, tags=['a']) P(x=3, y=4, tags=[]) {'x': 1, 'y': 0.5, 'tags': [], 'hidden': 1} (1, 0.5, [], 1) P(x=9, y=0.5, tags=[]) ['x', 'y', 'tags', 'hidden'] True True
# True [Q(a=1, b='z'), Q(a=2, b='x')] True {Q(a=1, b='x'): 1}
# Derived(a=1, b=2) 3 ('a', 'b')
# K(a=1, b=5) M(x=1, y=5)
# ---
from dataclasses import dataclass
@dataclass  # raises: TypeError: non-default argument 'y' follows default argument
class A:
    x: int = 0
    y: str
# ---
from dataclasses import dataclass
@dataclass  # raises: ValueError: mutable default <class 'list'> for field x is not allowed: use default_factory
class A:
    x: list = []
# ---
from dataclasses import dataclass
@dataclass
class A:
    x: int
A()  # raises: TypeError: A.__init__() missing 1 required positional argument: 'x'
