from contextlib import *
@contextmanager
def tag(name):
    print('<' + name)
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)
    finally:
        print(name + '>')
with tag('a') as x:
    print(x)
with tag('b'):
    raise ValueError('v')
with suppress(KeyError):
    {}['x']
with nullcontext(5) as n:
    print(n)
import io
with redirect_stdout(io.StringIO()) as f:
    print('hidden')
print(repr(f.getvalue()))
with ExitStack() as stack:
    stack.enter_context(tag('c'))
    stack.callback(print, 'callback', 1)
    stack.push(lambda *e: print('push', e[0]))
class R:
    def close(self): print('closed')
with closing(R()): pass
@tag('deco')
def f(): print('in f')
f()
try:
    with tag('z'):
        raise KeyError('k')
except KeyError as e:
    print('passed', e)
# expect:
# <a
# A
# a>
# <b
# caught v
# b>
# 5
# 'hidden\n'
# <c
# push None
# callback 1
# c>
# closed
# <deco
# in f
# deco>
# <z
# z>
# passed 'k'
