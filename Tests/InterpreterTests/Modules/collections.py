from collections import *
c = Counter('mississippi')
print(c, c.most_common(2), c['x'], sum(c.values()), c.total(), sorted(c.elements()), Counter(a=1, b=2) + Counter(b=3), Counter('aab') - Counter('ab'), Counter('ab') & Counter('bc'), Counter('ab') | Counter('bb'))
c.update('ss'); c.subtract({'m': 5}); print(c, +c, -c, Counter([1, 1, 2]).most_common(), 'x' in c, dict(Counter('aa')))
del c['zzz']
print(Counter('abc') == Counter('cba'), Counter(), type(c.copy()).__name__)
# expect:
# Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) [('i', 4), ('s', 4)] 0 11 11 ['i', 'i', 'i', 'i', 'm', 'p', 'p', 's', 's', 's', 's'] Counter({'b': 5, 'a': 1}) Counter({'a': 1}) Counter({'b': 1}) Counter({'b': 2, 'a': 1})
# Counter({'s': 6, 'i': 4, 'p': 2, 'm': -4}) Counter({'s': 6, 'i': 4, 'p': 2}) Counter({'m': 4}) [(1, 2), (2, 1)] False {'a': 2}
# True Counter() Counter
# ---
from collections import defaultdict
d = defaultdict(list)
d['a'].append(1); d['b'] += [2]
print(d, d['z'], len(d), d.get('q'), 'q' in d, dict(d), defaultdict(int, {'x': 1})['y'], defaultdict(lambda: 5)['k'], d.default_factory)
defaultdict()['x']  # raises: KeyError: 'x'
# expect:
# defaultdict(<class 'list'>, {'a': [1], 'b': [2], 'z': []}) [] 3 None False {'a': [1], 'b': [2], 'z': []} 0 5 <class 'list'>
# ---
from collections import OrderedDict
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a'); o['d'] = 4
print(o, o.popitem(), o.popitem(last=False), list(o), o == {'c': 3, 'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(), o.copy(), list(reversed(o)))
o.move_to_end('c', last=False)
print(o, isinstance(o, dict))
o.move_to_end('zz')  # raises: KeyError: 'zz'
# expect:
# OrderedDict([('c', 3), ('a', 1)]) ('d', 4) ('b', 2) ['c', 'a'] True False OrderedDict() OrderedDict([('c', 3), ('a', 1)]) ['a', 'c']
# OrderedDict([('c', 3), ('a', 1)]) True
# ---
from collections import namedtuple
Point = namedtuple('Point', 'x y z', defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), Point._fields, Point._field_defaults, Point._make([1, 2, 3]), p == (1, 2, 0), len(p), [*p], isinstance(p, tuple), hash(p) == hash((1, 2, 0)))
x, y, z = p
class Vec(namedtuple('Vec', ['a', 'b'])):
    def total(self): return self.a + self.b
print(Vec(1, 2).total(), Vec(3, 4), Vec(1, 2) < Vec(1, 3), namedtuple('R', 'def x', rename=True)._fields)
p.x = 5  # raises: AttributeError: can't set attribute
# expect:
# Point(x=1, y=2, z=0) 1 2 {'x': 1, 'y': 2, 'z': 0} Point(x=9, y=2, z=0) ('x', 'y', 'z') {'z': 0} Point(x=1, y=2, z=3) True 3 [1, 2, 0] True True
# 3 Vec(a=3, b=4) True ('_0', 'x')
# ---
from collections import namedtuple
namedtuple('P', 'x x')  # raises: ValueError: Encountered duplicate field name: 'x'
# ---
from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d[0], d[-1], len(d), d.popleft(), d.pop(), d, list(d), 3 in d, d.index(3), d.count(2), d.maxlen)
d.rotate(1); print(d); d.rotate(-2); print(d); d.extend([7, 8]); d.extendleft([9]); print(d); d.reverse(); print(d, deque('ab') == deque('ab'), deque() , deque([1]) < deque([2]))
d.insert(1, 'x') if d.maxlen is None else None
d.remove(9); print(d, bool(deque()), d.copy(), list(reversed(d)), deque([1]) + deque([2]), deque([1]) * 2)
d.clear(); d.pop()  # raises: IndexError: pop from an empty deque
# expect:
# deque([2, 3], maxlen=4) 0 4 4 0 4 deque([2, 3], maxlen=4) [2, 3] True 1 1 4
# deque([3, 2], maxlen=4)
# deque([3, 2], maxlen=4)
# deque([9, 3, 2, 7], maxlen=4)
# deque([7, 2, 3, 9], maxlen=4) True deque([]) True
# deque([7, 2, 3], maxlen=4) False deque([7, 2, 3], maxlen=4) [3, 2, 7] deque([1, 2]) deque([1, 1])
# ---
from collections import deque
d = deque([1, 2])
for x in d:  # raises: RuntimeError: deque mutated during iteration
    d.append(x)
# ---
from collections import ChainMap
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
m['c'] = 4
print(m['a'], m['b'], sorted(m), len(m), m.maps[0], m.get('z', 0), 'b' in m, m.new_child({'a': 0})['a'])
m['zz']  # raises: KeyError: 'zz'
# expect:
# 1 3 ['a', 'b', 'c'] 3 {'a': 1, 'c': 4} 0 True 0
