from enum import *
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def describe(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color['GREEN'], Color.RED.name, Color.RED.value, list(Color), Color.CRIMSON is Color.RED, len(Color), Color.RED == 1, Color.RED.describe(), Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.RED], list(Color.__members__))
class Num(IntEnum):
    ONE = 1
    TWO = auto()
print(Num.ONE + 1, Num.TWO > Num.ONE, Num.TWO, repr(Num.TWO), Num(1), int(Num.TWO), f'{Num.ONE}', '%d' % Num.TWO, sorted(Num))
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
rw = Perm.R | Perm.W
print(rw, repr(rw), Perm.R in rw, Perm.X in rw, rw & Perm.R, bool(rw & Perm.X), ~Perm.R, rw.value, Perm(3), Perm(0))
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def ratio(self): return round(self.mass / self.radius, 3)
print(Planet.EARTH.mass, Planet.EARTH.ratio, Planet.EARTH.value)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.CAT.value)
class S(StrEnum):
    A = auto()
    B = 'bee'
print(S.A, S.B == 'bee', S.A.upper(), [s.value for s in S])
@unique
class U(Enum):
    A = 1
print(U.A, type(U.A).__name__, hash(U.A) == hash(U.A))
Color(9)  # raises: ValueError: 9 is not a valid Color
# expect:
# Color.RED <Color.RED: 1> Color.GREEN Color.GREEN RED 1 [<Color.RED: 1>, <Color.GREEN: 2>] True 2 False red True True r ['RED', 'GREEN', 'CRIMSON']
# 2 True 2 <Num.TWO: 2> 1 2 1 2 [<Num.ONE: 1>, <Num.TWO: 2>]
# Perm.R|W <Perm.R|W: 3> True False Perm.R False Perm.W|X 3 Perm.R|W Perm(0)
# 5.97 0.937 (5.97, 6.37)
# [<Animal.CAT: 1>, <Animal.DOG: 2>] 1
# a True A ['a', 'bee']
# U.A U True
# ---
from enum import Enum
class C(Enum):
    A = 1
C.A = 2  # raises: AttributeError: cannot reassign member 'A'
# ---
from enum import Enum
class C(Enum):
    A = 1
C.B  # raises: AttributeError: B
# ---
from enum import Enum
class C(Enum):
    A = 1
C['B']  # raises: KeyError: 'B'
