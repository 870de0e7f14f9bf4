print([x for x in range(5)], [x * y for x in range(3) for y in range(3) if x != y], {x: x ** 2 for x in range(3)}, {x % 3 for x in range(9)}, list(x for x in 'ab'))
# expect:
# [0, 1, 2, 3, 4] [0, 0, 0, 2, 0, 2] {0: 0, 1: 1, 2: 4} {0, 1, 2} ['a', 'b']
# ---
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [v for r in m for v in r], [sum(r) for r in m], list(map(list, zip(*m))))
# expect:
# [[1, 4], [2, 5], [3, 6]] [1, 2, 3, 4, 5, 6] [6, 15] [[1, 4], [2, 5], [3, 6]]
# ---
print([(i, c) for i, c in enumerate('abc') if i != 1], [a + b for a, b in [(1, 2), (3, 4)]], {k: v for k, v in zip('ab', (1, 2))}, [a for a, *b in [(1, 2, 3)]])
# expect:
# [(0, 'a'), (2, 'c')] [3, 7] {'a': 1, 'b': 2} [1]
# ---
x = 10
print([x for x in range(3)], x, [x + y for y in [1, 2]], [(lambda: i)() for i in range(3)])
# expect:
# [0, 1, 2] 10 [11, 12] [0, 1, 2]
# ---
print([y for x in range(3) if (y := x * 2) > 1], y)
# expect:
# [2, 4] 4
# ---
def f():
    n = 3
    return [i * n for i in range(n)], {n: i for i in range(2)}, list(n + i for i in range(2))
print(f())
# expect:
# ([0, 3, 6], {3: 1}, [3, 4])
# ---
class A:
    xs = [1, 2]
    ys = [x * 2 for x in xs]
print(A.ys)
# expect:
# [2, 4]
# ---
[x for x in 5]  # raises: TypeError: 'int' object is not iterable
# ---
[undefined_q for x in [1]]  # raises: NameError: name 'undefined_q' is not defined
# ---
[1 / x for x in [1, 0]]  # raises: ZeroDivisionError: division by zero
# ---
{x: [] for x in [[]]}  # raises: TypeError: unhashable type: 'list'
# ---
print([[]] * 2, [[] for _ in range(2)], [None] * 3, [i if i % 2 else -i for i in range(4)], [not i for i in (0, 1)])
# expect:
# [[], []] [[], []] [None, None, None] [0, 1, -2, 3] [True, False]
# ---
g = (print('run', i) or i for i in range(2)); print('made'); print(list(g))
# expect:
# made
# run 0
# run 1
# [0, 1]
# ---
print(sum(i for i in range(5) if i % 2), max(x for x in [3, 1]), ' '.join(c.upper() for c in 'ab'), any(c == 'b' for c in 'ab'), sorted((v for v in [3, 1]), reverse=True), dict((k, 1) for k in 'ab'), set(c for c in 'a'), tuple(i for i in range(2)))
# expect:
# 4 3 A B True [3, 1] {'a': 1, 'b': 1} {'a'} (0, 1)
# ---
print([x for x in range(20) if x % 2 == 0 if x % 3 == 0], [x or 'e' for x in ['', 'a']], [*range(3), *'ab'], {**{'a': 1}, **{'b': 2}}, [(x, y) for x in [1, 2] for y in 'ab'])
# expect:
# [0, 6, 12, 18] ['e', 'a'] [0, 1, 2, 'a', 'b'] {'a': 1, 'b': 2} [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
# ---
def outer():
    return [lambda k=k: k + j for k in range(2) for j in range(2)]
print([h() for h in outer()])
# expect:
# [1, 1, 2, 2]
# ---
print({i: {j: i * j for j in range(2)} for i in range(2)}, [[i * j for j in range(3)] for i in range(2)], [[x for x in range(y)] for y in range(3)])
# expect:
# {0: {0: 0, 1: 0}, 1: {0: 0, 1: 1}} [[0, 0, 0], [0, 1, 2]] [[], [0], [0, 1]]
