extension WrittenModules {
  /// `functools`: higher-order functions and operations on callable objects.
  static let functools = #"""
    """Higher-order functions and operations on callable objects."""
    from _functools import reduce, lru_wrapper, partial

    WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
    WRAPPER_UPDATES = ('__dict__',)


    def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        for name in assigned:
            if hasattr(wrapped, name):
                try:
                    setattr(wrapper, name, getattr(wrapped, name))
                except (AttributeError, TypeError):
                    pass
        for name in updated:
            target = getattr(wrapper, name, None)
            if target is not None:
                target.update(getattr(wrapped, name, {}))
        wrapper.__wrapped__ = wrapped
        return wrapper


    def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


    def lru_cache(maxsize=128, typed=False):
        if not callable(maxsize) and maxsize is not None and not isinstance(maxsize, int):
            raise TypeError('Expected first argument to be an integer, a callable, or None')
        if callable(maxsize):
            return update_wrapper(lru_wrapper(maxsize, 128, False), maxsize)
        return lambda function: update_wrapper(lru_wrapper(function, maxsize, typed), function)


    def cache(user_function, /):
        return lru_cache(maxsize=None)(user_function)


    class cached_property:
        def __init__(self, func):
            self.func = func
            self.attrname = None
            self.__doc__ = func.__doc__

        def __set_name__(self, owner, name):
            self.attrname = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = self.func(instance)
            instance.__dict__[self.attrname] = value
            return value


    def cmp_to_key(mycmp):
        class K:
            __slots__ = ['obj']

            def __init__(self, obj):
                self.obj = obj

            def __lt__(self, other):
                return mycmp(self.obj, other.obj) < 0

            def __gt__(self, other):
                return mycmp(self.obj, other.obj) > 0

            def __eq__(self, other):
                return mycmp(self.obj, other.obj) == 0

            def __le__(self, other):
                return mycmp(self.obj, other.obj) <= 0

            def __ge__(self, other):
                return mycmp(self.obj, other.obj) >= 0

            __hash__ = None
        return K


    def total_ordering(cls):
        own = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if getattr(cls, name, None) is not getattr(object, name, None)]
        if not own:
            raise ValueError('must define at least one ordering operation: < > <= >=')
        root = max(own, key=('__ge__', '__gt__', '__le__', '__lt__').index)
        base = getattr(cls, root)
        swaps = root in ('__gt__', '__ge__')
        strict = root in ('__lt__', '__gt__')

        def less(a, b):
            result = base(b, a) if swaps else base(a, b)
            if result is NotImplemented:
                return result
            return result if strict else result and a != b

        def less_equal(a, b):
            result = base(b, a) if swaps else base(a, b)
            if result is NotImplemented:
                return result
            return result or a == b if strict else result
        made = {
            '__lt__': less,
            '__le__': less_equal,
            '__gt__': lambda a, b: less(b, a),
            '__ge__': lambda a, b: less_equal(b, a),
        }
        for name, function in made.items():
            if name not in own:
                function.__name__ = name
                setattr(cls, name, function)
        return cls


    class partialmethod:
        def __init__(self, func, /, *args, **keywords):
            self.func, self.args, self.keywords = func, args, keywords

        def __get__(self, instance, owner=None):
            def bound(*args, **keywords):
                return self.func.__get__(instance, owner)(*self.args, *args, **{**self.keywords, **keywords})
            return bound


    class _SingleDispatch:
        def __init__(self, func):
            self.registry = {object: func}
            update_wrapper(self, func)

        def register(self, cls, func=None):
            if func is None:
                if isinstance(cls, type):
                    return lambda f: self.register(cls, f)
                func = cls
                cls = next(kind for name, kind in func.__annotations__.items() if name != 'return')
            self.registry[cls] = func
            return func

        def dispatch(self, cls):
            for base in cls.__mro__:
                if base in self.registry:
                    return self.registry[base]

        def __call__(self, *args, **kw):
            if not args:
                raise TypeError(f'{self.__name__} requires at least 1 positional argument')
            return self.dispatch(type(args[0]))(*args, **kw)

        def __get__(self, instance, owner=None):
            return lambda *args, **kw: self.dispatch(type(args[0]))(instance, *args, **kw)


    def singledispatch(func):
        return _SingleDispatch(func)


    class singledispatchmethod(_SingleDispatch):
        pass
    """#
}
