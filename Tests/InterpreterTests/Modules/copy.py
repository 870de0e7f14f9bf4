import copy
a = [1, [2, 3], {'k': (4, [5])}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(b, c, b[1] is a[1], c[1] is a[1])
class P:
    def __init__(self): self.x = [1]; self.me = self
p = P(); q = copy.deepcopy(p); r = copy.copy(p)
print(q.x == p.x, q.x is p.x, q.me is q, r.x is p.x, type(q).__name__)
class D:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(D()), copy.deepcopy([D()]))
x = []; x.append(x); y = copy.deepcopy(x); print(y[0] is y, copy.copy((1, [2])), copy.deepcopy((1, 2)) == (1, 2), copy.deepcopy({1: {2}}), copy.copy({1}), copy.copy('s'))
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple
print(copy.deepcopy(OrderedDict(a=[1])), copy.copy(Counter('aa')), copy.deepcopy(deque([[1]], 3)), copy.deepcopy(namedtuple('N', 'a')([1])))
# expect:
# [1, [2, 3, 9], {'k': (4, [5])}] [1, [2, 3], {'k': (4, [5])}] True False
# True False True True P
# copied ['deep']
# True (1, [2]) True {1: {2}} {1} s
# OrderedDict([('a', [1])]) Counter({'a': 2}) deque([[1]], maxlen=3) N(a=[1])
