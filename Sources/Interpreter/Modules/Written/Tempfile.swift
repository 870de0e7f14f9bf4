extension WrittenModules {
  /// `tempfile`: names and folders that no one else has.
  static let tempfile = #"""
    """Temporary files and folders."""
    import os as _os
    import random as _random

    tempdir = None
    _names = _random.Random()


    def gettempdir():
        return tempdir or _os.environ.get('TMPDIR') or '/tmp'


    def mktemp(suffix='', prefix='tmp', dir=None):
        while True:
            name = ''.join(_names.choice('abcdefghijklmnopqrstuvwxyz0123456789_') for _ in range(8))
            path = _os.path.join(dir or gettempdir(), f'{prefix}{name}{suffix}')
            if not _os.path.exists(path):
                return path


    def mkdtemp(suffix='', prefix='tmp', dir=None):
        path = mktemp(suffix or '', prefix or 'tmp', dir)
        _os.mkdir(path)
        return path


    class TemporaryDirectory:
        def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
            self.name = mkdtemp(suffix, prefix, dir)

        def __repr__(self):
            return f'<TemporaryDirectory {self.name!r}>'

        def __enter__(self):
            return self.name

        def __exit__(self, kind, value, traceback):
            self.cleanup()

        def cleanup(self):
            import shutil
            shutil.rmtree(self.name, ignore_errors=True)


    class _Deleting:
        def __init__(self, file, delete):
            self.file, self.name, self.delete = file, file.name, delete

        def __getattr__(self, name):
            return getattr(self.file, name)

        def __iter__(self):
            return iter(self.file)

        def __enter__(self):
            return self

        def __exit__(self, kind, value, traceback):
            self.close()

        def close(self):
            self.file.close()
            if self.delete and _os.path.exists(self.name):
                _os.remove(self.name)


    def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True):
        return _Deleting(open(mktemp(suffix or '', prefix or 'tmp', dir), mode, encoding=encoding, newline=newline), delete)


    TemporaryFile = NamedTemporaryFile
    """#
}
