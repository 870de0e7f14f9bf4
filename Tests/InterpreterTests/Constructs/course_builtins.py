# construct: print, print end=
print(1, 'a', [2], sep='-'); print('no newline', end=' '); print('same line', end='!\n'); print(); print(*range(3), sep=', ')
# expect:
# 1-a-[2]
# no newline same line!
# 
# 0, 1, 2
# ---
# construct: range, len, enumerate, list, dict, set, int, zip, sorted, sorted reverse=, sorted key=, isinstance, type, iter, next, super, Exception
print(list(range(3)), list(range(2, 8, 3)), list(range(3, 0, -1)), len('abc'), len([1, 2]), len({}), list(enumerate('ab')), list(enumerate('ab', start=1)))
print(list('ab'), list({1: 2}), dict(title='x', showlegend=True, legend=[1]), dict([(1, 2)]), dict(zip('ab', (1, 2))), sorted(set('hihello')), set(), int('42'), int(3.9), int('ff', 16))
print(sorted([3, 1, 2]), sorted([3, 1, 2], reverse=True), sorted(['bb', 'a'], key=len), sorted({'b': 1, 'a': 2}), isinstance(1, int), isinstance(True, (str, int)), type(1.5), type([]) is list)
it = iter([1, 2]); print(next(it), next(it), next(it, 'end'))
try: next(it)
except StopIteration as stop: print('stop', stop.value)
try: raise Exception('made by hand')
except Exception as error: print(error, error.args)
# expect:
# [0, 1, 2] [2, 5] [3, 2, 1] 3 2 0 [(0, 'a'), (1, 'b')] [(1, 'a'), (2, 'b')]
# ['a', 'b'] [1] {'title': 'x', 'showlegend': True, 'legend': [1]} {1: 2} {'a': 1, 'b': 2} ['e', 'h', 'i', 'l', 'o'] set() 42 3 255
# [1, 2, 3] [3, 2, 1] ['a', 'bb'] ['a', 'b'] True True <class 'float'> True
# 1 2 end
# stop None
# made by hand ('made by hand',)
# ---
# construct: str.format, list.append, str.join, str.lower, str.split, str.strip, list.__getitem__
line = '  Hello World  '
words = line.strip().lower().split()
words.append('end')
print('{}'.format(words), ' '.join(words), words.__getitem__(0), 'a,b,,c'.split(','), 'x'.join('abc'), '--'.join([]))
# expect:
# ['hello', 'world', 'end'] hello world end hello ['a', 'b', '', 'c'] axbxc 
# ---
# construct: random.seed, random.randint, random.choice
import random
random.seed(777)
print([random.randint(0, 9) for _ in range(8)], random.choice('abcdef'), [random.choice([1, 2, 3]) for _ in range(5)])
# expect:
# [3, 7, 7, 5, 9, 4, 5, 8] a [2, 3, 3, 3, 2]
# ---
# construct: builtins of Part 2: NotImplementedError, dir, help, str, abs, open, id, min, staticmethod, reversed, round, __name__, float, sum, object, tuple, max
class Base:
    def forward(self): raise NotImplementedError
    @staticmethod
    def twice(x): return 2 * x
try: Base().forward()
except NotImplementedError as error: print(repr(error))
print('forward' in dir(Base), Base.twice(4), str(1.0), abs(-3), min(3, 1), max([4, 2]), list(reversed([1, 2])), round(2.567, 1), round(2.5), __name__, float('1e3'), sum([1, 2], 3), tuple('ab'), id(Base) == id(Base), object() is not None)
# expect:
# NotImplementedError()
# True 8 1.0 3 1 4 [2, 1] 2.6 2 __main__ 1000.0 6 ('a', 'b') True True
# ---
# construct: methods of Part 2: file.write, file.readlines, file.read, dict.values, dict.update, dict.get, dict.items, list.pop, list.reverse, list.remove, list.sort, str.splitlines, string.punctuation
import os, string, tempfile
path = os.path.join(tempfile.mkdtemp(), 'log.txt')
with open(path, 'w') as file: print(file.write('one\ntwo\n'))
with open(path) as file: print(file.readlines())
with open(path, 'a') as file: file.write('three')
with open(path) as file: print(repr(file.read()))
print([line.rstrip() for line in open(path)])
os.remove(path)
d = {'a': 1}; d.update(b=2); d.update({'c': 3})
l = [3, 1, 2]; l.sort(); l.reverse(); last = l.pop(); l.remove(3)
print(list(d.values()), d.get('z'), d.get('z', 0), list(d.items()), l, last, 'a\nb\r\nc'.splitlines(), string.punctuation)
# expect:
# 8
# ['one\n', 'two\n']
# 'one\ntwo\nthree'
# ['one', 'two', 'three']
# [1, 2, 3] None 0 [('a', 1), ('b', 2), ('c', 3)] [2] 1 ['a', 'b', 'c'] !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~
# ---
# construct: modules of Part 2: time.time, math.pi, math.sqrt, math.log10, collections.OrderedDict, collections.Counter, itertools.count, os.makedirs, os.path.exists, re.sub, random.shuffle, random.uniform, random.random, time.sleep, sys.path.insert
import time, math, itertools, os, re, random, sys
from collections import OrderedDict, Counter
start = time.time(); time.sleep(0.001)
print(time.time() > start, math.pi, math.sqrt(2), math.log10(1000), OrderedDict([('a', 1)]), Counter('hello').most_common(2), [next(c) for c in [itertools.count(5)] * 2])
sys.path.insert(0, 'nowhere'); print(sys.path[0])
random.seed(1); items = list(range(6)); random.shuffle(items)
print(items, random.uniform(1, 2), random.random(), re.sub(r'[^a-z ]', '', 'he11o world!'))
# expect:
# True 3.141592653589793 1.4142135623730951 3.0 OrderedDict([('a', 1)]) [('l', 2), ('h', 1)] [5, 6]
# nowhere
# [2, 3, 5, 0, 4, 1] 1.4954350870919408 0.4494910647887381 heo world
# ---
# construct: argparse.ArgumentParser, ArgumentParser.add_argument, ArgumentParser.parse_args
import argparse
parser = argparse.ArgumentParser(description='Training')
parser.add_argument('--epochs', type=int, default=10, metavar='N', help='number of epochs (default: 10)')
parser.add_argument('--lr', type=float, default=0.01)
parser.add_argument('--no-cuda', action='store_true', default=False)
args = parser.parse_args(['--epochs', '3', '--no-cuda'])
print(args, args.epochs + 1, args.no_cuda)
# expect:
# Namespace(epochs=3, lr=0.01, no_cuda=True) 4 True
# ---
# construct: if __name__ == '__main__'
def main(): print('main runs')
if __name__ == '__main__':
    main()
# expect:
# main runs
