import numpy as np
# Every digit of the numbers of the new generators, and of distributions that old and new ones share.
def show(*functions):
    for f in functions:
        try:
            made = f()
            print(made.tolist() if isinstance(made, np.ndarray) else made)
        except Exception as error:
            print(type(error).__name__ + ':', error)
g = np.random.default_rng(7)
show(
    lambda: g.standard_normal(6),
    lambda: g.normal(0.3, 1.7, 4),
    lambda: float(g.standard_normal(200000).sum()),
    lambda: g.standard_exponential(5),
    lambda: g.exponential(2, 3),
    lambda: float(g.standard_exponential(100000).sum()),
    lambda: g.poisson(3, 6),
    lambda: g.poisson(30, 4),
    lambda: g.binomial(10, 0.5, 5),
    lambda: g.binomial(100, 0.4, 4),
    lambda: g.gamma(2.5, 2, 3),
    lambda: g.gamma(0.5, 1, 3),
    lambda: g.beta(0.5, 2, 3),
    lambda: g.laplace(0, 1, 2),
    lambda: g.lognormal(0, 1, 2),
    lambda: g.geometric(0.5, 4),
    lambda: g.geometric(0.1, 4),
    lambda: g.triangular(0, 1, 3, 3),
    lambda: g.weibull(2, 3),
    lambda: g.standard_t(3, 3),
    lambda: g.standard_cauchy(2),
    lambda: g.dirichlet([1, 2, 3]),
    lambda: g.dirichlet([1, 2], 2),
    lambda: g.chisquare(3, 2),
    lambda: g.bytes(5),
    lambda: g.exponential(-1),
    lambda: g.geometric(0),
    lambda: g.triangular(2, 1, 3),
)
np.random.seed(3)
show(
    lambda: np.random.geometric(0.5, 4),
    lambda: np.random.geometric(0.1, 4),
    lambda: np.random.triangular(0, 1, 3, 3),
    lambda: np.random.weibull(2, 3),
    lambda: np.random.standard_t(3, 3),
    lambda: np.random.standard_cauchy(2),
    lambda: np.random.dirichlet([1, 2, 3]),
    lambda: np.random.dirichlet([0, 1]),
    lambda: np.random.weibull(-1),
)
a = np.array([1, 2, 3])
def store():
    a[:2] = np.nan
show(
    store,
    lambda: f'{np.float32(1) / 3} {np.float32(0.1):.3f} {np.float64(0.1)} {np.bool_(True)} {np.int32(3):>4}',
    lambda: repr(np.array([1, 20], dtype=str)),
)
# expect:
# [0.0012301533574825742, 0.2987455375084699, -0.2741378553622176, -0.8905918387572742, -0.45467078517172255, -0.9916465549964624]
# [0.4022441244156454, 2.578365917442707, -0.5367510815372603, -0.7548073296938986]
# 194.0977527562644
# [0.610813082952115, 1.4053549770202032, 1.7751736599573134, 0.2569705626532528, 0.3304572932249856]
# [1.0045634749560146, 1.1325895222213973, 2.5893385197268213]
# 99765.41016105036
# [0, 4, 3, 2, 3, 6]
# [26, 37, 24, 27]
# [3, 3, 5, 6, 6]
# [36, 45, 34, 40]
# [1.82018545958974, 5.152501748318861, 2.718254435595057]
# [0.027733474228914444, 0.11825069052581738, 5.6557017371457165e-05]
# [0.018845680441960756, 0.12351030155915892, 0.18979743413958516]
# [-0.7252657187446476, 0.5436428449361497]
# [0.14906192404401997, 1.027327409774706]
# [2, 1, 2, 3]
# [12, 3, 4, 5]
# [1.508479520672002, 1.3542522530444732, 1.3024919262196124]
# [0.7304159757783558, 0.2825951270379133, 1.4751321037938288]
# [-1.6348444012538772, 0.019940574712107303, 0.11341283557977885]
# [0.2948929832391699, 4.009957292134733]
# [0.09039489872712739, 0.35554626411814094, 0.5540588371547317]
# [[0.23966262642768912, 0.7603373735723108], [0.571824130252895, 0.4281758697471051]]
# [1.19253987178565, 2.651894811732868]
# b'V\x1cL\xf9\x87'
# ValueError: scale < 0
# ValueError: p <= 0, p > 1 or p contains NaNs
# ValueError: left > mode
# [2, 2, 1, 2]
# [22, 22, 2, 3]
# [0.3929397026294106, 1.168295619348968, 0.2993804145826859]
# [0.7812418759965423, 1.023415620271152, 0.5713188905121376]
# [0.5292934489774671, -1.5512008833435824, 2.0764897961244437]
# [-0.1301218889573486, -0.6907822638645496]
# [0.04757636287893848, 0.49499153679048774, 0.45743210033057363]
# ValueError: alpha <= 0
# ValueError: a < 0
# ValueError: cannot convert float NaN to integer
# 0.3333333432674408 0.100 0.1 True    3
# array(['1', '20'], dtype='<U2')
