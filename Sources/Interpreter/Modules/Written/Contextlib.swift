extension WrittenModules {
  /// `contextlib`: utilities for with-statement contexts.
  static let contextlib = #"""
    """Utilities for with-statement contexts."""
    from functools import wraps as _wraps


    class AbstractContextManager:
        def __enter__(self):
            return self

        def __exit__(self, kind, value, traceback):
            return None


    class ContextDecorator:
        def _recreate_cm(self):
            return self

        def __call__(self, func):
            @_wraps(func)
            def inner(*args, **kw):
                with self._recreate_cm():
                    return func(*args, **kw)
            return inner


    class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
        def __init__(self, func, args, kw):
            self._made = func, args, kw
            self.gen = func(*args, **kw)
            self.__doc__ = getattr(func, '__doc__', None)

        def _recreate_cm(self):
            return type(self)(*self._made)

        def __enter__(self):
            try:
                return next(self.gen)
            except StopIteration:
                raise RuntimeError("generator didn't yield") from None

        def __exit__(self, kind, value, traceback):
            if kind is None:
                try:
                    next(self.gen)
                except StopIteration:
                    return False
                raise RuntimeError("generator didn't stop")
            if value is None:
                value = kind()
            try:
                self.gen.throw(value)
            except StopIteration as stop:
                return stop is not value
            except RuntimeError as error:
                if error is value or isinstance(value, StopIteration) and error.__cause__ is value:
                    return False
                raise
            except BaseException as error:
                if error is value:
                    error.__traceback__ = traceback
                    return False
                raise
            raise RuntimeError("generator didn't stop after throw()")


    def contextmanager(func):
        @_wraps(func)
        def helper(*args, **kw):
            return _GeneratorContextManager(func, args, kw)
        return helper


    class closing(AbstractContextManager):
        def __init__(self, thing):
            self.thing = thing

        def __enter__(self):
            return self.thing

        def __exit__(self, *exc_info):
            self.thing.close()


    class nullcontext(AbstractContextManager):
        def __init__(self, enter_result=None):
            self.enter_result = enter_result

        def __enter__(self):
            return self.enter_result

        def __exit__(self, *exc_info):
            pass


    class suppress(AbstractContextManager):
        def __init__(self, *exceptions):
            self._exceptions = exceptions

        def __exit__(self, kind, value, traceback):
            return kind is not None and issubclass(kind, self._exceptions)


    class _Redirect(AbstractContextManager):
        _stream = None

        def __init__(self, new_target):
            self._new = new_target
            self._old = []

        def __enter__(self):
            import sys
            self._old.append(getattr(sys, self._stream))
            setattr(sys, self._stream, self._new)
            return self._new

        def __exit__(self, *exc_info):
            import sys
            setattr(sys, self._stream, self._old.pop())


    class redirect_stdout(_Redirect):
        _stream = 'stdout'


    class redirect_stderr(_Redirect):
        _stream = 'stderr'


    class ExitStack(AbstractContextManager):
        def __init__(self):
            self._exits = []

        def enter_context(self, cm):
            kind = type(cm)
            if not hasattr(kind, '__enter__') or not hasattr(kind, '__exit__'):
                raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the context manager protocol")
            result = kind.__enter__(cm)
            self._exits.append(lambda *info: kind.__exit__(cm, *info))
            return result

        def push(self, exit):
            if hasattr(type(exit), '__exit__'):
                self._exits.append(lambda *info: type(exit).__exit__(exit, *info))
            else:
                self._exits.append(exit)
            return exit

        def callback(self, callback, /, *args, **kw):
            def run(*info):
                callback(*args, **kw)
            self._exits.append(run)
            return callback

        def pop_all(self):
            new = type(self)()
            new._exits, self._exits = self._exits, []
            return new

        def close(self):
            self.__exit__(None, None, None)

        def __exit__(self, *info):
            received = info[0] is not None
            pending = None if info[1] is None else info[1]
            suppressed = False
            changed = False
            while self._exits:
                exit = self._exits.pop()
                try:
                    if exit(*info):
                        suppressed, changed, pending, info = True, False, None, (None, None, None)
                except BaseException as error:
                    changed, pending, info = True, error, (type(error), error, error.__traceback__)
            if changed:
                raise pending
            return received and suppressed
    """#
}
