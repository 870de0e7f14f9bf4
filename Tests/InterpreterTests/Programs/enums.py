from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def nice(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color['GREEN'], Color.CRIMSON is Color.RED, list(Color), Color.RED.nice(), Color.__members__, len(Color), Color.RED in Color)
try: Color(9)
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print(e)
class N(IntEnum):
    A = auto(); B = auto()
print(N.A, repr(N.B), N.A + 1, N.A < N.B, f'{N.A}', '%d' % N.B, [N.A, N.B], N(1))
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R | P.X, repr(P.RW), P.R in P.RW, ~P.R, P(0), bool(P(0)), P.RW & P.W, list(P.RW), P.R ^ P.RW)
class I(IntFlag):
    A = 1; B = 2
print(I.A | I.B, I.A | 8, repr(I(3)), int(I.B))
class S(StrEnum):
    X = auto(); Y = 'why'
print(S.X, S.Y, repr(S.X), S.X == 'x', S.Y.upper())
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
E = Enum('E', 'a b c'); print(list(E), E.a.value)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.g, Planet.EARTH.value, Planet.EARTH)
try:
    class D(Color): pass
except TypeError as e: print(e)
# expect:
# Color.RED <Color.RED: 1> Color.GREEN Color.GREEN True [<Color.RED: 1>, <Color.GREEN: 2>] red {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'CRIMSON': <Color.RED: 1>} 2 True
# 9 is not a valid Color
# 'X'
# cannot reassign member 'RED'
# 1 <N.B: 2> 2 True 1 2 [<N.A: 1>, <N.B: 2>] 1
# P.R|X <P.RW: 3> True P.W|X P(0) False P.W [<P.R: 1>, <P.W: 2>] P.W
# 3 9 <I.A|B: 3> 2
# x why <S.X: 'x'> True WHY
# duplicate values found in <enum 'U'>: B -> A
# [<E.a: 1>, <E.b: 2>, <E.c: 3>] 1
# 9.81 (5.97e+24, 6370000.0) Planet.EARTH
# <enum 'D'> cannot extend <enum 'Color'>
