extension WrittenModules {
  /// `glob`: path names by patterns.
  static let glob = #"""
    """Path names by patterns."""
    import os as _os
    from fnmatch import fnmatchcase as _matches


    def has_magic(s):
        return any(char in s for char in '*?[')


    def escape(pathname):
        return ''.join(f'[{char}]' if char in '*?[' else char for char in pathname)


    def _names(folder, only_folders=False):
        try:
            names = _os.listdir(folder or '.')
        except OSError:
            return []
        return [name for name in names if not only_folders or _os.path.isdir(_os.path.join(folder, name))]


    def _below(folder, hidden):
        yield ''
        for name in _names(folder):
            if name.startswith('.') and not hidden:
                continue
            yield name
            path = _os.path.join(folder, name)
            if _os.path.isdir(path):
                for rest in _below(path, hidden):
                    if rest:
                        yield _os.path.join(name, rest)


    def _expand(folder, parts, recursive, hidden, root):
        if not parts:
            yield folder
            return
        first, rest = parts[0], parts[1:]
        place = _os.path.join(root, folder) if root else folder
        if recursive and first == '**':
            for name in _below(place, hidden):
                path = _os.path.join(folder, name) if name else folder
                if rest:
                    if _os.path.isdir(_os.path.join(root, path) if path else root or '.'):
                        yield from _expand(path, rest, recursive, hidden, root)
                elif path:
                    yield path if name else _os.path.join(path, '')
            return
        if not has_magic(first):
            path = _os.path.join(folder, first)
            if _os.path.lexists(_os.path.join(root, path)):
                yield from _expand(path, rest, recursive, hidden, root)
            return
        for name in _names(place, bool(rest)):
            if name.startswith('.') and not first.startswith('.') and not hidden:
                continue
            if _matches(name, first):
                yield from _expand(_os.path.join(folder, name), rest, recursive, hidden, root)


    def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
        parts = [part for part in pathname.split('/') if part]
        start = '/' if pathname.startswith('/') else ''
        seen = set()
        for path in _expand(start, parts, recursive, include_hidden, root_dir or ''):
            if pathname.endswith('/') and not path.endswith('/'):
                path += '/'
            if path not in seen:
                seen.add(path)
                yield path


    def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
        return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
    """#
}
