from itertools import *
print(list(islice(count(5, 2), 3)), list(islice(cycle('ab'), 5)), list(repeat(7, 3)), list(chain('ab', [1])), list(chain.from_iterable(['ab', 'c'])))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)), list(compress('abcd', [1, 0, 1])), list(pairwise('abc')))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest('ab', 'c', fillvalue='-')), [(k, list(g)) for k, g in groupby('aabba')], [(k, len(list(g))) for k, g in groupby(range(6), key=lambda x: x // 4)])
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(permutations('abc')), list(permutations('abc', 2)), list(combinations('abcd', 3)), list(combinations_with_replacement('ab', 2)))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), list(islice('abcdef', 1, None, 2)), list(islice('abc', 2)), list(product()), list(combinations('ab', 3)), list(permutations([], 0)))
g = groupby('aab')
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
# expect:
# [5, 7, 9] ['a', 'b', 'a', 'b', 'a'] [7, 7, 7] ['a', 'b', 1] ['a', 'b', 'c']
# [1, 3, 6] [1, 2, 6] [10, 11, 13] ['a', 'c'] [('a', 'b'), ('b', 'c')]
# [1, 2] [3, 1] [0, 2, 4] [8, 9]
# [('a', 'c'), ('b', '-')] [('a', ['a', 'a']), ('b', ['b', 'b']), ('a', ['a'])] [(0, 4), (1, 2)]
# [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)] [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [('a', 'b', 'c'), ('a', 'b', 'd'), ('a', 'c', 'd'), ('b', 'c', 'd')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
# 1 [1, 2, 3] [2, 3] ['b', 'd', 'f'] ['a', 'b'] [()] [] [()]
# a [] b ['b']
# ---
from itertools import islice
list(islice([1], -1))  # raises: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
