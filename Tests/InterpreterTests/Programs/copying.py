import copy
a = [1, [2, 3], {'k': (4, [5])}]; b = copy.copy(a); c = copy.deepcopy(a); a[1].append(9); a[2]['k'][1].append(8); print(b, c)
class P:
    def __init__(s, x): s.x = x; s.l = [x]
    def __deepcopy__(s, m): return P(s.x * 10)
class Q:
    def __init__(s): s.l = [1]; s.me = s
    def __copy__(s): return 'copied'
p = copy.copy(P(1)); print(p.x, p.l, copy.deepcopy(P(2)).x, copy.copy(Q())); q = copy.deepcopy(Q()); print(q.me is q, q.l)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, copy.deepcopy((1, 2)) , copy.copy({1}), copy.deepcopy(frozenset([1])), copy.copy(len) is len, copy.deepcopy(print) is print, copy.deepcopy(range(3)), copy.copy(bytearray(b'a')))
from collections import OrderedDict, deque, defaultdict
print(copy.deepcopy(OrderedDict(a=[1])), copy.copy(deque([1], 3)), copy.deepcopy(defaultdict(list, a=[1])))
# expect:
# [1, [2, 3, 9], {'k': (4, [5, 8])}] [1, [2, 3], {'k': (4, [5])}]
# 1 [1] 20 copied
# True [1]
# True (1, 2) {1} frozenset({1}) True True range(0, 3) bytearray(b'a')
# OrderedDict([('a', [1])]) deque([1], maxlen=3) defaultdict(<class 'list'>, {'a': [1]})
