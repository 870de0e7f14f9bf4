import traceback
def f(x):
    return 1 / x
def g():
    f(0)
try:
    g()
except ZeroDivisionError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 7, in <module>
#     g()
#   File "Exceptions/tracebacks.py", line 5, in g
#     f(0)
#   File "Exceptions/tracebacks.py", line 3, in f
#     return 1 / x
#            ~~^~~
# ZeroDivisionError: division by zero
# 
# ---
import traceback
try:
    try:
        {}['k']
    except KeyError as e:
        raise ValueError('bad') from e
except ValueError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     {}['k']
#     ~~^^^^^
# KeyError: 'k'
# 
# The above exception was the direct cause of the following exception:
# 
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 6, in <module>
#     raise ValueError('bad') from e
# ValueError: bad
# 
# ---
import traceback
try:
    try:
        {}['k']
    except KeyError:
        raise ValueError('bad')
except ValueError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     {}['k']
#     ~~^^^^^
# KeyError: 'k'
# 
# During handling of the above exception, another exception occurred:
# 
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 6, in <module>
#     raise ValueError('bad')
# ValueError: bad
# 
# ---
import traceback
def f(n):
    if n == 0: raise ValueError('deep')
    f(n - 1)
try:
    f(10)
except ValueError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 6, in <module>
#     f(10)
#   File "Exceptions/tracebacks.py", line 4, in f
#     f(n - 1)
#   File "Exceptions/tracebacks.py", line 4, in f
#     f(n - 1)
#   File "Exceptions/tracebacks.py", line 4, in f
#     f(n - 1)
#   [Previous line repeated 7 more times]
#   File "Exceptions/tracebacks.py", line 3, in f
#     if n == 0: raise ValueError('deep')
#                ^^^^^^^^^^^^^^^^^^^^^^^^
# ValueError: deep
# 
# ---
import traceback
class A:
    def __init__(self): self.value = 1
    def run(self):
        return self.vale + 1
try:
    A().run()
except AttributeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 7, in <module>
#     A().run()
#   File "Exceptions/tracebacks.py", line 5, in run
#     return self.vale + 1
#            ^^^^^^^^^
# AttributeError: 'A' object has no attribute 'vale'
# 
# ---
import traceback
value = 5
try:
    print(vale)
except NameError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     print(vale)
#           ^^^^
# NameError: name 'vale' is not defined
# 
# ---
import traceback
a = [1, 2]
try:
    x = a[0] + a[5] * 2
except IndexError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     x = a[0] + a[5] * 2
#                ~^^^
# IndexError: list index out of range
# 
# ---
import traceback
e = ValueError('x\ny')
e.add_note('a note')
try:
    raise e
except ValueError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 5, in <module>
#     raise e
# ValueError: x
# y
# a note
# 
# ---
import traceback
def f(a, b): pass
try:
    f(1)
except TypeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     f(1)
# TypeError: f() missing 1 required positional argument: 'b'
# 
# ---
import traceback
try:
    (lambda x:
        x.foo)(
            5)
except AttributeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 3, in <module>
#     (lambda x:
#   File "Exceptions/tracebacks.py", line 4, in <lambda>
#     x.foo)(
#     ^^^^^
# AttributeError: 'int' object has no attribute 'foo'
# 
# ---
import traceback
print(traceback.format_exception_only(ValueError, ValueError('a')))
try:
    raise KeyError('q')
except KeyError as e:
    print(''.join(traceback.format_exception(e)))
# expect:
# ['ValueError: a\n']
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     raise KeyError('q')
# KeyError: 'q'
# 
# ---
import traceback
class Outer:
    class Err(Exception): pass
try:
    raise Outer.Err('m')
except Exception:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 5, in <module>
#     raise Outer.Err('m')
# Outer.Err: m
# 
# ---
import traceback
try:
    [x / 0 for x in [1]]
except ZeroDivisionError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 3, in <module>
#     [x / 0 for x in [1]]
#   File "Exceptions/tracebacks.py", line 3, in <listcomp>
#     [x / 0 for x in [1]]
#      ~~^~~
# ZeroDivisionError: division by zero
# 
# ---
import traceback
try:
    sorted([1, 2], key=lambda v: v.missing)
except AttributeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 3, in <module>
#     sorted([1, 2], key=lambda v: v.missing)
#   File "Exceptions/tracebacks.py", line 3, in <lambda>
#     sorted([1, 2], key=lambda v: v.missing)
#                                  ^^^^^^^^^
# AttributeError: 'int' object has no attribute 'missing'
# 
# ---
import traceback
def gen():
    yield 1
    raise RuntimeError('in gen')
try:
    for i in gen(): pass
except RuntimeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 6, in <module>
#     for i in gen(): pass
#   File "Exceptions/tracebacks.py", line 4, in gen
#     raise RuntimeError('in gen')
# RuntimeError: in gen
# 
# ---
import traceback
try:
    max(1, 'a')
except TypeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 3, in <module>
#     max(1, 'a')
# TypeError: '>' not supported between instances of 'str' and 'int'
# 
# ---
import traceback
try:
    x = 1
    y = (x +
         'a')
except TypeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 4, in <module>
#     y = (x +
#          ^^^
# TypeError: unsupported operand type(s) for +: 'int' and 'str'
# 
# ---
import traceback
class E(Exception):
    def __str__(self): raise ValueError
try:
    raise E
except E:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 5, in <module>
#     raise E
# E: <exception str() failed>
# 
# ---
import traceback
try:
    exec("a = 1\nb = a +")
except SyntaxError:
    print(traceback.format_exc().splitlines()[-1])
# expect:
# SyntaxError: invalid syntax
# ---
import traceback
try:
    raise Exception
except Exception:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 3, in <module>
#     raise Exception
# Exception
# 
# ---
import math
math.sqroot(2)  # raises: AttributeError: module 'math' has no attribute 'sqroot'
# ---
'abc'.upperr()  # raises: AttributeError: 'str' object has no attribute 'upperr'
# ---
import os, traceback
try:
    os.pth
except AttributeError:
    print(traceback.format_exc())
# expect:
# Traceback (most recent call last):
#   File "Exceptions/tracebacks.py", line 3, in <module>
#     os.pth
# AttributeError: module 'os' has no attribute 'pth'
# 
