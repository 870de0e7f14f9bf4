from collections import *
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c + Counter('az'), c - Counter('aaab'), c & Counter('aab'), c | Counter('zz'), sorted(c.elements())[:4], c.total(), +Counter(a=-1, b=2), Counter(a=1) == Counter({'a': 1}), Counter(a=1, b=0) == Counter(a=1))
c.update('zzz'); c.subtract({'a': 10}); print(c, dict(c), Counter([1, 2, 2]), Counter())
d = defaultdict(list); d['a'].append(1); print(d, d['q'], 'z' in d, d.get('z'), defaultdict(int, a=1), defaultdict(lambda: 0)['x'])
try: defaultdict(None)['k']
except KeyError as e: print('KeyError', e)
try: defaultdict(3)
except TypeError as e: print(e)
q = deque([1, 2, 3], maxlen=3); q.append(4); print(q, q[0], q.rotate(1), q, q.popleft(), q.pop(), q, deque('abc'), list(reversed(deque([1, 2]))), deque([1]) + deque([2]), 1 in deque([1]), deque([1, 2, 3]).index(2), q.maxlen)
q.extendleft([7, 8]); print(q); q.insert(0, 1) if len(q) < 3 else None
try: deque().pop()
except IndexError as e: print(e)
P = namedtuple('P', 'x y z', defaults=[0]); p = P(1, 2); print(p, p.x, p._asdict(), p._replace(x=5), P._fields, P._make([1, 2, 3]), p == (1, 2, 0), P._field_defaults, p[1:], hash(p) == hash((1, 2, 0)), P.__doc__)
for f in [lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'class'), lambda: p._replace(q=1), lambda: setattr(p, 'x', 3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = OrderedDict(a=1, b=2); o.move_to_end('a'); print(o, list(o), o.popitem(last=False), OrderedDict([(1, 2)]) == {1: 2}, o == OrderedDict(a=1))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m['a'], m['b'], dict(m), m, m.maps, m.new_child({'c': 1}), len(m), list(m))
from collections import UserDict
class U(UserDict):
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
u = U(a=1); u['b'] = 2; print(u, u.data, isinstance(u, dict))
# expect:
# Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 Counter({'a': 6, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'z': 1}) Counter({'a': 2, 'r': 2, 'b': 1, 'c': 1, 'd': 1}) Counter({'a': 2, 'b': 1}) Counter({'a': 5, 'b': 2, 'r': 2, 'z': 2, 'c': 1, 'd': 1}) ['a', 'a', 'a', 'a'] 11 Counter({'b': 2}) True True
# Counter({'z': 3, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'a': -5}) {'a': -5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'z': 3} Counter({2: 2, 1: 1}) Counter()
# defaultdict(<class 'list'>, {'a': [1], 'q': []}) [] False None defaultdict(<class 'int'>, {'a': 1}) 0
# KeyError 'k'
# first argument must be callable or None
# deque([2], maxlen=3) 2 None deque([2], maxlen=3) 4 3 deque([2], maxlen=3) deque(['a', 'b', 'c']) [2, 1] deque([1, 2]) True 1 3
# deque([8, 7, 2], maxlen=3)
# pop from an empty deque
# P(x=1, y=2, z=0) 1 {'x': 1, 'y': 2, 'z': 0} P(x=5, y=2, z=0) ('x', 'y', 'z') P(x=1, y=2, z=3) True {'z': 0} (2, 0) True P(x, y, z)
# ValueError Encountered duplicate field name: 'a'
# ValueError Type names and field names cannot be a keyword: 'class'
# ValueError Got unexpected field names: ['q']
# AttributeError can't set attribute
# OrderedDict([('a', 1)]) ['b', 'a'] ('b', 2) True True
# 1 3 {'a': 1, 'b': 3} ChainMap({'a': 1}, {'a': 2, 'b': 3}) [{'a': 1}, {'a': 2, 'b': 3}] ChainMap({'c': 1}, {'a': 1}, {'a': 2, 'b': 3}) 2 ['a', 'b']
# {'a': 2, 'b': 4} {'a': 2, 'b': 4} False
