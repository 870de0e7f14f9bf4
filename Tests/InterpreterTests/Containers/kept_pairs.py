# Pairs that a loop keeps are tuples of their own.
d = {'a': 1, 'b': 2, 'c': 3}
kept = []
for pair in d.items():
    kept.append(pair)
print(kept, list(d.items()), sorted(d.items(), key=lambda p: -p[1]))
kept = []
for i, pair in enumerate(zip([1, 2, 3], 'xyz')):
    kept.append((i, pair))
print(kept, list(enumerate('ab')), list(zip([1, 2], [3, 4])), dict(zip('ab', [1, 2])))
for i, (a, b) in enumerate(zip([1, 2], [3, 4])):
    print(i, a, b)
def swap():
    a, b = 1, [2]
    a, b = b, a
    (c, e), f = (a, b), 3
    for k, (x, y) in {'p': (1, 2), 'q': (3, 4)}.items():
        print(k, x, y)
    return a, b, c, e, f
print(swap())
previous = None
for pair in zip([1, 2], [3, 4]):
    print(previous, pair)
    previous = pair
# expect:
# [('a', 1), ('b', 2), ('c', 3)] [('a', 1), ('b', 2), ('c', 3)] [('c', 3), ('b', 2), ('a', 1)]
# [(0, (1, 'x')), (1, (2, 'y')), (2, (3, 'z'))] [(0, 'a'), (1, 'b')] [(1, 3), (2, 4)] {'a': 1, 'b': 2}
# 0 1 3
# 1 2 4
# p 1 2
# q 3 4
# ([2], 1, [2], 1, 3)
# None (1, 3)
# (1, 3) (2, 4)
