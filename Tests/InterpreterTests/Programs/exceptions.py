import traceback, sys
def a(): b()
def b(): raise ValueError('deep')
try: a()
except ValueError as e:
    print(traceback.format_exc()); print(traceback.format_exception_only(type(e), e), e.args, e.__traceback__ is not None, sys.exc_info()[0]); e.add_note('note') ; print(e.__notes__); print(''.join(traceback.format_exception(e)))
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError('k') from z
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__); traceback.print_exc(file=sys.stdout)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k')
except KeyError as e: traceback.print_exc(file=sys.stdout)
class MyE(Exception):
    def __init__(s, a, b): super().__init__(a, b); s.b = b
    def __str__(s): return f'my {s.b}'
print(repr(MyE(1, 2)), MyE(1, 2), str(KeyError('a')), repr(OSError(2, 'x', 'f')), OSError(2, 'x', 'f'), OSError(2, 'x').errno, StopIteration(5).value, SystemExit(3).code, UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'), ImportError('a', name='n').name, SyntaxError('m', ('f', 1, 2, 't')), AttributeError('x', name='q').name, repr(ExceptionGroup('g', [ValueError(1)])) if 0 else '', isinstance(FileNotFoundError(), OSError), IOError is OSError, Exception().args, Exception(1, 2))
def f():
    try: return 'try'
    finally: print('finally')
def g():
    for i in range(3):
        try: continue
        finally: print('f', i)
    else: print('else')
    while True:
        try: break
        finally: print('w')
def h():
    try: 1 / 0
    except: return 'exc'
    else: return 'else'
    finally: return 'fin'
print(f(), g(), h())
try:
    try: raise ValueError(1)
    finally: raise TypeError(2)
except TypeError as e: print(repr(e.__context__))
e = 1
try: raise ValueError
except ValueError as e: pass
try: print(e)
except NameError as x: print(x)
def u():
    print(loc); loc = 1
try: u()
except UnboundLocalError as x: print(x)
def v():
    def w(): return free
    w(); free = 1
try: v()
except NameError as x: print(x)
# expect:
# Traceback (most recent call last):
#   File "Programs/exceptions.py", line 4, in <module>
#     try: a()
#          ^^^
#   File "Programs/exceptions.py", line 2, in a
#     def a(): b()
#              ^^^
#   File "Programs/exceptions.py", line 3, in b
#     def b(): raise ValueError('deep')
#              ^^^^^^^^^^^^^^^^^^^^^^^^
# ValueError: deep
# 
# ['ValueError: deep\n'] ('deep',) True <class 'ValueError'>
# ['note']
# Traceback (most recent call last):
#   File "Programs/exceptions.py", line 4, in <module>
#     try: a()
#          ^^^
#   File "Programs/exceptions.py", line 2, in a
#     def a(): b()
#              ^^^
#   File "Programs/exceptions.py", line 3, in b
#     def b(): raise ValueError('deep')
#              ^^^^^^^^^^^^^^^^^^^^^^^^
# ValueError: deep
# note
# 
# ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
# Traceback (most recent call last):
#   File "Programs/exceptions.py", line 8, in <module>
#     try: 1 / 0
#          ~~^~~
# ZeroDivisionError: division by zero
# 
# The above exception was the direct cause of the following exception:
# 
# Traceback (most recent call last):
#   File "Programs/exceptions.py", line 9, in <module>
#     except ZeroDivisionError as z: raise KeyError('k') from z
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
# KeyError: 'k'
# Traceback (most recent call last):
#   File "Programs/exceptions.py", line 12, in <module>
#     try: 1 / 0
#          ~~^~~
# ZeroDivisionError: division by zero
# 
# During handling of the above exception, another exception occurred:
# 
# Traceback (most recent call last):
#   File "Programs/exceptions.py", line 13, in <module>
#     except ZeroDivisionError: raise KeyError('k')
#                               ^^^^^^^^^^^^^^^^^^^
# KeyError: 'k'
# MyE(1, 2) my 2 'a' FileNotFoundError(2, 'x') [Errno 2] x: 'f' 2 5 3 'utf-8' codec can't decode byte 0xff in position 0: bad n m (f, line 1) q  True True () (1, 2)
# finally
# f 0
# f 1
# f 2
# else
# w
# try None fin
# ValueError(1)
# name 'e' is not defined
# cannot access local variable 'loc' where it is not associated with a value
# cannot access free variable 'free' where it is not associated with a value in enclosing scope
