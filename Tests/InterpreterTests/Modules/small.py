import bisect, heapq, statistics, textwrap, fnmatch, types, numbers, sys, time
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 1, 3]), list(heapq.merge([1, 4], [2, 3])), heapq.heappushpop([2, 3], 1))
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 3, 4]), statistics.mode('aab'), statistics.pvariance([1, 2, 3]), statistics.fmean([1, 2]), statistics.quantiles([1, 2, 3, 4]))
print(textwrap.wrap('the quick brown fox jumps', 10), textwrap.fill('a b c', 3), repr(textwrap.dedent('  a\n    b\n')), repr(textwrap.indent('a\nb', '> ')), textwrap.shorten('hello big world', 11))
print(fnmatch.fnmatch('a.py', '*.py'), fnmatch.filter(['a', 'b.c'], '*.*'), fnmatch.fnmatch('x', '[!y]'))
n = types.SimpleNamespace(a=1); n.b = 2; print(n, n == types.SimpleNamespace(a=1, b=2), isinstance(lambda: 0, types.FunctionType), isinstance(5, numbers.Integral), isinstance(1.5, numbers.Number))
print(sys.maxsize, sys.byteorder, sys.version_info[:2], sys.version_info.major, type(time.time()).__name__, time.perf_counter() <= time.perf_counter(), time.strftime('%Y', time.gmtime(0)), tuple(time.gmtime(86400))[:6])
# expect:
# 3 1
# [0, 1, 4, 5] [5, 3] [1, 3] [1, 2, 3, 4] 1
# 2.5 2 1.2909944487358056 a 0.6666666666666666 1.5 [1.25, 2.5, 3.75]
# ['the quick', 'brown fox', 'jumps'] a b
# c 'a\n  b\n' '> a\n> b' hello [...]
# True ['b.c'] True
# namespace(a=1, b=2) True True True True
# 9223372036854775807 little (3, 11) 3 float True 1970 (1970, 1, 2, 0, 0, 0)
# ---
from __future__ import annotations, division
print(1 / 2)
# expect:
# 0.5
# ---
import sys
sys.exit(3)  # raises: SystemExit: 3
# ---
import sys
sys.exit('message')  # raises: SystemExit: message
# ---
import sys
print('to stdout', file=sys.stdout)
sys.stdout.write('x\n')
print(len(sys.argv) >= 0, 'sys' in sys.modules, sys.getsizeof(1) > 0)
import nonexistent_module  # raises: ModuleNotFoundError: No module named 'nonexistent_module'
# expect:
# to stdout
# x
# True True True
# ---
import os.path as p, collections.abc
print(p.join('a', 'b'), collections.abc.Iterable.__name__)
# expect:
# a/b Iterable
