print(list(enumerate('ab')), list(enumerate('ab', 1)), list(enumerate([], start=5)), dict(enumerate('xy')))
# expect:
# [(0, 'a'), (1, 'b')] [(1, 'a'), (2, 'b')] [] {0: 'x', 1: 'y'}
# ---
print(list(zip([1, 2], 'ab')), list(zip([1, 2, 3], [4])), list(zip()), list(zip([1])), list(zip([1, 2], [3, 4], strict=True)))
# expect:
# [(1, 'a'), (2, 'b')] [(1, 4)] [] [(1,)] [(1, 3), (2, 4)]
# ---
list(zip([1, 2], [3], strict=True))  # raises: ValueError: zip() argument 2 is shorter than argument 1
# ---
list(zip([1], [3, 4], strict=True))  # raises: ValueError: zip() argument 2 is longer than argument 1
# ---
list(zip([1], [1], [3, 4], strict=True))  # raises: ValueError: zip() argument 3 is longer than arguments 1-2
# ---
zip(5)  # raises: TypeError: 'int' object is not iterable
# ---
zip([1], 5)  # raises: TypeError: 'int' object is not iterable
# ---
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])))
# expect:
# ['1', '2'] [4, 6] [1, 'a'] [2, 3]
# ---
map(str)  # raises: TypeError: map() must have at least two arguments.
# ---
list(map(5, [1]))  # raises: TypeError: 'int' object is not callable
# ---
list(map(lambda x: 1 / x, [1, 0]))  # raises: ZeroDivisionError: division by zero
# ---
filter(None, 5)  # raises: TypeError: 'int' object is not iterable
# ---
print(list(reversed('abc')), list(reversed([1, 2])), list(reversed((1, 2))), list(reversed({1: 2, 3: 4})))
# expect:
# ['c', 'b', 'a'] [2, 1] [2, 1] [3, 1]
# ---
reversed({1})  # raises: TypeError: 'set' object is not reversible
# ---
reversed(5)  # raises: TypeError: 'int' object is not reversible
# ---
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), 25 in Seq(), [x for x in Seq()], max(Seq()))
# expect:
# [0, 10, 20] [20, 10, 0] True False [0, 10, 20] 20
# ---
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 4)))
# expect:
# [1, 2, 3]
# ---
iter(5)  # raises: TypeError: 'int' object is not iterable
# ---
iter(5, 6)  # raises: TypeError: iter(v, w): v must be callable
# ---
next([1])  # raises: TypeError: 'list' object is not an iterator
# ---
next(iter([]))  # raises: StopIteration
# ---
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), sum(It()), [x for x in It()], dict(zip(It(), 'abc')), tuple(It()), 2 in It(), max(It()))
# expect:
# [1, 2, 3] 6 [1, 2, 3] {1: 'a', 2: 'b', 3: 'c'} (1, 2, 3) True 3
# ---
class Bad:
    def __iter__(self): return 5
for x in Bad(): pass  # raises: TypeError: iter() returned non-iterator of type 'int'
# ---
for x in 5: pass  # raises: TypeError: 'int' object is not iterable
# ---
for x in None: pass  # raises: TypeError: 'NoneType' object is not iterable
# ---
it = iter('abc'); a = next(it); print(a, list(it), type(it).__name__)
# expect:
# a ['b', 'c'] str_ascii_iterator
# ---
z = zip([1, 2], [3, 4]); print(next(z), list(z), list(z)); m = map(abs, [-1]); print(next(m), next(m, None)); print(iter(z) is z)
# expect:
# (1, 3) [(2, 4)] []
# 1 None
# True
# ---
e = enumerate([10, 20]); print(next(e)); print([*e])
# expect:
# (0, 10)
# [(1, 20)]
# ---
for i, (a, b) in enumerate([(1, 2), (3, 4)]): print(i, a, b)
for i, (a, b) in enumerate([(1, 2), (3,)]): print(i, a, b)  # raises: ValueError: not enough values to unpack (expected 2, got 1)
# expect:
# 0 1 2
# 1 3 4
# 0 1 2
# ---
print(any(x > 2 for x in [1, 2, 3]), all(x > 2 for x in [1, 2, 3]), any([]), all([]))
# expect:
# True False False True
# ---
len(x for x in [1])  # raises: TypeError: object of type 'generator' has no len()
# ---
len(5)  # raises: TypeError: object of type 'int' has no len()
# ---
len(zip())  # raises: TypeError: object of type 'zip' has no len()
