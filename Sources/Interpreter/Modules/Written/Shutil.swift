extension WrittenModules {
  /// `shutil`: copying and removing.
  static let shutil = #"""
    """Operations on files and folders."""
    import os as _os


    class Error(OSError):
        pass


    class SameFileError(Error):
        pass


    def copyfile(src, dst):
        src, dst = _os.fspath(src), _os.fspath(dst)
        if _os.path.exists(dst) and _os.path.abspath(src) == _os.path.abspath(dst):
            raise SameFileError(f'{src!r} and {dst!r} are the same file')
        with open(src, 'rb') as source, open(dst, 'wb') as target:
            target.write(source.read())
        return dst


    def copy(src, dst):
        dst = _os.fspath(dst)
        if _os.path.isdir(dst):
            dst = _os.path.join(dst, _os.path.basename(_os.fspath(src)))
        return copyfile(src, dst)


    copy2 = copy


    def copytree(src, dst, dirs_exist_ok=False):
        src, dst = _os.fspath(src), _os.fspath(dst)
        _os.makedirs(dst, exist_ok=dirs_exist_ok)
        for name in _os.listdir(src):
            one = _os.path.join(src, name)
            (copytree if _os.path.isdir(one) else copy)(one, _os.path.join(dst, name))
        return dst


    def move(src, dst):
        src, dst = _os.fspath(src), _os.fspath(dst)
        if _os.path.isdir(dst):
            dst = _os.path.join(dst, _os.path.basename(src))
        _os.rename(src, dst)
        return dst


    def rmtree(path, ignore_errors=False):
        path = _os.fspath(path)
        try:
            for name in _os.listdir(path):
                one = _os.path.join(path, name)
                if _os.path.isdir(one) and not _os.path.islink(one):
                    rmtree(one, ignore_errors)
                else:
                    _os.remove(one)
            _os.rmdir(path)
        except OSError:
            if not ignore_errors:
                raise


    def which(cmd):
        for folder in _os.environ.get('PATH', '').split(':'):
            path = _os.path.join(folder, cmd)
            if _os.path.isfile(path):
                return path
        return None
    """#
}
