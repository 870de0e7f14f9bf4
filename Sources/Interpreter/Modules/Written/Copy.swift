extension WrittenModules {
  /// `copy`: shallow and deep copies of objects.
  static let copy = #"""
    """Shallow and deep copies of objects."""


    class Error(Exception):
        pass


    error = Error

    _ATOMS = (type(None), int, float, bool, complex, str, bytes, type, range, slice, type(Ellipsis), type(NotImplemented), type(len), type(lambda: 0))


    def copy(x):
        kind = type(x)
        if isinstance(x, type) or kind in _ATOMS or kind in (tuple, frozenset):
            return x
        if kind in (list, dict, set, bytearray):
            return kind(x)
        method = getattr(kind, '__copy__', None)
        if method is not None:
            return method(x)
        if isinstance(x, dict) and hasattr(kind, 'copy'):
            return x.copy()
        return _rebuild(x, lambda value: value)


    def deepcopy(x, memo=None):
        if memo is None:
            memo = {}
        kind = type(x)
        if isinstance(x, type) or kind in _ATOMS:
            return x
        key = id(x)
        if key in memo:
            return memo[key]
        if kind is list:
            result = []
            memo[key] = result
            for value in x:
                result.append(deepcopy(value, memo))
        elif kind is dict:
            result = {}
            memo[key] = result
            for name, value in x.items():
                result[deepcopy(name, memo)] = deepcopy(value, memo)
        elif kind in (tuple, set, frozenset):
            values = [deepcopy(value, memo) for value in x]
            # A tuple inside itself has been copied meanwhile.
            if key in memo:
                return memo[key]
            if kind is tuple and all(a is b for a, b in zip(values, x)):
                result = x
            else:
                result = kind(values)
        elif kind is bytearray:
            result = bytearray(x)
        else:
            method = getattr(kind, '__deepcopy__', None)
            if method is not None:
                result = method(x, memo)
            else:
                result = _rebuild(x, lambda value: deepcopy(value, memo), memo)
        memo[key] = result
        memo.setdefault(id(memo), []).append(x)
        return result


    def _rebuild(x, part, memo=None):
        kind = type(x)
        reduce = getattr(kind, '__reduce__', None)
        if reduce is not None and reduce is not getattr(object, '__reduce__', None):
            pieces = reduce(x)
            if isinstance(pieces, str):
                return x
            make, arguments = pieces[:2]
            result = make(*[part(value) for value in arguments])
            state = pieces[2] if len(pieces) > 2 else None
            if state:
                _restore(result, part(state))
            return result
        if isinstance(x, BaseException):
            result = kind(*[part(value) for value in x.args])
        elif isinstance(x, dict):
            result = kind.__new__(kind)
            if memo is not None:
                memo[id(x)] = result
            for name, value in dict.items(x):
                dict.__setitem__(result, part(name), part(value))
        elif isinstance(x, list):
            result = kind.__new__(kind)
            if memo is not None:
                memo[id(x)] = result
            for value in list.__iter__(x):
                list.append(result, part(value))
        elif isinstance(x, tuple) and hasattr(x, '_fields'):
            result = kind._make([part(value) for value in x])
        elif isinstance(x, (tuple, set, frozenset)):
            result = kind([part(value) for value in x])
        elif isinstance(x, (int, float, str, bytes)):
            result = kind(x)
        elif type(x).__module__ == 'collections' and hasattr(x, 'copy'):
            result = x.copy()
            values = [part(value) for value in x]
            result.clear()
            result.extend(values)
        elif hasattr(x, '__dict__') or hasattr(kind, '__slots__'):
            result = kind.__new__(kind)
        else:
            raise Error(f'un(deep)copyable object of type {kind}') if memo is not None else Error(f'un(shallow)copyable object of type {kind}')
        if memo is not None:
            memo[id(x)] = result
        get_state = getattr(kind, '__getstate__', None)
        if get_state is not None and get_state is not getattr(object, '__getstate__', None):
            _restore(result, part(get_state(x)))
            return result
        for name, value in getattr(x, '__dict__', {}).items():
            result.__dict__[name] = part(value)
        for base in kind.__mro__:
            for name in base.__dict__.get('__slots__', ()):
                if name != '__dict__' and name not in getattr(x, '__dict__', {}) and hasattr(x, name):
                    object.__setattr__(result, name, part(getattr(x, name)))
        return result


    def _restore(result, state):
        if hasattr(result, '__setstate__'):
            result.__setstate__(state)
        elif state:
            result.__dict__.update(state)
    """#
}
