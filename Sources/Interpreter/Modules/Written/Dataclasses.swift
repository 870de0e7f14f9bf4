extension WrittenModules {
  /// `dataclasses`: classes that mainly hold data.
  static let dataclasses = #"""
    """Classes that mainly hold data."""
    from types import MappingProxyType as _Proxy


    class FrozenInstanceError(AttributeError):
        pass


    class _Missing:
        def __repr__(self):
            return '<dataclasses._MISSING_TYPE object>'


    MISSING = _Missing()


    class KW_ONLY:
        pass


    class InitVar:
        def __init__(self, type):
            self.type = type

        def __class_getitem__(cls, type):
            return InitVar(type)

        def __repr__(self):
            return f'dataclasses.InitVar[{getattr(self.type, "__name__", self.type)}]'


    class Field:
        __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', '_kind')

        def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
            self.name = None
            self.type = None
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr
            self.hash = hash
            self.compare = compare
            self.metadata = metadata or {}
            self.kw_only = kw_only
            self._kind = 'field'

        def __repr__(self):
            return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},'
                    f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},'
                    f'metadata=mappingproxy({self.metadata!r}),kw_only={self.kw_only!r},_field_type={self._kind})')


    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError('cannot specify both default and default_factory')
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


    def _is_named(annotation, name):
        if isinstance(annotation, str):
            return annotation.split('[')[0].split('.')[-1] == name
        shown = repr(annotation)
        return shown.split('[')[0].split('.')[-1] == name


    def _collect(cls, kw_only):
        fields = {}
        for base in cls.__mro__[-1:0:-1]:
            for name, one in getattr(base, '__dataclass_fields__', {}).items():
                fields[name] = one
        only = kw_only
        own = []
        for name, annotation in cls.__dict__.get('__annotations__', {}).items():
            if annotation is KW_ONLY or _is_named(annotation, 'KW_ONLY'):
                only = True
                continue
            default = getattr(cls, name, MISSING)
            if isinstance(default, Field):
                one = default
            else:
                one = field(default=default)
            one.name, one.type = name, annotation
            if _is_named(annotation, 'ClassVar'):
                one._kind = 'classvar'
            elif isinstance(annotation, InitVar) or _is_named(annotation, 'InitVar'):
                one._kind = 'initvar'
            if one.kw_only is MISSING:
                one.kw_only = only
            if one._kind == 'field' and getattr(type(one.default), '__hash__', None) is None:
                raise ValueError(f'mutable default {type(one.default)} for field {name} is not allowed: use default_factory')
            if isinstance(default, Field):
                if one.default is MISSING:
                    if name in cls.__dict__:
                        delattr(cls, name)
                else:
                    setattr(cls, name, one.default)
            fields[name] = one
            own.append(name)
        for name, value in list(cls.__dict__.items()):
            if isinstance(value, Field) and name not in own:
                raise TypeError(f'{name!r} is a field but has no type annotation')
        return fields


    def _has_default(one):
        return one.default is not MISSING or one.default_factory is not MISSING


    def _make_init(cls, fields, frozen):
        taken = [one for one in fields.values() if one.init and one._kind in ('field', 'initvar')]
        standard = [one for one in taken if not one.kw_only]
        seen = None
        for one in standard:
            if _has_default(one):
                seen = one
            elif seen is not None:
                raise TypeError(f'non-default argument {one.name!r} follows default argument')
        names = {'_fields': fields, '_MISSING': MISSING, '_FACTORY': object(), '_set': object.__setattr__}
        parameters = ['self']
        for group in (standard, [one for one in taken if one.kw_only]):
            if group and group[0].kw_only:
                parameters.append('*')
            for one in group:
                if one.default is not MISSING:
                    names[f'_default_{one.name}'] = one.default
                    parameters.append(f'{one.name}=_default_{one.name}')
                elif one.default_factory is not MISSING:
                    parameters.append(f'{one.name}=_FACTORY')
                else:
                    parameters.append(one.name)
        lines = []
        for one in fields.values():
            if one._kind != 'field':
                continue
            if one.default_factory is not MISSING:
                names[f'_factory_{one.name}'] = one.default_factory
                value = f'_factory_{one.name}()'
                if one.init:
                    value = f'{value} if {one.name} is _FACTORY else {one.name}'
            elif one.init:
                value = one.name
            elif one.default is not MISSING and not frozen:
                continue
            elif one.default is not MISSING:
                names[f'_default_{one.name}'] = one.default
                value = f'_default_{one.name}'
            else:
                continue
            lines.append(f'_set(self, {one.name!r}, {value})' if frozen else f'self.{one.name} = {value}')
        if hasattr(cls, '__post_init__'):
            extra = ', '.join(one.name for one in fields.values() if one._kind == 'initvar')
            lines.append(f'self.__post_init__({extra})')
        source = f"def __init__({', '.join(parameters)}):\n" + ''.join(f'    {line}\n' for line in lines or ['pass'])
        exec(source, names)
        function = names['__init__']
        function.__qualname__ = f'{cls.__qualname__}.__init__'
        return function


    def _signature(fields):
        parts = []
        taken = [one for one in fields.values() if one.init and one._kind in ('field', 'initvar')]
        for only in (False, True):
            group = [one for one in taken if one.kw_only is only]
            if only and group:
                parts.append('*')
            for one in group:
                annotation = one.type.type if isinstance(one.type, InitVar) else one.type
                text = annotation.__name__ if type(annotation) is type else repr(annotation)
                default = '<factory>' if one.default_factory is not MISSING else repr(one.default)
                parts.append(f'{one.name}: {text} = {default}' if _has_default(one) else f'{one.name}: {text}')
        return f"({', '.join(parts)})"


    def _shown(fields):
        return [one.name for one in fields.values() if one.repr and one._kind == 'field']


    def _compared(fields):
        return [one.name for one in fields.values() if one.compare and one._kind == 'field']


    def _make_repr(fields):
        names = _shown(fields)
        active = set()

        def __repr__(self):
            if id(self) in active:
                return '...'
            active.add(id(self))
            try:
                return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"
            finally:
                active.discard(id(self))
        return __repr__


    def _make_comparisons(cls, fields, order):
        names = _compared(fields)

        def values(self):
            return tuple(getattr(self, name) for name in names)

        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return values(self) == values(other)
            return NotImplemented
        made = {'__eq__': __eq__}
        if order:
            def add(name, compare):
                def method(self, other):
                    if other.__class__ is self.__class__:
                        return compare(values(self), values(other))
                    return NotImplemented
                method.__name__ = name
                made[name] = method
            add('__lt__', lambda a, b: a < b)
            add('__le__', lambda a, b: a <= b)
            add('__gt__', lambda a, b: a > b)
            add('__ge__', lambda a, b: a >= b)
        return made


    def _make_hash(fields):
        names = [one.name for one in fields.values() if one._kind == 'field' and (one.compare if one.hash is None else one.hash)]
        return lambda self: hash(tuple(getattr(self, name) for name in names))


    def _freeze(cls, fields):
        def __setattr__(self, name, value):
            if type(self) is cls or name in fields:
                raise FrozenInstanceError(f'cannot assign to field {name!r}')
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in fields:
                raise FrozenInstanceError(f'cannot delete field {name!r}')
            super(cls, self).__delattr__(name)
        for function in (__setattr__, __delattr__):
            if function.__name__ in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')
            setattr(cls, function.__name__, function)


    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
                  kw_only=False, slots=False, weakref_slot=False):
        def process(cls):
            for base in cls.__mro__[1:]:
                settings = base.__dict__.get('__dataclass_params__')
                if settings is not None and settings['frozen'] != frozen:
                    raise TypeError('cannot inherit frozen dataclass from a non-frozen one' if frozen else
                                    'cannot inherit non-frozen dataclass from a frozen one')
            if order and not eq:
                raise ValueError('eq must be true if order is true')
            fields = _collect(cls, kw_only)
            cls.__dataclass_fields__ = fields
            cls.__dataclass_params__ = {'frozen': frozen, 'eq': eq, 'order': order}
            own_hash = cls.__dict__.get('__hash__', MISSING)
            has_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
            if init:
                cls.__init__ = _make_init(cls, fields, frozen)
            if repr and '__repr__' not in cls.__dict__:
                cls.__repr__ = _make_repr(fields)
                cls.__repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
            if eq:
                for name, function in _make_comparisons(cls, fields, order).items():
                    if name != '__eq__' and name in cls.__dict__:
                        raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
                    if name not in cls.__dict__:
                        setattr(cls, name, function)
            if frozen:
                _freeze(cls, fields)
            if unsafe_hash or eq and frozen and not has_hash:
                cls.__hash__ = _make_hash(fields)
            elif eq and not has_hash:
                cls.__hash__ = None
            if match_args and '__match_args__' not in cls.__dict__:
                cls.__match_args__ = tuple(one.name for one in fields.values() if one.init and not one.kw_only and one._kind == 'field')
            if cls.__doc__ is None:
                cls.__doc__ = cls.__name__ + _signature(fields)
            if slots:
                if '__slots__' in cls.__dict__:
                    raise TypeError(f'{cls.__name__} already specifies __slots__')
                cls.__slots__ = tuple(one.name for one in fields.values() if one._kind == 'field')
            return cls
        return process if cls is None else process(cls)


    def fields(class_or_instance):
        found = getattr(class_or_instance, '__dataclass_fields__', None)
        if found is None:
            raise TypeError('must be called with a dataclass type or instance')
        return tuple(one for one in found.values() if one._kind == 'field')


    def is_dataclass(obj):
        return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


    def _inner(value, make):
        if is_dataclass(value) and not isinstance(value, type):
            return make(value)
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return type(value)(*[_inner(item, make) for item in value])
        if isinstance(value, (list, tuple)):
            return type(value)([_inner(item, make) for item in value])
        if isinstance(value, dict):
            return type(value)([(_inner(key, make), _inner(item, make)) for key, item in value.items()])
        import copy
        return copy.deepcopy(value)


    def asdict(obj, *, dict_factory=dict):
        if not is_dataclass(obj) or isinstance(obj, type):
            raise TypeError('asdict() should be called on dataclass instances')
        return dict_factory([(one.name, _inner(getattr(obj, one.name), lambda x: asdict(x, dict_factory=dict_factory))) for one in fields(obj)])


    def astuple(obj, *, tuple_factory=tuple):
        if not is_dataclass(obj) or isinstance(obj, type):
            raise TypeError('astuple() should be called on dataclass instances')
        return tuple_factory([_inner(getattr(obj, one.name), lambda x: astuple(x, tuple_factory=tuple_factory)) for one in fields(obj)])


    def replace(obj, /, **changes):
        if not is_dataclass(obj) or isinstance(obj, type):
            raise TypeError('replace() should be called on dataclass instances')
        for one in type(obj).__dataclass_fields__.values():
            if one._kind == 'classvar':
                continue
            if not one.init:
                if one.name in changes:
                    raise ValueError(f'field {one.name} is declared with init=False, it cannot be specified with replace()')
                continue
            if one.name not in changes:
                if one._kind == 'initvar' and one.default is MISSING:
                    raise ValueError(f'InitVar {one.name!r} must be specified with replace()')
                changes[one.name] = getattr(obj, one.name)
        return type(obj)(**changes)


    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **settings):
        body = dict(namespace or {})
        annotations = {}
        for item in fields:
            if isinstance(item, str):
                annotations[item] = object
            else:
                annotations[item[0]] = item[1]
                if len(item) == 3:
                    body[item[0]] = item[2]
        body['__annotations__'] = annotations
        return dataclass(type(cls_name, bases, body), **settings)
    """#
}
