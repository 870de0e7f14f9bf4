extension WrittenModules {
  /// `enum`: enumerations.
  static let enumeration = #"""
    """Enumerations."""


    class auto:
        def __init__(self, value=None):
            self.value = value


    class _Namespace(dict):
        """The names of an enumeration's body, with its members in order."""

        def __init__(self, name, start):
            super().__init__()
            self._name = name
            self._members = []
            self._ignored = []
            self._values = []
            self._start = start

        def __setitem__(self, key, value):
            if key == '_ignore_':
                self._ignored = value.split() if isinstance(value, str) else list(value)
            elif key.startswith('_') and key.endswith('_') or key in self._ignored:
                pass
            elif hasattr(value, '__get__') and not isinstance(value, auto):
                pass
            else:
                if key in self._members:
                    raise TypeError(f'{key!r} already defined as {self[key]!r}')
                if isinstance(value, auto):
                    value = self._next(key)
                elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
                    value = tuple(self._next(key) if isinstance(part, auto) else part for part in value)
                self._members.append(key)
                self._values.append(value)
            super().__setitem__(key, value)

        def _next(self, key):
            function = self.get('_generate_next_value_')
            if function is None:
                function = self._start
            function = getattr(function, '__func__', function)
            return function(key, 1, len(self._values), list(self._values))


    class EnumType(type):
        @classmethod
        def __prepare__(mcls, name, bases, **kw):
            start = None
            for base in bases:
                start = start or getattr(base, '_generate_next_value_', None)
                if getattr(base, '_member_names_', None):
                    raise TypeError(f'<enum {name!r}> cannot extend {base!r}')
            return _Namespace(name, start or (lambda name, start, count, values: count + 1))

        def __new__(mcls, name, bases, namespace, **kw):
            members = list(getattr(namespace, '_members', ()))
            values = {key: namespace[key] for key in members}
            plain = {key: value for key, value in namespace.items() if key not in values and key != '_ignore_'}
            own_new = plain.pop('__new__', None)
            cls = super().__new__(mcls, name, bases, plain, **kw)
            data = None
            for base in cls.__mro__[1:]:
                if not isinstance(base, EnumType) and base is not object:
                    data = data or base
            if data is not None and not hasattr(data, '__int__') and data not in (str, bytes, tuple, float) and '__new__' not in data.__dict__:
                mixin_data = None
            else:
                mixin_data = data
            cls._member_names_ = []
            cls._member_map_ = {}
            cls._value2member_map_ = {}
            cls._data_type_ = mixin_data
            if mixin_data is not None and 'Enum' in globals() and not issubclass(cls, ReprEnum):
                for method in ('__repr__', '__str__', '__format__'):
                    if method not in plain and getattr(cls, method) is getattr(mixin_data, method, None):
                        type.__setattr__(cls, method, getattr(Flag if issubclass(cls, Flag) else Enum, method))
            if own_new is not None:
                cls._own_new_ = staticmethod(own_new)
            made = own_new or getattr(cls, '_own_new_', None)
            for key in members:
                value = values[key]
                arguments = value if isinstance(value, tuple) and mixin_data is not tuple else (value,)
                if made is not None:
                    member = getattr(made, '__func__', made)(cls, *arguments)
                    if not hasattr(member, '_value_'):
                        member._value_ = value
                elif mixin_data is not None:
                    member = mixin_data.__new__(cls, *arguments)
                    member._value_ = mixin_data(*arguments) if len(arguments) > 1 or isinstance(value, tuple) else value
                    if mixin_data is str and not isinstance(value, tuple):
                        member._value_ = str(value)
                else:
                    member = object.__new__(cls)
                    member._value_ = value
                member._name_ = key
                member._sort_order_ = len(cls._member_names_)
                if '__init__' in cls.__dict__ or any('__init__' in base.__dict__ for base in cls.__mro__ if isinstance(base, EnumType) and base.__module__ != 'enum'):
                    member.__init__(*arguments)
                alias = None
                for known in cls._member_map_.values():
                    if known._value_ == member._value_:
                        alias = known
                        break
                if alias is not None:
                    member = alias
                elif not _is_flag(cls) or _is_single_bit(member._value_):
                    cls._member_names_.append(key)
                cls._member_map_[key] = member
                try:
                    cls._value2member_map_.setdefault(member._value_, member)
                except TypeError:
                    pass
                type.__setattr__(cls, key, member)
            return cls

        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
            if names is None:
                return cls.__new_member__(value)
            return cls._create_(value, names, type, start)

        def __new_member__(cls, value):
            if isinstance(value, cls):
                return value
            try:
                if value in cls._value2member_map_:
                    return cls._value2member_map_[value]
            except TypeError:
                for member in cls._member_map_.values():
                    if member._value_ == value:
                        return member
            result = cls._missing_(value)
            if isinstance(result, cls):
                return result
            if result is None:
                raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')

        def _create_(cls, name, names, mixin, start):
            bases = (cls,) if mixin is None else (mixin, cls)
            namespace = type(cls).__prepare__(name, bases)
            if isinstance(names, str):
                names = names.replace(',', ' ').split()
            if isinstance(names, dict):
                names = list(names.items())
            for index, item in enumerate(names):
                if isinstance(item, str):
                    item = item, (2 ** index * start if _is_flag(cls) else index + start)
                namespace[item[0]] = item[1]
            return type(cls)(name, bases, namespace)

        def __iter__(cls):
            return iter([cls._member_map_[name] for name in cls._member_names_])

        def __reversed__(cls):
            return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

        def __len__(cls):
            return len(cls._member_names_)

        def __bool__(cls):
            return True

        def __contains__(cls, member):
            if not isinstance(member, Enum):
                raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and '{type(cls).__qualname__}'")
            return isinstance(member, cls) and member._name_ in cls._member_map_

        def __getitem__(cls, name):
            return cls._member_map_[name]

        def __repr__(cls):
            return f'<flag {cls.__name__!r}>' if _is_flag(cls) else f'<enum {cls.__name__!r}>'

        def __getattr__(cls, name):
            raise AttributeError(name)

        def __setattr__(cls, name, value):
            if name in cls.__dict__.get('_member_map_', ()):
                raise AttributeError(f'cannot reassign member {name!r}')
            type.__setattr__(cls, name, value)

        def __delattr__(cls, name):
            if name in cls.__dict__.get('_member_map_', ()):
                raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
            type.__delattr__(cls, name)

        @property
        def __members__(cls):
            from types import MappingProxyType
            return MappingProxyType(cls._member_map_)


    EnumMeta = EnumType
    Flag = None


    def _is_flag(cls):
        return Flag is not None and Flag in cls.__mro__


    def _is_single_bit(value):
        return isinstance(value, int) and value > 0 and value & (value - 1) == 0


    class property(property):
        pass


    class Enum(metaclass=EnumType):
        def __repr__(self):
            return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

        def __str__(self):
            return f'{type(self).__name__}.{self._name_}'

        def __format__(self, spec):
            return format(str(self), spec)

        def __hash__(self):
            return hash(self._name_)

        def __dir__(self):
            return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']

        def __reduce_ex__(self, protocol):
            return type(self), (self._value_,)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        @property
        def name(self):
            return self._name_

        @property
        def value(self):
            return self._value_

        @classmethod
        def _missing_(cls, value):
            return None

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start
            try:
                return max(last_values) + 1
            except TypeError:
                return last_values[-1] + 1


    class ReprEnum(Enum):
        pass


    class IntEnum(int, ReprEnum):
        __repr__ = Enum.__repr__
        __str__ = int.__repr__
        __format__ = int.__format__
        __hash__ = int.__hash__


    class StrEnum(str, ReprEnum):
        __repr__ = Enum.__repr__
        __str__ = str.__str__
        __format__ = str.__format__
        __hash__ = str.__hash__

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            return name.lower()


    CONFORM, EJECT, KEEP, STRICT = 'conform', 'eject', 'keep', 'strict'


    class Flag(Enum):
        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start
            return 1 << max(last_values).bit_length()

        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            mask = 0
            for member in cls._member_map_.values():
                mask |= member._value_
            if value < 0:
                value = mask & value
            if value & ~mask and not issubclass(cls, IntFlag):
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given 0b0 {value:0{width}b}\n  allowed 0b0 {mask:0{width}b}')
            return cls._combined_(value)

        @classmethod
        def _combined_(cls, value):
            known = cls._value2member_map_.get(value)
            if known is not None:
                return known
            member = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
            member._value_ = value
            names = [one._name_ for one in cls if one._value_ & value]
            member._name_ = '|'.join(names) or None
            rest = value
            for one in cls:
                rest &= ~one._value_
            if rest and names:
                member._name_ += f'|{rest}'
            cls._value2member_map_[value] = member
            return member

        def __contains__(self, other):
            if not isinstance(other, type(self)):
                raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
            return other._value_ & self._value_ == other._value_

        def __iter__(self):
            return iter([one for one in type(self) if one._value_ & self._value_])

        def __len__(self):
            return self._value_.bit_count()

        def __bool__(self):
            return bool(self._value_)

        def __repr__(self):
            name = type(self).__name__
            return f'<{name}: {self._value_}>' if self._name_ is None else f'<{name}.{self._name_}: {self._value_}>'

        def __str__(self):
            name = type(self).__name__
            return f'{name}({self._value_})' if self._name_ is None else f'{name}.{self._name_}'

        def _other_(self, other):
            if isinstance(other, type(self)):
                return other._value_
            if isinstance(self, int) and isinstance(other, int):
                return int(other)
            return None

        def __or__(self, other):
            value = self._other_(other)
            return NotImplemented if value is None else type(self)(self._value_ | value)

        def __and__(self, other):
            value = self._other_(other)
            return NotImplemented if value is None else type(self)(self._value_ & value)

        def __xor__(self, other):
            value = self._other_(other)
            return NotImplemented if value is None else type(self)(self._value_ ^ value)

        def __invert__(self):
            mask = 0
            for member in type(self):
                mask |= member._value_
            return type(self)(mask & ~self._value_)

        __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

        def __hash__(self):
            return hash(self._value_)


    class IntFlag(int, Flag):
        __repr__ = Flag.__repr__
        __str__ = int.__repr__
        __format__ = int.__format__
        __or__, __and__, __xor__, __invert__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__invert__
        __ror__, __rand__, __rxor__ = Flag.__or__, Flag.__and__, Flag.__xor__
        __hash__ = int.__hash__
        __bool__ = Flag.__bool__


    def unique(enumeration):
        aliases = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
        if aliases:
            details = ', '.join(f'{alias} -> {name}' for alias, name in aliases)
            raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
        return enumeration


    def global_enum(cls):
        return cls


    def member(value):
        return value


    def nonmember(value):
        return value
    """#
}
