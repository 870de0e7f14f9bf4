import io, warnings, random
f = io.StringIO('a\nb\nc'); print(f.readline(), f.read(1), f.tell(), f.seek(0), list(f), f.read()); f = io.StringIO(); print(f.write('abc'), f.seek(1), f.write('Z'), f.getvalue(), f.truncate(2), f.getvalue(), f.closed, f.readable()); f.close()
try: f.read()
except ValueError as e: print(e)
b = io.BytesIO(b'abc'); print(b.read(2), b.getvalue(), b.read(), b.seek(0, 2), b.tell(), b.write(b'z'))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('x'); warnings.warn('y', DeprecationWarning); print(len(w), w[0].message, w[1].category, w[0].lineno > 0)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('boom', RuntimeWarning)
    except RuntimeWarning as e: print(repr(e))
random.seed(5); print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(100), 5), random.shuffle(l := [1, 2, 3, 4]), l, random.uniform(1, 2), random.gauss(0, 1), random.choices('ab', [1, 3], k=4), random.getrandbits(70), random.randrange(0, 10, 3), random.normalvariate(0, 1), random.expovariate(1), random.betavariate(1, 2), random.triangular(), random.lognormvariate(0, 1), random.vonmisesvariate(0, 1), random.gammavariate(2, 1), random.paretovariate(1), random.weibullvariate(1, 1), random.randbytes(3))
r = random.Random(3); s = r.getstate(); x = r.random(); r.setstate(s); print(x == r.random(), random.Random('abc').random(), random.Random(2.5).random(), random.Random(b'q').random(), random.Random(-3).random())
for f in [lambda: random.choice([]), lambda: random.randint(2, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.sample({1}, 1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect:
# a
#  b 3 0 ['a\n', 'b\n', 'c'] 
# 3 1 1 aZc 2 aZ False True
# I/O operation on closed file
# b'ab' b'abc' b'c' 3 3 1
# 2 x <class 'DeprecationWarning'> True
# RuntimeWarning('boom')
# 0.6229016948897019 95 b [88, 94, 83, 67, 3] None [2, 3, 1, 4] 1.9009004917506227 0.8524167009527472 ['a', 'b', 'b', 'a'] 321123707321650485922 3 -1.619941466853125 0.13547526077006108 0.0018694472776072943 0.7474210672253145 1.2322748533734182 3.809156124507658 0.7873981635792441 1.0696785544403522 0.3586184037617523 b'je\x9a'
# True 0.7720246314157545 0.41877545666909954 0.4549104119056959 0.23796462709189137
# IndexError Cannot choose from an empty sequence
# ValueError empty range for randrange() (2, 2, 0)
# ValueError Sample larger than population or is negative
# ValueError empty range for randrange()
# IndexError list index out of range
# TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
