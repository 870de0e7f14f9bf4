extension WrittenModules {
  /// `collections.abc`: abstract base classes for containers.
  static let collectionsABC = #"""
    """Abstract base classes for containers."""
    from abc import ABCMeta as _ABCMeta, abstractmethod as _abstract


    class _Structural(_ABCMeta):
        """Classes whose instances are recognised by the methods that they have."""

        def __subclasscheck__(cls, subclass):
            names = cls.__dict__.get('_checks')
            if names is not None:
                return cls in subclass.__mro__ or all(getattr(subclass, name, None) is not None for name in names)
            return super().__subclasscheck__(subclass)


    class Hashable(metaclass=_Structural):
        _checks = ('__hash__',)


    class Callable(metaclass=_Structural):
        _checks = ('__call__',)


    class Iterable(metaclass=_Structural):
        _checks = ('__iter__',)


    class Iterator(Iterable):
        _checks = ('__iter__', '__next__')

        def __iter__(self):
            return self


    class Generator(Iterator):
        _checks = ('__iter__', '__next__', 'send', 'throw', 'close')


    class Reversible(Iterable):
        _checks = ('__iter__', '__reversed__')


    class Sized(metaclass=_Structural):
        _checks = ('__len__',)


    class Container(metaclass=_Structural):
        _checks = ('__contains__',)


    class Collection(Sized, Iterable, Container):
        _checks = ('__len__', '__iter__', '__contains__')


    class Sequence(Reversible, Collection):
        def __iter__(self):
            index = 0
            try:
                while True:
                    yield self[index]
                    index += 1
            except IndexError:
                return

        def __contains__(self, value):
            return any(item is value or item == value for item in self)

        def __reversed__(self):
            for index in reversed(range(len(self))):
                yield self[index]

        def index(self, value, start=0, stop=None):
            for position in range(start, len(self) if stop is None else min(stop, len(self))):
                if self[position] is value or self[position] == value:
                    return position
            raise ValueError

        def count(self, value):
            return sum(1 for item in self if item is value or item == value)


    class MutableSequence(Sequence):
        def append(self, value):
            self.insert(len(self), value)

        def extend(self, values):
            for value in list(values):
                self.append(value)

        def pop(self, index=-1):
            value = self[index]
            del self[index]
            return value

        def remove(self, value):
            del self[self.index(value)]

        def clear(self):
            while len(self):
                self.pop()

        def reverse(self):
            items = list(self)[::-1]
            for index, value in enumerate(items):
                self[index] = value

        def __iadd__(self, values):
            self.extend(values)
            return self


    class Set(Collection):
        def __le__(self, other):
            return all(item in other for item in self)

        def __eq__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) == len(other) and self <= other

        __hash__ = None

        @classmethod
        def _from_iterable(cls, items):
            return cls(items)

        def __and__(self, other):
            return self._from_iterable(item for item in other if item in self)

        def __or__(self, other):
            return self._from_iterable(item for items in (self, other) for item in items)

        def __sub__(self, other):
            return self._from_iterable(item for item in self if item not in other)

        def isdisjoint(self, other):
            return not any(item in self for item in other)


    class MutableSet(Set):
        def remove(self, value):
            if value not in self:
                raise KeyError(value)
            self.discard(value)

        def clear(self):
            for item in list(self):
                self.discard(item)


    class Mapping(Collection):
        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

        def __contains__(self, key):
            try:
                self[key]
            except KeyError:
                return False
            return True

        def keys(self):
            return list(self)

        def items(self):
            return [(key, self[key]) for key in self]

        def values(self):
            return [self[key] for key in self]

        def __eq__(self, other):
            if not isinstance(other, Mapping):
                return NotImplemented
            return dict(self.items()) == dict(other.items())

        __hash__ = None


    class MutableMapping(Mapping):
        _missing = object()

        def pop(self, key, default=_missing):
            try:
                value = self[key]
            except KeyError:
                if default is MutableMapping._missing:
                    raise
                return default
            del self[key]
            return value

        def popitem(self):
            for key in self:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError

        def setdefault(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                self[key] = default
            return default

        def clear(self):
            for key in list(self):
                del self[key]

        def update(self, other=(), /, **kw):
            if hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
            for key, value in kw.items():
                self[key] = value


    class MappingView(Sized):
        pass


    class KeysView(MappingView):
        pass


    class ValuesView(MappingView):
        pass


    class ItemsView(MappingView):
        pass


    class ByteString(Sequence):
        pass


    for _kind in (list, tuple, str, range, bytes, bytearray):
        Sequence.register(_kind)
    for _kind in (list, bytearray):
        MutableSequence.register(_kind)
    from collections import deque as _deque
    MutableSequence.register(_deque)
    for _kind in (set, frozenset, type({}.keys()), type({}.items())):
        Set.register(_kind)
    MutableSet.register(set)
    for _kind in (dict, type(type.__dict__)):
        Mapping.register(_kind)
    MutableMapping.register(dict)
    KeysView.register(type({}.keys()))
    ValuesView.register(type({}.values()))
    ItemsView.register(type({}.items()))
    ByteString.register(bytes)
    """#
}
