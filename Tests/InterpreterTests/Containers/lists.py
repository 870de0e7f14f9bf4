a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.insert(0, 0); a.insert(100, 7); a.insert(-1, 'x')
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a)
a.remove(1); print(a, a.index(2), a.count(2)); a.reverse(); print(a); b = a.copy(); a.clear(); print(a, b)
# expect:
# [3, 1, 2, 4, 5, 'x'] 9 7 0 6 [3, 1, 2, 4, 5, 'x']
# [3, 2, 4, 5, 'x'] 1 1
# ['x', 5, 4, 2, 3]
# [] ['x', 5, 4, 2, 3]
# ---
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[::2], a[::-1], a[8:2:-2], a[100:], a[-100:2], a[5:2], a[:], a[2:8:3])
# expect:
# [2, 3, 4] [0, 1, 2] [7, 8, 9] [7, 8, 9] [0, 2, 4, 6, 8] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [0, 1] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [2, 5]
# ---
a = list(range(10))
a[2:5] = ['x']; print(a)
a[1:1] = [1, 2, 3]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
del a[1:3]; print(a); del a[::2]; print(a); a[:] = []; print(a)
# expect:
# [0, 1, 'x', 5, 6, 7, 8, 9]
# [0, 1, 2, 3, 1, 'x', 5, 6, 7, 8, 9]
# [0, 1, 0, 3, 0, 'x', 0, 6, 0, 8, 0]
# [0, 3, 0, 'x', 0, 6, 0, 8, 0]
# [3, 'x', 6, 8]
# []
# ---
a = list(range(6))
del a[::-2]; print(a); a[::-1] = [9, 8, 7]; print(a); del a[-1]; print(a)
# expect:
# [0, 2, 4]
# [7, 8, 9]
# [7, 8]
# ---
a = [1, 2, 3]
a[::2] = [1, 2, 3]  # raises: ValueError: attempt to assign sequence of size 3 to extended slice of size 2
# ---
a = [1, 2, 3]
a[0:1] = 5  # raises: TypeError: can only assign an iterable
# ---
a = [1, 2, 3]
a[::2] = 5  # raises: TypeError: must assign iterable to extended slice
# ---
[1, 2][5]  # raises: IndexError: list index out of range
# ---
[1, 2][-3]  # raises: IndexError: list index out of range
# ---
a = [1]
a[3] = 1  # raises: IndexError: list assignment index out of range
# ---
a = [1]
del a[3]  # raises: IndexError: list assignment index out of range
# ---
[1]['a']  # raises: TypeError: list indices must be integers or slices, not str
# ---
[1][1.0]  # raises: TypeError: list indices must be integers or slices, not float
# ---
[1][None]  # raises: TypeError: list indices must be integers or slices, not NoneType
# ---
[1, 2, 3][::0]  # raises: ValueError: slice step cannot be zero
# ---
[1, 2, 3]['a':]  # raises: TypeError: slice indices must be integers or None or have an __index__ method
# ---
[].pop()  # raises: IndexError: pop from empty list
# ---
[1].pop(5)  # raises: IndexError: pop index out of range
# ---
[1].pop('a')  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
[1].remove(2)  # raises: ValueError: list.remove(x): x not in list
# ---
[1, 2].index(3)  # raises: ValueError: 3 is not in list
# ---
[1] + 2  # raises: TypeError: can only concatenate list (not "int") to list
# ---
[1] + (2,)  # raises: TypeError: can only concatenate list (not "tuple") to list
# ---
[1] * 1.5  # raises: TypeError: can't multiply sequence by non-int of type 'float'
# ---
[1] * [2]  # raises: TypeError: can't multiply sequence by non-int of type 'list'
# ---
[1] - [1]  # raises: TypeError: unsupported operand type(s) for -: 'list' and 'list'
# ---
[1] < 1  # raises: TypeError: '<' not supported between instances of 'list' and 'int'
# ---
[1, 'a'] < [1, 2]  # raises: TypeError: '<' not supported between instances of 'str' and 'int'
# ---
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 5], [1] == (1,), [1] != [1], [1, 2] <= [1, 2], [[1], 2] == [[1], 2])
# expect:
# True True True True True False False True True
# ---
print([1, 2] + [3], [0] * 3, 3 * [1, 2], [1] * 0, [1] * -5, [[]] * 2, [1] * True)
# expect:
# [1, 2, 3] [0, 0, 0] [1, 2, 1, 2, 1, 2] [] [] [[], []] [1]
# ---
a = [1]; b = a; a += [2]; a *= 2; print(b, a is b); a = a + [3]; print(a is b); a += 'xy'; a += (i for i in range(2)); print(a)
# expect:
# [1, 2, 1, 2] True
# False
# [1, 2, 1, 2, 3, 'x', 'y', 0, 1]
# ---
a = [1]
a += 5  # raises: TypeError: 'int' object is not iterable
# ---
a = []; a.append(a); print(a, a[0] is a); a.append((a,)); print(a)
# expect:
# [[...]] True
# [[...], ([...],)]
# ---
print([3, 1, 2].sort(), sorted([3, 1, 2]), sorted('hello'), sorted([3, 1, 2], reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([1.5, 1, True]), sorted([(1, 'b'), (1, 'a')]))
# expect:
# None [1, 2, 3] ['e', 'h', 'l', 'l', 'o'] [3, 2, 1] ['A', 'b', 'c'] [1, True, 1.5] [(1, 'a'), (1, 'b')]
# ---
a = [('a', 2), ('b', 1), ('c', 2), ('d', 1)]
a.sort(key=lambda p: p[1]); print(a); a.sort(key=lambda p: p[1], reverse=True); print(a)
import random
b = [(i % 7, i) for i in range(100)]; b.sort(key=lambda p: p[0]); print(b == sorted(b), b[:4])
# expect:
# [('b', 1), ('d', 1), ('a', 2), ('c', 2)]
# [('a', 2), ('c', 2), ('b', 1), ('d', 1)]
# True [(0, 0), (0, 7), (0, 14), (0, 21)]
# ---
sorted([1, 'a'])  # raises: TypeError: '<' not supported between instances of 'str' and 'int'
# ---
sorted([1, None, 2])  # raises: TypeError: '<' not supported between instances of 'NoneType' and 'int'
# ---
[3, 2].sort(lambda x: x)  # raises: TypeError: sort() takes no positional arguments
# ---
a = [3, 1, 2]
def key(x):
    a.append(1)
    return x
a.sort(key=key)  # raises: ValueError: list modified during sort
# ---
a = [3, 1, 2]
def key(x):
    print(len(a))
    return -x
a.sort(key=key)
print(a)
# expect:
# 0
# 0
# 0
# [3, 2, 1]
# ---
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'K{self.v}'
print(sorted([K(3), K(1), K(2)]), min([K(3), K(1)]), sorted([K(i % 3) for i in range(40)])[:5])
# expect:
# [K1, K2, K3] K1 [K0, K0, K0, K0, K0]
# ---
print(list('abc'), list((1, 2)), list({1: 2}), list(range(3)), list(), list(x * 2 for x in [1, 2]))
# expect:
# ['a', 'b', 'c'] [1, 2] [1] [0, 1, 2] [] [2, 4]
# ---
list(5)  # raises: TypeError: 'int' object is not iterable
# ---
list(1, 2)  # raises: TypeError: list expected at most 1 argument, got 2
# ---
hash([])  # raises: TypeError: unhashable type: 'list'
# ---
{[]: 1}  # raises: TypeError: unhashable type: 'list'
# ---
a = [1, 2, 3, 4]
for x in a:
    if x < 3: a.append(x * 10)
print(a)
# expect:
# [1, 2, 3, 4, 10, 20]
# ---
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
# expect:
# [2, 4]
# ---
it = iter([1, 2])
print(next(it), next(it), next(it, 'end'), list(it))
next(it)  # raises: StopIteration
# expect:
# 1 2 end []
# ---
print(list(reversed([1, 2, 3])), [1, 2, 3].__len__(), [1, 2].__contains__(2), [5, 6].__getitem__(1), list.append, [].append.__name__)
# expect:
# [3, 2, 1] 3 True 6 <method 'append' of 'list' objects> append
# ---
class L(list):
    def __repr__(self): return 'L' + super().__repr__()
    def append(self, x):
        super().append(x * 2)
a = L([1, 2]); a.append(3)
print(a, len(a), a[0], a == [1, 2, 6], isinstance(a, list), a + [1], type(a + [1]).__name__, a[1:], sorted(a), type(a.copy()).__name__)
# expect:
# L[1, 2, 6] 3 1 True True [1, 2, 6, 1] list [2, 6] [1, 2, 6] list
# ---
a = [[0] * 2 for _ in range(2)]; a[0][1] = 5; print(a); b = [[0] * 2] * 2; b[0][1] = 5; print(b)
# expect:
# [[0, 5], [0, 0]]
# [[0, 5], [0, 5]]
# ---
print([1, 2, 3].index(3, 1), [1, 2, 1].index(1, 1), [1, 2, 3, 1].index(1, -2, 10), [True, 1.0, 1].count(1))
# expect:
# 2 2 3 3
# ---
print(1 in [1, 2], 'a' not in ['a'], None in [None], [] in [[]], 1.0 in [1])
# expect:
# True False True True True
# ---
a = [1, 2, 3]
a[True] = 'x'; print(a)
class Ix:
    def __index__(self): return 2
print(a[Ix()], a[:Ix()], [0] * Ix())
# expect:
# [1, 'x', 3]
# 3 [1, 'x'] [0, 0]
# ---
[1, 2, 3].insert('a', 1)  # raises: TypeError: 'str' object cannot be interpreted as an integer
# ---
a, b = [1, 2, 3]  # raises: ValueError: too many values to unpack (expected 2)
# ---
a, b, c = [1, 2]  # raises: ValueError: not enough values to unpack (expected 3, got 2)
# ---
a, *b, c = [1]  # raises: ValueError: not enough values to unpack (expected at least 2, got 1)
# ---
a, b = 5  # raises: TypeError: cannot unpack non-iterable int object
# ---
a, *b = 'xyz'; *c, d = range(4); [e, [f, g]] = 1, (2, 3); print(a, b, c, d, e, f, g)
# expect:
# x ['y', 'z'] [0, 1, 2] 3 1 2 3
