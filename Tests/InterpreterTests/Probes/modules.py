import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = """
import re, pathlib, contextlib, typing, copy, string, math, types, textwrap, argparse, io, sys, os, operator, random, warnings, heapq, bisect, statistics, abc, time, glob, fnmatch, shutil, tempfile, numbers
from pathlib import *
"""
show(r'''
re.match('a','abc'), re.search('c','abc'), re.match('b','abc'), re.fullmatch('a.c','abc').group(), re.findall('a(b)?','abaa'), re.findall('(a)(b)','abab'), re.split('[,;]','a,b;c'), re.split('(,)','a,b'), re.sub('a','x','banana'), re.subn('a','x','banana',2), re.sub('(b)','<\\1>','abc'), re.sub('(?P<n>b)','<\\g<n>>','abc'), re.sub('b',lambda m: m.group().upper(),'abc'), re.escape('a.b*c'), re.sub('x*','-','abc'), re.split('x*','axbc')
re.match('(a)(b)?','a').groups(), re.match('(a)(b)?','a').groups('z'), re.match('(?P<x>a)','a').groupdict(), re.match('(a)','a').span(1), re.match('a','a').start(), re.match('(a)','a')[1], re.match('(?P<x>a)','a')['x'], re.match('(a)(b)','ab').group(1,2), re.match('(a)','a').lastindex
re.compile('a+',re.I).findall('aAb'), re.compile('a').pattern, re.compile('a',re.I|re.M), re.compile('(?x) a # c').search('a'), re.compile('^b',re.M).findall('a\nb'), re.compile('a.b',re.S).match('a\nb') is not None
re.compile('(')
re.compile(')')
re.compile('[a')
re.compile('a**')
re.compile('*a')
re.compile('(?P<a')
re.compile('(?P<1>a)')
re.compile('(?P<a>b)(?P<a>c)')
re.compile('\\')
re.compile('(?z)')
re.compile('[b-a]')
re.compile('a{2,1}')
re.compile('(?<=a+)b')
re.compile('\\1')
re.compile('(?P=x)')
re.compile('\\q')
re.match('a','a').group(5)
re.match('a','a').group('x')
re.match(1,'a')
re.match('a',1)
re.match('a',b'a')
re.match(b'a','a')
re.match(b'(a)(?P<n>.)',b'ab').groups(), re.findall(b'\\w+',b'ab \xe9 cd'), re.sub(b'a',b'x',b'banana'), re.split(b',',b'a,b'), re.compile(b'a',re.I), re.compile(b'a').pattern, re.search(b'b',b'abc'), re.escape(b'a.b'), re.compile(b'a').flags, re.subn(b'(a)',b'<\\1>',b'aa'), re.sub(b'a',lambda m: m.group()*2,b'ba'), re.match(b'a',b'a').string, [m.span() for m in re.finditer(b'\\d',b'1a2')]
re.sub('a','\\2','a')
re.sub('a','\\g<x>','a')
re.sub('(a)','\\q','a')
[m.group() for m in re.finditer('\\d+','1a22')], re.findall('(?i)A','aA'), re.findall('\\bfoo\\b','foo foobar'), re.findall('a{2,3}','aaaaa'), re.findall('a*?b','aab'), re.findall('(?=a)','aa'), re.findall('(?<!a)b','ab b'), re.findall('[^\\s]+','a b'), re.findall('\\$\\d','$5'), re.sub('(?m)^','> ','a\nb'), re.findall('[\\w.]+@\\w+','x.y@z'), re.findall('(?:ab)+','abab'), re.findall(r'(\w)\1','aabc'), re.findall('a|b|','ab')
re.findall('é','é'), re.findall('\\w','é_1'), re.findall('(?a)\\w','é_1'), re.search('\\d','٣') is not None, re.split('\\W+','Words, words, words.'), re.split('\\W+','Words, words.',1), re.split('(?=b)','abab')
Path('a/b.txt').name, Path('a/b.txt').stem, Path('a/b.tar.gz').suffixes, Path('a/b.txt').suffix, Path('a/b').parent, Path('a')/'b', Path('/a/b').parts, Path('a/../b'), str(Path('.')), Path('/a').is_absolute(), Path('a/b.txt').with_suffix('.md'), Path('a/b.txt').with_name('c'), Path('a/b.txt').with_stem('c'), repr(Path('a')), Path('a')==Path('a/'), Path('a')<Path('b'), list(Path('a/b/c').parents), Path('/a/b').relative_to('/a'), Path('a').joinpath('b','c'), PurePath('a//b'), Path(), Path('a').as_posix(), hash(Path('a'))==hash(Path('a')), 'x'/Path('a'), Path('a.txt').match('*.txt'), os.fspath(Path('a')), Path('/').name, Path('a/b').is_relative_to('a')
Path('/a').relative_to('/b')
Path('a').with_name('')
Path('a').with_suffix('b')
Path(1)
Path('a')/1
Path('/nonexistent').read_text()
Path('/nonexistent').exists(), Path('/').is_dir(), Path('/nonexistent').is_file(), list(Path('/nonexistent').glob('*'))
Path('/nonexistent').stat()
Path('/nonexistent').unlink()
Path('/nonexistent').unlink(missing_ok=True)
list(Path('/nonexistent').iterdir())
math.sqrt(-1)
math.log(0)
math.log(-1)
math.exp(1000)
math.factorial(-1)
math.factorial(1.5)
math.sqrt('a')
math.sqrt()
math.sqrt(1,2)
math.pow(1)
math.gcd(1.5)
math.comb(5,-1)
math.isqrt(-1)
math.acos(2)
math.floor('a')
math.floor(float('nan'))
math.ceil(float('inf'))
math.fsum(['a'])
math.log(10**400), math.sqrt(10**400)
math.sqrt(10**400)
copy.copy([1]), copy.deepcopy([[1]]), copy.copy({1:2}), copy.deepcopy((1,[2])), copy.copy(3), copy.deepcopy(len) is len
string.ascii_letters, string.digits, string.whitespace, string.capwords('a b'), string.Template('$a ${b}').substitute(a=1,b=2), string.Template('$a').safe_substitute(), string.hexdigits, string.octdigits
string.Template('$a').substitute()
string.Template('$').substitute()
string.Formatter().format('{} {a}',1,a=2)
textwrap.dedent('  a\n  b'), textwrap.indent('a\nb','> '), textwrap.wrap('aaa bbb ccc',7), textwrap.fill('aaa bbb',5), textwrap.shorten('hello world foo',12)
types.MappingProxyType({1:2})[3]
types.MappingProxyType({})[1]=2
typing.List[int], typing.Optional[int], typing.Union[int,str], typing.Dict[str,int], typing.Callable[[int],str], typing.Any, typing.Tuple[int,...], typing.Union[int], typing.Optional[None], list[int], dict[str,int], int|None, typing.Literal['a',1], typing.TypeVar('T'), typing.Type[int], typing.Iterable[int], typing.ClassVar[int], typing.get_type_hints(lambda: 0), typing.cast(int,'a'), typing.NamedTuple('N',[('a',int)])(1), tuple[int,...], type[int], list[int]|None, typing.get_origin(list[int]), typing.get_args(dict[str,int])
exec("class N(typing.NamedTuple):\n  a: int\n  b: str = 'x'\nprint(N(1), N._fields, N(1).b)")
exec("class T(typing.TypedDict):\n  a: int\nprint(T(a=1))")
exec("class Pr(typing.Protocol):\n  def f(self): ...\nPr()")
statistics.mean([])
heapq.heappop([])
h=[3,1,2]; heapq.heapify(h); print(heapq.heappop(h), heapq.heappushpop(h,0), heapq.heapreplace(h,5), h)
l=[1,3]; bisect.insort(l,2); print(l)
random.seed(1); print(random.random(), random.sample(range(10),3), random.choices('ab',k=3), random.gauss(0,1), random.shuffle([1]), random.randrange(10), random.uniform(1,2), random.getrandbits(10), random.triangular(), random.betavariate(1,2), random.expovariate(1), random.normalvariate(0,1), random.randbytes(2))
''', SETTING)
# expect:
# re.match('a','abc'), re.search('c','abc'), re.match('b','abc'), re.fullmatch('a.c','abc').group(), re.findall('a(b)?','abaa'), re.findall('(a)(b)','abab'), re.split('[,;]','a,b;c'), re.split('(,)','a,b'), re.sub('a','x','banana'), re.subn('a','x','banana',2), re.sub('(b)','<\\1>','abc'), re.sub('(?P<n>b)','<\\g<n>>','abc'), re.sub('b',lambda m: m.group().upper(),'abc'), re.escape('a.b*c'), re.sub('x*','-','abc'), re.split('x*','axbc') => (<re.Match object; span=(0, 1), match='a'>, <re.Match object; span=(2, 3), match='c'>, None, 'abc', ['b', '', ''], [('a', 'b'), ('a', 'b')], ['a', 'b', 'c'], ['a', ',', 'b'], 'bxnxnx', ('bxnxna', 2), 'a<b>c', 'a<b>c', 'aBc', 'a\\.b\\*c', '-a-b-c-', ['', 'a', '', 'b', 'c', ''])
# re.match('(a)(b)?','a').groups(), re.match('(a)(b)?','a').groups('z'), re.match('(?P<x>a)','a').groupdict(), re.match('(a)','a').span(1), re.match('a','a').start(), re.match('(a)','a')[1], re.match('(?P<x>a)','a')['x'], re.match('(a)(b)','ab').group(1,2), re.match('(a)','a').lastindex => (('a', None), ('a', 'z'), {'x': 'a'}, (0, 1), 0, 'a', 'a', ('a', 'b'), 1)
# re.compile('a+',re.I).findall('aAb'), re.compile('a').pattern, re.compile('a',re.I|re.M), re.compile('(?x) a # c').search('a'), re.compile('^b',re.M).findall('a\nb'), re.compile('a.b',re.S).match('a\nb') is not None => (['aA'], 'a', re.compile('a', re.IGNORECASE|re.MULTILINE), <re.Match object; span=(0, 1), match='a'>, ['b'], True)
# re.compile('(') => error missing ), unterminated subpattern at position 0
# re.compile(')') => error unbalanced parenthesis at position 0
# re.compile('[a') => error unterminated character set at position 0
# re.compile('a**') => error multiple repeat at position 2
# re.compile('*a') => error nothing to repeat at position 0
# re.compile('(?P<a') => error missing >, unterminated name at position 4
# re.compile('(?P<1>a)') => error bad character in group name '1' at position 4
# re.compile('(?P<a>b)(?P<a>c)') => error redefinition of group name 'a' as group 2; was group 1 at position 12
# re.compile('\\') => error bad escape (end of pattern) at position 0
# re.compile('(?z)') => error unknown extension ?z at position 1
# re.compile('[b-a]') => error bad character range b-a at position 1
# re.compile('a{2,1}') => error min repeat greater than max repeat at position 2
# re.compile('(?<=a+)b') => error look-behind requires fixed-width pattern
# re.compile('\\1') => error invalid group reference 1 at position 1
# re.compile('(?P=x)') => error unknown group name 'x' at position 4
# re.compile('\\q') => error bad escape \q at position 0
# re.match('a','a').group(5) => IndexError no such group
# re.match('a','a').group('x') => IndexError no such group
# re.match(1,'a') => TypeError first argument must be string or compiled pattern
# re.match('a',1) => TypeError expected string or bytes-like object, got 'int'
# re.match('a',b'a') => TypeError cannot use a string pattern on a bytes-like object
# re.match(b'a','a') => TypeError cannot use a bytes pattern on a string-like object
# re.match(b'(a)(?P<n>.)',b'ab').groups(), re.findall(b'\\w+',b'ab \xe9 cd'), re.sub(b'a',b'x',b'banana'), re.split(b',',b'a,b'), re.compile(b'a',re.I), re.compile(b'a').pattern, re.search(b'b',b'abc'), re.escape(b'a.b'), re.compile(b'a').flags, re.subn(b'(a)',b'<\\1>',b'aa'), re.sub(b'a',lambda m: m.group()*2,b'ba'), re.match(b'a',b'a').string, [m.span() for m in re.finditer(b'\\d',b'1a2')] => ((b'a', b'b'), [b'ab', b'cd'], b'bxnxnx', [b'a', b'b'], re.compile(b'a', re.IGNORECASE), b'a', <re.Match object; span=(1, 2), match=b'b'>, b'a\\.b', 0, (b'<a><a>', 2), b'baa', b'a', [(0, 1), (2, 3)])
# re.sub('a','\\2','a') => error invalid group reference 2 at position 1
# re.sub('a','\\g<x>','a') => IndexError unknown group name 'x'
# re.sub('(a)','\\q','a') => error bad escape \q at position 0
# [m.group() for m in re.finditer('\\d+','1a22')], re.findall('(?i)A','aA'), re.findall('\\bfoo\\b','foo foobar'), re.findall('a{2,3}','aaaaa'), re.findall('a*?b','aab'), re.findall('(?=a)','aa'), re.findall('(?<!a)b','ab b'), re.findall('[^\\s]+','a b'), re.findall('\\$\\d','$5'), re.sub('(?m)^','> ','a\nb'), re.findall('[\\w.]+@\\w+','x.y@z'), re.findall('(?:ab)+','abab'), re.findall(r'(\w)\1','aabc'), re.findall('a|b|','ab') => (['1', '22'], ['a', 'A'], ['foo'], ['aaa', 'aa'], ['aab'], ['', ''], ['b'], ['a', 'b'], ['$5'], '> a\n> b', ['x.y@z'], ['abab'], ['a'], ['a', 'b', ''])
# re.findall('é','é'), re.findall('\\w','é_1'), re.findall('(?a)\\w','é_1'), re.search('\\d','٣') is not None, re.split('\\W+','Words, words, words.'), re.split('\\W+','Words, words.',1), re.split('(?=b)','abab') => (['é'], ['é', '_', '1'], ['_', '1'], True, ['Words', 'words', 'words', ''], ['Words', 'words.'], ['a', 'ba', 'b'])
# Path('a/b.txt').name, Path('a/b.txt').stem, Path('a/b.tar.gz').suffixes, Path('a/b.txt').suffix, Path('a/b').parent, Path('a')/'b', Path('/a/b').parts, Path('a/../b'), str(Path('.')), Path('/a').is_absolute(), Path('a/b.txt').with_suffix('.md'), Path('a/b.txt').with_name('c'), Path('a/b.txt').with_stem('c'), repr(Path('a')), Path('a')==Path('a/'), Path('a')<Path('b'), list(Path('a/b/c').parents), Path('/a/b').relative_to('/a'), Path('a').joinpath('b','c'), PurePath('a//b'), Path(), Path('a').as_posix(), hash(Path('a'))==hash(Path('a')), 'x'/Path('a'), Path('a.txt').match('*.txt'), os.fspath(Path('a')), Path('/').name, Path('a/b').is_relative_to('a') => ('b.txt', 'b', ['.tar', '.gz'], '.txt', PosixPath('a'), PosixPath('a/b'), ('/', 'a', 'b'), PosixPath('a/../b'), '.', True, PosixPath('a/b.md'), PosixPath('a/c'), PosixPath('a/c.txt'), "PosixPath('a')", True, True, [PosixPath('a/b'), PosixPath('a'), PosixPath('.')], PosixPath('b'), PosixPath('a/b/c'), PurePosixPath('a/b'), PosixPath('.'), 'a', True, PosixPath('x/a'), True, 'a', '', True)
# Path('/a').relative_to('/b') => ValueError '/a' is not in the subpath of '/b' OR one path is relative and the other is absolute.
# Path('a').with_name('') => ValueError Invalid name ''
# Path('a').with_suffix('b') => ValueError Invalid suffix 'b'
# Path(1) => TypeError expected str, bytes or os.PathLike object, not int
# Path('a')/1 => TypeError unsupported operand type(s) for /: 'PosixPath' and 'int'
# Path('/nonexistent').read_text() => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# Path('/nonexistent').exists(), Path('/').is_dir(), Path('/nonexistent').is_file(), list(Path('/nonexistent').glob('*')) => (False, True, False, [])
# Path('/nonexistent').stat() => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# Path('/nonexistent').unlink() => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# Path('/nonexistent').unlink(missing_ok=True) => None
# list(Path('/nonexistent').iterdir()) => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# math.sqrt(-1) => ValueError math domain error
# math.log(0) => ValueError math domain error
# math.log(-1) => ValueError math domain error
# math.exp(1000) => OverflowError math range error
# math.factorial(-1) => ValueError factorial() not defined for negative values
# math.factorial(1.5) => TypeError 'float' object cannot be interpreted as an integer
# math.sqrt('a') => TypeError must be real number, not str
# math.sqrt() => TypeError math.sqrt() takes exactly one argument (0 given)
# math.sqrt(1,2) => TypeError math.sqrt() takes exactly one argument (2 given)
# math.pow(1) => TypeError pow expected 2 arguments, got 1
# math.gcd(1.5) => TypeError 'float' object cannot be interpreted as an integer
# math.comb(5,-1) => ValueError k must be a non-negative integer
# math.isqrt(-1) => ValueError isqrt() argument must be nonnegative
# math.acos(2) => ValueError math domain error
# math.floor('a') => TypeError must be real number, not str
# math.floor(float('nan')) => ValueError cannot convert float NaN to integer
# math.ceil(float('inf')) => OverflowError cannot convert float infinity to integer
# math.fsum(['a']) => TypeError must be real number, not str
# math.log(10**400), math.sqrt(10**400) => OverflowError int too large to convert to float
# math.sqrt(10**400) => OverflowError int too large to convert to float
# copy.copy([1]), copy.deepcopy([[1]]), copy.copy({1:2}), copy.deepcopy((1,[2])), copy.copy(3), copy.deepcopy(len) is len => ([1], [[1]], {1: 2}, (1, [2]), 3, True)
# string.ascii_letters, string.digits, string.whitespace, string.capwords('a b'), string.Template('$a ${b}').substitute(a=1,b=2), string.Template('$a').safe_substitute(), string.hexdigits, string.octdigits => ('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', ' \t\n\r\x0b\x0c', 'A B', '1 2', '$a', '0123456789abcdefABCDEF', '01234567')
# string.Template('$a').substitute() => KeyError 'a'
# string.Template('$').substitute() => ValueError Invalid placeholder in string: line 1, col 1
# string.Formatter().format('{} {a}',1,a=2) => '1 2'
# textwrap.dedent('  a\n  b'), textwrap.indent('a\nb','> '), textwrap.wrap('aaa bbb ccc',7), textwrap.fill('aaa bbb',5), textwrap.shorten('hello world foo',12) => ('a\nb', '> a\n> b', ['aaa bbb', 'ccc'], 'aaa\nbbb', 'hello [...]')
# types.MappingProxyType({1:2})[3] => KeyError 3
# types.MappingProxyType({})[1]=2 => TypeError 'mappingproxy' object does not support item assignment
# typing.List[int], typing.Optional[int], typing.Union[int,str], typing.Dict[str,int], typing.Callable[[int],str], typing.Any, typing.Tuple[int,...], typing.Union[int], typing.Optional[None], list[int], dict[str,int], int|None, typing.Literal['a',1], typing.TypeVar('T'), typing.Type[int], typing.Iterable[int], typing.ClassVar[int], typing.get_type_hints(lambda: 0), typing.cast(int,'a'), typing.NamedTuple('N',[('a',int)])(1), tuple[int,...], type[int], list[int]|None, typing.get_origin(list[int]), typing.get_args(dict[str,int]) => (typing.List[int], typing.Optional[int], typing.Union[int, str], typing.Dict[str, int], typing.Callable[[int], str], typing.Any, typing.Tuple[int, ...], <class 'int'>, <class 'NoneType'>, list[int], dict[str, int], int | None, typing.Literal['a', 1], ~T, typing.Type[int], typing.Iterable[int], typing.ClassVar[int], {}, 'a', N(a=1), tuple[int, ...], type[int], list[int] | None, <class 'list'>, (<class 'str'>, <class 'int'>))
# N(a=1, b='x') ('a', 'b') x
# exec("class N(typing.NamedTuple):\n  a: int\n  b: str = 'x'\nprint(N(1), N._fields, N(1).b)") => None
# {'a': 1}
# exec("class T(typing.TypedDict):\n  a: int\nprint(T(a=1))") => None
# exec("class Pr(typing.Protocol):\n  def f(self): ...\nPr()") => TypeError Protocols cannot be instantiated
# statistics.mean([]) => StatisticsError mean requires at least one data point
# heapq.heappop([]) => IndexError index out of range
# 1 0 2 [3, 5]
# h=[3,1,2]; heapq.heapify(h); print(heapq.heappop(h), heapq.heappushpop(h,0), heapq.heapreplace(h,5), h) => done
# [1, 2, 3]
# l=[1,3]; bisect.insort(l,2); print(l) => done
# 0.13436424411240122 [1, 4, 9] ['a', 'a', 'b'] 0.10696137854395661 None 0 1.893317042557635 399 0.4651704353809759 0.9618059456508167 1.2784809726425779 1.217481808649941 b's7'
# random.seed(1); print(random.random(), random.sample(range(10),3), random.choices('ab',k=3), random.gauss(0,1), random.shuffle([1]), random.randrange(10), random.uniform(1,2), random.getrandbits(10), random.triangular(), random.betavariate(1,2), random.expovariate(1), random.normalvariate(0,1), random.randbytes(2)) => done
# ---
import warnings; warnings.simplefilter("ignore")
# Each line is evaluated, or else executed, and shown with its value or its exception.
def show(text, setting=''):
    for line in text.strip().split('\n'):
        names = {'__name__': '__main__'}
        exec(setting, names)
        try:
            try: code = eval(line, names)
            except SyntaxError: exec(line, names); print(line, '=> done'); continue
            print(line, '=>', repr(code))
        except BaseException as error: print(line, '=>', type(error).__name__, error)
SETTING = """
import re, pathlib, contextlib, typing, copy, string, math, types, textwrap, argparse, io, sys, os, operator, random, warnings, heapq, bisect, statistics, abc, time, glob, fnmatch, shutil, tempfile, numbers
from pathlib import *
"""
show(r'''
random.choice([])
random.randint(2,1)
random.randrange(0)
random.sample([1],2)
random.sample({1},1)
random.choices([])
os.path.join('a','/b'), os.path.split('/a/b'), os.path.splitext('a.b.c'), os.path.basename('/a/b/'), os.path.dirname('/a/b'), os.path.normpath('a/../b//c'), os.path.isabs('/a'), os.path.commonprefix(['abc','abd']), os.path.relpath('/a/b','/a/c'), os.path.expanduser('x'), os.sep, os.path.commonpath(['/a/b','/a/c']), os.linesep
os.remove('/nonexistent')
os.listdir('/nonexistent')
os.path.join(1)
os.path.getsize('/nonexistent')
sys.setrecursionlimit(-1)
sys.setrecursionlimit('a')
time.sleep(-1)
io.StringIO('a\nb').readlines(), io.StringIO('abc').read(2), io.BytesIO(b'ab').read(), list(io.StringIO('a\nb')), io.StringIO().write('abc'), io.StringIO('abc').seek(1)
s=io.StringIO(); print('x',file=s); print(repr(s.getvalue()), s.tell(), s.closed)
io.StringIO(1)
io.StringIO().write(1)
s=io.StringIO(); s.close(); s.read()
io.BytesIO('a')
io.UnsupportedOperation
warnings.warn('x',5)
fnmatch.fnmatch('a.txt','*.txt'), fnmatch.filter(['a','b'],'a'), glob.glob('/nonexistent/*')
exec("@contextlib.contextmanager\ndef f():\n  print('in')\n  try: yield 5\n  finally: print('out')\nwith f() as x: print(x)")
exec("@contextlib.contextmanager\ndef f():\n  yield 1\n  yield 2\nwith f(): pass")
exec("@contextlib.contextmanager\ndef f():\n  if 0: yield\nwith f(): pass")
exec("with contextlib.suppress(ValueError): int('a')\nprint('ok')")
exec("s=io.StringIO()\nwith contextlib.redirect_stdout(s): print('hi')\nprint(repr(s.getvalue()))")
exec("with contextlib.closing(io.StringIO()) as s: pass\nprint(s.closed)")
exec("with contextlib.ExitStack() as st:\n  st.callback(print,'cb')\n  st.enter_context(contextlib.nullcontext(3))\n  print('body')")
exec("with contextlib.nullcontext(5) as x: print(x)")
exec("class A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\nA()")
exec("class A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\n  @property\n  @abc.abstractmethod\n  def g(self): pass\nA()")
exec("class A(abc.ABC):\n  pass\nA.register(int)\nprint(isinstance(1,A))")
isinstance([],__import__('collections').abc.Sequence), isinstance({}, __import__('collections').abc.Mapping), isinstance(1,numbers.Number), isinstance(len,__import__('collections').abc.Callable), issubclass(int,numbers.Integral), isinstance(iter([]),__import__('collections').abc.Iterator)
''', SETTING)
# expect:
# random.choice([]) => IndexError Cannot choose from an empty sequence
# random.randint(2,1) => ValueError empty range for randrange() (2, 2, 0)
# random.randrange(0) => ValueError empty range for randrange()
# random.sample([1],2) => ValueError Sample larger than population or is negative
# random.sample({1},1) => TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# random.choices([]) => IndexError list index out of range
# os.path.join('a','/b'), os.path.split('/a/b'), os.path.splitext('a.b.c'), os.path.basename('/a/b/'), os.path.dirname('/a/b'), os.path.normpath('a/../b//c'), os.path.isabs('/a'), os.path.commonprefix(['abc','abd']), os.path.relpath('/a/b','/a/c'), os.path.expanduser('x'), os.sep, os.path.commonpath(['/a/b','/a/c']), os.linesep => ('/b', ('/a', 'b'), ('a.b', '.c'), '', '/a', 'b/c', True, 'ab', '../b', 'x', '/', '/a', '\n')
# os.remove('/nonexistent') => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# os.listdir('/nonexistent') => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# os.path.join(1) => TypeError expected str, bytes or os.PathLike object, not int
# os.path.getsize('/nonexistent') => FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# sys.setrecursionlimit(-1) => ValueError recursion limit must be greater or equal than 1
# sys.setrecursionlimit('a') => TypeError 'str' object cannot be interpreted as an integer
# time.sleep(-1) => ValueError sleep length must be non-negative
# io.StringIO('a\nb').readlines(), io.StringIO('abc').read(2), io.BytesIO(b'ab').read(), list(io.StringIO('a\nb')), io.StringIO().write('abc'), io.StringIO('abc').seek(1) => (['a\n', 'b'], 'ab', b'ab', ['a\n', 'b'], 3, 1)
# 'x\n' 2 False
# s=io.StringIO(); print('x',file=s); print(repr(s.getvalue()), s.tell(), s.closed) => done
# io.StringIO(1) => TypeError initial_value must be str or None, not int
# io.StringIO().write(1) => TypeError string argument expected, got 'int'
# s=io.StringIO(); s.close(); s.read() => ValueError I/O operation on closed file
# io.BytesIO('a') => TypeError a bytes-like object is required, not 'str'
# io.UnsupportedOperation => <class 'io.UnsupportedOperation'>
# warnings.warn('x',5) => TypeError category must be a Warning subclass, not 'int'
# fnmatch.fnmatch('a.txt','*.txt'), fnmatch.filter(['a','b'],'a'), glob.glob('/nonexistent/*') => (True, ['a'], [])
# in
# 5
# out
# exec("@contextlib.contextmanager\ndef f():\n  print('in')\n  try: yield 5\n  finally: print('out')\nwith f() as x: print(x)") => None
# exec("@contextlib.contextmanager\ndef f():\n  yield 1\n  yield 2\nwith f(): pass") => RuntimeError generator didn't stop
# exec("@contextlib.contextmanager\ndef f():\n  if 0: yield\nwith f(): pass") => RuntimeError generator didn't yield
# ok
# exec("with contextlib.suppress(ValueError): int('a')\nprint('ok')") => None
# 'hi\n'
# exec("s=io.StringIO()\nwith contextlib.redirect_stdout(s): print('hi')\nprint(repr(s.getvalue()))") => None
# True
# exec("with contextlib.closing(io.StringIO()) as s: pass\nprint(s.closed)") => None
# body
# cb
# exec("with contextlib.ExitStack() as st:\n  st.callback(print,'cb')\n  st.enter_context(contextlib.nullcontext(3))\n  print('body')") => None
# 5
# exec("with contextlib.nullcontext(5) as x: print(x)") => None
# exec("class A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\nA()") => TypeError Can't instantiate abstract class A with abstract method f
# exec("class A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\n  @property\n  @abc.abstractmethod\n  def g(self): pass\nA()") => TypeError Can't instantiate abstract class A with abstract methods f, g
# True
# exec("class A(abc.ABC):\n  pass\nA.register(int)\nprint(isinstance(1,A))") => None
# isinstance([],__import__('collections').abc.Sequence), isinstance({}, __import__('collections').abc.Mapping), isinstance(1,numbers.Number), isinstance(len,__import__('collections').abc.Callable), issubclass(int,numbers.Integral), isinstance(iter([]),__import__('collections').abc.Iterator) => (True, True, True, True, True, True)
