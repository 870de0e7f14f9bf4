extension WrittenModules {
  /// `types`: names of built-in types, and SimpleNamespace.
  static let types = #"""
    """Names of built-in types, and SimpleNamespace."""


    def _generator():
        yield 1


    def _closure():
        value = 1
        return (lambda: value).__closure__


    FunctionType = type(lambda: None)
    LambdaType = FunctionType
    GeneratorType = type(_generator())
    BuiltinFunctionType = type(len)
    BuiltinMethodType = type([].append)
    ModuleType = type(__import__('math'))
    NoneType = type(None)
    NotImplementedType = type(NotImplemented)
    EllipsisType = type(Ellipsis)
    GenericAlias = type(list[int])
    UnionType = type(int | str)


    class _Methods:
        def method(self):
            pass


    MethodType = type(_Methods().method)
    try:
        raise TypeError
    except TypeError as _error:
        TracebackType = type(_error.__traceback__)


    class mappingproxy:
        __slots__ = ('_mapping',)

        def __init__(self, mapping):
            if not hasattr(mapping, 'keys'):
                raise TypeError(f'mappingproxy() argument must be a mapping, not {type(mapping).__name__}')
            self._mapping = mapping

        def __repr__(self):
            return f'mappingproxy({self._mapping!r})'

        def __str__(self):
            return str(self._mapping)

        def __getitem__(self, key):
            return self._mapping[key]

        def __contains__(self, key):
            return key in self._mapping

        def __len__(self):
            return len(self._mapping)

        def __iter__(self):
            return iter(self._mapping)

        def __reversed__(self):
            return reversed(self._mapping)

        def __eq__(self, other):
            return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

        def __or__(self, other):
            return self._mapping | (other._mapping if isinstance(other, mappingproxy) else other)

        def __ror__(self, other):
            return other | self._mapping

        def get(self, key, default=None):
            return self._mapping.get(key, default)

        def keys(self):
            return self._mapping.keys()

        def values(self):
            return self._mapping.values()

        def items(self):
            return self._mapping.items()

        def copy(self):
            return self._mapping.copy()


    MappingProxyType = mappingproxy


    class SimpleNamespace:
        def __init__(self, /, **kw):
            self.__dict__.update(kw)

        def __repr__(self):
            items = ', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())
            return f'namespace({items})' if type(self) is SimpleNamespace else f'{type(self).__name__}({items})'

        def __eq__(self, other):
            if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
                return self.__dict__ == other.__dict__
            return NotImplemented


    class DynamicClassAttribute(property):
        pass


    def new_class(name, bases=(), kwds=None, exec_body=None):
        namespace = {}
        if exec_body is not None:
            exec_body(namespace)
        return type(name, bases, namespace, **(kwds or {}))
    """#
}
