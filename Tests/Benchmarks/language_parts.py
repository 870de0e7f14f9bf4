# Parts of the language that lectures lean on: one line per case, seconds
import time

def fstring(n):
    s = 0
    for i in range(n):
        s += len(f'epoch {i}: loss {i * 0.5:.4f}')
    return s

def percent(n):
    s = 0
    for i in range(n):
        s += len('%d of %s: %.3f' % (i, 'many', i * 0.25))
    return s

def template(n):
    s = 0
    for i in range(n):
        s += len('[Epoch: {:>4}] cost = {:>.9}'.format(i, i * 0.1))
    return s

def raising(n):
    c = 0
    for i in range(n):
        try:
            if i % 2:
                raise ValueError('odd')
            c += 1
        except ValueError as e:
            c += 2
    return c

def pairs(n):
    xs = list(range(1000))
    s = 0
    for k in range(n // 1000):
        for i, (a, b) in enumerate(zip(xs, xs)):
            s += i + a * b
    return s

def appending(n):
    r = []
    for i in range(n):
        r.append(i * 2)
    return len(r)

def items(n):
    d = {i: i for i in range(1000)}
    s = 0
    for k in range(n // 1000):
        for a, b in d.items():
            s += a + b
    return s

def concat(n):
    s = ''
    for i in range(n):
        s += 'ab'
    return len(s)

def chars(n):
    t = 'the quick brown fox jumps over the lazy dog' * 10
    c = {}
    for k in range(n // 430):
        for ch in t:
            c[ch] = c.get(ch, 0) + 1
    return len(c)

def joining(n):
    out = []
    for i in range(n):
        out.append(str(i))
    return len(' '.join(out).split())

def keywords(n):
    def f(a, b=2, *, c=3):
        return a + b + c
    s = 0
    for i in range(n):
        s += f(i, c=4)
    return s

def closures(n):
    def make(k):
        return lambda x: x + k
    add = make(3)
    s = 0
    for i in range(n):
        s = add(s)
    return s

def matrix(n):
    m = [[0.0] * 30 for _ in range(30)]
    for k in range(n // 900):
        for i in range(30):
            for j in range(30):
                m[i][j] += i * j
    return m[3][4]

def genexp(n):
    return sum(x * x for x in range(n))

def sorting(n):
    xs = [(i * 7919) % 10007 for i in range(n)]
    return sorted(xs)[5] + sorted(xs, key=lambda x: -x)[5]

def slices(n):
    s = 'hello world'
    c = 0
    for i in range(n):
        c += len(s[2:7])
        if s[i % 11] == 'o':
            c += 1
    return c

def properties(n):
    class P:
        def __init__(self):
            self._v = 1
        @property
        def v(self):
            return self._v
        def __getitem__(self, i):
            return i
        def __len__(self):
            return 3
    p = P()
    s = 0
    for i in range(n):
        s += p.v + p[i] + len(p)
    return s

def unpacking(n):
    s = 0
    for i in range(n):
        a, b, c = i, i + 1, i + 2
        s += a + b + c
        x, y = (a, b)
        s += x - y
    return s

cases = [('fstring', lambda: fstring(60000)), ('percent', lambda: percent(60000)), ('template', lambda: template(60000)),
         ('raising', lambda: raising(100000)), ('pairs', lambda: pairs(200000)), ('appending', lambda: appending(300000)),
         ('items', lambda: items(300000)), ('concat', lambda: concat(200000)), ('chars', lambda: chars(200000)),
         ('joining', lambda: joining(150000)), ('keywords', lambda: keywords(150000)), ('closures', lambda: closures(200000)),
         ('matrix', lambda: matrix(200000)), ('genexp', lambda: genexp(200000)), ('sorting', lambda: sorting(50000)),
         ('slices', lambda: slices(150000)), ('properties', lambda: properties(80000)), ('unpacking', lambda: unpacking(150000))]
for name, f in cases:
    best = None
    for _ in range(3):
        t = time.time()
        r = f()
        d = time.time() - t
        if best is None or d < best:
            best = d
    print(name, r, 'seconds {:.4f}'.format(best))
