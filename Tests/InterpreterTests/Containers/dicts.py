d = {'a': 1, 'b': 2}
d['c'] = 3; d['a'] = 10
print(d, len(d), d['a'], d.get('x'), d.get('x', 5), 'a' in d, 'x' in d, list(d), list(d.values()), list(d.items()))
del d['b']; print(d, d.pop('a'), d, d.pop('zz', None), d.setdefault('q', []), d.setdefault('q', 5), d)
d.update({'c': 4}, z=5); print(d, d.popitem(), d); d.clear(); print(d, bool(d), bool({1: 1}))
# expect:
# {'a': 10, 'b': 2, 'c': 3} 3 10 None 5 True False ['a', 'b', 'c'] [10, 2, 3] [('a', 10), ('b', 2), ('c', 3)]
# {'c': 3, 'q': []} 10 {'c': 3, 'q': []} None [] [] {'c': 3, 'q': []}
# {'c': 4, 'q': []} ('z', 5) {'c': 4, 'q': []}
# {} False True
# ---
print(dict(), dict(a=1), dict([('a', 1), (2, 3)]), dict({'x': 1}, y=2), dict(zip('ab', [1, 2])), dict.fromkeys([1, 2]), dict.fromkeys('ab', 0), {**{'a': 1}, 'b': 2, **{'a': 3}})
# expect:
# {} {'a': 1} {'a': 1, 2: 3} {'x': 1, 'y': 2} {'a': 1, 'b': 2} {1: None, 2: None} {'a': 0, 'b': 0} {'a': 3, 'b': 2}
# ---
{}['a']  # raises: KeyError: 'a'
# ---
{1: 2}[(1, 2)]  # raises: KeyError: (1, 2)
# ---
d = {}
del d['x']  # raises: KeyError: 'x'
# ---
{}.pop('a')  # raises: KeyError: 'a'
# ---
{}.popitem()  # raises: KeyError: 'popitem(): dictionary is empty'
# ---
{[1]: 2}  # raises: TypeError: unhashable type: 'list'
# ---
{}[{}]  # raises: TypeError: unhashable type: 'dict'
# ---
dict([1])  # raises: TypeError: cannot convert dictionary update sequence element #0 to a sequence
# ---
dict([(1, 2, 3)])  # raises: ValueError: dictionary update sequence element #0 has length 3; 2 is required
# ---
dict(5)  # raises: TypeError: 'int' object is not iterable
# ---
dict(1, 2)  # raises: TypeError: dict expected at most 1 argument, got 2
# ---
dict(['ab', 'cd']) == {'a': 'b', 'c': 'd'} and print('ok')
# expect:
# ok
# ---
print({1: 'a', 1.0: 'b', True: 'c'}, {0: 1} == {False: 1}, {1: 2} == {1: 2}, {1: 2} != {1: 3}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1})
# expect:
# {1: 'c'} True True True True
# ---
{} < {}  # raises: TypeError: '<' not supported between instances of 'dict' and 'dict'
# ---
{} + {}  # raises: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
# ---
print({1: 2} | {3: 4}, {1: 2} | {1: 5}); d = {1: 2}; d |= {2: 3}; d |= [(4, 5)]; print(d)
# expect:
# {1: 2, 3: 4} {1: 5}
# {1: 2, 2: 3, 4: 5}
# ---
d = {1: 1, 2: 2}
for k in d:  # raises: RuntimeError: dictionary changed size during iteration
    d[k + 10] = 0
# ---
d = {1: 1, 2: 2}
for k in d:  # raises: RuntimeError: dictionary changed size during iteration
    del d[k]
# ---
d = {1: 1, 2: 2}
for k, v in d.items():
    d[k] = v * 10
print(d)
# expect:
# {1: 10, 2: 20}
# ---
d = {1: 1}
it = iter(d.values())
d[2] = 2
next(it)  # raises: RuntimeError: dictionary changed size during iteration
# ---
d = {i: i * i for i in range(5)}
k = d.keys(); v = d.values(); it = d.items()
print(k, v, it, len(k), 2 in k, 16 in v, (2, 4) in it, (2, 5) in it, k & {1, 2, 9}, sorted(k | {7}), k - {0, 1, 2}, k == {0, 1, 2, 3, 4})
d[9] = 81; print(len(k), list(reversed(d)), list(reversed(d.values())), k.isdisjoint([100]))
# expect:
# dict_keys([0, 1, 2, 3, 4]) dict_values([0, 1, 4, 9, 16]) dict_items([(0, 0), (1, 1), (2, 4), (3, 9), (4, 16)]) 5 True True True False {1, 2} [0, 1, 2, 3, 4, 7] {3, 4} True
# 6 [9, 4, 3, 2, 1, 0] [81, 16, 9, 4, 1, 0] True
# ---
d = {}; d['self'] = d; d['l'] = [d]; print(d)
# expect:
# {'self': {...}, 'l': [{...}]}
# ---
d = {}
for i in range(1000): d[i] = i
for i in range(0, 1000, 2): del d[i]
print(len(d), list(d)[:5], 501 in d, 500 in d, sum(d.values()))
for i in range(5): d[i * 2] = -1
print(list(d)[-5:], len(d))
# expect:
# 500 [1, 3, 5, 7, 9] True False 250000
# [0, 2, 4, 6, 8] 505
# ---
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
d = {K(1): 'a', K(2): 'b'}; d[K(1)] = 'c'; print(len(d), d[K(1)], d[K(2)], K(3) in d)
# expect:
# 2 c b False
# ---
class K:
    def __eq__(self, o): return True
{K(): 1}  # raises: TypeError: unhashable type: 'K'
# ---
class D(dict):
    def __missing__(self, key): return key * 2
d = D(a=1); print(d['a'], d['zz'], d, len(d), d.get('q'), 'q' in d, isinstance(d, dict), d == {'a': 1})
# expect:
# 1 zzzz {'a': 1} 1 None False True True
# ---
class D(dict):
    def __getitem__(self, key): return 'got ' + str(key)
    def __setitem__(self, key, value): super().__setitem__(key, value + 1)
d = D(); d['x'] = 1; print(d['x'], dict.__getitem__(d, 'x'), d)
# expect:
# got x 2 {'x': 2}
# ---
d = {'b': 1, 'a': 2}
print(sorted(d), sorted(d.items(), key=lambda kv: kv[1]), max(d, key=d.get), [k for k in d], {v: k for k, v in d.items()})
# expect:
# ['a', 'b'] [('b', 1), ('a', 2)] a ['b', 'a'] {1: 'b', 2: 'a'}
# ---
d = {}
d.setdefault('a', []).append(1); d.setdefault('a', []).append(2); print(d, d.copy() is d, d.copy() == d)
# expect:
# {'a': [1, 2]} False True
# ---
def f(**kw): return kw
print(f(a=1, **{'b': 2}), f(**dict(x=1)))
# expect:
# {'a': 1, 'b': 2} {'x': 1}
# ---
print({'a': 1}.items() == {'a': 1}.items(), {'a': 1}.keys() == {'a'}, type({}.keys()).__name__, type(iter({})).__name__)
# expect:
# True True dict_keys dict_keyiterator
# ---
print(len({0.0: 1, -0.0: 2}), {None: 1, (): 2, 'x': 3, 1.5: 4})
# expect:
# 1 {None: 1, (): 2, 'x': 3, 1.5: 4}
# ---
d = {'x': 1}
d.x  # raises: AttributeError: 'dict' object has no attribute 'x'
# ---
d = {1: 2}
a, b = d  # raises: ValueError: not enough values to unpack (expected 2, got 1)
# ---
del {}['x'], {}['y']  # raises: KeyError: 'x'
