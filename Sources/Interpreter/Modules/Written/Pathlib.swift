extension WrittenModules {
  /// `pathlib`: paths as objects.
  static let pathlib = #"""
    """Paths as objects."""
    import fnmatch as _fnmatch
    import os as _os


    class PurePath:
        def __new__(cls, *parts):
            if cls is PurePath:
                cls = PurePosixPath
            elif cls is Path:
                cls = PosixPath
            return object.__new__(cls)

        def __init__(self, *parts):
            text = ''
            for part in parts:
                text = _os.path.join(text, _os.fspath(part))
            self._root = '/' if text.startswith('/') else ''
            self._names = [name for name in text.split('/') if name and name != '.']

        def _made(self, names, root=None):
            result = type(self).__new__(type(self))
            result._root = self._root if root is None else root
            result._names = list(names)
            return result

        def __str__(self):
            return self._root + '/'.join(self._names) or '.'

        def __fspath__(self):
            return str(self)

        def __repr__(self):
            return f'{type(self).__name__}({str(self)!r})'

        def as_posix(self):
            return str(self)

        def as_uri(self):
            if not self._root:
                raise ValueError("relative path can't be expressed as a file URI")
            return 'file://' + str(self)

        def __bytes__(self):
            return str(self).encode()

        def __eq__(self, other):
            if not isinstance(other, PurePath):
                return NotImplemented
            return str(self) == str(other)

        def __hash__(self):
            return hash(str(self))

        def __lt__(self, other):
            return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

        def __le__(self, other):
            return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

        def __gt__(self, other):
            return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

        def __ge__(self, other):
            return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

        def __truediv__(self, other):
            if not isinstance(other, (str, PurePath)):
                return NotImplemented
            return type(self)(self, other)

        def __rtruediv__(self, other):
            if not isinstance(other, (str, PurePath)):
                return NotImplemented
            return type(self)(other, self)

        def joinpath(self, *others):
            return type(self)(self, *others)

        @property
        def parts(self):
            return tuple(([self._root] if self._root else []) + self._names)

        @property
        def root(self):
            return self._root

        anchor = root
        drive = ''

        @property
        def name(self):
            return self._names[-1] if self._names else ''

        @property
        def suffix(self):
            dot = self.name.rfind('.')
            return self.name[dot:] if 0 < dot < len(self.name) - 1 else ''

        @property
        def suffixes(self):
            if self.name.endswith('.'):
                return []
            return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

        @property
        def stem(self):
            return self.name[:len(self.name) - len(self.suffix)]

        @property
        def parent(self):
            return self._made(self._names[:-1]) if self._names else self

        @property
        def parents(self):
            return tuple(self._made(self._names[:count]) for count in range(len(self._names) - 1, -1, -1))

        def with_name(self, name):
            if not self.name:
                raise ValueError(f'{self!r} has an empty name')
            if not name or '/' in name or name == '.':
                raise ValueError(f'Invalid name {name!r}')
            return self._made(self._names[:-1] + [name])

        def with_stem(self, stem):
            return self.with_name(stem + self.suffix)

        def with_suffix(self, suffix):
            if suffix and not suffix.startswith('.') or suffix == '.' or '/' in suffix:
                raise ValueError(f'Invalid suffix {suffix!r}')
            if not self.name:
                raise ValueError(f'{self!r} has an empty name')
            return self.with_name(self.stem + suffix)

        def is_absolute(self):
            return bool(self._root)

        def is_relative_to(self, *other):
            other = type(self)(*other)
            return self._root == other._root and self._names[:len(other._names)] == other._names

        def relative_to(self, *other):
            base = type(self)(*other)
            if not self.is_relative_to(base):
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is absolute.')
            return self._made(self._names[len(base._names):], '')

        def match(self, pattern):
            parts = [part for part in pattern.split('/') if part]
            if not parts:
                raise ValueError('empty pattern')
            if len(parts) > len(self._names) or pattern.startswith('/') and len(parts) != len(self._names):
                return False
            return all(_fnmatch.fnmatchcase(name, part) for name, part in zip(self._names[::-1], parts[::-1]))


    class PurePosixPath(PurePath):
        pass


    class Path(PurePath):
        @classmethod
        def cwd(cls):
            return cls(_os.getcwd())

        @classmethod
        def home(cls):
            return cls(_os.path.expanduser('~'))

        def exists(self):
            return _os.path.exists(self)

        def is_file(self):
            return _os.path.isfile(self)

        def is_dir(self):
            return _os.path.isdir(self)

        def is_symlink(self):
            return _os.path.islink(self)

        def stat(self):
            return _os.stat(self)

        def samefile(self, other):
            return _os.path.samefile(self, other)

        def absolute(self):
            return self if self._root else type(self)(_os.getcwd(), self)

        def resolve(self, strict=False):
            if strict and not self.exists():
                self.stat()
            return type(self)(_os.path.realpath(self))

        def expanduser(self):
            return type(self)(_os.path.expanduser(str(self)))

        def iterdir(self):
            for name in _os.listdir(self):
                yield self / name

        def glob(self, pattern):
            import glob
            if not pattern:
                raise ValueError(f'Unacceptable pattern: {pattern!r}')
            if pattern.startswith('/'):
                raise NotImplementedError('Non-relative patterns are unsupported')
            for name in glob.iglob(pattern, root_dir=str(self), recursive=True, include_hidden=True):
                yield self / name

        def rglob(self, pattern):
            return self.glob('**/' + pattern)

        def mkdir(self, mode=0o777, parents=False, exist_ok=False):
            try:
                _os.mkdir(self, mode)
            except FileNotFoundError:
                if not parents or self.parent == self:
                    raise
                self.parent.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, parents=False, exist_ok=exist_ok)
            except FileExistsError:
                if not exist_ok or not self.is_dir():
                    raise

        def rmdir(self):
            _os.rmdir(self)

        def unlink(self, missing_ok=False):
            try:
                _os.unlink(self)
            except FileNotFoundError:
                if not missing_ok:
                    raise

        def rename(self, target):
            _os.rename(self, target)
            return type(self)(target)

        def replace(self, target):
            _os.replace(self, target)
            return type(self)(target)

        def touch(self, mode=0o666, exist_ok=True):
            if self.exists():
                if not exist_ok:
                    raise FileExistsError(17, 'File exists', str(self))
                return
            open(self, 'a').close()

        def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
            return open(self, mode, buffering, encoding, errors, newline)

        def read_text(self, encoding=None, errors=None):
            with self.open('r', encoding=encoding, errors=errors) as file:
                return file.read()

        def read_bytes(self):
            with self.open('rb') as file:
                return file.read()

        def write_text(self, data, encoding=None, errors=None, newline=None):
            if not isinstance(data, str):
                raise TypeError(f'data must be str, not {type(data).__name__}')
            with self.open('w', encoding=encoding, errors=errors, newline=newline) as file:
                return file.write(data)

        def write_bytes(self, data):
            with self.open('wb') as file:
                return file.write(data)

        def __enter__(self):
            return self

        def __exit__(self, *exc_info):
            pass


    class PosixPath(Path, PurePosixPath):
        pass
    """#
}
