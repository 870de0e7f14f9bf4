extension WrittenModules {
  /// `typing`: names for annotations. Annotations are kept, not enforced.
  static let typing = #"""
    """Names for annotations. Annotations are kept, not enforced."""
    import collections as _collections
    import collections.abc as _abc

    TYPE_CHECKING = False


    def _shown(item):
        if isinstance(item, type):
            return item.__qualname__ if item.__module__ == 'builtins' else f'{item.__module__}.{item.__qualname__}'
        if item is Ellipsis:
            return '...'
        if isinstance(item, list):
            return '[' + ', '.join(_shown(part) for part in item) + ']'
        if isinstance(item, tuple) and not item:
            return '()'
        return repr(item)


    class _Alias:
        def __init__(self, form, arguments):
            self._form = form
            self.__origin__ = form._origin
            self.__args__ = arguments
            self.__parameters__ = tuple(item for item in arguments if isinstance(item, TypeVar))

        def __repr__(self):
            arguments = self.__args__
            if self._form._name == 'Union' and len(arguments) == 2 and type(None) in arguments:
                other = arguments[0] if arguments[1] is type(None) else arguments[1]
                return f'typing.Optional[{_shown(other)}]'
            if self._form._name == 'Callable' and arguments and arguments[0] is not Ellipsis:
                parameters = ', '.join(_shown(item) for item in arguments[:-1])
                return f'typing.Callable[[{parameters}], {_shown(arguments[-1])}]'
            return f"{self._form!r}[{', '.join(map(_shown, arguments))}]"

        def __eq__(self, other):
            if not isinstance(other, _Alias):
                return NotImplemented
            if self._form._name == 'Union':
                return self._form is other._form and set(self.__args__) == set(other.__args__)
            return self._form is other._form and self.__args__ == other.__args__

        def __hash__(self):
            return hash((self._form._name, tuple(sorted(map(repr, self.__args__)))))

        def __call__(self, *args, **kw):
            if self.__origin__ is None:
                raise TypeError(f'Type {self._form._name} cannot be instantiated; use {self._form._name.lower()}() instead')
            return self.__origin__(*args, **kw)

        def __getitem__(self, items):
            items = items if isinstance(items, tuple) else (items,)
            chosen = dict(zip(self.__parameters__, items))
            return self._form[tuple(chosen.get(item, item) for item in self.__args__)]

        def __instancecheck__(self, instance):
            if self._form._name == 'Union':
                return isinstance(instance, self.__args__)
            raise TypeError('Subscripted generics cannot be used with class and instance checks')

        def __or__(self, other):
            return Union[self, other]

        __ror__ = __or__

        def __mro_entries__(self, bases):
            return (self.__origin__,) if isinstance(self.__origin__, type) else ()


    class _Form:
        def __init__(self, name, origin=None):
            self._name = name
            self._origin = origin
            self.__origin__ = origin

        def __repr__(self):
            return 'typing.' + self._name

        def __getitem__(self, items):
            items = items if isinstance(items, tuple) else (items,)
            items = tuple(type(None) if item is None else item for item in items)
            if self._name == 'Optional':
                return Union[items[0], None]
            if self._name == 'Union':
                flat = []
                for item in items:
                    parts = item.__args__ if isinstance(item, _Alias) and item._form is Union else (item,)
                    flat += [part for part in parts if part not in flat]
                if len(flat) == 1:
                    return flat[0]
                items = tuple(flat)
            if self._name == 'Callable':
                items = (*items[0], *items[1:]) if isinstance(items[0], list) else items
            return _Alias(self, items)

        def __call__(self, *args, **kw):
            if isinstance(self._origin, type):
                return self._origin(*args, **kw)
            raise TypeError(f'Cannot instantiate typing.{self._name}')

        def __instancecheck__(self, instance):
            if self._origin is None:
                raise TypeError(f'typing.{self._name} cannot be used with isinstance()')
            return isinstance(instance, self._origin)

        def __or__(self, other):
            return Union[self, other]

        __ror__ = __or__

        def __mro_entries__(self, bases):
            return (self._origin,) if isinstance(self._origin, type) else ()


    class _AnyType(type):
        def __repr__(cls):
            return 'typing.Any' if cls.__name__ == 'Any' else super().__repr__()


    class Any(metaclass=_AnyType):
        def __new__(cls, *args, **kw):
            if cls is Any:
                raise TypeError('Any cannot be instantiated')
            return super().__new__(cls)


    Union = _Form('Union')
    Optional = _Form('Optional')
    Literal = _Form('Literal')
    ClassVar = _Form('ClassVar')
    Final = _Form('Final')
    Annotated = _Form('Annotated')
    Concatenate = _Form('Concatenate')
    TypeGuard = _Form('TypeGuard')
    Required = _Form('Required')
    NotRequired = _Form('NotRequired')
    Unpack = _Form('Unpack')
    NoReturn = _Form('NoReturn')
    Never = _Form('Never')
    Self = _Form('Self')
    LiteralString = _Form('LiteralString')
    TypeAlias = _Form('TypeAlias')
    AnyStr = None

    List, Dict, Set, FrozenSet, Tuple, Type = (
        _Form('List', list), _Form('Dict', dict), _Form('Set', set), _Form('FrozenSet', frozenset), _Form('Tuple', tuple), _Form('Type', type))
    DefaultDict = _Form('DefaultDict', _collections.defaultdict)
    OrderedDict = _Form('OrderedDict', _collections.OrderedDict)
    Counter = _Form('Counter', _collections.Counter)
    Deque = _Form('Deque', _collections.deque)
    ChainMap = _Form('ChainMap', _collections.ChainMap)
    for _name in ('Callable', 'Iterable', 'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence',
                  'MutableSequence', 'MutableSet', 'Mapping', 'MutableMapping', 'Hashable', 'KeysView', 'ValuesView', 'ItemsView', 'ByteString'):
        globals()[_name] = _Form(_name, getattr(_abc, _name))
    AbstractSet = _Form('AbstractSet', _abc.Set)
    Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, ContextManager, AsyncContextManager = (
        _Form(name) for name in ('Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'ContextManager',
                                 'AsyncContextManager'))
    Text = str


    class TypeVar:
        def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
            self.__name__ = name
            self.__constraints__ = constraints
            self.__bound__ = bound
            self.__covariant__ = covariant
            self.__contravariant__ = contravariant

        def __repr__(self):
            return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

        def __or__(self, other):
            return Union[self, other]

        __ror__ = __or__


    class ParamSpec(TypeVar):
        @property
        def args(self):
            return self

        @property
        def kwargs(self):
            return self


    class TypeVarTuple(TypeVar):
        def __iter__(self):
            yield self


    AnyStr = TypeVar('AnyStr', bytes, str)


    class Generic:
        def __class_getitem__(cls, items):
            items = items if isinstance(items, tuple) else (items,)
            if cls is Generic:
                return _GenericBase(items)
            return _ClassAlias(cls, items)


    class _GenericBase:
        def __init__(self, items):
            self.__args__ = self.__parameters__ = items
            self.__origin__ = Generic

        def __repr__(self):
            return f"typing.Generic[{', '.join(map(repr, self.__args__))}]"

        def __mro_entries__(self, bases):
            return (Generic,)


    class _ClassAlias:
        def __init__(self, origin, items):
            self.__origin__ = origin
            self.__args__ = items

        def __repr__(self):
            return f"{_shown(self.__origin__)}[{', '.join(map(_shown, self.__args__))}]"

        def __call__(self, *args, **kw):
            return self.__origin__(*args, **kw)

        def __getattr__(self, name):
            return getattr(self.__origin__, name)

        def __mro_entries__(self, bases):
            return (self.__origin__,)

        def __eq__(self, other):
            return isinstance(other, _ClassAlias) and (self.__origin__, self.__args__) == (other.__origin__, other.__args__)

        def __hash__(self):
            return hash((self.__origin__, self.__args__))


    class _ProtocolType(type):
        def __call__(cls, *args, **kw):
            if Protocol in cls.__bases__:
                raise TypeError('Protocols cannot be instantiated')
            return super().__call__(*args, **kw)

        def __instancecheck__(cls, instance):
            if cls.__dict__.get('_is_runtime'):
                return all(hasattr(instance, name) for name in _protocol_names(cls))
            return super().__instancecheck__(instance)


    def _protocol_names(cls):
        names = set()
        for base in cls.__mro__:
            if base not in (object, Generic, Protocol):
                names.update(name for name in base.__dict__ if not name.startswith('_') or name in ('__call__', '__len__', '__iter__'))
                names.update(base.__dict__.get('__annotations__', {}))
        return names


    class Protocol(Generic, metaclass=_ProtocolType):
        pass


    class SupportsFloat(Protocol):
        _is_runtime = True

        def __float__(self):
            ...


    class SupportsInt(Protocol):
        _is_runtime = True

        def __int__(self):
            ...


    def runtime_checkable(cls):
        cls._is_runtime = True
        return cls


    class _NamedTupleMeta(type):
        def __new__(mcls, name, bases, namespace):
            fields = namespace.get('__annotations__', {})
            if bases == ():
                return super().__new__(mcls, name, bases, namespace)
            defaults = []
            for field in fields:
                if field in namespace:
                    defaults.append(namespace[field])
                elif defaults:
                    raise TypeError(f'Non-default namedtuple field {field} cannot follow default field')
            base = _collections.namedtuple(name, list(fields), defaults=defaults, module=namespace.get('__module__'))
            rest = {key: value for key, value in namespace.items() if key not in fields}
            return type(name, (base,), {'__slots__': (), **rest})


    class _NamedTupleBase(metaclass=_NamedTupleMeta):
        pass


    class _NamedTupleMaker:
        def __call__(self, typename, fields=(), /, **kw):
            fields = list(fields) or list(kw.items())
            base = _collections.namedtuple(typename, [name for name, _ in fields])
            return type(typename, (base,), {'__slots__': (), '__annotations__': dict(fields)})

        def __mro_entries__(self, bases):
            return (_NamedTupleBase,)


    NamedTuple = _NamedTupleMaker()


    class _TypedDictMeta(type):
        def __new__(mcls, name, bases, namespace, total=True):
            cls = super().__new__(mcls, name, (dict,), {key: value for key, value in namespace.items()})
            cls.__total__ = total
            return cls

        def __instancecheck__(cls, instance):
            raise TypeError('TypedDict does not support instance and class checks')


    class _TypedDictMaker:
        def __call__(self, typename, fields=(), /, *, total=True, **kw):
            return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kw)}, total=total)

        def __mro_entries__(self, bases):
            return (_TypedDictBase,)


    class _TypedDictBase(dict, metaclass=_TypedDictMeta):
        def __new__(cls, *args, **kw):
            return dict(*args, **kw)


    TypedDict = _TypedDictMaker()


    def NewType(name, tp):
        def new_type(value):
            return value
        new_type.__name__ = new_type.__qualname__ = name
        new_type.__supertype__ = tp
        return new_type


    def cast(typ, val):
        return val


    def overload(func):
        return func


    def final(func):
        return func


    def no_type_check(func):
        return func


    def override(func):
        return func


    def assert_never(value):
        raise AssertionError(f'Expected code to be unreachable, but got: {value!r}')


    def assert_type(value, typ):
        return value


    def reveal_type(value):
        return value


    def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
        hints = {}
        if isinstance(obj, type):
            for base in reversed(obj.__mro__):
                hints.update(base.__dict__.get('__annotations__', {}))
        else:
            hints.update(getattr(obj, '__annotations__', {}))
        names = dict(getattr(obj, '__globals__', {}), **(globalns or {}))
        return {name: type(None) if hint is None else eval(hint, names, localns or {}) if isinstance(hint, str) else hint
                for name, hint in hints.items()}


    def get_origin(tp):
        return Union if isinstance(tp, _Alias) and tp._form is Union else getattr(tp, '__origin__', None)


    def get_args(tp):
        return getattr(tp, '__args__', ())
    """#
}
