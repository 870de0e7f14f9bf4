try:
    1 / 0
except ZeroDivisionError as e:
    print('caught', e, repr(e), e.args, type(e).__name__)
else:
    print('no')
finally:
    print('finally')
# expect:
# caught division by zero ZeroDivisionError('division by zero') ('division by zero',) ZeroDivisionError
# finally
# ---
def f(x):
    try:
        if x: raise ValueError('bad', 1)
        return 'ok'
    except (TypeError, ValueError) as e:
        return e.args
    finally:
        print('f', x)
print(f(0), f(1))
# expect:
# f 0
# f 1
# ok ('bad', 1)
# ---
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally:
            print('fin', i)
    try:
        return 1
    finally:
        print('leaving')
print(f())
# expect:
# body 0
# fin 0
# fin 1
# fin 2
# leaving
# 1
# ---
def f():
    try:
        return 1
    finally:
        return 2
print(f())
# expect:
# 2
# ---
try:
    try:
        raise KeyError('a')
    except KeyError as e:
        raise ValueError('b') from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# expect:
# KeyError('a') KeyError('a') True
# ---
try:
    try:
        raise KeyError('a')
    except KeyError:
        raise ValueError('b')
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# expect:
# None KeyError('a') False
# ---
try:
    try:
        raise KeyError('a')
    except KeyError:
        raise ValueError('b') from None
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# expect:
# None KeyError('a') True
# ---
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args, str(e) == '')
try:
    e
except NameError as x:
    print(x)
# expect:
# ValueError() () True
# name 'e' is not defined
# ---
raise  # raises: RuntimeError: No active exception to reraise
# ---
raise 5  # raises: TypeError: exceptions must derive from BaseException
# ---
raise ValueError from 5  # raises: TypeError: exception causes must derive from BaseException
# ---
raise KeyError('x')  # raises: KeyError: 'x'
# ---
raise KeyError  # raises: KeyError
# ---
raise ValueError(1, 2)  # raises: ValueError: (1, 2)
# ---
assert 1 == 2, 'message'  # raises: AssertionError: message
# ---
assert 1 == 2  # raises: AssertionError
# ---
assert 1 == 1, 'no'
print('ok')
# expect:
# ok
# ---
class MyError(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
try:
    raise MyError(5)
except MyError as e:
    print(e, e.code, e.args, repr(e), isinstance(e, Exception))
# expect:
# code 5 5 ('code 5',) MyError('code 5') True
# ---
class MyError(ValueError):
    def __str__(self): return 'custom'
raise MyError('x')  # raises: MyError: custom
# ---
class A(Exception): pass
class B(A): pass
for c in (A, B):
    try:
        raise c('m')
    except B as e: print('B', e)
    except A as e: print('A', e)
# expect:
# A m
# B m
# ---
try:
    raise ValueError('x')  # raises: ValueError: x
except TypeError:
    print('no')
# ---
try:
    int('x')
except:
    print('bare')
    try:
        raise
    except ValueError as e:
        print('again', e)
# expect:
# bare
# again invalid literal for int() with base 10: 'x'
# ---
def f():
    try:
        raise ValueError('inner')
    except ValueError:
        g()
def g():
    raise TypeError('from g')
try:
    f()
except TypeError as e:
    print(e, repr(e.__context__))
# expect:
# from g ValueError('inner')
# ---
try:
    raise StopIteration(5)
except StopIteration as e: print(e.value, e.args)
try:
    raise SystemExit(3)
except SystemExit as e: print(e.code)
try:
    exit('bye')
except SystemExit as e: print(e.code, repr(e))
try:
    quit()
except SystemExit as e: print(e.code)
# expect:
# 5 (5,)
# 3
# bye SystemExit('bye')
# None
# ---
e = OSError(2, 'No such file or directory', 'x.txt')
print(type(e).__name__, e, e.errno, e.strerror, e.filename, e.args, repr(e))
print(OSError('plain'), OSError(5, 'five'), OSError().errno, FileNotFoundError('x'), isinstance(PermissionError(), OSError))
# expect:
# FileNotFoundError [Errno 2] No such file or directory: 'x.txt' 2 No such file or directory x.txt (2, 'No such file or directory') FileNotFoundError(2, 'No such file or directory')
# plain [Errno 5] five None x True
# ---
open('/nonexistent/file.txt')  # raises: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/file.txt'
# ---
e = UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'invalid start byte'); print(e, e.reason, e.start)
b'\xff'.decode()  # raises: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect:
# 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte invalid start byte 0
# ---
'é'.encode('ascii')  # raises: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# ---
e = ImportError('msg', name='n', path='p'); print(e, e.name, e.path, e.msg)
# expect:
# msg n p msg
# ---
try:
    [].foo
except AttributeError as e: print(e, e.name, e.obj)
try:
    undefined_name
except NameError as e: print(e, e.name)
# expect:
# 'list' object has no attribute 'foo' foo []
# name 'undefined_name' is not defined undefined_name
# ---
e = ValueError('x'); e.add_note('note 1'); print(e.__notes__); e.foo = 5; print(e.foo, e.__traceback__, e.with_traceback(None) is e, e.__dict__)
# expect:
# ['note 1']
# 5 None True {'__notes__': ['note 1'], 'foo': 5}
# ---
try:
    ValueError().add_note(5)
except TypeError as e: print(e)
ValueError(x=1)  # raises: TypeError: ValueError() takes no keyword arguments
# expect:
# note must be a str, not 'int'
# ---
print(issubclass(KeyError, LookupError), issubclass(IndexError, LookupError), issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError, issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(KeyboardInterrupt, Exception), issubclass(UnboundLocalError, NameError), issubclass(TabError, SyntaxError), ZeroDivisionError.__mro__)
# expect:
# True True True True True True True False True True (<class 'ZeroDivisionError'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# ---
def f(): return f()
try:
    f()
except RecursionError as e: print(e)
print('goes on')
# expect:
# maximum recursion depth exceeded
# goes on
# ---
class R:
    def __repr__(self): return repr(self)
try:
    repr(R())
except RecursionError as e: print('caught')
# expect:
# caught
# ---
class C:
    def __enter__(self): print('enter'); return self
    def __exit__(self, t, v, tb):
        print('exit', t.__name__ if t else None, v)
        return t is ValueError
with C() as c: print('body')
with C(): raise ValueError('swallowed')
with C() as a, C() as b: print('two')
with C(): raise TypeError('out')  # raises: TypeError: out
# expect:
# enter
# body
# exit None None
# enter
# exit ValueError swallowed
# enter
# enter
# two
# exit None None
# exit None None
# enter
# exit TypeError out
# ---
with 5: pass  # raises: TypeError: 'int' object does not support the context manager protocol
# ---
class C:
    def __enter__(self): return 1
with C(): pass  # raises: TypeError: 'C' object does not support the context manager protocol (missed __exit__ method)
# ---
def f():
    with C() as c:
        return 'returned'
class C:
    def __enter__(self): return self
    def __exit__(self, *a): print('closed')
print(f())
for i in range(2):
    with C():
        if i == 0: continue
        break
# expect:
# closed
# returned
# closed
# closed
# ---
try:
    try:
        1 / 0
    finally:
        print('cleanup')
except ZeroDivisionError:
    print('outer')
# expect:
# cleanup
# outer
# ---
try:
    pass
except ValueError:
    pass
else:
    print('else')
    raise KeyError('in else')  # raises: KeyError: 'in else'
finally:
    print('end')
# expect:
# else
# end
# ---
try:
    raise Exception('a') from KeyError('k')
except Exception as e:
    c = e.__cause__
    print(type(c), c)
    e.__cause__ = None
    print(e.__cause__, e.__suppress_context__)
# expect:
# <class 'KeyError'> 'k'
# None True
# ---
try:
    raise ValueError('x')
except 5:  # raises: TypeError: catching classes that do not inherit from BaseException is not allowed
    pass
# ---
print(BaseException('a', 'b'), repr(BaseException('a', 'b')), str(Exception([1])), Exception() == Exception(), KeyError('k').args, str(KeyError('k')), str(KeyError()), str(KeyError(1, 2)))
# expect:
# ('a', 'b') BaseException('a', 'b') [1] False ('k',) 'k'  (1, 2)
# ---
def g():
    try:
        yield 1
    except GeneratorExit:
        print('closed'); raise
    finally:
        print('fin')
x = g(); next(x); x.close(); print('done')
# expect:
# closed
# fin
# done
# ---
import sys
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info(); print(t, v, tb.tb_lineno, tb.tb_next)
print(sys.exc_info())
# expect:
# <class 'ZeroDivisionError'> division by zero 3 None
# (None, None, None)
# ---
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as e:
    print(e, e.exceptions, e.message)
# expect:
# g (2 sub-exceptions) (ValueError(1), TypeError(2)) g
# ---
try:
    raise UserWarning('w')
except Warning as e: print(repr(e))
# expect:
# UserWarning('w')
# ---
e1 = SyntaxError('bad', ('f.py', 3, 5, 'text', 3, 6)); print(e1, e1.lineno, e1.offset, e1.text, e1.msg, e1.filename)
# expect:
# bad (f.py, line 3) 3 5 text bad f.py
