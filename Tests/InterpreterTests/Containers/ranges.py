print(range(5), range(1, 5), range(1, 10, 2), list(range(5)), list(range(5, 0, -2)), list(range(0)), len(range(1, 10, 3)), len(range(10, 0, -3)))
# expect:
# range(0, 5) range(1, 5) range(1, 10, 2) [0, 1, 2, 3, 4] [5, 3, 1] [] 3 4
# ---
r = range(10, 50, 5)
print(r[0], r[-1], r[1:3], r[::-1], r[::2], 15 in r, 16 in r, 15.0 in r, 'a' in r, r.index(20), r.count(20), r.start, r.stop, r.step, r == range(10, 50, 5), hash(r) == hash(range(10, 50, 5)))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), bool(range(0)), list(reversed(range(5))), max(range(5)), sum(range(5)))
# expect:
# 10 45 range(15, 25, 5) range(45, 5, -5) range(10, 50, 10) True False True False 2 1 10 50 5 True True
# True True False [4, 3, 2, 1, 0] 4 10
# ---
range(1, 2, 0)  # raises: ValueError: range() arg 3 must not be zero
# ---
range(1.5)  # raises: TypeError: 'float' object cannot be interpreted as an integer
# ---
range()  # raises: TypeError: range expected at least 1 argument, got 0
# ---
range('a')  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
range(5)[10]  # raises: IndexError: range object index out of range
# ---
range(5)['a']  # raises: TypeError: range indices must be integers or slices, not str
# ---
range(5).index(7)  # raises: ValueError: 7 is not in range
# ---
r = range(5)
r[0] = 1  # raises: TypeError: 'range' object does not support item assignment
# ---
it = iter(range(3)); print(next(it), list(it), list(it))
# expect:
# 0 [1, 2] []
# ---
print([range(10)[i:j] for i, j in [(2, 5), (-3, None), (None, -8)]], range(0, 10, 3)[1:], len(range(2 ** 62)), range(2 ** 62)[2 ** 61])
# expect:
# [range(2, 5), range(7, 10), range(0, 2)] range(3, 12, 3) 4611686018427387904 2305843009213693952
# ---
print(slice(1, 2), slice(None, 5, 2), slice(5), slice(1, 2) == slice(1, 2), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(4), slice(1, 2).start)
# expect:
# slice(1, 2, None) slice(None, 5, 2) slice(None, 5, None) True (1, 5, 2) (3, -1, -1) 1
# ---
hash(slice(1))  # raises: TypeError: unhashable type: 'slice'
# ---
class S:
    def __getitem__(self, i): return i
print(S()[1:2], S()[::3], S()[1, 2:3], S()[...], S()[1:2, ...], S()[None])
# expect:
# slice(1, 2, None) slice(None, None, 3) (1, slice(2, 3, None)) Ellipsis (slice(1, 2, None), Ellipsis) None
