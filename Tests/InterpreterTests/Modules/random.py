import random
random.seed(0)
print(random.random(), random.uniform(1, 2), random.randint(1, 6), random.randrange(10), random.randrange(3, 30, 4), random.choice('abcdef'), random.getrandbits(70))
print(random.sample(range(1000), 5), random.sample('abcdefgh', 8), random.choices([1, 2, 3], k=5), random.choices('ab', [1, 3], k=6), random.choices('ab', cum_weights=[1, 4], k=3))
x = list(range(10))
random.shuffle(x)
print(x, random.gauss(0, 1), random.gauss(1, 2), random.normalvariate(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5), random.betavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(2, 2), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2))
print(random.randbytes(5), random.randint(-10**30, 10**30), random.sample(range(10**6), 3))
# expect:
# 0.8444218515250481 1.7579544029403025 4 0 11 e 1077380872654375207397
# [802, 849, 310, 991, 488] ['f', 'e', 'b', 'g', 'h', 'd', 'a', 'c'] [2, 1, 3, 3, 3] ['b', 'b', 'b', 'b', 'b', 'b'] ['a', 'b', 'b']
# [1, 6, 5, 0, 2, 4, 9, 7, 8, 3] 1.5952528786046445 3.1179912302787556 1.678026646009104 0.49076919122380097 0.559487278738823 0.798507266368997 0.06889787594614603 1.419222753836778 0.9740332466069915 1.1215098780589563 0.36512338993871896
# b':#/U\xd0' 469462960860617912004769169735 [301630, 466604, 96083]
# ---
import random
for seed in (42, -7, 2**80, 'text', b'bytes', 1.5, True):
    random.seed(seed)
    print(random.random(), random.randint(0, 99))
# expect:
# 0.6394267984578837 3
# 0.32383276483316237 19
# 0.25118542776082864 14
# 0.8711565613554825 98
# 0.37075677971469856 85
# 0.551763726942059 32
# 0.13436424411240122 97
# ---
import random
random.seed(1)
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random(), random.Random(5).random(), random.Random(5).random())
r = random.Random(3)
print(r.sample([1, 2, 3], 2), r.choice([9]), r.getrandbits(1), random.sample(['a', 'b'], counts=[3, 1], k=2))
# expect:
# True 0.6229016948897019 0.6229016948897019
# [1, 3] 9 1 ['a', 'a']
# ---
import random
random.choice([])  # raises: IndexError: Cannot choose from an empty sequence
# ---
import random
random.sample([1], 2)  # raises: ValueError: Sample larger than population or is negative
# ---
import random
random.randint(5, 1)  # raises: ValueError: empty range for randrange() (5, 2, -3)
# ---
import random
random.randrange(0)  # raises: ValueError: empty range for randrange()
# ---
import random
random.sample({1, 2}, 1)  # raises: TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).
# ---
import random
random.choices([1, 2], weights=[0, 0])  # raises: ValueError: Total of weights must be greater than zero
