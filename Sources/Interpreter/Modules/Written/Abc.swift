extension WrittenModules {
  /// `abc`: abstract base classes.
  static let abc = #"""
    """Abstract base classes."""


    def abstractmethod(function):
        function.__isabstractmethod__ = True
        return function


    class ABCMeta(type):
        def __new__(mcls, name, bases, namespace, /, **kw):
            cls = super().__new__(mcls, name, bases, namespace, **kw)
            abstract = {key for key, value in namespace.items() if _is_abstract(value)}
            for base in bases:
                for key in getattr(base, '__abstractmethods__', ()):
                    if _is_abstract(getattr(cls, key, None)):
                        abstract.add(key)
            cls.__abstractmethods__ = frozenset(abstract)
            cls._registered = []
            return cls

        def __call__(cls, *args, **kw):
            missing = sorted(cls.__abstractmethods__)
            if missing:
                plural = 's' if len(missing) > 1 else ''
                raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {', '.join(missing)}")
            return super().__call__(*args, **kw)

        def register(cls, subclass):
            cls._registered.append(subclass)
            return subclass

        def __instancecheck__(cls, instance):
            return cls.__subclasscheck__(type(instance))

        def __subclasscheck__(cls, subclass):
            hook = cls.__dict__.get('__subclasshook__')
            if hook is not None:
                answer = cls.__subclasshook__(subclass)
                if answer is not NotImplemented:
                    return answer
            if cls in getattr(subclass, '__mro__', ()):
                return True
            return any(issubclass(subclass, other) for other in cls._registered + cls.__subclasses__())


    def _is_abstract(value):
        if isinstance(value, property):
            return any(getattr(part, '__isabstractmethod__', False) for part in (value.fget, value.fset, value.fdel))
        function = getattr(value, '__func__', value)
        return getattr(function, '__isabstractmethod__', False)


    class ABC(metaclass=ABCMeta):
        __slots__ = ()


    class abstractproperty(property):
        __isabstractmethod__ = True


    def get_cache_token():
        return 0
    """#
}
