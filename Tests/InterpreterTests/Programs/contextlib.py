from contextlib import *
import io, sys
@contextmanager
def cm(x):
    print('in', x)
    try: yield x * 2
    except ValueError as e: print('handled', e)
    finally: print('out')
with cm(3) as v: print(v)
with cm(1): raise ValueError('q')
try:
    with cm(1): raise KeyError('k')
except KeyError as e: print('KeyError', e)
@cm('deco')
def h(): print('body')
h(); h()
with suppress(KeyError, ZeroDivisionError): 1 / 0
with ExitStack() as s:
    a = s.enter_context(cm('a')); s.callback(print, 'cb'); s.push(lambda *e: print('push', e[0])); print(a)
with redirect_stdout(io.StringIO()) as o: print('hidden')
print(repr(o.getvalue()))
class K:
    def close(self): print('closed')
with closing(K()), nullcontext(5) as n: print(n)
@contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice():
    yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
class L(ContextDecorator):
    def __enter__(s): print('L in'); return s
    def __exit__(s, *e): print('L out', e[0]); return True
@L()
def z(): raise ValueError
z()
for bad in (5, object()):
    try:
        with bad: pass
    except TypeError as e: print(e)
    except AttributeError as e: print(e)
class NE:
    def __enter__(self): pass
try:
    with NE(): pass
except TypeError as e: print(e)
# expect:
# in 3
# 6
# out
# in 1
# handled q
# out
# in 1
# out
# KeyError 'k'
# in deco
# body
# out
# in deco
# body
# out
# in a
# aa
# push None
# cb
# out
# 'hidden\n'
# 5
# closed
# generator didn't yield
# generator didn't stop
# L in
# L out <class 'ValueError'>
# 'int' object does not support the context manager protocol
# 'object' object does not support the context manager protocol
# 'NE' object does not support the context manager protocol (missed __exit__ method)
