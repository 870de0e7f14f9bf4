extension WrittenModules {
  /// `_collections_user`: `ChainMap`, and the containers to derive from of `collections`, each around a plain one in `data`.
  static let collectionsUser = #"""
    from collections.abc import MutableMapping, MutableSequence, Sequence


    class ChainMap(MutableMapping):
        def __init__(self, *maps):
            self.maps = list(maps) or [{}]

        def __missing__(self, key):
            raise KeyError(key)

        def __getitem__(self, key):
            for mapping in self.maps:
                try:
                    return mapping[key]
                except KeyError:
                    pass
            return self.__missing__(key)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def _merged(self):
            merged = {}
            for mapping in reversed(self.maps):
                merged.update(dict.fromkeys(mapping))
            return merged

        def __len__(self):
            return len(self._merged())

        def __iter__(self):
            return iter(self._merged())

        def __contains__(self, key):
            return any(key in mapping for mapping in self.maps)

        def __bool__(self):
            return any(self.maps)

        def __repr__(self):
            return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'

        @classmethod
        def fromkeys(cls, iterable, *args):
            return cls(dict.fromkeys(iterable, *args))

        def copy(self):
            return self.__class__(self.maps[0].copy(), *self.maps[1:])

        __copy__ = copy

        def new_child(self, m=None, **kwargs):
            if m is None:
                m = kwargs
            elif kwargs:
                m.update(kwargs)
            return self.__class__(m, *self.maps)

        @property
        def parents(self):
            return self.__class__(*self.maps[1:])

        def __setitem__(self, key, value):
            self.maps[0][key] = value

        def __delitem__(self, key):
            try:
                del self.maps[0][key]
            except KeyError:
                raise KeyError(f'Key not found in the first mapping: {key!r}')

        def popitem(self):
            try:
                return self.maps[0].popitem()
            except KeyError:
                raise KeyError('No keys found in the first mapping.')

        def pop(self, key, *args):
            try:
                return self.maps[0].pop(key, *args)
            except KeyError:
                raise KeyError(f'Key not found in the first mapping: {key!r}')

        def clear(self):
            self.maps[0].clear()

        def __ior__(self, other):
            self.maps[0].update(other)
            return self

        def __or__(self, other):
            if not hasattr(other, 'keys'):
                return NotImplemented
            made = self.copy()
            made.maps[0].update(other)
            return made

        def __ror__(self, other):
            if not hasattr(other, 'keys'):
                return NotImplemented
            merged = dict(other)
            for child in reversed(self.maps):
                merged.update(child)
            return self.__class__(merged)


    class UserDict(MutableMapping):
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            if dict is not None:
                self.update(dict)
            if kwargs:
                self.update(kwargs)

        def __len__(self):
            return len(self.data)

        def __getitem__(self, key):
            if key in self.data:
                return self.data[key]
            if hasattr(type(self), '__missing__'):
                return type(self).__missing__(self, key)
            raise KeyError(key)

        def __setitem__(self, key, item):
            self.data[key] = item

        def __delitem__(self, key):
            del self.data[key]

        def __iter__(self):
            return iter(self.data)

        def __contains__(self, key):
            return key in self.data

        def __repr__(self):
            return repr(self.data)

        def __eq__(self, other):
            return dict(self.items()) == (dict(other.items()) if hasattr(other, 'items') else other)

        def __or__(self, other):
            return self.__class__(self.data | (other.data if isinstance(other, UserDict) else other))

        def __ior__(self, other):
            self.data |= other.data if isinstance(other, UserDict) else other
            return self

        def copy(self):
            made = self.__class__()
            made.__dict__.update(self.__dict__)
            made.data = self.data.copy()
            return made

        @classmethod
        def fromkeys(cls, iterable, value=None):
            made = cls()
            for key in iterable:
                made[key] = value
            return made


    class UserList(MutableSequence):
        def __init__(self, initlist=None):
            self.data = list(initlist.data if isinstance(initlist, UserList) else initlist) if initlist is not None else []

        def _plain(self, other):
            return other.data if isinstance(other, UserList) else other

        def __repr__(self):
            return repr(self.data)

        def __lt__(self, other):
            return self.data < self._plain(other)

        def __le__(self, other):
            return self.data <= self._plain(other)

        def __eq__(self, other):
            return self.data == self._plain(other)

        def __gt__(self, other):
            return self.data > self._plain(other)

        def __ge__(self, other):
            return self.data >= self._plain(other)

        def __contains__(self, item):
            return item in self.data

        def __len__(self):
            return len(self.data)

        def __getitem__(self, i):
            return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

        def __setitem__(self, i, item):
            self.data[i] = item

        def __delitem__(self, i):
            del self.data[i]

        def __add__(self, other):
            return self.__class__(self.data + list(self._plain(other)))

        def __radd__(self, other):
            return self.__class__(list(self._plain(other)) + self.data)

        def __iadd__(self, other):
            self.data += list(self._plain(other))
            return self

        def __mul__(self, n):
            return self.__class__(self.data * n)

        __rmul__ = __mul__

        def append(self, item):
            self.data.append(item)

        def insert(self, i, item):
            self.data.insert(i, item)

        def pop(self, i=-1):
            return self.data.pop(i)

        def remove(self, item):
            self.data.remove(item)

        def clear(self):
            self.data.clear()

        def copy(self):
            return self.__class__(self)

        def count(self, item):
            return self.data.count(item)

        def index(self, item, *args):
            return self.data.index(item, *args)

        def reverse(self):
            self.data.reverse()

        def sort(self, /, *args, **kwds):
            self.data.sort(*args, **kwds)

        def extend(self, other):
            self.data.extend(self._plain(other))


    def _plain(value):
        return value.data if isinstance(value, UserString) else value


    class UserString(Sequence):
        def __init__(self, seq):
            self.data = str(_plain(seq))

        def __str__(self):
            return self.data

        def __repr__(self):
            return repr(self.data)

        def __int__(self):
            return int(self.data)

        def __float__(self):
            return float(self.data)

        def __hash__(self):
            return hash(self.data)

        def __len__(self):
            return len(self.data)

        def __contains__(self, char):
            return _plain(char) in self.data

        def __getitem__(self, index):
            return self.__class__(self.data[index])

        def __eq__(self, other):
            return self.data == _plain(other)

        def __lt__(self, other):
            return self.data < _plain(other)

        def __le__(self, other):
            return self.data <= _plain(other)

        def __gt__(self, other):
            return self.data > _plain(other)

        def __ge__(self, other):
            return self.data >= _plain(other)

        def __add__(self, other):
            return self.__class__(self.data + str(_plain(other)))

        def __radd__(self, other):
            return self.__class__(str(_plain(other)) + self.data)

        def __mul__(self, n):
            return self.__class__(self.data * n)

        __rmul__ = __mul__

        def __mod__(self, args):
            return self.__class__(self.data % args)

        def __format__(self, spec):
            return format(self.data, spec)


    def _wrapped(name, makes):
        method = getattr(str, name)

        def call(self, *args, **kwargs):
            result = method(self.data, *map(_plain, args), **{key: _plain(value) for key, value in kwargs.items()})
            return self.__class__(result) if makes else result
        call.__name__ = name
        return call


    for _name in ('capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase '
                  'title translate upper zfill').split():
        setattr(UserString, _name, _wrapped(_name, True))
    for _name in ('count encode endswith find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower '
                  'isnumeric isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit split splitlines '
                  'startswith').split():
        setattr(UserString, _name, _wrapped(_name, False))
    UserString.maketrans = str.maketrans
    """#
}
