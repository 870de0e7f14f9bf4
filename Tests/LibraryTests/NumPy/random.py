import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
np.random.seed(0)
show(
    lambda: np.random.rand(3),
    lambda: np.random.randn(2, 2),
    lambda: np.random.randint(0, 10, 5),
    lambda: np.random.randint(5),
    lambda: np.random.random((2,)),
    lambda: np.random.random_sample(),
    lambda: np.random.uniform(-1, 1, 3),
    lambda: np.random.normal(0, 1, 3),
    lambda: np.random.standard_normal(2),
    lambda: np.random.permutation(5),
    lambda: np.random.permutation([1, 2, 3]),
    lambda: np.random.permutation(np.arange(6).reshape(3, 2)),
    lambda: np.random.choice(5, 3),
    lambda: np.random.choice([1, 2, 3], 2, replace=False),
    lambda: np.random.choice(['a', 'b'], 3, p=[0.1, 0.9]),
    lambda: np.random.choice(4, 2, replace=False, p=[0.1, 0.2, 0.3, 0.4]),
    lambda: np.random.choice(5),
    lambda: np.random.choice(10, (2, 2)),
    lambda: np.random.exponential(2, 2),
    lambda: np.random.laplace(0, 1, 2),
    lambda: np.random.lognormal(0, 1, 2),
    lambda: np.random.gamma(2, 1, 2),
    lambda: np.random.gamma(0.5, 1, 2),
    lambda: np.random.beta(2, 3, 2),
    lambda: np.random.beta(0.5, 0.5, 2),
    lambda: np.random.poisson(3, 4),
    lambda: np.random.poisson(30, 3),
    lambda: np.random.binomial(10, 0.3, 4),
    lambda: np.random.binomial(100, 0.6, 4),
    lambda: np.random.multinomial(10, [0.2, 0.3, 0.5]),
    lambda: np.random.chisquare(3, 2),
    lambda: np.random.gumbel(0, 1, 2),
    lambda: np.random.logistic(0, 1, 2),
    lambda: np.random.randint(0, 256, 6, dtype=np.uint8),
    lambda: np.random.randint(0, 2, 8, dtype=bool),
    lambda: np.random.randint(-5, 5, (2, 2), dtype=np.int32),
    lambda: np.random.randint(0, 2**40, 2),
    lambda: np.random.normal([0, 10], [1, 2]),
    lambda: np.random.uniform(size=(2, 1)),
    lambda: np.random.bytes(3),
)
# expect:
# array([0.5488135 , 0.71518937, 0.60276338])
# array([[-2.2683282 ,  1.33354538],
#        [-0.84272405,  1.96992445]])
# array([6, 8, 8, 1, 6])
# 0
# array([0.3927848 , 0.83607876])
# 0.3373961604172684
# array([ 0.29634374, -0.26351692,  0.91431032])
# array([ 1.41437719, -0.12405066,  2.00815709])
# array([0.22988654, 0.60489373])
# array([2, 4, 0, 3, 1])
# array([2, 1, 3])
# array([[0, 1],
#        [2, 3],
#        [4, 5]])
# array([2, 4, 2])
# array([2, 3])
# array(['b', 'b', 'b'], dtype='<U1')
# array([2, 3])
# 2
# array([[8, 1],
#        [1, 7]])
# array([0.12423059, 2.19782496])
# array([ 0.41745025, -0.86568051])
# array([5.08939939, 0.67986343])
# array([0.85237056, 5.66659256])
# array([0.0436295, 0.4662128])
# array([0.12411687, 0.18439535])
# array([0.98620449, 0.98701844])
# array([5, 1, 1, 2])
# array([33, 26, 21])
# array([5, 2, 4, 1])
# array([56, 61, 66, 65])
# array([1, 4, 5])
# array([9.01208585, 7.42371834])
# array([-1.11588941,  0.5231951 ])
# array([1.70670695, 0.84481945])
# array([252, 211,  36,  76,  86, 170], dtype=uint8)
# array([ True, False,  True,  True, False, False,  True,  True])
# array([[ 4,  3],
#        [-5,  3]], dtype=int32)
# array([678096890005, 475420803097])
# array([ 1.75610703, 11.94595983])
# array([[0.53320625],
#        [0.23053302]])
# b"h'\x16"
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
rs = np.random.RandomState(42)
rs2 = np.random.RandomState([1, 2, 3])
l = [1, 2, 3, 4]
rs.shuffle(l)
print(l)
x = np.arange(8).reshape(4, 2)
rs.shuffle(x)
print(x)
state = rs.get_state()
a = rs.randn(3)
rs.set_state(state)
print((a == rs.randn(3)).all(), type(rs.rand()), type(rs.randint(3)), type(rs.rand(1)[0]))
np.random.seed(7)
first = np.random.rand()
np.random.seed(7)
print(first == np.random.rand(), np.random.get_state()[2])
show(
    lambda: (rs.rand(2), rs2.rand(2)),
    lambda: rs2.randint(10, size=3),
    lambda: np.random.seed(-1),
    lambda: np.random.seed(2**32),
    lambda: np.random.seed('a'),
    lambda: np.random.seed(1.5),
    lambda: np.random.randint(0),
    lambda: np.random.randint(5, 5),
    lambda: np.random.randint(0, 300, dtype=np.int8),
    lambda: np.random.normal(0, -1),
    lambda: np.random.choice([]),
    lambda: np.random.choice(3, 5, replace=False),
    lambda: np.random.choice(3, p=[0.5, 0.5]),
    lambda: np.random.choice(2, p=[0.5, 0.6]),
    lambda: np.random.rand(-1),
    lambda: np.random.permutation(0),
    lambda: np.random.rand(0),
)
# expect:
# [2, 4, 1, 3]
# [[2 3]
#  [6 7]
#  [0 1]
#  [4 5]]
# True <class 'float'> <class 'int'> <class 'numpy.float64'>
# True 2
# (array([9.38552709e-01, 7.78765841e-04]), array([0.60986127, 0.88669704]))
# array([5, 5, 9])
# ValueError: Seed must be between 0 and 2**32 - 1
# ValueError: Seed must be between 0 and 2**32 - 1
# TypeError: Cannot cast scalar from dtype('<U1') to dtype('int64') according to the rule 'safe'
# TypeError: Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'
# ValueError: high <= 0
# ValueError: low >= high
# ValueError: high is out of bounds for int8
# ValueError: scale < 0
# ValueError: 'a' cannot be empty unless no samples are taken
# ValueError: Cannot take a larger sample than population when 'replace=False'
# ValueError: 'a' and 'p' must have same size
# ValueError: probabilities do not sum to 1
# ValueError: negative dimensions are not allowed
# array([], dtype=int64)
# array([], dtype=float64)
# ---
import numpy as np
def show(*functions):
    for f in functions:
        try:
            print(repr(f()))
        except Exception as error:
            print(type(error).__name__ + ':', error)
g = np.random.default_rng(42)
print(g)
show(
    lambda: g.random(3),
    lambda: g.standard_normal(4),
    lambda: g.normal(1, 2, 3),
    lambda: g.integers(0, 10, 6),
    lambda: g.integers(5),
    lambda: g.integers(1, 6, size=4, endpoint=True),
    lambda: g.uniform(0, 5, 2),
    lambda: g.permutation(6),
    lambda: g.choice(10, 3),
    lambda: g.choice(10, 4, replace=False),
    lambda: g.choice([0.5, 1.5], 3, p=[0.3, 0.7]),
    lambda: g.random(),
    lambda: g.random(2, dtype=np.float32),
    lambda: g.integers(0, 2**40, 2),
    lambda: np.random.default_rng(12345678901234567890).random(2),
    lambda: np.random.default_rng([1, 2]).random(2),
    lambda: np.random.default_rng(-1),
    lambda: g.integers(0),
    lambda: np.random.default_rng(5).permutation([3, 1, 2]),
    lambda: np.random.default_rng(5).choice(20000, 3000, replace=False)[:4],
)
# expect:
# Generator(PCG64)
# array([0.77395605, 0.43887844, 0.85859792])
# array([ 0.94056472, -1.95103519, -1.30217951,  0.1278404 ])
# array([ 0.36751482,  0.96639768, -0.70608786])
# array([5, 3, 1, 9, 7, 6])
# np.int64(2)
# array([5, 4, 3, 3])
# array([2.77292394, 0.31908628])
# array([3, 2, 1, 5, 4, 0])
# array([7, 3, 0])
# array([3, 6, 8, 9])
# array([1.5, 0.5, 0.5])
# 0.6830489532424546
# array([0.9225278, 0.7447621], dtype=float32)
# array([1063788200797,  358248769897])
# array([0.00422488, 0.652344  ])
# array([0.44841514, 0.43088199])
# ValueError: expected non-negative integer
# ValueError: high <= 0
# array([1, 2, 3])
# array([ 8309, 15028, 19771,   641])
