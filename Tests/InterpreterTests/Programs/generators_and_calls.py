def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
    except ValueError as e:
        print('caught', e); yield 'after'
    finally: print('fin')
    return 'ret'
i = g(); print(next(i), i.send('hi')); print(i.throw(ValueError('v')));
try: next(i)
except StopIteration as e: print('stop', e.value)
i = g(); next(i); i.close(); i.close()
try: i.send(1)
except StopIteration: print('closed')
i = g()
try: i.send(5)
except TypeError as e: print(e)
def d():
    r = yield from g2(); print('r', r)
def g2():
    a = yield 'a'; return a
j = d(); next(j)
try: j.send(99)
except StopIteration: pass
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
print(g.__name__, list(x * y for x in range(3) for y in range(x) if y), sum(x for x in range(5)))
def count():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
c = count(); c(); print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs]); fs = [lambda: i for i in range(3)]; print([f() for f in fs])
def f(a, /, b, *c, d=4, **e): 'doc'; return a, b, c, d, e
print(f(1, 2, 3, d=5, z=6), f.__defaults__, f.__kwdefaults__, f.__doc__, f.__annotations__, f.__code__.co_varnames, f.__code__.co_argcount, f.__qualname__)
for h in [lambda: f(), lambda: f(1), lambda: f(a=1, b=2), lambda: f(1, 2, b=3), lambda: (lambda x: 1)(1, 2), lambda: (lambda *, k: 1)(), lambda: (lambda *, k: 1)(1), lambda: (lambda: 1)(x=1), lambda: f(*1), lambda: f(**1), lambda: f(**{1: 2}), lambda: (lambda a, b, c: 1)(1), lambda: print(1, foo=2), lambda: len(x=1), lambda: [].append(), lambda: [].append(1, 2), lambda: ''.join(), lambda: {}.get(), lambda: 'a'.replace('b'), lambda: sorted(), lambda: f(1, 2, **{'d': 1}, d=2)]:
    try: print(h())
    except TypeError as e: print(e)
# expect:
# got hi
# 1 2
# caught v
# after
# fin
# stop ret
# fin
# closed
# can't send non-None value to a just-started generator
# r 99
# generator raised StopIteration StopIteration()
# g [2] 10
# 2 2 ('n',)
# [0, 1, 2]
# [2, 2, 2]
# (1, 2, (3,), 5, {'z': 6}) None {'d': 4} doc {} ('a', 'b', 'd', 'c', 'e') 2 f
# f() missing 2 required positional arguments: 'a' and 'b'
# f() missing 1 required positional argument: 'b'
# f() missing 1 required positional argument: 'a'
# f() got multiple values for argument 'b'
# <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
# <lambda>.<locals>.<lambda>() missing 1 required keyword-only argument: 'k'
# <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# <lambda>.<locals>.<lambda>() got an unexpected keyword argument 'x'
# __main__.f() argument after * must be an iterable, not int
# __main__.f() argument after ** must be a mapping, not int
# keywords must be strings
# <lambda>.<locals>.<lambda>() missing 2 required positional arguments: 'b' and 'c'
# 'foo' is an invalid keyword argument for print()
# len() takes no keyword arguments
# list.append() takes exactly one argument (0 given)
# list.append() takes exactly one argument (2 given)
# str.join() takes exactly one argument (0 given)
# get expected at least 1 argument, got 0
# replace expected at least 2 arguments, got 1
# sorted expected 1 argument, got 0
# __main__.f() got multiple values for keyword argument 'd'
