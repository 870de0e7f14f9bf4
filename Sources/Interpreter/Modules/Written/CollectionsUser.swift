extension WrittenModules {
  /// `_collections_user`: the `UserDict` and `UserList` of `collections`, containers to derive from, around a plain one in `data`.
  static let collectionsUser = #"""
    from collections.abc import MutableMapping, MutableSequence


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
    """#
}
