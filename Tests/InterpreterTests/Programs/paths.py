from pathlib import *
import os, tempfile
p = Path('/usr/local/lib/x.tar.gz'); print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents), p.anchor, p.is_absolute(), p.with_suffix('.zip'), p.with_name('y'), p.with_stem('q'), p.relative_to('/usr'), p / 'a' / '../b', Path('a') / '/b', Path('a//b/./c'), Path(), Path('a', 'b'), p.as_posix(), p.as_uri(), Path('~').expanduser() == Path.home(), str(PurePosixPath('a/b').joinpath('c', 'd')), p.match('*.gz'), Path('a') < Path('b'), Path('a') == Path('a'), hash(Path('a')) == hash(Path('a')), '/x' / Path('y'), p.root, p.drive, os.fspath(p), PurePath('x'), p.is_relative_to('/usr'))
for f in [lambda: p.relative_to('/etc'), lambda: p.with_name(''), lambda: Path('/').with_suffix('.x'), lambda: p.with_suffix('x'), lambda: Path(1), lambda: Path('/nope').read_text(), lambda: Path('/nope').stat(), lambda: Path('/nope').unlink(), lambda: p / 1, lambda: Path('/nope/x').mkdir(), lambda: list(Path('/nope').iterdir())]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with tempfile.TemporaryDirectory() as d:
    d = Path(d); (d / 's' / 't').mkdir(parents=True); (d / 's').mkdir(exist_ok=True); f = d / 's' / 'a.txt'; print(f.write_text('héllo\nworld'), f.read_text(), f.read_bytes(), f.exists(), f.is_file(), d.is_dir(), f.stat().st_size, sorted(x.name for x in (d / 's').iterdir()), [x.name for x in d.rglob('*.txt')], [x.name for x in d.glob('*/*.txt')])
    with f.open('a') as h: h.write('!')
    with f.open() as h: print(h.readlines(), h.read(), h.closed, h.mode)
    try: (d / 's').mkdir()
    except FileExistsError as e: print(e.errno, e.strerror)
    f.rename(d / 'b.txt'); print(f.exists(), (d / 'b.txt').exists()); (d / 'b.txt').unlink(); (d / 'b.txt').unlink(missing_ok=True); (d / 'q').touch(); (d / 's' / 't').rmdir(); print(os.listdir(d / 's'), sorted(os.listdir(d)))
    print(os.path.join('a', 'b', '/c', 'd'), os.path.splitext('a.b.c'), os.path.basename('/a/b/'), os.path.dirname('/a/b'), os.path.split('/a/b'), os.path.normpath('a//b/../c'), os.path.isabs('/a'), os.path.commonpath(['/a/b', '/a/c']), os.path.commonprefix(['abc', 'abd']), os.path.relpath('/a/b', '/a/c'), os.path.expanduser('x'), os.sep, os.linesep, os.getcwd() == os.path.abspath('.'), os.environ.get('NOPE'), os.path.exists('/nope'), os.name)
    for r, ds, fs in os.walk(d): print(len(r) > 0, ds, fs)
    try: os.remove(d / 'zz')
    except FileNotFoundError as e: print(e.errno, e.filename == str(d / 'zz'))
    os.makedirs(d / 'm/n', exist_ok=True); print(os.path.isdir(d / 'm/n'), os.getenv('HOME') is not None); import shutil; shutil.rmtree(d / 'm'); print(os.path.exists(d / 'm')); shutil.copy(d / 'q', d / 'q2'); print(sorted(os.listdir(d)))
# expect:
# /usr/local/lib/x.tar.gz PosixPath('/usr/local/lib/x.tar.gz') x.tar.gz x.tar .gz ['.tar', '.gz'] /usr/local/lib ('/', 'usr', 'local', 'lib', 'x.tar.gz') [PosixPath('/usr/local/lib'), PosixPath('/usr/local'), PosixPath('/usr'), PosixPath('/')] / True /usr/local/lib/x.tar.zip /usr/local/lib/y /usr/local/lib/q.gz local/lib/x.tar.gz /usr/local/lib/x.tar.gz/a/../b /b a/b/c . a/b /usr/local/lib/x.tar.gz file:///usr/local/lib/x.tar.gz True a/b/c/d True True True True /x/y /  /usr/local/lib/x.tar.gz x True
# ValueError '/usr/local/lib/x.tar.gz' is not in the subpath of '/etc' OR one path is relative and the other is absolute.
# ValueError Invalid name ''
# ValueError PosixPath('/') has an empty name
# ValueError Invalid suffix 'x'
# TypeError expected str, bytes or os.PathLike object, not int
# FileNotFoundError [Errno 2] No such file or directory: '/nope'
# FileNotFoundError [Errno 2] No such file or directory: '/nope'
# FileNotFoundError [Errno 2] No such file or directory: '/nope'
# TypeError unsupported operand type(s) for /: 'PosixPath' and 'int'
# FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# FileNotFoundError [Errno 2] No such file or directory: '/nope'
# 11 héllo
# world b'h\xc3\xa9llo\nworld' True True True 12 ['a.txt', 't'] ['a.txt'] ['a.txt']
# ['héllo\n', 'world!']  False r
# 17 File exists
# False True
# [] ['q', 's']
# /c/d ('a.b', '.c')  /a ('/a', 'b') a/c True /a ab ../b x / 
#  True None False posix
# True ['s'] ['q']
# True [] []
# 2 True
# True True
# False
# ['q', 'q2', 's']
