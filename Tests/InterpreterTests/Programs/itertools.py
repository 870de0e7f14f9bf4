from itertools import *
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(chain([1], 'ab')), list(chain.from_iterable([[1], [2]])), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(compress('abc', [1, 0, 1])), list(islice(count(5, 2), 3)), list(islice(cycle('ab'), 5)))
print(list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(None, [0, 1, ''])), [(k, list(g)) for k, g in groupby('aabba')], list(islice('abcdef', 1, None, 2)), list(pairwise('abc')), list(permutations([1, 2, 3], 2)), list(product('ab', repeat=2)), list(product([1], [2, 3])), list(repeat(1, 3)), list(starmap(pow, [(2, 3)])), list(zip_longest('ab', 'c', fillvalue='-')))
a, b = tee(iter([1, 2])); print(next(a), list(b), list(a))
for f in [lambda: islice([1], -1), lambda: list(combinations([1], -1)), lambda: product([1], repeat=-1), lambda: count('a'), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(starmap(pow, [1]))]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect:
# [1, 3, 6, 10] [3, 3, 3] [10, 11, 13] [1, 'a', 'b'] [1, 2] [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')] ['a', 'c'] [5, 7, 9] ['a', 'b', 'a', 'b', 'a']
# [3, 1] [1] [0, ''] [('a', ['a', 'a']), ('b', ['b', 'b']), ('a', ['a'])] ['b', 'd', 'f'] [('a', 'b'), ('b', 'c')] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [(1, 2), (1, 3)] [1, 1, 1] [8] [('a', 'c'), ('b', '-')]
# 1 [1, 2] [2]
# ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# ValueError r must be non-negative
# ValueError repeat argument cannot be negative
# TypeError a number is required
# ValueError zip() argument 2 is longer than argument 1
# TypeError 'int' object is not iterable
