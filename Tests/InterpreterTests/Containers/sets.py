s = {1, 2, 3}
s.add(4); s.discard(9); s.remove(1)
print(sorted(s), len(s), 2 in s, 9 in s, s == {2, 3, 4}, s != {2}, bool(set()), set(), type(s).__name__)
# expect:
# [2, 3, 4] 3 True False True True False set() set
# ---
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {2} < a, a >= {1}, a > a, a.isdisjoint({9}))
print(sorted(a.union([7], (8,))), sorted(a.intersection([1, 2])), sorted(a.difference([1])), sorted(a.symmetric_difference([1, 9])), a.issubset([1, 2, 3, 4]), a.issuperset([1]))
# expect:
# [1, 2, 3, 4] [2, 3] [1] [1, 4] False True True False True
# [1, 2, 3, 7, 8] [1, 2] [2, 3] [2, 3, 9] True True
# ---
a = {1, 2, 3}; c = a; a |= {4}; a &= {2, 3, 4}; a -= {2}; a ^= {3, 9}; print(sorted(a), c is a); a.update([5], [6]); a.intersection_update([5, 6, 9]); a.difference_update([9]); a.symmetric_difference_update([1]); print(sorted(a)); a.clear(); print(a)
# expect:
# [4, 9] True
# [1, 5, 6]
# set()
# ---
set().remove(1)  # raises: KeyError: 1
# ---
set().pop()  # raises: KeyError: 'pop from an empty set'
# ---
{[]}  # raises: TypeError: unhashable type: 'list'
# ---
{1} | [2]  # raises: TypeError: unsupported operand type(s) for |: 'set' and 'list'
# ---
{1} + {2}  # raises: TypeError: unsupported operand type(s) for +: 'set' and 'set'
# ---
{1} < [1]  # raises: TypeError: '<' not supported between instances of 'set' and 'list'
# ---
hash(set())  # raises: TypeError: unhashable type: 'set'
# ---
set(5)  # raises: TypeError: 'int' object is not iterable
# ---
s = {1, 2, 3}
for x in s:  # raises: RuntimeError: Set changed size during iteration
    s.add(x + 10)
# ---
f = frozenset([1, 2]); print(f, f | {3}, type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), f == {1, 2}, {f: 1}[frozenset((2, 1))], frozenset())
# expect:
# frozenset({1, 2}) frozenset({1, 2, 3}) frozenset set True True 1 frozenset()
# ---
frozenset([1]).add(2)  # raises: AttributeError: 'frozenset' object has no attribute 'add'
# ---
print({frozenset([1])} == {frozenset([1])}, {1} in {frozenset([1])}, len({1, 1.0, True}), {True} == {1}, set('aab') == {'a', 'b'}, len(set('hello')))
# expect:
# True True 1 True True 4
# ---
print({3, 1, 2}, set([5, 1, 3]), set(range(5)), {10, 5, 7}, {0, -1, 2}, {100, 3, 64, 8}, set([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]), frozenset([3, 2]))
# expect:
# {1, 2, 3} {1, 3, 5} {0, 1, 2, 3, 4} {10, 5, 7} {0, 2, -1} {64, 8, 3, 100} {0, 1, 2, 3, 4, 5, 6, 7, 8, 9} frozenset({2, 3})
# ---
s = set()
for i in (17, 3, 40, 8, 25): s.add(i)
print(s, list(s), [x for x in s], s.copy(), s | {1}, s & {3, 8}, s - {3})
# expect:
# {3, 40, 8, 17, 25} [3, 40, 8, 17, 25] [3, 40, 8, 17, 25] {17, 3, 40, 8, 25} {17, 1, 3, 40, 8, 25} {8, 3} {40, 8, 17, 25}
# ---
s = {x % 4 for x in range(10)}; print(s, sum(s), max(s), sorted(s, reverse=True), {i for i in 'a'})
# expect:
# {0, 1, 2, 3} 6 3 [3, 2, 1, 0] {'a'}
# ---
class S(set):
    pass
s = S([1, 2]); s.add(3); print(s, len(s), isinstance(s, set), s == {1, 2, 3})
# expect:
# S({1, 2, 3}) 3 True True
# ---
s = {1}
s.add(frozenset([s.pop()])); print(s)
# expect:
# {frozenset({1})}
# ---
print({1, 2} == frozenset([1, 2]), {1}.union(), {*[1, 2], *(3,)}, {1.5, 2.5}, {None}, {(1, 2)})
# expect:
# True {1} {1, 2, 3} {1.5, 2.5} {None} {(1, 2)}
# ---
print({(1, 2), (0, 1), (3, 4)}, {(i, j) for i in range(3) for j in range(2)}, {1.5, -2, 10 ** 20, (0,)}, {(), (1,), 2})
# expect:
# {(0, 1), (1, 2), (3, 4)} {(0, 1), (2, 1), (0, 0), (1, 1), (2, 0), (1, 0)} {(0,), 1.5, 100000000000000000000, -2} {(1,), 2, ()}
