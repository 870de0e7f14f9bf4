from pathlib import Path, PurePath
p = Path('/usr/lib/python3.11/os.py')
print(p, repr(p), p.name, p.stem, p.suffix, p.parent, p.parts, p.parents[1], p.with_suffix('.txt'), p.with_name('x'), p.relative_to('/usr'), p.is_absolute(), str(p / 'a' / '../b'), Path('a') / 'b', Path('a', 'b', '/c'), Path('.'), Path(''), Path('a/./b//c'), 'x' / Path('y'))
print(Path('a') == Path('a'), Path('a') < Path('b'), hash(Path('a')) == hash(Path('a')), p.match('*.py'), Path('/nonexistent').exists(), Path('a.b').with_stem('c'), Path('x').joinpath('y', 'z'), p.as_posix(), [str(x) for x in Path('a/b/c').parents])
Path('a').relative_to('b')  # raises: ValueError: 'a' is not in the subpath of 'b' OR one path is relative and the other is absolute.
# expect:
# /usr/lib/python3.11/os.py PosixPath('/usr/lib/python3.11/os.py') os.py os .py /usr/lib/python3.11 ('/', 'usr', 'lib', 'python3.11', 'os.py') /usr/lib /usr/lib/python3.11/os.txt /usr/lib/python3.11/x lib/python3.11/os.py True /usr/lib/python3.11/os.py/a/../b a/b /c . . a/b/c x/y
# True True True True False c.b x/y/z /usr/lib/python3.11/os.py ['a/b', 'a', '.']
